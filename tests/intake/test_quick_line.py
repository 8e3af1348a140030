"""The line by which a commitment is logged."""

from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.text import clean_line, fold_name
from tracker.errors import Refused
from tracker.intake.dates import read_due
from tracker.intake.directory import un_system
from tracker.intake.names import is_agency
from tracker.intake.quick_line import QuickLine, read_line

SPELLINGS = {
    fold_name(name): entity.code
    for entity in un_system()
    for name in (entity.code, entity.name, *entity.aliases, *entity.former_names)
} | {"gmg": "GMG", "kenya": "KENYA"}
UNESCO = "UN Educational, Scientific and Cultural Organization"
SAID = (date(2015, 2, 12), date(2015, 2, 13))


def _is_date(words: str) -> bool:
    try:
        read_due(words, said=SAID, find_meeting=lambda _: None)
    except Refused:
        return False
    return True


def read(line: str, *, owners_given: bool = False) -> QuickLine:
    return read_line(
        line,
        owners_given=owners_given,
        is_agency=partial(is_agency, spellings=SPELLINGS),
        is_date=_is_date,
    )


def test_the_whole_line_is_read():
    assert read(
        "GMG, with IOM: convene a symposium on migration as a source of financing "
        "(New York, 26 and 27 May 2015) #financing"
    ) == QuickLine(
        leads=("GMG",),
        partners=("IOM",),
        text="convene a symposium on migration as a source of financing",
        places=("New York",),
        due_words="26 and 27 May 2015",
        tags=("financing",),
        meeting_phrase=None,
        meeting_place=None,
        meeting_when=None,
    )


@pytest.mark.parametrize(
    ("head", "leads", "partners"),
    [
        ("IOM: ", ("IOM",), ()),
        ("IOM : ", ("IOM",), ()),
        ("IOM:", ("IOM",), ()),
        ("国际移民组织：", ("国际移民组织",), ()),
        ("the World Bank and UNHCR: ", ("World Bank", "UNHCR"), ()),
        ("IOM, UNHCR, with FAO, ILO: ", ("IOM", "UNHCR"), ("FAO", "ILO")),
        ("IOM with UNHCR: ", ("IOM",), ("UNHCR",)),
        ("Population Division, UN DESA: ", ("Population Division, UN DESA",), ()),
        ("UN Educational, Scientific and Cultural Organization: ", (UNESCO,), ()),
        ("Foundation for Work with Youth: ", ("Foundation for Work with Youth",), ()),
        ("Nobody Knows, with Nobody Else: ", ("Nobody Knows",), ("Nobody Else",)),
        ("none: ", ("none",), ()),
    ],
)
def test_owners_stand_before_the_colon(head, leads, partners):
    line = read(f"{head}publish a guide: part one")
    assert (line.leads, line.partners, line.text) == (leads, partners, "publish a guide: part one")


@pytest.mark.parametrize(
    "line",
    [
        "publish a guide",
        "see https://example.org for the guide",
        "meet at 10:30 in Geneva",
        f"{'a very long sentence ' * 12}: which goes on",
        ": publish a guide",
    ],
)
def test_text_without_owners_has_none(line):
    assert read(line).leads == ()
    assert read(line).text == clean_line(line)


def test_with_owners_given_a_colon_is_text():
    line = read("IOM: publish a guide (Geneva, May 2015)", owners_given=True)
    assert (line.leads, line.text) == ((), "IOM: publish a guide")
    assert (line.places, line.due_words) == (("Geneva",), "May 2015")


@pytest.mark.parametrize(
    ("inside", "places", "due"),
    [
        ("July 2015", (), "July 2015"),
        ("ongoing", (), "ongoing"),
        ("by the next meeting", (), "by the next meeting"),
        ("Geneva, before CM14", ("Geneva",), "before CM14"),
        ("Nairobi; within 30 days", ("Nairobi",), "within 30 days"),
        ("New York", ("New York",), None),
        ("New York, 26 and 27 May 2015", ("New York",), "26 and 27 May 2015"),
        ("New York, May, 2015", ("New York",), "May, 2015"),
        ("26 and 27 May 2015, New York", ("New York",), "26 and 27 May 2015"),
        ("Addis Ababa, Ethiopia, July 2015", ("Addis Ababa, Ethiopia",), "July 2015"),
        ("Geneva and New York, in 2015", ("Geneva", "New York"), "in 2015"),
        ("Geneva, Nairobi and New York", ("Geneva", "Nairobi", "New York"), None),
        ("Ethiopia; Tunisia", ("Ethiopia", "Tunisia"), None),
        ("Ethiopia; Tunisia; 2015", ("Ethiopia", "Tunisia"), "2015"),
        ("Lomé, Togo; Tunis, Tunisia", ("Lomé, Togo", "Tunis, Tunisia"), None),
        ("Trinidad and Tobago", ("Trinidad and Tobago",), None),
        ("Kenya and Bosnia and Herzegovina", ("Kenya", "Bosnia and Herzegovina"), None),
        ("Rio de Janeiro", ("Rio de Janeiro",), None),
        ("Côte d’Ivoire", ("Côte d’Ivoire",), None),
        ("London, UK", ("London, UK",), None),
        ("online, May 2015", ("online",), "May 2015"),
        (
            "Room 7, Palais Wilson, Geneva, 4 May 2015",
            ("Room 7, Palais Wilson, Geneva",),
            "4 May 2015",
        ),
        ("القاهرة، May 2015", ("القاهرة",), "May 2015"),
        ("纽约", ("纽约",), None),
        ("Geneva (UNOG), May 2015", ("Geneva (UNOG)",), "May 2015"),
    ],
)
def test_the_last_parenthesis_holds_place_and_date(inside, places, due):
    line = read(f"IOM: hold a workshop ({inside})")
    assert (line.text, line.places, line.due_words) == ("hold a workshop", places, due)


@pytest.mark.parametrize(
    "inside",
    [
        "see annex",
        "See box",
        "GMG",
        "SDGs",
        "IOM and UNHCR",
        "Kenya",
        "Agenda 2030",
        "resolution 69/229",
        "New York, 26, 27 Floreal",
        "Ms. Plaza",
        "part two",
        "",
        "?!",
        "x" * 300,
    ],
)
def test_another_parenthesis_is_text(inside):
    line = read(f"IOM: hold a workshop ({inside})")
    assert (line.text, line.places, line.due_words) == (f"hold a workshop ({inside})", (), None)


@pytest.mark.parametrize(
    ("inside", "due"),
    [
        ("Geneva, 32 May 2015", "32 May 2015"),
        ("Geneva, 03/04/2015", "03/04/2015"),
        ("03/04/2015", "03/04/2015"),
        ("32 May 2015", "32 May 2015"),
        ("Genève, mars 2015", "mars 2015"),
    ],
)
def test_what_was_meant_as_a_date_is_given_for_the_caller_to_refuse(inside, due):
    assert read(f"IOM: hold a workshop ({inside})").due_words == due


@pytest.mark.parametrize(
    "text",
    [
        "hold a workshop (New York, May 2015) and report on it",
        "hold a workshop (New York, May 2015",
        "hold a workshop New York, May 2015)",
        "(New York, May 2015)",
        "tag #this or that",
        "learn C#",
        "meet #",
    ],
)
def test_parenthesis_and_tags_count_only_at_the_end(text):
    line = read(f"IOM: {text}")
    assert (line.text, line.places, line.due_words, line.tags) == (text, (), None, ())


def test_a_full_stop_may_follow_the_parenthesis():
    line = read("IOM: hold a workshop (New York, May 2015).")
    assert (line.text, line.due_words) == ("hold a workshop", "May 2015")


@pytest.mark.parametrize(
    ("end", "tags"),
    [
        ("#financing", ("financing",)),
        ("#Financing #SDG-17", ("financing", "sdg-17")),
        ("#a #b #a", ("a", "b")),
        ("#a, #b.", ("a", "b")),
        ("#données #تمويل #融资 #финансы", ("données", "تمويل", "融资", "финансы")),
        ("#2030", ("2030",)),
    ],
)
def test_tags_stand_at_the_end(end, tags):
    line = read(f"IOM: hold a workshop (Geneva) {end}")
    assert (line.text, line.places, line.tags) == ("hold a workshop", ("Geneva",), tags)


def test_a_tag_may_follow_a_parenthesis_without_a_space():
    line = read("IOM：举办研讨会（纽约）#融资")
    assert (line.text, line.places, line.tags) == ("举办研讨会", ("纽约",), ("融资",))


@pytest.mark.parametrize(
    "phrase",
    [
        "in the margins of the third conference on financing for development",
        "on the margins of the Commission",
        "during the Statistical Commission",
        "during the 2015 session of the Council",
        "during the annual conference",
        "ahead of the meeting on trade, finance and development",
        "ahead of COP21",
        "in the margins of the Global Forum (GFMD)",
    ],
)
def test_a_parenthesis_behind_a_meeting_is_the_meetings(phrase):
    line = read(f"GMG: hold a side event {phrase} (Addis Ababa, July 2015) #x")
    assert line.text == f"hold a side event {phrase}"
    assert (line.places, line.due_words) == ((), None)
    assert line.meeting_phrase == phrase
    assert (line.meeting_place, line.meeting_when) == ("Addis Ababa", "July 2015")


def test_a_meeting_may_have_a_place_or_a_date_alone():
    dated = read("GMG: hold a side event during the Commission (4 March 2015)")
    placed = read("GMG: hold a side event during the Commission (New York)")
    assert (dated.meeting_place, dated.meeting_when) == (None, "4 March 2015")
    assert (placed.meeting_place, placed.meeting_when) == ("New York", None)


def test_a_meeting_without_a_parenthesis_stays_in_the_text():
    line = read("GMG: hold a side event during the Statistical Commission")
    assert (line.meeting_phrase, line.due_words) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "train border guards during emergencies",
        "give seed to farmers ahead of the planting season",
        "during 2015 convene a symposium",
        "convene a symposium during July",
        "in the margins of the Commission, convene a panel",
        "hold a side event during the Commission and a symposium",
        "hold a side event during the Commission, and publish a guide",
    ],
)
def test_a_parenthesis_behind_something_else_is_the_commitments_own(text):
    line = read(f"IOM: {text} (Geneva, May 2015)")
    assert (line.text, line.meeting_phrase) == (text, None)
    assert (line.places, line.due_words) == (("Geneva",), "May 2015")


@pytest.mark.parametrize("line", ["", "   ", "IOM:", "IOM: ", "#tag", "IOM: #tag", "\x00\x1b"])
def test_a_line_that_says_nothing_is_refused_with_its_form(line):
    with pytest.raises(Refused, match="LEADS"):
        read(line)


words = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)
sentence = st.lists(words, min_size=1, max_size=6).map(" ".join)


@given(
    leads=st.lists(st.sampled_from(["IOM", "UNHCR", "FAO"]), min_size=1, max_size=3, unique=True),
    partners=st.lists(st.sampled_from(["ILO", "WHO", "UNDP"]), max_size=3, unique=True),
    text=sentence,
    place=st.sampled_from(["", "New York", "Addis Ababa, Ethiopia", "Genève", "北京"]),
    when=st.sampled_from(["", "4 March 2015", "26 and 27 May 2015", "in 2015", "ongoing"]),
    tags=st.lists(st.sampled_from(["a", "b-2", "données", "融资"]), max_size=3, unique=True),
)
def test_what_is_written_into_a_line_is_read_back(leads, partners, text, place, when, tags):
    inside = ", ".join(part for part in (place, when) if part)
    line = (
        ", ".join(leads)
        + (f", with {' and '.join(partners)}" if partners else "")
        + f": {text}"
        + (f" ({inside})" if inside else "")
        + "".join(f" #{tag}" for tag in tags)
    )
    assert read(line) == QuickLine(
        leads=tuple(leads),
        partners=tuple(partners),
        text=clean_line(text),
        places=(place,) if place else (),
        due_words=when or None,
        tags=tuple(tags),
        meeting_phrase=None,
        meeting_place=None,
        meeting_when=None,
    )


pieces = st.sampled_from(
    (
        *"#:, ()（）؛\n",
        *("IOM", "#a", ": ", " and ", " with ", "during ", "in the margins of "),
        *("the Commission", "July 2015", "Geneva", "https://", "10:30"),
    )
)


@given(st.one_of(st.text(), st.lists(pieces, max_size=20).map("".join)), st.booleans())
def test_any_line_is_read_in_its_own_words_or_refused(line, owners_given):
    cleaned = clean_line(line)
    try:
        found = read(line, owners_given=owners_given)
    except Refused:
        return
    assert found.text
    assert found.text in cleaned
    told = (found.due_words, found.meeting_phrase, found.meeting_place, found.meeting_when)
    assert all(words in cleaned for words in told if words)
    assert all(name in cleaned for name in (*found.leads, *found.partners, *found.places))
    assert all(f"#{tag}" in cleaned.lower() for tag in found.tags)
    assert not (owners_given and found.leads)
    assert found.meeting_phrase or not (found.meeting_place or found.meeting_when)
