"""`tracker list WORDS`: in any language, by beginning, ranked, whatever is typed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli import year
from tests.conftest import Outcome
from tracker.storage import database

Run = Callable[..., Outcome]

TEXTS = {
    "M1-01": "publish a study on remittances",
    "M1-02": "Étude sur les coûts: œuvrer à Genève",
    "M1-03": "研究移徙者汇款的费用并出版报告",
    "M1-04": "запустить горячую линию для мигрантов",
    "M1-05": "نشر دليل عن التحويلات المالية للمهاجرين",
    "M1-06": "publicar una guía; el niño y la migración",
    "M1-07": "remittances, remittances and again remittances",
    "M1-08": "convene 2015's third-round table (COVID-19)",
    "M1-09": "移民の送金に関する研究を出版する",
}


@pytest.fixture
def library(any_register: str) -> str:
    """Give a register with a text in each language, a quotation and notes."""
    with database.writing(any_register) as session:
        year.agency(session, "IOM", "International Organization for Migration")
        year.meeting(session, "M1", "Meeting")
        for text in TEXTS.values():
            fields = {"text": text, "leads": ("IOM",)}
            if text.startswith("publish"):
                fields["quote"] = "The Organization\nwould bring out a monograph."
            year.log(session, year.on("2015-01-05"), "M1", [year.Ask(None, fields)])
        year.say(session, "2015-01-06", "M1-04", note="Подрядчик выбран; marmalade.")
        year.say(session, "2015-01-07", "M1-04", note="Second word.")
        year.say(session, "2015-01-06", "M1-05", note="Secret clementine.", restricted=True)
    return any_register


def found(run: Run, *words: str) -> list[str]:
    outcome = run("list", "--format", "refs", "--", *words)
    assert outcome.exit_code == 0, (words, outcome.stderr)
    return outcome.stdout.split()


def test_words_are_found_in_every_language_by_their_beginning(run: Run, library: str) -> None:
    wanted = {
        ("stud",): ["M1-01"],
        ("STUDY",): ["M1-01"],
        ("study remit",): ["M1-01"],
        ("remit", "study"): ["M1-01"],
        ("etude",): ["M1-02"],
        ("ÉTUDE",): ["M1-02"],
        ("e\u0301tude",): ["M1-02"],
        ("geneve",): ["M1-02"],
        ("cout",): ["M1-02"],
        ("汇款",): ["M1-03"],
        ("移徙者汇款",): ["M1-03"],
        ("研究",): ["M1-03", "M1-09"],
        ("款汇",): [],
        ("报告", "汇款"): ["M1-03"],
        ("送金",): ["M1-09"],
        ("горяч",): ["M1-04"],
        ("ГОРЯЧУЮ линию",): ["M1-04"],
        ("التحويلات",): ["M1-05"],
        ("دَلِيل",): ["M1-05"],
        ("nino",): ["M1-06"],
        ("guia",): ["M1-06"],
        ("covid-19",): ["M1-08"],
        ("covid",): ["M1-08"],
        ("third-round",): ["M1-08"],
        ("2015's",): ["M1-08"],
        ("201",): ["M1-08"],
        # Not the middle of a word, and not what is not there.
        ("udy",): [],
        ("study", "nonesuch"): [],
    }
    for words, refs in wanted.items():
        assert sorted(found(run, *words)) == refs, words


def test_quotations_and_notes_old_and_new_are_searched_too(run: Run, library: str) -> None:
    assert found(run, "monograph") == ["M1-01"]
    assert found(run, "would bring") == ["M1-01"]
    assert (
        found(run, "marmalade") == found(run, "подрядчик") == found(run, "second word") == ["M1-04"]
    )
    assert run("edit", "M1-01", "--quote", "It would bring out a pamphlet.").exit_code == 0
    assert found(run, "monograph") == []
    assert found(run, "pamphlet") == ["M1-01"]


def test_what_says_it_most_comes_first_unless_sorted(run: Run, library: str) -> None:
    assert found(run, "remittances") == ["M1-07", "M1-01"]
    assert run("list", "remittances", "--sort", "ref", "--format", "refs").stdout.split() == [
        "M1-01",
        "M1-07",
    ]
    assert run("list", "remittances", "--limit", "1", "--format", "refs").stdout == "M1-07\n"
    both = run(
        "list", "remittances", "--meeting", "M1", "--owner", "IOM", "--open", "--format", "refs"
    )
    assert both.stdout.split() == ["M1-07", "M1-01"]


def test_a_restricted_note_is_found_by_the_coordinator_alone(run: Run, library: str) -> None:
    assert found(run, "clementine") == ["M1-05"]
    assert run("--as", "IOM", "list", "clementine", "--format", "refs").stdout == ""
    assert run("--as", "IOM", "list", "marmalade", "--format", "refs").stdout == "M1-04\n"
    # Nor does a report find what it does not print.
    assert run("--as", "IOM", "list", "التحويلات", "--format", "refs").stdout == "M1-05\n"


HOSTILE = [
    '"',
    '""',
    '"study',
    'study"',
    "*",
    "study*",
    "*study",
    "stu*dy",
    "AND",
    "OR",
    "NOT",
    "study AND",
    "study OR étude",
    "NOT study",
    "NEAR(",
    "NEAR(study remittances)",
    "NEAR/2",
    "{body}:",
    "{body}: study",
    "body:study",
    "col:",
    "restricted_notes:clementine",
    "-",
    "-study",
    "^",
    "^study",
    "+",
    "a + b",
    "(",
    ")",
    "()",
    "((((",
    "study)",
    "'",
    "';--",
    "' OR 1=1 --",
    "%",
    "_",
    "\\",
    "\\\\'",
    ":*",
    "study:*",
    "&",
    "|",
    "!",
    "!study",
    "<->",
    "study <-> on",
    "study & on",
    "\x00",
    "\x1b[31m",
    "\u202e",
    "😀",
    "𞤀𞤣𞤢",
    "ʼ",
    "½",
    "①",
    "Ⅷ",
    "_study_",
    "a" * 5000,
    "a " * 2000,
    "1e5",
    "1.5",
    "http://example.org/a?b=c",
    "x@example.org",
    "-1",
    "2015-01-05",
    "/usr/bin",
    "<b>study</b>",
    "&lt;",
]


def test_whatever_is_typed_is_words_and_no_command(run: Run, library: str) -> None:
    for typed in HOSTILE:
        outcome = run("list", "--format", "json", "--", typed)
        assert outcome.exit_code in (0, 1), (typed, outcome.stderr)
        if outcome.exit_code == 0:
            assert outcome.stderr == ""
            assert isinstance(json.loads(outcome.stdout), list)
        else:
            assert "no word to search for" in outcome.stderr
            assert "Traceback" not in outcome.stderr
    for typed in (
        '"study"',
        "study*",
        "^study",
        "(study)",
        "_study_",
        "-study",
        "{body}: study"[7:],
    ):
        assert found(run, typed) == ["M1-01"], typed
    # Words that are commands elsewhere are words here: the text has none of them.
    for typed in (
        "study AND remittances",
        "study OR étude",
        "NOT study",
        "NEAR study",
        "body:study",
    ):
        assert found(run, typed) == [], typed


@pytest.mark.parametrize("typed", ["-", "«»", "…", "*", '"', "()", "、。", "؟"])
def test_punctuation_alone_is_refused_in_words(run: Run, register: Path, typed: str) -> None:
    outcome = run("list", "--", typed)
    assert outcome.exit_code == 1
    assert outcome.stdout == ""
    assert typed in outcome.stderr


def test_any_text_finds_its_own_commitment(run: Run, library: str) -> None:
    """Every word of a text, cut anywhere, finds the text, on both databases."""
    words = sorted({word for text in TEXTS.values() for word in text.split() if word.isalpha()})

    @settings(
        max_examples=40, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
    )
    @given(st.sampled_from(words), st.integers(1, 12), st.sampled_from([str, str.upper, str.title]))
    def hold(word: str, length: int, cased: Callable[[str], str]) -> None:
        cut = cased(word[:length])
        refs = found(run, cut)
        for ref, text in TEXTS.items():
            if any(one.startswith(word[:length]) for one in text.split()):
                assert ref in refs, (cut, ref)

    hold()


@settings(
    max_examples=60,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(typed=st.text(min_size=1, max_size=30))
def test_no_text_breaks_the_search(run: Run, library_once: None, typed: str) -> None:
    assert run("list", "--format", "refs", "--", typed).exit_code in (0, 1)


@pytest.fixture
def library_once(run: Run, register: Path) -> None:
    with database.writing(str(register)) as session:
        year.agency(session, "IOM", "International Organization for Migration")
        year.meeting(session, "M1", "Meeting")
        year.announce(session, "2015-01-05", "M1", "IOM: publish a study")
