"""`tracker log`: log what was announced at a meeting."""

from typing import Annotated, Any

import typer

from tracker.cli.commands import examples, program
from tracker.cli.options import CommitmentOptions, DryRunOption, StatusOption, spread
from tracker.cli.workspace import workspace

app = program()

AddAgenciesOption = Annotated[
    bool,
    typer.Option("--add-agencies", help="Add agencies that the register does not know yet."),
]


@app.command(
    epilog=examples(
        'tracker log CM13 "GMG, with IOM: convene a symposium on migration '
        '(New York, 26 and 27 May 2015) #financing"',
        "tracker log CM13 'finalize the handbook' --owner 'UN DESA' --due 'by mid-2016' "
        "--document report.txt --lines 77-79",
        "tracker log CM13 --from commitments.txt --dry-run",
    )
)
@spread
def log(
    ctx: typer.Context,
    meeting: Annotated[str, typer.Argument(metavar="MEETING", help="Where it was announced.")],
    said: CommitmentOptions,
    line: Annotated[
        str | None,
        typer.Argument(
            metavar="LINE",
            help="LEADS, with PARTNERS: TEXT (PLACE, WHEN) #tag; options win over it. Without it, "
            "in a terminal: asks field by field.",
        ),
    ] = None,
    from_file: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help="A commitment a line, all or nothing; - reads"
            " standard input. Empty lines and those that begin with # are passed over.",
        ),
    ] = None,
    status: StatusOption = None,
    restricted: Annotated[
        bool, typer.Option("--restricted", help="Keep it out of reports.")
    ] = False,
    add_agencies: AddAgenciesOption = False,
    dry_run: DryRunOption = False,
) -> None:
    """Log what was announced at a meeting."""
    from tracker.cli.asking import commitment_fields
    from tracker.cli.output import answer
    from tracker.errors import WrongWords
    from tracker.intake.line_file import read_lines
    from tracker.services.commitments import Ask, Logged
    from tracker.services.commitments import log as log_commitments

    fields = commitment_fields(said)
    if status is not None:
        fields["status"] = status
    if restricted:
        fields["restricted"] = True
    if from_file is not None:
        if line is not None:
            raise WrongWords("LINE and --from exclude each other. Nothing was changed.")
        asks = [
            Ask(one.text, fields, where=f"line {one.number}: ") for one in read_lines(from_file)
        ]
    elif line is not None:
        asks = [Ask(line, fields)]
    elif workspace(ctx).interactive:
        from tracker.cli.prompts.command_line import root_words
        from tracker.cli.prompts.log import log_by_asking

        log_by_asking(
            workspace(ctx),
            root_words(ctx),
            meeting,
            fields,
            add_agencies=add_agencies,
            dry_run=dry_run,
            say_logged=lambda one: _say_logged(one, dry_run=dry_run),
        )
        return
    else:
        raise WrongWords(
            'LINE is missing: what was announced, such as "IOM: publish a report (May 2016)", '
            "or --from FILE. Nothing was changed."
        )
    with workspace(ctx).writing() as (session, actor):
        logged: list[Logged] = log_commitments(
            session, actor, meeting, asks, add_agencies=add_agencies, dry_run=dry_run
        )
    answer("\n".join(one.ref for one in logged))
    for one in logged:
        _say_logged(one, dry_run=dry_run)


def _say_logged(logged: Any, *, dry_run: bool) -> None:
    from tracker.cli.output import say

    say(f"{'Only tried' if dry_run else 'Logged'}: {_understood(logged)}")


def _understood(logged: Any) -> str:
    who = ", ".join(logged.leads) or "owner to be found"
    partners = f" with {', '.join(logged.partners)}" if logged.partners else ""
    told = [f"{logged.ref}, {who}{partners}"]
    if logged.due_words is None:
        told.append("no due date")
    else:
        hangs = f", hangs on {logged.due_meeting}" if logged.due_meeting else ""
        told.append(f"due “{logged.due_words}” ({logged.due_edtf or 'no date'}{hangs})")
    if logged.unknown_meeting:
        told.append(f"“{logged.unknown_meeting}” is no meeting of the register")
    if logged.added_agencies:
        told.append(f"added {', '.join(logged.added_agencies)}")
    return "; ".join(told) + "."
