"""`tracker list`: each filter is counted again from what the register says of itself."""

import itertools
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli import year
from tests.cli.recount import AGENCIES, STATUSES, hold_recount, latest, listed, refs
from tests.conftest import Outcome
from tracker.storage import database

Run = Callable[..., Outcome]


def test_every_filter_finds_what_a_recount_finds(run: Run, any_register: str) -> None:
    year.write_year(any_register)
    counted = hold_recount(run)
    # A recount that finds nothing, or everything, would prove nothing.
    for words in ("--open", "--overdue", "--silent", "--slipped", "--undated", "--disputed"):
        assert 0 < len(counted[words,]) < 12, words


def test_the_day_that_counts_as_today_moves_what_is_late_and_silent(
    run: Run, register: Path
) -> None:
    year.give_year(register)
    for day in (
        "2014-02-21",
        "2015-02-12",
        "2015-02-13",
        "2015-02-14",
        "2015-06-02",
        "2016-02-18",
        "2016-02-19",
        "2030-01-01",
    ):
        hold_recount(run, date.fromisoformat(day))


def test_nobody_is_silent_before_the_meeting_is_over(run: Run, register: Path) -> None:
    year.give_year(register)
    silent = {
        day: refs(listed(run, "--silent", "--meeting", "CM13", today=date.fromisoformat(day)))
        for day in ("2015-02-13", "2015-02-14", "2015-02-15")
    }
    assert silent["2015-02-13"] == []
    # Words recorded later are true of later days: since the meeting there is a word all the same.
    assert silent["2015-02-14"] == silent["2015-02-15"] == ["CM13-04", "CM13-05", "CM13-07"]
    # On the day of CM14 itself, CM13 is still the meeting before.
    on_the_day = listed(run, "--silent", "--series", "CM", today=date(2016, 2, 18))
    assert refs(on_the_day) == ["CM12-03", "CM13-04", "CM13-05", "CM13-07"]
    the_day_after = listed(run, "--silent", "--series", "CM", today=date(2016, 2, 19))
    assert "CM13-02" in refs(the_day_after)


def test_only_a_word_of_an_owner_ends_silence_and_from_the_day_it_is_true_of(
    run: Run, register: Path
) -> None:
    year.give_year(register)
    before = {"TRACKER_TODAY": "2015-06-30"}

    def silent() -> bool:
        return "CM13-04" in refs(listed(run, "--silent", today=date(2015, 6, 30)))

    assert silent()
    run("update", "CM13-04", "--note", "The coordinator's own.", env=before)
    assert silent()
    run("edit", "CM13-04", "--place", "Nairobi", env=before)
    assert silent()
    # News that was true before the meeting says nothing of what came after it.
    entered = run(
        "update", "CM13-04", "--for", "IOM", "--note", "Older.", "--on", "2015-02-11", env=before
    )
    assert entered.exit_code == 0, entered.stderr
    assert silent()
    run("update", "CM13-04", "--for", "IOM", "--note", "At it.", "--on", "2015-02-13", env=before)
    assert not silent()


def test_a_day_begins_at_midnight_in_the_time_zone_of_the_register(
    run: Run, surroundings: Path
) -> None:
    assert run("init", "--name", "Tokyo", "--time-zone", "Asia/Tokyo").exit_code == 0
    with database.writing(str(surroundings / "tracker.db")) as session:
        year.agency(session, "IOM", "International Organization for Migration")
        year.meeting(session, "M1", "Meeting", when="1 June 2015")
        year.log(
            session, year.on("2015-06-30", hour=14), "M1", [year.Ask("IOM: the evening before", {})]
        )
        year.log(
            session, year.on("2015-06-30", hour=16), "M1", [year.Ask("IOM: the morning of", {})]
        )
    assert refs(listed(run, "--updated-since", "2015-07-01")) == ["M1-02"]
    assert refs(listed(run, "--updated-since", "0001-01-01")) == ["M1-01", "M1-02"]


# Registers that nobody thought of.

_DAYS = st.dates(date(2014, 1, 1), date(2016, 1, 15))


@st.composite
def registers(draw: st.DrawFn) -> dict[str, Any]:
    days = sorted(
        draw(
            st.lists(
                st.dates(date(2013, 1, 1), date(2017, 1, 1)), min_size=3, max_size=3, unique=True
            )
        )
    )
    commitments = draw(
        st.lists(
            st.fixed_dictionaries(
                {
                    "at": st.integers(0, 3),
                    "leads": st.lists(
                        st.sampled_from(AGENCIES[:2]), min_size=1, max_size=2, unique=True
                    ),
                    "partners": st.sampled_from([(), ("WHO",)]),
                    "due": st.none() | st.dates(date(2014, 6, 1), date(2017, 1, 1)),
                    "by": st.booleans(),
                    "kind": st.sampled_from([None, "data", "event"]),
                    "tags": st.sampled_from([(), ("data",), ("labour", "data")]),
                    "restricted": st.booleans(),
                    "voided": st.sampled_from([False, False, False, True]),
                    "updates": st.lists(
                        st.fixed_dictionaries(
                            {
                                "on": _DAYS,
                                "who": st.sampled_from(["", "for", "as"]),
                                "what": st.sampled_from(
                                    [
                                        "in-progress",
                                        "completed",
                                        "withdrawn",
                                        "due",
                                        "sooner",
                                        "accept",
                                        "dispute",
                                        "edit-due",
                                        "note",
                                    ]
                                ),
                                "day": st.dates(date(2014, 6, 1), date(2017, 1, 1)),
                            }
                        ),
                        max_size=4,
                    ),
                }
            ),
            min_size=4,
            max_size=10,
        )
    )
    return {"meetings": days, "commitments": commitments}


def write(url: str, drawn: dict[str, Any], prefix: str) -> None:
    """Put a drawn register beside what stands there, under codes of its own."""
    with database.writing(url) as session:
        codes = [f"{prefix}M{number}" for number in range(3)] + [f"{prefix}X"]
        for number, day in enumerate(drawn["meetings"]):
            year.meeting(
                session, codes[number], "Meeting", when=day.isoformat(), series=f"{prefix}S"
            )
        year.meeting(session, codes[3], "Alone", when=drawn["meetings"][1].isoformat())
        for one in drawn["commitments"]:
            code = codes[one["at"]]
            fields = {
                "leads": tuple(one["leads"]),
                "partners": one["partners"],
                "kind": one["kind"],
                "tags": one["tags"],
                "restricted": one["restricted"],
            }
            if one["due"]:
                fields["due"] = (
                    f"no later than {one['due']}" if one["by"] else one["due"].isoformat()
                )
            ref = year.log(session, year.on("2015-01-05"), code, [year.Ask("do it", fields)])[0].ref
            for news in one["updates"]:
                _change(session, ref, one, news)
            if one["voided"]:
                year.void(session, year.on("2016-01-15"), ref, reason="A slip of the pen.")


def _change(session: Any, ref: str, one: dict[str, Any], news: dict[str, Any]) -> None:
    from tracker.errors import Refused

    lead = one["leads"][0]
    said: dict[str, Any] = {"on": news["on"], "note": "So it stands."}
    match news["what"]:
        case "note":
            pass
        case "due" | "sooner":
            said |= {"due": f"no later than {news['day']}", "reason": "So it goes."}
        case "accept":
            said["accept"] = True
        case "dispute":
            said["dispute"] = "Not us."
        case "edit-due":
            words = {"due": news["day"].isoformat()}
            try:
                year.edit(session, year.on("2015-12-01"), ref, words)
            except Refused:
                session.rollback()
            return
        case status:
            said["status"] = status
    acting = lead if news["who"] == "as" else None
    behalf = {"for_agency": lead} if news["who"] == "for" else {}
    try:
        day = max(news["on"], date(2015, 1, 6)).isoformat()
        year.say(session, day, ref, agency=acting, **said, **behalf)
    except Refused:
        # Not every draw may follow what went before.
        session.rollback()


def test_the_filters_of_any_register_find_what_a_recount_finds(run: Run, any_register: str) -> None:
    with database.writing(any_register) as session:
        for code in AGENCIES:
            year.agency(session, code, f"Agency {code}")
    prefixes: Iterator[int] = itertools.count()

    @settings(
        max_examples=5,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(registers())
    def hold(drawn: dict[str, Any]) -> None:
        write(any_register, drawn, f"D{next(prefixes)}")
        hold_recount(run)

    hold()


# Order.

SORTS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "due": latest,
    "status": lambda row: (*STATUSES, "superseded").index(row["status"]),
    "text": lambda row: row["text"].casefold(),
    "kind": lambda row: row["kind"],
    "created": lambda row: row["created_at"],
    "updated": lambda row: row["updated_at"],
}


def test_each_sort_goes_both_ways_and_what_has_no_value_comes_last(
    run: Run, any_register: str
) -> None:
    year.write_year(any_register)
    for name, key in SORTS.items():
        for sign in ("", "-"):
            rows = listed(run, "--sort", f"{sign}{name}")
            known = [key(row) for row in rows if key(row) is not None]
            assert known == sorted(known, reverse=bool(sign)), (sign, name)
            assert [key(row) for row in rows[len(known) :]] == [None] * (len(rows) - len(known))
    assert refs(listed(run)) == refs(listed(run, "--sort", "ref"))
    assert refs(listed(run, "--sort", "ref"))[:4] == ["CM12-01", "CM12-02", "CM12-03", "CM13-01"]
    assert refs(listed(run, "--sort", "-due", "--limit", "2")) == ["CM14-01", "LONE-01"]
    assert len(listed(run, "--limit", "1")) == 1
    assert len(listed(run, "--limit", "1000")) == 13


def test_texts_are_sorted_without_regard_to_case_and_accents(run: Run, any_register: str) -> None:
    with database.writing(any_register) as session:
        year.agency(session, "IOM", "International Organization for Migration")
        year.meeting(session, "M1", "Meeting")
        for text in ("zebra", "Étude", "apple", "Echo", "eu"):
            year.announce(session, "2015-01-05", "M1", f"IOM: {text}")
    rows = listed(run, "--sort", "text")
    assert [row["text"] for row in rows] == ["apple", "Echo", "Étude", "eu", "zebra"]


# What is refused.


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--meeting", "CM31"], 1, ["CM31", "CM13"]),
        (["--series", "CN"], 1, ["CN", "CM"]),
        (["--owner", "IOMM"], 1, ["IOMM", "IOM"]),
        (["--lead", "World Heath Organization"], 1, ["WHO"]),
        (["--status", "complete"], 2, ["completed"]),
        (["--kind", "evnt"], 2, ["event"]),
        (["--sort", "dew"], 2, ["due"]),
        (["--due-before", "yesterweek"], 1, ["yesterweek"]),
        (["--due-before", "2015"], 1, ["--due-before"]),
        (["--due-within", "-1"], 2, ["--due-within"]),
        (["--due-within", "soon"], 2, ["--due-within"]),
        (["--limit", "0"], 2, ["--limit"]),
        (["--format", "yaml"], 2, ["json"]),
        (["--overdu"], 2, ["--overdue"]),
    ],
)
def test_a_filter_that_cannot_be_meant_is_refused_with_what_could_be(
    run: Run, register: Path, words: list[str], code: int, said: list[str]
) -> None:
    year.give_year(register)
    outcome = run("list", *words)
    assert outcome.exit_code == code, outcome.stderr
    assert outcome.stdout == ""
    for one in said:
        assert one in outcome.stderr


def test_a_tag_that_nothing_has_finds_nothing(run: Run, register: Path) -> None:
    year.give_year(register)
    outcome = run("list", "--tag", "nonesuch")
    assert (outcome.exit_code, outcome.stdout) == (0, "")
    assert "No commitment" in outcome.stderr


def test_what_was_voided_leaves_the_list(run: Run, register: Path) -> None:
    year.give_year(register)
    assert "CM13-06" not in refs(listed(run))
    assert "CM13-06" not in refs(listed(run, "mistake"))
    assert listed(run, "--meeting", "CM13", "--due-before", "2099-01-01", "--status", "announced")
    assert run("show", "CM13-06").exit_code == 0


def test_an_empty_register_lists_nothing_and_says_what_to_do(run: Run, register: Path) -> None:
    shutil.copy(register, "empty.db")
    outcome = run("--db", "empty.db", "list")
    assert (outcome.exit_code, outcome.stdout) == (0, "")
    assert "tracker log" in outcome.stderr
    assert run("--db", "empty.db", "list", "--format", "json").stdout == "[]\n"
    assert run("--db", "empty.db", "list", "--format", "refs").stdout == ""
