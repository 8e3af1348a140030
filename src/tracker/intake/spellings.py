"""The ways in which people write one agency, as folded forms to look up in order.

Every rule here keeps the meaning: it changes how a name is written, never which body it names.
Where a rule could reach another body ("UN WTO" is not the WTO), an alias in the register says so.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from tracker.domain.text import LINE_LIMIT, clean_line, fold_name

# Enough for every combination that was met, in a few milliseconds for the longest names.
_FORMS_LIMIT = 96
_PLURALS_LIMIT = 12
_STEPS = 3

_SPEAKERS = re.compile(
    r"^(?:(?:an?|the|one)\s+)?"
    r"(?:(?:representatives?|delegates?|delegations?|observers?|spokes(?:man|woman|person))"
    r"\s+(?:of|from|for)|on\s+behalf\s+of|governments?\s+of)\s+(?=\S)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"(?P<name>.*\S)\s*[(\[（](?P<bracket>[^()\[\]（）]+)[)\]）]\W*", re.DOTALL)
_INNER_BRACKET = re.compile(r"[(\[（][^()\[\]（）]*[)\]）]")

# What some write one way and others another way, both ways round.
_EQUAL = (
    ("united nations", "un"),
    ("united states of america", "united states"),
    ("united states", "us"),
    ("united states", "usa"),
    ("united states", "u s"),
    ("united kingdom", "uk"),
    ("european union", "eu"),
    ("programme", "program"),
    ("programmes", "programs"),
    ("centre", "center"),
    ("centres", "centers"),
    ("labour", "labor"),
    ("defence", "defense"),
)
_EQUAL_ENDINGS = (("isation", "ization"), ("isations", "izations"), ("isational", "izational"))
# An office and its holder are one; an office of anything else may be a part of it.
_HOLDERS = (
    "adviser|advisor|commissioner|coordinator|director general|envoy|ombudsman|president|"
    "prosecutor|rapporteur|representative|secretary general"
)
_OFFICE = re.compile(rf"(?P<office>office of (?:the )?)?(?P<holder>.*\b(?:{_HOLDERS})\b.*)")
# "Statistics Division of X" is "X Statistics Division"; a University of X is not X University.
_PART_NOUNS = (
    "branch",
    "bureau",
    "department",
    "directorate",
    "division",
    "office",
    "secretariat",
    "section",
    "service",
    "team",
    "unit",
)
_JOINED_PREFIX = re.compile(
    r"\b(?:inter(?=agency|govern|parliament|region)|co(?=operat|ordinat)|non(?=govern))"
)
_PART_SEPARATOR = re.compile(r"\s*[,/]\s*|\s+[-–—]+\s+|\s+of\s+(?:the\s+)?|\s*[(\[（]\s*")


def spellings_of(typed: str) -> tuple[str, ...]:
    """Give the folded forms under which `typed` may be known, the likeliest first.

    Of "Name (ACRONYM)" the forms of the name come before those of the acronym: a caller that
    takes the acronym's must see for itself that the name agrees (`names.read_agency` does).
    """
    name, bracket = split_bracket(typed)
    groups = [whole_forms(typed), whole_forms(name), whole_forms(bracket or "")]
    return tuple(dict.fromkeys(form for group in groups for form in group))


def split_bracket(typed: str) -> tuple[str, str | None]:
    """Split "Name (ACRONYM)" into both; brackets inside the name are left out of it."""
    text = _bare(clean_line(typed[:LINE_LIMIT]))
    bracket = None
    if found := _BRACKET.fullmatch(text):
        text, bracket = found["name"], found["bracket"].strip()
    return clean_line(_INNER_BRACKET.sub(" ", text)) or text, bracket


def whole_forms(typed: str) -> tuple[str, ...]:
    """Give the folded forms of `typed` taken as one name, as it stands first."""
    return _forms(clean_line(typed[:LINE_LIMIT]))


@lru_cache(maxsize=4096)
def _forms(line: str) -> tuple[str, ...]:
    text = _bare(line)
    writings = (line, text, text.replace("&", " and "), re.sub(r"(?<=\w)-(?=\w)", "", text))
    found = dict.fromkeys(
        form
        for written in writings
        for form in (fold_name(written), *(fold_name(name) for name in _parts_joined(written)))
        if form
    )
    forms = list(found)
    start = 0
    for _ in range(_STEPS):
        step, start = forms[start:], len(forms)
        for form in step:
            for rule in _RULES:
                for other in rule(form):
                    if other not in found and len(forms) < _FORMS_LIMIT:
                        found[other] = None
                        forms.append(other)
    for form in forms[:_PLURALS_LIMIT]:
        found.update(dict.fromkeys(_plurals(form)))
    return tuple(found)


def _bare(line: str) -> str:
    """Give `line` without who speaks for it, and without a possessive ending."""
    return _SPEAKERS.sub("", re.sub(r"['’]s$", "", line), count=1)


def _parts_joined(text: str) -> Iterator[str]:
    """Join a part and its whole in each order that people use."""
    for separator in _PART_SEPARATOR.finditer(text):
        before, after = text[: separator.start()], text[separator.end() :].rstrip(" )]）")
        if not before or not after:
            continue
        if _names_part(before):
            part, whole = before, after
        elif _names_part(after):
            part, whole = after, before
        else:
            continue
        yield f"{whole} {part}"
        yield f"{part} of {whole}"
        yield f"{part} of the {whole}"


def _names_part(text: str) -> bool:
    """Tell whether `text` is the name of a part: "Statistics Division", not "Office" alone."""
    return len(text.split()) > 1 and text.casefold().endswith(_PART_NOUNS)


def _equal(form: str) -> Iterator[str]:
    for one, other in _EQUAL_PATTERNS:
        for pattern, replacement in (one, other):
            changed, count = pattern.subn(replacement, form)
            if count:
                yield changed


def _initials(form: str) -> Iterator[str]:
    """Join single letters and numbers to what they belong to: "u n h c r", "g 20"."""
    yield re.sub(r"(?<!\S)[^\W\d](?: [^\W\d])+(?!\S)", lambda run: run[0].replace(" ", ""), form)
    yield re.sub(r"(?<!\S)([^\W\d]{1,5}) (?=\d+(?!\S))", r"\1", form)
    yield re.sub(r"(?<!\S)([^\W\d]{1,5})(?=\d+(?!\S))", r"\1 ", form)


def _united_nations(form: str) -> Iterator[str]:
    """Write "unhabitat" apart and "un habitat" as one; leave out "of the UN Secretariat"."""
    words = form.split()
    if len(words) == 1 and form.startswith("un") and len(form) > 4:
        yield f"un {form[2:]}"
    if len(words) == 2 and words[0] == "un":
        yield "".join(words)
    shorter = re.sub(r" (?:of )?(?:the )?(?:un|united nations)(?: secretariat| system)?$", "", form)
    if len(shorter.split()) > 1:
        yield shorter


def _small_words(form: str) -> Iterator[str]:
    yield form.replace(" and ", " ")
    yield form.replace(" the ", " ")
    for of in re.finditer(r" (?:of|for|and) (?!the )", form):
        yield f"{form[: of.end()]}the {form[of.end() :]}"


def _office(form: str) -> Iterator[str]:
    if found := _OFFICE.fullmatch(form):
        if found["office"]:
            yield found["holder"]
        else:
            yield f"office of {form}"
            yield f"office of the {form}"


def _prefixes(form: str) -> Iterator[str]:
    """Write apart what others write as one: "interagency" is "inter agency"."""
    yield _JOINED_PREFIX.sub(r"\g<0> ", form, count=1)


def _plurals(form: str) -> Iterator[str]:
    """Change the number of one word; an acronym has none ("UNOPS" is not the UNOP)."""
    words = form.split()
    for place, word in enumerate(words):
        if len(words) > 1 and len(word) > 4 and not word.endswith(("ss", "us", "is")):
            yield " ".join((*words[:place], _other_number(word), *words[place + 1 :]))


def _other_number(word: str) -> str:
    for one, many in (("y", "ies"), ("", "s")):
        if word.endswith(many):
            return word.removesuffix(many) + one
        if one and word.endswith(one):
            return word.removesuffix(one) + many
    return f"{word}s"


def _both_ways(
    one: str, other: str, *, start: str = r"\b"
) -> tuple[tuple[re.Pattern[str], str], ...]:
    return (
        (re.compile(rf"{start}{one}\b"), other),
        (re.compile(rf"{start}{other}\b"), one),
    )


_EQUAL_PATTERNS = (
    *(_both_ways(one, other) for one, other in _EQUAL),
    *(_both_ways(one, other, start="") for one, other in _EQUAL_ENDINGS),
)
_RULES: tuple[Callable[[str], Iterable[str]], ...] = (
    _equal,
    _initials,
    _small_words,
    _united_nations,
    _office,
    _prefixes,
)
