"""What the options of a command ask for, in the fields of a draft. Standard library only."""

from typing import Any

from tracker.cli.options import CommitmentOptions, FilterOptions
from tracker.domain.vocabulary import CommitmentKind

_DRAFT_FIELDS = {"partner": "partners", "place": "places", "tag": "tags"}


def commitment_fields(said: CommitmentOptions) -> dict[str, Any]:
    """Give what `log` was told, by the fields of a commitment's draft; None was not told."""
    fields: dict[str, Any] = {
        "due": said.due,
        "kind": said.kind,
        "said_by": said.said_by,
        "said_for": said.said_for,
        "quote": said.quote,
        "document": said.document,
        "page": said.page,
        "lines": said.lines,
        "strength": said.strength,
    }
    for option, field in _DRAFT_FIELDS.items():
        value = getattr(said, option)
        fields[field] = None if value is None else tuple(value)
    if said.owner is not None and [owner.casefold() for owner in said.owner] == ["none"]:
        fields |= {"leads": (), "owner_to_be_found": True}
    elif said.owner is not None:
        fields["leads"] = tuple(said.owner)
    return {field: None if _is_none(value) else value for field, value in fields.items()}


def commitment_changes(said: CommitmentOptions) -> dict[str, Any]:
    """Give what `edit` was told: the fields that change, None where they are removed."""
    told = commitment_fields(said)
    changes = {field: value for field, value in told.items() if value is not None}
    changes.pop("owner_to_be_found", None)
    names = {option: _DRAFT_FIELDS.get(option, option) for option in _OPTIONS}
    removed = {names[option]: None for option in _OPTIONS if _is_none(getattr(said, option))}
    return changes | removed


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


_OPTIONS = (
    "partner",
    "due",
    "kind",
    "place",
    "said_by",
    "said_for",
    "quote",
    "document",
    "page",
    "lines",
    "strength",
    "tag",
)
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


def _is_none(value: object) -> bool:
    if isinstance(value, (list, tuple)):
        return [str(one).casefold() for one in value] == ["none"]
    return isinstance(value, str) and value.casefold() == "none"
