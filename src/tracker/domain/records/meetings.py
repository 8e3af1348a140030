"""The records of series and meetings."""

from datetime import date, datetime

from sqlalchemy import Text, UniqueConstraint
from sqlmodel import Field

from tracker.domain.columns import STRICT, Day, Instant, OneOf, holds, holds_list, holds_types
from tracker.domain.records.record import Identified, Record, reference, voided
from tracker.domain.vocabulary import MeetingKind, Relation


class SeriesBase(Record):
    """What a person says of a series."""

    code: str = Field(sa_type=Text, title="Code", description="Short name, as typed")
    title: str = Field(sa_type=Text, title="Title", description="Full name")


class Series(SeriesBase, Identified, table=True):
    """Meetings that follow one another."""

    __table_args__ = (*holds_types("series", yes_no=["voided"]), STRICT)

    code_folded: str = Field(
        sa_type=Text, unique=True, title="Folded code", description="Code in any letter case"
    )
    voided: bool = voided()


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
        *holds_types("meeting", instants=["updated_at"], yes_no=["voided"]),
        STRICT,
    )

    code_folded: str = Field(
        sa_type=Text, unique=True, title="Folded code", description="Code in any letter case"
    )
    title_folded: str = Field(
        sa_type=Text, index=True, title="Folded title", description="Title as it is compared"
    )
    series_id: int | None = reference(
        "series.id", "Series", "The series that it belongs to", default=None
    )
    in_margins_of_id: int | None = reference(
        "meeting.id", "In the margins of", "The meeting in whose margins it is held", default=None
    )
    created_at: datetime = Field(sa_type=Instant, title="Logged", description="When recorded")
    updated_at: datetime = Field(sa_type=Instant, title="Changed", description="Last change")
    voided: bool = voided()
