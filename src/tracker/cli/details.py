"""One thing told in full, as text for people."""

from collections.abc import Sequence
from datetime import date
from textwrap import indent
from zoneinfo import ZoneInfo

from tracker.domain import cells
from tracker.domain.due import Due, days_overdue, in_words
from tracker.domain.facts import (
    AgencyFact,
    CommitmentFact,
    EntryFact,
    FocalPointFact,
    LinkFact,
    MeetingFact,
    OwnerFact,
    PeriodFact,
    SeriesFact,
)
from tracker.domain.vocabulary import Acceptance, LinkKind, label

# What another commitment is to the one told of.
_OF_ANOTHER = {kind: label(kind) for kind in LinkKind} | {LinkKind.PART_OF: "is part of"}


def facts_text(facts: Sequence[tuple[str, str | None]]) -> str:
    """Lay out labels and values, one a line, without those that have no value."""
    told = [(name, value) for name, value in facts if value]
    widest = max((len(name) for name, _ in told), default=0)
    indented = f"\n{' ' * widest}  "
    return "\n".join(
        f"{name.ljust(widest)}  {value.replace(chr(10), indented)}" for name, value in told
    )


def commitment_text(
    fact: CommitmentFact, history: Sequence[EntryFact], *, today: date, time_zone: str
) -> str:
    """Tell all of one commitment: what, who, when, where it was said, and its history.

    History stands under the days that it is true of; where it was recorded on another day (in
    that IANA time zone), it says so.
    """
    said_by = fact.said_by and fact.said_by + (
        f" ({fact.said_by_title})" if fact.said_by_title else ""
    )
    head = facts_text(
        [
            ("Status", _status(fact, today)),
            ("Lead", "\n".join(map(_owner, fact.leads)) or "owner to be found"),
            ("Partners", "\n".join(map(_owner, fact.partners))),
            ("Due", _due(fact.due) if fact.due else "none given"),
            ("First due", _first_due(fact)),
            ("Meeting", fact.meeting),
            ("Kind", fact.kind and label(fact.kind)),
            ("Strength", fact.strength),
            ("Places", ", ".join(fact.places)),
            ("Tags", " ".join(f"#{tag}" for tag in fact.tags)),
            ("Said by", said_by),
            ("Said for", fact.said_for),
            ("Links", ", ".join(f"{label(link.kind)} {link.ref}" for link in fact.links)),
            ("Linked from", ", ".join(map(_linked_from, fact.linked_from))),
            ("Verification", fact.verification),
        ]
    )
    parts = [f"{fact.ref}  {fact.text}", head]
    if fact.source is not None:
        parts.append(_source(fact))
    zone = ZoneInfo(time_zone)
    parts.append("History\n" + "\n".join(_entry(entry, zone) for entry in history))
    return "\n\n".join(parts)


def meeting_text(fact: MeetingFact) -> str:
    """Tell all of one meeting."""
    series = fact.series and f"{fact.series}, {fact.series_title}"
    return f"{fact.code}  {fact.title}\n\n" + facts_text(
        [
            ("Kind", label(fact.kind)),
            ("When", _due(fact.when) if fact.when else "not yet set"),
            ("Place", fact.place),
            ("Series", series),
            ("Number", str(fact.number) if fact.number else None),
            ("In the margins of", fact.in_margins_of),
            ("Commitments", str(fact.commitments)),
        ]
    )


def series_text(fact: SeriesFact, meetings: Sequence[MeetingFact]) -> str:
    """Tell all of one series, with a line a meeting."""
    lines = [f"{one.code}  {_when(one)}  {one.title}" for one in meetings]
    return "\n".join([f"{fact.code}  {fact.title}", "", *(lines or ["no meeting"])])


def agency_text(fact: AgencyFact) -> str:
    """Tell all of one agency."""
    return f"{fact.code}  {fact.name}\n\n" + facts_text(
        [
            ("Kind", label(fact.kind)),
            ("Aliases", "; ".join(fact.aliases)),
            ("Former names", "; ".join(fact.former_names)),
            ("Part of", fact.part_of),
            ("Parts", ", ".join(fact.parts)),
            ("Member of", ", ".join(fact.member_of)),
            ("Members", ", ".join(fact.members)),
            ("Chairs", "; ".join(map(_period, fact.chairs))),
            ("Focal points", "; ".join(map(_focal_point, fact.focal_points))),
            ("Commitments", str(fact.commitments)),
        ]
    )


def _status(fact: CommitmentFact, today: date) -> str:
    told = cells.standing(fact)
    if not fact.overdue or fact.due is None or fact.due.latest is None:
        return told
    days = days_overdue(fact.due.latest, today=today)
    return told.replace("overdue", f"overdue {days} {'day' if days == 1 else 'days'}", 1)


def _owner(owner: OwnerFact) -> str:
    told = f"{owner.agency}, {owner.name}" if owner.name != owner.agency else owner.agency
    if owner.acceptance == Acceptance.DISPUTED:
        return f"{told} (disputed: {owner.words})"
    return f"{told} ({owner.acceptance})"


def _due(due: Due) -> str:
    reading = in_words(due.earliest, due.latest, due.relation)
    hangs = f", hangs on {due.meeting}" if due.meeting else ""
    return f"{due.words}{hangs}" if reading == due.words else f"{due.words} ({reading}{hangs})"


def _first_due(fact: CommitmentFact) -> str | None:
    if fact.first_due is None:
        return None
    because = f"; changed because: {fact.due_changed_because}" if fact.due_changed_because else ""
    return _due(fact.first_due) + because


def _linked_from(link: LinkFact) -> str:
    return f"{link.ref}, which {_OF_ANOTHER[link.kind]} it"


def _source(fact: CommitmentFact) -> str:
    source = fact.source
    if source is None:
        return ""
    place = [source.document or "Source"]
    place += [f"page {source.page}"] if source.page else []
    place += [f"lines {source.lines}"] if source.lines else []
    quoted = indent(source.quote, "  | ", lambda _: True) if source.quote else ""
    return "\n".join(filter(None, [", ".join(place), quoted]))


def _entry(entry: EntryFact, zone: ZoneInfo) -> str:
    who = entry.by + (
        f" for {entry.agency or entry.on_behalf_of}" if entry.agency or entry.on_behalf_of else ""
    )
    told = [f"{entry.on}  {entry.act} by {who}"]
    if entry.channel:
        told[0] += f", by {label(entry.channel)}"
    recorded = entry.at.astimezone(zone).date()
    if recorded != entry.on:
        told[0] += f" (recorded {recorded})"
    changes = cells.changes(entry) if entry.act != "log" else []
    restricted = " (restricted)" if entry.restricted else ""
    told += [f"            {change}" for change in changes]
    told += [f"            note{restricted}: {entry.note}"] if entry.note else []
    told += [f"            reason: {entry.reason}"] if entry.reason else []
    told += [f"            evidence: {one}" for one in entry.evidence]
    return "\n".join(one.replace("\n", "\n              ") for one in told)


def _when(fact: MeetingFact) -> str:
    return fact.when.words if fact.when else "not yet set"


def _period(period: PeriodFact) -> str:
    since = f" from {period.since}" if period.since else ""
    until = f" to {period.until}" if period.until else ""
    return f"{period.agency}{since}{until}"


def _focal_point(person: FocalPointFact) -> str:
    title = f" ({person.title})" if person.title else ""
    return f"{person.name}{title}" + (f" <{person.email}>" if person.email else "")
