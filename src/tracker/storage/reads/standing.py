"""Reads: who an agency is, and where it stands among the others."""

from datetime import date

from tracker.domain.permission import Relations
from tracker.storage.connection import Connection

_HOLDS = (
    " AND (cast(since AS text) IS NULL OR since <= :day)"
    " AND (cast(until AS text) IS NULL OR until >= :day)"
)


def spellings(connection: Connection) -> dict[str, str]:
    """Give the code of the agency that each folded spelling means."""
    return dict(connection.rows("SELECT folded, agency FROM spelling_view"))


def code_spelt(connection: Connection, folded: str) -> str | None:
    """Give the code of the agency that a folded spelling means, or None."""
    row = connection.first(
        "SELECT agency FROM spelling_view WHERE folded = :folded", {"folded": folded}
    )
    return str(row[0]) if row else None


def names(connection: Connection) -> dict[str, str]:
    """Give the full name of each agency by its code."""
    return dict(connection.rows("SELECT code, name FROM agency_view ORDER BY code"))


def agency_id(connection: Connection, code: str) -> int:
    """Give the key of the agency with exactly that code."""
    row = connection.first("SELECT id FROM agency_view WHERE code = :code", {"code": code})
    return int(row[0]) if row else 0


def code_of(connection: Connection, key: int) -> str:
    """Give the code of the agency with that key."""
    row = connection.first("SELECT code FROM agency WHERE id = :key", {"key": key})
    return str(row[0]) if row else ""


def relations(connection: Connection, code: str, *, day: date) -> Relations:
    """Tell where the agency with that code stands among the others on `day`."""
    key = agency_id(connection, code)
    on = {"key": key, "day": day.isoformat()}
    parts = connection.rows(
        "WITH RECURSIVE part(id) AS (SELECT id FROM agency WHERE part_of_id = :key"
        " UNION SELECT a.id FROM agency a JOIN part p ON a.part_of_id = p.id)"
        " SELECT id FROM part",
        {"key": key},
    )
    chairs = connection.rows(f"SELECT group_id FROM group_chair WHERE chair_id = :key{_HOLDS}", on)
    groups = connection.rows(
        f"SELECT group_id FROM group_member WHERE member_id = :key{_HOLDS}", on
    )
    return Relations(
        agency=key,
        parts=frozenset(row[0] for row in parts),
        chairs=frozenset(row[0] for row in chairs),
        member_of=frozenset(row[0] for row in groups),
    )
