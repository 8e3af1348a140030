"""`tracker list --format`: the same rows for people, spreadsheets and scripts."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tests.cli import year
from tests.cli.recount import TODAY, listed, refs
from tests.conftest import Outcome
from tracker.storage import database

Run = Callable[..., Outcome]


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
