"""Erasing for good: what was overwritten in rows is taken out of the database's free space too."""

import sqlite3
from contextlib import closing
from typing import Any

from tracker.storage.address import Address
from tracker.storage.connection import load_psycopg
from tracker.storage.trouble import explained

_LOCK_SECONDS = 30.0
# The tables in which personal words can have stood.
_TABLES = ("person", "agency", "agency_spelling", "focal_point", "search_text")


def sweep(address: Address) -> str | None:
    """Write the database anew without free space; say what remains to do, None where nothing.

    On SQLite the file and its write-ahead log; on PostgreSQL the tables that hold names.
    """
    if address.path is None:
        with explained(address):
            return _sweep_postgres(address)
    try:
        with closing(
            sqlite3.connect(address.path, timeout=_LOCK_SECONDS, isolation_level=None)
        ) as driver:
            driver.execute("PRAGMA secure_delete = ON")
            driver.execute("VACUUM")
            busy, _, _ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.OperationalError as error:
        if "full" not in str(error) and "locked" not in str(error):
            raise
        busy = True
        if "full" in str(error):
            return (
                f"There is no space left to write {address.shown} anew, so old pages of the file "
                "may still hold what was erased. Make room, then run `tracker db vacuum`."
            )
    if not busy:
        return None
    return (
        f"Another program has {address.shown} open, so old pages of the file may still hold what "
        "was erased. Close it, then run `tracker db vacuum`."
    )


def _sweep_postgres(address: Address) -> str | None:
    psycopg = load_psycopg()
    said: list[str] = []
    with psycopg.connect(address.url, autocommit=True, connect_timeout=5) as driver:

        def note(notice: Any) -> None:
            said.append(notice.message_primary)

        driver.add_notice_handler(note)
        for table in _TABLES:
            # Where it may not, the server warns and goes on.
            driver.execute(f"VACUUM FULL {table}")
    if not said:
        return None
    return (
        "The server did not let this account write the tables anew, so their free space may "
        f"still hold what was erased. Their owner runs: VACUUM FULL {', '.join(_TABLES)};"
    )
