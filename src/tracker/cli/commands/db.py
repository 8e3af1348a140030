"""`tracker db`: the register as a file or database."""

import typer

from tracker.cli.commands import examples, program
from tracker.cli.options import ShowFormat, ShowFormatOption
from tracker.cli.workspace import workspace

app = program(
    "Look after the register as a file or database.",
    epilog=examples("tracker db status", "tracker db check"),
)


@app.command("status", epilog=examples("tracker db status", "tracker db status --format json"))
def status(ctx: typer.Context, form: ShowFormatOption = ShowFormat.TEXT) -> None:
    """Show where the register is, its schema, and how much it holds."""
    from dataclasses import asdict

    from tracker.cli.details import facts_text
    from tracker.cli.output import answer, answer_json
    from tracker.services import registers

    told = registers.status(workspace(ctx).url)
    if form == ShowFormat.JSON:
        answer_json(asdict(told))
        return
    schema = told.schema or "none"
    if told.schema != told.newest_schema:
        schema += f" (this tracker needs {told.newest_schema})"
    answer(
        facts_text(
            [
                ("Register", told.name),
                ("Place", told.place),
                ("Database", told.kind),
                ("Schema", schema),
                ("Time zone", told.time_zone),
                ("Meetings", str(told.meetings)),
                ("Agencies", str(told.agencies)),
                ("Commitments", str(told.commitments)),
                ("Entries", str(told.entries)),
                ("Newest entry", told.digest),
            ]
        )
    )


@app.command("upgrade", epilog=examples("tracker db upgrade"))
def upgrade(ctx: typer.Context) -> None:
    """Bring the register to the schema of this tracker."""
    from tracker.cli.output import answer, say
    from tracker.services import registers
    from tracker.storage.address import read_address
    from tracker.storage.schema import newest

    here = workspace(ctx)
    changed = registers.upgrade(here.url)
    answer(read_address(here.url).shown)
    say(
        f"Upgraded to schema {newest()}."
        if changed
        else f"It has schema {newest()} already; nothing was to do."
    )


@app.command("check", epilog=examples("tracker db check"))
def check(ctx: typer.Context) -> None:
    """Examine the register: the file, its references, and the chain of its history."""
    from tracker.cli.output import answer, say
    from tracker.errors import RegisterUnusable
    from tracker.services import registers

    here = workspace(ctx)
    found = registers.check(here.url)
    if found:
        answer("\n".join(found))
        count = "1 finding" if len(found) == 1 else f"{len(found)} findings"
        raise RegisterUnusable(f"The register is not sound: {count}.")
    answer("sound")
    say("The file, its references and the chain of its history are sound.")
