"""The record of history."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, Text
from sqlmodel import Field

from tracker.domain.columns import (
    STRICT,
    Day,
    Instant,
    Json,
    OneOf,
    YesNo,
    holds,
    holds_list,
    holds_types,
)
from tracker.domain.records.record import Record, reference
from tracker.domain.vocabulary import Capacity, Channel, Door, Status, Subject


class Entry(Record, table=True):
    """A piece of history: appended, never changed, removed or overwritten.

    `id` counts from 1 without a gap and is the order of the chain; `sha256` is over the
    canonical form of everything else (docs/history.md), the one before included.
    """

    __table_args__ = (
        holds_list("entry", "subject", Subject),
        holds_list("entry", "capacity", Capacity),
        holds_list("entry", "door", Door),
        holds_list("entry", "channel", Channel),
        holds_list("entry", "status", Status),
        holds("entry", "hash", "length(sha256) = 64 AND length(previous) = 64"),
        holds(
            "entry",
            "about_one",
            "(subject = 'commitment' AND commitment_id IS NOT NULL) OR"
            " (subject = 'meeting' AND meeting_id IS NOT NULL) OR"
            " (subject = 'agency' AND agency_id IS NOT NULL) OR"
            " (subject = 'series' AND series_id IS NOT NULL)",
        ),
        holds("entry", "acting_agency", "(capacity = 'agency') = (acting_agency_id IS NOT NULL)"),
        *holds_types("entry", days=["true_on"], instants=["recorded_at"], yes_no=["restricted"]),
        *holds_types("entry", json=["changes", "evidence"]),
        Index("ix_entry_commitment_id", "commitment_id", "id"),
        STRICT,
    )

    id: int = Field(primary_key=True, title="Number", description="Its place in the chain")
    uid: str = Field(sa_type=Text, unique=True, title="UID", description="UUIDv7")
    act: str = Field(
        sa_type=Text, index=True, title="Act", description="UUIDv7 that entries of one act share"
    )
    deed: str = Field(sa_type=Text, title="Deed", description="What was done: log, update, edit …")
    subject: Subject = Field(
        sa_type=OneOf(Subject), title="Subject", description="What it is about"
    )
    commitment_id: int | None = reference("commitment.id", "Commitment", "About", default=None)
    meeting_id: int | None = reference("meeting.id", "Meeting", "About", default=None, index=True)
    agency_id: int | None = reference("agency.id", "Agency", "About", default=None, index=True)
    series_id: int | None = reference("series.id", "Series", "About", default=None, index=True)
    subject_uid: str = Field(sa_type=Text, title="Subject UID", description="Whom it is about")
    recorded_at: datetime = Field(
        sa_type=Instant, index=True, title="Recorded", description="The clock's time"
    )
    true_on: date = Field(sa_type=Day, title="True of", description="The day that it is true of")
    by_id: int = reference("person.id", "By", "Who recorded it", index=True)
    by_uid: str = Field(sa_type=Text, title="By UID", description="Who recorded it")
    capacity: Capacity = Field(
        sa_type=OneOf(Capacity), title="Capacity", description="Coordinator or agency"
    )
    acting_agency_id: int | None = reference(
        "agency.id", "Acting agency", "The agency acting", default=None, index=True
    )
    for_agency_id: int | None = reference(
        "agency.id", "On behalf of", "The agency whose news it is", default=None, index=True
    )
    door: Door = Field(sa_type=OneOf(Door), title="Door", description="Through which door")
    channel: Channel | None = Field(
        default=None, sa_type=OneOf(Channel), title="Channel", description="How the news came"
    )
    status: Status | None = Field(
        default=None, sa_type=OneOf(Status), title="Status", description="The status said, if any"
    )
    changes: dict[str, Any] = Field(
        sa_type=Json, title="Changes", description="Field: [before, after]"
    )
    note: str | None = Field(default=None, sa_type=Text, title="Note", description="In words")
    reason: str | None = Field(default=None, sa_type=Text, title="Reason", description="Why")
    evidence: list[Any] = Field(sa_type=Json, title="Evidence", description="Addresses and files")
    restricted: bool = Field(
        default=False, sa_type=YesNo, title="Restricted", description="The note is restricted"
    )
    previous: str = Field(
        sa_type=Text, title="Previous", description="SHA-256 of the entry before; zeros for the 1st"
    )
    sha256: str = Field(sa_type=Text, unique=True, title="SHA-256", description="Of this entry")
    undoes: str | None = Field(
        default=None, sa_type=Text, index=True, title="Undoes", description="The act taken back"
    )
