"""`tracker verify`: whether the coordinator agrees that something was delivered."""

import hashlib
from pathlib import Path

import pytest

from tests.registers import Run, contents, done, fill, refused, shown

DAY = {"TRACKER_TODAY": "2015-09-01"}


def prepare(run: Run) -> None:
    fill(run)
    done(run("log", "CM13", "IOM: publish a guide (July 2015)", env=DAY))
    done(run("log", "CM13", "WB: send a paper", env=DAY))


def deliver(run: Run, status: str = "completed") -> None:
    words = ("update", "CM13-01", "--status", status, "--note", "out", "--for", "IOM")
    done(run(*words, env=DAY))


@pytest.mark.parametrize("status", ["completed", "partly-completed"])
def test_what_was_delivered_is_unverified_until_it_is_verified(
    run: Run, any_register: str, tmp_path: Path, status: str
) -> None:
    prepare(run)
    assert shown(run, "CM13-01")["verification"] is None
    deliver(run, status)
    assert shown(run, "CM13-01")["verification"] == "unverified"
    paper = tmp_path / "programme.txt"
    paper.write_text("a programme")
    words = ("verify", "cm13-01", "--evidence", "https://example.org/p", "--evidence", paper)
    outcome = run(*words, env=DAY)
    assert (outcome.exit_code, outcome.stdout) == (0, "CM13-01\n")
    assert outcome.stderr.count("\n") == 1
    found = shown(run, "CM13-01")
    assert (found["verification"], found["status"]) == ("verified", status)
    last = found["history"][-1]
    assert last["act"] == "verify"
    assert last["changes"] == {"verification": ["unverified", "verified"]}
    assert "https://example.org/p" in last["evidence"]
    digest = hashlib.sha256(b"a programme").hexdigest()
    assert any("programme.txt" in one and digest in one for one in last["evidence"])
    # It is no word of the owner.
    assert found["last_update"]["note"] == "out"
    assert done(run("db", "check")) == "sound"


def test_with_whom_it_was_checked_is_kept(run: Run, register: Path) -> None:
    prepare(run)
    deliver(run)
    done(run("verify", "CM13-01", "--with", "the Statistics Division", env=DAY))
    assert shown(run, "CM13-01")["verification"] == "verified"
    assert "the Statistics Division" in done(run("show", "CM13-01"))


def test_a_doubt_has_its_reason_and_can_be_settled(run: Run, register: Path) -> None:
    prepare(run)
    deliver(run)
    done(run("verify", "CM13-01", "--doubt", "not on the site", env=DAY))
    found = shown(run, "CM13-01")
    assert found["verification"] == "doubted"
    assert found["history"][-1]["reason"] == "not on the site"
    assert "not on the site" in done(run("show", "CM13-01"))
    done(run("verify", "CM13-01", "--with", "the library", env=DAY))
    assert shown(run, "CM13-01")["verification"] == "verified"


def test_another_delivery_is_to_be_verified_anew(run: Run, register: Path) -> None:
    prepare(run)
    deliver(run)
    done(run("verify", "CM13-01", "--with", "W", env=DAY))
    reopen = ("update", "CM13-01", "--status", "in-progress", "--reason", "second volume")
    done(run(*reopen, env=DAY))
    assert shown(run, "CM13-01")["verification"] is None
    deliver(run)
    assert shown(run, "CM13-01")["verification"] == "unverified"


def test_what_cannot_be_verified_is_refused(run: Run, register: Path) -> None:
    prepare(run)
    deliver(run)
    before = contents(str(register))
    refused(run("verify", "CM13-02", "--with", "W"), "CM13-02", "announced")
    refused(run("verify", "CM13-09", "--with", "W"), "CM13-09", "Nearest")
    refused(run("verify", "CM13-01"), "--evidence", "--with", "--doubt", exit_code=2)
    refused(run("verify", "CM13-01", "--with", "W", "--doubt", "x"), "exclude", exit_code=2)
    for option in ("--with", "--doubt", "--evidence"):
        refused(run("verify", "CM13-01", option, " \u202e"), option.strip("-")[1:])
    refused(run("verify", "CM13-01", "--with", "x" * 100_000), "with")
    assert contents(str(register)) == before


def test_verification_is_the_coordinators(run: Run, register: Path) -> None:
    prepare(run)
    deliver(run)
    before = contents(str(register))
    refused(run("--as", "IOM", "verify", "CM13-01", "--with", "W"), "IOM", exit_code=4)
    assert contents(str(register)) == before


def test_a_dry_run_verifies_nothing(run: Run, register: Path) -> None:
    prepare(run)
    deliver(run)
    before = contents(str(register))
    outcome = run("verify", "CM13-01", "--with", "W", "--dry-run")
    assert outcome.stdout == "CM13-01\n"
    assert outcome.stderr.startswith("Only tried")
    assert contents(str(register)) == before
