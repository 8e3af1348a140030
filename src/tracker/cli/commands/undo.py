"""`tracker undo`: take back your last act."""

import typer

from tracker.cli.commands import examples, program
from tracker.cli.options import DryRunOption
from tracker.cli.workspace import workspace

app = program()

_SHOWN = 10


@app.command(epilog=examples("tracker undo --dry-run", "tracker undo"))
def undo(ctx: typer.Context, dry_run: DryRunOption = False) -> None:
    """Take back your last act, as a whole; what was logged is voided, what changed changes back."""
    from tracker.cli.output import answer, say
    from tracker.services.undoing import undo as undo_last

    with workspace(ctx).writing() as (session, actor):
        undone = undo_last(session, actor, dry_run=dry_run)
    answer("\n".join(undone.refs))
    more = f" and {len(undone.refs) - _SHOWN} more" if len(undone.refs) > _SHOWN else ""
    done = f"took back {undone.deed} of {', '.join(undone.refs[:_SHOWN])}{more}"
    say(f"Only tried: {done}." if dry_run else f"{done[0].upper()}{done[1:]}.")
