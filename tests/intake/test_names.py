"""How people write agencies."""

import re
import unicodedata
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.text import clean_line, fold_name
from tracker.errors import Refused
from tracker.intake.directory import un_system
from tracker.intake.names import (
    UnknownAgency,
    is_agency,
    make_code,
    read_agency,
    spellings_of,
    split_agencies,
)

OWN = {
    "CMS": ("Centre for Migration Studies",),
    "GMG": ("Global Migration Group",),
    "G20": ("Group of Twenty", "G-20"),
    "USCB": ("U.S. Census Bureau",),
    "KENYA": ("Kenya",),
    "RSGIDP": ("Representative of the Secretary-General on internally displaced persons",),
    "МОМ": ("Международная организация по миграции",),
    "国际移民": ("国际移民组织",),
}
SPELLINGS = {
    fold_name(name): entity.code
    for entity in un_system()
    for name in (entity.code, entity.name, *entity.aliases, *entity.former_names)
} | {fold_name(name): code for code, names in OWN.items() for name in (code, *names)}

read = partial(read_agency, spellings=SPELLINGS)
known = partial(is_agency, spellings=SPELLINGS)
listed = st.sampled_from(
    sorted({(e.name, e.code) for e in un_system()} | {(e.code, e.code) for e in un_system()})
)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Center for Migration Studies", "CMS"),
        ("the Centre for Migration Studies (CMS)", "CMS"),
        ("CMS (Centre for Migration Studies)", "CMS"),
        ("Centre for Migration Study", "CMS"),
        ("US Census Bureau", "USCB"),
        ("United States Census Bureau", "USCB"),
        ("The U.S Census Bureau", "USCB"),
        ("G20", "G20"),
        ("G 20", "G20"),
        ("delegation of Kenya", "KENYA"),
        ("the Government of Kenya", "KENYA"),
        ("Representative of the Secretary-General on Internally Displaced Persons", "RSGIDP"),
        ("международная организация по миграции", "МОМ"),
        ("国际移民组织", "国际移民"),
        ("Organisation internationale de la migration (IOM)", "IOM"),
        ("World Bank (WB)", "WORLD-BANK"),
    ],
)
def test_an_agency_is_read_in_other_spellings(typed, code):
    assert read(typed) == code


@pytest.mark.parametrize(
    "typed",
    [
        "Centre for Metropolitan Studies",
        "Centre for Metropolitan Studies (CMS)",
        "CMS (Centre for Metropolitan Studies)",
        "Institute of Oceanography and Meteorology (IOM)",
        "World Health Organization (WTO)",
        "World Bank (GMG)",
        "Ministry of Labour (Kenya)",
        "IOM Ethiopia",
        "UNPD",
        "Trade Branch, UN DESA",
        "UN-DESA/Trade Branch",
        "FAO Statistics Division",
        "University of United Nations",
        "IOM UNHCR",
        "Women",
        "Bank",
        "United Nations Office",
        "High Commissioner",
        "",
        " ",
        "()",
        "🙂",
    ],
)
def test_an_uncertain_name_is_refused_and_not_guessed(typed):
    with pytest.raises(UnknownAgency):
        read(typed)


def test_an_unknown_agency_is_named_with_the_nearest_and_the_way_to_add_it():
    with pytest.raises(UnknownAgency) as refused:
        read("UNDPP")
    assert refused.value.typed == "UNDPP"
    assert refused.value.nearest[0] == "UNDP"
    message = str(refused.value)
    assert "“UNDPP”" in message
    assert "UNDP" in message
    assert "tracker agency add CODE NAME" in message
    assert "--add-agencies" in message
    assert "Nothing was changed" in message
    assert isinstance(refused.value, Refused)


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("International Organisation of Migrants", "IOM"),
        ("Migration Studies Centre", "CMS"),
        ("Trade Branch, UN DESA", "DESA"),
        ("IOM Ethiopia", "IOM"),
        ("Unites Nations Development Program", "UNDP"),
    ],
)
def test_the_nearest_is_found_for_names_as_well_as_codes(typed, nearest):
    with pytest.raises(UnknownAgency) as refused:
        read(typed)
    assert refused.value.nearest[0] == nearest


def test_a_name_that_contradicts_its_acronym_is_answered_with_both():
    with pytest.raises(UnknownAgency) as refused:
        read("World Health Organization (WTO)")
    assert refused.value.nearest == ("WHO", "WTO")
    assert "more than one agency: WHO, WTO" in str(refused.value)


def test_nothing_is_near_in_an_empty_register():
    with pytest.raises(UnknownAgency) as refused:
        read_agency("IOM", spellings={})
    assert refused.value.nearest == ()


def test_a_hostile_name_does_not_reach_the_terminal():
    with pytest.raises(UnknownAgency) as refused:
        read("\x1b[31mEvil\u202e" + "x" * 10_000)
    assert "\x1b" not in str(refused.value)
    assert "\u202e" not in str(refused.value)
    assert len(str(refused.value)) < 500


def _answer(typed: str) -> str | UnknownAgency:
    try:
        return read(typed)
    except UnknownAgency as refused:
        return refused


@given(st.text())
def test_any_text_is_read_or_refused(typed):
    answer = _answer(typed)
    if isinstance(answer, str):
        assert answer in SPELLINGS.values()
    else:
        assert set(answer.nearest) <= set(SPELLINGS.values())
        assert len(answer.nearest) <= 3
        assert all(unicodedata.category(c) != "Cc" for c in str(answer))


@given(listed)
def test_a_listed_name_is_read_in_any_dress(entity):
    name, code = entity
    for dressed in (
        name.upper(),
        f"the {name}",
        f"  {name}, ",
        f"{name} ({code})",
        f"the representative of the {name}",
        f"{name}’s",
        name.replace(" and ", " & "),
        name.replace("-", " "),
        name.replace("United Nations", "UN"),
        name.replace("United Nations", "U.N."),
        name.replace("ization", "isation"),
        f"“{name}”",
    ):
        assert read(dressed) == code, dressed


@given(listed, st.sampled_from(["Zanzibar", "Amateur Choir", "Ярмарка"]))
def test_a_further_word_makes_another_body(entity, word):
    assert not known(f"{entity[0]} {word}")
    assert not known(f"{word} {entity[0]}")


def test_the_forms_to_look_up_begin_with_what_was_typed():
    forms = spellings_of("The Centre for Migration Studies (CMS)")
    assert forms[0] == "centre for migration studies cms"
    assert forms.index("centre for migration studies") < forms.index("cms")
    assert spellings_of("") == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("IOM, UNHCR and the World Bank", ("IOM", "UNHCR", "World Bank")),
        ("IOM, UNHCR, and FAO", ("IOM", "UNHCR", "FAO")),
        ("IOM & UNHCR", ("IOM", "UNHCR")),
        ("IOM/UNHCR", ("IOM", "UNHCR")),
        ("OIM, HCR et Banque mondiale", ("OIM", "HCR", "Banque mondiale")),
        ("МОМ и IOM", ("МОМ", "IOM")),
        ("IOM، UNHCR", ("IOM", "UNHCR")),
        ("IOM, IOM and iom", ("IOM",)),
        (
            "Department of Economic and Social Affairs",
            ("Department of Economic and Social Affairs",),
        ),
        (
            "IOM and United Nations Educational, Scientific and Cultural Organization (UNESCO)",
            ("IOM", "United Nations Educational, Scientific and Cultural Organization (UNESCO)"),
        ),
        ("UN-DESA/Population Division, IOM", ("UN-DESA/Population Division", "IOM")),
        ("UN-DESA/Trade Branch", ("UN-DESA/Trade Branch",)),
        ("Ministry of Trade and Industry", ("Ministry of Trade and Industry",)),
        ("Ministry of Trade and Industry and IOM", ("Ministry of Trade and Industry", "IOM")),
        ("NEPAD and SADC", ("NEPAD", "SADC")),
        ("African Union and the Arab League", ("African Union", "Arab League")),
        ("Ministry of Trade, Work and Youth; IOM", ("Ministry of Trade, Work and Youth", "IOM")),
        ("Fund (roads, water and power), IOM", ("Fund (roads, water and power)", "IOM")),
        ("none", ("none",)),
        ("", ()),
        (" , ; ", ()),
    ],
)
def test_a_list_is_split_into_its_names(text, names):
    assert split_agencies(text, known=known) == names


@given(st.lists(listed, min_size=1, max_size=5, unique_by=lambda entity: entity[1]))
def test_a_list_of_known_names_is_split_back(entities):
    names = [name for name, _ in entities]
    text = "; ".join(names)
    assert [read(name) for name in split_agencies(text, known=known)] == [c for _, c in entities]


@given(st.text())
def test_splitting_invents_nothing(text):
    cleaned = clean_line(text)
    assert all(name in cleaned for name in split_agencies(text, known=known))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Centre for Migration Studies", "CMS"),
        ("NGO Committee on Migration", "NGOCM"),
        ("École nationale d’administration", "ENA"),
        ("Migration and Development Civil Society Network (MADE)", "MADE"),
        ("Women's Refugee Commission", "WRC"),
        ("U.S. Census Bureau", "USCB"),
        ("Group of 20", "G20"),
        ("Nepad", "NEPAD"),
        ("Центр миграции", "AGENCY1"),
        ("移民研究中心", "AGENCY1"),
        ("🙂", "AGENCY1"),
    ],
)
def test_a_code_is_made_from_a_name(name, code):
    assert make_code(name, taken=()) == code


def test_a_code_that_is_taken_gets_a_number():
    assert make_code("Centre for Migration Studies", taken={"CMS", "CMS2"}) == "CMS3"
    assert make_code("Centre for Migration Studies", taken=SPELLINGS) == "CMS2"
    assert make_code("移民研究中心", taken={"AGENCY1"}) == "AGENCY2"


def test_no_code_reads_as_owner_to_be_found():
    assert make_code("None", taken=()).casefold() != "none"


@given(st.text(), st.sets(st.sampled_from(["A", "B", "AGENCY1", "A2"])))
def test_any_name_gets_a_code_that_is_free(name, taken):
    code = make_code(name, taken=taken)
    assert re.fullmatch(r"[A-Z0-9]+(-[A-Z0-9]+)*", code)
    assert code not in taken
    assert len(code) <= 20
