"""Two people at once: what one read was changed by the other before it could be updated."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from tracker.domain.drafts import UpdateDraft
from tracker.domain.records import Agency, Commitment, Entry
from tracker.domain.vocabulary import LinkKind, label
from tracker.errors import Refused
from tracker.storage import acts, meetings
from tracker.storage.session import Session

_KEPT = "Nothing was changed."
_UID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def hold_unchanged(
    session: Session,
    asked: Iterable[Commitment],
    draft: UpdateDraft,
    *,
    since: datetime,
    seen_by: Agency | None,
) -> None:
    """Raise Refused, with both versions, where one of `asked` was changed after `since` (UTC).

    Restricted notes are told to the coordinator (`seen_by` None) and to who wrote them.
    """
    stale = []
    for commitment in asked:
        if commitment.updated_at > since:
            told = "; ".join(
                f"{entry.deed} by {acts.name_of(session, entry)} on {entry.true_on}"
                f"{_done(session, entry, seen_by)}"
                for entry in acts.recorded_after(session, commitment, since)
            )
            stale.append(f"{meetings.ref(session, commitment)}: {told}")
    if stale:
        yours = draft.model_dump(mode="json", exclude_defaults=True)
        said = ", ".join(f"{field.replace('_', ' ')} {_asked(v)}" for field, v in yours.items())
        raise Refused(
            "This was changed since you read it:\n"
            + "\n".join(stale)
            + f"\nYours would have been: {said}.\n{_KEPT}"
        )


def _asked(value: Any) -> str:
    if value is True:
        return "yes"
    return ", ".join(map(str, value)) if isinstance(value, list) else f"“{value}”"


def _done(session: Session, entry: Entry, seen_by: Agency | None) -> str:
    told = [
        f"{field.replace('_', ' ')} {_shown(session, before)} → {_shown(session, after)}"
        for field, (before, after) in entry.changes.items()
    ]
    readable = seen_by is None or seen_by.id == entry.acting_agency_id
    if readable or not entry.restricted:
        told += [f"note “{entry.note}”"] if entry.note else []
        told += [f"reason “{entry.reason}”"] if entry.reason else []
        told += [f"evidence {', '.join(entry.evidence)}"] if entry.evidence else []
    return f" ({', '.join(told)})" if told else ""


def _shown(session: Session, value: Any) -> str:
    match value:
        case None | False | []:
            return "none"
        case True:
            return "yes"
        case list():
            return ", ".join(_shown(session, one) for one in value)
        case {"words": words, "latest": _}:
            return f"“{words}”"
        case {"agency": agency, "role": role, "acceptance": acceptance}:
            return f"{_shown(session, agency)} ({role}, {acceptance})"
        case {"kind": kind, "to": to}:
            return f"{label(LinkKind(kind))} {_shown(session, to)}"
        case str() if _UID.fullmatch(value):
            return acts.called(session, value)
    return str(value)
