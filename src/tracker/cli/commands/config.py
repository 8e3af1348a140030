"""`tracker config`: the settings of whoever works at this machine."""

from typing import Annotated

import typer

from tracker.cli.commands import examples, program
from tracker.cli.options import DryRunOption, FormatOption, ListFormat

app = program(
    "Keep your own settings: who acts, which register, which paper.",
    epilog=examples("tracker config list", "tracker config set name 'Ana Pereira'"),
)

NameArgument = Annotated[
    str,
    typer.Argument(metavar="SETTING", help="name, register, paper or backups.", show_default=False),
]
ValueArgument = Annotated[
    str, typer.Argument(metavar="VALUE", help="What it is from now on; none removes it.")
]


@app.command("list", epilog=examples("tracker config list", "tracker config list --format json"))
def list_settings(form: FormatOption = ListFormat.TABLE) -> None:
    """List the settings, what each is now, and what it is for."""
    from dataclasses import asdict, replace

    from tracker import config
    from tracker.cli.listing import show_listing
    from tracker.cli.output import say, warn
    from tracker.domain.fields import SETTING_FIELDS

    facts = [
        replace(fact, value=fact.value and config.masked(fact.value))
        for fact in config.read_settings()
    ]
    show_listing(facts, SETTING_FIELDS, as_json=asdict, form=form, empty="There is no setting.")
    path = config.settings_path()
    say(f"Kept in {path}." if path.exists() else f"None is kept yet; {path} would keep them.")
    for name in config.unknown_settings():
        warn(f"{path} has a setting “{name}”, which this version does not know.")


@app.command("get", epilog=examples("tracker config get register"))
def get_setting(name: NameArgument) -> None:
    """Show what one setting is now; nothing where it has no value. Passwords are masked."""
    from tracker import config
    from tracker.cli.output import answer

    value = config.read_setting(config.known_setting(name).name)
    if value is not None:
        answer(config.masked(value))


@app.command(
    "set",
    epilog=examples(
        "tracker config set name 'Ana Pereira'",
        "tracker config set register ~/meetings.db",
        "tracker config set paper letter",
        "tracker config set paper none",
    ),
)
def set_setting(name: NameArgument, value: ValueArgument, dry_run: DryRunOption = False) -> None:
    """Set one setting, for every command from now on."""
    from tracker import config
    from tracker.cli.output import answer, say
    from tracker.domain.text import clean_line
    from tracker.storage.address import read_address

    kept = config.setting_value(name, clean_line(value))
    if name == "register" and kept is not None:
        # An address of a kind that no command could use is better refused now.
        read_address(kept)
    if not dry_run:
        config.change_setting(name, kept)
    answer(name)
    done = f"{name} is {config.masked(kept)}" if kept is not None else f"{name} is removed"
    say(f"Only tried: {done}." if dry_run else f"{done}, kept in {config.settings_path()}.")
