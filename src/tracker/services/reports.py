"""The follow-up report: which commitments it covers, and the facts that it is drawn from."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from tracker import __version__
from tracker.domain.facts import CommitmentFact, EntryFact, MeetingFact
from tracker.domain.text import fold
from tracker.reports.follow_up import FollowUpFacts
from tracker.services.finding import Asked, resolved
from tracker.services.finding_meetings import find_meeting
from tracker.services.viewing import Viewer, start_of
from tracker.storage.connection import Connection
from tracker.storage.filters import Filters
from tracker.storage.reads import commitments as commitment_reads
from tracker.storage.reads import entries as entry_reads
from tracker.storage.reads import meetings as meeting_reads
from tracker.storage.reads import register as register_reads
from tracker.storage.reads import standing


def follow_up_facts(
    connection: Connection,
    viewer: Viewer,
    *,
    meeting: str | None,
    asked: Asked,
    options: Sequence[str] = (),
) -> FollowUpFacts:
    """Gather what the follow-up report for `meeting` is drawn from.

    In a series it covers what was announced at earlier meetings and in their margins, and is
    open or was closed (by when that was recorded) since the previous meeting. At a meeting
    outside any series, or the first of one: what was announced at it. Without a meeting: what
    `asked` says. Restricted commitments and notes stay out. Its day is the viewer's today, or
    the meeting's first day if that is past.
    """
    register = register_reads.the_register(connection)
    zone = register.time_zone
    prepared_for = find_meeting(connection, meeting) if meeting else None
    day = _day_of_report(prepared_for, viewer.today)
    viewer = replace(viewer, today=day)
    filters = replace(resolved(connection, viewer, asked, time_zone=zone), unrestricted_only=True)
    previous = _previous(connection, prepared_for, day)
    covered: list[MeetingFact] = []
    if prepared_for is not None:
        covered = _covered(connection, prepared_for, previous)
        filters = _within(filters, covered)
    found = commitment_reads.commitments(connection, filters, today=day)
    since = _closed_since(previous, zone)
    kept = tuple(one for one in found if since is None or _belongs(one, since))
    if prepared_for is None:
        heard_at = {one.meeting for one in kept}
        covered = [m for m in meeting_reads.meetings(connection) if m.code in heard_at]
    return FollowUpFacts(
        register=register,
        version=__version__,
        day=day,
        meeting=prepared_for,
        previous=previous,
        covered=tuple(covered),
        commitments=kept,
        history=_history(connection, kept),
        agencies=standing.names(connection),
        options=tuple(options),
        digest=register_reads.newest_digest(connection),
    )


def _day_of_report(meeting: MeetingFact | None, today: date) -> date:
    first = meeting.when.earliest or meeting.when.latest if meeting and meeting.when else None
    return min(first, today) if first is not None else today


def _previous(connection: Connection, meeting: MeetingFact | None, day: date) -> MeetingFact | None:
    if meeting is None or meeting.series is None:
        return None
    first = meeting.when.earliest or meeting.when.latest if meeting.when else None
    found = meeting_reads.previous_meeting(connection, meeting.series, before=first or day)
    if found is None and first is None and meeting.number is not None:
        numbered = [
            one
            for one in meeting_reads.meetings(connection, series=meeting.series)
            if one.number is not None and one.number < meeting.number
        ]
        return max(numbered, key=lambda one: one.number or 0, default=None)
    return found


def _covered(
    connection: Connection, meeting: MeetingFact, previous: MeetingFact | None
) -> list[MeetingFact]:
    if previous is None or meeting.series is None:
        return [meeting]
    series = meeting_reads.meetings(connection, series=meeting.series)
    codes = [one.code for one in series]
    before = codes[: codes.index(previous.code) + 1]
    earlier = [one for one in series if one.code in before and one.code != meeting.code]
    margins = [
        beside
        for one in earlier
        for beside in meeting_reads.in_margins_of(connection, one.code)
        if beside.code not in before
    ]
    return [*earlier, *margins]


def _within(filters: Filters, covered: Sequence[MeetingFact]) -> Filters:
    codes = tuple(fold(one.code) for one in covered)
    if filters.meetings:
        codes = tuple(code for code in codes if code in filters.meetings)
    # An empty list would mean every meeting.
    return replace(filters, meetings=codes or ("",))


def _closed_since(previous: MeetingFact | None, zone: str) -> datetime | None:
    if previous is None or previous.when is None or previous.when.latest is None:
        return None
    return start_of(previous.when.earliest or previous.when.latest, zone)


def _belongs(commitment: CommitmentFact, since: datetime) -> bool:
    return not commitment.status.is_closed or (
        commitment.closed_at is not None and commitment.closed_at >= since
    )


def _history(
    connection: Connection, commitments: Sequence[CommitmentFact]
) -> dict[str, tuple[EntryFact, ...]]:
    found: dict[str, list[EntryFact]] = {one.ref: [] for one in commitments}
    uids = [one.uid for one in commitments]
    for entry in entry_reads.entries(connection, commitments=uids, hide_restricted=True):
        found[entry.ref].append(entry)
    return {ref: tuple(entries) for ref, entries in found.items()}
