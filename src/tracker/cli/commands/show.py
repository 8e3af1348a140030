"""`tracker show`: all of one commitment."""

from typing import Annotated

import typer

from tracker.cli.commands import examples, program
from tracker.cli.options import AsOfOption, ShowFormat, ShowFormatOption
from tracker.cli.workspace import workspace

app = program()


@app.command(
    epilog=examples(
        "tracker show CM13-02",
        "tracker show CM13-02 --format json",
        "tracker show CM13-02 --as-of 2015-12-31",
    )
)
def show(
    ctx: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="REF", help="Its ref, such as CM13-02.")],
    as_of: AsOfOption = None,
    form: ShowFormatOption = ShowFormat.TEXT,
) -> None:
    """Show all of one commitment, with its source and its history."""
    from tracker.cli.details import commitment_text
    from tracker.cli.output import answer, answer_json
    from tracker.domain.as_json import commitment_json
    from tracker.services.finding import find_commitment
    from tracker.services.finding_history import find_history

    with workspace(ctx).reading(as_of=as_of) as visit:
        fact = find_commitment(visit.connection, visit.viewer, ref)
        history = find_history(
            visit.connection, visit.viewer, ref=fact.ref, time_zone=visit.time_zone
        )
    if form == ShowFormat.JSON:
        answer_json(commitment_json(fact, history))
    else:
        told = commitment_text(fact, history, today=visit.viewer.today, time_zone=visit.time_zone)
        answer(told, paged=True)
