"""Days of a month: "4 March 2015", "26 and 27 May", "May 26-27, 2015", "the 12th"."""

from tracker.domain.due import in_words
from tracker.intake.dates import spans
from tracker.intake.dates.figures import Found, whole_months
from tracker.intake.dates.period import Period, fixed
from tracker.intake.dates.phrase import COMMAS, Phrase
from tracker.intake.dates.spans import NoSuchDay, Span, Unit
from tracker.intake.dates.tokens import Kind
from tracker.intake.dates.years import SHORT_YEAR, year_after

_LONGEST_DAY = 2  # figures
_LAST_DAY = 31
_TEN, _TWENTY = 10, 20
_HYPHEN = frozenset({"-"})
_BEFORE_MONTH = frozenset({"-", "/", ","})
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# A day as worded: its number, and the weekday named beside it.
Numbered = tuple[int, int | None]


def days_then_month(phrase: Phrase, at: int) -> Found:
    """Read "4 March 2015", "26 and 27 May", "Tuesday 26 to Friday 29 May", "15th of next month"."""
    if _is_within_code(phrase, at):
        return None
    listed = _numbers(phrase, at, commas=True)
    if not listed:
        return None
    days, there = listed
    month = month_and_year(phrase, phrase.skip(there, phrase.language.of | _BEFORE_MONTH), day=True)
    return _days_in(phrase, days, *month) if month else None


def month_then_days(phrase: Phrase, at: int) -> Found:
    """Read "March 4, 2015", "May 26-27", "Friday, May 29"."""
    weekday, at = _weekday_before(phrase, at)
    month = phrase.find(phrase.language.months, at)
    if not month:
        return None
    hyphen = phrase.text(month[1]) == "-"
    listed = _numbers(phrase, month[1] + 1 if hyphen else month[1], commas=False)
    if not listed:
        return None
    days, there = listed
    if weekday is not None:
        days[0] = (days[0][0], weekday)
    year, after = year_after(phrase, there, day=True)
    if hyphen and year is None and there == month[1] + 2:
        if days[0][0] > _LAST_DAY:
            raise NoSuchDay(SHORT_YEAR)
        # Spreadsheets write both 15 March and March 2015 as "Mar-15".
        phrase.forks.append(phrase.text(there - 1))
        if phrase.second:
            century = phrase.said[1].year // 100 * 100
            return whole_months(century + days[0][0], month[0]), there
    return _days_in(phrase, days, month[0], year, after)


def year_then_month(phrase: Phrase, at: int) -> Found:
    """Read "2015 March 4", "2015-Mar-04", "2015 July"."""
    token = phrase.token(at)
    if token.kind != Kind.NUMBER or len(token.text) != len("2015"):
        return None
    month = phrase.find(phrase.language.months, phrase.skip(at + 1, _BEFORE_MONTH))
    if not month:
        return None
    year = token.figures[0]
    listed = _numbers(phrase, phrase.skip(month[1], _BEFORE_MONTH), commas=False)
    if listed:
        return _days_in(phrase, listed[0], month[0], year, listed[1])
    return fixed(spans.months(year, month[0], 1), Unit.MONTH), month[1]


def day_of_some_month(phrase: Phrase, at: int) -> Found:
    """Read "the 12th": the next such day."""
    listed = _numbers(phrase, at, commas=True)
    if not listed:
        return None
    days, there = listed
    last = phrase.text(there - 1)
    if last not in phrase.language.ordinal_endings and last not in phrase.language.ordinals:
        return None
    for ahead in range(3):  # no two months in a row lack a day
        month = spans.plus_months(phrase.since.replace(day=1), ahead)
        try:
            span = _span(days, month.year, month.month)
        except NoSuchDay:
            continue
        if span.latest >= phrase.since:
            return _days_in(phrase, days, month.month, month.year, there)
    return None


def named_day(phrase: Phrase, at: int) -> Found:
    """Read a day that has a name: "International Migrants Day 2015"."""
    found = phrase.find(phrase.language.named_days, at)
    if not found:
        return None
    (month, number), there = found
    year, there = year_after(phrase, there, day=True)
    return _days_in(phrase, [(number, None)], month, year, there)


def month_and_year(
    phrase: Phrase, at: int, *, day: bool = False
) -> tuple[int, int | None, int] | None:
    """Read "March", "March 2016", "next month": month, year, and the place after them."""
    named = phrase.find(phrase.language.months, at)
    if named:
        return named[0], *year_after(phrase, named[1], day=day)
    ahead = phrase.find(phrase.language.units_ahead, at)
    unit = phrase.find(phrase.language.units, ahead[1] if ahead else at)
    if not unit or unit[0] != Unit.MONTH:
        return None
    if not ahead and phrase.text(at - 1) not in phrase.language.of:
        return None
    start = spans.unit_around(phrase.said[1], Unit.MONTH, ahead[0] if ahead else 0).earliest
    return start.month, start.year, unit[1]


def _numbers(phrase: Phrase, at: int, *, commas: bool) -> tuple[list[Numbered], int] | None:
    """Read one day or several: "26", "26 and 27", "26, 27 and 28", "26th-29th".

    Without `commas`, a list parted by commas alone ends at its first day: "March 4, 15" has a
    year cut short in it.
    """
    first = _number(phrase, at)
    if not first:
        return None
    days, there = [first[0]], first[1]
    settled = (1, there)
    while join := phrase.find(phrase.language.joins, there):
        after = _number(phrase, join[1])
        if not after:
            break
        is_comma = phrase.text(join[1] - 1) == ","
        days.append(after[0])
        there = after[1]
        if commas or not is_comma:
            settled = (len(days), there)
    return days[: settled[0]], settled[1]


def _is_within_code(phrase: Phrase, at: int) -> bool:
    """Tell whether a number is the end of a code, as in "MC10, 15-18 December"."""
    start = phrase.token(at).start
    return phrase.kind(at) == Kind.NUMBER and phrase.words[max(start - 1, 0) : start].isalpha()


def _number(phrase: Phrase, at: int) -> tuple[Numbered, int] | None:
    weekday, at = _weekday_before(phrase, at)
    token = phrase.token(at)
    if token.kind == Kind.NUMBER:
        if len(token.text) > _LONGEST_DAY:
            return None
        ending = phrase.token(at + 1)
        is_ordinal = ending.glued and ending.text in phrase.language.ordinal_endings
        return (token.figures[0], weekday), at + 2 if is_ordinal else at + 1
    ordinals = phrase.language.ordinals
    tens = phrase.language.numbers.get(token.text, 0)
    if tens >= _TWENTY:
        after = phrase.skip(at + 1, _HYPHEN)
        ones = ordinals.get(phrase.text(after), 0)
        return ((tens + ones, weekday), after + 1) if 0 < ones < _TEN else None
    number = ordinals.get(token.text, 0)
    return ((number, weekday), at + 1) if number > 0 else None


def _weekday_before(phrase: Phrase, at: int) -> tuple[int | None, int]:
    ahead = phrase.find(phrase.language.units_ahead, at)
    found = phrase.find(phrase.language.weekdays, ahead[1] if ahead else at)
    if not found:
        return None, at
    there = phrase.skip(found[1], COMMAS)
    lean = phrase.find(phrase.language.leans, there)
    return found[0], lean[1] if lean else there


def _days_in(
    phrase: Phrase, days: list[Numbered], month: int, year: int | None, at: int
) -> tuple[Period, int]:
    """Make a period of days in a month, held to the weekdays named beside them."""
    if phrase.text(at) in COMMAS:
        behind = phrase.find(phrase.language.weekdays, at + 1)
        if behind and phrase.is_over(behind[1]):
            days[-1] = (days[-1][0], behind[0])
            at = behind[1]
        named = phrase.find(phrase.language.named_days, at + 1)
        if named and named[0] == (month, days[-1][0]):
            at = named[1]

    def check(in_year: int) -> None:
        for number, weekday in days:
            day = spans.day(in_year, month, number)
            if weekday is not None and day.weekday() != weekday:
                is_one = f"{in_words(day, day, None)} is a {_WEEKDAYS[day.weekday()]}"
                raise NoSuchDay(f"{is_one}, not a {_WEEKDAYS[weekday]}")

    def at_year(in_year: int) -> Span:
        return _span(days, in_year, month)

    return Period(at_year, year, Unit.DAY, check, is_joined=len(days) > 1), at


def _span(days: list[Numbered], year: int, month: int) -> Span:
    first, last = days[0][0], days[-1][0]
    if first > last:
        raise NoSuchDay("it ends before it begins")
    return Span(spans.day(year, month, first), spans.day(year, month, last))
