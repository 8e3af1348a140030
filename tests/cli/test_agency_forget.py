"""`tracker agency forget`: one person's name, title and e-mail, erased everywhere."""

import json
import sqlite3
from pathlib import Path
from typing import Any

from tests.registers import Run, contents, done, entries, refused, shown

NAME, TITLE, MAIL = "Zoraida Quispe", "Xylophone Officer", "zq@quetzal.example"
WORDS = ("zoraida", "quispe", "xylophone", "zq@quetzal", "zorqui", "zozo")


def _setting(run: Run) -> None:
    for words in (
        ("agency", "add", "IOM", "Organization for Migration"),
        ("agency", "add", "WB", "World Bank"),
        ("agency", "edit", "IOM", "--focal-point", f"{NAME} (Old {TITLE}) <{MAIL}>"),
        ("agency", "edit", "IOM", "--focal-point", f"{NAME} ({TITLE}) <{MAIL}>"),
        ("meeting", "add", "CM13", "Thirteenth meeting", "--when", "12 and 13 February 2015"),
        ("log", "CM13", "IOM: map the routes", "--said-by", NAME),
        ("log", "CM13", "WB: train the trainers", "--said-by", "Somebody Else"),
        ("--by", NAME, "update", "CM13-02", "--note", "seen"),
    ):
        done(run(*words))


def _owner(run: Run) -> None:
    added = ("agency", "add", "ZORQUI", NAME, "--kind", "person", "--alias", "Zozo")
    done(run(*added, "--former-name", "Zoraida Mamani"))
    done(run("agency", "edit", "ZORQUI", "--alias", "Zozo the elder"))
    done(run("log", "CM13", f"{NAME}: chair the panel"))


def _found(place: str) -> list[str]:
    """Give which of the words are left in any table."""
    told = json.dumps(contents(place), default=str, ensure_ascii=False).casefold()
    return [word for word in WORDS if word in told]


def _bytes_found(path: Path) -> list[str]:
    """Give which of the words are left in the file or beside it, free pages included."""
    files = [file for file in path.parent.iterdir() if file.name.startswith(path.name)]
    told = b"".join(file.read_bytes() for file in files).lower()
    return [word for word in WORDS if word.encode() in told or word.encode("utf-16-le") in told]


def test_one_person_is_erased_from_every_table_and_every_page(
    run: Run, any_register: str, surroundings: Path
) -> None:
    _setting(run)
    _owner(run)
    assert _found(any_register) == list(WORDS)
    outcome = run("agency", "forget", MAIL, "--yes")
    assert done(outcome) == "FORMER-1"
    assert not any(word in outcome.stderr.casefold() for word in WORDS)
    assert _found(any_register) == []
    if not any_register.startswith("postgres"):
        assert _bytes_found(Path(any_register)) == []
    assert done(run("db", "check")) == "sound"


def test_pages_that_were_free_before_are_cleaned_too(run: Run, register: Path) -> None:
    _setting(run)
    # As an older tracker, or another program, may have left them.
    connection = sqlite3.connect(register, isolation_level=None)
    connection.execute("PRAGMA secure_delete = OFF")
    connection.execute("CREATE TABLE heap (words TEXT)")
    connection.executemany("INSERT INTO heap VALUES (?)", [[f"{NAME} {MAIL} " * 50]] * 100)
    connection.execute("DROP TABLE heap")
    connection.close()
    assert _bytes_found(register)
    done(run("agency", "forget", NAME))
    assert _bytes_found(register) == []


def test_a_former_focal_point_is_left_and_history_says_that_it_was_done(
    run: Run, register: Path
) -> None:
    _setting(run)
    before = entries(str(register))
    assert done(run("agency", "forget", NAME.upper())) == "a former focal point"
    agency = json.loads(done(run("agency", "show", "IOM", "--format", "json")))
    assert [point["name"] for point in agency["focal_points"]] == ["a former focal point"]
    assert agency["focal_points"][0]["email"] is None
    assert shown(run, "CM13-01")["said_by"] == "a former focal point"
    assert shown(run, "CM13-02")["said_by"] == "Somebody Else"
    assert shown(run, "CM13-02")["history"][-1]["by"] == "a former focal point"
    added = entries(str(register))[len(before) :]
    assert entries(str(register))[: len(before)] == before
    assert [(entry["deed"], entry["subject"]) for entry in added] == [
        ("forget", "agency"),
        ("forget", "commitment"),
    ]
    assert all(pair == ["personal"] * 2 for entry in added for pair in entry["changes"].values())
    refused(run("agency", "forget", NAME), NAME)
    refused(run("undo"), "forgotten")


def test_an_owner_who_is_a_person_keeps_what_it_owns(run: Run, register: Path) -> None:
    _setting(run)
    _owner(run)
    done(run("agency", "add", "POE", "Ann Poe", "--kind", "person"))
    done(run("agency", "forget", "zorqui"))
    assert shown(run, "CM13-03")["owners"][0]["agency"] == "FORMER-1"
    assert "a former focal point" in done(run("agency", "show", "FORMER-1"))
    assert done(run("agency", "forget", "Ann Poe")) == "FORMER-2"
    assert done(run("db", "check")) == "sound"
    # As it stood on an earlier day, the name is gone as well.
    assert _found(str(register)) == []


def test_names_under_which_a_person_was_merged_are_erased_too(run: Run, register: Path) -> None:
    _setting(run)
    _owner(run)
    done(run("agency", "add", "OTHER", "Z. Quispe", "--kind", "person"))
    done(run("agency", "merge", "ZORQUI", "OTHER"))
    done(run("agency", "forget", NAME))
    assert _found(str(register)) == []
    assert _bytes_found(register) == []
    assert done(run("db", "check")) == "sound"


def test_who_acts_can_be_forgotten_and_is_not_made_anew(run: Run, register: Path) -> None:
    _setting(run)
    done(run("--by", "Zozo Acting", "update", "CM13-02", "--note", "seen"))
    done(run("--by", "Zozo Acting", "agency", "forget", "Zozo Acting"))
    assert "zozo" not in json.dumps(contents(str(register)), default=str).casefold()
    assert entries(str(register))[-1]["deed"] == "forget"


def test_of_several_of_one_name_the_e_mail_tells_which(run: Run, register: Path) -> None:
    _setting(run)
    done(run("agency", "edit", "WB", "--focal-point", f"{NAME} <other@bank.example>"))
    before = contents(str(register))
    refused(run("agency", "forget", NAME), MAIL, "other@bank.example", "IOM", "WB", TITLE)
    assert contents(str(register)) == before
    outcome = run("agency", "forget", MAIL)
    assert done(outcome) == "a former focal point"
    kept = json.loads(done(run("agency", "show", "WB", "--format", "json")))["focal_points"][0]
    assert (kept["name"], kept["email"]) == (NAME, "other@bank.example")
    assert "zq@quetzal" not in _found(str(register))


def test_what_cannot_be_reached_is_listed_by_ref(run: Run, register: Path) -> None:
    _setting(run)
    done(run("update", "CM13-02", "--note", "Zoraida  QUISPE rang."))
    done(run("log", "CM13", "WB: pay", "--quote", "Ms. Quispe\nwould pay."))
    done(run("log", "CM13", "WB: quispery is another word"))
    done(run("db", "backup", f"{register}.backup-20150101-000000"))
    outcome = run("agency", "forget", MAIL, "--yes")
    assert outcome.exit_code == 0
    said = outcome.stderr
    assert "CM13-02: a note" in said
    assert "CM13-03: its quotation" in said
    assert "backup-20150101-000000" in said
    assert "CM13-04" not in said
    assert "CM13-01" not in said


def test_a_dry_run_of_forgetting_changes_nothing(run: Run, any_register: str) -> None:
    _setting(run)
    before = contents(any_register)
    done(run("agency", "forget", MAIL, "--dry-run"))
    assert contents(any_register) == before


def test_nobody_and_agencies_that_are_no_persons_are_refused(run: Run, register: Path) -> None:
    _setting(run)
    before = contents(str(register))
    refused(run("agency", "forget", "Nobody"), "Nobody")
    refused(run("agency", "forget", "IOM"), "IOM")
    refused(run("agency", "forget", " "), "name")
    refused(run("--as", "IOM", "agency", "forget", MAIL), exit_code=4)
    assert contents(str(register)) == before


def test_while_others_have_the_register_open_the_rest_is_said_and_can_be_done_later(
    run: Run, register: Path, monkeypatch: Any
) -> None:
    monkeypatch.setattr("tracker.storage.erasure._LOCK_SECONDS", 0.1)
    _setting(run)
    reader = sqlite3.connect(register, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM person").fetchone()
    outcome = run("agency", "forget", MAIL, "--yes")
    assert outcome.exit_code == 5
    assert "tracker db vacuum" in outcome.stderr
    assert _found(str(register)) == []
    reader.close()
    done(run("db", "vacuum"))
    assert _bytes_found(register) == []
