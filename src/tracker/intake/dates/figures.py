"""Dates in figures: ISO 8601, EDTF, and the ways that are read differently in different places."""

from tracker.intake.dates import spans
from tracker.intake.dates.period import Period, fixed
from tracker.intake.dates.phrase import Phrase
from tracker.intake.dates.spans import MONTHS_IN_A_YEAR, NoSuchDay, Span, Unit
from tracker.intake.dates.tokens import Kind, Token
from tracker.intake.dates.years import SHORT_YEAR

# EDTF level 1 numbers the seasons 21 to 24; each begins with this month.
_EDTF_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
_LONGEST_MONTH = 31

Found = tuple[Period, int] | None


def figures(phrase: Phrase, at: int) -> Found:
    """Read a date in figures."""
    token = phrase.token(at)
    match token.kind:
        case Kind.DAY:
            return _iso_day(phrase, at)
        case Kind.TWO_WAY_DAY:
            first, second, year = token.figures
            month, number = _month_and_day(phrase, first, second)
            return fixed_day(year, month, number), at + 1
        case Kind.SHORT_DAY:
            raise NoSuchDay(SHORT_YEAR)
        case Kind.WEEK:
            return _iso_week(token), at + 1
        case Kind.YEAR_PAIR:
            return _year_pair(phrase, token), at + 1
        case Kind.MONTH:
            month, year = token.figures
            return whole_months(year, month), at + 1
        case Kind.NUMBER:
            return _days_then_figures(phrase, at) or _day_and_month(phrase, at)
        case _:
            return None


def fixed_day(year: int, month: int, number: int) -> Period:
    """Give a day in a year."""
    there = spans.day(year, month, number)
    return fixed(Span(there, there), Unit.DAY)


def whole_months(year: int, first: int, count: int = 1, unit: Unit = Unit.MONTH) -> Period:
    """Give whole months of a year."""
    if not 1 <= first <= MONTHS_IN_A_YEAR:
        raise NoSuchDay(f"there is no month {first}")
    return fixed(spans.months(year, first, count), unit)


def _iso_day(phrase: Phrase, at: int) -> Found:
    year, month, number = phrase.token(at).figures
    start = spans.day(year, month, number)
    mark, last = phrase.token(at + 1), phrase.token(at + 2)
    # ISO 8601 lets the end leave out what it shares with the start: "2015-05-26/27".
    if mark.text == "/" and mark.glued and last.kind == Kind.NUMBER and last.glued:
        end = spans.day(year, month, last.figures[0])
        if end < start:
            raise NoSuchDay("it ends before it begins")
        return fixed(Span(start, end), Unit.DAY, is_joined=True), at + 3
    return fixed(Span(start, start), Unit.DAY), at + 1


def _iso_week(token: Token) -> Period:
    week = spans.iso_week(token.figures[0], token.figures[1])
    weekday = token.figures[2:]
    if not weekday:
        return fixed(week, Unit.WEEK)
    if not 1 <= weekday[0] <= spans.DAYS_IN_A_WEEK:
        raise NoSuchDay(f"a week has no day {weekday[0]}")
    there = spans.plus_days(week.earliest, weekday[0] - 1)
    return fixed(Span(there, there), Unit.DAY)


def _month_and_day(phrase: Phrase, first: int, second: int) -> tuple[int, int]:
    """Take day and month in this order, or in the other one where the second way is wanted."""
    if first != second:
        phrase.forks.append(f"{first}/{second}")
    return (first, second) if phrase.second else (second, first)


def _year_pair(phrase: Phrase, token: Token) -> Period:
    """Read "2015-07" (a month), "2016-21" (a season) or "2015/16" (two years)."""
    year, last = token.figures
    short = len(token.text) < len("2015-07")
    known = 10 if short else 100
    end = year // known * known + last
    follows = end == year + 1 or (end + known == year + 1)
    is_month = 1 <= last <= MONTHS_IN_A_YEAR
    season = None if token.dash else _EDTF_SEASONS.get(last)
    if not is_month and season is None:
        if end <= year and not follows:
            raise NoSuchDay(f"there is no month {last}")
        return _whole_years(year, year + 1 if follows else end)
    # ISO 8601 wins over "2011-12" for two years: it is what this register itself writes.
    if follows and (season is not None or token.dash or short):
        phrase.forks.append(token.text)
        if not phrase.second:
            return _whole_years(year, year + 1)
    if season is not None:
        return whole_months(year, season, 3, Unit.SEASON)
    return whole_months(year, last)


def _whole_years(first: int, last: int) -> Period:
    both = Span(spans.day(first, 1, 1), spans.day(last, 12, 31))
    return fixed(both, Unit.OTHER, is_joined=True)


def _days_then_figures(phrase: Phrase, at: int) -> Found:
    """Read the days of "26-27/05/2015"."""
    first, mark, last = phrase.token(at), phrase.token(at + 1), phrase.token(at + 2)
    joined = mark.text in ("-", "&") or mark.kind == Kind.WORD
    if not joined or last.kind != Kind.TWO_WAY_DAY or first.figures[0] > _LONGEST_MONTH:
        return None
    if not phrase.find(phrase.language.joins, at + 1):
        return None
    one, two, year = last.figures
    month, number = _month_and_day(phrase, one, two)
    start, end = spans.day(year, month, first.figures[0]), spans.day(year, month, number)
    if end < start:
        raise NoSuchDay("it ends before it begins")
    return fixed(Span(start, end), Unit.DAY, is_joined=True), at + 3


def _day_and_month(phrase: Phrase, at: int) -> Found:
    """Read "13/04", a day without a year."""
    first, mark, last = phrase.token(at), phrase.token(at + 1), phrase.token(at + 2)
    if mark.text != "/" or not mark.glued or last.kind != Kind.NUMBER or not last.glued:
        return None
    if max(first.figures[0], last.figures[0]) > _LONGEST_MONTH:
        return None
    month, number = _month_and_day(phrase, first.figures[0], last.figures[0])

    def in_year(year: int) -> Span:
        there = spans.day(year, month, number)
        return Span(there, there)

    return Period(in_year, None, Unit.DAY), at + 3
