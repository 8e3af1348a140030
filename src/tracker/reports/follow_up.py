"""The follow-up report: what became of the commitments, as figures and as a paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from tracker.domain.as_json import commitment_json, entry_json, meeting_json
from tracker.domain.facts import CommitmentFact, EntryFact, MeetingFact, RegisterFact
from tracker.domain.vocabulary import OPEN_STATUSES, GroupBy
from tracker.reports.document import Document, Line, line, say
from tracker.reports.figures import (
    count_figures,
    find_attention,
    has_example,
    in_order,
    is_undated,
    overdue_for,
)
from tracker.reports.grouping import group_commitments
from tracker.reports.parts import (
    annex_part,
    attention_part,
    foot,
    head_part,
    matrix_part,
    say_when_and_where,
)
from tracker.reports.wording import say_day


@dataclass(frozen=True, slots=True)
class FollowUpFacts:
    """What a follow-up report is drawn from.

    `day` is the report's day, against which `overdue` and `silent` of the commitments were read.
    `meeting` is the one that the report is prepared for, `previous` the one before it in its
    series, `covered` are the meetings whose commitments are in it. `history` is by ref, oldest
    first, `agencies` maps a code to the full name. `options` say in words what was asked beyond
    the usual, `digest` is the SHA-256 of the register's newest entry. What was voided, and what
    is restricted and was not asked for, the caller has left out.
    """

    register: RegisterFact
    version: str
    day: date
    meeting: MeetingFact | None
    previous: MeetingFact | None
    covered: tuple[MeetingFact, ...]
    commitments: tuple[CommitmentFact, ...]
    history: Mapping[str, tuple[EntryFact, ...]]
    agencies: Mapping[str, str]
    options: tuple[str, ...]
    digest: str | None
    group_by: GroupBy = GroupBy.AGENCY


def follow_up(facts: FollowUpFacts) -> dict[str, Any]:
    """Compute the report: all that a format shows, and what `--format json` prints."""
    ordered = in_order(facts.commitments)
    meeting = facts.meeting or (facts.covered[-1] if facts.covered else None)
    return {
        "report": "follow-up",
        "language": "en",
        "register": {
            "uid": facts.register.uid,
            "name": facts.register.name,
            "time_zone": facts.register.time_zone,
        },
        "version": facts.version,
        "day": facts.day.isoformat(),
        "options": list(facts.options),
        "digest": facts.digest,
        "series": meeting
        and meeting.series
        and {"code": meeting.series, "title": meeting.series_title or meeting.series},
        "meeting": facts.meeting and meeting_json(facts.meeting),
        "previous": facts.previous and meeting_json(facts.previous),
        "covered": [meeting_json(meeting) for meeting in facts.covered],
        "period": _period(facts),
        "agencies": _agencies(facts),
        "figures": count_figures(ordered, facts.history, facts.agencies, day=facts.day),
        "attention": find_attention(ordered, day=facts.day),
        "group_by": facts.group_by,
        "groups": group_commitments(ordered, facts.agencies, by=facts.group_by),
        "commitments": [_commitment(commitment, facts) for commitment in ordered],
    }


def draw(data: dict[str, Any]) -> Document:
    """Draw the paper from what `follow_up` computed."""
    meeting = data["meeting"]
    day = say_day(data["day"])
    labels = (meeting["code"], day) if meeting else (day,)
    parts = [head_part(data)]
    if data["commitments"]:
        parts += filter(None, [attention_part(data), matrix_part(data), annex_part(data)])
    return Document(
        title="Follow-up report",
        subtitle=_subtitle(data),
        short_title=", ".join(["Follow-up report", *reversed(labels)]),
        body=data["series"]["title"] if data["series"] else data["register"]["name"],
        labels=labels,
        language=data["language"],
        day=date.fromisoformat(data["day"]),
        parts=tuple(parts),
        foot=foot(data),
        marking="contains restricted items" if data["figures"]["restricted"] else None,
    )


def _subtitle(data: dict[str, Any]) -> tuple[Line, ...]:
    """Say what the paper is for: the meeting with its days and place, else what it covers."""
    meeting = data["meeting"]
    if meeting is None:
        return (line(f"Commitments on record on {say_day(data['day'])}"),)
    about = say_when_and_where(meeting)
    title = Line(say("Prepared for: {}", meeting["title"]))
    return (title, Line(about)) if about else (title,)


def _period(facts: FollowUpFacts) -> dict[str, str] | None:
    """Give the days from the previous meeting, else from the first one covered, to the report."""
    meetings = (facts.previous,) if facts.previous else facts.covered
    days = [meeting.when.latest for meeting in meetings if meeting and meeting.when]
    since = min((day for day in days if day), default=None)
    if since is None or since > facts.day:
        return None
    return {"from": since.isoformat(), "to": facts.day.isoformat()}


def _agencies(facts: FollowUpFacts) -> dict[str, str]:
    """Give the full names of the agencies that own something here, by code."""
    owners = {owner.agency: owner.name for c in facts.commitments for owner in c.owners}
    return {code: facts.agencies.get(code, owners[code]) for code in sorted(owners)}


def _commitment(commitment: CommitmentFact, facts: FollowUpFacts) -> dict[str, Any]:
    history = facts.history.get(commitment.ref, ())
    zone = ZoneInfo(facts.register.time_zone)
    shown = commitment_json(commitment)
    owners = [
        written | {"name": owner.name, "words": owner.words, "last_status": owner.last_status}
        for written, owner in zip(shown["owners"], commitment.owners, strict=True)
    ]
    return shown | {
        "owners": owners,
        "undated": is_undated(commitment),
        "days_overdue": overdue_for(commitment, day=facts.day),
        "closed_because": _closed_because(commitment, history),
        "example": has_example(commitment, history),
        "history": [
            entry_json(entry) | {"recorded_on": entry.at.astimezone(zone).date().isoformat()}
            for entry in history
        ],
    }


def _closed_because(commitment: CommitmentFact, history: Sequence[EntryFact]) -> str | None:
    """Give the reason with which a closed commitment was given the status it has."""
    if commitment.status in OPEN_STATUSES:
        return None
    reached = (each for each in reversed(history) if "status" in each.changes)
    closing = next((e for e in reached if e.changes["status"][1] == commitment.status), None)
    return closing.reason if closing else None
