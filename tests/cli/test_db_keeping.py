"""`tracker db`: backups, putting one back, and finding what is not as it should be."""

import os
import re
import shlex
import shutil
import sqlite3
import stat
import subprocess
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests import programs
from tests.registers import Run, contents, done, entries, fill, refused
from tracker.storage import backups
from tracker.storage.address import read_address
from tracker.storage.schema import newest

NOW = datetime(2016, 2, 18, 9, 30, tzinfo=UTC)


def _logged(run: Run) -> None:
    fill(run)
    done(run("log", "CM13", "IOM, with WB: publish a guide (Geneva, July 2015) #labour"))
    done(run("log", "CM13", "GMG: convene a symposium", "--said-by", "Ada Speaker"))
    done(run("update", "CM13-01", "--for", "IOM", "--status", "in-progress", "--note", "Begun."))


def _behind(register: str, *statements: str) -> None:
    """Change the register as no tracker does: its guards are taken away and put back."""
    if register.startswith("postgres"):
        import psycopg

        with psycopg.connect(register.replace("+psycopg", "")) as server:
            server.execute("ALTER TABLE entry DISABLE TRIGGER USER")
            for statement in statements:
                server.execute(statement.encode())
            server.execute("ALTER TABLE entry ENABLE TRIGGER USER")
        return
    connection = sqlite3.connect(register, isolation_level=None)
    guards = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'entry'"
    ).fetchall()
    for name, _ in guards:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    for _, sql in guards:
        connection.execute(sql)
    connection.close()


# backup


def test_a_backup_holds_what_the_register_holds_and_is_its_owners_alone(
    run: Run, register: Path, surroundings: Path
) -> None:
    _logged(run)
    target = surroundings / "copy.db"
    assert done(run("db", "backup", target)) == str(target)
    assert contents(str(target)) == contents(str(register))
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert done(run("--db", target, "db", "check")) == "sound"
    assert sorted(path.name for path in surroundings.iterdir()) == ["copy.db", "tracker.db"]


def test_a_backup_is_made_while_somebody_writes_and_does_not_hold_them_up(
    run: Run, register: Path, surroundings: Path
) -> None:
    _logged(run)
    before = contents(str(register))
    writer = sqlite3.connect(register, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("UPDATE register SET name = 'not yet'")
    done(run("db", "backup", surroundings / "copy.db"))
    writer.execute("COMMIT")
    writer.close()
    assert contents(str(surroundings / "copy.db")) == before


def test_a_backup_replaces_no_file_and_a_dry_run_makes_none(
    run: Run, register: Path, surroundings: Path
) -> None:
    target = surroundings / "copy.db"
    done(run("db", "backup", target, "--dry-run"))
    assert not target.exists()
    target.write_text("mine")
    refused(run("db", "backup", target), "copy.db", "there already")
    assert target.read_text() == "mine"
    refused(run("db", "backup", surroundings / "nowhere" / "copy.db"), "nowhere")
    refused(run("--db", surroundings / "none.db", "db", "backup", "x.db"), "init", exit_code=3)


# restore


@pytest.fixture
def backed_up(run: Run, register: Path, surroundings: Path) -> Path:
    """Give a backup, after which something more was logged."""
    _logged(run)
    done(run("db", "backup", surroundings / "copy.db"))
    done(run("log", "CM13", "WB: say one thing more"))
    return surroundings / "copy.db"


def test_a_restored_backup_stands_in_place_and_what_stood_there_is_put_aside(
    run: Run, register: Path, backed_up: Path
) -> None:
    before, wanted = contents(str(register)), contents(str(backed_up))
    reader = sqlite3.connect(register)
    assert reader.execute("SELECT count(*) FROM commitment").fetchone() == (3,)
    outcome = run("db", "restore", backed_up, "--yes")
    assert outcome.exit_code == 0, outcome.stderr
    assert contents(str(register)) == wanted
    # Who had it open sees what stands there now.
    assert reader.execute("SELECT count(*) FROM commitment").fetchone() == (2,)
    reader.close()
    (aside,) = register.parent.glob("tracker.db.replaced-*")
    assert str(aside) in outcome.stderr
    assert contents(str(aside)) == before
    assert stat.S_IMODE(aside.stat().st_mode) == 0o600
    assert stat.S_IMODE(register.stat().st_mode) == 0o600
    assert contents(str(backed_up)) == wanted
    assert done(run("db", "check")) == "sound"
    done(run("log", "CM13", "WB: go on"))


def test_restoring_is_asked_about_and_a_dry_run_only_tries(
    run: Run, register: Path, backed_up: Path
) -> None:
    before, files = contents(str(register)), sorted(register.parent.iterdir())
    refused(run("db", "restore", backed_up), "--yes", exit_code=2)
    assert "Only tried" in run("db", "restore", backed_up, "--dry-run").stderr
    assert contents(str(register)) == before
    assert sorted(register.parent.iterdir()) == files


def test_in_a_terminal_the_answer_decides(
    run: Run, register: Path, backed_up: Path, in_terminal: Any
) -> None:
    before = contents(str(register))
    words = ("-m", "tracker", "db", "restore", str(backed_up))
    shown, code = in_terminal(*words, typed="n\n")
    assert code == 1
    assert "Replace" in shown
    assert contents(str(register)) == before
    _, code = in_terminal(*words, typed="y\n")
    assert code == 0
    assert contents(str(register)) == contents(str(backed_up))


def test_nothing_that_others_write_meanwhile_is_lost(
    run: Run, register: Path, backed_up: Path
) -> None:
    _behind(str(backed_up), "UPDATE register SET name = '0'")
    _behind(str(register), "UPDATE register SET name = '0'")
    count, stop = [0], threading.Event()

    def write() -> None:
        writer = sqlite3.connect(register, isolation_level=None, timeout=30)
        while not stop.is_set():
            writer.execute("UPDATE register SET name = CAST(name AS INTEGER) + 1")
            count[0] += 1
        writer.close()

    thread = threading.Thread(target=write)
    thread.start()
    try:
        done(run("db", "restore", backed_up, "--yes"))
    finally:
        stop.set()
        thread.join()
    (aside,) = register.parent.glob("tracker.db.replaced-*")
    names = [contents(str(place))["register"][0] for place in (aside, register)]
    # A commit is in what was put aside, or came after and is in what stands there now.
    written = [int(value) for row in names for value in row if str(value).isdigit()]
    ids = 2
    assert sum(written) - ids == count[0]


def test_a_register_that_is_gone_or_damaged_is_restored(
    run: Run, register: Path, backed_up: Path
) -> None:
    wanted = contents(str(backed_up))
    register.write_bytes(b"no register " * 500)
    done(run("db", "restore", backed_up, "--yes"))
    assert contents(str(register)) == wanted
    (aside,) = register.parent.glob("tracker.db.replaced-*")
    assert aside.read_bytes() == b"no register " * 500

    register.unlink()
    outcome = run("db", "restore", backed_up)
    assert outcome.exit_code == 0, outcome.stderr
    assert "before" not in outcome.stderr
    assert contents(str(register)) == wanted

    elsewhere = register.parent / "new" / "place.db"
    done(run("--db", elsewhere, "db", "restore", backed_up))
    assert contents(str(elsewhere)) == wanted
    assert [path.name for path in elsewhere.parent.iterdir()] == ["place.db"]


def _damaged(backup: Path) -> None:
    data = bytearray(backup.read_bytes())
    data[8192:12288] = os.urandom(4096)
    backup.write_bytes(data)


def _newer(backup: Path) -> None:
    later = f"{int(newest()) + 1:04}"
    _behind(str(backup), f"UPDATE alembic_version SET version_num = '{later}'")


@pytest.mark.parametrize(
    ("spoil", "said", "code"),
    [
        (_damaged, "copy.db", 1),
        (lambda backup: backup.write_bytes(b"Dear colleagues, " * 1000), "copy.db", 1),
        (lambda backup: backup.write_bytes(b""), "no backup of a register", 1),
        (lambda backup: backup.write_bytes(backup.read_bytes()[:20_000]), "copy.db", 1),
        (_newer, "newer tracker", 3),
        (lambda backup: _behind(str(backup), "UPDATE entry SET note = 'x'"), "Entry 1", 1),
        (lambda backup: _behind(str(backup), "UPDATE commitment SET text = 'x'"), "CM13-01", 1),
        (lambda backup: backup.unlink(), "no file", 1),
    ],
    ids=["damaged", "letter", "empty", "cut", "newer", "history", "rows", "none"],
)
def test_a_backup_that_is_not_sound_is_refused_and_the_register_stays(
    run: Run,
    register: Path,
    backed_up: Path,
    spoil: Callable[[Path], Any],
    said: str,
    code: int,
) -> None:
    spoil(backed_up)
    before, files = contents(str(register)), {path.name for path in register.parent.iterdir()}
    outcome = run("db", "restore", backed_up, "--yes")
    refused(outcome, said, "Nothing was changed.", exit_code=code)
    assert contents(str(register)) == before
    assert {path.name for path in register.parent.iterdir()} == files


def test_the_register_is_not_restored_from_itself(run: Run, register: Path) -> None:
    refused(run("db", "restore", register, "--yes"), "itself")


def test_a_register_in_use_for_too_long_is_left(
    run: Run, register: Path, backed_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "_LOCK_SECONDS", 0.1)
    writer = sqlite3.connect(register, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    refused(run("db", "restore", backed_up, "--yes"), "Somebody else", exit_code=3)
    writer.close()
    assert list(register.parent.glob("tracker.db.replaced-*")) == []
    assert len(contents(str(register))["commitment"]) == 3


# rolling backups


def test_the_oldest_backups_of_this_register_go_and_no_other_file(
    run: Run, register: Path, surroundings: Path
) -> None:
    _logged(run)
    address = read_address(str(register))
    other = surroundings / "other.db"
    done(run("--db", other, "init", "--name", "Other", "--time-zone", "UTC"))
    kept = [
        surroundings / "tracker.db.backup-20010101-000000",
        surroundings / "tracker.db.backup-20020202",
        surroundings / "tracker.db.backup-20030303-030303",
    ]
    shutil.copy(other, kept[0])
    kept[1].write_text("notes")
    kept[2].write_text("no database")
    made = [backups.keep_one(address, keep=3, now=NOW + timedelta(days=days)) for days in range(5)]
    assert made[0] is not None
    assert made[0].name == "tracker.db.backup-20160218-093000"
    left = {path for path in surroundings.iterdir() if "backup" in path.name}
    assert left == {*made[2:], *kept}
    assert contents(str(made[4])) == contents(str(register))


def test_two_backups_of_one_second_are_two_and_none_is_kept_where_none_is_wanted(
    register: Path,
) -> None:
    address = read_address(str(register))
    first, second = (backups.keep_one(address, keep=5, now=NOW) for _ in range(2))
    assert first != second
    assert backups.keep_one(address, keep=0, now=NOW) is None
    assert len(backups.rolling(register)) == 2


def test_how_many_backups_are_kept_is_a_setting(run: Run) -> None:
    assert done(run("config", "get", "backups")) == "5"
    done(run("config", "set", "backups", "12"))
    assert done(run("config", "get", "backups")) == "12"
    refused(run("config", "set", "backups", "many"), "0 to 999", exit_code=2)


# check


CHANGES = [
    ("UPDATE commitment SET text = 'other words' WHERE number = 1", "CM13-01.*text"),
    ("UPDATE commitment SET status = 'completed' WHERE number = 2", "CM13-02.*status"),
    ("UPDATE commitment SET due_latest = '2015-07-30' WHERE number = 1", "CM13-01.*due"),
    ("UPDATE commitment_owner SET acceptance = 'confirmed'", "CM13-0[12].*owner"),
    ("DELETE FROM commitment_owner WHERE role = 'partner'", "CM13-01.*owner"),
    ("DELETE FROM commitment_tag", "CM13-01.*tag"),
    ("UPDATE commitment_place SET place = 'Paris'", "CM13-01.*place"),
    ("UPDATE meeting SET title = 'Another'", "CM13.*title"),
    ("UPDATE series SET title = 'Another'", "CM.*title"),
    ("UPDATE agency SET name = 'Another' WHERE code = 'IOM'", "IOM.*name"),
    ("DELETE FROM agency_spelling WHERE kind = 'alias'", "WB.*spelling"),
    ("DELETE FROM group_member", "IOM.*group member"),
    ("UPDATE group_chair SET until = '2016-12-31'", "GMG.*group chair"),
    ("UPDATE entry SET note = 'Ended.' WHERE note = 'Begun.'", "Entry \\d+ .*changed"),
    ("UPDATE entry SET true_on = '2014-01-01' WHERE id = 3", "Entry 3 .*changed"),
    (f"UPDATE entry SET previous = '{'a' * 64}' WHERE id = 6", "Entry 6 .*follow"),
    ("DELETE FROM entry WHERE id = 4", "Entry 4 .*missing"),
    ("DROP VIEW promise_view", "promise_view is missing"),
    ("DROP INDEX ix_entry_act", "ix_entry_act is missing"),
    ("CREATE INDEX another ON entry (door)", "another is not of tracker's making"),
]


@pytest.mark.parametrize(("statement", "said"), CHANGES)
def test_what_was_changed_behind_trackers_back_is_found(
    run: Run, register: Path, statement: str, said: str
) -> None:
    _logged(run)
    _behind(str(register), statement)
    outcome = run("db", "check")
    assert outcome.exit_code == 3
    assert re.search(said, outcome.stdout), outcome.stdout
    assert "not sound" in outcome.stderr


def test_what_was_changed_behind_trackers_back_is_found_on_postgres(
    run: Run, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKER_DB", postgres_url)
    done(run("init", "--name", "Test", "--time-zone", "UTC"))
    _logged(run)
    assert done(run("db", "check")) == "sound"
    _behind(postgres_url, *(statement for statement, _ in CHANGES))
    monkeypatch.setattr("tracker.storage.soundness._FINDINGS_SHOWN", 1_000)
    outcome = run("db", "check")
    assert outcome.exit_code == 3
    assert [said for _, said in CHANGES if not re.search(said, outcome.stdout)] == []


def test_rows_that_no_history_tells_of_are_found(run: Run, register: Path) -> None:
    _logged(run)
    _behind(
        str(register),
        "INSERT INTO series (uid, code, title, code_folded) VALUES ('u', 'X', 'X', 'x')",
    )
    assert "series X is not in the history" in run("db", "check").stdout


def test_guards_that_are_gone_references_to_nothing_and_damage_are_found(
    run: Run, register: Path
) -> None:
    _logged(run)
    connection = sqlite3.connect(register, isolation_level=None)
    connection.execute("DROP TRIGGER entry_not_changed")
    assert "trigger entry_not_changed is missing" in run("db", "check").stdout
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("DELETE FROM person WHERE name = 'Ada Speaker'")
    connection.close()
    assert "commitment points to one in person" in run("db", "check").stdout
    _damaged(register)
    outcome = run("db", "check")
    assert outcome.exit_code == 3
    assert "damaged" in outcome.stdout + outcome.stderr


def test_a_digest_that_a_report_prints_is_found_in_the_chain(run: Run, any_register: str) -> None:
    _logged(run)
    told = entries(any_register)
    outcome = run("db", "check", "--digest", told[4]["sha256"].upper())
    assert done(outcome) == str(told[4]["id"])
    assert "unchanged" in outcome.stderr
    assert done(run("db", "check", "--digest", "0" * 64)) == "0"
    unknown = run("db", "check", "--digest", "f" * 64)
    assert (unknown.exit_code, unknown.stdout) == (3, "")
    assert "f" * 64 in unknown.stderr
    for wrong in ("abc", "", "g" * 64):
        refused(run("db", "check", "--digest", wrong), "64", exit_code=2)


def test_a_check_changes_nothing(run: Run, any_register: str) -> None:
    _logged(run)
    before = contents(any_register)
    done(run("db", "check"))
    assert contents(any_register) == before


# PostgreSQL


def test_on_postgres_the_servers_own_tools_are_named_and_their_commands_work(
    run: Run, postgres_url: str, surroundings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKER_DB", postgres_url)
    done(run("init", "--name", "Test", "--time-zone", "UTC"))
    _logged(run)
    before = contents(postgres_url)
    file = surroundings / "copy of it.dump"
    saved = run("db", "backup", file)
    refused(saved, "pg_dump")
    _call(saved.stderr, postgres_url)
    done(run("log", "CM13", "WB: say one thing more"))
    back = run("db", "restore", file, "--yes")
    refused(back, "pg_restore")
    _call(back.stderr, postgres_url)
    assert contents(postgres_url) == before
    assert done(run("db", "check")) == "sound"


def _call(said: str, url: str) -> None:
    """Run the command that a message shows, as whoever reads it does."""
    password = re.search(r"://[^:]+:([^@]+)@", url)
    assert password is not None
    assert password[1] not in said
    (line,) = [line for line in said.splitlines() if line.startswith("pg_")]
    tool, *rest = shlex.split(line)
    server = programs.find("postgres")
    assert server is not None
    subprocess.run(
        [server.resolve().parent / tool, *rest],
        check=True,
        env=os.environ | {"PGPASSWORD": password[1]},
    )
