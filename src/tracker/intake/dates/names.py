"""The name of a meeting among the words, and a date beside it."""

from collections.abc import Iterator
from typing import NamedTuple

from tracker.intake.dates.clauses import dated
from tracker.intake.dates.language import Lead
from tracker.intake.dates.period import find_year
from tracker.intake.dates.phrase import COMMAS, Phrase
from tracker.intake.dates.spans import Span
from tracker.intake.dates.tokens import Kind
from tracker.intake.dates.yearly import named_month, whole_year
from tracker.intake.dates.years import number

_LONGEST_LEAD = 5  # words
_HYPHEN = frozenset({"-"})


class Named(NamedTuple):
    """A meeting as worded.

    `names` are the ways to look it up, likeliest first; a date that is part of a name is none
    beside it. `date` is the date beside the name, `is_its_own` tells that it says which meeting
    is meant ("the meeting of 4 March") rather than when something is due.
    """

    names: tuple[str, ...]
    with_date: str | None
    date: Phrase | None
    is_its_own: bool
    likely: bool


def name(phrase: Phrase, start: int) -> Named | None:
    """Take all from `start` for a meeting's name, and the date at its end apart."""
    start = _behind_day_of(phrase, phrase.skip(start, phrase.language.determiners | COMMAS))
    end = len(phrase.tokens)
    if not any(phrase.kind(at) == Kind.WORD for at in range(start, end)):
        return None
    beside = _date_beside(phrase, start)
    stop = beside[0] if beside else end
    is_its_own = beside is not None and phrase.text(stop - 1) in phrase.language.of
    # A year right behind a name may be part of it: "World Data Forum 2016".
    is_bare = beside is not None and phrase.kind(stop) == Kind.NUMBER
    names = tuple(dict.fromkeys(_names(phrase, start, stop)))
    if not names:
        return None
    return Named(
        names=names,
        with_date=_quoted(phrase, start, end) if is_its_own or is_bare else None,
        date=phrase._replace(tokens=phrase.tokens[beside[1] : beside[2]]) if beside else None,
        is_its_own=is_its_own,
        likely=any(_tells_a_meeting(phrase, at) for at in range(start, stop)),
    )


def date_in(phrase: Phrase, start: int) -> Span | None:
    """Give the month or year that a name begins with: "(at) the March 2016 session"."""
    at = phrase.skip(start, phrase.language.determiners)
    found = named_month(phrase, at)
    if phrase.kind(at) == Kind.NUMBER:
        found = whole_year(phrase, at)
    if not found or phrase.text(found[1]) in phrase.language.slogans:
        return None
    return find_year(found[0], phrase.since)


def _behind_day_of(phrase: Phrase, at: int) -> int:
    """Step over the part of a meeting: "(the) second week of", "day 2 of"."""
    there = at + 1 if phrase.text(at) in phrase.language.ordinals else at
    unit = phrase.find(phrase.language.units, there)
    if not unit:
        return at
    numbered = number(phrase, unit[1])
    there = numbered[1] if numbered else unit[1]
    return there + 1 if phrase.text(there) in phrase.language.of else at


def _names(phrase: Phrase, start: int, stop: int) -> Iterator[str]:
    """Give the ways to look a name up: whole, without its bracket, the bracket, without a place."""
    bracket = next((at for at in range(start, stop) if phrase.text(at) == "("), None)
    if bracket is not None:
        yield _quoted(phrase, start, bracket)
        close = next((at for at in range(bracket, stop) if phrase.text(at) == ")"), stop)
        yield _quoted(phrase, bracket + 1, close)
    else:
        yield _quoted(phrase, start, stop)
    for at in range(start + 1, stop):
        # "(the summit), Antalya" and "(the summit) in Antalya" name the place as well.
        if phrase.text(at) == "," or phrase.find(phrase.language.leans, at):
            yield _quoted(phrase, start, at)


def _quoted(phrase: Phrase, start: int, stop: int) -> str:
    links = COMMAS | phrase.language.of | _HYPHEN
    while stop > start and phrase.text(stop - 1) in links:
        stop -= 1
    return phrase.quote(phrase.skip(start, COMMAS), stop)


def _date_beside(phrase: Phrase, start: int) -> tuple[int, int, int] | None:
    """Find the longest date at the end of the name, or of its bracket.

    Gives where the name stops, and where the date starts and stops.
    """
    end = len(phrase.tokens)
    marks = [at for at in range(start, end) if phrase.text(at) in COMMAS]
    close = next((at for at in marks if phrase.text(at) == ")"), end)
    for stop in dict.fromkeys((end, close, *marks[-1:])):
        for at in range(start + 1, stop):
            takes_place = phrase.find(phrase.language.takes_place, at)
            if takes_place and dated(phrase._replace(tokens=phrase.tokens[takes_place[1] : stop])):
                return at, takes_place[1], stop
            if not _may_begin_date(phrase, at):
                continue
            found = dated(phrase._replace(tokens=phrase.tokens[at:stop]))
            # "Ending poverty by 2030" is a theme, "the Dialogue, by 2030" is a date.
            if found and (phrase.text(at) in COMMAS or (found.earliest and found.latest)):
                return at, at, stop
    return None


def _may_begin_date(phrase: Phrase, at: int) -> bool:
    """Tell whether a date may begin here: not within "ending poverty by 2030", "Agenda 2030"."""
    language = phrase.language
    before = phrase.text(at - 1)
    if before in language.slogans or phrase.find(language.units, at):
        return False
    for start in range(max(at - _LONGEST_LEAD, 0), at):
        leads = phrase.phrases(language.leads, start)
        if any(lead != Lead.AT for lead, after in leads if after == at):
            return False
    return True


def _tells_a_meeting(phrase: Phrase, at: int) -> bool:
    if phrase.text(at) in phrase.language.meeting_words:
        return True
    # A code such as CM14, COP-21 or G20; Q3, May15 and v2 are none.
    word = phrase.token(at)
    there = at + 1
    if phrase.text(there) == "-" and phrase.token(there).glued:
        there += 1
    number = phrase.token(there)
    if word.kind != Kind.WORD or number.kind != Kind.NUMBER or not number.glued:
        return False
    if len(word.text) == len(number.text) == 1:
        return False
    language = phrase.language
    tables = (language.months, language.weekdays, language.units, language.week_number)
    return word.text not in language.letters and not any(
        table.beginning(word.text) for table in tables
    )
