"""What the edge of every format has to know of characters: what is shown, and which way it runs."""

import unicodedata
from functools import lru_cache

from tracker.domain.text import clean_line

_TO_THE_LEFT = ("R", "AL")


# Codes, signs and our own words come again and again: a report of a thousand commitments has
# fifty thousand runs, and a tenth as many that differ.
@lru_cache(maxsize=8_192)
def clean_run(text: str) -> str:
    """Give text on one line, without what could move other text; a space at its ends stays."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text
    clean = clean_line(text)
    if not clean:
        return " " if text[:1].isspace() else ""
    return " " * text[0].isspace() + clean + " " * text[-1].isspace()


def has_right_to_left(text: str) -> bool:
    """Tell whether any letter runs from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(c) in _TO_THE_LEFT for c in text)


def begins_right_to_left(text: str) -> bool:
    """Tell whether the first letter runs from right to left, and with it the line."""
    if text.isascii():
        return False
    kinds = (unicodedata.bidirectional(character) for character in text)
    return next((kind for kind in kinds if kind in ("L", *_TO_THE_LEFT)), "L") != "L"
