"""The records of the register itself, its documents, and the reports issued from it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import LargeBinary, Text
from sqlmodel import Field

from tracker.domain.columns import STRICT, Day, Instant, Json, holds, holds_types
from tracker.domain.records.record import Identified, Record, reference


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
    meeting_id: int | None = reference(
        "meeting.id", "Meeting", "The meeting that it reports on", default=None, index=True
    )
    created_at: datetime = Field(sa_type=Instant, title="Filed", description="When recorded")


class IssuedReport(Record, table=True):
    """A report frozen under a number: what it was drawn from, as JSON."""

    __tablename__ = "issued_report"
    __table_args__ = (
        *holds_types(
            "issued_report", days=["day"], instants=["issued_at"], json=["options", "data"]
        ),
        STRICT,
    )

    id: int | None = Field(
        default=None, primary_key=True, title="Number", description="Under which it was issued"
    )
    uid: str = Field(sa_type=Text, unique=True, title="UID", description="UUIDv7")
    kind: str = Field(sa_type=Text, title="Kind", description="Which report: follow-up")
    title: str = Field(sa_type=Text, title="Title", description="What it is called")
    meeting_id: int | None = reference(
        "meeting.id", "Meeting", "The meeting it was prepared for", default=None, index=True
    )
    day: date = Field(sa_type=Day, title="Day", description="The report's day")
    issued_at: datetime = Field(sa_type=Instant, title="Issued", description="The clock's time")
    by_id: int = reference("person.id", "By", "Who issued it", index=True)
    version: str = Field(sa_type=Text, title="Version", description="Of the tracker that drew it")
    digest: str = Field(sa_type=Text, title="Digest", description="SHA-256 of the newest entry")
    options: list[Any] = Field(sa_type=Json, title="Options", description="What was asked for")
    data: dict[str, Any] = Field(
        sa_type=Json, title="Data", description="What formats are drawn of"
    )


class IssuedFile(Record, table=True):
    """The bytes of an issued report in one format."""

    __tablename__ = "issued_file"
    __table_args__ = (STRICT,)

    report_id: int = reference("issued_report.id", "Report", "Whose", primary_key=True)
    format: str = Field(primary_key=True, sa_type=Text, title="Format", description="pdf, html …")
    sha256: str = Field(sa_type=Text, title="SHA-256", description="Of the bytes")
    content: bytes = Field(sa_type=LargeBinary, title="Content", description="The bytes")
