"""What views show of an issued report."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class IssuedFact:
    """A report frozen under a number.

    `issued_at` is UTC, `digest` the SHA-256 of the newest entry that it was drawn from; `formats`
    are those whose bytes are kept; a restricted one was issued with restricted items.
    """

    number: int
    uid: str
    kind: str
    title: str
    meeting: str | None
    day: date
    issued_at: datetime
    by: str
    version: str
    digest: str
    options: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    restricted: bool = False
