"""Plain text, wrapped to the width of a screen; nothing in it moves a cursor or a colour."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from tracker.domain.text import clean_line
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
    Row,
    Table,
)
from tracker.reports.formats.signs import draw_bar, say_scale

_LEAST_BAR = 10
_LEAST_WIDTH = 40
_LEAST_COLUMN = 13
_WIDEST_TERM = 18
_GAP = 2


def render(job: Job) -> Rendered:
    """Write the report as wide as the job's screen, though not under 40 characters."""
    lines = _document(job.report.document(), max(job.width, _LEAST_WIDTH))
    return Rendered("".join(f"{text.rstrip()}\n" for text in lines).encode())


def measure(text: str) -> int:
    """Count the columns that a text takes on a screen: two for an ideograph, none for a mark."""
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth

    width = wcswidth(text)
    return width if width >= 0 else len(text)


def wrap(text: str, width: int) -> list[str]:
    """Break a text into lines of at most `width` columns, at spaces where there are some."""
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if measure(joined) <= width:
            lines[-1] = joined
            continue
        pieces = _cut(word, width)
        lines[-1:] = [lines[-1], *pieces] if lines[-1] else pieces
    return lines


def _cut(word: str, width: int) -> list[str]:
    """Cut a word that no line is wide enough for; a mark stays with its letter."""
    pieces = [""]
    for character in word:
        if pieces[-1] and measure(character) and measure(pieces[-1] + character) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _document(document: Document, width: int) -> Iterator[str]:
    yield from wrap(clean_line(document.body), width)
    yield from wrap(clean_line(", ".join(document.labels)), width)
    yield from ("", *_underline(document.title, "=", width))
    for each in document.subtitle:
        yield from wrap(_read(each), width)
    if document.marking:
        yield from ("", document.marking.upper())
    for part in document.parts:
        if part.title:
            yield from ("", "", *_underline(part.title, "-", width))
        for block in part.blocks:
            yield from ("", *_block(block, width))
    yield from ("", "-" * width, *_facts(document.foot, width))


def _block(block: Block, width: int) -> Iterable[str]:
    match block:
        case Heading() | Paragraph():
            return wrap(_read(block.line), width)
        case Facts():
            return _facts(block, width)
        case Quotation():
            lines = [f"“{clean_line(block.text)}”"]
            lines += [_read(block.attribution)] if block.attribution else []
            return [f"    {cut}" for text in lines for cut in wrap(text, width - 4)]
        case Table():
            return _table(block, width)
        case Chart():
            return _chart(block, width)


def _chart(chart: Chart, width: int) -> Iterator[str]:
    """Write bars of signs, as many signs as there are, or fewer in proportion and said so."""
    yield from wrap(f"{clean_line(chart.title)}. {_read(Line(chart.sentence))}", width)
    yield ""
    labels = [clean_line(bar.label) for bar in chart.bars]
    ends = [_read(bar.end) for bar in chart.bars]
    room = min(max(map(measure, labels)), width // 3)
    most = max(_LEAST_BAR, width - room - max(map(measure, ends)) - 2 * _GAP)
    for label, bar, end in zip(labels, chart.bars, ends, strict=True):
        drawn = draw_bar(bar, longest=chart.longest, room=most)
        told = wrap(f"{drawn}{' ' * _GAP if drawn else ''}{end}", width - room - _GAP)
        yield from _side_by_side([wrap(label, room), told], [room, width - room - _GAP])
    scale = say_scale(chart.longest, room=most)
    if scale:
        yield from ("", *wrap(scale, width))


def _underline(text: str, rule: str, width: int) -> list[str]:
    lines = wrap(clean_line(text), width)
    return [*lines, rule * max(map(measure, lines))]


def _read(each: Line) -> str:
    return clean_line("".join(run.text for run in each.runs))


def _cell(cell: Cell, width: int) -> list[str]:
    """Wrap a cell's lines, small ones set in."""
    lines = []
    for each in cell:
        inset = "  " if each.small else ""
        lines += [inset + cut for cut in wrap(_read(each), width - len(inset))]
    return lines


def _facts(facts: Facts, width: int) -> Iterator[str]:
    terms = [clean_line(item.term) for item in facts.items]
    room = min(max(map(measure, terms), default=0), _WIDEST_TERM)
    widths = [room, width - room - _GAP]
    for term, item in zip(terms, facts.items, strict=True):
        yield from _side_by_side([wrap(term, room), _cell(item.lines, widths[1])], widths)


def _table(table: Table, width: int) -> Iterator[str]:
    widths = _widths(table, width)
    if widths:
        titles = [
            wrap(clean_line(column.title), w)
            for column, w in zip(table.columns, widths, strict=True)
        ]
        yield from _side_by_side(titles, widths, table.columns)
        yield from _side_by_side([["-" * w] for w in widths], widths)
    for place, band in enumerate(table.bands):
        if band.title:
            told = clean_line(band.title + (f": {band.count}" if band.count else ""))
            yield from (*([""] if place or widths else []), *wrap(told, width), "")
        yield from _rows(band, table.columns, widths, width)


def _rows(
    band: Band, columns: Sequence[Column], widths: Sequence[int] | None, width: int
) -> Iterator[str]:
    before = False
    for row in band.rows:
        lines = _stacked(row, columns, width)
        if widths:
            cells = [_cell(cell, w) for cell, w in zip(row, widths, strict=True)]
            lines = list(_side_by_side(cells, widths, columns))
        # Rows of one line make a list; longer ones need air to be told apart.
        if before and len(lines) > 1:
            yield ""
        yield from lines
        before = True


def _stacked(row: Row, columns: Sequence[Column], width: int) -> list[str]:
    """Write a row as its name with the first cell beside it, the others under their titles."""
    name, first, *cells = row
    named = min(max(map(measure, map(_read, name)), default=0), width // 3)
    widths = [named, width - named - _GAP]
    lines = list(_side_by_side([_cell(name, named), _cell(first, widths[1])], widths))
    room = min(max(measure(column.title) for column in columns[2:]), _WIDEST_TERM)
    widths = [2, room, width - room - 2 - 2 * _GAP]
    for column, cell in zip(columns[2:], cells, strict=True):
        title = wrap(clean_line(column.title), room)
        lines += _side_by_side([[""], title, _cell(cell, widths[2])], widths)
    return lines


def _widths(table: Table, width: int) -> list[int] | None:
    """Give each column its width, or nothing where one would be too narrow to read."""
    rows = [row for band in table.bands for row in band.rows]
    needs = [
        max([measure(column.title), *(measure(_read(each)) for row in rows for each in row[place])])
        for place, column in enumerate(table.columns)
    ]
    room = width - _GAP * (len(needs) - 1)
    if sum(needs) <= room:
        return needs
    fixed = sum(
        need for need, column in zip(needs, table.columns, strict=True) if not column.weight
    )
    weights = sum(column.weight for column in table.columns)
    widths = [
        column.weight * (room - fixed) // weights if column.weight else need
        for need, column in zip(needs, table.columns, strict=True)
    ]
    wide = all(w >= min(need, _LEAST_COLUMN) for w, need in zip(widths, needs, strict=True))
    return widths if wide else None


def _side_by_side(
    cells: Sequence[Sequence[str]], widths: Sequence[int], columns: Sequence[Column] | None = None
) -> Iterator[str]:
    ends = [column.align == Align.END for column in columns] if columns else [False] * len(widths)
    for lines in zip_longest(*cells, fillvalue=""):
        yield (" " * _GAP).join(
            " " * (w - measure(text)) + text if end else text + " " * (w - measure(text))
            for text, w, end in zip(lines, widths, ends, strict=True)
        )
