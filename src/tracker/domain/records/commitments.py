"""The records of commitments and of what belongs to them."""

from datetime import date, datetime

from sqlalchemy import Index, Text, UniqueConstraint
from sqlmodel import Field

from tracker.domain.columns import (
    STRICT,
    Day,
    Instant,
    OneOf,
    YesNo,
    holds,
    holds_list,
    holds_types,
)
from tracker.domain.records.record import Identified, Record, reference
from tracker.domain.vocabulary import (
    Acceptance,
    CommitmentKind,
    LinkKind,
    Relation,
    Role,
    Status,
    Strength,
    Verification,
)


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

    meeting_id: int = reference("meeting.id", "Meeting", "Where it was announced")
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
    due_meeting_id: int | None = reference(
        "meeting.id",
        "Due meeting",
        "The meeting that its due date hangs on",
        default=None,
        index=True,
    )
    first_due_meeting_id: int | None = reference(
        "meeting.id", "First due meeting", "The one it hung on at first", default=None
    )
    said_by_id: int | None = reference(
        "person.id", "Said by", "Who announced it", default=None, index=True
    )
    said_for_id: int | None = reference(
        "agency.id", "Said for", "The agency spoken for", default=None, index=True
    )
    document_id: int | None = reference(
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

    commitment_id: int = reference("commitment.id", "Commitment", "What is owned", primary_key=True)
    agency_id: int = reference("agency.id", "Agency", "Who owns it", primary_key=True, index=True)
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

    commitment_id: int = reference("commitment.id", "Commitment", "What", primary_key=True)
    position: int = Field(primary_key=True, title="Position", description="Its place in the list")
    place: str = Field(sa_type=Text, title="Place", description="Where")


class CommitmentTag(Record, table=True):
    """A word that a commitment is found by."""

    __tablename__ = "commitment_tag"
    __table_args__ = (STRICT,)

    commitment_id: int = reference("commitment.id", "Commitment", "What", primary_key=True)
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

    commitment_id: int = reference("commitment.id", "Commitment", "From", primary_key=True)
    kind: LinkKind = Field(
        primary_key=True, sa_type=OneOf(LinkKind), title="Kind", description="Supersedes, renews …"
    )
    to_id: int = reference("commitment.id", "To", "The other one", primary_key=True, index=True)


class SearchText(Record, table=True):
    """The folded words that a commitment is found by, indexed on both databases."""

    __tablename__ = "search_text"
    __table_args__ = (STRICT,)

    commitment_id: int = reference("commitment.id", "Commitment", "What", primary_key=True)
    body: str = Field(sa_type=Text, title="Words", description="Text, quotation and open notes")
    restricted_notes: str = Field(
        sa_type=Text, title="Restricted words", description="Notes that are restricted"
    )
