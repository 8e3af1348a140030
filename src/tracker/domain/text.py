"""What people typed, cleaned on the way in and folded for comparison. Standard library only."""

import re
import unicodedata

LINE_LIMIT = 500
BLOCK_LIMIT = 20_000

_UNWANTED = frozenset({"Cc", "Cs"})
# Embeddings, overrides and isolates can make a line read otherwise than it is; the plain marks
# that Arabic text needs (U+200E, U+200F, U+061C) cannot, and stay.
# Soft hyphens and zero-width spaces come along from Word, and make two equal words differ.
_OVERRIDES = "[\u202a-\u202e\u2066-\u2069\ufeff\u00ad\u200b\u2060]"
_WORDS = "[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\\W_\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+"
_LINE_ENDS = "\n\t\r\x0b\x0c\x85\u2028\u2029"


def clean_line(text: str) -> str:
    """Give `text` in NFC on one line, without control, escape and direction-override characters."""
    return " ".join(_cleaned(text, keep="").split())


def clean_block(text: str) -> str:
    """Give `text` in NFC, with newlines and tabs kept and other control characters gone."""
    return _cleaned(text.replace("\r\n", "\n").replace("\r", "\n"), keep="\n\t").strip()


def fold(text: str) -> str:
    """Give `text` as it is compared and searched: no accents, no letter case, single spaces.

    Marks are dropped from every script alike, as SQLite's FTS5 does and PostgreSQL's `simple`
    does not: both search what stands here.
    """
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(unicodedata.normalize("NFC", bare.casefold()).split())


def fold_name(name: str) -> str:
    """Give a name as it is compared: folded, punctuation as spaces, no leading "the"."""
    words = re.sub(r"[^\w]+", " ", fold(name)).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words) or fold(name)


def search_words(text: str) -> str:
    """Give the words of `text` as search keeps them: folded, words only, ideographs one by one.

    Neither database splits Chinese or Japanese into words; one by one they are found as a phrase.
    """
    return " ".join(re.findall(_WORDS, fold(text)))


def _cleaned(text: str, *, keep: str) -> str:
    shown = re.sub(_OVERRIDES, "", unicodedata.normalize("NFC", text))
    spaced = (" " if c in _LINE_ENDS and c not in keep else c for c in shown)
    return "".join(c for c in spaced if c in keep or unicodedata.category(c) not in _UNWANTED)
