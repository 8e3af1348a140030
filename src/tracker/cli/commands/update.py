"""`tracker update`: what became of a commitment."""

from typing import Annotated, Any

import typer

from tracker.cli.commands import examples, program
from tracker.cli.options import (
    DryRunOption,
    EvidenceOption,
    OnOption,
    ReasonOption,
    StatusOption,
    ViaOption,
)
from tracker.cli.workspace import workspace

app = program()


@app.command(
    epilog=examples(
        "tracker update CM13-02 --status completed --evidence https://example.org/symposium",
        "tracker update CM13-08 --due 'by mid-2016' --reason 'second round of peer review'",
        "tracker update CM13-01 CM13-03 --status in-progress --note 'Dates agreed' "
        "--for GMG --via e-mail --on '3 March 2015'",
        "tracker --as FAO update CM13-09 --dispute 'We said that we were interested'",
    )
)
def update(
    ctx: typer.Context,
    refs: Annotated[
        list[str], typer.Argument(metavar="REF…", help="Which ones; all are updated or none.")
    ],
    status: StatusOption = None,
    note: Annotated[
        str | None,
        typer.Option("--note", metavar="TEXT", help="In words; - reads standard input."),
    ] = None,
    evidence: EvidenceOption = None,
    due: Annotated[
        str | None,
        typer.Option("--due", metavar="WORDS", help="A new promise of when; needs --reason."),
    ] = None,
    reason: ReasonOption = None,
    accept: Annotated[
        bool, typer.Option("--accept", help="The owner confirms that it undertook this.")
    ] = False,
    dispute: Annotated[
        str | None,
        typer.Option("--dispute", metavar="TEXT", help="The owner says why it did not."),
    ] = None,
    on: OnOption = None,
    via: ViaOption = None,
    for_agency: Annotated[
        str | None,
        typer.Option("--for", metavar="AGENCY", help="Whose news it is, when you enter it."),
    ] = None,
    restricted: Annotated[
        bool, typer.Option("--restricted", help="Keep the note out of reports.")
    ] = False,
    if_unchanged_since: Annotated[
        str | None,
        typer.Option(
            "--if-unchanged-since",
            metavar="TIME",
            help="Refuse where it was changed since; TIME as updated_at in JSON.",
        ),
    ] = None,
    dry_run: DryRunOption = False,
) -> None:
    """Record what became of commitments: status, note, evidence, due date, acceptance.

    Without options, in a terminal: asks field by field.
    """
    from tracker.cli.output import answer
    from tracker.domain.drafts import UpdateDraft, checked
    from tracker.intake.days import read_day, read_moment
    from tracker.intake.evidence import read_evidence
    from tracker.intake.line_file import read_note
    from tracker.services.updates import update as record_update

    given: dict[str, Any] = {
        "status": status,
        "note": read_note() if note == "-" else note,
        "evidence": tuple(read_evidence(typed) for typed in evidence or ()),
        "due": due,
        "reason": reason,
        "accept": accept,
        "dispute": dispute,
        "via": via,
        "for_agency": for_agency,
        "restricted": restricted,
    }
    if workspace(ctx).interactive and on is None and not any(given.values()):
        from tracker.cli.prompts.command_line import root_words
        from tracker.cli.prompts.update import update_by_asking

        updated = update_by_asking(workspace(ctx), root_words(ctx), refs, dry_run=dry_run)
        _say_updated(updated, dry_run=dry_run)
        return
    with workspace(ctx).writing() as (session, actor):
        if on is not None:
            given["on"] = read_day(on, option="--on", today=actor.today)
        draft = checked(
            UpdateDraft, {field: value for field, value in given.items() if value is not None}
        )
        updated = record_update(
            session,
            actor,
            refs,
            draft,
            if_unchanged_since=read_moment(if_unchanged_since, option="--if-unchanged-since"),
            dry_run=dry_run,
        )
    answer("\n".join(one.ref for one in updated))
    _say_updated(updated, dry_run=dry_run)


def _say_updated(updated: list[Any], *, dry_run: bool) -> None:
    from tracker.cli.output import say

    for one in updated:
        say(f"{'Only tried' if dry_run else 'Updated'}: {one.ref}, {', '.join(one.done)}.")
