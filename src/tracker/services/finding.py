"""What a user can ask of commitments."""

from dataclasses import dataclass, replace
from datetime import date

from tracker.domain.facts import CommitmentFact
from tracker.domain.text import clean_line, fold, search_words
from tracker.domain.vocabulary import CommitmentKind, Status
from tracker.errors import Refused, WrongWords, nearest
from tracker.services.viewing import Viewer, agency_code, relations_of, start_of
from tracker.storage.connection import Connection
from tracker.storage.filters import SORTS, Filters
from tracker.storage.reads import commitments as commitment_reads
from tracker.storage.reads import standing


@dataclass(frozen=True, eq=False, repr=False)
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
    if asked.words is not None and not search_words(asked.words):
        raise Refused(f"There is no word to search for in “{clean_line(asked.words)}”.")
    return Filters(
        words=asked.words,
        meetings=_meetings(connection, asked.meeting),
        series=_series(connection, asked.series),
        owner=_agency_key(connection, asked.owner),
        lead=_agency_key(connection, asked.lead),
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
        seen_by=relations_of(connection, viewer),
    )


def find_commitment(connection: Connection, viewer: Viewer, ref: str) -> CommitmentFact:
    """Give one commitment, a voided one too. Raises Refused where the viewer knows none such."""
    parts = read_ref(ref)
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


def read_ref(ref: str) -> tuple[str, int] | None:
    """Read a ref into the folded code of the meeting and the number, or None."""
    head, hyphen, number = clean_line(ref).rpartition("-")
    if not hyphen or not head or not number.isdecimal() or len(number) > 9:
        return None
    return fold(head), int(number)


# Meetings are loaded only where one is asked for: `list --owner` pays for nothing else.
def _meetings(connection: Connection, typed: str | None) -> tuple[str, ...]:
    if typed is None:
        return ()
    from tracker.services.finding_meetings import find_meeting

    return (fold(find_meeting(connection, typed).code),)


def _series(connection: Connection, typed: str | None) -> str | None:
    if typed is None:
        return None
    from tracker.services.finding_meetings import find_series

    return fold(find_series(connection, typed).code)


def _agency_key(connection: Connection, typed: str | None) -> int | None:
    if typed is None:
        return None
    return standing.agency_id(connection, agency_code(connection, typed))
