"""The directory of the United Nations system."""

import re
from collections import Counter

import pytest

from tracker.domain.text import fold_name
from tracker.intake.directory import DirectoryAgency, un_system
from tracker.intake.names import read_agency

ENTITIES = un_system()
SPELLINGS = {
    fold_name(name): entity.code
    for entity in ENTITIES
    for name in (entity.code, entity.name, *entity.aliases, *entity.former_names)
}

# How reports and their readers write them, which is seldom how they are listed.
WRITTEN = {
    "DESA": (
        "DESA | UN DESA | UN-DESA | UNDESA | the Department of Economic & Social Affairs | "
        "Department of Economic and Social Affairs (UN DESA) | "
        "Department of Economic and Social Affairs of the United Nations Secretariat"
    ),
    "DESA-POP": (
        "the Population Division | UN-DESA/Population Division | Population Division, UN DESA | "
        "DESA Population Division | Population Division of UN DESA | Population Division (UN DESA) "
        "| United Nations Population Division | Population Division of the Department of Economic "
        "and Social Affairs (UN DESA) of the United Nations Secretariat"
    ),
    "DESA-STAT": (
        "Statistics Division | Statistics Division of UN DESA | UN Statistics Division | UNSD | "
        "a representative from the Statistics Division of UN DESA | DESA / Statistics Division"
    ),
    "UNHCR": (
        "UNHCR | the United Nations High Commissioner for Refugees | UN Refugee Agency | "
        "Office of the United Nations High Commissioner for Refugees (UNHCR) | U.N.H.C.R. | "
        "Haut-Commissariat des Nations unies pour les refugies (HCR)"
    ),
    "OHCHR": (
        "OHCHR | Office of the United Nations High Commissioner for Human Rights (OHCHR) | "
        "Office of the High Commissioner for Human Rights | UN Human Rights"
    ),
    "IOM": (
        "IOM | iom | International Organization for Migration (IOM) | "
        "International Organization on Migration | The International Organization on Migration "
        "(IOM) | International Organisation for Migration | OIM"
    ),
    "UN-WOMEN": (
        "UN Women | UN-Women | UNWomen | UN WOMEN | United Nations Entity for Gender Equality and "
        "the Empowerment of Women (UN Women) | UN Entity for Gender Equality and Empowerment of "
        "Women"
    ),
    "WORLD-BANK": "World Bank | the World Bank | The World Bank Group | IBRD | Banque mondiale",
    "FAO": (
        "FAO | the FAO | Food and Agriculture Organization (FAO) | Food & Agriculture Organisation "
        "| the representative of the Food and Agriculture Organization (FAO)"
    ),
    "IFAD": "IFAD | International Fund for Agricultural Development (IFAD) | IFAD’s",
    "FFR": "IFAD’s Financing Facility for Remittances | Financing Facility for Remittances",
    "ILO": "ILO | International Labour Organization (ILO) | International Labor Organization",
    "UNESCO": (
        "UNESCO | Unesco | United Nations Educational, Scientific and Cultural Organization "
        "(UNESCO) | UN Educational, Scientific & Cultural Organisation"
    ),
    "UIS": "UIS | UNESCO Institute for Statistics (UIS) | Institute for Statistics of UNESCO",
    "UNFPA": "UNFPA | United Nations Population Fund (UNFPA) | the UN Population Fund",
    "UNU": "UNU | United Nations University (UNU) | representative of United Nations University",
    "UNICEF": "UNICEF | United Nations Children’s Fund | UN Childrens Fund",
    "UNODC": "UNODC | UN Office on Drugs and Crime | United Nations Office on Drugs & Crime",
    "UNDP": "UNDP | United Nations Development Program | UN Development Programme",
    "UNEP": "UNEP | UN Environment Programme | UN Environment",
    "UN-HABITAT": "UN-Habitat | UN HABITAT | UNHabitat | UN Human Settlements Programme",
    "WHO": "WHO | World Health Organisation | the World Health Organization (WHO)",
    "WTO": "WTO | World Trade Organization (WTO)",
    "UNWTO": "UNWTO | UN-WTO | UN WTO | World Tourism Organization (UNWTO) | UN Tourism",
    "IMF": "IMF | the International Monetary Fund (IMF)",
    "OCHA": "OCHA | UN OCHA | UNOCHA | Office for Coordination of Humanitarian Affairs",
    "ESCAP": (
        "ESCAP | UNESCAP | UN ESCAP | United Nations Economic and Social Commission for Asia and "
        "the Pacific (ESCAP)"
    ),
    "ECE": "ECE | UNECE | UN Economic Commission for Europe",
    "SRSG-MIGRATION": (
        "the SRSG for International Migration | the SRSG for migration | SRSG Sutherland | "
        "Special Representative of the Secretary-General for International Migration | Special "
        "Representative of the Secretary-General (SRSG) for International Migration"
    ),
    "SASG-POST2015": "the Secretary-General’s Special Adviser on Post-2015 Development Planning",
    "OWG-SDG": "OWG | the Open Working Group (OWG) on Sustainable Development Goals",
    "GA": "the General Assembly | UN General Assembly",
    "STATCOM": "United Nations Statistical Commission | the Statistical Commission",
    "KNOMAD": "KNOMAD",
    "UN-SECRETARIAT": "the United Nations Secretariat",
}
WAYS = [(way.strip(), code) for code, ways in WRITTEN.items() for way in ways.split(" | ")]


def _names(entity: DirectoryAgency) -> tuple[str, ...]:
    return (entity.name, *entity.aliases, *entity.former_names)


@pytest.mark.parametrize(("written", "code"), WAYS)
def test_an_entity_is_read_however_a_report_writes_it(written, code):
    assert read_agency(written, spellings=SPELLINGS) == code


def test_no_spelling_is_shared_by_two_entities():
    owners: dict[str, set[str]] = {}
    for entity in ENTITIES:
        for name in (entity.code, *_names(entity)):
            owners.setdefault(fold_name(name), set()).add(entity.code)
    assert {name: codes for name, codes in owners.items() if len(codes) > 1} == {}


def test_no_entity_is_listed_twice_or_has_a_name_twice():
    assert [code for code, n in Counter(e.code for e in ENTITIES).items() if n > 1] == []
    for entity in ENTITIES:
        folded = [fold_name(name) for name in _names(entity)]
        assert len(folded) == len(set(folded)), entity.code


def test_codes_are_letters_digits_and_single_hyphens():
    assert [e.code for e in ENTITIES if not re.fullmatch(r"[A-Z0-9]+(-[A-Z0-9]+)*", e.code)] == []


def test_a_whole_stands_before_its_parts():
    seen: set[str] = set()
    for entity in ENTITIES:
        assert entity.part_of is None or entity.part_of in seen, entity.code
        seen.add(entity.code)


def test_the_divisions_are_part_of_their_department():
    parts = {entity.code: entity.part_of for entity in ENTITIES}
    assert parts["DESA-POP"] == parts["DESA-STAT"] == "DESA"


def test_former_names_are_kept_apart_from_present_ones():
    former = {e.code: e.former_names for e in ENTITIES}
    assert "United Nations Fund for Population Activities" in former["UNFPA"]
    assert read_agency("UNIFEM", spellings=SPELLINGS) == "UN-WOMEN"
