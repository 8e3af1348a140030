"""What every record is made of."""

from datetime import date
from typing import Any

from pydantic import ConfigDict
from sqlalchemy import Text, sql
from sqlmodel import Field, SQLModel

from tracker.domain.columns import Day, YesNo

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


def reference(target: str, title: str, description: str, **rules: Any) -> Any:
    """Make a field that holds the key of a record of another table."""
    return Field(foreign_key=target, title=title, description=description, **rules)


def voided() -> Any:
    """Make the field that says that a thing was added by mistake."""
    return Field(
        default=False,
        sa_type=YesNo,
        sa_column_kwargs={"server_default": sql.false()},
        title="Voided",
        description="Added by mistake",
    )


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


class PeriodBase(Record):
    """From one day to another; an end that is not set is open."""

    since: date | None = Field(default=None, sa_type=Day, title="From", description="First day")
    until: date | None = Field(default=None, sa_type=Day, title="To", description="Last day")
