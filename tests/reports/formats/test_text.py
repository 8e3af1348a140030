import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.facts import commitment, facts, year_of
from tests.reports.hostile import TEXTS, filled_with
from tests.reports.rendering import printed
from tracker.reports.formats.text import measure, wrap


@pytest.mark.parametrize("width", [40, 80, 160])
@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_no_line_is_wider_than_the_screen_or_holds_what_moves_a_cursor(text, width):
    content = printed(filled_with(text), "text", width=width).content.decode()
    lines = content.split("\n")
    assert max(map(measure, lines)) <= width
    assert not re.search(r"[\u202a-\u202e\u2066-\u2069\ufeff]", content)
    assert {c for c in content if unicodedata.category(c) == "Cc"} == {"\n"}


def test_a_narrow_screen_gets_rows_one_under_another_and_a_wide_one_a_table():
    narrow = printed(year_of(2), "text", width=80).content.decode()
    assert re.search(r"^    Due {16}26 and 27 May 2030$", narrow, re.MULTILINE)
    wide = printed(year_of(2), "text", width=160).content.decode()
    assert re.search(r"^Ref +Commitment +Lead and partners +Due +Status +Last word$", wide, re.M)


def test_a_screen_too_narrow_for_anything_gets_forty_columns():
    assert printed(year_of(3), "text", width=1) == printed(year_of(3), "text", width=40)


def test_columns_stay_in_line_under_wide_characters():
    made = [commitment("FM13-01", text="灯塔"), commitment("FM13-02", text="tower")]
    lines = printed(facts(made), "text", width=160).content.decode().splitlines()
    rows = [line for line in lines if line.startswith(("FM13-01  灯", "FM13-02  t"))]
    starts = {measure(row[: row.index("FLK")]) for row in rows}
    assert len(rows) == 2
    assert len(starts) == 1


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]) | st.just(" ")))
def test_wrapping_loses_no_letter(text):
    text = " ".join(text.split())
    wrapped = wrap(text, 12)
    assert "".join(wrapped).replace(" ", "") == text.replace(" ", "")
    assert all(measure(line) <= 12 for line in wrapped)
