"""Reads for undo: what leans on a thing, and what is in the way of a state that comes back."""

import re
from collections.abc import Iterator
from typing import Any, TypeVar

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, or_, select

from tracker.domain.fold import State
from tracker.domain.records import (
    Agency,
    AgencySpelling,
    Commitment,
    CommitmentLink,
    CommitmentOwner,
    Entry,
    GroupChair,
    GroupMember,
    Meeting,
    Series,
)
from tracker.domain.text import fold, fold_name
from tracker.domain.vocabulary import Subject, label
from tracker.storage.agencies import is_within
from tracker.storage.commitments import ref_of
from tracker.storage.history import PERSONAL, Recorded

_Kind = TypeVar("_Kind", Agency, Meeting, Series, Commitment)
_UID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_LISTS = ("aliases", "former_names")


def leaning_on(session: Session, entry: Entry, ours: set[str]) -> Iterator[str]:
    """Say what needs the thing that `entry` made, but for `ours`: what the same act is about."""
    key: int = getattr(entry, f"{entry.subject}_id")
    match entry.subject:
        case Subject.COMMITMENT:
            yield from _linked(session, key, ours)
        case Subject.MEETING:
            yield from _on_meeting(session, key, ours)
        case Subject.AGENCY:
            yield from _on_agency(session, key, ours)
        case Subject.SERIES:
            held = session.exec(
                select(Meeting).where(Meeting.series_id == key, ~col(Meeting.voided))
            )
            yield from (f"{one.code} belongs to it" for one in held if one.uid not in ours)


def in_the_way(
    session: Session, record: Recorded, state: State, restored: State, ours: set[str]
) -> Iterator[str]:
    """Say what keeps `record` from being as `state` again, of which `restored` comes back.

    `ours` is what the same act is about: it comes back with it, and is in nobody's way.
    """
    yield from _gone(session, {uid for uid in _uids(restored) if uid not in ours})
    match record:
        case Agency() if not state.get("voided"):
            yield from _spelt(session, record, state, ours)
            whole = _with_uid(session, Agency, restored.get("part_of"))
            if whole is not None and is_within(session, whole, record):
                yield f"{whole.code} is part of {record.code} by now"
        case Meeting() if not state.get("voided"):
            yield from _held(session, record, state)
            host = _with_uid(session, Meeting, restored.get("in_margins_of"))
            if host is not None and _is_around(session, record, host):
                yield f"{host.code} is in the margins of {record.code} by now"


def _linked(session: Session, key: int, ours: set[str]) -> Iterator[str]:
    found = session.exec(
        select(CommitmentLink.kind, Commitment, Meeting)
        .join(Commitment, col(Commitment.id) == CommitmentLink.commitment_id)
        .join(Meeting, col(Meeting.id) == Commitment.meeting_id)
        .where(CommitmentLink.to_id == key, ~col(Commitment.voided))
    )
    for kind, one, meeting in found:
        if one.uid not in ours:
            yield f"{ref_of(meeting.code, one.number)} {label(kind)} it"


def _on_meeting(session: Session, key: int, ours: set[str]) -> Iterator[str]:
    # Its code is in the refs of what was logged at it, which stay even when that was voided.
    yield from (
        f"{ref} was logged at it, and keeps its ref"
        for ref in _refs(session, col(Commitment.meeting_id) == key, set())
    )
    hangs = or_(
        col(Commitment.due_meeting_id) == key, col(Commitment.first_due_meeting_id) == key
    ) & (col(Commitment.meeting_id) != key)
    needed = _refs(session, hangs & ~col(Commitment.voided), ours)
    yield from (f"{ref} is due by it" for ref in needed)
    hosted = session.exec(
        select(Meeting).where(Meeting.in_margins_of_id == key, ~col(Meeting.voided))
    )
    yield from (f"{one.code} is in its margins" for one in hosted if one.uid not in ours)


def _on_agency(session: Session, key: int, ours: set[str]) -> Iterator[str]:
    owned = select(CommitmentOwner.commitment_id).where(CommitmentOwner.agency_id == key)
    names_it = or_(col(Commitment.id).in_(owned), col(Commitment.said_for_id) == key)
    needed = _refs(session, names_it & ~col(Commitment.voided), ours)
    yield from (f"{ref} names it" for ref in needed)
    for told, those in (
        ("is part of it", select(Agency).where(Agency.part_of_id == key)),
        (
            "is its member",
            select(Agency)
            .join(GroupMember, col(GroupMember.member_id) == Agency.id)
            .where(GroupMember.group_id == key),
        ),
        (
            "is chaired by it",
            select(Agency)
            .join(GroupChair, col(GroupChair.group_id) == Agency.id)
            .where(GroupChair.chair_id == key),
        ),
    ):
        for one in session.exec(those.where(~col(Agency.voided))):
            if one.uid not in ours:
                yield f"{one.code} {told}"


def _refs(session: Session, needs: ColumnElement[bool], ours: set[str]) -> list[str]:
    found = session.exec(
        select(Commitment.uid, Meeting.code, Commitment.number)
        .join(Meeting, col(Meeting.id) == Commitment.meeting_id)
        .where(needs)
        .order_by(col(Commitment.id))
    )
    return [ref_of(code, number) for uid, code, number in found if uid not in ours]


def _gone(session: Session, uids: set[str]) -> Iterator[str]:
    for uid in sorted(uids):
        agency = _with_uid(session, Agency, uid)
        if agency is not None and agency.merged_into_id is not None:
            into = session.get_one(Agency, agency.merged_into_id)
            yield f"{agency.code} was merged into {into.code}"
        elif agency is not None and agency.voided:
            yield f"{agency.code} was taken back"
        named = _with_uid(session, Meeting, uid) or _with_uid(session, Series, uid)
        if named is not None and named.voided:
            yield f"{named.code} was taken back"
        commitment = _with_uid(session, Commitment, uid)
        if commitment is not None and commitment.voided:
            meeting = session.get_one(Meeting, commitment.meeting_id)
            yield f"{ref_of(meeting.code, commitment.number)} was voided"


def _spelt(session: Session, agency: Agency, state: State, ours: set[str]) -> Iterator[str]:
    names = [state.get("code"), state.get("name")]
    for field in _LISTS:
        names += [] if state.get(field) == PERSONAL else state.get(field) or []
    for name in names:
        if name and name != PERSONAL:
            spelling = session.get(AgencySpelling, fold_name(name))
            owner = session.get_one(Agency, spelling.agency_id) if spelling else None
            if owner is not None and owner.id != agency.id and owner.uid not in ours:
                yield f"“{name}” means {owner.code} by now"


def _held(session: Session, meeting: Meeting, state: State) -> Iterator[str]:
    others = select(Meeting).where(Meeting.id != meeting.id, ~col(Meeting.voided))
    code = fold(state["code"])
    for other in session.exec(others.where(Meeting.code_folded == code)):
        yield f"{other.code} is another meeting by now"
    series = _with_uid(session, Series, state.get("series"))
    number = state.get("number")
    if series is not None and number is not None:
        same = others.where(Meeting.series_id == series.id, Meeting.number == number)
        for other in session.exec(same):
            yield f"number {number} of the series is {other.code} by now"


def _is_around(session: Session, meeting: Meeting, host: Meeting) -> bool:
    around: Meeting | None = host
    while around is not None and around.id != meeting.id:
        outer = around.in_margins_of_id
        around = session.get(Meeting, outer) if outer is not None else None
    return around is not None


def _with_uid(session: Session, kind: type[_Kind], uid: str | None) -> _Kind | None:
    return session.exec(select(kind).where(kind.uid == uid)).first() if uid else None


def _uids(value: Any) -> Iterator[str]:
    match value:
        case str() if _UID.fullmatch(value):
            yield value
        case list():
            for one in value:
                yield from _uids(one)
        case dict():
            for one in value.values():
                yield from _uids(one)
