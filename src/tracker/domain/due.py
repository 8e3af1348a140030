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
            return earliest.isoformat()[:7]
        if (earliest.month, latest.month, latest.day) == (1, 12, 31):
            return earliest.isoformat()[:4]
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


MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def in_words(earliest: date | None, latest: date | None, relation: Relation | None) -> str:
    """Print an interval in plain English, so that it reads back as the same one (docs/dates.md)."""
    if earliest is None:
        return f"by {_day(latest)}" if latest else "no date"
    if latest is None:
        return f"from {_day(earliest)}"
    if relation == Relation.BY:
        # Only a meeting's own days give a deadline two ends.
        return f"by the meeting of {_days(earliest, latest)}"
    if relation == Relation.ON:
        return _days(earliest, latest)
    months = _months(earliest, latest)
    if months or relation != Relation.IN:
        return months or _days(earliest, latest)
    if earliest == latest:
        return f"in the course of {_day(earliest)}"
    return f"between {_joined(earliest, latest, 'and')}"


def _day(day: date) -> str:
    return f"{day.day} {_month(day)}"


def _month(day: date) -> str:
    return f"{MONTH_NAMES[day.month - 1]} {day.year:04d}"


def _days(earliest: date, latest: date) -> str:
    if earliest == latest:
        return _day(latest)
    return _joined(earliest, latest, "and" if (latest - earliest).days == 1 else "to")


def _joined(earliest: date, latest: date, link: str) -> str:
    """Name what two days share only once: "26 to 29 May 2015"."""
    first = _day(earliest)
    if earliest.year == latest.year:
        same_month = earliest.month == latest.month
        first = (
            f"{earliest.day}" if same_month else f"{earliest.day} {MONTH_NAMES[earliest.month - 1]}"
        )
    return f"{first} {link} {_day(latest)}"


def _months(earliest: date, latest: date) -> str | None:
    """Name an interval of whole months or years: "July 2015", "March to May 2016", "2015"."""
    if earliest.day != 1 or latest.day != monthrange(latest.year, latest.month)[1]:
        return None
    if (earliest.month, latest.month) == (1, 12):
        first, last = f"{earliest.year:04d}", f"{latest.year:04d}"
        return last if first == last else f"{first} to {last}"
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return _month(latest)
    first = MONTH_NAMES[earliest.month - 1] if earliest.year == latest.year else _month(earliest)
    return f"{first} to {_month(latest)}"
