"""What changed since the report that was issued before."""

import re

from tests.reports.facts import commitment, facts, owner
from tests.reports.rendering import read
from tracker.domain.vocabulary import Acceptance, Status
from tracker.reports.changes import Earlier
from tracker.reports.follow_up import follow_up


def earlier(*made, newer=(), **changes):
    data = follow_up(facts(made, number=3, **changes))
    return Earlier(3, data, frozenset(f"uid-{ref}" for ref in newer))


def changed(before, now, **changes):
    """Give the refs under each sort of change that is not empty."""
    found = follow_up(facts(now, earlier=before, **changes))["changes"]
    return {sort: refs for sort, refs in found.items() if isinstance(refs, list) and refs}


def test_each_sort_of_change_is_found():
    refs = [f"FM13-{number:02}" for number in range(1, 9)]
    before = [commitment(ref) for ref in refs]
    before[6] = commitment(refs[6], status=Status.COMPLETED)
    disputing = owner("FLK", acceptance=Acceptance.DISPUTED)
    now = [
        commitment(refs[0], status=Status.COMPLETED),
        commitment(refs[1], overdue=True),
        commitment(refs[2], slips=1),
        commitment(refs[3], status=Status.WITHDRAWN),
        commitment(refs[4], status=Status.SUPERSEDED),
        commitment(refs[5], acceptance=Acceptance.DISPUTED, owners=(disputing,)),
        commitment(refs[6]),
        commitment(refs[7]),
        commitment("FM13-09"),
    ]
    assert changed(earlier(*before, newer=["FM13-09"]), now) == {
        "announced": ["FM13-09"],
        "completed": [refs[0]],
        "newly_overdue": [refs[1]],
        "slipped": [refs[2]],
        "withdrawn": [refs[3]],
        "superseded": [refs[4]],
        "disputed": [refs[5]],
        "reopened": [refs[6]],
    }


def test_what_stood_so_before_is_no_change():
    late = commitment(overdue=True, slips=2, status=Status.IN_PROGRESS)
    assert changed(earlier(late), [late]) == {}
    partly = commitment(status=Status.PARTLY_COMPLETED)
    assert changed(earlier(partly), [commitment(status=Status.COMPLETED)]) == {}


def test_what_the_earlier_report_left_out_though_it_stood_is_not_newly_announced():
    hidden = commitment("FM13-02", restricted=True)
    assert changed(earlier(commitment()), [commitment(), hidden]) == {}
    # A meeting that the earlier report did not cover brings news, whenever it was logged.
    other = commitment("FM14-01")
    assert changed(earlier(commitment()), [commitment(), other]) == {"announced": ["FM14-01"]}


def test_what_was_closed_between_the_issue_and_the_period_is_told_though_it_is_not_in_the_paper():
    before = earlier(commitment("FM13-01"), commitment("FM13-02"))
    gone = commitment("FM13-02", status=Status.COMPLETED)
    made = facts([commitment("FM13-01")], earlier=before, beside=(gone,))
    assert follow_up(made)["changes"]["completed"] == ["FM13-02"]
    page = read(made, "html")
    assert "FM13-02" in page
    assert 'href="#annex-FM13-02"' not in page


def test_the_first_page_says_it_in_a_sentence_with_refs():
    newer = [f"FM13-{number}" for number in range(10, 40)]
    before = earlier(commitment("FM13-01"), commitment("FM13-02"), newer=newer)
    now = [
        commitment("FM13-01", status=Status.COMPLETED),
        commitment("FM13-02", overdue=True),
        *map(commitment, newer),
    ]
    text = read(facts(now, earlier=before))
    told = re.search(r"Since report No\. 3 of 15 January 2031: .*", text)
    assert told is not None
    assert told[0].startswith(
        "Since report No. 3 of 15 January 2031: 30 newly announced (FM13-10, FM13-11, "
    )
    assert " and 19 more); 1 completed (FM13-01); 1 newly overdue (FM13-02)." in told[0]
    assert "Since report No." not in read(facts(now))


def test_that_nothing_changed_is_said():
    text = read(facts([commitment()], earlier=earlier(commitment())))
    assert "Since report No. 3 of 15 January 2031 nothing has changed." in text
