BEGIN;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO alembic_version (version_num) VALUES ('0001');
CREATE TABLE agency (
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	code TEXT NOT NULL, 
	name TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	part_of_id INTEGER, 
	created_at TEXT NOT NULL, 
	updated_at TEXT NOT NULL, 
	CONSTRAINT pk_agency PRIMARY KEY (id), 
	CONSTRAINT fk_agency_part_of_id FOREIGN KEY(part_of_id) REFERENCES agency (id), 
	CONSTRAINT uq_agency_uid UNIQUE (uid), 
	CONSTRAINT ck_agency_kind CHECK (kind IN ('un-entity', 'intergovernmental', 'government', 'ngo', 'network', 'academic', 'working-group', 'person', 'other')), 
	CONSTRAINT ck_agency_code CHECK (length(code) BETWEEN 1 AND 40), 
	CONSTRAINT ck_agency_not_part_of_itself CHECK (part_of_id <> id), 
	CONSTRAINT ck_agency_created_at CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%S', substr(created_at, 1, 19)) || substr(created_at, 20) AND created_at GLOB '*.[0-9][0-9][0-9][0-9][0-9][0-9]Z'), 
	CONSTRAINT ck_agency_updated_at CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%S', substr(updated_at, 1, 19)) || substr(updated_at, 20) AND updated_at GLOB '*.[0-9][0-9][0-9][0-9][0-9][0-9]Z')
)
 STRICT

;
INSERT INTO agency (id, uid, code, name, kind, part_of_id, created_at, updated_at) VALUES (1, '01a20f87-dcd3-71c5-b8ed-2a97b007397f', 'IOM', 'International Organization for Migration', 'other', NULL, '2014-01-01T12:00:00.000000Z', '2014-01-01T12:00:00.000000Z');
INSERT INTO agency (id, uid, code, name, kind, part_of_id, created_at, updated_at) VALUES (2, '01a20f87-dce5-71f6-901e-f2cf899b6653', 'ILO', 'International Labour Organization', 'other', NULL, '2014-01-01T12:00:00.000000Z', '2014-01-01T12:00:00.000000Z');
INSERT INTO agency (id, uid, code, name, kind, part_of_id, created_at, updated_at) VALUES (3, '01a20f87-dceb-74ea-a3fb-eb66cb27f61a', 'WHO', 'World Health Organization', 'other', NULL, '2014-01-01T12:00:00.000000Z', '2014-01-01T12:00:00.000000Z');
INSERT INTO agency (id, uid, code, name, kind, part_of_id, created_at, updated_at) VALUES (4, '01a20f87-dcef-7155-8185-87d4a16bed60', 'DESA', 'Department of Economic and Social Affairs', 'other', NULL, '2014-01-01T12:00:00.000000Z', '2014-01-01T12:00:00.000000Z');
INSERT INTO agency (id, uid, code, name, kind, part_of_id, created_at, updated_at) VALUES (5, '01a20f87-dcf3-7503-9f87-02c1de2c78b2', 'POP', 'Population Division', 'other', 4, '2014-01-01T12:00:00.000000Z', '2014-01-01T12:00:00.000000Z');
INSERT INTO agency (id, uid, code, name, kind, part_of_id, created_at, updated_at) VALUES (6, '01a20f87-dcfb-713f-9166-66ef1c7136e5', 'GMG', 'Global Migration Group', 'other', NULL, '2014-01-01T12:00:00.000000Z', '2014-01-01T12:00:00.000000Z');
CREATE TABLE person (
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	name TEXT NOT NULL, 
	title TEXT, 
	email TEXT, 
	name_folded TEXT NOT NULL, 
	CONSTRAINT pk_person PRIMARY KEY (id), 
	CONSTRAINT uq_person_uid UNIQUE (uid)
)
 STRICT

;
INSERT INTO person (id, uid, name, title, email, name_folded) VALUES (1, '01a20f87-dcda-73f5-ad4f-32fa469c5cad', 'Ines Focal', NULL, 'ines@iom.example', 'ines focal');
INSERT INTO person (id, uid, name, title, email, name_folded) VALUES (2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'Ana Writer', NULL, NULL, 'ana writer');
INSERT INTO person (id, uid, name, title, email, name_folded) VALUES (3, '01a20f87-dce8-7606-a870-0d2860fce010', 'Luc Point', 'desk officer', 'luc@ilo.example', 'luc point');
INSERT INTO person (id, uid, name, title, email, name_folded) VALUES (4, '01a20f87-dda0-7224-8c66-9e65be2dfd10', 'Sonia Speaker', NULL, NULL, 'sonia speaker');
CREATE TABLE register (
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	name TEXT NOT NULL, 
	time_zone TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	CONSTRAINT pk_register PRIMARY KEY (id), 
	CONSTRAINT uq_register_uid UNIQUE (uid), 
	CONSTRAINT ck_register_alone CHECK (id = 1), 
	CONSTRAINT ck_register_created_at CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%S', substr(created_at, 1, 19)) || substr(created_at, 20) AND created_at GLOB '*.[0-9][0-9][0-9][0-9][0-9][0-9]Z')
)
 STRICT

;
INSERT INTO register (id, uid, name, time_zone, created_at) VALUES (1, '01a20f87-dcb8-71d1-b57b-f8bb0230adf9', 'Of an earlier tracker', 'Europe/Paris', '2014-01-01T00:00:00.000000Z');
CREATE TABLE series (
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	code TEXT NOT NULL, 
	title TEXT NOT NULL, 
	code_folded TEXT NOT NULL, 
	CONSTRAINT pk_series PRIMARY KEY (id), 
	CONSTRAINT uq_series_code_folded UNIQUE (code_folded), 
	CONSTRAINT uq_series_uid UNIQUE (uid)
)
 STRICT

;
INSERT INTO series (id, uid, code, title, code_folded) VALUES (1, '01a20f87-dd3e-74e8-831f-2f4ffb5c13bc', 'CM', 'CM', 'cm');
CREATE TABLE agency_spelling (
	folded TEXT NOT NULL, 
	agency_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	written TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_agency_spelling PRIMARY KEY (folded), 
	CONSTRAINT fk_agency_spelling_agency_id FOREIGN KEY(agency_id) REFERENCES agency (id), 
	CONSTRAINT ck_agency_spelling_kind CHECK (kind IN ('code', 'name', 'alias', 'former-name')), 
	CONSTRAINT ck_agency_spelling_not_empty CHECK (folded <> '')
)
 STRICT

;
INSERT INTO agency_spelling (folded, agency_id, kind, written, position) VALUES ('iom', 1, 'code', 'IOM', 0);
INSERT INTO agency_spelling (folded, agency_id, kind, written, position) VALUES ('international organization for migration', 1, 'name', 'International Organization for Migration', 1);
INSERT INTO agency_spelling (folded, agency_id, kind, written, position) VALUES ('ilo', 2, 'code', 'ILO', 0);
INSERT INTO agency_spelling (folded, agency_id, kind, written, position) VALUES ('international labour organization', 2, 'name', 'International Labour Organization', 1);
INSERT INTO agency_spelling (folded, agency_id, kind, written, position) VALUES ('who', 3, 'code', 'WHO', 0);
INSERT INTO agency_spelling (folded, agency_id, kind, written, position) VALUES ('world health organization', 3, 'name', 'World Health Organization', 1);
INSERT INTO agency_spelling (folded, agency_id, kind, written, position) VALUES ('desa', 4, 'code', 'DESA', 0);
INSERT INTO agency_spelling (folded, agency_id, kind, written, position) VALUES ('department of economic and social affairs', 4, 'name', 'Department of Economic and Social Affairs', 1);
INSERT INTO agency_spelling (folded, agency_id, kind, written, position) VALUES ('pop', 5, 'code', 'POP', 0);
INSERT INTO agency_spelling (folded, agency_id, kind, written, position) VALUES ('population division', 5, 'name', 'Population Division', 1);
INSERT INTO agency_spelling (folded, agency_id, kind, written, position) VALUES ('gmg', 6, 'code', 'GMG', 0);
INSERT INTO agency_spelling (folded, agency_id, kind, written, position) VALUES ('global migration group', 6, 'name', 'Global Migration Group', 1);
CREATE TABLE focal_point (
	since TEXT, 
	until TEXT, 
	id INTEGER NOT NULL, 
	agency_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	CONSTRAINT pk_focal_point PRIMARY KEY (id), 
	CONSTRAINT fk_focal_point_agency_id FOREIGN KEY(agency_id) REFERENCES agency (id), 
	CONSTRAINT fk_focal_point_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT uq_focal_point_agency_id_person_id UNIQUE (agency_id, person_id), 
	CONSTRAINT ck_focal_point_order CHECK (since <= until), 
	CONSTRAINT ck_focal_point_since CHECK (since IS date(julianday(since))), 
	CONSTRAINT ck_focal_point_until CHECK (until IS date(julianday(until)))
)
 STRICT

;
INSERT INTO focal_point (since, until, id, agency_id, person_id) VALUES (NULL, NULL, 1, 1, 1);
INSERT INTO focal_point (since, until, id, agency_id, person_id) VALUES (NULL, NULL, 2, 2, 3);
CREATE TABLE group_chair (
	since TEXT, 
	until TEXT, 
	id INTEGER NOT NULL, 
	group_id INTEGER NOT NULL, 
	chair_id INTEGER NOT NULL, 
	CONSTRAINT pk_group_chair PRIMARY KEY (id), 
	CONSTRAINT fk_group_chair_group_id FOREIGN KEY(group_id) REFERENCES agency (id), 
	CONSTRAINT fk_group_chair_chair_id FOREIGN KEY(chair_id) REFERENCES agency (id), 
	CONSTRAINT ck_group_chair_not_of_itself CHECK (group_id <> chair_id), 
	CONSTRAINT ck_group_chair_order CHECK (since <= until), 
	CONSTRAINT ck_group_chair_since CHECK (since IS date(julianday(since))), 
	CONSTRAINT ck_group_chair_until CHECK (until IS date(julianday(until)))
)
 STRICT

;
INSERT INTO group_chair (since, until, id, group_id, chair_id) VALUES ('2015-01-01', '2015-12-31', 1, 6, 3);
CREATE TABLE group_member (
	since TEXT, 
	until TEXT, 
	id INTEGER NOT NULL, 
	group_id INTEGER NOT NULL, 
	member_id INTEGER NOT NULL, 
	CONSTRAINT pk_group_member PRIMARY KEY (id), 
	CONSTRAINT fk_group_member_group_id FOREIGN KEY(group_id) REFERENCES agency (id), 
	CONSTRAINT fk_group_member_member_id FOREIGN KEY(member_id) REFERENCES agency (id), 
	CONSTRAINT uq_group_member_group_id_member_id UNIQUE (group_id, member_id), 
	CONSTRAINT ck_group_member_not_of_itself CHECK (group_id <> member_id), 
	CONSTRAINT ck_group_member_order CHECK (since <= until), 
	CONSTRAINT ck_group_member_since CHECK (since IS date(julianday(since))), 
	CONSTRAINT ck_group_member_until CHECK (until IS date(julianday(until)))
)
 STRICT

;
INSERT INTO group_member (since, until, id, group_id, member_id) VALUES (NULL, NULL, 1, 6, 1);
CREATE TABLE meeting (
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	when_words TEXT, 
	when_earliest TEXT, 
	when_latest TEXT, 
	when_edtf TEXT, 
	when_relation TEXT, 
	code TEXT NOT NULL, 
	title TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	number INTEGER, 
	place TEXT, 
	code_folded TEXT NOT NULL, 
	title_folded TEXT NOT NULL, 
	series_id INTEGER, 
	in_margins_of_id INTEGER, 
	created_at TEXT NOT NULL, 
	updated_at TEXT NOT NULL, 
	CONSTRAINT pk_meeting PRIMARY KEY (id), 
	CONSTRAINT fk_meeting_series_id FOREIGN KEY(series_id) REFERENCES series (id), 
	CONSTRAINT fk_meeting_in_margins_of_id FOREIGN KEY(in_margins_of_id) REFERENCES meeting (id), 
	CONSTRAINT uq_meeting_code_folded UNIQUE (code_folded), 
	CONSTRAINT uq_meeting_series_id_number UNIQUE (series_id, number), 
	CONSTRAINT uq_meeting_uid UNIQUE (uid), 
	CONSTRAINT ck_meeting_kind CHECK (kind IN ('coordination-meeting', 'workshop', 'side-event', 'symposium', 'panel', 'conference', 'dialogue', 'seminar', 'expert-group', 'task-force', 'other')), 
	CONSTRAINT ck_meeting_when_relation CHECK (when_relation IN ('on', 'by', 'in', 'during', 'in-margins-of')), 
	CONSTRAINT ck_meeting_code CHECK (length(code) BETWEEN 1 AND 40), 
	CONSTRAINT ck_meeting_order CHECK (when_earliest <= when_latest), 
	CONSTRAINT ck_meeting_worded CHECK (when_words IS NOT NULL OR when_latest IS NULL), 
	CONSTRAINT ck_meeting_not_in_own_margins CHECK (in_margins_of_id <> id), 
	CONSTRAINT ck_meeting_when_earliest CHECK (when_earliest IS date(julianday(when_earliest))), 
	CONSTRAINT ck_meeting_when_latest CHECK (when_latest IS date(julianday(when_latest))), 
	CONSTRAINT ck_meeting_created_at CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%S', substr(created_at, 1, 19)) || substr(created_at, 20) AND created_at GLOB '*.[0-9][0-9][0-9][0-9][0-9][0-9]Z'), 
	CONSTRAINT ck_meeting_updated_at CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%S', substr(updated_at, 1, 19)) || substr(updated_at, 20) AND updated_at GLOB '*.[0-9][0-9][0-9][0-9][0-9][0-9]Z')
)
 STRICT

;
INSERT INTO meeting (id, uid, when_words, when_earliest, when_latest, when_edtf, when_relation, code, title, kind, number, place, code_folded, title_folded, series_id, in_margins_of_id, created_at, updated_at) VALUES (1, '01a20f87-dd0f-702e-81a2-a18cca88c998', '20 and 21 February 2014', '2014-02-20', '2014-02-21', '2014-02-20/2014-02-21', 'on', 'CM12', 'Twelfth meeting', 'coordination-meeting', 12, 'New York', 'cm12', 'twelfth meeting', 1, NULL, '2014-01-01T12:00:00.000000Z', '2014-01-01T12:00:00.000000Z');
INSERT INTO meeting (id, uid, when_words, when_earliest, when_latest, when_edtf, when_relation, code, title, kind, number, place, code_folded, title_folded, series_id, in_margins_of_id, created_at, updated_at) VALUES (2, '01a20f87-dd48-701c-9dbe-189f0130e692', '12 and 13 February 2015', '2015-02-12', '2015-02-13', '2015-02-12/2015-02-13', 'on', 'CM13', 'Thirteenth meeting', 'coordination-meeting', 13, 'New York', 'cm13', 'thirteenth meeting', 1, NULL, '2014-01-01T12:00:00.000000Z', '2014-01-01T12:00:00.000000Z');
INSERT INTO meeting (id, uid, when_words, when_earliest, when_latest, when_edtf, when_relation, code, title, kind, number, place, code_folded, title_folded, series_id, in_margins_of_id, created_at, updated_at) VALUES (3, '01a20f87-dd4b-72ab-b167-8dd3d86b2a58', '18 February 2016', '2016-02-18', '2016-02-18', '2016-02-18', 'on', 'CM14', 'Fourteenth meeting', 'coordination-meeting', 14, 'New York', 'cm14', 'fourteenth meeting', 1, NULL, '2014-01-01T12:00:00.000000Z', '2014-01-01T12:00:00.000000Z');
INSERT INTO meeting (id, uid, when_words, when_earliest, when_latest, when_edtf, when_relation, code, title, kind, number, place, code_folded, title_folded, series_id, in_margins_of_id, created_at, updated_at) VALUES (4, '01a20f87-dd4f-70a9-9277-08aff5a3e1cc', '13 February 2015', '2015-02-13', '2015-02-13', '2015-02-13', 'on', 'SIDE', 'Side event on data', 'other', NULL, NULL, 'side', 'side event on data', NULL, 2, '2014-01-01T12:00:00.000000Z', '2014-01-01T12:00:00.000000Z');
INSERT INTO meeting (id, uid, when_words, when_earliest, when_latest, when_edtf, when_relation, code, title, kind, number, place, code_folded, title_folded, series_id, in_margins_of_id, created_at, updated_at) VALUES (5, '01a20f87-dd52-7411-8e5d-96fb160704b2', '1 and 2 June 2015', '2015-06-01', '2015-06-02', '2015-06-01/2015-06-02', 'on', 'LONE', 'Workshop', 'workshop', NULL, NULL, 'lone', 'workshop', NULL, NULL, '2014-01-01T12:00:00.000000Z', '2014-01-01T12:00:00.000000Z');
INSERT INTO meeting (id, uid, when_words, when_earliest, when_latest, when_edtf, when_relation, code, title, kind, number, place, code_folded, title_folded, series_id, in_margins_of_id, created_at, updated_at) VALUES (6, '01a20f87-dd55-7794-8788-aa9a46886f1a', NULL, NULL, NULL, NULL, NULL, 'SOON', 'Not yet set', 'other', NULL, NULL, 'soon', 'not yet set', NULL, NULL, '2014-01-01T12:00:00.000000Z', '2014-01-01T12:00:00.000000Z');
CREATE TABLE document (
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	name TEXT NOT NULL, 
	sha256 TEXT, 
	text TEXT, 
	name_folded TEXT NOT NULL, 
	meeting_id INTEGER, 
	created_at TEXT NOT NULL, 
	CONSTRAINT pk_document PRIMARY KEY (id), 
	CONSTRAINT fk_document_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT uq_document_name_folded UNIQUE (name_folded), 
	CONSTRAINT uq_document_uid UNIQUE (uid), 
	CONSTRAINT ck_document_created_at CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%S', substr(created_at, 1, 19)) || substr(created_at, 20) AND created_at GLOB '*.[0-9][0-9][0-9][0-9][0-9][0-9]Z')
)
 STRICT

;
INSERT INTO document (id, uid, name, sha256, text, name_folded, meeting_id, created_at) VALUES (1, '01a20f87-dda3-75d0-978a-434b9a1efa31', 'report.txt', NULL, NULL, 'report.txt', 2, '2015-02-20T12:00:00.000000Z');
CREATE TABLE commitment (
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	due_words TEXT, 
	due_earliest TEXT, 
	due_latest TEXT, 
	due_edtf TEXT, 
	due_relation TEXT, 
	first_due_words TEXT, 
	first_due_earliest TEXT, 
	first_due_latest TEXT, 
	first_due_edtf TEXT, 
	first_due_relation TEXT, 
	text TEXT NOT NULL, 
	kind TEXT, 
	strength TEXT, 
	page TEXT, 
	lines TEXT, 
	quote TEXT, 
	restricted INTEGER NOT NULL, 
	meeting_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	status TEXT NOT NULL, 
	verification TEXT, 
	due_meeting_id INTEGER, 
	first_due_meeting_id INTEGER, 
	said_by_id INTEGER, 
	said_for_id INTEGER, 
	document_id INTEGER, 
	voided INTEGER NOT NULL, 
	created_at TEXT NOT NULL, 
	updated_at TEXT NOT NULL, 
	CONSTRAINT pk_commitment PRIMARY KEY (id), 
	CONSTRAINT fk_commitment_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_commitment_due_meeting_id FOREIGN KEY(due_meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_commitment_first_due_meeting_id FOREIGN KEY(first_due_meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_commitment_said_by_id FOREIGN KEY(said_by_id) REFERENCES person (id), 
	CONSTRAINT fk_commitment_said_for_id FOREIGN KEY(said_for_id) REFERENCES agency (id), 
	CONSTRAINT fk_commitment_document_id FOREIGN KEY(document_id) REFERENCES document (id), 
	CONSTRAINT uq_commitment_meeting_id_number UNIQUE (meeting_id, number), 
	CONSTRAINT uq_commitment_uid UNIQUE (uid), 
	CONSTRAINT ck_commitment_kind CHECK (kind IN ('event', 'publication', 'data', 'capacity-building', 'policy', 'funding', 'coordination', 'other')), 
	CONSTRAINT ck_commitment_strength CHECK (strength IN ('firm', 'planned', 'intended', 'interest')), 
	CONSTRAINT ck_commitment_status CHECK (status IN ('announced', 'in-progress', 'completed', 'partly-completed', 'withdrawn', 'superseded')), 
	CONSTRAINT ck_commitment_verification CHECK (verification IN ('unverified', 'verified', 'doubted')), 
	CONSTRAINT ck_commitment_due_relation CHECK (due_relation IN ('on', 'by', 'in', 'during', 'in-margins-of')), 
	CONSTRAINT ck_commitment_first_due_relation CHECK (first_due_relation IN ('on', 'by', 'in', 'during', 'in-margins-of')), 
	CONSTRAINT ck_commitment_number CHECK (number >= 1), 
	CONSTRAINT ck_commitment_text CHECK (text <> ''), 
	CONSTRAINT ck_commitment_due_order CHECK (due_earliest <= due_latest), 
	CONSTRAINT ck_commitment_due_worded CHECK (due_words IS NOT NULL OR due_latest IS NULL), 
	CONSTRAINT ck_commitment_first_due_order CHECK (first_due_earliest <= first_due_latest), 
	CONSTRAINT ck_commitment_due_earliest CHECK (due_earliest IS date(julianday(due_earliest))), 
	CONSTRAINT ck_commitment_due_latest CHECK (due_latest IS date(julianday(due_latest))), 
	CONSTRAINT ck_commitment_first_due_earliest CHECK (first_due_earliest IS date(julianday(first_due_earliest))), 
	CONSTRAINT ck_commitment_first_due_latest CHECK (first_due_latest IS date(julianday(first_due_latest))), 
	CONSTRAINT ck_commitment_created_at CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%S', substr(created_at, 1, 19)) || substr(created_at, 20) AND created_at GLOB '*.[0-9][0-9][0-9][0-9][0-9][0-9]Z'), 
	CONSTRAINT ck_commitment_updated_at CHECK (updated_at IS strftime('%Y-%m-%dT%H:%M:%S', substr(updated_at, 1, 19)) || substr(updated_at, 20) AND updated_at GLOB '*.[0-9][0-9][0-9][0-9][0-9][0-9]Z'), 
	CONSTRAINT ck_commitment_restricted CHECK (restricted IN (0, 1)), 
	CONSTRAINT ck_commitment_voided CHECK (voided IN (0, 1))
)
 STRICT

;
INSERT INTO commitment (id, uid, due_words, due_earliest, due_latest, due_edtf, due_relation, first_due_words, first_due_earliest, first_due_latest, first_due_edtf, first_due_relation, text, kind, strength, page, lines, quote, restricted, meeting_id, number, status, verification, due_meeting_id, first_due_meeting_id, said_by_id, said_for_id, document_id, voided, created_at, updated_at) VALUES (1, '01a20f87-dd59-719d-9e78-293356c93030', '2014', '2014-01-01', '2014-12-31', '2014', 'in', NULL, NULL, NULL, NULL, NULL, 'map the routes', NULL, NULL, NULL, NULL, NULL, 0, 1, 1, 'completed', 'unverified', NULL, NULL, NULL, NULL, NULL, 0, '2014-02-24T12:00:00.000000Z', '2015-07-01T12:00:00.000000Z');
INSERT INTO commitment (id, uid, due_words, due_earliest, due_latest, due_edtf, due_relation, first_due_words, first_due_earliest, first_due_latest, first_due_edtf, first_due_relation, text, kind, strength, page, lines, quote, restricted, meeting_id, number, status, verification, due_meeting_id, first_due_meeting_id, said_by_id, said_for_id, document_id, voided, created_at, updated_at) VALUES (2, '01a20f87-dd68-70cc-b22e-c91655a4e2a3', '2014', '2014-01-01', '2014-12-31', '2014', 'in', NULL, NULL, NULL, NULL, NULL, 'train the trainers', NULL, NULL, NULL, NULL, NULL, 0, 1, 2, 'completed', 'unverified', NULL, NULL, NULL, NULL, NULL, 0, '2014-02-24T12:00:00.000000Z', '2015-06-02T12:00:00.000000Z');
INSERT INTO commitment (id, uid, due_words, due_earliest, due_latest, due_edtf, due_relation, first_due_words, first_due_earliest, first_due_latest, first_due_edtf, first_due_relation, text, kind, strength, page, lines, quote, restricted, meeting_id, number, status, verification, due_meeting_id, first_due_meeting_id, said_by_id, said_for_id, document_id, voided, created_at, updated_at) VALUES (3, '01a20f87-dd6f-71e6-b29a-805607f95d80', 'by the end of 2014', NULL, '2014-12-31', '../2014-12-31', 'by', NULL, NULL, NULL, NULL, NULL, 'count domestic workers', NULL, NULL, NULL, NULL, NULL, 0, 1, 3, 'announced', NULL, NULL, NULL, NULL, NULL, NULL, 0, '2014-02-24T12:00:00.000000Z', '2014-02-24T12:00:00.000000Z');
INSERT INTO commitment (id, uid, due_words, due_earliest, due_latest, due_edtf, due_relation, first_due_words, first_due_earliest, first_due_latest, first_due_edtf, first_due_relation, text, kind, strength, page, lines, quote, restricted, meeting_id, number, status, verification, due_meeting_id, first_due_meeting_id, said_by_id, said_for_id, document_id, voided, created_at, updated_at) VALUES (4, '01a20f87-dd9e-7655-8478-44bfa8ca6f5c', '26 and 27 May 2015', '2015-05-26', '2015-05-27', '2015-05-26/2015-05-27', 'on', NULL, NULL, NULL, NULL, NULL, 'convene a symposium on remittances', 'event', 'planned', '7', '119-121', 'The Group was planning
a symposium.', 0, 2, 1, 'in-progress', NULL, NULL, NULL, 4, 6, 1, 0, '2015-02-20T12:00:00.000000Z', '2015-03-10T12:00:00.000000Z');
INSERT INTO commitment (id, uid, due_words, due_earliest, due_latest, due_edtf, due_relation, first_due_words, first_due_earliest, first_due_latest, first_due_edtf, first_due_relation, text, kind, strength, page, lines, quote, restricted, meeting_id, number, status, verification, due_meeting_id, first_due_meeting_id, said_by_id, said_for_id, document_id, voided, created_at, updated_at) VALUES (5, '01a20f87-ddb2-760d-b0be-5beac95a2921', 'by the end of November 2015', NULL, '2015-11-30', '../2015-11-30', 'by', 'by the end of June 2015', NULL, '2015-06-30', '../2015-06-30', 'by', 'publish a guide', 'publication', NULL, NULL, NULL, NULL, 0, 2, 2, 'in-progress', NULL, NULL, NULL, NULL, NULL, NULL, 0, '2015-02-20T12:00:00.000000Z', '2015-09-20T12:00:00.000000Z');
INSERT INTO commitment (id, uid, due_words, due_earliest, due_latest, due_edtf, due_relation, first_due_words, first_due_earliest, first_due_latest, first_due_edtf, first_due_relation, text, kind, strength, page, lines, quote, restricted, meeting_id, number, status, verification, due_meeting_id, first_due_meeting_id, said_by_id, said_for_id, document_id, voided, created_at, updated_at) VALUES (6, '01a20f87-ddb9-746d-944f-7771c0c61fd4', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'screen arrivals', 'policy', NULL, NULL, NULL, NULL, 0, 2, 3, 'announced', NULL, NULL, NULL, NULL, NULL, NULL, 0, '2015-02-20T12:00:00.000000Z', '2015-03-02T12:00:00.000000Z');
INSERT INTO commitment (id, uid, due_words, due_earliest, due_latest, due_edtf, due_relation, first_due_words, first_due_earliest, first_due_latest, first_due_edtf, first_due_relation, text, kind, strength, page, lines, quote, restricted, meeting_id, number, status, verification, due_meeting_id, first_due_meeting_id, said_by_id, said_for_id, document_id, voided, created_at, updated_at) VALUES (7, '01a20f87-ddbf-76a3-ae0d-b496a3a52b67', 'by 1 May 2015', NULL, '2015-05-01', '../2015-05-01', 'by', NULL, NULL, NULL, NULL, NULL, 'hold back this one', NULL, NULL, NULL, NULL, NULL, 1, 2, 4, 'announced', NULL, NULL, NULL, NULL, NULL, NULL, 0, '2015-02-20T12:00:00.000000Z', '2015-02-20T12:00:00.000000Z');
INSERT INTO commitment (id, uid, due_words, due_earliest, due_latest, due_edtf, due_relation, first_due_words, first_due_earliest, first_due_latest, first_due_edtf, first_due_relation, text, kind, strength, page, lines, quote, restricted, meeting_id, number, status, verification, due_meeting_id, first_due_meeting_id, said_by_id, said_for_id, document_id, voided, created_at, updated_at) VALUES (8, '01a20f87-ddc7-77eb-a95f-eedf73566bef', 'third quarter of 2015', '2015-07-01', '2015-09-30', '2015-07-01/2015-09-30', 'in', NULL, NULL, NULL, NULL, NULL, 'clean the data', 'data', NULL, NULL, NULL, NULL, 0, 2, 5, 'announced', NULL, NULL, NULL, NULL, NULL, NULL, 0, '2015-02-20T12:00:00.000000Z', '2015-04-01T12:00:00.000000Z');
INSERT INTO commitment (id, uid, due_words, due_earliest, due_latest, due_edtf, due_relation, first_due_words, first_due_earliest, first_due_latest, first_due_edtf, first_due_relation, text, kind, strength, page, lines, quote, restricted, meeting_id, number, status, verification, due_meeting_id, first_due_meeting_id, said_by_id, said_for_id, document_id, voided, created_at, updated_at) VALUES (9, '01a20f87-ddd1-7149-9cad-c18ecddef927', '2015', '2015-01-01', '2015-12-31', '2015', 'in', NULL, NULL, NULL, NULL, NULL, 'logged by mistake', NULL, NULL, NULL, NULL, NULL, 0, 2, 6, 'announced', NULL, NULL, NULL, NULL, NULL, NULL, 1, '2015-02-20T12:00:00.000000Z', '2015-02-21T12:00:00.000000Z');
INSERT INTO commitment (id, uid, due_words, due_earliest, due_latest, due_edtf, due_relation, first_due_words, first_due_earliest, first_due_latest, first_due_edtf, first_due_relation, text, kind, strength, page, lines, quote, restricted, meeting_id, number, status, verification, due_meeting_id, first_due_meeting_id, said_by_id, said_for_id, document_id, voided, created_at, updated_at) VALUES (10, '01a20f87-dddb-7612-9bcf-4d1e676ad950', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'find a host for the next round', NULL, NULL, NULL, NULL, NULL, 0, 2, 7, 'announced', NULL, NULL, NULL, NULL, NULL, NULL, 0, '2015-02-20T12:00:00.000000Z', '2015-02-20T12:00:00.000000Z');
INSERT INTO commitment (id, uid, due_words, due_earliest, due_latest, due_edtf, due_relation, first_due_words, first_due_earliest, first_due_latest, first_due_edtf, first_due_relation, text, kind, strength, page, lines, quote, restricted, meeting_id, number, status, verification, due_meeting_id, first_due_meeting_id, said_by_id, said_for_id, document_id, voided, created_at, updated_at) VALUES (11, '01a20f87-dde0-77b9-ad71-29609ab2e396', 'July 2015', '2015-07-01', '2015-07-31', '2015-07', 'in', NULL, NULL, NULL, NULL, NULL, 'open a hotline', 'other', NULL, NULL, NULL, NULL, 0, 2, 8, 'withdrawn', NULL, NULL, NULL, NULL, NULL, NULL, 0, '2015-02-20T12:00:00.000000Z', '2015-08-03T12:00:00.000000Z');
INSERT INTO commitment (id, uid, due_words, due_earliest, due_latest, due_edtf, due_relation, first_due_words, first_due_earliest, first_due_latest, first_due_edtf, first_due_relation, text, kind, strength, page, lines, quote, restricted, meeting_id, number, status, verification, due_meeting_id, first_due_meeting_id, said_by_id, said_for_id, document_id, voided, created_at, updated_at) VALUES (12, '01a20f87-de14-77a4-9803-57cf6a507464', 'March 2015', '2015-03-01', '2015-03-31', '2015-03', 'in', NULL, NULL, NULL, NULL, NULL, 'share the data set', 'data', NULL, NULL, NULL, NULL, 0, 4, 1, 'announced', NULL, NULL, NULL, NULL, NULL, NULL, 0, '2015-02-20T12:00:00.000000Z', '2015-02-20T12:00:00.000000Z');
INSERT INTO commitment (id, uid, due_words, due_earliest, due_latest, due_edtf, due_relation, first_due_words, first_due_earliest, first_due_latest, first_due_edtf, first_due_relation, text, kind, strength, page, lines, quote, restricted, meeting_id, number, status, verification, due_meeting_id, first_due_meeting_id, said_by_id, said_for_id, document_id, voided, created_at, updated_at) VALUES (13, '01a20f87-de1b-77f9-8e3e-44abafaca80d', 'June 2016', '2016-06-01', '2016-06-30', '2016-06', 'in', NULL, NULL, NULL, NULL, NULL, 'repeat the workshop', 'event', NULL, NULL, NULL, NULL, 0, 5, 1, 'announced', NULL, NULL, NULL, NULL, NULL, NULL, 0, '2015-06-05T12:00:00.000000Z', '2015-06-05T12:00:00.000000Z');
INSERT INTO commitment (id, uid, due_words, due_earliest, due_latest, due_edtf, due_relation, first_due_words, first_due_earliest, first_due_latest, first_due_edtf, first_due_relation, text, kind, strength, page, lines, quote, restricted, meeting_id, number, status, verification, due_meeting_id, first_due_meeting_id, said_by_id, said_for_id, document_id, voided, created_at, updated_at) VALUES (14, '01a20f87-de21-732f-9821-106b2656f072', 'in 2016', '2016-01-01', '2016-12-31', '2016', 'in', NULL, NULL, NULL, NULL, NULL, 'write it up', NULL, NULL, NULL, NULL, NULL, 0, 3, 1, 'announced', NULL, NULL, NULL, NULL, NULL, NULL, 0, '2016-02-18T12:00:00.000000Z', '2016-02-20T12:00:00.000000Z');
CREATE TABLE commitment_link (
	commitment_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	to_id INTEGER NOT NULL, 
	CONSTRAINT pk_commitment_link PRIMARY KEY (commitment_id, kind, to_id), 
	CONSTRAINT fk_commitment_link_commitment_id FOREIGN KEY(commitment_id) REFERENCES commitment (id), 
	CONSTRAINT fk_commitment_link_to_id FOREIGN KEY(to_id) REFERENCES commitment (id), 
	CONSTRAINT ck_commitment_link_kind CHECK (kind IN ('supersedes', 'renews', 'duplicates', 'follows', 'part-of')), 
	CONSTRAINT ck_commitment_link_not_to_itself CHECK (commitment_id <> to_id)
)
 STRICT

;
INSERT INTO commitment_link (commitment_id, kind, to_id) VALUES (14, 'follows', 5);
CREATE TABLE commitment_owner (
	commitment_id INTEGER NOT NULL, 
	agency_id INTEGER NOT NULL, 
	role TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	acceptance TEXT NOT NULL, 
	words TEXT, 
	CONSTRAINT pk_commitment_owner PRIMARY KEY (commitment_id, agency_id), 
	CONSTRAINT fk_commitment_owner_commitment_id FOREIGN KEY(commitment_id) REFERENCES commitment (id), 
	CONSTRAINT fk_commitment_owner_agency_id FOREIGN KEY(agency_id) REFERENCES agency (id), 
	CONSTRAINT ck_commitment_owner_role CHECK (role IN ('lead', 'partner')), 
	CONSTRAINT ck_commitment_owner_acceptance CHECK (acceptance IN ('unconfirmed', 'confirmed', 'disputed')), 
	CONSTRAINT ck_commitment_owner_words CHECK (acceptance <> 'disputed' OR words IS NOT NULL)
)
 STRICT

;
INSERT INTO commitment_owner (commitment_id, agency_id, role, position, acceptance, words) VALUES (1, 1, 'lead', 0, 'unconfirmed', NULL);
INSERT INTO commitment_owner (commitment_id, agency_id, role, position, acceptance, words) VALUES (2, 1, 'lead', 0, 'unconfirmed', NULL);
INSERT INTO commitment_owner (commitment_id, agency_id, role, position, acceptance, words) VALUES (3, 2, 'lead', 0, 'unconfirmed', NULL);
INSERT INTO commitment_owner (commitment_id, agency_id, role, position, acceptance, words) VALUES (4, 6, 'lead', 0, 'confirmed', NULL);
INSERT INTO commitment_owner (commitment_id, agency_id, role, position, acceptance, words) VALUES (4, 1, 'partner', 1, 'unconfirmed', NULL);
INSERT INTO commitment_owner (commitment_id, agency_id, role, position, acceptance, words) VALUES (5, 2, 'lead', 0, 'unconfirmed', NULL);
INSERT INTO commitment_owner (commitment_id, agency_id, role, position, acceptance, words) VALUES (6, 3, 'lead', 0, 'disputed', 'We said nothing.');
INSERT INTO commitment_owner (commitment_id, agency_id, role, position, acceptance, words) VALUES (7, 1, 'lead', 0, 'unconfirmed', NULL);
INSERT INTO commitment_owner (commitment_id, agency_id, role, position, acceptance, words) VALUES (8, 5, 'lead', 0, 'unconfirmed', NULL);
INSERT INTO commitment_owner (commitment_id, agency_id, role, position, acceptance, words) VALUES (9, 1, 'lead', 0, 'unconfirmed', NULL);
INSERT INTO commitment_owner (commitment_id, agency_id, role, position, acceptance, words) VALUES (11, 1, 'lead', 0, 'unconfirmed', NULL);
INSERT INTO commitment_owner (commitment_id, agency_id, role, position, acceptance, words) VALUES (12, 2, 'lead', 0, 'unconfirmed', NULL);
INSERT INTO commitment_owner (commitment_id, agency_id, role, position, acceptance, words) VALUES (13, 3, 'lead', 0, 'unconfirmed', NULL);
INSERT INTO commitment_owner (commitment_id, agency_id, role, position, acceptance, words) VALUES (14, 2, 'lead', 0, 'unconfirmed', NULL);
CREATE TABLE commitment_place (
	commitment_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	place TEXT NOT NULL, 
	CONSTRAINT pk_commitment_place PRIMARY KEY (commitment_id, position), 
	CONSTRAINT fk_commitment_place_commitment_id FOREIGN KEY(commitment_id) REFERENCES commitment (id)
)
 STRICT

;
INSERT INTO commitment_place (commitment_id, position, place) VALUES (4, 0, 'Genève');
CREATE TABLE commitment_tag (
	commitment_id INTEGER NOT NULL, 
	tag TEXT NOT NULL, 
	CONSTRAINT pk_commitment_tag PRIMARY KEY (commitment_id, tag), 
	CONSTRAINT fk_commitment_tag_commitment_id FOREIGN KEY(commitment_id) REFERENCES commitment (id)
)
 STRICT

;
INSERT INTO commitment_tag (commitment_id, tag) VALUES (4, 'financing');
INSERT INTO commitment_tag (commitment_id, tag) VALUES (5, 'labour');
INSERT INTO commitment_tag (commitment_id, tag) VALUES (7, 'data');
INSERT INTO commitment_tag (commitment_id, tag) VALUES (8, 'data');
INSERT INTO commitment_tag (commitment_id, tag) VALUES (11, 'labour');
INSERT INTO commitment_tag (commitment_id, tag) VALUES (14, 'draft');
CREATE TABLE entry (
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	act TEXT NOT NULL, 
	deed TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	commitment_id INTEGER, 
	meeting_id INTEGER, 
	agency_id INTEGER, 
	series_id INTEGER, 
	subject_uid TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	true_on TEXT NOT NULL, 
	by_id INTEGER NOT NULL, 
	by_uid TEXT NOT NULL, 
	capacity TEXT NOT NULL, 
	acting_agency_id INTEGER, 
	for_agency_id INTEGER, 
	door TEXT NOT NULL, 
	channel TEXT, 
	status TEXT, 
	changes TEXT NOT NULL, 
	note TEXT, 
	reason TEXT, 
	evidence TEXT NOT NULL, 
	restricted INTEGER NOT NULL, 
	previous TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	CONSTRAINT pk_entry PRIMARY KEY (id), 
	CONSTRAINT fk_entry_commitment_id FOREIGN KEY(commitment_id) REFERENCES commitment (id), 
	CONSTRAINT fk_entry_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_entry_agency_id FOREIGN KEY(agency_id) REFERENCES agency (id), 
	CONSTRAINT fk_entry_series_id FOREIGN KEY(series_id) REFERENCES series (id), 
	CONSTRAINT fk_entry_by_id FOREIGN KEY(by_id) REFERENCES person (id), 
	CONSTRAINT fk_entry_acting_agency_id FOREIGN KEY(acting_agency_id) REFERENCES agency (id), 
	CONSTRAINT fk_entry_for_agency_id FOREIGN KEY(for_agency_id) REFERENCES agency (id), 
	CONSTRAINT uq_entry_sha256 UNIQUE (sha256), 
	CONSTRAINT uq_entry_uid UNIQUE (uid), 
	CONSTRAINT ck_entry_subject CHECK (subject IN ('commitment', 'meeting', 'agency', 'series')), 
	CONSTRAINT ck_entry_capacity CHECK (capacity IN ('coordinator', 'agency')), 
	CONSTRAINT ck_entry_door CHECK (door IN ('cli', 'tui', 'ssh', 'sheet', 'import')), 
	CONSTRAINT ck_entry_channel CHECK (channel IN ('meeting', 'e-mail', 'call', 'letter', 'other')), 
	CONSTRAINT ck_entry_status CHECK (status IN ('announced', 'in-progress', 'completed', 'partly-completed', 'withdrawn', 'superseded')), 
	CONSTRAINT ck_entry_hash CHECK (length(sha256) = 64 AND length(previous) = 64), 
	CONSTRAINT ck_entry_about_one CHECK ((subject = 'commitment' AND commitment_id IS NOT NULL) OR (subject = 'meeting' AND meeting_id IS NOT NULL) OR (subject = 'agency' AND agency_id IS NOT NULL) OR (subject = 'series' AND series_id IS NOT NULL)), 
	CONSTRAINT ck_entry_acting_agency CHECK ((capacity = 'agency') = (acting_agency_id IS NOT NULL)), 
	CONSTRAINT ck_entry_true_on CHECK (true_on IS date(julianday(true_on))), 
	CONSTRAINT ck_entry_recorded_at CHECK (recorded_at IS strftime('%Y-%m-%dT%H:%M:%S', substr(recorded_at, 1, 19)) || substr(recorded_at, 20) AND recorded_at GLOB '*.[0-9][0-9][0-9][0-9][0-9][0-9]Z'), 
	CONSTRAINT ck_entry_restricted CHECK (restricted IN (0, 1)), 
	CONSTRAINT ck_entry_changes CHECK (json_valid(changes)), 
	CONSTRAINT ck_entry_evidence CHECK (json_valid(evidence))
)
 STRICT

;
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (1, '01a20f87-dce1-76a2-ab3d-c0243b4b9ddf', '01a20f87-dcd3-71c5-b8ed-2a96bed4a4af', 'add', 'agency', NULL, NULL, 1, NULL, '01a20f87-dcd3-71c5-b8ed-2a97b007397f', '2014-01-01T12:00:00.000000Z', '2014-01-01', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"code":[null,"IOM"],"focal_points":[null,[{"person":"01a20f87-dcda-73f5-ad4f-32fa469c5cad","since":null,"until":null}]],"kind":[null,"other"],"name":[null,"International Organization for Migration"]}', NULL, NULL, '[]', 0, '0000000000000000000000000000000000000000000000000000000000000000', '2c1a4bb4bdd748f896dcbcacb373270c0c573c20e9009099ddecdab0ae4a5037');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (2, '01a20f87-dce9-7443-a867-e7a7a4bfde1b', '01a20f87-dce5-71f6-901e-f2cea8ec9608', 'add', 'agency', NULL, NULL, 2, NULL, '01a20f87-dce5-71f6-901e-f2cf899b6653', '2014-01-01T12:00:00.000000Z', '2014-01-01', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"code":[null,"ILO"],"focal_points":[null,[{"person":"01a20f87-dce8-7606-a870-0d2860fce010","since":null,"until":null}]],"kind":[null,"other"],"name":[null,"International Labour Organization"]}', NULL, NULL, '[]', 0, '2c1a4bb4bdd748f896dcbcacb373270c0c573c20e9009099ddecdab0ae4a5037', 'ea9fc8a66c4576804b214aaf0306b39d2604c5ad0b41881782a20004ba8cda2b');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (3, '01a20f87-dced-7573-a0c8-8b87cd3e9a38', '01a20f87-dceb-74ea-a3fb-eb656887d026', 'add', 'agency', NULL, NULL, 3, NULL, '01a20f87-dceb-74ea-a3fb-eb66cb27f61a', '2014-01-01T12:00:00.000000Z', '2014-01-01', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"code":[null,"WHO"],"kind":[null,"other"],"name":[null,"World Health Organization"]}', NULL, NULL, '[]', 0, 'ea9fc8a66c4576804b214aaf0306b39d2604c5ad0b41881782a20004ba8cda2b', '7045aa58596ee849bef47c01698a04703ea58dddeb64fbec1d51f7bf187fe7d4');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (4, '01a20f87-dcf1-7480-a05b-5397b662c72a', '01a20f87-dcef-7155-8185-87d3cdc484e3', 'add', 'agency', NULL, NULL, 4, NULL, '01a20f87-dcef-7155-8185-87d4a16bed60', '2014-01-01T12:00:00.000000Z', '2014-01-01', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"code":[null,"DESA"],"kind":[null,"other"],"name":[null,"Department of Economic and Social Affairs"]}', NULL, NULL, '[]', 0, '7045aa58596ee849bef47c01698a04703ea58dddeb64fbec1d51f7bf187fe7d4', 'a8dcda297dfa8176b25972adb86d777d7d703ba8e9d234380532f4e8b0e88216');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (5, '01a20f87-dcf9-772d-a1d7-053bc336eda9', '01a20f87-dcf3-7503-9f87-02c02233caa4', 'add', 'agency', NULL, NULL, 5, NULL, '01a20f87-dcf3-7503-9f87-02c1de2c78b2', '2014-01-01T12:00:00.000000Z', '2014-01-01', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"code":[null,"POP"],"kind":[null,"other"],"name":[null,"Population Division"],"part_of":[null,"01a20f87-dcef-7155-8185-87d4a16bed60"]}', NULL, NULL, '[]', 0, 'a8dcda297dfa8176b25972adb86d777d7d703ba8e9d234380532f4e8b0e88216', '81eea87fc6140dc019c41a376059c75f656bb5471764557a4f2f274963d6be5b');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (6, '01a20f87-dd02-71bd-a937-61540bc82799', '01a20f87-dcfb-713f-9166-66eede6d2223', 'add', 'agency', NULL, NULL, 6, NULL, '01a20f87-dcfb-713f-9166-66ef1c7136e5', '2014-01-01T12:00:00.000000Z', '2014-01-01', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"chairs":[null,[{"agency":"01a20f87-dceb-74ea-a3fb-eb66cb27f61a","since":"2015-01-01","until":"2015-12-31"}]],"code":[null,"GMG"],"kind":[null,"other"],"name":[null,"Global Migration Group"]}', NULL, NULL, '[]', 0, '81eea87fc6140dc019c41a376059c75f656bb5471764557a4f2f274963d6be5b', '331d1e2e0a0294e106d1cbe6eb28f67ed0a2ef2c4cbf4daa24784989a7c0aecb');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (7, '01a20f87-dd0c-75db-8c15-f3e62ba2fc81', '01a20f87-dd04-714e-a6c2-3a2e14e7f3e0', 'edit', 'agency', NULL, NULL, 1, NULL, '01a20f87-dcd3-71c5-b8ed-2a97b007397f', '2014-01-01T12:00:00.000000Z', '2014-01-01', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"member_of":[[],[{"group":"01a20f87-dcfb-713f-9166-66ef1c7136e5","since":null,"until":null}]]}', NULL, NULL, '[]', 0, '331d1e2e0a0294e106d1cbe6eb28f67ed0a2ef2c4cbf4daa24784989a7c0aecb', '0cf2439e7f841f976f6e6ec373dde4bfdbb8a4e0c196c76e873350c9598e851e');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (8, '01a20f87-dd3f-73e8-8971-1d62c0e344ae', '01a20f87-dd0e-76ad-92d0-69d4d8bf5b83', 'add', 'series', NULL, NULL, NULL, 1, '01a20f87-dd3e-74e8-831f-2f4ffb5c13bc', '2014-01-01T12:00:00.000000Z', '2014-01-01', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"code":[null,"CM"],"title":[null,"CM"]}', NULL, NULL, '[]', 0, '0cf2439e7f841f976f6e6ec373dde4bfdbb8a4e0c196c76e873350c9598e851e', '81cedc69c5685754ca57fa70b51bad7f6e0814a741f5db3f0ef2d92a3f4623ca');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (9, '01a20f87-dd43-7366-b8f0-eae1052ff866', '01a20f87-dd0e-76ad-92d0-69d4d8bf5b83', 'add', 'meeting', NULL, 1, NULL, NULL, '01a20f87-dd0f-702e-81a2-a18cca88c998', '2014-01-01T12:00:00.000000Z', '2014-01-01', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"code":[null,"CM12"],"kind":[null,"coordination-meeting"],"number":[null,12],"place":[null,"New York"],"series":[null,"01a20f87-dd3e-74e8-831f-2f4ffb5c13bc"],"title":[null,"Twelfth meeting"],"when":[null,{"earliest":"2014-02-20","edtf":"2014-02-20/2014-02-21","latest":"2014-02-21","meeting":null,"relation":"on","words":"20 and 21 February 2014"}]}', NULL, NULL, '[]', 0, '81cedc69c5685754ca57fa70b51bad7f6e0814a741f5db3f0ef2d92a3f4623ca', '2eec64992a9f708ed1297dc0d11a0b9248676ff7487a338182e36ae5f9903489');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (10, '01a20f87-dd49-7037-b067-9ea4369e6c65', '01a20f87-dd47-7225-bfd2-64d54ddfe49a', 'add', 'meeting', NULL, 2, NULL, NULL, '01a20f87-dd48-701c-9dbe-189f0130e692', '2014-01-01T12:00:00.000000Z', '2014-01-01', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"code":[null,"CM13"],"kind":[null,"coordination-meeting"],"number":[null,13],"place":[null,"New York"],"series":[null,"01a20f87-dd3e-74e8-831f-2f4ffb5c13bc"],"title":[null,"Thirteenth meeting"],"when":[null,{"earliest":"2015-02-12","edtf":"2015-02-12/2015-02-13","latest":"2015-02-13","meeting":null,"relation":"on","words":"12 and 13 February 2015"}]}', NULL, NULL, '[]', 0, '2eec64992a9f708ed1297dc0d11a0b9248676ff7487a338182e36ae5f9903489', 'f95f431e0d5c090510f93c4351a039dce38c4a7eff7083f96e1ad670e60404a2');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (11, '01a20f87-dd4d-7748-99e2-718e5f8d4e45', '01a20f87-dd4b-72ab-b167-8dd2669eb2ee', 'add', 'meeting', NULL, 3, NULL, NULL, '01a20f87-dd4b-72ab-b167-8dd3d86b2a58', '2014-01-01T12:00:00.000000Z', '2014-01-01', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"code":[null,"CM14"],"kind":[null,"coordination-meeting"],"number":[null,14],"place":[null,"New York"],"series":[null,"01a20f87-dd3e-74e8-831f-2f4ffb5c13bc"],"title":[null,"Fourteenth meeting"],"when":[null,{"earliest":"2016-02-18","edtf":"2016-02-18","latest":"2016-02-18","meeting":null,"relation":"on","words":"18 February 2016"}]}', NULL, NULL, '[]', 0, 'f95f431e0d5c090510f93c4351a039dce38c4a7eff7083f96e1ad670e60404a2', '07b9f84afedb8d6fc9628eaebe536cb6f03e8784b6267672aafde3723210a6da');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (12, '01a20f87-dd50-76b7-b8bd-f208dc532615', '01a20f87-dd4e-70f9-9a2c-b0f0f1daa680', 'add', 'meeting', NULL, 4, NULL, NULL, '01a20f87-dd4f-70a9-9277-08aff5a3e1cc', '2014-01-01T12:00:00.000000Z', '2014-01-01', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"code":[null,"SIDE"],"in_margins_of":[null,"01a20f87-dd48-701c-9dbe-189f0130e692"],"kind":[null,"other"],"title":[null,"Side event on data"],"when":[null,{"earliest":"2015-02-13","edtf":"2015-02-13","latest":"2015-02-13","meeting":null,"relation":"on","words":"13 February 2015"}]}', NULL, NULL, '[]', 0, '07b9f84afedb8d6fc9628eaebe536cb6f03e8784b6267672aafde3723210a6da', '92142ae08c36261f19003210ba13e1d59ca96dd074fb34e4950ebb63e1f35f72');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (13, '01a20f87-dd53-72f8-ac49-a4568aa9ba09', '01a20f87-dd52-7411-8e5d-96fa188bb9ad', 'add', 'meeting', NULL, 5, NULL, NULL, '01a20f87-dd52-7411-8e5d-96fb160704b2', '2014-01-01T12:00:00.000000Z', '2014-01-01', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"code":[null,"LONE"],"kind":[null,"workshop"],"title":[null,"Workshop"],"when":[null,{"earliest":"2015-06-01","edtf":"2015-06-01/2015-06-02","latest":"2015-06-02","meeting":null,"relation":"on","words":"1 and 2 June 2015"}]}', NULL, NULL, '[]', 0, '92142ae08c36261f19003210ba13e1d59ca96dd074fb34e4950ebb63e1f35f72', '36702d42e5b0caba02e0fd0ab47887237f9ec7ee9d735a7cc6dcbaa09e54082a');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (14, '01a20f87-dd55-7794-8788-aa9b692287f3', '01a20f87-dd55-7794-8788-aa99001676e4', 'add', 'meeting', NULL, 6, NULL, NULL, '01a20f87-dd55-7794-8788-aa9a46886f1a', '2014-01-01T12:00:00.000000Z', '2014-01-01', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"code":[null,"SOON"],"kind":[null,"other"],"title":[null,"Not yet set"]}', NULL, NULL, '[]', 0, '36702d42e5b0caba02e0fd0ab47887237f9ec7ee9d735a7cc6dcbaa09e54082a', '94227428f6c7196c179e6cc52b12ec648505119ffa5d3d7035af0232e9e0737c');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (15, '01a20f87-dd60-758f-abb6-0be973518a31', '01a20f87-dd57-750a-b51e-f20b22ff3503', 'log', 'commitment', 1, NULL, NULL, NULL, '01a20f87-dd59-719d-9e78-293356c93030', '2014-02-24T12:00:00.000000Z', '2014-02-21', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"due":[null,{"earliest":"2014-01-01","edtf":"2014","latest":"2014-12-31","meeting":null,"relation":"in","words":"2014"}],"meeting":[null,"01a20f87-dd0f-702e-81a2-a18cca88c998"],"number":[null,1],"owners":[null,[{"acceptance":"unconfirmed","agency":"01a20f87-dcd3-71c5-b8ed-2a97b007397f","role":"lead","words":null}]],"status":[null,"announced"],"text":[null,"map the routes"]}', NULL, NULL, '[]', 0, '94227428f6c7196c179e6cc52b12ec648505119ffa5d3d7035af0232e9e0737c', '9dfc39578b97ef29a694d910c0ea05cab79f42a79f32be97ca6084796d58e4a2');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (16, '01a20f87-dd6b-7723-992c-5f654c32f440', '01a20f87-dd67-72a4-8878-73cdd17b4b3e', 'log', 'commitment', 2, NULL, NULL, NULL, '01a20f87-dd68-70cc-b22e-c91655a4e2a3', '2014-02-24T12:00:00.000000Z', '2014-02-21', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"due":[null,{"earliest":"2014-01-01","edtf":"2014","latest":"2014-12-31","meeting":null,"relation":"in","words":"2014"}],"meeting":[null,"01a20f87-dd0f-702e-81a2-a18cca88c998"],"number":[null,2],"owners":[null,[{"acceptance":"unconfirmed","agency":"01a20f87-dcd3-71c5-b8ed-2a97b007397f","role":"lead","words":null}]],"status":[null,"announced"],"text":[null,"train the trainers"]}', NULL, NULL, '[]', 0, '9dfc39578b97ef29a694d910c0ea05cab79f42a79f32be97ca6084796d58e4a2', 'e6e0c1148f8ea8a1f76f48229eab60a19445f87f560c2193b58a5ac1b4f67700');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (17, '01a20f87-dd71-7466-a11b-21a1cf1ed084', '01a20f87-dd6d-724e-b617-7b761a919c46', 'log', 'commitment', 3, NULL, NULL, NULL, '01a20f87-dd6f-71e6-b29a-805607f95d80', '2014-02-24T12:00:00.000000Z', '2014-02-21', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"due":[null,{"earliest":null,"edtf":"../2014-12-31","latest":"2014-12-31","meeting":null,"relation":"by","words":"by the end of 2014"}],"meeting":[null,"01a20f87-dd0f-702e-81a2-a18cca88c998"],"number":[null,3],"owners":[null,[{"acceptance":"unconfirmed","agency":"01a20f87-dce5-71f6-901e-f2cf899b6653","role":"lead","words":null}]],"status":[null,"announced"],"text":[null,"count domestic workers"]}', NULL, NULL, '[]', 0, 'e6e0c1148f8ea8a1f76f48229eab60a19445f87f560c2193b58a5ac1b4f67700', '9a98e6630d0f73651edfa3deeccc9a6d2bbec983fc9cd5d6065887b2cb453a7b');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (18, '01a20f87-dd7e-70b2-8788-b642e4138feb', '01a20f87-dd74-72a9-8ebc-836ff7ae30dc', 'update', 'commitment', 1, NULL, NULL, NULL, '01a20f87-dd59-719d-9e78-293356c93030', '2014-06-02T12:00:00.000000Z', '2014-06-02', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, 1, 'cli', NULL, 'completed', '{"status":["announced","completed"],"verification":[null,"unverified"]}', NULL, NULL, '[]', 0, '9a98e6630d0f73651edfa3deeccc9a6d2bbec983fc9cd5d6065887b2cb453a7b', '544da2f477c48d9ad7a6a1b65a328fb7b9a798cf016b75e971e7a63aeb68867e');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (19, '01a20f87-dd89-7254-846c-dce289c20a95', '01a20f87-dd82-716e-9937-e3d0eabbf468', 'update', 'commitment', 2, NULL, NULL, NULL, '01a20f87-dd68-70cc-b22e-c91655a4e2a3', '2015-06-02T12:00:00.000000Z', '2014-12-01', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, 1, 'cli', NULL, 'completed', '{"status":["announced","completed"],"verification":[null,"unverified"]}', NULL, NULL, '[]', 0, '544da2f477c48d9ad7a6a1b65a328fb7b9a798cf016b75e971e7a63aeb68867e', '753f1ff1cc4c11ad3b4d9d2ed321dbbb19817983f5a5e6b88861d11e0f19059f');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (20, '01a20f87-dd93-70d8-838e-3526ee8439a3', '01a20f87-dd8c-71cf-9bef-b8d3cf77ebb5', 'update', 'commitment', 1, NULL, NULL, NULL, '01a20f87-dd59-719d-9e78-293356c93030', '2015-07-01T12:00:00.000000Z', '2015-07-01', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, 1, 'cli', NULL, 'completed', '{}', 'As said.', NULL, '[]', 0, '753f1ff1cc4c11ad3b4d9d2ed321dbbb19817983f5a5e6b88861d11e0f19059f', 'f2eb9af0fe774ea0d11364563e2ccfe28841bfcb23cfd24dc3f5e9e1fcf3ba31');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (21, '01a20f87-ddab-7340-a128-031cdcfc5132', '01a20f87-dd97-75f9-b9c9-831687c1759b', 'log', 'commitment', 4, NULL, NULL, NULL, '01a20f87-dd9e-7655-8478-44bfa8ca6f5c', '2015-02-20T12:00:00.000000Z', '2015-02-13', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"document":[null,"01a20f87-dda3-75d0-978a-434b9a1efa31"],"due":[null,{"earliest":"2015-05-26","edtf":"2015-05-26/2015-05-27","latest":"2015-05-27","meeting":null,"relation":"on","words":"26 and 27 May 2015"}],"kind":[null,"event"],"lines":[null,"119-121"],"meeting":[null,"01a20f87-dd48-701c-9dbe-189f0130e692"],"number":[null,1],"owners":[null,[{"acceptance":"unconfirmed","agency":"01a20f87-dcfb-713f-9166-66ef1c7136e5","role":"lead","words":null},{"acceptance":"unconfirmed","agency":"01a20f87-dcd3-71c5-b8ed-2a97b007397f","role":"partner","words":null}]],"page":[null,"7"],"places":[null,["Genève"]],"quote":[null,"The Group was planning\na symposium."],"said_by":[null,"01a20f87-dda0-7224-8c66-9e65be2dfd10"],"said_for":[null,"01a20f87-dcfb-713f-9166-66ef1c7136e5"],"status":[null,"announced"],"strength":[null,"planned"],"tags":[null,["financing"]],"text":[null,"convene a symposium on remittances"]}', NULL, NULL, '[]', 0, 'f2eb9af0fe774ea0d11364563e2ccfe28841bfcb23cfd24dc3f5e9e1fcf3ba31', 'bc1f59e2c36590c69571fd7a1186df97f5653a2b83b3abc219f27da299cdbbfa');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (22, '01a20f87-ddb5-77ef-ac9a-f9cb8585030f', '01a20f87-ddb1-7138-803f-0bb40f43ba19', 'log', 'commitment', 5, NULL, NULL, NULL, '01a20f87-ddb2-760d-b0be-5beac95a2921', '2015-02-20T12:00:00.000000Z', '2015-02-13', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"due":[null,{"earliest":null,"edtf":"../2015-06-30","latest":"2015-06-30","meeting":null,"relation":"by","words":"by the end of June 2015"}],"kind":[null,"publication"],"meeting":[null,"01a20f87-dd48-701c-9dbe-189f0130e692"],"number":[null,2],"owners":[null,[{"acceptance":"unconfirmed","agency":"01a20f87-dce5-71f6-901e-f2cf899b6653","role":"lead","words":null}]],"status":[null,"announced"],"tags":[null,["labour"]],"text":[null,"publish a guide"]}', NULL, NULL, '[]', 0, 'bc1f59e2c36590c69571fd7a1186df97f5653a2b83b3abc219f27da299cdbbfa', '4c29437fc5150e790dba9d5bcff0f6b6287d869a41002c9512bb79c8ef883d12');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (23, '01a20f87-ddbb-7770-9c3d-73375a5e3316', '01a20f87-ddb8-72d7-9558-311d92e68187', 'log', 'commitment', 6, NULL, NULL, NULL, '01a20f87-ddb9-746d-944f-7771c0c61fd4', '2015-02-20T12:00:00.000000Z', '2015-02-13', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"kind":[null,"policy"],"meeting":[null,"01a20f87-dd48-701c-9dbe-189f0130e692"],"number":[null,3],"owners":[null,[{"acceptance":"unconfirmed","agency":"01a20f87-dceb-74ea-a3fb-eb66cb27f61a","role":"lead","words":null}]],"status":[null,"announced"],"text":[null,"screen arrivals"]}', NULL, NULL, '[]', 0, '4c29437fc5150e790dba9d5bcff0f6b6287d869a41002c9512bb79c8ef883d12', 'da5335f5d985c4e61572eadb0c4b7ec2b01c921f265e20b2028c032101401fc3');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (24, '01a20f87-ddc1-71ff-b04a-9ea68f7af851', '01a20f87-ddbd-7713-82ea-df051a404332', 'log', 'commitment', 7, NULL, NULL, NULL, '01a20f87-ddbf-76a3-ae0d-b496a3a52b67', '2015-02-20T12:00:00.000000Z', '2015-02-13', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"due":[null,{"earliest":null,"edtf":"../2015-05-01","latest":"2015-05-01","meeting":null,"relation":"by","words":"by 1 May 2015"}],"meeting":[null,"01a20f87-dd48-701c-9dbe-189f0130e692"],"number":[null,4],"owners":[null,[{"acceptance":"unconfirmed","agency":"01a20f87-dcd3-71c5-b8ed-2a97b007397f","role":"lead","words":null}]],"restricted":[null,true],"status":[null,"announced"],"tags":[null,["data"]],"text":[null,"hold back this one"]}', NULL, NULL, '[]', 0, 'da5335f5d985c4e61572eadb0c4b7ec2b01c921f265e20b2028c032101401fc3', '370758137d3fd161a7ad18ff51b81c7f8cc290d99a114a6f61a2d3332b720a52');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (25, '01a20f87-ddca-7134-9d68-efaeed3d9d5f', '01a20f87-ddc6-7331-bfab-461d6029c508', 'log', 'commitment', 8, NULL, NULL, NULL, '01a20f87-ddc7-77eb-a95f-eedf73566bef', '2015-02-20T12:00:00.000000Z', '2015-02-13', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"due":[null,{"earliest":"2015-07-01","edtf":"2015-07-01/2015-09-30","latest":"2015-09-30","meeting":null,"relation":"in","words":"third quarter of 2015"}],"kind":[null,"data"],"meeting":[null,"01a20f87-dd48-701c-9dbe-189f0130e692"],"number":[null,5],"owners":[null,[{"acceptance":"unconfirmed","agency":"01a20f87-dcf3-7503-9f87-02c1de2c78b2","role":"lead","words":null}]],"status":[null,"announced"],"tags":[null,["data"]],"text":[null,"clean the data"]}', NULL, NULL, '[]', 0, '370758137d3fd161a7ad18ff51b81c7f8cc290d99a114a6f61a2d3332b720a52', '3d3fc6258633e4696310d6cb93f080325e58e754ac481b7e1fc4829d2c06e91b');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (26, '01a20f87-ddd6-720a-816f-b391291d6a65', '01a20f87-ddcf-709e-9fb3-502250a1515a', 'log', 'commitment', 9, NULL, NULL, NULL, '01a20f87-ddd1-7149-9cad-c18ecddef927', '2015-02-20T12:00:00.000000Z', '2015-02-13', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"due":[null,{"earliest":"2015-01-01","edtf":"2015","latest":"2015-12-31","meeting":null,"relation":"in","words":"2015"}],"meeting":[null,"01a20f87-dd48-701c-9dbe-189f0130e692"],"number":[null,6],"owners":[null,[{"acceptance":"unconfirmed","agency":"01a20f87-dcd3-71c5-b8ed-2a97b007397f","role":"lead","words":null}]],"status":[null,"announced"],"text":[null,"logged by mistake"]}', NULL, NULL, '[]', 0, '3d3fc6258633e4696310d6cb93f080325e58e754ac481b7e1fc4829d2c06e91b', '0afbd840fe833984ac2004b8467e370d89e927a7c61fbf235e9722400ebac761');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (27, '01a20f87-dddd-73cf-9290-d7f0ce6a6b76', '01a20f87-ddd9-77ad-b76c-5495a0ffd87d', 'log', 'commitment', 10, NULL, NULL, NULL, '01a20f87-dddb-7612-9bcf-4d1e676ad950', '2015-02-20T12:00:00.000000Z', '2015-02-13', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"meeting":[null,"01a20f87-dd48-701c-9dbe-189f0130e692"],"number":[null,7],"status":[null,"announced"],"text":[null,"find a host for the next round"]}', NULL, NULL, '[]', 0, '0afbd840fe833984ac2004b8467e370d89e927a7c61fbf235e9722400ebac761', '6aa8156d81094f08c94dc7efc4b475042d7079c96024a807d3c600584db2a5a9');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (28, '01a20f87-dde3-7492-827d-a1635fd355d5', '01a20f87-dddf-77e5-8a12-4866710fe604', 'log', 'commitment', 11, NULL, NULL, NULL, '01a20f87-dde0-77b9-ad71-29609ab2e396', '2015-02-20T12:00:00.000000Z', '2015-02-13', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"due":[null,{"earliest":"2015-07-01","edtf":"2015-07","latest":"2015-07-31","meeting":null,"relation":"in","words":"July 2015"}],"kind":[null,"other"],"meeting":[null,"01a20f87-dd48-701c-9dbe-189f0130e692"],"number":[null,8],"owners":[null,[{"acceptance":"unconfirmed","agency":"01a20f87-dcd3-71c5-b8ed-2a97b007397f","role":"lead","words":null}]],"status":[null,"announced"],"tags":[null,["labour"]],"text":[null,"open a hotline"]}', NULL, NULL, '[]', 0, '6aa8156d81094f08c94dc7efc4b475042d7079c96024a807d3c600584db2a5a9', '4a8746390d75618c770c9a8adda185184a9d0e580e63ba765e81d7e0d3ddf66f');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (29, '01a20f87-ddec-727e-90d7-f3baa860494e', '01a20f87-dde5-720b-90b4-f2c1eb52f7cb', 'update', 'commitment', 4, NULL, NULL, NULL, '01a20f87-dd9e-7655-8478-44bfa8ca6f5c', '2015-03-10T12:00:00.000000Z', '2015-03-10', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'agency', 3, NULL, 'cli', NULL, 'in-progress', '{"owners":[[{"acceptance":"unconfirmed","agency":"01a20f87-dcfb-713f-9166-66ef1c7136e5","role":"lead","words":null},{"acceptance":"unconfirmed","agency":"01a20f87-dcd3-71c5-b8ed-2a97b007397f","role":"partner","words":null}],[{"acceptance":"confirmed","agency":"01a20f87-dcfb-713f-9166-66ef1c7136e5","role":"lead","words":null},{"acceptance":"unconfirmed","agency":"01a20f87-dcd3-71c5-b8ed-2a97b007397f","role":"partner","words":null}]],"status":["announced","in-progress"]}', 'Salle réservée à Genève', NULL, '[]', 0, '4a8746390d75618c770c9a8adda185184a9d0e580e63ba765e81d7e0d3ddf66f', '980ed49e285b16b683f31a5e3276b7a45497f8113ffbb43dbb906ec30c849bfb');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (30, '01a20f87-ddf3-7163-bfe6-d4e82de2d831', '01a20f87-ddef-7151-a5b6-fc3756a5f059', 'update', 'commitment', 5, NULL, NULL, NULL, '01a20f87-ddb2-760d-b0be-5beac95a2921', '2015-05-04T12:00:00.000000Z', '2015-05-04', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, 2, 'cli', NULL, NULL, '{"due":[{"earliest":null,"edtf":"../2015-06-30","latest":"2015-06-30","meeting":null,"relation":"by","words":"by the end of June 2015"},{"earliest":null,"edtf":"../2015-09-30","latest":"2015-09-30","meeting":null,"relation":"by","words":"by the end of September 2015"}],"first_due":[null,{"earliest":null,"edtf":"../2015-06-30","latest":"2015-06-30","meeting":null,"relation":"by","words":"by the end of June 2015"}]}', NULL, 'Printer late.', '[]', 0, '980ed49e285b16b683f31a5e3276b7a45497f8113ffbb43dbb906ec30c849bfb', '9e9ce0c71c7becc230191055aeb4e516497d5b34f22a5e2f23ed9ef459ebaf2d');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (31, '01a20f87-ddfb-768c-8c78-402113bcd62c', '01a20f87-ddf6-76f2-9f2a-c7dc3ba7c30f', 'update', 'commitment', 5, NULL, NULL, NULL, '01a20f87-ddb2-760d-b0be-5beac95a2921', '2015-09-20T12:00:00.000000Z', '2015-09-20', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, 2, 'cli', NULL, 'in-progress', '{"due":[{"earliest":null,"edtf":"../2015-09-30","latest":"2015-09-30","meeting":null,"relation":"by","words":"by the end of September 2015"},{"earliest":null,"edtf":"../2015-11-30","latest":"2015-11-30","meeting":null,"relation":"by","words":"by the end of November 2015"}],"status":["announced","in-progress"]}', NULL, 'Printer gone.', '[]', 0, '9e9ce0c71c7becc230191055aeb4e516497d5b34f22a5e2f23ed9ef459ebaf2d', 'ff6821f7f4f736ebd538d5ac15eea72f62bebdba59af05d328f18fc3307781bc');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (32, '01a20f87-de01-77ac-a67e-d28f361fd326', '01a20f87-ddfd-7359-87ed-8474fe6ce6d8', 'update', 'commitment', 6, NULL, NULL, NULL, '01a20f87-ddb9-746d-944f-7771c0c61fd4', '2015-03-02T12:00:00.000000Z', '2015-03-02', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'agency', 3, NULL, 'cli', NULL, NULL, '{"owners":[[{"acceptance":"unconfirmed","agency":"01a20f87-dceb-74ea-a3fb-eb66cb27f61a","role":"lead","words":null}],[{"acceptance":"disputed","agency":"01a20f87-dceb-74ea-a3fb-eb66cb27f61a","role":"lead","words":"We said nothing."}]]}', NULL, NULL, '[]', 0, 'ff6821f7f4f736ebd538d5ac15eea72f62bebdba59af05d328f18fc3307781bc', '90c5b18e67e63ccd1d31faf67f979b6c934736df4af8bac50c379010b6a4fee9');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (33, '01a20f87-de06-7455-aa01-94dd9073e481', '01a20f87-de04-71b2-86ec-c1f242a56c63', 'update', 'commitment', 8, NULL, NULL, NULL, '01a20f87-ddc7-77eb-a95f-eedf73566bef', '2015-04-01T12:00:00.000000Z', '2015-04-01', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{}', 'Ask about the tangerine.', NULL, '[]', 1, '90c5b18e67e63ccd1d31faf67f979b6c934736df4af8bac50c379010b6a4fee9', 'e3524d366a3b6c66598d4fc3fdf59cdfc09c9859a05dcfdd59ab8e180606f90c');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (34, '01a20f87-de0b-7153-8357-40f9da2f3162', '01a20f87-de09-7198-b820-796102d5bef2', 'void', 'commitment', 9, NULL, NULL, NULL, '01a20f87-ddd1-7149-9cad-c18ecddef927', '2015-02-21T12:00:00.000000Z', '2015-02-21', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"voided":[false,true]}', NULL, 'Said twice.', '[]', 0, 'e3524d366a3b6c66598d4fc3fdf59cdfc09c9859a05dcfdd59ab8e180606f90c', '85d2454db88c18c12ba960a71fed0dd073971ffd3fc70e41e1a2fea1708ad2e7');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (35, '01a20f87-de11-73ac-a9bd-bc707c8bd00f', '01a20f87-de0e-71ca-bdf8-b5b3d3b7f3f2', 'update', 'commitment', 11, NULL, NULL, NULL, '01a20f87-dde0-77b9-ad71-29609ab2e396', '2015-08-03T12:00:00.000000Z', '2015-08-03', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, 1, 'cli', NULL, 'withdrawn', '{"status":["announced","withdrawn"]}', NULL, 'No money.', '[]', 0, '85d2454db88c18c12ba960a71fed0dd073971ffd3fc70e41e1a2fea1708ad2e7', '9164030ba97d9c62fe562f29cc835cdbb2bf0b0564ef4806d647fdf7624153c4');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (36, '01a20f87-de17-717a-862d-d2cd49707030', '01a20f87-de13-7646-bf8b-a049f40d77fc', 'log', 'commitment', 12, NULL, NULL, NULL, '01a20f87-de14-77a4-9803-57cf6a507464', '2015-02-20T12:00:00.000000Z', '2015-02-13', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"due":[null,{"earliest":"2015-03-01","edtf":"2015-03","latest":"2015-03-31","meeting":null,"relation":"in","words":"March 2015"}],"kind":[null,"data"],"meeting":[null,"01a20f87-dd4f-70a9-9277-08aff5a3e1cc"],"number":[null,1],"owners":[null,[{"acceptance":"unconfirmed","agency":"01a20f87-dce5-71f6-901e-f2cf899b6653","role":"lead","words":null}]],"status":[null,"announced"],"text":[null,"share the data set"]}', NULL, NULL, '[]', 0, '9164030ba97d9c62fe562f29cc835cdbb2bf0b0564ef4806d647fdf7624153c4', '62f10d48f21faca95ba127b6a96653caa5a78d91269fbb7220ffb7ecea3043a6');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (37, '01a20f87-de1d-715a-90b2-caba18313f9d', '01a20f87-de19-7695-88dc-7f91a03f0484', 'log', 'commitment', 13, NULL, NULL, NULL, '01a20f87-de1b-77f9-8e3e-44abafaca80d', '2015-06-05T12:00:00.000000Z', '2015-06-02', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"due":[null,{"earliest":"2016-06-01","edtf":"2016-06","latest":"2016-06-30","meeting":null,"relation":"in","words":"June 2016"}],"kind":[null,"event"],"meeting":[null,"01a20f87-dd52-7411-8e5d-96fb160704b2"],"number":[null,1],"owners":[null,[{"acceptance":"unconfirmed","agency":"01a20f87-dceb-74ea-a3fb-eb66cb27f61a","role":"lead","words":null}]],"status":[null,"announced"],"text":[null,"repeat the workshop"]}', NULL, NULL, '[]', 0, '62f10d48f21faca95ba127b6a96653caa5a78d91269fbb7220ffb7ecea3043a6', '41ec516a7afd197ec6f110ece066c5cc681b33b8f77a0bc0a01cf7056cc4d478');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (38, '01a20f87-de23-7271-9718-90e3655bb8fd', '01a20f87-de1f-7097-a196-06fb03e0093f', 'log', 'commitment', 14, NULL, NULL, NULL, '01a20f87-de21-732f-9821-106b2656f072', '2016-02-18T12:00:00.000000Z', '2016-02-18', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"due":[null,{"earliest":"2016-01-01","edtf":"2016","latest":"2016-12-31","meeting":null,"relation":"in","words":"in 2016"}],"meeting":[null,"01a20f87-dd4b-72ab-b167-8dd3d86b2a58"],"number":[null,1],"owners":[null,[{"acceptance":"unconfirmed","agency":"01a20f87-dce5-71f6-901e-f2cf899b6653","role":"lead","words":null}]],"status":[null,"announced"],"text":[null,"write it up"]}', NULL, NULL, '[]', 0, '41ec516a7afd197ec6f110ece066c5cc681b33b8f77a0bc0a01cf7056cc4d478', '3394dd868db019cef6a7a3e12a9bb4990b96197cc8582b6bf0d10619b29afb83');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (39, '01a20f87-de29-7290-9fda-4a8d68b165ff', '01a20f87-de26-7087-bda2-f65e79555bb7', 'edit', 'commitment', 14, NULL, NULL, NULL, '01a20f87-de21-732f-9821-106b2656f072', '2016-02-19T12:00:00.000000Z', '2016-02-19', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"tags":[[],["draft"]]}', NULL, NULL, '[]', 0, '3394dd868db019cef6a7a3e12a9bb4990b96197cc8582b6bf0d10619b29afb83', '692c3c1d2cf714e6da03e760c4bd62f57c27263b069277ab77f89ff782699ee1');
INSERT INTO entry (id, uid, act, deed, subject, commitment_id, meeting_id, agency_id, series_id, subject_uid, recorded_at, true_on, by_id, by_uid, capacity, acting_agency_id, for_agency_id, door, channel, status, changes, note, reason, evidence, restricted, previous, sha256) VALUES (40, '01a20f87-de3c-771b-9437-a720205dd2fe', '01a20f87-de32-702a-ab9b-cb8b534b9c38', 'link', 'commitment', 14, NULL, NULL, NULL, '01a20f87-de21-732f-9821-106b2656f072', '2016-02-20T12:00:00.000000Z', '2016-02-20', 2, '01a20f87-dce1-76a2-ab3d-c025d7289ebd', 'coordinator', NULL, NULL, 'cli', NULL, NULL, '{"links":[[],[{"kind":"follows","to":"01a20f87-ddb2-760d-b0be-5beac95a2921"}]]}', NULL, NULL, '[]', 0, '692c3c1d2cf714e6da03e760c4bd62f57c27263b069277ab77f89ff782699ee1', 'fefcf370b28c5f97fe99a7bf53211371fcc1090c1b222330f1b73c9e6bef4f13');
CREATE TABLE search_text (
	commitment_id INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	restricted_notes TEXT NOT NULL, 
	CONSTRAINT pk_search_text PRIMARY KEY (commitment_id), 
	CONSTRAINT fk_search_text_commitment_id FOREIGN KEY(commitment_id) REFERENCES commitment (id)
)
 STRICT

;
INSERT INTO search_text (commitment_id, body, restricted_notes) VALUES (1, 'map the routes as said', '');
INSERT INTO search_text (commitment_id, body, restricted_notes) VALUES (2, 'train the trainers', '');
INSERT INTO search_text (commitment_id, body, restricted_notes) VALUES (3, 'count domestic workers', '');
INSERT INTO search_text (commitment_id, body, restricted_notes) VALUES (4, 'convene a symposium on remittances the group was planning a symposium salle reservee a geneve', '');
INSERT INTO search_text (commitment_id, body, restricted_notes) VALUES (5, 'publish a guide', '');
INSERT INTO search_text (commitment_id, body, restricted_notes) VALUES (6, 'screen arrivals', '');
INSERT INTO search_text (commitment_id, body, restricted_notes) VALUES (7, 'hold back this one', '');
INSERT INTO search_text (commitment_id, body, restricted_notes) VALUES (8, 'clean the data', 'ask about the tangerine');
INSERT INTO search_text (commitment_id, body, restricted_notes) VALUES (9, 'logged by mistake', '');
INSERT INTO search_text (commitment_id, body, restricted_notes) VALUES (10, 'find a host for the next round', '');
INSERT INTO search_text (commitment_id, body, restricted_notes) VALUES (11, 'open a hotline', '');
INSERT INTO search_text (commitment_id, body, restricted_notes) VALUES (12, 'share the data set', '');
INSERT INTO search_text (commitment_id, body, restricted_notes) VALUES (13, 'repeat the workshop', '');
INSERT INTO search_text (commitment_id, body, restricted_notes) VALUES (14, 'write it up', '');
CREATE INDEX ix_agency_part_of_id ON agency (part_of_id);
CREATE INDEX ix_person_name_folded ON person (name_folded);
CREATE INDEX ix_agency_spelling_agency_id ON agency_spelling (agency_id);
CREATE INDEX ix_focal_point_person_id ON focal_point (person_id);
CREATE INDEX ix_group_chair_chair_id ON group_chair (chair_id);
CREATE INDEX ix_group_chair_group_id ON group_chair (group_id);
CREATE INDEX ix_group_member_member_id ON group_member (member_id);
CREATE INDEX ix_meeting_title_folded ON meeting (title_folded);
CREATE INDEX ix_document_meeting_id ON document (meeting_id);
CREATE INDEX ix_commitment_document_id ON commitment (document_id);
CREATE INDEX ix_commitment_due_latest ON commitment (due_latest);
CREATE INDEX ix_commitment_due_meeting_id ON commitment (due_meeting_id);
CREATE INDEX ix_commitment_said_by_id ON commitment (said_by_id);
CREATE INDEX ix_commitment_said_for_id ON commitment (said_for_id);
CREATE INDEX ix_commitment_status ON commitment (status);
CREATE INDEX ix_commitment_link_to_id ON commitment_link (to_id);
CREATE INDEX ix_commitment_owner_agency_id ON commitment_owner (agency_id);
CREATE INDEX ix_commitment_tag_tag ON commitment_tag (tag);
CREATE INDEX ix_entry_act ON entry (act);
CREATE INDEX ix_entry_acting_agency_id ON entry (acting_agency_id);
CREATE INDEX ix_entry_agency_id ON entry (agency_id);
CREATE INDEX ix_entry_by_id ON entry (by_id);
CREATE INDEX ix_entry_commitment_id ON entry (commitment_id, id);
CREATE INDEX ix_entry_for_agency_id ON entry (for_agency_id);
CREATE INDEX ix_entry_meeting_id ON entry (meeting_id);
CREATE INDEX ix_entry_recorded_at ON entry (recorded_at);
CREATE INDEX ix_entry_series_id ON entry (series_id);
CREATE VIEW series_view AS 
        SELECT s.id, s.uid, s.code, s.title, s.code_folded,
               (SELECT count(*) FROM meeting m WHERE m.series_id = s.id) AS meetings
        FROM series s;
CREATE VIEW meeting_view AS 
        SELECT m.id, m.uid, m.code, m.code_folded, m.title, m.title_folded, m.kind, m.number,
               m.place, m.when_words, m.when_earliest, m.when_latest, m.when_edtf,
               m.when_relation, m.series_id, s.code AS series, s.title AS series_title,
               s.code_folded AS series_folded,
               m.in_margins_of_id, h.code AS in_margins_of, m.created_at, m.updated_at,
               (SELECT count(*) FROM commitment c
                WHERE c.meeting_id = m.id AND c.voided = 0) AS commitments
        FROM meeting m
        LEFT JOIN series s ON s.id = m.series_id
        LEFT JOIN meeting h ON h.id = m.in_margins_of_id;
CREATE VIEW agency_view AS 
        SELECT a.id, a.uid, a.code, a.name, a.kind, a.part_of_id, p.code AS part_of,
               a.created_at, a.updated_at,
               (SELECT count(*) FROM commitment_owner o JOIN commitment c ON c.id = o.commitment_id
                WHERE o.agency_id = a.id AND c.voided = 0) AS commitments
        FROM agency a LEFT JOIN agency p ON p.id = a.part_of_id;
CREATE VIEW spelling_view AS 
        SELECT s.folded, s.written, s.kind, s.position, s.agency_id, a.code AS agency
        FROM agency_spelling s JOIN agency a ON a.id = s.agency_id;
CREATE VIEW group_member_view AS 
        SELECT p.id, p.group_id, g.code AS group_code, p.member_id, a.code AS member,
               p.since, p.until
        FROM group_member p
        JOIN agency g ON g.id = p.group_id JOIN agency a ON a.id = p.member_id;
CREATE VIEW group_chair_view AS 
        SELECT p.id, p.group_id, g.code AS group_code, p.chair_id, a.code AS chair,
               p.since, p.until
        FROM group_chair p
        JOIN agency g ON g.id = p.group_id JOIN agency a ON a.id = p.chair_id;
CREATE VIEW focal_point_view AS 
        SELECT f.id, f.agency_id, a.code AS agency, f.person_id, p.name, p.title, p.email,
               f.since, f.until
        FROM focal_point f
        JOIN agency a ON a.id = f.agency_id JOIN person p ON p.id = f.person_id;
CREATE VIEW commitment_view AS 
        SELECT c.id, c.uid, m.code || '-' || CASE WHEN c.number < 10 THEN '0' ELSE '' END || CAST(c.number AS TEXT) AS ref, c.number, c.meeting_id, m.code AS meeting,
               m.code_folded AS meeting_folded, m.code_folded AS meeting_order,
               m.series_id, s.code AS series, s.code_folded AS series_folded,
               m.in_margins_of_id AS held_in_margins_of_id,
               m.when_earliest AS announced_earliest, m.when_latest AS announced_latest,
               c.text, (SELECT x.body FROM search_text x WHERE x.commitment_id = c.id)
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
        LEFT JOIN document t ON t.id = c.document_id;
CREATE VIEW owner_view AS 
        SELECT o.commitment_id, o.agency_id, o.role, o.position, o.acceptance, o.words,
               a.code AS agency, a.name
        FROM commitment_owner o JOIN agency a ON a.id = o.agency_id;
CREATE VIEW link_view AS 
        SELECT l.commitment_id, l.kind, l.to_id, m.code || '-' || CASE WHEN c.number < 10 THEN '0' ELSE '' END || CAST(c.number AS TEXT) AS ref
        FROM commitment_link l
        JOIN commitment c ON c.id = l.to_id JOIN meeting m ON m.id = c.meeting_id;
CREATE VIEW entry_view AS 
        SELECT e.id, e.uid, e.act, e.deed, e.subject, e.subject_uid, e.commitment_id,
               e.meeting_id, e.agency_id, e.series_id,
               CASE e.subject WHEN 'commitment' THEN m.code || '-' || CASE WHEN c.number < 10 THEN '0' ELSE '' END || CAST(c.number AS TEXT) WHEN 'meeting' THEN n.code
                    WHEN 'agency' THEN a.code ELSE s.code END AS ref,
               e.recorded_at, e.true_on, e.by_id, e.by_uid, p.name AS by_name, e.capacity,
               e.acting_agency_id, x.code AS acting_agency, x.uid AS acting_agency_uid,
               e.for_agency_id, y.code AS for_agency, y.uid AS for_agency_uid,
               coalesce(e.for_agency_id, e.acting_agency_id) AS word_of_id,
               e.door, e.channel, e.status, e.changes, e.note, e.reason, e.evidence,
               e.restricted, e.previous, e.sha256,
               (e.restricted = 1 AND e.status IS NULL
                AND CAST(e.changes AS text) = '{}') AS only_restricted
        FROM entry e
        JOIN person p ON p.id = e.by_id
        LEFT JOIN commitment c ON c.id = e.commitment_id
        LEFT JOIN meeting m ON m.id = c.meeting_id
        LEFT JOIN meeting n ON n.id = e.meeting_id
        LEFT JOIN agency a ON a.id = e.agency_id
        LEFT JOIN series s ON s.id = e.series_id
        LEFT JOIN agency x ON x.id = e.acting_agency_id
        LEFT JOIN agency y ON y.id = e.for_agency_id;
CREATE VIEW promise_view AS 
        SELECT e.commitment_id, e.id, e.reason, e.restricted, e.acting_agency_id,
               json_extract(e.changes, '$.due[0].latest') AS before_latest, json_extract(e.changes, '$.due[1].latest') AS after_latest,
               (json_extract(e.changes, '$.due[0].latest') IS NOT NULL AND (json_extract(e.changes, '$.due[1].latest') IS NULL OR json_extract(e.changes, '$.due[1].latest') > json_extract(e.changes, '$.due[0].latest'))) AS is_slip
        FROM entry e
        WHERE e.deed = 'update' AND json_extract(e.changes, '$.due') IS NOT NULL
          AND e.id > coalesce((SELECT max(x.id) FROM entry x WHERE x.commitment_id =
              e.commitment_id AND x.deed = 'edit' AND json_extract(x.changes, '$.due') IS NOT NULL), 0);
CREATE VIEW closing_view AS 
        SELECT e.commitment_id, e.id, e.recorded_at, e.true_on
        FROM entry e
        WHERE json_extract(e.changes, '$.status[1]') IN ('completed', 'partly-completed', 'withdrawn', 'superseded');
CREATE VIEW uid_view AS 
        SELECT uid, code AS shown FROM meeting
        UNION ALL SELECT uid, code FROM agency
        UNION ALL SELECT uid, code FROM series
        UNION ALL SELECT uid, name FROM person
        UNION ALL SELECT uid, name FROM document
        UNION ALL SELECT uid, ref FROM commitment_view;
CREATE VIRTUAL TABLE search_index USING fts5(
            body, restricted_notes, content='search_text', content_rowid='commitment_id',
            tokenize="unicode61 remove_diacritics 2", prefix='2 3');
CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN
            INSERT INTO search_index (rowid, body, restricted_notes)
            VALUES (NEW.commitment_id, NEW.body, NEW.restricted_notes);
        END;
CREATE TRIGGER search_text_changed AFTER UPDATE ON search_text BEGIN
            INSERT INTO search_index (search_index, rowid, body, restricted_notes)
            VALUES ('delete', OLD.commitment_id, OLD.body, OLD.restricted_notes);
            INSERT INTO search_index (rowid, body, restricted_notes)
            VALUES (NEW.commitment_id, NEW.body, NEW.restricted_notes);
        END;
CREATE TRIGGER search_text_removed AFTER DELETE ON search_text BEGIN
            INSERT INTO search_index (search_index, rowid, body, restricted_notes)
            VALUES ('delete', OLD.commitment_id, OLD.body, OLD.restricted_notes);
        END;
CREATE TRIGGER entry_not_changed BEFORE UPDATE ON entry BEGIN
            SELECT RAISE(ABORT, 'history is append-only: entries are never changed, removed or overwritten');
        END;
CREATE TRIGGER entry_not_removed BEFORE DELETE ON entry BEGIN
            SELECT RAISE(ABORT, 'history is append-only: entries are never changed, removed or overwritten');
        END;
CREATE TRIGGER entry_not_overwritten BEFORE INSERT ON entry
        WHEN EXISTS (SELECT 1 FROM entry WHERE id = NEW.id)
          OR EXISTS (SELECT 1 FROM entry WHERE uid = NEW.uid)
          OR EXISTS (SELECT 1 FROM entry WHERE sha256 = NEW.sha256)
        BEGIN
            SELECT RAISE(ABORT, 'history is append-only: entries are never changed, removed or overwritten');
        END;
CREATE TRIGGER entry_comes_next BEFORE INSERT ON entry WHEN 
    NEW.id <> coalesce((SELECT max(id) FROM entry), 0) + 1
    OR NEW.previous <> coalesce((SELECT sha256 FROM entry WHERE id = NEW.id - 1), '0000000000000000000000000000000000000000000000000000000000000000')
 BEGIN
            SELECT RAISE(ABORT, 'an entry must come next after the newest one and carry its SHA-256');
        END;
INSERT INTO search_index (search_index) VALUES ('rebuild');
COMMIT;
