"""Cut what was typed into tokens: words, numbers, marks, and dates in figures."""

import re
import unicodedata
from enum import StrEnum
from functools import cache
from typing import NamedTuple

_HYPHENS = "-\u2010\u2011\u00ad"
_DASHES = "\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u2043"
_QUOTES = "\u2018\u2019\u02bc\u00b4`"
_APPROXIMATE = "~≈"
# Signs that carry no meaning here. Those of mathematics and money do: "< 30 days".
_DECORATION = frozenset({"Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "Sk", "So"})
_SLASHES = "\u2044\u2215"


class Kind(StrEnum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    MARK = "mark"
    TIME = "time"
    DAY = "day"
    TWO_WAY_DAY = "two-way-day"
    SHORT_DAY = "short-day"
    WEEK = "week"
    YEAR_PAIR = "year-pair"
    MONTH = "month"
    OPEN = "open"


class Token(NamedTuple):
    """A piece of the words, in lower case; `start` and `end` are its place in them as typed."""

    kind: Kind
    text: str
    start: int
    end: int
    figures: tuple[int, ...] = ()
    dash: bool = False  # the mark between the figures is a dash of ranges, not a hyphen
    glued: bool = False  # nothing stands between this token and the one before


@cache
def _pattern() -> re.Pattern[str]:
    # Compiled when a date is first read. No quantifier stands within another, so a text of any
    # kind is cut in one pass.
    return re.compile(
        r"""
          (?P<time> t?\d{1,2}:\d\d(?::\d\d(?:\.\d{1,9})?)?
                    (?:z\b|[+-]\d\d:?\d\d)?(?:\s?[ap]\.?m\b\.?)?
                  | \b\d{1,2}(?:\.\d\d)?\s?[ap]\.?m\b\.? | \b\d{1,2}h\d\d\b
                  | \b\d{4}\s?(?:hours|hrs)\b )
        | (?P<day> (?<!\d)\d{4}-\d\d?-\d\d?(?!\d) | (?<!\d)\d{4}/\d\d?/\d\d?(?!\d)
                 | (?<!\d)\d{4}\.\d\d?\.\d\d?(?!\d) | (?<!\d)\d{8}(?!\d) )
        | (?P<two> (?<!\d)\d\d?/\d\d?/\d{4}(?!\d) | (?<!\d)\d\d?-\d\d?-\d{4}(?!\d)
                 | (?<!\d)\d\d?\.\s?\d\d?\.\s?\d{4}(?!\d) )
        | (?P<short> (?<!\d)\d\d?/\d\d?/\d\d(?!\d) | (?<!\d)\d\d?-\d\d?-\d\d(?!\d)
                   | (?<!\d)\d\d?\.\d\d?\.\d\d(?!\d) )
        | (?P<week> (?<!\d)\d{4}-?w\d\d?(?:-\d)?\b )
        | (?P<pair> (?<!\d)\d{4}[-–/]\d\d?(?!\d) )
        | (?P<month> (?<![^\W_])\d\d?[-–/.]\d{4}(?!\d) )
        | (?P<open> \.\. )
        | (?P<number> \d+ )
        | (?P<abbreviation> (?:[^\W\d_]\.){2,8} )
        | (?P<word> [^\W\d_]+ )
        | (?P<possessive> 's\b )
        | (?P<mark> [^\s\w.] )
        """,
        re.VERBOSE,
    )


def cut(words: str) -> tuple[Token, ...]:
    """Cut `words` into tokens; quotation marks, full stops and other decoration fall away."""
    plain, places = _plain(words)
    tokens: list[Token] = []
    last_end = -1
    for match in _pattern().finditer(plain):
        start, end = match.span()
        token = _token(match, places[start], places[end - 1] + 1, glued=start == last_end)
        if token is not None:
            tokens.append(token)
            last_end = end
    return tuple(tokens)


def _plain(words: str) -> tuple[str, list[int]]:
    """Give the words in lower case with plain signs, and the place that each character is from."""
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(words):
        for plain in _plain_character(character):
            characters.append(plain)
            places.append(place)
    return "".join(characters), places


def _plain_character(character: str) -> str:
    if character in _HYPHENS:
        return "" if character == "\u00ad" else "-"
    if character in _DASHES:
        return "–"
    if character in _QUOTES:
        return "'"
    if character in _SLASHES:
        return "/"
    if unicodedata.category(character) == "Cf":
        return ""
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    return unicodedata.normalize("NFKC", character).casefold()


def _token(match: re.Match[str], start: int, end: int, *, glued: bool) -> Token | None:
    group, text = match.lastgroup, match.group()
    if group == "possessive":
        return None
    if group == "mark":
        return _mark(match, start, end, glued=glued)
    if group == "abbreviation":
        return Token(Kind.WORD, text.replace(".", ""), start, end, glued=glued)
    if group in ("word", "time", "open"):
        return Token(Kind(group), text, start, end, glued=glued)
    figures = tuple(int(figure) for figure in re.findall(r"\d+", text))
    kinds = {"two": Kind.TWO_WAY_DAY, "short": Kind.SHORT_DAY, "pair": Kind.YEAR_PAIR}
    kind = kinds.get(group or "") or Kind(group or "number")
    if kind == Kind.DAY and len(figures) == 1:
        figures = (figures[0] // 10_000, figures[0] // 100 % 100, figures[0] % 100)
    return Token(kind, text, start, end, figures, dash="–" in text or "/" in text, glued=glued)


def _mark(match: re.Match[str], start: int, end: int, *, glued: bool) -> Token | None:
    text = match.group()
    if text == "'":
        # That of "March '15" tells of a year cut short, that of "months' time" of nothing.
        after = match.string[match.end() : match.end() + 1]
        return Token(Kind.MARK, "'", start, end) if after.isdigit() else None
    if text == "–":
        text = "-"
    if text in ("[", "{"):
        text = "("
    if text in ("]", "}"):
        text = ")"
    if text in ";:":
        text = ","
    if text in "-,/()&+":
        return Token(Kind.MARK, text, start, end, glued=glued)
    if text in _APPROXIMATE or unicodedata.category(text) in _DECORATION:
        return None
    return Token(Kind.WORD, text, start, end)
