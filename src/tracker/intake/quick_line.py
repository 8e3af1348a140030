"""One typed line, read into what it says: "LEADS[, with PARTNERS]: TEXT [(PLACE, WHEN)] [#tag]…".

What the line leaves open is decided so:

- The head before the first colon is LEADS where a space follows the colon and the head is no
  longer than 200 characters, whether or not the register knows the names (an unknown one is for
  the caller to refuse); without the space, only where every name is known. So "https://…" and
  "10:30" are text.
- WHEN is the longest tail of the parenthesis, begun after a comma or semicolon, that is a date;
  where there is none, the longest head. What remains is PLACE, if it has letters.
- A parenthesis without a date is a place only if it is written like one: words with capitals
  ("Rio de Janeiro"), or of a script without them. An agency, a word all in capitals ("GMG"),
  anything in lower case ("see annex") or with digits ("Agenda 2030") stays in the text.
- What cannot be read as a date but was clearly meant as one ("Geneva, 32 May 2015") is given as
  WHEN all the same, for the caller to refuse by name.
- A parenthesis behind "in the margins of", "during" or "ahead of" and the name of a meeting is
  that meeting's. "During" and "ahead of" also introduce other things: a meeting's name has a
  capital letter or a word such as "conference" in it, and no date or further act behind it.
- A tag is of letters, digits and hyphens, in any script.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from tracker.domain.text import clean_line
from tracker.errors import Refused
from tracker.intake.name_lists import split_agencies
from tracker.intake.places import looks_like_place, split_places
from tracker.intake.quick_meeting import meeting_before

HEAD_LIMIT = 200
PARENTHESIS_LIMIT = 200

_COLON = re.compile(r"\s*(?::(?P<space>\s)|:|：\s*)")
_WITH = re.compile(r",\s*with\s+", re.IGNORECASE)
_BARE_WITH = re.compile(r"\s+with\s+", re.IGNORECASE)
# Chinese is written without spaces.
_GLUED = re.compile(r"(.*[)）])(#[^#]+)")
_TAG = re.compile(r"#([^#,.;:()]+)[,.;]*")
_PARTS = re.compile(r"\s*[,;，；、،]\s*")
_NUMERIC_DATE = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{1,4}")
_YEAR_LAST = re.compile(r".*\b(?:19|20)\d\d")
_CLOSING = {")": "(", "）": "（"}


@dataclass(frozen=True, slots=True)
class QuickLine:
    """What a line says, in its own words; names, places, dates and tags are not looked up.

    `meeting_phrase` ("in the margins of the third conference") is set when the last parenthesis
    is a meeting's; place and date in it are then `meeting_place` and `meeting_when`.
    """

    leads: tuple[str, ...]
    partners: tuple[str, ...]
    text: str
    places: tuple[str, ...]
    due_words: str | None
    tags: tuple[str, ...]
    meeting_phrase: str | None
    meeting_place: str | None
    meeting_when: str | None


def read_line(
    line: str,
    *,
    owners_given: bool,
    is_agency: Callable[[str], bool],
    is_date: Callable[[str], bool],
) -> QuickLine:
    """Read a line; with `owners_given` no LEADS is read and a colon is text.

    Raises Refused for a line that says nothing.
    """
    rest, tags = _tags_off(clean_line(line))
    leads: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    if not owners_given:
        head, rest = _head_off(rest, is_agency)
        leads, partners = _owners(head, is_agency)
    text, place, when = _parenthesis_off(rest, is_agency, is_date)
    if not text:
        raise Refused(
            "The line does not say what will be done. A line reads: "
            "LEADS[, with PARTNERS]: TEXT [(PLACE, WHEN)] [#tag]… Nothing was changed."
        )
    phrase = meeting_before(text, is_date=is_date) if place or when else None
    own = phrase is None
    return QuickLine(
        leads=leads,
        partners=partners,
        text=text,
        places=split_places(place) if place and own else (),
        due_words=when if own else None,
        tags=tags,
        meeting_phrase=phrase,
        meeting_place=None if own else place,
        meeting_when=None if own else when,
    )


def _tags_off(line: str) -> tuple[str, tuple[str, ...]]:
    """Take the tags off the end of a line, folded to lower case and each once."""
    words = line.split(" ")
    if (glued := _GLUED.fullmatch(words[-1])) and _tag(glued[2]):
        words[-1:] = glued.groups()
    tags: list[str] = []
    while words and (tag := _tag(words[-1])):
        tags.append(tag)
        words.pop()
    rest = " ".join(words)
    return rest.rstrip(" ,") if tags else rest, tuple(dict.fromkeys(reversed(tags)))


def _tag(word: str) -> str | None:
    """Give the tag that a word is, without its "#"."""
    found = _TAG.fullmatch(word)
    if found and all(c == "-" or unicodedata.category(c)[0] in "LMN" for c in found[1]):
        return found[1].lower()
    return None


def _head_off(line: str, is_agency: Callable[[str], bool]) -> tuple[str, str]:
    """Part LEADS and PARTNERS from the rest of the line; no head is "" and the line."""
    colon = _COLON.search(line)
    if not colon or not 0 < colon.start() <= HEAD_LIMIT:
        return "", line
    head, rest = line[: colon.start()], line[colon.end() :].strip()
    spaced = colon["space"] or not rest or "：" in colon[0]
    if spaced or all(is_agency(name) for name in split_agencies(head, known=is_agency)):
        return head, rest
    return "", line


def _owners(head: str, is_agency: Callable[[str], bool]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Split the head into leads and partners."""

    def split(text: str) -> tuple[str, ...]:
        return split_agencies(text, known=is_agency)

    if is_agency(head):
        return split(head), ()
    if found := _WITH.search(head):
        return split(head[: found.start()]), split(head[found.end() :])
    # Without its comma, "with" may be part of a name: only a known name ends before it.
    for found in _BARE_WITH.finditer(head):
        leads = split(head[: found.start()])
        if leads and all(is_agency(name) for name in leads):
            return leads, split(head[found.end() :])
    return split(head), ()


def _parenthesis_off(
    text: str, is_agency: Callable[[str], bool], is_date: Callable[[str], bool]
) -> tuple[str, str | None, str | None]:
    """Take place and date off the end of the text, if the parenthesis there holds them."""
    whole = text.rstrip(" .,;")
    opened = _opening(whole)
    if opened is None or not whole[:opened].strip():
        return text, None, None
    inside = whole[opened + 1 : -1].strip(" ,;")
    if len(inside) > PARENTHESIS_LIMIT:
        return text, None, None
    place, when = _place_and_date(inside, is_date)
    if when is None:
        names = split_agencies(inside, known=is_agency)
        if not looks_like_place(inside) or all(is_agency(name) for name in names):
            return text, None, None
        place = inside
    return whole[:opened].strip(), place, when


def _opening(text: str) -> int | None:
    """Give where the parenthesis that ends `text` opens."""
    if text[-1:] not in _CLOSING:
        return None
    depth = 0
    for place in range(len(text) - 1, -1, -1):
        depth += (text[place] in _CLOSING) - (text[place] in _CLOSING.values())
        if not depth:
            return place
    return None


def _place_and_date(inside: str, is_date: Callable[[str], bool]) -> tuple[str | None, str | None]:
    """Split "PLACE, WHEN" where WHEN is a date; without a date both are None."""
    if is_date(inside):
        return None, inside
    parts = list(_PARTS.finditer(inside))
    splits = [(inside[: p.start()], inside[p.end() :]) for p in parts]
    tails = ((place, when) for place, when in splits if is_date(when))
    heads = ((place, when) for when, place in reversed(splits) if is_date(when))
    place, when = next(chain(tails, heads, _meant(inside, splits)), (None, None))
    # "New York, 26, 27 May": what stands before the date is not all place.
    if place and any(not re.search(r"[^\W\d_]", piece) for piece in _PARTS.split(place)):
        return None, None
    return place, when


def _meant(inside: str, splits: list[tuple[str, str]]) -> Iterator[tuple[str | None, str]]:
    """Give place and date where a date was meant that nobody can read, or read in one way."""
    if _NUMERIC_DATE.fullmatch(inside) or (inside[:1].isdigit() and _YEAR_LAST.fullmatch(inside)):
        yield None, inside
    for place, when in splits[-1:]:
        if _NUMERIC_DATE.fullmatch(when) or (
            _YEAR_LAST.fullmatch(when) and looks_like_place(place)
        ):
            yield place, when
