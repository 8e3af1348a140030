"""What holds for dates of every wording: nothing crashes, hangs, or turns round."""

import time
from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tracker.domain.due import Due, in_words
from tracker.domain.vocabulary import Relation
from tracker.errors import Refused
from tracker.intake.dates import Anchor, read_due, read_when
from tracker.intake.dates.language import words

LIMIT = 200
# Far above what the slowest takes; what grows with the words' length to a power shows at once.
SECONDS = 2

WORDS = words(
    """
    a after ahead an and annually as at before beginning between by cob commencing course day days
    during each early end every fall fifth first for friday from half in july last late later
    latest least margins march may meeting mid monday month months new next no none of on or prior
    quarter second session since soon spring tbc than the third this thirty time to today twenty
    two until week weekend weeks winter with within year years - – / , ( ) ' & . .. 1 2 4 12 26 29
    30 31 32 0 15 2015 2016 0000 0001 9999 2015-07 2015/16 2016-21 2011/12 Q3 H2 Q9 4th 3/4/2015
    13/04/2015 2015-02-30 9999-12-31 0001-01-01 2015-W12 10:00 CM14 COP Mar-15
    """
)
ANYTHING = st.text(max_size=250)
LIKE_A_DATE = st.lists(st.sampled_from(sorted(WORDS)), min_size=1, max_size=14).map(" ".join)
DAYS = st.dates()
MEETINGS = st.one_of(
    st.none(),
    st.builds(lambda day: Anchor("M1", day, day), DAYS),
    st.builds(lambda day: Anchor("M2", None, day), DAYS),
    st.builds(lambda day: Anchor("M3", day, None), DAYS),
    st.just(Anchor("M4", None, None)),
)


def read(words: str, said: date = date(2015, 2, 13)) -> Due:
    return read_due(words, said=(said, said), find_meeting=lambda _: None).due


@given(st.one_of(LIKE_A_DATE, ANYTHING), DAYS, st.integers(0, 20), MEETINGS)
@example("within 9999 years", date(9999, 12, 31), 0, None)
@example("before 1 January 0001", date(1, 1, 1), 0, None)
@example("the week after next", date(9999, 12, 20), 11, None)
def test_words_are_read_or_refused_and_no_interval_is_turned_round(words, first, length, meeting):
    last = min(first, date.max - timedelta(length)) + timedelta(length)
    try:
        reading = read_due(words, said=(first, last), find_meeting=lambda _: meeting)
    except Refused:
        return
    due = reading.due
    if due.earliest and due.latest:
        assert due.earliest <= due.latest
    assert len(due.words) <= LIMIT


@given(st.one_of(LIKE_A_DATE, ANYTHING), DAYS)
def test_a_meetings_own_days_never_hang_on_a_meeting(words, today):
    try:
        due = read_when(words, today=today)
    except Refused:
        return
    assert due.meeting is None
    assert due.relation in (Relation.ON, Relation.BY, Relation.IN, None)


PIECES = """
1 and |1-|4 March to |4 March 2015, |03/04/2015 and |2015-|Q3-|(|at the meeting on 4 |in |mid |
by the meeting of 4 March |during the meeting in March |early first week of |last two weeks of |
first and second and |soon |every |next week |twenty-|within 30 days of |a.|' |w/c |subject to |
meting conferense |to be |10:00 - |x|9|–|
\N{COMBINING ACUTE ACCENT}|\N{ARABIC LIGATURE ALLAH ISOLATED FORM}
""".replace("\n", "").split("|")


@pytest.mark.parametrize("piece", PIECES)
def test_no_words_keep_the_reader_long(piece):
    words = (piece * LIMIT)[:LIMIT]
    start = time.process_time()
    for tail in ("", " 2015", " meeting"):
        with suppress(Refused):
            read((words[: LIMIT - len(tail)] + tail)[:LIMIT])
    assert time.process_time() - start < SECONDS


INTERVALS = st.one_of(
    st.tuples(st.none(), st.none(), st.none()),
    st.tuples(st.none(), DAYS, st.just(Relation.BY)),
    st.tuples(DAYS, st.none(), st.just(Relation.IN)),
    st.tuples(DAYS, DAYS, st.sampled_from([Relation.ON, Relation.IN, Relation.BY])),
    st.builds(
        lambda day, length, relation: (min(day, date.max - timedelta(length)), length, relation),
        DAYS,
        st.integers(0, 70),
        st.sampled_from([Relation.ON, Relation.IN, Relation.BY]),
    ).map(lambda made: (made[0], made[0] + timedelta(made[1]), made[2])),
    st.builds(
        lambda year, first, count: (
            date(year, first, 1),
            date(year + (first + count) // 12, (first + count) % 12 + 1, 1) - timedelta(1),
            Relation.IN,
        ),
        st.integers(1, 9990),
        st.integers(1, 12),
        st.integers(0, 40),
    ),
).filter(lambda made: not (made[0] and made[1]) or made[0] <= made[1])


@given(INTERVALS, DAYS)
@example((date(2015, 12, 31), date(2016, 1, 1), Relation.ON), date(2015, 2, 13))
@example((date(2015, 5, 31), date(2015, 6, 1), Relation.ON), date(2015, 2, 13))
@example((date(2015, 1, 1), date(2016, 12, 31), Relation.IN), date(2015, 2, 13))
@example((date(2011, 1, 1), date(2012, 12, 31), Relation.IN), date(2015, 2, 13))
@example((date(2015, 3, 4), date(2015, 3, 4), Relation.IN), date(2015, 2, 13))
@example((date(2015, 3, 4), date(2015, 3, 4), Relation.BY), date(2015, 2, 13))
@example((date(2015, 3, 1), date(2015, 3, 31), Relation.ON), date(2015, 2, 13))
def test_what_is_printed_reads_back_as_the_same_interval(interval, said):
    due = read(in_words(*interval), said)
    assert (due.earliest, due.latest, due.relation) == interval


@given(DAYS, DAYS, st.sampled_from([Relation.DURING, Relation.IN_MARGINS_OF, None]), DAYS)
def test_so_do_the_days_of_what_hangs_on_a_meeting(one, other, relation, said):
    earliest, latest = sorted((one, other))
    due = read(in_words(earliest, latest, relation), said)
    assert (due.earliest, due.latest) == (earliest, latest)


@given(st.dates(min_value=date(1000, 1, 1)), st.dates(min_value=date(1000, 1, 1)), DAYS)
def test_edtf_reads_back_as_the_same_interval(one, other, said):
    earliest, latest = sorted((one, other))
    for ends in ((earliest, latest), (earliest, None), (None, latest)):
        due = read(Due("", *ends).edtf or "", said)
        assert (due.earliest, due.latest) == ends
