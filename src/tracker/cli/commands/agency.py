"""`tracker agency`: whoever can own a commitment."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Any

import typer

from tracker.cli.commands import examples, program
from tracker.cli.options import (
    DryRunOption,
    FormatOption,
    ListFormat,
    ShowFormat,
    ShowFormatOption,
)
from tracker.cli.workspace import workspace
from tracker.domain.vocabulary import AgencyKind

app = program(
    "Keep the agencies: their names, groups, chairs and focal points.",
    epilog=examples(
        "tracker agency load un-system",
        "tracker agency add CMS 'Center for Migration Studies' --kind ngo",
        "tracker agency show GMG",
    ),
)

_SHOWN = 20


class Directory(StrEnum):
    """A directory of agencies that ships with tracker."""

    UN_SYSTEM = "un-system"


AgencyArgument = Annotated[
    str, typer.Argument(metavar="AGENCY", help="Its code, name, alias or former name.")
]
AliasOption = Annotated[
    list[str] | None,
    typer.Option("--alias", metavar="NAME", help="Another way of writing it; give several."),
]
FormerNameOption = Annotated[
    list[str] | None,
    typer.Option("--former-name", metavar="NAME", help="What it was called; give several."),
]
KindOption = Annotated[
    AgencyKind | None,
    typer.Option("--kind", case_sensitive=False, help="What sort of body it is."),
]
PartOfOption = Annotated[
    str | None, typer.Option("--part-of", metavar="AGENCY", help="The agency it is a part of.")
]
MemberOfOption = Annotated[
    list[str] | None,
    typer.Option("--member-of", metavar="GROUP", help="A group it is a member of; give several."),
]
ChairOption = Annotated[
    list[str] | None,
    typer.Option(
        "--chair",
        metavar="'A from D to D'",
        help="Who chairs this group, and for how long; give several.",
    ),
]
FocalPointOption = Annotated[
    list[str] | None,
    typer.Option(
        "--focal-point",
        metavar="'Name (Title) <mail>'",
        help="Who answers for its updates; may end in “from D to D”; give several.",
    ),
]


@app.command(
    "add",
    epilog=examples(
        "tracker agency add CMS 'Center for Migration Studies' --kind ngo",
        "tracker agency add GMG 'Global Migration Group' --kind network "
        "--chair 'World Bank from 2015-01-01 to 2015-12-31'",
        "tracker agency add ACME 'Acme Institute' "
        "--focal-point 'Jane Roe (Programme Officer) <jane.roe@example.org>'",
    ),
)
def add(
    ctx: typer.Context,
    code: Annotated[str, typer.Argument(metavar="CODE", help="Its short name, such as IOM.")],
    name: Annotated[str, typer.Argument(metavar="NAME", help="Its full name.")],
    alias: AliasOption = None,
    former_name: FormerNameOption = None,
    kind: KindOption = None,
    part_of: PartOfOption = None,
    member_of: MemberOfOption = None,
    chair: ChairOption = None,
    focal_point: FocalPointOption = None,
    dry_run: DryRunOption = False,
) -> None:
    """Add an agency."""
    from tracker.cli.output import answer, say
    from tracker.domain.drafts import AgencyDraft, checked
    from tracker.services.agencies import add_agency

    draft = checked(
        AgencyDraft,
        {
            "code": code,
            "name": name,
            "kind": kind or AgencyKind.OTHER,
            "aliases": tuple(alias or ()),
            "former_names": tuple(former_name or ()),
            "part_of": part_of,
            "member_of": tuple(member_of or ()),
            "chairs": tuple(chair or ()),
            "focal_points": tuple(focal_point or ()),
        },
    )
    with workspace(ctx).writing() as (session, actor):
        told = add_agency(session, actor, draft, dry_run=dry_run)
    answer(told)
    say(f"{'Only tried: added' if dry_run else 'Added'} {told}, {draft.name}.")


@app.command(
    "edit",
    epilog=examples(
        "tracker agency edit IOM --alias 'International Organization on Migration'",
        "tracker agency edit GMG --chair 'World Bank from 2015-01-01 to 2015-12-31' "
        "--chair 'UNU from 2016-01-01'",
        "tracker agency edit CMS --alias none",
    ),
)
def edit(
    ctx: typer.Context,
    agency: AgencyArgument,
    code: Annotated[
        str | None, typer.Option("--code", metavar="CODE", help="Another short name.")
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="Another full name.")
    ] = None,
    alias: AliasOption = None,
    former_name: FormerNameOption = None,
    kind: KindOption = None,
    part_of: PartOfOption = None,
    member_of: MemberOfOption = None,
    chair: ChairOption = None,
    focal_point: FocalPointOption = None,
    dry_run: DryRunOption = False,
) -> None:
    """Correct an agency; an option replaces what stood, a repeatable one the whole list."""
    from tracker.cli.asking import is_none
    from tracker.cli.output import answer, say
    from tracker.domain.drafts import AgencyDraft, checked
    from tracker.errors import WrongWords
    from tracker.services.agencies import edit_agency

    given: dict[str, Any] = {
        "code": code,
        "name": name,
        "aliases": alias,
        "former_names": former_name,
        "kind": kind,
        "part_of": part_of,
        "member_of": member_of,
        "chairs": chair,
        "focal_points": focal_point,
    }
    asked = {field: value for field, value in given.items() if value is not None}
    if not asked:
        raise WrongWords(
            "There is nothing to change: name what, such as --name or --alias. Nothing was changed."
        )
    removed = {field for field, value in asked.items() if is_none(value)}
    kept = {
        field: tuple(value) if isinstance(value, list) else value
        for field, value in asked.items()
        if field not in removed
    }
    draft = checked(AgencyDraft, {"code": "X", "name": "X"} | kept)
    with workspace(ctx).writing() as (session, actor):
        told = edit_agency(
            session,
            actor,
            agency,
            {field: getattr(draft, field) for field in kept} | dict.fromkeys(removed),
            dry_run=dry_run,
        )
    answer(told)
    say(f"{'Only tried: corrected' if dry_run else 'Corrected'} {told}.")


@app.command("list", epilog=examples("tracker agency list", "tracker agency list --format json"))
def list_(ctx: typer.Context, form: FormatOption = ListFormat.TABLE) -> None:
    """List the agencies."""
    from tracker.cli.listing import show_listing
    from tracker.domain.as_json import agency_json
    from tracker.domain.fields import AGENCY_FIELDS
    from tracker.services.finding_agencies import find_agencies

    with workspace(ctx).reading() as visit:
        facts = find_agencies(visit.connection, visit.viewer)
    show_listing(
        facts,
        AGENCY_FIELDS,
        as_json=agency_json,
        form=form,
        empty="There is no agency yet; tracker agency load un-system brings those of the UN.",
    )


@app.command("show", epilog=examples("tracker agency show GMG", "tracker agency show 'World Bank'"))
def show(
    ctx: typer.Context, agency: AgencyArgument, form: ShowFormatOption = ShowFormat.TEXT
) -> None:
    """Show one agency: names, groups, chairs and, to whom they are open, focal points."""
    from tracker.cli.details import agency_text
    from tracker.cli.output import answer, answer_json
    from tracker.domain.as_json import agency_json
    from tracker.services.finding_agencies import find_agency

    with workspace(ctx).reading() as visit:
        fact = find_agency(visit.connection, visit.viewer, agency)
    if form == ShowFormat.JSON:
        answer_json(agency_json(fact))
    else:
        answer(agency_text(fact))


@app.command("load", epilog=examples("tracker agency load un-system"))
def load(
    ctx: typer.Context,
    directory: Annotated[
        Directory, typer.Argument(case_sensitive=False, help="A directory that tracker brings.")
    ],
    dry_run: DryRunOption = False,
) -> None:
    """Add the agencies of a directory; those that are there already stay as they are."""
    from tracker.cli.output import answer, say
    from tracker.services.agencies import load_un_system

    with workspace(ctx).writing() as (session, actor):
        match directory:
            case Directory.UN_SYSTEM:
                loaded = load_un_system(session, actor, dry_run=dry_run)
    answer("\n".join(loaded.added))
    done = f"added {len(loaded.added)} agencies, {len(loaded.known)} were there already"
    say(f"Only tried: {done}." if dry_run else f"{done[0].upper()}{done[1:]}.")


@app.command(
    "merge", epilog=examples("tracker agency merge WB 'World Bank Group'", "tracker agency show WB")
)
def merge(
    ctx: typer.Context,
    agency: Annotated[str, typer.Argument(metavar="A", help="The one that is given up.")],
    into: Annotated[str, typer.Argument(metavar="B", help="The one that it is.")],
    dry_run: DryRunOption = False,
) -> None:
    """Make two agencies that are one into one; what pointed to A points to B from now on."""
    from tracker.cli.output import answer, say
    from tracker.services.merging import merge_agencies

    with workspace(ctx).writing() as (session, actor):
        done = merge_agencies(session, actor, agency, into, dry_run=dry_run)
    answer(done.code)
    said = [f"{'Only tried: merged' if dry_run else 'Merged'} {done.gone} into {done.code}"]
    if done.former_names:
        said.append(f"called so before: {', '.join(done.former_names)}")
    for what, changed in (("commitments", done.refs), ("agencies", done.agencies)):
        if changed:
            said.append(f"{what} that changed with it: {_some(changed)}")
    say(f"{'; '.join(said)}.")


@app.command(
    "forget",
    epilog=examples(
        "tracker agency forget jane.roe@example.org", "tracker agency forget 'Jane Roe' --yes"
    ),
)
def forget(
    ctx: typer.Context,
    whom: Annotated[
        str, typer.Argument(metavar="MAIL|NAME", help="The person's e-mail address or full name.")
    ],
    yes: Annotated[bool, typer.Option("--yes", help="Erase without asking.")] = False,
    dry_run: DryRunOption = False,
) -> None:
    """Erase name, title and e-mail of one person everywhere; it cannot be undone."""
    from tracker.cli.output import answer, say, warn
    from tracker.errors import DoneInPart, Refused
    from tracker.services import forgetting

    here = workspace(ctx)
    asks = here.interactive and not yes and not dry_run
    if asks and not typer.confirm(f"Erase “{whom}” for good? It cannot be undone.", err=True):
        raise Refused("Nothing was changed.")
    with here.writing() as (session, actor):
        done = forgetting.forget(session, actor, whom, dry_run=dry_run)
    left = [*done.unreachable, *forgetting.copies_beside(here.url)]
    remains = None if dry_run else forgetting.clear_free_space(here.url)
    answer(done.called)
    say(
        f"{'Only tried: erased' if dry_run else 'Erased'} one person's name, title and e-mail; "
        f"in their place stands “{done.called}”. Reports, letters and backups kept elsewhere "
        "still hold them."
    )
    if left:
        listed = "\n".join(left)
        warn(f"these still hold the words, and cannot be reached:\n{listed}")
    if remains:
        raise DoneInPart(remains)


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more
