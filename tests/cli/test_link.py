"""`tracker link`: how one commitment stands to another."""

import json

import pytest

from tests.registers import Run, contents, done, fill, refused, shown
from tracker.domain.vocabulary import LinkKind

DAY = {"TRACKER_TODAY": "2015-09-01"}


def prepare(run: Run) -> None:
    fill(run)
    done(run("meeting", "add", "CM14", "Fourteenth", "--series", "CM", "--when", "March 2016"))
    for code, line in (
        ("CM13", "IOM: publish a guide (July 2015)"),
        ("CM13", "WB: send a paper"),
        ("CM14", "IOM: publish the guide after all (2016)"),
    ):
        done(run("log", code, line, env=DAY))


@pytest.mark.parametrize("kind", sorted(set(LinkKind) - {LinkKind.SUPERSEDES}))
def test_a_link_stands_on_both_sides_and_changes_nothing_else(
    run: Run, register: str, kind: str
) -> None:
    prepare(run)
    before = shown(run, "CM13-01")
    outcome = run("link", "cm14-01", kind.upper(), "cm13-01", env=DAY)
    assert (outcome.exit_code, outcome.stdout) == (0, "CM14-01\n")
    assert outcome.stderr.count("\n") == 1
    assert shown(run, "CM14-01")["links"] == [{"kind": kind, "ref": "CM13-01"}]
    assert shown(run, "CM13-01") == before
    assert "CM13-01" in done(run("show", "CM14-01"))
    assert "CM14-01" in done(run("show", "CM13-01"))
    last = shown(run, "CM14-01")["history"][-1]
    assert (last["act"], last["changes"]["links"][1]) == (
        "link",
        [{"kind": kind, "to": "CM13-01"}],
    )


def test_what_supersedes_another_closes_it(run: Run, any_register: str) -> None:
    prepare(run)
    outcome = run("link", "CM14-01", "supersedes", "CM13-01", env=DAY)
    assert outcome.stdout == "CM14-01\n"
    assert "CM13-01" in outcome.stderr
    assert "closed" in outcome.stderr
    old = shown(run, "CM13-01")
    assert old["status"] == "superseded"
    assert old["closed_on"] == "2015-09-01"
    assert old["overdue"] is False
    assert "CM14-01" in old["history"][-1]["reason"]
    assert old["history"][-1]["act"] == "link"
    assert done(run("list", "--open", "--format", "refs")).split() == ["CM13-02", "CM14-01"]
    # It is one act of two entries.
    said = json.loads(done(run("history", "--format", "json")))
    assert [one["ref"] for one in said[-2:]] == ["CM14-01", "CM13-01"]
    assert done(run("db", "check")) == "sound"


def test_links_that_say_nothing_or_the_contrary_are_refused(run: Run, register: str) -> None:
    prepare(run)
    done(run("link", "CM14-01", "renews", "CM13-01", env=DAY))
    done(run("link", "CM14-01", "supersedes", "CM13-02", env=DAY))
    done(run("update", "CM13-01", "--status", "completed", "--for", "IOM", env=DAY))
    before = contents(str(register))
    refused(run("link", "CM14-01", "renews", "CM14-01"), "itself")
    refused(run("link", "CM14-01", "renews", "CM13-01"), "already")
    refused(run("link", "CM13-01", "renews", "CM14-01"), "other way round")
    refused(run("link", "CM14-01", "supersedes", "CM13-02"), "already")
    refused(run("link", "CM14-01", "supersedes", "CM13-01"), "completed", "open")
    refused(run("link", "CM13-02", "supersedes", "CM14-01"), "other way round")
    refused(run("link", "CM14-01", "renews", "CM14-09"), "CM14-09", "Nearest")
    refused(run("link", "CM14-01", "replaces", "CM13-01"), "supersedes", exit_code=2)
    assert contents(str(register)) == before


def test_what_was_voided_is_not_linked(run: Run, register: str) -> None:
    prepare(run)
    done(run("void", "CM13-02", "--reason", "twice", env=DAY))
    refused(run("link", "CM14-01", "supersedes", "CM13-02"), "voided")
    refused(run("link", "CM13-02", "supersedes", "CM14-01"), "voided")


def test_superseded_is_left_by_undo_alone(run: Run, register: str) -> None:
    prepare(run)
    done(run("link", "CM14-01", "supersedes", "CM13-01", env=DAY))
    refused(run("update", "CM13-01", "--status", "in-progress", "--reason", "x"), "superseded")
    refused(run("edit", "CM13-01", "--status", "announced"), "superseded")
    done(run("undo", env=DAY))
    assert shown(run, "CM13-01")["status"] == "announced"
    assert shown(run, "CM14-01")["links"] == []


def test_a_ring_of_parts_or_successors_is_refused(run: Run, register: str) -> None:
    prepare(run)
    done(run("link", "CM13-01", "part-of", "CM13-02", env=DAY))
    done(run("link", "CM13-02", "part-of", "CM14-01", env=DAY))
    before = contents(str(register))
    refused(run("link", "CM14-01", "part-of", "CM13-01"), "CM13-01")
    assert contents(str(register)) == before


def test_a_dry_run_links_nothing(run: Run, register: str) -> None:
    prepare(run)
    before = contents(str(register))
    outcome = run("link", "CM14-01", "supersedes", "CM13-01", "--dry-run")
    assert outcome.stdout == "CM14-01\n"
    assert outcome.stderr.startswith("Only tried")
    assert contents(str(register)) == before


def test_links_are_the_coordinators(run: Run, register: str) -> None:
    prepare(run)
    before = contents(str(register))
    refused(run("--as", "IOM", "link", "CM14-01", "supersedes", "CM13-01"), "IOM", exit_code=4)
    assert contents(str(register)) == before


def test_an_agency_is_not_told_of_a_restricted_one_by_a_link(run: Run, register: str) -> None:
    prepare(run)
    done(run("edit", "CM13-02", "--restricted", env=DAY))
    done(run("link", "CM14-01", "renews", "CM13-02", env=DAY))
    told = run("--as", "UNHCR", "show", "CM14-01", "--format", "json")
    assert "CM13-02" not in told.stdout
    assert "CM13-02" not in run("--as", "UNHCR", "show", "CM14-01").stdout
    assert "CM13-02" not in run("--as", "UNHCR", "history").stdout
