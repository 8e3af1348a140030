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
    while more := phrase.find(phrase.language.vague, rest(phrase, there)):
        kind = Vague.RECURRING if Vague.RECURRING in (kind, more[0]) else kind
        there = more[1]
    return kind, there


def rest(phrase: Phrase, at: int) -> int:
    """Give the place where what follows vague words begins: "ongoing, but by May 2016"."""
    at = phrase.skip(at, _MARKS)
    if phrase.token(at).kind == Kind.WORD:
        return phrase.skip(at, phrase.language.connectives)
    return at


def _recurring(phrase: Phrase) -> tuple[Vague, int] | None:
    """Read "every year", "each spring", "every second Friday of the month": to its end."""
    language = phrase.language
    lean = phrase.find(language.leans, 0)
    start = lean[1] if lean else 0
    if phrase.text(start) not in language.every:
        return None
    comes_back = (*language.meeting_words, *language.units.words(), *language.weekdays.words())
    comes_back += (*language.months.words(), *language.seasons.words())
    if {phrase.text(start + 1), phrase.text(start + 2)}.isdisjoint(comes_back):
        return None
    return Vague.RECURRING, len(phrase.tokens)
