"""`tracker update REF…` in a terminal."""

import json
import shlex

import pytest

from tests.cli.prompts.conftest import CTRL_C, CTRL_D
from tests.cli.prompts.test_log import pasted
from tests.registers import contents, done, refused, shown

STATUS, NOTE, EVIDENCE, DUE, WHOSE, AGREE, DAY, BY, SAVE = (
    "Status",
    "Note",
    "Evidence",
    "New due date",
    "Whose news",
    "Does the owner agree",
    "True of which day",
    "By which way",
    "Save it?",
)


@pytest.fixture
def refs(meeting, run):
    """Give the refs of two commitments."""
    done(run("log", meeting, "GMG, with IOM: hold a side event (Addis Ababa, July 2015)"))
    done(run("log", meeting, "IOM: publish a handbook"))
    return "CM13-01", "CM13-02"


def last_entry(run, ref):
    """Give the last entry of a commitment's history."""
    return json.loads(done(run("history", ref, "--format", "json")))[-1]


def test_what_is_answered_is_shown_and_recorded(terminal, refs, run):
    update = terminal("update", refs[0], env={"TRACKER_TODAY": "2015-08-03"})
    update.see("Status announced, overdue")
    update.answer(STATUS, "compl")
    update.answer(NOTE, "Sixty came.")
    update.answer(EVIDENCE, "https://example.org/a")
    update.answer("More evidence", "no-such-file.pdf")
    update.see("is no address (https://…) and no file that can be read")
    update.answer("More evidence", "\x15")
    update.answer(DUE)
    update.answer(WHOSE, "global migration group")
    update.see("→ GMG, Global Migration Group")
    update.answer(AGREE, "acc")
    update.answer(f"{DAY} [2015-08-03]", "1 August 2015")
    update.answer(BY, "e-mail")
    update.see("→ CM13-01: completed, confirmed by GMG, note added, evidence added: 1")
    assert shown(run, refs[0])["status"] == "announced"
    update.answer(SAVE)
    assert update.end() == 0
    update.see("Updated: CM13-01")
    fact, entry = shown(run, refs[0]), last_entry(run, refs[0])
    assert (fact["status"], fact["acceptance"]) == ("completed", "confirmed")
    assert (entry["on"], entry["channel"], entry["note"]) == ("2015-08-01", "e-mail", "Sixty came.")
    assert (entry["on_behalf_of"], entry["evidence"]) == ("GMG", ["https://example.org/a"])


def test_what_needs_a_reason_asks_for_one(terminal, refs, run):
    update = terminal("update", *refs)
    update.answer(STATUS, "superseded")
    update.see("a commitment is superseded when another one is linked in its place")
    update.answer(STATUS, "\x15withdrawn")
    update.answer("Why")
    update.see("That has to be said")
    update.answer("Why", "No money")
    update.answer(NOTE)
    update.answer(EVIDENCE)
    update.answer(DUE, "03/04/2030")
    update.answer("“03/04/2030” can be 1: 3 April 2030, or 2: 4 March 2030", "1")
    update.answer(WHOSE)
    update.answer(AGREE, "dispute")
    update.answer("In the owner's words", "We said no such thing")
    update.answer(DAY)
    update.answer(BY)
    update.answer(SAVE)
    assert update.end() == 0
    for ref in refs:
        fact = shown(run, ref)
        assert (fact["status"], fact["due"]["latest"]) == ("withdrawn", "2030-04-03")
        assert (fact["acceptance"], last_entry(run, ref)["reason"]) == ("disputed", "No money")


def test_partly_completed_asks_what_was_delivered_and_that_once(terminal, refs, run):
    update = terminal("update", refs[1])
    update.answer(STATUS, "partly completed")
    update.answer("What was delivered", "Chapters 1 to 3")
    for question in (EVIDENCE, DUE, WHOSE, AGREE, DAY, BY, SAVE):
        update.answer(question)
    assert update.end() == 0
    assert last_entry(run, refs[1])["note"] == "Chapters 1 to 3"


def test_what_somebody_else_changed_meanwhile_is_not_overwritten_unseen(terminal, refs, run):
    update = terminal("update", refs[0])
    update.answer(STATUS, "withdrawn")
    update.answer("Why", "No money")
    done(run("update", refs[0], "--status", "in-progress", "--note", "Dates agreed"))
    for question in (NOTE, EVIDENCE, DUE, WHOSE, AGREE, DAY, BY):
        update.answer(question)
    update.see("announced → in-progress")
    update.see("Yours would have been:")
    update.see("Last word")
    update.see("Dates agreed")
    update.answer(SAVE)
    update.see("yes saves it, no drops it")
    assert shown(run, refs[0])["status"] == "in-progress"
    update.answer(SAVE, "yes")
    assert update.end() == 0
    assert shown(run, refs[0])["status"] == "withdrawn"


def test_a_change_while_the_last_question_stands_is_seen_as_well(terminal, refs, run):
    update = terminal("update", *refs)
    update.answer(STATUS, "completed")
    for question in (NOTE, EVIDENCE, DUE, WHOSE, AGREE, DAY, BY):
        update.answer(question)
    update.wait(lambda: update.line.startswith(SAVE), "the last question")
    done(run("update", refs[1], "--note", "Half done"))
    update.answer(SAVE)
    update.see("Somebody changed this while you were answering.")
    update.answer(SAVE, "no")
    assert update.end() == 0
    assert pasted(update.text) == ["update", *refs, "--status", "completed"]
    assert [shown(run, ref)["status"] for ref in refs] == ["announced", "announced"]


def test_nothing_told_is_nothing_changed(terminal, refs, register):
    before = contents(str(register))
    update = terminal("update", refs[0])
    for question in (STATUS, NOTE, EVIDENCE, DUE, WHOSE, AGREE):
        update.answer(question)
    assert update.end() == 0
    update.see("nothing was changed")
    assert contents(str(register)) == before


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_what_is_broken_off_is_shown_as_one_command_line(terminal, refs, run, key):
    update = terminal("--as", "GMG", "update", refs[0])
    update.answer(STATUS, "in progress")
    update.answer(NOTE, "It's “on”; $HOME")
    update.answer(EVIDENCE)
    update.wait(lambda: update.line.startswith(DUE), "the next question")
    update.type(key)
    assert update.end() == 130
    assert shown(run, refs[0])["status"] == "announced"
    done(run(*pasted(update.text)))
    entry = last_entry(run, refs[0])
    assert (entry["note"], entry["agency"]) == ("It's “on”; $HOME", "GMG")


def test_a_partner_is_asked_for_what_it_may_say(terminal, refs):
    update = terminal("--as", "IOM", "update", refs[0])
    update.answer(NOTE, "We can give a speaker")
    update.answer(EVIDENCE)
    update.answer(AGREE)
    update.answer(DAY)
    update.answer(BY)
    update.answer(SAVE)
    assert update.end() == 0
    assert STATUS + ":" not in update.text


def test_who_has_no_part_and_what_is_unknown_are_told_before_being_asked(terminal, refs):
    update = terminal("--as", "UNHCR", "update", refs[0])
    assert update.end() == 4
    assert NOTE not in update.text
    update = terminal("update", "CM13-99")
    assert update.end() == 1
    assert "CM13-99" in update.text


def test_nothing_is_asked_without_a_terminal(run, refs):
    refused(run("update", refs[0]), "There is nothing to update", exit_code=2)
    refused(run("update", *shlex.split("CM13-01 --for GMG")), "nothing to update", exit_code=2)
