"""Which commitments the follow-up report covers, and on which day."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli import year
from tests.conftest import Outcome
from tracker.storage import database

Run = Callable[..., Outcome]

BEFORE_CM14 = "2016-01-15"


@pytest.fixture
def told(register: Path) -> Path:
    year.give_year(register)
    return register


def report(run: Run, *words: str, today: str = BEFORE_CM14) -> dict[str, Any]:
    outcome = run("report", *words, "--format", "json", env={"TRACKER_TODAY": today})
    assert outcome.exit_code == 0, (words, outcome.stderr)
    made: dict[str, Any] = json.loads(outcome.stdout)
    return made


def covered(run: Run, *words: str, today: str = BEFORE_CM14) -> list[str]:
    return [row["ref"] for row in report(run, *words, today=today)["commitments"]]


def test_in_a_series_it_covers_what_is_open_or_was_closed_since_the_previous_meeting(
    run: Run, any_register: str
) -> None:
    year.write_year(any_register)
    # CM12-01 was closed before CM13 (saying so again closes nothing), CM12-02 is known to be only
    # since; CM13-04 is restricted, CM13-06 void; LONE is outside, CM14 not yet held.
    assert covered(run, "CM14") == [
        "CM12-02",
        "CM12-03",
        "CM13-01",
        "CM13-02",
        "CM13-03",
        "CM13-05",
        "CM13-07",
        "CM13-08",
        "SIDE-01",
    ]
    made = report(run, "CM14")
    assert [one["code"] for one in made["covered"]] == ["CM12", "CM13", "SIDE"]
    assert (made["meeting"]["code"], made["previous"]["code"]) == ("CM14", "CM13")


def test_the_paper_of_an_earlier_meeting_covers_what_came_before_it(run: Run, told: Path) -> None:
    assert covered(run, "CM13") == ["CM12-01", "CM12-02", "CM12-03"]


def test_at_the_first_of_a_series_or_outside_any_it_covers_what_was_announced_at_it(
    run: Run, told: Path
) -> None:
    assert covered(run, "CM12") == ["CM12-01", "CM12-02", "CM12-03"]
    assert covered(run, "SIDE") == ["SIDE-01"]
    assert covered(run, "LONE") == ["LONE-01"]
    assert covered(run, "SOON") == []
    with database.writing(str(told)) as session:
        year.meeting(session, "FRINGE", "On the fringe", when="2 June 2015", in_margins_of="LONE")
        year.announce(session, "2015-06-05", "FRINGE", "WHO: another thing")
    assert covered(run, "LONE") == ["LONE-01"]


def test_a_closing_counts_from_the_day_it_was_recorded_in_the_registers_zone(
    run: Run, surroundings: Path
) -> None:
    assert run("init", "--name", "Samoa", "--time-zone", "Pacific/Apia").exit_code == 0
    with database.writing(str(surroundings / "tracker.db")) as session:
        year.agency(session, "IOM", "International Organization for Migration")
        for number, when in ((1, "1 June 2014"), (2, "1 June 2015"), (3, "1 June 2016")):
            year.meeting(session, f"M{number}", "Meeting", when=when, series="M")
        for line in ("IOM: the evening before", "IOM: the morning of", "IOM: long after"):
            year.announce(session, "2014-07-01", "M1", line)
        # Apia is thirteen hours ahead of UTC: 1 June begins there at 11:00 on 31 May.
        said = year.checked(year.UpdateDraft, {"status": "completed"})
        year.update(session, year.on("2015-05-31", hour=10), ["M1-01"], said)
        year.update(session, year.on("2015-05-31", hour=12), ["M1-02"], said)
        year.update(session, year.on("2016-02-01"), ["M1-03"], said)
    assert covered(run, "M3") == ["M1-02", "M1-03"]


def test_what_was_closed_again_or_corrected_to_closed_is_counted_by_its_last_closing(
    run: Run, told: Path
) -> None:
    with database.writing(str(told)) as session:
        year.say(
            session,
            "2015-04-01",
            "CM12-01",
            status="in-progress",
            reason="Not quite.",
            for_agency="IOM",
        )
        year.say(session, "2015-05-01", "CM12-01", status="completed", for_agency="IOM")
        year.edit(session, year.on("2015-05-02"), "CM12-03", {"status": "completed"})
    assert covered(run, "CM14")[:3] == ["CM12-01", "CM12-02", "CM12-03"]


def test_filters_narrow_what_a_meetings_report_covers(run: Run, told: Path) -> None:
    whole = covered(run, "CM14")
    for words in (
        ["--owner", "IOM"],
        ["--lead", "ILO"],
        ["--open"],
        ["--overdue"],
        ["--silent"],
        ["--slipped"],
        ["--undated"],
        ["--disputed"],
        ["--status", "withdrawn"],
        ["--due-before", "2015-07-01"],
        ["--due-within", "90"],
        ["--updated-since", "2015-05-01"],
        ["--tag", "labour"],
        ["--meeting", "CM12"],
        ["--series", "CM"],
        ["--open", "--owner", "ILO"],
    ):
        listed = run(
            "list", *words, "--format", "refs", env={"TRACKER_TODAY": BEFORE_CM14}
        ).stdout.split()
        assert covered(run, "CM14", *words) == [ref for ref in whole if ref in listed], words
    # A meeting that this report does not cover leaves nothing.
    assert covered(run, "CM14", "--meeting", "LONE") == []


def test_without_a_meeting_it_covers_what_the_filters_say(run: Run, told: Path) -> None:
    everything = run("list", "--format", "refs").stdout.split()
    assert sorted(covered(run)) == sorted(ref for ref in everything if ref != "CM13-04")
    assert covered(run, "--overdue", "--owner", "ILO") == ["CM12-03", "CM13-02", "SIDE-01"]
    assert covered(run, "--meeting", "CM13", "--tag", "labour") == ["CM13-02", "CM13-08"]
    made = report(run, "--meeting", "CM13")
    assert made["meeting"] is None
    assert [one["code"] for one in made["covered"]] == ["CM13"]


def test_its_day_is_today_or_the_meetings_first_day_if_that_is_past(run: Run, told: Path) -> None:
    for today, day in (
        ("2016-01-15", "2016-01-15"),
        ("2016-02-18", "2016-02-18"),
        ("2016-02-19", "2016-02-18"),
        ("2026-01-01", "2016-02-18"),
    ):
        assert report(run, "CM14", today=today)["day"] == day
    assert report(run, "CM12", today="2026-01-01")["day"] == "2014-02-20"
    assert report(run, "SOON", today="2026-01-01")["day"] == "2026-01-01"
    assert report(run, today="2026-01-01")["day"] == "2026-01-01"


def test_the_day_moves_arithmetic_and_not_what_the_register_knows(run: Run, told: Path) -> None:
    early = report(run, "CM14", today="2015-03-05")
    late = report(run, "CM14", today="2026-01-01")
    assert [row["ref"] for row in early["commitments"]] == [
        row["ref"] for row in late["commitments"]
    ]
    assert [row["status"] for row in early["commitments"]] == [
        row["status"] for row in late["commitments"]
    ]
    assert early["figures"]["overdue"] == 1  # CM12-03
    assert late["figures"]["overdue"] == 5
    # On the meeting's own day, silence is still counted from the meeting before.
    silent = {row["ref"] for row in late["commitments"] if row["silent"]}
    assert silent == {"CM12-03", "CM13-05", "CM13-07", "SIDE-01"}


def test_what_is_restricted_and_what_was_voided_stay_out_of_every_format(
    run: Run, told: Path
) -> None:
    for form in ("text", "json", "html", "md"):
        paper = run("report", "CM14", "--format", form, env={"TRACKER_TODAY": BEFORE_CM14}).stdout
        for absent in ("CM13-04", "hold back", "CM13-06", "mistake", year.SECRET):
            assert absent not in paper, (form, absent)
        assert "CM13-05" in paper
    assert "restricted" not in report(run, "CM14")["options"]


def test_figures_and_attention_are_those_of_the_rows(run: Run, told: Path) -> None:
    made = report(run, "CM14")
    rows = made["commitments"]
    listed = json.loads(run("list", "--format", "json", env={"TRACKER_TODAY": BEFORE_CM14}).stdout)
    by_ref = {row["ref"]: row for row in listed}
    for row in rows:
        for name in (
            "status",
            "due",
            "first_due",
            "overdue",
            "silent",
            "slips",
            "acceptance",
        ):
            assert row[name] == by_ref[row["ref"]][name], (row["ref"], name)
    figures = made["figures"]
    assert figures["commitments"] == len(rows)
    assert (
        figures["overdue"]
        == sum(row["overdue"] for row in rows)
        == len(made["attention"]["overdue"])
    )
    assert (
        figures["silent"] == sum(row["silent"] for row in rows) == len(made["attention"]["silent"])
    )
    assert made["attention"]["disputed"] == ["CM13-03"]
    assert made["attention"]["slipped"] == ["CM13-02"]
    # The longest overdue first.
    days = [by_ref[ref]["due"]["latest"] for ref in made["attention"]["overdue"]]
    assert days == sorted(days)


def test_a_meeting_whose_day_is_not_set_follows_the_last_one_that_was_held(
    run: Run, told: Path
) -> None:
    with database.writing(str(told)) as session:
        year.meeting(session, "CM15", "Fifteenth meeting", number=15, series="CM")
    made = report(run, "CM15", today="2016-06-01")
    assert (made["day"], made["previous"]["code"]) == ("2016-06-01", "CM14")
    assert "CM14-01" in [row["ref"] for row in made["commitments"]]
