"""What was answered so far, as one command line to paste: nothing that was typed is lost."""

import shlex
from collections.abc import Mapping, Sequence
from typing import Any

import typer

from tracker.domain.drafts import CommitmentDraft
from tracker.domain.text import clean_line
from tracker.services.commitments import Ask

_ROOT_OPTIONS = {"db": "--db", "acting_as": "--as", "by": "--by"}
# Where an option is called otherwise than the field of its draft.
_OPTIONS = {
    "leads": "--owner",
    "partners": "--partner",
    "places": "--place",
    "tags": "--tag",
    "for_agency": "--for",
}
# What a line can say by itself, and an option then takes away.
_OF_LINE = ("due", "places", "tags")


def root_words(ctx: typer.Context) -> list[str]:
    """Give `tracker` with the options that stood before the command."""
    root = ctx.find_root()
    words = ["tracker"]
    for name, option in _ROOT_OPTIONS.items():
        source = root.get_parameter_source(name)
        if source is not None and source.name == "COMMANDLINE":
            words += [option, str(root.params[name])]
    return words


def log_line(
    root: Sequence[str],
    meeting: str,
    ask: Ask,
    *,
    of_line: CommitmentDraft | None = None,
    flags: Mapping[str, bool],
) -> str:
    """Give the `tracker log` that logs `ask`; `of_line` is what its line says by itself."""
    fields = dict(ask.fields)
    words = [*root, "log", meeting]
    if fields.pop("owner_to_be_found", False):
        fields["leads"] = ("none",)
    if of_line is not None:
        fields |= {
            field: "none" for field in _OF_LINE if getattr(of_line, field) and not fields.get(field)
        }
    words += options({**fields, **flags})
    if ask.line is not None:
        line = clean_line(ask.line)
        words += ["--", line] if line.startswith("-") else [line]
    return shlex.join(words)


def update_line(
    root: Sequence[str], refs: Sequence[str], answers: Mapping[str, Any], *, dry_run: bool = False
) -> str:
    """Give the `tracker update` that records `answers`."""
    words = [*root, "update", *refs, *options(answers)]
    return shlex.join([*words, "--dry-run"] if dry_run else words)


def options(fields: Mapping[str, Any]) -> list[str]:
    """Give the options that say what the fields of a draft hold."""
    words: list[str] = []
    for field, value in fields.items():
        option = _OPTIONS.get(field, f"--{field.replace('_', '-')}")
        if value is True:
            words.append(option)
        elif value not in (None, False, "", ()):
            for one in value if isinstance(value, tuple) else (value,):
                words += [option, str(one)]
    return words
