"""Fields of facts as text: for people, and for other programs."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.domain.test_as_json import FULL, read_back
from tracker.domain.as_json import (
    agency_json,
    commitment_json,
    entry_json,
    meeting_json,
    series_json,
)
from tracker.domain.cells import data, words
from tracker.domain.due import Due
from tracker.domain.facts import (
    AgencyFact,
    CommitmentFact,
    EntryFact,
    FocalPointFact,
    MeetingFact,
    OwnerFact,
    PeriodFact,
    SeriesFact,
)
from tracker.domain.fields import (
    AGENCY_FIELDS,
    COMMITMENT_FIELDS,
    ENTRY_FIELDS,
    MEETING_FIELDS,
    SERIES_FIELDS,
    SIGNS,
    FieldKind,
)
from tracker.domain.vocabulary import (
    Acceptance,
    AgencyKind,
    Capacity,
    Door,
    MeetingKind,
    Role,
    Status,
    Subject,
)

MEETING = MeetingFact(
    "CM13",
    "0195",
    "Thirteenth meeting",
    MeetingKind.COORDINATION_MEETING,
    when=Due("12 and 13 February 2015", date(2015, 2, 12), date(2015, 2, 13)),
    number=13,
)
AGENCY = AgencyFact(
    "GMG",
    "0196",
    "Global Migration Group",
    AgencyKind.WORKING_GROUP,
    chairs=(PeriodFact("WB", date(2015, 1, 1), date(2015, 12, 31)), PeriodFact("IOM")),
    focal_points=(FocalPointFact("Ana", email="ana@example.org"),),
)
ENTRY = EntryFact(
    number=1,
    subject=Subject.COMMITMENT,
    ref="CM13-07",
    act="update",
    at=datetime(2015, 9, 1, 10, 0, tzinfo=UTC),
    on=date(2015, 8, 28),
    by="Ana",
    capacity=Capacity.COORDINATOR,
    door=Door.CLI,
    on_behalf_of="GMG",
    changes={"status": ["announced", "in-progress"]},
)


def field_of(fields, name):
    return next(field for field in fields if field.name == name)


def shown(fact, name, **how):
    fields = ENTRY_FIELDS if isinstance(fact, EntryFact) else COMMITMENT_FIELDS
    return words(field_of(fields, name), fact, **how)


def exported(fact, name):
    return data(field_of(COMMITMENT_FIELDS, name), fact)


@pytest.mark.parametrize(
    ("fields", "fact", "as_json"),
    [
        (COMMITMENT_FIELDS, FULL, commitment_json),
        (COMMITMENT_FIELDS, CommitmentFact("CM13-01", "0191", "CM13", "Do it"), commitment_json),
        (MEETING_FIELDS, MEETING, meeting_json),
        (SERIES_FIELDS, SeriesFact("CM", "0194", "Coordination meetings"), series_json),
        (AGENCY_FIELDS, AGENCY, agency_json),
        (ENTRY_FIELDS, ENTRY, entry_json),
    ],
)
def test_a_field_is_named_as_in_json_and_says_the_same(fields, fact, as_json):
    shape = as_json(fact)
    for field in fields:
        outer = next((key for key in shape if field.name.startswith(f"{key}_")), None)
        if field.name in shape:
            value = shape[field.name]
        elif outer is not None:
            value = (shape[outer] or {}).get(field.name.removeprefix(f"{outer}_"))
        else:
            assert field.kind in (FieldKind.OWNERS, FieldKind.LIST), f"{field.name} is not in JSON"
            continue
        if value is None:
            assert data(field, fact) == ""
        elif isinstance(value, str) and field.name != "by":
            assert data(field, fact) == value
        elif isinstance(value, dict) and "words" in value:
            assert data(field, fact) == value["words"]


@pytest.mark.parametrize(
    "fields",
    [
        COMMITMENT_FIELDS,
        MEETING_FIELDS,
        SERIES_FIELDS,
        AGENCY_FIELDS,
        ENTRY_FIELDS,
    ],
)
def test_each_field_has_one_name_and_a_list_shows_some(fields):
    assert len({field.name for field in fields}) == len(fields)
    assert len({field.label for field in fields}) == len(fields)
    assert any(field.listed for field in fields)
    assert all(not field.weight for field in fields if field.kind == FieldKind.REF)


def test_a_status_says_what_calls_for_attention():
    late = replace(FULL, overdue=True, acceptance=Acceptance.DISPUTED, restricted=True)
    assert shown(FULL, "status") == "in progress"
    assert shown(late, "status") == "in progress, overdue, restricted, disputed"
    assert shown(late, "status", signs=True).startswith("! in progress")
    assert exported(late, "status") == "in-progress"


def test_every_status_has_a_sign_of_its_own():
    signs = [shown(replace(FULL, status=status), "status", signs=True)[0] for status in Status]
    assert len(set(signs)) == len(Status)
    assert set(SIGNS) == set(Status)


def test_owners_are_leads_and_how_many_are_with_them():
    assert shown(FULL, "leads") == "GMG +1"
    assert shown(replace(FULL, owners=()), "leads") == "owner to be found"
    partner = OwnerFact("IOM", "IOM", Role.PARTNER)
    assert shown(replace(FULL, owners=(partner,)), "leads") == "owner to be found +1"
    assert (exported(FULL, "leads"), exported(FULL, "partners")) == ("GMG", "IOM")


def test_people_read_words_and_programs_read_values():
    many = replace(FULL, places=("Addis Ababa, Ethiopia", "New York"), silent=True)
    assert shown(many, "places") == "Addis Ababa, Ethiopia, New York"
    assert exported(many, "places") == "Addis Ababa, Ethiopia; New York"
    assert (shown(many, "silent"), shown(many, "overdue")) == ("yes", "")
    assert (exported(many, "silent"), exported(many, "overdue")) == ("yes", "no")
    assert shown(many, "created_at") == "2015-09-01 10:00"
    assert exported(many, "created_at") == "2015-09-01T10:00:00.987654Z"
    assert shown(many, "links") == "renews CM12-03"


def test_a_chair_stands_with_its_time():
    chairs = field_of(AGENCY_FIELDS, "chairs")
    assert words(chairs, AGENCY) == "WB from 2015-01-01 to 2015-12-31, IOM"


DUE = {"words": "July 2015", "earliest": "2015-07-01", "latest": "2015-07-31", "relation": "in"}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"status": ["announced", "in-progress"]}, "status: announced → in-progress"),
        (
            {"due": [DUE, DUE | {"words": "spring 2016"}], "first_due": [None, DUE]},
            "due: July 2015 → spring 2016",
        ),
        ({"due": [DUE, None]}, "due: July 2015 → none"),
        ({"places": [[], ["Rome", "Geneva"]]}, "places: Rome, Geneva"),
        ({"restricted": [False, True]}, "restricted: no → yes"),
        (
            {"owners": [None, [{"agency": "IOM", "role": "lead", "acceptance": "confirmed"}]]},
            "owners: IOM (lead, confirmed)",
        ),
        ({"text": [None, "Do it"], "status": [None, "announced"]}, "Do it"),
        ({}, ""),
    ],
)
def test_changes_say_what_became_what(changes, said):
    entry = replace(ENTRY, changes=changes)
    assert shown(entry, "changes") == said
    assert read_back(entry_json(entry))["changes"] == changes


def test_an_entry_says_for_whom_it_was_entered():
    assert shown(ENTRY, "by") == "Ana (GMG)"
    assert shown(replace(ENTRY, on_behalf_of=None), "by") == "Ana"
