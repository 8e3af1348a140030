"""What a user can do with the register as a whole: make it, and look at it."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo, available_timezones

from tracker.domain.text import LINE_LIMIT, clean_line
from tracker.errors import Refused, nearest
from tracker.storage.address import read_address
from tracker.storage.schema import newest

DEFAULT_NAME = "register"


@dataclass(frozen=True, slots=True)
class RegisterStatus:
    """A register as `db status` shows it; counts are of what is stored."""

    place: str
    kind: str
    schema: str | None
    newest_schema: str
    name: str | None = None
    time_zone: str | None = None
    meetings: int = 0
    agencies: int = 0
    commitments: int = 0
    entries: int = 0
    digest: str | None = None


def init(url: str, *, name: str, time_zone: str, now: datetime, dry_run: bool = False) -> None:
    """Make a register. Raises RegisterUnusable where one stands, Refused for an unknown zone."""
    zone = known_zone(time_zone)
    called = known_name(name)
    from tracker.storage import database
    from tracker.storage.register import add_register

    with database.making(url) as session:
        add_register(session, name=called, time_zone=zone, now=now)
        session.flush()
        if dry_run:
            session.rollback()
        else:
            session.commit()


def known_name(typed: str) -> str:
    """Give a register's name cleaned, or raise Refused where it is empty or too long."""
    called = clean_line(typed)
    if not called:
        raise Refused("The register's name is empty. Nothing was changed.")
    if len(called) > LINE_LIMIT:
        raise Refused(
            f"The register's name is longer than {LINE_LIMIT} characters. Nothing was changed."
        )
    return called


def known_zone(typed: str) -> str:
    """Give the IANA name of a time zone as it is written, or raise Refused with the nearest."""
    zone = clean_line(typed)
    by_folded = {name.casefold(): name for name in available_timezones()}
    if zone.casefold() not in by_folded:
        raise Refused(
            f"There is no time zone “{zone}”.{nearest(zone, by_folded.values())} "
            "Accepted: names such as Europe/Paris or America/New_York. Nothing was changed."
        )
    return ZoneInfo(by_folded[zone.casefold()]).key


def status(url: str) -> RegisterStatus:
    """Tell what stands at `url`, of whatever schema."""
    from tracker.storage.connection import looking
    from tracker.storage.reads.register import counts, newest_digest, the_register

    address = read_address(url)
    with looking(url) as (connection, schema):
        told = RegisterStatus(address.shown, address.kind, schema, newest())
        if schema != newest():
            return told
        register = the_register(connection)
        meetings, agencies, commitments, entries = counts(connection)
        return RegisterStatus(
            place=told.place,
            kind=told.kind,
            schema=schema,
            newest_schema=told.newest_schema,
            name=register.name,
            time_zone=register.time_zone,
            meetings=meetings,
            agencies=agencies,
            commitments=commitments,
            entries=entries,
            digest=newest_digest(connection),
        )
