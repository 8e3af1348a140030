"""What views show of agencies."""

from dataclasses import dataclass
from datetime import date

from tracker.domain.vocabulary import AgencyKind


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
