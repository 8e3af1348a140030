"""`tracker verify`: whether you agree that something was delivered."""

from typing import Annotated

import typer

from tracker.cli.commands import examples, program
from tracker.cli.options import DryRunOption, EvidenceOption
from tracker.cli.workspace import workspace

app = program()


@app.command(
    epilog=examples(
        "tracker verify CM13-02 --evidence https://example.org/programme.pdf",
        "tracker verify CM13-02 --with 'the Statistics Division'",
        "tracker verify CM13-08 --doubt 'the second study is not on the site'",
    )
)
def verify(
    ctx: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="REF", help="Which one, such as CM13-02.")],
    evidence: EvidenceOption = None,
    checked_with: Annotated[
        str | None, typer.Option("--with", metavar="WHOM", help="With whom it was checked.")
    ] = None,
    doubt: Annotated[
        str | None, typer.Option("--doubt", metavar="TEXT", help="Why you doubt it.")
    ] = None,
    dry_run: DryRunOption = False,
) -> None:
    """Record that what was delivered was checked, or that you doubt it."""
    from tracker.cli.output import answer, say
    from tracker.domain.drafts import CheckDraft, checked
    from tracker.intake.evidence import read_evidence
    from tracker.services.verifying import verify as record_verification

    words = checked(CheckDraft, {"checked_with": checked_with, "doubt": doubt})
    with workspace(ctx).writing() as (session, actor):
        told, verification = record_verification(
            session,
            actor,
            ref,
            evidence=[read_evidence(typed) for typed in evidence or ()],
            checked_with=words.checked_with,
            doubt=words.doubt,
            dry_run=dry_run,
        )
    answer(told)
    say(f"{'Only tried: ' if dry_run else ''}{told} is {verification}.")
