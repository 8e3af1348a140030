"""Is the register sound? What the database, its schema and its history say of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from tracker.domain.chain import FIRST, HASHED, digest
from tracker.storage.connection import Connection, Row, reading
from tracker.storage.reads.values import day, json_value, moment, stored
from tracker.storage.replay import differences
from tracker.storage.shape import deviations

_FINDINGS_SHOWN = 20
_ENTRIES_A_QUESTION = 5_000
# Where a column is called otherwise than the field that is hashed.
_COLUMNS = {
    "number": "id",
    "by": "by_uid",
    "acting_agency": "acting_agency_id",
    "for_agency": "for_agency_id",
}


@dataclass(frozen=True, slots=True)
class InChain:
    """An entry that has the SHA-256 asked for; number 0 is the beginning, before any entry."""

    number: int
    recorded_at: datetime | None


def findings(given: str) -> list[str]:
    """Examine the register at `given`; give what is wrong, in sentences, at most 20 of them."""
    with reading(given) as connection:
        return list(islice(_findings(connection, given), _FINDINGS_SHOWN))


def damage(connection: Connection) -> Iterator[str]:
    """Say what SQLite finds wrong with the file, or with what points where in it."""
    for (line,) in connection.each("PRAGMA integrity_check"):
        if line != "ok":
            yield f"The file is damaged: {' '.join(line.split())}."
    for table, _, parent, _ in connection.each("PRAGMA foreign_key_check"):
        yield f"A record in {table} points to one in {parent} that is not there."


def find_digest(given: str, sha256: str) -> InChain | None:
    """Give the entry with that SHA-256, or None where no entry has it."""
    if sha256 == FIRST:
        return InChain(0, None)
    with reading(given) as connection:
        row = connection.first(
            "SELECT id, recorded_at FROM entry WHERE sha256 = :sha256", {"sha256": sha256}
        )
    return InChain(int(row[0]), moment(row[1])) if row else None


def _findings(connection: Connection, given: str) -> Iterator[str]:
    if connection.is_sqlite:
        damaged = list(islice(damage(connection), _FINDINGS_SHOWN))
        yield from damaged
        if damaged:
            return
    yield from deviations(connection, given)
    yield from _breaks(connection)
    yield from differences(connection)


def _breaks(connection: Connection) -> Iterator[str]:
    """Say where the chain of history does not hold."""
    agencies: dict[int, str] = dict(connection.rows("SELECT id, uid FROM agency"))
    expected, number = FIRST, 0
    for *columns, sha256 in _entries(connection):
        entry = _hashed(columns, agencies)
        number += 1
        if entry["number"] != number:
            yield f"Entry {number} of the history is missing."
            number = entry["number"]
        elif entry["previous"] != expected:
            yield f"Entry {number} of the history does not follow the one before it."
        if digest(entry) != sha256:
            yield f"Entry {number} of the history was changed after it was recorded."
        expected = sha256


def _entries(connection: Connection) -> Iterator[Row]:
    columns = ", ".join(_COLUMNS.get(name, name) for name in HASHED)
    newest = 0
    while True:
        rows = connection.rows(
            f"SELECT {columns}, sha256 FROM entry WHERE id > :newest ORDER BY id"
            f" LIMIT {_ENTRIES_A_QUESTION}",
            {"newest": newest},
        )
        if not rows:
            return
        yield from rows
        newest = rows[-1][0]


def _hashed(columns: list[Any], agencies: dict[int, str]) -> dict[str, Any]:
    entry = dict(zip(HASHED, columns, strict=True))
    return entry | {
        "recorded_at": stored(moment(entry["recorded_at"])),
        "true_on": str(day(entry["true_on"])),
        "acting_agency": agencies.get(entry["acting_agency"]),
        "for_agency": agencies.get(entry["for_agency"]),
        "changes": json_value(entry["changes"]),
        "evidence": json_value(entry["evidence"]),
        "restricted": bool(entry["restricted"]),
    }
