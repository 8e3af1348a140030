"""The register: meetings, agencies, commitments, and their history."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

DAY = sa.Date().with_variant(sa.Text(), "sqlite")
INSTANT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
YES_NO = sa.Boolean().with_variant(sa.Integer(), "sqlite")
JSON = postgresql.JSONB().with_variant(sa.Text(), "sqlite")


def _check(name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=f"ck_{name}")


def _day(table: str, column: str) -> sa.CheckConstraint:
    # date(d) alone lets 30 February in as 1 March; a day is real if it comes back as it went in.
    check = _check(f"{table}_{column}", f"{column} IS date(julianday({column}))")
    return check.ddl_if(dialect="sqlite")


def _instant(table: str, column: str) -> sa.CheckConstraint:
    check = _check(
        f"{table}_{column}",
        f"{column} IS strftime('%Y-%m-%dT%H:%M:%S', substr({column}, 1, 19))"
        f" || substr({column}, 20) AND {column} GLOB '*.[0-9][0-9][0-9][0-9][0-9][0-9]Z'",
    )
    return check.ddl_if(dialect="sqlite")


def _yes_no(table: str, column: str) -> sa.CheckConstraint:
    return _check(f"{table}_{column}", f"{column} IN (0, 1)").ddl_if(dialect="sqlite")


def _json(table: str, column: str) -> sa.CheckConstraint:
    return _check(f"{table}_{column}", f"json_valid({column})").ddl_if(dialect="sqlite")


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "agency",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("part_of_id", sa.Integer(), nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_agency"),
        sa.ForeignKeyConstraint(["part_of_id"], ["agency.id"], name="fk_agency_part_of_id"),
        sa.UniqueConstraint("uid", name="uq_agency_uid"),
        _check(
            "agency_kind",
            "kind IN ('un-entity', 'intergovernmental', 'government', 'ngo', 'network', 'academic', 'working-group', 'person', 'other')",
        ),
        _check("agency_code", "length(code) BETWEEN 1 AND 40"),
        _check("agency_not_part_of_itself", "part_of_id <> id"),
        _instant("agency", "created_at"),
        _instant("agency", "updated_at"),
        sqlite_strict=True,
    )
    op.create_index("ix_agency_part_of_id", "agency", ["part_of_id"])
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("name_folded", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("uid", name="uq_person_uid"),
        sqlite_strict=True,
    )
    op.create_index("ix_person_name_folded", "person", ["name_folded"])
    op.create_table(
        "register",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_register"),
        sa.UniqueConstraint("uid", name="uq_register_uid"),
        _check("register_alone", "id = 1"),
        _instant("register", "created_at"),
        sqlite_strict=True,
    )
    op.create_table(
        "series",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("code_folded", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_series"),
        sa.UniqueConstraint("code_folded", name="uq_series_code_folded"),
        sa.UniqueConstraint("uid", name="uq_series_uid"),
        sqlite_strict=True,
    )
    op.create_table(
        "agency_spelling",
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("written", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("folded", name="pk_agency_spelling"),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name="fk_agency_spelling_agency_id"),
        _check("agency_spelling_kind", "kind IN ('code', 'name', 'alias', 'former-name')"),
        _check("agency_spelling_not_empty", "folded <> ''"),
        sqlite_strict=True,
    )
    op.create_index("ix_agency_spelling_agency_id", "agency_spelling", ["agency_id"])
    op.create_table(
        "focal_point",
        sa.Column("since", DAY, nullable=True),
        sa.Column("until", DAY, nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_focal_point"),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name="fk_focal_point_agency_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_focal_point_person_id"),
        sa.UniqueConstraint("agency_id", "person_id", name="uq_focal_point_agency_id_person_id"),
        _check("focal_point_order", "since <= until"),
        _day("focal_point", "since"),
        _day("focal_point", "until"),
        sqlite_strict=True,
    )
    op.create_index("ix_focal_point_person_id", "focal_point", ["person_id"])
    op.create_table(
        "group_chair",
        sa.Column("since", DAY, nullable=True),
        sa.Column("until", DAY, nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("chair_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_group_chair"),
        sa.ForeignKeyConstraint(["group_id"], ["agency.id"], name="fk_group_chair_group_id"),
        sa.ForeignKeyConstraint(["chair_id"], ["agency.id"], name="fk_group_chair_chair_id"),
        _check("group_chair_not_of_itself", "group_id <> chair_id"),
        _check("group_chair_order", "since <= until"),
        _day("group_chair", "since"),
        _day("group_chair", "until"),
        sqlite_strict=True,
    )
    op.create_index("ix_group_chair_chair_id", "group_chair", ["chair_id"])
    op.create_index("ix_group_chair_group_id", "group_chair", ["group_id"])
    op.create_table(
        "group_member",
        sa.Column("since", DAY, nullable=True),
        sa.Column("until", DAY, nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_group_member"),
        sa.ForeignKeyConstraint(["group_id"], ["agency.id"], name="fk_group_member_group_id"),
        sa.ForeignKeyConstraint(["member_id"], ["agency.id"], name="fk_group_member_member_id"),
        sa.UniqueConstraint("group_id", "member_id", name="uq_group_member_group_id_member_id"),
        _check("group_member_not_of_itself", "group_id <> member_id"),
        _check("group_member_order", "since <= until"),
        _day("group_member", "since"),
        _day("group_member", "until"),
        sqlite_strict=True,
    )
    op.create_index("ix_group_member_member_id", "group_member", ["member_id"])
    op.create_table(
        "meeting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("when_words", sa.Text(), nullable=True),
        sa.Column("when_earliest", DAY, nullable=True),
        sa.Column("when_latest", DAY, nullable=True),
        sa.Column("when_edtf", sa.Text(), nullable=True),
        sa.Column("when_relation", sa.Text(), nullable=True),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("code_folded", sa.Text(), nullable=False),
        sa.Column("title_folded", sa.Text(), nullable=False),
        sa.Column("series_id", sa.Integer(), nullable=True),
        sa.Column("in_margins_of_id", sa.Integer(), nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_meeting"),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name="fk_meeting_series_id"),
        sa.ForeignKeyConstraint(
            ["in_margins_of_id"], ["meeting.id"], name="fk_meeting_in_margins_of_id"
        ),
        sa.UniqueConstraint("code_folded", name="uq_meeting_code_folded"),
        sa.UniqueConstraint("series_id", "number", name="uq_meeting_series_id_number"),
        sa.UniqueConstraint("uid", name="uq_meeting_uid"),
        _check(
            "meeting_kind",
            "kind IN ('coordination-meeting', 'workshop', 'side-event', 'symposium', 'panel', 'conference', 'dialogue', 'seminar', 'expert-group', 'task-force', 'other')",
        ),
        _check(
            "meeting_when_relation",
            "when_relation IN ('on', 'by', 'in', 'during', 'in-margins-of')",
        ),
        _check("meeting_code", "length(code) BETWEEN 1 AND 40"),
        _check("meeting_order", "when_earliest <= when_latest"),
        _check("meeting_worded", "when_words IS NOT NULL OR when_latest IS NULL"),
        _check("meeting_not_in_own_margins", "in_margins_of_id <> id"),
        _day("meeting", "when_earliest"),
        _day("meeting", "when_latest"),
        _instant("meeting", "created_at"),
        _instant("meeting", "updated_at"),
        sqlite_strict=True,
    )
    op.create_index("ix_meeting_title_folded", "meeting", ["title_folded"])
    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("name_folded", sa.Text(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_document"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_document_meeting_id"),
        sa.UniqueConstraint("name_folded", name="uq_document_name_folded"),
        sa.UniqueConstraint("uid", name="uq_document_uid"),
        _instant("document", "created_at"),
        sqlite_strict=True,
    )
    op.create_index("ix_document_meeting_id", "document", ["meeting_id"])
    op.create_table(
        "commitment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("due_words", sa.Text(), nullable=True),
        sa.Column("due_earliest", DAY, nullable=True),
        sa.Column("due_latest", DAY, nullable=True),
        sa.Column("due_edtf", sa.Text(), nullable=True),
        sa.Column("due_relation", sa.Text(), nullable=True),
        sa.Column("first_due_words", sa.Text(), nullable=True),
        sa.Column("first_due_earliest", DAY, nullable=True),
        sa.Column("first_due_latest", DAY, nullable=True),
        sa.Column("first_due_edtf", sa.Text(), nullable=True),
        sa.Column("first_due_relation", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("strength", sa.Text(), nullable=True),
        sa.Column("page", sa.Text(), nullable=True),
        sa.Column("lines", sa.Text(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=True),
        sa.Column("restricted", YES_NO, nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("verification", sa.Text(), nullable=True),
        sa.Column("due_meeting_id", sa.Integer(), nullable=True),
        sa.Column("first_due_meeting_id", sa.Integer(), nullable=True),
        sa.Column("said_by_id", sa.Integer(), nullable=True),
        sa.Column("said_for_id", sa.Integer(), nullable=True),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("voided", YES_NO, nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_commitment"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_commitment_meeting_id"),
        sa.ForeignKeyConstraint(
            ["due_meeting_id"], ["meeting.id"], name="fk_commitment_due_meeting_id"
        ),
        sa.ForeignKeyConstraint(
            ["first_due_meeting_id"], ["meeting.id"], name="fk_commitment_first_due_meeting_id"
        ),
        sa.ForeignKeyConstraint(["said_by_id"], ["person.id"], name="fk_commitment_said_by_id"),
        sa.ForeignKeyConstraint(["said_for_id"], ["agency.id"], name="fk_commitment_said_for_id"),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_commitment_document_id"),
        sa.UniqueConstraint("meeting_id", "number", name="uq_commitment_meeting_id_number"),
        sa.UniqueConstraint("uid", name="uq_commitment_uid"),
        _check(
            "commitment_kind",
            "kind IN ('event', 'publication', 'data', 'capacity-building', 'policy', 'funding', 'coordination', 'other')",
        ),
        _check("commitment_strength", "strength IN ('firm', 'planned', 'intended', 'interest')"),
        _check(
            "commitment_status",
            "status IN ('announced', 'in-progress', 'completed', 'partly-completed', 'withdrawn', 'superseded')",
        ),
        _check("commitment_verification", "verification IN ('unverified', 'verified', 'doubted')"),
        _check(
            "commitment_due_relation",
            "due_relation IN ('on', 'by', 'in', 'during', 'in-margins-of')",
        ),
        _check(
            "commitment_first_due_relation",
            "first_due_relation IN ('on', 'by', 'in', 'during', 'in-margins-of')",
        ),
        _check("commitment_number", "number >= 1"),
        _check("commitment_text", "text <> ''"),
        _check("commitment_due_order", "due_earliest <= due_latest"),
        _check("commitment_due_worded", "due_words IS NOT NULL OR due_latest IS NULL"),
        _check("commitment_first_due_order", "first_due_earliest <= first_due_latest"),
        _day("commitment", "due_earliest"),
        _day("commitment", "due_latest"),
        _day("commitment", "first_due_earliest"),
        _day("commitment", "first_due_latest"),
        _instant("commitment", "created_at"),
        _instant("commitment", "updated_at"),
        _yes_no("commitment", "restricted"),
        _yes_no("commitment", "voided"),
        sqlite_strict=True,
    )
    op.create_index("ix_commitment_document_id", "commitment", ["document_id"])
    op.create_index("ix_commitment_due_latest", "commitment", ["due_latest"])
    op.create_index("ix_commitment_due_meeting_id", "commitment", ["due_meeting_id"])
    op.create_index("ix_commitment_said_by_id", "commitment", ["said_by_id"])
    op.create_index("ix_commitment_said_for_id", "commitment", ["said_for_id"])
    op.create_index("ix_commitment_status", "commitment", ["status"])
    op.create_table(
        "commitment_link",
        sa.Column("commitment_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("commitment_id", "kind", "to_id", name="pk_commitment_link"),
        sa.ForeignKeyConstraint(
            ["commitment_id"], ["commitment.id"], name="fk_commitment_link_commitment_id"
        ),
        sa.ForeignKeyConstraint(["to_id"], ["commitment.id"], name="fk_commitment_link_to_id"),
        _check(
            "commitment_link_kind",
            "kind IN ('supersedes', 'renews', 'duplicates', 'follows', 'part-of')",
        ),
        _check("commitment_link_not_to_itself", "commitment_id <> to_id"),
        sqlite_strict=True,
    )
    op.create_index("ix_commitment_link_to_id", "commitment_link", ["to_id"])
    op.create_table(
        "commitment_owner",
        sa.Column("commitment_id", sa.Integer(), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("acceptance", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("commitment_id", "agency_id", name="pk_commitment_owner"),
        sa.ForeignKeyConstraint(
            ["commitment_id"], ["commitment.id"], name="fk_commitment_owner_commitment_id"
        ),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name="fk_commitment_owner_agency_id"),
        _check("commitment_owner_role", "role IN ('lead', 'partner')"),
        _check(
            "commitment_owner_acceptance", "acceptance IN ('unconfirmed', 'confirmed', 'disputed')"
        ),
        _check("commitment_owner_words", "acceptance <> 'disputed' OR words IS NOT NULL"),
        sqlite_strict=True,
    )
    op.create_index("ix_commitment_owner_agency_id", "commitment_owner", ["agency_id"])
    op.create_table(
        "commitment_place",
        sa.Column("commitment_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("commitment_id", "position", name="pk_commitment_place"),
        sa.ForeignKeyConstraint(
            ["commitment_id"], ["commitment.id"], name="fk_commitment_place_commitment_id"
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "commitment_tag",
        sa.Column("commitment_id", sa.Integer(), nullable=False),
        sa.Column("tag", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("commitment_id", "tag", name="pk_commitment_tag"),
        sa.ForeignKeyConstraint(
            ["commitment_id"], ["commitment.id"], name="fk_commitment_tag_commitment_id"
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_commitment_tag_tag", "commitment_tag", ["tag"])
    op.create_table(
        "entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("deed", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("commitment_id", sa.Integer(), nullable=True),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("agency_id", sa.Integer(), nullable=True),
        sa.Column("series_id", sa.Integer(), nullable=True),
        sa.Column("subject_uid", sa.Text(), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("true_on", DAY, nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("by_uid", sa.Text(), nullable=False),
        sa.Column("capacity", sa.Text(), nullable=False),
        sa.Column("acting_agency_id", sa.Integer(), nullable=True),
        sa.Column("for_agency_id", sa.Integer(), nullable=True),
        sa.Column("door", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("changes", JSON, nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("evidence", JSON, nullable=False),
        sa.Column("restricted", YES_NO, nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_entry"),
        sa.ForeignKeyConstraint(
            ["commitment_id"], ["commitment.id"], name="fk_entry_commitment_id"
        ),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_entry_meeting_id"),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name="fk_entry_agency_id"),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name="fk_entry_series_id"),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name="fk_entry_by_id"),
        sa.ForeignKeyConstraint(
            ["acting_agency_id"], ["agency.id"], name="fk_entry_acting_agency_id"
        ),
        sa.ForeignKeyConstraint(["for_agency_id"], ["agency.id"], name="fk_entry_for_agency_id"),
        sa.UniqueConstraint("sha256", name="uq_entry_sha256"),
        sa.UniqueConstraint("uid", name="uq_entry_uid"),
        _check("entry_subject", "subject IN ('commitment', 'meeting', 'agency', 'series')"),
        _check("entry_capacity", "capacity IN ('coordinator', 'agency')"),
        _check("entry_door", "door IN ('cli', 'tui', 'ssh', 'sheet', 'import')"),
        _check("entry_channel", "channel IN ('meeting', 'e-mail', 'call', 'letter', 'other')"),
        _check(
            "entry_status",
            "status IN ('announced', 'in-progress', 'completed', 'partly-completed', 'withdrawn', 'superseded')",
        ),
        _check("entry_hash", "length(sha256) = 64 AND length(previous) = 64"),
        _check(
            "entry_about_one",
            "(subject = 'commitment' AND commitment_id IS NOT NULL) OR (subject = 'meeting' AND meeting_id IS NOT NULL) OR (subject = 'agency' AND agency_id IS NOT NULL) OR (subject = 'series' AND series_id IS NOT NULL)",
        ),
        _check("entry_acting_agency", "(capacity = 'agency') = (acting_agency_id IS NOT NULL)"),
        _day("entry", "true_on"),
        _instant("entry", "recorded_at"),
        _yes_no("entry", "restricted"),
        _json("entry", "changes"),
        _json("entry", "evidence"),
        sqlite_strict=True,
    )
    op.create_index("ix_entry_act", "entry", ["act"])
    op.create_index("ix_entry_acting_agency_id", "entry", ["acting_agency_id"])
    op.create_index("ix_entry_agency_id", "entry", ["agency_id"])
    op.create_index("ix_entry_by_id", "entry", ["by_id"])
    op.create_index("ix_entry_commitment_id", "entry", ["commitment_id", "id"])
    op.create_index("ix_entry_for_agency_id", "entry", ["for_agency_id"])
    op.create_index("ix_entry_meeting_id", "entry", ["meeting_id"])
    op.create_index("ix_entry_recorded_at", "entry", ["recorded_at"])
    op.create_index("ix_entry_series_id", "entry", ["series_id"])
    op.create_table(
        "search_text",
        sa.Column("commitment_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("restricted_notes", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("commitment_id", name="pk_search_text"),
        sa.ForeignKeyConstraint(
            ["commitment_id"], ["commitment.id"], name="fk_search_text_commitment_id"
        ),
        sqlite_strict=True,
    )
