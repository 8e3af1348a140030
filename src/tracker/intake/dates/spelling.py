"""The nearest wording that can be read, where a word is misspelt."""

from tracker.intake.dates.language import Language, Wordings
from tracker.intake.dates.phrase import Phrase
from tracker.intake.dates.tokens import Kind, Token

_SHORTEST = 4  # characters; shorter words are near to too many others
_MOST_MISSPELT = 3
_NEARNESS = 0.75


def respelt(phrase: Phrase) -> str | None:
    """Give the words with each unknown one replaced by the known one nearest to it."""
    known = _vocabulary(phrase.language)
    unknown = [token for token in phrase.tokens if _is_unknown(token, known)]
    if not 1 <= len(unknown) <= _MOST_MISSPELT:
        return None
    words = phrase.words
    for token in reversed(unknown):
        nearest = _nearest(token.text, known)
        if nearest is None:
            return None
        spelt = nearest.capitalize() if nearest in phrase.language.capitalised else nearest
        words = words[: token.start] + spelt + words[token.end :]
    return words


def _is_unknown(token: Token, known: list[str]) -> bool:
    return token.kind == Kind.WORD and len(token.text) >= _SHORTEST and token.text not in known


def _nearest(word: str, known: list[str]) -> str | None:
    from difflib import get_close_matches

    close = get_close_matches(word, known, n=1, cutoff=_NEARNESS)
    return close[0] if close else None


def _vocabulary(language: Language) -> list[str]:
    words = set(language.meeting_words) | set(language.numbers) | set(language.ordinals)
    for table in language:
        if isinstance(table, Wordings):
            words |= table.words()
    return sorted(word for word in words if len(word) >= _SHORTEST)
