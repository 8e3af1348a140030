"""What a driver gives, as the facts hold it; SQLite gives text where PostgreSQL gives objects."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any

from tracker.domain.due import Due
from tracker.domain.vocabulary import Relation

# SQLite parses a statement of so many keys in well under a millisecond.
_KEYS_A_QUESTION = 5_000


def day(value: Any) -> date | None:
    """Read a day."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def moment(value: Any) -> datetime:
    """Read an instant, in UTC."""
    read = datetime.fromisoformat(value) if isinstance(value, str) else value
    return read.astimezone(UTC) if isinstance(read, datetime) else datetime.min.replace(tzinfo=UTC)


def stored(at: datetime) -> str:
    """Write an instant in UTC as SQLite keeps it, so that texts compare as instants do."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def json_value(value: Any) -> Any:
    """Read a JSON value."""
    return json.loads(value) if isinstance(value, str) else value


def due(row: Sequence[Any]) -> Due | None:
    """Read words, earliest, latest, relation and, where there is a fifth, the meeting."""
    if row[0] is None:
        return None
    relation = Relation(row[3]) if row[3] else None
    return Due(row[0], day(row[1]), day(row[2]), relation, row[4] if len(row) > 4 else None)


def key_lists(keys: Iterable[int]) -> Iterator[str]:
    """Write whole numbers as the inside of SQL's `IN (…)`, in lists of bearable length."""
    rest = iter(keys)
    while some := ",".join(str(int(key)) for key in islice(rest, _KEYS_A_QUESTION)):
        yield some
