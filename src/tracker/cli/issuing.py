"""Issuing from the command line: every format made and kept under a number, then a backup."""

from collections.abc import Callable
from dataclasses import replace

from tracker.cli.output import answer, say, warn
from tracker.cli.paper import deliver_report
from tracker.cli.workspace import Workspace
from tracker.errors import DoneInPart, TrackerError
from tracker.reports.document import Job, Rendered
from tracker.reports.formats import FORMATS
from tracker.services.issuing import Drawn, back_up, issue


def issue_report(
    here: Workspace,
    draw: Callable[[int], Job],
    *,
    form: str | None,
    output: str | None,
    printer: str | None,
    number_on_stdout: bool,
    dry_run: bool,
) -> None:
    """Issue the report that `draw` makes for a number, deliver it, and say under which number.

    Raises DoneInPart where it was issued and could not be delivered.
    """
    made: dict[str, Rendered] = {}
    jobs: list[Job] = []

    def freeze(number: int) -> Drawn:
        job = draw(number)
        # Each format is drawn from one document.
        document = job.report.document()
        job = replace(job, report=replace(job.report, draw=lambda _: document))
        jobs.append(job)
        made.update({name: each.render(job) for name, each in FORMATS.items()})
        contents = {name: rendered.content for name, rendered in made.items()}
        return Drawn(document.title, job.report.data, contents)

    with here.writing() as (session, actor):
        number = issue(session, actor, draw=freeze, dry_run=dry_run)
    if number_on_stdout:
        answer(str(number))
    if dry_run:
        say(f"Only tried: would be issued as No. {number}.")
        return
    say(f"Issued as No. {number}. `tracker issued show {number} -o FILE` prints it again.")
    try:
        deliver_report(jobs[0], made.__getitem__, form=form, output=output, printer=printer)
    except TrackerError as error:
        raise DoneInPart(
            f"It is issued as No. {number}. {error} `tracker issued show {number} -o FILE` "
            "writes it."
        ) from error
    for said in back_up(here.url, now=here.now()):
        warn(said)
