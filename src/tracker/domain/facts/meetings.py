"""What views show of series and meetings."""

from dataclasses import dataclass

from tracker.domain.due import Due
from tracker.domain.vocabulary import MeetingKind


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
