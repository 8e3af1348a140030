"""Portions of a period: "early March", "end of 2016", "the first week of May", "w/c 9 March"."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from tracker.intake.dates import spans
from tracker.intake.dates.figures import Found
from tracker.intake.dates.language import Lead, Part
from tracker.intake.dates.period import Period, changed, fixed
from tracker.intake.dates.phrase import Phrase
from tracker.intake.dates.relative import count
from tracker.intake.dates.spans import DAYS_IN_A_WEEK, Span, Unit
from tracker.intake.dates.years import year_after

Reader = Callable[[Phrase, int], Found]
# What is before a period and makes a portion of it, and the place after it.
Head = tuple[Callable[[Period], Period | None], int]

_THIRDS = {Part.EARLY: 0, Part.MID: 1, Part.LATE: 2, Part.END: 2}
_HYPHEN = frozenset({"-"})
_MIDDLE_OF_MONTH = 15


def portion(phrase: Phrase, at: int, whole: Reader) -> Found:
    """Read a portion of what `whole` reads."""
    best: Found = None
    for make, there in _heads(phrase, at):
        inner = whole(phrase, phrase.skip(there, _between(phrase)))
        made = make(inner[0]) if inner else None
        if inner and made and (best is None or inner[1] > best[1]):
            best = made, inner[1]
    return best


def end_of_unit(phrase: Phrase, at: int) -> Found:
    """Read "year-end", "month end", "year-end 2016", "EOY"."""
    short = phrase.find(phrase.language.unit_ends, at)
    if short:
        return _end_of(phrase, short[0], 0, short[1])
    ahead = phrase.find(phrase.language.units_ahead, at)
    unit = phrase.find(phrase.language.units, ahead[1] if ahead else at)
    part = phrase.find(phrase.language.parts, phrase.skip(unit[1], _HYPHEN)) if unit else None
    if not unit or not part or part[0] != Part.END or unit[0] not in spans.UNITS_WITH_THIRDS:
        return None
    return _end_of(phrase, unit[0], ahead[0] if ahead else 0, part[1])


def week_of(phrase: Phrase, at: int, days: Reader) -> Found:
    """Read "week of 9 March" (Monday to Sunday), "w/c 9 March", "week ending 13 March"."""
    found = phrase.find(phrase.language.week_of, at)
    inner = days(phrase, found[1]) if found else None
    if not found or not inner:
        return None
    how, (there, after) = found[0], inner

    def week(span: Span) -> Span:
        monday = spans.unit_around(span.earliest, Unit.WEEK).earliest
        if how == Lead.FROM:
            return Span(span.earliest, spans.plus_days(span.earliest, DAYS_IN_A_WEEK - 1))
        if how == Lead.BY:
            return Span(monday, span.latest)
        return Span(monday, spans.unit_around(span.latest, Unit.WEEK).latest)

    return changed(there, week, Unit.WEEK), after


def _end_of(phrase: Phrase, unit: Unit, ahead: int, at: int) -> Found:
    span = spans.unit_around(phrase.said[1], unit, ahead)
    if unit == Unit.YEAR and not ahead:
        year, at = year_after(phrase, at)
        span = spans.months(year or span.earliest.year, 1, spans.MONTHS_IN_A_YEAR)
    return _end(fixed(span, unit)), at


def _between(phrase: Phrase) -> frozenset[str]:
    return phrase.language.of | phrase.language.fillers | _HYPHEN


def _heads(phrase: Phrase, at: int) -> Iterator[Head]:
    yield from _part_head(phrase, at)
    yield from _later_head(phrase, at)
    yield from _ordinal_head(phrase, at)


def _part_head(phrase: Phrase, at: int) -> Iterator[Head]:
    """Read "early", "mid to late", "the end of"."""
    for part, there in phrase.phrases(phrase.language.parts, at):
        yield partial(_parts_of, first=part, last=part), there
        link = phrase.find(phrase.language.joins, there)
        last = phrase.find(phrase.language.parts, link[1]) if link else None
        if last and _THIRDS[last[0]] > _THIRDS[part]:
            yield partial(_parts_of, first=part, last=last[0]), last[1]


def _later_head(phrase: Phrase, at: int) -> Iterator[Head]:
    """Read "later", "the rest of"."""
    found = phrase.find(phrase.language.later, at)
    if found:
        yield partial(_rest_of, after=phrase.said[1]), found[1]


def _ordinal_head(phrase: Phrase, at: int) -> Iterator[Head]:
    """Read "first week of", "last two weeks of", "second half of"."""
    nth, there = _ordinal(phrase, at)
    if not nth:
        return
    counted = count(phrase, there)
    if counted and abs(nth) == 1:
        (_, amount, unit), after = counted
        yield partial(_first_of, amount=nth * amount, unit=unit), after
    link = phrase.find(phrase.language.joins, there)
    last, there = _ordinal(phrase, link[1]) if link else (nth, there)
    named = phrase.find(phrase.language.units, there)
    if named and last and (last < 0 or last >= nth):
        yield partial(_nth_of, first=nth, last=last, unit=named[0]), named[1]


def _ordinal(phrase: Phrase, at: int) -> tuple[int, int]:
    listed = phrase.language.ordinals.get(phrase.text(at), 0)
    if listed:
        return listed, at + 1
    figures, ending = phrase.token(at).figures, phrase.token(at + 1)
    if len(figures) == 1 and ending.glued and ending.text in phrase.language.ordinal_endings:
        return figures[0], at + 2
    return 0, at


def _parts_of(whole: Period, *, first: Part, last: Part) -> Period | None:
    if first == last == Part.END:
        return _end(whole)
    if whole.unit not in spans.UNITS_WITH_THIRDS:
        return None

    def thirds(span: Span) -> Span:
        start = spans.third(span, whole.unit, _THIRDS[first])
        end = spans.third(span, whole.unit, _THIRDS[last])
        return Span(start.earliest, end.latest)

    return changed(whole, thirds, Unit.OTHER)._replace(is_joined=first != last)


def _end(whole: Period) -> Period:
    def end(span: Span) -> Span:
        if whole.unit in spans.UNITS_WITH_THIRDS:
            return spans.third(span, whole.unit, _THIRDS[Part.END])
        return Span(span.latest, span.latest)

    return changed(whole, end, Unit.OTHER)._replace(is_end=True)


def _rest_of(whole: Period, *, after: date) -> Period:
    def rest(span: Span) -> Span:
        return Span(min(max(span.earliest, after), span.latest), span.latest)

    return changed(whole, rest, Unit.OTHER)


def _first_of(whole: Period, *, amount: int, unit: Unit) -> Period:
    return changed(whole, lambda span: spans.first_of(span, amount, unit), Unit.OTHER)


def _nth_of(whole: Period, *, first: int, last: int, unit: Unit) -> Period | None:
    if unit == Unit.HALF:
        if whole.unit != Unit.MONTH or first not in (1, 2, -1) or last != first:
            return None
        return changed(whole, lambda span: _half_of_month(span, first), Unit.OTHER)
    if unit == whole.unit or whole.is_days:
        return None

    def nth(span: Span) -> Span:
        start, end = (spans.nth_of(span, number, unit) for number in (first, last))
        return Span(start.earliest, end.latest)

    single_day = unit in (Unit.DAY, Unit.WORKING_DAY)
    return changed(whole, nth, Unit.DAY if single_day else unit)


def _half_of_month(span: Span, which: int) -> Span:
    middle = span.earliest.replace(day=_MIDDLE_OF_MONTH)
    if which == 1:
        return Span(span.earliest, middle)
    return Span(spans.plus_days(middle, 1), span.latest)
