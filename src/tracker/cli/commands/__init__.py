"""The commands, a file for each or for each noun; a file offers its Typer program as `app`."""

from typing import Any

import typer
from typer.core import TyperGroup

from tracker.errors import WrongWords, nearest


class Group(TyperGroup):
    """A command with commands below it: by itself it shows its help, and it knows near misses."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Read the group's own options; without a word, show the help."""
        if not args and not ctx.resilient_parsing:
            from tracker.cli.output import answer

            answer(ctx.get_help())
            ctx.exit()
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: typer.Context, args: list[str]) -> tuple[Any, Any, list[str]]:  # type: ignore[override]
        """Find the command that `args` begin with; WrongWords with the nearest where none is."""
        if args and not ctx.resilient_parsing and self.get_command(ctx, args[0]) is None:
            known = self.list_commands(ctx)
            raise WrongWords(
                f"{ctx.command_path} has no command “{args[0]}”."
                f"{nearest(args[0], known)} It has: {', '.join(known)}. Nothing was changed."
            )
        return super().resolve_command(ctx, args)


# Rich would cost 50 ms of each start.
PLAIN: dict[str, Any] = {
    "add_completion": False,
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
}


def program(about: str | None = None, *, epilog: str | None = None) -> typer.Typer:
    """Make a command file's Typer program; `about` is the help of a noun with commands below."""
    return typer.Typer(cls=Group, help=about, epilog=epilog, **PLAIN)


def examples(*lines: str) -> str:
    """Lay out lines of example as the end of a help page, each as it is."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)
