"""`tracker db`: what stands there, is it sound, and is it of this tracker."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli import year
from tests.conftest import Outcome

Run = Callable[..., Outcome]


def test_status_tells_what_the_register_holds(run: Run, any_register: str) -> None:
    year.write_year(any_register)
    status = json.loads(run("db", "status", "--format", "json").stdout)
    listed = json.loads(run("list", "--format", "json").stdout)
    history = json.loads(run("history", "--format", "json").stdout)
    assert status["name"] == "Test"
    assert status["time_zone"] == "UTC"
    assert status["schema"] == status["newest_schema"]
    assert status["meetings"] == len(json.loads(run("meeting", "list", "--format", "json").stdout))
    assert status["agencies"] == len(json.loads(run("agency", "list", "--format", "json").stdout))
    assert status["commitments"] == len(listed) + 1  # the voided one is stored too
    assert status["entries"] == len(history)
    assert status["digest"] == history[-1]["sha256"]
    text = run("db", "status").stdout
    assert status["digest"] in text
    assert "Test" in text
    # A password is not for the screen.
    assert "coordinator:" not in text.replace("coordinator:***", "")


def test_a_fresh_register_is_current_and_sound(run: Run, any_register: str) -> None:
    assert run("db", "check").stdout == "sound\n"
    upgraded = run("db", "upgrade")
    assert upgraded.exit_code == 0
    assert "nothing was to do" in upgraded.stderr
    status = json.loads(run("db", "status", "--format", "json").stdout)
    assert (status["meetings"], status["commitments"], status["entries"]) == (0, 0, 0)


def test_reading_changes_not_a_byte(run: Run, register: Path) -> None:
    year.give_year(register)
    # Whoever opens it first folds the write-ahead log in; from then on it stays as it is.
    run("list")
    before = register.read_bytes()
    for words in (
        ["list"],
        ["list", "symposium"],
        ["show", "CM13-01"],
        ["history"],
        ["report", "CM14"],
        ["db", "status"],
        ["db", "check"],
        ["db", "upgrade"],
        ["agency", "list"],
        ["meeting", "list"],
    ):
        assert run(*words).exit_code == 0, words
        assert register.read_bytes() == before, words


def test_check_finds_a_record_that_points_to_nothing(run: Run, register: Path) -> None:
    year.give_year(register)
    connection = sqlite3.connect(register)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("UPDATE commitment_owner SET agency_id = 9999 WHERE commitment_id = 1")
    connection.commit()
    connection.close()
    outcome = run("db", "check")
    assert outcome.exit_code == 3
    assert "commitment_owner" in outcome.stdout
    assert "1 finding." in outcome.stderr


def test_check_finds_a_damaged_file(run: Run, register: Path) -> None:
    year.give_year(register)
    whole = bytearray(register.read_bytes())
    middle = len(whole) // 2
    whole[middle : middle + 20_000] = b"\xff" * 20_000
    register.write_bytes(bytes(whole))
    outcome = run("db", "check")
    assert outcome.exit_code == 3
    assert "Traceback" not in outcome.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["list"],
        ["show", "CM13-01"],
        ["history"],
        ["report", "CM14"],
        ["db", "status"],
        ["db", "check"],
        ["db", "upgrade"],
    ],
)
def test_where_there_is_no_register_each_reader_says_how_to_make_one(
    run: Run, surroundings: Path, words: list[str]
) -> None:
    outcome = run(*words)
    assert outcome.exit_code == 3
    assert outcome.stdout == ""
    assert "tracker init" in outcome.stderr
    assert list(surroundings.iterdir()) == []


@pytest.mark.needs("postgres")
def test_an_empty_database_is_no_register(run: Run, postgres_url: str) -> None:
    for words in (["list"], ["db", "check"], ["history"]):
        outcome = run("--db", postgres_url, *words)
        assert outcome.exit_code == 3
        assert "tracker init" in outcome.stderr
