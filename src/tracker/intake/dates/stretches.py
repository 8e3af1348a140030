"""One period of any kind, and several joined: "from 28 December to 3 January 2016"."""

from tracker.intake.dates.days import (
    day_of_some_month,
    days_then_month,
    month_then_days,
    named_day,
    year_then_month,
)
from tracker.intake.dates.figures import Found, figures
from tracker.intake.dates.language import Join
from tracker.intake.dates.period import join
from tracker.intake.dates.phrase import Phrase
from tracker.intake.dates.portions import Reader, end_of_unit, portion, week_of
from tracker.intake.dates.relative import (
    day_from_now,
    period_ahead,
    span_from_now,
    unit_ahead,
)
from tracker.intake.dates.weekdays import nth_weekday, weekday, weekday_of_week
from tracker.intake.dates.yearly import (
    lettered,
    named_month,
    numbered_week,
    part_of_year,
    season,
    whole_year,
)

_DAYS: tuple[Reader, ...] = (
    figures,
    days_then_month,
    month_then_days,
    year_then_month,
    named_day,
    nth_weekday,
    weekday_of_week,
    weekday,
    day_from_now,
    day_of_some_month,
)
_SPANS: tuple[Reader, ...] = (
    figures,
    named_month,
    lettered,
    part_of_year,
    season,
    period_ahead,
    numbered_week,
    span_from_now,
    unit_ahead,
    whole_year,
)


def stretch(phrase: Phrase, at: int, *, between: bool = False) -> Found:
    """Read one period, or several joined to one stretch of days.

    A list ("May and June") is of one kind; the ends of a range, as in "between now and May", may
    be of any.
    """
    first = period(phrase, at)
    if not first:
        return None
    periods, links, there = [first[0]], [], first[1]
    while link := phrase.find(phrase.language.joins, there):
        lean = phrase.find(phrase.language.leans, link[1])
        after = period(phrase, lean[1] if lean else link[1])
        how = Join.RANGE if between else link[0]
        if not after or (how == Join.LIST and after[0].is_days != periods[-1].is_days):
            break
        periods.append(after[0])
        links.append(how)
        there = after[1]
    return join(periods, links), there


def period(phrase: Phrase, at: int) -> Found:
    """Read one period of any kind, the longest that the words allow."""
    return _longest(phrase, at, (*_DAYS, *_SPANS, end_of_unit, _week_of, _portion))


def _week_of(phrase: Phrase, at: int) -> Found:
    return week_of(phrase, at, lambda phrase, at: _longest(phrase, at, _DAYS))


def _portion(phrase: Phrase, at: int) -> Found:
    return portion(phrase, at, _whole)


def _whole(phrase: Phrase, at: int) -> Found:
    # A portion of a portion, as in "the end of the first week of March", and nothing deeper.
    return _longest(phrase, at, (*_DAYS, *_SPANS, lambda phrase, at: portion(phrase, at, _span)))


def _span(phrase: Phrase, at: int) -> Found:
    return _longest(phrase, at, _SPANS)


def _longest(phrase: Phrase, at: int, readers: tuple[Reader, ...]) -> Found:
    best: Found = None
    for reader in readers:
        found = reader(phrase, at)
        if found and (best is None or found[1] > best[1]):
            best = found
    return best
