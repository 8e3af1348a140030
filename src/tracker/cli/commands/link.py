"""`tracker link`: how one commitment stands to another."""

from typing import Annotated

import typer

from tracker.cli.commands import examples, program
from tracker.cli.options import DryRunOption
from tracker.cli.workspace import workspace
from tracker.domain.vocabulary import LinkKind, label

app = program()


@app.command(
    epilog=examples(
        "tracker link CM14-02 supersedes CM13-05", "tracker link CM14-03 renews CM13-04"
    )
)
def link(
    ctx: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="REF", help="Which one, such as CM14-02.")],
    kind: Annotated[
        LinkKind, typer.Argument(case_sensitive=False, help="How it stands to the other one.")
    ],
    other: Annotated[str, typer.Argument(metavar="REF", help="The other one.")],
    dry_run: DryRunOption = False,
) -> None:
    """Say how one commitment stands to another; what supersedes another closes it."""
    from tracker.cli.output import answer, say
    from tracker.services.linking import link as link_commitments

    with workspace(ctx).writing() as (session, actor):
        linked = link_commitments(session, actor, ref, kind, other, dry_run=dry_run)
    answer(linked.ref)
    closed = ", which is closed by it" if linked.closed else ""
    say(f"{'Only tried: ' if dry_run else ''}{linked.ref} {label(kind)} {linked.other}{closed}.")
