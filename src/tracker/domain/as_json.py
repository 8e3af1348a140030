"""Facts as the JSON that scripts rest on: names, order and shapes are kept. Standard library only.

Days are "2015-08-28", instants "2015-09-01T10:00:00.25Z"; what is not known is null.
"""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from tracker.domain.due import Due
    from tracker.domain.facts import (
        AgencyFact,
        CommitmentFact,
        EntryFact,
        IssuedFact,
        MeetingFact,
        SeriesFact,
        SourceFact,
        SummaryFact,
        UpdateFact,
    )

Json = dict[str, Any]


def commitment_json(fact: CommitmentFact, history: Sequence[EntryFact] | None = None) -> Json:
    """Give a commitment as a JSON object, with its history last when that is given."""
    shown: Json = {
        "ref": fact.ref,
        "uid": fact.uid,
        "meeting": fact.meeting,
        "text": fact.text,
        "kind": _word(fact.kind),
        "status": str(fact.status),
        "owners": [
            {
                "agency": owner.agency,
                "role": str(owner.role),
                "acceptance": str(owner.acceptance),
            }
            for owner in fact.owners
        ],
        "due": due_json(fact.due),
        "first_due": due_json(fact.first_due),
        "places": list(fact.places),
        "tags": list(fact.tags),
        "strength": _word(fact.strength),
        "said_by": fact.said_by,
        "said_for": fact.said_for,
        "source": _source(fact.source),
        "links": [{"kind": str(link.kind), "ref": link.ref} for link in fact.links],
        "acceptance": str(fact.acceptance),
        "verification": _word(fact.verification),
        "restricted": fact.restricted,
        "voided": fact.voided,
        "overdue": fact.overdue,
        "silent": fact.silent,
        "slips": fact.slips,
        "last_update": _update(fact.last_update),
        "created_at": instant(fact.created_at),
        "updated_at": instant(fact.updated_at),
        "said_by_title": fact.said_by_title,
        "due_changed_because": fact.due_changed_because,
        "slip_days": fact.slip_days,
        "disputes": [
            {"agency": owner.agency, "words": owner.words}
            for owner in fact.owners
            if owner.words is not None
        ],
        "closed_at": instant(fact.closed_at),
        "closed_on": _day(fact.closed_on),
    }
    if history is not None:
        shown["history"] = [entry_json(entry) for entry in history]
    return shown


def meeting_json(fact: MeetingFact) -> Json:
    """Give a meeting as a JSON object; `when` has the shape of `due`."""
    return {
        "code": fact.code,
        "uid": fact.uid,
        "title": fact.title,
        "kind": str(fact.kind),
        "when": due_json(fact.when),
        "series": fact.series,
        "series_title": fact.series_title,
        "number": fact.number,
        "place": fact.place,
        "in_margins_of": fact.in_margins_of,
        "commitments": fact.commitments,
    }


def series_json(fact: SeriesFact) -> Json:
    """Give a series as a JSON object; `meetings` is how many it has."""
    return {
        "code": fact.code,
        "uid": fact.uid,
        "title": fact.title,
        "meetings": fact.meetings,
    }


def agency_json(fact: AgencyFact) -> Json:
    """Give an agency as a JSON object; lists of agencies hold codes."""
    return {
        "code": fact.code,
        "uid": fact.uid,
        "name": fact.name,
        "kind": str(fact.kind),
        "aliases": list(fact.aliases),
        "former_names": list(fact.former_names),
        "part_of": fact.part_of,
        "parts": list(fact.parts),
        "member_of": list(fact.member_of),
        "members": list(fact.members),
        "chairs": [
            {"agency": chair.agency, "since": _day(chair.since), "until": _day(chair.until)}
            for chair in fact.chairs
        ],
        "focal_points": [
            {
                "name": person.name,
                "title": person.title,
                "email": person.email,
                "since": _day(person.since),
                "until": _day(person.until),
            }
            for person in fact.focal_points
        ],
        "commitments": fact.commitments,
    }


def entry_json(fact: EntryFact) -> Json:
    """Give an entry of history as a JSON object; `changes` maps a field to [before, after]."""
    return {
        "number": fact.number,
        "subject": str(fact.subject),
        "ref": fact.ref,
        "act": fact.act,
        "at": instant(fact.at),
        "on": _day(fact.on),
        "by": fact.by,
        "capacity": str(fact.capacity),
        "agency": fact.agency,
        "on_behalf_of": fact.on_behalf_of,
        "door": str(fact.door),
        "channel": _word(fact.channel),
        "changes": fact.changes,
        "note": fact.note,
        "reason": fact.reason,
        "evidence": list(fact.evidence),
        "restricted": fact.restricted,
        "sha256": fact.sha256,
    }


def issued_json(fact: IssuedFact) -> Json:
    """Give an issued report as a JSON object, without what it says."""
    return {
        "number": fact.number,
        "uid": fact.uid,
        "kind": fact.kind,
        "title": fact.title,
        "meeting": fact.meeting,
        "day": _day(fact.day),
        "issued_at": instant(fact.issued_at),
        "by": fact.by,
        "options": list(fact.options),
        "restricted": fact.restricted,
        "formats": list(fact.formats),
        "version": fact.version,
        "digest": fact.digest,
    }


def due_json(due: Due | None) -> Json | None:
    """Give a due date as a JSON object, or None where none was given."""
    if due is None:
        return None
    return {
        "words": due.words,
        "edtf": due.edtf,
        "earliest": _day(due.earliest),
        "latest": _day(due.latest),
        "relation": _word(due.relation) if due.edtf else None,
        "meeting": due.meeting,
    }


def instant(at: datetime | None) -> str | None:
    """Write an instant in UTC: "2015-09-01T10:00:00Z", with its fraction where it has one.

    The fraction is needed: `--if-unchanged-since` takes `updated_at` back.
    """
    if at is None:
        return None
    return at.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def _source(source: SourceFact | None) -> Json | None:
    if source is None:
        return None
    return {
        "document": source.document,
        "page": source.page,
        "lines": source.lines,
        "quote": source.quote,
    }


def _update(update: UpdateFact | None) -> Json | None:
    if update is None:
        return None
    return {
        "at": instant(update.at),
        "on": _day(update.on),
        "by": update.by,
        "agency": update.agency,
        "status": _word(update.status),
        "note": update.note,
        "evidence": list(update.evidence),
        "channel": _word(update.channel),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _word(value: str | None) -> str | None:
    return None if value is None else str(value)


def summary_json(fact: SummaryFact) -> Json:
    """Give the summary as a JSON object; `overdue` and `due_next` are the first refs."""
    return {
        "register": fact.register,
        "day": fact.day.isoformat(),
        "agency": fact.agency,
        "next_meeting": fact.next_meeting and meeting_json(fact.next_meeting),
        "statuses": {str(status): number for status, number in fact.statuses.items()},
        "total": fact.total,
        "open": fact.open_count,
        "overdue_count": fact.overdue_count,
        "overdue": [one.ref for one in fact.overdue],
        "due_before": fact.due_before.isoformat(),
        "due_next_count": fact.due_next_count,
        "due_next": [one.ref for one in fact.due_next],
        "silent_count": fact.silent_count,
        "disputed_count": fact.disputed_count,
        "undated_count": fact.undated_count,
        "unconfirmed_count": fact.unconfirmed_count,
        "unverified_count": fact.unverified_count,
        "partner_in": fact.partner_in,
    }
