"""`tracker list`: each filter is counted again from what the register says of itself."""

import csv
import io
import itertools
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli import year
from tests.conftest import Outcome
from tracker.storage import database

Run = Callable[..., Outcome]
Row = dict[str, Any]
Rows = list[Row]
Rule = Callable[[Row], bool]

TODAY = date(2016, 1, 15)
OPEN = ("announced", "in-progress")
STATUSES = (*OPEN, "completed", "partly-completed", "withdrawn")
AGENCIES = ("IOM", "ILO", "WHO")


def listed(run: Run, *words: str, today: date = TODAY) -> Rows:
    """Give what `list --format json` answers."""
    outcome = run("list", *words, "--format", "json", env={"TRACKER_TODAY": today.isoformat()})
    assert outcome.exit_code == 0, (words, outcome.stderr)
    assert outcome.stderr == ""
    found: Rows = json.loads(outcome.stdout)
    return found


def refs(rows: Rows) -> list[str]:
    return [row["ref"] for row in rows]


# The rules of the register, said a second time over what it prints.


@dataclass
class Told:
    """All that the register prints of itself on a day."""

    today: date
    rows: Rows
    meetings: dict[str, dict[str, Any]]
    words: dict[str, list[date]] = field(default_factory=dict)
    slips: dict[str, int] = field(default_factory=dict)


def told(run: Run, today: date = TODAY) -> Told:
    meetings = {
        row["code"]: row for row in json.loads(run("meeting", "list", "--format", "json").stdout)
    }
    made = Told(today, listed(run, today=today), meetings)
    for entry in json.loads(run("history", "--format", "json").stdout):
        ref, due = entry["ref"], entry["changes"].get("due")
        if entry["subject"] != "commitment":
            continue
        if entry["act"] == "update" and (entry["agency"] or entry["on_behalf_of"]):
            made.words.setdefault(ref, []).append(date.fromisoformat(entry["on"]))
        if entry["act"] == "edit" and due:
            made.slips[ref] = 0
        if entry["act"] == "update" and due and due[0] and due[0]["latest"]:
            after = due[1] and due[1]["latest"]
            made.slips[ref] = made.slips.get(ref, 0) + (after is None or after > due[0]["latest"])
    return made


def latest(row: dict[str, Any]) -> date | None:
    due = row["due"]
    return date.fromisoformat(due["latest"]) if due and due["latest"] else None


def is_open(row: dict[str, Any]) -> bool:
    return row["status"] in OPEN


def is_overdue(row: dict[str, Any], today: date) -> bool:
    day = latest(row)
    return is_open(row) and day is not None and day < today


def is_silent(row: dict[str, Any], all_told: Told) -> bool:
    """No word since the previous meeting of the series; outside a series, since its own."""
    own = all_told.meetings[row["meeting"]]
    if not is_open(row) or not (own["when"] is None or _is_over(own, all_told.today)):
        return False
    words = all_told.words.get(row["ref"], [])
    if own["series"] is None:
        since = _first_day(own)
        return not words or (since is not None and max(words) < since)
    over = [
        one
        for one in all_told.meetings.values()
        if one["series"] == own["series"] and _is_over(one, all_told.today)
    ]
    if not over:
        return False
    since = _first_day(max(over, key=lambda one: one["when"]["latest"]))
    return since is not None and all(word < since for word in words)


def _is_over(meeting: dict[str, Any], today: date) -> bool:
    when = meeting["when"]
    return bool(when and when["latest"] and date.fromisoformat(when["latest"]) < today)


def _first_day(meeting: dict[str, Any]) -> date | None:
    when = meeting["when"]
    day = when and (when["earliest"] or when["latest"])
    return date.fromisoformat(day) if day else None


def leads(row: dict[str, Any]) -> list[str]:
    return [owner["agency"] for owner in row["owners"] if owner["role"] == "lead"]


def has(name: str, *values: object) -> Rule:
    return lambda row: row[name] in values


def due_from_to(first: date, last: date) -> Rule:
    return lambda row: first <= (latest(row) or date.min) <= last


def both(one: Rule, other: Rule) -> Rule:
    return lambda row: one(row) and other(row)


def owned(code: str, *roles: str) -> Rule:
    return lambda row: any(
        owner["agency"] == code and owner["role"] in roles for owner in row["owners"]
    )


def updated_since(moment: str) -> Rule:
    return lambda row: bool(row["updated_at"] >= moment)


def is_undated(row: Row) -> bool:
    return not row["due"] or not (row["due"]["earliest"] or row["due"]["latest"])


def is_disputed(row: Row) -> bool:
    return any(
        owner["role"] == "lead" and owner["acceptance"] == "disputed" for owner in row["owners"]
    )


def recounts(all_told: Told) -> dict[tuple[str, ...], list[str]]:
    """Give what each filter must find, in the order of the unfiltered list."""
    today = all_told.today
    wanted: dict[tuple[str, ...], Rule] = {
        ("--open",): is_open,
        ("--overdue",): lambda row: is_overdue(row, today),
        ("--silent",): lambda row: is_silent(row, all_told),
        ("--slipped",): lambda row: all_told.slips.get(row["ref"], 0) > 0,
        ("--undated",): is_undated,
        ("--disputed",): is_disputed,
        ("--tag", "#Data"): lambda row: "data" in row["tags"],
        ("--kind", "data"): has("kind", "data"),
        ("--status", "completed", "--status", "withdrawn"): has("status", "completed", "withdrawn"),
    }
    wanted |= {("--status", status): has("status", status) for status in STATUSES}
    for days in (0, 30, 400):
        due = due_from_to(today, today + timedelta(days=days))
        wanted["--due-within", str(days)] = both(is_open, due)
    for day in ("2015-06-30", "2015-07-01", "2016-03-01"):
        before = date.fromisoformat(day) - timedelta(days=1)
        wanted["--due-before", day] = due_from_to(date.min + timedelta(days=1), before)
    for day in ("2015-03-10", "2015-09-01"):
        wanted["--updated-since", day] = updated_since(f"{day}T00:00:00Z")
    for code in AGENCIES:
        wanted["--lead", code] = owned(code, "lead")
        wanted["--owner", code.lower()] = owned(code, "lead", "partner")
    of_series: dict[str, list[str]] = {}
    for code, held in all_told.meetings.items():
        wanted["--meeting", code.lower()] = has("meeting", code)
        if held["series"]:
            of_series.setdefault(held["series"], []).append(code)
    wanted |= {("--series", code): has("meeting", *held) for code, held in of_series.items()}
    return {
        words: [row["ref"] for row in all_told.rows if rule(row)] for words, rule in wanted.items()
    }


def hold_recount(run: Run, today: date = TODAY) -> dict[tuple[str, ...], list[str]]:
    """Compare every filter, alone and with others, with its recount."""
    all_told = told(run, today)
    for row in all_told.rows:
        assert row["overdue"] == is_overdue(row, today), row
        assert row["silent"] == is_silent(row, all_told), row
        assert row["slips"] == all_told.slips.get(row["ref"], 0), row
    counted = recounts(all_told)
    for words, expected in counted.items():
        assert refs(listed(run, *words, today=today)) == expected, words
    together = [words for words in counted if words[0] not in ("--status", "--meeting")]
    for one, other in itertools.islice(zip(together, together[3:], strict=False), 0, None, 2):
        if one[0] != other[0]:
            wanted = [ref for ref in counted[one] if ref in counted[other]]
            assert refs(listed(run, *one, *other, today=today)) == wanted, (one, other)
    return counted


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


# Formats.

KEYS = {
    "ref": str,
    "uid": str,
    "meeting": str,
    "text": str,
    "kind": str | None,
    "status": str,
    "owners": list,
    "due": dict | None,
    "first_due": dict | None,
    "places": list,
    "tags": list,
    "strength": str | None,
    "said_by": str | None,
    "said_for": str | None,
    "source": dict | None,
    "links": list,
    "acceptance": str,
    "verification": str | None,
    "restricted": bool,
    "voided": bool,
    "overdue": bool,
    "silent": bool,
    "slips": int,
    "last_update": dict | None,
    "created_at": str,
    "updated_at": str,
}
DUE = ["words", "edtf", "earliest", "latest", "relation", "meeting"]
LAST_UPDATE = ["at", "on", "by", "agency", "status", "note"]


def test_json_is_the_object_that_scripts_rest_on(run: Run, any_register: str) -> None:
    year.write_year(any_register)
    rows = listed(run)
    for row in rows:
        assert list(row)[: len(KEYS)] == list(KEYS)
        for name, kind in KEYS.items():
            assert isinstance(row[name], kind), (name, row[name])
        for due in (row["due"], row["first_due"]):
            assert due is None or list(due) == DUE
        for owner in row["owners"]:
            assert list(owner) == ["agency", "role", "acceptance"]
        if row["last_update"]:
            assert list(row["last_update"])[: len(LAST_UPDATE)] == LAST_UPDATE
        datetime.strptime(row["created_at"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    by_ref = {row["ref"]: row for row in rows}
    symposium = by_ref["CM13-01"]
    assert symposium["owners"] == [
        {"agency": "GMG", "role": "lead", "acceptance": "confirmed"},
        {"agency": "IOM", "role": "partner", "acceptance": "unconfirmed"},
    ]
    assert symposium["due"] == {
        "words": "26 and 27 May 2015",
        "edtf": "2015-05-26/2015-05-27",
        "earliest": "2015-05-26",
        "latest": "2015-05-27",
        "relation": "on",
        "meeting": None,
    }
    assert symposium["source"] == {
        "document": "report.txt",
        "page": "7",
        "lines": "119-121",
        "quote": "The Group was planning\na symposium.",
    }
    assert (symposium["places"], symposium["tags"]) == (["Genève"], ["financing"])
    assert (symposium["said_by"], symposium["said_for"]) == ("Sonia Speaker", "GMG")
    assert (symposium["kind"], symposium["strength"]) == ("event", "planned")
    last = symposium["last_update"]
    assert {name: last[name] for name in LAST_UPDATE} == {
        "at": "2015-03-10T12:00:00Z",
        "on": "2015-03-10",
        "by": "Ana Writer",
        "agency": "WHO",
        "status": "in-progress",
        "note": "Salle réservée à Genève",
    }
    assert (symposium["overdue"], symposium["silent"], symposium["slips"]) == (True, False, 0)
    guide = by_ref["CM13-02"]
    assert guide["slips"] == 2
    assert guide["first_due"]["latest"] == "2015-06-30"
    assert guide["due"]["latest"] == "2015-11-30"
    assert by_ref["CM13-03"]["due"] is None
    assert by_ref["CM13-07"]["owners"] == []
    assert by_ref["CM12-02"]["verification"] == "unverified"


def test_every_format_tells_the_same_rows(run: Run, register: Path) -> None:
    year.give_year(register)
    rows = listed(run)
    env = {"TRACKER_TODAY": TODAY.isoformat()}

    def in_format(name: str) -> str:
        outcome = run("list", "--format", name, env=env)
        assert (outcome.exit_code, outcome.stderr) == (0, "")
        return outcome.stdout

    assert [json.loads(line) for line in in_format("jsonl").splitlines()] == rows
    assert in_format("refs").split() == refs(rows)
    for name, dialect in (("csv", "excel"), ("tsv", "excel-tab")):
        text = in_format(name)
        read = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), dialect=dialect))
        assert [row["ref"] for row in read] == refs(rows)
        assert [row["text"] for row in read] == [row["text"] for row in rows]
        assert [row["due_latest"] for row in read] == [
            (row["due"] and row["due"]["latest"]) or "" for row in rows
        ]
        assert [row["overdue"] for row in read] == [
            "yes" if row["overdue"] else "no" for row in rows
        ]
    table = in_format("table").splitlines()
    assert [line.split()[0] for line in table[1:]] == refs(rows)
    cells = [line.split("|") for line in in_format("md").splitlines()]
    assert [line[1].strip() for line in cells[2:]] == refs(rows)


def test_a_table_keeps_its_columns_where_characters_are_wide(run: Run, register: Path) -> None:
    from wcwidth import wcswidth

    with database.writing(str(register)) as session:
        year.agency(session, "IOM", "International Organization for Migration")
        year.meeting(session, "M1", "会议")
        for text in (
            "研究移徙者汇款的费用",
            "запустить горячую линию",
            "نشر دليل للمهاجرين",
            "plain",
        ):
            year.announce(session, "2015-01-05", "M1", f"IOM: {text}")
    head, *lines = run("list").stdout.splitlines()
    column = head.index("Commitment")
    for line, text in zip(lines, ("研究", "запустить", "نشر", "plain"), strict=True):
        before = line[: line.index(text)]
        assert wcswidth(before) == column


def test_a_long_list_goes_through_a_pipe_whole_and_a_closed_pipe_ends_quietly(
    run: Run, tracker: Run, register: Path
) -> None:
    text = "do something that takes rather more words than a terminal has columns " * 4
    with database.writing(str(register)) as session:
        year.agency(session, "IOM", "International Organization for Migration")
        year.meeting(session, "M1", "Meeting")
        asks = [year.Ask(f"IOM: {text}{number}", {}) for number in range(250)]
        year.log(session, year.on("2015-01-05"), "M1", asks)
    whole = tracker("list", env={"COLUMNS": "40", "LINES": "10", "PAGER": "false"})
    assert whole.exit_code == 0
    lines = whole.stdout.splitlines()
    assert len(lines) == 251
    assert all(line.endswith(f"{text.strip()} {number}") for number, line in enumerate(lines[1:]))
    command = [sys.executable, "-m", "tracker", "list", "--format", "csv"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""


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
