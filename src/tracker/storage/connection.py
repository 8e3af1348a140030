"""Reading through the driver itself: plain SQL in, plain rows out, one snapshot a visit.

Imports neither sqlmodel nor sqlalchemy: they cost more than the question (docs/performance.md).
"""

import math
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from tracker.errors import RegisterUnusable
from tracker.storage.address import SQLITE, Address, read_address
from tracker.storage.schema import hold_current
from tracker.storage.trouble import explained

Row = tuple[Any, ...]
_NAMED = re.compile(r"(?<![:\w]):([a-z_]\w*)")
_LOCK_SECONDS = 10.0


class Connection:
    """A read-only visit to the register. SQL names its parameters `:so` on both databases."""

    def __init__(self, driver: Any, *, kind: str) -> None:
        self._driver = driver
        self.kind = kind

    @property
    def is_sqlite(self) -> bool:
        """Whether SQL that differs is SQLite's."""
        return self.kind == SQLITE

    def rows(self, sql: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """Ask one question; give all rows."""
        return list(self.each(sql, parameters))

    def each(self, sql: str, parameters: Mapping[str, Any] | None = None) -> Iterator[Row]:
        """Ask one question; give the rows one by one."""
        if not self.is_sqlite:
            sql = _NAMED.sub(r"%(\1)s", sql.replace("%", "%%"))
        yield from self._driver.execute(sql, dict(parameters or {}))

    def columns(self, table: str) -> list[str]:
        """Give the names of a table's columns, in their order."""
        asked = self._driver.execute(f"SELECT * FROM {table} LIMIT 0")
        return [column[0] for column in asked.description]

    def first(self, sql: str, parameters: Mapping[str, Any] | None = None) -> Row | None:
        """Ask one question; give the first row, or None."""
        return next(self.each(sql, parameters), None)


@contextmanager
def reading(given: str, *, patience: float = _LOCK_SECONDS) -> Iterator[Connection]:
    """Visit the register at `given` (path or URL) for reading, all questions of one moment.

    `patience` is how many seconds it may be locked, or not answer, before that is an error.
    Raises RegisterUnusable when there is none, it is of another schema, or it cannot be read.
    """
    address = read_address(given)
    with explained(address), _opened(address, patience) as connection:
        hold_current(address, revision(connection))
        yield connection


@contextmanager
def looking(given: str) -> Iterator[tuple[Connection, str | None]]:
    """Visit what stands at `given`, of whatever schema; give the schema's revision with it."""
    address = read_address(given)
    with explained(address), _opened(address) as connection:
        yield connection, revision(connection)


def revision(connection: Connection) -> str | None:
    """Give the schema's revision, or None where there is no register."""
    known = (
        "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
        if connection.is_sqlite
        else "SELECT 1 WHERE to_regclass('alembic_version') IS NOT NULL"
    )
    if connection.first(known) is None:
        return None
    row = connection.first("SELECT version_num FROM alembic_version")
    return None if row is None else str(row[0])


def missing(address: Address) -> RegisterUnusable:
    """Say that there is no register at `address`, and how one is made."""
    return RegisterUnusable(
        f"There is no register at {address.shown}. Make one with `tracker init`, or name "
        "another with --db PATH. Nothing was changed."
    )


@contextmanager
def _opened(address: Address, patience: float = _LOCK_SECONDS) -> Iterator[Connection]:
    if address.path is not None:
        driver = _open_sqlite(address, patience)
    else:
        driver = _open_postgres(address, patience)
    try:
        yield Connection(driver, kind=address.kind)
    finally:
        driver.close()


def _open_sqlite(address: Address, patience: float) -> Any:
    import sqlite3

    path = address.path
    if path is None or not path.is_file():
        raise missing(address)
    # Opened for writing where the file allows it, for a reader of a write-ahead log may have to
    # recover it; query_only keeps the promise.
    driver = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,
        timeout=patience,
    )
    driver.execute("PRAGMA query_only = 1")
    driver.execute("BEGIN")
    return driver


def _open_postgres(address: Address, patience: float) -> Any:
    psycopg = load_psycopg()
    driver = psycopg.connect(address.url, connect_timeout=min(5, math.ceil(patience)))
    driver.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
    return driver


def load_psycopg() -> Any:
    """Import PostgreSQL's driver, or say how to install it (RegisterUnusable)."""
    try:
        import psycopg
    except ImportError as error:
        raise RegisterUnusable(
            "PostgreSQL's driver is not installed. Install it with: pip install 'tracker[postgres]'"
        ) from error
    return psycopg
