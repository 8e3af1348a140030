"""`tracker edit`: correct what was logged."""

from typing import Annotated

import typer

from tracker.cli.commands import examples, program
from tracker.cli.options import CommitmentOptions, DryRunOption, StatusOption, spread
from tracker.cli.workspace import workspace

app = program()


@app.command(
    epilog=examples(
        "tracker edit CM13-02 --due '26 and 27 May 2015'",
        "tracker edit CM13-02 --owner GMG --partner IOM --partner UNHCR",
        "tracker edit CM13-02 --place none --no-restricted",
    )
)
@spread
def edit(
    ctx: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="REF", help="Which one, such as CM13-02.")],
    said: CommitmentOptions,
    text: Annotated[
        str | None, typer.Option("--text", metavar="TEXT", help="What will be done.")
    ] = None,
    status: StatusOption = None,
    restricted: Annotated[
        bool | None,
        typer.Option("--restricted/--no-restricted", help="Keep it out of reports, or let it in."),
    ] = None,
    add_agencies: Annotated[
        bool,
        typer.Option("--add-agencies", help="Add agencies that the register does not know yet."),
    ] = False,
    dry_run: DryRunOption = False,
) -> None:
    """Correct what was logged; an option replaces what stood, none removes it.

    A corrected due date is no slip. A new promise of the owner is: tracker update --due.
    """
    from tracker.cli.asking import commitment_fields, is_none
    from tracker.cli.output import answer, say
    from tracker.errors import WrongWords
    from tracker.services.commitments import edit as edit_commitment

    told = {"text": text, "status": status, "restricted": restricted}
    asked = {
        field: None if is_none(value) else value
        for field, value in told.items()
        if value is not None
    }
    asked |= commitment_fields(said)
    if not asked:
        raise WrongWords(
            "There is nothing to change: name what, such as --text or --due. Nothing was changed."
        )
    with workspace(ctx).writing() as (session, actor):
        corrected = edit_commitment(
            session, actor, ref, asked, add_agencies=add_agencies, dry_run=dry_run
        )
    answer(corrected)
    say(f"{'Only tried: corrected' if dry_run else 'Corrected'} {corrected}.")
