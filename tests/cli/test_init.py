"""`tracker init`: a new register."""

import json
from pathlib import Path

import pytest

from tests.registers import Run, done, refused


def test_init_makes_a_register_that_knows_its_name_and_zone(run: Run, surroundings: Path) -> None:
    outcome = run(
        "init", "--name", "  Réunions\x1b[0m de coordination ", "--time-zone", "asia/tokyo"
    )
    assert outcome.exit_code == 0
    assert outcome.stdout == f"{surroundings / 'tracker.db'}\n"
    assert outcome.stderr.count("\n") == 1
    status = json.loads(done(run("db", "status", "--format", "json")))
    assert (status["name"], status["time_zone"]) == ("Réunions[0m de coordination", "Asia/Tokyo")
    assert (status["meetings"], status["agencies"], status["commitments"]) == (0, 0, 0)
    assert done(run("db", "check")) == "sound"


def test_init_without_options_takes_the_machines_zone(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Africa/Addis_Ababa")
    done(run("init"))
    status = json.loads(done(run("db", "status", "--format", "json")))
    assert (status["name"], status["time_zone"]) == ("register", "Africa/Addis_Ababa")


def test_what_cannot_be_is_refused_and_leaves_no_file(run: Run, surroundings: Path) -> None:
    refused(run("init", "--time-zone", "Europe/Pari"), "Nearest", "Europe/Paris")
    refused(run("init", "--time-zone", "../../etc/passwd"), "Europe/Paris")
    refused(run("init", "--time-zone", ""))
    refused(run("init", "--name", " \x07"), "empty")
    refused(run("init", "--name", "x" * 501), "500")
    outcome = run("init", "--dry-run")
    assert done(outcome) == str(surroundings / "tracker.db")
    assert outcome.stderr.startswith("Only tried")
    assert list(surroundings.iterdir()) == []
    (surroundings / "file").write_text("x")
    refused(run("--db", "file/tracker.db", "init"), "file", exit_code=3)
    assert [path.name for path in surroundings.iterdir()] == ["file"]


@pytest.mark.needs("postgres")
def test_a_dry_run_leaves_a_database_empty(run: Run, postgres_url: str) -> None:
    done(run("--db", postgres_url, "init", "--dry-run"))
    done(run("--db", postgres_url, "init"))
    refused(run("--db", postgres_url, "init", "--dry-run"), "not empty", exit_code=3)


def test_a_dry_run_tells_of_a_register_that_is_there(run: Run, register: Path) -> None:
    refused(run("init", "--dry-run"), "there already", exit_code=3)


def test_the_day_of_entries_is_the_registers_own(
    run: Run, surroundings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import UTC, datetime

    from tracker.cli import workspace

    done(run("init", "--time-zone", "Pacific/Auckland"))
    late = datetime(2015, 3, 3, 20, 0, tzinfo=UTC)
    monkeypatch.setattr(workspace, "clock", lambda: late)
    done(run("meeting", "add", "CM13", "Thirteenth"))
    [entry] = json.loads(done(run("history", "--format", "json")))
    assert (entry["on"], entry["at"]) == ("2015-03-04", "2015-03-03T20:00:00Z")
    # TRACKER_TODAY moves arithmetic, and never what is recorded.
    done(run("meeting", "add", "CM14", "Fourteenth", env={"TRACKER_TODAY": "2019-01-01"}))
    entry = json.loads(done(run("history", "--format", "json")))[-1]
    assert entry["at"] == "2015-03-03T20:00:00Z"
