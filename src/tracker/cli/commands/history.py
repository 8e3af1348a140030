"""`tracker history`: what was recorded, when and by whom."""

from typing import Annotated

import typer

from tracker.cli.commands import examples, program
from tracker.cli.options import FormatOption, ListFormat
from tracker.cli.workspace import workspace

app = program()


@app.command(
    epilog=examples(
        "tracker history CM13-02",
        "tracker history --since 2015-06-01 --of IOM",
        "tracker history CM14 --format json",
    )
)
def history(
    ctx: typer.Context,
    ref: Annotated[
        str | None,
        typer.Argument(
            metavar="REF", help="A commitment's ref, or the code of a meeting, agency or series."
        ),
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DAY", help="Recorded on or after this day.")
    ] = None,
    of: Annotated[
        str | None,
        typer.Option(
            "--of",
            metavar="AGENCY",
            help="What this agency said, or what was entered on its behalf.",
        ),
    ] = None,
    form: FormatOption = ListFormat.TABLE,
) -> None:
    """Show what was recorded, oldest first: of one thing, or of the whole register."""
    from tracker.cli.listing import show_listing
    from tracker.domain.as_json import entry_json
    from tracker.domain.fields import ENTRY_FIELDS
    from tracker.intake.days import read_day
    from tracker.services.finding_history import find_history

    with workspace(ctx).reading() as visit:
        today = visit.viewer.today
        entries = find_history(
            visit.connection,
            visit.viewer,
            ref=ref,
            agency=of,
            since=read_day(since, option="--since", today=today) if since else None,
            time_zone=visit.time_zone,
        )
    show_listing(
        entries,
        ENTRY_FIELDS,
        as_json=entry_json,
        form=form,
        empty="Nothing was recorded that is like that.",
    )
