"""How people write agencies: which one is meant, or which ones lie nearest; never a guess."""

import re
import unicodedata
from collections.abc import Container, Mapping, Sequence
from itertools import count

from tracker.domain.text import clean_line, fold, fold_name
from tracker.errors import Refused
from tracker.intake.name_lists import split_agencies
from tracker.intake.spellings import spellings_of, split_bracket, whole_forms

__all__ = [
    "Spellings",
    "UnknownAgency",
    "is_agency",
    "make_code",
    "read_agency",
    "spellings_of",
    "split_agencies",
]

Spellings = Mapping[str, str]
"""Folded spelling -> code of the agency that is written so."""

_CODE_LIMIT = 12
_NEAREST_COUNT = 3
_NEAREST_CUTOFF = 0.6
_NEAREST_SPREAD = 0.2
_COMPARED_LIMIT = 120
_SHOWN_LIMIT = 80
# "--owner none" is "owner to be found".
_RESERVED = frozenset({"NONE"})

_SMALL_WORDS = frozenset(
    word
    for language in (
        "a an and at by for from in of on the to with",
        "au aux d de des du en et l la le les pour sur",
        "da das de del do dos e el la las los para por y",
    )
    for word in language.split()
)
_UNITED_NATIONS = {"nations", "un", "united"}
_EVERYWHERE = _SMALL_WORDS | _UNITED_NATIONS | {"international", "office", "organization"}


class UnknownAgency(Refused):
    """An agency that the register does not know, or cannot tell from another."""

    def __init__(
        self, typed: str, *, nearest: Sequence[tuple[str, str]] = (), several: bool = False
    ) -> None:
        """Take what was typed, and the nearest codes, each with its spelling that lies near.

        With `several`, each of `nearest` may be meant.
        """
        self.typed = clean_line(typed)
        self.nearest = tuple(code for code, _ in nearest)
        self.several = several
        shown = self.typed[:_SHOWN_LIMIT] + "…" * (len(self.typed) > _SHOWN_LIMIT)
        close = ", ".join(
            code if fold_name(code) == spelling else f"{code} ({spelling})"
            for code, spelling in nearest
        )
        if several:
            super().__init__(
                f"“{shown}” may mean more than one agency: {close}. Nothing was changed. "
                "Write the code of the one that is meant."
            )
            return
        super().__init__(
            (f"Unknown agency “{shown}”." if shown else "No agency is named.")
            + (f" Nearest: {close}." if close else "")
            + " Nothing was changed."
            + " To add an agency: tracker agency add CODE NAME, or log with --add-agencies."
        )


def read_agency(typed: str, *, spellings: Spellings) -> str:
    """Give the code of the agency that `typed` names, however it is written.

    Of "Name (ACRONYM)" both must mean the same agency: an acronym that is known beside a name
    that is not names it only if the name agrees with what is known of it.

    Raises UnknownAgency where nothing known is written so, or more than one agency is.
    """
    codes = _codes_meant(typed, spellings)
    if len(codes) != 1:
        near = [(code, fold_name(code)) for code in codes] or _nearest(typed, spellings)
        raise UnknownAgency(typed, nearest=near, several=bool(codes))
    return codes[0]


def is_agency(typed: str, *, spellings: Spellings) -> bool:
    """Tell whether `read_agency` can read `typed`, without looking for the nearest."""
    return len(_codes_meant(typed, spellings)) == 1


def make_code(name: str, *, taken: Container[str]) -> str:
    """Make a code for an agency that came without one: its acronym, numbered if `taken` has it.

    `taken` may hold codes or folded spellings. A name in another script than the Latin gets
    AGENCY1, AGENCY2, …
    """
    acronym = _acronym(name)
    for number in count(1):
        code = f"{acronym}{number if number > 1 else ''}" if acronym else f"AGENCY{number}"
        if not (code in taken or fold_name(code) in taken or code in _RESERVED):
            break
    return code


def _codes_meant(typed: str, spellings: Spellings) -> list[str]:
    if codes := _codes_of(whole_forms(typed), spellings):
        return codes
    name, bracket = split_bracket(typed)
    codes = _codes_of(whole_forms(name), spellings)
    return codes if bracket is None else _agreed(name, bracket, codes, spellings)


def _codes_of(forms: Sequence[str], spellings: Spellings) -> list[str]:
    """Give the agency known by the first form, else each one known by another."""
    if forms and forms[0] in spellings:
        return [spellings[forms[0]]]
    return list(dict.fromkeys(spellings[form] for form in forms if form in spellings))


def _agreed(name: str, bracket: str, codes: list[str], spellings: Spellings) -> list[str]:
    """Hold the agencies of a name (`codes`) against those of the bracket behind it."""
    others = _codes_of(whole_forms(bracket), spellings)
    if codes and others:
        # "Population Division of the Department (UN DESA)": the bracket is the whole's.
        tails = (name[end.end() :] for end in re.finditer(r"\s+of\s+|[,/]\s*", name))
        if codes == others or any(_codes_of(whole_forms(t), spellings) == others for t in tails):
            return codes
        return codes + others
    found, unread = (codes, bracket) if codes else (others, name)
    return [code for code in found if _agrees(unread, code, spellings)]


def _agrees(words: str, code: str, spellings: Spellings) -> bool:
    """Tell whether `words`, known to nobody, can stand for an agency: all of them, or letters."""
    known = [spelling for spelling, other in spellings.items() if other == code]
    if re.fullmatch(r"[^\W\d_]\S{0,9}", words) and sum(map(str.isupper, words)) > 1:
        letters = [c for c in fold(words) if c.isalnum()]
        return any(_has_in_order(letters, spelling) for spelling in known)
    stems = {_stem(word) for word in fold_name(words).split()} - _SMALL_WORDS - _UNITED_NATIONS
    return any(stems and stems <= {_stem(word) for word in s.split()} for s in known)


def _has_in_order(letters: Sequence[str], spelling: str) -> bool:
    rest = iter(spelling)
    return spelling.startswith(letters[0]) and all(letter in rest for letter in letters)


def _stem(word: str) -> str:
    return word if len(word) < 6 else word[:5]


def _telling_words(text: str) -> set[str]:
    """Give the words that tell one agency from another, or all where none does."""
    words = set(fold_name(text).split())
    return words - _EVERYWHERE or words


def _nearest(typed: str, spellings: Spellings) -> list[tuple[str, str]]:
    """Give up to three codes whose spellings lie nearest, each with that spelling."""
    from difflib import SequenceMatcher

    best: dict[str, tuple[float, str]] = {}
    name, bracket = split_bracket(typed)
    texts = (typed, bracket or "", *re.split(r"[,/]", name)[:_NEAREST_COUNT], name)
    for form in dict.fromkeys(fold_name(text[:_COMPARED_LIMIT]) for text in texts):
        words = _telling_words(form)
        matcher = SequenceMatcher(b=form, autojunk=False)
        for spelling, code in spellings.items():
            others = _telling_words(spelling)
            score = 2 * len(words & others) / (len(words) + len(others))
            matcher.set_seq1(spelling)
            if matcher.real_quick_ratio() > max(score, _NEAREST_CUTOFF):
                score = max(score, matcher.ratio())
            if score >= max(_NEAREST_CUTOFF, best.get(code, (0.0, ""))[0] + 1e-9):
                best[code] = (score, spelling)
    ranked = sorted((-score, code, spelling) for code, (score, spelling) in best.items())
    return [
        (code, spelling)
        for score, code, spelling in ranked[:_NEAREST_COUNT]
        if score <= ranked[0][0] + _NEAREST_SPREAD
    ]


def _acronym(name: str) -> str:
    """Make an acronym of letters and digits, or nothing if the name is not in Latin script."""
    text, bracket = split_bracket(name)
    if bracket and re.fullmatch(r"[A-Z][A-Za-z0-9-]*[A-Z0-9]", bracket):
        return bracket[:_CODE_LIMIT].strip("-").upper()
    letters = [c for c in text if c.isalpha()]
    text = re.sub(r"\b[dl]['’]", " ", text, flags=re.IGNORECASE)
    bare = unicodedata.normalize("NFKD", re.sub(r"['’.]", "", text))
    words: list[str] = re.findall(
        r"[A-Za-z0-9]+", "".join(c for c in bare if not unicodedata.combining(c))
    )
    if not words or 2 * sum(len(word) for word in words) < len(letters):
        return ""
    names = [w for w in words if w.casefold() not in _SMALL_WORDS] or words
    if len(names) == 1:
        return names[0][:_CODE_LIMIT].upper()
    # What is an acronym or a number already goes in whole: "NGO Committee" is NGOC.
    initials = [w if w.isupper() or w.isdigit() else w[0] for w in names]
    return "".join(initials)[:_CODE_LIMIT].upper()
