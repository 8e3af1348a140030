"""The figures: what is counted, what is listed, and in which order."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.reports.facts import AGENCIES, DAY, JULY, commitment, entry, facts, meeting, owner
from tests.reports.rendering import sentences
from tracker.domain.due import Due
from tracker.domain.facts import CommitmentFact, UpdateFact
from tracker.domain.vocabulary import Acceptance, Relation, Role, Status, Verification
from tracker.reports.follow_up import follow_up

OPEN = {"announced", "in-progress"}


@st.composite
def commitments(draw: st.DrawFn) -> list[CommitmentFact]:
    made = []
    for number in draw(st.lists(st.integers(1, 300), unique=True, max_size=12)):
        status = draw(st.sampled_from(Status))
        latest = draw(st.none() | st.dates(date(2030, 2, 14), date(2031, 12, 31)))
        leads = draw(st.lists(st.sampled_from(sorted(AGENCIES)), unique=True, max_size=3))
        made.append(
            commitment(
                f"FM13-{number:02}",
                status=status,
                owners=(*(owner(lead) for lead in leads), owner("XYZ", Role.PARTNER)),
                due=latest and Due(str(latest), latest, latest, Relation.ON),
                acceptance=draw(st.sampled_from(Acceptance)),
                verification=draw(st.none() | st.sampled_from(Verification)),
                overdue=status in OPEN and latest is not None and latest < DAY,
                silent=status in OPEN and draw(st.booleans()),
                slips=draw(st.integers(0, 3)),
                restricted=draw(st.booleans()),
            )
        )
    return made


@given(commitments())
def test_the_figures_are_those_that_a_reader_counts_in_the_rows(made):
    data = follow_up(facts(made))
    figures, rows = data["figures"], data["commitments"]
    assert figures["commitments"] == len(rows) == len(made)
    assert figures["open"] + figures["closed"] == len(rows)
    for counted in figures["by_status"]:
        of_it = [row for row in rows if row["status"] == counted["status"]]
        assert counted["commitments"] == len(of_it)
        assert counted["overdue"] == len([row for row in of_it if row["overdue"]])
        assert counted["silent"] == len([row for row in of_it if row["silent"]])
    for acceptance, count in figures["by_acceptance"].items():
        assert count == len([row for row in rows if row["acceptance"] == acceptance])
    for verification, count in figures["by_verification"].items():
        assert count == len([row for row in rows if row["verification"] == verification])
    assert figures["overdue"] == len([row for row in rows if row["days_overdue"] is not None])
    assert figures["silent"] == len([row for row in rows if row["silent"]])
    assert figures["restricted"] == len([row for row in rows if row["restricted"]])
    undated = [row for row in rows if row["due"] is None and row["status"] in OPEN]
    assert figures["undated"] == len(undated)
    unconfirmed = [one for one in made if one.leads and one.acceptance == "unconfirmed"]
    assert figures["not_confirmed"] == len(unconfirmed)
    for kind in ("overdue", "silent"):
        by_agency = figures[f"{kind}_by_agency"]
        assert sum(row["commitments"] for row in by_agency) == figures[kind]


@given(commitments())
def test_each_commitment_stands_once_in_the_matrix_under_its_first_lead(made):
    data = follow_up(facts(made))
    under = {ref: group["key"] for group in data["groups"] for ref in group["refs"]}
    assert sorted(ref for group in data["groups"] for ref in group["refs"]) == sorted(under)
    assert under == {one.ref: one.leads[0].agency if one.leads else None for one in made}
    assert [group["commitments"] for group in data["groups"]] == [
        len(group["refs"]) for group in data["groups"]
    ]


@given(commitments())
def test_no_sentence_is_about_nought(made):
    words = sentences(facts(made)).replace("(", " ").split()
    assert "0" not in words


@given(commitments())
def test_the_overdue_come_longest_first_and_are_late_by_days_from_their_latest_day(made):
    data = follow_up(facts(made))
    late = {row["ref"]: row["days_overdue"] for row in data["commitments"] if row["overdue"]}
    listed = data["attention"]["overdue"]
    assert sorted(listed) == sorted(late)
    assert [late[ref] for ref in listed] == sorted(late.values(), reverse=True)
    for one in made:
        if one.overdue and one.due and one.due.latest:
            assert one.due.latest + timedelta(days=late[one.ref]) == DAY


def test_refs_come_by_their_numbers_and_not_by_their_digits():
    refs = ["FM13-100", "FM9-2", "FM13-02", "FM9-10", "FM13-11"]
    data = follow_up(facts([commitment(ref) for ref in refs]))
    listed = [row["ref"] for row in data["commitments"]]
    assert listed == ["FM9-2", "FM9-10", "FM13-02", "FM13-11", "FM13-100"]


def test_only_what_slipped_twice_and_is_open_asks_for_attention():
    made = [
        commitment("FM13-01", slips=1),
        commitment("FM13-02", slips=2),
        commitment("FM13-03", slips=3),
        commitment("FM13-04", slips=4, status=Status.COMPLETED),
    ]
    assert follow_up(facts(made))["attention"]["slipped"] == ["FM13-03", "FM13-02"]


def test_the_owner_to_be_found_comes_last():
    made = [
        commitment("FM13-01", owners=()),
        commitment("FM13-02", owners=(owner("PIO"),)),
        commitment("FM13-03", owners=(owner("FLK"),)),
    ]
    groups = follow_up(facts(made))["groups"]
    assert [group["key"] for group in groups] == ["FLK", "PIO", None]


def test_an_example_is_found_in_the_last_word_and_in_history():
    told = UpdateFact(
        at=entry("FM13-01").at, on=DAY, by="A. N.", note=" example : the lamps are ordered."
    )
    made = [
        commitment("FM13-01", last_update=told),
        commitment("FM13-02"),
        commitment(
            "FM13-03", last_update=UpdateFact(told.at, DAY, "A. N.", note="For example: no")
        ),
    ]
    history = [entry("FM13-02", note="Example: ordered."), entry("FM13-03", note="No examples.")]
    data = follow_up(facts(made, history))
    assert [row["example"] for row in data["commitments"]] == [True, True, False]
    assert data["figures"]["examples"] == 2


def test_the_period_goes_from_the_previous_meeting_to_the_day_of_the_report():
    assert follow_up(facts())["period"] == {"from": "2030-02-13", "to": "2031-01-15"}
    first = facts(previous=None, covered=(meeting("FM12", when=JULY), meeting()))
    assert follow_up(first)["period"] == {"from": "2030-02-13", "to": "2031-01-15"}
    undated = facts(previous=meeting(when=None), covered=())
    assert follow_up(undated)["period"] is None


def test_a_closed_commitment_says_with_which_reason_it_was_closed():
    made = commitment(status=Status.WITHDRAWN)
    history = [
        entry(made.ref, 1),
        entry(made.ref, 2, "update", changes={"status": ["announced", "withdrawn"]}, reason="Fog."),
        entry(made.ref, 3, "update", note="The ship was told.", reason="Another matter."),
    ]
    assert follow_up(facts([made], history))["commitments"][0]["closed_because"] == "Fog."


def test_an_entry_tells_the_day_on_which_it_was_recorded_in_the_zone_of_the_register():
    history = [entry("FM13-01", at=entry("FM13-01").at.replace(month=7, hour=23, minute=30))]
    told = follow_up(facts([commitment()], history))["commitments"][0]["history"][0]
    assert told["at"] == "2030-07-20T23:30:00Z"
    assert told["recorded_on"] == "2030-07-21"
