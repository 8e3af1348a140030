"""How the matrix is arranged: each way is a function that gives a commitment its groups."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.domain.facts import CommitmentFact, MeetingFact
from tracker.domain.text import fold
from tracker.domain.vocabulary import OPEN_STATUSES, GroupBy, Status, label
from tracker.reports.wording import say_month

NO_OWNER = "Owner to be found"
_LAST = (True, "", "")


@dataclass(frozen=True, slots=True)
class Group:
    """A group of the matrix: its key (None: what has none), its title, and where it comes."""

    key: str | None
    title: str
    place: tuple[bool, str, str]


@dataclass(frozen=True, slots=True)
class Known:
    """What groups are named by: the full names of agencies, and the meetings in their order."""

    agencies: Mapping[str, str]
    meetings: Sequence[MeetingFact] = ()


@dataclass(frozen=True, slots=True)
class Grouping:
    """A way to arrange the matrix: its heading, the groups of a commitment, and what to know."""

    heading: str
    groups_of: Callable[[CommitmentFact, Known], Sequence[Group]]
    note: str | None = None


def _by_agency(commitment: CommitmentFact, known: Known) -> Sequence[Group]:
    """Put a commitment under the first agency that leads it, by name."""
    if not commitment.leads:
        return [Group(None, NO_OWNER, _LAST)]
    lead = commitment.leads[0]
    name = known.agencies.get(lead.agency, lead.name)
    title = name if fold(name) == fold(lead.agency) else f"{name} ({lead.agency})"
    return [Group(lead.agency, title, (False, fold(name), lead.agency))]


def _by_meeting(commitment: CommitmentFact, known: Known) -> Sequence[Group]:
    """Put a commitment under the meeting that it was announced at, in the order of the meetings."""
    code = commitment.meeting
    places = {meeting.code: place for place, meeting in enumerate(known.meetings)}
    if code not in places:
        return [Group(code, code, (True, fold(code), code))]
    title = f"{known.meetings[places[code]].title} ({code})"
    return [Group(code, title, (False, f"{places[code]:06}", code))]


def _by_status(commitment: CommitmentFact, known: Known) -> Sequence[Group]:  # noqa: ARG001
    """Put a commitment under its status, what is open first."""
    status = commitment.status
    place = f"{list(Status).index(status):02}"
    return [Group(status, label(status).capitalize(), (False, place, status))]


def _by_tag(commitment: CommitmentFact, known: Known) -> Sequence[Group]:  # noqa: ARG001
    """Put a commitment under each of its tags."""
    if not commitment.tags:
        return [Group(None, "Without a tag", _LAST)]
    return [Group(tag, tag, (False, fold(tag), tag)) for tag in commitment.tags]


def _by_month(commitment: CommitmentFact, known: Known) -> Sequence[Group]:  # noqa: ARG001
    """Put a commitment under the month of the latest day that it is due."""
    month = due_month(commitment)
    if month is None:
        return [Group(None, "No day that it is due", _LAST)]
    return [Group(month, f"Due {say_month(month)}", (False, month, ""))]


GROUPINGS = {
    GroupBy.AGENCY: Grouping("Matrix by agency", _by_agency),
    GroupBy.MEETING: Grouping("Matrix by meeting", _by_meeting),
    GroupBy.STATUS: Grouping("Matrix by status", _by_status),
    GroupBy.TAG: Grouping(
        "Matrix by tag", _by_tag, "What has several tags stands under each of them."
    ),
    GroupBy.MONTH: Grouping("Matrix by month", _by_month),
}


def due_month(commitment: CommitmentFact) -> str | None:
    """Give the month of the latest day that a commitment is due, as "2015-07", or None."""
    latest = commitment.due.latest if commitment.due else None
    return month_of(latest) if latest else None


def month_of(day: date) -> str:
    """Give the month of a day, as "2015-07"."""
    return day.isoformat()[:7]


def group_commitments(
    commitments: Sequence[CommitmentFact], known: Known, *, by: GroupBy
) -> list[dict[str, Any]]:
    """Arrange commitments in groups, each with its counts and, in the given order, its refs."""
    grouping = GROUPINGS[by]
    groups: dict[Group, list[CommitmentFact]] = {}
    for commitment in commitments:
        for group in grouping.groups_of(commitment, known):
            groups.setdefault(group, []).append(commitment)
    return [
        {
            "key": group.key,
            "title": group.title,
            "commitments": len(members),
            "open": sum(member.status in OPEN_STATUSES for member in members),
            "overdue": sum(member.overdue for member in members),
            "silent": sum(member.silent for member in members),
            "refs": [member.ref for member in members],
        }
        for group, members in sorted(groups.items(), key=lambda item: item[0].place)
    ]
