"""The views that reads go through, the search index and the guards of history.

They belong to the newest schema and hold no data of their own: `drop` takes them away before
migrations run, `make` makes them again after. SQL that is not the same on both databases is
said twice here and nowhere else.
"""

from sqlalchemy import Connection

REF = (
    "{m}.code || '-' || CASE WHEN {c}.number < 10 THEN '0' ELSE '' END || CAST({c}.number AS TEXT)"
)
_REF = REF.format(m="m", c="c")

# What was taken back says nothing any more, and the taking back itself says nothing new.
_STANDS = "(e.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM entry u WHERE u.undoes = e.act))"

VIEWS: dict[str, str] = {
    "series_view": """
        SELECT s.id, s.uid, s.code, s.title, s.code_folded, s.voided,
               (SELECT count(*) FROM meeting m
                WHERE m.series_id = s.id AND m.voided = {no}) AS meetings
        FROM series s WHERE s.voided = {no}
    """,
    "meeting_view": """
        SELECT m.id, m.uid, m.code, m.code_folded, m.title, m.title_folded, m.kind, m.number,
               m.place, m.when_words, m.when_earliest, m.when_latest, m.when_edtf,
               m.when_relation, m.series_id, s.code AS series, s.title AS series_title,
               s.code_folded AS series_folded,
               m.in_margins_of_id, h.code AS in_margins_of, m.created_at, m.updated_at, m.voided,
               (SELECT count(*) FROM commitment c
                WHERE c.meeting_id = m.id AND c.voided = {no}) AS commitments
        FROM meeting m
        LEFT JOIN series s ON s.id = m.series_id
        LEFT JOIN meeting h ON h.id = m.in_margins_of_id
        WHERE m.voided = {no}
    """,
    "agency_view": """
        SELECT a.id, a.uid, a.code, a.name, a.kind, a.part_of_id, p.code AS part_of,
               a.created_at, a.updated_at, a.voided, a.merged_into_id,
               (SELECT count(*) FROM commitment_owner o JOIN commitment c ON c.id = o.commitment_id
                WHERE o.agency_id = a.id AND c.voided = {no}) AS commitments
        FROM agency a LEFT JOIN agency p ON p.id = a.part_of_id
        WHERE a.voided = {no}
    """,
    "spelling_view": """
        SELECT s.folded, s.written, s.kind, s.position, s.agency_id, a.code AS agency
        FROM agency_spelling s JOIN agency a ON a.id = s.agency_id
    """,
    "group_member_view": """
        SELECT p.id, p.group_id, g.code AS group_code, p.member_id, a.code AS member,
               p.since, p.until
        FROM group_member p
        JOIN agency g ON g.id = p.group_id JOIN agency a ON a.id = p.member_id
    """,
    "group_chair_view": """
        SELECT p.id, p.group_id, g.code AS group_code, p.chair_id, a.code AS chair,
               p.since, p.until
        FROM group_chair p
        JOIN agency g ON g.id = p.group_id JOIN agency a ON a.id = p.chair_id
    """,
    "focal_point_view": """
        SELECT f.id, f.agency_id, a.code AS agency, f.person_id, p.name, p.title, p.email,
               f.since, f.until
        FROM focal_point f
        JOIN agency a ON a.id = f.agency_id JOIN person p ON p.id = f.person_id
    """,
    "commitment_view": f"""
        SELECT c.id, c.uid, {_REF} AS ref, c.number, c.meeting_id, m.code AS meeting,
               m.code_folded AS meeting_folded, m.code_folded{{c}} AS meeting_order,
               m.series_id, s.code AS series, s.code_folded AS series_folded,
               m.in_margins_of_id AS held_in_margins_of_id,
               m.when_earliest AS announced_earliest, m.when_latest AS announced_latest,
               c.text, (SELECT x.body FROM search_text x WHERE x.commitment_id = c.id){{c}}
               AS text_order, c.kind, c.strength, c.status, c.verification,
               c.due_words, c.due_earliest, c.due_latest, c.due_edtf, c.due_relation,
               c.due_meeting_id, d.code AS due_meeting,
               c.first_due_words, c.first_due_earliest, c.first_due_latest, c.first_due_edtf,
               c.first_due_relation, c.first_due_meeting_id, f.code AS first_due_meeting,
               c.said_by_id, p.name AS said_by, p.title AS said_by_title,
               c.said_for_id, a.code AS said_for,
               c.document_id, t.name AS document, c.page, c.lines, c.quote,
               c.restricted, c.voided, c.created_at, c.updated_at
        FROM commitment c
        JOIN meeting m ON m.id = c.meeting_id
        LEFT JOIN series s ON s.id = m.series_id
        LEFT JOIN meeting d ON d.id = c.due_meeting_id
        LEFT JOIN meeting f ON f.id = c.first_due_meeting_id
        LEFT JOIN person p ON p.id = c.said_by_id
        LEFT JOIN agency a ON a.id = c.said_for_id
        LEFT JOIN document t ON t.id = c.document_id
    """,
    "owner_view": """
        SELECT o.commitment_id, o.agency_id, o.role, o.position, o.acceptance, o.words,
               a.code AS agency, a.name
        FROM commitment_owner o JOIN agency a ON a.id = o.agency_id
    """,
    "link_view": f"""
        SELECT l.commitment_id, l.kind, l.to_id, {_REF} AS ref
        FROM commitment_link l
        JOIN commitment c ON c.id = l.to_id JOIN meeting m ON m.id = c.meeting_id
    """,
    "entry_view": f"""
        SELECT e.id, e.uid, e.act, e.deed, e.subject, e.subject_uid, e.commitment_id,
               e.meeting_id, e.agency_id, e.series_id,
               CASE e.subject WHEN 'commitment' THEN {_REF} WHEN 'meeting' THEN n.code
                    WHEN 'agency' THEN a.code ELSE s.code END AS ref,
               e.recorded_at, e.true_on, e.by_id, e.by_uid, p.name AS by_name, e.capacity,
               e.acting_agency_id, x.code AS acting_agency, x.uid AS acting_agency_uid,
               e.for_agency_id, y.code AS for_agency, y.uid AS for_agency_uid,
               coalesce(e.for_agency_id, e.acting_agency_id) AS word_of_id,
               e.door, e.channel, e.status, e.changes, e.note, e.reason, e.evidence,
               e.restricted, e.previous, e.sha256, e.undoes, {_STANDS} AS stands,
               (e.restricted = {{yes}} AND e.status IS NULL
                AND CAST(e.changes AS text) = '{{{{}}}}') AS only_restricted
        FROM entry e
        JOIN person p ON p.id = e.by_id
        LEFT JOIN commitment c ON c.id = e.commitment_id
        LEFT JOIN meeting m ON m.id = c.meeting_id
        LEFT JOIN meeting n ON n.id = e.meeting_id
        LEFT JOIN agency a ON a.id = e.agency_id
        LEFT JOIN series s ON s.id = e.series_id
        LEFT JOIN agency x ON x.id = e.acting_agency_id
        LEFT JOIN agency y ON y.id = e.for_agency_id
    """,
    # New promises of a due date; one that was corrected since (an edit of it) counts no more.
    "promise_view": """
        SELECT e.commitment_id, e.id, e.reason, e.restricted, e.acting_agency_id,
               {before} AS before_latest, {after} AS after_latest,
               ({before} IS NOT NULL AND ({after} IS NULL OR {after} > {before})) AS is_slip
        FROM entry e
        WHERE e.deed = 'update' AND {due_of_e} IS NOT NULL AND {stands}
          AND e.id > coalesce((SELECT max(x.id) FROM entry x WHERE x.commitment_id =
              e.commitment_id AND x.deed = 'edit' AND {due_of_x} IS NOT NULL AND {stands_x}), 0)
    """,
    # What closed a commitment, by an update or by a correction; saying so again closes nothing.
    "closing_view": """
        SELECT e.commitment_id, e.id, e.recorded_at, e.true_on
        FROM entry e
        WHERE {status_of_e} IN ('completed', 'partly-completed', 'withdrawn', 'superseded')
          AND {stands}
    """,
    "uid_view": """
        SELECT uid, code AS shown FROM meeting
        UNION ALL SELECT uid, code FROM agency
        UNION ALL SELECT uid, code FROM series
        UNION ALL SELECT uid, name FROM person
        UNION ALL SELECT uid, name FROM document
        UNION ALL SELECT uid, ref FROM commitment_view
    """,
}

_WORDS = {
    "sqlite": {
        "no": "0",
        "yes": "1",
        "c": "",
        "before": "json_extract(e.changes, '$.due[0].latest')",
        "after": "json_extract(e.changes, '$.due[1].latest')",
        "due_of_e": "json_extract(e.changes, '$.due')",
        "due_of_x": "json_extract(x.changes, '$.due')",
        "status_of_e": "json_extract(e.changes, '$.status[1]')",
    },
    "postgresql": {
        "no": "false",
        "yes": "true",
        # By bytes, as SQLite has it, whatever the database's locale.
        "c": ' COLLATE "C"',
        "before": "(e.changes #>> '{due,0,latest}')",
        "after": "(e.changes #>> '{due,1,latest}')",
        "due_of_e": "(e.changes -> 'due')",
        "due_of_x": "(x.changes -> 'due')",
        "status_of_e": "(e.changes #>> '{status,1}')",
    },
}

_APPEND_ONLY = "history is append-only: entries are never changed, removed or overwritten"
_ISSUED = "an issued report is never changed or removed"
_CHAIN_BROKEN = "an entry must come next after the newest one and carry its SHA-256"
_NOT_NEXT = """
    NEW.id <> coalesce((SELECT max(id) FROM entry), 0) + 1
    OR NEW.previous <> coalesce((SELECT sha256 FROM entry WHERE id = NEW.id - 1), '{zeros}')
""".format(zeros="0" * 64)

# INSERT OR REPLACE deletes the row in its way without a DELETE trigger: hence the look before.
_SQLITE: dict[str, str] = {
    "search_index": """
        CREATE VIRTUAL TABLE search_index USING fts5(
            body, restricted_notes, content='search_text', content_rowid='commitment_id',
            tokenize="unicode61 remove_diacritics 2", prefix='2 3')
    """,
    "search_text_added": """
        CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN
            INSERT INTO search_index (rowid, body, restricted_notes)
            VALUES (NEW.commitment_id, NEW.body, NEW.restricted_notes);
        END
    """,
    "search_text_changed": """
        CREATE TRIGGER search_text_changed AFTER UPDATE ON search_text BEGIN
            INSERT INTO search_index (search_index, rowid, body, restricted_notes)
            VALUES ('delete', OLD.commitment_id, OLD.body, OLD.restricted_notes);
            INSERT INTO search_index (rowid, body, restricted_notes)
            VALUES (NEW.commitment_id, NEW.body, NEW.restricted_notes);
        END
    """,
    "search_text_removed": """
        CREATE TRIGGER search_text_removed AFTER DELETE ON search_text BEGIN
            INSERT INTO search_index (search_index, rowid, body, restricted_notes)
            VALUES ('delete', OLD.commitment_id, OLD.body, OLD.restricted_notes);
        END
    """,
    "entry_not_changed": f"""
        CREATE TRIGGER entry_not_changed BEFORE UPDATE ON entry BEGIN
            SELECT RAISE(ABORT, '{_APPEND_ONLY}');
        END
    """,
    "entry_not_removed": f"""
        CREATE TRIGGER entry_not_removed BEFORE DELETE ON entry BEGIN
            SELECT RAISE(ABORT, '{_APPEND_ONLY}');
        END
    """,
    "entry_not_overwritten": f"""
        CREATE TRIGGER entry_not_overwritten BEFORE INSERT ON entry
        WHEN EXISTS (SELECT 1 FROM entry WHERE id = NEW.id)
          OR EXISTS (SELECT 1 FROM entry WHERE uid = NEW.uid)
          OR EXISTS (SELECT 1 FROM entry WHERE sha256 = NEW.sha256)
        BEGIN
            SELECT RAISE(ABORT, '{_APPEND_ONLY}');
        END
    """,
    "entry_comes_next": f"""
        CREATE TRIGGER entry_comes_next BEFORE INSERT ON entry WHEN {_NOT_NEXT} BEGIN
            SELECT RAISE(ABORT, '{_CHAIN_BROKEN}');
        END
    """,
}

# A report that was issued prints again to the byte: its rows are kept as history is.
for _table, _key in (
    ("issued_report", "id = NEW.id OR uid = NEW.uid"),
    ("issued_file", "report_id = NEW.report_id AND format = NEW.format"),
):
    for _deed in ("UPDATE", "DELETE"):
        _SQLITE[f"{_table}_{_deed}"] = f"""
            CREATE TRIGGER {_table}_no_{_deed.lower()} BEFORE {_deed} ON {_table} BEGIN
                SELECT RAISE(ABORT, '{_ISSUED}');
            END
        """
    _SQLITE[f"{_table}_replace"] = f"""
        CREATE TRIGGER {_table}_no_replace BEFORE INSERT ON {_table}
        WHEN EXISTS (SELECT 1 FROM {_table} WHERE {_key})
        BEGIN
            SELECT RAISE(ABORT, '{_ISSUED}');
        END
    """

_POSTGRES: dict[str, str] = {
    "search_body": """
        CREATE INDEX search_body ON search_text USING gin (to_tsvector('simple', body))
    """,
    "search_restricted": """
        CREATE INDEX search_restricted ON search_text
        USING gin (to_tsvector('simple', restricted_notes))
    """,
    "refuse_change": f"""
        CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '{_APPEND_ONLY}'; END $$
    """,
    "refuse_out_of_order": f"""
        CREATE FUNCTION refuse_out_of_order() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF {_NOT_NEXT} THEN RAISE EXCEPTION '{_CHAIN_BROKEN}'; END IF;
            RETURN NEW;
        END $$
    """,
    "entry_not_changed": """
        CREATE TRIGGER entry_not_changed BEFORE UPDATE OR DELETE ON entry
        FOR EACH ROW EXECUTE FUNCTION refuse_change()
    """,
    "refuse_issued": f"""
        CREATE FUNCTION refuse_issued() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '{_ISSUED}'; END $$
    """,
    "issued_report_kept": """
        CREATE TRIGGER issued_report_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON issued_report
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_issued()
    """,
    "issued_file_kept": """
        CREATE TRIGGER issued_file_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON issued_file
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_issued()
    """,
    "entry_not_emptied": """
        CREATE TRIGGER entry_not_emptied BEFORE TRUNCATE ON entry
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
    """,
    "entry_comes_next": """
        CREATE TRIGGER entry_comes_next BEFORE INSERT ON entry
        FOR EACH ROW EXECUTE FUNCTION refuse_out_of_order()
    """,
}


def make(connection: Connection) -> None:
    """Make every view, the search index and the guards; fill the index from what is stored."""
    database = connection.dialect.name
    options = " WITH (security_invoker = true)" if database == "postgresql" else ""
    for name, query in VIEWS.items():
        body = query.format(
            stands=_STANDS, stands_x=_STANDS.replace("e.", "x."), **_WORDS[database]
        )
        connection.exec_driver_sql(f"CREATE VIEW {name}{options} AS {body}")
    for statement in (_SQLITE if database == "sqlite" else _POSTGRES).values():
        connection.exec_driver_sql(statement)
    if database == "sqlite":
        connection.exec_driver_sql("INSERT INTO search_index (search_index) VALUES ('rebuild')")


def drop(connection: Connection) -> None:
    """Take away whatever `make` has made, of this version or an earlier one."""
    if connection.dialect.name == "sqlite":
        _drop_sqlite(connection)
    else:
        _drop_postgres(connection)


def _drop_sqlite(connection: Connection) -> None:
    made = connection.exec_driver_sql(
        "SELECT type, name FROM sqlite_master WHERE type IN ('view', 'trigger')"
    ).fetchall()
    for kind, name in made:
        connection.exec_driver_sql(f"DROP {kind} {name}")
    connection.exec_driver_sql("DROP TABLE IF EXISTS search_index")


def _drop_postgres(connection: Connection) -> None:
    views = connection.exec_driver_sql(
        "SELECT viewname FROM pg_views WHERE schemaname = current_schema()"
    ).scalars()
    for name in views.fetchall():
        connection.exec_driver_sql(f'DROP VIEW IF EXISTS "{name}" CASCADE')
    for function in ("refuse_change", "refuse_out_of_order", "refuse_issued"):
        connection.exec_driver_sql(f"DROP FUNCTION IF EXISTS {function}() CASCADE")
    for index in ("search_body", "search_restricted"):
        connection.exec_driver_sql(f"DROP INDEX IF EXISTS {index}")
