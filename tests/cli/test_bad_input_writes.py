"""Bad input to every command that writes: an error in words, and nothing changed."""

import re
from pathlib import Path

import pytest

from tests.registers import Run, contents, done, fill, refused

# What is wrong, the command, the exit code, and what the error says of it.
CASES: list[tuple[str, tuple[str, ...], int, tuple[str, ...]]] = [
    ("unknown meeting", ("log", "CM31", "IOM: x"), 1, ("CM31", "Nearest: CM13")),
    ("unknown ref", ("update", "CM13-10", "--note", "x"), 1, ("CM13-10", "Nearest: CM13-01")),
    ("unknown ref to edit", ("edit", "CM13-7", "--text", "x"), 1, ("CM13-7", "CM13-01")),
    ("unknown ref to void", ("void", "CM31-01", "--reason", "x"), 1, ("CM31-01", "CM13-01")),
    ("no ref at all", ("void", "the symposium", "--reason", "x"), 1, ("CM13-07",)),
    ("unknown owner", ("log", "CM13", "UNHRC: x"), 1, ("UNHRC", "Nearest", "UNHCR")),
    ("unknown partner", ("log", "CM13", "IOM, with UNHRC: x"), 1, ("UNHRC", "UNHCR")),
    ("unknown actor", ("--as", "UNHRC", "update", "CM13-01", "--note", "x"), 1, ("UNHCR",)),
    ("unknown spoken for", ("log", "CM13", "IOM: x", "--said-for", "GMC"), 1, ("GMC", "GMG")),
    ("unknown behalf", ("update", "CM13-01", "--note", "x", "--for", "GMC"), 1, ("GMG",)),
    ("unknown whole", ("agency", "edit", "IOM", "--part-of", "DESO"), 1, ("DESO", "DESA")),
    ("unknown group", ("agency", "edit", "IOM", "--member-of", "GMC"), 1, ("GMC", "GMG")),
    ("unknown series", ("series", "edit", "CN", "--title", "x"), 1, ("CN", "Nearest: CM")),
    ("no date", ("log", "CM13", "IOM: x", "--due", "when pigs fly"), 1, ("when pigs fly",)),
    ("misspelt date", ("log", "CM13", "IOM: x", "--due", "Mrach 2015"), 1, ("March 2015",)),
    ("no day of any calendar", ("edit", "CM13-01", "--due", "31 June 2015"), 1, ("31 June 2015",)),
    (
        "a day of two readings",
        ("edit", "CM13-01", "--due", "03/04/2015"),
        1,
        ("3 April 2015", "4 March 2015"),
    ),
    ("unknown command", ("lgo", "CM13", "IOM: x"), 2, ("lgo", "log")),
    ("unknown command of a group", ("meeting", "ad", "X", "x"), 2, ("ad", "add")),
    ("unknown option", ("log", "CM13", "IOM: x", "--ownr", "IOM"), 2, ("--ownr", "--owner")),
    ("missing argument", ("log",), 2, ("MEETING",)),
    ("missing value", ("log", "CM13", "IOM: x", "--due"), 2, ("--due",)),
    ("one word too many", ("log", "CM13", "IOM: publish", "a guide"), 2, ("a guide", "quotes")),
    ("unknown status", ("update", "CM13-01", "--status", "complete"), 2, ("completed",)),
    ("unknown kind", ("log", "CM13", "IOM: x", "--kind", "publications"), 2, ("publication",)),
    ("unknown strength", ("edit", "CM13-01", "--strength", "frim"), 2, ("firm",)),
    ("unknown channel", ("update", "CM13-01", "--note", "x", "--via", "mail"), 2, ("e-mail",)),
    ("unknown kind of meeting", ("meeting", "add", "X", "x", "--kind", "seminr"), 2, ("seminar",)),
    ("unknown kind of agency", ("agency", "add", "X", "x", "--kind", "ngos"), 2, ("ngo",)),
    ("unknown directory", ("agency", "load", "un-sytem"), 2, ("un-system",)),
    ("an actor of no name", ("--by", " ", "log", "CM13", "IOM: x"), 2, ("--by",)),
    ("an actor of no agency", ("--as", "", "log", "CM13", "IOM: x"), 2, ("--as",)),
    ("an actor of a long name", ("--by", "x" * 501, "log", "CM13", "IOM: x"), 2, ("500",)),
    ("a day that is none", ("update", "CM13-01", "--note", "x", "--on", "soon"), 1, ("soon",)),
]


def test_bad_input_is_answered_in_words_and_changes_nothing(run: Run, register: Path) -> None:
    _fill(run)
    before = contents(str(register))
    for what, words, exit_code, said in CASES:
        outcome = run(*words)
        assert outcome.exit_code == exit_code, (what, outcome.stdout, outcome.stderr)
        refused(outcome, *said, exit_code=exit_code)
        assert outcome.stderr.startswith("tracker: "), what
        assert contents(str(register)) == before, what


def test_unknown_names_are_refused_alike_on_both_databases(run: Run, any_register: str) -> None:
    _fill(run)
    before = contents(any_register)
    for what, words, exit_code, said in CASES[:14]:
        refused(run(*words), *said, exit_code=exit_code)
        assert contents(any_register) == before, what


def test_what_was_typed_is_shown_harmless(run: Run, register: Path) -> None:
    _fill(run)
    bad = "\x1b]0;title\x07\x1b[2Jevil\u202e\u0085\r\n"
    for words in (
        ("log", bad, "IOM: x"),
        ("log", "CM13", f"{bad}: x"),
        ("log", "CM13", "IOM: x", "--due", bad),
        ("log", "CM13", "IOM: x", "--kind", bad),
        ("log", "CM13", "IOM: x", "--from", bad),
        ("log", "CM13", "--from", bad),
        ("update", bad, "--note", "x"),
        ("update", "CM13-01", "--evidence", bad),
        ("update", "CM13-01", "--note", "x", "--on", bad),
        ("void", bad, "--reason", "x"),
        ("edit", "CM13-01", "--lines", bad),
        ("meeting", "add", bad, "x"),
        ("agency", "edit", bad, "--name", "x"),
        ("agency", "edit", "GMG", "--chair", f"{bad} from 2015"),
        ("agency", "edit", "GMG", "--focal-point", f"<{bad}"),
        ("series", "edit", bad, "--title", "x"),
        ("--as", bad, "update", "CM13-01", "--note", "x"),
        (bad,),
    ):
        outcome = run(*words)
        assert outcome.exit_code in (1, 2), words
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", outcome.stderr), words


def test_numbers_of_refs_are_read_as_people_write_them(run: Run, register: Path) -> None:
    _fill(run)
    for ref in ("CM13-1", "cm13-01", " CM13-001 ", "Cm13-000000001"):
        assert done(run("update", ref, "--note", "x")) == "CM13-01"
    for ref in ("CM13", "CM13-", "CM13-0", "CM13--1", "CM13-1.0", "CM13-9999999999", "-", "١"):
        outcome = run("update", "--note", "x", "--", ref)
        refused(outcome, "CM13-0")


@pytest.mark.parametrize("language", ["C", "C.UTF-8", "fr_FR.UTF-8"])
def test_every_script_is_typed_in_any_locale(
    tracker: Run, register: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("LANG", language)
    done(tracker("agency", "add", "OIM", "Organisation internationale"))
    done(tracker("meeting", "add", "RC13", "第十三次会议"))
    text = "نشر دليل عن الهجرة — 指南 — é"
    assert done(tracker("log", "RC13", f"OIM: {text}")) == "RC13-01"
    note = tracker("update", "RC13-01", "--note", "-", input=f"{text}\n".encode())
    assert done(note) == "RC13-01"
    assert done(tracker("show", "RC13-01", "--format", "json")).count("指南") >= 2


def _fill(run: Run) -> None:
    fill(run)
    done(run("log", "CM13", "GMG, with IOM: hold a symposium (May 2015)"))
