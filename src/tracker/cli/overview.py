"""Where things stand, as text: what a coordinator reads first, and an agency in its terminal."""

from collections.abc import Sequence
from datetime import date

from tracker.cli.tables import measure
from tracker.domain.due import days_overdue
from tracker.domain.facts import CommitmentFact, SummaryFact
from tracker.domain.vocabulary import label

_SHARE = 20


def summary_text(fact: SummaryFact) -> str:
    """Tell where things stand, and which commands are most likely wanted next."""
    parts = [_head(fact)]
    if fact.total:
        parts += [_statuses(fact), _attention(fact), *_lists(fact)]
    parts.append("Next\n" + "\n".join(f"  {command}" for command in _next(fact)))
    return "\n\n".join(filter(None, parts))


def _head(fact: SummaryFact) -> str:
    whose = f", for {fact.agency}" if fact.agency else ""
    lines = [f"{fact.register}{whose}, {fact.day}"]
    meeting = fact.next_meeting
    if meeting is not None and meeting.when is not None:
        first = meeting.when.earliest or meeting.when.latest or fact.day
        days = (first - fact.day).days
        when = f"in {_number(days, 'day')}" if days > 0 else "now"
        lines.append(
            f"Next meeting: {meeting.code}, {meeting.title}, {meeting.when.words} ({when})"
        )
    if not fact.total:
        lines.append("Nothing is led by you." if fact.agency else "No commitment is logged yet.")
    if fact.partner_in:
        lines.append(f"Partner in {_number(fact.partner_in, 'more', 'more')}.")
    return "\n".join(lines)


def _statuses(fact: SummaryFact) -> str:
    most = max(fact.statuses.values())
    rows = []
    for status, number in fact.statuses.items():
        bar = "■" * max(1, round(_SHARE * number / most))
        rows.append(f"  {label(status):17}{number:>6}  {bar}")
    return f"{_number(fact.total, 'commitment')}, {fact.open_count} open\n" + "\n".join(rows)


def _attention(fact: SummaryFact) -> str:
    told = [
        (fact.overdue_count, "overdue"),
        (fact.silent_count, "silent since the previous meeting"),
        (fact.disputed_count, "disputed by their lead"),
        (fact.unconfirmed_count, "open and not confirmed by a lead"),
        (fact.undated_count, "open without a date"),
        (fact.unverified_count, "delivered and not yet verified"),
    ]
    rows = [f"  {number:>6}  {what}" for number, what in told if number]
    return "\n".join(rows)


def _lists(fact: SummaryFact) -> list[str]:
    parts = []
    if fact.overdue:
        title = _few("Overdue, longest first", len(fact.overdue), fact.overdue_count)
        parts.append(title + "\n" + _rows(fact.overdue, fact.day))
    if fact.due_next:
        by = f"Due before {_until(fact)}"
        title = _few(by, len(fact.due_next), fact.due_next_count)
        parts.append(title + "\n" + _rows(fact.due_next, fact.day))
    return parts


def _until(fact: SummaryFact) -> str:
    meeting = fact.next_meeting
    first = meeting.when.earliest or meeting.when.latest if meeting and meeting.when else None
    return meeting.code if meeting and first == fact.due_before else str(fact.due_before)


def _few(title: str, shown: int, count: int) -> str:
    return title if shown == count else f"{title} (the first {shown} of {count})"


def _rows(facts: Sequence[CommitmentFact], day: date) -> str:
    cells = [
        (one.ref, _when(one, day), ", ".join(owner.agency for owner in one.leads) or "no owner")
        for one in facts
    ]
    widths = [max(measure(row[column]) for row in cells) for column in range(3)]
    lines = []
    for row, one in zip(cells, facts, strict=True):
        padded = [
            cell + " " * (width - measure(cell)) for cell, width in zip(row, widths, strict=True)
        ]
        lines.append(f"  {'  '.join(padded)}  {one.text}")
    return "\n".join(lines)


def _when(fact: CommitmentFact, day: date) -> str:
    if fact.due is None or fact.due.latest is None:
        return ""
    if fact.overdue:
        return f"{_number(days_overdue(fact.due.latest, today=day), 'day')} over"
    return f"by {fact.due.latest}"


def _next(fact: SummaryFact) -> list[str]:
    if fact.agency:
        first = fact.overdue or fact.due_next
        ref = first[0].ref if first else "REF"
        return [
            f"tracker --as {fact.agency} list --owner {fact.agency} --open",
            f"tracker --as {fact.agency} update {ref} --status in-progress --note '…'",
        ]
    if fact.next_meeting is None and not fact.total:
        return ["tracker meeting add CODE TITLE --when WORDS --series CODE"]
    if not fact.total:
        code = fact.next_meeting.code if fact.next_meeting else "MEETING"
        return [f"tracker log {code} 'AGENCY: what was announced (PLACE, WHEN)'"]
    commands = []
    if fact.overdue_count:
        commands.append("tracker list --overdue")
    if fact.silent_count:
        commands.append("tracker list --silent")
    if fact.next_meeting is not None:
        commands.append(f"tracker report {fact.next_meeting.code} -o follow-up.pdf")
    return commands or ["tracker list --open"]


def _number(count: int, one: str, many: str | None = None) -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"
