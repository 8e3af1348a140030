"""Who looks at the register, and what follows from that for what they may see."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tracker.domain.permission import Relations
from tracker.domain.text import fold_name
from tracker.errors import Refused
from tracker.storage.connection import Connection
from tracker.storage.reads import standing


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks: as which agency (as typed; None: the coordinator), and the day that counts."""

    today: date
    agency: str | None = None


def agency_code(connection: Connection, typed: str) -> str:
    """Give the code of the agency that `typed` means. Raises Refused with the nearest."""
    exact = standing.code_spelt(connection, fold_name(typed))
    if exact is not None:
        return exact
    # The reader of names is loaded only for what is not written as the register writes it.
    from tracker.intake.names import read_agency

    return read_agency(typed, spellings=standing.spellings(connection))


def relations_of(connection: Connection, viewer: Viewer) -> Relations | None:
    """Tell where the viewer's agency stands; None for the coordinator."""
    if viewer.agency is None:
        return None
    code = agency_code(connection, viewer.agency)
    return standing.relations(connection, code, day=viewer.today)


def start_of(day: date, time_zone: str) -> datetime:
    """Give the moment at which `day` begins in that zone, in UTC."""
    # Of the first and the last day that there is, the moment can lie outside of all time.
    day = min(max(day, date.min + timedelta(days=1)), date.max - timedelta(days=1))
    return datetime.combine(day, time.min, tzinfo=ZoneInfo(time_zone)).astimezone(UTC)


@contextmanager
def as_it_stood(
    connection: Connection, typed: str, *, today: date, time_zone: str, by_agency: bool
) -> Iterator[tuple[Connection, date]]:
    """Give the register as it stood at the end of the day `typed`, and that day.

    To an agency (`by_agency`) what is restricted now is restricted then as well.

    Raises Refused for what is not one day, or a day that is not over and not today.
    """
    from tracker.intake.days import read_day
    from tracker.storage.as_of import standing as standing_then

    day = read_day(typed, option="--as-of", today=today)
    if day > today:
        raise Refused(
            f"--as-of {day.isoformat()} has not come yet: today is {today.isoformat()}. Accepted: "
            "today or a day before it."
        )
    end = start_of(min(day, date.max - timedelta(days=2)) + timedelta(days=1), time_zone)
    with standing_then(connection, end, hide_restricted_now=by_agency) as stood:
        yield stood, day
