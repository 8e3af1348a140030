"""What the coordinator can do with commitments: log, edit, void."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.domain import lifecycle
from tracker.domain.drafts import CommitmentDraft, checked
from tracker.domain.permission import Act
from tracker.domain.records import Agency, Commitment, Meeting
from tracker.domain.vocabulary import Role, Status
from tracker.errors import Refused, nearest
from tracker.intake.dates import read_due
from tracker.intake.names import is_agency
from tracker.intake.quick_line import read_line
from tracker.services.acting import Actor, Doing, News, find_agency
from tracker.services.agencies import add_by_name
from tracker.services.meetings import find_meeting
from tracker.services.wording import drop_first_due, read_due_words, said_at, set_due
from tracker.storage import agencies, commitments, documents, history, meetings, people
from tracker.storage.identity import new_uid
from tracker.storage.session import Session

_KEPT = "Nothing was changed."
_FAULTS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Ask:
    """A commitment as asked for: a line, fields of its draft that win over the line, or both.

    A field that is None says that there is none, whatever the line says.

    `where` names the place in a file ("line 3: "), and is empty for a single commitment.
    """

    line: str | None
    fields: dict[str, Any]
    where: str = ""


@dataclass(frozen=True, slots=True)
class Logged:
    """A commitment as understood: its ref, owners by code, and the due date."""

    ref: str
    leads: tuple[str, ...]
    partners: tuple[str, ...]
    due_words: str | None
    due_edtf: str | None
    due_meeting: str | None
    unknown_meeting: str | None
    added_agencies: tuple[str, ...]


def log(
    session: Session,
    actor: Actor,
    meeting_code: str,
    asks: Sequence[Ask],
    *,
    add_agencies: bool = False,
    dry_run: bool = False,
) -> list[Logged]:
    """Log what was announced at a meeting: all of it or nothing, in one act.

    Raises Refused that names every line at fault.
    """
    doing = Doing(session, actor)
    doing.hold(Act.LOG)
    meeting = find_meeting(session, meeting_code)
    number = commitments.next_number(session, meeting)
    logged: list[Logged] = []
    faults: list[str] = []
    for ask in asks:
        try:
            one = _log_one(doing, meeting, number + len(logged), ask, add=add_agencies)
            logged.append(one)
        except Refused as refusal:
            if not ask.where:
                raise
            faults.append(ask.where + " ".join(str(refusal).replace(_KEPT, "").split()))
    if faults:
        more = len(faults) - _FAULTS_SHOWN
        shown = faults[:_FAULTS_SHOWN] + ([f"… and {more} more lines"] if more > 0 else [])
        raise Refused("\n".join([*shown, _KEPT]))
    doing.finish(dry_run=dry_run)
    return logged


def edit(
    session: Session,
    actor: Actor,
    ref: str,
    asked: dict[str, Any],
    *,
    add_agencies: bool = False,
    dry_run: bool = False,
) -> str:
    """Correct what was logged; `asked` holds the draft's fields that change (None removes).

    A corrected due date changes the first one too and is no slip.
    """
    doing = Doing(session, actor)
    doing.hold(Act.EDIT)
    commitment = find_commitment(session, ref)
    meeting = session.get_one(Meeting, commitment.meeting_id)
    if "text" in asked and asked["text"] is None:
        raise Refused(
            f"A commitment cannot be without its text; `tracker void` takes it away. {_KEPT}"
        )
    before = history.state_of(session, commitment)
    draft = checked(CommitmentDraft, {"text": commitment.text, **_filled(asked)})
    if "text" in asked:
        commitment.text = draft.text
    if "status" in asked:
        _correct_status(commitment, draft.status, shown=ref)
    _set_owners(doing, commitment, draft, asked, add=add_agencies)
    _set_plain(doing, commitment, meeting, draft, asked, add=add_agencies)
    if "due" in asked:
        drop_first_due(commitment)
        set_due(session, commitment, None)
        if draft.due:
            reading = read_due_words(
                session, draft.due, meeting=meeting, said=said_at(meeting, today=actor.today)
            )
            set_due(session, commitment, reading.due)
    commitment.updated_at = actor.now
    session.add(commitment)
    told = commitments.ref_of(meeting.code, commitment.number)
    if doing.record(commitment, deed="edit", before=before) is None:
        raise Refused(f"{told} says this already. {_KEPT}")
    doing.finish(dry_run=dry_run)
    return told


def void(session: Session, actor: Actor, ref: str, *, reason: str, dry_run: bool = False) -> str:
    """Take away what was logged by mistake: it leaves lists and reports and keeps its ref."""
    doing = Doing(session, actor)
    doing.hold(Act.VOID)
    commitment = find_commitment(session, ref)
    before = history.state_of(session, commitment)
    commitment.voided = True
    commitment.updated_at = actor.now
    session.add(commitment)
    doing.record(commitment, deed="void", before=before, news=News(reason=reason))
    told = meetings.ref(session, commitment)
    doing.finish(dry_run=dry_run)
    return told


def _code(session: Session, key: int | None) -> str | None:
    return session.get_one(Meeting, key).code if key is not None else None


def find_commitment(session: Session, ref: str) -> Commitment:
    """Give the commitment with that ref, or raise Refused: unknown, or voided."""
    commitment = commitments.commitment_at(session, ref)
    if commitment is None:
        raise unknown_ref(ref, commitments.refs_near(session, ref))
    if commitment.voided:
        raise Refused(
            f"{meetings.ref(session, commitment)} was voided; `tracker history` says why. {_KEPT}"
        )
    return commitment


def unknown_ref(ref: str, known: Sequence[str]) -> Refused:
    """Say that no commitment has that ref."""
    return Refused(
        f"There is no commitment “{ref}” in the register.{nearest(ref, known)} "
        f"A ref looks like CM13-07. {_KEPT}"
    )


def _log_one(doing: Doing, meeting: Meeting, number: int, ask: Ask, *, add: bool) -> Logged:
    session, actor = doing.session, doing.actor
    draft = draft_of(doing, ask)
    if not draft.leads and not draft.owner_to_be_found:
        raise Refused(
            "Nobody is named who will do it. Begin the line with the owner and a colon "
            '("IOM: publish …"), add --owner AGENCY, or --owner none where the owner is still '
            f"to be found. {_KEPT}"
        )
    lifecycle.hold_first_status(draft.status)
    known = set(agencies.spellings(session).values())
    commitment = Commitment(
        uid=new_uid(),
        meeting_id=meeting.key,
        number=number,
        text=draft.text,
        status=draft.status,
        verification=lifecycle.verification_after(draft.status, None),
        created_at=actor.now,
        updated_at=actor.now,
    )
    unknown_meeting = None
    said = said_at(meeting, today=actor.today)
    if draft.due:
        reading = read_due_words(session, draft.due, meeting=meeting, said=said)
        set_due(session, commitment, reading.due)
        unknown_meeting = reading.unknown_meeting
    everything = dict.fromkeys(CommitmentDraft.model_fields)
    leads = [_agency(doing, name, add=add) for name in draft.leads]
    partners = [_agency(doing, name, add=add) for name in draft.partners]
    # All that can be refused is refused before anything is added: the next line takes the number.
    roles = _roles(leads, partners)
    with session.no_autoflush:
        _set_plain(doing, commitment, meeting, draft, everything, add=add, lists=False)
    session.add(commitment)
    session.flush()
    commitments.set_owners(session, commitment, roles)
    commitments.set_places(session, commitment, draft.places)
    commitments.set_tags(session, commitment, draft.tags)
    status = draft.status if draft.status != Status.ANNOUNCED else None
    doing.record(
        commitment,
        deed="log",
        before={},
        news=News(on=min(said[1], actor.today), status=status),
    )
    return Logged(
        ref=commitments.ref_of(meeting.code, number),
        leads=tuple(agency.code for agency in leads),
        partners=tuple(agency.code for agency in partners),
        due_words=commitment.due_words,
        due_edtf=commitment.due_edtf,
        due_meeting=_code(session, commitment.due_meeting_id),
        unknown_meeting=unknown_meeting,
        added_agencies=tuple(
            code
            for code in dict.fromkeys(agency.code for agency in (*leads, *partners))
            if code not in known
        )
        if add
        else (),
    )


def draft_of(doing: Doing, ask: Ask) -> CommitmentDraft:
    """Read what was asked for, in a line and in fields, before it is held against the register."""
    fields = dict(ask.fields)
    if ask.line is not None:
        spellings = agencies.spellings(doing.session)
        today = doing.actor.today
        read = read_line(
            ask.line,
            owners_given="leads" in fields or bool(fields.get("owner_to_be_found")),
            is_agency=lambda name: is_agency(name, spellings=spellings),
            is_date=lambda words: _is_date(words, today),
        )
        due = read.due_words
        if read.meeting_phrase:
            inside = ", ".join(part for part in (read.meeting_place, read.meeting_when) if part)
            due = f"{read.meeting_phrase} ({inside})" if inside else read.meeting_phrase
        of_line = {
            "text": read.text,
            "leads": read.leads,
            "partners": read.partners,
            "places": read.places,
            "due": due,
            "tags": read.tags,
        }
        fields = {name: value for name, value in of_line.items() if value} | fields
    return checked(CommitmentDraft, {"text": "", **_filled(fields)})


def _is_date(words: str, today: date) -> bool:
    try:
        read_due(words, said=(today, today), find_meeting=lambda _: None)
    except Refused:
        return False
    return True


def _filled(asked: dict[str, Any]) -> dict[str, Any]:
    return {field: value for field, value in asked.items() if value is not None}


def _agency(doing: Doing, typed: str, *, add: bool) -> Agency:
    return find_agency(
        doing.session, typed, add=(lambda name: add_by_name(doing, name)) if add else None
    )


def _roles(leads: Sequence[Agency], partners: Sequence[Agency]) -> list[tuple[int, Role]]:
    roles: dict[int, Role] = {}
    for agency in leads:
        roles[agency.key] = Role.LEAD
    for agency in partners:
        if roles.setdefault(agency.key, Role.PARTNER) == Role.LEAD:
            raise Refused(f"{agency.code} is named both as lead and as partner. {_KEPT}")
    return list(roles.items())


def _set_owners(
    doing: Doing,
    commitment: Commitment,
    draft: CommitmentDraft,
    asked: dict[str, Any],
    *,
    add: bool,
) -> None:
    if not {"leads", "partners"} & asked.keys():
        return
    standing = commitments.owners_of(doing.session, commitment)
    kept = {
        role: [
            doing.session.get_one(Agency, owner.agency_id)
            for owner in standing
            if owner.role == role
        ]
        for role in Role
    }
    leads = (
        [_agency(doing, name, add=add) for name in draft.leads]
        if "leads" in asked
        else kept[Role.LEAD]
    )
    partners = (
        [_agency(doing, name, add=add) for name in draft.partners]
        if "partners" in asked
        else kept[Role.PARTNER]
    )
    if "partners" not in asked:
        # A new lead that was partner until now is meant as lead.
        partners = [agency for agency in partners if agency not in leads]
    commitments.set_owners(doing.session, commitment, _roles(leads, partners))


def _set_plain(
    doing: Doing,
    commitment: Commitment,
    meeting: Meeting,
    draft: CommitmentDraft,
    asked: dict[str, Any],
    *,
    add: bool,
    lists: bool = True,
) -> None:
    for field in ("kind", "strength", "page", "lines", "quote", "restricted"):
        if field in asked:
            setattr(commitment, field, getattr(draft, field))
    session = doing.session
    if "said_by" in asked:
        person = people.person_named(session, draft.said_by) if draft.said_by else None
        commitment.said_by_id = person.id if person else None
    if "said_for" in asked:
        agency = _agency(doing, draft.said_for, add=add) if draft.said_for else None
        commitment.said_for_id = agency.id if agency else None
    if "document" in asked:
        document = (
            documents.document_named(
                session, draft.document, meeting_id=meeting.id, now=doing.actor.now
            )
            if draft.document
            else None
        )
        commitment.document_id = document.id if document else None
    if lists and "places" in asked:
        commitments.set_places(session, commitment, draft.places)
    if lists and "tags" in asked:
        commitments.set_tags(session, commitment, draft.tags)


def _correct_status(commitment: Commitment, status: Status, *, shown: str) -> None:
    lifecycle.hold_first_status(status)
    if commitment.status == Status.SUPERSEDED:
        lifecycle.hold_status_change(shown, commitment.status, status, because=None)
    commitment.status = status
    commitment.verification = lifecycle.verification_after(status, commitment.verification)
