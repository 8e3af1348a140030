"""Every earlier schema becomes the present one; an upgrade that fails changes nothing."""

import importlib.util
import json
import shutil
import sqlite3
import stat
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations

from tests.conftest import Outcome
from tests.registers import contents, done
from tracker.domain.columns import Day, Instant, Json, YesNo
from tracker.domain.records import metadata
from tracker.storage import schema
from tracker.storage.address import read_address

Run = Callable[..., Outcome]

REGISTERS = Path(__file__).parent / "registers"
EARLIER = sorted(path.stem for path in REGISTERS.glob("*.sql"))


def _revisions() -> list[str]:
    return sorted(path.name[:4] for path in (schema.migrations() / "versions").glob("0*.py"))


@pytest.fixture
def earlier(surroundings: Path) -> Callable[[str], Path]:
    """Give a register of an earlier schema, with rows, where TRACKER_DB points."""

    def make(number: str) -> Path:
        place = surroundings / "tracker.db"
        connection = sqlite3.connect(place)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript((REGISTERS / f"{number}.sql").read_text(encoding="utf-8"))
        connection.close()
        place.chmod(0o600)
        return place

    return make


@pytest.fixture
def broken(surroundings: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Let there be one migration more, which changes rows and tables and then fails."""
    folder = surroundings / "elsewhere" / "migrations"
    shutil.copytree(schema.migrations(), folder, ignore=shutil.ignore_patterns("__pycache__"))
    last = schema.newest()
    number = f"{int(last) + 1:04}"
    (folder / "versions" / f"{number}_broken.py").write_text(
        f'revision, down_revision = "{number}", "{last}"\n'
        "def upgrade():\n"
        "    from alembic import op\n"
        "    op.execute(\"UPDATE register SET name = 'half done'\")\n"
        "    op.execute('CREATE TABLE half_done (id INTEGER)')\n"
        "    op.execute('DROP TABLE commitment_tag')\n"
        "    raise ValueError('a comet struck')\n"
    )
    monkeypatch.setattr(schema, "migrations", lambda: folder)
    return number


def _made(place: Path) -> dict[str, str]:
    """Give every table, index, view and trigger, as it was made."""
    connection = sqlite3.connect(place)
    rows = connection.execute(
        "SELECT type || ' ' || name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    ).fetchall()
    connection.close()
    return dict(rows)


def _rows(place: Path) -> dict[str, list[dict[str, Any]]]:
    connection = sqlite3.connect(place)
    connection.row_factory = sqlite3.Row
    names = [
        name
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE TABLE%STRICT%'"
        )
    ]
    found = {
        name: [dict(row) for row in connection.execute(f"SELECT * FROM {name} ORDER BY rowid")]
        for name in names
    }
    connection.close()
    return found


def test_every_earlier_schema_has_a_register_to_upgrade() -> None:
    assert _revisions()[:-1] == EARLIER


@pytest.mark.parametrize("number", EARLIER)
def test_an_earlier_register_has_rows_in_every_table(
    earlier: Callable[[str], Path], number: str
) -> None:
    assert [name for name, rows in _rows(earlier(number)).items() if not rows] == []


@pytest.mark.parametrize("number", EARLIER)
def test_an_earlier_register_becomes_as_a_fresh_one_and_keeps_its_rows(
    run: Run, earlier: Callable[[str], Path], fresh_register: Path, number: str
) -> None:
    place = earlier(number)
    before = _rows(place)
    outcome = run("db", "upgrade")
    assert done(outcome) == str(place)
    assert _made(place) == _made(fresh_register)
    after = _rows(place)
    for table, rows in before.items():
        kept = [{name: row[name] for name in rows[0]} for row in after[table]]
        assert kept == rows, table
    assert done(run("db", "check")) == "sound"
    # The guards of history, the views and the search index work.
    connection = sqlite3.connect(place)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute("DELETE FROM entry")
    connection.close()
    assert done(run("list", "symposium", "--format", "refs")) == "CM13-01"
    done(run("log", "CM14", "IOM: add one more"))
    assert done(run("list", "one more", "--format", "refs")) == "CM14-02"
    assert done(run("db", "check")) == "sound"


@pytest.mark.parametrize("number", EARLIER)
def test_an_earlier_register_is_backed_up_beside_itself_first(
    run: Run, earlier: Callable[[str], Path], number: str
) -> None:
    place = earlier(number)
    before = contents(str(place))
    outcome = run("db", "upgrade")
    (backup,) = place.parent.glob("tracker.db.backup-*")
    assert str(backup) in outcome.stderr
    assert contents(str(backup)) == before
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    again = run("db", "upgrade")
    assert (again.exit_code, len(list(place.parent.glob("tracker.db.backup-*")))) == (0, 1)
    assert "already" in again.stderr


@pytest.mark.parametrize("number", EARLIER)
def test_an_earlier_register_is_refused_by_other_commands_and_left(
    run: Run, earlier: Callable[[str], Path], number: str
) -> None:
    place = earlier(number)
    before = contents(str(place))
    for words in (["list"], ["log", "CM14", "IOM: do it"], ["db", "check"]):
        outcome = run(*words)
        assert (outcome.exit_code, outcome.stdout) == (3, "")
        assert "tracker db upgrade" in outcome.stderr
    assert contents(str(place)) == before


def test_an_upgrade_that_fails_leaves_the_register_untouched_and_says_so(
    run: Run, any_register: str, broken: str
) -> None:
    before = contents(any_register)
    outcome = run("db", "upgrade")
    assert (outcome.exit_code, outcome.stdout) == (3, "")
    for told in ("a comet struck", "taken back", "Nothing was changed."):
        assert told in outcome.stderr
    assert contents(any_register) == before
    assert broken not in repr(before["alembic_version"])


def test_an_upgrade_that_fails_keeps_views_triggers_and_a_backup(
    run: Run, register: Path, broken: str, fresh_register: Path
) -> None:
    before = contents(str(register))
    outcome = run("db", "upgrade")
    assert _made(register) == _made(fresh_register)
    (backup,) = register.parent.glob("tracker.db.backup-*")
    assert str(backup) in outcome.stderr
    assert contents(str(backup)) == before
    connection = sqlite3.connect(register)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("number", EARLIER)
def test_an_earlier_register_on_postgres_becomes_as_a_fresh_one(
    run: Run,
    earlier: Callable[[str], Path],
    postgres_url: str,
    number: str,
) -> None:
    told = _rows(earlier(number))
    _make_earlier_on_postgres(postgres_url, number, told)
    before = contents(postgres_url)
    assert before["entry"]
    upgraded = run("--db", postgres_url, "db", "upgrade")
    assert upgraded.exit_code == 0, upgraded.stderr
    after = contents(postgres_url)
    assert {table: len(rows) for table, rows in before.items()} == {
        table: len(after[table]) for table in before
    }
    # It compares the schema with a fresh one, and the rows with their history.
    checked = run("--db", postgres_url, "db", "check")
    assert checked.stdout == "sound\n", checked.stdout
    assert done(run("--db", postgres_url, "list", "symposium", "--format", "refs")) == "CM13-01"


def _make_earlier_on_postgres(url: str, number: str, told: dict[str, list[dict[str, Any]]]) -> None:
    engine = sa.create_engine(read_address(url).engine_url)
    with engine.begin() as connection:
        with Operations.context(MigrationContext.configure(connection)):
            for path in sorted((schema.migrations() / "versions").glob("0*.py")):
                if path.name[:4] <= number:
                    _upgrade(path)
        connection.exec_driver_sql(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
            " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
        connection.exec_driver_sql(f"INSERT INTO alembic_version VALUES ('{number}')")
        for table in metadata.sorted_tables:
            for row in told.get(table.name, ()):
                # Of the record's columns, those that there were.
                plain = sa.table(table.name, *(sa.column(n, table.c[n].type) for n in row))
                typed = {name: _typed(table.c[name].type, value) for name, value in row.items()}
                connection.execute(plain.insert().values(typed))
    engine.dispose()


def _upgrade(path: Path) -> None:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.upgrade()


def _typed(kind: Any, value: Any) -> Any:
    match kind:
        case _ if value is None:
            return None
        case Day():
            return date.fromisoformat(value)
        case Instant():
            return datetime.fromisoformat(value)
        case YesNo():
            return bool(value)
        case Json():
            return json.loads(value)
        case _:
            return value
