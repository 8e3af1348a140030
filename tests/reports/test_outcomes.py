"""What was delivered, and what will not be and why; who chairs; what is restricted; the number."""

import re
from datetime import date

import pytest

from tests.reports.facts import CHAIRS, JULY, commitment, entry, facts, meeting, owner, year_of
from tests.reports.rendering import printed, read, sentences
from tracker.domain.facts import LinkFact, UpdateFact
from tracker.domain.vocabulary import LinkKind, Status, Verification
from tracker.reports.follow_up import Since, chairs_on, follow_up
from tracker.reports.formats import FORMATS

EVIDENCE = "https://lighthouses.example/lamps"


def part_of(made, title):
    """Give what a part of the paper says, in one line."""
    found = re.search(rf"\n## {re.escape(title)}.*?\n(.*?)\n(?:## |---)", read(made, "md"), re.S)
    assert found is not None
    return re.sub(r"\s+", " ", re.sub(r"<br>|[|*]", " ", found[1].replace("\\", "")))


def completed(ref="FM13-01", **changes):
    return commitment(ref, status=Status.COMPLETED, verification=Verification.UNVERIFIED, **changes)


def test_what_was_delivered_stands_with_its_day_its_evidence_and_how_it_was_checked():
    made = completed(closed_on=date(2030, 7, 20))
    given = entry(made.ref, 2, "update", evidence=(EVIDENCE,))
    told = part_of(facts([made], [given]), "Completed since the previous meeting")
    assert "20 July 2030" in told
    assert EVIDENCE in told
    assert "not yet verified" in told
    assert "late" not in told
    checked = commitment(
        status=Status.COMPLETED, verification=Verification.VERIFIED, closed_on=date(2030, 7, 20)
    )
    history = [
        given,
        entry(made.ref, 3, "verify", on=date(2030, 9, 2), note="checked with the League"),
    ]
    told = part_of(facts([checked], history), "Completed since the previous meeting")
    assert "verified 2 September 2030 checked with the League" in told


def test_a_check_that_was_taken_back_is_not_told():
    history = [entry("FM13-01", 2, "verify", note="checked with the League")]
    told = part_of(facts([completed()], history), "Completed since the previous meeting")
    assert "checked" not in told
    assert "no evidence given" in told


def test_a_late_delivery_is_late_by_the_day_that_is_true_and_counted_once():
    late = completed(closed_on=date(2030, 8, 5))
    on_time = completed("FM13-02", closed_on=JULY.latest)
    undated = completed("FM13-03", closed_on=date(2030, 8, 5), due=None)
    made = facts([late, on_time, undated])
    data = follow_up(made)
    assert [row["days_late"] for row in data["commitments"]] == [5, None, None]
    assert data["figures"]["late"] == 1
    assert "3 were delivered since the previous meeting, 1 of them late." in sentences(made)
    assert part_of(made, "Completed").count("late") == 1
    assert "5 days late" in part_of(made, "Completed")


def test_what_is_closed_otherwise_says_why():
    withdrawn = commitment(status=Status.WITHDRAWN, closed_on=date(2030, 8, 5))
    superseded = commitment(
        "FM13-02",
        status=Status.SUPERSEDED,
        linked_from=(
            LinkFact(LinkKind.FOLLOWS, "FM14-03"),
            LinkFact(LinkKind.SUPERSEDES, "FM14-02"),
        ),
    )
    bare = commitment("FM13-03", status=Status.WITHDRAWN)
    because = {"changes": {"status": ["announced", "withdrawn"]}, "reason": "Fog."}
    history = [entry("FM13-01", 2, "update", **because)]
    made = facts([withdrawn, superseded, bare], history)
    told = part_of(made, "Withdrawn or superseded since the previous meeting, and why")
    assert "Fog." in told
    assert "superseded by FM14-02" in told
    assert "superseded by FM14-03" not in told
    assert "no reason recorded" in told
    assert follow_up(made)["ended"] == ["FM13-01", "FM13-02", "FM13-03"]
    # So also in the matrix, for who reads no further.
    assert "followed by FM14-03" in read(made)


def test_where_nothing_is_closed_there_is_no_such_part():
    text = read(facts([commitment()]))
    assert "Completed" not in text
    assert "Withdrawn" not in text


@pytest.mark.parametrize(
    ("changes", "heading"),
    [
        ({}, "Completed since the previous meeting\n"),
        ({"since": Since(date(2030, 3, 1))}, "Completed since 1 March 2030\n"),
        (
            {"since": Since(date(2029, 2, 1), meeting("FM12", when=JULY))},
            "Completed since FM12\n",
        ),
        ({"previous": None}, "Completed\n"),
    ],
)
def test_the_heading_says_since_when(changes, heading):
    made = facts([completed()], **changes)
    assert heading in read(made)


def test_the_period_begins_where_it_was_asked_to():
    asked = facts([completed()], since=Since(date(2030, 3, 1)))
    assert follow_up(asked)["period"] == {"from": "2030-03-01", "to": "2031-01-15"}
    assert "closed since 1 March 2030" in follow_up(asked)["options"]
    by_meeting = facts([completed()], since=Since(date(2030, 2, 12), meeting()))
    assert follow_up(by_meeting)["period"] == {"from": "2030-02-13", "to": "2031-01-15"}
    assert "closed since FM13" in follow_up(by_meeting)["options"]


def test_a_group_that_leads_stands_with_who_chairs_it_on_the_day_of_the_report():
    def told(made, **changes):
        return re.sub(r"\s+", " ", read(facts([made], **changes), width=40))

    alone, joint = (commitment(owners=owners) for owners in LEADS)
    assert "PIO chaired by WLG" in told(alone)
    assert "PIO, FLK PIO chaired by WLG" in told(joint)
    assert "PIO chaired by MOD" in told(alone, day=date(2030, 12, 31))
    assert "chaired" not in told(alone, day=date(2032, 1, 1))
    assert "chaired" not in told(commitment())
    assert "Working group on lamps and lenses (fictional)" in told(alone)
    assert chairs_on(CHAIRS, date(2031, 12, 31)) == {"PIO": ["WLG"]}


LEADS = ((owner("PIO"),), (owner("PIO"), owner("FLK")))


@pytest.mark.parametrize("form", sorted(FORMATS.keys() - {"pdf", "json"}))
def test_with_restricted_items_asked_for_head_and_foot_say_so_in_every_format(form):
    note = entry("FM13-01", 2, "update", note="Between us.", restricted=True)
    said = UpdateFact(note.at, note.on, "A. N.", note="Between us.")
    made = facts([commitment(last_update=said)], [note], with_restricted=True)
    text = read(made, form)
    assert text.lower().index("contains restricted items") < text.index("At a glance")
    assert "restricted items included" in text[text.rindex("As of") :]
    # The note itself is marked, in the matrix and in the annex.
    assert len(re.findall(r"Between us\.", text)) == 2
    assert len(re.findall(r"(?<!contains )(?<!CONTAINS )\brestricted(?! items)", text)) == 2
    nothing = read(facts([commitment()], with_restricted=True), form)
    assert "restricted items asked for, none found" in nothing.lower()


def test_an_issued_report_bears_its_number_at_its_head_on_every_page_and_in_its_foot():
    made = facts(year_of(9).commitments, number=7)
    text = read(made)
    assert "No. 7, FM14, 15 January 2031" in text
    assert re.search(r"Issued as +No\. 7", text)
    assert "<title>Follow-up report, 15 January 2031, FM14, No. 7</title>" in read(made, "html")
    assert "No. " not in read(facts(year_of(9).commitments))


def test_what_was_recorded_on_one_day_is_said_once():
    def history(*days):
        return [
            entry(
                "FM13-01", n, "update", on=on, at=entry("FM13-01").at.replace(day=at), note="Lit."
            )
            for n, (on, at) in enumerate(days, 1)
        ]

    one_day = [(date(2030, 2, 1), 20), (date(2030, 2, 3), 20)]
    text = read(facts([commitment()], history(*one_day)))
    assert "All of it was recorded on 20 February 2030." in text
    assert text.count("20 February 2030") == 1
    two_days = [(date(2030, 2, 1), 20), (date(2030, 2, 21), 21)]
    text = read(facts([commitment()], history(*two_days)))
    assert "All of it" not in text
    assert text.count("recorded 20 February 2030") == 1
    assert "recorded 21 February" not in text
    # Each commitment's own history can have a day of its own.
    other = [entry("FM13-02", 3, "log", on=date(2030, 3, 1), at=entry("FM13-02").at)]
    text = read(facts([commitment(), commitment("FM13-02")], [*history(*one_day[:1] * 2), *other]))
    assert "All of it was recorded" in text


def test_history_of_one_commitment_recorded_together_says_it_beneath():
    at = entry("FM13-01").at
    history = [
        entry("FM13-01", 1, on=date(2030, 2, 1), at=at),
        entry("FM13-01", 2, "update", on=date(2030, 2, 3), at=at, note="Lit."),
        entry("FM13-02", 3, on=date(2030, 3, 1), at=at.replace(month=3)),
    ]
    text = read(facts([commitment(), commitment("FM13-02")], history))
    assert re.search(r"Recorded +all on 20 February 2030", text)
    assert text.count("20 February 2030") == 1


def test_no_format_fails_on_what_has_happened_in_a_year():
    for form in FORMATS:
        assert printed(year_of(40), form).warnings == ()
