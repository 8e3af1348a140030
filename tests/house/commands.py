"""The command line as a tree, for the tests that hold documents and commands together."""

import re
import shlex
from collections.abc import Iterator
from typing import Any

import typer
import typer.main
from typer.core import TyperGroup

from tracker.cli.app import app

_ENDS = {"|", "||", "&&", ";", ">", ">>", "<", "2>&1"}


def root() -> Any:
    """Give the whole command line."""
    return typer.main.get_command(app)


def walk() -> list[tuple[tuple[str, ...], Any]]:
    """Give every command and group of commands with the words that call it, in help's order."""
    return list(_below((), root()))


def fault(line: str) -> str | None:
    """Say what is no command or option of ours in a line that begins with "tracker", or None.

    Words in capitals, in brackets or with an ellipsis stand for others and are passed over.
    """
    words = shlex.split(line, comments=True)[1:]
    command = root()
    called = "tracker"
    while words and words[0] not in _ENDS:
        word = words.pop(0)
        if re.match(r"--?[a-z]", word):
            name, _, value = word.partition("=")
            options = {opt: p for p in command.params for opt in (*p.opts, *p.secondary_opts)}
            if name in {"--help", "-h"}:
                continue
            if name not in options:
                return f"{called} has no option {name}"
            if not value and words and not options[name].is_flag:
                words.pop(0)
        elif re.match(r"[^A-Z\[{<…]", word) and (children := dict(_children(command))):
            if word not in children:
                return f"{called} has no command {word}"
            command = children[word]
            called = f"{called} {word}"
    return None


def lines_naming_us(text: str) -> Iterator[str]:
    """Give what calls tracker in a document: in a block, after a prompt, or between backticks."""
    for block in re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        joined = block.replace("\\\n", "")
        yield from re.findall(r"^(?:\$ )?(?:[A-Z_]+=\S+ )*(?:\S*/)?(tracker .+)$", joined, re.M)
    yield from re.findall(r"(?<!`)`(?:[A-Z_]+=[^`\s]+ )*(tracker [^`\n]+)`(?!`)", text)


def _below(words: tuple[str, ...], command: Any) -> Iterator[tuple[tuple[str, ...], Any]]:
    yield words, command
    for name, child in _children(command):
        yield from _below((*words, name), child)


def _children(command: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(command, TyperGroup):
        context = typer.Context(command)
        for name in command.list_commands(context):
            yield name, command.get_command(context, name)
