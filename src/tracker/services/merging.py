"""Two agencies that are one: everything that pointed to the one points to the other."""

from dataclasses import dataclass
from typing import Any

from tracker.domain.permission import Act
from tracker.domain.records import Agency
from tracker.domain.text import fold_name
from tracker.domain.vocabulary import AgencyKind, Spelling
from tracker.errors import Refused
from tracker.services.acting import Actor, Doing, find_agency
from tracker.storage import agencies, history, meetings, merging
from tracker.storage.session import Session

_KEPT = "Nothing was changed."


@dataclass(frozen=True, slots=True)
class Merge:
    """What a merge did: the agency that stays, what it was called besides, and what changed."""

    code: str
    gone: str
    former_names: tuple[str, ...]
    refs: tuple[str, ...]
    agencies: tuple[str, ...]


def merge_agencies(
    session: Session, actor: Actor, typed: str, into: str, *, dry_run: bool = False
) -> Merge:
    """Merge the agency that `typed` means into another: one act, with an entry on each thing.

    Its code and names stay as former names of the other. Refused where they are one already, or
    one is the other's member, chair, or part of a part.
    """
    doing = Doing(session, actor)
    doing.hold(Act.CHANGE_AGENCIES)
    old, new = find_agency(session, typed), find_agency(session, into)
    _hold_mergeable(session, old, new)
    named = merging.commitments_naming(session, old)
    others = [one for one in merging.agencies_naming(session, old) if one.id != new.id]
    changed: list[history.Recorded] = [*others, *named]
    before = {record.uid: history.state_of(session, record) for record in changed}
    old_before, new_before = _told(session, old), _told(session, new)

    gained = _take_names(session, old, new)
    _settle_part(session, old, new)
    merging.relate_instead(session, old, new)
    for commitment in named:
        merging.own_instead(session, commitment, old, new)
    old.voided, old.merged_into_id = True, new.id
    for touched in (old, new, *others, *named):
        touched.updated_at = actor.now
        session.add(touched)
    # First the one that is gone: undo goes backwards, and a name can mean but one agency.
    for agency, (state, names) in ((old, old_before), (new, new_before)):
        doing.record(
            agency, deed="merge", before=state, also=_hidden_changes(session, agency, names)
        )
    for record in changed:
        doing.record(record, deed="merge", before=before[record.uid])
    done = Merge(
        code=new.code,
        gone=old.code,
        former_names=gained,
        refs=tuple(meetings.ref(session, commitment) for commitment in named),
        agencies=tuple(other.code for other in others),
    )
    doing.finish(dry_run=dry_run)
    return done


def _hold_mergeable(session: Session, old: Agency, new: Agency) -> None:
    if old.id == new.id:
        raise Refused(f"{old.code} is one agency already, under both names. {_KEPT}")
    if (old.kind == AgencyKind.PERSON) != (new.kind == AgencyKind.PERSON):
        raise Refused(
            f"A person and an organization are not one: {old.code} is of kind {old.kind}, "
            f"{new.code} of kind {new.kind}. Where a kind is wrong, correct it first with "
            f"`tracker agency edit CODE --kind KIND`. {_KEPT}"
        )
    if merging.are_group_and_member(session, old, new):
        raise Refused(
            f"Of {old.code} and {new.code} one is the other's member or in its chair, so they are "
            f"not one. Where that is wrong, correct it first with `tracker agency edit`. {_KEPT}"
        )
    if new.part_of_id != old.id and agencies.is_within(session, new, old):
        raise Refused(
            f"{new.code} is part of a part of {old.code}, which would then be part of itself. "
            f"Merge {new.code} into {old.code} instead. {_KEPT}"
        )


def _told(session: Session, agency: Agency) -> tuple[history.State, history.State]:
    return history.state_of(session, agency), history.names_of(session, agency)


def _hidden_changes(
    session: Session, agency: Agency, before: history.State
) -> dict[str, list[Any]]:
    """Say of a person which names changed, and not from what to what."""
    if agency.kind != AgencyKind.PERSON:
        return {}
    return {
        field: [history.hidden(before[field]), history.hidden(name)]
        for field, name in history.names_of(session, agency).items()
        if name != before[field]
    }


def _take_names(session: Session, old: Agency, new: Agency) -> tuple[str, ...]:
    theirs, mine = history.names_of(session, old), history.names_of(session, new)
    known = agencies.own_spellings(session, new)
    gained = []
    for name in (theirs["code"], theirs["name"], *theirs["aliases"], *theirs["former_names"]):
        if fold_name(name) not in known:
            known.add(fold_name(name))
            gained.append(name)
    agencies.set_spellings(session, old, ())
    agencies.set_spellings(
        session,
        new,
        [
            (Spelling.CODE, new.code),
            (Spelling.NAME, new.name),
            *((Spelling.ALIAS, name) for name in mine["aliases"]),
            *((Spelling.FORMER_NAME, name) for name in (*mine["former_names"], *gained)),
        ],
    )
    return tuple(gained)


def _settle_part(session: Session, old: Agency, new: Agency) -> None:
    """Let `new` be part of what `old` was part of, where it is part of nothing else."""
    whole = session.get(Agency, old.part_of_id) if old.part_of_id else None
    if new.part_of_id in (None, old.id):
        inside = whole is not None and agencies.is_within(session, whole, new)
        new.part_of_id = None if inside else old.part_of_id
    old.part_of_id = None
    session.add(old)
    session.add(new)
    session.flush()
