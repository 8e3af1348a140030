"""The records of the register. Their schema is made by the migrations and compared with these.

Names of columns are the field's words. `id` is the key inside one database, `uid` (UUIDv7) the
one between registers; history refers to things by `uid`, so that no rename or merge breaks it.
"""

from datetime import date, datetime
from typing import Any

from pydantic import ConfigDict
from sqlalchemy import Index, MetaData, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

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
from tracker.domain.vocabulary import (
    Acceptance,
    AgencyKind,
    Capacity,
    Channel,
    CommitmentKind,
    Door,
    LinkKind,
    MeetingKind,
    Relation,
    Role,
    Spelling,
    Status,
    Strength,
    Subject,
    Verification,
)

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
metadata: MetaData = SQLModel.metadata


def _reference(target: str, title: str, description: str, **rules: Any) -> Any:
    return Field(foreign_key=target, title=title, description=description, **rules)


class Record(SQLModel):
    """What every record has in common."""

    # Drafts are what is validated; building validators for the records too would cost every write.
    model_config = ConfigDict(defer_build=True)  # type: ignore[assignment]


class Identified(Record):
    """What every record that travels between registers carries."""

    id: int | None = Field(
        default=None, primary_key=True, title="Key", description="The key inside this database"
    )
    uid: str = Field(
        sa_type=Text,
        unique=True,
        title="UID",
        description="UUIDv7, the same in every register that holds the record",
    )

    @property
    def key(self) -> int:
        """The key of a record that is stored. Raises ValueError before."""
        if self.id is None:
            raise ValueError(f"{type(self).__name__} {self.uid} is not stored yet")
        return self.id


class RegisterBase(Record):
    """What a person says of a register."""

    name: str = Field(sa_type=Text, title="Name", description="What the register is called")
    time_zone: str = Field(
        sa_type=Text, title="Time zone", description="IANA name of the zone whose date is today"
    )


class Register(RegisterBase, Identified, table=True):
    """The one register that this database is."""

    __table_args__ = (
        holds("register", "alone", "id = 1"),
        *holds_types("register", instants=["created_at"]),
        STRICT,
    )

    created_at: datetime = Field(sa_type=Instant, title="Made", description="When it was made")


class SeriesBase(Record):
    """What a person says of a series."""

    code: str = Field(sa_type=Text, title="Code", description="Short name, as typed")
    title: str = Field(sa_type=Text, title="Title", description="Full name")


class Series(SeriesBase, Identified, table=True):
    """Meetings that follow one another."""

    __table_args__ = (STRICT,)

    code_folded: str = Field(
        sa_type=Text, unique=True, title="Folded code", description="Code in any letter case"
    )


class WhenBase(Record):
    """The days of a meeting: the words and the interval that they mean."""

    when_words: str | None = Field(
        default=None, sa_type=Text, title="When", description="The words; none: not yet set"
    )
    when_earliest: date | None = Field(
        default=None, sa_type=Day, title="First day", description="Earliest day the words allow"
    )
    when_latest: date | None = Field(
        default=None, sa_type=Day, title="Last day", description="Latest day the words allow"
    )
    when_edtf: str | None = Field(
        default=None, sa_type=Text, title="EDTF", description="The interval in ISO 8601-2"
    )
    when_relation: Relation | None = Field(
        default=None, sa_type=OneOf(Relation), title="Relation", description="On, by or in"
    )


class MeetingBase(WhenBase):
    """What a person says of a meeting."""

    code: str = Field(sa_type=Text, title="Code", description="Short name: CM13")
    title: str = Field(sa_type=Text, title="Title", description="Full name")
    kind: MeetingKind = Field(
        default=MeetingKind.OTHER,
        sa_type=OneOf(MeetingKind),
        title="Kind",
        description="What sort of event it is",
    )
    number: int | None = Field(default=None, title="Number", description="Its number in the series")
    place: str | None = Field(
        default=None, sa_type=Text, title="Place", description="Where it is held"
    )


class Meeting(MeetingBase, Identified, table=True):
    """One event at which things are announced, or on which commitments hang."""

    __table_args__ = (
        UniqueConstraint("series_id", "number"),
        holds_list("meeting", "kind", MeetingKind),
        holds_list("meeting", "when_relation", Relation),
        holds("meeting", "code", "length(code) BETWEEN 1 AND 40"),
        holds("meeting", "order", "when_earliest <= when_latest"),
        holds("meeting", "worded", "when_words IS NOT NULL OR when_latest IS NULL"),
        holds("meeting", "not_in_own_margins", "in_margins_of_id <> id"),
        *holds_types("meeting", days=["when_earliest", "when_latest"], instants=["created_at"]),
        *holds_types("meeting", instants=["updated_at"]),
        STRICT,
    )

    code_folded: str = Field(
        sa_type=Text, unique=True, title="Folded code", description="Code in any letter case"
    )
    title_folded: str = Field(
        sa_type=Text, index=True, title="Folded title", description="Title as it is compared"
    )
    series_id: int | None = _reference(
        "series.id", "Series", "The series that it belongs to", default=None
    )
    in_margins_of_id: int | None = _reference(
        "meeting.id", "In the margins of", "The meeting in whose margins it is held", default=None
    )
    created_at: datetime = Field(sa_type=Instant, title="Logged", description="When recorded")
    updated_at: datetime = Field(sa_type=Instant, title="Changed", description="Last change")


class AgencyBase(Record):
    """What a person says of an agency."""

    code: str = Field(sa_type=Text, title="Code", description="Short name: IOM")
    name: str = Field(sa_type=Text, title="Name", description="Full name")
    kind: AgencyKind = Field(
        default=AgencyKind.OTHER,
        sa_type=OneOf(AgencyKind),
        title="Kind",
        description="What sort of body it is",
    )


class Agency(AgencyBase, Identified, table=True):
    """Whoever can own a commitment."""

    __table_args__ = (
        holds_list("agency", "kind", AgencyKind),
        holds("agency", "code", "length(code) BETWEEN 1 AND 40"),
        holds("agency", "not_part_of_itself", "part_of_id <> id"),
        *holds_types("agency", instants=["created_at", "updated_at"]),
        STRICT,
    )

    part_of_id: int | None = _reference(
        "agency.id", "Part of", "The agency that it is a part of", default=None, index=True
    )
    created_at: datetime = Field(sa_type=Instant, title="Logged", description="When recorded")
    updated_at: datetime = Field(sa_type=Instant, title="Changed", description="Last change")


class AgencySpelling(Record, table=True):
    """A way of writing an agency. Folded, it means one agency only."""

    __tablename__ = "agency_spelling"
    __table_args__ = (
        holds_list("agency_spelling", "kind", Spelling),
        holds("agency_spelling", "not_empty", "folded <> ''"),
        STRICT,
    )

    folded: str = Field(
        primary_key=True, sa_type=Text, title="Folded", description="As names are compared"
    )
    agency_id: int = _reference("agency.id", "Agency", "Whom it means", index=True)
    kind: Spelling = Field(
        sa_type=OneOf(Spelling), title="Kind", description="Code, name, alias or former name"
    )
    written: str = Field(sa_type=Text, title="Written", description="As people write it")
    position: int = Field(default=0, title="Position", description="Its place in the list")


class PeriodBase(Record):
    """From one day to another; an end that is not set is open."""

    since: date | None = Field(default=None, sa_type=Day, title="From", description="First day")
    until: date | None = Field(default=None, sa_type=Day, title="To", description="Last day")


class GroupMember(PeriodBase, table=True):
    """An agency as a member of a group."""

    __tablename__ = "group_member"
    __table_args__ = (
        UniqueConstraint("group_id", "member_id"),
        holds("group_member", "not_of_itself", "group_id <> member_id"),
        holds("group_member", "order", "since <= until"),
        *holds_types("group_member", days=["since", "until"]),
        STRICT,
    )

    id: int | None = Field(
        default=None, primary_key=True, title="Key", description="The key inside this database"
    )
    group_id: int = _reference("agency.id", "Group", "The group")
    member_id: int = _reference("agency.id", "Member", "Its member", index=True)


class GroupChair(PeriodBase, table=True):
    """An agency as the chair of a group for a time."""

    __tablename__ = "group_chair"
    __table_args__ = (
        holds("group_chair", "not_of_itself", "group_id <> chair_id"),
        holds("group_chair", "order", "since <= until"),
        *holds_types("group_chair", days=["since", "until"]),
        STRICT,
    )

    id: int | None = Field(
        default=None, primary_key=True, title="Key", description="The key inside this database"
    )
    group_id: int = _reference("agency.id", "Group", "The group", index=True)
    chair_id: int = _reference("agency.id", "Chair", "The agency in the chair", index=True)


class PersonBase(Record):
    """Personal data. It stands here and nowhere else, so that it can be erased."""

    name: str = Field(sa_type=Text, title="Name", description="The person's name")
    title: str | None = Field(default=None, sa_type=Text, title="Title", description="Function")
    email: str | None = Field(default=None, sa_type=Text, title="E-mail", description="Address")


class Person(PersonBase, Identified, table=True):
    """A focal point, a speaker, or somebody who acted on the register."""

    __table_args__ = (STRICT,)

    name_folded: str = Field(
        sa_type=Text, index=True, title="Folded name", description="Name as it is compared"
    )


class FocalPoint(PeriodBase, table=True):
    """A person who answers for an agency's updates."""

    __tablename__ = "focal_point"
    __table_args__ = (
        UniqueConstraint("agency_id", "person_id"),
        holds("focal_point", "order", "since <= until"),
        *holds_types("focal_point", days=["since", "until"]),
        STRICT,
    )

    id: int | None = Field(
        default=None, primary_key=True, title="Key", description="The key inside this database"
    )
    agency_id: int = _reference("agency.id", "Agency", "For whom the person answers")
    person_id: int = _reference("person.id", "Person", "Who it is", index=True)


class DocumentBase(Record):
    """A report or minutes that commitments were taken from."""

    name: str = Field(sa_type=Text, title="Name", description="What the document is called")
    sha256: str | None = Field(
        default=None, sa_type=Text, title="SHA-256", description="Of the file, where it was read"
    )
    text: str | None = Field(
        default=None, sa_type=Text, title="Text", description="As read, where it was read"
    )


class Document(DocumentBase, Identified, table=True):
    """A document, by name and, once it was read, with its text."""

    __table_args__ = (*holds_types("document", instants=["created_at"]), STRICT)

    name_folded: str = Field(
        sa_type=Text, unique=True, title="Folded name", description="Name as it is compared"
    )
    meeting_id: int | None = _reference(
        "meeting.id", "Meeting", "The meeting that it reports on", default=None, index=True
    )
    created_at: datetime = Field(sa_type=Instant, title="Filed", description="When recorded")


class DueBase(Record):
    """When it is due, and when it was first due once that differs."""

    due_words: str | None = Field(
        default=None, sa_type=Text, title="Due", description="The words; none: none given"
    )
    due_earliest: date | None = Field(
        default=None, sa_type=Day, title="Earliest", description="Earliest day the words allow"
    )
    due_latest: date | None = Field(
        default=None, sa_type=Day, title="Latest", description="Latest day the words allow"
    )
    due_edtf: str | None = Field(
        default=None, sa_type=Text, title="EDTF", description="The interval in ISO 8601-2"
    )
    due_relation: Relation | None = Field(
        default=None, sa_type=OneOf(Relation), title="Relation", description="On, by, in, during"
    )
    first_due_words: str | None = Field(
        default=None, sa_type=Text, title="First due", description="The words first used"
    )
    first_due_earliest: date | None = Field(
        default=None, sa_type=Day, title="First earliest", description="Earliest day, at first"
    )
    first_due_latest: date | None = Field(
        default=None, sa_type=Day, title="First latest", description="Latest day, at first"
    )
    first_due_edtf: str | None = Field(
        default=None, sa_type=Text, title="First EDTF", description="The interval, at first"
    )
    first_due_relation: Relation | None = Field(
        default=None, sa_type=OneOf(Relation), title="First relation", description="At first"
    )


class CommitmentBase(DueBase):
    """What a person says of a commitment."""

    text: str = Field(sa_type=Text, title="Commitment", description="What will be done")
    kind: CommitmentKind | None = Field(
        default=None, sa_type=OneOf(CommitmentKind), title="Kind", description="What is delivered"
    )
    strength: Strength | None = Field(
        default=None, sa_type=OneOf(Strength), title="Strength", description="How it was worded"
    )
    page: str | None = Field(default=None, sa_type=Text, title="Page", description="Of the source")
    lines: str | None = Field(
        default=None, sa_type=Text, title="Lines", description="Of the source"
    )
    quote: str | None = Field(
        default=None, sa_type=Text, title="Quotation", description="The passage, as read"
    )
    restricted: bool = Field(
        default=False, sa_type=YesNo, title="Restricted", description="Kept out of reports"
    )


class Commitment(CommitmentBase, Identified, table=True):
    """What was announced, by whom, due when, and where it was said."""

    __table_args__ = (
        UniqueConstraint("meeting_id", "number"),
        holds_list("commitment", "kind", CommitmentKind),
        holds_list("commitment", "strength", Strength),
        holds_list("commitment", "status", Status),
        holds_list("commitment", "verification", Verification),
        holds_list("commitment", "due_relation", Relation),
        holds_list("commitment", "first_due_relation", Relation),
        holds("commitment", "number", "number >= 1"),
        holds("commitment", "text", "text <> ''"),
        holds("commitment", "due_order", "due_earliest <= due_latest"),
        holds("commitment", "due_worded", "due_words IS NOT NULL OR due_latest IS NULL"),
        holds("commitment", "first_due_order", "first_due_earliest <= first_due_latest"),
        *holds_types("commitment", days=["due_earliest", "due_latest"]),
        *holds_types("commitment", days=["first_due_earliest", "first_due_latest"]),
        *holds_types("commitment", instants=["created_at", "updated_at"]),
        *holds_types("commitment", yes_no=["restricted", "voided"]),
        Index("ix_commitment_due_latest", "due_latest"),
        STRICT,
    )

    meeting_id: int = _reference("meeting.id", "Meeting", "Where it was announced")
    number: int = Field(title="Number", description="Its number at the meeting, never reused")
    status: Status = Field(
        default=Status.ANNOUNCED,
        sa_type=OneOf(Status),
        index=True,
        title="Status",
        description="How far it is",
    )
    verification: Verification | None = Field(
        default=None,
        sa_type=OneOf(Verification),
        title="Verification",
        description="Whether the coordinator agrees that it was delivered",
    )
    due_meeting_id: int | None = _reference(
        "meeting.id",
        "Due meeting",
        "The meeting that its due date hangs on",
        default=None,
        index=True,
    )
    first_due_meeting_id: int | None = _reference(
        "meeting.id", "First due meeting", "The one it hung on at first", default=None
    )
    said_by_id: int | None = _reference(
        "person.id", "Said by", "Who announced it", default=None, index=True
    )
    said_for_id: int | None = _reference(
        "agency.id", "Said for", "The agency spoken for", default=None, index=True
    )
    document_id: int | None = _reference(
        "document.id", "Document", "Where it is written", default=None, index=True
    )
    voided: bool = Field(
        default=False, sa_type=YesNo, title="Voided", description="Logged by mistake"
    )
    created_at: datetime = Field(sa_type=Instant, title="Logged", description="When recorded")
    updated_at: datetime = Field(sa_type=Instant, title="Changed", description="Last change")


class CommitmentOwner(Record, table=True):
    """An agency's part in a commitment, and whether it agrees."""

    __tablename__ = "commitment_owner"
    __table_args__ = (
        holds_list("commitment_owner", "role", Role),
        holds_list("commitment_owner", "acceptance", Acceptance),
        holds("commitment_owner", "words", "acceptance <> 'disputed' OR words IS NOT NULL"),
        STRICT,
    )

    commitment_id: int = _reference(
        "commitment.id", "Commitment", "What is owned", primary_key=True
    )
    agency_id: int = _reference("agency.id", "Agency", "Who owns it", primary_key=True, index=True)
    role: Role = Field(sa_type=OneOf(Role), title="Role", description="Lead or partner")
    position: int = Field(title="Position", description="Its place among the owners")
    acceptance: Acceptance = Field(
        default=Acceptance.UNCONFIRMED,
        sa_type=OneOf(Acceptance),
        title="Acceptance",
        description="Whether this owner agrees that it undertook this",
    )
    words: str | None = Field(
        default=None, sa_type=Text, title="Words", description="The words of a dispute"
    )


class CommitmentPlace(Record, table=True):
    """Where a commitment is to be carried out."""

    __tablename__ = "commitment_place"
    __table_args__ = (STRICT,)

    commitment_id: int = _reference("commitment.id", "Commitment", "What", primary_key=True)
    position: int = Field(primary_key=True, title="Position", description="Its place in the list")
    place: str = Field(sa_type=Text, title="Place", description="Where")


class CommitmentTag(Record, table=True):
    """A word that a commitment is found by."""

    __tablename__ = "commitment_tag"
    __table_args__ = (STRICT,)

    commitment_id: int = _reference("commitment.id", "Commitment", "What", primary_key=True)
    tag: str = Field(
        primary_key=True, sa_type=Text, index=True, title="Tag", description="In lower case"
    )


class CommitmentLink(Record, table=True):
    """How one commitment stands to another."""

    __tablename__ = "commitment_link"
    __table_args__ = (
        holds_list("commitment_link", "kind", LinkKind),
        holds("commitment_link", "not_to_itself", "commitment_id <> to_id"),
        STRICT,
    )

    commitment_id: int = _reference("commitment.id", "Commitment", "From", primary_key=True)
    kind: LinkKind = Field(
        primary_key=True, sa_type=OneOf(LinkKind), title="Kind", description="Supersedes, renews …"
    )
    to_id: int = _reference("commitment.id", "To", "The other one", primary_key=True, index=True)


class SearchText(Record, table=True):
    """The folded words that a commitment is found by, indexed on both databases."""

    __tablename__ = "search_text"
    __table_args__ = (STRICT,)

    commitment_id: int = _reference("commitment.id", "Commitment", "What", primary_key=True)
    body: str = Field(sa_type=Text, title="Words", description="Text, quotation and open notes")
    restricted_notes: str = Field(
        sa_type=Text, title="Restricted words", description="Notes that are restricted"
    )


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
    commitment_id: int | None = _reference("commitment.id", "Commitment", "About", default=None)
    meeting_id: int | None = _reference("meeting.id", "Meeting", "About", default=None, index=True)
    agency_id: int | None = _reference("agency.id", "Agency", "About", default=None, index=True)
    series_id: int | None = _reference("series.id", "Series", "About", default=None, index=True)
    subject_uid: str = Field(sa_type=Text, title="Subject UID", description="Whom it is about")
    recorded_at: datetime = Field(
        sa_type=Instant, index=True, title="Recorded", description="The clock's time"
    )
    true_on: date = Field(sa_type=Day, title="True of", description="The day that it is true of")
    by_id: int = _reference("person.id", "By", "Who recorded it", index=True)
    by_uid: str = Field(sa_type=Text, title="By UID", description="Who recorded it")
    capacity: Capacity = Field(
        sa_type=OneOf(Capacity), title="Capacity", description="Coordinator or agency"
    )
    acting_agency_id: int | None = _reference(
        "agency.id", "Acting agency", "The agency acting", default=None, index=True
    )
    for_agency_id: int | None = _reference(
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
