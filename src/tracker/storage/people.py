"""Writes: persons, the only place of personal data."""

from sqlalchemy import func
from sqlmodel import Session, col, or_, select

from tracker.domain.records import Agency, Commitment, FocalPoint, Person
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


def persons_called(session: Session, whom: str) -> list[Person]:
    """Give the persons of whom `whom` is the name or the e-mail address, the erased excepted."""
    return list(
        session.exec(
            select(Person)
            .where(
                or_(
                    Person.name_folded == fold(whom),
                    func.lower(Person.email) == whom.lower(),
                ),
                Person.name_folded != Person.uid,
            )
            .order_by(col(Person.id))
        )
    )


def things_of(session: Session, person: Person) -> list[Agency | Commitment]:
    """Give the agencies that `person` answers or answered for, and what they announced."""
    answers = select(FocalPoint.agency_id).where(FocalPoint.person_id == person.id)
    return [
        *session.exec(select(Agency).where(col(Agency.id).in_(answers)).order_by(col(Agency.id))),
        *session.exec(
            select(Commitment)
            .where(Commitment.said_by_id == person.id)
            .order_by(col(Commitment.id))
        ),
    ]


def erase(session: Session, person: Person, left: str) -> None:
    """Erase name, title and address of `person`; `left` stands in place of the name.

    Nobody of that name is ever taken for them: the folded name is their uid.
    """
    person.name, person.name_folded = left, person.uid
    person.title = person.email = None
    session.add(person)
    session.flush()
