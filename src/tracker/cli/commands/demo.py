"""`tracker demo`: a register to try things on."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.commands import examples, program
from tracker.cli.options import DryRunOption
from tracker.cli.workspace import workspace

app = program()

_FORMATS = ("pdf", "html", "md")


@app.command(epilog=examples("tracker demo first-look", "tracker demo first-look --force"))
def demo(
    ctx: typer.Context,
    folder: Annotated[str, typer.Argument(metavar="DIR", help="Where it is made.")],
    force: Annotated[
        bool,
        typer.Option("--force", help="Make it anew; the register that stands there is put aside."),
    ] = False,
    dry_run: DryRunOption = False,
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
    reports = {name: into / f"follow-up-{NEXT_MEETING}.{name}" for name in _FORMATS}
    _hold_room([register, *reports.values()], force=force)
    if dry_run:
        answer(str(register))
        say(f"Only tried: an example register and its follow-up report would be made in {into}.")
        return
    kept = _make_room(register)
    make_demo(str(register), now=here.now())
    with reading(str(register)) as connection:
        facts = follow_up_facts(
            connection, Viewer(here.today("UTC")), meeting=NEXT_MEETING, asked=Asked()
        )
    report = Report(follow_up(facts), draw)
    for name, path in reports.items():
        rendered = FORMATS[name].render(Job(report))
        deliver(rendered.content, str(path))
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


def _make_room(register: Path) -> Path | None:
    """Put aside the register that stands there; give its new place."""
    if not register.exists():
        return None
    number = 1
    while (aside := register.with_name(f"tracker.{number}.db")).exists():
        number += 1
    for ending in ("-wal", "-shm", ""):
        part = register.with_name(register.name + ending)
        if part.exists():
            part.rename(aside.with_name(aside.name + ending))
    return aside


def _hold_room(wanted: Sequence[Path], *, force: bool) -> None:
    from tracker.errors import Refused

    taken = next((path for path in wanted if path.exists()), None)
    if taken is not None and not force:
        raise Refused(
            f"{taken} is there already. Name another folder, or add --force, which puts a register "
            "aside and writes the reports anew. Nothing was changed."
        )
