"""`tracker init` in a terminal."""

import json
import re
import shlex

import pytest

from tests.cli.prompts.conftest import CTRL_C
from tests.cli.prompts.test_log import pasted
from tests.registers import done

NAME, ZONE, LOAD, CODE, TITLE, WHEN, SERIES, SERIES_TITLE, NUMBER = (
    "What is it called",
    "Time zone",
    "Load the entities",
    "Code of the first meeting",
    "Its title",
    "When",
    "Code of the series",
    "Title of the series",
    "Its number in the series",
)


def status(run):
    """Give the register as `db status` tells of it."""
    return json.loads(done(run("db", "status", "--format", "json")))


def test_init_asks_what_the_register_begins_with_and_shows_the_first_line(terminal, run):
    init = terminal("init", env={"TZ": "Africa/Addis_Ababa"})
    init.answer(f"{NAME} [register]", "Réunions")
    init.answer(f"{ZONE}, whose midnight begins a day [Africa/Addis_Ababa]", "europe/pari")
    init.see("Nearest: Europe/Paris")
    init.answer(ZONE, "s")
    init.answer(LOAD)
    init.answer(CODE, "CM 13")
    init.see("letters, digits and single hyphens are accepted")
    init.answer(CODE, "\x15CM13")
    init.answer(TITLE, "Thirteenth coordination meeting")
    init.answer(WHEN, "12 and 13 February 2015")
    init.see("→ 12 and 13 February 2015")
    init.answer(f"{SERIES} that it belongs to, or none [CM]")
    init.answer(SERIES_TITLE, "Coordination meeting")
    init.answer(f"{NUMBER} [13]")
    assert init.end() == 0
    told = status(run)
    assert (told["name"], told["time_zone"]) == ("Réunions", "Europe/Paris")
    assert told["agencies"] > 50
    [meeting] = json.loads(done(run("meeting", "list", "--format", "json")))
    assert (meeting["code"], meeting["series"], meeting["number"]) == ("CM13", "CM", 13)
    [series] = json.loads(done(run("series", "list", "--format", "json")))
    assert series["title"] == "Coordination meeting"
    first = re.search(r"^tracker log CM13 .*$", init.text, re.MULTILINE)
    assert first
    assert done(run(*shlex.split(first[0])[1:])) == "CM13-01"


def test_what_is_given_or_passed_over_is_not_asked_or_added(terminal, run):
    init = terminal("init", "--name", "Small", "--time-zone", "UTC")
    init.answer(LOAD, "n")
    init.answer(CODE)
    assert init.end() == 0
    told = status(run)
    assert (told["name"], told["agencies"], told["meetings"]) == ("Small", 0, 0)


@pytest.mark.parametrize("words", [("--yes",), ("--dry-run",)])
def test_an_option_answers_every_question(terminal, run, words):
    init = terminal("init", *words)
    assert init.end() == 0
    assert NAME not in init.text
    if words == ("--yes",):
        assert (status(run)["name"], status(run)["agencies"]) == ("register", 0)


def test_ctrl_c_makes_no_register_and_shows_what_was_answered(terminal, surroundings):
    init = terminal("init")
    init.answer(NAME, "Our meetings")
    init.answer(ZONE, "Asia/Tokyo")
    init.answer(LOAD)
    init.wait(lambda: init.line.startswith(CODE), "the next question")
    init.type(CTRL_C)
    assert init.end() == 130
    assert list(surroundings.iterdir()) == []
    assert pasted(init.text) == ["init", "--name", "Our meetings", "--time-zone", "Asia/Tokyo"]


def test_a_register_that_is_there_is_told_before_anything_is_asked(terminal, register):
    init = terminal("init")
    assert init.end() == 3
    assert "is there already" in init.text
    assert NAME not in init.text
