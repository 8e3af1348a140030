import itertools
import re
import subprocess
from pathlib import Path

import pytest

from tests.reports.facts import commitment, entry, facts, meeting, owner, year_of
from tests.reports.rendering import printed
from tracker.domain.facts import SourceFact
from tracker.domain.vocabulary import Paper
from tracker.reports.follow_up import FollowUpFacts

needs_poppler = pytest.mark.needs("pdftotext")
NO_FONT_HAS = "\u0378"


def pages_of(made: FollowUpFacts, folder: Path, *, paper: Paper = Paper.A4) -> list[str]:
    """Give each page's text, laid out as it stands."""
    file = folder / "report.pdf"
    file.write_bytes(printed(made, "pdf", paper=paper).content)
    return said_by("pdftotext", "-layout", file, "-").split("\f")[:-1]


def said_by(program: str, *words: object) -> str:
    done = subprocess.run([program, *map(str, words)], check=True, capture_output=True, text=True)
    return done.stdout


def test_a_report_is_pdf_ua_without_a_font_of_the_machine():
    rendered = printed(year_of(12), "pdf")
    assert rendered.warnings == ()
    assert b"<pdfuaid:part>1</pdfuaid:part>" in rendered.content


@needs_poppler
@pytest.mark.parametrize(
    ("paper", "upright", "lying"),
    [(Paper.A4, (595, 842), (842, 595)), (Paper.LETTER, (612, 792), (792, 612))],
)
def test_pages_are_as_large_as_the_paper_and_the_matrix_lies(tmp_path, paper, upright, lying):
    pages = pages_of(year_of(5), tmp_path, paper=paper)
    told = said_by("pdfinfo", "-f", 1, "-l", len(pages), tmp_path / "report.pdf")
    sizes = re.findall(r"Page +(\d+) size: +([\d.]+) x ([\d.]+)", told)
    expected = [lying if "Matrix by agency\n" in page else upright for page in pages]
    assert [(round(float(w)), round(float(h))) for _, w, h in sizes] == expected
    assert lying in expected
    assert "Follow-up report, 15 January 2031, FM14" in told
    assert re.search(r"Tagged: +yes", told)


@needs_poppler
def test_every_page_says_its_number_of_all_and_from_the_second_on_its_paper(tmp_path):
    pages = pages_of(year_of(60), tmp_path)
    for number, page in enumerate(pages, 1):
        assert f"{number} of {len(pages)}" in page
        assert ("Follow-up report, 15 January 2031, FM14" in page) == (number > 1)


@needs_poppler
def test_heads_and_bands_come_again_where_a_table_goes_on(tmp_path):
    pages = pages_of(year_of(60), tmp_path)
    first = next(n for n, page in enumerate(pages) if re.search("^ *Matrix by agency$", page, re.M))
    ends = next(n for n, page in enumerate(pages) if re.search("^ *Completed since", page, re.M))
    matrix = pages[first:ends]
    assert len(matrix) > 3
    assert all("Lead and partners" in page for page in matrix)
    assert "(continued)" not in matrix[0]
    for before, page in itertools.pairwise(matrix):
        under_head = page.split("Last word\n", 1)[1].strip().splitlines()[0]
        band = re.sub(r" \(continued\)| {2,}.*", "", under_head)
        assert ("(continued)" in under_head) == (band in before)


@needs_poppler
def test_no_row_is_split_that_fits_on_half_a_page(tmp_path):
    made = [
        commitment(
            f"FM13-{number:02}", text=f"begin{number} {'lamp ' * 9 * (number % 9)} end{number}"
        )
        for number in range(1, 80)
    ]
    pages = pages_of(facts(made), tmp_path)
    matrix = [page for page in pages if "Lead and partners" in page]
    for number in range(1, 80):
        where = [
            [place for place, page in enumerate(matrix) if re.search(rf"\b{word}{number}\b", page)]
            for word in ("begin", "end")
        ]
        assert where[0] == where[1]
        assert len(where[0]) == 1


@needs_poppler
def test_a_row_longer_than_a_page_goes_on_and_loses_nothing(tmp_path):
    words = [f"lamp{number}" for number in range(1500)]
    text = " ".join(pages_of(facts([commitment(text=" ".join(words))]), tmp_path))
    # Once each in the matrix and the annex.
    found = re.findall(r"\blamp\d+\b", text)
    assert sorted(found) == sorted(words * 2)


@needs_poppler
def test_a_word_longer_than_its_column_stays_on_the_page(tmp_path):
    file = tmp_path / "report.pdf"
    made = commitment(text="x" * 400, owners=(owner("y" * 60),), source=SourceFact(quote="z" * 400))
    file.write_bytes(printed(facts([made]), "pdf").content)
    told = said_by("pdftotext", "-bbox", file, "-")
    widths = [float(width) for width in re.findall(r'<page width="([\d.]+)"', told)]
    for width, page in zip(widths, told.split("<page ")[1:], strict=True):
        assert all(float(right) < width for right in re.findall(r'xMax="([\d.]+)"', page))
    assert re.sub(r"[^x]", "", said_by("pdftotext", file, "-")).count("x") >= 800


@needs_poppler
def test_text_that_means_something_to_typst_is_printed_as_it_stands(tmp_path):
    text = '#import "x": * $a$ *b* _c_ `d` @e <f> = g // h \\ i #panic()'
    pages = pages_of(facts([commitment(text=text)]), tmp_path)
    assert text in re.sub(r"\s+", " ", pages[-1])


@needs_poppler
def test_cyrillic_and_arabic_need_no_font_of_the_machine(tmp_path):
    made = [
        commitment("FM13-01", text="Провести симпозиум о линзах"),
        commitment("FM13-02", text="عقد ندوة"),
    ]
    assert printed(facts(made), "pdf").warnings == ()
    pages = pages_of(facts(made), tmp_path)
    assert "Провести симпозиум о линзах" in pages[-1]
    assert "ندوة" in pages[-1]


def test_a_character_that_no_font_has_is_told_and_the_rest_is_printed():
    rendered = printed(facts([commitment(text=f"Light the lamp {NO_FONT_HAS}")]), "pdf")
    assert len(rendered.warnings) == 1
    assert NO_FONT_HAS in rendered.warnings[0]
    assert rendered.content.startswith(b"%PDF-")
    assert b"pdfuaid" not in rendered.content


def test_chinese_is_printed_in_a_font_of_the_machine_or_the_font_to_install_is_named():
    rendered = printed(facts([commitment(text="举办关于透镜的专题讨论会")]), "pdf")
    if rendered.warnings:
        assert re.search(r"Chinese \(举 .*Noto Serif CJK", rendered.warnings[0])
    else:
        assert b"pdfuaid" in rendered.content


@needs_poppler
def test_the_foot_stands_on_the_last_page_and_the_contents_on_the_first(tmp_path):
    made = facts([commitment(overdue=True)], [entry("FM13-01")], covered=(meeting(),))
    pages = pages_of(made, tmp_path)
    assert re.search(
        r"For attention, page 1 · Matrix by agency, page 2 · Annex: .*, page 3", pages[0]
    )
    assert "0123456789abcdef" * 4 in pages[-1]
    assert "Fictional lighthouse register" in pages[-1]
