"""What a thing was, from its history: the entries folded one after the other."""

from collections.abc import Iterable, Mapping
from typing import Any

State = dict[str, Any]


def fold(changes: Iterable[Mapping[str, list[Any]]]) -> State:
    """Give each field's last value, from the `changes` of entries, oldest first.

    A field that never changed is not there; it is as it was made: null, false or empty.
    """
    state: State = {}
    for change in changes:
        for field, (_, after) in change.items():
            state[field] = after
    return state
