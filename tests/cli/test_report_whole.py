"""The follow-up report's options: arrangement, since when, restricted items; who chairs; links."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli import year
from tests.conftest import Outcome
from tests.registers import done, refused
from tracker.domain.vocabulary import GroupBy
from tracker.storage import database

Run = Callable[..., Outcome]

ENV = {"TRACKER_TODAY": "2016-01-15"}


@pytest.fixture(autouse=True)
def told(register: Path) -> Path:
    year.give_year(register)
    return register


def report(run: Run, *words: str, env: dict[str, str] = ENV) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(done(run("report", *words, "--format", "json", env=env)))
    return made


def covered(run: Run, *words: str) -> list[str]:
    return [row["ref"] for row in report(run, *words)["commitments"]]


@pytest.mark.parametrize(
    ("by", "keys"),
    [
        (GroupBy.AGENCY, ["GMG", "ILO", "IOM", "POP", "WHO", None]),
        (GroupBy.MEETING, ["CM12", "CM13", "SIDE"]),
        (GroupBy.STATUS, ["announced", "in-progress", "completed", "withdrawn"]),
        (GroupBy.TAG, ["data", "financing", "labour", None]),
        (
            GroupBy.MONTH,
            [
                *("2014-12", "2015-03", "2015-05", "2015-07", "2015-09", "2015-11"),
                None,
            ],
        ),
    ],
)
def test_the_matrix_is_arranged_as_asked(run: Run, by: GroupBy, keys: list[str | None]) -> None:
    made = report(run, "CM14", "--group-by", by)
    assert sorted(map(str, (group["key"] for group in made["groups"]))) == sorted(map(str, keys))
    for form in ("text", "md", "html"):
        paper = run("report", "CM14", "--group-by", by.upper(), "--format", form, env=ENV)
        assert f"Matrix by {by}" in paper.stdout
        for group in made["groups"]:
            assert group["title"] in paper.stdout


def test_another_arrangement_is_answered_with_those_that_there_are(run: Run) -> None:
    refused_words = run("report", "CM14", "--group-by", "colour", env=ENV)
    assert refused_words.exit_code == 2
    for by in GroupBy:
        assert by in refused_words.stderr


def test_since_a_day_or_a_meeting_says_which_of_the_closed_are_in(run: Run) -> None:
    opened = [ref for ref in covered(run, "CM14") if ref not in ("CM12-02", "CM13-08")]
    for since, closed in (
        ("CM12", ["CM12-01", "CM12-02", "CM13-08"]),
        ("1 June 2014", ["CM12-01", "CM12-02", "CM13-08"]),
        ("2014-06-03", ["CM12-02", "CM13-08"]),
        ("2015-06-03", ["CM13-08"]),
        ("cm14", []),
    ):
        assert sorted(covered(run, "CM14", "--since", since)) == sorted([*opened, *closed]), since
    made = report(run, "CM14", "--since", "CM12")
    assert made["period"] == {"from": "2014-02-21", "to": "2016-01-15"}
    assert made["options"] == ["closed since CM12"]
    assert "Completed since CM12" in run("report", "CM14", "--since", "CM12", env=ENV).stdout
    # Without a meeting it narrows what the filters say.
    assert "CM12-01" in covered(run, "--owner", "IOM")
    assert "CM12-01" not in covered(run, "--owner", "IOM", "--since", "2015-01-01")


@pytest.mark.parametrize(
    ("since", "said"),
    [
        ("CM15", ["CM15", "CM14", "2016-03-04"]),
        ("May 2015", ["May 2015", "one day"]),
        ("SOON", ["SOON", "not set"]),
    ],
)
def test_since_what_is_no_day_and_no_meeting_is_refused(
    run: Run, since: str, said: list[str]
) -> None:
    outcome = run("report", "CM14", "--since", since, env=ENV)
    assert (outcome.exit_code, outcome.stdout) == (1, "")
    for word in said:
        assert word in outcome.stderr


def test_restricted_items_are_in_when_the_coordinator_asks_and_are_said_to_be(run: Run) -> None:
    words = ("CM14", "--include-restricted")
    made = report(run, *words)
    assert "CM13-04" in [row["ref"] for row in made["commitments"]]
    assert made["figures"]["restricted"] == 1
    assert made["options"] == ["restricted items included"]
    for form in ("text", "md", "html"):
        paper = run("report", *words, "--format", form, env=ENV).stdout
        assert year.SECRET in paper
        first, last = paper.split("At a glance", 1)[0], paper[paper.rindex("Version") - 400 :]
        assert "contains restricted items" in first.lower()
        assert "restricted items included" in last
    without = run("report", "CM14", env=ENV).stdout
    assert year.SECRET not in without
    assert "restricted" not in without.lower()


def test_an_agency_may_not_ask_for_restricted_items(run: Run) -> None:
    outcome = run("--as", "IOM", "report", "CM14", "--include-restricted", env=ENV)
    refused(outcome, "--include-restricted", "coordinator", exit_code=4)


def test_a_group_stands_with_its_chair_on_the_day_of_the_report(run: Run) -> None:
    while_chaired = {"TRACKER_TODAY": "2015-12-31"}
    made = report(run, "CM14", env=while_chaired)
    (row,) = (row for row in made["commitments"] if row["ref"] == "CM13-01")
    assert row["owners"][0]["chairs"] == ["WHO"]
    assert made["agencies"]["WHO"] == "World Health Organization"
    assert "chaired by WHO" in run("report", "CM14", env=while_chaired).stdout
    assert "chaired" not in run("report", "CM14", env=ENV).stdout


def test_a_superseded_one_names_what_stands_in_its_place(run: Run) -> None:
    done(run("link", "SIDE-01", "supersedes", "CM13-05", env=ENV))
    made = report(run, "CM14")
    (row,) = (row for row in made["commitments"] if row["ref"] == "CM13-05")
    assert row["linked_from"] == [{"kind": "supersedes", "ref": "SIDE-01"}]
    assert made["ended"] == ["CM13-05", "CM13-08"]
    text = run("report", "CM14", env=ENV).stdout
    ended = text[text.index("Withdrawn or superseded") : text.index("Annex:")]
    assert "superseded by SIDE-01" in ended
    assert "No money." in ended


def test_a_restricted_one_is_not_named_by_its_links(run: Run, told: Path) -> None:
    with database.writing(str(told)) as session:
        from tracker.domain.vocabulary import LinkKind
        from tracker.services.linking import link

        link(session, year.on("2016-01-10"), "CM13-04", LinkKind.RENEWS, "CM13-05")
        link(session, year.on("2016-01-10"), "CM13-01", LinkKind.FOLLOWS, "CM13-04")
    made = report(run, "CM14")
    assert not [row for row in made["commitments"] if row["links"] or row["linked_from"]]
    with_it = report(run, "CM14", "--include-restricted")
    assert [row["ref"] for row in with_it["commitments"] if row["linked_from"]] == [
        "CM13-04",
        "CM13-05",
    ]


def test_what_was_delivered_stands_with_evidence_and_how_it_was_verified(run: Run) -> None:
    done(run("verify", "CM12-02", "--with", "the Statistics Division", env=ENV))
    made = report(run, "CM14")
    assert made["completed"] == ["CM12-02"]
    text = run("report", "CM14", "--format", "md", env=ENV).stdout
    part = text[text.index("Completed since the previous meeting") : text.index("Withdrawn or")]
    for words in ("1 December 2014", "verified", "Statistics Division", "no evidence given"):
        assert words in part
    done(
        run(
            *("update", "CM12-02", "--evidence", "https://example.org/trained", "--note", "Here."),
            env=ENV,
        )
    )
    text = run("report", "CM14", "--format", "md", env=ENV).stdout.replace("\\", "")
    assert "https://example.org/trained" in text.split("Withdrawn or")[0]


def test_a_report_of_the_register_as_it_stood_says_so(run: Run) -> None:
    made = report(run, "CM14", "--as-of", "2016-02-19", env={"TRACKER_TODAY": "2016-03-01"})
    assert made["options"] == ["as it stood at the end of 19 February 2016"]
    assert made["day"] == "2016-02-18"


def test_evidence_that_was_taken_back_shows_no_delivery(run: Run) -> None:
    done(run("update", "CM12-02", "--evidence", "https://example.org/wrong", env=ENV))
    assert "example.org/wrong" in str(report(run, "CM14")["commitments"][0]["delivery"])
    done(run("undo", env=ENV))
    assert report(run, "CM14")["commitments"][0]["delivery"]["evidence"] == []
