"""`tracker issued`: reports frozen under a number."""

from typing import Annotated

import typer

from tracker.cli.commands import examples, program
from tracker.cli.options import (
    FormatOption,
    ListFormat,
    OutputOption,
    ReportFormatOption,
)
from tracker.cli.workspace import workspace

app = program(
    "Bring issued reports back as they were issued; tracker report MEETING --issue issues one.",
    epilog=examples("tracker issued list", "tracker issued show 3 -o follow-up.pdf"),
)


@app.command("list", epilog=examples("tracker issued list", "tracker issued list --format csv"))
def list_(ctx: typer.Context, form: FormatOption = ListFormat.TABLE) -> None:
    """List the issued reports; an agency sees those without restricted items."""
    from tracker.cli.listing import show_listing
    from tracker.domain.as_json import issued_json
    from tracker.domain.fields import ISSUED_FIELDS
    from tracker.services.issuing import find_issued

    with workspace(ctx).reading() as visit:
        facts = find_issued(visit.connection, visit.viewer)
    show_listing(
        facts,
        ISSUED_FIELDS,
        as_json=issued_json,
        form=form,
        empty="No report is issued yet; tracker report MEETING --issue issues one.",
    )


@app.command(
    "show",
    epilog=examples(
        "tracker issued show 3",
        "tracker issued show 3 -o follow-up.pdf",
        "tracker issued show 3 --format json",
    ),
)
def show(
    ctx: typer.Context,
    number: Annotated[int, typer.Argument(metavar="N", min=1, help="Its number.")],
    form: ReportFormatOption = None,
    output: OutputOption = None,
) -> None:
    """Print an issued report again, to the byte as it was issued."""
    from tracker.cli.output import deliver, say
    from tracker.cli.paper import chosen_format
    from tracker.reports.formats import FORMATS
    from tracker.services.issuing import issued_as

    chosen = chosen_format(form, output)
    with workspace(ctx).reading() as visit:
        content = issued_as(visit.connection, visit.viewer, number, chosen)
    deliver(content if FORMATS[chosen].binary else content.decode(), output)
    if output not in (None, "-"):
        say(f"Wrote {output}.")
