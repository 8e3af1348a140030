"""HTML: one file that needs no other, on a screen, a telephone or paper; no script in it."""

import base64
import hashlib
from collections.abc import Iterable
from html import escape
from importlib.resources import files
from typing import NewType

from tracker.domain.vocabulary import Paper
from tracker.reports.characters import clean_run, has_right_to_left
from tracker.reports.document import (
    Align,
    Band,
    Bar,
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
    Part,
    Quotation,
    Rendered,
    Row,
    Run,
    Style,
    Table,
)

Markup = NewType("Markup", str)
"""Text that is HTML already; all other text becomes it through `_safe` alone."""

_ELEMENTS = {
    Style.STRONG: ("strong", None),
    Style.EMPHASIS: ("em", None),
    Style.REF: ("span", "ref"),
    Style.CODE: ("span", "code"),
    Style.ALERT: ("strong", "alert"),
}


def render(job: Job) -> Rendered:
    """Write the report as a page of its own."""
    document = job.report.document()
    page = _page(document, style=_style(document, job.paper))
    return Rendered(f"<!doctype html>\n{page}\n".encode())


def _safe(text: str) -> Markup:
    return Markup(escape(clean_run(text)))


def _element(name: str, *inside: Markup, **attributes: str | None) -> Markup:
    """Make an element; attributes are made safe here, a trailing underscore is dropped."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(clean_run(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{written}>{''.join(inside)}</{name}>")


def _join(pieces: Iterable[Markup], between: str = "\n") -> Markup:
    return Markup(between.join(pieces))


def _style(document: Document, paper: Paper) -> str:
    """Give the style sheet with the widths of this document's columns and the paper's size."""
    weights = {
        _share(column, table)
        for part in document.parts
        for table in part.blocks
        if isinstance(table, Table)
        for column in table.columns
    }
    widths = "".join(f".w{share} {{ width: {share}% }}\n" for share in sorted(weights) if share)
    sheet = files("tracker.reports.formats").joinpath("report.css").read_text("utf-8")
    pages = f"@page {{ size: {paper} }}\n@page wide {{ size: {paper} landscape }}\n"
    return sheet + widths + pages


def _page(document: Document, *, style: str) -> Markup:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'"
    head = _join(
        [
            Markup('<meta charset="utf-8">'),
            Markup(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
            Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
            _element("title", _safe(document.short_title)),
            Markup(f"<style>{style}</style>"),
        ]
    )
    body = _join(
        [
            _masthead(document),
            _element("main", *(_part(part, number) for number, part in enumerate(document.parts))),
            _element("footer", _facts(document.foot)),
        ]
    )
    return _element("html", _element("head", head), _element("body", body), lang=document.language)


def _masthead(document: Document) -> Markup:
    top = [
        _element("p", _safe(document.body), class_="body", dir="auto"),
        _element("p", _join(map(_safe, document.labels), "<br>"), class_="labels"),
    ]
    links = [
        _element("a", _safe(part.title), href=f"#part-{number}")
        for number, part in enumerate(document.parts)
        if part.title
    ]
    pieces = [
        _element("div", *top, class_="masthead"),
        _element("h1", _safe(document.title)),
        *(
            _element("p", _runs(each), class_="subtitle", dir=_direction(each))
            for each in document.subtitle
        ),
    ]
    if document.marking:
        pieces.append(_element("p", _safe(document.marking), class_="marking"))
    if links:
        pieces.append(_element("nav", *links, aria_label="Parts of this report"))
    return _element("header", _join(pieces))


def _part(part: Part, number: int) -> Markup:
    title = [_element("h2", _safe(part.title), id=f"part-{number}")] if part.title else []
    blocks = [_block(block) for block in part.blocks]
    return _element("section", _join([*title, *blocks]), class_="wide" if part.wide else None)


def _block(block: Block) -> Markup:
    match block:
        case Heading():
            return _element("h3", _runs(block.line), id=block.anchor, dir=_direction(block.line))
        case Paragraph():
            kind = "leading" if block.leading else "small" if block.line.small else None
            return _element("p", _runs(block.line), class_=kind, dir=_direction(block.line))
        case Facts():
            return _facts(block)
        case Quotation():
            told = [_element("p", _safe(block.text), dir="auto")]
            if block.attribution:
                told.append(_element("footer", _runs(block.attribution)))
            return _element("blockquote", *told)
        case Table():
            return _table(block)
        case Chart():
            return _chart(block)


def _chart(chart: Chart) -> Markup:
    """Draw each bar as a picture of its own, between its label and its count, which are text."""
    rows = [
        _element(
            "tr",
            _element("th", _safe(bar.label), scope="row", dir="auto"),
            _element("td", _bar(bar, chart.longest), _runs(bar.end), class_="bar"),
        )
        for bar in chart.bars
    ]
    said = _element("strong", _safe(f"{chart.title}.")) + " " + _runs(Line(chart.sentence))
    columns = [_element("th", _safe(name), scope="col") for name in (chart.axis, "Number")]
    head = _element("thead", _element("tr", *columns))
    table = _element(
        "table", _element("caption", Markup(said)), head, _element("tbody", _join(rows))
    )
    return _element("figure", table, class_="chart")


def _bar(bar: Bar, longest: int) -> Markup:
    """Draw a bar on a scale of `longest`; what it shows stands beside it."""
    if not bar.total:
        return Markup("")
    portions, start = [], 0
    for portion in bar.portions:
        if portion.number:
            portions.append(
                _element(
                    "rect",
                    class_=portion.tone,
                    x=str(start),
                    y="0",
                    width=str(portion.number),
                    height="1",
                )
            )
            start += portion.number
    return _element(
        "svg",
        *portions,
        width=f"{100 * bar.total / longest:.2f}%",
        viewBox=f"0 0 {bar.total} 1",
        preserveAspectRatio="none",
        aria_hidden="true",
    )


def _facts(facts: Facts) -> Markup:
    items = [
        _element("dt", _safe(item.term)) + _element("dd", _cell(item.lines)) for item in facts.items
    ]
    return _element("dl", _join(map(Markup, items)))


def _table(table: Table) -> Markup:
    columns = [
        _element("th", _safe(c.title), scope="col", class_=_class(c, table)) for c in table.columns
    ]
    head = _element("thead", _element("tr", *columns))
    bodies = [_band(band, table) for band in table.bands]
    caption = _element("caption", _safe(table.caption))
    kind = "banded" if any(band.title for band in table.bands) else None
    return _element("table", caption, head, *bodies, class_=kind)


def _band(band: Band, table: Table) -> Markup:
    rows = [_row(row, table) for row in band.rows]
    if band.title:
        count = [_element("span", _safe(band.count), class_="count")] if band.count else []
        title = _element(
            "th",
            _element("span", _safe(band.title), dir="auto"),
            Markup(" "),
            *count,
            colspan=str(len(table.columns)),
            scope="rowgroup",
        )
        rows.insert(0, _element("tr", title, class_="band"))
    return _element("tbody", _join(rows))


def _row(row: Row, table: Table) -> Markup:
    name, *others = row
    cells = [_element("th", _cell(name), scope="row", class_=_class(table.columns[0], table))]
    cells += [
        _element("td", _cell(cell), data_label=column.title, class_=_align(column))
        for cell, column in zip(others, table.columns[1:], strict=True)
    ]
    return _element("tr", *cells)


def _class(column: Column, table: Table) -> str | None:
    share = _share(column, table)
    return " ".join(filter(None, [f"w{share}" if share else "fit", _align(column)]))


def _align(column: Column) -> str | None:
    return "end" if column.align == Align.END else None


def _share(column: Column, table: Table) -> int:
    """Give a column's share of the width in per cent, 0 for as wide as its content."""
    return column.weight * 100 // max(sum(each.weight for each in table.columns), 1)


def _cell(cell: Cell) -> Markup:
    return _join((_line(each) for each in cell), "")


def _line(line: Line) -> Markup:
    return _element("p", _runs(line), class_="small" if line.small else None, dir=_direction(line))


def _direction(line: Line) -> str | None:
    """Let what somebody wrote run the way that it begins; our own sentences around it do not."""
    if len(line.runs) > 1 or any(run.style == Style.CODE for run in line.runs):
        return None
    return "auto" if any(has_right_to_left(run.text) for run in line.runs) else None


def _runs(line: Line) -> Markup:
    return _join((_run(run, alone=len(line.runs) == 1) for run in line.runs), "")


def _run(run: Run, *, alone: bool) -> Markup:
    inside = _safe(run.text)
    if run.style == Style.SIGN:
        return _element("span", inside, class_="sign", aria_hidden="true")
    # Isolated, a run from right to left does not reorder what stands beside it.
    if not alone and has_right_to_left(run.text):
        inside = _element("bdi", inside)
    if run.style in _ELEMENTS:
        name, kind = _ELEMENTS[run.style]
        inside = _element(name, inside, class_=kind)
    return _element("a", inside, href=f"#{run.to}") if run.to else inside
