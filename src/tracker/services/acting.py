"""Who acts, and one act of theirs: permission, history and the commit in one place."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from tracker.domain.permission import Act, Relations, Standing, permits, standing
from tracker.domain.records import Agency, Commitment, Entry, Person
from tracker.domain.vocabulary import Capacity, Channel, Door, Role, Status, Subject
from tracker.errors import NotPermitted
from tracker.intake.names import UnknownAgency, read_agency
from tracker.storage import agencies, commitments, history, people
from tracker.storage.identity import new_uid
from tracker.storage.session import Session


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a name, as which agency (as typed; None: the coordinator), where and when.

    `now` is the clock's time in UTC, which is recorded; `today` the day that arithmetic counts
    from, in the register's time zone.
    """

    by: str
    door: Door
    now: datetime
    today: date
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class News:
    """What comes with a change besides the change: the words, and whose they are."""

    note: str | None = None
    reason: str | None = None
    evidence: tuple[str, ...] = ()
    status: Status | None = None
    channel: Channel | None = None
    on: date | None = None
    behalf: Agency | None = None
    restricted: bool = False
    undoes: str | None = None


class Doing:
    """One act of an actor: everything recorded through it shares its uid and its commit."""

    def __init__(self, session: Session, actor: Actor) -> None:
        self.session = session
        self.actor = actor
        self.uid = new_uid()

    @cached_property
    def agency(self) -> Agency | None:
        """The agency acting, or None for the coordinator. Raises Refused where it is unknown."""
        if self.actor.agency is None:
            return None
        return find_agency(self.session, self.actor.agency)

    @cached_property
    def person(self) -> Person:
        """Who acts, as the register keeps persons."""
        return people.person_named(self.session, self.actor.by)

    @cached_property
    def relations(self) -> Relations | None:
        """Where the acting agency stands today; None for the coordinator."""
        if self.agency is None:
            return None
        return agencies.relations(self.session, self.agency, day=self.actor.today)

    def standing_in(self, commitment: Commitment) -> Standing | None:
        """Tell what `commitment` is to the acting agency; None for the coordinator."""
        if self.relations is None:
            return None
        return standing(self.relations, owners(self.session, commitment))

    def hold(self, act: Act, commitment: Commitment | None = None, *, ref: str = "") -> None:
        """Raise NotPermitted unless the actor may do `act` (to `commitment`)."""
        if self.agency is None:
            return
        has = Standing.NONE if commitment is None else self.standing_in(commitment)
        if permits(act, has):
            return
        code = self.agency.code
        if commitment is None or not any(permits(act, step) for step in Standing):
            raise NotPermitted(
                f"{code} may not {act}: that is for the coordinator. Nothing was changed."
            )
        names = owners_in_words(self.session, commitment)
        raise NotPermitted(
            f"{code} may not {act} of {ref}, which is {names}'s. Nothing was changed."
            if has == Standing.NONE
            else f"{code} may add notes and evidence to {ref}, but not {act}: "
            f"that is for its lead, {names}. Nothing was changed."
        )

    def record(
        self,
        record: history.Recorded,
        *,
        deed: str,
        before: history.State,
        news: News | None = None,
        also: dict[str, list[Any]] | None = None,
    ) -> Entry | None:
        """Append the entry of a change to `record`; None where nothing changed and nothing is said.

        `before` is its state before the change, empty where it is new.
        """
        self.session.flush()
        news = news or News()
        changes = history.difference(before, history.state_of(self.session, record)) | (also or {})
        said = (news.note, news.reason, news.evidence, news.status, news.undoes)
        if not changes and not any(said):
            return None
        subject = history.subject_of(record)
        key = {f"{subject}_id": record.id}
        agency = self.agency
        entry = Entry(
            id=0,
            uid=new_uid(),
            act=self.uid,
            deed=deed,
            subject=subject,
            subject_uid=record.uid,
            recorded_at=self.actor.now,
            true_on=news.on or self.actor.today,
            by_id=self.person.key,
            by_uid=self.person.uid,
            capacity=Capacity.AGENCY if agency else Capacity.COORDINATOR,
            acting_agency_id=agency.id if agency else None,
            for_agency_id=news.behalf.id if news.behalf else None,
            door=self.actor.door,
            channel=news.channel,
            status=news.status,
            changes=changes,
            note=news.note,
            reason=news.reason,
            evidence=list(news.evidence),
            restricted=news.restricted,
            undoes=news.undoes,
            previous="",
            sha256="",
            **key,
        )
        appended = history.append(
            self.session,
            entry,
            acting=agency.uid if agency else None,
            behalf=news.behalf.uid if news.behalf else None,
        )
        if subject == Subject.COMMITMENT and isinstance(record, Commitment):
            commitments.index_words(self.session, record)
        return appended

    def finish(self, *, dry_run: bool) -> None:
        """Commit the act, or take everything back where it was only tried."""
        if dry_run:
            self.session.rollback()
        else:
            self.session.commit()


def find_agency(
    session: Session, typed: str, *, add: Callable[[str], Agency] | None = None
) -> Agency:
    """Give the agency that `typed` means; an unknown one is made by `add`, else refused.

    A name that several may be meant by is refused always.
    """
    try:
        code = read_agency(typed, spellings=agencies.spellings(session))
    except UnknownAgency as unknown:
        if add is None or unknown.several:
            raise
        return add(typed)
    agency = agencies.agency_coded(session, code)
    if agency is None:
        raise AssertionError(f"spelling without an agency: {code}")
    return agency


def owners(session: Session, commitment: Commitment) -> list[tuple[int, Role]]:
    """Give the owners of a commitment as the table of permissions takes them."""
    return [(o.agency_id, o.role) for o in commitments.owners_of(session, commitment)]


def owners_in_words(session: Session, commitment: Commitment) -> str:
    """Name the leads of a commitment, or say that there is none."""
    leads: Iterable[Agency | None] = (
        session.get(Agency, owner)
        for owner, role in owners(session, commitment)
        if role == Role.LEAD
    )
    return ", ".join(agency.code for agency in leads if agency) or "nobody"
