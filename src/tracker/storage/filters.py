"""Which commitments are asked for, and the SQL that says so. Values are always parameters."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from tracker.domain.permission import Relations
from tracker.domain.text import search_words
from tracker.domain.vocabulary import OPEN_STATUSES, CommitmentKind, Role, Status
from tracker.storage.reads.values import stored

_OPEN = ", ".join(f"'{status}'" for status in OPEN_STATUSES)
# A word of an owner, or entered on its behalf, is an update that carries an agency.
# Where there is none, the first of all days stands for it.
_LAST_WORD = (
    "coalesce((SELECT max(w.true_on) FROM entry w WHERE w.commitment_id = v.id"
    " AND w.deed = 'update' AND NOT EXISTS (SELECT 1 FROM entry u WHERE u.undoes = w.act)"
    " AND (w.for_agency_id IS NOT NULL OR w.acting_agency_id IS NOT NULL)),"
    " '0001-01-01')"
)
# The first day of the meeting that was over last. A meeting held today is not a previous one.
_PREVIOUS = (
    "(SELECT coalesce(m.when_earliest, m.when_latest) FROM meeting m"
    " WHERE m.series_id = v.series_id AND m.when_latest < :today"
    " ORDER BY m.when_latest DESC, m.code_folded DESC LIMIT 1)"
)
# Nobody can be silent before the meeting is over at which the commitment was announced.
SILENT = (
    f"(v.status IN ({_OPEN})"
    " AND (v.announced_latest IS NULL OR v.announced_latest < :today)"
    " AND CASE WHEN v.series_id IS NOT NULL"
    f" THEN {_LAST_WORD} < {_PREVIOUS}"
    f" ELSE {_LAST_WORD} < coalesce(v.announced_earliest, v.announced_latest, '0001-01-02') END)"
)
OVERDUE = f"(v.status IN ({_OPEN}) AND v.due_latest < :today)"
_LONGEST_AHEAD = 366_000

BY_REF = "v.meeting_order, v.number"
_STATUS_ORDER = " ".join(f"WHEN '{status}' THEN {at}" for at, status in enumerate(Status))
SORTS = {
    "ref": f"v.announced_latest NULLS LAST, {BY_REF}",
    "due": f"v.due_latest NULLS LAST, {BY_REF}",
    "status": f"CASE v.status {_STATUS_ORDER} END, {BY_REF}",
    "text": f"v.text_order, {BY_REF}",
    "kind": f"v.kind NULLS LAST, {BY_REF}",
    "created": f"v.created_at, {BY_REF}",
    "updated": f"v.updated_at, {BY_REF}",
}


@dataclass(frozen=True, eq=False, repr=False)
class Filters:
    """Which commitments are asked for; all that is set must hold.

    Meetings, series and agencies by their keys (`led_by` any of several), `updated_since` in UTC.
    `seen_by` holds what an agency may see: what is not restricted, and what it has a part in.
    """

    words: str | None = None
    meetings: tuple[str, ...] = ()
    series: str | None = None
    owner: int | None = None
    lead: int | None = None
    led_by: frozenset[int] = frozenset()
    statuses: tuple[Status, ...] = ()
    open: bool = False
    overdue: bool = False
    silent: bool = False
    slipped: bool = False
    undated: bool = False
    disputed: bool = False
    unconfirmed: bool = False
    unverified: bool = False
    due_before: date | None = None
    due_within: int | None = None
    updated_since: datetime | None = None
    tag: str | None = None
    kind: CommitmentKind | None = None
    ref: tuple[str, int] | None = None
    unrestricted_only: bool = False
    seen_by: Relations | None = None
    with_voided: bool = False


@dataclass(eq=False, repr=False)
class Condition:
    """The SQL of filters: what is joined, what must hold, and the parameters of both."""

    join: str = ""
    parts: list[str] = field(default_factory=list)
    parameters: dict[str, Any] = field(default_factory=dict)
    ranked: bool = False

    @property
    def where(self) -> str:
        """The WHERE clause, or nothing."""
        return f" WHERE {' AND '.join(self.parts)}" if self.parts else ""

    def hold(self, sql: str, **parameters: Any) -> None:
        """Add what must hold."""
        self.parts.append(sql)
        self.parameters |= parameters


def condition(filters: Filters, *, today: date, sqlite: bool) -> Condition:
    """Write `filters` as SQL over `commitment_view v`; `:today` is always a parameter."""
    made = Condition(parameters={"today": today.isoformat()})
    if not filters.with_voided:
        made.hold("v.voided = :voided", voided=False)
    _identity(made, filters)
    _owners(made, filters)
    _state(made, filters, today)
    if filters.unrestricted_only:
        made.hold("v.restricted = :restricted", restricted=False)
    if filters.seen_by is not None:
        made.hold(f"(v.restricted = :shown OR v.id IN ({owned_by(filters.seen_by)}))", shown=False)
    if filters.words is not None:
        _words(made, filters, sqlite=sqlite)
    return made


def owned_by(relations: Relations) -> str:
    """Write as SQL the keys of what an agency has a part in, as `permission.standing` tells it."""
    through, leads = (
        ", ".join(str(int(key)) for key in sorted(keys))
        for keys in (relations.takes_part_through, relations.speaks_for)
    )
    return (
        f"SELECT commitment_id FROM commitment_owner WHERE agency_id IN ({through})"
        f" OR (agency_id IN ({leads}) AND role = '{Role.LEAD}')"
    )


def _identity(made: Condition, filters: Filters) -> None:
    if filters.meetings:
        names = {f"meeting_{at}": code for at, code in enumerate(filters.meetings)}
        made.hold(f"v.meeting_folded IN ({', '.join(f':{name}' for name in names)})", **names)
    if filters.series is not None:
        made.hold("v.series_folded = :series", series=filters.series)
    if filters.ref is not None:
        made.hold(
            "v.meeting_folded = :ref_meeting AND v.number = :ref_number",
            ref_meeting=filters.ref[0],
            ref_number=filters.ref[1],
        )
    if filters.tag is not None:
        made.hold(
            "v.id IN (SELECT commitment_id FROM commitment_tag WHERE tag = :tag)", tag=filters.tag
        )
    if filters.kind is not None:
        made.hold("v.kind = :kind", kind=str(filters.kind))


def _owners(made: Condition, filters: Filters) -> None:
    if filters.owner is not None:
        made.hold(
            "v.id IN (SELECT commitment_id FROM commitment_owner WHERE agency_id = :owner)",
            owner=filters.owner,
        )
    if filters.lead is not None:
        made.hold(
            "v.id IN (SELECT commitment_id FROM commitment_owner"
            f" WHERE agency_id = :lead AND role = '{Role.LEAD}')",
            lead=filters.lead,
        )
    if filters.led_by:
        keys = ", ".join(str(int(key)) for key in sorted(filters.led_by))
        made.hold(
            "v.id IN (SELECT commitment_id FROM commitment_owner"
            f" WHERE agency_id IN ({keys}) AND role = '{Role.LEAD}')"
        )
    if filters.unconfirmed:
        made.hold(
            f"v.status IN ({_OPEN}) AND v.id IN (SELECT commitment_id FROM commitment_owner"
            f" WHERE acceptance = 'unconfirmed' AND role = '{Role.LEAD}')"
        )
    if filters.disputed:
        made.hold(
            "v.id IN (SELECT commitment_id FROM commitment_owner"
            f" WHERE acceptance = 'disputed' AND role = '{Role.LEAD}')"
        )


def _state(made: Condition, filters: Filters, today: date) -> None:
    if filters.statuses:
        names = {f"status_{at}": str(status) for at, status in enumerate(filters.statuses)}
        made.hold(f"v.status IN ({', '.join(f':{name}' for name in names)})", **names)
    if filters.open:
        made.hold(f"v.status IN ({_OPEN})")
    if filters.overdue:
        made.hold(OVERDUE)
    if filters.silent:
        made.hold(SILENT)
    if filters.slipped:
        made.hold("v.id IN (SELECT commitment_id FROM promise_view WHERE is_slip)")
    if filters.unverified:
        made.hold("v.verification = 'unverified'")
    if filters.undated:
        made.hold("v.due_latest IS NULL AND v.due_earliest IS NULL")
    if filters.due_before is not None:
        made.hold("v.due_latest < :due_before", due_before=filters.due_before.isoformat())
    if filters.due_within is not None:
        ahead = min(filters.due_within, _LONGEST_AHEAD)
        last = today + timedelta(days=min(ahead, (date.max - today).days))
        made.hold(
            f"v.status IN ({_OPEN}) AND v.due_latest BETWEEN :today AND :due_last",
            due_last=last.isoformat(),
        )
    if filters.updated_since is not None:
        made.hold("v.updated_at >= :updated_since", updated_since=stored(filters.updated_since))


def _words(made: Condition, filters: Filters, *, sqlite: bool) -> None:
    phrases = [search_words(word) for word in (filters.words or "").split()]
    phrases = [phrase for phrase in phrases if phrase]
    # Restricted notes are found by those alone who may read them.
    open_only = filters.seen_by is not None or filters.unrestricted_only
    made.ranked = True
    if sqlite:
        made.join = (
            " JOIN (SELECT rowid AS hit, bm25(search_index) AS score FROM search_index"
            " WHERE search_index MATCH :words) ON hit = v.id"
        )
        words = " AND ".join(f'"{phrase}" *' for phrase in phrases)
        made.parameters["words"] = f"{{body}} : ({words})" if open_only else words
    else:
        body = "to_tsvector('simple', x.body)"
        restricted = "to_tsvector('simple', x.restricted_notes)"
        found = f"{body} @@ q.query" + ("" if open_only else f" OR {restricted} @@ q.query")
        made.join = (
            f" JOIN (SELECT x.commitment_id AS hit, -ts_rank({body}, q.query) AS score"
            " FROM search_text x, to_tsquery('simple', :words) AS q(query)"
            f" WHERE {found}) AS found ON hit = v.id"
        )
        made.parameters["words"] = " & ".join(
            "(" + " <-> ".join(phrase.split()) + ":*)" for phrase in phrases
        )
