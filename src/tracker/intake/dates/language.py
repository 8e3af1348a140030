"""What the date reader knows of a language: tables of words, no rules.

A further language is one more package of such tables beside `english`.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from tracker.intake.dates.spans import Unit

Meaning = TypeVar("Meaning")


class Lead(StrEnum):
    """What the words before or after a date make of it."""

    AT = "at"
    COURSE = "course"
    BETWEEN = "between"
    WITHIN = "within"
    AHEAD = "ahead"
    BY = "by"
    FOR = "for"
    BEFORE = "before"
    FROM = "from"
    AFTER = "after"


class Hang(StrEnum):
    """How a date hangs on a meeting; DURING and IN_MARGINS_OF take any phrase for its name."""

    DURING = "during"
    IN_MARGINS_OF = "in-margins-of"
    AT = "at"
    BY = "by"
    AFTER = "after"
    FROM = "from"
    OF = "of"


class Join(StrEnum):
    """How two dates are joined: both of them, or from one to the other."""

    LIST = "list"
    RANGE = "range"


class Part(StrEnum):
    """A part of a span: one of its thirds, or its end, which is a deadline when it stands alone."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    END = "end"


class Vague(StrEnum):
    """Words that set no date: a thing comes back again and again, or has none (yet)."""

    RECURRING = "recurring"
    UNSET = "unset"


class Wordings(Generic[Meaning]):
    """Phrases of one or more words, each with its meaning."""

    def __init__(self, meanings: Mapping[Meaning, str]) -> None:
        """Take for each meaning its phrases, parted by bars: {Lead.BY: "by | no later than"}."""
        self._meanings = meanings

    def beginning(self, word: str) -> list[tuple[tuple[str, ...], Meaning]]:
        """Give the phrases that begin with a word, longest first."""
        return self._by_first_word.get(word, [])

    def words(self) -> set[str]:
        """Give every word that stands in a phrase."""
        return {word for listed in self._meanings.values() for word in listed.split()} - {"|"}

    # Put in order when a date is first read: whoever only imports the reader waits for nothing.
    @cached_property
    def _by_first_word(self) -> dict[str, list[tuple[tuple[str, ...], Meaning]]]:
        ordered: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for meaning, listed in self._meanings.items():
            for phrase in listed.split("|"):
                first, *more = phrase.split()
                ordered.setdefault(first, []).append(((first, *more), meaning))
        for beginning in ordered.values():
            beginning.sort(key=lambda entry: -len(entry[0]))
        return ordered


def phrases(listed: str) -> Wordings[bool]:
    """Take phrases, parted by bars, that all mean the same."""
    return Wordings({True: listed})


def words(listed: str) -> frozenset[str]:
    """Take single words, parted by spaces."""
    return frozenset(listed.split())


def numbered(listed: str, *, step: int = 1) -> dict[str, int]:
    """Take the words for 1, 2, 3 and so on, or for every `step`th number."""
    return {word: number * step for number, word in enumerate(listed.split(), 1)}


class Language(NamedTuple):
    """The tables of one language; every word in lower case, without articles ("end of month")."""

    articles: frozenset[str]
    determiners: frozenset[str]  # what may stand before a meeting's name, and is no part of it
    capitalised: frozenset[str]  # how a suggestion is spelt
    months: Wordings[int]
    weekdays: Wordings[int]  # Monday is 0
    seasons: Wordings[int]  # by first month; each has three
    named_days: Wordings[tuple[int, int]]  # month and day of the days that have a name
    units: Wordings[Unit]
    single_units: frozenset[str]  # "(by the end of) the month" is the running one
    unit_ends: Wordings[Unit]  # "EOY"
    letters: Mapping[str, Unit]  # the Q of "Q3"
    numbers: Mapping[str, int]
    counts: Wordings[tuple[int, Unit]]  # counts that go by a name: "half a year"
    ordinals: Mapping[str, int]  # last is -1
    ordinal_endings: frozenset[str]
    of: frozenset[str]
    parts: Wordings[Part]
    days_from_now: Wordings[int]
    units_ahead: Wordings[int]  # "next" is 1
    after_next: Wordings[int]  # "(the week) after next" is 2
    later: Wordings[bool]  # what is left of a span
    span_from_now: Wordings[bool]  # "over the next"
    week_of: Wordings[Lead]
    week_number: Wordings[bool]
    leads: Wordings[Lead]
    deeds: Wordings[bool]  # "to be (completed)", before what leads a date
    fillers: frozenset[str]  # "the PERIOD 2016-2017"
    leans: Wordings[bool]  # prepositions that may stand after a lead ("by ON Friday")
    trails: Wordings[Lead]
    limits: Wordings[bool]  # "less than" before a count
    times: Wordings[bool]  # the tail of a count: "(six months') time"
    joins: Wordings[Join]
    connectives: frozenset[str]  # "after 1 June BUT before 15 July"
    hangs: Wordings[Hang]
    takes_place: Wordings[bool]  # what may stand between a meeting's name and its date
    this_meeting: Wordings[bool]
    meeting_words: frozenset[str]
    slogans: frozenset[str]  # beside these a year is part of a name: "Agenda 2030"
    vague: Wordings[Vague]
    conditions: Wordings[bool]  # "subject to": a condition, and no date
    every: frozenset[str]
    others: Wordings[str]  # "fiscal year": refused, with the reason
    hedges: Wordings[bool]  # what is said about a date and does not change it
    clock_leads: frozenset[str]
    clock_joins: frozenset[str]
    clock: Wordings[bool]  # times of day
    close_of_day: Wordings[bool]  # times of day that are deadlines
    zones: frozenset[str]
