"""Words that set no date: "ongoing", "annually", "to be confirmed", "none"."""

from tracker.intake.dates.language import Vague
from tracker.intake.dates.phrase import COMMAS, Phrase
from tracker.intake.dates.tokens import Kind

_MARKS = COMMAS | {"-", "/"}


def vague(phrase: Phrase) -> tuple[Vague, int] | None:
    """Read words that set no date, one after the other, and give the place behind them."""
    found = _recurring(phrase) or phrase.find(phrase.language.vague, phrase.skip(0, COMMAS))
    if not found:
        return None
    kind, there = found
    while more := phrase.find(phrase.language.vague, _behind_links(phrase, there)):
        kind = Vague.RECURRING if Vague.RECURRING in (kind, more[0]) else kind
        there = more[1]
    return kind, there


def rest(phrase: Phrase, at: int) -> int:
    """Give the place where what follows vague words begins: "ongoing, but by May 2016"."""
    return _behind_links(phrase, at)


def _behind_links(phrase: Phrase, at: int) -> int:
    at = phrase.skip(at, _MARKS)
    if phrase.token(at).kind == Kind.WORD:
        return phrase.skip(at, phrase.language.connectives | {"or"})
    return at


def _recurring(phrase: Phrase) -> tuple[Vague, int] | None:
    """Read "every year", "each spring", "every second Friday of the month": to its end."""
    language = phrase.language
    lean = phrase.find(language.leans, 0)
    start = lean[1] if lean else 0
    if phrase.text(start) not in language.every:
        return None
    tables = (language.units, language.weekdays, language.months, language.seasons)
    for at in (start + 1, start + 2):
        if any(phrase.find(table, at) for table in tables):
            return Vague.RECURRING, len(phrase.tokens)
        if phrase.text(at) in language.meeting_words:
            return Vague.RECURRING, len(phrase.tokens)
    return None
