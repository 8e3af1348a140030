"""Writes: acts of users in history, and what came after them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from tracker.domain.records import (
    Agency,
    Commitment,
    Document,
    Entry,
    Meeting,
    Person,
    Series,
)
from tracker.domain.vocabulary import Subject
from tracker.storage.commitments import ref_of


def last_act(session: Session, *, by: str, agency: int | None) -> list[Entry]:
    """Give the entries of the last act of a person, as an agency or as coordinator, oldest first.

    Acts taken back, and the taking back itself, are passed over.
    """
    own = col(Entry.acting_agency_id) == agency if agency else col(Entry.acting_agency_id).is_(None)
    newest = session.exec(
        select(Entry.act)
        .where(Entry.by_uid == by, own, col(Entry.undoes).is_(None), ~_taken_back())
        .order_by(col(Entry.id).desc())
        .limit(1)
    ).first()
    if newest is None:
        return []
    return list(session.exec(select(Entry).where(Entry.act == newest).order_by(col(Entry.id))))


def later_about(session: Session, entry: Entry) -> list[Entry]:
    """Give the entries about the same thing that came after `entry`, taking back excepted."""
    return list(
        session.exec(
            select(Entry)
            .where(
                # By the key, which is indexed, and not by the uid, which is not.
                col(getattr(Entry, f"{entry.subject}_id")) == key_of(entry),
                Entry.id > entry.id,
                col(Entry.undoes).is_(None),
            )
            .order_by(col(Entry.id))
        )
    )


def is_taken_back(session: Session, entry: Entry) -> bool:
    """Tell whether the act of `entry` was taken back."""
    return session.exec(select(Entry.id).where(Entry.undoes == entry.act)).first() is not None


def recorded_after(session: Session, commitment: Commitment, moment: datetime) -> list[Entry]:
    """Give the entries about a commitment that were recorded after `moment` (UTC)."""
    return list(
        session.exec(
            select(Entry)
            .where(Entry.commitment_id == commitment.id, Entry.recorded_at > moment)
            .order_by(col(Entry.id))
        )
    )


def key_of(entry: Entry) -> int:
    """Give the key of the thing that `entry` is about."""
    key: int = getattr(entry, f"{entry.subject}_id")
    return key


def shown(session: Session, entry: Entry) -> str:
    """Give the ref or code of the thing that `entry` is about."""
    match entry.subject:
        case Subject.COMMITMENT:
            commitment = session.get_one(Commitment, entry.commitment_id)
            meeting = session.get_one(Meeting, commitment.meeting_id)
            return ref_of(meeting.code, commitment.number)
        case Subject.MEETING:
            return session.get_one(Meeting, entry.meeting_id).code
        case Subject.AGENCY:
            return session.get_one(Agency, entry.agency_id).code
        case Subject.SERIES:
            return session.get_one(Series, entry.series_id).code


def name_of(session: Session, entry: Entry) -> str:
    """Give the name of who recorded `entry`."""
    return session.get_one(Person, entry.by_id).name


def called(session: Session, uid: str) -> str:
    """Give what people call the thing or person with that uid: a ref, a code, or a name."""
    for kind in (Agency, Meeting, Series):
        coded = session.exec(select(kind.code).where(kind.uid == uid)).first()
        if coded is not None:
            return coded
    ref = session.exec(
        select(Meeting.code, Commitment.number)
        .join(Commitment, col(Commitment.meeting_id) == Meeting.id)
        .where(Commitment.uid == uid)
    ).first()
    if ref is not None:
        return ref_of(*ref)
    for named in (Person, Document):
        name = session.exec(select(named.name).where(named.uid == uid)).first()
        if name is not None:
            return name
    return uid


def _taken_back() -> ColumnElement[bool]:
    undoing = select(Entry.undoes).where(col(Entry.undoes).is_not(None))
    return col(Entry.act).in_(undoing)


def newest_by(session: Session, uids: Sequence[str]) -> Entry | None:
    """Give the newest entry recorded by one of these persons, else the newest of all."""
    by_them = col(Entry.by_uid).in_(uids)
    return session.exec(
        select(Entry).order_by(by_them.desc(), col(Entry.id).desc()).limit(1)
    ).first()
