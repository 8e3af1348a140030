"""Two people at once: what was changed since one read it is not updated unseen."""

from pathlib import Path

import pytest

from tests.registers import Run, contents, done, fill, refused, shown

BEN = {"TRACKER_BY": "Ben"}


@pytest.fixture(autouse=True)
def _fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_TODAY", "2015-09-01")


def prepare(run: Run) -> None:
    fill(run)
    done(run("log", "CM13", "IOM: publish a guide (July 2015)"))
    done(run("log", "CM13", "WB: send a paper"))


def read_at(run: Run, ref: str = "CM13-01") -> str:
    """Give the moment of the last change, as a script reads it."""
    at: str = shown(run, ref)["updated_at"]
    return at


def test_what_is_unchanged_is_updated(run: Run, any_register: str) -> None:
    prepare(run)
    for note in ("one", "two"):
        done(run("update", "CM13-01", "--note", note, "--if-unchanged-since", read_at(run)))
    assert shown(run, "CM13-01")["last_update"]["note"] == "two"


def test_what_was_changed_since_is_refused_with_both_versions(run: Run, any_register: str) -> None:
    prepare(run)
    since = read_at(run)
    # All of this happens within one second.
    theirs = ("--status", "in-progress", "--note", "the printer has it", "--for", "IOM")
    done(run("update", "CM13-01", *theirs, env=BEN))
    done(run("update", "CM13-01", "--due", "May 2016", "--reason", "late", env=BEN))
    before = contents(any_register)
    outcome = run(
        *("update", "CM13-01", "--status", "completed", "--note", "it is out"),
        *("--if-unchanged-since", since),
    )
    refused(outcome, "CM13-01", "Ben", "announced → in-progress", "the printer has it")
    refused(outcome, "July 2015", "May 2016", "late", "completed", "it is out")
    assert "None" not in outcome.stderr
    assert contents(any_register) == before


def test_every_way_of_changing_it_counts(run: Run, register: Path) -> None:
    prepare(run)
    for words in (
        (
            "edit",
            "CM13-01",
            "--owner",
            "WB",
            "--said-for",
            "GMG",
            "--said-by",
            "Jane",
            "--tag",
            "a",
        ),
        ("update", "CM13-01", "--note", "only a note"),
        ("update", "CM13-01", "--accept", "--for", "WB"),
        ("link", "CM13-01", "renews", "CM13-02"),
        ("undo",),
        ("update", "CM13-01", "--status", "completed"),
        ("verify", "CM13-01", "--with", "the library"),
    ):
        since = read_at(run)
        done(run(*words, env=BEN))
        outcome = run("update", "CM13-01", "--note", "x", "--if-unchanged-since", since)
        refused(outcome, "CM13-01", "Ben", words[0])
        # Nobody reads what only the database calls by these names.
        assert "-7" not in outcome.stderr.replace("CM13", "")


def test_one_changed_among_several_refuses_all(run: Run, register: Path) -> None:
    prepare(run)
    since = read_at(run, "CM13-02")
    done(run("update", "CM13-02", "--note", "news", env=BEN))
    before = contents(str(register))
    words = ("update", "CM13-01", "CM13-02", "--note", "x", "--if-unchanged-since", since)
    outcome = run(*words)
    refused(outcome, "CM13-02")
    assert "CM13-01" not in outcome.stderr
    assert contents(str(register)) == before


def test_a_moment_is_read_in_its_own_zone(run: Run, register: Path) -> None:
    prepare(run)
    since = read_at(run).replace("Z", "+00:00")
    done(run("update", "CM13-01", "--note", "x", "--if-unchanged-since", since))
    refused(
        run(
            "update", "CM13-01", "--note", "y", "--if-unchanged-since", "2015-01-01T00:00:00+12:00"
        ),
        "changed since",
    )


@pytest.mark.parametrize(
    "bad", ["", "yesterday", "2015-09-01", "2015-09-01T10:00:00", "2015-13-01T10:00:00Z", "9" * 300]
)
def test_what_is_no_moment_is_refused(run: Run, register: Path, bad: str) -> None:
    prepare(run)
    before = contents(str(register))
    words = ("update", "CM13-01", "--note", "x", "--if-unchanged-since", bad)
    refused(run(*words), "--if-unchanged-since", "updated_at")
    assert contents(str(register)) == before


def test_a_restricted_note_is_not_shown_to_an_agency_whose_news_came_second(
    run: Run, register: Path
) -> None:
    prepare(run)
    since = read_at(run)
    done(run("update", "CM13-01", "--note", "a tangerine", "--restricted", env=BEN))
    words = ("update", "CM13-01", "--note", "x", "--if-unchanged-since", since)
    assert "tangerine" not in run("--as", "IOM", *words).stderr
    assert "tangerine" in run(*words).stderr
