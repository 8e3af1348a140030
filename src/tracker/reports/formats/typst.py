"""PDF through Typst: PDF/UA-1 wherever each character has a font. Data goes in as JSON alone."""

import json
import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, datetime, time
from importlib.resources import files
from typing import Any

from tracker.domain.vocabulary import Paper
from tracker.reports.characters import begins_right_to_left, clean_run, has_right_to_left
from tracker.reports.document import (
    Block,
    Cell,
    Chart,
    Document,
    Facts,
    Heading,
    Job,
    Line,
    Paragraph,
    Part,
    Quotation,
    Rendered,
    Row,
    Run,
    Style,
    Table,
    line,
)
from tracker.reports.formats.glyphs import missing_characters, warn_of_missing

_SIZES = {Paper.A4: "a4", Paper.LETTER: "us-letter"}
_INNER_MM = {False: 145, True: 230}
_CHARACTER_MM = 1.8
_NARROW_MM = 45
_BOLD_MM = 2.05
_NARROWEST_MM = 20
_WIDEST_MM = 50
_HALF_A_PAGE = {False: 28, True: 17}
_LONGEST_WORD = 70
_LONGEST_IN_A_COLUMN = 24
_UNBROKEN_LETTERS = 8
_UNBROKEN = {Style.REF: Style.STRONG, Style.CODE: Style.PLAIN}
_PLAIN = {"text", "style"}
_WORD_JOINT = "\u200b"
_ISOLATED = "\u2068{}\u2069"


def render(job: Job) -> Rendered:
    """Set the report; what no font on this machine has is said in a warning, and not PDF/UA-1.

    The machine's own fonts are looked at only where the built-in ones lack a character, so that
    otherwise the bytes are the same everywhere.
    """
    from typst import TypstError

    document = job.report.document()
    try:
        return Rendered(_compile(document, job.paper, standards=["ua-1"]))
    except TypstError as error:
        if not missing_characters(error.diagnostic):
            raise
    try:
        return Rendered(_compile(document, job.paper, standards=["ua-1"], machine_fonts=True))
    except TypstError as error:
        missing = missing_characters(error.diagnostic)
    plain = _compile(document, job.paper, standards=[], machine_fonts=True)
    return Rendered(plain, (warn_of_missing(missing),))


def _compile(
    document: Document, paper: Paper, *, standards: list[Any], machine_fonts: bool = False
) -> bytes:
    from typst import compile as typeset

    template = files("tracker.reports.formats").joinpath("report.typ").read_bytes()
    return typeset(
        template,
        sys_inputs={"paper": json.dumps(_paper(document, paper))},
        ignore_system_fonts=not machine_fonts,
        pdf_standards=standards,
        timestamp=int(datetime.combine(document.day, time(), UTC).timestamp()),
    )


def _paper(document: Document, paper: Paper) -> dict[str, Any]:
    """Give the document as the template reads it."""
    head = ", ".join(filter(None, [document.short_title, document.marking]))
    return {
        "size": _SIZES[paper],
        "language": document.language,
        "name": clean_run(document.short_title),
        "running_head": _words(head),
        "body": _words(document.body),
        "labels": [_words(label) for label in document.labels],
        "title": _words(document.title),
        "subtitle": [_line(each) for each in document.subtitle],
        **({"marking": _words(document.marking)} if document.marking else {}),
        "parts": [_part(part, number) for number, part in enumerate(document.parts)],
        "foot": _items(document.foot),
    }


def _part(part: Part, number: int) -> dict[str, Any]:
    return {
        **({"title": _words(part.title)} if part.title else {}),
        "wide": part.wide,
        "blocks": [
            _block(block, name=f"{number}-{place}", wide=part.wide)
            for place, block in enumerate(part.blocks)
        ],
    }


def _block(block: Block, *, name: str, wide: bool) -> dict[str, Any]:
    match block:
        case Heading():
            anchor = {"anchor": block.anchor} if block.anchor else {}
            return {"kind": "heading", "line": _line(block.line), **anchor}
        case Paragraph():
            return {"kind": "paragraph", "line": _line(block.line), "leading": block.leading}
        case Facts():
            return {"kind": "facts", "items": _items(block)}
        case Quotation():
            told = {"attribution": _line(block.attribution)} if block.attribution else {}
            return {"kind": "quotation", "line": _words(block.text), **told}
        case Table():
            return {"kind": "table", "name": name, **_table(block, wide=wide)}
        case Chart():
            return {"kind": "chart", **_chart(block)}


def _chart(chart: Chart) -> dict[str, Any]:
    sentence = Line(chart.sentence)
    return {
        "title": _words(chart.title),
        "sentence": _line(sentence),
        "alt": clean_run("".join(run.text for run in sentence.runs)),
        "longest": chart.longest,
        "bars": [
            {
                "label": _line(line(bar.label), longest=_LONGEST_IN_A_COLUMN),
                "end": _line(bar.end),
                "portions": [
                    {"number": portion.number, "tone": portion.tone}
                    for portion in bar.portions
                    if portion.number
                ],
            }
            for bar in chart.bars
        ],
    }


def _items(facts: Facts) -> list[dict[str, Any]]:
    return [{"term": _words(item.term), "lines": _cell(item.lines)} for item in facts.items]


def _table(table: Table, *, wide: bool) -> dict[str, Any]:
    weights = sum(column.weight for column in table.columns) or 1
    rooms = [_INNER_MM[wide] * column.weight / weights for column in table.columns]
    return {
        "columns": [
            {
                "title": _words(column.title),
                "weight": column.weight,
                # Typst's own measure of the widest cell takes a fifth of the time of a long table.
                "mm": min(max([_NARROWEST_MM, *_needs(table, place)]), _WIDEST_MM),
                "align": column.align,
                "narrow": bool(rooms[place]) and rooms[place] < _NARROW_MM,
            }
            for place, column in enumerate(table.columns)
        ],
        "bands": [
            {
                **({"title": _words(band.title)} if band.title else {}),
                "count": _words(band.count or ""),
                "rows": [
                    {
                        "cells": [_cell(cell, longest=_LONGEST_IN_A_COLUMN) for cell in row],
                        "long": _count_lines(row, rooms) > _HALF_A_PAGE[wide],
                    }
                    for row in band.rows
                ],
            }
            for band in table.bands
        ],
    }


def _needs(table: Table, place: int) -> Iterable[float]:
    """Estimate, rather too high, how many mm the lines in a column take unbroken."""
    if table.columns[place].weight:
        return
    for band in table.bands:
        for row in band.rows:
            yield from ((_measure(each) + 2) * _BOLD_MM for each in row[place])


def _count_lines(row: Row, rooms: Iterable[float]) -> int:
    """Estimate, rather too high, how many lines a row of cells takes in columns of so many mm."""
    return max(
        sum(int(_measure(each) * _CHARACTER_MM / room) + 1 if room else 1 for each in cell)
        for cell, room in zip(row, rooms, strict=True)
    )


def _measure(each: Line) -> int:
    text = "".join(run.text for run in each.runs)
    if text.isascii():
        return len(text)
    return len(text) + sum(unicodedata.east_asian_width(character) in "WF" for character in text)


def _cell(cell: Cell, *, longest: int = _LONGEST_WORD) -> list[dict[str, Any]]:
    return [_line(each, longest=longest) for each in cell]


def _words(text: str) -> dict[str, Any]:
    return _line(line(text))


def _line(each: Line, *, longest: int = _LONGEST_WORD) -> dict[str, Any]:
    alone = len(each.runs) == 1
    return {
        "runs": _joined([_run(run, alone=alone, longest=longest) for run in each.runs]),
        "small": each.small,
        "rtl": alone and begins_right_to_left(each.runs[0].text),
    }


def _joined(runs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Join plain runs that follow one another: each is an element that takes Typst its time."""
    joined: list[dict[str, Any]] = []
    for run in runs:
        if (
            joined
            and joined[-1].keys() == run.keys() == _PLAIN
            and (joined[-1]["style"] == run["style"] == Style.PLAIN)
        ):
            joined[-1]["text"] += run["text"]
        else:
            joined.append(run)
    return joined


def _run(run: Run, *, alone: bool, longest: int) -> dict[str, Any]:
    text = clean_run(run.text)
    if len(text) > longest:
        text = re.sub(rf"\S{{{longest + 1},}}", _make_joints, text)
    style = run.style
    if style in _UNBROKEN and len(text) > _LONGEST_IN_A_COLUMN:
        style = _UNBROKEN[style]
    if not alone and has_right_to_left(text):
        text = _ISOLATED.format(text)
    return {
        "text": text,
        "style": style,
        # A hyphen that a line's end brings in would be read, and typed, as part of the address.
        **({"whole": True} if "://" in text else {}),
        **({"to": run.to} if run.to else {}),
    }


def _make_joints(word: re.Match[str]) -> str:
    """Let a word that is longer than its line break, though not before a mark.

    Ideographs break anywhere by themselves.
    """
    text, since = "", 0
    for character in word[0]:
        if since >= _UNBROKEN_LETTERS and not unicodedata.combining(character):
            text, since = text + _WORD_JOINT, 0
        since = 0 if unicodedata.east_asian_width(character) in "WF" else since + 1
        text += character
    return text
