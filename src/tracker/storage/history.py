"""Writes: entries of history, and what of a record history holds."""

from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from tracker.domain.chain import FIRST, digest
from tracker.domain.columns import instant_text
from tracker.domain.due import edtf
from tracker.domain.records import (
    Agency,
    Commitment,
    CommitmentLink,
    Document,
    Entry,
    FocalPoint,
    GroupChair,
    GroupMember,
    Meeting,
    Person,
    Series,
)
from tracker.domain.vocabulary import AgencyKind, Spelling, Subject
from tracker.storage.agencies import written
from tracker.storage.commitments import owners_of, places_of, tags_of

Recorded = Commitment | Meeting | Agency | Series
State = dict[str, Any]

# What stands in an entry where a value is personal: that it changed, never what it was.
PERSONAL = "personal"


def subject_of(record: Recorded) -> Subject:
    """Tell what an entry about `record` is about."""
    return Subject(type(record).__name__.casefold())


def state_of(session: Session, record: Recorded) -> State:
    """Give every field of `record` as history holds it: plain JSON, others by their uid."""
    match record:
        case Commitment():
            return _commitment(session, record)
        case Meeting():
            return _meeting(session, record)
        case Agency():
            return _agency(session, record)
        case Series():
            return {"code": record.code, "title": record.title, "voided": record.voided}


def names_of(session: Session, agency: Agency) -> State:
    """Give the names of `agency` as they are, which history must not hold of a person."""
    return {
        "code": agency.code,
        "name": agency.name,
        "aliases": written(session, agency, Spelling.ALIAS),
        "former_names": written(session, agency, Spelling.FORMER_NAME),
    }


def hidden(value: Any) -> Any:
    """Give what history holds in place of a personal value; of none, that there is none."""
    return PERSONAL if value else value


def difference(before: State, after: State) -> dict[str, list[Any]]:
    """Give [before, after] of each field that differs; what was not there before was null."""
    changed = {
        field: [before.get(field), after.get(field)]
        for field in before.keys() | after.keys()
        if (before.get(field) or None) != (after.get(field) or None)
    }
    return dict(sorted(changed.items()))


def newest(session: Session) -> tuple[int, str]:
    """Give number and SHA-256 of the newest entry: 0 and zeros before the first."""
    newest = select(Entry.id, Entry.sha256).order_by(col(Entry.id).desc()).limit(1)
    return session.exec(newest).first() or (0, FIRST)


def promised_on(session: Session, commitment: Commitment) -> date | None:
    """Give the day on which the present due date was promised anew; None: it is as logged."""
    told = session.exec(
        select(Entry)
        .where(
            Entry.commitment_id == commitment.id,
            col(Entry.deed).in_(("update", "edit")),
            # What was taken back promised nothing.
            col(Entry.act).not_in(select(Entry.undoes).where(col(Entry.undoes).is_not(None))),
        )
        .order_by(col(Entry.id).desc())
    )
    newest = next((entry for entry in told if "due" in entry.changes), None)
    return newest.true_on if newest is not None and newest.deed == "update" else None


def append(session: Session, entry: Entry, *, acting: str | None, behalf: str | None) -> Entry:
    """Put `entry` at the end of the chain; `acting` and `behalf` are uids of agencies."""
    number, previous = newest(session)
    entry.id, entry.previous = number + 1, previous
    entry.sha256 = digest(
        {
            "number": entry.id,
            "uid": entry.uid,
            "act": entry.act,
            "deed": entry.deed,
            "subject": entry.subject,
            "subject_uid": entry.subject_uid,
            "recorded_at": instant_text(entry.recorded_at),
            "true_on": entry.true_on.isoformat(),
            "by": entry.by_uid,
            "capacity": entry.capacity,
            "acting_agency": acting,
            "for_agency": behalf,
            "door": entry.door,
            "channel": entry.channel,
            "status": entry.status,
            "changes": entry.changes,
            "note": entry.note,
            "reason": entry.reason,
            "evidence": entry.evidence,
            "restricted": entry.restricted,
            "undoes": entry.undoes,
            "previous": entry.previous,
        }
    )
    session.add(entry)
    session.flush()
    return entry


def _commitment(session: Session, commitment: Commitment) -> State:
    links = session.exec(
        select(CommitmentLink)
        .where(CommitmentLink.commitment_id == commitment.id)
        .order_by(col(CommitmentLink.kind), col(CommitmentLink.to_id))
        .execution_options(populate_existing=True)
    )
    return {
        "meeting": _uid(session, Meeting, commitment.meeting_id),
        "number": commitment.number,
        "text": commitment.text,
        "kind": commitment.kind,
        "strength": commitment.strength,
        "status": commitment.status,
        "verification": commitment.verification,
        "due": _due(
            session,
            commitment.due_words,
            commitment.due_earliest,
            commitment.due_latest,
            commitment.due_relation,
            commitment.due_meeting_id,
        ),
        "first_due": _due(
            session,
            commitment.first_due_words,
            commitment.first_due_earliest,
            commitment.first_due_latest,
            commitment.first_due_relation,
            commitment.first_due_meeting_id,
        ),
        "owners": [
            {
                "agency": _uid(session, Agency, owner.agency_id),
                "role": owner.role,
                "acceptance": owner.acceptance,
                "words": owner.words,
            }
            for owner in owners_of(session, commitment)
        ],
        "places": places_of(session, commitment),
        "tags": tags_of(session, commitment),
        "said_by": _uid(session, Person, commitment.said_by_id),
        "said_for": _uid(session, Agency, commitment.said_for_id),
        "document": _uid(session, Document, commitment.document_id),
        "page": commitment.page,
        "lines": commitment.lines,
        "quote": commitment.quote,
        "links": [
            {"kind": link.kind, "to": _uid(session, Commitment, link.to_id)} for link in links
        ],
        "restricted": commitment.restricted,
        "voided": commitment.voided,
    }


def _meeting(session: Session, meeting: Meeting) -> State:
    return {
        "code": meeting.code,
        "title": meeting.title,
        "kind": meeting.kind,
        "series": _uid(session, Series, meeting.series_id),
        "number": meeting.number,
        "when": _due(
            session,
            meeting.when_words,
            meeting.when_earliest,
            meeting.when_latest,
            meeting.when_relation,
            None,
        ),
        "place": meeting.place,
        "in_margins_of": _uid(session, Meeting, meeting.in_margins_of_id),
        "voided": meeting.voided,
    }


def _agency(session: Session, agency: Agency) -> State:
    members = session.exec(
        select(GroupMember)
        .where(GroupMember.member_id == agency.id)
        .order_by(col(GroupMember.group_id))
        .execution_options(populate_existing=True)
    )
    chairs = session.exec(
        select(GroupChair)
        .where(GroupChair.group_id == agency.id)
        .order_by(col(GroupChair.id))
        .execution_options(populate_existing=True)
    )
    points = session.exec(
        select(FocalPoint)
        .where(FocalPoint.agency_id == agency.id)
        .order_by(col(FocalPoint.id))
        .execution_options(populate_existing=True)
    )
    names = names_of(session, agency)
    if agency.kind == AgencyKind.PERSON:
        names = {field: hidden(value) for field, value in names.items()}
    return names | {
        "kind": agency.kind,
        "part_of": _uid(session, Agency, agency.part_of_id),
        "member_of": [
            {"group": _uid(session, Agency, member.group_id)} | _period(member)
            for member in members
        ],
        "chairs": [
            {"agency": _uid(session, Agency, chair.chair_id)} | _period(chair) for chair in chairs
        ],
        "focal_points": [
            {"person": _uid(session, Person, point.person_id)} | _period(point) for point in points
        ],
        "voided": agency.voided,
        "merged_into": _uid(session, Agency, agency.merged_into_id),
    }


def _due(
    session: Session,
    words: str | None,
    earliest: date | None,
    latest: date | None,
    relation: str | None,
    meeting_id: int | None,
) -> State | None:
    if words is None:
        return None
    return {
        "words": words,
        "earliest": earliest.isoformat() if earliest else None,
        "latest": latest.isoformat() if latest else None,
        "edtf": edtf(earliest, latest),
        "relation": relation,
        "meeting": _uid(session, Meeting, meeting_id),
    }


def _period(record: GroupMember | GroupChair | FocalPoint) -> State:
    return {
        "since": record.since.isoformat() if record.since else None,
        "until": record.until.isoformat() if record.until else None,
    }


def _uid(
    session: Session,
    kind: type[Meeting | Agency | Person | Document | Series | Commitment],
    key: int | None,
) -> str | None:
    if key is None:
        return None
    record = session.get(kind, key)
    return record.uid if record is not None else None
