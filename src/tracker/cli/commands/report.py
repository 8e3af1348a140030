"""`tracker report`: what became of the commitments, printed for the next meeting."""

from enum import StrEnum
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from tracker.cli.commands import examples, program
from tracker.cli.options import FilterOptions, OutputOption, spread
from tracker.cli.workspace import Workspace, workspace
from tracker.domain.vocabulary import Paper

app = program()

DEFAULT_PRINTER = ""


class ReportKind(StrEnum):
    """What sort of report is printed."""

    FOLLOW_UP = "follow-up"


class ReportFormat(StrEnum):
    """In what format a report is written; `reports.formats` makes them."""

    TEXT = "text"
    PDF = "pdf"
    HTML = "html"
    MD = "md"
    JSON = "json"


class ReportCommand(TyperCommand):
    """Lets --print stand alone: Typer's own options take a value always or never."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Give a --print without a printer the system's own."""
        for place in range(len(args) - 1, -1, -1):
            alone = place + 1 == len(args) or args[place + 1].startswith("-")
            if args[place] == "--print" and alone:
                args = [*args[: place + 1], DEFAULT_PRINTER, *args[place + 1 :]]
        return super().parse_args(ctx, args)


@app.command(
    cls=ReportCommand,
    epilog=examples(
        "tracker report CM14 -o follow-up.pdf",
        "tracker report CM14 --owner IOM --format text",
        "tracker report --overdue --format md -o overdue.md",
        "tracker report CM14 --print",
    ),
)
@spread
def report(
    ctx: typer.Context,
    filters: FilterOptions,
    prepared_for: Annotated[
        str | None,
        typer.Argument(
            metavar="MEETING",
            help="The meeting that it is prepared for; without it, what the filters say.",
        ),
    ] = None,
    kind: Annotated[
        ReportKind, typer.Option("--kind", case_sensitive=False, help="Which report.")
    ] = ReportKind.FOLLOW_UP,
    form: Annotated[
        ReportFormat | None,
        typer.Option(
            "--format", case_sensitive=False, help="Else as FILE ends, or text without a FILE."
        ),
    ] = None,
    paper: Annotated[
        Paper | None,
        typer.Option(
            "--paper", case_sensitive=False, help="Else the setting paper, which is A4 at first."
        ),
    ] = None,
    output: OutputOption = None,
    printer: Annotated[
        str | None,
        typer.Option(
            "--print", metavar="[PRINTER]", help="Send it to the printer, or the one named."
        ),
    ] = None,
) -> None:
    """Print what became of the commitments: the follow-up report for a meeting."""
    from tracker.cli.asking import asked_in_words
    from tracker.cli.filters import asked_for
    from tracker.cli.output import deliver, say, screen, warn
    from tracker.reports.document import Job, Report
    from tracker.reports.formats import FORMATS
    from tracker.services.reports import follow_up_facts

    here = workspace(ctx)
    with here.reading() as visit:
        asked = asked_for(filters, words=None, kind=None, today=visit.viewer.today)
        facts = follow_up_facts(
            visit.connection,
            visit.viewer,
            meeting=prepared_for,
            asked=asked,
            options=_options(here, asked_in_words(filters, None, None)),
        )
    made = _kinds(kind)(facts)
    job = Job(Report(*made), paper=paper or _paper(), width=min(screen().columns, 100))
    if output is not None or printer is None:
        chosen = FORMATS[_format(form, output)]
        rendered = chosen.render(job)
        for warning in rendered.warnings:
            warn(warning)
        content: str | bytes = rendered.content
        deliver(content if chosen.binary else rendered.content.decode(), output)
        if output not in (None, "-"):
            say(f"Wrote {output}.")
    if printer is not None:
        from tracker.cli.printing import print_out

        paged = FORMATS["pdf"].render(job)
        for warning in paged.warnings:
            warn(warning)
        print_out(paged.content, printer or None, title=job.report.document().short_title)
        say("Sent to the printer.")


def _kinds(kind: ReportKind) -> Any:
    from tracker.reports.follow_up import draw, follow_up

    match kind:
        case ReportKind.FOLLOW_UP:
            return lambda facts: (follow_up(facts), draw)


def _format(form: ReportFormat | None, output: str | None) -> str:
    from tracker.errors import WrongWords
    from tracker.reports.formats import FORMATS, format_of_file

    if form is not None:
        return form
    if output in (None, "-"):
        return ReportFormat.TEXT
    by_ending = format_of_file(str(output))
    if by_ending is None:
        endings = ", ".join(ending for each in FORMATS.values() for ending in each.endings)
        raise WrongWords(
            f"The ending of “{output}” names no format. Accepted: {endings}; or --format. "
            "Nothing was written."
        )
    return by_ending.name


def _options(here: Workspace, told: list[str]) -> list[str]:
    return [*told, f"as {here.acting_as}"] if here.acting_as else told


def _paper() -> Paper:
    from tracker.config import read_setting

    return Paper(read_setting("paper") or Paper.A4)
