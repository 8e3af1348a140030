"""Words in, a due date out: what stands behind the two doors of this package."""

from dataclasses import dataclass
from datetime import date

from tracker.domain.due import Due
from tracker.domain.text import clean_line
from tracker.errors import Refused, nearest
from tracker.intake.dates import refusals
from tracker.intake.dates.clauses import dated
from tracker.intake.dates.english import ENGLISH
from tracker.intake.dates.language import Vague
from tracker.intake.dates.meetings import FindMeeting, Hung, hung
from tracker.intake.dates.phrase import Interval, Phrase, plain, without_articles
from tracker.intake.dates.spans import NoSuchDay
from tracker.intake.dates.spelling import respelt
from tracker.intake.dates.vague import rest, vague

# Among more words than these there may be a date, but it is no longer a date that was worded.
_MOST_TOKENS = 40


@dataclass(frozen=True, slots=True)
class Reading:
    """A due date as read.

    `unknown_meeting` is the phrase that names a meeting that nobody knows; the interval then is
    that of a date beside the name, or empty.
    """

    due: Due
    unknown_meeting: str | None = None


def read_due(words: str, *, said: tuple[date, date], find_meeting: FindMeeting) -> Reading:
    """Read when something is due, as it was said at a meeting held on the days `said`.

    `find_meeting` is asked for a meeting by the phrase that names it, without its preposition and
    article ("next meeting", "CM14"). Raises AmbiguousDay where a day can be read in two ways, and
    Refused where the words are no date.
    """
    phrase = _phrase(words, said)
    reading = _read(phrase, find_meeting)
    if reading is None:
        raise _refusal(phrase, find_meeting, hangs=True)
    return reading


def read_when(words: str, *, today: date) -> Due:
    """Read a meeting's own days: the same words, but none that hang on a meeting.

    Raises AmbiguousDay where a day can be read in two ways, and Refused where it is no date.
    """
    phrase = _phrase(words, (today, today))
    reading = _read(phrase, _find_none)
    if reading is None:
        raise _refusal(phrase, _find_none, hangs=False)
    if reading.unknown_meeting is not None:
        raise refusals.own_days(phrase.words)
    return reading.due


def _find_none(name: str) -> None:  # noqa: ARG001 - it stands for a register without meetings
    return None


def _phrase(words: str, said: tuple[date, date]) -> Phrase:
    cleaned = clean_line(words)
    if not cleaned:
        raise refusals.empty()
    if len(cleaned) > refusals.WORDS_LIMIT:
        raise refusals.too_long(cleaned)
    return Phrase(
        cleaned, without_articles(cleaned, ENGLISH), ENGLISH, said, said[0], forks=[], read={}
    )


def _read(phrase: Phrase, find_meeting: FindMeeting) -> Reading | None:
    """Read a phrase both ways where its figures have two."""
    readings: list[Reading] = []
    problem: NoSuchDay | None = None
    for second in (False, True):
        way = phrase._replace(second=second, forks=[], read={})
        try:
            reading = _read_one_way(way, find_meeting)
        except NoSuchDay as found:
            problem, reading = problem or found, None
        if reading and reading not in readings:
            readings.append(reading)
        if not way.forks:
            break
    if len(readings) > 1:
        raise refusals.AmbiguousDay(phrase.words, tuple(reading.due for reading in readings))
    if not readings and problem:
        raise refusals.no_such_day(phrase.words, str(problem)) from problem
    return readings[0] if readings else None


def _read_one_way(phrase: Phrase, find_meeting: FindMeeting) -> Reading | None:
    none = vague(phrase)
    if none and phrase.is_over(none[1]):
        return Reading(Due(phrase.words))
    tokens, timed, closing = plain(phrase.tokens, phrase.language)
    bare = phrase._replace(tokens=tokens, timed=timed, closing=closing, read={})
    days = dated(bare)
    if days:
        return _reading(phrase, days)
    if none:
        kind, there = none
        after = phrase._replace(tokens=phrase.tokens[rest(phrase, there) :])
        reading = _read_one_way(after, find_meeting) if after.tokens else None
        return Reading(Due(phrase.words)) if reading and kind == Vague.RECURRING else reading
    conditional = _conditional(phrase, find_meeting)
    if conditional:
        return conditional
    for at in range(len(bare.tokens)):
        differs = phrase.find(phrase.language.others, at)
        if differs:
            raise refusals.set_elsewhere(phrase.words, differs[0])
    hanging = hung(bare, find_meeting)
    if hanging and not hanging.likely and _is_misspelt_date(bare):
        return None
    return _reading(phrase, hanging) if hanging else None


def _conditional(phrase: Phrase, find_meeting: FindMeeting) -> Reading | None:
    """Read "subject to funding": no date, but for one that stands before or behind it."""
    conditions = phrase.language.conditions
    at = next((at for at in range(len(phrase.tokens)) if phrase.find(conditions, at)), None)
    if at is None:
        return None
    commas = (place for place in range(len(phrase.tokens), at, -1) if phrase.text(place) == ",")
    for tokens in (phrase.tokens[:at], phrase.tokens[next(commas, len(phrase.tokens)) :]):
        part = phrase._replace(tokens=tokens)
        reading = None if part.is_over(0) else _read_one_way(part, find_meeting)
        if reading:
            return reading
    return None if phrase.tokens[:at] else Reading(Due(phrase.words))


def _reading(phrase: Phrase, found: Interval | Hung) -> Reading:
    meeting, unknown = None, None
    if isinstance(found, Hung):
        meeting, unknown = found.meeting, found.unknown
    due = Due(phrase.words, found.earliest, found.latest, found.relation, meeting)
    return Reading(due, unknown)


def _is_misspelt_date(phrase: Phrase) -> bool:
    """Tell whether "during Febuary 2016" is a month rather than a meeting of that name."""
    spelt = respelt(phrase)
    if spelt is None:
        return False
    tokens, _, _ = plain(without_articles(spelt, phrase.language), phrase.language)
    return dated(phrase._replace(words=spelt, tokens=tokens, read={})) is not None


def _refusal(phrase: Phrase, find_meeting: FindMeeting, *, hangs: bool) -> Refused:
    spelt = respelt(phrase)
    hint = nearest(phrase.words, [spelt]) if spelt and _reads(spelt, phrase, find_meeting) else ""
    return refusals.not_read(phrase.words, hint=hint or _date_within(phrase), hangs=hangs)


def _reads(words: str, phrase: Phrase, find_meeting: FindMeeting) -> bool:
    tokens = without_articles(words, phrase.language)
    try:
        return _read(phrase._replace(words=words, tokens=tokens), find_meeting) is not None
    except Refused:
        return False


def _date_within(phrase: Phrase) -> str:
    """Point at the date that stands at the beginning or the end of what is none."""
    count = len(phrase.tokens)
    parts = [*((0, end) for end in range(count, 0, -1)), *((at, count) for at in range(count))]
    for start, end in parts if count <= _MOST_TOKENS else ():
        part = phrase._replace(tokens=phrase.tokens[start:end], forks=[], read={})
        try:
            found = dated(part)
        except NoSuchDay:
            found = None
        if found:
            return f" Only “{phrase.quote(start, end).strip(' ,;:()')}” in it is a date."
    return ""
