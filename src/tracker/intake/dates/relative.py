"""Dates counted from the day they were said: "next month", "later this year", "in six months"."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from tracker.intake.dates import spans
from tracker.intake.dates.figures import Found
from tracker.intake.dates.period import find_year, fixed
from tracker.intake.dates.phrase import Phrase
from tracker.intake.dates.spans import Span, Unit
from tracker.intake.dates.yearly import lettered, named_month, part_of_year, season
from tracker.intake.dates.years import number

_BEFORE_UNIT = frozenset({"-", ")"})


class Count(NamedTuple):
    """How many of a unit, the fewest and the most: "two to three weeks"."""

    fewest: int
    most: int
    unit: Unit


def day_from_now(phrase: Phrase, at: int) -> Found:
    """Read "today", "tomorrow", "the day after tomorrow"."""
    found = phrase.find(phrase.language.days_from_now, at)
    if not found:
        return None
    there = spans.plus_days(phrase.said[1], found[0])
    return fixed(Span(there, there), Unit.DAY), found[1]


def unit_ahead(phrase: Phrase, at: int) -> Found:
    """Read "next week", "this quarter", "last year", "the month", "the week after next"."""
    ahead = phrase.find(phrase.language.units_ahead, at)
    unit = phrase.find(phrase.language.units, ahead[1] if ahead else at)
    if not unit or phrase.text(unit[1] - 1) not in phrase.language.single_units:
        return None
    there, after_next = unit[1], phrase.find(phrase.language.after_next, unit[1])
    count = ahead[0] if ahead else 0
    if after_next and not ahead:
        count, there = after_next
    span = spans.unit_around(phrase.said[1], unit[0], count)
    return fixed(span, unit[0]), there


def period_ahead(phrase: Phrase, at: int) -> Found:
    """Read "next March", "this spring", "last Q4"; the next one is not the one now running."""
    ahead = phrase.find(phrase.language.units_ahead, at)
    found = _named(phrase, ahead[1]) if ahead else None
    if not ahead or not found or found[0].year is not None:
        return None
    period, there = found
    last = phrase.said[1]
    if ahead[0] > 0:
        span = find_year(period, spans.plus_days(last, 1))
        if span.earliest <= last:
            span = find_year(period, spans.plus_days(span.latest, 1))
    elif ahead[0] < 0:
        span = period.at(last.year)
        if span.latest >= last:
            span = period.at(last.year - 1)
    else:
        span = find_year(period, last)
    return fixed(span, period.unit), there


def count(phrase: Phrase, at: int) -> tuple[Count, int] | None:
    """Read a count of days or longer: "30 days", "two to three weeks", "a year and a half"."""
    named = phrase.find(phrase.language.counts, at)
    if named:
        (amount, unit), there = named
        return Count(amount, amount, unit), there
    first = number(phrase, at)
    if not first:
        return None
    fewest, there = first
    most = fewest
    if phrase.text(there) == "(" and phrase.token(there + 1).figures == (fewest,):
        there += 2  # "thirty (30) days"
    join = phrase.find(phrase.language.joins, there)
    second = number(phrase, join[1]) if join else None
    if second and not phrase.find(phrase.language.units, there):
        fewest, most, there = min(fewest, second[0]), max(fewest, second[0]), second[1]
    there = phrase.skip(there, _BEFORE_UNIT)
    counted = phrase.find(phrase.language.units, there)
    if not counted:
        return None
    if counted[0] == Unit.HOUR:
        # Days are the finest that is kept: 72 hours are three of them, and so are 60.
        return Count(_days_of(fewest), _days_of(most), Unit.DAY), counted[1]
    return Count(fewest, most, counted[0]), counted[1]


def _days_of(hours: int) -> int:
    return -(-hours // 24)


def deadline_from_now(phrase: Phrase, at: int) -> tuple[date, int] | None:
    """Read what follows "within": "(within) 30 days of the meeting"."""
    found = _limited_count(phrase, at)
    if not found:
        return None
    (_, most, unit), there = found
    return spans.plus(phrase.said[1], most, unit), there


def period_from_now(phrase: Phrase, at: int, *, tail_needed: bool = False) -> Found:
    """Read what follows "in": "(in) six months' time" is the calendar month six ahead.

    Without that "in", its tail is needed: "six months from now", "30 days after the meeting".
    """
    found = count(phrase, at)
    if not found:
        return None
    (fewest, most, unit), there = found
    tail = phrase.find(phrase.language.times, there)
    if tail_needed and not tail:
        return None
    last = phrase.said[1]
    if unit == Unit.WORKING_DAY:
        span = Span(spans.plus(last, fewest, unit), spans.plus(last, most, unit))
        unit = Unit.DAY
    else:
        ahead = [spans.unit_around(last, unit, amount) for amount in (fewest, most)]
        span = Span(ahead[0].earliest, ahead[-1].latest)
    return fixed(span, unit), tail[1] if tail else there


def span_from_now(phrase: Phrase, at: int) -> Found:
    """Read "(in) the next two weeks", "over the coming year": from the meeting's last day on."""
    over = phrase.find(phrase.language.span_from_now, at)
    ahead = phrase.find(phrase.language.units_ahead, at)
    there = over[1] if over else ahead[1] if ahead and ahead[0] > 0 else None
    found = count(phrase, there) if there else None
    if not found and over:
        unit = phrase.find(phrase.language.units, over[1])
        found = (Count(1, 1, unit[0]), unit[1]) if unit else None
    if not found:
        return None
    (_, most, unit_counted), after = found
    last = phrase.said[1]
    return fixed(Span(last, spans.plus(last, most, unit_counted)), Unit.OTHER), after


def _limited_count(phrase: Phrase, at: int) -> tuple[Count, int] | None:
    limit = phrase.find(phrase.language.limits, at)
    found = count(phrase, limit[1] if limit else at)
    if not found:
        return None
    tail = phrase.find(phrase.language.times, found[1])
    return found[0], tail[1] if tail else found[1]


def _named(phrase: Phrase, at: int) -> Found:
    readers: tuple[Callable[[Phrase, int], Found], ...] = (
        named_month,
        season,
        lettered,
        part_of_year,
    )
    return next((found for reader in readers if (found := reader(phrase, at))), None)
