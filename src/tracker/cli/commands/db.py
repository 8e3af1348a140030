"""`tracker db`: the register as a file or database."""

from typing import Annotated

import typer

from tracker.cli.commands import examples, program
from tracker.cli.options import DryRunOption, ShowFormat, ShowFormatOption
from tracker.cli.workspace import Workspace, workspace

app = program(
    "Look after the register as a file or database.",
    epilog=examples("tracker db status", "tracker db check"),
)


@app.command("status", epilog=examples("tracker db status", "tracker db status --format json"))
def status(ctx: typer.Context, form: ShowFormatOption = ShowFormat.TEXT) -> None:
    """Show where the register is, its schema, and how much it holds."""
    from dataclasses import asdict

    from tracker.cli.details import facts_text
    from tracker.cli.output import answer, answer_json
    from tracker.services import registers

    told = registers.status(workspace(ctx).url)
    if form == ShowFormat.JSON:
        answer_json(asdict(told))
        return
    schema = told.schema or "none"
    if told.schema != told.newest_schema:
        schema += f" (this tracker needs {told.newest_schema})"
    # What is of another schema was not counted.
    counts = [
        ("Meetings", str(told.meetings)),
        ("Agencies", str(told.agencies)),
        ("Commitments", str(told.commitments)),
        ("Entries", str(told.entries)),
    ]
    if told.schema != told.newest_schema:
        counts = []
    answer(
        facts_text(
            [
                ("Register", told.name),
                ("Place", told.place),
                ("Database", told.kind),
                ("Schema", schema),
                ("Time zone", told.time_zone),
                *counts,
                ("Newest entry", told.digest),
            ]
        )
    )


@app.command("upgrade", epilog=examples("tracker db upgrade"))
def upgrade(ctx: typer.Context) -> None:
    """Bring the register to the schema of this tracker, after a backup beside it."""
    from tracker.cli.output import answer, say
    from tracker.services import keeping
    from tracker.storage.address import read_address
    from tracker.storage.schema import newest

    here = workspace(ctx)
    here.hold_coordinator("upgrade the register")
    done = keeping.upgrade(here.url, keep=_kept_backups(), now=here.now())
    answer(read_address(here.url).shown)
    if not done.changed:
        say(f"It has schema {newest()} already; nothing was to do.")
        return
    before = f" It was backed up first: {done.backup}." if done.backup else ""
    say(f"Upgraded to schema {newest()}.{before}")


@app.command(
    "check",
    epilog=examples(
        "tracker db check",
        "tracker db check --digest "
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    ),
)
def check(
    ctx: typer.Context,
    digest: Annotated[
        str | None,
        typer.Option(
            "--digest",
            metavar="SHA-256",
            help="Say whether an entry of the history has it: the one that a report prints.",
        ),
    ] = None,
) -> None:
    """Examine the register: file, references, schema, and that its history is whole and true."""
    from tracker.cli.output import answer, say
    from tracker.errors import RegisterUnusable
    from tracker.services import keeping

    sha256 = _sha256(digest) if digest is not None else None
    here = workspace(ctx)
    found = keeping.check(here.url)
    if found:
        answer("\n".join(found))
        count = "1 finding" if len(found) == 1 else f"{len(found)} findings"
        raise RegisterUnusable(f"The register is not sound: {count}.")
    if sha256 is None:
        answer("sound")
        say(
            "The database, its references and schema, the chain of its history, and that its "
            "history tells of what is stored, are sound."
        )
        return
    entry = keeping.find_digest(here.url, sha256)
    if entry is None:
        raise RegisterUnusable(
            f"No entry of this register's history has the SHA-256 {sha256}: what it was printed "
            "from is not what stands here."
        )
    answer(str(entry.number))
    say(
        f"Entry {entry.number}, recorded {entry.recorded_at:%Y-%m-%d %H:%M} UTC, has it, and the "
        "history up to it is unchanged."
        if entry.recorded_at
        else "It stands for a history without entries, with which this one begins."
    )


@app.command("backup", epilog=examples("tracker db backup ~/tracker-2016-02-18.db"))
def backup(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file that is not there yet.")],
    dry_run: DryRunOption = False,
) -> None:
    """Write the register as it is now to a file, while others go on working."""
    from tracker.cli.output import answer, say
    from tracker.services import keeping

    here = workspace(ctx)
    here.hold_coordinator("copy the register")
    made = keeping.back_up(here.url, file, dry_run=dry_run)
    answer(str(made))
    say(
        f"{'Only tried: backed up' if dry_run else 'Backed up'} to {made}, which you alone can "
        "read; it holds everything that the register holds."
    )


@app.command(
    "restore",
    epilog=examples(
        "tracker db restore ~/tracker-2016-02-18.db", "tracker db restore last-week.db --yes"
    ),
)
def restore(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="The backup.")],
    yes: Annotated[
        bool, typer.Option("--yes", help="Replace what the register holds without asking.")
    ] = False,
    dry_run: DryRunOption = False,
) -> None:
    """Put a backup in the register's place; what stood there is put aside, never deleted."""
    from tracker.cli.output import answer, say
    from tracker.services import keeping
    from tracker.storage.schema import newest

    here = workspace(ctx)
    here.hold_coordinator("restore the register")
    tried = keeping.restore(here.url, file, now=here.now(), dry_run=True)
    if tried.aside is not None and not yes and not dry_run:
        _hold_agreed(here, f"Replace what {here.url} holds by {file}?")
    done = tried if dry_run else keeping.restore(here.url, file, now=here.now())
    answer(here.url)
    said = f"{'Only tried: restored' if dry_run else 'Restored'} from {file}: "
    said += "1 entry of history." if done.entries == 1 else f"{done.entries} entries of history."
    if done.aside is not None:
        said += f" What stood there before is {done.aside}."
    if done.schema != newest():
        said += " It is of an earlier schema: run `tracker db upgrade`."
    say(said)


@app.command("vacuum", epilog=examples("tracker db vacuum"))
def vacuum(ctx: typer.Context) -> None:
    """Write the register's file anew, so that nothing erased stays in unused parts of it."""
    from tracker.cli.output import answer, say
    from tracker.services import keeping
    from tracker.storage.address import read_address

    here = workspace(ctx)
    here.hold_coordinator("write the register anew")
    keeping.write_anew(here.url)
    answer(read_address(here.url).shown)
    say("Written anew; unused parts hold nothing that was erased.")


def _kept_backups() -> int:
    from tracker.config import read_setting

    return int(read_setting("backups") or 0)


def _sha256(typed: str) -> str:
    import re

    from tracker.errors import WrongWords

    if not re.fullmatch("[0-9a-fA-F]{64}", typed.strip()):
        raise WrongWords(
            f"--digest cannot be “{typed}”. It takes a SHA-256: 64 digits and letters from a to "
            "f, as a report prints it. Nothing was changed."
        )
    return typed.strip().lower()


def _hold_agreed(here: Workspace, question: str) -> None:
    from tracker.errors import Refused, WrongWords

    if not here.interactive:
        raise WrongWords(
            "This replaces what the register holds; add --yes where no terminal can ask. "
            "Nothing was changed."
        )
    if not typer.confirm(question, err=True):
        raise Refused("Nothing was changed.")
