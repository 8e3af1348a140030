"""Whoever holds a place for a time, as typed: "World Bank from 2015-01-01 to 2015-12-31"."""

import re
from dataclasses import dataclass
from datetime import date
from email.utils import parseaddr

from tracker.errors import Refused
from tracker.intake.dates import read_when

_DATE = r"\d{4}-\d{2}(?:-\d{2})?|\d{4}|\d{1,2} \w+ \d{4}|\w+ \d{4}"
_PERIOD = re.compile(
    rf"(?:\s+from\s+(?P<since>{_DATE}))?(?:\s+(?:to|until)\s+(?P<until>{_DATE}))?$"
)
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
    match = _PERIOD.search(typed)
    since = until = None
    who = typed
    if match is not None:
        who = typed[: match.start()].strip()
        if match.group("since"):
            since = read_when(match.group("since"), today=today).earliest
        if match.group("until"):
            until = read_when(match.group("until"), today=today).latest
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
