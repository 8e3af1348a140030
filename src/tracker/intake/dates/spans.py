"""Calendar arithmetic: spans of days, never outside the years 1 to 9999."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum
from typing import NamedTuple

from tracker.domain.due import MONTH_NAMES

MONTHS_IN_A_YEAR = 12
DAYS_IN_A_WEEK = 7
FRIDAY = 4
# More than the calendar holds of any unit; a longer count is no date, and slow to add up.
LONGEST_COUNT = 9999


class NoSuchDay(ValueError):
    """The words have the form of a date, but no calendar has that day; the message says why."""


class Unit(StrEnum):
    """What time is counted in; SEASON and OTHER are spans that nothing is counted in."""

    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working day"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    OTHER = "other"


_THIRDS_IN_DAYS = {Unit.MONTH: (0, 10, 20), Unit.WEEK: (0, 2, 3)}
MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.SEASON: 3, Unit.HALF: 6, Unit.YEAR: 12}

UNITS_WITH_THIRDS = frozenset({Unit.WEEK, *MONTHS_IN})


class Span(NamedTuple):
    """A stretch of days, both ends included."""

    earliest: date
    latest: date


def day(year: int, month: int, number: int) -> date:
    """Give a day, or raise NoSuchDay with the reason."""
    _check_year(year)
    if not 1 <= month <= MONTHS_IN_A_YEAR:
        raise NoSuchDay(f"there is no month {month}")
    last = monthrange(year, month)[1]
    if 1 <= number <= last:
        return date(year, month, number)
    if (month, number) == (2, 29):
        raise NoSuchDay(f"{year:04d} is no leap year, its February has 28 days")
    if month == 2:
        raise NoSuchDay("February has 28 days, in a leap year 29")
    raise NoSuchDay(f"{MONTH_NAMES[month - 1]} has {last} days")


def months(year: int, first: int, count: int) -> Span:
    """Give `count` whole months from month `first` of `year`; `first` may run past December."""
    start_year, start = _month_at(year, first)
    end_year, end = _month_at(year, first + count - 1)
    return Span(date(start_year, start, 1), date(end_year, end, monthrange(end_year, end)[1]))


def iso_week(year: int, number: int) -> Span:
    """Give week `number` of `year` by ISO 8601, Monday to Sunday."""
    _check_year(year)
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError as problem:
        raise NoSuchDay(f"{year:04d} has no week {number}") from problem
    return Span(monday, plus_days(monday, DAYS_IN_A_WEEK - 1))


def plus_days(start: date, count: int) -> date:
    """Count days on, or back."""
    try:
        return start + timedelta(days=count)
    except OverflowError as problem:
        raise NoSuchDay("it lies outside the years 1 to 9999") from problem


def plus_months(start: date, count: int) -> date:
    """Count months on, or back; the month's last day where it has no such day."""
    year, month = _month_at(start.year, start.month + count)
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def plus(start: date, count: int, unit: Unit) -> date:
    """Count `count` units on from a day, or back."""
    if abs(count) > LONGEST_COUNT:
        raise NoSuchDay("it lies outside the years 1 to 9999")
    if unit in MONTHS_IN:
        return plus_months(start, count * MONTHS_IN[unit])
    if unit == Unit.WORKING_DAY:
        return _plus_working_days(start, count)
    weeks = {Unit.WEEK: 1, Unit.WEEKEND: 1, Unit.FORTNIGHT: 2}.get(unit)
    return plus_days(start, count * DAYS_IN_A_WEEK * weeks if weeks else count)


def unit_around(at: date, unit: Unit, ahead: int = 0) -> Span:
    """Give the calendar unit that `at` lies in, or the one `ahead` of it (back, if negative)."""
    there = plus(at, ahead, unit) if unit not in MONTHS_IN else at
    if unit in MONTHS_IN:
        length = MONTHS_IN[unit]
        first = (at.month - 1) // length * length + 1
        return months(at.year, first + ahead * length, length)
    if unit in (Unit.WEEK, Unit.FORTNIGHT, Unit.WEEKEND):
        monday = plus_days(there, -there.weekday())
        start = plus_days(monday, DAYS_IN_A_WEEK - 2) if unit == Unit.WEEKEND else monday
        return Span(start, plus_days(monday, DAYS_IN_A_WEEK - 1))
    return Span(there, there)


def third(span: Span, unit: Unit, which: int) -> Span:
    """Give the early (0), mid (1) or late (2) part of a span of one of UNITS_WITH_THIRDS.

    A month parts after its 10th and 20th day, a week after Tuesday and Wednesday, and what has
    three months or more in months.
    """
    starts = _THIRDS_IN_DAYS.get(unit)
    if starts is None:
        length = MONTHS_IN[unit] // 3
        return months(span.earliest.year, span.earliest.month + which * length, length)
    start = min(plus_days(span.earliest, starts[which]), span.latest)
    if which + 1 == len(starts):
        return Span(start, span.latest)
    return Span(start, min(plus_days(span.earliest, starts[which + 1] - 1), span.latest))


def first_of(span: Span, count: int, unit: Unit) -> Span:
    """Give the first `count` units of a span, or its last ones where `count` is negative."""
    if count > 0:
        return Span(
            span.earliest, min(plus_days(plus(span.earliest, count, unit), -1), span.latest)
        )
    after = plus_days(span.latest, 1)
    return Span(max(plus(after, count, unit), span.earliest), span.latest)


def nth_of(span: Span, number: int, unit: Unit) -> Span:
    """Give the `number`th unit of a span, counted from its first day; -1 is the last one."""
    if unit == Unit.WORKING_DAY:
        before = plus_days(span.earliest, -1) if number > 0 else plus_days(span.latest, 1)
        there = _plus_working_days(before, number)
        return Span(there, there)
    if number < 0:
        return first_of(span, number, unit)
    start = plus(span.earliest, number - 1, unit)
    if start > span.latest:
        raise NoSuchDay(f"there is no {unit} {number} in it")
    return Span(start, min(plus_days(plus(start, 1, unit), -1), span.latest))


def _plus_working_days(start: date, count: int) -> date:
    step = 1 if count > 0 else -1
    there = start
    for _ in range(abs(count)):
        there = plus_days(there, step)
        while there.weekday() > FRIDAY:
            there = plus_days(there, step)
    return there


def _month_at(year: int, month: int) -> tuple[int, int]:
    years, index = divmod(month - 1, MONTHS_IN_A_YEAR)
    _check_year(year + years)
    return year + years, index + 1


def _check_year(year: int) -> None:
    if not MINYEAR <= year <= MAXYEAR:
        raise NoSuchDay("it lies outside the years 1 to 9999")
