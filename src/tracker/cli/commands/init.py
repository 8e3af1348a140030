"""`tracker init`: make a register."""

from typing import Annotated

import typer

from tracker.cli.commands import examples, program
from tracker.cli.options import DryRunOption
from tracker.cli.workspace import workspace

app = program()


@app.command(
    epilog=examples(
        "tracker init",
        "tracker --db meetings.db init --name 'Coordination meetings' --time-zone Europe/Paris",
    )
)
def init(
    ctx: typer.Context,
    name: Annotated[
        str, typer.Option("--name", metavar="NAME", help="What the register is called.")
    ] = "register",
    time_zone: Annotated[
        str | None,
        typer.Option(
            "--time-zone",
            metavar="ZONE",
            help="The zone whose date is today, such as Europe/Paris; else the machine's.",
        ),
    ] = None,
    dry_run: DryRunOption = False,
) -> None:
    """Make a new, empty register."""
    from tracker.cli.output import answer, say
    from tracker.services import registers
    from tracker.storage.address import read_address

    here = workspace(ctx)
    zone = here.machine_time_zone() if time_zone is None else time_zone
    registers.init(here.url, name=name, time_zone=zone, now=here.now(), dry_run=dry_run)
    answer(read_address(here.url).shown)
    say(
        f"{'Only tried: made' if dry_run else 'Made'} the register “{name}”; its day changes at "
        f"midnight in {zone}. Next: tracker meeting add CODE TITLE --when WORDS, and "
        "tracker agency load un-system."
    )
