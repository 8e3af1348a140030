"""`tracker meeting add|edit`: what meetings are, and what moves with them."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.registers import Run, contents, done, entries, fill, refused, shown


@pytest.fixture
def place(run: Run, any_register: str) -> str:
    fill(run)
    return any_register


def _meeting(run: Run, code: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(done(run("meeting", "show", code, "--format", "json")))
    return found


def test_every_field_is_kept_replaced_and_removed(run: Run, place: str) -> None:
    outcome = run(
        *("meeting", "add", "SE-1", "Événement parallèle — 会外活动", "--kind", "side-event"),
        *("--start", "2015-02-12", "--end", "13 February 2015", "--place", "New York"),
        *("--series", "SE", "--number", "1", "--in-margins-of", "cm13"),
    )
    assert outcome.stdout == "SE-1\n"
    assert outcome.stderr.count("\n") == 1
    found = _meeting(run, "se-1")
    assert (found["title"], found["kind"], found["place"], found["number"]) == (
        "Événement parallèle — 会外活动",
        "side-event",
        "New York",
        1,
    )
    assert (found["series"], found["in_margins_of"]) == ("SE", "CM13")
    assert found["when"]["edtf"] == "2015-02-12/2015-02-13"
    done(
        run(
            *("meeting", "edit", "SE-1", "--code", "SE1", "--title", "Side event"),
            *("--when", "no later than 2019", "--kind", "panel", "--place", "Rome"),
            *("--series", "SX", "--number", "2"),
        )
    )
    found = _meeting(run, "SE1")
    assert (found["title"], found["kind"], found["place"]) == ("Side event", "panel", "Rome")
    assert (found["series"], found["number"], found["when"]["edtf"]) == ("SX", 2, "../2019-12-31")
    none = ("--when", "none", "--place", "NONE", "--series", "none", "--number", "none")
    done(run("meeting", "edit", "SE1", *none, "--in-margins-of", "none"))
    found = _meeting(run, "SE1")
    for field in ("when", "place", "series", "number", "in_margins_of"):
        assert found[field] is None, field
    deeds = [e["deed"] for e in entries(place) if e["subject"] == "meeting"]
    assert deeds == ["add", "add", "edit", "edit"]
    assert done(run("db", "check")) == "sound"


WHEN = {
    "12 and 13 February 2015": ("2015-02-12", "2015-02-13"),
    "2015-02-12": ("2015-02-12", "2015-02-12"),
    "July 2015": ("2015-07-01", "2015-07-31"),
    "no later than 2019": (None, "2019-12-31"),
    "not yet set": (None, None),
}


def test_days_are_worded_as_due_dates_are(run: Run, register: Path) -> None:
    for number, (words, (earliest, latest)) in enumerate(WHEN.items()):
        done(run("meeting", "add", f"M{number}", "A meeting", "--when", words))
        when = _meeting(run, f"M{number}")["when"]
        assert (when["words"], when["earliest"], when["latest"]) == (words, earliest, latest)


def test_what_cannot_be_is_refused_and_changes_nothing(run: Run, place: str) -> None:
    done(run("log", "CM13", "IOM: do it"))
    add = ("meeting", "add")
    done(run(*add, "WS1", "Workshop", "--series", "CM", "--number", "2", "--in-margins-of", "CM13"))
    before = contents(place)
    refused(run(*add, "cm13", "Again"), "CM13", "Thirteenth coordination meeting")
    for code in ("", "CM 13", "CM13-", "-CM13x", "CM/13", "C" * 41, "CM--1"):
        outcome = run(*add, "--", code, "Title")
        assert outcome.exit_code == 1, code
        refused(outcome, "code")
    refused(run(*add, "X", ""), "title", "empty")
    refused(run(*add, "X", "x" * 501), "title", "500")
    refused(run(*add, "X", "x", "--when", "03/04/2015"), "3 April 2015", "4 March 2015")
    refused(run(*add, "X", "x", "--when", "Febuary 2015"), "February 2015")
    refused(run(*add, "X", "x", "--when", "30 February 2015"), "30 February 2015")
    refused(run(*add, "X", "x", "--when", "by the next meeting"))
    refused(run(*add, "X", "x", "--start", "2015-02-13", "--end", "2015-02-12"), exit_code=2)
    refused(run(*add, "X", "x", "--end", "2015-02-12"), "--start", exit_code=2)
    refused(run(*add, "X", "x", "--when", "2015", "--start", "2015-02-12"), exit_code=2)
    refused(run(*add, "X", "x", "--start", "February 2015"), "one day")
    refused(run(*add, "X", "x", "--number", "0"), exit_code=2)
    refused(run(*add, "X", "x", "--kind", "gathering"), "symposium", exit_code=2)
    refused(run(*add, "X", "x", "--series", "CM", "--number", "13"), "13", "CM13")
    refused(run(*add, "X", "x", "--in-margins-of", "CM31"), "Nearest", "CM13")
    refused(run(*add, "X"), exit_code=2)
    edit = ("meeting", "edit")
    refused(run(*edit, "CM31", "--place", "Rome"), "Nearest", "CM13")
    refused(run(*edit, "CM13"), exit_code=2)
    refused(run(*edit, "CM13", "--title", "Thirteenth coordination meeting"), "already")
    refused(run(*edit, "CM13", "--code", "CM-13"), "commitments")
    refused(run(*edit, "CM13", "--code", "cm13"), "commitments")
    refused(run(*edit, "WS1", "--code", "cm13"), "CM13")
    refused(run(*edit, "CM13", "--title", "none"), "title")
    refused(run(*edit, "WS1", "--code", "none"), "code")
    refused(run(*edit, "WS1", "--number", "13"), "CM13")
    refused(run(*edit, "WS1", "--number", "two"), "number")
    refused(run(*edit, "WS1", "--in-margins-of", "WS1"), "margins")
    refused(run(*edit, "CM13", "--in-margins-of", "WS1"), "margins")
    assert contents(place) == before
    assert done(run(*add, "X", "x", "--series", "NEW", "--dry-run")) == "X"
    assert done(run(*edit, "WS1", "--title", "x", "--dry-run")) == "WS1"
    assert contents(place) == before


def test_what_hangs_on_a_meeting_moves_with_it_and_does_not_slip(run: Run, place: str) -> None:
    for code, title, when in (
        ("CM14", "Fourteenth", "February 2016"),
        ("SC", "Statistical Commission", "3 to 6 March 2015"),
    ):
        done(run("meeting", "add", code, title, "--when", when, "--series", "CM"))
    for words in (
        "by CM14",
        "during the Statistical Commission",
        "on 4 March 2015, during the Statistical Commission",
        "February 2016",
        "within two weeks of CM14",
    ):
        done(run("log", "CM13", "IOM: hold a side event", "--due", words))
    tried = run("meeting", "edit", "CM14", "--when", "11 and 12 February 2016", "--dry-run")
    assert "CM13-01" in tried.stderr
    assert shown(run, "CM13-01")["due"]["edtf"] == "2016-02"

    moved = run("meeting", "edit", "CM14", "--when", "11 and 12 February 2016")
    assert moved.stdout == "CM14\n"
    assert "CM13-01" in moved.stderr
    assert "CM13-04" not in moved.stderr
    found = shown(run, "CM13-01")
    assert found["due"] == {
        "words": "by CM14",
        "edtf": "2016-02-11/2016-02-12",
        "earliest": "2016-02-11",
        "latest": "2016-02-12",
        "relation": "by",
        "meeting": "CM14",
    }
    done(run("meeting", "edit", "CM14", "--when", "7 to 9 September 2016"))
    found = shown(run, "CM13-01")
    assert (found["due"]["latest"], found["first_due"], found["slips"]) == ("2016-09-09", None, 0)
    entry = found["history"][-1]
    assert entry["act"] == "move"
    assert [due["latest"] for due in entry["changes"]["due"]] == ["2016-02-12", "2016-09-09"]
    acts = [e["act"] for e in entries(place)]
    assert acts[-1] == acts[-2]

    done(run("meeting", "edit", "SC", "--when", "10 to 13 March 2015"))
    assert shown(run, "CM13-02")["due"]["edtf"] == "2015-03-10/2015-03-13"
    # A day of its own inside the meeting is its own.
    assert shown(run, "CM13-03")["due"]["edtf"] == "2015-03-04"
    assert shown(run, "CM13-04")["due"]["edtf"] == "2016-02"

    done(run("meeting", "edit", "CM14", "--when", "none"))
    found = shown(run, "CM13-01")
    assert (found["due"]["meeting"], found["due"]["latest"]) == ("CM14", None)
    assert found["overdue"] is False
    done(run("meeting", "edit", "CM14", "--when", "February 2017"))
    assert shown(run, "CM13-01")["due"]["edtf"] == "2017-02"
    # Another place moves nothing.
    before = len(entries(place))
    done(run("meeting", "edit", "CM14", "--place", "Geneva"))
    assert len(entries(place)) == before + 1
    assert done(run("db", "check")) == "sound"


def test_a_promise_made_anew_may_hang_on_a_meeting_too(run: Run, register: Path) -> None:
    fill(run)
    done(run("meeting", "add", "CM14", "Fourteenth", "--when", "February 2016"))
    done(run("log", "CM13", "IOM: publish a guide (May 2015)"))
    done(run("update", "CM13-01", "--due", "by CM14", "--reason", "the printer"))
    done(run("meeting", "edit", "CM14", "--when", "April 2016"))
    found = shown(run, "CM13-01")
    assert (found["due"]["latest"], found["first_due"]["edtf"]) == ("2016-04-30", "2015-05")
    # The slip is the promise's; the meeting's move adds none.
    assert (found["slips"], found["slip_days"]) == (1, 274)
