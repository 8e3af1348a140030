"""What a user can do with series and meetings."""

from dataclasses import dataclass
from typing import Any

from tracker.domain.drafts import MeetingDraft, SeriesDraft
from tracker.domain.due import Due
from tracker.domain.permission import Act
from tracker.domain.records import Meeting, Series
from tracker.domain.text import fold, fold_name
from tracker.errors import Refused, nearest
from tracker.intake.dates import read_when
from tracker.services.acting import Actor, Doing
from tracker.services.hanging import hang_on, move_with
from tracker.storage import history, meetings
from tracker.storage.identity import new_uid
from tracker.storage.session import Session

_KEPT = "Nothing was changed."


@dataclass(frozen=True, slots=True)
class MeetingChange:
    """What became of a meeting: its code, and the refs of the commitments that moved with it."""

    code: str
    moved: tuple[str, ...] = ()


def add_meeting(
    session: Session, actor: Actor, draft: MeetingDraft, *, dry_run: bool = False
) -> MeetingChange:
    """Add a meeting; a series named for the first time is made."""
    doing = Doing(session, actor)
    doing.hold(Act.CHANGE_MEETINGS)
    _hold_free(session, draft.code)
    meeting = Meeting(
        uid=new_uid(),
        code=draft.code,
        code_folded=fold(draft.code),
        title=draft.title,
        title_folded=fold_name(draft.title),
        kind=draft.kind,
        number=draft.number,
        place=draft.place,
        created_at=actor.now,
        updated_at=actor.now,
    )
    if draft.when:
        _set_when(meeting, read_when(draft.when, today=actor.today))
    if draft.series:
        meeting.series_id = _series(doing, draft.series).id
        _hold_number_free(session, meeting)
    if draft.in_margins_of:
        meeting.in_margins_of_id = find_meeting(session, draft.in_margins_of).id
    session.add(meeting)
    doing.record(meeting, deed="add", before={})
    moved = hang_on(doing, meeting)
    doing.finish(dry_run=dry_run)
    return MeetingChange(draft.code, moved)


def edit_meeting(
    session: Session, actor: Actor, code: str, asked: dict[str, Any], *, dry_run: bool = False
) -> MeetingChange:
    """Correct a meeting; `asked` holds the draft's fields that change (None removes).

    Commitments whose due date hangs on it move with its days, with an entry on each; those whose
    words name it only now begin to hang on it.
    """
    doing = Doing(session, actor)
    doing.hold(Act.CHANGE_MEETINGS)
    for field in ("code", "title"):
        if field in asked and asked[field] is None:
            raise Refused(f"A meeting cannot be without its {field}. {_KEPT}")
    meeting = find_meeting(session, code)
    before = history.state_of(session, meeting)
    days_before = (meeting.when_earliest, meeting.when_latest)
    # First, for a new series is written at once, and a number may be taken in the old one.
    series = _series(doing, asked["series"]) if asked.get("series") else None
    if "code" in asked:
        _rename(session, meeting, asked["code"])
    if "title" in asked:
        meeting.title, meeting.title_folded = asked["title"], fold_name(asked["title"])
    for field in ("kind", "number", "place"):
        if field in asked:
            setattr(meeting, field, asked[field])
    if "when" in asked:
        words = asked["when"]
        _set_when(meeting, read_when(words, today=actor.today) if words else None)
    if "series" in asked:
        meeting.series_id = series.id if series else None
    if {"series", "number"} & asked.keys():
        _hold_number_free(session, meeting)
    if "in_margins_of" in asked:
        host = find_meeting(session, asked["in_margins_of"]) if asked["in_margins_of"] else None
        _hold_outside(session, meeting, host)
        meeting.in_margins_of_id = host.id if host else None
    meeting.updated_at = actor.now
    session.add(meeting)
    if doing.record(meeting, deed="edit", before=before) is None:
        session.rollback()
        raise Refused(f"{meeting.code} says this already. {_KEPT}")
    moved = move_with(doing, meeting, days_before) + hang_on(doing, meeting)
    new_code = meeting.code
    doing.finish(dry_run=dry_run)
    return MeetingChange(new_code, moved)


def edit_series(
    session: Session, actor: Actor, code: str, *, title: str, dry_run: bool = False
) -> str:
    """Correct the title of a series."""
    doing = Doing(session, actor)
    doing.hold(Act.CHANGE_MEETINGS)
    series = meetings.series_coded(session, code)
    if series is None:
        raise unknown_series(code, meetings.series_codes(session))
    before = history.state_of(session, series)
    series.title = title
    session.add(series)
    if doing.record(series, deed="edit", before=before) is None:
        raise Refused(f"{series.code} has that title already. {_KEPT}")
    told = series.code
    doing.finish(dry_run=dry_run)
    return told


def find_meeting(session: Session, code: str) -> Meeting:
    """Give the meeting with that code, or raise Refused with the nearest."""
    meeting = meetings.meeting_coded(session, code)
    if meeting is None:
        raise unknown_meeting(code, meetings.meeting_codes(session))
    return meeting


def unknown_meeting(code: str, known: list[str]) -> Refused:
    """Say that no meeting has that code."""
    return Refused(
        f"There is no meeting “{code}” in the register.{nearest(code, known)} "
        f"Add it with `tracker meeting add CODE TITLE`. {_KEPT}"
    )


def unknown_series(code: str, known: list[str]) -> Refused:
    """Say that no series has that code."""
    return Refused(f"There is no series “{code}” in the register.{nearest(code, known)} {_KEPT}")


def _series(doing: Doing, code: str) -> Series:
    known = meetings.series_coded(doing.session, code)
    if known is not None:
        return known
    from tracker.domain.drafts import checked

    draft = checked(SeriesDraft, {"code": code, "title": code}, where="series: ")
    series = Series(uid=new_uid(), code=draft.code, code_folded=fold(draft.code), title=draft.title)
    doing.session.add(series)
    doing.record(series, deed="add", before={})
    return series


def _hold_free(session: Session, code: str) -> None:
    taken = meetings.meeting_coded(session, code)
    if taken is not None:
        raise Refused(f"{taken.code} is a meeting already: {taken.title}. {_KEPT}")


def _hold_number_free(session: Session, meeting: Meeting) -> None:
    if meeting.number is None or meeting.series_id is None:
        return
    with session.no_autoflush:
        for other in meetings.in_series(session, meeting.series_id):
            if other.number == meeting.number and other.id != meeting.id:
                raise Refused(
                    f"Number {meeting.number} of the series is {other.code} already. {_KEPT}"
                )


def _hold_outside(session: Session, meeting: Meeting, host: Meeting | None) -> None:
    around = host
    while around is not None:
        if around.id == meeting.id:
            raise Refused(f"{meeting.code} cannot be in its own margins. {_KEPT}")
        around = session.get(Meeting, around.in_margins_of_id) if around.in_margins_of_id else None


def _rename(session: Session, meeting: Meeting, code: str) -> None:
    if fold(code) != meeting.code_folded:
        _hold_free(session, code)
    if meetings.carries_commitments(session, meeting):
        raise Refused(
            f"{meeting.code} carries commitments, and their refs are never changed: "
            f"its code stays. {_KEPT}"
        )
    meeting.code, meeting.code_folded = code, fold(code)


def _set_when(meeting: Meeting, due: Due | None) -> None:
    meeting.when_words = due.words if due else None
    meeting.when_earliest = due.earliest if due else None
    meeting.when_latest = due.latest if due else None
    meeting.when_edtf = due.edtf if due else None
    meeting.when_relation = due.relation if due else None
