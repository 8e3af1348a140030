"""What a user can ask of the register: commitments, meetings, agencies, history."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tracker.domain.facts import AgencyFact, CommitmentFact, EntryFact, MeetingFact, SeriesFact
from tracker.domain.permission import Relations
from tracker.domain.text import clean_line, fold, search_words
from tracker.domain.vocabulary import CommitmentKind, Status, Subject
from tracker.errors import Refused, WrongWords, nearest
from tracker.intake.names import UnknownAgency, read_agency
from tracker.storage.connection import Connection
from tracker.storage.filters import SORTS, Filters
from tracker.storage.reads import agencies as agency_reads
from tracker.storage.reads import commitments as commitment_reads
from tracker.storage.reads import entries as entry_reads
from tracker.storage.reads import meetings as meeting_reads


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks: as which agency (as typed; None: the coordinator), and the day that counts."""

    today: date
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """Which commitments, as typed; `sort` is a field, with a hyphen before it to turn it round."""

    words: str | None = None
    meeting: str | None = None
    series: str | None = None
    owner: str | None = None
    lead: str | None = None
    statuses: tuple[Status, ...] = ()
    open: bool = False
    overdue: bool = False
    silent: bool = False
    slipped: bool = False
    undated: bool = False
    disputed: bool = False
    due_before: date | None = None
    due_within: int | None = None
    updated_since: date | None = None
    tag: str | None = None
    kind: CommitmentKind | None = None
    sort: str | None = None
    limit: int | None = None


def find_commitments(
    connection: Connection, viewer: Viewer, asked: Asked, *, time_zone: str, with_all: bool = True
) -> list[CommitmentFact]:
    """Give the commitments asked for that the viewer may see. Raises Refused for unknown names."""
    sort = (asked.sort or "").removeprefix("-") or None
    if sort is not None and sort not in SORTS:
        raise WrongWords(
            f"There is no field “{sort}” to sort by.{nearest(sort, SORTS)} "
            f"Accepted: {', '.join(SORTS)}; with a hyphen before it, the other way round."
        )
    return commitment_reads.commitments(
        connection,
        resolved(connection, viewer, asked, time_zone=time_zone),
        today=viewer.today,
        sort=sort,
        descending=(asked.sort or "").startswith("-"),
        limit=asked.limit,
        with_all=with_all,
    )


def resolved(connection: Connection, viewer: Viewer, asked: Asked, *, time_zone: str) -> Filters:
    """Read the names in `asked` against the register."""
    spellings = _spellings(connection, asked.owner, asked.lead, viewer.agency)
    if asked.words is not None and not search_words(asked.words):
        raise Refused(f"There is no word to search for in “{clean_line(asked.words)}”.")
    return Filters(
        words=asked.words,
        meetings=(fold(find_meeting(connection, asked.meeting).code),) if asked.meeting else (),
        series=fold(find_series(connection, asked.series).code) if asked.series else None,
        owner=_agency_key(connection, asked.owner, spellings),
        lead=_agency_key(connection, asked.lead, spellings),
        statuses=asked.statuses,
        open=asked.open,
        overdue=asked.overdue,
        silent=asked.silent,
        slipped=asked.slipped,
        undated=asked.undated,
        disputed=asked.disputed,
        due_before=asked.due_before,
        due_within=asked.due_within,
        updated_since=start_of(asked.updated_since, time_zone) if asked.updated_since else None,
        tag=clean_line(asked.tag).removeprefix("#").casefold() if asked.tag else None,
        kind=asked.kind,
        seen_by=relations_of(connection, viewer, spellings),
    )


def find_commitment(connection: Connection, viewer: Viewer, ref: str) -> CommitmentFact:
    """Give one commitment, a voided one too. Raises Refused where the viewer knows none such."""
    parts = _read_ref(ref)
    found = []
    if parts is not None:
        found = commitment_reads.commitments(
            connection,
            replace(Filters(ref=parts, with_voided=True), seen_by=relations_of(connection, viewer)),
            today=viewer.today,
        )
    if not found:
        known = [] if viewer.agency else commitment_reads.refs(connection)
        raise Refused(
            f"There is no commitment “{clean_line(ref)}” in the register."
            f"{nearest(clean_line(ref), known)} A ref looks like CM13-07."
        )
    return found[0]


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


def find_agencies(connection: Connection, viewer: Viewer) -> list[AgencyFact]:
    """Give every agency; contact data only the coordinator's, or one's own."""
    own = _own_code(connection, viewer)
    return [_contact_data_kept(one, own) for one in agency_reads.agencies(connection)]


def find_agency(connection: Connection, viewer: Viewer, typed: str) -> AgencyFact:
    """Give the agency that `typed` means. Raises Refused with the nearest."""
    code = read_agency(typed, spellings=agency_reads.spellings(connection))
    agency = agency_reads.agencies(connection, code=code)[0]
    return _contact_data_kept(agency, _own_code(connection, viewer))


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
        code = read_agency(agency, spellings=agency_reads.spellings(connection))
        word_of = agency_reads.agency_id(connection, code)
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


def start_of(day: date, time_zone: str) -> datetime:
    """Give the moment at which `day` begins in that zone, in UTC."""
    # Of the first and the last day that there is, the moment can lie outside of all time.
    day = min(max(day, date.min + timedelta(days=1)), date.max - timedelta(days=1))
    return datetime.combine(day, time.min, tzinfo=ZoneInfo(time_zone)).astimezone(UTC)


def relations_of(
    connection: Connection, viewer: Viewer, spellings: dict[str, str] | None = None
) -> Relations | None:
    """Tell where the viewer's agency stands; None for the coordinator."""
    if viewer.agency is None:
        return None
    known = spellings if spellings is not None else agency_reads.spellings(connection)
    code = read_agency(viewer.agency, spellings=known)
    return agency_reads.relations(connection, code, day=viewer.today)


def _subject(
    connection: Connection, viewer: Viewer, ref: str
) -> tuple[list[str] | None, tuple[Subject, str] | None]:
    if _read_ref(ref) is not None:
        return [find_commitment(connection, viewer, ref).uid], None
    meeting = meeting_reads.meeting(connection, ref)
    if meeting is not None:
        return None, (Subject.MEETING, meeting.uid)
    series = {fold(one.code): one for one in meeting_reads.series_list(connection)}
    if fold(ref) in series:
        return None, (Subject.SERIES, series[fold(ref)].uid)
    spellings = agency_reads.spellings(connection)
    try:
        code = read_agency(ref, spellings=spellings)
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


def _read_ref(ref: str) -> tuple[str, int] | None:
    head, hyphen, number = clean_line(ref).rpartition("-")
    if not hyphen or not head or not number.isdecimal() or len(number) > 9:
        return None
    return fold(head), int(number)


def _spellings(connection: Connection, *typed: str | None) -> dict[str, str]:
    return agency_reads.spellings(connection) if any(typed) else {}


def _agency_key(connection: Connection, typed: str | None, spellings: dict[str, str]) -> int | None:
    if typed is None:
        return None
    return agency_reads.agency_id(connection, read_agency(typed, spellings=spellings))


def _own_code(connection: Connection, viewer: Viewer) -> str | None:
    if viewer.agency is None:
        return None
    return read_agency(viewer.agency, spellings=agency_reads.spellings(connection))


def _contact_data_kept(agency: AgencyFact, own: str | None) -> AgencyFact:
    if own is None or agency.code == own:
        return agency
    return replace(agency, focal_points=())
