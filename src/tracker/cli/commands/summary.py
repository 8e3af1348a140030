"""`tracker summary`: where things stand."""

import typer

from tracker.cli.commands import examples, program
from tracker.cli.options import AsOfOption, ShowFormat, ShowFormatOption
from tracker.cli.workspace import workspace

app = program()


@app.command(
    epilog=examples(
        "tracker summary", "tracker --as IOM summary", "tracker summary --as-of 2015-12-31"
    )
)
def summary(
    ctx: typer.Context, as_of: AsOfOption = None, form: ShowFormatOption = ShowFormat.TEXT
) -> None:
    """Show where things stand: the next meeting, what is overdue and silent, what to do next."""
    from tracker.cli.output import answer, answer_json
    from tracker.cli.overview import summary_text
    from tracker.domain.as_json import summary_json
    from tracker.services.summarising import summarise

    with workspace(ctx).reading(as_of=as_of) as visit:
        fact = summarise(visit.connection, visit.viewer)
    if form == ShowFormat.JSON:
        answer_json(summary_json(fact))
    else:
        answer(summary_text(fact), paged=True)
