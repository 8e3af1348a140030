"""Reads: the register itself."""

from tracker.domain.facts import RegisterFact
from tracker.errors import RegisterUnusable
from tracker.storage.connection import Connection


def the_register(connection: Connection) -> RegisterFact:
    """Give the register. Raises RegisterUnusable where `init` was cut off before naming it."""
    row = connection.first("SELECT uid, name, time_zone FROM register")
    if row is None:
        raise RegisterUnusable("This register has no name yet. Make it again with `tracker init`.")
    return RegisterFact(*row)


def newest_digest(connection: Connection) -> str:
    """Give the SHA-256 of the newest entry of history; zeros before the first."""
    from tracker.domain.chain import FIRST

    row = connection.first("SELECT sha256 FROM entry ORDER BY id DESC LIMIT 1")
    return str(row[0]) if row else FIRST


def counts(connection: Connection) -> tuple[int, int, int, int]:
    """Count meetings, agencies, commitments (voided ones too) and entries."""
    tables = ("meeting", "agency", "commitment", "entry")
    row = connection.first(
        "SELECT " + ", ".join(f"(SELECT count(*) FROM {table})" for table in tables)
    )
    first, second, third, fourth = row or (0, 0, 0, 0)
    return int(first), int(second), int(third), int(fourth)
