"""An interval in words and in EDTF, and what counts as overdue and as a slip."""

from datetime import date

import pytest

from tracker.domain.due import Due, days_overdue, in_words, is_overdue, is_slip
from tracker.domain.vocabulary import Relation, Status

MARCH = (date(2015, 3, 1), date(2015, 3, 31))


@pytest.mark.parametrize(
    ("earliest", "latest", "relation", "words"),
    [
        (date(2015, 3, 4), date(2015, 3, 4), Relation.ON, "4 March 2015"),
        (date(2015, 5, 26), date(2015, 5, 27), Relation.ON, "26 and 27 May 2015"),
        (date(2015, 5, 26), date(2015, 5, 29), Relation.ON, "26 to 29 May 2015"),
        (date(2015, 4, 30), date(2015, 5, 1), Relation.ON, "30 April and 1 May 2015"),
        (date(2016, 3, 1), date(2016, 5, 31), Relation.ON, "1 March to 31 May 2016"),
        (
            date(2015, 12, 28),
            date(2016, 1, 3),
            Relation.ON,
            "28 December 2015 to 3 January 2016",
        ),
        (date(2015, 7, 1), date(2015, 7, 31), Relation.ON, "1 to 31 July 2015"),
        (date(2015, 7, 1), date(2015, 7, 31), Relation.IN, "July 2015"),
        (date(2016, 3, 1), date(2016, 5, 31), Relation.IN, "March to May 2016"),
        (date(2015, 12, 1), date(2016, 2, 29), Relation.IN, "December 2015 to February 2016"),
        (date(2015, 1, 1), date(2015, 12, 31), Relation.IN, "2015"),
        (date(2015, 1, 1), date(2016, 12, 31), Relation.IN, "2015 to 2016"),
        (date(2015, 3, 1), date(2015, 3, 10), Relation.IN, "between 1 and 10 March 2015"),
        (date(2015, 3, 4), date(2015, 3, 4), Relation.IN, "in the course of 4 March 2015"),
        (date(2015, 3, 3), date(2015, 3, 6), Relation.DURING, "3 to 6 March 2015"),
        (date(2015, 7, 1), date(2015, 7, 31), Relation.IN_MARGINS_OF, "July 2015"),
        (date(2015, 3, 1), date(2015, 3, 10), None, "1 to 10 March 2015"),
        (None, date(2015, 5, 31), Relation.BY, "by 31 May 2015"),
        (
            date(2016, 2, 11),
            date(2016, 2, 12),
            Relation.BY,
            "by the meeting of 11 and 12 February 2016",
        ),
        (date(2015, 6, 1), None, Relation.IN, "from 1 June 2015"),
        (date(987, 6, 1), None, Relation.IN, "from 1 June 0987"),
        (None, None, None, "no date"),
        (None, None, Relation.DURING, "no date"),
    ],
)
def test_an_interval_is_printed_in_plain_words(earliest, latest, relation, words):
    assert in_words(earliest, latest, relation) == words


@pytest.mark.parametrize(
    ("earliest", "latest", "edtf"),
    [
        (date(2015, 3, 4), date(2015, 3, 4), "2015-03-04"),
        (*MARCH, "2015-03"),
        (date(2015, 1, 1), date(2015, 12, 31), "2015"),
        (date(2015, 5, 26), date(2015, 5, 27), "2015-05-26/2015-05-27"),
        (date(2015, 1, 1), date(2016, 12, 31), "2015-01-01/2016-12-31"),
        (None, date(2019, 12, 31), "../2019-12-31"),
        (date(2015, 6, 1), None, "2015-06-01/.."),
        (None, None, None),
    ],
)
def test_an_interval_is_written_in_edtf(earliest, latest, edtf):
    assert Due("as said", earliest, latest).edtf == edtf


@pytest.mark.parametrize(
    ("status", "latest", "overdue"),
    [
        (Status.ANNOUNCED, date(2015, 3, 31), True),
        (Status.IN_PROGRESS, date(2015, 3, 31), True),
        (Status.ANNOUNCED, date(2015, 4, 1), False),
        (Status.ANNOUNCED, None, False),
        (Status.COMPLETED, date(2015, 3, 31), False),
        (Status.PARTLY_COMPLETED, date(2015, 3, 31), False),
        (Status.WITHDRAWN, date(2015, 3, 31), False),
        (Status.SUPERSEDED, date(2015, 3, 31), False),
    ],
)
def test_what_is_open_is_overdue_from_the_day_after_its_latest(status, latest, overdue):
    assert is_overdue(status, latest, today=date(2015, 4, 1)) is overdue


def test_days_overdue_are_counted_from_the_latest_day():
    assert days_overdue(date(2015, 3, 31), today=date(2015, 4, 1)) == 1


def test_a_later_day_or_none_any_more_is_a_slip_and_an_earlier_or_first_one_is_not():
    assert is_slip(date(2015, 3, 31), date(2015, 4, 1))
    assert is_slip(date(2015, 3, 31), None)
    assert not is_slip(date(2015, 3, 31), date(2015, 3, 30))
    assert not is_slip(date(2015, 3, 31), date(2015, 3, 31))
    assert not is_slip(None, date(2015, 3, 31))
