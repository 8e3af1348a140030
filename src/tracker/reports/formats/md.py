"""Markdown: CommonMark with GitHub's tables. What people wrote is escaped, and stays words."""

import re
from collections.abc import Iterator

from tracker.reports.characters import clean_run
from tracker.reports.document import (
    Align,
    Band,
    Block,
    Cell,
    Chart,
    Column,
    Document,
    Facts,
    Heading,
    Job,
    Line,
    Paragraph,
    Quotation,
    Rendered,
    Run,
    Style,
    Table,
)
from tracker.reports.formats.signs import draw_bar, say_scale

_WIDEST_BAR = 40
_MARKUP = re.compile(r"([\\`*_{}\[\]<>|~$&!^=])")
# What means something only where a line begins: headings, lists, rules, numbered lists.
_AT_START = re.compile(r"^(\s*)(?:([#+:-])|(\d+)(?=[.)]))")
# Where GitHub makes a link of what looks like an address.
_ADDRESS = re.compile(r"(?i):(?=//)|(?<=www)\.|@")
_AROUND = {Style.STRONG: "**", Style.REF: "**", Style.ALERT: "**", Style.EMPHASIS: "*"}
_BREAK = "<br>"


def render(job: Job) -> Rendered:
    """Write the report as Markdown, a blank line between blocks."""
    return Rendered(("\n\n".join(_document(job.report.document())) + "\n").encode())


def _escape(text: str) -> str:
    """Make text mean nothing but itself to a reader of Markdown, wherever it stands."""
    escaped = _MARKUP.sub(r"\\\1", clean_run(text))
    escaped = _ADDRESS.sub(r"\\\g<0>", escaped)
    return _AT_START.sub(lambda at: f"{at[1]}\\{at[2]}" if at[2] else f"{at[1]}{at[3]}\\", escaped)


def _document(document: Document) -> Iterator[str]:
    yield _BREAK.join(map(_escape, [document.body, *document.labels]))
    yield f"# {_escape(document.title)}"
    if document.subtitle:
        yield _cell(document.subtitle)
    if document.marking:
        yield f"**{_escape(document.marking)}**"
    for part in document.parts:
        if part.title:
            yield f"## {_escape(part.title)}"
        for block in part.blocks:
            yield from _block(block)
    yield "---"
    yield _facts(document.foot)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"### {_line(block.line)}"
        case Paragraph():
            yield _line(block.line)
        case Facts():
            yield _facts(block)
        case Quotation():
            told = [_escape(block.text), *([_line(block.attribution)] if block.attribution else [])]
            yield "\n>\n".join(f"> {text}" for text in told)
        case Table():
            for band in block.bands:
                if band.title:
                    count = f": {_escape(band.count)}" if band.count else ""
                    yield f"### {_escape(band.title)}{count}"
                yield _table(block.columns, band)
        case Chart():
            yield f"**{_escape(block.title)}.** {_line(Line(block.sentence))}"
            yield _chart(block)
            scale = say_scale(block.longest, room=_WIDEST_BAR)
            if scale:
                yield _escape(scale)


def _table(columns: tuple[Column, ...], band: Band) -> str:
    titles = [_escape(column.title) for column in columns]
    rules = ["---:" if column.align == Align.END else "---" for column in columns]
    rows = [titles, rules, *([_cell(cell) for cell in row] for row in band.rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _chart(chart: Chart) -> str:
    rows = [[_escape(chart.axis), "", ""], ["---", "---", "---"]]
    for bar in chart.bars:
        drawn = draw_bar(bar, longest=chart.longest, room=_WIDEST_BAR)
        rows.append([_escape(bar.label), drawn, _line(bar.end)])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _facts(facts: Facts) -> str:
    return "\n".join(f"- {_escape(item.term)}: {_cell(item.lines)}" for item in facts.items)


def _cell(cell: Cell) -> str:
    return _BREAK.join(_line(each) for each in cell)


def _line(line: Line) -> str:
    return "".join(_run(run) for run in line.runs)


def _run(run: Run) -> str:
    text = _escape(run.text)
    around = _AROUND.get(run.style)
    core = text.strip()
    # A space inside the marks would leave them standing as asterisks.
    return text.replace(core, f"{around}{core}{around}", 1) if around and core else text
