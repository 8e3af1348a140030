"""What a user can ask of history."""

from datetime import date

from tracker.domain.facts import EntryFact
from tracker.domain.text import clean_line, fold
from tracker.domain.vocabulary import Subject
from tracker.errors import Refused, nearest
from tracker.intake.names import UnknownAgency
from tracker.services.finding import find_commitment, read_ref
from tracker.services.viewing import Viewer, agency_code, relations_of, start_of
from tracker.storage.connection import Connection
from tracker.storage.reads import agencies as agency_reads
from tracker.storage.reads import entries as entry_reads
from tracker.storage.reads import meetings as meeting_reads
from tracker.storage.reads import standing


def find_history(
    connection: Connection,
    viewer: Viewer,
    *,
    ref: str | None = None,
    agency: str | None = None,
    since: date | None = None,
    time_zone: str,
) -> list[EntryFact]:
    """Give history: of a commitment, meeting, agency or series by its ref or code, or of all.

    `agency` keeps what that agency said or what was entered on its behalf.
    """
    word_of = None
    if agency is not None:
        word_of = standing.agency_id(connection, agency_code(connection, agency))
    commitments: list[str] | None = None
    subject: tuple[Subject, str] | None = None
    if ref is not None:
        commitments, subject = _subject(connection, viewer, ref)
    return entry_reads.entries(
        connection,
        commitments=commitments,
        subject=subject,
        word_of=word_of,
        since=start_of(since, time_zone) if since else None,
        seen_by=relations_of(connection, viewer),
    )


def _subject(
    connection: Connection, viewer: Viewer, ref: str
) -> tuple[list[str] | None, tuple[Subject, str] | None]:
    if read_ref(ref) is not None:
        return [find_commitment(connection, viewer, ref).uid], None
    meeting = meeting_reads.meeting(connection, ref)
    if meeting is not None:
        return None, (Subject.MEETING, meeting.uid)
    series = {fold(one.code): one for one in meeting_reads.series_list(connection)}
    if fold(ref) in series:
        return None, (Subject.SERIES, series[fold(ref)].uid)
    try:
        code = agency_code(connection, ref)
    except UnknownAgency as unknown:
        meetings = [one.code for one in meeting_reads.meetings(connection)]
        known = [*meetings, *(one.code for one in series.values()), *unknown.nearest]
        near = f" Nearest: {', '.join(unknown.nearest)}." if unknown.nearest else ""
        raise Refused(
            f"Nothing in the register is called “{clean_line(ref)}”."
            f"{nearest(clean_line(ref), known) or near} "
            "History is of a commitment by its ref, or of a meeting, series or agency by its code."
        ) from unknown
    return None, (Subject.AGENCY, agency_reads.agencies(connection, code=code)[0].uid)
