"""Text from a file or standard input: a commitment a line, or a note."""

import sys
from dataclasses import dataclass
from pathlib import Path

from tracker.errors import Refused

# A file of this size holds some 50 000 lines; more is a mistake, such as a file of another kind.
SIZE_LIMIT = 10_000_000


@dataclass(frozen=True, slots=True)
class NumberedLine:
    """A line that says something, with its number in the file, from 1."""

    number: int
    text: str


def read_lines(name: str) -> list[NumberedLine]:
    """Read the file `name` ("-" is standard input), without empty lines and those of comment.

    Raises Refused for a file that cannot be read, is no text, is too long or says nothing.
    """
    text = _text(_bytes(name), name)
    lines = [
        NumberedLine(number, line.strip())
        for number, line in enumerate(text.split("\n"), start=1)
        if line.strip() and not line.lstrip().startswith("#")
    ]
    if not lines:
        raise Refused(f"{name} holds no line that says something. Nothing was changed.")
    return lines


def read_note() -> str:
    """Read a note from standard input. Raises Refused for what is no text, or too long."""
    return _text(_bytes("-"), "The note on standard input")


def _text(data: bytes, name: str) -> str:
    if len(data) > SIZE_LIMIT:
        raise Refused(f"{name} is longer than {SIZE_LIMIT:,} bytes. Nothing was changed.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Refused(
            f"{name}, line {line}: not UTF-8. Save it as UTF-8 text. Nothing was changed."
        ) from error


def _bytes(name: str) -> bytes:
    try:
        if name == "-":
            if sys.stdin is None:
                raise Refused("Standard input is closed. Nothing was changed.")
            return sys.stdin.buffer.read(SIZE_LIMIT + 1)
        with Path(name).expanduser().open("rb") as file:
            return file.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise Refused(f"{name} cannot be read: {error.strerror}. Nothing was changed.") from error
