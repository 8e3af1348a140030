"""Engines, sessions and the transaction that a write is made in."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.pool import StaticPool
from sqlmodel import Session

from tracker.errors import Refused, RegisterUnusable, TrackerError
from tracker.storage.address import SQLITE, Address, read_address
from tracker.storage.connection import load_psycopg, missing
from tracker.storage.schema import hold_current, migrate
from tracker.storage.trouble import explained

_KEPT = "Nothing was changed."
_LOCK_SECONDS = 30.0
# Any number, the same in every tracker: whoever writes holds it until the end of the transaction,
# as BEGIN IMMEDIATE does on SQLite, so that numbers and the chain of history have no gap.
_WRITERS = 7_261_830_455_129_001


@contextmanager
def writing(given: str) -> Iterator[Session]:
    """Open the register at `given` for one act: one transaction that the service commits.

    Left without a commit, nothing was changed, and a refusal raised inside says so. Raises
    RegisterUnusable as `reading` does.
    """
    address = read_address(given)
    if address.path is not None and not address.path.is_file():
        raise missing(address)
    with explained(address):
        engine = _engine(address)
        try:
            with Session(engine, autoflush=False) as session:
                _hold_writers(session)
                hold_current(address, _revision(session.connection()))
                yield session
        except Refused as refusal:
            if _KEPT not in str(refusal):
                refusal.args = (f"{refusal} {_KEPT}",)
            raise
        except IntegrityError as error:
            raise RegisterUnusable(
                "The register refused this as unsound: "
                f"{str(error.orig).splitlines()[0]}. Nothing was changed."
            ) from error
        finally:
            engine.dispose()


@contextmanager
def making(given: str) -> Iterator[Session]:
    """Make a register at `given`: a new SQLite file (0600), or in an empty PostgreSQL database.

    The caller names it and commits; left without a commit, nothing was made. Raises
    RegisterUnusable where a register stands already or the place cannot be written.
    """
    address = read_address(given)
    with explained(address):
        if address.path is not None:
            with _new_file(address.path) as draft, _new_session(draft) as session:
                yield session
        else:
            with _new_session(address) as session:
                yield session


def upgrade(given: str) -> None:
    """Bring the register at `given` to the newest schema, whole or not at all.

    Raises RegisterUnusable where it fails, in whatever way; it is as it was then.
    """
    address = read_address(given)
    try:
        with explained(address):
            _migrated(address)
    except TrackerError:
        raise
    except Exception as error:
        said = " ".join(str(error).split()) or type(error).__name__
        raise RegisterUnusable(
            f"The upgrade of {address.shown} failed and was taken back: {said.rstrip('.')}. "
            "Nothing was changed."
        ) from error


@contextmanager
def _new_file(path: Path) -> Iterator[Address]:
    """Give the address of a draft that becomes `path` once all went well.

    Made under another name first: a crash leaves no half register where one is looked for.
    """
    if path.exists():
        raise _taken(path)
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    made = [folder for folder in path.parents if not folder.exists()]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        driver = sqlite3.connect(draft)
        driver.execute("PRAGMA journal_mode = WAL")
        driver.close()
        yield Address(kind=SQLITE, path=draft)
        if not _is_blank(draft):
            _publish(draft, path)
    except FileExistsError as error:
        raise _taken(path) from error
    except OSError as error:
        raise RegisterUnusable(
            f"The register cannot be made at {path}: {error.strerror}. Nothing was changed."
        ) from error
    finally:
        with suppress(OSError):
            for ending in ("", "-wal", "-shm"):
                draft.with_name(draft.name + ending).unlink(missing_ok=True)
            for folder in made:
                folder.rmdir()


def _is_blank(draft: Path) -> bool:
    """Tell whether nothing was committed."""
    driver = sqlite3.connect(draft)
    (tables,) = driver.execute("SELECT count(*) FROM sqlite_master").fetchone()
    driver.close()
    return not tables


def _publish(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:
        # Some file systems have no hard links; a rename would replace what came in between.
        if path.exists():
            raise
        draft.rename(path)


def _taken(path: Path) -> RegisterUnusable:
    return RegisterUnusable(f"{path} is there already. Nothing was changed.")


@contextmanager
def _new_session(address: Address) -> Iterator[Session]:
    engine = _engine(address)
    try:
        with Session(engine, autoflush=False) as session:
            _hold_writers(session)
            if address.path is None:
                _hold_empty(session, address)
            migrate(session.connection())
            yield session
    finally:
        engine.dispose()


def _hold_empty(session: Session, address: Address) -> None:
    tables = text("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()")
    if session.connection().execute(tables).scalar_one():
        raise RegisterUnusable(f"The database {address.shown} is not empty. Nothing was changed.")


def migrate_memory(driver: sqlite3.Connection) -> None:
    """Make the newest schema in an open SQLite database that holds nothing."""
    engine = create_engine("sqlite://", creator=lambda: driver, poolclass=StaticPool)
    with engine.connect() as connection:
        migrate(connection)


@contextmanager
def fresh_schema(given: str) -> Iterator[Any]:
    """Give a connection of PostgreSQL's driver on which the newest schema, empty, is the current.

    It stands beside the register's in the same database, and is gone at the end. Raises
    RegisterUnusable where this account may not make one.
    """
    address = read_address(given)
    engine = _engine(address)
    try:
        with explained(address), engine.connect() as connection:
            name = f"tracker_fresh_{os.getpid()}"
            connection.exec_driver_sql(f"CREATE SCHEMA {name}")
            connection.exec_driver_sql(f"SET LOCAL search_path = {name}")
            migrate(connection)
            yield connection.connection.driver_connection
            connection.rollback()
    finally:
        engine.dispose()


def _migrated(address: Address) -> None:
    engine = _engine(address, foreign_keys=False)
    try:
        with engine.connect() as connection, connection.begin():
            if address.path is None:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITERS})
            migrate(connection)
            if address.path is not None:
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
                if broken:
                    raise RegisterUnusable(
                        f"The upgrade of {address.shown} was taken back: {len(broken)} records "
                        f"would point to nothing (first in {broken[0][0]}). Nothing was changed."
                    )
    finally:
        engine.dispose()


def _engine(address: Address, *, foreign_keys: bool = True) -> Engine:
    if address.path is None:
        load_psycopg()
        return create_engine(address.engine_url, connect_args={"connect_timeout": 5})
    engine = create_engine(
        "sqlite://",
        creator=lambda: _connected(address.path, foreign_keys=foreign_keys),
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # pysqlite's own BEGIN comes late and not at all before DDL; IMMEDIATE takes the writers'
        # place at once, so that what is read inside cannot change before it is written.
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _connected(path: Path | None, *, foreign_keys: bool) -> Any:
    driver = sqlite3.connect(path or "", timeout=_LOCK_SECONDS, isolation_level=None)
    driver.execute("PRAGMA synchronous = FULL")
    # What is erased is overwritten, and does not live on in the free part of a page.
    driver.execute("PRAGMA secure_delete = ON")
    # Batch mode rebuilds tables: with foreign keys on it would delete the rows that point there.
    driver.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
    return driver


def _hold_writers(session: Session) -> None:
    if session.get_bind().dialect.name == "postgresql":
        session.connection().execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITERS})


def _revision(connection: Connection) -> str | None:
    if not connection.dialect.has_table(connection, "alembic_version"):
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
