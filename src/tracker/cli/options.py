"""Options that several commands share, each written once, and how a bundle of them is shared.

A command takes a whole bundle as one parameter:

    @app.command("list")
    @spread
    def list_(ctx: typer.Context, filters: FilterOptions, form: FormatOption = ListFormat.TABLE)
"""

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Annotated, Any, get_type_hints

import typer

from tracker.domain.vocabulary import Channel, CommitmentKind, Status, Strength


class ListFormat(StrEnum):
    """In what format a list is written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    MD = "md"
    REFS = "refs"


class ShowFormat(StrEnum):
    """In what format one thing is written."""

    TEXT = "text"
    JSON = "json"


class ReportFormat(StrEnum):
    """In what format a report is written; `reports.formats` makes them."""

    TEXT = "text"
    PDF = "pdf"
    HTML = "html"
    MD = "md"
    JSON = "json"


def one_of_or_none(values: type[StrEnum]) -> Callable[[str], str]:
    """Make a reader of one word of `values`, or of "none", which removes."""

    def read(typed: str) -> str:
        known = (*map(str, values), "none")
        if typed.casefold() not in known:
            # As Typer words it for an option whose type is an enumeration.
            raise typer.BadParameter(f"{typed!r} is not one of {', '.join(map(repr, known))}.")
        return typed.casefold()

    return read


def _word(values: type[StrEnum], name: str, about: str) -> Any:
    return typer.Option(
        name, parser=one_of_or_none(values), metavar=f"<{'|'.join(values)}>", help=about
    )


FormatOption = Annotated[
    ListFormat, typer.Option("--format", case_sensitive=False, help="How the list is written.")
]
ShowFormatOption = Annotated[
    ShowFormat, typer.Option("--format", case_sensitive=False, help="How it is written.")
]
ReportFormatOption = Annotated[
    ReportFormat | None,
    typer.Option(
        "--format", case_sensitive=False, help="Else as FILE ends, or text without a FILE."
    ),
]
DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help="Say what would be done, and change nothing.")
]
OutputOption = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to FILE; - is standard output."),
]
AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DAY", help="As the register stood at the end of that day."),
]
LimitOption = Annotated[
    int | None, typer.Option("--limit", min=1, max=1_000_000, metavar="N", help="At most so many.")
]
ReasonOption = Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why.")]
StatusOption = Annotated[
    Status | None, typer.Option("--status", case_sensitive=False, help="How far it is.")
]
OnOption = Annotated[
    str | None,
    typer.Option("--on", metavar="DAY", help="The day that it is true of; else today."),
]
ViaOption = Annotated[
    Channel | None,
    typer.Option("--via", case_sensitive=False, help="By which way the news came."),
]
EvidenceOption = Annotated[
    list[str] | None,
    typer.Option(
        "--evidence", metavar="URL|FILE", help="What shows it; of a file its name and SHA-256."
    ),
]
KindFilterOption = Annotated[
    CommitmentKind | None,
    typer.Option("--kind", case_sensitive=False, help="Only of this kind."),
]


@dataclass(kw_only=True, eq=False)
class FilterOptions:
    """Which commitments a list, or a report, is about; all that are given must hold."""

    meeting: Annotated[
        str | None, typer.Option("--meeting", metavar="MEETING", help="Announced at this meeting.")
    ] = None
    series: Annotated[
        str | None,
        typer.Option("--series", metavar="SERIES", help="Announced at a meeting of this series."),
    ] = None
    owner: Annotated[
        str | None,
        typer.Option("--owner", metavar="AGENCY", help="This agency leads it or is partner."),
    ] = None
    lead: Annotated[
        str | None, typer.Option("--lead", metavar="AGENCY", help="This agency leads it.")
    ] = None
    status: Annotated[
        list[Status] | None,
        typer.Option("--status", case_sensitive=False, help="Of this status; give several."),
    ] = None
    open: Annotated[bool, typer.Option("--open", help="Announced or in progress.")] = False
    overdue: Annotated[bool, typer.Option("--overdue", help="Open, its latest day past.")] = False
    silent: Annotated[
        bool, typer.Option("--silent", help="Open, no word since the previous meeting.")
    ] = False
    slipped: Annotated[
        bool, typer.Option("--slipped", help="Its due date was promised anew, later.")
    ] = False
    undated: Annotated[bool, typer.Option("--undated", help="No day that it is due.")] = False
    disputed: Annotated[
        bool, typer.Option("--disputed", help="A lead says that it did not undertake it.")
    ] = False
    due_before: Annotated[
        str | None,
        typer.Option("--due-before", metavar="DAY", help="Its latest day is before this one."),
    ] = None
    due_within: Annotated[
        int | None,
        typer.Option(
            "--due-within",
            min=0,
            metavar="DAYS",
            help="Due from today on, within DAYS.",
        ),
    ] = None
    updated_since: Annotated[
        str | None,
        typer.Option("--updated-since", metavar="DAY", help="Changed on or after this day."),
    ] = None
    tag: Annotated[str | None, typer.Option("--tag", metavar="TAG", help="Has this tag.")] = None


@dataclass(kw_only=True, eq=False)
class CommitmentOptions:
    """What `log` and `edit` may say of a commitment; None was not said, "none" removes."""

    owner: Annotated[
        list[str] | None,
        typer.Option(
            "--owner", metavar="AGENCY", help="Who leads; give several. none: to be found."
        ),
    ] = None
    partner: Annotated[
        list[str] | None,
        typer.Option("--partner", metavar="AGENCY", help="Who is partner; give several."),
    ] = None
    due: Annotated[
        str | None,
        typer.Option("--due", metavar="WORDS", help="When, as it was said: 'by end-May 2016'."),
    ] = None
    kind: Annotated[str | None, _word(CommitmentKind, "--kind", "What will be delivered.")] = None
    place: Annotated[
        list[str] | None, typer.Option("--place", metavar="PLACE", help="Where; give several.")
    ] = None
    said_by: Annotated[
        str | None, typer.Option("--said-by", metavar="NAME", help="Who said it.")
    ] = None
    said_for: Annotated[
        str | None, typer.Option("--said-for", metavar="AGENCY", help="For whom it was said.")
    ] = None
    quote: Annotated[
        str | None, typer.Option("--quote", metavar="TEXT", help="The passage, as it stands.")
    ] = None
    document: Annotated[
        str | None, typer.Option("--document", metavar="NAME", help="Where the passage stands.")
    ] = None
    page: Annotated[
        str | None, typer.Option("--page", metavar="N", help="On which page of it.")
    ] = None
    lines: Annotated[
        str | None, typer.Option("--lines", metavar="N-M", help="On which lines of it.")
    ] = None
    strength: Annotated[
        str | None, _word(Strength, "--strength", "How strongly it was worded.")
    ] = None
    tag: Annotated[
        list[str] | None, typer.Option("--tag", metavar="TAG", help="A word to find it by.")
    ] = None


def spread(function: Callable[..., None]) -> Callable[..., None]:
    """Let Typer see each field of a parameter that is a dataclass as an option of its own."""
    hints = get_type_hints(function, include_extras=True)
    bundles: dict[str, type[Any]] = {
        name: hint for name, hint in hints.items() if isinstance(hint, type) and is_dataclass(hint)
    }
    parameters: list[Parameter] = []
    for name, parameter in signature(function).parameters.items():
        if name not in bundles:
            parameters.append(
                parameter.replace(annotation=hints[name], kind=Parameter.KEYWORD_ONLY)
            )
            continue
        within = get_type_hints(bundles[name], include_extras=True)
        parameters += [
            Parameter(
                field.name,
                Parameter.KEYWORD_ONLY,
                default=field.default,
                annotation=within[field.name],
            )
            for field in fields(bundles[name])
        ]

    @wraps(function)
    def gathered(**given: Any) -> None:
        for name, bundle in bundles.items():
            given[name] = bundle(**{field.name: given.pop(field.name) for field in fields(bundle)})
        function(**given)

    gathered.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    gathered.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return gathered
