"""docs/history.md's two ways to check a chain without tracker find what they say they find."""

import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.registers import done, entries, fill

PAGE = Path(__file__).parents[2] / "docs" / "history.md"


def listing(language):
    """Give the only listing of the page in a language."""
    (found,) = re.findall(rf"^```{language}\n(.*?)^```", PAGE.read_text(), re.M | re.S)
    return found


@pytest.fixture
def meetings(register, run, surroundings):
    """Give a register with entries of many kinds, under the name that the page uses."""
    fill(run)
    done(
        run(
            "log", "CM13", 'IOM: publish "a \\ handbook" (mai 2015) #café', "--quote", "a\tb\né\x7f"
        )
    )
    done(run("update", "CM13-01", "--status", "in-progress", "--for", "IOM", "--via", "letter"))
    done(run("update", "CM13-01", "--note", "between us", "--restricted"))
    done(run("--as", "IOM", "update", "CM13-01", "--note", "移民 \U0001f600\nمرحبا"))
    done(run("update", "CM13-01", "--evidence", "https://example.org/a", "--accept"))
    done(run("undo"))
    done(run("void", "CM13-01", "--reason", "by mistake"))
    return register.rename(surroundings / "meetings.db")


def checked(meetings):
    """Run the page's program as the page says."""
    return subprocess.run(
        [sys.executable, "-c", listing("python"), meetings],
        check=False,
        capture_output=True,
        text=True,
    )


def commands_about(number):
    """Give the page's commands, which are about entry 5 and the one after it, for another."""
    commands = listing("sh").replace("id = 6", f"id = {number + 1}")
    # The third one may be the one just put there.
    return commands.replace("id = 5", f"id = {number}", 2)


def change(meetings, statement):
    """Change history as somebody would who holds the file, past its guards."""
    register = sqlite3.connect(meetings)
    for (trigger,) in register.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
        register.execute(f"DROP TRIGGER {trigger}")
    register.execute(statement)
    register.commit()
    register.close()


def test_the_program_of_the_page_finds_a_register_sound(meetings):
    newest = entries(str(meetings))[-1]["sha256"]
    assert checked(meetings).stdout == f"sound up to {newest}\n"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET note = 'another' WHERE id = 5",
        "UPDATE entry SET restricted = 1 WHERE id = 5",
        "UPDATE entry SET previous = sha256 WHERE id = 5",
    ],
)
def test_the_program_of_the_page_names_the_entry_that_was_changed(meetings, statement):
    change(meetings, statement)
    ended = checked(meetings)
    assert (ended.returncode, ended.stderr) == (1, "entry 5 does not fit\n")


def test_the_program_of_the_page_sees_that_an_entry_was_taken_out(meetings):
    change(meetings, "DELETE FROM entry WHERE id = 5")
    assert checked(meetings).stderr == "entry 6 does not fit\n"


@pytest.mark.needs("sqlite3")
def test_the_commands_of_the_page_show_one_sha256_three_times(meetings):
    for entry in entries(str(meetings))[:-1]:
        number = entry["id"]
        commands = commands_about(number)
        ended = subprocess.run(
            ["sh", "-c", commands], check=True, capture_output=True, cwd=meetings.parent, text=True
        )
        shown = [line.split()[0] for line in ended.stdout.splitlines()]
        assert shown == [entry["sha256"]] * 3, entry
