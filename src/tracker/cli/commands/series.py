"""`tracker series`: meetings that follow one another."""

from typing import Annotated

import typer

from tracker.cli.commands import examples, program
from tracker.cli.options import (
    DryRunOption,
    FormatOption,
    ListFormat,
    ShowFormat,
    ShowFormatOption,
)
from tracker.cli.workspace import workspace

app = program(
    "Keep the series: meetings that follow one another.",
    epilog=examples(
        "tracker series list", "tracker series edit CM --title 'Coordination meetings'"
    ),
)

CodeArgument = Annotated[
    str, typer.Argument(metavar="SERIES", help="The series' code, such as CM.")
]


@app.command("list", epilog=examples("tracker series list"))
def list_(ctx: typer.Context, form: FormatOption = ListFormat.TABLE) -> None:
    """List the series."""
    from tracker.cli.listing import show_listing
    from tracker.domain.as_json import series_json
    from tracker.domain.fields import SERIES_FIELDS
    from tracker.services.finding_meetings import find_all_series

    with workspace(ctx).reading() as visit:
        facts = find_all_series(visit.connection)
    show_listing(
        facts,
        SERIES_FIELDS,
        as_json=series_json,
        form=form,
        empty="There is no series yet; tracker meeting add … --series CODE makes one.",
    )


@app.command("show", epilog=examples("tracker series show CM"))
def show(ctx: typer.Context, code: CodeArgument, form: ShowFormatOption = ShowFormat.TEXT) -> None:
    """Show one series and its meetings."""
    from tracker.cli.details import series_text
    from tracker.cli.output import answer, answer_json
    from tracker.domain.as_json import meeting_json, series_json
    from tracker.services.finding_meetings import find_meetings, find_series

    with workspace(ctx).reading() as visit:
        fact = find_series(visit.connection, code)
        meetings = find_meetings(visit.connection, series=fact.code)
    if form == ShowFormat.JSON:
        listed = [meeting_json(meeting) for meeting in meetings]
        answer_json(series_json(fact) | {"meetings": listed})
    else:
        answer(series_text(fact, meetings))


@app.command("edit", epilog=examples("tracker series edit CM --title 'Coordination meetings'"))
def edit(
    ctx: typer.Context,
    code: CodeArgument,
    title: Annotated[str, typer.Option("--title", metavar="TITLE", help="Its full name.")],
    dry_run: DryRunOption = False,
) -> None:
    """Correct the title of a series."""
    from tracker.cli.output import answer, say
    from tracker.domain.drafts import SeriesDraft, checked
    from tracker.services.meetings import edit_series

    with workspace(ctx).writing() as (session, actor):
        draft = checked(SeriesDraft, {"code": code, "title": title})
        told = edit_series(session, actor, code, title=draft.title, dry_run=dry_run)
    answer(told)
    say(f"{'Only tried: corrected' if dry_run else 'Corrected'} {told}: {draft.title}.")
