"""The follow-up report: which commitments it covers, and the facts that it is drawn from."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from tracker import __version__
from tracker.domain.facts import CommitmentFact, EntryFact, MeetingFact
from tracker.domain.text import clean_line, fold
from tracker.domain.vocabulary import GroupBy
from tracker.errors import NotPermitted, Refused, nearest
from tracker.reports.changes import Earlier
from tracker.reports.follow_up import FollowUpFacts, Since
from tracker.services.finding import Asked, resolved
from tracker.services.finding_meetings import find_meeting
from tracker.services.viewing import Viewer, start_of
from tracker.storage.connection import Connection
from tracker.storage.filters import Filters
from tracker.storage.reads import agencies as agency_reads
from tracker.storage.reads import commitments as commitment_reads
from tracker.storage.reads import entries as entry_reads
from tracker.storage.reads import issued as issued_reads
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
    besides: Sequence[str] = (),
    group_by: GroupBy = GroupBy.AGENCY,
    since: str | None = None,
    with_restricted: bool = False,
    number: int | None = None,
) -> FollowUpFacts:
    """Gather what the follow-up report for `meeting` is drawn from.

    In a series it covers what was announced at earlier meetings and in their margins, and is
    open or was closed (by when that was recorded) since the previous meeting. At a meeting
    outside any series, or the first of one: what was announced at it. Without a meeting: what
    `asked` says, which `options` say in words; `besides` say what else was asked. `since`, a
    meeting's code or a day, narrows or widens what was closed. Restricted commitments and notes
    stay out unless the coordinator asks for them. Its day is the viewer's today, or the
    meeting's first day if that is past. `number` is the one that it is issued under. Raises
    Refused for names and days unknown, NotPermitted for what is not an agency's to ask.
    """
    if with_restricted and viewer.agency is not None:
        raise NotPermitted(
            "--include-restricted is for the coordinator: restricted items stay out of an "
            "agency's reports. Nothing was changed."
        )
    register = register_reads.the_register(connection)
    zone = register.time_zone
    prepared_for = find_meeting(connection, meeting) if meeting else None
    day = _day_of_report(prepared_for, viewer.today)
    viewer = replace(viewer, today=day)
    filters = replace(
        resolved(connection, viewer, asked, time_zone=zone), unrestricted_only=not with_restricted
    )
    previous = _previous(connection, prepared_for, day)
    asked_since = _since(connection, since, today=viewer.today) if since else None
    covered: list[MeetingFact] = []
    if prepared_for is not None:
        covered = _covered(connection, prepared_for, previous)
        filters = _within(filters, covered)
    found = commitment_reads.commitments(connection, filters, today=day)
    closed_from = start_of(asked_since.day, zone) if asked_since else _closed_since(previous, zone)
    kept = tuple(one for one in found if closed_from is None or _belongs(one, closed_from))
    left = {one.ref for one in found} - {one.ref for one in kept}
    words = tuple(options)
    earlier = _earlier(connection, prepared_for, day, words)
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
        history=_history(connection, kept, with_restricted=with_restricted),
        agencies=standing.names(connection),
        options=words,
        besides=tuple(besides),
        digest=register_reads.newest_digest(connection),
        group_by=group_by,
        chairs=agency_reads.chairs(connection),
        since=asked_since,
        with_restricted=with_restricted,
        earlier=earlier,
        beside=tuple(one for one in found if one.ref in left) if earlier else (),
        number=number,
    )


def _since(connection: Connection, typed: str, *, today: date) -> Since:
    """Read a meeting's code, or a day, from which on what was closed is covered."""
    from tracker.intake.days import read_day

    meeting = meeting_reads.meeting(connection, typed)
    if meeting is None:
        try:
            return Since(read_day(typed, option="--since", today=today))
        except Refused as refusal:
            codes = [one.code for one in meeting_reads.meetings(connection)]
            raise Refused(
                f"--since “{clean_line(typed)}” is neither a meeting nor one day."
                f"{nearest(typed, codes)} Accepted: a meeting's code, or a day such as 2016-03-04 "
                "or 4 March 2016. Nothing was changed."
            ) from refusal
    day = meeting.when.earliest or meeting.when.latest if meeting.when else None
    if day is None:
        raise Refused(f"--since {meeting.code} cannot be: the days of {meeting.code} are not set.")
    return Since(day, meeting)


def _earlier(
    connection: Connection, meeting: MeetingFact | None, day: date, options: Iterable[str]
) -> Earlier | None:
    """Find the report that was issued last before, for the same series and of the same filters."""
    if meeting is None:
        return None
    found = issued_reads.issued_before(
        connection, kind="follow-up", meeting=meeting.code, series=meeting.series, day=day
    )
    for number, data in found:
        if data["filters"] == list(options):
            newer = issued_reads.logged_since(connection, data["digest"])
            return Earlier(number, data, newer)
    return None


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
    connection: Connection, commitments: Sequence[CommitmentFact], *, with_restricted: bool
) -> dict[str, tuple[EntryFact, ...]]:
    found: dict[str, list[EntryFact]] = {one.ref: [] for one in commitments}
    uids = [one.uid for one in commitments]
    for entry in entry_reads.entries(
        connection, commitments=uids, hide_restricted=not with_restricted
    ):
        found[entry.ref].append(entry)
    return {ref: tuple(entries) for ref, entries in found.items()}
