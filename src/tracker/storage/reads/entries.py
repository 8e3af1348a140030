"""Reads: history."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

from tracker.domain.facts import EntryFact
from tracker.domain.permission import Relations
from tracker.domain.vocabulary import Capacity, Channel, Door, Subject
from tracker.storage.connection import Connection, Row
from tracker.storage.filters import owned_by
from tracker.storage.reads.values import day, json_value, key_lists, moment, stored

# SQLite takes 999 parameters in a question at the least.
_NAMES_A_QUESTION = 900
_UID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_ENTRY = (
    "SELECT e.id, e.subject, e.ref, e.deed, e.recorded_at, e.true_on, e.by_name, e.capacity,"
    " e.door, e.acting_agency, e.for_agency, e.channel, e.changes, e.note, e.reason, e.evidence,"
    " e.restricted, e.sha256, e.acting_agency_id, e.agency_id, e.stands FROM entry_view e"
)


def entries(
    connection: Connection,
    *,
    commitments: list[str] | None = None,
    subject: tuple[Subject, str] | None = None,
    word_of: int | None = None,
    since: datetime | None = None,
    seen_by: Relations | None = None,
    hide_restricted: bool = False,
) -> list[EntryFact]:
    """Give entries, oldest first: of commitments by uid, of one other thing, or of all.

    `word_of` keeps what that agency said or what was entered on its behalf; `since` is in UTC.
    Restricted notes, and entries that hold nothing else, are left out for agencies that did not
    write them, or for all; so are the focal points of agencies, but for one's own.
    """
    parts = ["1 = 1"]
    parameters: dict[str, Any] = {}
    if subject is not None:
        parts.append("e.subject = :subject AND e.subject_uid = :uid")
        parameters |= {"subject": str(subject[0]), "uid": subject[1]}
    if word_of is not None:
        parts.append(
            "e.word_of_id IN (SELECT a.id FROM agency a WHERE :word_of IN (a.id, a.merged_into_id))"
        )
        parameters["word_of"] = word_of
    if since is not None:
        parts.append("e.recorded_at >= :since")
        parameters["since"] = stored(since)
    if seen_by is not None:
        parts.append(
            "(e.commitment_id IS NULL OR e.commitment_id IN (SELECT id FROM commitment"
            f" WHERE restricted = :shown) OR e.commitment_id IN ({owned_by(seen_by)}))"
        )
        parameters["shown"] = False
    if seen_by is not None or hide_restricted:
        written = "" if seen_by is None else f" OR e.acting_agency_id = {int(seen_by.agency)}"
        parts.append(f"(NOT e.only_restricted{'' if hide_restricted else written})")
    where = " AND ".join(parts)
    rows: list[Row] = []
    if commitments is None:
        rows = connection.rows(f"{_ENTRY} WHERE {where} ORDER BY e.id", parameters)
    else:
        for some in key_lists(_keys(connection, commitments)):
            rows += connection.rows(
                f"{_ENTRY} WHERE {where} AND e.commitment_id IN ({some}) ORDER BY e.id", parameters
            )
    unknown = _unknown(connection, seen_by=seen_by, hide_restricted=hide_restricted)
    changes = [_open_changes(row, seen_by=seen_by, unknown=unknown) for row in rows]
    show = _shown(connection, changes)
    return [
        _fact(row, show(changed), hidden=_is_hidden(row, seen_by=seen_by, always=hide_restricted))
        for row, changed in zip(rows, changes, strict=True)
    ]


def _keys(connection: Connection, uids: list[str]) -> list[int]:
    if len(uids) == 1:
        rows = connection.rows("SELECT id FROM commitment WHERE uid = :uid", {"uid": uids[0]})
    else:
        wanted = set(uids)
        rows = [
            row for row in connection.each("SELECT id, uid FROM commitment") if row[1] in wanted
        ]
    return [int(row[0]) for row in rows]


def _is_hidden(row: Row, *, seen_by: Relations | None, always: bool) -> bool:
    if not row[16]:
        return False
    return always or (seen_by is not None and row[18] != seen_by.agency)


def _unknown(
    connection: Connection, *, seen_by: Relations | None, hide_restricted: bool
) -> set[str]:
    """Give the uids of the commitments that must not be named as another's link."""
    if seen_by is None and not hide_restricted:
        return set()
    own = f" AND id NOT IN ({owned_by(seen_by)})" if seen_by is not None else ""
    sql = f"SELECT uid FROM commitment WHERE restricted = :hidden{own}"
    return {str(uid) for (uid,) in connection.rows(sql, {"hidden": True})}


def _open_changes(row: Row, *, seen_by: Relations | None, unknown: set[str]) -> Any:
    changes = json_value(row[12])
    if unknown and "links" in changes:
        changes["links"] = [
            [link for link in links or () if link["to"] not in unknown]
            for links in changes["links"]
        ]
        if changes["links"][0] == changes["links"][1]:
            del changes["links"]
    if seen_by is not None and row[19] not in (None, seen_by.agency):
        changes.pop("focal_points", None)
    return changes


def _shown(connection: Connection, changes: list[Any]) -> Callable[[Any], Any]:
    """Give a function that shows what history holds by uid as people know it."""
    uids = sorted({uid for change in changes for uid in _uids(change)})
    names: dict[str, str] = {}
    for start in range(0, len(uids), _NAMES_A_QUESTION):
        asked = {f"uid_{at}": uid for at, uid in enumerate(uids[start : start + _NAMES_A_QUESTION])}
        listed = ", ".join(f":{name}" for name in asked)
        names |= dict(
            connection.rows(f"SELECT uid, shown FROM uid_view WHERE uid IN ({listed})", asked)
        )

    def show(value: Any) -> Any:
        match value:
            case str():
                return names.get(value, value)
            case list():
                return [show(one) for one in value]
            case dict():
                return {name: show(one) for name, one in value.items()}
            case _:
                return value

    return show


def _uids(value: Any) -> Iterator[str]:
    match value:
        case str() if _UID.fullmatch(value):
            yield value
        case list():
            for one in value:
                yield from _uids(one)
        case dict():
            for one in value.values():
                yield from _uids(one)


def _fact(row: Row, changes: Any, *, hidden: bool) -> EntryFact:
    return EntryFact(
        number=row[0],
        subject=Subject(row[1]),
        ref=row[2],
        act=row[3],
        at=moment(row[4]),
        on=day(row[5]) or date.min,
        by=row[6],
        capacity=Capacity(row[7]),
        door=Door(row[8]),
        agency=row[9],
        on_behalf_of=row[10],
        channel=Channel(row[11]) if row[11] else None,
        changes=changes,
        note=None if hidden else row[13],
        reason=None if hidden else row[14],
        evidence=() if hidden else tuple(json_value(row[15])),
        restricted=bool(row[16]),
        sha256=row[17],
        stands=bool(row[20]),
    )
