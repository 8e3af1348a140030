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
        str | None,
        typer.Option("--name", metavar="NAME", help="What it is called; else “register”."),
    ] = None,
    time_zone: Annotated[
        str | None,
        typer.Option(
            "--time-zone",
            metavar="ZONE",
            help="The zone whose date is today, such as Europe/Paris; else the machine's.",
        ),
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Ask nothing, and make it with what is given.")
    ] = False,
    dry_run: DryRunOption = False,
) -> None:
    """Make a new register.

    In a terminal it asks for what was not given, and for what the register begins with: the
    agencies of the United Nations system, a meeting and its series.
    """
    from tracker.cli.output import answer, say
    from tracker.services import registers
    from tracker.storage.address import read_address

    here = workspace(ctx)
    if here.interactive and not yes and not dry_run:
        from tracker.cli.prompts.command_line import root_words
        from tracker.cli.prompts.register import init_by_asking

        init_by_asking(here, root_words(ctx), name=name, time_zone=time_zone)
        return
    called = registers.DEFAULT_NAME if name is None else name
    zone = here.machine_time_zone() if time_zone is None else time_zone
    registers.init(here.url, name=called, time_zone=zone, now=here.now(), dry_run=dry_run)
    answer(read_address(here.url).shown)
    say(
        f"{'Only tried: made' if dry_run else 'Made'} the register “{called}”; its day changes at "
        f"midnight in {zone}. Next: tracker meeting add CODE TITLE --when WORDS, and "
        "tracker agency load un-system."
    )
