"""`tracker --as AGENCY` reads: all that is not restricted, what it owns, its own contact data."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli import year
from tests.conftest import Outcome

Run = Callable[..., Outcome]

ENV = {"TRACKER_TODAY": "2016-01-15"}
# Restricted commitments are CM13-04 (IOM leads it) and those that `held` adds.
EVERYTHING = (
    "CM12-01 CM12-02 CM12-03 CM13-01 CM13-02 CM13-03 "
    "CM13-05 CM13-07 CM13-08 SIDE-01 LONE-01 CM14-01"
)


@pytest.fixture
def held(run: Run, register: Path) -> Path:
    """Give the year's register with more that is restricted: a group's, and a part's."""
    year.give_year(register)
    restrict_more(run)
    return register


@pytest.fixture
def held_on_any(run: Run, any_register: str) -> str:
    year.write_year(any_register)
    restrict_more(run)
    return any_register


def restrict_more(run: Run) -> None:
    for line, *options in (
        ["GMG: what the group keeps to itself"],
        ["POP: what the division keeps to itself"],
        ["ILO: what is shared with the division", "--partner", "POP"],
    ):
        logged = run("log", "LONE", line, "--restricted", *options)
        assert logged.exit_code == 0, logged.stderr


def as_(run: Run, agency: str, *words: str) -> Outcome:
    outcome = run("--as", agency, *words, env=ENV)
    assert outcome.exit_code == 0, (agency, words, outcome.stderr)
    return outcome


def refs(run: Run, agency: str, *words: str) -> set[str]:
    return set(as_(run, agency, "list", *words, "--format", "refs").stdout.split())


def test_an_agency_sees_what_is_not_restricted_and_what_it_owns(run: Run, held_on_any: str) -> None:
    open_to_all = set(EVERYTHING.split())
    assert refs(run, "IOM") == open_to_all | {"CM13-04", "LONE-02"}  # a member of the group
    assert refs(run, "ILO") == open_to_all | {"LONE-04"}
    assert refs(run, "POP") == open_to_all | {"LONE-03", "LONE-04"}
    assert refs(run, "DESA") == open_to_all | {"LONE-03"}  # what its part leads
    assert refs(run, "GMG") == open_to_all | {"LONE-02"}
    everything = set(run("list", "--format", "refs", env=ENV).stdout.split())
    assert everything == open_to_all | {"CM13-04", "LONE-02", "LONE-03", "LONE-04"}


def test_whoever_chairs_a_group_sees_for_it_while_the_chair_lasts(run: Run, held: Path) -> None:
    chairing = run("--as", "WHO", "list", "--format", "refs", env={"TRACKER_TODAY": "2015-06-01"})
    assert "LONE-02" in chairing.stdout.split()
    assert "LONE-02" not in refs(run, "WHO")


def test_what_an_agency_may_not_see_is_not_there_by_any_way(run: Run, held: Path) -> None:
    for words in (
        ["show", "CM13-04"],
        ["show", "CM13-04", "--format", "json"],
        ["history", "CM13-04"],
    ):
        outcome = run("--as", "ILO", *words, env=ENV)
        assert outcome.exit_code == 1
        assert outcome.stdout == ""
        assert "hold back" not in outcome.stderr
        # As for a ref that nothing ever had.
        never = run("--as", "ILO", *[word.replace("CM13-04", "CM13-99") for word in words], env=ENV)
        assert outcome.stderr.replace("CM13-04", "CM13-99") == never.stderr
    for words in (
        ["list", "hold"],
        ["list", "--tag", "data"],
        ["list", "--owner", "IOM"],
        ["list", "--overdue"],
        ["list", "--silent"],
        ["history"],
        ["history", "--of", "IOM"],
        ["report", "CM14"],
        ["report", "CM14", "--format", "json"],
        ["list", "--format", "csv"],
    ):
        outcome = as_(run, "ILO", *words)
        assert "CM13-04" not in outcome.stdout, words
        assert "hold back" not in outcome.stdout, words
    assert "CM13-04" in as_(run, "IOM", "list", "hold").stdout
    assert "CM13-04" in as_(run, "IOM", "history").stdout


def test_restricted_notes_of_the_coordinator_are_for_the_coordinator(
    run: Run, held_on_any: str
) -> None:
    for note in ("On its behalf: tangerine.", "With a status: tangerine."):
        run(
            "update",
            "CM13-05",
            "--note",
            note,
            "--restricted",
            "--for",
            "POP",
            *(["--status", "in-progress"] if "status" in note else []),
            env=ENV,
        )
    assert "tangerine" in run("show", "CM13-05").stdout
    for agency in ("POP", "ILO"):
        for words in (
            ["show", "CM13-05"],
            ["show", "CM13-05", "--format", "json"],
            ["history", "CM13-05"],
            ["history", "--format", "json"],
            ["list", "--format", "json"],
            ["list", "--format", "csv"],
            ["report", "CM14"],
            ["report", "CM14", "--format", "json"],
            ["history", "--of", "POP"],
        ):
            assert year.SECRET not in as_(run, agency, *words).stdout, words
        assert refs(run, agency, year.SECRET) == set()
    shown = json.loads(as_(run, "POP", "show", "CM13-05", "--format", "json").stdout)
    # The status stands, what was said with it does not; a note alone leaves nothing behind.
    assert shown["status"] == "in-progress"
    assert shown["last_update"]["status"] == "in-progress"
    assert shown["last_update"]["note"] is None
    assert [entry["act"] for entry in shown["history"]] == ["log", "update"]


def test_the_last_word_an_agency_sees_is_the_last_that_is_open_to_it(
    run: Run, held_on_any: str
) -> None:
    def last(*before: str) -> Any:
        rows = run(*before, "list", "--meeting", "CM13", "--format", "json", env=ENV).stdout
        return {row["ref"]: row["last_update"] for row in json.loads(rows)}["CM13-01"]

    run("update", "CM13-01", "--note", f"Only {year.SECRET}.", "--restricted", env=ENV)
    assert year.SECRET in last()["note"]
    assert last("--as", "GMG")["note"] == last("--as", "ILO")["note"] == "Salle réservée à Genève"
    report = json.loads(run("report", "CM14", "--format", "json", env=ENV).stdout)
    row = next(row for row in report["commitments"] if row["ref"] == "CM13-01")
    assert row["last_update"]["note"] == "Salle réservée à Genève"


def test_the_reason_of_a_restricted_word_is_not_told_beside_the_date(run: Run, held: Path) -> None:
    said = run(
        "update",
        "CM13-02",
        "--due",
        "by the end of 2015",
        "--reason",
        f"A {year.SECRET} strike.",
        "--note",
        "Confidential.",
        "--restricted",
        env=ENV,
    )
    assert said.exit_code == 0, said.stderr
    for words in (
        ["show", "CM13-02"],
        ["show", "CM13-02", "--format", "json"],
        ["history", "CM13-02"],
    ):
        assert year.SECRET not in as_(run, "ILO", *words).stdout
    for form in ("text", "json", "html", "md"):
        assert year.SECRET not in run("report", "CM14", "--format", form, env=ENV).stdout


def test_contact_data_is_an_agencys_own(run: Run, held: Path) -> None:
    assert "luc@ilo.example" in as_(run, "ILO", "agency", "show", "ILO").stdout
    assert "ines@iom.example" in run("agency", "show", "IOM").stdout
    for words in (
        ["agency", "show", "IOM"],
        ["agency", "show", "IOM", "--format", "json"],
        ["agency", "list", "--format", "json"],
        ["agency", "list", "--format", "csv"],
        ["history", "IOM"],
        ["history", "IOM", "--format", "json"],
        ["history", "--format", "json"],
    ):
        shown = as_(run, "ILO", *words).stdout
        assert "ines@iom.example" not in shown, words
        assert "Ines Focal" not in shown, words
    assert "Luc Point" in as_(run, "ILO", "history", "ILO", "--format", "json").stdout
    everyone = json.loads(as_(run, "ILO", "agency", "list", "--format", "json").stdout)
    assert [one["code"] for one in everyone if one["focal_points"]] == ["ILO"]


def test_an_agency_is_named_as_it_is_known_and_one_unknown_is_refused(run: Run, held: Path) -> None:
    by_name = as_(
        run, "international organization for MIGRATION", "list", "--format", "refs"
    ).stdout
    assert set(by_name.split()) == refs(run, "IOM")
    assert (
        run("list", "--format", "refs", env=ENV | {"TRACKER_AS": "ILO"}).stdout.count("CM13-04")
        == 0
    )
    for words in (
        ["list"],
        ["show", "CM13-01"],
        ["history"],
        ["report", "CM14"],
        ["agency", "list"],
    ):
        outcome = run("--as", "IOMM", *words, env=ENV)
        assert outcome.exit_code == 1, words
        assert "IOM" in outcome.stderr
        assert outcome.stdout == ""


def test_counts_of_an_agency_are_of_what_it_may_see(run: Run, held: Path) -> None:
    report = json.loads(as_(run, "ILO", "report", "--format", "json").stdout)
    shown = refs(run, "ILO") - {"LONE-04"}  # restricted, and so in no report
    assert report["figures"]["commitments"] == len(shown)
    assert {row["ref"] for row in report["commitments"]} == shown
    assert any("as ILO" in told for told in report["options"])
