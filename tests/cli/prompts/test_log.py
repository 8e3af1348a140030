"""`tracker log MEETING` in a terminal: field by field, commitment after commitment."""

import json
import re
import shlex
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.prompts.conftest import CTRL_C, CTRL_D, CTRL_U
from tests.registers import contents, done, refused, shown

WHO, WITH, WHAT, WHEN, WHERE = (
    "Who will do it",
    "With whom",
    "What will be done",
    "When",
    "Where",
)
SAID_BY, SAID_FOR, PASSAGE, SAVE = "Said by", "Said for", "The passage", "Save it?"


def pasted(text):
    """Give the words of the one command line to paste that a screen shows."""
    found = re.search(r"\n\n(tracker .*?)\n\n", text + "\n\n", re.DOTALL)
    assert found, text
    return shlex.split(found[1].replace("\n", ""))[1:]


def answer_through(session, *answers):
    """Answer the questions of one commitment in their order, the last with Save."""
    for question, typed in answers:
        session.answer(question, typed)


def test_what_is_answered_is_understood_shown_and_logged(terminal, meeting, run):
    log = terminal("log", meeting)
    log.answer(WHO, "global migration group; IOM")
    log.see("→ GMG, Global Migration Group")
    log.see("→ IOM, International Organization for Migration")
    log.answer(WITH, "World Bank")
    log.answer(WHAT, "convene a symposium (New York, 26 and 27 May 2015) #financing")
    log.answer(f"{WHEN} [26 and 27 May 2015]", "end-May")
    log.see("→ by 31 May 2015")
    log.answer(f"{WHERE} [New York]")
    log.answer(SAID_BY, "Sonia Plaza")
    log.answer(SAID_FOR, "GMG")
    log.answer(PASSAGE)
    log.see("end-May (../2015-05-31)")
    assert done(run("list", "--format", "refs")) == ""
    log.answer(SAVE)
    log.see("Logged: CM13-01")
    log.answer(WHO)
    assert log.end() == 0
    fact = shown(run, "CM13-01")
    assert fact["text"] == "convene a symposium"
    assert [(o["agency"], o["role"]) for o in fact["owners"]] == [
        ("GMG", "lead"),
        ("IOM", "lead"),
        ("WB", "partner"),
    ]
    assert (fact["due"]["words"], fact["due"]["latest"]) == ("end-May", "2015-05-31")
    assert (fact["places"], fact["tags"]) == (["New York"], ["financing"])
    assert (fact["said_by"], fact["said_for"]) == ("Sonia Plaza", "GMG")


def test_the_next_one_keeps_meeting_speaker_and_document(terminal, meeting, run):
    log = terminal("log", meeting, "--document", "report.txt", "--said-by", "Sonia Plaza")
    log.answer(WHO, "IOM: publish a handbook (Geneva, July 2015)")
    log.answer(SAVE)
    log.answer(WHO, "none")
    log.answer(WITH)
    log.answer(WHAT, "train officials")
    log.answer(WHEN)
    log.answer(WHERE)
    log.answer(f"{SAID_BY} [Sonia Plaza]")
    log.answer(SAID_FOR)
    log.answer(PASSAGE, "Officials would be trained.")
    log.answer("In which document [report.txt]")
    log.answer("On which page", "7")
    log.answer("On which lines", "12-14")
    log.answer(SAVE)
    log.answer(WHO)
    assert log.end() == 0
    first, second = shown(run, "CM13-01"), shown(run, "CM13-02")
    assert first["said_by"] == second["said_by"] == "Sonia Plaza"
    assert [owner["agency"] for owner in first["owners"]] == ["IOM"]
    assert (second["owners"], second["due"]) == ([], None)
    assert second["source"] == {
        "document": "report.txt",
        "page": "7",
        "lines": "12-14",
        "quote": "Officials would be trained.",
    }


def test_an_unknown_agency_is_added_in_one_step(terminal, meeting, run):
    log = terminal("log", meeting)
    log.answer(WHO, "IOMM, ICMC")
    log.see("Nearest: IOM, International Organization for Migration")
    log.answer("Add it as IOMM?", "IOM")
    log.answer("Add it as ICMC?", "y")
    log.see("→ ICMC: added")
    log.answer(WITH, "Norwegian Refugee Council")
    log.answer("Add it as NRC, Norwegian Refugee Council?", "y")
    log.answer(WHAT, "brief the meeting")
    for question in (WHEN, WHERE, SAID_BY, PASSAGE, SAVE, WHO):
        log.answer(question)
    assert log.end() == 0
    assert [o["agency"] for o in shown(run, "CM13-01")["owners"]] == ["IOM", "ICMC", "NRC"]
    agency = json.loads(done(run("agency", "show", "NRC", "--format", "json")))
    assert agency["name"] == "Norwegian Refugee Council"


def test_a_code_gets_the_full_name_that_is_given_for_it(terminal, meeting, run):
    log = terminal("log", meeting)
    log.answer(WHO, "MSF")
    log.answer("Add it as MSF?", "Médecins sans frontières")
    log.answer("Add it as MSF, Médecins sans frontières?", "y")
    log.answer(WITH, CTRL_C)
    log.end()
    agency = json.loads(done(run("agency", "show", "MSF", "--format", "json")))
    assert agency["name"] == "Médecins sans frontières"


def test_an_agency_that_was_not_meant_is_not_added(terminal, meeting, register):
    before = contents(str(register))["agency"]
    log = terminal("log", meeting)
    log.answer(WHO, "Interpole")
    log.answer("Add it as INTERPOLE, Interpole?", "n")
    log.see("“Interpole” was not added.")
    log.wait(lambda: log.line == f"{WHO}: Interpole", "what was typed, to be mended")
    log.type(CTRL_C)
    assert log.end() == 130
    assert contents(str(register))["agency"] == before


def test_a_meeting_that_due_words_name_is_offered_for_adding(terminal, meeting, run):
    log = terminal("log", meeting)
    log.answer(
        WHO,
        "GMG: hold a side event in the margins of the third conference on financing for "
        "development (Addis Ababa, July 2015)",
    )
    log.see("is no meeting of the register yet")
    log.answer("Its code", "cm13")
    log.see("CM13 is a meeting already")
    log.type(CTRL_U)
    log.answer("Its code", "FFD3")
    log.answer("Its title [third conference on financing for development]")
    log.answer("When it is held [July 2015]", "13 to 16 July 2015")
    log.see("→ 13 to 16 July 2015, hangs on FFD3")
    log.answer(SAVE)
    log.answer(WHO)
    assert log.end() == 0
    due = shown(run, "CM13-01")["due"]
    assert (due["meeting"], due["latest"]) == ("FFD3", "2015-07-16")


def test_a_meeting_that_is_not_added_leaves_its_days(terminal, meeting, run):
    log = terminal("log", meeting)
    log.answer(WHO, "GMG: hold a panel in the margins of the Oslo Conference (Oslo, July 2015)")
    log.answer("Its code")
    log.answer(SAVE)
    log.answer(WHO)
    assert log.end() == 0
    due = shown(run, "CM13-01")["due"]
    assert (due["meeting"], due["latest"]) == (None, "2015-07-31")


def test_a_day_that_can_be_read_two_ways_is_asked_about(terminal, meeting, run):
    log = terminal("log", meeting)
    log.answer(WHO, "IOM: publish a handbook (Geneva, 03/04/2015)")
    log.answer("“03/04/2015” can be 1: 3 April 2015, or 2: 4 March 2015", "2")
    log.see("→ 4 March 2015")
    log.answer(SAVE)
    log.answer(WHO)
    assert log.end() == 0
    assert shown(run, "CM13-01")["due"]["earliest"] == "2015-03-04"


def test_what_cannot_be_read_is_asked_again_with_what_was_typed(terminal, meeting, run):
    refusal = run("log", meeting, "publish", "--owner", "IOM", "--due", "Febuary 2016").stderr
    log = terminal("log", meeting)
    log.answer(WHO, "IOM")
    log.answer(WITH)
    log.answer(WHAT, "publish a handbook")
    log.answer(WHEN, "Febuary 2016")
    said = refusal.removeprefix("tracker: ").replace("Nothing was changed.", "").strip()
    log.see(said)
    log.wait(lambda: log.line == f"{WHEN}: Febuary 2016", "what was typed, to be mended")
    log.answer(WHEN, "\x7f" * len("uary 2016") + "ruary 2016")
    log.see("→ February 2016")
    log.type(CTRL_C)
    assert log.end() == 130


def test_any_field_can_be_changed_before_it_is_saved(terminal, meeting, run):
    log = terminal("log", meeting)
    log.answer(WHO, "IOM, with IOM: publish a handbook (Geneva, July 2015) #data")
    log.see("IOM is named both as lead and as partner")
    log.answer(SAVE, "with")
    log.answer(WITH, CTRL_U)
    log.answer(SAVE, "what")
    log.answer(WHAT, f"{CTRL_U}publish two handbooks")
    log.answer(SAVE, "kind")
    log.answer("What kind", "capacity b")
    log.answer(SAVE, "tags")
    log.answer("Tags", " #training")
    log.answer(SAVE, "nothing")
    log.see("“nothing” is no field.")
    log.type(CTRL_U)
    log.answer(SAVE, "restricted")
    log.answer("Keep it out of reports?", "y")
    log.answer(SAVE, "yes")
    log.answer(WHO)
    assert log.end() == 0
    fact = shown(run, "CM13-01")
    assert (fact["text"], fact["kind"]) == ("publish two handbooks", "capacity-building")
    assert (fact["places"], fact["tags"]) == (["Geneva"], ["data", "training"])
    assert fact["due"]["words"] == "July 2015"
    assert fact["restricted"]


def test_ctrl_c_shows_one_command_line_that_logs_it_all(terminal, meeting, run):
    log = terminal("log", meeting)
    log.answer(WHO, "IOM: publish a handbook (Geneva, July 2015)")
    log.answer(SAVE)
    log.answer(WHO, "GMG")
    log.answer(WITH, "WB")
    log.answer(WHAT, "hold a “side event” at 'the' $HOME (Rome, May 2016) #data")
    log.answer(WHEN)
    log.answer(WHERE, "none")
    log.wait(lambda: log.line.startswith(SAID_BY), "the next question")
    log.type("Sonia Pla")
    log.wait(lambda: log.line.endswith("Sonia Pla"), "what is half typed")
    log.type(CTRL_C)
    assert log.end() == 130
    log.see("Saved before: CM13-01.")
    assert done(run("list", "--format", "refs")) == "CM13-01"
    done(run(*pasted(log.text)))
    fact = shown(run, "CM13-02")
    assert fact["text"] == "hold a “side event” at 'the' $HOME"
    assert (fact["places"], fact["tags"]) == ([], ["data"])
    assert (fact["due"]["words"], fact["said_by"]) == ("May 2016", "Sonia Pla")
    assert [owner["agency"] for owner in fact["owners"]] == ["GMG", "WB"]


def test_ctrl_c_before_anything_was_told_shows_no_command_line(terminal, meeting):
    log = terminal("log", meeting)
    log.wait(lambda: log.line.startswith(WHO), "the first question")
    log.type(CTRL_C)
    assert log.end() == 130
    assert "Not saved" not in log.text


def test_ctrl_c_at_the_question_about_an_agency_keeps_the_answer_in_work(terminal, meeting):
    log = terminal("log", meeting)
    log.answer(WHO, "ICMC")
    log.wait(lambda: log.line.startswith("Add it as ICMC?"), "the question")
    log.type(CTRL_C)
    assert log.end() == 130
    assert pasted(log.text) == ["log", "CM13", "--owner", "ICMC"]


def test_a_command_line_without_a_line_goes_on_asking(terminal, meeting, run):
    log = terminal("log", meeting, "--owner", "IOM", "--partner", "GMG")
    log.answer(f"{WHO} [IOM]")
    log.answer(f"{WITH} [GMG]")
    log.answer(WHAT, "publish a handbook")
    for question in (WHEN, WHERE, SAID_BY, PASSAGE, SAVE):
        log.answer(question)
    log.wait(lambda: log.line == f"{WHO}: ", "the next one, which keeps no owner")
    log.type(CTRL_D)
    assert log.end() == 0
    assert [owner["agency"] for owner in shown(run, "CM13-01")["owners"]] == ["IOM", "GMG"]


def test_ctrl_d_inside_a_commitment_loses_nothing(terminal, meeting):
    log = terminal("log", meeting)
    log.answer(WHO, "IOM")
    log.wait(lambda: log.line.startswith(WITH), "the next question")
    log.type(CTRL_D)
    assert log.end() == 130
    assert pasted(log.text) == ["log", "CM13", "--owner", "IOM"]


@pytest.mark.parametrize("env", [{}, {"DEAF_TO_HANGUP": "1"}], ids=["hangup", "end of input"])
def test_a_closed_terminal_ends_it_and_leaves_what_was_saved(terminal, meeting, run, env):
    log = terminal("log", meeting, env=env)
    log.answer(WHO, "IOM: publish a handbook")
    log.answer(SAVE)
    log.answer(WHO, "GMG")
    log.wait(lambda: log.line.startswith(WITH), "the next question")
    assert log.close() in {-1, 130}
    assert done(run("list", "--format", "refs")) == "CM13-01"
    assert done(run("db", "check")) == "sound"


def test_others_can_write_while_somebody_types(terminal, meeting, run, register):
    log = terminal("log", meeting)
    log.answer(WHO, "IOM")
    log.answer(WITH)
    log.answer(WHAT, "publish a handbook (Geneva, July 2015)")
    log.wait(lambda: log.line.startswith(WHEN), "the next question")
    other = sqlite3.connect(register, timeout=0, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    other.execute("ROLLBACK")
    other.close()
    assert done(run("log", meeting, "WB: report on remittances")) == "CM13-01"
    for question in (WHEN, WHERE, SAID_BY, PASSAGE, SAVE, WHO):
        log.answer(question)
    assert log.end() == 0
    assert shown(run, "CM13-02")["text"] == "publish a handbook"


def test_names_of_the_register_are_completed(terminal, meeting):
    log = terminal("log", meeting)
    log.wait(lambda: log.line.startswith(WHO), "the first question")
    log.type("WB, migration gr")
    log.see("GMG Global Migration Group")
    log.type("\t")
    log.wait(lambda: log.line == f"{WHO}: WB, GMG", "the completion")
    log.type("\r")
    log.see("→ GMG, Global Migration Group")
    log.type(CTRL_C)
    assert log.end() == 130


def test_a_dumb_terminal_is_asked_without_escape_sequences(terminal, meeting, run):
    log = terminal("log", meeting, env={"TERM": "dumb"})
    log.answer(WHO, "IOMM")
    log.answer("Add it as IOMM?", "IOM")
    log.answer(WITH)
    log.answer(WHAT, "publish a handbook (Geneva, July 2015)")
    for question in (f"{WHEN} [July 2015]", f"{WHERE} [Geneva]", SAID_BY, PASSAGE, SAVE):
        log.answer(question)
    log.answer(WHO, "GMG")
    log.wait(lambda: log.line.startswith(WITH), "the next question")
    log.type(CTRL_C)
    assert log.end() == 130
    assert b"\x1b" not in log.raw
    assert pasted(log.text) == ["log", "CM13", "--owner", "GMG"]
    assert shown(run, "CM13-01")["places"] == ["Geneva"]


def test_escape_sequences_in_the_register_do_not_reach_the_terminal(terminal, meeting, register):
    evil = "\x1b]0;taken over\x07International\u202e Organization"
    writer = sqlite3.connect(register)
    writer.execute("UPDATE agency SET name = ? WHERE code = 'IOM'", (evil,))
    writer.execute("UPDATE meeting SET title = ?", (evil,))
    writer.commit()
    writer.close()
    log = terminal("log", meeting)
    log.wait(lambda: log.line.startswith(WHO), "the first question")
    log.type("IO")
    log.see("Organization")
    log.type("M\r")
    log.see("→ IOM, \\x1b]0;taken over")
    log.type(CTRL_C)
    log.end()
    assert b"\x1b]0" not in log.raw
    assert "\u202e".encode() not in log.raw


def test_only_a_trial_writes_nothing(terminal, meeting, register):
    before = contents(str(register))
    log = terminal("log", meeting, "--dry-run")
    log.answer(WHO, "ICMC: publish a handbook")
    log.see("Unknown agency “ICMC”")
    log.type(CTRL_U)
    log.answer(WHO, "IOM: publish a handbook (in the margins of the Oslo Conference, July 2015)")
    log.answer(SAVE)
    log.see("Only tried: CM13-01")
    log.answer(WHO)
    assert log.end() == 0
    assert contents(str(register)) == before


def test_who_may_not_log_is_told_before_being_asked(terminal, meeting):
    log = terminal("--as", "IOM", "log", meeting)
    assert log.end() == 4
    assert WHO not in log.text
    log = terminal("log", "CM31")
    assert log.end() == 1
    assert "Nearest: CM13" in log.text


def test_nothing_is_asked_without_a_terminal(run, meeting, surroundings: Path):
    refused(run("log", meeting), "LINE is missing", exit_code=2)
    refused(run("log", meeting, "--owner", "IOM"), "LINE is missing", exit_code=2)
    command = [sys.executable, "-X", "importtime", "-m", "tracker"]
    ended = subprocess.run(
        [*command, "log", meeting, "IOM: publish a handbook"],
        check=True,
        capture_output=True,
        cwd=surroundings,
        text=True,
    )
    assert "prompt_toolkit" not in ended.stderr
