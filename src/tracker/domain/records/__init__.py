"""The records of the register. Their schema is made by the migrations and compared with these.

Names of columns are the field's words. `id` is the key inside one database, `uid` (UUIDv7) the
one between registers; history refers to things by `uid`, so that no rename or merge breaks it.
"""

from sqlalchemy import MetaData
from sqlmodel import SQLModel

from tracker.domain.records.agencies import (
    Agency,
    AgencySpelling,
    FocalPoint,
    GroupChair,
    GroupMember,
    Person,
)
from tracker.domain.records.commitments import (
    Commitment,
    CommitmentLink,
    CommitmentOwner,
    CommitmentPlace,
    CommitmentTag,
    SearchText,
)
from tracker.domain.records.history import Entry
from tracker.domain.records.meetings import Meeting, Series
from tracker.domain.records.register import Document, IssuedFile, IssuedReport, Register

metadata: MetaData = SQLModel.metadata

__all__ = [
    "Agency",
    "AgencySpelling",
    "Commitment",
    "CommitmentLink",
    "CommitmentOwner",
    "CommitmentPlace",
    "CommitmentTag",
    "Document",
    "Entry",
    "FocalPoint",
    "GroupChair",
    "GroupMember",
    "IssuedFile",
    "IssuedReport",
    "Meeting",
    "Person",
    "Register",
    "SearchText",
    "Series",
    "metadata",
]
