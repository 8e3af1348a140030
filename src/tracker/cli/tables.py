"""Rows of text laid out: aligned tables, CSV, TSV and Markdown. Text in, text out.

Each format escapes here, once: no control character passes, whatever a document held.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from tracker.cli.escapes import one_line, shown
from tracker.domain.fields import Field, FieldKind

Row = Sequence[str]
Paint = Callable[[int | None, int, str], str]

_GAP = "  "
# A column that gives way keeps this many places.
_NARROWEST = 10

# OWASP, "CSV Injection"; the wide signs count in spreadsheets set to Japanese or Chinese.
_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
_LINE_ENDS = re.compile(r"[\t\n\u2028\u2029]+")
_MARKDOWN = re.compile(r"[\\`*_\[\]<>|~&]")


def draw(fields: Sequence[Field], rows: Sequence[Row], *, width: int | None, paint: Paint) -> str:
    """Align `rows` under the labels of `fields`.

    Within `width` places the weighted columns wrap; None leaves all uncut. `paint` is given the
    row's number (None: the head), the column's, and the padded text of each piece.
    """
    cells = [[one_line(cell) for cell in row] for row in rows]
    head = [field.label for field in fields]
    natural = [max(map(measure, column)) for column in zip(head, *cells, strict=True)]
    widths = natural if width is None else _fit(natural, fields, width - _gaps(fields))
    if widths is None:
        return _stacked(head, cells, paint)
    numbers = [field.kind == FieldKind.NUMBER for field in fields]
    lines: list[str] = []
    for place, row in enumerate([head, *cells]):
        lines += _lines(row, widths, numbers, paint, None if place == 0 else place - 1)
    return "\n".join(lines) + "\n"


def csv_text(fields: Sequence[Field], rows: Sequence[Row]) -> str:
    """Write CSV (RFC 4180, lines ending in a newline alone) under the names of `fields`.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    import csv
    import io

    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([field.name for field in fields])
    writer.writerows([_no_formula(shown(cell)) for cell in row] for row in rows)
    return text.getvalue()


def tsv_text(fields: Sequence[Field], rows: Sequence[Row]) -> str:
    """Write tab-separated lines under the names of `fields`; tabs and line ends become spaces.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    lines = [[field.name for field in fields]]
    lines += [[_LINE_ENDS.sub(" ", _no_formula(shown(cell))) for cell in row] for row in rows]
    return "".join("\t".join(line) + "\n" for line in lines)


def md_text(fields: Sequence[Field], rows: Sequence[Row]) -> str:
    """Write a Markdown table (GFM) under the labels of `fields`."""
    rules = ["---:" if field.kind == FieldKind.NUMBER else "---" for field in fields]
    lines = [[field.label for field in fields], rules]
    lines += [[_MARKDOWN.sub(r"\\\g<0>", one_line(cell)) for cell in row] for row in rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def measure(text: str) -> int:
    """Count the places that `text` takes in a terminal; East Asian characters take two."""
    if text.isascii():
        return len(text)
    # 14 ms that ASCII needs not pay.
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)


def wrap(text: str, width: int) -> list[str]:
    """Break `text` into lines of at most `width` places, between words where that can be."""
    if measure(text) <= width:
        return [text]
    lines = [""]
    used = 0
    for word in text.split(" "):
        size = measure(word)
        if used and used + 1 + size <= width:
            lines[-1] += f" {word}"
            used += 1 + size
            continue
        if used:
            lines.append("")
        used = size
        if size <= width:
            lines[-1] = word
            continue
        used = 0
        for cluster in _clusters(word):
            places = measure(cluster)
            if used and used + places > width:
                lines.append("")
                used = 0
            lines[-1] += cluster
            used += places
    return lines


def _clusters(word: str) -> Iterator[str]:
    """Split a word where a line may break within it: never before a mark or inside an emoji."""
    cluster = ""
    for character in word:
        if cluster and measure(character) > 0 and not cluster.endswith("\u200d"):
            yield cluster
            cluster = ""
        cluster += character
    yield cluster


def _gaps(fields: Sequence[Field]) -> int:
    return len(_GAP) * (len(fields) - 1)


def _fit(natural: list[int], fields: Sequence[Field], room: int) -> list[int] | None:
    """Share `room` among the columns by weight; None where it is too little for a table."""
    if sum(natural) <= room:
        return natural
    widths = list(natural)
    yielding = [place for place, field in enumerate(fields) if field.weight]
    room -= sum(widths) - sum(widths[place] for place in yielding)
    while yielding:
        weights = sum(fields[place].weight for place in yielding)
        share = {place: room * fields[place].weight // weights for place in yielding}
        # What needs less than its share, or is at its narrowest, leaves the rest to the others.
        settled = (
            {p: natural[p] for p in yielding if natural[p] <= max(share[p], _NARROWEST)}
            or {p: _NARROWEST for p in yielding if share[p] < _NARROWEST}
            or share
        )
        for place, width in settled.items():
            widths[place] = width
            room -= width
        yielding = [place for place in yielding if place not in settled]
    return widths if room >= 0 else None


def _lines(
    row: Row, widths: Sequence[int], numbers: Sequence[bool], paint: Paint, place: int | None
) -> list[str]:
    wrapped = [wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
    lines = []
    for level in range(max(map(len, wrapped))):
        pieces = []
        for column, pieces_below in enumerate(wrapped):
            piece = pieces_below[level] if level < len(pieces_below) else ""
            space = " " * (widths[column] - measure(piece))
            if numbers[column]:
                pieces.append(space + paint(place, column, piece))
            else:
                pieces.append(paint(place, column, piece) + space)
        lines.append(_GAP.join(pieces).rstrip())
    return lines


def _stacked(head: Row, rows: Sequence[Row], paint: Paint) -> str:
    blocks = [
        "".join(
            f"{paint(None, column, head[column])}: {paint(place, column, cell)}\n"
            for column, cell in enumerate(row)
            if cell
        )
        for place, row in enumerate(rows)
    ]
    return "\n".join(blocks)


def _no_formula(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell
