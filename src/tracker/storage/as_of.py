"""The register as it stood: rebuilt in memory from the entries recorded up to a moment.

The same views and reads then answer, so nothing is told twice. What is not in history (the
register's name, documents, personal data) is as it is now; personal data stands in no entry.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from tracker.domain.fold import State, fold
from tracker.domain.vocabulary import Subject
from tracker.storage.address import SQLITE
from tracker.storage.connection import Connection
from tracker.storage.reads.values import json_value
from tracker.storage.rows import Rows, Thing, rows_of

PERSONAL = "personal"

# Tables that hold no history: they are copied as they are.
_COPIED = ("register", "person", "document", "alembic_version")
_PERSONAL_FIELDS = ("code", "name")
# A field that is there from when a thing was made.
_MADE_WITH = {
    Subject.COMMITMENT: "meeting",
    Subject.MEETING: "code",
    Subject.AGENCY: "code",
    Subject.SERIES: "code",
}


@contextmanager
def standing(
    connection: Connection, moment: datetime, *, hide_restricted_now: bool = False
) -> Iterator[Connection]:
    """Give the register as it stood at `moment` (UTC): all that was recorded before it.

    With `hide_restricted_now`, what was restricted since is restricted then as well: what an
    agency may not see today it does not see by asking for yesterday.
    """
    memory = sqlite3.connect(":memory:", isolation_level=None)
    try:
        memory.execute("PRAGMA foreign_keys = OFF")
        _make_schema(connection, memory)
        _fill(connection, memory, moment)
        if hide_restricted_now:
            restricted = connection.rows("SELECT id FROM commitment WHERE restricted")
            memory.executemany("UPDATE commitment SET restricted = 1 WHERE id = ?", restricted)
        memory.execute("PRAGMA query_only = 1")
        yield Connection(memory, kind=SQLITE)
    finally:
        memory.close()


def _make_schema(connection: Connection, memory: sqlite3.Connection) -> None:
    if not connection.is_sqlite:
        from tracker.storage.database import migrate_memory

        migrate_memory(memory)
        memory.execute("DELETE FROM alembic_version")
        _leave_out_guards(memory)
        return
    statements = connection.rows(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'search_index\\__%'"
        " ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY CASE type"
        " WHEN 'table' THEN 0 WHEN 'index' THEN 1 WHEN 'view' THEN 2 ELSE 3 END, rowid"
    )
    for (sql,) in statements:
        memory.execute(sql)
    _leave_out_guards(memory)


def _leave_out_guards(memory: sqlite3.Connection) -> None:
    # Clocks are set back, and those of two machines differ: what was recorded before a moment
    # need not be the chain's beginning without a gap.
    guards = memory.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'entry'"
    ).fetchall()
    for (name,) in guards:
        memory.execute(f"DROP TRIGGER {name}")


def _fill(connection: Connection, memory: sqlite3.Connection, moment: datetime) -> None:
    memory.execute("BEGIN")
    for table in _COPIED:
        _insert(memory, table, _all(connection, table))
    keys = _Keys(connection)
    changes: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    times: dict[tuple[str, str], tuple[Any, Any]] = {}
    entries = []
    for entry in _all(
        connection,
        "entry",
        " WHERE recorded_at < :moment ORDER BY id",
        {"moment": moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")},
    ):
        thing = (entry["subject"], entry["subject_uid"])
        changes[thing].append(json_value(entry["changes"]))
        at = _plain(entry["recorded_at"])
        times[thing] = (times.get(thing, (at, at))[0], at)
        entries.append(entry)
    made: Rows = defaultdict(list)
    unmade = set()
    for (subject, uid), told in changes.items():
        key, state = keys.of(uid), fold(told)
        if key is None or _MADE_WITH[Subject(subject)] not in state:
            unmade.add(uid)
            continue
        first, last = times[subject, uid]
        state = _named(state, keys.people.get(uid))
        rows = rows_of(Subject(subject), Thing(key, uid, first, last), state, keys.of)
        for table, listed in rows.items():
            made[table] += listed
    for table, listed in made.items():
        _insert(memory, table, listed)
    entries = [entry for entry in entries if entry["subject_uid"] not in unmade]
    _insert(memory, "entry", entries)
    _insert(memory, "search_text", _search_text(made, entries))
    memory.execute("COMMIT")


class _Keys:
    """The keys of things by their uid, and the present names of agencies that are persons."""

    def __init__(self, connection: Connection) -> None:
        self._keys: dict[str, int] = {}
        for table in ("meeting", "agency", "series", "person", "document", "commitment"):
            self._keys |= dict(connection.rows(f"SELECT uid, id FROM {table}"))
        self.people: dict[str, State] = {
            uid: {"code": code, "name": name}
            for uid, code, name in connection.rows("SELECT uid, code, name FROM agency")
        }

    def of(self, uid: str | None) -> int | None:
        return None if uid is None else self._keys.get(uid)


def _named(state: State, present: State | None) -> State:
    """Put the present names in place of personal ones, which no entry holds."""
    if present is None or PERSONAL not in (state.get(field) for field in _PERSONAL_FIELDS):
        return state
    lists: State = {
        field: [] for field in ("aliases", "former_names") if state.get(field) == PERSONAL
    }
    return state | present | lists


def _search_text(made: Rows, entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    from tracker.domain.text import search_words

    notes: dict[int, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    taken_back = {entry["undoes"] for entry in entries}
    for entry in entries:
        if entry["note"] and entry["act"] not in taken_back:
            notes[entry["commitment_id"]][bool(entry["restricted"])].append(entry["note"])
    return [
        {
            "commitment_id": row["id"],
            "body": search_words(
                "\n".join([row["text"], row["quote"] or "", *notes[row["id"]][0]])
            ),
            "restricted_notes": search_words("\n".join(notes[row["id"]][1])),
        }
        for row in made.get("commitment", [])
    ]


def _all(
    connection: Connection,
    table: str,
    where: str = "",
    parameters: Mapping[str, Any] | None = None,
) -> Iterator[dict[str, Any]]:
    names = connection.columns(table)
    listed = ", ".join(names)
    for row in connection.each(f"SELECT {listed} FROM {table}{where}", parameters):
        yield dict(zip(names, row, strict=True))


def _insert(
    memory: sqlite3.Connection, table: str, rows: Iterator[dict[str, Any]] | list[dict[str, Any]]
) -> None:
    listed = list(rows)
    if not listed:
        return
    names = list(listed[0])
    marks = ", ".join("?" for _ in names)
    memory.executemany(
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})",
        ([_plain(row[name]) for name in names] for row in listed),
    )


def _plain(value: Any) -> Any:
    """Give a value of either database as SQLite keeps it."""
    import json
    from datetime import UTC, date

    match value:
        case datetime():
            return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        case date():
            return value.isoformat()
        case dict() | list():
            return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        case _:
            return value
