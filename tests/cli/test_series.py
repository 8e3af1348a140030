"""`tracker series edit`, and how a series comes to be."""

import json
from pathlib import Path

from tests.registers import Run, contents, done, entries, refused


def test_a_series_is_made_by_its_first_meeting_and_can_be_titled(
    run: Run, any_register: str
) -> None:
    done(run("meeting", "add", "CM13", "Thirteenth", "--series", "CM", "--number", "13"))
    done(run("meeting", "add", "CM14", "Fourteenth", "--series", "cm", "--number", "14"))
    listed = json.loads(done(run("series", "list", "--format", "json")))
    assert [(one["code"], one["title"], one["meetings"]) for one in listed] == [("CM", "CM", 2)]
    outcome = run("series", "edit", "cm", "--title", "Réunions de coordination")
    assert outcome.stdout == "CM\n"
    found = json.loads(done(run("series", "show", "CM", "--format", "json")))
    assert found["title"] == "Réunions de coordination"
    deeds = [(e["subject"], e["deed"]) for e in entries(any_register)]
    assert deeds[0] == ("series", "add")
    assert deeds[-1] == ("series", "edit")
    assert done(run("db", "check")) == "sound"


def test_what_cannot_be_is_refused_and_changes_nothing(run: Run, register: Path) -> None:
    done(run("meeting", "add", "CM13", "Thirteenth", "--series", "CM"))
    before = contents(str(register))
    refused(run("series", "edit", "CN", "--title", "x"), "Nearest", "CM")
    refused(run("series", "edit", "CM", "--title", " "), "title", "empty")
    refused(run("series", "edit", "CM", "--title", "x" * 501), "title", "500")
    refused(run("series", "edit", "CM", "--title", "CM"), "already")
    refused(run("series", "edit", "CM"), "--title", exit_code=2)
    refused(run("meeting", "add", "X", "x", "--series", "a b"), "series")
    assert contents(str(register)) == before
    assert done(run("series", "edit", "CM", "--title", "x", "--dry-run")) == "CM"
    assert contents(str(register)) == before
