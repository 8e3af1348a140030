"""The charts: bars from zero that say what the figures say."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.facts import commitment, facts, owner, year_of
from tests.reports.rendering import printed, read
from tests.reports.test_figures import commitments
from tracker.domain.due import Due
from tracker.domain.vocabulary import Relation, Status
from tracker.reports.document import Bar, Chart, Line, Portion, Tone
from tracker.reports.follow_up import draw, follow_up
from tracker.reports.formats.signs import draw_bar


def charts(made):
    document = draw(follow_up(made))
    return [block for part in document.parts for block in part.blocks if isinstance(block, Chart)]


def said(chart):
    return "".join(run.text for run in chart.sentence)


def due(latest, **changes):
    return commitment(due=Due(str(latest), latest, latest, Relation.ON), **changes)


@given(commitments())
def test_bars_hold_every_commitment_once_and_stand_in_the_order_of_the_matrix(made):
    data = follow_up(facts(made))
    rows, groups = data["figures"]["by_agency"], data["groups"]
    assert [row["agency"] for row in rows] == [group["key"] for group in groups]
    assert [row["commitments"] for row in rows] == [group["commitments"] for group in groups]
    for row in rows:
        assert row["overdue"] + row["open"] + row["closed"] == row["commitments"]
    periods = data["figures"]["timeline"]
    assert sum(p["overdue"] for p in periods) == data["figures"]["overdue"]
    assert sum(p["overdue"] + p["due"] for p in periods) == data["figures"]["open"]
    if made:
        assert [bar.total for bar in charts(facts(made))[0].bars] == [
            r["commitments"] for r in rows
        ]


@given(commitments())
def test_months_follow_one_another_without_a_gap(made):
    months = [
        int(p["month"][:4]) * 12 + int(p["month"][5:])
        for p in follow_up(facts(made))["figures"]["timeline"]
        if p["period"] == "in"
    ]
    assert months == list(range(months[0], months[0] + len(months))) if months else True


def test_what_is_far_off_is_counted_together_and_what_has_no_day_comes_last():
    made = [
        due(date(2020, 1, 1), ref="FM13-01", overdue=True),
        due(date(2031, 1, 14), ref="FM13-02", overdue=True),
        due(date(2031, 1, 15), ref="FM13-03"),
        due(date(2099, 1, 1), ref="FM13-04"),
        commitment("FM13-05", due=None),
        commitment("FM13-06", due=Due("from June", date(2031, 6, 1), None, Relation.IN)),
        due(date(2031, 3, 1), ref="FM13-07", status=Status.COMPLETED),
    ]
    periods = follow_up(facts(made))["figures"]["timeline"]
    assert len(periods) == 1 + 21 + 1 + 2
    assert periods[0] == {"period": "before", "month": "2030-05", "overdue": 1, "due": 0}
    assert {"period": "in", "month": "2031-01", "overdue": 1, "due": 1} in periods
    assert periods[-3:] == [
        {"period": "after", "month": "2032-01", "overdue": 0, "due": 1},
        {"period": "open-ended", "month": None, "overdue": 0, "due": 1},
        {"period": "undated", "month": None, "overdue": 0, "due": 1},
    ]
    assert said(charts(facts(made))[1]) == (
        "Of 6 open commitments, 2 are overdue, the oldest from before May 2030, 1 falls due by the"
        " end of January 2031, 1 falls due after January 2032 and 2 have no last day."
    )


@pytest.mark.parametrize(
    ("leads", "overdue", "sentence"),
    [
        (["FLK"], [], "FLK leads the one commitment."),
        (["FLK", "FLK"], [0], "FLK leads both commitments, 1 of them overdue."),
        (
            ["FLK", "FLK", "IBL"],
            [2],
            (
                "Of the 2 agencies that lead, FLK leads the most commitments (2);"
                " IBL has the most overdue (1)."
            ),
        ),
        (
            ["FLK", "IBL"],
            [],
            "Of the 2 agencies that lead, FLK and IBL lead the most commitments (1 each).",
        ),
        ([None], [], "For the one commitment no owner is found yet."),
    ],
)
def test_the_chart_by_agency_is_said_in_a_sentence(leads, overdue, sentence):
    made = [
        commitment(
            f"FM13-{number:02}",
            owners=(owner(lead),) if lead else (),
            overdue=number in overdue,
        )
        for number, lead in enumerate(leads)
    ]
    assert said(charts(facts(made))[0]) == sentence


def test_where_nothing_is_open_there_is_no_timeline():
    assert len(charts(facts([commitment(status=Status.COMPLETED)]))) == 1


def test_of_very_many_agencies_those_with_most_are_drawn_and_the_rest_counted():
    made = [
        commitment(f"FM13-{number:03}", owners=(owner(f"A{number % 60:02}"),))
        for number in range(150)
    ]
    chart = charts(facts(made))[0]
    assert len(chart.bars) == 26
    assert "34 agencies with fewer stand in the matrix alone." in said(chart)


@given(st.lists(st.integers(0, 400), min_size=1, max_size=3), st.integers(1, 80), st.data())
def test_a_bar_of_signs_is_in_proportion_and_hides_nothing(numbers, room, data):
    portions = tuple(Portion(n, tone) for n, tone in zip(numbers, Tone, strict=False))
    bar = Bar("", portions, Line(()))
    longest = max(bar.total + data.draw(st.integers(0, 500)), 1)
    drawn = draw_bar(bar, longest=longest, room=room)
    if longest <= room:
        assert len(drawn) == bar.total
    assert len(set(drawn)) == sum(number > 0 for number in numbers)
    assert len(drawn) <= room + len(numbers) - 1
    assert abs(len(drawn) - min(bar.total, bar.total * room / longest)) <= 3


def test_a_scale_that_is_not_one_to_one_is_said():
    made = [commitment(f"FM13-{number:03}") for number in range(200)]
    assert "A sign stands for about" in printed(facts(made), "text").content.decode()
    assert "A sign stands for" not in read(year_of(9))


def test_each_bar_of_the_page_is_as_long_as_its_number_and_the_number_stands_beside_it():
    made = year_of(30)
    page = read(made, "html")
    for chart in charts(made):
        longest = max(bar.total for bar in chart.bars)
        for bar in chart.bars:
            row = re.search(
                rf'<tr><th scope="row" dir="auto">{re.escape(bar.label)}</th>(.*?)</tr>', page
            )
            assert row is not None
            widths = re.findall(r'<svg width="([\d.]+)%" viewBox="0 0 (\d+) 1"', row[1])
            expected = [(f"{100 * bar.total / longest:.2f}", str(bar.total))] if bar.total else []
            assert widths == expected
            drawn = re.findall(r'<rect class="(\w+)" x="\d+" y="0" width="(\d+)"', row[1])
            assert drawn == [(p.tone, str(p.number)) for p in bar.portions if p.number]
            words = "".join(run.text for run in bar.end.runs)
            assert re.sub(r"<[^>]*>", "", row[1]) == words
    # What an ear gets of the pictures is the sentence and the numbers.
    assert page.count("<svg ") == len(re.findall(r'<svg [^>]*aria-hidden="true"', page))


def test_the_printed_charts_have_their_sentence_as_alternative_text():
    made = year_of(30)
    content = printed(made, "pdf").content
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content
    assert content.count(b"/S/Figure") + content.count(b"/S /Figure") == len(charts(made))
    for chart in charts(made):
        encoded = ("\ufeff" + said(chart)).encode("utf-16-be")
        assert said(chart).encode() in content or encoded.hex().upper().encode() in content.upper()


def test_a_timeline_ends_where_the_calendar_does():
    far = due(date(9999, 12, 31))
    assert follow_up(facts([far], day=date(9999, 12, 1)))["figures"]["timeline"] == [
        {"period": "in", "month": "9999-12", "overdue": 0, "due": 1}
    ]
