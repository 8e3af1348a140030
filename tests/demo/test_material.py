"""The demo's material holds together before anything loads it."""

import re
import tomllib
from datetime import date
from importlib.resources import files
from typing import Any

import pytest

from tracker.domain.text import fold_name
from tracker.domain.vocabulary import (
    AgencyKind,
    Channel,
    CommitmentKind,
    MeetingKind,
    Status,
    Strength,
)
from tracker.intake.dates import Anchor, read_due, read_when
from tracker.intake.directory import un_system
from tracker.intake.names import read_agency
from tracker.intake.periods import read_period, read_person

MATERIAL = files("tracker.demo")
REPORT = MATERIAL.joinpath("report.txt").read_text(encoding="utf-8")
DEMO: dict[str, Any] = tomllib.loads(MATERIAL.joinpath("demo.toml").read_text(encoding="utf-8"))
SAID = (date(2015, 2, 12), date(2015, 2, 13))
SHOWN_ON = date(2016, 1, 15)

OWNERS: dict[str, set[str]] = {}
for entity in un_system():
    for name in (entity.code, entity.name, *entity.aliases, *entity.former_names):
        OWNERS.setdefault(fold_name(name), set()).add(entity.code)
for agency in DEMO["agencies"]:
    for name in (agency["code"], agency["name"], *agency.get("aliases", ())):
        OWNERS.setdefault(fold_name(name), set()).add(agency["code"])
SPELLINGS = {spelling: min(codes) for spelling, codes in OWNERS.items()}
MEETINGS = {meeting["code"]: meeting for meeting in DEMO["meetings"]}
COMMITMENTS = {commitment["ref"]: commitment for commitment in DEMO["commitments"]}

each_commitment = pytest.mark.parametrize("ref", COMMITMENTS)
each_update = pytest.mark.parametrize("update", DEMO["updates"])


def _code(typed: str) -> str:
    return read_agency(typed, spellings=SPELLINGS)


def _one_line(text: str) -> str:
    return " ".join(text.split()).casefold()


def _meeting(phrase: str) -> Anchor | None:
    """Find a meeting as a register does: by its title, or as the next of the series."""
    wanted = fold_name(phrase)
    for code, meeting in MEETINGS.items():
        if fold_name(meeting["title"]).startswith(wanted) or (
            wanted == "next meeting" and code == "CM14"
        ):
            when = read_when(meeting["when"], today=SAID[1])
            return Anchor(code, when.earliest, when.latest)
    return None


def _updates_of(ref: str) -> list[dict[str, Any]]:
    return [update for update in DEMO["updates"] if ref in update["commitments"]]


def test_the_report_says_at_its_head_what_it_is():
    head = REPORT.split("\n\n")[0]
    assert "written afresh as example material for tracker" in _one_line(head)


def test_the_report_is_two_to_three_pages_of_short_numbered_paragraphs():
    lines = REPORT.splitlines()
    assert 100 <= len(lines) <= 170
    assert max(len(line) for line in lines) <= 95
    numbers = [int(n) for n in re.findall(r"^(\d+)\. ", REPORT, re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))


def test_no_spelling_is_shared_by_two_agencies():
    assert {s: codes for s, codes in OWNERS.items() if len(codes) > 1} == {}


@each_commitment
def test_a_quotation_stands_once_in_the_report_as_it_is(ref):
    assert REPORT.count(COMMITMENTS[ref]["quote"]) == 1


@each_commitment
def test_every_agency_named_is_in_the_directory_or_added(ref):
    commitment = COMMITMENTS[ref]
    owners = [*commitment["leads"], *commitment.get("partners", ())]
    assert all(_code(name) for name in (*owners, commitment["said_for"]))


@each_commitment
def test_values_are_of_the_registers_lists(ref):
    commitment = COMMITMENTS[ref]
    assert CommitmentKind(commitment["kind"])
    assert Status(commitment.get("status", "announced"))
    assert Strength(commitment["strength"]) if "strength" in commitment else True
    assert commitment["meeting"] in MEETINGS


@each_commitment
def test_due_words_are_those_of_the_passage_and_can_be_read(ref):
    commitment = COMMITMENTS[ref]
    if "due" in commitment:
        assert _one_line(commitment["due"]) in _one_line(commitment["quote"])
        due = read_due(commitment["due"], said=SAID, find_meeting=_meeting).due
        assert due.latest is not None


def test_commitments_stand_in_the_order_of_their_refs_and_of_the_report():
    refs = [commitment["ref"] for commitment in DEMO["commitments"]]
    assert refs == [f"CM13-{number:02}" for number in range(1, len(refs) + 1)]
    places = [REPORT.index(commitment["quote"]) for commitment in DEMO["commitments"]]
    assert places == sorted(places)


@pytest.mark.parametrize("code", MEETINGS)
def test_meetings_have_days_that_can_be_read(code):
    meeting = MEETINGS[code]
    assert MeetingKind(meeting["kind"])
    assert read_when(meeting["when"], today=SAID[1]).latest
    assert "series" not in meeting or meeting["series"] in {s["code"] for s in DEMO["series"]}


def test_the_next_meetings_date_is_marked_as_an_example():
    assert "example" in MEETINGS["CM14"]["title"]
    assert read_when(MEETINGS["CM14"]["when"], today=SHOWN_ON).edtf == "2016-02-18/2016-02-19"


@pytest.mark.parametrize("agency", DEMO["agencies"], ids=lambda agency: agency["code"])
def test_an_added_agency_is_whole(agency):
    assert AgencyKind(agency["kind"])
    assert re.fullmatch(r"[A-Z0-9]+(-[A-Z0-9]+)*", agency["code"])
    assert all(_code(member) == member for member in agency.get("members", ()))
    for chair in agency.get("chairs", ()):
        period = read_period(chair, today=SHOWN_ON)
        assert _code(period.who)
        assert (period.since, period.until) == (date(2015, 1, 1), date(2015, 12, 31))
    for point in agency.get("focal_points", ()):
        person = read_person(point)
        assert "example" in (person.title or "")
        assert (person.email or "").endswith("@example.org")


@each_update
def test_what_is_made_up_says_that_it_is_an_example(update):
    told = [update[field] for field in ("note", "reason", "dispute") if field in update]
    assert "note" in update
    assert all(words.startswith("Example:") for words in told)
    assert all(url.startswith("https://example.org/") for url in update.get("evidence", ()))


@each_update
def test_an_update_can_be_entered(update):
    assert set(update["commitments"]) <= set(COMMITMENTS)
    assert SAID[1] < update["on"] <= SHOWN_ON
    assert Channel(update["via"])
    for ref in update["commitments"]:
        assert _code(update["agency"]) in map(_code, COMMITMENTS[ref]["leads"])
    if Status(update.get("status", "in-progress")) in (Status.WITHDRAWN, Status.PARTLY_COMPLETED):
        assert update.get("reason") or update.get("note")
    if "due" in update:
        assert update["reason"]
        assert read_due(update["due"], said=(update["on"],) * 2, find_meeting=_meeting).due.latest


def test_updates_stand_in_the_order_of_their_days():
    days = [update["on"] for update in DEMO["updates"]]
    assert days == sorted(days)


def test_the_year_has_something_of_everything_to_report():
    last = {
        ref: [u["status"] for u in _updates_of(ref) if "status" in u][-1:] for ref in COMMITMENTS
    }
    statuses = [status for found in last.values() for status in found]
    assert {"completed", "partly-completed", "withdrawn", "in-progress"} <= set(statuses)
    assert any("evidence" in u for u in DEMO["updates"] if u.get("status") == "completed")
    assert sum("dispute" in u for u in DEMO["updates"]) == 1
    assert sum("due" in u for u in DEMO["updates"]) == 1
    assert any(u.get("accept") for u in DEMO["updates"])
    silent = [ref for ref in COMMITMENTS if not _updates_of(ref)]
    assert len(silent) == 1
    overdue = []
    for ref, commitment in COMMITMENTS.items():
        words = [u["due"] for u in _updates_of(ref) if "due" in u] or [commitment.get("due")]
        if words[-1] and not {"completed", "partly-completed", "withdrawn"} & {*last[ref]}:
            due = read_due(words[-1], said=SAID, find_meeting=_meeting).due
            if due.latest and due.latest < SHOWN_ON:
                overdue.append(ref)
    assert len(overdue) >= 2
