"""Two people at once: what one read was changed by the other before it could be updated."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from tracker.domain.drafts import UpdateDraft
from tracker.domain.records import Commitment
from tracker.errors import Refused
from tracker.storage import acts, meetings
from tracker.storage.session import Session

_KEPT = "Nothing was changed."


def hold_unchanged(
    session: Session, asked: Iterable[Commitment], draft: UpdateDraft, *, since: datetime
) -> None:
    """Raise Refused, with both versions, where one of `asked` was changed after `since` (UTC)."""
    stale = []
    for commitment in asked:
        if commitment.updated_at > since:
            told = "; ".join(
                f"{entry.deed} by {acts.name_of(session, entry)} on {entry.true_on}"
                f"{_changed(entry.changes)}"
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


def _changed(changes: dict[str, Any]) -> str:
    told = [
        f"{field.replace('_', ' ')} {_shown(before)} → {_shown(after)}"
        for field, (before, after) in changes.items()
    ]
    return f" ({', '.join(told)})" if told else ""


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return str(value.get("words"))
    return "changed" if isinstance(value, list) else str(value)
