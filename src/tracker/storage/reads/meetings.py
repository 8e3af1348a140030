"""Reads: series and meetings."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tracker.domain.facts import MeetingFact, SeriesFact
from tracker.domain.text import fold
from tracker.domain.vocabulary import MeetingKind
from tracker.storage.connection import Connection, Row
from tracker.storage.reads.values import due

_MEETING = (
    "SELECT code, uid, title, kind, when_words, when_earliest, when_latest, when_relation, series,"
    " series_title, number, place, in_margins_of, commitments FROM meeting_view"
)


def meetings(connection: Connection, *, series: str | None = None) -> list[MeetingFact]:
    """Give the meetings (of a series), latest last, those without days at the end."""
    where = " WHERE series_folded = :series" if series else ""
    return _meetings(
        connection,
        f"{_MEETING}{where} ORDER BY when_latest NULLS LAST, number NULLS LAST, code",
        {"series": fold(series or "")} if series else {},
    )


def meeting(connection: Connection, code: str) -> MeetingFact | None:
    """Give the meeting with that code in any letter case."""
    found = _meetings(connection, f"{_MEETING} WHERE code_folded = :code", {"code": fold(code)})
    return found[0] if found else None


def in_margins_of(connection: Connection, code: str) -> list[MeetingFact]:
    """Give the meetings held in the margins of another."""
    return _meetings(
        connection,
        f"{_MEETING} WHERE in_margins_of = :code ORDER BY when_latest NULLS LAST, code",
        {"code": code},
    )


def previous_meeting(connection: Connection, series: str, *, before: date) -> MeetingFact | None:
    """Give the meeting of the series that was over last before the day `before`."""
    found = _meetings(
        connection,
        f"{_MEETING} WHERE series_folded = :series AND when_latest < :before"
        " ORDER BY when_latest DESC, code DESC LIMIT 1",
        {"series": fold(series), "before": before.isoformat()},
    )
    return found[0] if found else None


def next_meeting(connection: Connection, *, after: date) -> MeetingFact | None:
    """Give the first meeting of any series whose last possible day is not before `after`."""
    found = _meetings(
        connection,
        f"{_MEETING} WHERE series IS NOT NULL AND when_latest >= :after"
        " ORDER BY when_latest, code LIMIT 1",
        {"after": after.isoformat()},
    )
    return found[0] if found else None


def series_list(connection: Connection) -> list[SeriesFact]:
    """Give every series by code."""
    rows = connection.rows(
        "SELECT code, uid, title, meetings FROM series_view ORDER BY code_folded"
    )
    return [SeriesFact(*row) for row in rows]


def _meetings(connection: Connection, sql: str, parameters: Mapping[str, Any]) -> list[MeetingFact]:
    return [_fact(row) for row in connection.each(sql, parameters)]


def _fact(row: Row) -> MeetingFact:
    code, uid, title, kind = row[:4]
    series, series_title, number, place, margins, commitments = row[8:]
    return MeetingFact(
        code=code,
        uid=uid,
        title=title,
        kind=MeetingKind(kind),
        when=due(row[4:8]),
        series=series,
        series_title=series_title,
        number=number,
        place=place,
        in_margins_of=margins,
        commitments=commitments,
    )
