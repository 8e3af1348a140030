"""`tracker report`: where the follow-up report goes, in which format, and what is refused."""

import json
import re
import stat
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.cli import year
from tests.conftest import Outcome
from tracker.storage import database

Run = Callable[..., Outcome]

ENV = {"TRACKER_TODAY": "2016-01-15"}


@pytest.fixture(autouse=True)
def told(register: Path) -> Path:
    year.give_year(register)
    return register


def kind_of(content: bytes) -> str:
    """Tell a format by how it begins."""
    begins = content.lstrip()[:40].lower()
    if begins.startswith(b"%pdf-"):
        return "pdf"
    if begins.startswith(b"<!doctype html"):
        return "html"
    if begins.startswith(b"{"):
        return "json"
    return "md" if re.search(rb"(?m)^#+ ", content) else "text"


def test_the_format_follows_the_ending_and_an_option_wins(run: Run, surroundings: Path) -> None:
    endings = {
        "paper.txt": "text",
        "paper.PDF": "pdf",
        "paper.html": "html",
        "paper.htm": "html",
        "paper.md": "md",
        "paper.markdown": "md",
        "paper.json": "json",
        "two.words.json": "json",
    }
    for name, form in endings.items():
        outcome = run("report", "CM14", "-o", name, env=ENV)
        assert (outcome.exit_code, outcome.stdout) == (0, ""), outcome.stderr
        assert name in outcome.stderr
        assert kind_of((surroundings / name).read_bytes()) == form, name
    for form in ("text", "pdf", "html", "md", "json"):
        outcome = run("report", "CM14", "--format", form.upper(), "-o", "paper.html", env=ENV)
        assert outcome.exit_code == 0, outcome.stderr
        assert kind_of((surroundings / "paper.html").read_bytes()) == form
        assert run("report", "CM14", "--format", form, "-o", "noending", env=ENV).exit_code == 0
        on_stdout = run("report", "CM14", "--format", form, "-o", "-", env=ENV)
        assert kind_of(on_stdout.stdout_bytes) == form
        assert on_stdout.stderr == ""
        assert (
            on_stdout.stdout_bytes == run("report", "CM14", "--format", form, env=ENV).stdout_bytes
        )
    assert kind_of(run("report", "CM14", env=ENV).stdout_bytes) == "text"
    assert kind_of(run("report", "CM14", "-o", "-", env=ENV).stdout_bytes) == "text"


def test_every_format_shows_the_same_figures(run: Run) -> None:
    figures = json.loads(run("report", "CM14", "--format", "json", env=ENV).stdout)["figures"]
    assert (figures["commitments"], figures["overdue"], figures["silent"]) == (9, 5, 4)
    for form in ("text", "md", "html"):
        paper = run("report", "CM14", "--format", form, env=ENV).stdout
        plain = " ".join(re.sub(r"<[^>]*>|\\", "", paper).split())
        assert "Of the 9 commitments announced at" in plain, form
        assert "5 are overdue" in plain, form
        assert "0 " not in plain.partition("Of the 9")[2].partition("overdue")[0]
        for ref in ("CM12-02", "CM13-01", "SIDE-01"):
            assert ref in plain
        for words in (
            "Printer gone.",
            "by the end of June 2015",
            "We said nothing.",
            "No money.",
            "report.txt",
            "Salle réservée à Genève",
            "26 and 27 May 2015",
            "Genève",
        ):
            assert words in plain, (form, words)


class _Balance(HTMLParser):
    void = frozenset({"meta", "link", "br", "hr", "img", "col", "input"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in self.void:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_hostile_text_stays_text_in_every_format(run: Run, told: Path) -> None:
    hostile = [
        "<script>alert(1)</script>",
        "</td></table>",
        "&amp; & &lt;",
        "**bold** _it_ `code` | pipe",
        "#heading $x^2$ #set page(width: 1pt) \\ @ref",
        "[link](javascript:alert(1))",
        "=1+1",
        "“”‘’—…",
        "研究移徙者",
        "نشر دليل",
        "x" * 300,
    ]
    with database.writing(str(told)) as session:
        for text in hostile:
            asks = [
                year.Ask(None, {"text": text, "leads": ("WHO",), "quote": text, "places": (text,)})
            ]
            (logged,) = year.log(session, year.on("2015-02-20"), "CM13", asks)
            year.say(session, "2015-03-01", logged.ref, note=text, for_agency="WHO")
    page = run("report", "CM14", "--format", "html", env=ENV).stdout
    assert "<script>alert" not in page
    balance = _Balance()
    balance.feed(page)
    assert balance.open == []
    made = json.loads(run("report", "CM14", "--format", "json", env=ENV).stdout)
    assert {row["text"] for row in made["commitments"]} >= set(hostile)
    for form in ("text", "md"):
        assert "研究移徙者" in run("report", "CM14", "--format", form, env=ENV).stdout
    pdf = run("report", "CM14", "--format", "pdf", env=ENV)
    assert kind_of(pdf.stdout_bytes) == "pdf"
    # No built-in font has the ideographs: it is printed all the same, and said.
    assert "warning" in pdf.stderr


def test_nothing_to_report_is_a_report_that_says_so(run: Run, surroundings: Path) -> None:
    for words in (["SOON"], ["CM14", "--owner", "POP", "--disputed"], ["--tag", "nonesuch"]):
        for form in ("text", "md", "html"):
            outcome = run("report", *words, "--format", form, env=ENV)
            assert outcome.exit_code == 0, outcome.stderr
            assert "No commitment falls under this report." in outcome.stdout
        made = json.loads(run("report", *words, "--format", "json", env=ENV).stdout)
        assert made["commitments"] == []
        assert run("report", *words, "-o", "empty.pdf", env=ENV).exit_code == 0
        assert kind_of((surroundings / "empty.pdf").read_bytes()) == "pdf"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["CM41"], 1, ["CM41", "CM14"]),
        (["CM14", "--owner", "IOMM"], 1, ["IOM"]),
        (["CM14", "--format", "docm"], 2, ["pdf"]),
        (["CM14", "--paper", "a5"], 2, ["a4", "letter"]),
        (["CM14", "--kind", "novel"], 2, ["follow-up"]),
        (["CM14", "-o", "paper.odt"], 2, ["paper.odt", ".pdf", "--format"]),
        (["CM14", "-o", "paper"], 2, ["paper", "--format"]),
        (["CM14", "-o", "no/such/folder/paper.pdf"], 1, ["no/such/folder"]),
        (["CM14", "-o", ".", "--format", "pdf"], 1, ["."]),
        (["CM14", "CM13"], 2, ["CM13"]),
    ],
)
def test_what_cannot_be_printed_is_refused_and_writes_nothing(
    run: Run, surroundings: Path, words: list[str], code: int, said: list[str]
) -> None:
    before = sorted(surroundings.iterdir())
    outcome = run("report", *words, env=ENV)
    assert outcome.exit_code == code, outcome.stderr
    assert outcome.stdout == ""
    for one in said:
        assert one in outcome.stderr
    assert sorted(surroundings.iterdir()) == before


def test_a_pdf_is_not_for_a_terminal(in_terminal: Callable[..., tuple[str, int]]) -> None:
    shown, code = in_terminal("-m", "tracker", "report", "CM14", "--format", "pdf", env=ENV)
    assert code == 2
    assert "-o FILE" in shown
    assert "%PDF" not in shown
    shown, code = in_terminal("-m", "tracker", "report", "CM14", env=ENV | {"PAGER": "cat"})
    assert code == 0
    assert "Follow-up report" in shown


def test_the_same_register_day_and_options_give_the_same_bytes(
    tracker: Run, surroundings: Path
) -> None:
    elsewhere = {"TZ": "Pacific/Apia", "LANG": "fr_FR.UTF-8", "LC_ALL": "C", "COLUMNS": "200"}
    for form in ("pdf", "html", "md", "json"):
        here = tracker("report", "CM14", "-o", f"here.{form}", env=ENV)
        there = tracker("report", "CM14", "-o", f"there.{form}", env=ENV | elsewhere)
        assert (here.exit_code, there.exit_code) == (0, 0), here.stderr + there.stderr
        assert (surroundings / f"here.{form}").read_bytes() == (
            surroundings / f"there.{form}"
        ).read_bytes()


@pytest.mark.needs("pdftotext")
def test_paper_is_a4_unless_letter_is_asked_for_or_set(run: Run, surroundings: Path) -> None:
    def size(name: str) -> tuple[int, int]:
        told = subprocess.run(
            ["pdftotext", "-bbox", "-l", "1", name, "-"], check=True, capture_output=True, text=True
        ).stdout
        found = re.search(r'<page width="([\d.]+)" height="([\d.]+)"', told)
        assert found is not None
        return round(float(found[1])), round(float(found[2]))

    a4, letter = (595, 842), (612, 792)
    run("report", "CM14", "-o", "a.pdf", env=ENV)
    run("report", "CM14", "--paper", "Letter", "-o", "b.pdf", env=ENV)
    assert (size("a.pdf"), size("b.pdf")) == (a4, letter)
    assert run("config", "set", "paper", "letter").exit_code == 0
    run("report", "CM14", "-o", "c.pdf", env=ENV)
    run("report", "CM14", "--paper", "a4", "-o", "d.pdf", env=ENV)
    assert (size("c.pdf"), size("d.pdf")) == (letter, a4)


@pytest.mark.needs("pdftotext")
def test_every_ref_word_and_passage_can_be_searched_in_the_printed_paper(
    run: Run, surroundings: Path
) -> None:
    assert run("report", "CM14", "-o", "paper.pdf", env=ENV).stderr == "Wrote paper.pdf.\n"
    text = subprocess.run(
        ["pdftotext", "paper.pdf", "-"], check=True, capture_output=True, text=True
    ).stdout
    for words in ("CM12-02", "CM13-01", "SIDE-01", "Printer gone.", "report.txt", "Salle réservée"):
        assert words in text
    assert year.SECRET not in text


# Printing.


@pytest.fixture
def printer(surroundings: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a program `lp` on PATH that keeps what it gets, and fails for the printer `broken`."""
    folder = surroundings / "bin"
    folder.mkdir()
    program = folder / "lp"
    program.write_text(
        f"#!{sys.executable}\n"
        "import pathlib, sys\n"
        "if 'broken' in sys.argv:\n"
        "    sys.exit('lp: the printer or class does not exist.')\n"
        f"folder = pathlib.Path({str(folder)!r})\n"
        "(folder / 'words').write_text('\\n'.join(sys.argv[1:]))\n"
        "(folder / 'content').write_bytes(sys.stdin.buffer.read())\n"
        "print('request id is 1')\n"
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(folder))
    return folder


def test_print_sends_the_pdf_to_the_systems_printer_or_the_one_named(
    run: Run, printer: Path, surroundings: Path
) -> None:
    outcome = run("report", "CM14", "--print", env=ENV)
    assert (outcome.exit_code, outcome.stdout) == (0, ""), outcome.stderr
    assert "printer" in outcome.stderr
    pdf = run("report", "CM14", "--format", "pdf", env=ENV).stdout_bytes
    assert (printer / "content").read_bytes() == pdf
    assert "-d" not in (printer / "words").read_text().split("\n")
    assert run("report", "CM14", "--print", "Room 12", "--owner", "ILO", env=ENV).exit_code == 0
    words = (printer / "words").read_text().split("\n")
    assert words[words.index("-d") + 1] == "Room 12"
    assert any("CM14" in word for word in words)
    # An option behind it is no printer, and nor is a file beside it what gets printed.
    assert run("report", "--print", "--owner", "ILO", env=ENV).exit_code == 0
    assert "-d" not in (printer / "words").read_text().split("\n")
    assert run("report", "CM14", "--print", "-o", "paper.json", env=ENV).exit_code == 0
    assert kind_of((printer / "content").read_bytes()) == "pdf"
    assert kind_of((surroundings / "paper.json").read_bytes()) == "json"


def test_what_the_printer_refuses_is_said(run: Run, printer: Path) -> None:
    outcome = run("report", "CM14", "--print", "broken", env=ENV)
    assert outcome.exit_code == 1
    assert "does not exist" in outcome.stderr
    assert "Nothing was printed" in outcome.stderr


def test_without_the_systems_program_print_says_so(
    run: Run, surroundings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (surroundings / "empty").mkdir()
    monkeypatch.setenv("PATH", str(surroundings / "empty"))
    outcome = run("report", "CM14", "--print", env=ENV)
    assert outcome.exit_code == 1
    assert outcome.stdout == ""
    assert "lp" in outcome.stderr
    assert "-o FILE" in outcome.stderr


def test_it_says_what_it_was_printed_from(run: Run) -> None:
    made = json.loads(run("report", "CM14", "--owner", "ILO", "--format", "json", env=ENV).stdout)
    history = json.loads(run("history", "--format", "json").stdout)
    assert made["digest"] == history[-1]["sha256"]
    assert made["options"] == ["owner ILO"]
    text = run("report", "CM14", "--owner", "ILO", env=ENV).stdout
    assert made["digest"] in "".join(text.split())
    assert "owner ILO" in text


def test_the_day_that_counts_as_today_must_be_a_day(run: Run) -> None:
    for typed in ("tomorrow", "2016-1-5", "20160115", "2016-02-30"):
        for words in (["report", "CM14"], ["list"], ["show", "CM13-01"]):
            outcome = run(*words, env={"TRACKER_TODAY": typed})
            assert outcome.exit_code == 2
            assert typed in outcome.stderr
            assert outcome.stdout == ""
