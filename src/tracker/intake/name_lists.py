"""How people list agencies in one line: "IOM, UNHCR and the World Bank"."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from tracker.domain.text import clean_line, fold_name

# A name such as United Nations Educational, Scientific and Cultural Organization joins three.
_RUN_LIMIT = 8

_AROUND = " ,،、，"
_SEPARATOR = re.compile(
    r"(?P<open>[(\[（])|(?P<close>[)\]）])"
    r"|(?P<comma>\s*[,،、，]\s*(?:(?:and|et|y|и)\s+|&\s*|و\s+)?)"
    r"|(?P<slash>\s*/\s*)"
    r"|\s+(?:and|&|\+|et|y|и|و|as\s+well\s+as|(?:along|together|jointly)\s+with)\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of text that may name an agency; `joined` is what stands before it."""

    start: int
    end: int
    known: bool
    joined: str


def split_agencies(text: str, *, known: Callable[[str], bool]) -> tuple[str, ...]:
    """Split "IOM, UNHCR and the World Bank" into its names, each once and in order.

    A known name keeps its commas and its "and". Where nothing is known, commas and semicolons
    part names; "and" parts two only if each is a single word or the second has its own "the", so
    that an unknown "Ministry of Trade and Industry" stays whole. Where semicolons stand, nothing
    else parts a name that is not known.
    """
    names: list[str] = []
    runs = re.split(r"\s*[;；]\s*", clean_line(text))
    for run in runs:
        parts = _split(run, known)
        whole = len(runs) > 1 and not all(known(part) for part in parts)
        names += [run] if whole else parts
    unique = {fold_name(name): name for name in reversed(names) if name}
    return tuple(reversed(unique.values()))


def _split(text: str, known: Callable[[str], bool]) -> list[str]:
    """Split one run of names without semicolons."""
    atoms = _atoms(text)
    pieces: list[_Piece] = []
    first = 0
    while first < len(atoms):
        last, whole = _known_run(text, atoms, first, known)
        piece = _Piece(atoms[first].start, atoms[last].end, whole, atoms[first].joined)
        if pieces and _belong_together(text, pieces[-1], piece):
            before = pieces.pop()
            piece = _Piece(before.start, piece.end, known=False, joined=before.joined)
        pieces.append(piece)
        first = last + 1
    names = (re.sub(r"^the\s+(?=\S)", "", text[p.start : p.end].strip(_AROUND)) for p in pieces)
    return [name for name in names if name]


def _atoms(text: str) -> list[_Piece]:
    """Part `text` at everything outside brackets that could part names."""
    atoms = []
    depth = start = 0
    joined = ","
    for mark in _SEPARATOR.finditer(text):
        if mark["open"] or mark["close"]:
            depth = max(0, depth + (1 if mark["open"] else -1))
        elif not depth:
            atoms.append(_Piece(start, mark.start(), known=False, joined=joined))
            start = mark.end()
            joined = "," if mark["comma"] else "/" if mark["slash"] else "and"
    atoms.append(_Piece(start, len(text), known=False, joined=joined))
    return atoms


def _known_run(
    text: str, atoms: list[_Piece], first: int, known: Callable[[str], bool]
) -> tuple[int, bool]:
    """Give the last atom of the longest known name that starts at `first`, and if there is one."""
    for last in range(min(len(atoms), first + _RUN_LIMIT) - 1, first - 1, -1):
        if known(text[atoms[first].start : atoms[last].end]):
            return last, True
    return first, False


def _belong_together(text: str, before: _Piece, after: _Piece) -> bool:
    """Tell whether what "and" or "/" joins is one name that nobody knows."""
    names = (text[before.start : before.end], text[after.start : after.end])
    if after.joined == "," or not any(" " in name for name in names):
        return False
    if after.joined == "/":
        return not (before.known and after.known)
    return not (before.known or after.known or re.match(r"the\s", names[1], re.IGNORECASE))
