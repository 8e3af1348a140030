"""`tracker void`: take away what was logged by mistake."""

from typing import Annotated

import typer

from tracker.cli.commands import examples, program
from tracker.cli.options import DryRunOption
from tracker.cli.workspace import workspace

app = program()


@app.command(epilog=examples("tracker void CM13-12 --reason 'the same as CM13-04'"))
def void(
    ctx: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="REF", help="Which one, such as CM13-12.")],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why.")],
    dry_run: DryRunOption = False,
) -> None:
    """Take away what was logged by mistake: it leaves lists and reports, and keeps its ref."""
    from tracker.cli.output import answer, say
    from tracker.domain.drafts import UpdateDraft, checked
    from tracker.services.commitments import void as void_commitment

    because = checked(UpdateDraft, {"reason": reason}).reason or ""
    with workspace(ctx).writing() as (session, actor):
        voided = void_commitment(session, actor, ref, reason=because, dry_run=dry_run)
    answer(voided)
    say(f"{'Only tried: voided' if dry_run else 'Voided'} {voided}.")
