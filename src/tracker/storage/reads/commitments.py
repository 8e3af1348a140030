"""Reads: commitments, a page at a time, with what belongs to them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tracker.domain.due import is_overdue
from tracker.domain.facts import CommitmentFact, LinkFact, OwnerFact, SourceFact, UpdateFact
from tracker.domain.vocabulary import (
    Acceptance,
    Channel,
    CommitmentKind,
    LinkKind,
    Role,
    Status,
    Strength,
    Verification,
)
from tracker.storage.connection import Connection, Row
from tracker.storage.filters import BY_REF, SILENT, SORTS, Filters, condition, owned_by
from tracker.storage.reads.values import day, due, json_value, key_lists, moment

_COLUMNS = (
    "v.id, v.ref, v.uid, v.meeting, v.text, v.status, v.kind, v.strength, v.verification,"
    " v.due_words, v.due_earliest, v.due_latest, v.due_relation, v.due_meeting,"
    " v.first_due_words, v.first_due_earliest, v.first_due_latest, v.first_due_relation,"
    " v.first_due_meeting, v.said_by, v.said_by_title, v.said_for,"
    " v.document, v.page, v.lines, v.quote, v.restricted, v.voided, v.created_at, v.updated_at"
)


@dataclass(eq=False, repr=False)
class _Belongings:
    owners: dict[int, list[OwnerFact]]
    places: dict[int, list[str]]
    tags: dict[int, list[str]]
    links: dict[int, list[LinkFact]]
    linked_from: dict[int, list[LinkFact]]
    words: dict[int, UpdateFact]
    slips: dict[int, list[tuple[date, date | None]]]
    closings: dict[int, tuple[datetime, date]]
    reasons: dict[int, str]


def commitments(
    connection: Connection,
    filters: Filters,
    *,
    today: date,
    sort: str | None = None,
    descending: bool = False,
    limit: int | None = None,
    with_all: bool = True,
) -> list[CommitmentFact]:
    """Give the commitments that `filters` ask for, in the order of `sort` (a key of SORTS).

    Without `sort` words found come by rank, all else by meeting and number. Unless `with_all`,
    what a table does not show is left out: all but the row itself and its owners.
    """
    asked = condition(filters, today=today, sqlite=connection.is_sqlite)
    order = f"score, {BY_REF}" if asked.ranked and sort is None else _order(sort)
    if descending:
        order = ", ".join(_turned(part) for part in order.split(", "))
    silent = SILENT if with_all else "NULL"
    sql = f"SELECT {_COLUMNS}, {silent} FROM commitment_view v{asked.join}{asked.where}"
    sql += f" ORDER BY {order}"
    if limit is not None:
        sql += " LIMIT :limit"
        asked.parameters["limit"] = limit
    rows = connection.rows(sql, asked.parameters)
    # Restricted notes are for the coordinator, outside of reports, and for whoever wrote them.
    readable = "1 = 1"
    if filters.unrestricted_only:
        readable = "NOT e.restricted"
    elif filters.seen_by is not None:
        readable = f"(NOT e.restricted OR e.acting_agency_id = {int(filters.seen_by.agency)})"
    keys = [row[0] for row in rows]
    belongings = _belongings(connection, keys, readable=readable, with_all=with_all)
    if with_all:
        _add_links(connection, keys, belongings, known=_known(filters))
    return [_fact(row, belongings, today=today, with_all=with_all) for row in rows]


def count(connection: Connection, filters: Filters, *, today: date) -> int:
    """Count the commitments that `filters` ask for."""
    asked = condition(filters, today=today, sqlite=connection.is_sqlite)
    row = connection.first(
        f"SELECT count(*) FROM commitment_view v{asked.join}{asked.where}", asked.parameters
    )
    return int(row[0]) if row else 0


def count_by_status(connection: Connection, filters: Filters, *, today: date) -> dict[Status, int]:
    """Count the commitments that `filters` ask for by their status, in the order of life."""
    asked = condition(filters, today=today, sqlite=connection.is_sqlite)
    rows = connection.rows(
        f"SELECT v.status, count(*) FROM commitment_view v{asked.join}{asked.where}"
        " GROUP BY v.status",
        asked.parameters,
    )
    found = {Status(status): int(number) for status, number in rows}
    return {status: found[status] for status in Status if status in found}


def refs(connection: Connection) -> list[str]:
    """Give every ref, voided ones included."""
    return [row[0] for row in connection.each("SELECT ref FROM commitment_view ORDER BY ref")]


def tags(connection: Connection) -> list[str]:
    """Give every tag in use."""
    return [row[0] for row in connection.each("SELECT DISTINCT tag FROM commitment_tag")]


def _order(sort: str | None) -> str:
    return SORTS[sort or "ref"]


def _turned(part: str) -> str:
    if part.endswith(" DESC"):
        return part.removesuffix(" DESC")
    if part.endswith(" NULLS LAST"):
        return part.removesuffix(" NULLS LAST") + " DESC NULLS LAST"
    return f"{part} DESC"


def _belongings(
    connection: Connection, keys: Sequence[int], *, readable: str, with_all: bool
) -> _Belongings:
    statuses = _last_statuses(connection, keys) if with_all else {}
    owners: dict[int, list[OwnerFact]] = defaultdict(list)
    for key, agency_id, agency, name, role, acceptance, words in _each(
        connection,
        "SELECT commitment_id, agency_id, agency, name, role, acceptance, words FROM owner_view"
        " WHERE commitment_id IN ({keys}) ORDER BY commitment_id, position",
        keys,
    ):
        owners[key].append(
            OwnerFact(
                agency=agency,
                name=name,
                role=Role(role),
                acceptance=Acceptance(acceptance),
                words=words,
                last_status=statuses.get((key, agency_id)),
            )
        )
    belongings = _Belongings(
        owners=owners,
        places=defaultdict(list),
        tags=defaultdict(list),
        links=defaultdict(list),
        linked_from=defaultdict(list),
        words={},
        slips=defaultdict(list),
        closings={},
        reasons={},
    )
    if with_all:
        _add_rest(connection, keys, belongings, readable=readable)
    return belongings


def _add_rest(
    connection: Connection, keys: Sequence[int], belongings: _Belongings, *, readable: str
) -> None:
    belongings.words = _words(connection, keys, readable=readable)
    for key, place in _each(
        connection,
        "SELECT commitment_id, place FROM commitment_place WHERE commitment_id IN ({keys})"
        " ORDER BY commitment_id, position",
        keys,
    ):
        belongings.places[key].append(place)
    for key, tag in _each(
        connection,
        "SELECT commitment_id, tag FROM commitment_tag WHERE commitment_id IN ({keys})"
        " ORDER BY commitment_id, tag",
        keys,
    ):
        belongings.tags[key].append(tag)
    for key, before, after, is_slip, reason in _each(
        connection,
        "SELECT e.commitment_id, e.before_latest, e.after_latest, e.is_slip,"
        f" CASE WHEN {readable} THEN e.reason END FROM promise_view e"
        " WHERE e.commitment_id IN ({keys}) ORDER BY e.id",
        keys,
    ):
        first = day(before)
        if is_slip and first is not None:
            belongings.slips[key].append((first, day(after)))
        belongings.reasons[key] = reason
    for key, at, on in _each(
        connection,
        "SELECT commitment_id, recorded_at, true_on FROM closing_view"
        " WHERE commitment_id IN ({keys}) ORDER BY id",
        keys,
    ):
        true_on = day(on)
        if true_on is not None:
            belongings.closings[key] = (moment(at), true_on)


def _known(filters: Filters) -> str:
    """Write as SQL which commitments may be named to the viewer as another's link."""
    if filters.unrestricted_only:
        return "NOT o.restricted"
    if filters.seen_by is not None:
        return f"(NOT o.restricted OR o.id IN ({owned_by(filters.seen_by)}))"
    return "1 = 1"


def _add_links(
    connection: Connection, keys: Sequence[int], belongings: _Belongings, *, known: str
) -> None:
    for end, other, links in (
        ("commitment_id", "to_id", belongings.links),
        ("to_id", "commitment_id", belongings.linked_from),
    ):
        for key, kind, ref in _each(
            connection,
            f"SELECT l.{end}, l.kind, o.ref FROM commitment_link l"
            f" JOIN commitment_view o ON o.id = l.{other}"
            f" WHERE l.{end} IN ({{keys}}) AND {known} ORDER BY l.{end}, l.kind, o.ref",
            keys,
        ):
            links[key].append(LinkFact(LinkKind(kind), ref))


def _last_statuses(connection: Connection, keys: Sequence[int]) -> dict[tuple[int, int], Status]:
    # Only where two lead does it matter what each of them said.
    shared = [
        row[0]
        for row in _each(
            connection,
            "SELECT commitment_id FROM commitment_owner WHERE commitment_id IN ({keys})"
            " AND role = 'lead' GROUP BY commitment_id HAVING count(*) > 1",
            keys,
        )
    ]
    return {
        (key, agency): Status(status)
        for key, agency, status in _each(
            connection,
            "SELECT e.commitment_id, coalesce(a.merged_into_id, e.word_of_id), e.status"
            " FROM entry_view e JOIN agency a ON a.id = e.word_of_id WHERE e.commitment_id IN"
            " ({keys}) AND e.status IS NOT NULL AND e.stands ORDER BY e.id",
            shared,
        )
    }


def _words(connection: Connection, keys: Sequence[int], *, readable: str) -> dict[int, UpdateFact]:
    found = {}
    for key, at, on, by, agency, status, note, reason, evidence, channel, shown in _each(
        connection,
        "SELECT e.commitment_id, e.recorded_at, e.true_on, e.by_name,"
        " coalesce(e.for_agency, e.acting_agency), e.status, e.note, e.reason, e.evidence,"
        f" e.channel, {readable} FROM entry_view e WHERE e.id IN"
        " (SELECT max(e.id) FROM entry_view e WHERE e.commitment_id IN ({keys})"
        f" AND e.deed = 'update' AND e.stands AND ({readable} OR NOT e.only_restricted)"
        " GROUP BY e.commitment_id)",
        keys,
    ):
        true_on = day(on)
        if true_on is not None:
            found[key] = UpdateFact(
                at=moment(at),
                on=true_on,
                by=by,
                agency=agency,
                status=Status(status) if status else None,
                note=(note or reason) if shown else None,
                evidence=tuple(json_value(evidence)) if shown else (),
                channel=Channel(channel) if channel else None,
            )
    return found


def _each(connection: Connection, sql: str, keys: Iterable[int]) -> Iterable[Row]:
    for some in key_lists(keys):
        yield from connection.each(sql.format(keys=some))


def _fact(row: Row, belongings: _Belongings, *, today: date, with_all: bool) -> CommitmentFact:
    key = row[0]
    status = Status(row[5])
    present = due(row[9:14])
    owners = tuple(belongings.owners.get(key, ()))
    slips = belongings.slips.get(key, ())
    closed = belongings.closings.get(key) if status.is_closed else None
    source = SourceFact(*row[22:26]) if any(row[22:26]) else None
    return CommitmentFact(
        ref=row[1],
        uid=row[2],
        meeting=row[3],
        text=row[4],
        status=status,
        kind=CommitmentKind(row[6]) if row[6] else None,
        strength=Strength(row[7]) if row[7] else None,
        verification=Verification(row[8]) if row[8] else None,
        owners=owners,
        due=present,
        first_due=due(row[14:19]),
        due_changed_because=belongings.reasons.get(key),
        said_by=row[19],
        said_by_title=row[20],
        said_for=row[21],
        source=source,
        places=tuple(belongings.places.get(key, ())),
        tags=tuple(belongings.tags.get(key, ())),
        links=tuple(belongings.links.get(key, ())),
        linked_from=tuple(belongings.linked_from.get(key, ())),
        acceptance=_acceptance(owners),
        restricted=bool(row[26]),
        voided=bool(row[27]),
        # Nothing is awaited of what was logged by mistake.
        overdue=not row[27]
        and is_overdue(status, present.latest if present else None, today=today),
        silent=bool(row[30]) and not row[27],
        slips=len(slips),
        slip_days=_slip_days(slips),
        last_update=belongings.words.get(key),
        closed_at=closed[0] if closed else None,
        closed_on=closed[1] if closed else None,
        created_at=moment(row[28]) if with_all else None,
        updated_at=moment(row[29]) if with_all else None,
    )


def _acceptance(owners: Sequence[OwnerFact]) -> Acceptance:
    leads = [owner.acceptance for owner in owners if owner.role == Role.LEAD]
    if Acceptance.DISPUTED in leads:
        return Acceptance.DISPUTED
    if leads and all(one == Acceptance.CONFIRMED for one in leads):
        return Acceptance.CONFIRMED
    return Acceptance.UNCONFIRMED


def _slip_days(slips: Sequence[tuple[date, date | None]]) -> int | None:
    ends: list[Any] = [after for _, after in slips]
    if None in ends:
        return None
    return sum((after - before).days for before, after in slips if after is not None)
