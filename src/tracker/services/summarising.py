"""Where things stand: the register as its coordinator, or an agency, wants to see it first."""

from dataclasses import replace
from datetime import date, timedelta

from tracker.domain.due import DUE_SOON_DAYS
from tracker.domain.facts import CommitmentFact, MeetingFact, SummaryFact
from tracker.services.viewing import Viewer, relations_of
from tracker.storage.connection import Connection
from tracker.storage.filters import Filters
from tracker.storage.reads import commitments as commitment_reads
from tracker.storage.reads import meetings as meeting_reads
from tracker.storage.reads import standing
from tracker.storage.reads.register import the_register

FIRST_FEW = 5


def summarise(connection: Connection, viewer: Viewer) -> SummaryFact:
    """Count what stands where; for an agency only what it leads, itself or through others."""
    today = viewer.today
    relations = relations_of(connection, viewer)
    base = Filters(seen_by=relations)
    if relations is not None:
        base = replace(base, led_by=relations.speaks_for)
    meeting = meeting_reads.next_meeting(connection, after=today)
    limit = _until(meeting, today)

    def count(filters: Filters) -> int:
        return commitment_reads.count(connection, filters, today=today)

    late = replace(base, overdue=True)
    soon = replace(base, due_within=max((limit - today).days - 1, 0))
    return SummaryFact(
        register=the_register(connection).name,
        day=today,
        agency=standing.code_of(connection, relations.agency) if relations else None,
        next_meeting=meeting,
        statuses=commitment_reads.count_by_status(connection, base, today=today),
        overdue_count=count(late),
        overdue=tuple(_first(connection, late, today)),
        due_before=limit,
        due_next_count=count(soon),
        due_next=tuple(_first(connection, soon, today)),
        silent_count=count(replace(base, silent=True)),
        disputed_count=count(replace(base, disputed=True)),
        undated_count=count(replace(base, undated=True, open=True)),
        unconfirmed_count=count(replace(base, unconfirmed=True)),
        unverified_count=count(replace(base, unverified=True)),
        partner_in=_partner_in(connection, base, today),
    )


def _until(meeting: MeetingFact | None, today: date) -> date:
    first = meeting.when.earliest or meeting.when.latest if meeting and meeting.when else None
    if first is not None and first > today:
        return first
    return min(today, date.max - timedelta(days=DUE_SOON_DAYS)) + timedelta(days=DUE_SOON_DAYS)


def _first(connection: Connection, filters: Filters, today: date) -> list[CommitmentFact]:
    return commitment_reads.commitments(
        connection, filters, today=today, sort="due", limit=FIRST_FEW, with_all=False
    )


def _partner_in(connection: Connection, base: Filters, today: date) -> int:
    if base.seen_by is None:
        return 0
    mine = Filters(seen_by=base.seen_by, owner=base.seen_by.agency)
    led = replace(mine, lead=base.seen_by.agency)
    every = commitment_reads.count(connection, mine, today=today)
    return every - commitment_reads.count(connection, led, today=today)
