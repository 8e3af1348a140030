"""What changed between a report that was issued and the one that is drawn now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tracker.domain.facts import CommitmentFact
from tracker.domain.vocabulary import DELIVERED_STATUSES, OPEN_STATUSES, Acceptance, Status


@dataclass(frozen=True, slots=True)
class Earlier:
    """An issued report: its number and what it was drawn from, and what is newer than that.

    `logged_since` are the uids of commitments that were not in the register then.
    """

    number: int
    data: Mapping[str, Any]
    logged_since: frozenset[str] = frozenset()


def find_changes(earlier: Earlier, commitments: Iterable[CommitmentFact]) -> dict[str, Any]:
    """List the refs of what is otherwise than the earlier report had it, under each sort of change.

    `commitments` may hold more than the report that is drawn: what was closed before its period
    is a change all the same. What the earlier report left out, being of its meetings and logged
    by then, is no news.
    """
    before = {row["ref"]: row for row in earlier.data["commitments"]}
    meetings = {meeting["code"] for meeting in earlier.data["covered"]}
    found: dict[str, list[str]] = {sort: [] for sort in _SORTS}
    for commitment in commitments:
        was = before.get(commitment.ref)
        is_new = commitment.meeting not in meetings or commitment.uid in earlier.logged_since
        if was is None and not is_new:
            continue
        for sort, holds in _SORTS.items():
            if holds(commitment, was):
                found[sort].append(commitment.ref)
    meeting = earlier.data["meeting"]
    return {
        "number": earlier.number,
        "day": earlier.data["day"],
        "meeting": meeting and meeting["code"],
        **found,
    }


Row = Mapping[str, Any] | None


def _announced(commitment: CommitmentFact, was: Row) -> bool:  # noqa: ARG001
    return was is None


def _completed(commitment: CommitmentFact, was: Row) -> bool:
    before = was["status"] if was else None
    return commitment.status in DELIVERED_STATUSES and before not in DELIVERED_STATUSES


def _overdue(commitment: CommitmentFact, was: Row) -> bool:
    return commitment.overdue and not (was and was["overdue"])


def _slipped(commitment: CommitmentFact, was: Row) -> bool:
    return commitment.slips > (was["slips"] if was else 0)


def _withdrawn(commitment: CommitmentFact, was: Row) -> bool:
    return commitment.status == Status.WITHDRAWN != (was and was["status"])


def _superseded(commitment: CommitmentFact, was: Row) -> bool:
    return commitment.status == Status.SUPERSEDED != (was and was["status"])


def _disputed(commitment: CommitmentFact, was: Row) -> bool:
    return commitment.acceptance == Acceptance.DISPUTED != (was and was["acceptance"])


def _reopened(commitment: CommitmentFact, was: Row) -> bool:
    return (
        was is not None
        and commitment.status in OPEN_STATUSES
        and was["status"] not in OPEN_STATUSES
    )


_SORTS = {
    "announced": _announced,
    "completed": _completed,
    "newly_overdue": _overdue,
    "slipped": _slipped,
    "withdrawn": _withdrawn,
    "superseded": _superseded,
    "disputed": _disputed,
    "reopened": _reopened,
}
