"""What views show: small frozen facts, read from the register or computed for a report."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from tracker.domain.due import Due
from tracker.domain.vocabulary import (
    Acceptance,
    AgencyKind,
    Capacity,
    Channel,
    CommitmentKind,
    Door,
    LinkKind,
    MeetingKind,
    Role,
    Status,
    Strength,
    Subject,
    Verification,
)


@dataclass(frozen=True, slots=True)
class RegisterFact:
    """The register itself; `time_zone` is an IANA name, `uid` a UUIDv7."""

    uid: str
    name: str
    time_zone: str


@dataclass(frozen=True, slots=True)
class SeriesFact:
    """Meetings that follow one another."""

    code: str
    uid: str
    title: str
    meetings: int = 0


@dataclass(frozen=True, slots=True)
class MeetingFact:
    """One event; `when` holds its days as said and as read (None: not yet set)."""

    code: str
    uid: str
    title: str
    kind: MeetingKind
    when: Due | None = None
    series: str | None = None
    series_title: str | None = None
    number: int | None = None
    place: str | None = None
    in_margins_of: str | None = None
    commitments: int = 0


@dataclass(frozen=True, slots=True)
class PeriodFact:
    """An agency in a part for a time; an end that is None is open."""

    agency: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class FocalPointFact:
    """A person who answers for an agency's updates."""

    name: str
    title: str | None = None
    email: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class AgencyFact:
    """Whoever can own a commitment. Lists of agencies hold codes."""

    code: str
    uid: str
    name: str
    kind: AgencyKind
    aliases: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    part_of: str | None = None
    parts: tuple[str, ...] = ()
    member_of: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    chairs: tuple[PeriodFact, ...] = ()
    focal_points: tuple[FocalPointFact, ...] = ()
    commitments: int = 0


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


@dataclass(frozen=True, slots=True)
class EntryFact:
    """One piece of history.

    `number` is the entry's place in the register's one chain; `changes` maps a field to the pair
    of values before and after; `agency` is the agency acting, `on_behalf_of` the one whose news
    the coordinator entered; `at` is UTC, `on` the day that it is true of.
    """

    number: int
    subject: Subject
    ref: str
    act: str
    at: datetime
    on: date
    by: str
    capacity: Capacity
    door: Door
    agency: str | None = None
    on_behalf_of: str | None = None
    channel: Channel | None = None
    changes: dict[str, list[Any]] = field(default_factory=dict)
    note: str | None = None
    reason: str | None = None
    evidence: tuple[str, ...] = ()
    restricted: bool = False
    sha256: str = ""
