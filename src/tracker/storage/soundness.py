"""Is the register sound? What SQLite and the chain of history say of it."""

from tracker.domain.chain import FIRST, HASHED, digest
from tracker.domain.columns import instant_text
from tracker.storage.connection import Connection, reading
from tracker.storage.reads.values import day, json_value, moment

_COLUMNS = (
    "id, uid, act, deed, subject, subject_uid, recorded_at, true_on, by_uid, capacity,"
    " acting_agency_uid, for_agency_uid, door, channel, status, changes, note, reason, evidence,"
    " restricted, undoes, previous"
)


def findings(given: str) -> list[str]:
    """Examine the register at `given`; give what is wrong, in sentences."""
    with reading(given) as connection:
        found = _file(connection) if connection.is_sqlite else []
        found += _chain(connection)
    return found


def _file(connection: Connection) -> list[str]:
    said = [row[0] for row in connection.each("PRAGMA integrity_check")]
    found = [f"The file is damaged: {line}." for line in said if line != "ok"]
    found += [
        f"A record in {table} points to one in {parent} that is not there."
        for table, _, parent, _ in connection.each("PRAGMA foreign_key_check")
    ]
    return found


def _chain(connection: Connection) -> list[str]:
    found = []
    expected, number = FIRST, 0
    for *columns, sha256 in connection.each(
        f"SELECT {_COLUMNS}, sha256 FROM entry_view ORDER BY id"
    ):
        entry = dict(zip(HASHED, columns, strict=True))
        number += 1
        if entry["number"] != number:
            found.append(f"Entry {number} of the history is missing.")
            number = entry["number"]
        elif entry["previous"] != expected:
            found.append(f"Entry {number} of the history does not follow the one before it.")
        entry |= {
            "recorded_at": instant_text(moment(entry["recorded_at"])),
            "true_on": str(day(entry["true_on"])),
            "changes": json_value(entry["changes"]),
            "evidence": json_value(entry["evidence"]),
            "restricted": bool(entry["restricted"]),
        }
        if digest(entry) != sha256:
            found.append(f"Entry {number} of the history was changed after it was recorded.")
        expected = sha256
    return found
