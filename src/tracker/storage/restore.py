"""Writes: a thing put back to a state that history holds."""

from datetime import date
from typing import Any

from sqlalchemy import delete, insert, update
from sqlmodel import Session

from tracker.domain.columns import Day
from tracker.domain.fold import State
from tracker.domain.records import (
    Agency,
    Commitment,
    Document,
    Meeting,
    Person,
    Series,
    metadata,
)
from tracker.domain.vocabulary import Subject
from tracker.storage.history import PERSONAL, Recorded, names_of, subject_of
from tracker.storage.rows import BELONGINGS, Row, Thing, rows_of

_WITH_UID = (Meeting, Agency, Series, Person, Document, Commitment)


def put_back(session: Session, record: Recorded, state: State, *, now: Any) -> None:
    """Let `record` and what belongs to it be as `state` says, changed at `now` (UTC).

    The names of a person, which no history holds, stay as they are.
    """
    session.flush()
    if isinstance(record, Agency):
        names = names_of(session, record)
        state = state | {field: names[field] for field in names if state.get(field) == PERSONAL}
    subject = subject_of(record)
    made = getattr(record, "created_at", None)
    thing = Thing(key=record.key, uid=record.uid, created_at=made, updated_at=now)
    rows = rows_of(subject, thing, state, lambda uid: _key(session, uid))
    connection = session.connection()
    for table, column in BELONGINGS[subject].items():
        owned = metadata.tables[table]
        connection.execute(delete(owned).where(owned.c[column] == record.key))
    for table, listed in rows.items():
        target = metadata.tables[table]
        typed = [_typed(table, row) for row in listed]
        if table == subject:
            connection.execute(update(target).where(target.c.id == record.key), typed[0])
        elif typed:
            connection.execute(insert(target), typed)
    # What the session knows of this one thing is read anew; forgetting all that it knows would
    # make an act of thousands take hours.
    session.refresh(record)


def _typed(table: str, row: Row) -> Row:
    columns = metadata.tables[table].c
    return {
        name: date.fromisoformat(value)
        if isinstance(columns[name].type, Day) and isinstance(value, str)
        else value
        for name, value in row.items()
    }


def _key(session: Session, uid: str | None) -> int | None:
    if uid is None:
        return None
    for kind in _WITH_UID:
        table = metadata.tables[str(kind.__tablename__)]
        found = session.connection().execute(
            table.select().with_only_columns(table.c.id).where(table.c.uid == uid)
        )
        key = found.scalar()
        if key is not None:
            return int(key)
    return None


def record_of(session: Session, subject: Subject, key: int) -> Recorded:
    """Give the thing that an entry is about."""
    match subject:
        case Subject.COMMITMENT:
            return session.get_one(Commitment, key)
        case Subject.MEETING:
            return session.get_one(Meeting, key)
        case Subject.AGENCY:
            return session.get_one(Agency, key)
        case Subject.SERIES:
            return session.get_one(Series, key)
