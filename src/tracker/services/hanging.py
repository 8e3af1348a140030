"""What hangs on a meeting: due dates that follow its days, and words that name it."""

from datetime import date

from tracker.domain.due import edtf
from tracker.domain.records import Commitment, Meeting
from tracker.errors import Refused
from tracker.intake.dates import Reading, read_due
from tracker.services.acting import Doing
from tracker.services.wording import read_due_words, said_at, set_due
from tracker.storage import history, meetings

_Days = tuple[date | None, date | None]


def move_with(doing: Doing, meeting: Meeting, before: _Days) -> tuple[str, ...]:
    """Let what hangs on `meeting` follow its days, which were `before`; give the refs that moved.

    A commitment with a day of its own inside the meeting keeps it.
    """
    if (meeting.when_earliest, meeting.when_latest) == before:
        return ()
    moved = []
    for commitment in meetings.hanging_on(doing.session, meeting):
        stood = (commitment.due_earliest, commitment.due_latest)
        days = _following(doing, commitment, meeting, before)
        if days != stood:
            state = history.state_of(doing.session, commitment)
            commitment.due_earliest, commitment.due_latest = days
            commitment.due_edtf = edtf(*days)
            moved.append(_record_move(doing, commitment, state))
    return tuple(moved)


def hang_on(doing: Doing, meeting: Meeting) -> tuple[str, ...]:
    """Let what names `meeting`, and hung on nothing so far, hang on it; give the refs that do."""
    names_one: dict[str, bool] = {}
    moved = []
    for commitment in meetings.hanging_on_nothing(doing.session):
        words = commitment.due_words or ""
        if words not in names_one:
            names_one[words] = _names_unknown_meeting(words, today=doing.actor.today)
        reading = _read_again(doing, commitment) if names_one[words] else None
        if reading is not None and reading.due.meeting == meeting.code:
            state = history.state_of(doing.session, commitment)
            set_due(doing.session, commitment, reading.due)
            moved.append(_record_move(doing, commitment, state))
    return tuple(moved)


def _following(doing: Doing, commitment: Commitment, meeting: Meeting, before: _Days) -> _Days:
    stood = (commitment.due_earliest, commitment.due_latest)
    after = (meeting.when_earliest, meeting.when_latest)
    if stood == before != (None, None):
        return after
    reading = _read_again(doing, commitment)
    if reading is not None and reading.due.meeting == meeting.code:
        return reading.due.earliest, reading.due.latest
    return after if stood == before else stood


def _read_again(doing: Doing, commitment: Commitment) -> Reading | None:
    session = doing.session
    heard_at = session.get_one(Meeting, commitment.meeting_id)
    promised = history.promised_on(session, commitment)
    said = (promised, promised) if promised else said_at(heard_at, today=doing.actor.today)
    try:
        return read_due_words(session, commitment.due_words or "", meeting=heard_at, said=said)
    except Refused:
        return None


def _names_unknown_meeting(words: str, *, today: date) -> bool:
    try:
        reading = read_due(words, said=(today, today), find_meeting=lambda _: None)
    except Refused:
        return False
    return reading.unknown_meeting is not None


def _record_move(doing: Doing, commitment: Commitment, state: history.State) -> str:
    commitment.updated_at = doing.actor.now
    doing.session.add(commitment)
    doing.record(commitment, deed="move", before=state)
    return meetings.ref(doing.session, commitment)
