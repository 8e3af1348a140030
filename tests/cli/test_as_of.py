"""`--as-of DAY`: what the register said at the end of a past day, whatever is known by now."""

import json
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.cli import year
from tests.registers import Run, contents, done
from tracker.domain.drafts import UpdateDraft, checked
from tracker.domain.vocabulary import Door
from tracker.services.acting import Actor
from tracker.services.commitments import Ask, log
from tracker.services.undoing import undo
from tracker.services.updates import update
from tracker.storage import database

NOW = {"TRACKER_TODAY": "2020-01-01"}


@pytest.fixture
def told(register: Path) -> Path:
    year.give_year(register)
    return register


def listed(run: Run, day: str, *words: str, before: tuple[str, ...] = ()) -> list[str]:
    outcome = run(*before, "list", *words, "--as-of", day, "--format", "refs", env=NOW)
    assert outcome.exit_code == 0, outcome.stderr
    return outcome.stdout.split()


def shown(run: Run, ref: str, day: str) -> dict[str, Any]:
    words = ("show", ref, "--as-of", day, "--format", "json")
    found: dict[str, Any] = json.loads(done(run(*words, env=NOW)))
    return found


def test_list_gives_what_was_known_then(run: Run, told: Path) -> None:
    assert listed(run, "2014-02-23") == []
    assert listed(run, "2014-02-24") == ["CM12-01", "CM12-02", "CM12-03"]
    # Voided on the 21st: until then it was there.
    assert "CM13-06" in listed(run, "2015-02-20")
    assert "CM13-06" not in listed(run, "2015-02-21")
    # Delivered in December, and known in June.
    assert "CM12-02" in listed(run, "2015-06-01", "--open")
    assert "CM12-02" not in listed(run, "2015-06-02", "--open")
    assert listed(run, "2015-05-03", "--slipped") == []
    assert listed(run, "2015-05-04", "--slipped") == ["CM13-02"]
    assert "CM14-01" not in listed(run, "2016-02-17")


def test_overdue_and_silent_count_from_that_day(run: Run, told: Path) -> None:
    assert listed(run, "2015-06-30", "--overdue") == ["CM12-03", "CM13-01", "CM13-04", "SIDE-01"]
    json_then = run("list", "--as-of", "2015-06-30", "--format", "json", env=NOW).stdout
    same_day = run("list", "--as-of", "2015-06-30", "--format", "json").stdout
    assert json_then == same_day
    assert {row["ref"] for row in json.loads(json_then) if row["overdue"]} == set(
        listed(run, "2015-06-30", "--overdue")
    )


def test_search_finds_the_words_of_then(run: Run, told: Path) -> None:
    assert listed(run, "2015-03-09", "salle") == []
    assert listed(run, "2015-03-10", "salle") == ["CM13-01"]
    assert listed(run, "2016-02-18", "--tag", "draft") == []
    assert listed(run, "2016-02-19", "--tag", "draft") == ["CM14-01"]


def test_show_tells_it_as_it_was_with_the_history_up_to_then(run: Run, told: Path) -> None:
    then = shown(run, "CM13-02", "2015-05-04")
    assert (then["status"], then["slips"]) == ("announced", 1)
    assert then["due"]["words"] == "by the end of September 2015"
    assert then["first_due"]["words"] == "by the end of June 2015"
    assert [entry["act"] for entry in then["history"]] == ["log", "update"]
    assert then["updated_at"] == "2015-05-04T12:00:00Z"
    assert shown(run, "CM13-06", "2015-02-20")["voided"] is False
    in_text = done(run("show", "CM13-02", "--as-of", "2015-05-04", env=NOW))
    assert "September" in in_text
    assert "November" not in in_text
    refused_then = run("show", "CM13-02", "--as-of", "2015-02-19", env=NOW)
    assert (refused_then.exit_code, refused_then.stdout) == (1, "")
    assert "CM13-02" in refused_then.stderr


def test_of_the_last_day_all_is_as_it_is_now(run: Run, told: Path) -> None:
    for words in (
        ("list", "--format", "json"),
        ("show", "CM13-01", "--format", "json"),
        ("show", "CM13-01"),
        ("summary",),
        ("list", "--silent", "--sort", "-due"),
    ):
        assert done(run(*words, "--as-of", "2020-01-01", env=NOW)) == done(run(*words, env=NOW))


def test_a_report_is_drawn_from_what_was_known_then(run: Run, told: Path) -> None:
    then = json.loads(
        done(run("report", "CM14", "--as-of", "2015-05-04", "--format", "json", env=NOW))
    )
    flat = json.dumps(then)
    assert "by the end of September 2015" in flat
    assert "by the end of November 2015" not in flat
    assert "No money." not in flat
    in_text = done(run("report", "CM14", "--as-of", "2015-05-04", "--format", "text", env=NOW))
    assert "September 2015" in in_text
    assert "4 May 2015" in in_text
    assert "No money." not in in_text
    assert "No money." in done(run("report", "CM14", "--format", "text", env=NOW))
    # Before the meeting was in the register there is nothing to prepare for.
    early = run("report", "CM14", "--as-of", "2013-05-04", "--format", "text", env=NOW)
    assert (early.exit_code, early.stdout) == (1, "")


def test_what_is_restricted_stays_so(run: Run, told: Path) -> None:
    assert "CM13-04" in listed(run, "2015-03-01")
    assert "CM13-04" in listed(run, "2015-03-01", before=("--as", "IOM"))
    assert "CM13-04" not in listed(run, "2015-03-01", before=("--as", "ILO"))
    assert listed(run, "2015-04-01", year.SECRET) == ["CM13-05"]
    assert listed(run, "2015-04-01", year.SECRET, before=("--as", "ILO")) == []
    report = run("report", "CM14", "--as-of", "2015-04-01", "--format", "text", env=NOW).stdout
    assert "hold back" not in report
    assert year.SECRET not in report


def test_an_agency_that_was_not_there_yet_is_not_known(run: Run, told: Path) -> None:
    outcome = run("--as", "IOM", "list", "--as-of", "2013-12-31", env=NOW)
    assert (outcome.exit_code, outcome.stdout) == (1, "")
    assert "IOM" in outcome.stderr


def test_before_the_register_was_made_it_is_empty(run: Run, told: Path) -> None:
    assert listed(run, "1990-01-01") == []
    assert listed(run, "0001-01-02") == []
    assert "No commitment" in done(run("summary", "--as-of", "1990-01-01", env=NOW))


def test_a_day_that_has_not_come_or_is_none_is_refused(run: Run, told: Path) -> None:
    before = contents(str(told))
    for command in (("list",), ("show", "CM13-01"), ("summary",), ("report", "CM14")):
        for bad in ("2020-01-02", "9999-12-31", "May 2015", "yesteryear", "", "2015-02-30"):
            outcome = run(*command, "--as-of", bad, env=NOW)
            assert (outcome.exit_code, outcome.stdout) == (1, ""), (command, bad)
            assert "Traceback" not in outcome.stderr
            assert (bad or "--as-of") in outcome.stderr
    assert "today is 2020-01-01" in run("list", "--as-of", "2020-01-02", env=NOW).stderr
    assert contents(str(told)) == before
    assert listed(run, "4 May 2015") == listed(run, "2015-05-04")
    assert listed(run, "today") == listed(run, "2020-01-01")


def test_what_was_taken_back_stood_until_it_was(run: Run, told: Path) -> None:
    with database.writing(str(told)) as session:
        draft = checked(UpdateDraft, {"status": "completed", "note": "a pineapple"})
        update(session, year.on("2016-03-01"), ["CM13-05"], draft)
    with database.writing(str(told)) as session:
        undo(session, year.on("2016-03-03"))
    for day, found in (("2016-02-29", []), ("2016-03-02", ["CM13-05"]), ("2016-03-03", [])):
        assert listed(run, day, "pineapple") == found
        assert shown(run, "CM13-05", day)["status"] == ("completed" if found else "announced")


def test_the_day_ends_where_the_register_is(run: Run, surroundings: Path) -> None:
    done(run("init", "--name", "Far", "--time-zone", "Pacific/Auckland"))
    done(run("agency", "add", "IOM", "International Organization for Migration"))
    place = str(surroundings / "tracker.db")

    def at(hour: int, minute: int, day: int = 1) -> Actor:
        now = datetime(2027, 3, day, hour, minute, tzinfo=UTC)
        return Actor("Ana", Door.CLI, now, date(2027, 3, day))

    done(run("meeting", "add", "M1", "A meeting"))
    with database.writing(place) as session:
        log(session, at(10, 59), "M1", [Ask("IOM: do the first", {})])
    with database.writing(place) as session:
        log(session, at(11, 0), "M1", [Ask("IOM: do the second", {})])
    later = {"TRACKER_TODAY": "2027-06-01"}

    def refs(day: str) -> list[str]:
        return done(run("list", "--as-of", day, "--format", "refs", env=later)).split()

    # In March Auckland is thirteen hours ahead: its day ends at 11:00 UTC.
    assert refs("2027-02-28") == []
    assert refs("2027-03-01") == ["M1-01"]
    assert refs("2027-03-02") == ["M1-01", "M1-02"]


def test_a_clock_that_was_set_back_hides_nothing_but_what_it_dates_later(
    run: Run, told: Path
) -> None:
    # Of a commitment that a fast clock recorded, no word can have been heard before.
    with database.writing(str(told)) as session:
        log(session, year.on("2018-01-01"), "CM14", [Ask("IOM: do it early", {})])
    with database.writing(str(told)) as session:
        update(session, year.on("2017-01-01"), ["CM14-02"], checked(UpdateDraft, {"note": "x"}))
    assert listed(run, "2017-06-01") == listed(run, "2016-12-31")
    assert "CM14-02" in listed(run, "2018-01-01")


def test_a_register_that_was_analysed_can_be_looked_back_into(run: Run, told: Path) -> None:
    connection = sqlite3.connect(told)
    connection.execute("ANALYZE")
    connection.commit()
    connection.close()
    assert listed(run, "2014-02-24") == ["CM12-01", "CM12-02", "CM12-03"]
