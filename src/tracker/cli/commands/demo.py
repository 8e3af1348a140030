"""`tracker demo`: a register to try things on."""

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.commands import examples, program
from tracker.cli.workspace import workspace

app = program()


@app.command(epilog=examples("tracker demo first-look", "tracker demo first-look --force"))
def demo(
    ctx: typer.Context,
    folder: Annotated[str, typer.Argument(metavar="DIR", help="Where it is made.")],
    force: Annotated[
        bool,
        typer.Option("--force", help="Make it anew; the register that stands there is put aside."),
    ] = False,
) -> None:
    """Make a register of an example meeting with a year of updates, and print its report."""
    import shlex

    from tracker.cli.output import answer, deliver, say, warn
    from tracker.reports.document import Job, Report
    from tracker.reports.follow_up import draw, follow_up
    from tracker.reports.formats import FORMATS
    from tracker.services.demo import NEXT_MEETING, make_demo
    from tracker.services.finding import Asked
    from tracker.services.reports import follow_up_facts
    from tracker.services.viewing import Viewer
    from tracker.storage.connection import reading

    here = workspace(ctx)
    into = Path(folder).expanduser()
    register = into / "tracker.db"
    kept = _make_room(register, force=force)
    make_demo(str(register), now=here.now())
    with reading(str(register)) as connection:
        facts = follow_up_facts(
            connection, Viewer(here.today("UTC")), meeting=NEXT_MEETING, asked=Asked()
        )
    report = Report(follow_up(facts), draw)
    for name in ("pdf", "html", "md"):
        rendered = FORMATS[name].render(Job(report))
        deliver(rendered.content, str(into / f"follow-up-{NEXT_MEETING}.{name}"))
        for warning in rendered.warnings:
            warn(warning)
    answer(str(register))
    if kept is not None:
        say(f"What stood there before is kept as {kept}.")
    db = shlex.quote(str(register))
    say(
        f"Made an example register and its follow-up report: {into}/follow-up-{NEXT_MEETING}.pdf, "
        ".html and .md.\nWorth trying:\n"
        f"  TRACKER_TODAY=2016-01-15 tracker --db {db} list --overdue\n"
        f"  TRACKER_TODAY=2016-01-15 tracker --db {db} show CM13-06\n"
        f"  TRACKER_TODAY=2016-01-15 tracker --db {db} report {NEXT_MEETING}"
    )


def _make_room(register: Path, *, force: bool) -> Path | None:
    """Put aside the register that stands there, where `force` allows it; give its new place."""
    from tracker.errors import Refused

    if not register.exists():
        return None
    if not force:
        raise Refused(
            f"{register} is there already. Name another folder, or add --force, which puts it "
            "aside. Nothing was changed."
        )
    number = 1
    while (aside := register.with_name(f"tracker.{number}.db")).exists():
        number += 1
    for ending in ("-wal", "-shm", ""):
        part = register.with_name(register.name + ending)
        if part.exists():
            part.rename(aside.with_name(aside.name + ending))
    return aside
