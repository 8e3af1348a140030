"""`tracker edit`: corrections of what was logged."""

from pathlib import Path

import pytest

from tests.registers import Run, contents, done, entries, fill, refused, shown

LINE = "GMG, with IOM, UNHCR: hold a symposium (New York, 26 and 27 May 2015) #money"


@pytest.fixture
def place(run: Run, any_register: str) -> str:
    fill(run)
    done(run("log", "CM13", LINE))
    return any_register


def test_every_field_can_be_replaced_and_removed(run: Run, place: str) -> None:
    outcome = run(
        *("edit", "cm13-1", "--text", "hold two symposiums", "--owner", "WB", "--partner", "IOM"),
        *("--due", "July 2015", "--kind", "event", "--place", "Rome", "--place", "Geneva"),
        *("--said-by", "Sonia Plaza", "--said-for", "GMG", "--quote", "so be it"),
        *("--document", "report.txt", "--page", "7", "--lines", "9", "--strength", "firm"),
        *("--tag", "a", "--tag", "b", "--status", "in-progress", "--restricted"),
    )
    assert outcome.stdout == "CM13-01\n"
    found = shown(run, "CM13-01")
    assert (found["text"], found["kind"], found["strength"]) == (
        "hold two symposiums",
        "event",
        "firm",
    )
    assert [(o["agency"], o["role"]) for o in found["owners"]] == [
        ("WB", "lead"),
        ("IOM", "partner"),
    ]
    assert (found["due"]["edtf"], found["places"], found["tags"]) == (
        "2015-07",
        ["Rome", "Geneva"],
        ["a", "b"],
    )
    assert (found["said_by"], found["said_for"]) == ("Sonia Plaza", "GMG")
    assert found["source"] == {
        "document": "report.txt",
        "page": "7",
        "lines": "9",
        "quote": "so be it",
    }
    assert (found["status"], found["restricted"]) == ("in-progress", True)

    options = "owner partner due kind place said-by said-for quote document page lines"
    none = [
        word for option in f"{options} strength tag".split() for word in (f"--{option}", "none")
    ]
    done(run("edit", "CM13-01", *none, "--no-restricted"))
    found = shown(run, "CM13-01")
    for field in ("due", "first_due", "kind", "said_by", "said_for", "source", "strength"):
        assert found[field] is None, field
    assert (found["owners"], found["places"], found["tags"]) == ([], [], [])
    assert (found["restricted"], found["text"]) == (False, "hold two symposiums")
    assert [e["deed"] for e in entries(place)][-3:] == ["log", "edit", "edit"]
    assert done(run("db", "check")) == "sound"


def test_a_corrected_due_date_is_no_slip(run: Run, place: str) -> None:
    done(run("update", "CM13-01", "--due", "July 2015", "--reason", "the room"))
    assert shown(run, "CM13-01")["slips"] == 1
    done(run("edit", "CM13-01", "--due", "September 2015"))
    found = shown(run, "CM13-01")
    assert (found["due"]["edtf"], found["first_due"], found["slips"]) == ("2015-09", None, 0)
    assert found["due_changed_because"] is None
    done(run("update", "CM13-01", "--due", "October 2015", "--reason", "the speaker"))
    found = shown(run, "CM13-01")
    assert (found["first_due"]["edtf"], found["slips"], found["slip_days"]) == ("2015-09", 1, 31)


def test_words_of_a_correction_are_read_as_said_at_the_meeting(run: Run, place: str) -> None:
    late = {"TRACKER_TODAY": "2019-06-01"}
    done(run("edit", "CM13-01", "--due", "July", env=late))
    assert shown(run, "CM13-01")["due"]["edtf"] == "2015-07"
    done(run("edit", "CM13-01", "--due", "within 30 days", env=late))
    assert shown(run, "CM13-01")["due"]["latest"] == "2015-03-15"


def test_owners_who_stay_keep_their_word(run: Run, place: str) -> None:
    done(run("update", "CM13-01", "--accept", "--for", "IOM"))
    done(run("update", "CM13-01", "--dispute", "not us", "--for", "UNHCR"))
    done(run("edit", "CM13-01", "--owner", "IOM"))
    owners = {o["agency"]: (o["role"], o["acceptance"]) for o in shown(run, "CM13-01")["owners"]}
    assert owners == {"IOM": ("lead", "confirmed"), "UNHCR": ("partner", "disputed")}
    assert shown(run, "CM13-01")["acceptance"] == "confirmed"
    refused(run("edit", "CM13-01", "--partner", "IOM"), "IOM")


def test_what_cannot_be_is_refused_and_changes_nothing(run: Run, place: str) -> None:
    before = contents(place)
    refused(run("edit", "CM13-01"), exit_code=2)
    refused(run("edit", "CM13-02", "--text", "x"), "CM13-02", "Nearest: CM13-01")
    for field in ("--text", "--place", "--document", "--page", "--quote", "--due", "--owner"):
        refused(run("edit", "CM13-01", field, ""), "empty")
    for field in ("--tag", "--lines"):
        refused(run("edit", "CM13-01", field, ""), "accepted")
    refused(run("edit", "CM13-01", "--text", "none"), "text")
    refused(run("edit", "CM13-01", "--text", "x", "--owner", "IOX"), "Nearest", "IOM")
    refused(run("edit", "CM13-01", "--said-for", "IOX"), "Nearest", "IOM")
    refused(run("edit", "CM13-01", "--text", "x", "--due", "03/04/2015"), "3 April 2015", "4 March")
    refused(run("edit", "CM13-01", "--lines", "9-7"), "9")
    refused(run("edit", "CM13-01", "--kind", "publishing"), "publication", exit_code=2)
    refused(run("edit", "CM13-01", "--strength", "strong"), "firm", exit_code=2)
    refused(run("edit", "CM13-01", "--status", "withdrawn"))
    refused(run("edit", "CM13-01", "--status", "superseded"))
    refused(run("edit", "CM13-01", "--text", "hold a symposium"), "already")
    assert contents(place) == before
    tried = run(
        "edit", "CM13-01", "--text", "x", "--owner", "New Agency", "--add-agencies", "--dry-run"
    )
    assert tried.stdout == "CM13-01\n"
    assert contents(place) == before
    done(run("edit", "CM13-01", "--owner", "New Agency", "--add-agencies"))


def test_a_corrected_status_brings_its_verification(run: Run, register: Path) -> None:
    fill(run)
    done(run("log", "CM13", LINE))
    done(run("edit", "CM13-01", "--status", "completed"))
    found = shown(run, "CM13-01")
    assert (found["status"], found["verification"]) == ("completed", "unverified")
    done(run("edit", "CM13-01", "--status", "announced"))
    found = shown(run, "CM13-01")
    assert (found["status"], found["verification"]) == ("announced", None)
