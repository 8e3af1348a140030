"""`tracker list`: which commitments there are."""

from typing import Annotated

import typer

from tracker.cli.commands import examples, program
from tracker.cli.options import (
    AsOfOption,
    FilterOptions,
    FormatOption,
    KindFilterOption,
    LimitOption,
    ListFormat,
    spread,
)
from tracker.cli.workspace import workspace

app = program()


@app.command(
    epilog=examples(
        "tracker list --overdue",
        "tracker list --owner IOM --open --sort due",
        "tracker list remittances --meeting CM13",
        "tracker list --open --as-of 2015-12-31",
        "tracker list --tag financing --format csv > financing.csv",
    )
)
@spread
def list_(
    ctx: typer.Context,
    filters: FilterOptions,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS", help="Found in text, quotation and notes, by beginning."),
    ] = None,
    kind: KindFilterOption = None,
    sort: Annotated[
        str | None,
        typer.Option(
            "--sort",
            metavar="FIELD",
            help="By ref, due, status, text, kind, created or updated; -due the other way round.",
        ),
    ] = None,
    limit: LimitOption = None,
    as_of: AsOfOption = None,
    form: FormatOption = ListFormat.TABLE,
) -> None:
    """List commitments; all filters that are given must hold."""
    from tracker.cli.filters import asked_for
    from tracker.cli.listing import show_listing
    from tracker.domain.as_json import commitment_json
    from tracker.domain.fields import COMMITMENT_FIELDS
    from tracker.services.finding import find_commitments

    with workspace(ctx).reading(as_of=as_of) as visit:
        asked = asked_for(
            filters, words=words, kind=kind, sort=sort, limit=limit, today=visit.viewer.today
        )
        facts = find_commitments(
            visit.connection,
            visit.viewer,
            asked,
            time_zone=visit.time_zone,
            with_all=form not in (ListFormat.TABLE, ListFormat.MD, ListFormat.REFS),
        )
    show_listing(
        facts,
        COMMITMENT_FIELDS,
        as_json=commitment_json,
        form=form,
        empty="No commitment is like that; tracker log MEETING LINE logs one.",
    )
