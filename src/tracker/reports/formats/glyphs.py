"""Characters that no font has, as Typst names them, and what to say of them."""

import re
import unicodedata
from collections.abc import Iterable

_NAMED = re.compile(r'the text `"((?:[^"\\]|\\.)+)"` could not be displayed')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")
_CJK = {
    "CJK": ("Chinese", "Noto Serif CJK SC"),
    "BOPOMOFO": ("Chinese", "Noto Serif CJK TC"),
    "HIRAGANA": ("Japanese", "Noto Serif CJK JP"),
    "KATAKANA": ("Japanese", "Noto Serif CJK JP"),
    "HANGUL": ("Korean", "Noto Serif CJK KR"),
}
_JOINERS = ("\u200b", "\u200c", "\u200d")
_SHOWN = 5


def missing_characters(diagnostic: str) -> list[str]:
    """Read from what Typst says which characters no font has, each once, in order."""
    named = (_ESCAPE.sub(_unescape, text) for text in _NAMED.findall(diagnostic))
    # Typst names what joins or parts letters along with the letters, though it is never seen.
    return list(dict.fromkeys(one for one in named if one not in _JOINERS))


def warn_of_missing(characters: Iterable[str]) -> str:
    """Say which scripts have no font, what that does to the PDF, and which fonts to install."""
    scripts: dict[tuple[str, str], list[str]] = {}
    for character in characters:
        scripts.setdefault(_script(character), []).append(character)
    told = "; ".join(
        f"{script} ({' '.join(shown[:_SHOWN])}{' …' if len(shown) > _SHOWN else ''}):"
        f" install {font}"
        for (script, font), shown in scripts.items()
    )
    return (
        "The PDF shows boxes in place of some characters, and is no PDF/UA-1, because no font on"
        f" this machine has them. {told}. Then print it again."
    )


def _script(character: str) -> tuple[str, str]:
    """Name a character's script and a font that has it."""
    first = unicodedata.name(character[0], "").split(" ")[0]
    if first in _CJK:
        return _CJK[first]
    if first and unicodedata.category(character[0])[0] in "LMN":
        return first.title(), f"Noto Sans {first.title()}"
    return "symbols", "Noto Sans Symbols 2"


def _unescape(code: re.Match[str]) -> str:
    return chr(int(code[1], 16))
