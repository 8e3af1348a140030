"""Does history tell of what is stored? Each thing's entries, folded, beside its rows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from tracker.domain.fold import State, fold
from tracker.domain.vocabulary import Subject
from tracker.storage.connection import Connection
from tracker.storage.reads.values import json_value, stored
from tracker.storage.rows import BELONGINGS, Row, Thing, rows_of

# What stands in an entry where a value is personal: the rows alone hold it.
_PERSONAL = "personal"
_PERSONAL_COLUMNS = {"code", "name"}
_PERSONAL_TABLES = {"agency_spelling"}
# Ways of writing that were refused as doubles leave gaps in these.
_RANKED = {"agency_spelling": "position"}
_THINGS_A_QUESTION = 2_000


def differences(connection: Connection) -> Iterator[str]:
    """Say which things are stored otherwise than their history tells."""
    keys = _keys(connection)
    for subject in Subject:
        (highest,) = connection.first(f"SELECT coalesce(max(id), 0) FROM {subject}") or (0,)
        for low in range(0, int(highest) + 1, _THINGS_A_QUESTION):
            yield from _some(connection, subject, low, keys)


def _some(
    connection: Connection, subject: Subject, low: int, keys: Mapping[str, int]
) -> Iterator[str]:
    high = low + _THINGS_A_QUESTION - 1
    things = {row["id"]: row for row in _stored(connection, subject, "id", low, high)}
    belongings: dict[str, dict[int, list[Row]]] = {}
    for table, column in BELONGINGS[subject].items():
        belongings[table] = defaultdict(list)
        for row in _stored(connection, table, column, low, high):
            belongings[table][row[column]].append(row)
    told = _told(connection, subject, low, high)
    for key, row in things.items():
        entries = told.get(key, [])
        if not entries or any(uid != row["uid"] for uid, _, _ in entries):
            yield f"{_shown(connection, subject, row)} is not in the history."
            continue
        state = fold(changes for _, _, changes in entries)
        thing = Thing(key, row["uid"], entries[0][1], entries[-1][1])
        rows = {str(subject): [row]} | {
            table: listed.get(key, []) for table, listed in belongings.items()
        }
        fields = _differing(subject, thing, state, rows, keys)
        if fields:
            yield (
                f"{_shown(connection, subject, row)} is stored otherwise than its history"
                f" tells: {', '.join(sorted(fields))}."
            )


def _differing(
    subject: Subject,
    thing: Thing,
    state: State,
    rows: dict[str, list[Row]],
    keys: Mapping[str, int],
) -> set[str]:
    try:
        wanted = rows_of(subject, thing, state, lambda uid: None if uid is None else keys.get(uid))
    except (KeyError, TypeError, AttributeError):
        return {"all of it"}
    personal = _PERSONAL in (state.get(column) for column in _PERSONAL_COLUMNS)
    fields: set[str] = set()
    for table, listed in wanted.items():
        if personal and table in _PERSONAL_TABLES:
            continue
        if table == subject:
            hidden = _PERSONAL_COLUMNS if personal else set()
            (one,), (other,) = listed, rows[table]
            fields |= {
                column.replace("_", " ").removesuffix(" id")
                for column in one.keys() - hidden
                if _plain(one[column]) != _plain(other[column])
            }
        elif _comparable(table, listed, listed) != _comparable(table, rows[table], listed):
            fields.add(table.removeprefix(f"{subject}_").replace("_", " "))
    return fields


def _comparable(table: str, rows: Iterable[Row], like: Iterable[Row]) -> list[str]:
    """Write rows as they are compared: the columns that `like` has, in an order of their own."""
    columns = {column for row in like for column in row}
    ranked = _RANKED.get(table)
    ordered = sorted(rows, key=lambda row: row[ranked]) if ranked else rows
    plain = [
        [(column, _plain(row[column])) for column in sorted(columns) if column != ranked]
        for row in ordered
    ]
    return [repr(row) for row in plain] if ranked else sorted(repr(row) for row in plain)


def _stored(connection: Connection, table: str, column: str, low: int, high: int) -> Iterator[Row]:
    names = connection.columns(table)
    listed = ", ".join(names)
    for row in connection.each(
        f"SELECT {listed} FROM {table} WHERE {column} BETWEEN :low AND :high ORDER BY {column}",
        {"low": low, "high": high},
    ):
        yield dict(zip(names, row, strict=True))


def _told(
    connection: Connection, subject: Subject, low: int, high: int
) -> dict[int, list[tuple[str, Any, Mapping[str, list[Any]]]]]:
    told: dict[int, list[tuple[str, Any, Mapping[str, list[Any]]]]] = defaultdict(list)
    for key, uid, at, changes in connection.each(
        f"SELECT {subject}_id, subject_uid, recorded_at, changes FROM entry"
        f" WHERE {subject}_id BETWEEN :low AND :high ORDER BY {subject}_id, id",
        {"low": low, "high": high},
    ):
        told[key].append((uid, at, json_value(changes)))
    return told


def _keys(connection: Connection) -> dict[str, int]:
    keys: dict[str, int] = {}
    for table in ("meeting", "agency", "series", "person", "document", "commitment"):
        keys |= dict(connection.rows(f"SELECT uid, id FROM {table}"))
    return keys


def _shown(connection: Connection, subject: Subject, row: Row) -> str:
    if subject != Subject.COMMITMENT:
        return f"The {subject} {row['code']}"
    ref = connection.first("SELECT ref FROM commitment_view WHERE id = :id", {"id": row["id"]})
    return str(ref[0]) if ref else f"Commitment {row['id']}"


def _plain(value: Any) -> Any:
    match value:
        case datetime():
            return stored(value)
        case date():
            return value.isoformat()
        case bool():
            return int(value)
        case str():
            return str(value)
        case _:
            return value
