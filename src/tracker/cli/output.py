"""The one writer of standard output, of what is said about it on standard error, and of files.

What reaches a terminal is made safe here; what goes into a file or a pipe is UTF-8.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO

import typer

from tracker.cli.escapes import json_text, shown
from tracker.errors import WrongWords


def answer(text: str, *, paged: bool = False) -> None:
    """Write the answer in lines of text; `paged` ones that outgrow the screen go to the pager."""
    write(shown(text).rstrip("\n") + "\n", paged=paged)


def answer_json(value: object) -> None:
    """Write one JSON value, indented."""
    write(json_text(value, indent=2) + "\n")


def write(text: str, *, paged: bool = False) -> None:
    """Write text that is safe already: what a format has escaped, and its own escape sequences."""
    if on_terminal():
        if paged and text.count("\n") >= screen().lines and _page(text):
            return
        _write_bytes(text.encode(sys.stdout.encoding, "backslashreplace"))
    else:
        _write_bytes(text.encode("utf-8", "backslashreplace"))


def deliver(content: str | bytes, output: str | None) -> None:
    """Write a document whole to the file `output`; None or "-" is standard output.

    Bytes are not for a terminal: WrongWords. A file that cannot be written: Refused, or
    RegisterUnusable where there is no space, and what stood there before stays as it was.
    """
    if output not in (None, "-"):
        from tracker.config import write_whole

        data = content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
        write_whole(Path(str(output)), data)
    elif isinstance(content, bytes):
        if on_terminal():
            raise WrongWords(
                "This format is no text for a terminal. Name a file with -o FILE, or send it on "
                "with a pipe. Nothing was written."
            )
        _write_bytes(content)
    else:
        write(shown(content) if on_terminal() else content, paged=True)


def say(text: str) -> None:
    """Say a sentence about the answer on standard error."""
    _write_error(text)


def warn(text: str) -> None:
    """Say on standard error what the user should look at, though it was done."""
    _write_error(f"tracker: warning: {text}")


def complain(text: str) -> None:
    """Say on standard error why it was not done."""
    _write_error(f"tracker: {text}")


def show_fault(error: BaseException) -> None:
    """Write on standard error where in the program `error` arose."""
    import traceback

    _write_error("".join(traceback.format_exception(error)))


def on_terminal() -> bool:
    """Tell whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def screen() -> os.terminal_size:
    """Give the size of the terminal in columns and lines; COLUMNS and LINES come first."""
    from shutil import get_terminal_size

    return get_terminal_size()


def leave_closed_pipe() -> None:
    """Point standard output at nothing, so that leaving writes no more into a closed pipe."""
    with suppress(OSError), Path(os.devnull).open("wb") as nothing:
        os.dup2(nothing.fileno(), sys.stdout.fileno())


def _write_bytes(data: bytes) -> None:
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        leave_closed_pipe()
        raise typer.Exit from None
    except OSError as error:
        raise OSError(error.errno, error.strerror, "standard output") from error


def _page(text: str) -> bool:
    """Show `text` in the pager; False where there is none that starts."""
    import shlex
    import signal
    import subprocess

    command = shlex.split(os.environ.get("PAGER", "less -FRX"))
    if not command or command == ["cat"]:
        return False
    try:
        pager = subprocess.Popen(  # noqa: S603 - the user's own choice of program
            command, stdin=subprocess.PIPE, env={"LESS": "FRX", **os.environ}
        )
    except OSError:
        return False
    # An interrupt is for the pager, which decides by itself when to leave.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        pager.communicate(text.encode(sys.stdout.encoding, "backslashreplace"))
    finally:
        signal.signal(signal.SIGINT, before)
    return True


def _write_error(text: str) -> None:
    stream: TextIO | None = sys.stderr
    if stream is None:
        return
    safe = shown(text).rstrip("\n") + "\n"
    try:
        stream.write(safe.encode(stream.encoding, "backslashreplace").decode(stream.encoding))
        stream.flush()
    except OSError:
        # There is nobody left to tell.
        return
