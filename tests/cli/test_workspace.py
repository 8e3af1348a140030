"""Who acts, on which register, and what day it is: flag over environment over settings."""

import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from zoneinfo import available_timezones

import pytest
import typer

from tracker.cli import workspace as workspace_module
from tracker.cli.output import answer
from tracker.cli.workspace import workspace


def look_around(ctx: typer.Context, zone: str = "UTC") -> None:
    ws = workspace(ctx)
    seen = {
        "url": ws.url,
        "acting_as": ws.acting_as,
        "by": ws.by,
        "door": ws.door,
        "interactive": ws.interactive,
        "now": ws.now().isoformat(),
        "today": ws.today(zone).isoformat(),
    }
    answer(json.dumps(seen))


@pytest.fixture
def seen(trying):
    def look(*before, zone="UTC", **env):
        unset = {"TRACKER_DB": None, "TRACKER_BY": None}
        ended = trying(look_around, "--zone", zone, before=before, env=unset | env)
        assert ended.exit_code == 0, ended.stderr
        return json.loads(ended.stdout)

    return look


def test_a_flag_wins_over_the_environment_and_the_environment_over_the_settings(seen, run):
    run("config", "set", "register", "/srv/kept.db")
    run("config", "set", "name", "Kept")
    assert (seen()["url"], seen()["by"]) == ("/srv/kept.db", "Kept")
    given = {"TRACKER_DB": "given.db", "TRACKER_BY": "Given", "TRACKER_AS": "IOM"}
    inherited = seen(**given)
    assert (inherited["url"], inherited["by"], inherited["acting_as"]) == (
        "given.db",
        "Given",
        "IOM",
    )
    flagged = seen("--db", "flag.db", "--by", "Flag", "--as", "GMG", **given)
    assert (flagged["url"], flagged["by"], flagged["acting_as"]) == ("flag.db", "Flag", "GMG")


def test_without_any_setting_the_register_lies_in_the_users_data(seen):
    data = os.environ["XDG_DATA_HOME"]
    assert seen()["url"] == f"{data}/tracker/tracker.db"
    assert seen(LOGNAME="ana")["by"] == "ana"
    assert seen()["acting_as"] is None
    assert seen()["door"] == "cli"


def test_an_empty_variable_is_an_unset_one(seen):
    empty = seen(TRACKER_DB="", TRACKER_BY="", TRACKER_AS="", TRACKER_TODAY="", LOGNAME="ana")
    assert empty == seen(LOGNAME="ana") | {"now": empty["now"]}


@pytest.mark.parametrize(
    ("option", "value"),
    [
        *((option, value) for option in ("--db", "--as", "--by") for value in ("", "  ")),
        # A path may hold what a name may not.
        *((option, "\u202e") for option in ("--as", "--by")),
    ],
)
def test_an_empty_flag_is_refused_and_never_taken_for_the_coordinator(trying, option, value):
    ended = trying(look_around, before=[option, value])
    assert ended.exit_code == 2
    assert f"{option} " in ended.stderr
    assert "empty" in ended.stderr


def test_names_are_cleaned(seen):
    assert seen("--by", " Ana\x1b[31m\n Pereira ")["by"] == "Ana[31m Pereira"


def test_a_name_without_end_is_refused(trying):
    ended = trying(look_around, before=["--by", "x" * 501])
    assert ended.exit_code == 2
    assert "501 characters" in ended.stderr


def test_today_is_the_day_in_the_registers_zone(seen, monkeypatch):
    late = datetime(2015, 2, 12, 22, 30, tzinfo=UTC)
    monkeypatch.setattr(workspace_module, "clock", lambda: late)
    assert seen(zone="America/New_York")["today"] == "2015-02-12"
    assert seen(zone="Asia/Tokyo")["today"] == "2015-02-13"
    assert seen()["now"] == late.isoformat()


def test_tracker_today_moves_the_day_and_no_recorded_time(seen):
    moved = seen(TRACKER_TODAY="2016-01-15")
    assert moved["today"] == "2016-01-15"
    assert not moved["now"].startswith("2016-01-15")


@pytest.mark.parametrize("day", ["2016-1-15", "20160115", "2016-W02-5", "2016-02-30", "today", "२"])
def test_a_tracker_today_that_is_no_day_is_refused(trying, day):
    ended = trying(look_around, env={"TRACKER_TODAY": day})
    assert ended.exit_code == 2
    assert "TRACKER_TODAY" in ended.stderr
    assert day in ended.stderr


def test_a_zone_that_the_machine_does_not_know_is_told(trying):
    ended = trying(look_around, "--zone", "Mars/Olympus")
    assert ended.exit_code == 3
    assert "Mars/Olympus" in ended.stderr


@pytest.mark.parametrize(
    ("zone", "read"),
    [
        ("Nowhere/Atlantis", available_timezones()),
        ("Asia/Kathmandu", {"Asia/Kathmandu"}),
        ("UTC", {"UTC"}),
    ],
)
def test_the_machines_zone_is_one_that_exists(surroundings, zone, read):
    code = (
        "from tracker.cli.workspace import Workspace;"
        "print(Workspace(db=None, acting_as=None, by=None).machine_time_zone())"
    )
    ended = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        check=True,
        capture_output=True,
        env=os.environ | {"TZ": zone},
        text=True,
    )
    assert ended.stdout.strip() in read


def test_nothing_is_asked_without_a_terminal(seen, in_terminal):
    assert seen()["interactive"] is False
    code = (
        "import typer; from tracker.cli.workspace import Workspace;"
        "print(Workspace(db=None, acting_as=None, by=None).interactive)"
    )
    assert in_terminal("-c", code)[0] == "True\n"


def test_recorded_times_are_in_utc(seen):
    assert re.fullmatch(r".*\+00:00", seen(TZ="Asia/Tokyo")["now"])
