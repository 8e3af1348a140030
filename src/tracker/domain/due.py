"""When something is due: the words that were used, the days they allow, and the relation.

Days are calendar days in the register's time zone; both ends of an interval are included.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from tracker.domain.vocabulary import OPEN_STATUSES, Relation, Status

DUE_SOON_DAYS = 30


@dataclass(frozen=True, slots=True)
class Due:
    """A due date as said and as read.

    `earliest` or `latest` is None where the words leave that end open; both are None for words
    such as "ongoing", which are never overdue. `meeting` is the code of the meeting that the
    date hangs on.
    """

    words: str
    earliest: date | None = None
    latest: date | None = None
    relation: Relation | None = None
    meeting: str | None = None

    @property
    def edtf(self) -> str | None:
        """The interval in EDTF (ISO 8601-2), or None where there is none."""
        return edtf(self.earliest, self.latest)


def edtf(earliest: date | None, latest: date | None) -> str | None:
    """Write an interval in EDTF level 1: "2015-07", "2015-05-26/2015-05-27", "../2019-12-31"."""
    if earliest is None or latest is None:
        if earliest is None and latest is None:
            return None
        return f"{earliest or '..'}/{latest or '..'}"
    if earliest == latest:
        return earliest.isoformat()
    if earliest.day == 1 and latest.year == earliest.year:
        if (
            latest.month == earliest.month
            and latest.day == monthrange(latest.year, latest.month)[1]
        ):
            return f"{earliest:%Y-%m}"
        if (earliest.month, latest.month, latest.day) == (1, 12, 31):
            return f"{earliest:%Y}"
    return f"{earliest.isoformat()}/{latest.isoformat()}"


def is_overdue(status: Status, latest: date | None, *, today: date) -> bool:
    """Tell whether something is open and its latest day is past."""
    return status in OPEN_STATUSES and latest is not None and latest < today


def days_overdue(latest: date, *, today: date) -> int:
    """Count the days from the latest day to `today`."""
    return (today - latest).days


def is_slip(before: date | None, after: date | None) -> bool:
    """Tell whether a new promise moved the latest day later (or took it away)."""
    return before is not None and (after is None or after > before)
