"""What a shell asks when the tab key is pressed: the words so far in, what may come next out.

The scripts in `shells/` call tracker with `__complete`, the shell's name and the words, the last
one being under the cursor; bash gives the line up to the cursor instead. The answer is a line for
each word that fits, with a tab and what it is; FILES alone asks the shell for its own files. No
answer is ever an error: whoever presses tab is in the middle of something else.
"""

import os
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from typer._click.shell_completion import (  # Typer has no public way to ask
    _resolve_context,
    _resolve_incomplete,
    split_arg_string,
)

from tracker.cli.escapes import one_line
from tracker.cli.workspace import Workspace

FILES = ":files"
_LONGEST = 80
# These answer at once when they are read, which is no answer to the tab key.
_EAGER = {"--version", "--help", "-h"}
# What an argument or option takes, as its help names it. The rest is free text.
_KINDS = {
    "REF": "ref",
    "MEETING": "meeting",
    "SERIES": "series",
    "AGENCY": "agency",
    "GROUP": "agency",
    "A": "agency",
    "B": "agency",
    "TAG": "tag",
}
_PLACES = {"FILE", "DIR", "PATH"}

Offer = tuple[str, str]


def complete(root: Any, asked: Sequence[str]) -> int:
    """Answer `asked`, the shell's name and the words; always ends well."""
    try:
        from tracker.cli.output import answer

        lines = [f"{value}\t{about}".rstrip("\t") for value, about in _offers(root, *asked)]
        if lines:
            answer("\n".join(lines))
    except Exception:
        return 0
    return 0


def _offers(root: Any, shell: str, *words: str) -> list[Offer]:
    if shell == "bash":
        words = _split(words[0])
    before, word = [w for w in words[:-1] if w not in _EAGER], words[-1]
    context = _resolve_context(root, {}, "tracker", before)
    asked, typed = _resolve_incomplete(context, before, word)
    found = _of_kind(asked, context, typed)
    if found is None:
        found = [(str(i.value), i.help or "") for i in asked.shell_complete(context, typed)]
    # The other two shells complete what stands after the sign of equality by itself.
    joined = word.removesuffix(typed) if shell == "fish" and word.startswith("--") else ""
    return [(f"{joined}{value}", _about(about)) for value, about in found]


def _split(line: str) -> tuple[str, ...]:
    words = split_arg_string(line)[1:]
    return (*words, "") if not line or line[-1].isspace() else tuple(words)


def _of_kind(asked: Any, context: Any, typed: str) -> list[Offer] | None:
    """Give what fits where the help's word for it says what is meant; None where it does not."""
    metavar = getattr(asked, "metavar", None) or ""
    if listed := re.fullmatch(r"<([\w|-]+)>", metavar):
        return [(word, "") for word in _fitting(listed[1].split("|"), typed)]
    names = metavar.strip("[]…").split("|")
    if _PLACES & set(names):
        return [(FILES, "")]
    if metavar == "SETTING":
        from tracker.config import SETTINGS

        return [(name, SETTINGS[name].meaning) for name in _fitting(SETTINGS, typed)]
    if metavar == "FIELD":
        from tracker.storage.filters import SORTS

        return [(name, "") for name in _fitting(SORTS, typed)]
    kind = next((_KINDS[name] for name in names if name in _KINDS), None)
    return None if kind is None else _of_register(kind, context.find_root().params, typed)


def _of_register(kind: str, before: dict[str, Any], typed: str) -> list[Offer]:
    from tracker.services.completing import offer

    db = before.get("db")
    here = Workspace(
        # The shell hands on what was typed, and has put nothing in the place of a variable yet.
        db=os.path.expandvars(db) if db else db,
        acting_as=before.get("acting_as"),
        by=None,
    )
    found = offer(here.url, kind, typed, acting_as=here.acting_as, today=here.today)
    return [(value, about) for value, about in found if _is_plain(value)]


def _is_plain(value: str) -> bool:
    """Tell a code, ref or tag as tracker lets it in from what would mean something to a shell."""
    return not value.startswith("-") and all(
        c in "-_" or c.isalnum() or unicodedata.combining(c) for c in value
    )


def _fitting(words: Iterable[str], typed: str) -> list[str]:
    return [word for word in words if word.startswith(typed.casefold())]


def _about(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
