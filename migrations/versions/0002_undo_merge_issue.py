"""Undo, merging of agencies, and issued reports."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

DAY = sa.Date().with_variant(sa.Text(), "sqlite")
INSTANT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
YES_NO = sa.Boolean().with_variant(sa.Integer(), "sqlite")
JSON = postgresql.JSONB().with_variant(sa.Text(), "sqlite")


def _on_sqlite(name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=f"ck_{name}").ddl_if(dialect="sqlite")


def upgrade() -> None:
    """Add what undo, merge and issue need; no row changes its meaning."""
    for table in ("series", "meeting", "agency"):
        _add_voided(table)
    _add_reference("agency", "merged_into_id", "agency")
    op.add_column("entry", sa.Column("undoes", sa.Text(), nullable=True))
    op.create_index("ix_entry_undoes", "entry", ["undoes"])
    op.create_table(
        "issued_report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("day", DAY, nullable=False),
        sa.Column("issued_at", INSTANT, nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("options", JSON, nullable=False),
        sa.Column("data", JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_issued_report"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_issued_report_meeting_id"),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name="fk_issued_report_by_id"),
        sa.UniqueConstraint("uid", name="uq_issued_report_uid"),
        _on_sqlite("issued_report_day", "day IS date(julianday(day))"),
        _on_sqlite(
            "issued_report_issued_at",
            "issued_at IS strftime('%Y-%m-%dT%H:%M:%S', substr(issued_at, 1, 19))"
            " || substr(issued_at, 20) AND issued_at GLOB '*.[0-9][0-9][0-9][0-9][0-9][0-9]Z'",
        ),
        _on_sqlite("issued_report_options", "json_valid(options)"),
        _on_sqlite("issued_report_data", "json_valid(data)"),
        sqlite_strict=True,
    )
    op.create_index("ix_issued_report_by_id", "issued_report", ["by_id"])
    op.create_index("ix_issued_report_meeting_id", "issued_report", ["meeting_id"])
    op.create_table(
        "issued_file",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("report_id", "format", name="pk_issued_file"),
        sa.ForeignKeyConstraint(
            ["report_id"], ["issued_report.id"], name="fk_issued_file_report_id"
        ),
        sqlite_strict=True,
    )


# SQLite adds a column with its rules in one statement and leaves the rows where they are; a
# rebuild of the table, which is the other way, would copy the whole history.
def _add_voided(table: str) -> None:
    if op.get_context().dialect.name == "sqlite":
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN voided INTEGER DEFAULT 0 NOT NULL"
            f" CONSTRAINT ck_{table}_voided CHECK (voided IN (0, 1))"
        )
    else:
        op.add_column(
            table, sa.Column("voided", sa.Boolean(), nullable=False, server_default=sa.false())
        )


def _add_reference(table: str, column: str, target: str) -> None:
    name = f"fk_{table}_{column}"
    if op.get_context().dialect.name == "sqlite":
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN {column} INTEGER"
            f" CONSTRAINT {name} REFERENCES {target} (id)"
        )
    else:
        op.add_column(table, sa.Column(column, sa.Integer(), nullable=True))
        op.create_foreign_key(name, table, target, [column], ["id"])
