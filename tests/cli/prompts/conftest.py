"""A terminal that a test types into and looks at, and a register to be asked about."""

import fcntl
import os
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.registers import Run, fill

pty = pytest.importorskip("pty", reason="terminals of this sort are POSIX")
pyte = pytest.importorskip("pyte")

COLUMNS, LINES = 160, 120
CTRL_C, CTRL_D, CTRL_U = "\x03", "\x04", "\x15"
_PATIENCE = 30.0


class Terminal:
    """Tracker in a terminal of its own; `raw` is every byte that it wrote."""

    def __init__(self, words: tuple[str, ...], env: dict[str, str]) -> None:
        self.raw = b""
        self.screen: Any = pyte.Screen(COLUMNS, LINES)
        self._stream: Any = pyte.ByteStream(self.screen)
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            if env.pop("DEAF_TO_HANGUP", None):
                signal.signal(signal.SIGHUP, signal.SIG_IGN)
            size = struct.pack("HHHH", LINES, COLUMNS, 0, 0)
            fcntl.ioctl(1, termios.TIOCSWINSZ, size)
            command = [sys.executable, "-m", "tracker", *words]
            os.execve(sys.executable, command, os.environ | {"TERM": "xterm"} | env)

    @property
    def text(self) -> str:
        """What the screen shows, without the blanks behind each line."""
        return "\n".join(line.rstrip() for line in self.screen.display).rstrip()

    @property
    def line(self) -> str:
        """The line that the cursor stands in, up to the cursor."""
        return str(self.screen.display[self.screen.cursor.y][: self.screen.cursor.x])

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._terminal, keys.encode())

    def answer(self, question: str, typed: str = "") -> None:
        """Wait until `question` is asked, and answer it with Enter behind."""
        self.wait(lambda: self.line.startswith(question), f"the question {question!r}")
        row = self.screen.cursor.y
        self.type(f"{typed}\r")
        self.wait(lambda: self.screen.cursor.y != row, f"{question!r} to be answered")

    def see(self, text: str) -> None:
        """Wait until the screen shows `text`, however it is broken into lines."""
        wanted = " ".join(text.split())
        self.wait(lambda: wanted in " ".join(self.text.split()), repr(text))

    def wait(self, holds: Callable[[], bool], what: str) -> None:
        """Read what comes until `holds`; fail with the screen where it does not come to that."""
        until = time.monotonic() + _PATIENCE
        while not holds():
            if time.monotonic() > until or not self._read(0.1):
                assert holds(), f"waited in vain for {what}; the screen:\n{self.text}"

    def end(self) -> int:
        """Wait until tracker leaves; give its exit code."""
        until = time.monotonic() + _PATIENCE
        while self._read(0.1):
            assert time.monotonic() < until, f"it does not end; the screen:\n{self.text}"
        return self._reap()

    def close(self) -> int:
        """Close the terminal under it; give the exit code, negative for a signal."""
        os.close(self._terminal)
        self._terminal = -1
        return self._reap()

    def stop(self) -> None:
        """End tracker if it still runs."""
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            self._reap()
        if self._terminal >= 0:
            os.close(self._terminal)
            self._terminal = -1

    def _read(self, seconds: float) -> bool:
        """Take what was written; False once nobody can write any more."""
        if not select.select([self._terminal], [], [], seconds)[0]:
            return True
        try:
            piece = os.read(self._terminal, 65_536)
        except OSError:
            return False
        self.raw += piece
        self._stream.feed(piece)
        return bool(piece)

    def _reap(self) -> int:
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            process, status = os.waitpid(self.pid, os.WNOHANG)
            if process:
                self.pid = 0
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.02)
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        self.pid = 0
        raise AssertionError("it had to be killed")


@pytest.fixture
def terminal(surroundings: Path) -> Iterator[Callable[..., Terminal]]:
    """Start tracker in a terminal: `terminal("log", "CM13", env={"TERM": "dumb"})`."""
    opened: list[Terminal] = []

    def start(*words: str, env: dict[str, str] | None = None) -> Terminal:
        opened.append(Terminal(words, dict(env or {})))
        return opened[-1]

    yield start
    for one in opened:
        one.stop()


@pytest.fixture
def meeting(run: Run, register: Path) -> str:
    """Give the code of a meeting in a register that knows some agencies (see `fill`)."""
    fill(run)
    return "CM13"
