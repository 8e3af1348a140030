"""How the command line answers, and how every run ends."""

import errno
import os
import re
import subprocess
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import pytest
import typer

from tracker import __version__, errors

HEAVY = ("alembic", "jinja2", "psycopg", "pydantic", "rich", "sqlalchemy", "sqlmodel", "textual")
FULL = Path("/dev/full")
NEEDLESS = ("tomlkit", "typst", "tzlocal", "wcwidth", "zoneinfo")


def test_a_bare_tracker_shows_its_help(run):
    bare = run()
    assert bare.exit_code == 0
    assert bare.stdout == run("--help").stdout == run("-h").stdout
    assert "config" in bare.stdout
    assert bare.stderr == ""


def test_a_noun_by_itself_shows_its_help(run):
    bare = run("config")
    assert bare.exit_code == 0
    assert bare.stdout == run("config", "--help").stdout


def test_the_version_is_one_line_on_standard_output(run):
    assert run("--version").stdout == f"tracker {__version__}\n"


def test_examples_keep_their_lines(run):
    shown = run("config", "set", "--help").stdout
    assert re.search(r"^ +tracker config set paper letter$", shown, re.MULTILINE)


class Shade(StrEnum):
    DARK = "dark"
    LIGHT = "light"


def words_of_all_sorts(
    name: str,
    shade: Annotated[Shade, typer.Option("--shade")] = Shade.DARK,
    number: Annotated[int, typer.Option("--number", min=1)] = 1,
    flag: Annotated[bool, typer.Option("--flag")] = False,
) -> None:
    """Take words."""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["x", "--shade", "lihgt"], ["--shade", "“lihgt”", "Nearest: light.", "dark, light"]),
        (["x", "--shade", 'it\'s is not one of "us"'], ['“it\'s is not one of "us"”']),
        (["x", "--shade", "\x1b"], ["“\\x1b”"]),
        (["x", "--number", "9'\""], ["“9'\"”", "whole number"]),
        (["x", "--shaed", "light"], ["--shaed", "Nearest: --shade"]),
        (["x", "-q"], ["-q"]),
        (["x", "--number", "many"], ["--number", "“many”", "whole number"]),
        (["x", "--number", "0"], ["--number", "0", "from 1 on"]),
        (["x", "--shade"], ["--shade needs a value"]),
        (["x", "--flag=yes"], ["--flag takes no value"]),
        ([], ["NAME is missing"]),
        (["x", "y", "z"], ["“y z”", "quotes"]),
        (["x", "--as", "IOM"], ["--as", "before the command"]),
    ],
)
def test_words_that_are_off_are_told_what_lies_nearest_and_end_with_2(trying, words, said):
    ended = trying(words_of_all_sorts, *words)
    assert ended.exit_code == 2
    assert ended.stdout == ""
    assert ended.stderr.startswith("tracker: ")
    assert ended.stderr.count("\n") == 1
    assert "Nothing was changed." in ended.stderr
    for part in said:
        assert part in ended.stderr


@pytest.mark.parametrize(
    ("words", "near"), [(["cnofig"], "config"), (["config", "gte"], "get"), (["--dbx"], "--db")]
)
def test_a_mistyped_command_is_answered_with_the_nearest(run, words, near):
    ended = run(*words)
    assert ended.exit_code == 2
    assert ended.stdout == ""
    assert re.search(rf"Nearest: [^.]*{near}", ended.stderr)
    assert "Nothing was changed." in ended.stderr


def test_a_command_is_asked_for_where_only_options_stand(run):
    ended = run("--by", "Ana")
    assert ended.exit_code == 2
    assert "needs a command" in ended.stderr


@pytest.mark.parametrize(
    "kind",
    [
        errors.TrackerError,
        errors.Refused,
        errors.WrongWords,
        errors.RegisterUnusable,
        errors.NotPermitted,
        errors.DoneInPart,
    ],
)
def test_a_refusal_is_its_message_on_standard_error_and_its_exit_code(trying, kind):
    def refuse() -> None:
        raise kind("No agency “GNG”. Nearest: GMG.")

    ended = trying(refuse)
    assert ended.exit_code == kind.exit_code
    assert (ended.stdout, ended.stderr) == ("", "tracker: No agency “GNG”. Nearest: GMG.\n")


def test_no_escape_character_of_a_message_reaches_the_terminal(trying):
    def refuse() -> None:
        raise errors.Refused("No agency “\x1b]0;owned\x07\x9b31m\u202egnp”.")

    assert trying(refuse).stderr == "tracker: No agency “\\x1b]0;owned\\x07\\x9b31mgnp”.\n"


def test_what_nobody_foresaw_is_a_sentence_that_names_debug(trying):
    def break_down() -> None:
        raise KeyError("series")

    ended = trying(break_down)
    assert ended.exit_code == 1
    assert ended.stderr.count("\n") == 1
    assert "KeyError" in ended.stderr
    assert "--debug" in ended.stderr
    debugged = trying(break_down, before=["--debug"])
    assert debugged.exit_code == 1
    assert "Traceback" in debugged.stderr
    assert "break_down" in debugged.stderr


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, 3), (errno.EACCES, 1), (errno.ENOENT, 1)]
)
def test_what_the_system_refuses_is_said_with_the_file(trying, number, code):
    def write() -> None:
        raise OSError(number, os.strerror(number), "report.pdf")

    ended = trying(write)
    assert ended.exit_code == code
    assert "report.pdf" in ended.stderr
    assert os.strerror(number).lower() in ended.stderr.lower()


def test_an_interrupt_ends_with_130(trying):
    def wait() -> None:
        raise KeyboardInterrupt

    assert trying(wait).exit_code == 130


def test_a_process_ends_with_the_code_of_its_command(tracker):
    assert tracker("config", "list").exit_code == 0
    refused = tracker("config", "set", "paper", "a5")
    assert refused.exit_code == 2
    assert refused.stdout == ""


@pytest.mark.parametrize("words", [["--help"], ["config", "list"]])
def test_a_closed_pipe_ends_quietly(surroundings, words):
    reader, writer = os.pipe()
    os.close(reader)
    ended = subprocess.run(
        [sys.executable, "-m", "tracker", *words],
        check=False,
        stdout=writer,
        stderr=subprocess.PIPE,
    )
    os.close(writer)
    assert ended.returncode == 0
    assert ended.stderr == b""


@pytest.mark.skipif(not FULL.exists(), reason="a full disk to write to")
def test_a_full_disk_is_said_and_ends_with_3(surroundings):
    with FULL.open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "tracker", "config", "list"],
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert ended.returncode == 3
    assert "no space" in ended.stderr


@pytest.mark.parametrize(
    ("words", "needless"),
    [
        ([], (*NEEDLESS, "platformdirs", "tomllib", "json")),
        (["--help"], (*NEEDLESS, "platformdirs", "tomllib")),
        (["--version"], (*NEEDLESS, "platformdirs", "tomllib")),
        (["config", "--help"], (*NEEDLESS, "platformdirs", "tomllib")),
        (["config", "list"], NEEDLESS),
    ],
)
def test_a_start_imports_only_what_it_needs(surroundings, words, needless):
    code = (
        "import sys; from tracker.cli.app import run; run(sys.argv[1:]);"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, *words], check=True, capture_output=True, text=True
    )
    loaded = set(ended.stderr.split())
    assert "tracker.cli.output" in loaded
    assert loaded & {*HEAVY, *needless} == set()
