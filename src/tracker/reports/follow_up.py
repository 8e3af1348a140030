"""The follow-up report: what became of the commitments, as figures and as a paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tracker.domain.as_json import meeting_json
from tracker.domain.facts import CommitmentFact, EntryFact, MeetingFact, PeriodFact, RegisterFact
from tracker.domain.vocabulary import DELIVERED_STATUSES, OPEN_STATUSES, GroupBy
from tracker.reports.changes import Earlier, find_changes
from tracker.reports.document import Document, Line, line, say
from tracker.reports.figures import count_figures, find_attention, in_order
from tracker.reports.grouping import Known, group_commitments
from tracker.reports.outcomes import completed_part, ended_part
from tracker.reports.parts import (
    annex_part,
    attention_part,
    foot,
    glance_part,
    head_part,
    matrix_part,
    say_when_and_where,
)
from tracker.reports.rows import commitment_row
from tracker.reports.wording import say_day


@dataclass(frozen=True, slots=True)
class Since:
    """From which day on what was closed is covered; `meeting` is the one that it is the day of."""

    day: date
    meeting: MeetingFact | None = None


@dataclass(frozen=True, slots=True)
class FollowUpFacts:
    """What a follow-up report is drawn from.

    `day` is the report's day, against which `overdue` and `silent` of the commitments were read.
    `meeting` is the one that the report is prepared for, `previous` the one before it in its
    series, `covered` are the meetings whose commitments are in it. `history` is by ref, oldest
    first, `agencies` maps a code to the full name, `chairs` a group's code to who chairs it from
    when to when. `options` say in words which filters were asked for, `besides` what else;
    `digest` is the SHA-256 of the register's newest entry. What was voided, and what is
    restricted and was not asked for, the caller has left out. `since` is set where it was asked
    for. `earlier` is the report that was issued before, and `beside` what that may have held and
    this one does not, being closed before its period. `number` is the one that it is issued under.
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
    chairs: Mapping[str, tuple[PeriodFact, ...]] = field(default_factory=dict)
    since: Since | None = None
    with_restricted: bool = False
    earlier: Earlier | None = None
    beside: tuple[CommitmentFact, ...] = ()
    number: int | None = None
    besides: tuple[str, ...] = ()


def follow_up(facts: FollowUpFacts) -> dict[str, Any]:
    """Compute the report: all that a format shows, and what `--format json` prints."""
    ordered = in_order(facts.commitments)
    meeting = facts.meeting or (facts.covered[-1] if facts.covered else None)
    known = Known(facts.agencies, facts.covered)
    return {
        "report": "follow-up",
        "number": facts.number,
        "language": "en",
        "register": {
            "uid": facts.register.uid,
            "name": facts.register.name,
            "time_zone": facts.register.time_zone,
        },
        "version": facts.version,
        "day": facts.day.isoformat(),
        "filters": list(facts.options),
        "options": _options(facts),
        "restricted": facts.with_restricted,
        "digest": facts.digest,
        "series": meeting
        and meeting.series
        and {"code": meeting.series, "title": meeting.series_title or meeting.series},
        "meeting": facts.meeting and meeting_json(facts.meeting),
        "previous": facts.previous and meeting_json(facts.previous),
        "covered": [meeting_json(meeting) for meeting in facts.covered],
        "since": _since(facts),
        "period": _period(facts),
        "agencies": _agencies(facts),
        "figures": count_figures(ordered, facts.history, known, day=facts.day),
        "changes": facts.earlier
        and find_changes(facts.earlier, in_order((*ordered, *facts.beside))),
        "attention": find_attention(ordered, day=facts.day),
        "completed": [one.ref for one in ordered if one.status in DELIVERED_STATUSES],
        "ended": [
            one.ref
            for one in ordered
            if one.status not in DELIVERED_STATUSES and one.status not in OPEN_STATUSES
        ],
        "group_by": facts.group_by,
        "groups": group_commitments(ordered, known, by=facts.group_by),
        "commitments": [
            commitment_row(
                one,
                facts.history.get(one.ref, ()),
                day=facts.day,
                time_zone=facts.register.time_zone,
                chairs=chairs_on(facts.chairs, facts.day),
            )
            for one in ordered
        ],
    }


def chairs_on(chairs: Mapping[str, Sequence[PeriodFact]], day: date) -> dict[str, list[str]]:
    """Give who chairs each group on `day`, by the group's code."""
    return {
        group: [
            period.agency
            for period in periods
            if (period.since or date.min) <= day <= (period.until or date.max)
        ]
        for group, periods in chairs.items()
    }


def draw(data: dict[str, Any]) -> Document:
    """Draw the paper from what `follow_up` computed."""
    meeting = data["meeting"]
    day = say_day(data["day"])
    labels = (meeting["code"], day) if meeting else (day,)
    if data["number"]:
        labels = (f"No. {data['number']}", *labels)
    parts = [head_part(data)]
    if data["commitments"]:
        drawn = (
            glance_part,
            attention_part,
            matrix_part,
            completed_part,
            ended_part,
            annex_part,
        )
        parts += filter(None, (part(data) for part in drawn))
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
        marking=_marking(data),
    )


def _marking(data: dict[str, Any]) -> str | None:
    """Say on every page that there is something restricted in the paper, or could be."""
    figures = data["figures"]
    if figures["restricted"] or figures["restricted_notes"]:
        return "contains restricted items"
    return "restricted items asked for, none found" if data["restricted"] else None


def _subtitle(data: dict[str, Any]) -> tuple[Line, ...]:
    """Say what the paper is for: the meeting with its days and place, else what it covers."""
    meeting = data["meeting"]
    if meeting is None:
        return (line(f"Commitments on record on {say_day(data['day'])}"),)
    about = say_when_and_where(meeting)
    title = Line(say("Prepared for: {}", meeting["title"]))
    return (title, Line(about)) if about else (title,)


def _options(facts: FollowUpFacts) -> list[str]:
    """Say in words what was asked for, the filters first."""
    asked = list(facts.options)
    if facts.group_by != GroupBy.AGENCY:
        asked.append(f"by {facts.group_by}")
    if facts.since:
        since = facts.since.meeting.code if facts.since.meeting else say_day(facts.since.day)
        asked.append(f"closed since {since}")
    if facts.with_restricted:
        asked.append("restricted items included")
    return [*asked, *facts.besides]


def _since(facts: FollowUpFacts) -> dict[str, Any] | None:
    """Say from when on what was closed is covered; None where it is covered whenever closed."""
    if facts.since:
        meeting = facts.since.meeting
        return {"day": facts.since.day.isoformat(), "meeting": meeting.code if meeting else None}
    days = facts.previous.when if facts.previous else None
    first = days.earliest or days.latest if days else None
    if facts.previous is None or first is None:
        return None
    return {"day": first.isoformat(), "meeting": facts.previous.code}


def _period(facts: FollowUpFacts) -> dict[str, str] | None:
    """Give the days from the previous meeting, else from the first one covered, to the report."""
    since = _period_begins(facts)
    if since is None or since > facts.day:
        return None
    return {"from": since.isoformat(), "to": facts.day.isoformat()}


def _period_begins(facts: FollowUpFacts) -> date | None:
    if facts.since and not facts.since.meeting:
        return facts.since.day
    meetings: Sequence[MeetingFact | None] = facts.covered
    if facts.since or facts.previous:
        meetings = [facts.since.meeting if facts.since else facts.previous]
    days = [meeting.when.latest for meeting in meetings if meeting and meeting.when]
    return min((day for day in days if day), default=None)


def _agencies(facts: FollowUpFacts) -> dict[str, str]:
    """Give the full names of the agencies that own something here, or chair who does, by code."""
    names = {owner.agency: owner.name for c in facts.commitments for owner in c.owners}
    chairs = chairs_on(facts.chairs, facts.day)
    for code in list(names):
        names |= {chair: facts.agencies.get(chair, chair) for chair in chairs.get(code, ())}
    return {code: facts.agencies.get(code, names[code]) for code in sorted(names)}
