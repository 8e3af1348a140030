"""A list in every format: the fields of facts in, a table, JSON, CSV … on standard output."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from tracker.cli import tables
from tracker.cli.escapes import json_text, one_line
from tracker.cli.options import ListFormat
from tracker.cli.output import on_terminal, say, screen, write
from tracker.domain import cells
from tracker.domain.fields import SIGNS, Field, FieldKind

F = TypeVar("F")

_BOLD, _LATE, _PLAIN = "\x1b[1m", "\x1b[1;31m", "\x1b[0m"


def show_listing(
    facts: Sequence[F],
    fields: Sequence[Field],
    *,
    as_json: Callable[[F], Mapping[str, Any]],
    form: ListFormat,
    empty: str,
) -> None:
    """Write a list in the format asked for; to people, `empty` says that there is none.

    A table and Markdown show the listed fields, CSV and TSV all of them. Cells that a spreadsheet
    would take for a formula get an apostrophe before them.
    """
    match form:
        case ListFormat.JSON:
            write("[" + ",\n ".join(json_text(as_json(fact)) for fact in facts) + "]\n")
        case ListFormat.JSONL:
            write("".join(f"{json_text(as_json(fact))}\n" for fact in facts))
        case ListFormat.CSV:
            write(tables.csv_text(fields, [_data(fields, fact) for fact in facts]))
        case ListFormat.TSV:
            write(tables.tsv_text(fields, [_data(fields, fact) for fact in facts]))
        case ListFormat.REFS:
            ref = next(field for field in fields if field.kind == FieldKind.REF)
            write("".join(f"{one_line(cells.data(ref, fact))}\n" for fact in facts))
        case ListFormat.MD:
            listed = [field for field in fields if field.listed]
            write(tables.md_text(listed, [_words(listed, fact) for fact in facts]))
        case ListFormat.TABLE if facts:
            _show_table(facts, [field for field in fields if field.listed])
        case ListFormat.TABLE:
            say(empty)


def _show_table(facts: Sequence[object], fields: Sequence[Field]) -> None:
    terminal = on_terminal()
    signs = terminal and _can_write("".join(SIGNS.values()))
    late = {place for place, fact in enumerate(facts) if getattr(fact, "overdue", False)}
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def paint(place: int | None, column: int, text: str) -> str:
        if colour and text and place is None:
            return f"{_BOLD}{text}{_PLAIN}"
        if colour and text and place in late and fields[column].kind == FieldKind.STATUS:
            return f"{_LATE}{text}{_PLAIN}"
        return text

    rows = [_words(fields, fact, signs=signs) for fact in facts]
    width = screen().columns if terminal else None
    write(tables.draw(fields, rows, width=width, paint=paint), paged=True)


def _words(fields: Sequence[Field], fact: object, *, signs: bool = False) -> list[str]:
    return [cells.words(field, fact, signs=signs) for field in fields]


def _data(fields: Sequence[Field], fact: object) -> list[str]:
    return [cells.data(field, fact) for field in fields]


def _can_write(text: str) -> bool:
    try:
        text.encode(sys.stdout.encoding)
    except UnicodeEncodeError:
        return False
    return True
