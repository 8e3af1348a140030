"""How people word dates: what is read, what is refused, and what the refusal says."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tracker.domain.due import Due
from tracker.domain.vocabulary import Relation
from tracker.errors import Refused
from tracker.intake.dates import AmbiguousDay, Anchor, read_due, read_when

PAGE = Path(__file__).parents[2] / "docs" / "dates.md"
WORDINGS = Path(__file__).with_name("wordings.tsv")
SAID = (date(2015, 2, 12), date(2015, 2, 13))
CM14 = Anchor("CM14", date(2016, 2, 11), date(2016, 2, 12))
MEETINGS = {
    "next meeting": CM14,
    "CM14": CM14,
    "Statistical Commission": Anchor("SC46", date(2015, 3, 3), date(2015, 3, 6)),
    "World Data Forum 2016": Anchor("WDF", date(2017, 1, 15), date(2017, 1, 18)),
    "High-level Dialogue": Anchor("HLD3", None, None),
}


def read(words, said=SAID):
    return read_due(words, said=said, find_meeting=MEETINGS.get)


def days(words, said=SAID):
    due = read(words, said).due
    return due.earliest, due.latest


def refused(words):
    with pytest.raises(Refused) as refusal:
        read(words)
    return str(refusal.value)


def rows_of_the_page():
    """Give each wording of the page's table with the cells behind it."""
    lines = [line for line in PAGE.read_text().splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in line[1:-1].split("|")] for line in lines[1:]]
    return [(words, rest) for wordings, *rest in cells for words in wordings.split(" · ")]


def rows_of_other_wordings():
    """Give each wording of the list beside this file with the cells behind it."""
    cells = [line.split("\t") for line in WORDINGS.read_text().splitlines()[1:]]
    return [(words, rest) for words, *rest in cells]


@pytest.mark.parametrize(("words", "expected"), rows_of_the_page(), ids=str)
def test_the_page_on_dates_says_how_each_of_its_wordings_is_read(words, expected):
    first, last, relation, meeting = expected
    if first == "refused":
        with pytest.raises(Refused) as refusal:
            read(words)
        assert not isinstance(refusal.value, AmbiguousDay)
    elif first == "two ways":
        with pytest.raises(AmbiguousDay):
            read(words)
    else:
        reading = read(words)
        due = reading.due
        unknown = f"not known: {reading.unknown_meeting}" if reading.unknown_meeting else ""
        shown = [str(value or "none") for value in (due.earliest, due.latest, due.relation)]
        assert shown == [first, last, relation]
        assert (due.meeting or unknown) == meeting
        assert due.words == words


def test_the_page_on_dates_has_a_long_table():
    assert len(rows_of_the_page()) > 200


@pytest.mark.parametrize(("words", "expected"), rows_of_other_wordings(), ids=str)
def test_wordings_of_many_secretariats_are_read(words, expected):
    if expected == ["refused"]:
        assert words in refused(words)
    else:
        due = read_due(words, said=SAID, find_meeting=lambda _: None).due
        assert [str(v or "none") for v in (due.earliest, due.latest, due.relation)] == expected


@pytest.mark.parametrize(
    ("words", "said", "expected"),
    [
        ("July", date(2014, 11, 6), (date(2015, 7, 1), date(2015, 7, 31))),
        ("29 February", date(1896, 3, 1), (date(1904, 2, 29), date(1904, 2, 29))),
        ("winter", date(2015, 1, 10), (date(2014, 12, 1), date(2015, 2, 28))),
        ("before 12 February", date(2015, 2, 12), (None, date(2016, 2, 11))),
        ("the 31st", date(2015, 4, 2), (date(2015, 5, 31), date(2015, 5, 31))),
        ("by the end of the month", date(2016, 2, 1), (None, date(2016, 2, 29))),
        ("within one month", date(2015, 1, 31), (None, date(2015, 2, 28))),
        ("next quarter", date(2015, 11, 20), (date(2016, 1, 1), date(2016, 3, 31))),
        ("Sunday", date(2015, 12, 31), (date(2016, 1, 3), date(2016, 1, 3))),
        ("31 December 9999", date(9999, 12, 31), (date(9999, 12, 31), date(9999, 12, 31))),
        ("year 0001", date(2015, 1, 1), (date(1, 1, 1), date(1, 12, 31))),
    ],
)
def test_what_is_left_unsaid_is_counted_from_the_meeting(words, said, expected):
    assert days(words, (said, said)) == expected


@pytest.mark.parametrize(
    "words",
    [
        "26 and\N{NO-BREAK SPACE}27\N{NARROW NO-BREAK SPACE}May 2015",
        "26\N{FIGURE DASH}27 May 2015",
        "26\N{EM DASH}27 May 2015",
        "26\N{MINUS SIGN}27 May 2015",
        "26\N{NON-BREAKING HYPHEN}27 May 2015",
        "26 AND 27 MAY 2015.",
        "  (26 and 27\tMay 2015);",
        "“26 and 27 May 2015”",
        "• 26 and 27 May 2015",
        "26\N{ZERO WIDTH SPACE} and 27 M\N{SOFT HYPHEN}ay 2015",
        "２６ and ２７ May ２０１５",
        "٢٦ and ٢٧ May ٢٠١٥",
        "\N{RIGHT-TO-LEFT OVERRIDE}26 and 27 May 2015",
    ],
)
def test_signs_and_spaces_of_every_kind_are_taken_for_plain_ones(words):
    due = read(words).due
    assert (due.earliest, due.latest) == (date(2015, 5, 26), date(2015, 5, 27))
    assert due.relation == Relation.ON


def test_the_words_are_kept_as_said_and_only_cleaned():
    assert read("  By\tthe end of\nMay\N{RIGHT-TO-LEFT OVERRIDE} ").due.words == "By the end of May"


class TestMeetings:
    @pytest.mark.parametrize(
        ("words", "phrase"),
        [
            ("by the next meeting", "next meeting"),
            ("before CM14", "CM14"),
            ("at its forty-seventh session", "forty-seventh session"),
            ("in the margins of the Statistical Commission", "Statistical Commission"),
            ("during the third conference (Addis Ababa, July 2015)", "third conference"),
            ("no later than two weeks before the Summit", "Summit"),
            ("in the second week of the Conference", "Conference"),
            ("ahead of the Dialogue which would take place no later than 2019", "Dialogue"),
        ],
    )
    def test_a_meeting_is_asked_for_by_its_name_alone(self, words, phrase):
        asked: list[str] = []
        read_due(words, said=SAID, find_meeting=asked.append)
        assert phrase in asked

    def test_a_date_beside_a_known_meeting_comes_before_the_meetings_days(self):
        due = read("on 4 March 2015, during the Statistical Commission").due
        assert due == Due(due.words, date(2015, 3, 4), date(2015, 3, 4), Relation.DURING, "SC46")

    def test_a_day_without_a_year_beside_a_meeting_lies_in_the_meetings_year(self):
        assert days("at the next meeting, on 12 February") == (date(2016, 2, 12),) * 2

    def test_a_year_that_is_part_of_a_name_is_no_date(self):
        assert days("during the World Data Forum 2016") == (date(2017, 1, 15), date(2017, 1, 18))

    def test_a_year_within_a_theme_is_no_date(self):
        for words in (
            "during the Forum on ending poverty by 2030",
            "at the summit on the post-2015 agenda",
            "before the Summit on Agenda 2030",
        ):
            assert days(words) == (None, None)

    def test_an_unknown_meeting_keeps_its_name_and_the_date_beside_it(self):
        reading = read("in the margins of the third conference on finance (Lima, July 2015)")
        assert reading.unknown_meeting == "third conference on finance"
        assert reading.due.meeting is None
        assert reading.due.edtf == "2015-07"
        assert reading.due.relation == Relation.IN_MARGINS_OF

    def test_a_meeting_without_days_lends_none(self):
        due = read("during the High-level Dialogue").due
        assert due == Due(due.words, None, None, Relation.DURING, "HLD3")

    def test_nonsense_is_no_meeting_but_for_what_is_said_to_happen_during_it(self):
        for words in ("by rain or shine", "before lunch is over", "at a stretch", "by v2"):
            assert "not read as a date" in refused(words)
        assert read("during the rains").unknown_meeting == "rains"

    def test_a_misspelt_month_is_no_meeting(self):
        assert "Nearest: during February 2016." in refused("during Febuary 2016")


class TestRefusals:
    def test_both_readings_of_a_day_in_figures_are_named_and_given(self):
        with pytest.raises(AmbiguousDay) as refusal:
            read("03/04/2015")
        message = str(refusal.value)
        assert "3 April 2015 or 4 March 2015" in message
        assert "2015-04-03 or 2015-03-04" in message
        assert [due.earliest for due in refusal.value.readings] == [
            date(2015, 4, 3),
            date(2015, 3, 4),
        ]
        assert {due.words for due in refusal.value.readings} == {"03/04/2015"}

    def test_one_plain_day_settles_the_other_one_in_figures(self):
        assert days("3/4/2015 to 15/4/2015") == (date(2015, 4, 3), date(2015, 4, 15))

    @pytest.mark.parametrize(
        ("words", "reason"),
        [
            ("31 June", "June has 30 days"),
            ("30 February 2016", "February has 28 days, in a leap year 29"),
            ("29 February 2015", "2015 is no leap year"),
            ("13/13/2015", "there is no month 13"),
            ("2015-13-01", "there is no month 13"),
            ("Thursday 4 March 2015", "4 March 2015 is a Wednesday, not a Thursday"),
            ("Friday the 14th", "14 February 2015 is a Saturday, not a Friday"),
            ("4 March 15", "a year needs all its four figures"),
            ("April '16", "a year needs all its four figures"),
            ("from May 2016 to March 2015", "it ends before it begins"),
            ("27-26 May", "it ends before it begins"),
            ("Q5 2016", "a year has four quarters and two halves"),
            ("week 54 of 2015", "2015 has no week 54"),
            ("within 99999 years", "it lies outside the years 1 to 9999"),
            ("0000", "it lies outside the years 1 to 9999"),
            ("FY 2016", "a fiscal year begins on another day in each place"),
        ],
    )
    def test_a_date_that_cannot_be_is_refused_with_the_reason(self, words, reason):
        message = refused(words)
        assert words in message
        assert reason in message

    @pytest.mark.parametrize(
        ("words", "near"),
        [
            ("Febuary 2016", "February 2016"),
            ("third qarter of 2016", "third quarter of 2016"),
            ("by the next meting", "by the next meeting"),
            ("Wensday", "Wednesday"),
        ],
    )
    def test_a_misspelt_word_is_answered_with_the_nearest_wording(self, words, near):
        assert f"Nearest: {near}." in refused(words)

    def test_a_date_among_other_words_is_pointed_at(self):
        assert "Only “26 and 27 May 2015” in it is a date" in refused("26 and 27 May 2015, Lima")

    def test_what_would_be_accepted_is_said(self):
        message = refused("blue")
        for accepted in ("4 March 2015", "third quarter of 2016", "within 30 days", "none"):
            assert accepted in message

    def test_no_words_at_all_are_refused(self):
        assert "“none”" in refused(" \t\u202e ")

    def test_words_of_more_than_two_hundred_characters_are_refused(self):
        assert read("during the meeting of " + "x" * 178).unknown_meeting
        assert "201 characters long" in refused("y" * 201)

    def test_what_a_register_refuses_about_a_meeting_is_passed_on(self):
        def refuse(name):
            raise Refused("two meetings are called so")

        with pytest.raises(Refused, match="two meetings"):
            read_due("by the next meeting", said=SAID, find_meeting=refuse)


class TestOwnDaysOfAMeeting:
    def test_they_are_read_as_due_words_are(self):
        due = read_when("12 and 13 February 2015", today=date(2015, 1, 1))
        assert due == Due(due.words, *SAID, Relation.ON)
        assert read_when("no later than 2019", today=SAID[0]).edtf == "../2019-12-31"
        assert read_when("not yet set", today=SAID[0]) == Due("not yet set")

    def test_they_hang_on_no_other_meeting(self):
        for words in ("during the summit", "in the margins of the conference (July 2015)"):
            with pytest.raises(Refused, match="names another meeting"):
                read_when(words, today=SAID[0])

    def test_two_readings_are_refused_too(self):
        with pytest.raises(AmbiguousDay):
            read_when("03/04/2015", today=SAID[0])


def test_reading_dates_needs_the_standard_library_alone():
    program = (
        "import sys; before = set(sys.modules); import tracker.intake.dates;"
        "print(*{name.partition('.')[0] for name in set(sys.modules) - before})"
    )
    shown = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert set(shown.stdout.split()) - sys.stdlib_module_names == {"tracker"}
