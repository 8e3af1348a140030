"""A period as worded, before it is known which year it lies in; and how several are joined."""

from collections.abc import Callable, Sequence
from datetime import MAXYEAR, MINYEAR, date
from itertools import pairwise
from typing import NamedTuple

from tracker.intake.dates.language import Join
from tracker.intake.dates.spans import NoSuchDay, Span, Unit

# 29 February may stay away for eight years (1896 to 1904).
_YEARS_LOOKED_THROUGH = 8


class Period(NamedTuple):
    """A day or longer; `at` gives its days in a year, `year` is None where none was said.

    `check` raises NoSuchDay where what was said beside the date does not fit the year (a weekday).
    `is_end` tells that the end of it was meant, which alone is a deadline; `is_joined` that it
    was worded with both its ends ("26 to 27 May").
    """

    at: Callable[[int], Span]
    year: int | None
    unit: Unit
    check: Callable[[int], None] | None = None
    is_end: bool = False
    is_joined: bool = False

    @property
    def is_days(self) -> bool:
        """Tell whether single days were named, rather than a span in which a day lies."""
        return self.unit == Unit.DAY


def fixed(span: Span, unit: Unit, *, is_joined: bool = False) -> Period:
    """Give a period whose days are known."""
    return Period(lambda _: span, span.earliest.year, unit, is_joined=is_joined)


def changed(period: Period, change: Callable[[Span], Span], unit: Unit) -> Period:
    """Give the period that `change` makes of another one's days."""
    return Period(lambda year: change(period.at(year)), period.year, unit, period.check)


def find_year(period: Period, since: date) -> Span:
    """Give the days of a period; without a year, of the first one that is not over before `since`.

    One worded with both its ends ("November to March") begins in that year or later, too.
    Raises NoSuchDay.
    """
    if period.year is not None:
        return _checked(period, period.year)
    reason = NoSuchDay("it lies outside the years 1 to 9999")
    first = since.year if period.is_joined else since.year - 1
    last = min(since.year + _YEARS_LOOKED_THROUGH, MAXYEAR)
    for year in range(max(first, MINYEAR), last + 1):
        try:
            span = period.at(year)
        except NoSuchDay as problem:
            reason = problem
            continue
        if span.latest >= since:
            return _checked(period, year)
    raise reason


def join(periods: Sequence[Period], how: Sequence[Join]) -> Period:
    """Make one period of several, from the first one's first day to the last one's last.

    A year said with one of them counts for the others too ("28 December to 3 January 2016").
    """
    if len(periods) == 1:
        return periods[0]
    alike = {period.unit for period in periods}
    known = next((place for place, period in enumerate(periods) if period.year is not None), None)

    def years(first: int) -> list[int]:
        if known is None:
            return _years_from(periods, 0, first)
        year = periods[known].year
        return _years_from(periods, known, first if year is None else year)

    def at(first: int) -> Span:
        spans = [period.at(year) for period, year in zip(periods, years(first), strict=True)]
        for (before, after), link in zip(pairwise(spans), how, strict=True):
            if link == Join.RANGE and after.latest < before.earliest:
                raise NoSuchDay("it ends before it begins")
        return Span(min(span.earliest for span in spans), max(span.latest for span in spans))

    def check(first: int) -> None:
        for period, year in zip(periods, years(first), strict=True):
            if period.check is not None:
                period.check(year)

    return Period(
        at,
        None if known is None else periods[known].year,
        alike.pop() if len(alike) == 1 else Unit.OTHER,
        check,
        is_joined=True,
    )


def _years_from(periods: Sequence[Period], known: int, year: int) -> list[int]:
    """Give each period its year, going out from the one whose year is known."""
    years = [year]
    for before, period in zip(periods[known:], periods[known + 1 :], strict=False):
        years.append(_year_beside(period, before.at(years[-1]), years[-1], step=1))
    for after, period in zip(
        reversed(periods[: known + 1]), reversed(periods[:known]), strict=False
    ):
        years.insert(0, _year_beside(period, after.at(years[0]), years[0], step=-1))
    return years


def _year_beside(period: Period, other: Span, year: int, *, step: int) -> int:
    """Give the year of a period that follows (step 1) or precedes (-1) another one."""
    if period.year is not None:
        return period.year
    span = period.at(year)
    if step > 0:
        return year + 1 if span.latest < other.earliest else year
    return year - 1 if span.earliest > other.latest else year


def _checked(period: Period, year: int) -> Span:
    if period.check is not None:
        period.check(year)
    return period.at(year)
