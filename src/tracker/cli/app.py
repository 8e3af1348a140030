"""The command line as a whole: which commands there are, and how each run ends."""

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any, cast

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from tracker import __version__
from tracker.cli.commands import PLAIN, Group, examples
from tracker.cli.output import (
    answer,
    complain,
    leave_closed_pipe,
    on_terminal,
    show_fault,
)
from tracker.cli.workspace import Workspace

# A command, and the heading that it stands under in the help. The file of a command is
# `commands/NAME.py`; it is imported when the command runs, or when help lists it.
COMMANDS: dict[str, str] = {
    "init": "The register",
    "demo": "The register",
    "meeting": "What it is about",
    "series": "What it is about",
    "agency": "What it is about",
    "log": "Commitments",
    "list": "Commitments",
    "show": "Commitments",
    "update": "Commitments",
    "edit": "Commitments",
    "verify": "Commitments",
    "link": "Commitments",
    "void": "Commitments",
    "undo": "Commitments",
    "history": "Commitments",
    "summary": "Reports",
    "report": "Reports",
    "issued": "Reports",
    "config": "Keeping house",
    "completion": "Keeping house",
    "db": "Keeping house",
}

Runnable = TyperCommand | TyperGroup


class Tracker(Group):
    """The root: finds commands in the table and turns each way to end into words and a code."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override] # noqa: ARG002
        """Give the names in the table, in its order."""
        return list(COMMANDS)

    def get_command(self, ctx: typer.Context, cmd_name: str) -> Runnable | None:  # type: ignore[override] # noqa: ARG002
        """Import the file of a command; None where the table has no such name."""
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            module = import_module(f"tracker.cli.commands.{cmd_name}")
            self.commands[cmd_name] = get_command(module.app)
        return cast("Runnable | None", self.commands.get(cmd_name))

    def format_commands(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]
        """List the commands under their headings."""
        widest = max(map(len, COMMANDS))
        for heading in dict.fromkeys(COMMANDS.values()):
            with formatter.section(heading):
                formatter.write_dl(
                    [
                        (name.ljust(widest), self._summary(ctx, name))
                        for name, under in COMMANDS.items()
                        if under == heading
                    ]
                )

    def _summary(self, ctx: typer.Context, name: str) -> str:
        command = self.get_command(ctx, name)
        return command.get_short_help_str(200) if command else ""

    def main(  # type: ignore[override]
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        *,
        standalone_mode: bool = True,
    ) -> int:
        """Run the command that `args` name; give the exit code, or leave with it if standalone."""
        words = list(sys.argv[1:] if args is None else args)
        if not words and on_terminal():
            words = ["summary"]
        code = self._run(words, prog_name or "tracker")
        if standalone_mode:
            sys.exit(code)
        return code

    def _run(self, words: list[str], name: str) -> int:
        try:
            with self.make_context(name, list(words)) as ctx:
                self.invoke(ctx)
        except typer.Exit as leaving:
            return leaving.exit_code
        except BrokenPipeError:
            leave_closed_pipe()
        except (KeyboardInterrupt, typer.Abort):
            complain("Interrupted. Nothing is half done.")
            return 130
        except Exception as error:
            from tracker.cli.wording import in_plain_words

            if "--debug" in words:
                show_fault(error)
            refusal = in_plain_words(error)
            complain(str(refusal))
            return refusal.exit_code
        return 0


def _show_version(wanted: bool) -> None:
    if wanted:
        answer(f"tracker {__version__}")
        raise typer.Exit


app = typer.Typer(
    name="tracker",
    cls=Tracker,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=examples(
        "tracker demo example",
        "tracker log CM13 'IOM: publish a handbook (Geneva, July 2015)'",
        "tracker list --overdue",
        "tracker --as IOM update CM13-02 --status completed --evidence handbook.pdf",
        "tracker report CM14 -o follow-up.pdf",
    ),
    **PLAIN,
)


@app.callback()
def tracker(
    ctx: typer.Context,
    db: Annotated[
        str | None,
        typer.Option(
            "--db",
            metavar="PATH|URL",
            envvar="TRACKER_DB",
            help="The register: a SQLite file, or the URL of a PostgreSQL database.",
        ),
    ] = None,
    acting_as: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="AGENCY",
            envvar="TRACKER_AS",
            help="Act as this agency; without it, as the coordinator.",
        ),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="NAME",
            envvar="TRACKER_BY",
            help="Who acts; else the setting `name`, else your login name.",
        ),
    ] = None,
    debug: Annotated[  # noqa: ARG001 - read where the run ends, which parsing may never reach
        bool, typer.Option("--debug", help="When something fails, show where in the program.")
    ] = False,
    version: Annotated[  # noqa: ARG001 - its callback has answered
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Show the version and leave."
        ),
    ] = False,
) -> None:
    """Keep the register of what agencies announced at meetings, and of what became of it."""
    ctx.obj = Workspace(db=db, acting_as=acting_as, by=by)


def run(args: Sequence[str]) -> int:
    """Run the command that `args` name and give its exit code."""
    root = cast("Tracker", get_command(app))
    if args and args[0] == "__complete":
        from tracker.cli.completion import complete

        return complete(root, args[1:])
    return root.main(args, standalone_mode=False)
