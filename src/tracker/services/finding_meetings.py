"""What a user can ask of meetings and series."""

from tracker.domain.facts import MeetingFact, SeriesFact
from tracker.domain.text import clean_line, fold
from tracker.errors import Refused, nearest
from tracker.storage.connection import Connection
from tracker.storage.reads import meetings as meeting_reads


def find_meeting(connection: Connection, code: str) -> MeetingFact:
    """Give the meeting with that code. Raises Refused with the nearest."""
    meeting = meeting_reads.meeting(connection, code)
    if meeting is None:
        known = [one.code for one in meeting_reads.meetings(connection)]
        raise Refused(
            f"There is no meeting “{clean_line(code)}” in the register."
            f"{nearest(clean_line(code), known)} `tracker meeting list` shows them all."
        )
    return meeting


def find_meetings(connection: Connection, *, series: str | None = None) -> list[MeetingFact]:
    """Give the meetings (of a series)."""
    if series is not None:
        series = find_series(connection, series).code
    return meeting_reads.meetings(connection, series=series)


def find_series(connection: Connection, code: str) -> SeriesFact:
    """Give the series with that code. Raises Refused with the nearest."""
    known = {fold(one.code): one for one in meeting_reads.series_list(connection)}
    if fold(code) not in known:
        raise Refused(
            f"There is no series “{clean_line(code)}” in the register."
            f"{nearest(clean_line(code), [one.code for one in known.values()])} "
            "`tracker series list` shows them all."
        )
    return known[fold(code)]


def find_all_series(connection: Connection) -> list[SeriesFact]:
    """Give every series."""
    return meeting_reads.series_list(connection)
