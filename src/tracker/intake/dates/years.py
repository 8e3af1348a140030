"""Years and numbers, in figures and in words."""

from tracker.intake.dates.phrase import COMMAS, Phrase
from tracker.intake.dates.spans import NoSuchDay, Unit
from tracker.intake.dates.tokens import Kind

SHORT_YEAR = "a year needs all its four figures"

_FIGURES = 4
_TEN, _TWENTY, _HUNDRED, _THOUSAND = 10, 20, 100, 1000
_BETWEEN = COMMAS | {"-", "/"}
_HYPHEN = frozenset({"-"})


def year(phrase: Phrase, at: int) -> tuple[int, int] | None:
    """Read a year: "2016", "the year 2016", "next year", "two thousand and sixteen"."""
    unit = phrase.find(phrase.language.units, at)
    if unit and unit[0] == Unit.YEAR:
        figures = _in_figures(phrase, phrase.skip(unit[1], phrase.language.of))
        # "(the end) of the year" is the running one.
        return figures or (phrase.said[1].year, unit[1])
    return _in_figures(phrase, at) or _in_words(phrase, at) or _ahead(phrase, at)


def year_after(phrase: Phrase, at: int, *, day: bool = False) -> tuple[int | None, int]:
    """Read the year behind a day, month, quarter or season, if there is one.

    Raises NoSuchDay for one cut short, as in "4 March 15": which century is meant is nobody's
    guess. Behind a month without a day such a figure is the day.
    """
    there = at + 1 if phrase.text(at) in _BETWEEN else at
    found = year(phrase, phrase.skip(there, phrase.language.of))
    if found:
        return found
    apostrophe = phrase.text(at) == "'"
    token = phrase.token(at + 1 if apostrophe else at)
    if token.kind == Kind.NUMBER and len(token.text) < _FIGURES and (day or apostrophe):
        raise NoSuchDay(SHORT_YEAR)
    return None, at


def number(phrase: Phrase, at: int) -> tuple[int, int] | None:
    """Read a number, in words below a thousand: "30", "thirty", "twenty-one", "a hundred"."""
    token = phrase.token(at)
    if token.kind == Kind.NUMBER:
        return token.figures[0], at + 1
    words = phrase.language.numbers
    first = words.get(token.text)
    if first is None or first >= _HUNDRED:
        return None
    if first >= _TWENTY:
        there = phrase.skip(at + 1, _HYPHEN)
        ones = words.get(phrase.text(there), _TEN)
        if ones < _TEN and phrase.text(there) not in phrase.language.determiners:
            return first + ones, there + 1
    if words.get(phrase.text(at + 1)) == _HUNDRED:
        return first * _HUNDRED, at + 2
    return first, at + 1


def _in_figures(phrase: Phrase, at: int) -> tuple[int, int] | None:
    token = phrase.token(at)
    if token.kind == Kind.NUMBER and len(token.text) == _FIGURES:
        return token.figures[0], at + 1
    return None


def _in_words(phrase: Phrase, at: int) -> tuple[int, int] | None:
    words = phrase.language.numbers
    thousands = words.get(phrase.text(at), _TEN)
    if thousands >= _TEN or words.get(phrase.text(at + 1)) != _THOUSAND:
        return None
    joined = phrase.token(at + 2).kind == Kind.WORD and phrase.find(phrase.language.joins, at + 2)
    rest = number(phrase, joined[1] if joined else at + 2)
    below = rest if rest and rest[0] < _THOUSAND else (0, at + 2)
    return thousands * _THOUSAND + below[0], below[1]


def _ahead(phrase: Phrase, at: int) -> tuple[int, int] | None:
    ahead = phrase.find(phrase.language.units_ahead, at)
    unit = phrase.find(phrase.language.units, ahead[1]) if ahead else None
    if ahead and unit and unit[0] == Unit.YEAR:
        return phrase.said[1].year + ahead[0], unit[1]
    return None
