"""A commitment as a report shows it: the JSON that lists have, and what only a report says."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from tracker.domain.as_json import commitment_json, entry_json
from tracker.domain.facts import CommitmentFact, EntryFact
from tracker.domain.vocabulary import DELIVERED_STATUSES, OPEN_STATUSES, Role, Verification
from tracker.reports.figures import has_example, is_undated, late_by, overdue_for


def commitment_row(
    commitment: CommitmentFact,
    history: Sequence[EntryFact],
    *,
    day: date,
    time_zone: str,
    chairs: Mapping[str, Sequence[str]],
) -> dict[str, Any]:
    """Give a commitment with its history; `chairs` says who chairs a group on the report's day."""
    shown = commitment_json(commitment)
    owners = [
        written
        | {
            "name": owner.name,
            "words": owner.words,
            "last_status": owner.last_status,
            "chairs": list(chairs.get(owner.agency, ())) if owner.role == Role.LEAD else [],
        }
        for written, owner in zip(shown["owners"], commitment.owners, strict=True)
    ]
    zone = ZoneInfo(time_zone)
    closing = _closing(commitment, history)
    if shown["last_update"]:
        shown["last_update"]["restricted"] = _is_restricted(commitment, history)
    return shown | {
        "owners": owners,
        "linked_from": [
            {"kind": str(link.kind), "ref": link.ref} for link in commitment.linked_from
        ],
        "undated": is_undated(commitment),
        "days_overdue": overdue_for(commitment, day=day),
        "days_late": late_by(commitment),
        "closed_because": closing.reason if closing else None,
        "delivery": _delivery(commitment, history),
        "example": has_example(commitment, history),
        "history": [
            entry_json(entry) | {"recorded_on": entry.at.astimezone(zone).date().isoformat()}
            for entry in history
        ],
    }


def _is_restricted(commitment: CommitmentFact, history: Sequence[EntryFact]) -> bool:
    last = commitment.last_update
    return any(last and entry.restricted and entry.at == last.at for entry in history)


def _closing(commitment: CommitmentFact, history: Sequence[EntryFact]) -> EntryFact | None:
    """Find the entry with which a closed commitment was given the status it has."""
    if commitment.status in OPEN_STATUSES:
        return None
    reached = (each for each in reversed(history) if "status" in each.changes)
    return next((e for e in reached if e.changes["status"][1] == commitment.status), None)


def _delivery(commitment: CommitmentFact, history: Sequence[EntryFact]) -> dict[str, Any] | None:
    """Give what shows that something was delivered, and how the coordinator checked it."""
    if commitment.status not in DELIVERED_STATUSES:
        return None
    history = [entry for entry in history if entry.stands]
    checks = [entry for entry in history if entry.act == "verify"]
    shown = [found for e in history if e.act != "verify" for found in e.evidence]
    judged = commitment.verification in (Verification.VERIFIED, Verification.DOUBTED)
    last = checks[-1] if checks and judged else None
    return {
        "evidence": list(dict.fromkeys(shown)),
        "checked": last
        and {
            "on": last.on.isoformat(),
            "note": last.note,
            "reason": last.reason,
            "evidence": list(last.evidence),
        },
    }
