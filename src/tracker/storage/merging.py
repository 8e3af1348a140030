"""Writes: what points to one agency, pointed to another."""

from datetime import date

from sqlmodel import Session, col, or_, select

from tracker.domain.records import (
    Agency,
    Commitment,
    CommitmentOwner,
    FocalPoint,
    GroupChair,
    GroupMember,
)
from tracker.domain.vocabulary import Acceptance, Role
from tracker.storage.commitments import owners_of

# Of two words of one owner: a dispute outweighs, as it does among the leads of a commitment.
_WEIGHT = {Acceptance.UNCONFIRMED: 0, Acceptance.CONFIRMED: 1, Acceptance.DISPUTED: 2}


def commitments_naming(session: Session, agency: Agency) -> list[Commitment]:
    """Give the commitments that `agency` owns or that were said for it, voided ones too."""
    owned = select(CommitmentOwner.commitment_id).where(CommitmentOwner.agency_id == agency.id)
    return list(
        session.exec(
            select(Commitment)
            .where(or_(col(Commitment.id).in_(owned), Commitment.said_for_id == agency.id))
            .order_by(col(Commitment.id))
        )
    )


def agencies_naming(session: Session, agency: Agency) -> list[Agency]:
    """Give the agencies of which `agency` is the whole, the group, the chair or the successor."""
    members = select(GroupMember.member_id).where(GroupMember.group_id == agency.id)
    chaired = select(GroupChair.group_id).where(GroupChair.chair_id == agency.id)
    return list(
        session.exec(
            select(Agency)
            .where(
                or_(
                    Agency.part_of_id == agency.id,
                    Agency.merged_into_id == agency.id,
                    col(Agency.id).in_(members),
                    col(Agency.id).in_(chaired),
                )
            )
            .order_by(col(Agency.id))
        )
    )


def are_group_and_member(session: Session, one: Agency, two: Agency) -> bool:
    """Tell whether one of two is the other's member, or in its chair."""
    pairs = (one.id, two.id)
    member = select(GroupMember.id).where(
        col(GroupMember.group_id).in_(pairs), col(GroupMember.member_id).in_(pairs)
    )
    chair = select(GroupChair.id).where(
        col(GroupChair.group_id).in_(pairs), col(GroupChair.chair_id).in_(pairs)
    )
    return any(session.exec(asked).first() is not None for asked in (member, chair))


def own_instead(session: Session, commitment: Commitment, old: Agency, new: Agency) -> None:
    """Let `new` own and speak where `old` did.

    Where both own the commitment, the stronger role and the weightier acceptance stay.
    """
    if commitment.said_for_id == old.id:
        commitment.said_for_id = new.id
        session.add(commitment)
    owners = owners_of(session, commitment)
    mine = next((owner for owner in owners if owner.agency_id == old.id), None)
    theirs = next((owner for owner in owners if owner.agency_id == new.id), None)
    if mine is not None and theirs is None:
        mine.agency_id = new.key
        session.add(mine)
    elif mine is not None and theirs is not None:
        if mine.role == Role.LEAD:
            theirs.role = Role.LEAD
        if _WEIGHT[Acceptance(mine.acceptance)] > _WEIGHT[Acceptance(theirs.acceptance)]:
            theirs.acceptance, theirs.words = mine.acceptance, mine.words
        theirs.position = min(mine.position, theirs.position)
        session.delete(mine)
        left = [owner for owner in owners if owner is not mine]
        for position, owner in enumerate(
            sorted(left, key=lambda owner: (owner.role != Role.LEAD, owner.position))
        ):
            owner.position = position
            session.add(owner)
    session.flush()


def relate_instead(session: Session, old: Agency, new: Agency) -> None:
    """Let `new` be the whole, the group, the member, the chair and the successor that `old` was."""
    for part in session.exec(select(Agency).where(Agency.part_of_id == old.id)):
        part.part_of_id = new.id
        session.add(part)
    for gone in session.exec(select(Agency).where(Agency.merged_into_id == old.id)):
        gone.merged_into_id = new.id
        session.add(gone)
    _move_members(session, old, new)
    _move_chairs(session, old, new)
    _move_focal_points(session, old, new)
    session.flush()


def _move_members(session: Session, old: Agency, new: Agency) -> None:
    for column in ("group_id", "member_id"):
        other = "member_id" if column == "group_id" else "group_id"
        kept = {
            getattr(row, other): row
            for row in session.exec(
                select(GroupMember).where(getattr(GroupMember, column) == new.id)
            )
        }
        for row in session.exec(select(GroupMember).where(getattr(GroupMember, column) == old.id)):
            _keep_one(session, row, kept.get(getattr(row, other)), column, new)


def _move_focal_points(session: Session, old: Agency, new: Agency) -> None:
    kept = {
        point.person_id: point
        for point in session.exec(select(FocalPoint).where(FocalPoint.agency_id == new.id))
    }
    for point in session.exec(select(FocalPoint).where(FocalPoint.agency_id == old.id)):
        _keep_one(session, point, kept.get(point.person_id), "agency_id", new)


def _move_chairs(session: Session, old: Agency, new: Agency) -> None:
    for column in ("group_id", "chair_id"):
        for chair in session.exec(select(GroupChair).where(getattr(GroupChair, column) == old.id)):
            setattr(chair, column, new.key)
            session.add(chair)
    seen = set()
    session.flush()
    concerned = or_(GroupChair.group_id == new.id, GroupChair.chair_id == new.id)
    for chair in session.exec(select(GroupChair).where(concerned).order_by(col(GroupChair.id))):
        told = (chair.group_id, chair.chair_id, chair.since, chair.until)
        if told in seen:
            session.delete(chair)
        seen.add(told)


def _keep_one(
    session: Session,
    row: GroupMember | FocalPoint,
    kept: GroupMember | FocalPoint | None,
    column: str,
    new: Agency,
) -> None:
    """Let `row` be of `new`; where it has one like it already, that one covers both periods."""
    if kept is None:
        setattr(row, column, new.key)
        session.add(row)
        return
    kept.since = _outer(kept.since, row.since, first=True)
    kept.until = _outer(kept.until, row.until, first=False)
    session.add(kept)
    session.delete(row)
    session.flush()


def _outer(one: date | None, two: date | None, *, first: bool) -> date | None:
    if one is None or two is None:
        return None
    return min(one, two) if first else max(one, two)
