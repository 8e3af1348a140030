"""`tracker meeting`: the events at which things are announced, or on which commitments hang."""

from datetime import date
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
from tracker.domain.vocabulary import MeetingKind

app = program(
    "Keep the meetings: what they are called, when and where they are.",
    epilog=examples(
        "tracker meeting add CM13 'Thirteenth coordination meeting' --when '12 and 13 February'",
        "tracker meeting list",
    ),
)

CodeArgument = Annotated[
    str, typer.Argument(metavar="CODE", help="The meeting's code, such as CM13.")
]
MeetingArgument = Annotated[
    str, typer.Argument(metavar="MEETING", help="The meeting's code, such as CM13.")
]
WhenOption = Annotated[
    str | None,
    typer.Option("--when", metavar="WORDS", help="Its days in words: '12 and 13 February 2015'."),
]
StartOption = Annotated[
    str | None, typer.Option("--start", metavar="DAY", help="Its first day, instead of --when.")
]
EndOption = Annotated[
    str | None, typer.Option("--end", metavar="DAY", help="Its last day, where it has several.")
]
KindOption = Annotated[
    MeetingKind | None,
    typer.Option("--kind", case_sensitive=False, help="What sort of event it is."),
]
PlaceOption = Annotated[
    str | None, typer.Option("--place", metavar="PLACE", help="Where it is held.")
]
SeriesOption = Annotated[
    str | None,
    typer.Option(
        "--series", metavar="SERIES", help="The series that it belongs to; a new one is made."
    ),
]
NumberOption = Annotated[
    int | None, typer.Option("--number", min=1, metavar="N", help="Its number in the series.")
]
MarginsOption = Annotated[
    str | None,
    typer.Option("--in-margins-of", metavar="MEETING", help="The meeting in whose margins it is."),
]


@app.command(
    "add",
    epilog=examples(
        "tracker meeting add CM13 'Thirteenth coordination meeting' "
        "--when '12 and 13 February 2015' --series CM --number 13 --place 'New York'",
        "tracker meeting add FFD3 'Third conference on financing for development' "
        "--when 'July 2015' --kind conference",
    ),
)
def add(
    ctx: typer.Context,
    code: CodeArgument,
    title: Annotated[str, typer.Argument(metavar="TITLE", help="Its full name.")],
    when: WhenOption = None,
    start: StartOption = None,
    end: EndOption = None,
    kind: KindOption = None,
    place: PlaceOption = None,
    series: SeriesOption = None,
    number: NumberOption = None,
    in_margins_of: MarginsOption = None,
    dry_run: DryRunOption = False,
) -> None:
    """Add a meeting."""
    from tracker.cli.output import answer, say
    from tracker.domain.drafts import MeetingDraft, checked
    from tracker.services.meetings import add_meeting

    here = workspace(ctx)
    with here.writing() as (session, actor):
        words = _when(actor.today, when, start, end)
        draft = checked(
            MeetingDraft,
            {
                "code": code,
                "title": title,
                "kind": kind or MeetingKind.OTHER,
                "when": words,
                "place": place,
                "series": series,
                "number": number,
                "in_margins_of": in_margins_of,
            },
        )
        change = add_meeting(session, actor, draft, dry_run=dry_run)
    answer(change.code)
    done = f"added {change.code}, {draft.title}, {draft.when or 'with no days yet'}"
    moved = f" Due by its days now: {', '.join(change.moved)}." if change.moved else ""
    say(f"Only tried: {done}.{moved}" if dry_run else f"{done[0].upper()}{done[1:]}.{moved}")


@app.command(
    "edit",
    epilog=examples(
        "tracker meeting edit CM14 --when '11 and 12 February 2016'",
        "tracker meeting edit CM14 --place none",
    ),
)
def edit(
    ctx: typer.Context,
    code: MeetingArgument,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TITLE", help="Its full name.")
    ] = None,
    new_code: Annotated[
        str | None,
        typer.Option("--code", metavar="CODE", help="Another code, while it has no commitment."),
    ] = None,
    when: WhenOption = None,
    start: StartOption = None,
    end: EndOption = None,
    kind: KindOption = None,
    place: PlaceOption = None,
    series: SeriesOption = None,
    number: Annotated[
        str | None, typer.Option("--number", metavar="N", help="Its number in the series.")
    ] = None,
    in_margins_of: MarginsOption = None,
    dry_run: DryRunOption = False,
) -> None:
    """Correct a meeting; none removes. Commitments that hang on it move with its days."""
    from tracker.cli.output import answer, say
    from tracker.domain.drafts import MeetingDraft, checked
    from tracker.errors import WrongWords
    from tracker.services.meetings import edit_meeting

    here = workspace(ctx)
    given: dict[str, Any] = {
        "code": new_code,
        "title": title,
        "kind": kind,
        "place": place,
        "series": series,
        "number": number,
        "in_margins_of": in_margins_of,
    }
    with here.writing() as (session, actor):
        given["when"] = _when(actor.today, when, start, end)
        asked = {field: value for field, value in given.items() if value is not None}
        if not asked:
            raise WrongWords(
                "There is nothing to change: name what, such as --when or --title. "
                "Nothing was changed."
            )
        removed = {field for field, value in asked.items() if str(value).casefold() == "none"}
        kept = {field: value for field, value in asked.items() if field not in removed}
        draft = checked(MeetingDraft, {"code": code, "title": code} | kept)
        change = edit_meeting(
            session,
            actor,
            code,
            {field: getattr(draft, field) for field in kept} | dict.fromkeys(removed),
            dry_run=dry_run,
        )
    answer(change.code)
    moved = f" Moved with it: {', '.join(change.moved)}." if change.moved else ""
    say(f"{'Only tried: corrected' if dry_run else 'Corrected'} {change.code}.{moved}")


@app.command(
    "list", epilog=examples("tracker meeting list", "tracker meeting list --series CM --format csv")
)
def list_(
    ctx: typer.Context,
    series: Annotated[
        str | None, typer.Option("--series", metavar="SERIES", help="Only of this series.")
    ] = None,
    form: FormatOption = ListFormat.TABLE,
) -> None:
    """List the meetings."""
    from tracker.cli.listing import show_listing
    from tracker.domain.as_json import meeting_json
    from tracker.domain.fields import MEETING_FIELDS
    from tracker.services.finding_meetings import find_meetings

    with workspace(ctx).reading() as visit:
        facts = find_meetings(visit.connection, series=series)
    show_listing(
        facts,
        MEETING_FIELDS,
        as_json=meeting_json,
        form=form,
        empty="There is no meeting yet; tracker meeting add CODE TITLE makes one.",
    )


@app.command(
    "show", epilog=examples("tracker meeting show CM13", "tracker meeting show CM13 --format json")
)
def show(
    ctx: typer.Context, code: MeetingArgument, form: ShowFormatOption = ShowFormat.TEXT
) -> None:
    """Show one meeting."""
    from tracker.cli.details import meeting_text
    from tracker.cli.output import answer, answer_json
    from tracker.domain.as_json import meeting_json
    from tracker.services.finding_meetings import find_meeting

    with workspace(ctx).reading() as visit:
        fact = find_meeting(visit.connection, code)
    if form == ShowFormat.JSON:
        answer_json(meeting_json(fact))
    else:
        answer(meeting_text(fact))


def _when(today: date, when: str | None, start: str | None, end: str | None) -> str | None:
    from tracker.domain.due import in_words
    from tracker.domain.vocabulary import Relation
    from tracker.errors import WrongWords
    from tracker.intake.days import read_day

    if when is not None and (start is not None or end is not None):
        raise WrongWords("--when and --start exclude each other. Nothing was changed.")
    if start is None:
        if end is not None:
            raise WrongWords("--end needs --start. Nothing was changed.")
        return when
    first = read_day(start, option="--start", today=today)
    last = read_day(end, option="--end", today=today) if end is not None else first
    if last < first:
        raise WrongWords(f"--end {last} comes before --start {first}. Nothing was changed.")
    return in_words(first, last, Relation.ON)
