"""Writes: the register itself."""

from datetime import datetime

from sqlmodel import Session, select

from tracker.domain.records import Register
from tracker.storage.identity import new_uid


def the_register(session: Session) -> Register:
    """Give the register that this database is."""
    return session.exec(select(Register)).one()


def add_register(session: Session, *, name: str, time_zone: str, now: datetime) -> Register:
    """Name a database that holds no register yet."""
    register = Register(id=1, uid=new_uid(), name=name, time_zone=time_zone, created_at=now)
    session.add(register)
    return register
