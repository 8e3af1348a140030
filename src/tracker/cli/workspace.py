"""The one reader of the clock, and of who is acting, on which register, and from where."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

import typer

from tracker.domain.vocabulary import Door
from tracker.errors import NotPermitted, RegisterUnusable, WrongWords

if TYPE_CHECKING:
    from tracker.services.acting import Actor
    from tracker.services.viewing import Viewer
    from tracker.storage.connection import Connection
    from tracker.storage.session import Session


@dataclass(frozen=True, slots=True)
class Visit:
    """A register open for reading: the connection, who looks, and the register's time zone."""

    connection: "Connection"
    viewer: "Viewer"
    time_zone: str


class Workspace:
    """Where a command works: each answer is found when it is first asked for.

    It is made from what stood before the command, or in the environment in its place.
    """

    door = Door.CLI

    def __init__(self, *, db: str | None, acting_as: str | None, by: str | None) -> None:
        self._db = db
        self._acting_as = acting_as
        self._by = by

    @cached_property
    def url(self) -> str:
        """The register's path or URL: --db, TRACKER_DB, the setting, the platform's place."""
        from tracker import config

        if self._db is None:
            return config.read_setting("register") or config.default_register()
        if not self._db.strip():
            raise _empty("--db (or TRACKER_DB)", "the path or URL of a register")
        return self._db

    @cached_property
    def acting_as(self) -> str | None:
        """The agency acting, as it was written; None is the coordinator."""
        return _line("--as (or TRACKER_AS)", self._acting_as, "an agency")

    @cached_property
    def by(self) -> str:
        """Who acts: --by, TRACKER_BY, the setting `name`, the login name."""
        from tracker.config import read_setting

        if self._by is not None:
            return _line("--by (or TRACKER_BY)", self._by, "a name") or ""
        return _line("The setting name", read_setting("name"), "a name") or _login_name()

    @property
    def interactive(self) -> bool:
        """Whether a question can be asked: a terminal on both sides."""
        return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))

    @contextmanager
    def reading(self, *, as_of: str | None = None) -> Iterator["Visit"]:
        """Open the register for reading, as whoever acts; `as_of` a day, as it stood then."""
        from tracker.services.viewing import Viewer
        from tracker.storage.connection import reading
        from tracker.storage.reads.register import the_register

        with reading(self.url) as connection:
            register = the_register(connection)
            today = self.today(register.time_zone)
            if as_of is None:
                viewer = Viewer(today, self.acting_as)
                yield Visit(connection, viewer, register.time_zone)
                return
            from tracker.services.viewing import as_it_stood

            with as_it_stood(
                connection,
                as_of,
                today=today,
                time_zone=register.time_zone,
                by_agency=self.acting_as is not None,
            ) as past:
                stood, day = past
                yield Visit(stood, Viewer(day, self.acting_as), register.time_zone)

    @contextmanager
    def writing(self) -> Iterator["tuple[Session, Actor]"]:
        """Open the register for one act of whoever acts."""
        from tracker.services.acting import Actor
        from tracker.storage.database import writing
        from tracker.storage.register import the_register

        with writing(self.url) as session:
            today = self.today(the_register(session).time_zone)
            yield session, Actor(self.by, self.door, self.now(), today, self.acting_as)

    def hold_coordinator(self, act: str) -> None:
        """Raise NotPermitted where an agency acts: the register as a file is not its own."""
        if self.acting_as is not None:
            raise NotPermitted(
                f"{self.acting_as} may not {act}: that is for the coordinator. Nothing was changed."
            )

    def now(self) -> datetime:
        """Give the instant that entries record, in UTC."""
        return clock()

    def today(self, time_zone: str) -> date:
        """Give the day that counts as today in an IANA time zone; TRACKER_TODAY moves it."""
        typed = os.environ.get("TRACKER_TODAY")
        if typed:
            return _day(typed)
        from zoneinfo import ZoneInfo

        try:
            return clock().astimezone(ZoneInfo(time_zone)).date()
        except (KeyError, ValueError, OSError):
            raise RegisterUnusable(
                f"The register's time zone “{time_zone}” is not known on this machine."
            ) from None

    def machine_time_zone(self) -> str:
        """Give the IANA name of the machine's time zone; UTC where it has none."""
        import warnings
        from zoneinfo import ZoneInfo

        from tzlocal import get_localzone_name

        try:
            with warnings.catch_warnings():
                # It warns where the machine's own files disagree, and then takes the first.
                warnings.simplefilter("ignore")
                name = get_localzone_name()
            return ZoneInfo(name).key
        except (LookupError, TypeError, ValueError, OSError):
            return "UTC"


def workspace(ctx: typer.Context) -> Workspace:
    """Give the workspace of the command that runs."""
    found: Workspace = ctx.find_root().obj
    return found


def clock() -> datetime:
    """Read the clock, in UTC."""
    return datetime.now(UTC)


def _day(typed: str) -> date:
    # The standard library reads other forms of ISO 8601 as well, which nobody would recognize.
    if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", typed):
        with suppress(ValueError):
            return date.fromisoformat(typed)
    raise WrongWords(
        f"TRACKER_TODAY cannot be “{typed}”. It takes a day such as 2016-01-15. "
        "Nothing was changed."
    )


def _line(source: str, typed: str | None, meaning: str) -> str | None:
    from tracker.domain.text import LINE_LIMIT, clean_line

    if typed is None:
        return None
    cleaned = clean_line(typed)
    if not cleaned:
        raise _empty(source, meaning)
    if len(cleaned) > LINE_LIMIT:
        raise WrongWords(
            f"{source} has {len(cleaned)} characters; {LINE_LIMIT} are the most. "
            "Nothing was changed."
        )
    return cleaned


def _empty(source: str, meaning: str) -> WrongWords:
    return WrongWords(f"{source} is empty. It takes {meaning}. Nothing was changed.")


def _login_name() -> str:
    from getpass import getuser

    from tracker.domain.text import clean_line

    try:
        return clean_line(getuser()) or "unknown"
    except (KeyError, ImportError, OSError):
        return "unknown"
