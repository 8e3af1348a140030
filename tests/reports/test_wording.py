from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.as_json import due_json
from tracker.domain.due import Due
from tracker.domain.vocabulary import Relation
from tracker.reports.wording import reading, say_day, say_ordinal, say_share


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "first"),
        (13, "thirteenth"),
        (20, "twentieth"),
        (21, "twenty-first"),
        (40, "fortieth"),
        (99, "ninety-ninth"),
        (100, "100th"),
        (101, "101st"),
        (112, "112th"),
        (123, "123rd"),
    ],
)
def test_ordinals_are_words_as_far_as_they_are_read(number, said):
    assert say_ordinal(number) == said


@given(st.integers(1, 5000), st.integers(0, 5000))
def test_a_share_is_never_rounded_to_nothing_or_to_all(whole, part):
    part = min(part, whole)
    said = say_share(part, whole)
    assert (said == "0%") == (part == 0)
    assert (said == "100%") == (part == whole)


@given(st.dates())
def test_a_day_is_said_with_its_month_in_full_whatever_the_machine_speaks(day):
    assert say_day(day) == say_day(day.isoformat())
    assert say_day(day).split()[::2] == [str(day.day), str(day.year)]


@pytest.mark.parametrize(
    ("words", "earliest", "latest", "relation"),
    [
        ("4 March 2030", "2030-03-04", "2030-03-04", Relation.ON),
        ("on 4 Mar 2030", "2030-03-04", "2030-03-04", Relation.ON),
        ("2030-03-04", "2030-03-04", "2030-03-04", Relation.ON),
        ("26 and 27 May 2030", "2030-05-26", "2030-05-27", Relation.ON),
        ("28 February to 3 March 2030", "2030-02-28", "2030-03-03", Relation.ON),
        ("July 2030", "2030-07-01", "2030-07-31", Relation.IN),
        ("in 2030", "2030-01-01", "2030-12-31", Relation.IN),
        ("no later than 2034", None, "2034-12-31", Relation.BY),
        ("by the end of May 2030", None, "2030-05-31", Relation.BY),
        ("before 1 June 2030", None, "2030-05-31", Relation.BY),
        ("ongoing", None, None, None),
    ],
)
def test_words_that_say_their_days_need_no_reading(words, earliest, latest, relation):
    assert _read(words, earliest, latest, relation) is None


@pytest.mark.parametrize(
    ("words", "earliest", "latest", "relation"),
    [
        ("next week", "2030-02-18", "2030-02-24", Relation.IN),
        ("July", "2030-07-01", "2030-07-31", Relation.IN),
        ("4 March", "2030-03-04", "2030-03-04", Relation.ON),
        ("spring 2031", "2031-03-01", "2031-05-31", Relation.IN),
        ("early 2030", "2030-01-01", "2030-04-30", Relation.IN),
        ("late 2030", "2030-09-01", "2030-12-31", Relation.IN),
        ("early March 2030", "2030-03-01", "2030-03-10", Relation.IN),
        ("by the end of May", None, "2030-05-31", Relation.BY),
        ("within 30 days", None, "2030-03-15", Relation.BY),
        ("during the committee of chart makers", "2030-03-04", "2030-03-08", Relation.DURING),
        ("يوليو 2030", "2030-07-01", "2030-07-31", Relation.IN),
        ("2030年7月", "2030-07-01", "2030-07-31", Relation.IN),
    ],
)
def test_words_that_do_not_say_their_days_are_read_beneath(words, earliest, latest, relation):
    read = _read(words, earliest, latest, relation)
    assert read is not None
    assert latest[:4] in read


@given(st.text(max_size=40), st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(0, 400))
def test_words_without_the_year_are_always_read(words, first, days):
    last = first + timedelta(days=days)
    if any(str(year) in words for year in range(first.year, last.year + 1)):
        return
    assert _read(words, str(first), str(last), Relation.IN)


def _read(words, earliest, latest, relation):
    first, last = (each and date.fromisoformat(each) for each in (earliest, latest))
    return reading(due_json(Due(words, first, last, relation)) or {})
