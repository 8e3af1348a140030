"""`tracker summary`: where things stand, counted a second time, and shown to people."""

import json
import sqlite3
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.cli import year
from tests.cli.recount import (
    is_disputed,
    is_open,
    is_overdue,
    is_silent,
    is_undated,
    latest,
    leads,
    told,
)
from tests.registers import Run, contents, done, fill

DAYS = (date(2014, 6, 1), date(2015, 2, 13), date(2015, 9, 1), date(2016, 1, 15), date(2016, 3, 1))
# What each agency leads, itself or through the group that WHO chairs in 2015 or a part of DESA.
LED = {"IOM": {"IOM"}, "ILO": {"ILO"}, "WHO": {"WHO", "GMG"}, "DESA": {"DESA", "POP"}}


def summary(run: Run, day: date, *, agency: str | None = None, as_of: str | None = None) -> Any:
    before = ("--as", agency) if agency else ()
    after = ("--as-of", as_of) if as_of else ()
    env = {"TRACKER_TODAY": day.isoformat()}
    return json.loads(done(run(*before, "summary", *after, "--format", "json", env=env)))


def text(run: Run, day: str, *before: str) -> str:
    return done(run(*before, "summary", env={"TRACKER_TODAY": day}))


def hold_figures(run: Run, day: date, agency: str | None = None) -> None:
    all_told = told(run, day)
    rows = all_told.rows
    if agency is not None:
        speaks_for = {agency} if agency == "WHO" and day.year != 2015 else LED[agency]
        rows = [row for row in rows if speaks_for & set(leads(row))]
    found = summary(run, day, agency=agency)
    assert found["day"] == day.isoformat()
    assert found["statuses"] == dict(Counter(row["status"] for row in rows))
    assert found["total"] == len(rows)
    assert found["open"] == sum(map(is_open, rows))
    overdue = sorted(
        (row for row in rows if is_overdue(row, day)), key=lambda row: latest(row) or day
    )
    assert found["overdue_count"] == len(overdue)
    assert set(found["overdue"]) <= {row["ref"] for row in overdue}
    assert [latest(row) for row in overdue[:5]] == [
        latest(row) for ref in found["overdue"] for row in rows if row["ref"] == ref
    ]
    ahead = [
        first
        for one in all_told.meetings.values()
        if one["series"] and one["when"] and one["when"]["latest"] >= day.isoformat()
        for first in [date.fromisoformat(one["when"]["earliest"])]
    ]
    until = min(ahead, default=day)
    until = until if until > day else day + timedelta(days=30)
    assert found["due_before"] == until.isoformat()
    soon = [row for row in rows if is_open(row) and day <= (latest(row) or date.min) < until]
    assert found["due_next_count"] == len(soon)
    assert set(found["due_next"]) <= {row["ref"] for row in soon}
    assert found["silent_count"] == sum(is_silent(row, all_told) for row in rows)
    assert found["disputed_count"] == sum(map(is_disputed, rows))
    assert found["undated_count"] == sum(is_open(row) and is_undated(row) for row in rows)
    assert found["unverified_count"] == sum(row["verification"] == "unverified" for row in rows)
    assert found["unconfirmed_count"] == sum(
        is_open(row)
        and any(
            owner["role"] == "lead" and owner["acceptance"] == "unconfirmed"
            for owner in row["owners"]
        )
        for row in rows
    )


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_its_figures_are_what_a_recount_gives(run: Run, register: Path, day: date) -> None:
    year.give_year(register)
    hold_figures(run, day)


@pytest.mark.parametrize("agency", LED)
def test_an_agency_is_told_of_what_it_leads(run: Run, register: Path, agency: str) -> None:
    year.give_year(register)
    for day in DAYS[2:4]:
        hold_figures(run, day, agency)
    shown = text(run, "2015-09-01", "--as", agency.lower())
    assert f", for {agency}," in shown
    assert f"tracker --as {agency}" in shown


def test_an_agency_is_told_in_how_many_more_it_is_partner(run: Run, register: Path) -> None:
    year.give_year(register)
    assert summary(run, DAYS[2], agency="IOM")["partner_in"] == 1
    assert "artner in 1 more" in text(run, "2015-09-01", "--as", "IOM")
    assert "artner" not in text(run, "2015-09-01", "--as", "ILO")


def test_the_text_says_what_is_late_and_what_to_do_next(run: Run, any_register: str) -> None:
    year.write_year(any_register)
    shown = text(run, "2015-12-10")
    assert "Test, 2015-12-10" in shown
    assert "CM14, Fourteenth meeting, 18 February 2016 (in 70 days)" in shown
    assert "CM12-03  344 days over  ILO" in shown
    assert "tracker list --overdue" in shown
    assert "tracker report CM14 -o follow-up.pdf" in shown
    assert "hold back" in shown
    assert "logged by mistake" not in shown
    assert "hold back" not in text(run, "2015-12-10", "--as", "ILO")
    assert "(now)" in text(run, "2016-02-18")


def test_every_command_it_names_is_one(run: Run, register: Path) -> None:
    for prepare in (lambda: None, lambda: fill(run), lambda: year.give_year(register)):
        prepare()
        for day in ("2014-01-01", "2015-09-01", "2030-01-01"):
            next_ones = text(run, day).partition("\nNext\n")[2].splitlines()
            assert next_ones
            for line in next_ones:
                name = line.split()[1]
                assert run(name, "--help").exit_code == 0, line


def test_an_empty_register_says_how_to_begin(run: Run, register: Path) -> None:
    shown = text(run, "2015-09-01")
    assert "No commitment is logged yet." in shown
    assert "tracker meeting add" in shown
    done(run("agency", "add", "IOM", "International Organization for Migration"))
    assert "Nothing is led by you." in text(run, "2015-09-01", "--as", "IOM")
    fill(run)
    assert "tracker log CM13" in text(run, "2015-02-01")


def test_without_a_register_it_names_init_and_makes_nothing(run: Run, surroundings: Path) -> None:
    outcome = run("summary")
    assert (outcome.exit_code, outcome.stdout) == (3, "")
    assert "tracker init" in outcome.stderr
    assert list(surroundings.iterdir()) == []


def test_an_unknown_agency_is_refused_with_the_nearest(run: Run, register: Path) -> None:
    year.give_year(register)
    outcome = run("--as", "IOMM", "summary")
    assert (outcome.exit_code, outcome.stdout) == (1, "")
    assert "IOM" in outcome.stderr


def test_bare_tracker_shows_it_in_a_terminal_and_help_in_a_pipe(
    run: Run, register: Path, in_terminal: Any
) -> None:
    year.give_year(register)
    env = {"TRACKER_TODAY": "2015-12-10", "PAGER": "cat"}
    shown, code = in_terminal("-m", "tracker", env=env)
    assert code == 0
    assert shown.rstrip() == done(run("summary", env=env))
    piped = run()
    assert "Usage: tracker" in piped.stdout
    assert "Fourteenth meeting" not in piped.stdout


def test_bare_tracker_in_a_terminal_names_init_where_no_register_is(
    surroundings: Path, in_terminal: Any
) -> None:
    shown, code = in_terminal("-m", "tracker")
    assert code == 3
    assert "tracker init" in shown


def test_as_of_a_day_it_is_what_it_was_on_that_day(run: Run, register: Path) -> None:
    year.give_year(register)
    now = date(2020, 1, 1)
    then = summary(run, now, as_of="2015-05-01")
    assert then["day"] == "2015-05-01"
    assert then["next_meeting"]["code"] == "CM14"
    assert then["statuses"] == {"announced": 9, "in-progress": 1, "completed": 1}
    assert summary(run, now, as_of="2013-05-01")["total"] == 0
    as_agency = summary(run, now, as_of="2015-05-01", agency="WHO")
    # WHO chaired the group then, and does not any more.
    assert as_agency["total"] == 2


def test_wide_and_hostile_names_stand_in_columns_and_are_made_safe(
    run: Run, register: Path, in_terminal: Any
) -> None:
    fill(run)
    done(run("agency", "add", "国际", "国际移民组织"))
    for line in ("国际: 出版手册 (July 2015)", "IOM: نشر الدليل (July 2015)"):
        done(run("log", "CM13", line))
    connection = sqlite3.connect(register)
    connection.execute("UPDATE commitment SET text = 'a' || char(27) || '[31m' || char(8238)")
    connection.execute("UPDATE register SET name = char(27) || ']0;x' || char(7)")
    connection.commit()
    connection.close()
    shown, code = in_terminal(
        "-m", "tracker", "summary", env={"TRACKER_TODAY": "2015-09-01", "PAGER": "cat"}
    )
    assert code == 0
    assert not set("\x1b\x07\u202e") & set(shown)
    rows = [line for line in shown.splitlines() if line.strip().startswith("CM13-")]
    # The wide code takes four columns, as padding of the narrow one says.
    assert {line.partition("over")[2].partition("a")[0].strip() for line in rows} == {"国际", "IOM"}
    assert any("IOM   a" in line for line in rows)
    assert any("国际  a" in line for line in rows)


def test_looking_changes_nothing(run: Run, register: Path) -> None:
    year.give_year(register)
    before = contents(str(register))
    text(run, "2015-09-01")
    done(run("summary", "--as-of", "2015-09-01"))
    assert contents(str(register)) == before
