"""Reads: agencies."""

from collections import defaultdict
from typing import Any

from tracker.domain.facts import AgencyFact, FocalPointFact, PeriodFact
from tracker.domain.vocabulary import AgencyKind, Spelling
from tracker.storage.connection import Connection
from tracker.storage.reads.values import day as as_day


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


def chairs(connection: Connection) -> dict[str, tuple[PeriodFact, ...]]:
    """Give who chairs each group, from when to when, by the group's code."""
    listed = _listed(
        connection,
        "SELECT group_code, chair, since, until FROM group_chair_view ORDER BY since, id",
    )
    return {
        group: tuple(PeriodFact(who, as_day(since), as_day(until)) for who, since, until in periods)
        for group, periods in listed.items()
    }


def _listed(connection: Connection, sql: str) -> dict[str, list[tuple[Any, ...]]]:
    found: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for code, *rest in connection.each(sql):
        found[code].append(tuple(rest))
    return found
