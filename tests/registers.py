"""What a register holds, table by table, read past tracker itself; and one filled as tests need."""

import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.conftest import Outcome

Run = Callable[..., Outcome]
Contents = dict[str, list[tuple[Any, ...]]]


def contents(place: str) -> Contents:
    """Give every row of every table, on SQLite and PostgreSQL."""
    if place.startswith("postgres"):
        return _of_postgres(place)
    connection = sqlite3.connect(place)
    try:
        names = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
            )
        ]
        return {name: _sorted(connection.execute(f'SELECT * FROM "{name}"')) for name in names}
    finally:
        connection.close()


def entries(place: str) -> list[dict[str, Any]]:
    """Give the rows of history by column, oldest first, its JSON read."""
    if place.startswith("postgres"):
        import psycopg
        from psycopg.rows import dict_row

        with psycopg.connect(_plain(place), row_factory=dict_row) as server:
            return server.execute("SELECT * FROM entry ORDER BY id").fetchall()
    connection = sqlite3.connect(place)
    connection.row_factory = sqlite3.Row
    rows = [dict(row) for row in connection.execute("SELECT * FROM entry ORDER BY id")]
    connection.close()
    for row in rows:
        row["changes"], row["evidence"] = json.loads(row["changes"]), json.loads(row["evidence"])
    return rows


def done(outcome: Outcome) -> str:
    """Give what a command that must succeed answered."""
    assert outcome.exit_code == 0, outcome.stderr
    return outcome.stdout.strip()


def refused(outcome: Outcome, *words: str, exit_code: int = 1) -> None:
    """Hold that a command was refused, answered nothing, and said each of `words`."""
    assert outcome.exit_code == exit_code, (outcome.exit_code, outcome.stdout, outcome.stderr)
    assert outcome.stdout == ""
    assert "Traceback" not in outcome.stderr
    for word in words:
        assert word in outcome.stderr
    if exit_code != 3:
        assert "Nothing was changed." in outcome.stderr


def shown(run: Run, ref: str, **options: Any) -> dict[str, Any]:
    """Give a commitment as `show --format json` has it."""
    found: dict[str, Any] = json.loads(done(run("show", ref, "--format", "json", **options)))
    return found


def fill(run: Run) -> None:
    """Add a few agencies and meetings: GMG is a group that WB chairs in 2015, IOM its member.

    To a fresh register: on SQLite the second one filled is a copy of the first.
    """
    place = os.environ["TRACKER_DB"]
    if place.startswith("postgres"):
        _fill(run)
        return
    if not _filled:
        _fill(run)
        _filled.append(Path(place).read_bytes())
    Path(place).write_bytes(_filled[0])


_filled: list[bytes] = []


def _fill(run: Run) -> None:
    for words in (
        ("agency", "add", "IOM", "International Organization for Migration"),
        ("agency", "add", "WB", "World Bank", "--alias", "The Bank"),
        ("agency", "add", "UNHCR", "Office of the High Commissioner for Refugees"),
        ("agency", "add", "DESA", "Department of Economic and Social Affairs"),
        ("agency", "add", "POP", "Population Division", "--part-of", "DESA"),
        (
            *("agency", "add", "GMG", "Global Migration Group", "--kind", "working-group"),
            *("--chair", "WB from 2015-01-01 to 2015-12-31"),
        ),
        ("agency", "edit", "IOM", "--member-of", "GMG"),
        (
            *("meeting", "add", "CM13", "Thirteenth coordination meeting"),
            *("--when", "12 and 13 February 2015", "--series", "CM", "--number", "13"),
        ),
    ):
        done(run(*words, env={"TRACKER_TODAY": "2015-03-01"}))


def _of_postgres(place: str) -> Contents:
    import psycopg
    from psycopg import sql

    with psycopg.connect(_plain(place)) as server:
        names = [
            name
            for (name,) in server.execute(
                "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1"
            )
        ]
        return {
            name: _sorted(server.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier(name))))
            for name in names
        }


def _plain(place: str) -> str:
    return place.replace("postgresql+psycopg:", "postgresql:")


def _sorted(rows: Any) -> list[tuple[Any, ...]]:
    return sorted((tuple(row) for row in rows), key=repr)
