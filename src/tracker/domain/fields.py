"""One table of the fields that views show: lists, columns, sorting and sheets read it.

Standard library only. A field's name is its JSON name; "due_latest" is `latest` within `due`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from tracker.domain.vocabulary import Status

if TYPE_CHECKING:
    from tracker.domain.facts import AgencyFact, CommitmentFact, EntryFact, PeriodFact


class FieldKind(StrEnum):
    """What sort of value a field holds, from which follows how it is shown."""

    REF = "ref"
    TEXT = "text"
    WORD = "word"
    NUMBER = "number"
    DAY = "day"
    INSTANT = "instant"
    YES_NO = "yes-no"
    LIST = "list"
    DUE = "due"
    STATUS = "status"
    OWNERS = "owners"
    CHANGES = "changes"


@dataclass(frozen=True, slots=True)
class Field:
    """One column: `read` takes it from a fact; `listed` ones stand in a list for people.

    `weight` is the field's share of a width that is too small for all; 0 never gives way.
    """

    name: str
    label: str
    kind: FieldKind
    read: Callable[[Any], object]
    weight: int = 0
    listed: bool = False


SIGNS = {
    Status.ANNOUNCED: "○",
    Status.IN_PROGRESS: "◐",
    Status.COMPLETED: "●",
    Status.PARTLY_COMPLETED: "◕",
    Status.WITHDRAWN: "×",
    Status.SUPERSEDED: "→",
}
OVERDUE_SIGN = "!"


def _inner(path: str) -> Callable[[Any], object]:
    """Read `path` of a fact, or None where something on the way is None."""
    steps = path.split(".")

    def read(fact: object) -> object:
        for step in steps:
            fact = None if fact is None else getattr(fact, step)
        return fact

    return read


def _field(
    name: str, label: str, kind: FieldKind, path: str = "", *, weight: int = 0, listed: bool = False
) -> Field:
    path = path or name
    read = _inner(path) if "." in path else attrgetter(path)
    return Field(name, label, kind, read, weight, listed)


def _partners(fact: CommitmentFact) -> tuple[str, ...]:
    return tuple(owner.agency for owner in fact.partners)


def _links(fact: CommitmentFact) -> tuple[str, ...]:
    return tuple(f"{link.kind} {link.ref}" for link in fact.links)


def _chairs(fact: AgencyFact) -> tuple[str, ...]:
    return tuple(_period(period) for period in fact.chairs)


def _period(period: PeriodFact) -> str:
    since = f" from {period.since}" if period.since else ""
    until = f" to {period.until}" if period.until else ""
    return f"{period.agency}{since}{until}"


def _who(entry: EntryFact) -> str:
    agency = entry.agency or entry.on_behalf_of
    return f"{entry.by} ({agency})" if agency else entry.by


_K = FieldKind

COMMITMENT_FIELDS: tuple[Field, ...] = (
    _field("ref", "Ref", _K.REF, listed=True),
    _field("status", "Status", _K.STATUS, weight=3, listed=True),
    _field("due", "Due", _K.DUE, weight=3, listed=True),
    _field("leads", "Lead", _K.OWNERS, "owners", weight=2, listed=True),
    _field("text", "Commitment", _K.TEXT, weight=7, listed=True),
    Field("partners", "Partners", _K.LIST, _partners),
    _field("meeting", "Meeting", _K.WORD),
    _field("kind", "Kind", _K.WORD),
    _field("due_earliest", "Earliest day", _K.DAY, "due.earliest"),
    _field("due_latest", "Latest day", _K.DAY, "due.latest"),
    _field("due_relation", "Relation", _K.WORD, "due.relation"),
    _field("due_meeting", "Due at meeting", _K.WORD, "due.meeting"),
    _field("first_due", "First due", _K.DUE),
    _field("overdue", "Overdue", _K.YES_NO),
    _field("silent", "Silent", _K.YES_NO),
    _field("slips", "Slips", _K.NUMBER),
    _field("acceptance", "Acceptance", _K.WORD),
    _field("verification", "Verification", _K.WORD),
    _field("strength", "Strength", _K.WORD),
    _field("places", "Places", _K.LIST),
    _field("tags", "Tags", _K.LIST),
    _field("said_by", "Said by", _K.WORD),
    _field("said_for", "Said for", _K.WORD),
    _field("source_document", "Document", _K.WORD, "source.document"),
    _field("source_page", "Page", _K.WORD, "source.page"),
    _field("source_lines", "Lines", _K.WORD, "source.lines"),
    _field("source_quote", "Quotation", _K.TEXT, "source.quote"),
    Field("links", "Links", _K.LIST, _links),
    _field("restricted", "Restricted", _K.YES_NO),
    _field("last_update_on", "Last word", _K.DAY, "last_update.on"),
    _field("last_update_by", "Last word by", _K.WORD, "last_update.by"),
    _field("last_update_agency", "Last word of", _K.WORD, "last_update.agency"),
    _field("last_update_note", "Last note", _K.TEXT, "last_update.note"),
    _field("closed_on", "Closed on", _K.DAY),
    _field("created_at", "Logged at", _K.INSTANT),
    _field("updated_at", "Changed at", _K.INSTANT),
)

MEETING_FIELDS: tuple[Field, ...] = (
    _field("code", "Code", _K.REF, listed=True),
    _field("when", "When", _K.DUE, weight=2, listed=True),
    _field("place", "Place", _K.WORD, weight=2, listed=True),
    _field("commitments", "Commitments", _K.NUMBER, listed=True),
    _field("title", "Title", _K.TEXT, weight=6, listed=True),
    _field("kind", "Kind", _K.WORD),
    _field("when_earliest", "First day", _K.DAY, "when.earliest"),
    _field("when_latest", "Last day", _K.DAY, "when.latest"),
    _field("series", "Series", _K.WORD),
    _field("number", "Number", _K.NUMBER),
    _field("in_margins_of", "In the margins of", _K.WORD),
)

SERIES_FIELDS: tuple[Field, ...] = (
    _field("code", "Code", _K.REF, listed=True),
    _field("meetings", "Meetings", _K.NUMBER, listed=True),
    _field("title", "Title", _K.TEXT, weight=6, listed=True),
)

AGENCY_FIELDS: tuple[Field, ...] = (
    _field("code", "Code", _K.REF, listed=True),
    _field("kind", "Kind", _K.WORD, weight=1, listed=True),
    _field("part_of", "Part of", _K.WORD, weight=1, listed=True),
    _field("commitments", "Commitments", _K.NUMBER, listed=True),
    _field("name", "Name", _K.TEXT, weight=6, listed=True),
    _field("aliases", "Aliases", _K.LIST),
    _field("former_names", "Former names", _K.LIST),
    _field("member_of", "Member of", _K.LIST),
    _field("members", "Members", _K.LIST),
    Field("chairs", "Chairs", _K.LIST, _chairs),
)

ENTRY_FIELDS: tuple[Field, ...] = (
    _field("number", "Number", _K.NUMBER),
    _field("at", "Recorded (UTC)", _K.INSTANT, listed=True),
    _field("on", "True of", _K.DAY, listed=True),
    _field("ref", "Ref", _K.REF, listed=True),
    Field("by", "By", _K.WORD, _who, weight=2, listed=True),
    _field("act", "Act", _K.WORD, listed=True),
    _field("changes", "Changes", _K.CHANGES, weight=5, listed=True),
    _field("note", "Note", _K.TEXT, weight=4, listed=True),
    _field("reason", "Reason", _K.TEXT),
    _field("evidence", "Evidence", _K.LIST),
    _field("channel", "Channel", _K.WORD),
    _field("capacity", "Capacity", _K.WORD),
    _field("door", "Door", _K.WORD),
    _field("restricted", "Restricted", _K.YES_NO),
    _field("sha256", "SHA-256", _K.WORD),
)

ISSUED_FIELDS: tuple[Field, ...] = (
    _field("number", "No.", _K.REF, listed=True),
    _field("day", "Day", _K.DAY, listed=True),
    _field("meeting", "Meeting", _K.WORD, listed=True),
    _field("title", "Report", _K.TEXT, weight=4, listed=True),
    _field("options", "Asked for", _K.LIST, weight=3, listed=True),
    _field("restricted", "Restricted", _K.YES_NO, listed=True),
    _field("issued_at", "Issued (UTC)", _K.INSTANT, listed=True),
    _field("by", "By", _K.WORD, weight=2, listed=True),
    _field("kind", "Kind", _K.WORD),
    _field("formats", "Formats", _K.LIST),
    _field("version", "Version", _K.WORD),
    _field("digest", "Digest", _K.WORD),
    _field("uid", "UID", _K.WORD),
)

SETTING_FIELDS: tuple[Field, ...] = (
    _field("name", "Setting", _K.REF, listed=True),
    _field("value", "Value", _K.WORD, weight=3, listed=True),
    _field("kept", "Kept", _K.YES_NO, listed=True),
    _field("meaning", "Meaning", _K.TEXT, weight=4, listed=True),
)
