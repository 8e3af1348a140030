"""What the commands used most often must not import, for every start pays for it."""

import re
import subprocess
import sys

import pytest

HEAVY = {
    "alembic",
    "jinja2",
    "prompt_toolkit",
    "psycopg",
    "pydantic",
    "rich",
    "sqlalchemy",
    "sqlmodel",
    "textual",
    "tomlkit",
    "typst",
}


@pytest.fixture
def commitment(register, run):
    """Give the ref of a commitment in a register of one meeting."""
    assert run("agency", "add", "IOM", "International Organization for Migration").exit_code == 0
    meeting = run("meeting", "add", "CM13", "Thirteenth meeting", "--when", "12 February 2015")
    assert meeting.exit_code == 0, meeting.stderr
    logged = run("log", "CM13", "IOM: publish a handbook (Geneva, July 2015) #data")
    assert logged.exit_code == 0, logged.stderr
    return logged.stdout.strip()


@pytest.mark.parametrize(
    "command",
    [
        "--help",
        "--version",
        "list",
        "list --owner IOM --open --format json",
        "list handbook",
        "show {ref}",
        "show {ref} --format json",
        "history",
        "history {ref}",
        "report CM13 --format text",
        "report CM13 --format json",
        "log --help",
        "report --help",
    ],
)
def test_a_command_that_reads_starts_light(command, commitment):
    words = command.format(ref=commitment).split()
    ended = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "tracker", *words],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    lines = re.findall(r"^import time: +\d+ \| +\d+ \| +(\S+)$", ended.stderr, re.MULTILINE)
    imported = {line.partition(".")[0] for line in lines}
    assert ended.returncode == 0, ended.stderr
    assert "tracker" in imported
    assert imported & HEAVY == set()
