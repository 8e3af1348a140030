"""Is the schema the one that the migrations make? A fresh one is made and compared."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing

from tracker.storage.address import POSTGRES, SQLITE
from tracker.storage.connection import Connection

# Each gives names, a table's before what belongs to it, and what stands behind the name.
_SQLITE = (
    """
    SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_master
    WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
    """,
)
_POSTGRES = (
    """
    SELECT 'column ' || table_name || '.' || column_name,
           data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '')
    FROM information_schema.columns WHERE table_schema = current_schema()
    """,
    """
    SELECT 'rule ' || c.relname || '.' || r.conname, pg_get_constraintdef(r.oid)
    FROM pg_constraint r JOIN pg_class c ON c.oid = r.conrelid
    WHERE c.relnamespace = current_schema()::regnamespace
    """,
    """
    SELECT 'trigger ' || c.relname || '.' || t.tgname, pg_get_triggerdef(t.oid) || t.tgenabled::text
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace
    """,
    """
    SELECT 'index ' || tablename || '.' || indexname, indexdef FROM pg_indexes
    WHERE schemaname = current_schema()
    """,
    "SELECT 'view ' || viewname, definition FROM pg_views WHERE schemaname = current_schema()",
    """
    SELECT 'function ' || proname, pg_get_functiondef(oid) FROM pg_proc
    WHERE pronamespace = current_schema()::regnamespace AND prokind = 'f'
    """,
)


def deviations(connection: Connection, given: str) -> Iterator[str]:
    """Say what in the schema of the register at `given` is missing, changed, or nobody's.

    Raises RegisterUnusable where PostgreSQL lets this account make no schema to compare with.
    """
    found, fresh = _catalogue(connection), _fresh(connection, given)
    for name in sorted(fresh.keys() - found.keys()):
        yield f"The {name} is missing from the schema."
    tables = {_table(name) for name in fresh}
    for name in sorted(found.keys() - fresh.keys()):
        # A PostgreSQL database may hold what others, or the server, put beside our tables.
        if connection.is_sqlite or _table(name) in tables:
            yield f"The {name} is not of tracker's making."
    for name in sorted(found.keys() & fresh.keys()):
        if found[name] != fresh[name]:
            yield f"The {name} is not as the migrations make it."


def _fresh(connection: Connection, given: str) -> dict[str, str]:
    from tracker.storage.database import fresh_schema, migrate_memory

    if not connection.is_sqlite:
        with fresh_schema(given) as driver:
            return _catalogue(Connection(driver, kind=POSTGRES))
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        migrate_memory(memory)
        return _catalogue(Connection(memory, kind=SQLITE))


def _catalogue(connection: Connection) -> dict[str, str]:
    rows = [
        row
        for sql in (_SQLITE if connection.is_sqlite else _POSTGRES)
        for row in connection.rows(sql)
    ]
    schema = ""
    if not connection.is_sqlite:
        ((schema,),) = connection.rows("SELECT current_schema()")
    return {str(name): _even(str(made), schema) for name, made in rows}


def _table(name: str) -> str:
    return name.partition(" ")[2].partition(".")[0]


def _even(sql: str, schema: str) -> str:
    """Give a definition without its layout, and without the schema that it stands in."""
    bare = sql.replace(f"{schema}.", "") if schema else sql
    return re.sub(r"\s+", " ", bare).strip()
