"""A throwaway command for the frame to run, and a terminal to run in."""

import os
import sys
from types import ModuleType

import pytest
from typer.testing import CliRunner

from tracker.cli.app import COMMANDS, app
from tracker.cli.commands import program


@pytest.fixture
def trying(surroundings, monkeypatch):
    """Put a function into the table as the command `try`, and call the command line with words."""

    def call(function, *words, before=(), env=None):
        module = ModuleType("tracker.cli.commands.try")
        tried = program()
        tried.command("try")(function)
        monkeypatch.setattr(module, "app", tried, raising=False)
        monkeypatch.setitem(sys.modules, module.__name__, module)
        monkeypatch.setitem(COMMANDS, "try", "Trying")
        return CliRunner().invoke(app, [*before, "try", *words], env=env, prog_name="tracker")

    return call


@pytest.fixture
def in_terminal(surroundings):
    """Run Python code in a terminal of a size, in which something is typed.

    Gives what it showed and the exit code.
    """
    pty = pytest.importorskip("pty", reason="terminals of this sort are POSIX")

    def call(*arguments, columns=80, lines=200, env=None, typed=""):
        process, terminal = pty.fork()
        if process == 0:
            changed = {"COLUMNS": str(columns), "LINES": str(lines), "TERM": "xterm"}
            os.execve(
                sys.executable, [sys.executable, *arguments], os.environ | changed | (env or {})
            )
        os.write(terminal, typed.encode())
        shown = b""
        while True:
            try:
                piece = os.read(terminal, 65_536)
            except OSError:
                break
            if not piece:
                break
            shown += piece
        os.close(terminal)
        _, status = os.waitpid(process, 0)
        return shown.decode().replace("\r\n", "\n"), os.waitstatus_to_exitcode(status)

    return call
