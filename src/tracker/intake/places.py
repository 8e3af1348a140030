"""How people write places: whether words look like one, and several in one run."""

import re

# The names of States and regions that have an "and" of their own.
_WITH_AND = (
    "Antigua and Barbuda",
    "Asia and the Pacific",
    "Bosnia and Herzegovina",
    "Latin America and the Caribbean",
    "Middle East and North Africa",
    "Near East and North Africa",
    "Saint Kitts and Nevis",
    "Saint Pierre and Miquelon",
    "Saint Vincent and the Grenadines",
    "Sao Tome and Principe",
    "São Tomé and Príncipe",
    "Svalbard and Jan Mayen",
    "Trinidad and Tobago",
    "Turks and Caicos",
    "Wallis and Futuna",
)
_KEPT = re.compile("|".join(_WITH_AND), re.IGNORECASE)
_AND = re.compile(r"\s*,?\s+(?:and|&|et|y|и)\s+", re.IGNORECASE)
_SMALL_WORD_LIMIT = 4
_NOT_PLACES = frozenset(
    {"annex", "appendix", "box", "cf", "chapter", "dr", "figure", "mr", "mrs", "ms", "para"}
    | {"prof", "see", "table"}
)


def split_places(text: str) -> tuple[str, ...]:
    """Split "Geneva and New York" and "Ethiopia; Tunisia" into their places.

    A comma parts a place from its country, unless an "and" closes a list of single places:
    "Geneva, Nairobi and New York" are three.
    """
    if re.search("[;；]", text):
        pieces = re.split("[;；]", text)
    else:
        # A kept "and" is hidden from the search by a mark that no cleaned line contains.
        hidden = _KEPT.sub(lambda name: name[0].replace(" ", "\0"), text)
        pieces = [piece.replace("\0", " ") for piece in _AND.split(hidden)]
        if len(pieces) > 1 and "," not in pieces[-1]:
            pieces = [part for piece in pieces for part in piece.split(",")]
    return tuple(dict.fromkeys(piece.strip() for piece in pieces if piece.strip()))


def looks_like_place(text: str) -> bool:
    """Tell whether words without a date are written as places are.

    Each word begins with a capital, or is small and not the first ("Rio de Janeiro"), or is of
    a script without capitals; none has a digit. A word with several capitals is an acronym: it
    may stand in a place ("London, UK"), not for one.
    """
    words = re.findall(r"[^\W_][^\s,;]*", text)
    if not words or any(c.isdigit() for c in text):
        return False
    first = words[0]
    if first.strip(".").casefold() in _NOT_PLACES or first[0].islower():
        return False
    if "," not in text and (sum(map(str.isupper, first)) > 1 or text.isupper()):
        return False
    return not any(word.islower() and len(word) > _SMALL_WORD_LIMIT for word in words)
