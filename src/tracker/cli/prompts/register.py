"""`tracker init` at a terminal: the register, and what it begins with."""

import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import available_timezones

from tracker.cli.output import answer, say
from tracker.cli.prompts import choices
from tracker.cli.prompts.command_line import options
from tracker.cli.prompts.desk import is_none, read_meeting_days
from tracker.cli.prompts.interview import Interview, offer_to_paste, tell
from tracker.cli.workspace import Workspace
from tracker.domain.drafts import MeetingDraft, SeriesDraft, checked
from tracker.domain.text import clean_line
from tracker.services import registers
from tracker.services.agencies import load_un_system
from tracker.services.meetings import add_meeting, edit_series
from tracker.storage.address import read_address


@dataclass
class _Beginning:
    """What the register begins with, as far as it was answered."""

    named: dict[str, Any]
    un_system: bool = False
    series: SeriesDraft | None = None
    meeting: MeetingDraft | None = None


def init_by_asking(
    here: Workspace, root: Sequence[str], *, name: str | None, time_zone: str | None
) -> None:
    """Ask for what was not given, make the register, and fill in what it begins with.

    Nothing is made before the last answer. Where it is broken off, KeyboardInterrupt is raised.
    """
    zone = here.machine_time_zone() if time_zone is None else time_zone
    # That there is a register already is said before anything is asked.
    called = registers.DEFAULT_NAME if name is None else name
    registers.init(here.url, name=called, time_zone=zone, now=here.now(), dry_run=True)
    interview = Interview()
    begins = _Beginning({})
    tell(f"A new register at {read_address(here.url).shown}.", indent="")
    tell("Enter takes what stands in [brackets], or passes over; Tab completes.")
    say("")
    with interview:
        try:
            _ask_register(interview, begins, name=name, zone=zone, zone_given=time_zone is not None)
            _ask_content(here, interview, begins)
        except BaseException as end:
            if begins.named or any(interview.typed.values()):
                line = shlex.join([*root, "init", *options(begins.named)])
                offer_to_paste("No register was made. To make it with what was answered:", line)
            if isinstance(end, EOFError):
                raise KeyboardInterrupt from None
            raise
        _make(here, begins)


def _ask_register(
    interview: Interview, begins: _Beginning, *, name: str | None, zone: str, zone_given: bool
) -> None:
    if name is None:
        name = interview.ask(
            "What is it called", registers.known_name, stands=registers.DEFAULT_NAME
        )
    begins.named["name"] = name
    if not zone_given:
        zone = interview.ask(
            "Time zone, whose midnight begins a day",
            registers.known_zone,
            stands=zone,
            completer=choices.words(sorted(available_timezones())),
        )
    begins.named["time_zone"] = zone


def _ask_content(here: Workspace, interview: Interview, begins: _Beginning) -> None:
    begins.un_system = interview.agree(
        "Load the entities of the United Nations system as agencies?", default=True
    )
    code = interview.ask("Code of the first meeting, such as CM13 (empty: none)", _read_code)
    if code is None:
        return
    told: dict[str, Any] = {"code": code}
    told["title"] = interview.ask(
        "Its title", lambda title: checked(MeetingDraft, told | {"title": title}).title
    )
    today = here.today(begins.named["time_zone"])
    told["when"] = interview.ask(
        "When, such as 12 and 13 February 2015",
        lambda words: None if is_none(words) else read_meeting_days(interview, words, today=today),
    )
    letters = re.match(r"[^\W\d_]+(?=\d)", code)
    series = interview.ask(
        "Code of the series that it belongs to, or none",
        _read_code,
        stands=letters[0] if letters else "",
    )
    if series is not None:
        begins.series = interview.ask(
            "Title of the series",
            lambda title: checked(SeriesDraft, {"code": series, "title": title}),
        )
        number = re.search(r"\d{1,5}$", code)
        told["series"] = series
        told["number"] = interview.ask(
            "Its number in the series",
            lambda typed: (
                None
                if is_none(typed)
                else checked(MeetingDraft, told | {"number": clean_line(typed)}).number
            ),
            stands=str(int(number[0])) if number else "",
        )
    begins.meeting = checked(MeetingDraft, told)


def _make(here: Workspace, begins: _Beginning) -> None:
    name, zone = begins.named["name"], begins.named["time_zone"]
    registers.init(here.url, name=name, time_zone=zone, now=here.now())
    answer(read_address(here.url).shown)
    tell(f"Made the register “{name}”; its day changes at midnight in {zone}.", indent="")
    if begins.un_system:
        with here.writing() as (session, actor):
            load = load_un_system(session, actor)
        say(f"Loaded {len(load.added)} agencies of the United Nations system.")
    if begins.meeting:
        with here.writing() as (session, actor):
            add_meeting(session, actor, begins.meeting)
        say(f"Added the meeting {begins.meeting.code}, {begins.meeting.title}.")
    if begins.series and begins.series.title != begins.series.code:
        with here.writing() as (session, actor):
            edit_series(session, actor, begins.series.code, title=begins.series.title)
    _say_first_line(begins)


def _say_first_line(begins: _Beginning) -> None:
    if begins.meeting is None:
        say("Next: tracker meeting add CODE TITLE --when WORDS")
        return
    owner = "IOM" if begins.un_system else "AGENCY"
    line = f"{owner}: publish a handbook (Geneva, by end-May) #data"
    added = "" if begins.un_system else " --add-agencies"
    say(
        f"\nThe first commitment, in one line:\n\n"
        f"tracker log {begins.meeting.code} {shlex.quote(line)}{added}\n\n"
        f"or field by field: tracker log {begins.meeting.code}"
    )


def _read_code(typed: str) -> str | None:
    if is_none(typed):
        return None
    return checked(MeetingDraft, {"code": typed, "title": typed}).code
