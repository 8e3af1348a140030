"""The database itself keeps issued reports as they were issued."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from tests.conftest import Outcome

Run = Callable[..., Outcome]

ATTACKS = [
    "UPDATE issued_report SET title = 'another'",
    "DELETE FROM issued_report",
    "UPDATE issued_file SET sha256 = 'x'",
    "DELETE FROM issued_file",
]


def _issue(run: Run, *place: str) -> None:
    run(*place, "meeting", "add", "CM13", "Thirteenth", "--when", "12 and 13 February 2015")
    assert run(*place, "report", "CM13", "--issue").exit_code == 0


def test_sqlite_refuses_to_change_what_was_issued(run: Run, register: Path) -> None:
    _issue(run)
    connection = sqlite3.connect(register)
    for attack in [*ATTACKS, "INSERT OR REPLACE INTO issued_file SELECT * FROM issued_file"]:
        with pytest.raises(sqlite3.IntegrityError, match="never changed or removed"):
            connection.execute(attack)
        connection.rollback()
    assert run("issued", "show", "1", "--format", "text").exit_code == 0


@pytest.mark.needs("postgres")
def test_postgres_refuses_to_change_what_was_issued(run: Run, postgres_url: str) -> None:
    run("--db", postgres_url, "init")
    _issue(run, "--db", postgres_url)
    url = postgres_url.replace("postgresql+psycopg:", "postgresql:")
    with psycopg.connect(url, autocommit=True) as connection:
        for attack in [*ATTACKS, "TRUNCATE issued_file", "TRUNCATE issued_report CASCADE"]:
            with pytest.raises(psycopg.errors.RaiseException, match="never changed or removed"):
                connection.execute(attack)
