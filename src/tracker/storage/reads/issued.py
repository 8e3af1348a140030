"""Reads: issued reports, and the bytes that are kept of them."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from tracker.domain.facts import IssuedFact
from tracker.domain.text import fold
from tracker.storage.connection import Connection
from tracker.storage.reads.values import day as as_day
from tracker.storage.reads.values import json_value, moment


def issued_reports(connection: Connection, *, number: int | None = None) -> list[IssuedFact]:
    """Give the issued reports by number, or the one with that number."""
    restricted = (
        "json_extract(r.data, '$.restricted')"
        if connection.is_sqlite
        else "cast(r.data ->> 'restricted' AS boolean)"
    )
    where = "" if number is None else " WHERE r.id = :number"
    rows = connection.rows(
        "SELECT r.id, r.uid, r.kind, r.title, m.code, r.day, r.issued_at, p.name, r.version,"
        f" r.digest, r.options, {restricted} FROM issued_report r"
        f" JOIN person p ON p.id = r.by_id LEFT JOIN meeting m ON m.id = r.meeting_id{where}"
        " ORDER BY r.id",
        {} if number is None else {"number": number},
    )
    formats: dict[int, list[str]] = defaultdict(list)
    for report, form in connection.each("SELECT report_id, format FROM issued_file ORDER BY 1, 2"):
        formats[report].append(form)
    return [
        IssuedFact(
            number=row[0],
            uid=row[1],
            kind=row[2],
            title=row[3],
            meeting=row[4],
            day=as_day(row[5]) or date.min,
            issued_at=moment(row[6]),
            by=row[7],
            version=row[8],
            digest=row[9],
            options=tuple(json_value(row[10])),
            formats=tuple(formats[row[0]]),
            restricted=bool(row[11]),
        )
        for row in rows
    ]


def issued_file(connection: Connection, number: int, form: str) -> tuple[bytes, str] | None:
    """Give the bytes of an issued report in a format and the SHA-256 that they were issued with."""
    row = connection.first(
        "SELECT content, sha256 FROM issued_file WHERE report_id = :number AND format = :form",
        {"number": number, "form": form},
    )
    return (bytes(row[0]), str(row[1])) if row else None


def issued_before(
    connection: Connection, *, kind: str, meeting: str, series: str | None, day: date
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Give number and data of reports issued for a series, or for a meeting outside any.

    The newest comes first; those of a later day than `day` are left out.
    """
    parameters = {"kind": kind, "day": day.isoformat()}
    if series is None:
        same = "m.code_folded = :meeting"
        parameters["meeting"] = fold(meeting)
    else:
        same = "s.code_folded = :series"
        parameters["series"] = fold(series)
    for number, data in connection.each(
        "SELECT r.id, r.data FROM issued_report r JOIN meeting m ON m.id = r.meeting_id"
        " LEFT JOIN series s ON s.id = m.series_id"
        f" WHERE r.kind = :kind AND r.day <= :day AND {same} ORDER BY r.id DESC",
        parameters,
    ):
        yield int(number), json_value(data)


def logged_since(connection: Connection, digest: str) -> frozenset[str]:
    """Give the uids of commitments whose history begins after the entry with that SHA-256."""
    rows = connection.each(
        "SELECT subject_uid FROM entry WHERE subject = 'commitment' GROUP BY subject_uid"
        " HAVING min(id) > (SELECT e.id FROM entry e WHERE e.sha256 = :digest)",
        {"digest": digest},
    )
    return frozenset(row[0] for row in rows)
