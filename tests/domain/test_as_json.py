"""The JSON that scripts rest on."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tracker.domain.as_json import (
    agency_json,
    commitment_json,
    entry_json,
    meeting_json,
    series_json,
)
from tracker.domain.due import Due
from tracker.domain.facts import (
    AgencyFact,
    CommitmentFact,
    EntryFact,
    FocalPointFact,
    LinkFact,
    MeetingFact,
    OwnerFact,
    PeriodFact,
    SeriesFact,
    SourceFact,
    UpdateFact,
)
from tracker.domain.vocabulary import (
    Acceptance,
    AgencyKind,
    Capacity,
    Channel,
    CommitmentKind,
    Door,
    LinkKind,
    MeetingKind,
    Relation,
    Role,
    Status,
    Strength,
    Subject,
)

RECORDED = datetime(2015, 9, 1, 10, 0, 0, 987_654, tzinfo=UTC)

FULL = CommitmentFact(
    ref="CM13-07",
    uid="0190",
    meeting="CM13",
    text="Convene a symposium",
    status=Status.IN_PROGRESS,
    kind=CommitmentKind.EVENT,
    owners=(
        OwnerFact("GMG", "Global Migration Group", Role.LEAD, Acceptance.CONFIRMED),
        OwnerFact("IOM", "Organization for Migration", Role.PARTNER),
    ),
    due=Due("26 and 27 May 2015", date(2015, 5, 26), date(2015, 5, 27), Relation.ON),
    places=("New York",),
    tags=("financing",),
    strength=Strength.PLANNED,
    said_by="Sonia Plaza",
    said_for="GMG",
    source=SourceFact("report.pdf", "7", "119-121", "The GMG …"),
    links=(LinkFact(LinkKind.RENEWS, "CM12-03"),),
    acceptance=Acceptance.CONFIRMED,
    last_update=UpdateFact(
        at=RECORDED,
        on=date(2015, 8, 28),
        by="Ana",
        agency="GMG",
        status=Status.IN_PROGRESS,
        note="Rooms are booked",
    ),
    created_at=RECORDED,
    updated_at=RECORDED,
)

# Written out, and not computed: names, order and shapes are a promise to scripts.
PROMISED = """\
{"ref": "CM13-07", "uid": "0190", "meeting": "CM13", "text": "Convene a symposium",
 "kind": "event", "status": "in-progress",
 "owners": [{"agency": "GMG", "role": "lead", "acceptance": "confirmed"},
            {"agency": "IOM", "role": "partner", "acceptance": "unconfirmed"}],
 "due": {"words": "26 and 27 May 2015", "edtf": "2015-05-26/2015-05-27",
         "earliest": "2015-05-26", "latest": "2015-05-27", "relation": "on", "meeting": null},
 "first_due": null, "places": ["New York"], "tags": ["financing"], "strength": "planned",
 "said_by": "Sonia Plaza", "said_for": "GMG",
 "source": {"document": "report.pdf", "page": "7", "lines": "119-121", "quote": "The GMG …"},
 "links": [{"kind": "renews", "ref": "CM12-03"}],
 "acceptance": "confirmed", "verification": null, "restricted": false, "voided": false,
 "overdue": false, "silent": false, "slips": 0,
 "last_update": {"at": "2015-09-01T10:00:00.987654Z", "on": "2015-08-28", "by": "Ana",
                 "agency": "GMG", "status": "in-progress", "note": "Rooms are booked"},
 "created_at": "2015-09-01T10:00:00.987654Z", "updated_at": "2015-09-01T10:00:00.987654Z"}
"""


def read_back(value):
    return json.loads(json.dumps(value))


def test_a_commitment_begins_with_what_was_promised_in_this_order():
    promised = json.loads(PROMISED)
    given = read_back(commitment_json(FULL))
    assert list(given)[: len(promised)] == list(promised)
    given["last_update"] = {
        name: given["last_update"][name] for name in list(given["last_update"])[:6]
    }
    assert {name: given[name] for name in promised} == promised


def test_what_is_not_known_is_null_or_empty():
    bare = read_back(commitment_json(CommitmentFact("CM13-01", "0191", "CM13", "Do it")))
    assert bare["due"] is bare["first_due"] is bare["source"] is bare["last_update"] is None
    assert bare["owners"] == bare["places"] == bare["links"] == []
    assert bare["created_at"] is None


@pytest.mark.parametrize(
    ("due", "shape"),
    [
        (Due("ongoing"), (None, None, None, None)),
        (
            Due("no later than 2019", None, date(2019, 12, 31), Relation.BY),
            ("../2019-12-31", None, "2019-12-31", "by"),
        ),
        (
            Due("July 2015", date(2015, 7, 1), date(2015, 7, 31), Relation.IN_MARGINS_OF, "FFD3"),
            ("2015-07", "2015-07-01", "2015-07-31", "in-margins-of"),
        ),
    ],
)
def test_due_and_first_due_have_one_shape(due, shape):
    given = commitment_json(replace(FULL, due=due, first_due=due))
    assert given["due"] == given["first_due"]
    names = ("words", "edtf", "earliest", "latest", "relation", "meeting")
    assert given["due"] == dict(zip(names, (due.words, *shape, due.meeting), strict=True))


def test_instants_are_in_utc_to_the_second():
    tokyo = RECORDED.astimezone(timezone(timedelta(hours=9)))
    assert (
        commitment_json(replace(FULL, created_at=tokyo))["created_at"]
        == "2015-09-01T10:00:00.987654Z"
    )


def test_a_dispute_stands_with_its_words():
    owner = OwnerFact("IOM", "IOM", Role.LEAD, Acceptance.DISPUTED, words="We only offered a room.")
    given = commitment_json(replace(FULL, owners=(owner,)))
    assert given["disputes"] == [{"agency": "IOM", "words": "We only offered a room."}]


def test_history_comes_last_and_only_when_asked_for():
    entry = EntryFact(
        number=3,
        subject=Subject.COMMITMENT,
        ref="CM13-07",
        act="update",
        at=RECORDED,
        on=date(2015, 8, 28),
        by="Ana",
        capacity=Capacity.COORDINATOR,
        door=Door.CLI,
        on_behalf_of="GMG",
        channel=Channel.E_MAIL,
        changes={"status": ["announced", "in-progress"]},
        evidence=("https://example.org/programme",),
        sha256="ab" * 32,
    )
    assert "history" not in commitment_json(FULL)
    given = read_back(commitment_json(FULL, [entry]))
    assert list(given)[-1] == "history"
    assert given["history"] == [read_back(entry_json(entry))]
    assert given["history"][0] == {
        "number": 3,
        "subject": "commitment",
        "ref": "CM13-07",
        "act": "update",
        "at": "2015-09-01T10:00:00.987654Z",
        "on": "2015-08-28",
        "by": "Ana",
        "capacity": "coordinator",
        "agency": None,
        "on_behalf_of": "GMG",
        "door": "cli",
        "channel": "e-mail",
        "changes": {"status": ["announced", "in-progress"]},
        "note": None,
        "reason": None,
        "evidence": ["https://example.org/programme"],
        "restricted": False,
        "sha256": "ab" * 32,
    }
    assert commitment_json(FULL, [])["history"] == []


def test_meetings_series_and_agencies_are_plain_json():
    meeting = MeetingFact(
        "FFD3",
        "0192",
        "Third conference",
        MeetingKind.CONFERENCE,
        when=Due("July 2015", date(2015, 7, 1), date(2015, 7, 31), Relation.IN),
        place="Addis Ababa",
    )
    assert read_back(meeting_json(meeting))["when"]["edtf"] == "2015-07"
    assert read_back(meeting_json(replace(meeting, when=None)))["when"] is None
    assert series_json(SeriesFact("CM", "0194", "Coordination meetings", 13)) == {
        "code": "CM",
        "uid": "0194",
        "title": "Coordination meetings",
        "meetings": 13,
    }
    agency = read_back(
        agency_json(
            AgencyFact(
                "GMG",
                "0193",
                "Global Migration Group",
                AgencyKind.WORKING_GROUP,
                aliases=("the Group",),
                chairs=(PeriodFact("WB", date(2015, 1, 1), None),),
                focal_points=(FocalPointFact("Ana", email="ana@example.org"),),
            )
        )
    )
    assert agency["kind"] == "working-group"
    assert agency["chairs"] == [{"agency": "WB", "since": "2015-01-01", "until": None}]
    assert agency["focal_points"][0] == {
        "name": "Ana",
        "title": None,
        "email": "ana@example.org",
        "since": None,
        "until": None,
    }
