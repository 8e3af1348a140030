"""The words as the grammar walks over them."""

from datetime import date
from typing import NamedTuple

from tracker.domain.vocabulary import Relation
from tracker.intake.dates.language import Language, Meaning, Wordings
from tracker.intake.dates.tokens import Kind, Token, cut

COMMAS = frozenset({",", "(", ")"})
_NOTHING = Token(Kind.MARK, "", 0, 0)


class Interval(NamedTuple):
    """The days that words allow, and the relation; an end that is None is open."""

    earliest: date | None
    latest: date | None
    relation: Relation


class Phrase(NamedTuple):
    """Tokens, and what is needed to read them.

    `said` is the first and last day of the meeting where it was said, `since` the day on or after
    which a day without a year is looked for. Where figures can be read in two ways, `second` tells
    which is wanted, and `forks` takes their text; a part of the phrase shares it, and `read`.
    """

    words: str
    tokens: tuple[Token, ...]
    language: Language
    said: tuple[date, date]
    since: date
    forks: list[str]
    read: dict[tuple[int, int, date], Interval | None]
    second: bool = False
    timed: bool = False  # a time of day was named
    closing: bool = False  # and it was the close of a day

    @property
    def part(self) -> tuple[int, int, date]:
        """What part of the words this is, and from which day on it is read; `read` goes by it."""
        if not self.tokens:
            return 0, 0, self.since
        return self.tokens[0].start, self.tokens[-1].end, self.since

    def token(self, at: int) -> Token:
        """Give the token at a place; an empty one past the end."""
        return self.tokens[at] if 0 <= at < len(self.tokens) else _NOTHING

    def text(self, at: int) -> str:
        """Give the text of the token at a place."""
        return self.token(at).text

    def kind(self, at: int) -> Kind:
        """Give the kind of the token at a place."""
        return self.token(at).kind

    def is_over(self, at: int) -> bool:
        """Tell whether nothing but commas and brackets is left."""
        return all(token.text in COMMAS for token in self.tokens[at:])

    def skip(self, at: int, texts: frozenset[str]) -> int:
        """Step over any of some tokens."""
        while self.text(at) in texts:
            at += 1
        return at

    def behind_deed(self, at: int) -> int:
        """Step over what is done, as in "to be completed (by)", if that stands at a place."""
        found = self.find(self.language.deeds, at)
        return found[1] + 1 if found and self.kind(found[1]) == Kind.WORD else at

    def phrases(self, table: Wordings[Meaning], at: int) -> list[tuple[Meaning, int]]:
        """Give what of a table stands at a place, longest first, with the place after each."""
        return matches(table, self.tokens, at)

    def find(self, table: Wordings[Meaning], at: int) -> tuple[Meaning, int] | None:
        """Give the longest of a table's phrases that stands at a place."""
        found = self.phrases(table, at)
        return found[0] if found else None

    def quote(self, start: int, end: int) -> str:
        """Give tokens `start` to `end` as they were typed."""
        if start >= end:
            return ""
        return self.words[self.tokens[start].start : self.tokens[end - 1].end]


def matches(
    table: Wordings[Meaning], tokens: tuple[Token, ...], at: int
) -> list[tuple[Meaning, int]]:
    """Give what of a table stands at a place; between its words a hyphen may stand."""
    if at >= len(tokens):
        return []
    found = []
    for words, meaning in table.beginning(tokens[at].text):
        there = _end_of_match(words, tokens, at)
        if there:
            found.append((meaning, there))
    return found


def _end_of_match(words: tuple[str, ...], tokens: tuple[Token, ...], at: int) -> int:
    for place, word in enumerate(words):
        if place and at < len(tokens) and tokens[at].text == "-" and word != "-":
            at += 1
        if at >= len(tokens) or tokens[at].text != word:
            return 0
        at += 1
    return at


def without_articles(words: str, language: Language) -> tuple[Token, ...]:
    """Cut the words into tokens, articles left out and figures that a month takes up parted."""
    tokens = [token for token in cut(words) if token.text not in language.articles]
    parted: list[Token] = []
    for place, token in enumerate(tokens):
        neighbours = tokens[max(place - 1, 0) : place] + tokens[place + 1 : place + 2]
        if token.kind == Kind.YEAR_PAIR and any(
            language.months.beginning(neighbour.text) for neighbour in neighbours
        ):
            parted += _part_year_pair(token)
        else:
            parted.append(token)
    return tuple(parted)


def _part_year_pair(token: Token) -> list[Token]:
    """Part "2015-10" of "4 March 2015-10 April 2015", where it is no year and month."""
    middle = token.start + 4
    return [
        Token(
            Kind.NUMBER, token.text[:4], token.start, middle, token.figures[:1], glued=token.glued
        ),
        Token(Kind.MARK, "-" if token.text[4] != "/" else "/", middle, middle + 1, glued=True),
        Token(Kind.NUMBER, token.text[5:], middle + 1, token.end, token.figures[1:], glued=True),
    ]


def plain(tokens: tuple[Token, ...], language: Language) -> tuple[tuple[Token, ...], bool, bool]:
    """Leave hedges and times of day out; tell whether a time, and a close of day, was named."""
    kept: list[Token] = []
    timed = closing = False
    at = 0
    while at < len(tokens):
        hedge = matches(language.hedges, tokens, at)
        if hedge:
            at = hedge[0][1]
            continue
        there, closes = _clock(tokens, at, language)
        if there > at:
            timed, closing = True, closing or closes
            at = there
            continue
        kept.append(tokens[at])
        at += 1
    return tuple(kept), timed, closing


def _clock(tokens: tuple[Token, ...], at: int, language: Language) -> tuple[int, bool]:
    """Step over a time of day: "at 10:00", "from 9 a.m. to noon", "close of business (CET)"."""
    start = at
    if tokens[at].text in language.clock_leads:
        at += 1
    there, closes = _one_time(tokens, at, language)
    if there == at:
        return start, False
    if there + 1 < len(tokens) and tokens[there].text in language.clock_joins:
        second, more = _one_time(tokens, there + 1, language)
        there, closes = (second, closes or more) if second > there + 1 else (there, closes)
    if there < len(tokens) and tokens[there].text in COMMAS:
        there += 1
    while there < len(tokens) and tokens[there].text in language.zones:
        there += 1
    return there, closes


def _one_time(tokens: tuple[Token, ...], at: int, language: Language) -> tuple[int, bool]:
    if at < len(tokens) and tokens[at].kind == Kind.TIME:
        return at + 1, False
    closes = matches(language.close_of_day, tokens, at)
    if closes:
        return closes[0][1], True
    hours = matches(language.clock, tokens, at)
    return (hours[0][1], False) if hours else (at, False)
