"""Issuing: a report frozen under a number, with what it was drawn from and the bytes printed."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from tracker.domain.facts import IssuedFact
from tracker.domain.permission import Act
from tracker.errors import NotPermitted, Refused, RegisterUnusable, TrackerError, nearest
from tracker.services.viewing import Viewer
from tracker.storage.connection import Connection
from tracker.storage.reads import issued as issued_reads

if TYPE_CHECKING:
    from tracker.services.acting import Actor
    from tracker.storage.session import Session


@dataclass(frozen=True, slots=True)
class Drawn:
    """A report as it is to be issued: its title, its data, and its bytes in every format."""

    title: str
    data: Mapping[str, Any]
    files: Mapping[str, bytes]


def issue(
    session: "Session", actor: "Actor", *, draw: Callable[[int], Drawn], dry_run: bool = False
) -> int:
    """Freeze what `draw` makes under the next number, and give that; numbers have no gap.

    Nobody else writes while `draw` is at work, so that what it reads is the newest there is.
    """
    from tracker.domain.records import IssuedReport
    from tracker.services.acting import Doing
    from tracker.storage import issued, meetings
    from tracker.storage.identity import new_uid

    doing = Doing(session, actor)
    doing.hold(Act.ISSUE)
    number = issued.next_number(session)
    drawn = draw(number)
    data = drawn.data
    meeting = data["meeting"] and meetings.meeting_coded(session, data["meeting"]["code"])
    issued.add_report(
        session,
        IssuedReport(
            id=number,
            uid=new_uid(),
            kind=data["report"],
            title=drawn.title,
            meeting_id=meeting.id if meeting else None,
            day=date.fromisoformat(data["day"]),
            issued_at=actor.now,
            by_id=doing.person.key,
            version=data["version"],
            digest=data["digest"],
            options=data["options"],
            data=dict(data),
        ),
        drawn.files,
    )
    doing.finish(dry_run=dry_run)
    return number


def back_up(url: str, *, now: datetime) -> list[str]:
    """Make a rolling backup, as many as the setting says; give what hindered it, in sentences."""
    import sqlite3

    from tracker.config import read_setting
    from tracker.storage import backups
    from tracker.storage.address import read_address

    try:
        backups.keep_one(read_address(url), keep=int(read_setting("backups") or 0), now=now)
    except (TrackerError, sqlite3.Error, OSError) as error:
        return [f"No backup was made: {str(error).rstrip('.')}."]
    return []


def find_issued(connection: Connection, viewer: Viewer) -> list[IssuedFact]:
    """Give the issued reports; an agency's are those without restricted items."""
    found = issued_reads.issued_reports(connection)
    return [one for one in found if viewer.agency is None or not one.restricted]


def issued_as(connection: Connection, viewer: Viewer, number: int, form: str) -> bytes:
    """Give the bytes of an issued report as they were issued.

    Raises Refused where there is none, NotPermitted where an agency asks for one with restricted
    items, RegisterUnusable where the bytes are not those that were issued.
    """
    found = issued_reads.issued_reports(connection, number=number)
    if not found:
        known = [str(one.number) for one in find_issued(connection, viewer)]
        raise Refused(
            f"There is no issued report No. {number}.{nearest(str(number), known)} "
            "`tracker issued list` shows them all."
        )
    if found[0].restricted and viewer.agency is not None:
        raise NotPermitted(
            f"Report No. {number} was issued with restricted items; it is for the coordinator. "
            "Nothing was changed."
        )
    kept = issued_reads.issued_file(connection, number, form)
    if kept is None:
        raise Refused(
            f"Report No. {number} was issued as {', '.join(found[0].formats)}, not as {form}."
        )
    content, sha256 = kept
    if hashlib.sha256(content).hexdigest() != sha256:
        raise RegisterUnusable(
            f"What is kept of report No. {number} as {form} is not what was issued. "
            "Look for it in a backup."
        )
    return content
