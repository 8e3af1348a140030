"""How days, numbers and lists are written in a report's English sentences."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from tracker.domain.due import MONTH_NAMES, in_words
from tracker.domain.vocabulary import Relation

_FIRST = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
)  # fmt: skip
_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")


def say_day(day: date | str) -> str:
    """Write a day, given as such or in ISO 8601: "4 March 2015"."""
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def say_month(month: str) -> str:
    """Write a month, given as "2015-07": "July 2015"."""
    year, _, number = month.partition("-")
    return f"{MONTH_NAMES[int(number) - 1]} {int(year)}"


def say_count(number: int, one: str, several: str | None = None) -> str:
    """Write a number with its noun: "1 commitment", "24 commitments"."""
    return f"{number} {one if number == 1 else several or one + 's'}"


def say_share(part: int, whole: int) -> str:
    """Write a share in whole per cent, never rounded to nothing or to all: "50%", "<1%"."""
    percent = round(100 * part / whole)
    if percent == 0 and part:
        return "<1%"
    return ">99%" if percent == 100 and part < whole else f"{percent}%"


def say_ordinal(number: int) -> str:
    """Write an ordinal: in words to the ninety-ninth, then in digits."""
    if 1 <= number <= len(_FIRST):
        return _FIRST[number - 1]
    if 20 <= number <= 99:
        tens, ones = divmod(number, 10)
        return f"{_TENS[tens - 2]}y-{_FIRST[ones - 1]}" if ones else f"{_TENS[tens - 2]}ieth"
    teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def join_words(words: Sequence[str]) -> str:
    """Join a list as a sentence does: "A", "A and B", "A, B and C"."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def reading(due: Mapping[str, Any]) -> str | None:
    """Say how due words were read, or nothing where they say it themselves or have no reading.

    `due` is a due date or a meeting's days as JSON holds them.
    """
    earliest, latest = (due[end] and date.fromisoformat(due[end]) for end in ("earliest", "latest"))
    if earliest is None and latest is None:
        return None
    relation = due["relation"] and Relation(due["relation"])
    said = due["words"].casefold()
    first_said = earliest is None or _says_first(said, earliest)
    last_said = latest is None or _says_last(said, latest) or _says_eve(said, latest, relation)
    if (first_said and last_said) or due["words"] == due["earliest"] == due["latest"]:
        return None
    return in_words(earliest, latest, relation)


def _says_first(said: str, day: date) -> bool:
    if not _has_number(said, day.year):
        return False
    if (day.month, day.day) == (1, 1) and not _has_month(said):
        return True
    return _has_month(said, day) and (day.day == 1 or _has_number(said, day.day))


def _says_last(said: str, day: date) -> bool:
    if not _has_number(said, day.year):
        return False
    if (day.month, day.day) == (12, 31) and not _has_month(said):
        return True
    last = (day + timedelta(days=1)).day == 1
    return _has_month(said, day) and (last or _has_number(said, day.day))


def _says_eve(said: str, day: date, relation: Relation | None) -> bool:
    """Tell whether the words name the day after: "before 1 June 2015" ends on 31 May."""
    after = day + timedelta(days=1) if day < date.max else day
    return relation == Relation.BY and _says_last(said, after) and _has_number(said, after.day)


def _has_number(said: str, number: int) -> bool:
    return any(word == str(number) for word in _words(said))


def _has_month(said: str, day: date | None = None) -> bool:
    """Tell whether a month is named, in full or by at least three letters: this one, or any."""
    months = [MONTH_NAMES[day.month - 1]] if day else MONTH_NAMES
    return any(
        len(word) >= 3 and month.casefold().startswith(word)
        for word in _words(said)
        for month in months
    )


def _words(said: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in said).split()
