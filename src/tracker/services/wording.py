"""Reading the words of a commitment against the register: its agencies and when it is due."""

from collections.abc import Callable
from datetime import date

from tracker.domain.due import Due
from tracker.domain.records import Commitment, Meeting
from tracker.intake.dates import Anchor, Reading, read_due
from tracker.services.meetings import anchor
from tracker.storage import meetings
from tracker.storage.session import Session


def read_due_words(
    session: Session, words: str, *, meeting: Meeting, said: tuple[date, date]
) -> Reading:
    """Read due words that were said from one day to another, of what `meeting` heard announced.

    Raises Refused for words that cannot be read, or can be read two ways.
    """
    return read_due(words, said=said, find_meeting=_finder(session, meeting, said))


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


def _finder(
    session: Session, meeting: Meeting, said: tuple[date, date]
) -> Callable[[str], Anchor | None]:
    def find(phrase: str) -> Anchor | None:
        return anchor(session, phrase, said_at=meeting, after=said[1])

    return find


def _key(session: Session, code: str | None) -> int | None:
    found = meetings.meeting_coded(session, code) if code else None
    return found.id if found else None
