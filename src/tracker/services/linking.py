"""How one commitment stands to another."""

from dataclasses import dataclass

from tracker.domain.permission import Act
from tracker.domain.records import Commitment
from tracker.domain.vocabulary import LinkKind, Status, label
from tracker.errors import Refused
from tracker.services.acting import Actor, Doing, News
from tracker.services.commitments import find_commitment
from tracker.storage import commitments, history, meetings
from tracker.storage.session import Session

_KEPT = "Nothing was changed."


@dataclass(frozen=True, slots=True)
class Linked:
    """A link that was made, and the ref that it closed, if it did."""

    ref: str
    other: str
    closed: str | None


def link(
    session: Session,
    actor: Actor,
    ref: str,
    kind: LinkKind,
    other: str,
    *,
    dry_run: bool = False,
) -> Linked:
    """Say how `ref` stands to `other`: "CM14-02 supersedes CM13-05" closes CM13-05."""
    doing = Doing(session, actor)
    doing.hold(Act.LINK)
    one, two = find_commitment(session, ref), find_commitment(session, other)
    shown, shown_other = meetings.ref(session, one), meetings.ref(session, two)
    if one.id == two.id:
        raise Refused(f"{shown} cannot be linked with itself. {_KEPT}")
    if commitments.are_linked(session, one, two, kind):
        raise Refused(f"{shown} {label(kind)} {shown_other} already. {_KEPT}")
    if commitments.leads_to(session, two, one, kind):
        raise Refused(
            f"{shown_other} {label(kind)} {shown} already, by itself or through others; it cannot "
            f"be the other way round as well. {_KEPT}"
        )
    if kind == LinkKind.SUPERSEDES and two.status.is_closed:
        raise Refused(
            f"{shown_other} is {label(two.status)}; only what is open can be superseded. {_KEPT}"
        )
    before = history.state_of(session, one)
    commitments.add_link(session, one, two, kind)
    one.updated_at = actor.now
    session.add(one)
    doing.record(one, deed="link", before=before)
    if kind == LinkKind.SUPERSEDES:
        _supersede(doing, two, by=shown)
    doing.finish(dry_run=dry_run)
    return Linked(shown, shown_other, shown_other if kind == LinkKind.SUPERSEDES else None)


def _supersede(doing: Doing, commitment: Commitment, *, by: str) -> None:
    before = history.state_of(doing.session, commitment)
    commitment.status = Status.SUPERSEDED
    commitment.updated_at = doing.actor.now
    doing.session.add(commitment)
    news = News(reason=f"superseded by {by}", status=Status.SUPERSEDED)
    doing.record(commitment, deed="link", before=before, news=news)
