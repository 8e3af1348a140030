"""A printed paper as a neutral tree: what stands where and what it means, not how it looks.

Formats read this tree and nothing else. Text in it is as it came: each format makes it safe.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import zip_longest
from typing import Any

from tracker.domain.vocabulary import Paper

_LONGEST_UNBROKEN = 20


class Style(StrEnum):
    """What a run of text is; each format decides how that looks.

    A `REF` or `CODE` is never broken over lines; a `SIGN` only repeats what the words after it
    say, so that a voice may leave it out; an `ALERT` is what the reader must not miss.
    """

    PLAIN = "plain"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    REF = "ref"
    CODE = "code"
    ALERT = "alert"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one style; `to` is the anchor of the heading that it points to."""

    text: str
    style: Style = Style.PLAIN
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Runs that are read together; a small line says something about the one above it."""

    runs: tuple[Run, ...]
    small: bool = False


Words = tuple[Run, ...]


def line(*parts: str | Run, small: bool = False) -> Line:
    """Make a line of runs and plain strings."""
    return Line(tuple(Run(part) if isinstance(part, str) else part for part in parts), small)


def as_code(text: str) -> Words:
    """Give a code, not to be broken unless it is a long one."""
    return (Run(text, Style.CODE if len(text) <= _LONGEST_UNBROKEN else Style.PLAIN),)


def say(sentence: str, *data: str | Run | Words) -> Words:
    """Fill what people wrote into the "{}" of our own words, each as a run of its own.

    So a name that runs from right to left does not reorder the sentence around it.
    """
    runs: list[Run] = []
    for own, filled in zip_longest(sentence.split("{}"), data):
        if own:
            runs.append(Run(own))
        if filled is not None:
            runs += filled if isinstance(filled, tuple) else line(filled).runs
    return tuple(runs)


def join_runs(pieces: Sequence[Words], *, between: str = ", ", last: str | None = None) -> Words:
    """Join pieces as a list, with `last` before the last one: "A, B and C"."""
    runs: list[Run] = []
    for place, piece in enumerate(pieces):
        if place:
            runs.append(Run(last if last and place == len(pieces) - 1 else between))
        runs += piece
    return tuple(runs)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a part; `anchor` is what runs point to."""

    line: Line
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a leading one is what a reader with two minutes reads."""

    line: Line
    leading: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A term and what is to be said of it."""

    term: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Terms with what is to be said of each."""

    items: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody's own words, and where they stand."""

    text: str
    attribution: Line | None = None


class Align(StrEnum):
    """To which side a column's cells keep."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its share of the width, or, with a weight of 0, as wide as its widest cell."""

    title: str
    weight: int = 1
    align: Align = Align.START


Cell = tuple[Line, ...]
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """Rows that belong together under a title; without one they are simply the table's rows."""

    rows: tuple[Row, ...]
    title: str | None = None
    count: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows in bands. The first cell of a row names it; `caption` says what the table shows."""

    caption: str
    columns: tuple[Column, ...]
    bands: tuple[Band, ...]


class Tone(StrEnum):
    """How much a portion of a bar calls for attention; each format decides how that looks."""

    ALERT = "alert"
    FIRM = "firm"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Portion:
    """So many of the same sort in a bar."""

    number: int
    tone: Tone


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar from zero: what it is of, its portions from zero on, and what stands at its end."""

    label: str
    portions: tuple[Portion, ...]
    end: Line

    @property
    def total(self) -> int:
        """How long it is."""
        return sum(portion.number for portion in self.portions)


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars of whole numbers on one scale; `sentence` says what they show, to ear and eye alike.

    `axis` names what the bars are of.
    """

    title: str
    axis: str
    sentence: Words
    bars: tuple[Bar, ...]

    @property
    def longest(self) -> int:
        """How long the longest bar is: the end of the scale, never nought."""
        return max((bar.total for bar in self.bars), default=0) or 1


Block = Heading | Paragraph | Facts | Quotation | Table | Chart


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the paper; a wide one lies on its side where there are pages."""

    blocks: tuple[Block, ...]
    title: str | None = None
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """The whole paper.

    `body` and `labels` stand at the top left and right of the first page, `short_title` at the
    head of the others, `foot` at the end of the last. `marking` is what every page must say.
    `language` is a BCP 47 tag; `day` stands for every date that a format has to carry.
    """

    title: str
    subtitle: tuple[Line, ...]
    short_title: str
    body: str
    labels: tuple[str, ...]
    language: str
    day: date
    parts: tuple[Part, ...]
    foot: Facts
    marking: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What is to be printed: the figures, computed once, and how they are drawn."""

    data: dict[str, Any]
    draw: Callable[[dict[str, Any]], Document]

    def document(self) -> Document:
        """Draw the figures."""
        return self.draw(self.data)


@dataclass(frozen=True, slots=True)
class Job:
    """A report and what it is to be laid out on: paper, or a screen `width` characters wide."""

    report: Report
    paper: Paper = Paper.A4
    width: int = 80


@dataclass(frozen=True, slots=True)
class Rendered:
    """The bytes of a report, and what whoever asked for them has to know about them."""

    content: bytes
    warnings: tuple[str, ...] = ()
