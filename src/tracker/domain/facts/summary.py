"""What the summary shows: where things stand on one day."""

from dataclasses import dataclass
from datetime import date

from tracker.domain.facts.commitments import CommitmentFact
from tracker.domain.facts.meetings import MeetingFact
from tracker.domain.vocabulary import Status


@dataclass(frozen=True, slots=True)
class SummaryFact:
    """Where things stand on `day`, for the coordinator, or for `agency` in what it leads.

    `overdue` and `due_next` hold the first few, longest overdue and soonest due first; the
    counts beside them are of all. `due_before` is the day up to which `due_next` looks: the next
    meeting, else 30 days on. `partner_in` counts what the agency is partner in.
    """

    register: str
    day: date
    agency: str | None
    next_meeting: MeetingFact | None
    statuses: dict[Status, int]
    overdue_count: int
    overdue: tuple[CommitmentFact, ...]
    due_before: date
    due_next_count: int
    due_next: tuple[CommitmentFact, ...]
    silent_count: int
    disputed_count: int
    undated_count: int
    unconfirmed_count: int
    unverified_count: int
    partner_in: int = 0

    @property
    def total(self) -> int:
        """How many commitments there are."""
        return sum(self.statuses.values())

    @property
    def open_count(self) -> int:
        """How many are open."""
        return sum(number for status, number in self.statuses.items() if not status.is_closed)
