"""The meeting that the end of a line names: "a side event in the margins of the Commission"."""

import re
from collections.abc import Callable

from tracker.intake.dates.english import ENGLISH

_RELATION = re.compile(
    r"\b(?:(?P<margins>(?:in|on|at)\s+the\s+(?:margins?|sidelines?)\s+of)|during|ahead\s+of)\s+",
    re.IGNORECASE,
)
_ACT = (
    r"(?:an?|another|two|three|carry|collect|conduct|convene|develop|draft|expand|finali[sz]e|"
    r"give|hold|host|issue|launch|organi[sz]e|present|prepare|produce|provide|publish|release|"
    r"share|submit|support|train|update|write)\b"
)
_NEXT_ACT = re.compile(_ACT)
# Where a sentence goes on behind the meeting's name: ", convene …", " and a symposium".
_FURTHER_ACT = re.compile(rf"(?:,|\s+and|\s+then)\s+(?:also\s+|then\s+|to\s+)?{_ACT}")
_DATE_WORDS_LIMIT = 6
_RELATIONS_LIMIT = 4


def meeting_before(text: str, *, is_date: Callable[[str], bool]) -> str | None:
    """Give the words at the end of `text` that name a meeting, with the relation to it, or None."""
    for relation in list(_RELATION.finditer(text))[: -_RELATIONS_LIMIT - 1 : -1]:
        name = text[relation.end() :]
        if _FURTHER_ACT.search(name) or _is_dated(name, is_date):
            return None
        if relation["margins"] or _names_event(name):
            return text[relation.start() :]
    return None


def _names_event(name: str) -> bool:
    words = re.findall(r"\w+", name)
    return any(word[0].isupper() or word.casefold() in ENGLISH.meeting_words for word in words)


def _is_dated(name: str, is_date: Callable[[str], bool]) -> bool:
    """Tell whether a date stands where the meeting would: "during 2015 convene …"."""
    words = name.split()
    for count in range(1, min(len(words), _DATE_WORDS_LIMIT) + 1):
        rest = " ".join(words[count:])
        if (not rest or _NEXT_ACT.match(rest)) and is_date(" ".join(words[:count])):
            return True
    return False
