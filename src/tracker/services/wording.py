"""Reading the words of a commitment or a meeting against the register: when it is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tracker.domain.due import Due
from tracker.domain.records import Commitment, Meeting
from tracker.domain.text import fold_name
from tracker.domain.vocabulary import MeetingKind, label
from tracker.errors import Refused
from tracker.intake.dates import Anchor, Reading, read_due
from tracker.storage import meetings
from tracker.storage.session import Session

_KEPT = "Nothing was changed."


def read_due_words(
    session: Session, words: str, *, meeting: Meeting, said: tuple[date, date]
) -> Reading:
    """Read due words that were said from one day to another, of what `meeting` heard announced.

    Raises Refused for words that cannot be read, or can be read two ways.
    """
    reading = read_due(words, said=said, find_meeting=_finder(session, meeting, said))
    return replace(reading, due=_on_its_days(session, reading.due))


def said_at(meeting: Meeting, *, today: date) -> tuple[date, date]:
    """Give the days on which something was said at `meeting`: its own, else today."""
    last = meeting.when_latest or today
    return (meeting.when_earliest or last, last)


def set_due(session: Session, commitment: Commitment, due: Due | None) -> None:
    """Let `due` be the due date of `commitment` as it stands now."""
    commitment.due_words = due.words if due else None
    commitment.due_earliest = due.earliest if due else None
    commitment.due_latest = due.latest if due else None
    commitment.due_edtf = due.edtf if due else None
    commitment.due_relation = due.relation if due else None
    commitment.due_meeting_id = _key(session, due.meeting if due else None)


def keep_first_due(commitment: Commitment) -> None:
    """Keep the present due date as the first one, unless an earlier one is kept already."""
    if commitment.first_due_words is None:
        commitment.first_due_words = commitment.due_words
        commitment.first_due_earliest = commitment.due_earliest
        commitment.first_due_latest = commitment.due_latest
        commitment.first_due_edtf = commitment.due_edtf
        commitment.first_due_relation = commitment.due_relation
        commitment.first_due_meeting_id = commitment.due_meeting_id


def drop_first_due(commitment: Commitment) -> None:
    """Let the present due date be the first one as well."""
    commitment.first_due_words = None
    commitment.first_due_earliest = None
    commitment.first_due_latest = None
    commitment.first_due_edtf = None
    commitment.first_due_relation = None
    commitment.first_due_meeting_id = None


def _on_its_days(session: Session, due: Due) -> Due:
    # "In the margins of the conference (July 2015)": the month is the conference's, whose days
    # the register knows better. A day of its own inside them is the commitment's, and stays.
    meeting = meetings.meeting_coded(session, due.meeting) if due.meeting else None
    if meeting is None or meeting.when_earliest is None or meeting.when_latest is None:
        return due
    if due.earliest is None or due.latest is None:
        return due
    if due.earliest <= meeting.when_earliest and meeting.when_latest <= due.latest:
        return replace(due, earliest=meeting.when_earliest, latest=meeting.when_latest)
    return due


def _finder(
    session: Session, meeting: Meeting, said: tuple[date, date]
) -> Callable[[str], Anchor | None]:
    def find(phrase: str) -> Anchor | None:
        return _anchor(session, phrase, heard_at=meeting, after=said[1])

    return find


def _key(session: Session, code: str | None) -> int | None:
    found = meetings.meeting_coded(session, code) if code else None
    return found.id if found else None


def _anchor(session: Session, phrase: str, *, heard_at: Meeting, after: date) -> Anchor | None:
    """Give the meeting that `phrase` names in news of what `heard_at` heard announced, or None.

    "The next meeting" is the next of the series after the day `after`. Raises Refused where
    several could be meant.
    """
    found: Meeting | None
    if _is_next(phrase):
        found = meetings.next_in_series(session, heard_at, after=after)
    else:
        found = meetings.meeting_coded(session, phrase)
        if found is None:
            titled = meetings.meetings_titled(session, phrase)
            if len(titled) > 1:
                codes = ", ".join(meeting.code for meeting in titled)
                raise Refused(
                    f"“{phrase}” can be several meetings: {codes}. Name one by its code. {_KEPT}"
                )
            found = titled[0] if titled else None
    if found is None:
        return None
    return Anchor(found.code, found.when_earliest, found.when_latest)


def _is_next(phrase: str) -> bool:
    first, _, rest = fold_name(phrase).partition(" ")
    return first == "next" and rest in {"session", "meeting", *map(label, MeetingKind)}
