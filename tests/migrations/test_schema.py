"""The migrations make what the records say, on both databases, and only where it is safe."""

import re
import sqlite3
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from tests.conftest import Outcome
from tracker.domain.records import metadata
from tracker.storage.address import read_address
from tracker.storage.connection import reading
from tracker.storage.schema import newest

Run = Callable[..., Outcome]


def _schema(connection: sqlite3.Connection) -> dict[str, Any]:
    """Give columns, references, uniqueness, checks and indexes of each table."""
    schema: dict[str, Any] = {}
    tables = "SELECT name, sql FROM sqlite_master WHERE sql LIKE 'CREATE TABLE%STRICT%'"
    for table, sql in connection.execute(tables).fetchall():
        indexes = [
            (name, unique, tuple(connection.execute(f"PRAGMA index_info({name})")))
            for _, name, unique, _, _ in connection.execute(f"PRAGMA index_list({table})")
        ]
        references = connection.execute(f"PRAGMA foreign_key_list({table})")
        schema[table] = {
            "columns": {row[1:] for row in connection.execute(f"PRAGMA table_xinfo({table})")},
            "references": {row[2:] for row in references},
            "unique": {columns for _, unique, columns in indexes if unique},
            "indexes": {(name, columns) for name, unique, columns in indexes if not unique},
            "checks": set(_checks(sql)),
            "names": set(re.findall(r"CONSTRAINT (\w+)", sql)),
        }
    return schema


def _checks(sql: str) -> Iterator[str]:
    for match in re.finditer(r"CHECK \(", sql):
        depth, end = 1, match.end()
        while depth:
            depth += {"(": 1, ")": -1}.get(sql[end], 0)
            end += 1
        yield sql[match.end() : end - 1]


def test_a_migrated_file_has_the_tables_checks_and_indexes_of_the_records(register: Path) -> None:
    wanted = sqlite3.connect(":memory:")
    engine = create_engine("sqlite://", creator=lambda: wanted)
    metadata.create_all(engine)
    expected = _schema(wanted)
    assert expected.keys() == metadata.tables.keys()
    assert _schema(sqlite3.connect(register)) == expected
    engine.dispose()


def test_alembic_sees_no_difference_between_register_and_records(any_register: str) -> None:
    address = read_address(any_register)
    url = f"sqlite:///{address.path}" if address.path else address.engine_url
    engine = create_engine(url)

    def is_ours(name: str | None, kind: str, _parents: object) -> bool:
        return not (name or "").startswith(("search_index", "search_body", "search_restricted"))

    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": is_ours}
        )
        found = compare_metadata(context, metadata)
    engine.dispose()
    # The search index is no record's; the views make it.
    assert [one for one in found if "search_" not in str(one)] == []


def test_every_column_of_a_record_stands_in_a_view(any_register: str) -> None:
    shown = {
        "series": "series_view",
        "meeting": "meeting_view",
        "agency": "agency_view",
        "commitment": "commitment_view",
        "commitment_owner": "owner_view",
        "commitment_link": "link_view",
        "group_member": "group_member_view",
        "group_chair": "group_chair_view",
        "focal_point": "focal_point_view",
        "agency_spelling": "spelling_view",
        "entry": "entry_view",
    }
    with reading(any_register) as connection:
        for table, view in shown.items():
            columns = _columns(connection, view)
            missing = {column.name for column in metadata.tables[table].columns} - columns
            assert not missing, f"{view} lacks {missing}"


def _columns(connection: Any, view: str) -> set[str]:
    if connection.is_sqlite:
        return {row[1] for row in connection.rows(f"PRAGMA table_info({view})")}
    return {
        row[0]
        for row in connection.rows(
            "SELECT column_name FROM information_schema.columns WHERE table_name = :view",
            {"view": view},
        )
    }


def test_tables_are_strict(register: Path) -> None:
    connection = sqlite3.connect(register)
    for table in metadata.tables:
        sql = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", [table]).fetchone()
        assert re.search(r"STRICT\s*$", sql[0]), table


def test_the_file_is_for_its_owner_alone_and_writes_ahead(register: Path) -> None:
    assert stat.S_IMODE(register.stat().st_mode) == 0o600
    connection = sqlite3.connect(register)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_init_makes_a_file_for_its_owner_alone(run: Run, surroundings: Path) -> None:
    made = surroundings / "new" / "made.db"
    assert run("--db", made, "init").exit_code == 0
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert [path.name for path in made.parent.iterdir()] == ["made.db"]


def test_init_leaves_what_stands_there(run: Run, register: Path) -> None:
    before = register.read_bytes()
    outcome = run("init")
    assert outcome.exit_code == 3
    assert "there already" in outcome.stderr
    assert register.read_bytes() == before


@pytest.mark.parametrize("command", [["list"], ["log", "CM13", "IOM: do it"], ["db", "upgrade"]])
def test_a_register_of_a_newer_tracker_is_refused(
    run: Run, register: Path, command: list[str]
) -> None:
    later = f"{int(newest()) + 1:04}"
    connection = sqlite3.connect(register)
    connection.execute("UPDATE alembic_version SET version_num = ?", [later])
    connection.commit()
    connection.close()
    outcome = run(*command)
    assert outcome.exit_code == 3
    assert "newer tracker" in outcome.stderr
    assert outcome.stdout == ""


def test_a_file_that_is_no_register_is_refused_and_stays(run: Run, surroundings: Path) -> None:
    letter = surroundings / "letter.doc"
    letter.write_bytes(b"Dear colleagues, " * 1000)
    for command in (["list"], ["db", "upgrade"], ["log", "CM13", "IOM: do it"], ["db", "check"]):
        outcome = run("--db", letter, *command)
        assert outcome.exit_code == 3, command
        assert "letter.doc" in outcome.stderr
    assert letter.read_bytes() == b"Dear colleagues, " * 1000


def test_a_register_that_is_not_there_is_not_made(run: Run, surroundings: Path) -> None:
    for command in (["list"], ["log", "CM13", "IOM: do it"], ["db", "status"], ["show", "CM13-01"]):
        outcome = run(*command)
        assert outcome.exit_code == 3, command
        assert "tracker init" in outcome.stderr
    assert list(surroundings.iterdir()) == []


def test_init_in_an_empty_postgres_database_then_refuses_it(run: Run, postgres_url: str) -> None:
    assert run("--db", postgres_url, "init", "--name", "Ours").exit_code == 0
    again = run("--db", postgres_url, "init")
    assert again.exit_code == 3
    assert "not empty" in again.stderr
    assert '"name": "Ours"' in run("--db", postgres_url, "db", "status", "--format", "json").stdout
