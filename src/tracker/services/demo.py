"""The demo: a register made from the package's own example report, act by act."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from importlib.resources import files
from typing import Any

from tracker.domain.drafts import AgencyDraft, MeetingDraft, UpdateDraft, checked
from tracker.domain.records import Meeting
from tracker.domain.vocabulary import Door
from tracker.intake.passages import line_numbers
from tracker.services.acting import Actor
from tracker.services.agencies import add_agency, edit_agency, load_un_system
from tracker.services.commitments import Ask, log
from tracker.services.meetings import add_meeting, edit_series
from tracker.services.updates import update
from tracker.storage import database, documents, meetings
from tracker.storage.register import add_register
from tracker.storage.session import Session

# The meeting that the demo's follow-up report is prepared for.
NEXT_MEETING = "CM14"

# The days after the meeting on which the example's coordinator sets up and logs.
_LOGGED_ON = date(2015, 2, 20)


@dataclass(frozen=True, slots=True)
class Material:
    """The example: the report's text, and what a coordinator made of it."""

    text: str
    data: dict[str, Any]


def material() -> Material:
    """Read the example that ships with the package."""
    folder = files("tracker.demo")
    return Material(
        folder.joinpath("report.txt").read_text(encoding="utf-8"),
        tomllib.loads(folder.joinpath("demo.toml").read_text(encoding="utf-8")),
    )


def make_demo(url: str, *, now: datetime) -> None:
    """Make the demo's register at `url`, through the services that a coordinator uses."""
    example = material()
    told = example.data["register"]
    with database.making(url) as session:
        add_register(session, name=told["name"], time_zone=told["time_zone"], now=now)
        session.commit()
        actor = Actor(by=told["by"], door=Door.CLI, now=now, today=_LOGGED_ON)
        load_un_system(session, actor)
        _add_meetings(session, actor, example)
        _add_agencies(session, actor, example)
        _log(session, actor, example)
        _update(session, actor, example)


def _add_meetings(session: Session, actor: Actor, example: Material) -> None:
    for row in example.data["meetings"]:
        add_meeting(session, actor, checked(MeetingDraft, row))
    for row in example.data["series"]:
        edit_series(session, actor, row["code"], title=row["title"])
    document = example.data["document"]
    meeting = meetings.meeting_coded(session, document["meeting"])
    filed = documents.document_named(
        session,
        document["name"],
        meeting_id=meeting.id if isinstance(meeting, Meeting) else None,
        now=actor.now,
    )
    documents.keep_text(session, filed, example.text)
    session.commit()


def _add_agencies(session: Session, actor: Actor, example: Material) -> None:
    for row in example.data["agencies"]:
        fields = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in row.items()
            if name != "members"
        }
        add_agency(session, actor, checked(AgencyDraft, fields))
        for member in row.get("members", ()):
            edit_agency(session, actor, member, {"member_of": (row["code"],)})


def _log(session: Session, actor: Actor, example: Material) -> None:
    for meeting, rows in _by_meeting(example.data["commitments"]):
        asks = []
        for row in rows:
            quote = row["quote"].strip("\n")
            fields = {
                name: tuple(value) if isinstance(value, list) else value
                for name, value in row.items()
                if name not in ("ref", "meeting")
            }
            fields |= {
                "quote": quote,
                "document": example.data["document"]["name"],
                "lines": line_numbers(example.text, quote),
            }
            asks.append(Ask(None, fields))
        log(session, actor, meeting, asks)


def _update(session: Session, actor: Actor, example: Material) -> None:
    for row in example.data["updates"]:
        fields = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in row.items()
            if name not in ("commitments", "agency")
        }
        draft = checked(UpdateDraft, fields | {"for_agency": row.get("agency")})
        on_the_day = Actor(actor.by, actor.door, actor.now, row["on"])
        update(session, on_the_day, row["commitments"], draft)


def _by_meeting(rows: list[dict[str, Any]]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    codes = dict.fromkeys(row["meeting"] for row in rows)
    for code in codes:
        yield code, [row for row in rows if row["meeting"] == code]
