"""Writes: persons, the only place of personal data."""

from sqlmodel import Session, col, select

from tracker.domain.records import Person
from tracker.domain.text import fold
from tracker.storage.identity import new_uid


def person_named(session: Session, name: str) -> Person:
    """Give the person of that name, made where there is none."""
    return person_told(session, name)[0]


def person_told(
    session: Session, name: str, *, title: str | None = None, email: str | None = None
) -> tuple[Person, bool]:
    """Give the person of that name, and whether what was known of them changed.

    Two of one name are two where their e-mail addresses differ; otherwise title and address are
    added to what is known. Where there is none, a person is made.
    """
    same = session.exec(
        select(Person).where(Person.name_folded == fold(name)).order_by(col(Person.id).desc())
    )
    for person in same:
        if email is None or person.email is None or person.email.casefold() == email.casefold():
            known = (person.title, person.email)
            person.title, person.email = title or person.title, email or person.email
            session.add(person)
            return person, (person.title, person.email) != known
    person = Person(uid=new_uid(), name=name, name_folded=fold(name), title=title, email=email)
    session.add(person)
    session.flush()
    return person, False
