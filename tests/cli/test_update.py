"""`tracker update`: what an owner says, and what the register makes of it."""

import hashlib
import json
from pathlib import Path

import pytest

from tests.registers import Run, contents, done, entries, fill, refused, shown


@pytest.fixture
def place(run: Run, any_register: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("TRACKER_TODAY", "2015-09-01")
    fill(run)
    done(run("log", "CM13", "GMG, with IOM: hold a symposium (New York, 26 and 27 May 2015)"))
    done(run("log", "CM13", "IOM: publish a guide"))
    done(run("log", "CM13", "WB, DESA: bring figures together (by end of 2015)"))
    return any_register


@pytest.fixture
def here(run: Run, register: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("TRACKER_TODAY", "2015-09-01")
    fill(run)
    done(run("log", "CM13", "GMG, with IOM: hold a symposium (New York, 26 and 27 May 2015)"))
    done(run("log", "CM13", "IOM: publish a guide"))
    done(run("log", "CM13", "WB, DESA: bring figures together (by end of 2015)"))
    return str(register)


def test_news_is_kept_with_everything_said_of_it(run: Run, place: str, tmp_path: Path) -> None:
    (tmp_path / "Notes of the meeting – März.pdf").write_bytes(b"secret content")
    outcome = run(
        *("update", "CM13-01", "--status", "completed", "--note", "  held\r\nas planned "),
        *("--evidence", "https://example.org/a?b=c#d"),
        *("--evidence", tmp_path / "Notes of the meeting – März.pdf"),
        *("--via", "E-MAIL", "--on", "28 August 2015", "--for", "GMG"),
    )
    assert outcome.stdout == "CM13-01\n"
    assert outcome.stderr.count("\n") == 1
    found = shown(run, "CM13-01")
    assert (found["status"], found["verification"]) == ("completed", "unverified")
    assert (found["closed_on"], found["overdue"]) == ("2015-08-28", False)
    last = found["last_update"]
    assert (last["on"], last["agency"], last["status"]) == ("2015-08-28", "GMG", "completed")
    assert (last["note"], last["by"]) == ("held\nas planned", "Tester")
    entry = found["history"][-1]
    sha256 = hashlib.sha256(b"secret content").hexdigest()
    assert entry["evidence"] == [
        "https://example.org/a?b=c#d",
        f"Notes of the meeting – März.pdf sha256:{sha256}",
    ]
    assert entry["channel"] == "e-mail"
    assert "secret content" not in repr(contents(place))
    assert str(tmp_path) not in repr(contents(place))


def test_several_refs_are_one_act_all_or_none(run: Run, place: str) -> None:
    before = contents(place)
    refused(run("update", "CM13-01", "CM13-09", "--note", "x"), "CM13-09", "Nearest")
    refused(run("update", "CM13-01", "CM14-01", "--note", "x"), "CM14-01")
    refused(run("update", "CM13-01", "CM13-02", "--note", "x", "--for", "GMG"), "CM13-02")
    assert contents(place) == before
    outcome = run("update", "cm13-1", "CM13-02", "CM13-01", "--note", "for both", "--dry-run")
    assert outcome.stdout == "CM13-01\nCM13-02\n"
    assert contents(place) == before
    assert run("update", "cm13-1", "CM13-02", "--note", "for both").stdout == "CM13-01\nCM13-02\n"
    told = [entry for entry in entries(place) if entry["note"] == "for both"]
    assert len(told) == 2
    assert len({entry["act"] for entry in told}) == 1
    done(run("void", "CM13-02", "--reason", "said twice"))
    refused(run("update", "CM13-01", "CM13-02", "--note", "x"), "voided")


def test_the_life_of_a_status(run: Run, here: str) -> None:
    def update(*words: str) -> str:
        return done(run("update", "CM13-01", *words))

    def hold(*words: str) -> None:
        before = contents(here)
        refused(run("update", "CM13-01", *words))
        assert contents(here) == before

    hold("--status", "announced", "--note", "x")
    hold("--status", "superseded", "--reason", "x")
    hold("--status", "withdrawn")
    hold("--status", "partly-completed")
    update("--status", "in-progress")
    update("--status", "in-progress")
    update("--status", "partly-completed", "--note", "the first part")
    assert shown(run, "CM13-01")["verification"] == "unverified"
    hold("--status", "in-progress")
    update("--status", "in-progress", "--reason", "the second part was asked for")
    assert shown(run, "CM13-01")["verification"] is None
    update("--status", "withdrawn", "--reason", "no money")
    assert shown(run, "CM13-01")["status"] == "withdrawn"
    hold("--status", "in-progress")
    update("--status", "completed")
    assert shown(run, "CM13-01")["verification"] == "unverified"
    for status in ("done", "complete", "postponed", ""):
        refused(run("update", "CM13-01", "--status", status), exit_code=2)
    statuses = [entry["status"] for entry in entries(here) if entry["deed"] == "update"]
    assert statuses == [
        "in-progress",
        "in-progress",
        "partly-completed",
        "in-progress",
        "withdrawn",
        "completed",
    ]


def test_a_new_promise_needs_a_reason_and_keeps_the_first_due_date(run: Run, place: str) -> None:
    before = contents(place)
    refused(run("update", "CM13-01", "--due", "October 2015"), "--reason", exit_code=2)
    refused(run("update", "CM13-01", "--due", "03/04/2016", "--reason", "x"), "3 April 2016", "4 M")
    refused(run("update", "CM13-01", "--due", "Febuary 2016", "--reason", "x"), "February 2016")
    refused(run("update", "CM13-01", "--due", "26 and 27 May 2015", "--reason", "x"), "already")
    assert contents(place) == before

    done(run("update", "CM13-01", "--due", "October 2015", "--reason", "the room"))
    found = shown(run, "CM13-01")
    assert (found["due"]["edtf"], found["first_due"]["words"]) == ("2015-10", "26 and 27 May 2015")
    assert found["first_due"]["edtf"] == "2015-05-26/2015-05-27"
    assert (found["slips"], found["slip_days"]) == (1, 157)
    assert found["due_changed_because"] == "the room"

    done(run("update", "CM13-01", "--due", "December 2015", "--reason", "the speaker"))
    found = shown(run, "CM13-01")
    assert (found["first_due"]["words"], found["slips"]) == ("26 and 27 May 2015", 2)
    assert found["slip_days"] == 218

    # Earlier is no slip, and back where it was there is no other first date to show.
    done(run("update", "CM13-01", "--due", "26 and 27 May 2015", "--reason", "after all"))
    found = shown(run, "CM13-01")
    assert (found["first_due"], found["slips"]) == (None, 2)

    # What was never dated has no first date to keep until it is.
    done(run("update", "CM13-02", "--due", "June 2016", "--reason", "a plan at last"))
    found = shown(run, "CM13-02")
    assert (found["first_due"], found["slips"]) == (None, 0)
    done(run("update", "CM13-02", "--due", "none", "--reason", "no plan any more"))
    found = shown(run, "CM13-02")
    assert found["due"] is None or found["due"]["latest"] is None
    assert (found["first_due"]["edtf"], found["slips"]) == ("2016-06", 1)


def test_words_of_a_promise_are_read_from_the_day_it_is_true_of(run: Run, here: str) -> None:
    told = ("--reason", "x", "--on", "2015-03-10")
    done(run("update", "CM13-01", "--due", "within 30 days", *told))
    assert shown(run, "CM13-01")["due"]["latest"] == "2015-04-09"
    done(run("meeting", "add", "CM14", "Fourteenth", "--series", "CM", "--when", "March 2016"))
    done(run("meeting", "add", "CM15", "Fifteenth", "--series", "CM", "--when", "March 2017"))
    told = ("--reason", "x", "--on", "2015-08-10")
    done(run("update", "CM13-01", "--due", "by the next meeting", *told))
    assert shown(run, "CM13-01")["due"]["meeting"] == "CM14"
    done(run("meeting", "edit", "CM14", "--when", "11 and 12 April 2016"))
    found = shown(run, "CM13-01")
    assert (found["due"]["latest"], found["slips"]) == ("2016-04-12", 1)


def test_acceptance_is_each_owners_own(run: Run, place: str) -> None:
    def owners(ref: str) -> dict[str, str]:
        return {o["agency"]: o["acceptance"] for o in shown(run, ref)["owners"]}

    done(run("update", "CM13-03", "--accept", "--for", "WB"))
    assert owners("CM13-03") == {"WB": "confirmed", "DESA": "unconfirmed"}
    assert shown(run, "CM13-03")["acceptance"] == "unconfirmed"
    done(run("update", "CM13-03", "--accept", "--for", "DESA"))
    assert shown(run, "CM13-03")["acceptance"] == "confirmed"
    done(run("update", "CM13-03", "--dispute", "we never said so", "--for", "DESA"))
    found = shown(run, "CM13-03")
    assert found["acceptance"] == "disputed"
    assert found["disputes"] == [{"agency": "DESA", "words": "we never said so"}]
    done(run("update", "CM13-03", "--accept", "--for", "DESA"))
    found = shown(run, "CM13-03")
    assert (found["acceptance"], found["disputes"]) == ("confirmed", [])

    # A partner's dispute is shown, and is not the commitment's.
    done(run("update", "CM13-01", "--dispute", "not with us", "--for", "IOM"))
    assert owners("CM13-01") == {"GMG": "unconfirmed", "IOM": "disputed"}
    assert shown(run, "CM13-01")["acceptance"] == "unconfirmed"
    # Whoever chairs the group speaks for it.
    done(run("update", "CM13-01", "--accept", "--for", "WB"))
    assert owners("CM13-01") == {"GMG": "confirmed", "IOM": "disputed"}

    before = contents(place)
    refused(run("update", "CM13-03", "--accept"), "--for")
    refused(run("update", "CM13-02", "--accept", "--for", "UNHCR"), "UNHCR")
    refused(run("update", "CM13-02", "--dispute", ""), "empty")
    refused(run("update", "CM13-02", "--accept", "--dispute", "x"), "exclude", exit_code=2)
    assert contents(place) == before
    # With one lead there is no doubt who is meant.
    done(run("update", "CM13-02", "--accept"))
    assert owners("CM13-02") == {"IOM": "confirmed"}


def test_whose_news_it_is_must_have_a_part_in_it(run: Run, here: str) -> None:
    before = contents(here)
    refused(run("update", "CM13-02", "--note", "x", "--for", "UNHCR"), "UNHCR", "IOM")
    refused(run("update", "CM13-02", "--note", "x", "--for", "UNHRC"), "Nearest", "UNHCR")
    refused(run("update", "CM13-01", "--status", "in-progress", "--for", "IOM"), "GMG")
    assert contents(here) == before
    done(run("update", "CM13-01", "--note", "we were there", "--for", "IOM"))
    # The chair of the day that the news is true of, not of the day it was entered.
    later = {"TRACKER_TODAY": "2016-02-01"}
    news = ("update", "CM13-01", "--status", "in-progress", "--for", "WB")
    refused(run(*news, env=later), "WB")
    done(run(*news, "--on", "2015-12-31", env=later))
    assert shown(run, "CM13-01")["last_update"]["agency"] == "WB"
    # A whole speaks for its parts, and not the other way round.
    done(run("log", "CM13", "POP: finalize a handbook"))
    done(run("update", "CM13-04", "--status", "in-progress", "--for", "DESA"))
    refused(run("update", "CM13-03", "--status", "in-progress", "--for", "POP"), "POP")


def test_news_of_the_future_is_refused(run: Run, here: str) -> None:
    before = contents(here)
    refused(run("update", "CM13-01", "--note", "x", "--on", "2015-09-02"), "2015-09-01")
    refused(run("update", "CM13-01", "--note", "x", "--on", "August 2015"), "one day")
    refused(run("update", "CM13-01", "--note", "x", "--on", "03/04/2015"), "3 April 2015")
    assert contents(here) == before
    done(run("update", "CM13-01", "--note", "x", "--on", "today"))


def test_a_restricted_note_is_for_the_coordinator_and_who_wrote_it(run: Run, place: str) -> None:
    done(run("update", "CM13-01", "--note", "zebra in confidence", "--restricted"))
    done(run("update", "CM13-01", "--note", "giraffe for all"))
    assert "zebra" in run("show", "CM13-01").stdout
    assert done(run("list", "zebra", "--format", "refs")) == "CM13-01"
    for command in (("show", "CM13-01"), ("history", "CM13-01"), ("list", "zebra")):
        for form in ("json",):
            said = run("--as", "GMG", *command, "--format", form)
            assert "zebra" not in said.stdout
    assert "giraffe" in run("--as", "GMG", "show", "CM13-01").stdout
    assert "zebra" not in run("report", "CM13", "--format", "text").stdout
    refused(run("update", "CM13-01", "--restricted"), exit_code=2)
    refused(run("update", "CM13-01", "--status", "in-progress", "--restricted"), exit_code=2)


def test_notes_come_from_standard_input_too(run: Run, here: str) -> None:
    done(run("update", "CM13-01", "--note", "-", input="première ligne\r\n\tsecond line\n"))
    assert shown(run, "CM13-01")["last_update"]["note"] == "première ligne\n\tsecond line"
    before = contents(here)
    for data in (b"", b" \n\n", b"\xff\xfe\x00", b"caf\xe9", b"x" * 20_001):
        refused(run("update", "CM13-01", "--note", "-", input=data), "note")
    assert contents(here) == before
    done(run("update", "CM13-01", "--note", "-", input="移" * 20_000))


def test_evidence_is_a_web_address_or_a_file(run: Run, here: str, tmp_path: Path) -> None:
    before = contents(here)
    for bad in (
        "absent.pdf",
        "ftp://example.org/a",
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "https://",
        "https://exa mple.org/x",
        "http://[",
        "~nobody-of-that-name/x",
        "",
        "/dev/zero",
        "https://example.org/" + "x" * 2_000,
        str(tmp_path),
    ):
        refused(run("update", "CM13-01", "--evidence", bad))
    refused(run("update", "CM13-01", "--evidence", "https://example.org", "--evidence", "no.pdf"))
    assert contents(here) == before
    done(run("update", "CM13-01", "--evidence", "HTTP://example.org/" + "x" * 1_000))


def test_nothing_to_say_is_nothing_to_record(run: Run, here: str) -> None:
    before = contents(here)
    for words in ((), ("--for", "GMG"), ("--on", "today"), ("--via", "call"), ("--reason", "x")):
        refused(run("update", "CM13-01", *words), exit_code=2)
    refused(run("update", "CM13-01", "--note", " \n "), "note", "empty")
    refused(run("update"), exit_code=2)
    refused(run("update", "CM13-01", "--note", "x", "--via", "fax"), "letter", exit_code=2)
    assert contents(here) == before


def test_each_lead_has_its_own_last_word(run: Run, here: str) -> None:
    done(run("update", "CM13-03", "--status", "completed", "--for", "WB"))
    done(
        run("update", "CM13-03", "--status", "in-progress", "--reason", "not ours", "--for", "DESA")
    )
    found = json.loads(done(run("show", "CM13-03", "--format", "json")))
    assert found["status"] == "in-progress"
    words = {e["on_behalf_of"]: e["changes"]["status"] for e in found["history"][1:]}
    assert words == {"WB": ["announced", "completed"], "DESA": ["completed", "in-progress"]}
