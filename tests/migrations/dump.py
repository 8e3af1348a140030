"""A register of the present schema with rows in every table, as SQL: what upgrades start from.

Run as a module, before a migration is added, it writes what `registers/NUMBER.sql` holds:
`python -m tests.migrations.dump > tests/migrations/registers/NUMBER.sql`.
"""

import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tests.cli.year import on, write_year


def write_register(place: Path) -> None:
    """Make a register with rows in every table that a service fills."""
    from tracker.domain.vocabulary import LinkKind
    from tracker.services.linking import link
    from tracker.services.registers import init
    from tracker.storage.database import writing

    made = datetime(2014, 1, 1, tzinfo=UTC)
    init(str(place), name="Of an earlier tracker", time_zone="Europe/Paris", now=made)
    write_year(str(place))
    with writing(str(place)) as session:
        link(session, on("2016-02-20"), "CM14-01", LinkKind.FOLLOWS, "CM13-02")


def lines(driver: sqlite3.Connection) -> Iterator[str]:
    """Give the statements that make what `driver` holds, its rows before its triggers."""
    made = driver.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"
        " AND name NOT LIKE 'search_index\\__%' ESCAPE '\\' ORDER BY rowid"
    ).fetchall()
    yield "BEGIN;"
    for kind, name, sql in made:
        if kind == "table" and name != "search_index":
            yield f"{sql};"
            yield from _rows(driver, name)
    for wanted in ("index", "view", "table", "trigger"):
        for kind, name, sql in made:
            if kind == wanted and (kind != "table" or name == "search_index"):
                yield f"{sql};"
    yield "INSERT INTO search_index (search_index) VALUES ('rebuild');"
    yield "COMMIT;"


def _rows(driver: sqlite3.Connection, table: str) -> Iterator[str]:
    names = [row[1] for row in driver.execute(f"PRAGMA table_info({table})")]
    quoted = " || ', ' || ".join(f'quote("{name}")' for name in names)
    for (values,) in driver.execute(f"SELECT {quoted} FROM {table} ORDER BY rowid"):
        yield f"INSERT INTO {table} ({', '.join(names)}) VALUES ({values});"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "tracker.db"
        write_register(place)
        sys.stdout.writelines(f"{line}\n" for line in lines(sqlite3.connect(place)))
