"""Copies of a register's file: made while others write, kept beside it, and put back.

Standard library only: a backup is made after a command has answered, and must not cost it more.
"""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic

from tracker.config import NO_SPACE
from tracker.errors import Refused, RegisterUnusable
from tracker.storage.address import Address

_PAGES_A_STEP = 2_000
# So few that a file of any register takes several: after the first, nobody else can write in it.
_PAGES_AT_FIRST = 8
_LOCK_SECONDS = 30.0
_STAMP = "%Y%m%d-%H%M%S"
_WAITS = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_SIDES = ("", "-wal", "-shm")


def keep_one(address: Address, *, keep: int, now: datetime) -> Path | None:
    """Make a rolling backup beside the register, and let the oldest beyond `keep` go.

    None where `keep` is 0 or the register is no file. Nobody waits for it: it reads one moment
    of the register, in steps. `now` (UTC) is in its name.
    """
    if address.path is None or keep < 1:
        return None
    made = free_name(address.path, "backup", now)
    write_backup(address.path, made)
    own = _register_uid(made)
    ours = [path for path in rolling(address.path) if _register_uid(path) == own]
    for path in ours[: max(len(ours) - keep, 0)]:
        path.unlink(missing_ok=True)
    return made


def rolling(register: Path) -> list[Path]:
    """Give the files beside the register that are named as its rolling backups, oldest first."""
    return _beside(register, "backup")


def copies(register: Path) -> list[Path]:
    """Give every copy beside the register: rolling backups, and what a restore put aside."""
    return [*_beside(register, "backup"), *_beside(register, "replaced")]


def free_name(register: Path, why: str, now: datetime) -> Path:
    """Give a name beside the register that no file has: tracker.db.backup-20160218-093000."""
    while True:
        path = register.with_name(f"{register.name}.{why}-{now.strftime(_STAMP)}")
        if not os.path.lexists(path):
            return path
        now += timedelta(seconds=1)


def write_backup(source: Path, target: Path) -> None:
    """Copy the database at `source` to the new file `target`, whole or not at all, 0600.

    Raises FileExistsError where something stands at `target`, RegisterUnusable where it cannot
    be written or is full, sqlite3.DatabaseError where `source` is no database.
    """
    draft = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with _written(target):
            os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with closing(_reader(source)) as read, closing(sqlite3.connect(draft)) as copy:
            # One moment of the register: what others write meanwhile does not start it anew.
            read.execute("BEGIN")
            read.execute("SELECT count(*) FROM sqlite_master").fetchone()
            with _written(target):
                read.backup(copy, pages=_PAGES_A_STEP)
        with _written(target):
            _publish(draft, target)
    finally:
        _remove(draft)


def replace_contents(register: Path, source: Path, *, aside: Path) -> None:
    """Let the register hold what the database `source` holds; what it held goes to `aside`.

    One transaction: others see the one or the other, and none can write in between. Raises
    sqlite3.DatabaseError where the register is too damaged for that, and changes nothing then.
    """
    until = monotonic() + _LOCK_SECONDS

    def set_aside(status: int, _remaining: int, _total: int) -> None:
        if status in _WAITS:
            # The driver itself would wait for ever.
            if monotonic() > until:
                raise sqlite3.OperationalError("database is locked")
        elif not aside.exists():
            write_backup(register, aside)

    try:
        with (
            closing(sqlite3.connect(source)) as read,
            closing(sqlite3.connect(register, timeout=_LOCK_SECONDS)) as written,
        ):
            read.execute("BEGIN")
            read.execute("SELECT count(*) FROM sqlite_master").fetchone()
            read.backup(written, pages=_PAGES_AT_FIRST, progress=set_aside)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def replace_file(register: Path, source: Path, *, aside: Path) -> None:
    """Put the file `source` in the register's place; what stood there becomes `aside`."""
    for side in _SIDES:
        with suppress(FileNotFoundError):
            register.with_name(register.name + side).rename(aside.with_name(aside.name + side))
    source.rename(register)


@contextmanager
def draft_of(backup: Path, register: Path) -> Iterator[Path]:
    """Give a copy of `backup` beside `register`, to examine and put in place; gone at the end.

    Raises RegisterUnusable where the place cannot be written, sqlite3.DatabaseError where
    `backup` is no database.
    """
    draft = register.with_name(f".{register.name}.{os.getpid()}.restore")
    made = [folder for folder in register.parents if not folder.exists()]
    try:
        with _written(register):
            register.parent.mkdir(parents=True, exist_ok=True)
        write_backup(backup, draft)
        with closing(sqlite3.connect(draft)) as driver:
            driver.execute("PRAGMA journal_mode = WAL")
        yield draft
    finally:
        _remove(draft)
        with suppress(OSError):
            for folder in made:
                folder.rmdir()


def _reader(path: Path) -> sqlite3.Connection:
    """Open a database for reading, leaving no trace beside one that nobody has open."""
    if not path.is_file():
        raise Refused(f"There is no file {path}. Nothing was changed.")
    # A reader writes beside the file, and may have to recover its write-ahead log first.
    fixed = not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?{'immutable=1' if fixed else 'mode=rw'}",
        uri=True,
        isolation_level=None,
        timeout=_LOCK_SECONDS,
    )


def _beside(register: Path, why: str) -> list[Path]:
    named = re.compile(re.escape(f"{register.name}.{why}-") + r"\d{8}-\d{6}")
    if not register.parent.is_dir():
        return []
    return sorted(
        path
        for path in register.parent.iterdir()
        if named.fullmatch(path.name) and path.is_file() and not path.is_symlink()
    )


def _register_uid(path: Path) -> str | None:
    """Give the uid of the register that a backup is of, or None where it is none."""
    uri = f"{path.absolute().as_uri()}?immutable=1"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as read:
            row = read.execute("SELECT uid FROM register").fetchone()
    except sqlite3.Error:
        return None
    return str(row[0]) if row else None


@contextmanager
def _written(target: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError:
        raise
    except OSError as error:
        kind = RegisterUnusable if error.errno in NO_SPACE else Refused
        reason = (error.strerror or "unknown reason").lower()
        raise kind(f"{target} cannot be written: {reason}. Nothing was changed.") from error
    except sqlite3.OperationalError as error:
        if "full" in str(error):
            raise RegisterUnusable(
                f"There is no space left to write {target}. Nothing was changed."
            ) from error
        raise


def _publish(draft: Path, target: Path) -> None:
    """Give a finished draft its name, without replacing what came in between."""
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    try:
        os.link(draft, target)
    except FileExistsError:
        raise
    except OSError:
        # Some file systems have no hard links.
        if target.exists():
            raise FileExistsError(target) from None
        draft.rename(target)


def _remove(draft: Path) -> None:
    for side in _SIDES:
        draft.with_name(draft.name + side).unlink(missing_ok=True)
