"""A field of a fact as text: in words for people, and plain for other programs.

Standard library only. Nothing is escaped here: that is for whoever writes a format.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, cast

from tracker.domain.as_json import instant
from tracker.domain.due import Due
from tracker.domain.facts import CommitmentFact, OwnerFact
from tracker.domain.fields import OVERDUE_SIGN, SIGNS, Field, FieldKind
from tracker.domain.vocabulary import Acceptance, Role, label

if TYPE_CHECKING:
    from tracker.domain.facts import EntryFact


def data(field: Field, fact: object) -> str:
    """Give a field for another program: values as in JSON, lists with semicolons between."""
    value = field.read(fact)
    if field.kind == FieldKind.OWNERS:
        return "; ".join(_agencies(value, Role.LEAD))
    if field.kind == FieldKind.CHANGES:
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return instant(value) or ""
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    return _plain(value)


def words(field: Field, fact: object, *, signs: bool = False) -> str:
    """Give a field as people read it; `signs` puts the sign of a status before its words."""
    value = field.read(fact)
    if field.kind == FieldKind.STATUS and isinstance(fact, CommitmentFact):
        return standing(fact, signs=signs)
    if field.kind == FieldKind.OWNERS:
        return _owners(value)
    if field.kind == FieldKind.CHANGES:
        return _changes_and_reason(cast("EntryFact", fact))
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if isinstance(value, Enum):
        return label(str(value))
    return _plain(value)


def standing(fact: CommitmentFact, *, signs: bool = False) -> str:
    """Say how a commitment stands: its status and what calls for attention."""
    said = [label(fact.status)]
    said += [name for name in ("overdue", "silent", "restricted", "voided") if getattr(fact, name)]
    if fact.acceptance == Acceptance.DISPUTED:
        said.append("disputed")
    sign = OVERDUE_SIGN if fact.overdue else SIGNS[fact.status]
    return f"{sign} {', '.join(said)}" if signs else ", ".join(said)


def _changes_and_reason(entry: EntryFact) -> str:
    reason = [f"reason: {entry.reason}"] if entry.reason else []
    return "; ".join([*changes(entry), *reason])


def changes(entry: EntryFact) -> list[str]:
    """Say what became what; of what was new, only what it was called."""
    pairs = dict(entry.changes)
    named = next((name for name in ("text", "title", "name") if name in pairs), None)
    if named and pairs[named][0] is None:
        return [_value(pairs[named][1])]
    # The first due date moves only with the present one, which says the same.
    if "due" in pairs:
        pairs.pop("first_due", None)
    return [_change(name, *pair) for name, pair in pairs.items()]


def _owners(owners: object) -> str:
    leads = ", ".join(_agencies(owners, Role.LEAD)) or "owner to be found"
    partners = len(_agencies(owners, Role.PARTNER))
    return f"{leads} +{partners}" if partners else leads


def _agencies(owners: object, role: Role) -> list[str]:
    if not isinstance(owners, tuple):
        return []
    return [o.agency for o in owners if isinstance(o, OwnerFact) and o.role == role]


def _change(name: str, before: object, after: object) -> str:
    field = name.replace("_", " ")
    if name == "owners" and isinstance(before, list) and isinstance(after, list):
        # Whoever stays as before is not news.
        before, after = (
            [owner for owner in before if owner not in after],
            [owner for owner in after if owner not in before],
        )
    said = _value(after) or "none"
    return f"{field}: {_value(before)} → {said}" if _value(before) else f"{field}: {said}"


def _value(value: object) -> str:
    """Give one side of a change, which is any JSON value."""
    match value:
        case bool():
            return "yes" if value else "no"
        case list():
            return ", ".join(map(_value, value))
        case {"words": words, "relation": _}:
            return str(words)
        case {"agency": agency, "role": role, "acceptance": acceptance, **rest}:
            words = f": {rest['words']}" if rest.get("words") else ""
            return f"{agency} ({role}, {acceptance}{words})"
        case dict():
            return " ".join(_value(part) for part in value.values() if part is not None)
        case _:
            return _plain(value)


def _plain(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Due):
        return value.words
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
