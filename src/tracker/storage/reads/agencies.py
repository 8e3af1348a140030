"""Reads: agencies and where they stand among each other."""

from collections import defaultdict
from datetime import date
from typing import Any

from tracker.domain.facts import AgencyFact, FocalPointFact, PeriodFact
from tracker.domain.permission import Relations
from tracker.domain.vocabulary import AgencyKind, Spelling
from tracker.storage.connection import Connection
from tracker.storage.reads.values import day as as_day

_HOLDS = (
    " AND (cast(since AS text) IS NULL OR since <= :day)"
    " AND (cast(until AS text) IS NULL OR until >= :day)"
)


def spellings(connection: Connection) -> dict[str, str]:
    """Give the code of the agency that each folded spelling means."""
    return dict(connection.rows("SELECT folded, agency FROM spelling_view"))


def names(connection: Connection) -> dict[str, str]:
    """Give the full name of each agency by its code."""
    return dict(connection.rows("SELECT code, name FROM agency ORDER BY code"))


def agency_id(connection: Connection, code: str) -> int:
    """Give the key of the agency with exactly that code."""
    row = connection.first("SELECT id FROM agency WHERE code = :code", {"code": code})
    return int(row[0]) if row else 0


def agencies(connection: Connection, *, code: str | None = None) -> list[AgencyFact]:
    """Give every agency by code, or the one with exactly that code."""
    where = " WHERE code = :code" if code else ""
    parameters = {"code": code} if code else {}
    rows = connection.rows(
        "SELECT id, code, uid, name, kind, part_of, commitments FROM agency_view"
        f"{where} ORDER BY code",
        parameters,
    )
    spelt = _listed(connection, "SELECT agency, kind, written FROM spelling_view ORDER BY position")
    parts = _listed(
        connection, "SELECT part_of, code FROM agency_view WHERE part_of IS NOT NULL ORDER BY code"
    )
    groups = _listed(connection, "SELECT member, group_code FROM group_member_view ORDER BY 2")
    members = _listed(connection, "SELECT group_code, member FROM group_member_view ORDER BY 2")
    chairs = _listed(
        connection,
        "SELECT group_code, chair, since, until FROM group_chair_view ORDER BY since, id",
    )
    points = _listed(
        connection,
        "SELECT agency, name, title, email, since, until FROM focal_point_view ORDER BY id",
    )
    return [
        AgencyFact(
            code=own,
            uid=uid,
            name=name,
            kind=AgencyKind(kind),
            aliases=tuple(w for k, w in spelt[own] if k == Spelling.ALIAS),
            former_names=tuple(w for k, w in spelt[own] if k == Spelling.FORMER_NAME),
            part_of=part_of,
            parts=tuple(part for (part,) in parts[own]),
            member_of=tuple(group for (group,) in groups[own]),
            members=tuple(member for (member,) in members[own]),
            chairs=tuple(PeriodFact(who, as_day(a), as_day(b)) for who, a, b in chairs[own]),
            focal_points=tuple(
                FocalPointFact(who, title, mail, as_day(a), as_day(b))
                for who, title, mail, a, b in points[own]
            ),
            commitments=commitments,
        )
        for _, own, uid, name, kind, part_of, commitments in rows
    ]


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


def _listed(connection: Connection, sql: str) -> dict[str, list[tuple[Any, ...]]]:
    found: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for code, *rest in connection.each(sql):
        found[code].append(tuple(rest))
    return found
