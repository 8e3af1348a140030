"""Safe keeping: backups of the register, putting one back, upgrades, and whether all is sound."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from tracker.errors import DoneInPart, Refused, RegisterUnusable
from tracker.storage import backups
from tracker.storage.address import SQLITE, Address, read_address
from tracker.storage.connection import Connection, looking, missing, revision
from tracker.storage.schema import hold_upgradable, newest
from tracker.storage.trouble import unusable

if TYPE_CHECKING:
    from tracker.storage.soundness import InChain

_KEPT = "Nothing was changed."
# What SQLite says where a file is beyond copying into: only another file can take its place.
_BEYOND = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_READONLY")


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What an upgrade did: whether anything was to do, and the backup made before."""

    changed: bool
    backup: Path | None = None


@dataclass(frozen=True, slots=True)
class Restoring:
    """What stands in the register's place now: its schema, and what it replaced."""

    schema: str
    entries: int
    aside: Path | None


def upgrade(url: str, *, keep: int, now: datetime) -> Upgrade:
    """Bring the register to this tracker's schema, after a backup beside it (SQLite).

    `keep` backups stay, this one in any case. Raises RegisterUnusable where it cannot be done;
    the register is as it was then.
    """
    from tracker.storage import database

    address = read_address(url)
    with looking(url) as (_, schema):
        hold_upgradable(address, schema)
    if schema == newest():
        return Upgrade(changed=False)
    with _sqlite_explained(address):
        backup = backups.keep_one(address, keep=max(keep, 1), now=now)
    try:
        database.upgrade(url)
    except RegisterUnusable as failure:
        if backup is not None:
            failure.args = (f"{failure} A backup of it is {backup}.",)
        raise
    return Upgrade(changed=True, backup=backup)


def check(url: str) -> list[str]:
    """Examine the register; give what is wrong, in sentences, nothing where it is sound."""
    from tracker.storage.soundness import findings

    return findings(url)


def find_digest(url: str, sha256: str) -> "InChain | None":
    """Give the entry of history with that SHA-256, or None where no entry has it."""
    from tracker.storage.soundness import find_digest as find

    return find(url, sha256)


def back_up(url: str, file: str, *, dry_run: bool = False) -> Path:
    """Write the register's present state to the new file `file`, readable by its owner alone.

    Refused where something stands at `file`; on PostgreSQL, with the command that does it.
    """
    address = read_address(url)
    target = Path(file).expanduser()
    if address.path is None:
        raise Refused(
            "A register on PostgreSQL is backed up by the server's own tool:\n"
            f"pg_dump --format=custom --file={quote(file)} {quote(_without_password(address))}\n"
            f"{_KEPT}"
        )
    if not address.path.is_file():
        raise missing(address)
    with looking(url) as (_, schema):
        hold_upgradable(address, schema)
    _hold_free(target)
    if not dry_run:
        with _sqlite_explained(address):
            try:
                backups.write_backup(address.path, target)
            except FileExistsError:
                _hold_free(target)
    return target


def restore(url: str, file: str, *, now: datetime, dry_run: bool = False) -> Restoring:
    """Put the backup `file` in the register's place; what stood there is put aside, not deleted.

    Refused where `file` is damaged or no register, RegisterUnusable where a newer tracker made
    it; on PostgreSQL, refused with the command that does it.
    """
    address, source = read_address(url), Path(file).expanduser()
    if address.path is None:
        raise Refused(
            "A register on PostgreSQL is restored by the server's own tool:\n"
            "pg_restore --clean --if-exists --no-owner --single-transaction "
            f"--dbname={quote(_without_password(address))} {quote(file)}\n{_KEPT}"
        )
    register = address.path
    if not source.is_file():
        raise Refused(f"There is no file {source}. {_KEPT}")
    if register.exists() and source.samefile(register):
        raise Refused(f"{source} is the register itself. {_KEPT}")
    with _damage_refused(source), backups.draft_of(source, register) as draft:
        schema, entries = _examined(draft, source)
        stood = register.is_file()
        aside = backups.free_name(register, "replaced", now)
        if not dry_run:
            _put_in_place(register, draft, aside)
    return Restoring(schema, entries, aside if stood else None)


def write_anew(url: str) -> None:
    """Write the register's file anew, so that nothing erased stays in its free pages.

    Raises DoneInPart where others have the register open for too long; again is safe.
    """
    from tracker.storage import erasure

    left = erasure.sweep(read_address(url))
    if left:
        raise DoneInPart(left)


def _examined(draft: Path, source: Path) -> tuple[str, int]:
    from tracker.storage.soundness import damage, findings

    with closing(sqlite3.connect(draft, isolation_level=None)) as driver:
        connection = Connection(driver, kind=SQLITE)
        schema = revision(connection)
        if schema is None:
            raise Refused(f"{source} is no backup of a register. {_KEPT}")
        hold_upgradable(Address(kind=SQLITE, path=source), schema)
        found = next(damage(connection), None)
        ((entries,),) = connection.rows("SELECT count(*) FROM entry")
    if found is None and schema == newest():
        found = next(iter(findings(str(draft))), None)
    if found is not None:
        raise Refused(f"{source} is not sound and was not restored: {found} {_KEPT}")
    return schema, int(entries)


def _put_in_place(register: Path, draft: Path, aside: Path) -> None:
    if not register.is_file():
        backups.replace_file(register, draft, aside=aside)
        return
    try:
        backups.replace_contents(register, draft, aside=aside)
    except sqlite3.Error as error:
        if not getattr(error, "sqlite_errorname", "").startswith(_BEYOND):
            raise unusable(Address(kind=SQLITE, path=register), error) from error
        backups.replace_file(register, draft, aside=aside)


def _hold_free(target: Path) -> None:
    if target.exists() or target.is_symlink():
        raise Refused(
            f"{target} is there already; name a file that is not, for a backup replaces none. "
            f"{_KEPT}"
        )


@contextmanager
def _sqlite_explained(address: Address) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise unusable(address, error) from error


@contextmanager
def _damage_refused(source: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise Refused(f"{source} is damaged, or no backup of a register: {error}. {_KEPT}") from (
            error
        )


def _without_password(address: Address) -> str:
    parts = urlsplit(address.url or "")
    user, _, host = parts.netloc.rpartition("@")
    named = user.partition(":")[0]
    return urlunsplit(parts._replace(netloc=f"{named}@{host}" if named else host))
