"""The database itself keeps history: nothing there can be changed, removed or overwritten."""

import hashlib
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from tests.conftest import Outcome

Run = Callable[..., Outcome]


@pytest.fixture
def told(run: Run, any_register: str) -> str:
    """Give a register with some history."""
    assert run("agency", "add", "IOM", "International Organization for Migration").exit_code == 0
    when = "12 and 13 February 2015"
    assert run("meeting", "add", "CM13", "Thirteenth", "--when", when).exit_code == 0
    assert run("log", "CM13", "IOM: publish a “guide” (Genève, July 2015)").exit_code == 0
    news = ("--status", "in-progress", "--note", "两章\nprêts", "--for", "IOM")
    assert run("update", "CM13-01", *news).exit_code == 0
    return any_register


ATTACKS = [
    "UPDATE entry SET note = 'never said'",
    "UPDATE entry SET sha256 = previous WHERE id = 1",
    "DELETE FROM entry",
    "DELETE FROM entry WHERE id = (SELECT max(id) FROM entry)",
]
_REST = """
    act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at,
    true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status,
    changes, note, reason, evidence, restricted
"""
_ALL = f"id, uid, {_REST}, previous, sha256"
_NEWEST = "(SELECT sha256 FROM entry ORDER BY id DESC LIMIT 1)"
SQLITE_ATTACKS = [
    "INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE id = 2",
    "REPLACE INTO entry SELECT * FROM entry",
    "UPDATE OR REPLACE entry SET id = 1 WHERE id = 2",
    # By the uid and the hash of another entry, under the next number.
    f"INSERT OR REPLACE INTO entry ({_ALL}) SELECT 3, uid, {_REST}, {_NEWEST}, sha256 FROM entry",
    f"INSERT INTO entry ({_ALL}) SELECT 9, 'new', {_REST}, previous, 'x' || previous FROM entry",
]


def test_sqlite_refuses_to_rewrite_history(run: Run, register: Path) -> None:
    run("agency", "add", "IOM", "International Organization for Migration")
    run("meeting", "add", "CM13", "Thirteenth")
    connection = sqlite3.connect(register)
    before = connection.execute("SELECT * FROM entry ORDER BY id").fetchall()
    assert len(before) == 2
    for attack in ATTACKS + SQLITE_ATTACKS:
        with pytest.raises(sqlite3.IntegrityError, match=r"append-only|come next"):
            connection.execute(attack)
        connection.rollback()
    assert connection.execute("SELECT * FROM entry ORDER BY id").fetchall() == before


@pytest.mark.needs("postgres")
def test_postgres_refuses_to_rewrite_history(run: Run, postgres_url: str) -> None:
    run("--db", postgres_url, "init")
    run("--db", postgres_url, "agency", "add", "IOM", "International Organization for Migration")
    run("--db", postgres_url, "meeting", "add", "CM13", "Thirteenth")
    with psycopg.connect(_plain(postgres_url), autocommit=True) as connection:
        before = connection.execute("SELECT * FROM entry ORDER BY id").fetchall()
        assert len(before) == 2
        for attack in [*ATTACKS, "TRUNCATE entry CASCADE"]:
            with pytest.raises(psycopg.errors.RaiseException, match="append-only"):
                connection.execute(attack)
        assert connection.execute("SELECT * FROM entry ORDER BY id").fetchall() == before


def test_the_chain_can_be_checked_by_another_program(run: Run, told: str) -> None:
    """Check it as docs/history.md says, from what `history --format json` cannot hide."""
    assert run("db", "check").stdout == "sound\n"
    previous = "0" * 64
    for row in _rows(told):
        entry = {name: value for name, value in row.items() if value is not None}
        sha256 = entry.pop("sha256")
        assert entry["previous"] == previous
        text = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert hashlib.sha256(text.encode("utf-8")).hexdigest() == sha256
        previous = sha256
    listed = json.loads(run("history", "--format", "json").stdout)
    assert listed[-1]["sha256"] == previous
    assert [entry["number"] for entry in listed] == list(range(1, len(listed) + 1))


def _plain(url: str) -> str:
    return url.replace("postgresql+psycopg:", "postgresql:")


def _rows(place: str) -> list[dict[str, object]]:
    query = """
        SELECT e.id AS number, e.uid, e.act, e.deed, e.subject, e.subject_uid, {at} AS recorded_at,
               {on} AS true_on, p.uid AS by, e.capacity, x.uid AS acting_agency,
               y.uid AS for_agency, e.door, e.channel, e.status, e.changes, e.note, e.reason,
               e.evidence, e.restricted, e.previous, e.sha256
        FROM entry e JOIN person p ON p.id = e.by_id
        LEFT JOIN agency x ON x.id = e.acting_agency_id
        LEFT JOIN agency y ON y.id = e.for_agency_id ORDER BY e.id
    """
    if place.startswith("postgres"):
        at = "to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
        with psycopg.connect(_plain(place)) as connection:
            cursor = connection.execute(query.format(at=at, on="e.true_on::text"))
            names = [column.name for column in cursor.description or ()]
            return [dict(zip(names, row, strict=True)) for row in cursor]
    file = sqlite3.connect(place)
    file.row_factory = sqlite3.Row
    asked = query.format(at="e.recorded_at", on="e.true_on")
    rows = [dict(row) for row in file.execute(asked)]
    for row in rows:
        row["changes"], row["evidence"] = json.loads(row["changes"]), json.loads(row["evidence"])
        row["restricted"] = bool(row["restricted"])
    return rows


def test_db_check_finds_an_entry_changed_behind_the_guards(run: Run, register: Path) -> None:
    run("agency", "add", "IOM", "International Organization for Migration")
    run("agency", "edit", "IOM", "--alias", "Migration Agency")
    connection = sqlite3.connect(register)
    connection.execute("DROP TRIGGER entry_not_changed")
    connection.execute("UPDATE entry SET reason = 'invented' WHERE id = 1")
    connection.commit()
    outcome = run("db", "check")
    assert outcome.exit_code == 3
    assert "Entry 1 of the history was changed" in outcome.stdout


def test_db_check_finds_an_entry_that_was_taken_out(run: Run, register: Path) -> None:
    for code in ("A1", "A2", "A3"):
        run("agency", "add", code, f"Agency {code}")
    connection = sqlite3.connect(register)
    connection.execute("DROP TRIGGER entry_not_removed")
    connection.execute("DELETE FROM entry WHERE id = 2")
    connection.commit()
    outcome = run("db", "check")
    assert outcome.exit_code == 3
    assert "Entry 2 of the history is missing" in outcome.stdout
