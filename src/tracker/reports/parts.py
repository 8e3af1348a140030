"""The parts of the follow-up report on paper, each drawn from the report's data."""

from typing import Any

from tracker.domain.vocabulary import GroupBy
from tracker.reports.annex import annex_blocks, recorded_together
from tracker.reports.cells import (
    due_cell,
    last_word_cell,
    leads_cell,
    owners_cell,
    ref_cell,
    say_disputes,
    say_overdue,
    say_silent,
    sign,
    status_cell,
    text_cell,
)
from tracker.reports.charts import agency_chart, timeline_chart
from tracker.reports.document import (
    Align,
    Band,
    Block,
    Cell,
    Column,
    Fact,
    Facts,
    Heading,
    Line,
    Paragraph,
    Part,
    Row,
    Run,
    Style,
    Table,
    Words,
    join_runs,
    line,
    say,
)
from tracker.reports.grouping import GROUPINGS
from tracker.reports.summary import add_cautions, say_changes, sum_up
from tracker.reports.wording import reading, say_count, say_day, say_share

_NAMED_MEETINGS = 6
_REASONS = {
    "overdue": "Overdue, longest first",
    "silent": "No word",
    "slipped": "Moved later twice or more",
    "disputed": "Disputed",
}


def say_when_and_where(meeting: dict[str, Any]) -> Words:
    """Write a meeting's days, in its own words and as read where they do not say it, and place."""
    when, place = meeting["when"], meeting["place"]
    pieces = []
    if when:
        read = reading(when)
        pieces.append(say("{}" + (f" ({read})" if read else ""), when["words"]))
    return join_runs([*pieces, say("{}", place)] if place else pieces)


def _describe_meeting(meeting: dict[str, Any]) -> Line:
    named = say("{} ({})", meeting["title"], meeting["code"])
    about = say_when_and_where(meeting)
    return Line(say("{}, {}", named, about) if about else named)


def head_part(data: dict[str, Any]) -> Part:
    """Draw the first part: what is covered, the figures in sentences, and what changed."""
    cautions = add_cautions(data)
    blocks: list[Block] = [_about(data)] if _about(data).items else []
    blocks.append(Paragraph(Line(sum_up(data)), leading=True))
    if cautions:
        blocks.append(Paragraph(line(cautions)))
    if data["changes"]:
        blocks.append(Paragraph(Line(say_changes(data))))
    return Part(tuple(blocks))


def glance_part(data: dict[str, Any]) -> Part:
    """Draw the figures: by agency, over time, by status."""
    figures = data["figures"]
    charts = [agency_chart(figures), timeline_chart(figures)]
    return Part((*filter(None, charts), _by_status(figures)), "At a glance")


def attention_part(data: dict[str, Any]) -> Part | None:
    """Draw what needs attention, or nothing where nothing does."""
    by_ref = {commitment["ref"]: commitment for commitment in data["commitments"]}
    previous = data["previous"] and data["previous"]["code"]
    bands = tuple(
        Band(
            tuple(
                _attention_row(by_ref[ref], _why(kind, by_ref[ref], previous))
                for ref in data["attention"][kind]
            ),
            title,
            say_count(len(data["attention"][kind]), "commitment"),
        )
        for kind, title in _REASONS.items()
        if data["attention"][kind]
    )
    if not bands:
        return None
    columns = (Column("Ref", 0), Column("Commitment", 46), Column("Lead", 22), Column("Why", 32))
    return Part((Table("What needs attention", columns, bands),), "For attention")


def matrix_part(data: dict[str, Any]) -> Part:
    """Draw the matrix: a row a commitment, in bands."""
    by_ref = {commitment["ref"]: commitment for commitment in data["commitments"]}
    previous = data["previous"] and data["previous"]["code"]
    columns = (
        Column("Ref", 0),
        Column("Commitment", 32),
        Column("Lead and partners", 16),
        Column("Due", 16),
        Column("Status", 13),
        Column("Last word", 23),
    )
    bands = tuple(
        Band(
            tuple(_matrix_row(by_ref[ref], previous) for ref in group["refs"]),
            group["title"],
            _say_group(group),
        )
        for group in data["groups"]
    )
    grouping = GROUPINGS[GroupBy(data["group_by"])]
    table = Table("Every commitment", columns, bands)
    note = (Paragraph(line(grouping.note, small=True)),) if grouping.note else ()
    return Part((*note, table), grouping.heading, wide=True)


def annex_part(data: dict[str, Any]) -> Part:
    """Draw the annex: each commitment's source and history, and the agencies' full names."""
    about = "Where each commitment was taken from, in the words of the source, and its history."
    entries = [entry for commitment in data["commitments"] for entry in commitment["history"]]
    together = recorded_together(entries)
    if together:
        about += f" All of it was recorded on {say_day(together)}."
    blocks: list[Block] = [Paragraph(line(about))]
    for commitment in data["commitments"]:
        blocks += annex_blocks(commitment, recorded_once=bool(together))
    named = [(code, name) for code, name in data["agencies"].items() if name != code]
    if named:
        blocks.append(Heading(line(Run("Agencies named in this report", Style.STRONG))))
        items = tuple(Fact(code, (line(name),)) for code, name in named)
        blocks.append(Facts(items))
    return Part(tuple(blocks), "Annex: sources and history")


def foot(data: dict[str, Any]) -> Facts:
    """Draw what the paper was printed from, by which it can be checked."""
    facts = [
        Fact("Register", (line(data["register"]["name"]),)),
        Fact("As of", (line(say_day(data["day"])),)),
    ]
    if data["number"]:
        facts.insert(1, Fact("Issued as", (line(f"No. {data['number']}"),)))
    if data["options"]:
        facts.append(Fact("Asked for", (_options(data),)))
    facts.append(Fact("Version", (line(f"tracker {data['version']}"),)))
    if data["digest"]:
        about = line("SHA-256 of the newest entry in the register", small=True)
        facts.append(Fact("Digest", (line(data["digest"]), about)))
    return Facts(tuple(facts))


def _about(data: dict[str, Any]) -> Facts:
    covered, previous = data["covered"], data["previous"]
    codes = [meeting["code"] for meeting in covered]
    facts: list[Fact] = []
    if len(covered) > _NAMED_MEETINGS:
        facts.append(Fact("Covers", (Line(join_runs([say("{}", code) for code in codes])),)))
    elif covered:
        facts.append(Fact("Covers", tuple(_describe_meeting(meeting) for meeting in covered)))
    if previous and previous["code"] not in codes:
        facts.append(Fact("Previous meeting", (_describe_meeting(previous),)))
    if data["period"]:
        since, until = say_day(data["period"]["from"]), say_day(data["period"]["to"])
        facts.append(Fact("Period", (line(f"{since} to {until}"),)))
    if data["options"]:
        facts.append(Fact("Asked for", (_options(data),)))
    return Facts(tuple(facts))


def _options(data: dict[str, Any]) -> Line:
    return Line(join_runs([say("{}", option) for option in data["options"]], between="; "))


def _by_status(figures: dict[str, Any]) -> Table:
    rows = [row for row in figures["by_status"] if row["commitments"]]
    counted = {
        "commitments": "Number",
        "overdue": "Overdue",
        "silent": "No word",
        "not_confirmed": "Not confirmed",
    }
    shown = [key for key in counted if any(row[key] for row in rows)]
    whole = figures["commitments"]
    columns = [Column("Status", 30), *(Column(counted[key], 17, Align.END) for key in shown)]
    columns.insert(2, Column("Share", 12, Align.END))

    def cells(first: Line, counts: dict[str, int]) -> Row:
        numbers = [(line(str(counts[key] or "–")),) for key in shown]
        share = (line(say_share(counts["commitments"], whole)),)
        return ((first,), numbers[0], share, *numbers[1:])

    body = [cells(line(*sign(row["status"])), row) for row in rows]
    if len(rows) > 1:
        body.append(
            cells(
                line(Run("all", Style.STRONG)),
                {key: sum(row[key] for row in rows) for key in shown},
            )
        )
    return Table("Commitments by status", tuple(columns), (Band(tuple(body)),))


def _attention_row(commitment: dict[str, Any], why: Cell) -> Row:
    return (ref_cell(commitment), text_cell(commitment), leads_cell(commitment), why)


def _why(kind: str, commitment: dict[str, Any], previous: str | None) -> Cell:
    """Say what is the matter, in the band of that kind."""
    match kind:
        case "overdue":
            return (line(Run(say_overdue(commitment), Style.ALERT)), *due_cell(commitment))
        case "silent":
            due = commitment["due"]
            said = say("due {}", due["words"]) if due else say("no date given")
            return (Line(say_silent(previous)), Line(said, small=True))
        case "slipped":
            return due_cell(commitment)
        case _:
            return tuple(Line(said) for said in say_disputes(commitment))


def _matrix_row(commitment: dict[str, Any], previous: str | None) -> Row:
    return (
        ref_cell(commitment),
        text_cell(commitment),
        owners_cell(commitment),
        due_cell(commitment),
        status_cell(commitment, previous=previous),
        last_word_cell(commitment),
    )


def _say_group(group: dict[str, Any]) -> str:
    """Write a group's counts: "4 commitments, 2 overdue"."""
    said = [say_count(group["commitments"], "commitment")]
    if group["overdue"]:
        said.append(f"{group['overdue']} overdue")
    return ", ".join(said)
