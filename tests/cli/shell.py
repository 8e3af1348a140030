"""A shell in a terminal, as somebody sits before it: keys go in, the screen is read."""

import fcntl
import os
import select
import struct
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pyte

PROMPT = "ready> "
# What makes a shell's prompt known, in the file that it starts with.
STARTING = {
    "bash": (".bashrc", f"PS1='{PROMPT}'\nbind 'set bell-style none'\n"),
    "zsh": (".zshrc", f"PROMPT='{PROMPT}'\nunsetopt BEEP\n"),
    "fish": (
        "config/fish/config.fish",
        # What fish suggests unasked would stand on the screen as if the tab key had brought it.
        (
            "set -g fish_greeting; set -g fish_autosuggestion_enabled 0;"
            f" function fish_prompt; printf '{PROMPT}'; end\n"
        ),
    ),
}
PATIENCE = 30.0


def prepare(shell: str, home: Path) -> Path:
    """Write the file that a shell starts with, and give its path."""
    name, content = STARTING[shell]
    path = home / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)
    return path


class Screen(pyte.Screen):
    """A screen that answers a shell which asks what terminal this is."""

    terminal = -1

    def write_process_input(self, data: str) -> None:
        os.write(self.terminal, data.encode())


class Terminal:
    """A shell that runs in a terminal of 100 columns and 30 lines; close it after use."""

    def __init__(self, shell: str, folder: Path) -> None:
        import pty

        self.screen = Screen(100, 30)
        self._stream = pyte.ByteStream(self.screen)
        self._process, self._terminal = pty.fork()
        if self._process == 0:
            os.chdir(folder)
            os.execvpe(shell, [shell, "-i"], os.environ | {"TERM": "xterm", "LANG": "C.UTF-8"})
        size = struct.pack("HHHH", 30, 100, 0, 0)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, size)
        self.screen.terminal = self._terminal
        self.wait(lambda lines: lines[-1].startswith(PROMPT.rstrip()))

    def press(self, keys: str) -> None:
        """Send keys as they are."""
        os.write(self._terminal, keys.encode())

    def type(self, text: str) -> None:
        """Send text, and wait until the shell shows it."""
        self.press(text)
        self.wait(lambda lines: any(text.rstrip() in line for line in lines))

    def wait(self, shown: Callable[[list[str]], bool]) -> list[str]:
        """Read until the screen's lines are so; fail with the screen where they never are."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if shown(self.lines()):
                return self.lines()
            self._read(0.05)
        raise AssertionError("the screen never showed it:\n" + "\n".join(self.lines()))

    def settle(self, seconds: float = 1.0) -> list[str]:
        """Read until nothing comes for a while, and give the screen's lines."""
        while self._read(seconds):
            pass
        return self.lines()

    def lines(self) -> list[str]:
        """Give the lines of the screen that are not empty."""
        return [line.rstrip() for line in self.screen.display if line.strip()] or [""]

    def close(self) -> None:
        """End the shell."""
        os.close(self._terminal)
        os.waitpid(self._process, 0)

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._terminal], [], [], seconds)
        if ready:
            self._stream.feed(os.read(self._terminal, 65_536))
        return bool(ready)


def put_on_path(folder: Path) -> str:
    """Make the program `tracker` in a folder, and give PATH with that folder first."""
    folder.mkdir()
    program = folder / "tracker"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tracker "$@"\n')
    program.chmod(0o755)
    return f"{folder}:{os.environ['PATH']}"
