"""The figures of a follow-up report: each is counted here, once, and nowhere else."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from tracker.domain.due import days_overdue
from tracker.domain.facts import CommitmentFact, EntryFact
from tracker.domain.vocabulary import (
    DELIVERED_STATUSES,
    OPEN_STATUSES,
    Acceptance,
    GroupBy,
    Status,
    Verification,
)
from tracker.reports.grouping import Known, group_commitments
from tracker.reports.timeline import count_timeline

OFTEN_SLIPPED = 2
_EXAMPLE = re.compile(r"\s*example\s*:", re.IGNORECASE)


def in_order(commitments: Sequence[CommitmentFact]) -> tuple[CommitmentFact, ...]:
    """Put commitments in the order of their refs, numbers by their size: CM9-2, CM9-10, CM13-1."""

    def key(commitment: CommitmentFact) -> list[str | int]:
        pieces = re.split(r"([0-9]+)", commitment.ref)
        return [int(piece) if place % 2 else piece for place, piece in enumerate(pieces)]

    return tuple(sorted(commitments, key=key))


def count_figures(
    commitments: Sequence[CommitmentFact],
    history: Mapping[str, Sequence[EntryFact]],
    known: Known,
    *,
    day: date,
) -> dict[str, Any]:
    """Count what the report says in sentences and tables."""
    acceptances = Counter(commitment.acceptance for commitment in commitments)
    verifications = Counter(commitment.verification for commitment in commitments)
    opened = [one for one in commitments if one.status in OPEN_STATUSES]
    delivered = [one for one in commitments if one.status in DELIVERED_STATUSES]
    return {
        "commitments": len(commitments),
        "open": len(opened),
        "closed": len(commitments) - len(opened),
        "delivered": len(delivered),
        "late": sum(late_by(one) is not None for one in delivered),
        "by_status": [_status_figures(status, commitments) for status in Status],
        "not_confirmed": sum(is_unconfirmed(commitment) for commitment in commitments),
        "by_acceptance": {value: acceptances[value] for value in Acceptance},
        "by_verification": {value: verifications[value] for value in Verification},
        "overdue": sum(commitment.overdue for commitment in commitments),
        "longest_overdue_days": max(
            (days for c in commitments if (days := overdue_for(c, day=day)) is not None),
            default=None,
        ),
        "overdue_by_agency": _whose([c for c in commitments if c.overdue], known),
        "silent": sum(commitment.silent for commitment in commitments),
        "silent_by_agency": _whose([c for c in commitments if c.silent], known),
        "by_agency": _by_agency(commitments, known),
        "timeline": count_timeline(opened, day=day),
        "undated": sum(is_undated(c) and c.status in OPEN_STATUSES for c in commitments),
        "slipped": sum(commitment.slips > 0 for commitment in commitments),
        "owner_to_be_found": sum(not commitment.leads for commitment in commitments),
        "restricted": sum(commitment.restricted for commitment in commitments),
        "restricted_notes": sum(
            each.restricted for c in commitments for each in history.get(c.ref, ())
        ),
        "examples": sum(has_example(c, history.get(c.ref, ())) for c in commitments),
    }


def find_attention(commitments: Sequence[CommitmentFact], *, day: date) -> dict[str, list[str]]:
    """List the refs of what needs attention, under each reason, the gravest first."""
    overdue = [(days, c) for c in commitments if (days := overdue_for(c, day=day)) is not None]
    slipped = [c for c in commitments if c.slips >= OFTEN_SLIPPED and c.status in OPEN_STATUSES]
    return {
        "overdue": [c.ref for _, c in sorted(overdue, key=lambda pair: -pair[0])],
        "silent": [c.ref for c in commitments if c.silent],
        "slipped": [c.ref for c in sorted(slipped, key=lambda c: -c.slips)],
        "disputed": [c.ref for c in commitments if c.acceptance == Acceptance.DISPUTED],
    }


def overdue_for(commitment: CommitmentFact, *, day: date) -> int | None:
    """Count the days since an overdue commitment's latest day; None where it is not overdue."""
    latest = commitment.due and commitment.due.latest
    return days_overdue(latest, today=day) if commitment.overdue and latest else None


def late_by(commitment: CommitmentFact) -> int | None:
    """Count the days from the latest day to the one that a delivery is true of; None: not late."""
    latest = commitment.due and commitment.due.latest
    if commitment.status not in DELIVERED_STATUSES or not latest or not commitment.closed_on:
        return None
    return max((commitment.closed_on - latest).days, 0) or None


def is_undated(commitment: CommitmentFact) -> bool:
    """Tell whether no day can be read from the due words, or there are none."""
    due = commitment.due
    return due is None or (due.earliest is None and due.latest is None)


def is_unconfirmed(commitment: CommitmentFact) -> bool:
    """Tell whether there are owners who have not confirmed; where none is found, none can."""
    return bool(commitment.leads) and commitment.acceptance == Acceptance.UNCONFIRMED


def has_example(commitment: CommitmentFact, history: Sequence[EntryFact]) -> bool:
    """Tell whether any news of a commitment is marked as made up for show ("Example: …")."""
    notes = [entry.note for entry in history]
    if commitment.last_update:
        notes.append(commitment.last_update.note)
    return any(note and _EXAMPLE.match(note) for note in notes)


def _status_figures(status: Status, commitments: Sequence[CommitmentFact]) -> dict[str, Any]:
    members = [commitment for commitment in commitments if commitment.status == status]
    return {
        "status": status,
        "commitments": len(members),
        "overdue": sum(member.overdue for member in members),
        "silent": sum(member.silent for member in members),
        "not_confirmed": sum(is_unconfirmed(member) for member in members),
        "verified": sum(member.verification == Verification.VERIFIED for member in members),
    }


def _by_agency(commitments: Sequence[CommitmentFact], known: Known) -> list[dict[str, Any]]:
    """Count commitments by the agency that they stand under in the matrix, in its order."""
    return [
        {
            "agency": group["key"],
            "commitments": group["commitments"],
            "overdue": group["overdue"],
            "open": group["open"] - group["overdue"],
            "closed": group["commitments"] - group["open"],
        }
        for group in group_commitments(commitments, known, by=GroupBy.AGENCY)
    ]


def _whose(commitments: Sequence[CommitmentFact], known: Known) -> list[dict[str, Any]]:
    """Count commitments by the agency that they stand under in the matrix, the most first."""
    groups = group_commitments(commitments, known, by=GroupBy.AGENCY)
    return [
        {"agency": group["key"], "commitments": group["commitments"]}
        for group in sorted(groups, key=lambda group: -group["commitments"])
    ]
