"""What views show of a commitment."""

from dataclasses import dataclass
from datetime import date, datetime

from tracker.domain.due import Due
from tracker.domain.vocabulary import (
    Acceptance,
    Channel,
    CommitmentKind,
    LinkKind,
    Role,
    Status,
    Strength,
    Verification,
)


@dataclass(frozen=True, slots=True)
class OwnerFact:
    """An agency's part in a commitment; `words` are those of a dispute.

    `last_status` is the last one that this agency itself reported (or that was entered on its
    behalf): where leads differ, each one's word is shown.
    """

    agency: str
    name: str
    role: Role
    acceptance: Acceptance = Acceptance.UNCONFIRMED
    words: str | None = None
    last_status: Status | None = None


@dataclass(frozen=True, slots=True)
class SourceFact:
    """Where a commitment was announced; the quotation stands as read."""

    document: str | None = None
    page: str | None = None
    lines: str | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class LinkFact:
    """This commitment `kind` the commitment `ref`: "CM13-07 renews CM12-03"."""

    kind: LinkKind
    ref: str


@dataclass(frozen=True, slots=True)
class UpdateFact:
    """The last word on a commitment.

    `at` is when it was recorded (UTC), `on` the day it is true of, `agency` the agency whose word
    it is (None: the coordinator's own),
    """

    at: datetime
    on: date
    by: str
    agency: str | None = None
    status: Status | None = None
    note: str | None = None
    evidence: tuple[str, ...] = ()
    channel: Channel | None = None


@dataclass(frozen=True, slots=True)
class CommitmentFact:
    """What was announced, by whom, due when, where it was said, and what became of it.

    `overdue` and `silent` are computed against the day the fact was read for; `slips` counts new
    promises that moved the latest day later, `slip_days` by how many days in all (None where a
    day was taken away); `due_changed_because` is the reason of the last change of the due date;
    `closed_at` is when the closing status was recorded, `closed_on` the day it is true of.
    `linked_from` are the links of others to it: LinkFact(supersedes, "CM14-02") there says that
    CM14-02 supersedes it.
    """

    ref: str
    uid: str
    meeting: str
    text: str
    status: Status = Status.ANNOUNCED
    kind: CommitmentKind | None = None
    owners: tuple[OwnerFact, ...] = ()
    due: Due | None = None
    first_due: Due | None = None
    due_changed_because: str | None = None
    places: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    strength: Strength | None = None
    said_by: str | None = None
    said_by_title: str | None = None
    said_for: str | None = None
    source: SourceFact | None = None
    links: tuple[LinkFact, ...] = ()
    linked_from: tuple[LinkFact, ...] = ()
    acceptance: Acceptance = Acceptance.UNCONFIRMED
    verification: Verification | None = None
    restricted: bool = False
    voided: bool = False
    overdue: bool = False
    silent: bool = False
    slips: int = 0
    slip_days: int | None = 0
    last_update: UpdateFact | None = None
    closed_at: datetime | None = None
    closed_on: date | None = None
    created_at: datetime | None = None
    updated_at: datetime | None = None

    @property
    def leads(self) -> tuple[OwnerFact, ...]:
        """The owners that lead; empty means "owner to be found"."""
        return tuple(owner for owner in self.owners if owner.role == Role.LEAD)

    @property
    def partners(self) -> tuple[OwnerFact, ...]:
        """The owners that are partners."""
        return tuple(owner for owner in self.owners if owner.role == Role.PARTNER)
