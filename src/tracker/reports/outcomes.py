"""What came of commitments that are closed: what was delivered, and what will not be and why."""

from typing import Any

from tracker.domain.vocabulary import LinkKind, Status, label
from tracker.reports.cells import (
    bare_text_cell,
    leads_cell,
    mark_example,
    note_lines,
    ref_cell,
    sign,
    text_cell,
    verification_line,
)
from tracker.reports.document import (
    Band,
    Cell,
    Column,
    Line,
    Part,
    Row,
    Run,
    Style,
    Table,
    join_runs,
    line,
    say,
)
from tracker.reports.wording import say_count, say_day


def say_since(data: dict[str, Any]) -> str:
    """Say from when on what was closed is covered: " since CM13", or nothing."""
    since = data["since"]
    if not since:
        return ""
    if data["previous"] and since["meeting"] == data["previous"]["code"]:
        return " since the previous meeting"
    return f" since {since['meeting'] or say_day(since['day'])}"


def completed_part(data: dict[str, Any]) -> Part | None:
    """Draw what was delivered, with evidence and verification; nothing where nothing was."""
    rows = tuple(_completed(row) for row in _of(data, "completed"))
    if not rows:
        return None
    columns = (
        Column("Ref", 0),
        Column("Commitment", 34),
        Column("Lead", 15),
        Column("Delivered", 20),
        Column("Evidence and verification", 31),
    )
    table = Table("What was delivered", columns, (Band(rows),))
    return Part((table,), f"Completed{say_since(data)}")


def ended_part(data: dict[str, Any]) -> Part | None:
    """Draw what was withdrawn or superseded, and why; nothing where nothing was."""
    rows = tuple(_ended(row) for row in _of(data, "ended"))
    if not rows:
        return None
    columns = (
        Column("Ref", 0),
        Column("Commitment", 40),
        Column("Lead", 18),
        Column("Status", 16),
        Column("Why", 26),
    )
    table = Table("What was withdrawn or superseded", columns, (Band(rows),))
    return Part((table,), f"Withdrawn or superseded{say_since(data)}, and why")


def _of(data: dict[str, Any], key: str) -> list[dict[str, Any]]:
    by_ref = {commitment["ref"]: commitment for commitment in data["commitments"]}
    return [by_ref[ref] for ref in data[key]]


def _completed(commitment: dict[str, Any]) -> Row:
    status = [Line(sign(commitment["status"]))]
    if commitment["closed_on"]:
        status.append(line(say_day(commitment["closed_on"])))
    if commitment["days_late"]:
        status.append(line(f"{say_count(commitment['days_late'], 'day')} late", small=True))
    due = commitment["due"]
    if due:
        status.append(Line(say("due {}", due["words"]), small=True))
    if commitment["status"] == Status.PARTLY_COMPLETED and commitment["last_update"]:
        status += note_lines(commitment["last_update"]["note"])
    return (
        ref_cell(commitment),
        text_cell(commitment),
        leads_cell(commitment),
        tuple(status),
        _evidence(commitment),
    )


def _evidence(commitment: dict[str, Any]) -> Cell:
    delivery = commitment["delivery"]
    lines = [line(found) for found in delivery["evidence"]]
    if not lines:
        lines.append(line("no evidence given"))
    if commitment["verification"]:
        lines.append(verification_line(commitment["verification"]))
    checked = delivery["checked"]
    if checked:
        lines.append(line(say_day(checked["on"]), small=True))
        for words in (checked["note"], checked["reason"]):
            lines += [Line(each.runs, small=True) for each in note_lines(words)]
        lines += [line(found, small=True) for found in checked["evidence"]]
    return tuple(lines)


def _ended(commitment: dict[str, Any]) -> Row:
    status = [Line(sign(commitment["status"]))]
    if commitment["closed_on"]:
        status.append(line(say_day(commitment["closed_on"]), small=True))
    return (
        ref_cell(commitment),
        bare_text_cell(commitment),
        leads_cell(commitment),
        tuple(status),
        _why(commitment),
    )


def _why(commitment: dict[str, Any]) -> Cell:
    others = [
        Run(link["ref"], Style.CODE)
        for link in commitment["linked_from"]
        if link["kind"] == LinkKind.SUPERSEDES
    ]
    if others:
        named = join_runs([(other,) for other in others], last=" and ")
        return (Line(say("superseded by {}", named)),)
    because = commitment["closed_because"]
    last = commitment["last_update"]
    if because:
        return (Line(mark_example(because)),)
    noted = note_lines(last["note"]) if last else ()
    return noted or (line(f"no reason recorded for {label(commitment['status'])}"),)
