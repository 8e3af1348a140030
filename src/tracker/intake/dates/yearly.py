"""Months, quarters, halves, seasons, numbered weeks and years."""

from tracker.intake.dates import spans
from tracker.intake.dates.days import month_and_year
from tracker.intake.dates.figures import Found
from tracker.intake.dates.period import Period, fixed
from tracker.intake.dates.phrase import Phrase
from tracker.intake.dates.spans import MONTHS_IN, MONTHS_IN_A_YEAR, NoSuchDay, Span, Unit
from tracker.intake.dates.tokens import Kind
from tracker.intake.dates.years import number, year, year_after

_LINKS = frozenset({"-", "/", ","})
_DECEMBER = 12


def named_month(phrase: Phrase, at: int) -> Found:
    """Read "July", "July 2015", "July of next year"."""
    named = phrase.find(phrase.language.months, at)
    found = month_and_year(phrase, at) if named else None
    if not found:
        return None
    month, in_year, there = found
    return Period(lambda y: spans.months(y, month, 1), in_year, Unit.MONTH), there


def whole_year(phrase: Phrase, at: int) -> Found:
    """Read "2016", "the year 2016"."""
    found = year(phrase, at)
    if not found:
        return None
    return fixed(spans.months(found[0], 1, MONTHS_IN_A_YEAR), Unit.YEAR), found[1]


def season(phrase: Phrase, at: int) -> Found:
    """Read "spring 2016", "the winter of 2015/16", "summer"; winter ends in the year after."""
    found = phrase.find(phrase.language.seasons, at)
    if not found:
        return None
    first, there = found

    def in_year(y: int) -> Span:
        return spans.months(y, first, MONTHS_IN[Unit.SEASON])

    after = phrase.skip(there, phrase.language.of | _LINKS)
    pair = phrase.token(after)
    if first == _DECEMBER and pair.kind == Kind.YEAR_PAIR:
        _hold_to_winter(pair.figures[0] % 100 + 1, pair.figures[1])
        return Period(in_year, pair.figures[0], Unit.SEASON), after + 1
    said, there = year_after(phrase, there)
    last = phrase.token(there + 1)
    if (
        first == _DECEMBER
        and said
        and phrase.text(there) in _LINKS
        and last.text == f"{said + 1:04d}"
    ):
        there += 2
    return Period(in_year, said, Unit.SEASON), there


def part_of_year(phrase: Phrase, at: int) -> Found:
    """Read "third quarter of 2016", "first half", "first and second quarters of 2016"."""
    ordinals = phrase.language.ordinals
    listed: list[int] = []
    there = at
    while True:
        found = ordinals.get(phrase.text(there)) or _figure_ordinal(phrase, there)
        if not found:
            return None
        listed.append(found)
        there += 1 if phrase.text(there) in ordinals else 2
        join = phrase.find(phrase.language.joins, there)
        if not join:
            break
        there = join[1]
    unit = phrase.find(phrase.language.units, there)
    if not unit or unit[0] not in (Unit.QUARTER, Unit.HALF):
        return None
    return _numbered(unit[0], listed, *year_after(phrase, unit[1]))


def lettered(phrase: Phrase, at: int) -> Found:
    """Read "Q3 2016", "Q3-Q4", "3Q 2016", "2016 Q3", "quarter 3 of 2016"."""
    before = year(phrase, at) if phrase.kind(at) == Kind.NUMBER else None
    there = phrase.skip(before[1], _LINKS) if before else at
    found = _letter_and_number(phrase, there)
    if not found:
        return None
    unit, listed, there = found
    if before:
        return _numbered(unit, listed, before[0], there)
    return _numbered(unit, listed, *year_after(phrase, there))


def numbered_week(phrase: Phrase, at: int) -> Found:
    """Read "week 12", "week 12 of 2016", by ISO 8601."""
    found = phrase.find(phrase.language.week_number, at)
    token = phrase.token(found[1]) if found else None
    if not found or not token or token.kind != Kind.NUMBER or len(token.text) > len("53"):
        return None
    if phrase.language.months.beginning(phrase.text(found[1] + 1)):
        return None
    week = token.figures[0]
    said, there = year_after(phrase, found[1] + 1)
    return Period(lambda y: spans.iso_week(y, week), said, Unit.WEEK), there


def _hold_to_winter(expected: int, said: int) -> None:
    if said not in (expected % 100, expected % 10):
        raise NoSuchDay("a winter lies in two years that follow each other")


def _figure_ordinal(phrase: Phrase, at: int) -> int | None:
    ending = phrase.token(at + 1)
    if phrase.kind(at) == Kind.NUMBER and ending.text in phrase.language.ordinal_endings:
        return phrase.token(at).figures[0]
    return None


def _letter_and_number(phrase: Phrase, at: int) -> tuple[Unit, list[int], int] | None:
    first, second = phrase.token(at), phrase.token(at + 1)
    letters = phrase.language.letters
    if first.kind == Kind.NUMBER and second.glued and second.text in letters:
        return letters[second.text], [first.figures[0]], at + 2
    unit = letters.get(first.text)
    if unit is not None and second.kind == Kind.NUMBER and len(second.text) == 1:
        return unit, *_more_letters(phrase, first.text, [second.figures[0]], at + 2)
    worded = phrase.find(phrase.language.units, at)
    if not worded or worded[0] not in (Unit.QUARTER, Unit.HALF):
        return None
    counted = number(phrase, worded[1])
    if not counted or counted[0] >= MONTHS_IN_A_YEAR:
        return None
    return worded[0], [counted[0]], counted[1]


def _more_letters(phrase: Phrase, letter: str, listed: list[int], at: int) -> tuple[list[int], int]:
    """Go on through "Q3-Q4", "Q3/4", "Q1, Q2 and Q3"."""
    while join := phrase.find(phrase.language.joins, at):
        there = join[1] + 1 if phrase.text(join[1]) == letter else join[1]
        token = phrase.token(there)
        if token.kind != Kind.NUMBER or len(token.text) != 1 or token.figures[0] < listed[-1]:
            break
        listed, at = [*listed, token.figures[0]], there + 1
    return listed, at


def _numbered(unit: Unit, listed: list[int], said: int | None, at: int) -> tuple[Period, int]:
    length = MONTHS_IN[unit]
    parts = MONTHS_IN_A_YEAR // length
    places = [parts if place < 0 else place for place in listed]
    if not all(1 <= place <= parts for place in places):
        raise NoSuchDay("a year has four quarters and two halves")
    if sorted(places) != places:
        raise NoSuchDay("it ends before it begins")
    first = (places[0] - 1) * length + 1
    count = (places[-1] - places[0] + 1) * length
    alone = unit if len(places) == 1 else Unit.OTHER
    joined = len(places) > 1
    return Period(lambda y: spans.months(y, first, count), said, alone, is_joined=joined), at
