"""Whether the coordinator agrees that something was delivered."""

from collections.abc import Sequence

from tracker.domain.permission import Act
from tracker.domain.vocabulary import DELIVERED_STATUSES, Verification, label
from tracker.errors import Refused, WrongWords
from tracker.services.acting import Actor, Doing, News
from tracker.services.commitments import find_commitment
from tracker.storage import history, meetings
from tracker.storage.session import Session

_KEPT = "Nothing was changed."


def verify(
    session: Session,
    actor: Actor,
    ref: str,
    *,
    evidence: Sequence[str] = (),
    checked_with: str | None = None,
    doubt: str | None = None,
    dry_run: bool = False,
) -> tuple[str, Verification]:
    """Record that a delivery was checked, by evidence or with somebody, or is doubted and why."""
    doing = Doing(session, actor)
    doing.hold(Act.VERIFY)
    if doubt is not None and checked_with is not None:
        raise WrongWords(f"--doubt and --with exclude each other. {_KEPT}")
    if doubt is None and checked_with is None and not evidence:
        raise WrongWords(
            "Say how it was verified: --evidence URL|FILE, or --with WHOM it was checked; "
            f"or --doubt TEXT. {_KEPT}"
        )
    commitment = find_commitment(session, ref)
    shown = meetings.ref(session, commitment)
    if commitment.status not in DELIVERED_STATUSES:
        raise Refused(
            f"{shown} is {label(commitment.status)}; only what is completed, or partly, can be "
            f"verified. {_KEPT}"
        )
    before = history.state_of(session, commitment)
    after = Verification.VERIFIED if doubt is None else Verification.DOUBTED
    commitment.verification = after
    commitment.updated_at = actor.now
    session.add(commitment)
    note = f"checked with {checked_with}" if checked_with else None
    news = News(note=note, reason=doubt, evidence=tuple(evidence))
    doing.record(commitment, deed="verify", before=before, news=news)
    doing.finish(dry_run=dry_run)
    return shown, after
