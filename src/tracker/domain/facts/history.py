"""What views show of history."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from tracker.domain.vocabulary import Capacity, Channel, Door, Subject


@dataclass(frozen=True, slots=True)
class EntryFact:
    """One piece of history.

    `number` is the entry's place in the register's one chain; `changes` maps a field to the pair
    of values before and after; `agency` is the agency acting, `on_behalf_of` the one whose news
    the coordinator entered; `at` is UTC, `on` the day that it is true of. One that was undone, or
    undoes another, no longer `stands`.
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
    stands: bool = True
