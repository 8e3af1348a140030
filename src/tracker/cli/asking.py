"""What the options of a command ask for, in the fields of a draft. Standard library only."""

from dataclasses import fields
from typing import Any

from tracker.cli.options import CommitmentOptions, FilterOptions
from tracker.domain.vocabulary import CommitmentKind

# Where a draft calls a field otherwise than its option.
_DRAFT_FIELDS = {"partner": "partners", "place": "places", "tag": "tags"}


def commitment_fields(said: CommitmentOptions) -> dict[str, Any]:
    """Give the fields of a commitment's draft that were told; None where "none" was typed."""
    told: dict[str, Any] = {}
    for option in fields(said):
        value = getattr(said, option.name)
        if value is not None and option.name != "owner":
            value = tuple(value) if isinstance(value, list) else value
            told[_DRAFT_FIELDS.get(option.name, option.name)] = None if is_none(value) else value
    if said.owner is not None:
        told["leads"] = () if is_none(said.owner) else tuple(said.owner)
        told["owner_to_be_found"] = is_none(said.owner)
    return told


def asked_in_words(
    filters: FilterOptions, words: str | None, kind: CommitmentKind | None
) -> list[str]:
    """Say in words which commitments were asked for, for the foot of a report."""
    told = [f"the words “{words}”"] if words else []
    for option, about in _FILTERS.items():
        value = getattr(filters, option)
        if value is True:
            told.append(about)
        elif isinstance(value, list) and value:
            told.append(f"{about} {', '.join(map(str, value))}")
        elif value not in (None, False, []):
            told.append(f"{about} {value}")
    if kind is not None:
        told.append(f"kind {kind}")
    return told


_FILTERS = {
    "meeting": "announced at",
    "series": "series",
    "owner": "owner",
    "lead": "lead",
    "status": "status",
    "open": "open",
    "overdue": "overdue",
    "silent": "silent",
    "slipped": "slipped",
    "undated": "undated",
    "disputed": "disputed",
    "due_before": "due before",
    "due_within": "due within days:",
    "updated_since": "changed since",
    "tag": "tag",
}


def is_none(value: object) -> bool:
    """Tell whether "none" was typed, by itself: what stood is removed."""
    if isinstance(value, (list, tuple)):
        return [str(one).casefold() for one in value] == ["none"]
    return isinstance(value, str) and value.casefold() == "none"
