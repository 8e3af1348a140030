"""What an owner, or the coordinator on its behalf, can say of a commitment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tracker.domain import lifecycle
from tracker.domain.drafts import UpdateDraft
from tracker.domain.permission import Act, Relations, Standing, permits, standing
from tracker.domain.records import Agency, Commitment, CommitmentOwner, Meeting
from tracker.domain.vocabulary import Acceptance, Role, label
from tracker.errors import Refused, WrongWords
from tracker.services.acting import Actor, Doing, News, find_agency, owners, owners_in_words
from tracker.services.commitments import find_commitment, unknown_ref
from tracker.services.conflicts import hold_unchanged
from tracker.services.wording import drop_first_due, keep_first_due, read_due_words, set_due
from tracker.storage import agencies, commitments, history, meetings
from tracker.storage.session import Session

_KEPT = "Nothing was changed."


@dataclass(frozen=True, slots=True)
class Updated:
    """A commitment that was updated: its ref and what was done, in words."""

    ref: str
    done: tuple[str, ...]


def update(
    session: Session,
    actor: Actor,
    refs: Sequence[str],
    draft: UpdateDraft,
    *,
    if_unchanged_since: datetime | None = None,
    dry_run: bool = False,
) -> list[Updated]:
    """Record news of commitments: one act, all of them or none.

    Refused, with both versions, where one of them was changed after `if_unchanged_since` (UTC).
    """
    doing = Doing(session, actor)
    asked = _acts(draft)
    day = draft.on or actor.today
    if day > actor.today:
        raise Refused(
            f"News cannot be true of {day.isoformat()}: today is {actor.today.isoformat()}. {_KEPT}"
        )
    behalf = find_agency(session, draft.for_agency) if draft.for_agency else None
    if behalf is not None:
        doing.hold(Act.ACT_ON_BEHALF)
    found = {}
    for ref in refs:
        commitment = _visible(doing, ref)
        found[commitment.id] = commitment
    for commitment in found.values():
        for act in asked:
            doing.hold(act, commitment, ref=meetings.ref(session, commitment))
    if if_unchanged_since is not None:
        hold_unchanged(
            session, found.values(), draft, since=if_unchanged_since, seen_by=doing.agency
        )
    updated = []
    for commitment in found.values():
        ref = meetings.ref(session, commitment)
        if behalf is not None:
            _hold_behalf(doing, behalf, commitment, asked, ref, day=day)
        updated.append(_update_one(doing, commitment, ref, draft, behalf))
    doing.finish(dry_run=dry_run)
    return updated


def _visible(doing: Doing, ref: str) -> Commitment:
    """Give the commitment with that ref; to an agency, what it may not see does not exist."""
    if doing.agency is None:
        return find_commitment(doing.session, ref)
    commitment = commitments.commitment_at(doing.session, ref)
    if commitment is None or (
        commitment.restricted and not permits(Act.SEE_RESTRICTED, doing.standing_in(commitment))
    ):
        raise unknown_ref(ref, [])
    return find_commitment(doing.session, ref)


def _acts(draft: UpdateDraft) -> list[Act]:
    acts = []
    if draft.status is not None:
        acts.append(Act.SET_STATUS)
    if draft.due is not None:
        if draft.reason is None:
            raise WrongWords(
                "A new due date needs --reason TEXT, which reports print beside it; to correct "
                f"what was logged, use `tracker edit REF --due WORDS`. {_KEPT}"
            )
        acts.append(Act.SET_DUE)
    if draft.reason is not None and draft.due is None and draft.status is None:
        raise WrongWords(
            f"--reason says why, with --due or --status; what is news by itself is --note. {_KEPT}"
        )
    if draft.note is not None:
        acts.append(Act.ADD_NOTE)
    if draft.evidence:
        acts.append(Act.ADD_EVIDENCE)
    if draft.accept and draft.dispute is not None:
        raise WrongWords(f"--accept and --dispute exclude each other. {_KEPT}")
    if draft.accept or draft.dispute is not None:
        acts.append(Act.ACCEPT)
    if not acts:
        raise WrongWords(
            "There is nothing to update. Add --status, --note, --evidence, --due with --reason, "
            f"--accept or --dispute. {_KEPT}"
        )
    if draft.restricted:
        if draft.note is None:
            raise WrongWords(f"--restricted is for a note; add --note TEXT. {_KEPT}")
        acts.append(Act.RESTRICT_NOTE)
    return acts


def _hold_behalf(
    doing: Doing,
    behalf: Agency,
    commitment: Commitment,
    acts: Sequence[Act],
    ref: str,
    *,
    day: date,
) -> None:
    # Whoever chaired the group when the news was true spoke for it.
    relations = agencies.relations(doing.session, behalf, day=day)
    has = standing(relations, owners(doing.session, commitment))
    asked = [act for act in acts if act != Act.RESTRICT_NOTE]
    if all(permits(act, has) for act in asked):
        return
    names = owners_in_words(doing.session, commitment)
    raise Refused(
        f"{behalf.code} has no part in {ref}, which is {names}'s; enter the news in your own "
        f"name, without --for. {_KEPT}"
        if has == Standing.NONE
        else f"{behalf.code} is not the lead of {ref} and speaks for it only in notes and "
        f"evidence; its lead is {names}. {_KEPT}"
    )


def _update_one(
    doing: Doing, commitment: Commitment, ref: str, draft: UpdateDraft, behalf: Agency | None
) -> Updated:
    session = doing.session
    before = history.state_of(session, commitment)
    done = []
    if draft.status is not None:
        lifecycle.hold_status_change(
            ref, commitment.status, draft.status, because=draft.reason or draft.note
        )
        # What was verified was the delivery said before; another one is to be verified anew.
        kept = commitment.verification if draft.status == commitment.status else None
        commitment.verification = lifecycle.verification_after(draft.status, kept)
        commitment.status = draft.status
        done.append(label(draft.status))
    if draft.due is not None:
        done.append(f"due {_promise(doing, commitment, ref, draft.due, draft)}")
    if draft.accept or draft.dispute is not None:
        done.append(_accept(doing, commitment, ref, draft.dispute, behalf))
    if draft.note is not None:
        done.append("restricted note added" if draft.restricted else "note added")
    if draft.evidence:
        done.append(f"evidence added: {len(draft.evidence)}")
    commitment.updated_at = doing.actor.now
    session.add(commitment)
    doing.record(
        commitment,
        deed="update",
        before=before,
        news=News(
            note=draft.note,
            reason=draft.reason,
            evidence=draft.evidence,
            status=draft.status,
            channel=draft.via,
            on=draft.on,
            behalf=behalf,
            restricted=draft.restricted,
        ),
    )
    return Updated(ref, tuple(done))


def _promise(doing: Doing, commitment: Commitment, ref: str, words: str, draft: UpdateDraft) -> str:
    day = draft.on or doing.actor.today
    meeting = doing.session.get_one(Meeting, commitment.meeting_id)
    if words.casefold() == "none":
        return _no_day(doing, commitment, ref)
    due = read_due_words(doing.session, words, meeting=meeting, said=(day, day)).due
    if commitment.due_words == due.words and commitment.due_latest == due.latest:
        raise Refused(f"{ref} is due “{due.words}” already. {_KEPT}")
    keep_first_due(commitment)
    set_due(doing.session, commitment, due)
    same = (commitment.first_due_words, commitment.first_due_latest)
    if same == (commitment.due_words, commitment.due_latest):
        drop_first_due(commitment)
    return f"“{due.words}” ({due.edtf or 'no date'})"


def _no_day(doing: Doing, commitment: Commitment, ref: str) -> str:
    if commitment.due_words is None:
        raise Refused(f"{ref} has no due date already. {_KEPT}")
    keep_first_due(commitment)
    set_due(doing.session, commitment, None)
    return "no date any more"


def _accept(
    doing: Doing, commitment: Commitment, ref: str, words: str | None, behalf: Agency | None
) -> str:
    acceptance = Acceptance.CONFIRMED if words is None else Acceptance.DISPUTED
    mine = _own_parts(doing, commitment, ref, behalf or doing.agency)
    for owner in mine:
        owner.acceptance, owner.words = acceptance, words
        doing.session.add(owner)
    codes = ", ".join(doing.session.get_one(Agency, owner.agency_id).code for owner in mine)
    return f"{label(acceptance)} by {codes}"


def _own_parts(
    doing: Doing, commitment: Commitment, ref: str, agency: Agency | None
) -> list[CommitmentOwner]:
    parts = commitments.owners_of(doing.session, commitment)
    if agency is None:
        leads = [owner for owner in parts if owner.role == Role.LEAD]
        if len(leads) == 1:
            return leads
        raise Refused(
            f"{ref} has {len(leads)} leads: say with --for AGENCY who confirms or disputes. {_KEPT}"
        )
    own = [owner for owner in parts if owner.agency_id == agency.id]
    if own:
        return own
    relations: Relations = agencies.relations(doing.session, agency, day=doing.actor.today)
    spoken_for = [
        owner
        for owner in parts
        if owner.role == Role.LEAD and owner.agency_id in relations.speaks_for
    ]
    if spoken_for:
        return spoken_for
    raise Refused(
        f"{agency.code} is no owner of {ref}; whoever chairs "
        f"{owners_in_words(doing.session, commitment)} confirms or disputes for it. {_KEPT}"
    )
