"""The matrix, arranged in every way that it can be."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.facts import MAY, commitment, facts, meeting, year_of
from tests.reports.rendering import read
from tests.reports.test_figures import commitments
from tracker.domain.due import Due
from tracker.domain.vocabulary import GroupBy, Relation, Status
from tracker.reports.follow_up import follow_up


def groups(made, by, **changes):
    return follow_up(facts(made, group_by=by, **changes))["groups"]


@given(commitments(), st.sampled_from([by for by in GroupBy if by != GroupBy.TAG]))
def test_each_commitment_stands_once_however_the_matrix_is_arranged(made, by):
    listed = [ref for group in groups(made, by) for ref in group["refs"]]
    assert sorted(listed) == sorted(one.ref for one in made)


@given(commitments(), st.sampled_from(GroupBy))
def test_a_groups_counts_are_those_of_its_rows(made, by):
    data = follow_up(facts(made, group_by=by))
    rows = {row["ref"]: row for row in data["commitments"]}
    for group in data["groups"]:
        members = [rows[ref] for ref in group["refs"]]
        assert group["commitments"] == len(members)
        assert group["overdue"] == sum(row["overdue"] for row in members)
        assert group["silent"] == sum(row["silent"] for row in members)


def test_by_meeting_the_bands_come_in_the_order_of_the_meetings():
    made = [commitment("FM13-01"), commitment("SIDE-01"), commitment("FM12-02")]
    covered = (
        meeting("FM12", title="Twelfth"),
        meeting(title="Thirteenth"),
        meeting("SIDE", title="Side event"),
    )
    found = groups(made, GroupBy.MEETING, covered=covered)
    assert [group["key"] for group in found] == ["FM12", "FM13", "SIDE"]
    assert found[0]["title"] == "Twelfth (FM12)"


def test_by_status_what_is_open_comes_first():
    made = [commitment(f"FM13-{n:02}", status=status) for n, status in enumerate(reversed(Status))]
    found = groups(made, GroupBy.STATUS)
    assert [group["key"] for group in found] == list(Status)
    assert found[3]["title"] == "Partly completed"


def test_by_tag_what_has_several_stands_under_each_and_the_paper_says_so():
    made = [
        commitment("FM13-01", tags=("oil", "lamps")),
        commitment("FM13-02"),
        commitment("FM13-03", tags=("oil",)),
    ]
    found = groups(made, GroupBy.TAG)
    assert [(group["title"], group["refs"]) for group in found] == [
        ("lamps", ["FM13-01"]),
        ("oil", ["FM13-01", "FM13-03"]),
        ("Without a tag", ["FM13-02"]),
    ]
    text = read(facts(made, group_by=GroupBy.TAG))
    assert "What has several tags stands under each of them." in text


def test_by_month_they_come_in_the_order_of_their_latest_days():
    made = [
        commitment("FM13-01", due=None),
        commitment("FM13-02", due=Due("early 2031", date(2031, 1, 1), date(2031, 4, 30))),
        commitment("FM13-03", due=MAY),
        commitment("FM13-04", due=Due("from June", date(2030, 6, 1), None, Relation.IN)),
    ]
    found = groups(made, GroupBy.MONTH)
    assert [(group["title"], group["refs"]) for group in found] == [
        ("Due May 2030", ["FM13-03"]),
        ("Due April 2031", ["FM13-02"]),
        ("No day that it is due", ["FM13-01", "FM13-04"]),
    ]


@pytest.mark.parametrize("by", GroupBy)
def test_heading_and_foot_say_how_it_is_arranged(by):
    text = read(facts(year_of(9).commitments, group_by=by))
    assert f"Matrix by {by}\n" in text
    assert (f"Asked for  by {by}" in text) == (by != GroupBy.AGENCY)
