"""Where words stand that history and documents keep: what erasing a person cannot reach."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select as sql_select
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
from tracker.storage.commitments import ref_of

Refs = dict[int | None, str]

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
    whole, surname = _pattern(names.whole), _pattern(names.surnames)
    found = []
    for place, text in _texts(session):
        # Whoever has much to read folds little: plain text is as good as folded.
        folded = " ".join(text.lower().split()) if text.isascii() else fold(text)
        if whole.search(folded):
            found.append(place)
        elif surname.search(folded):
            found.append(f"{place} (the surname)")
    # Others may well have the same surname.
    found += [place for place, text in _names_of_others(session) if whole.search(fold(text))]
    return list(dict.fromkeys(found))


def _pattern(words: frozenset[str]) -> re.Pattern[str]:
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)" if listed else r"(?!)")


def _texts(session: Session) -> Iterator[tuple[str, str]]:
    """Give every text that people or documents put into words, and where it stands."""
    refs = {
        key: ref_of(code, number)
        for key, code, number in session.exec(
            select(Commitment.id, Meeting.code, Commitment.number).join(
                Meeting, col(Meeting.id) == Commitment.meeting_id
            )
        )
    }
    yield from _of_commitments(session, refs)
    yield from _of_history(session, refs)
    for name, text in session.exec(select(Document.name, Document.text)):
        yield f"The document {name}", f"{name}\n{text or ''}"
    for report in session.exec(select(IssuedReport)):
        told = _words([report.title, report.data, report.options])
        yield f"Issued report {report.id}", told
    for code, title, place in session.exec(select(Meeting.code, Meeting.title, Meeting.place)):
        yield f"The meeting {code}", f"{title}\n{place or ''}"
    for code, title in session.exec(select(Series.code, Series.title)):
        yield f"The series {code}", f"{code}\n{title}"
    for name in session.exec(select(Register.name)):
        yield "The register's name", name


def _names_of_others(session: Session) -> Iterator[tuple[str, str]]:
    for written, code in session.exec(
        select(AgencySpelling.written, Agency.code).join(
            Agency, col(Agency.id) == AgencySpelling.agency_id
        )
    ):
        yield f"The names of {code}", written
    for name, email in session.exec(
        select(Person.name, Person.email).where(Person.name_folded != Person.uid)
    ):
        yield "Another person", f"{name}\n{email or ''}"


def _of_commitments(session: Session, refs: Refs) -> Iterator[tuple[str, str]]:
    for key, text, quote in session.exec(select(Commitment.id, Commitment.text, Commitment.quote)):
        yield f"{refs[key]}: its text", text
        yield f"{refs[key]}: its quotation", quote or ""
    for key, *words in session.exec(
        select(Commitment.id, Commitment.due_words, Commitment.first_due_words)
    ):
        yield f"{refs[key]}: its due date", " ".join(filter(None, words))
    for key, dispute in session.exec(select(CommitmentOwner.commitment_id, CommitmentOwner.words)):
        yield f"{refs[key]}: the words of a dispute", dispute or ""
    for key, place in session.exec(select(CommitmentPlace.commitment_id, CommitmentPlace.place)):
        yield f"{refs[key]}: its places", place
    for key, tag in session.exec(select(CommitmentTag.commitment_id, CommitmentTag.tag)):
        yield f"{refs[key]}: its tags", tag


def _of_history(session: Session, refs: Refs) -> Iterator[tuple[str, str]]:
    codes = {
        subject: dict(session.exec(select(kind.id, kind.code)).all())
        for subject, kind in (("meeting", Meeting), ("agency", Agency), ("series", Series))
    }
    columns: tuple[Any, ...] = (
        Entry.commitment_id,
        Entry.meeting_id,
        Entry.agency_id,
        Entry.series_id,
        Entry.deed,
        Entry.true_on,
        Entry.note,
        Entry.reason,
        Entry.evidence,
        Entry.changes,
    )
    for commitment, meeting, agency, series, deed, day, *texts in session.connection().execute(
        sql_select(*columns).order_by(col(Entry.id))
    ):
        about = (
            refs.get(commitment)
            or codes["meeting"].get(meeting)
            or codes["agency"].get(agency)
            or codes["series"].get(series)
        )
        for what, text in zip(("a note", "a reason", "evidence", "a change"), texts, strict=True):
            if text:
                yield f"{about}: {what} in its history, {deed} of {day}", _words(text)


def _words(value: Any) -> str:
    """Give the texts in a JSON value, a line each."""
    match value:
        case str():
            return value
        case list():
            return "\n".join(map(_words, value))
        case dict():
            return "\n".join(map(_words, value.values()))
        case _:
            return ""
