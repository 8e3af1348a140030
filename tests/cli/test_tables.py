"""Rows laid out: aligned, wrapped, and read back by other programs as they were."""

import csv
import io
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from tracker.cli.escapes import one_line, shown
from tracker.cli.tables import csv_text, draw, md_text, tsv_text, wrap
from tracker.domain.fields import Field, FieldKind

FIELDS = (
    Field("ref", "Ref", FieldKind.REF, str),
    Field("slips", "Slips", FieldKind.NUMBER, str),
    Field("lead", "Lead", FieldKind.WORD, str, weight=2),
    Field("text", "Commitment", FieldKind.TEXT, str, weight=6),
)
# What people write in six official languages, what documents hold, and what attackers try.
CELLS = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "",
            "=HYPERLINK(0)",
            "@SUM(1)",
            "-1",
            "+41 22 717 9111",
            "\t=1",
            "a\tb\r\nc",
            'say "no"',
            "a|b",
            "\x1b[31mred\x1b[0m",
            "\x9b2J",
            "\u202etxt.exe",
            "国际移民协调会议第十三次会议在纽约举行",
            "تعهدت المنظمة الدولية للهجرة بنشر تقرير",
            "семинар по вопросам миграции в Женеве",
            "é́́ combining",
            "👩‍👩‍👧 family",
            "\\",
            "`*_[x](y)_*` <b> & ~",
        ]
    ),
)
ROWS = st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS), max_size=5)


def plain(place, column, text):
    return text


def is_safe(text):
    kinds = {unicodedata.category(c) for c in text if c not in "\n\t"}
    return "Cc" not in kinds and not re.search("[\u202a-\u202e\u2066-\u2069]", text)


@given(ROWS)
def test_csv_reads_back_the_same_but_for_the_apostrophe_before_a_formula(rows):
    read = list(csv.reader(io.StringIO(csv_text(FIELDS, rows), newline="")))
    assert read[0] == [field.name for field in FIELDS]
    assert len(read) == len(rows) + 1
    for cells, row in zip(read[1:], rows, strict=True):
        for cell, given_cell in zip(cells, row, strict=True):
            assert cell in (shown(given_cell), f"'{shown(given_cell)}")
            assert is_safe(cell)
            assert not re.match(r"\s*[=+\-@＝＋－＠]|[\t\r\n]", cell)


@given(ROWS)
def test_tsv_is_a_line_a_row_and_reads_back_but_for_tabs_and_line_ends(rows):
    read = [line.split("\t") for line in tsv_text(FIELDS, rows).split("\n")[:-1]]
    assert read[0] == [field.name for field in FIELDS]
    assert len(read) == len(rows) + 1
    for cells, row in zip(read[1:], rows, strict=True):
        for cell, given_cell in zip(cells, row, strict=True):
            assert cell.removeprefix("'").split() == shown(given_cell).removeprefix("'").split()
            assert is_safe(cell)
            assert not re.match(r"\s*[=+\-@＝＋－＠]", cell)


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@x", "\t=1", "\n=1", " =1", "＝1"])
@pytest.mark.parametrize("write", [csv_text, tsv_text])
def test_a_spreadsheet_sees_no_formula(write, formula):
    text = write(FIELDS, [("CM13-01", "0", "IOM", formula)])
    last = next(csv.reader([text.partition("\n")[2]], delimiter="," if "," in text else "\t"))[-1]
    assert last.startswith("'")


def unescaped(line):
    """Read a row of a Markdown table as a reader of GFM does."""
    cells = [""]
    rest = iter(line.removeprefix("| ").removesuffix(" |"))
    for character in rest:
        if character == "\\":
            cells[-1] += next(rest)
        elif character == "|":
            cells.append("")
        else:
            cells[-1] += character
    return [cell.strip(" ") for cell in cells]


@given(ROWS)
def test_markdown_reads_back_the_same_on_one_line(rows):
    lines = md_text(FIELDS, rows).split("\n")[:-1]
    assert unescaped(lines[0]) == [field.label for field in FIELDS]
    assert [cell.strip("-") for cell in unescaped(lines[1])] == ["", ":", "", ""]
    assert len(lines) == len(rows) + 2
    for line, row in zip(lines[2:], rows, strict=True):
        assert unescaped(line) == [one_line(cell).strip(" ") for cell in row]
        assert not re.search(r"(?<!\\)(\\\\)*[<`*\[]", line)


def columns_of(line, widths):
    """Cut a line where columns begin, counting places as a terminal does."""
    pieces, piece, wanted = [], "", [width + 2 for width in widths[:-1]]
    for character in line:
        # A mark belongs to the letter before it.
        if wanted and wcswidth(piece) >= wanted[0] and wcswidth(piece + character) > wanted[0]:
            pieces.append(piece)
            piece = ""
            wanted.pop(0)
        piece += character
    return [*pieces, piece, *[""] * (len(widths) - len(pieces) - 1)]


ALIGNED = st.text(st.sampled_from("abc déü国际移سلЖ12 "), max_size=30)


@given(st.lists(st.tuples(ALIGNED, ALIGNED, ALIGNED, ALIGNED), min_size=1, max_size=6))
def test_piped_columns_are_uncut_and_begin_in_the_same_place(rows):
    lines = draw(FIELDS, rows, width=None, paint=plain).split("\n")[:-1]
    labels = [field.label for field in FIELDS]
    cleaned = [[one_line(cell) for cell in row] for row in rows]
    widths = [max(map(wcswidth, column)) for column in zip(labels, *cleaned, strict=True)]
    assert len(lines) == len(rows) + 1
    for line, row in zip(lines, [labels, *cleaned], strict=True):
        pieces = columns_of(line, widths)
        assert [piece.strip() for piece in pieces] == [cell.strip() for cell in row]
        if row[1] and pieces[1].strip():
            assert wcswidth(pieces[1].rstrip()) == widths[1]
        for piece, cell in zip((pieces[0], *pieces[2:]), (row[0], *row[2:]), strict=True):
            assert piece.startswith(cell)


@given(ROWS, st.integers(20, 200))
def test_a_table_fits_its_width_or_is_no_table(rows, width):
    text = draw(FIELDS, rows, width=width, paint=plain)
    lines = text.split("\n")
    if lines[0].startswith("Ref  "):
        assert max(map(wcswidth, lines)) <= width
    else:
        assert all(": " in line for line in lines if line)
    kept = re.sub(r"\s", "", text)
    assert is_safe(text)
    assert all(len(re.sub(r"\s", "", one_line(cell))) <= len(kept) for row in rows for cell in row)


@given(CELLS, st.integers(2, 40))
def test_wrapping_loses_nothing_but_spaces_and_never_overflows(cell, width):
    text = one_line(cell)
    lines = wrap(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(wcswidth(line) <= width for line in lines)


def test_wrapping_breaks_between_words():
    assert wrap("convene a symposium on migration", 12) == [
        "convene a",
        "symposium on",
        "migration",
    ]


def test_characters_without_spaces_break_where_the_line_ends():
    assert wrap("国际移民协调会议", 6) == ["国际移", "民协调", "会议"]


def test_a_mark_stays_with_its_letter():
    assert wrap("e\u0301" * 4, 2) == ["e\u0301" * 2, "e\u0301" * 2]


def test_the_text_gives_way_before_the_ref():
    row = ("CM13-07", "0", "GMG", "Convene a symposium on migration as a source of financing")
    lines = draw(FIELDS, [row], width=50, paint=plain).split("\n")
    assert lines[1].startswith("CM13-07      0  GMG   Convene a symposium")
    assert lines[2].startswith(" " * 22 + "migration")


def test_what_no_table_can_hold_is_shown_a_field_a_line():
    row = ("CM13-07", "0", "GMG and others", "Convene a symposium")
    assert draw(FIELDS, [row, row], width=20, paint=plain) == (
        "Ref: CM13-07\nSlips: 0\nLead: GMG and others\nCommitment: Convene a symposium\n\n"
        "Ref: CM13-07\nSlips: 0\nLead: GMG and others\nCommitment: Convene a symposium\n"
    )


@given(CELLS)
def test_nothing_that_is_shown_can_move_a_cursor(cell):
    assert is_safe(shown(cell))
    assert is_safe(one_line(cell))
    assert "\n" not in one_line(cell)
