"""`tracker show`: all of one commitment, with its source and its history."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli import year
from tests.conftest import Outcome
from tracker.storage import database

Run = Callable[..., Outcome]

ENV = {"TRACKER_TODAY": "2016-01-15"}


@pytest.fixture
def told(register: Path) -> Path:
    year.give_year(register)
    return register


def test_show_json_is_the_list_object_with_its_history(run: Run, any_register: str) -> None:
    year.write_year(any_register)
    for row in json.loads(run("list", "--format", "json", env=ENV).stdout):
        shown = json.loads(run("show", row["ref"], "--format", "json", env=ENV).stdout)
        assert list(shown)[-1] == "history"
        history = shown.pop("history")
        assert shown == row
        assert list(shown) == list(row)
        assert history[0]["act"] == "log"
        assert [entry["number"] for entry in history] == sorted(
            entry["number"] for entry in history
        )
        assert {entry["ref"] for entry in history} == {row["ref"]}


def test_a_ref_is_found_however_it_is_typed(run: Run, register: Path) -> None:
    year.give_year(register)
    wanted = run("show", "CM13-01", env=ENV)
    for typed in ("cm13-01", "CM13-1", " CM13-01 ", "Cm13-001"):
        assert run("show", typed, env=ENV) == wanted


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("CM13-99", "CM13-08"),
        ("CM31-01", "CM13-01"),
        ("CM13", "CM13-0"),
        ("", ""),
        ("CM13-", ""),
        ("-01", ""),
        ("CM13-99999999999999999999", ""),
        ("'; DROP TABLE entry; --", ""),
    ],
)
def test_a_ref_that_nothing_has_is_refused_with_the_nearest(
    run: Run, register: Path, typed: str, nearest: str
) -> None:
    year.give_year(register)
    outcome = run("show", "--", typed)
    assert outcome.exit_code == 1
    assert outcome.stdout == ""
    assert nearest in outcome.stderr
    assert "A ref looks like" in outcome.stderr


def test_people_read_what_was_said_of_whom_and_what_became_of_it(run: Run, told: Path) -> None:
    text = run("show", "CM13-01", env=ENV).stdout
    for words in (
        "convene a symposium on remittances",
        "in progress, overdue 233 days",
        "GMG, Global Migration Group",
        "confirmed",
        "IOM",
        "unconfirmed",
        "26 and 27 May 2015",
        "Genève",
        "#financing",
        "Sonia Speaker",
        "report.txt, page 7, lines 119-121",
        "| The Group was planning\n  | a symposium.",
        "status: announced → in-progress",
        "Salle réservée à Genève",
        "Ana Writer for WHO",
    ):
        assert words in text, words
    # Of owners, only what changed is news.
    assert "owners: GMG (lead, unconfirmed) → GMG (lead, confirmed)\n" in text


def test_a_date_that_moved_stands_beside_the_first_one_with_the_reason(
    run: Run, told: Path
) -> None:
    text = run("show", "CM13-02", env=ENV).stdout
    for words in (
        "by the end of November 2015",
        "by the end of June 2015",
        "changed because: Printer gone.",
        "by the end of June 2015 → by the end of September 2015",
        "reason: Printer late.",
    ):
        assert words in text, words


def test_what_is_disputed_open_late_or_without_owner_says_so(run: Run, told: Path) -> None:
    assert "disputed: We said nothing." in run("show", "CM13-03", env=ENV).stdout
    assert "announced, disputed" in run("show", "CM13-03", env=ENV).stdout
    assert "owner to be found" in run("show", "CM13-07", env=ENV).stdout
    assert "none given" in run("show", "CM13-07", env=ENV).stdout
    assert "No money." in run("show", "CM13-08", env=ENV).stdout
    one_day = run("show", "CM13-02", env={"TRACKER_TODAY": "2015-12-01"}).stdout
    assert "overdue 1 day\n" in one_day
    assert "overdue" not in run("show", "CM13-02", env={"TRACKER_TODAY": "2015-11-30"}).stdout
    restricted = run("show", "CM13-05", env=ENV).stdout
    assert f"note (restricted): Ask about the {year.SECRET}." in restricted


def test_what_was_voided_is_still_shown_and_awaits_nothing(run: Run, told: Path) -> None:
    text = run("show", "CM13-06", env=ENV).stdout
    assert "announced, voided" in text
    assert "Said twice." in text
    shown = json.loads(run("show", "CM13-06", "--format", "json", env=ENV).stdout)
    assert (shown["voided"], shown["overdue"], shown["silent"]) == (True, False, False)


def test_a_day_recorded_later_than_it_is_true_of_says_both(run: Run, told: Path) -> None:
    assert (
        "2014-12-01  update by Ana Writer for IOM (recorded 2015-06-02)"
        in run("show", "CM12-02").stdout
    )


def test_hostile_text_reaches_the_terminal_harmless(run: Run, register: Path) -> None:
    with database.writing(str(register)) as session:
        year.agency(session, "IOM", "International Organization for Migration")
        year.meeting(session, "M1", "Meeting")
        quote = "\x1b]0;owned\x07\x1b[2J as read \u202e backwards"
        year.announce(session, "2015-01-05", "M1", "IOM: do it", quote=quote)
    shown = run("show", "M1-01").stdout
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "\u202e" not in shown
    assert "as read" in shown
    # What scripts get is what was read.
    row = json.loads(run("show", "M1-01", "--format", "json").stdout)
    assert "as read \u202e backwards" in row["source"]["quote"]
