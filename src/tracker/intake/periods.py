"""Whoever holds a place for a time, as typed: "World Bank from 2015-01-01 to 2015-12-31"."""

import re
from dataclasses import dataclass
from datetime import date
from email.utils import parseaddr

from tracker.errors import Refused
from tracker.intake.dates import read_when

# A tail with a figure in it is meant as a period; without one it is part of the name.
_FROM = re.compile(r"\s+(?:from|since)\s+([^<>()]*\d[^<>()]*)$")
_TO = re.compile(r"\s+(?:to|until)\s+([^<>()]*\d[^<>()]*)$")
_PERSON = re.compile(
    r"^(?P<name>[^()<>]+?)\s*(?:\((?P<title>[^()<>]+)\))?\s*(?:<(?P<mail>[^<>]*)>)?$"
)
_MAIL = re.compile(r"[^\s@<>\"(),;]+@[^\s@<>\"(),;]+\.[^\s@<>\"(),;]+")


@dataclass(frozen=True, slots=True)
class Period:
    """What was typed, without its period; an end that was not typed is open (None)."""

    who: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class PersonTyped:
    """A person as typed."""

    name: str
    title: str | None = None
    email: str | None = None


def read_period(typed: str, *, today: date) -> Period:
    """Read "WHO [from D] [to D]". Raises Refused where the period ends before it begins."""
    who, until_words = _tail_off(typed.strip(), _TO)
    who, since_words = _tail_off(who, _FROM)
    since = read_when(since_words, today=today).earliest if since_words else None
    until = read_when(until_words, today=today).latest if until_words else None
    if not who:
        raise Refused(
            f"“{typed}” names nobody. Accepted: NAME from 2015-01-01 to 2015-12-31. "
            "Nothing was changed."
        )
    if since and until and since > until:
        raise Refused(
            f"“{typed}”: {until.isoformat()} comes before {since.isoformat()}. Nothing was changed."
        )
    return Period(who, since, until)


def _tail_off(typed: str, tail: re.Pattern[str]) -> tuple[str, str | None]:
    found = tail.search(typed)
    return (typed[: found.start()].strip(), found[1]) if found else (typed, None)


def read_person(typed: str) -> PersonTyped:
    """Read "Name (Title) <address>". Raises Refused where it is of another form."""
    match = _PERSON.match(typed.strip())
    mail = parseaddr(typed)[1] if match and match.group("mail") is not None else None
    if match is None or (mail is not None and not _MAIL.fullmatch(mail)):
        raise Refused(
            f"“{typed}” is no person as tracker reads one. Accepted: "
            "'Jane Roe (Programme Officer) <jane.roe@example.org>', title and address at will. "
            "Nothing was changed."
        )
    return PersonTyped(match.group("name").strip(), match.group("title"), mail)
