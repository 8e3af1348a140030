"""Writes: commitments and what belongs to them."""

import re
from collections.abc import Iterable

from sqlalchemy import func
from sqlmodel import Session, col, delete, select

from tracker.domain.records import (
    Commitment,
    CommitmentLink,
    CommitmentOwner,
    CommitmentPlace,
    CommitmentTag,
    Entry,
    Meeting,
    SearchText,
)
from tracker.domain.text import fold, search_words
from tracker.domain.vocabulary import LinkKind, Role

_REF = re.compile(r"(.+)-(\d{1,9})")


def ref_of(meeting_code: str, number: int) -> str:
    """Write a ref: "CM13-07"."""
    return f"{meeting_code}-{number:02d}"


def read_ref(ref: str) -> tuple[str, int] | None:
    """Read a ref into the folded code of the meeting and the number, or None."""
    match = _REF.fullmatch(ref.strip())
    return (fold(match.group(1)), int(match.group(2))) if match else None


def commitment_at(session: Session, ref: str) -> Commitment | None:
    """Give the commitment with that ref, in any letter case, or None."""
    parts = read_ref(ref)
    if parts is None:
        return None
    code, number = parts
    return session.exec(
        select(Commitment)
        .join(Meeting, col(Meeting.id) == Commitment.meeting_id)
        .where(Meeting.code_folded == code, Commitment.number == number)
    ).first()


def refs_near(session: Session, ref: str) -> list[str]:
    """Give the refs of the meeting that `ref` names, or of all where it names none."""
    parts = read_ref(ref)
    rows = session.exec(
        select(Meeting.code, Meeting.code_folded, Commitment.number).join(
            Commitment, col(Commitment.meeting_id) == Meeting.id
        )
    ).all()
    here = [row for row in rows if parts and row[1] == parts[0]]
    return [ref_of(code, number) for code, _, number in here or rows]


def next_number(session: Session, meeting: Meeting) -> int:
    """Give the number that the meeting's next commitment takes; voided ones keep theirs."""
    newest = select(func.max(Commitment.number)).where(Commitment.meeting_id == meeting.id)
    return (session.exec(newest).one() or 0) + 1


def owners_of(session: Session, commitment: Commitment) -> list[CommitmentOwner]:
    """Give the owners in their order, leads before partners."""
    rows = session.exec(
        select(CommitmentOwner)
        .where(CommitmentOwner.commitment_id == commitment.id)
        .order_by(col(CommitmentOwner.position))
        .execution_options(populate_existing=True)
    )
    return list(rows)


def set_owners(
    session: Session, commitment: Commitment, wanted: Iterable[tuple[int, Role]]
) -> None:
    """Let `wanted` be the owners; whoever stays keeps the word on acceptance."""
    known = {owner.agency_id: owner for owner in owners_of(session, commitment)}
    ordered = sorted(wanted, key=lambda owner: owner[1] != Role.LEAD)
    for gone in known.keys() - {agency for agency, _ in ordered}:
        session.delete(known[gone])
    for position, (agency, role) in enumerate(ordered):
        owner = known.get(agency) or CommitmentOwner(
            commitment_id=commitment.key, agency_id=agency, role=role, position=position
        )
        owner.role, owner.position = role, position
        session.add(owner)
    session.flush()


def places_of(session: Session, commitment: Commitment) -> list[str]:
    """Give the places in their order."""
    return list(
        session.exec(
            select(CommitmentPlace.place)
            .where(CommitmentPlace.commitment_id == commitment.id)
            .order_by(col(CommitmentPlace.position))
        )
    )


def set_places(session: Session, commitment: Commitment, places: Iterable[str]) -> None:
    """Let `places` be the places."""
    session.exec(delete(CommitmentPlace).where(col(CommitmentPlace.commitment_id) == commitment.id))
    session.add_all(
        CommitmentPlace(commitment_id=commitment.key, position=position, place=place)
        for position, place in enumerate(dict.fromkeys(places))
    )
    session.flush()


def tags_of(session: Session, commitment: Commitment) -> list[str]:
    """Give the tags in alphabetical order."""
    return list(
        session.exec(
            select(CommitmentTag.tag)
            .where(CommitmentTag.commitment_id == commitment.id)
            .order_by(col(CommitmentTag.tag))
        )
    )


def set_tags(session: Session, commitment: Commitment, tags: Iterable[str]) -> None:
    """Let `tags` be the tags."""
    session.exec(delete(CommitmentTag).where(col(CommitmentTag.commitment_id) == commitment.id))
    session.add_all(
        CommitmentTag(commitment_id=commitment.key, tag=tag) for tag in dict.fromkeys(tags)
    )
    session.flush()


def are_linked(session: Session, one: Commitment, two: Commitment, kind: LinkKind) -> bool:
    """Tell whether `one` stands to `two` as `kind` says."""
    return session.get(CommitmentLink, (one.key, kind, two.key)) is not None


def leads_to(session: Session, one: Commitment, two: Commitment, kind: LinkKind) -> bool:
    """Tell whether links of `kind` lead from `one` to `two`, through any number of others."""
    seen: set[int] = set()
    step = {one.key}
    while step and two.key not in step:
        seen |= step
        further = session.exec(
            select(CommitmentLink.to_id).where(
                CommitmentLink.kind == kind, col(CommitmentLink.commitment_id).in_(step)
            )
        )
        step = set(further) - seen
    return two.key in step


def add_link(session: Session, one: Commitment, two: Commitment, kind: LinkKind) -> None:
    """Say how `one` stands to `two`."""
    session.add(CommitmentLink(commitment_id=one.key, kind=kind, to_id=two.key))
    session.flush()


def index_words(session: Session, commitment: Commitment) -> None:
    """Keep the words that the commitment is found by: its text, quotation and notes."""
    notes = session.exec(
        select(Entry.note, Entry.restricted)
        .where(
            Entry.commitment_id == commitment.id,
            col(Entry.note).is_not(None),
            col(Entry.act).not_in(select(Entry.undoes).where(col(Entry.undoes).is_not(None))),
        )
        .order_by(col(Entry.id))
    ).all()
    found_by = session.get(SearchText, commitment.id) or SearchText(
        commitment_id=commitment.key, body="", restricted_notes=""
    )
    said = [note or "" for note, restricted in notes if not restricted]
    found_by.body = search_words("\n".join([commitment.text, commitment.quote or "", *said]))
    found_by.restricted_notes = search_words(
        "\n".join(note or "" for note, restricted in notes if restricted)
    )
    session.add(found_by)
    session.flush()
