"""What the register would understand, told before anything is written; nothing here changes it.

A function that takes a session reads through the services that write, inside a transaction that
its caller leaves without a commit.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.domain.drafts import CommitmentDraft
from tracker.domain.facts import AgencyFact, CommitmentFact, MeetingFact
from tracker.domain.permission import Act, permits
from tracker.intake.dates import Reading
from tracker.services.acting import Actor, Doing
from tracker.services.agencies import add_by_name
from tracker.services.commitments import Ask, draft_of, find_commitment
from tracker.services.finding import Asked, find_commitments
from tracker.services.finding_agencies import find_agencies
from tracker.services.finding_meetings import find_meetings
from tracker.services.meetings import find_meeting
from tracker.services.viewing import Viewer
from tracker.services.wording import read_due_words, said_at
from tracker.storage.connection import Connection
from tracker.storage.reads import commitments as commitment_reads
from tracker.storage.reads import standing
from tracker.storage.session import Session


@dataclass(frozen=True, slots=True)
class KnownNames:
    """What the register has names for; `spellings` gives an agency's code by folded spelling.

    Places, speakers and documents are those of the meeting that is written about, latest first.
    """

    agencies: tuple[AgencyFact, ...]
    spellings: dict[str, str]
    meetings: tuple[MeetingFact, ...]
    tags: tuple[str, ...]
    places: tuple[str, ...]
    speakers: tuple[str, ...]
    documents: tuple[str, ...]


def known_names(
    connection: Connection, viewer: Viewer, *, time_zone: str, meeting: str | None = None
) -> KnownNames:
    """Read once what can be completed while something is asked of (a meeting's) commitments."""
    facts: list[CommitmentFact] = []
    if meeting is not None:
        asked = Asked(meeting=meeting)
        facts = find_commitments(connection, viewer, asked, time_zone=time_zone)
    facts.reverse()
    return KnownNames(
        agencies=tuple(find_agencies(connection, viewer)),
        spellings=standing.spellings(connection),
        meetings=tuple(find_meetings(connection)),
        tags=tuple(sorted(commitment_reads.tags(connection))),
        places=_once(place for fact in facts for place in fact.places),
        speakers=_once(fact.said_by for fact in facts),
        documents=_once(fact.source.document for fact in facts if fact.source),
    )


def hold_loggable(session: Session, actor: Actor, meeting: str) -> None:
    """Raise NotPermitted or Refused where the actor could log nothing at that meeting."""
    Doing(session, actor).hold(Act.LOG)
    find_meeting(session, meeting)


def permitted_acts(session: Session, actor: Actor, refs: Sequence[str]) -> frozenset[Act]:
    """Tell what the actor may do to all of those commitments.

    Raises Refused for an unknown or voided one, NotPermitted where not even a note is allowed.
    """
    doing = Doing(session, actor)
    acts = frozenset(Act)
    for ref in refs:
        commitment = find_commitment(session, ref)
        doing.hold(Act.ADD_NOTE, commitment, ref=ref)
        has = doing.standing_in(commitment)
        acts &= frozenset(act for act in Act if permits(act, has))
    return acts


def read_commitment(session: Session, actor: Actor, ask: Ask) -> CommitmentDraft:
    """Read a line and fields as `log` does. Raises Refused where they cannot be read."""
    return draft_of(Doing(session, actor), ask)


def read_due_of(
    session: Session, actor: Actor, meeting: str, words: str, *, promised_on: date | None = None
) -> Reading:
    """Read due words of what `meeting` heard announced: said there, or promised on a day since.

    Raises AmbiguousDay or Refused.
    """
    heard_at = find_meeting(session, meeting)
    said = said_at(heard_at, today=actor.today)
    if promised_on is not None:
        said = (promised_on, promised_on)
    return read_due_words(session, words, meeting=heard_at, said=said)


def agency_to_add(session: Session, actor: Actor, typed: str) -> tuple[str, str]:
    """Give the code and the name that an agency would be added under. Raises Refused."""
    agency = add_by_name(Doing(session, actor), typed)
    told = (agency.code, agency.name)
    session.rollback()
    return told


def _once(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
