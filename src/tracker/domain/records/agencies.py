"""The records of agencies, and of the persons who answer for them."""

from datetime import datetime

from sqlalchemy import Text, UniqueConstraint
from sqlmodel import Field

from tracker.domain.columns import STRICT, Instant, OneOf, holds, holds_list, holds_types
from tracker.domain.records.record import Identified, PeriodBase, Record, reference, voided
from tracker.domain.vocabulary import AgencyKind, Spelling


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
        *holds_types("agency", instants=["created_at", "updated_at"], yes_no=["voided"]),
        STRICT,
    )

    part_of_id: int | None = reference(
        "agency.id", "Part of", "The agency that it is a part of", default=None, index=True
    )
    created_at: datetime = Field(sa_type=Instant, title="Logged", description="When recorded")
    updated_at: datetime = Field(sa_type=Instant, title="Changed", description="Last change")
    voided: bool = voided()
    merged_into_id: int | None = reference(
        "agency.id", "Merged into", "The agency that it turned out to be", default=None
    )


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
    agency_id: int = reference("agency.id", "Agency", "Whom it means", index=True)
    kind: Spelling = Field(
        sa_type=OneOf(Spelling), title="Kind", description="Code, name, alias or former name"
    )
    written: str = Field(sa_type=Text, title="Written", description="As people write it")
    position: int = Field(default=0, title="Position", description="Its place in the list")


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
    group_id: int = reference("agency.id", "Group", "The group")
    member_id: int = reference("agency.id", "Member", "Its member", index=True)


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
    group_id: int = reference("agency.id", "Group", "The group", index=True)
    chair_id: int = reference("agency.id", "Chair", "The agency in the chair", index=True)


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
    agency_id: int = reference("agency.id", "Agency", "For whom the person answers")
    person_id: int = reference("person.id", "Person", "Who it is", index=True)
