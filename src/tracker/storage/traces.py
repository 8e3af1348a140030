"""Where words stand that history and documents keep: what erasing a person cannot reach."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, select

from tracker.domain.records import (
    Agency,
    AgencySpelling,
    Commitment,
    CommitmentOwner,
    CommitmentPlace,
    CommitmentTag,
    Document,
    Entry,
    IssuedReport,
    Meeting,
    Person,
    Register,
    Series,
)
from tracker.domain.text import fold
from tracker.storage.acts import shown
from tracker.storage.meetings import ref

_LEAST_SURNAME = 3


@dataclass(frozen=True, slots=True)
class Names:
    """What a person was called: whole names and addresses, and the last words of names."""

    whole: frozenset[str]
    surnames: frozenset[str]


def names_of(called: Iterable[str], also: Iterable[str] = ()) -> Names:
    """Give the names that `called` are, folded, with `also`, which has no surnames in it."""
    full = {fold(name) for name in called}
    last = {name.split()[-1] for name in full if " " in name}
    return Names(
        frozenset({*full, *(fold(word) for word in also)} - {""}),
        frozenset(word for word in last if len(word) >= _LEAST_SURNAME),
    )


def traces(session: Session, names: Names) -> list[str]:
    """Say where the names stand besides the tables of persons and agencies, by ref."""
    holds = _reader(names)
    found = [
        f"{place}{'' if whole else ' (the surname)'}"
        for place, text in _texts(session)
        if (whole := holds(text)) is not None
    ]
    return list(dict.fromkeys(found))


def _reader(names: Names) -> Any:
    whole, surname = _pattern(names.whole), _pattern(names.surnames)

    def holds(text: str) -> bool | None:
        """Tell whether the text holds a whole name (True), a surname (False) or nothing (None)."""
        folded = fold(text)
        if whole.search(folded):
            return True
        return False if surname.search(folded) else None

    return holds


def _pattern(words: frozenset[str]) -> re.Pattern[str]:
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)" if listed else r"(?!)")


def _texts(session: Session) -> Iterator[tuple[str, str]]:
    """Give every text that people or documents put into words, and where it stands."""
    yield from _of_commitments(session)
    for entry in session.exec(
        select(Entry).order_by(col(Entry.id)).execution_options(yield_per=500)
    ):
        place = f"{shown(session, entry)}: {{}} in its history, {entry.deed} of {entry.true_on}"
        for what, text in (("a note", entry.note), ("a reason", entry.reason)):
            if text:
                yield place.format(what), text
        if entry.evidence:
            yield place.format("evidence"), " ".join(map(str, entry.evidence))
        if entry.changes:
            yield place.format("a change"), json.dumps(entry.changes, ensure_ascii=False)
    for document in session.exec(select(Document)):
        yield f"The document {document.name}", f"{document.name}\n{document.text or ''}"
    for report in session.exec(select(IssuedReport)):
        told = json.dumps([report.data, report.options], ensure_ascii=False)
        yield f"Issued report {report.id}", f"{report.title}\n{told}"
    for meeting in session.exec(select(Meeting)):
        yield f"The meeting {meeting.code}", f"{meeting.title}\n{meeting.place or ''}"
    for series in session.exec(select(Series)):
        yield f"The series {series.code}", f"{series.code}\n{series.title}"
    for register in session.exec(select(Register)):
        yield "The register's name", register.name
    yield from _of_others(session)


def _of_commitments(session: Session) -> Iterator[tuple[str, str]]:
    refs: dict[int | None, str] = {}
    for commitment in session.exec(select(Commitment).order_by(col(Commitment.id))):
        refs[commitment.id] = ref(session, commitment)
        yield f"{refs[commitment.id]}: its text", commitment.text
        yield f"{refs[commitment.id]}: its quotation", commitment.quote or ""
        words = (commitment.due_words, commitment.first_due_words)
        yield f"{refs[commitment.id]}: its due date", " ".join(filter(None, words))
    for owner in session.exec(
        select(CommitmentOwner).where(col(CommitmentOwner.words).is_not(None))
    ):
        yield f"{refs[owner.commitment_id]}: the words of a dispute", owner.words or ""
    for place in session.exec(select(CommitmentPlace)):
        yield f"{refs[place.commitment_id]}: its places", place.place
    for tag in session.exec(select(CommitmentTag)):
        yield f"{refs[tag.commitment_id]}: its tags", tag.tag


def _of_others(session: Session) -> Iterator[tuple[str, str]]:
    for spelling, code in session.exec(
        select(AgencySpelling, Agency.code).join(Agency, col(Agency.id) == AgencySpelling.agency_id)
    ):
        yield f"The names of {code}", spelling.written
    for person in session.exec(select(Person).where(Person.name_folded != Person.uid)):
        yield "Another person of that name", f"{person.name}\n{person.email or ''}"
