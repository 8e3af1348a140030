"""`tracker completion`: the tab key in bash, zsh and fish."""

from enum import StrEnum
from typing import Annotated

import typer

from tracker.cli.commands import examples, program
from tracker.cli.options import DryRunOption

app = program(
    "Let the tab key complete commands, options, refs, meetings and agencies in your shell.",
    epilog=examples("tracker completion install", "tracker completion show zsh"),
)


class Shell(StrEnum):
    """A shell that tracker brings completion for."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


@app.command(
    "install", epilog=examples("tracker completion install", "tracker completion install fish")
)
def install(
    shell: Annotated[
        Shell | None,
        typer.Argument(case_sensitive=False, help="Which shell; else the one you are in."),
    ] = None,
    dry_run: DryRunOption = False,
) -> None:
    """Install completion for your shell; doing it again renews it."""
    from tracker.cli.output import answer, say
    from tracker.cli.shells import install_for

    chosen = shell or _own_shell()
    written = install_for(chosen, dry_run=dry_run)
    answer("\n".join(map(str, written)))
    files = " and ".join(map(str, written))
    if dry_run:
        say(f"Only tried: would write {files or 'nothing, for it is installed'}.")
    elif written:
        say(f"Wrote {files}. Open a new {chosen} to have completion.")
    else:
        say(f"Completion for {chosen} is installed already; nothing was to do.")


@app.command(
    "show", epilog=examples("tracker completion show zsh", "tracker completion show bash > FILE")
)
def show(
    shell: Annotated[Shell, typer.Argument(case_sensitive=False, help="Which shell.")],
) -> None:
    """Show the script that completes in a shell, to put it where you like."""
    from tracker.cli.output import answer
    from tracker.cli.shells import script

    answer(script(shell))


def _own_shell() -> Shell:
    import os
    from pathlib import Path

    from shellingham import ShellDetectionFailure, detect_shell  # type: ignore[import-untyped]

    from tracker.errors import WrongWords

    try:
        around = detect_shell()[0]
    except ShellDetectionFailure:
        around = ""
    for name in (around, Path(os.environ.get("SHELL", "")).name):
        if name in list(Shell):
            return Shell(name)
    raise WrongWords(
        f"Which shell you are in could not be told. Name it: {', '.join(Shell)}. "
        "Nothing was changed."
    )
