"""`tracker report`: what became of the commitments, printed for the next meeting."""

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

from tracker.cli.commands import examples, program
from tracker.cli.options import (
    AsOfOption,
    DryRunOption,
    FilterOptions,
    OutputOption,
    ReportFormatOption,
    spread,
)
from tracker.cli.workspace import Workspace, workspace
from tracker.domain.vocabulary import GroupBy, Paper

if TYPE_CHECKING:
    from tracker.reports.follow_up import FollowUpFacts

app = program()

DEFAULT_PRINTER = ""


class ReportKind(StrEnum):
    """What sort of report is printed."""

    FOLLOW_UP = "follow-up"


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
        "tracker report CM14 --group-by month --since CM12",
        "tracker report CM14 --print",
        "tracker report CM14 --issue -o follow-up.pdf",
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
    group_by: Annotated[
        GroupBy,
        typer.Option("--group-by", case_sensitive=False, help="By what the matrix is arranged."),
    ] = GroupBy.AGENCY,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="DAY|MEETING",
            help="Of what is closed, what was closed since; else since the previous meeting.",
        ),
    ] = None,
    include_restricted: Annotated[
        bool,
        typer.Option(
            "--include-restricted", help="Restricted commitments and notes too; it says so."
        ),
    ] = False,
    form: ReportFormatOption = None,
    paper: Annotated[
        Paper | None,
        typer.Option(
            "--paper", case_sensitive=False, help="Else the setting paper, which is A4 at first."
        ),
    ] = None,
    as_of: AsOfOption = None,
    output: OutputOption = None,
    printer: Annotated[
        str | None,
        typer.Option(
            "--print", metavar="[PRINTER]", help="Send it to the printer, or the one named."
        ),
    ] = None,
    issue: Annotated[
        bool,
        typer.Option(
            "--issue", help="Freeze it under the next number, in every format (coordinator)."
        ),
    ] = False,
    dry_run: DryRunOption = False,
) -> None:
    """Print what became of the commitments: the follow-up report for a meeting."""
    from tracker.cli.asking import asked_in_words
    from tracker.cli.filters import asked_for
    from tracker.cli.output import screen
    from tracker.cli.paper import chosen_format, deliver_report
    from tracker.reports.document import Job, Report
    from tracker.reports.formats import FORMATS
    from tracker.services.reports import follow_up_facts

    here = workspace(ctx)
    _hold_together(issue=issue, dry_run=dry_run)
    chosen = chosen_format(form, output)
    laid_out = paper or _paper()

    def gather(number: int | None = None) -> "FollowUpFacts":
        with here.reading(as_of=as_of) as visit:
            return follow_up_facts(
                visit.connection,
                visit.viewer,
                meeting=prepared_for,
                asked=asked_for(filters, words=None, kind=None, today=visit.viewer.today),
                options=asked_in_words(filters, None, None),
                besides=_besides(here, visit.viewer.today if as_of else None),
                group_by=group_by,
                since=since,
                with_restricted=include_restricted,
                number=number,
            )

    if issue:
        from tracker.cli.issuing import issue_report

        # Asked for on standard output by name, it is the answer; else its number is.
        on_stdout = output == "-" or (form is not None and output is None and printer is None)
        issue_report(
            here,
            lambda number: Job(Report(*_kinds(kind)(gather(number))), paper=laid_out),
            form=chosen if output or on_stdout else None,
            output=output,
            printer=printer,
            number_on_stdout=not on_stdout,
            dry_run=dry_run,
        )
        return
    job = Job(Report(*_kinds(kind)(gather())), paper=laid_out, width=min(screen().columns, 100))
    deliver_report(
        job,
        lambda name: FORMATS[name].render(job),
        form=chosen if output is not None or printer is None else None,
        output=output,
        printer=printer,
    )


def _hold_together(*, issue: bool, dry_run: bool) -> None:
    from tracker.errors import WrongWords

    if dry_run and not issue:
        raise WrongWords(
            "--dry-run goes with --issue; without that, a report changes nothing anyway. "
            "Nothing was changed."
        )


def _kinds(kind: ReportKind) -> Any:
    from tracker.reports.follow_up import draw, follow_up

    match kind:
        case ReportKind.FOLLOW_UP:
            return lambda facts: (follow_up(facts), draw)


def _besides(here: Workspace, stood: date | None) -> list[str]:
    """Say what was asked besides filters: as whom, and as the register stood when."""
    from tracker.reports.wording import say_day

    told = [f"as {here.acting_as}"] if here.acting_as else []
    return [*told, f"as it stood at the end of {say_day(stood)}"] if stood else told


def _paper() -> Paper:
    from tracker.config import read_setting

    return Paper(read_setting("paper") or Paper.A4)
