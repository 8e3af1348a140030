"""A register with a year and more of commitments, written through the services day by day."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from tracker.domain.drafts import AgencyDraft, MeetingDraft, UpdateDraft, checked
from tracker.domain.vocabulary import Door
from tracker.services.acting import Actor
from tracker.services.agencies import add_agency, edit_agency
from tracker.services.commitments import Ask, edit, log, void
from tracker.services.meetings import add_meeting
from tracker.services.updates import update
from tracker.storage import database
from tracker.storage.session import Session

__all__ = [
    "Ask",
    "UpdateDraft",
    "agency",
    "announce",
    "checked",
    "edit",
    "give_year",
    "log",
    "meeting",
    "on",
    "say",
    "update",
    "void",
    "write_year",
]

# The secret stands in a restricted note, and nowhere else.
SECRET = "tangerine"

# The file, once a test of this process has had it written.
_WRITTEN: list[bytes] = []


def on(day: str, *, agency: str | None = None, hour: int = 12) -> Actor:
    """Give somebody who acts at that hour (UTC) of that day, as the coordinator or an agency."""
    read = date.fromisoformat(day)
    now = datetime.combine(read, time(hour), tzinfo=UTC)
    return Actor("Ana Writer", Door.CLI, now, read, agency)


def meeting(session: Session, code: str, title: str, **told: Any) -> None:
    """Add a meeting."""
    add_meeting(
        session, on("2014-01-01"), checked(MeetingDraft, {"code": code, "title": title} | told)
    )


def agency(session: Session, code: str, name: str, **told: Any) -> None:
    """Add an agency."""
    add_agency(session, on("2014-01-01"), checked(AgencyDraft, {"code": code, "name": name} | told))


def announce(session: Session, day: str, code: str, line: str, **fields: Any) -> None:
    """Log one line at a meeting, on that day."""
    log(session, on(day), code, [Ask(line, fields)])


def say(session: Session, day: str, ref: str, *, agency: str | None = None, **told: Any) -> None:
    """Record news on that day, as the coordinator or as an agency."""
    update(session, on(day, agency=agency), [ref], checked(UpdateDraft, told))


def write_year(url: str) -> None:
    """Write the register: CM12, CM13 and CM14 of the series CM, a side event, and one alone."""
    with database.writing(url) as session:
        _write_frame(session)
        _write_cm12(session)
        _write_cm13(session)
        _write_others(session)


def give_year(register: Path) -> None:
    """Put the register that `write_year` writes in place of a fresh SQLite one."""
    if not _WRITTEN:
        write_year(str(register))
        with closing(sqlite3.connect(register)) as connection:
            _WRITTEN.append(connection.serialize())
    for path in register.parent.glob(f"{register.name}*"):
        path.unlink()
    register.touch(mode=0o600)
    register.write_bytes(_WRITTEN[0])


def _write_frame(session: Session) -> None:
    agency(
        session,
        "IOM",
        "International Organization for Migration",
        focal_points=("Ines Focal <ines@iom.example>",),
    )
    agency(
        session,
        "ILO",
        "International Labour Organization",
        focal_points=("Luc Point (desk officer) <luc@ilo.example>",),
    )
    agency(session, "WHO", "World Health Organization")
    agency(session, "DESA", "Department of Economic and Social Affairs")
    agency(session, "POP", "Population Division", part_of="DESA")
    agency(
        session,
        "GMG",
        "Global Migration Group",
        chairs=("WHO from 1 January 2015 to 31 December 2015",),
    )
    edit_agency(session, on("2014-01-01"), "IOM", {"member_of": ("GMG",)})
    cm = {"series": "CM", "kind": "coordination-meeting", "place": "New York"}
    meeting(session, "CM12", "Twelfth meeting", number=12, when="20 and 21 February 2014", **cm)
    meeting(session, "CM13", "Thirteenth meeting", number=13, when="12 and 13 February 2015", **cm)
    meeting(session, "CM14", "Fourteenth meeting", number=14, when="18 February 2016", **cm)
    meeting(session, "SIDE", "Side event on data", when="13 February 2015", in_margins_of="CM13")
    meeting(session, "LONE", "Workshop", kind="workshop", when="1 and 2 June 2015")
    meeting(session, "SOON", "Not yet set")


def _write_cm12(session: Session) -> None:
    day = "2014-02-24"
    announce(session, day, "CM12", "IOM: map the routes (2014)")
    announce(session, day, "CM12", "IOM: train the trainers (2014)")
    announce(session, day, "CM12", "ILO: count domestic workers (by the end of 2014)")
    say(session, "2014-06-02", "CM12-01", status="completed", for_agency="IOM")
    # Delivered before CM13, and known only after it.
    say(
        session, "2015-06-02", "CM12-02", status="completed", for_agency="IOM", on=date(2014, 12, 1)
    )
    # Said again, which closes nothing anew.
    say(session, "2015-07-01", "CM12-01", status="completed", note="As said.", for_agency="IOM")


def _write_cm13(session: Session) -> None:
    day = "2015-02-20"
    announce(
        session,
        day,
        "CM13",
        "GMG, with IOM: convene a symposium on remittances (Genève, 26 and 27 May 2015) #financing",
        kind="event",
        strength="planned",
        said_by="Sonia Speaker",
        said_for="GMG",
        document="report.txt",
        page="7",
        lines="119-121",
        quote="The Group was planning\na symposium.",
    )
    announce(
        session,
        day,
        "CM13",
        "ILO: publish a guide (by the end of June 2015) #labour",
        kind="publication",
    )
    announce(session, day, "CM13", "WHO: screen arrivals", kind="policy")
    announce(session, day, "CM13", "IOM: hold back this one (by 1 May 2015) #data", restricted=True)
    announce(session, day, "CM13", "POP: clean the data (third quarter of 2015) #data", kind="data")
    announce(session, day, "CM13", "IOM: logged by mistake (2015)")
    announce(session, day, "CM13", "find a host for the next round", owner_to_be_found=True)
    announce(session, day, "CM13", "IOM: open a hotline (July 2015) #labour", kind="other")
    say(
        session,
        "2015-03-10",
        "CM13-01",
        status="in-progress",
        accept=True,
        agency="WHO",
        note="Salle réservée à Genève",
    )
    say(
        session,
        "2015-05-04",
        "CM13-02",
        due="by the end of September 2015",
        reason="Printer late.",
        for_agency="ILO",
    )
    say(
        session,
        "2015-09-20",
        "CM13-02",
        due="by the end of November 2015",
        reason="Printer gone.",
        for_agency="ILO",
        status="in-progress",
    )
    say(session, "2015-03-02", "CM13-03", dispute="We said nothing.", agency="WHO")
    say(session, "2015-04-01", "CM13-05", note=f"Ask about the {SECRET}.", restricted=True)
    void(session, on("2015-02-21"), "CM13-06", reason="Said twice.")
    say(session, "2015-08-03", "CM13-08", status="withdrawn", reason="No money.", for_agency="IOM")


def _write_others(session: Session) -> None:
    announce(session, "2015-02-20", "SIDE", "ILO: share the data set (March 2015)", kind="data")
    announce(session, "2015-06-05", "LONE", "WHO: repeat the workshop (June 2016)", kind="event")
    announce(session, "2016-02-18", "CM14", "ILO: write it up (in 2016)")
    edit(session, on("2016-02-19"), "CM14-01", {"tags": ("draft",)})
