"""The command reference, drawn from the commands' own help. Run as a module it writes the page."""

from pathlib import Path

from typer.testing import CliRunner

from tests.house.commands import walk
from tracker.cli.app import app

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"

_HEAD = """\
# Commands

What `--help` says of each command. This page is generated: `make reference` writes it.
"""


def reference() -> str:
    """Give the page, a section a command, as `tracker --help` orders them."""
    parts = [_HEAD]
    for words, _ in walk():
        ended = CliRunner().invoke(
            app, [*words, "--help"], prog_name="tracker", catch_exceptions=False
        )
        shown = "\n".join(line.rstrip() for line in ended.stdout.strip("\n").splitlines())
        parts.append(f"## {' '.join(('tracker', *words))}\n\n```text\n{shown}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(reference())
