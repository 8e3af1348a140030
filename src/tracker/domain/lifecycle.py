"""Which status may follow which, and what each change asks for and brings with it."""

from tracker.domain.vocabulary import (
    DELIVERED_STATUSES,
    OPEN_STATUSES,
    Status,
    Verification,
    label,
)
from tracker.errors import Refused

# What the meeting itself can have said; anything else becomes known later, by an update.
FIRST_STATUSES = (
    Status.ANNOUNCED,
    Status.IN_PROGRESS,
    Status.COMPLETED,
    Status.PARTLY_COMPLETED,
)


def hold_first_status(status: Status) -> None:
    """Raise Refused unless a commitment may be logged with `status`."""
    if status not in FIRST_STATUSES:
        raise Refused(
            f"A commitment cannot be logged as {label(status)}. Accepted: "
            f"{', '.join(FIRST_STATUSES)}. Nothing was changed."
        )


def hold_status_change(ref: str, before: Status, after: Status, *, because: str | None) -> None:
    """Raise Refused unless `after` may follow `before`; `because` is the note or reason given.

    Reporting the same status again is a word like any other, and allowed.
    """
    if Status.SUPERSEDED in (before, after):
        raise Refused(
            f"{ref}: a commitment is superseded when another one is linked in its place, "
            "and only so. Nothing was changed."
        )
    if after == Status.ANNOUNCED:
        raise Refused(
            f"{ref}: “announced” means that nobody has said anything since the meeting, so it "
            "cannot be reported. Accepted: in-progress, completed, partly-completed, withdrawn. "
            "Nothing was changed."
        )
    if because:
        return
    if after == Status.WITHDRAWN:
        raise Refused(f"{ref}: withdrawing needs a reason; add --reason TEXT. Nothing was changed.")
    if after == Status.PARTLY_COMPLETED:
        raise Refused(
            f"{ref}: partly completed needs a note that says what was delivered; add --note TEXT. "
            "Nothing was changed."
        )
    if before not in OPEN_STATUSES and after in OPEN_STATUSES:
        raise Refused(
            f"{ref} is {label(before)}; reopening needs a reason, add --reason TEXT. "
            "Nothing was changed."
        )


def verification_after(status: Status, before: Verification | None) -> Verification | None:
    """Give the verification that stands once a commitment has `status`."""
    if status not in DELIVERED_STATUSES:
        return None
    return before or Verification.UNVERIFIED
