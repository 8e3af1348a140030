"""One column type each for text, day, UTC instant, yes/no, JSON and fixed lists, on both databases.

On SQLite each becomes INTEGER or TEXT, which is what a STRICT table takes; CHECKs hold what the
type itself cannot say. On PostgreSQL each is the native type.
"""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Boolean, CheckConstraint, Date, DateTime, Dialect, Integer, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeDecorator, TypeEngine

STRICT = {"sqlite_strict": True}


class Day(TypeDecorator[date]):
    """A calendar day; ISO 8601 text on SQLite."""

    impl = Date
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Give the type of the column in this database."""
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else Date())

    def process_bind_param(self, value: date | None, dialect: Dialect) -> Any:
        """Write a day."""
        return value.isoformat() if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:
        """Read a day."""
        return date.fromisoformat(value) if isinstance(value, str) else value


def instant_text(moment: datetime) -> str:
    """Write an instant as the register keeps and hashes it: UTC, microseconds, "Z"."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Instant(TypeDecorator[datetime]):
    """A moment in UTC; on SQLite text whose alphabetical order is the order in time."""

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Give the type of the column in this database."""
        return dialect.type_descriptor(
            Text() if dialect.name == "sqlite" else DateTime(timezone=True)
        )

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Write an instant."""
        return instant_text(value) if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Read an instant."""
        moment = datetime.fromisoformat(value) if isinstance(value, str) else value
        return moment.astimezone(UTC) if moment is not None else None


class YesNo(TypeDecorator[bool]):
    """True or false; 1 or 0 on SQLite."""

    impl = Boolean
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Give the type of the column in this database."""
        return dialect.type_descriptor(Integer() if dialect.name == "sqlite" else Boolean())

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> Any:
        """Write yes or no."""
        return int(value) if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> bool | None:
        """Read yes or no."""
        return None if value is None else bool(value)


class Json(TypeDecorator[Any]):
    """A JSON value; text on SQLite."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Give the type of the column in this database."""
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else JSONB())

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Write a JSON value."""
        if dialect.name != "sqlite":
            return value
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Read a JSON value."""
        return json.loads(value) if isinstance(value, str) else value


class OneOf(TypeDecorator[StrEnum]):
    """A value out of a fixed list of the vocabulary, kept as its word."""

    impl = Text
    cache_ok = True

    def __init__(self, values: type[StrEnum]) -> None:
        super().__init__()
        self.values = values

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Write a word of the list."""
        return None if value is None else str(self.values(value))

    def process_result_value(self, value: Any, dialect: Dialect) -> StrEnum | None:
        """Read a word of the list."""
        return None if value is None else self.values(value)


def holds(table: str, name: str, condition: str, *, only: str | None = None) -> CheckConstraint:
    """Make a named CHECK of `table`; `only` names the one database that it stands in."""
    check = CheckConstraint(condition, name=f"ck_{table}_{name}")
    return check.ddl_if(dialect=only) if only else check


def holds_list(table: str, column: str, values: type[StrEnum]) -> CheckConstraint:
    """Hold a column to a fixed list of the vocabulary."""
    words = ", ".join(f"'{value}'" for value in values)
    return holds(table, column, f"{column} IN ({words})")


def holds_types(
    table: str,
    *,
    days: Sequence[str] = (),
    instants: Sequence[str] = (),
    yes_no: Sequence[str] = (),
    json: Sequence[str] = (),
) -> list[CheckConstraint]:
    """Hold on SQLite what TEXT and INTEGER leave open: real days, UTC instants, 0 or 1, JSON."""
    # date(d) alone lets 30 February in as 1 March; a day is real if it comes back as it went in.
    rules = [(day, f"{day} IS date(julianday({day}))") for day in days]
    rules += [
        (
            moment,
            (
                f"{moment} IS strftime('%Y-%m-%dT%H:%M:%S', substr({moment}, 1, 19))"
                f" || substr({moment}, 20) AND {moment} GLOB '*.[0-9][0-9][0-9][0-9][0-9][0-9]Z'"
            ),
        )
        for moment in instants
    ]
    rules += [(flag, f"{flag} IN (0, 1)") for flag in yes_no]
    rules += [(value, f"json_valid({value})") for value in json]
    return [holds(table, column, rule, only="sqlite") for column, rule in rules]
