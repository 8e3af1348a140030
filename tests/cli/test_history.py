"""`tracker history`: what was recorded, of one thing or of all, by whom and since when."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli import year
from tests.conftest import Outcome

Run = Callable[..., Outcome]


@pytest.fixture
def told(register: Path) -> Path:
    year.give_year(register)
    return register


@pytest.fixture
def told_on_any(any_register: str) -> str:
    year.write_year(any_register)
    return any_register


def entries(run: Run, *words: str) -> list[dict[str, Any]]:
    outcome = run("history", *words, "--format", "json")
    assert outcome.exit_code == 0, (words, outcome.stderr)
    found: list[dict[str, Any]] = json.loads(outcome.stdout)
    return found


def test_history_of_one_thing_is_a_part_of_the_whole_in_its_order(run: Run, told: Path) -> None:
    whole = entries(run)
    assert [entry["number"] for entry in whole] == list(range(1, len(whole) + 1))
    of_each = {
        "CM13-02": ("commitment", "CM13-02"),
        "cm13": ("meeting", "CM13"),
        "CM": ("series", "CM"),
        "IOM": ("agency", "IOM"),
        "Global Migration Group": ("agency", "GMG"),
        "CM13-06": ("commitment", "CM13-06"),
    }
    for typed, (subject, ref) in of_each.items():
        wanted = [one for one in whole if (one["subject"], one["ref"]) == (subject, ref)]
        assert wanted
        assert entries(run, typed) == wanted, typed


def test_since_counts_from_when_it_was_recorded(run: Run, told_on_any: str) -> None:
    whole = entries(run)
    for day in ("2015-03-10", "2015-06-02", "2015-06-03", "2099-01-01", "2 June 2015"):
        from_day = "2015-06-02" if day.startswith("2 ") else day
        wanted = [one for one in whole if one["at"] >= f"{from_day}T00:00:00Z"]
        assert entries(run, "--since", day) == wanted
    late = entries(run, "CM12-02", "--since", "2015-06-01")
    assert [(one["at"][:10], one["on"]) for one in late] == [("2015-06-02", "2014-12-01")]
    assert entries(run, "--since", "0001-01-01") == whole
    assert entries(run, "--since", "9999-12-31") == []


def test_of_an_agency_is_what_it_said_or_what_was_entered_for_it(
    run: Run, told_on_any: str
) -> None:
    for code in ("IOM", "ILO", "WHO", "GMG"):
        wanted = [one for one in entries(run) if code in (one["agency"], one["on_behalf_of"])]
        assert entries(run, "--of", code.lower()) == wanted, code
    assert {one["ref"] for one in entries(run, "--of", "WHO")} == {"CM13-01", "CM13-03"}
    assert [one["ref"] for one in entries(run, "CM13-02", "--of", "ILO")] == ["CM13-02", "CM13-02"]
    since = entries(run, "--of", "IOM", "--since", "2015-07-01")
    assert [one["ref"] for one in since] == ["CM12-01", "CM13-08"]
    assert entries(run, "CM13-02", "--of", "IOM") == []


def test_an_entry_says_who_in_what_capacity_from_what_to_what(run: Run, told_on_any: str) -> None:
    first, second, third = entries(run, "CM13-02")
    assert (first["act"], first["changes"]["text"]) == ("log", [None, "publish a guide"])
    assert (second["on_behalf_of"], second["agency"], second["capacity"]) == (
        "ILO",
        None,
        "coordinator",
    )
    assert [side["words"] for side in second["changes"]["due"]] == [
        "by the end of June 2015",
        "by the end of September 2015",
    ]
    assert second["reason"] == "Printer late."
    assert third["changes"]["status"] == ["announced", "in-progress"]
    (word,) = [one for one in entries(run, "CM13-01") if one["act"] == "update"]
    assert (word["agency"], word["capacity"], word["note"]) == (
        "WHO",
        "agency",
        "Salle réservée à Genève",
    )
    assert word["door"] == "cli"
    # By uid in the database; to people and programs alike, by the names they know.
    assert {owner["agency"] for owner in word["changes"]["owners"][1]} == {"GMG", "IOM"}


def test_people_read_both_days_notes_and_reasons(run: Run, told: Path) -> None:
    head, *lines = run("history", "CM12-02").stdout.splitlines()
    assert "Recorded (UTC)" in head
    assert "True of" in head
    assert "2015-06-02 12:00  2014-12-01" in lines[-1]
    assert "No money." in run("history", "CM13-08").stdout
    assert "disputed: We said nothing." in run("history", "CM13-03").stdout
    assert "Ana Writer (WHO)" in run("history", "CM13-01").stdout


def test_every_format_tells_the_same_entries(run: Run, told: Path) -> None:
    whole = entries(run)
    lines = run("history", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == whole
    text = run("history", "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [row["sha256"] for row in rows] == [one["sha256"] for one in whole]
    assert [json.loads(row["changes"]) for row in rows] == [one["changes"] for one in whole]
    assert run("history", "--format", "refs").stdout.split() == [one["ref"] for one in whole]
    assert len(run("history").stdout.splitlines()) == len(whole) + 1
    assert len(run("history", "--format", "md").stdout.splitlines()) == len(whole) + 2


def test_nothing_recorded_says_so(run: Run, told: Path) -> None:
    outcome = run("history", "--since", "2099-01-01")
    assert (outcome.exit_code, outcome.stdout) == (0, "")
    assert outcome.stderr.startswith("Nothing was recorded")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["CM15"], ["CM15", "CM14"]),
        (["CM13-99"], ["CM13-99", "CM13-0"]),
        (["Intl Org for Migration"], ["IOM"]),
        (["nonesuch"], ["nonesuch", "meeting", "series", "agency"]),
        (["--of", "IOMM"], ["IOM"]),
        (["--since", "summer"], ["--since"]),
        (["--since", "2015"], ["--since"]),
    ],
)
def test_what_history_cannot_be_of_is_refused_in_words(
    run: Run, register: Path, words: list[str], said: list[str]
) -> None:
    year.give_year(register)
    outcome = run("history", *words)
    assert outcome.exit_code == 1
    assert outcome.stdout == ""
    for one in said:
        assert one in outcome.stderr


def test_of_a_person_history_tells_that_an_address_changed_and_not_to_what(
    run: Run, told: Path
) -> None:
    edited = run("agency", "edit", "IOM", "--focal-point", "Ines Focal <new@iom.example>")
    assert edited.exit_code == 0, edited.stderr
    text = json.dumps(entries(run, "IOM"))
    assert "ines@iom.example" not in text
    assert "new@iom.example" not in text
