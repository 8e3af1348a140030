"""Writes: series and meetings."""

from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, or_, select

from tracker.domain.records import Commitment, Meeting, Series
from tracker.domain.text import fold, fold_name
from tracker.domain.vocabulary import Relation
from tracker.storage.commitments import ref_of


def meeting_coded(session: Session, code: str) -> Meeting | None:
    """Give the meeting with that code in any letter case, or None."""
    return session.exec(select(Meeting).where(Meeting.code_folded == fold(code))).first()


def meetings_titled(session: Session, title: str) -> list[Meeting]:
    """Give the meetings whose title is the same, or ends or begins with the words of `title`."""
    folded = fold_name(title)
    if not folded:
        return []
    every = session.exec(
        select(Meeting).where(~col(Meeting.voided)).order_by(col(Meeting.when_latest).desc())
    ).all()
    exact = [meeting for meeting in every if meeting.title_folded == folded]
    if exact or " " not in folded:
        # One word ("the conference") is too little to hang a promise on.
        return exact
    return [
        meeting
        for meeting in every
        if f"{meeting.title_folded} ".startswith(f"{folded} ")
        or f" {meeting.title_folded}".endswith(f" {folded}")
    ]


def meeting_codes(session: Session) -> list[str]:
    """Give the code of every meeting."""
    return list(session.exec(select(Meeting.code).where(~col(Meeting.voided))))


def series_coded(session: Session, code: str) -> Series | None:
    """Give the series with that code in any letter case, or None."""
    return session.exec(select(Series).where(Series.code_folded == fold(code))).first()


def series_codes(session: Session) -> list[str]:
    """Give the code of every series."""
    return list(session.exec(select(Series.code).where(~col(Series.voided))))


def next_in_series(session: Session, meeting: Meeting, *, after: date) -> Meeting | None:
    """Give the first meeting of the series whose last possible day is after `after`.

    One without days yet stands by its number among those that are numbered, else behind them.
    """
    if meeting.series_id is None:
        return None
    others = [m for m in in_series(session, meeting.series_id) if m.id != meeting.id]
    later = [m for m in others if m.when_latest is not None and m.when_latest > after]
    unset = [
        m for m in others if m.when_latest is None and m.number and m.number > (meeting.number or 0)
    ]
    if later and not (unset and all(m.number for m in later)):
        return min(later, key=lambda m: (m.when_latest or date.max, m.code))
    return min([*later, *unset], key=lambda m: m.number or 0, default=None)


def hanging_on(session: Session, meeting: Meeting) -> list[Commitment]:
    """Give the commitments whose due date hangs on `meeting`."""
    return list(
        session.exec(
            select(Commitment)
            .where(Commitment.due_meeting_id == meeting.id)
            .order_by(col(Commitment.id))
        )
    )


def hanging_on_nothing(session: Session) -> list[Commitment]:
    """Give the commitments that hang on no meeting, and whose words may yet name one."""
    named = (Relation.BY, Relation.DURING, Relation.IN_MARGINS_OF)
    return [
        commitment
        for commitment in session.exec(
            select(Commitment)
            .where(
                col(Commitment.due_words).is_not(None),
                col(Commitment.due_meeting_id).is_(None),
                or_(col(Commitment.due_latest).is_(None), col(Commitment.due_relation).in_(named)),
            )
            .order_by(col(Commitment.id))
        )
        if not commitment.voided
    ]


def carries_commitments(session: Session, meeting: Meeting) -> bool:
    """Tell whether a commitment was announced at `meeting`, voided ones included."""
    count = select(func.count()).select_from(Commitment).where(Commitment.meeting_id == meeting.id)
    return session.exec(count).one() > 0


def in_series(session: Session, series_id: int) -> list[Meeting]:
    """Give the meetings of a series."""
    return list(session.exec(select(Meeting).where(Meeting.series_id == series_id)))


def ref(session: Session, commitment: Commitment) -> str:
    """Give the ref of a commitment."""
    meeting = session.get_one(Meeting, commitment.meeting_id)
    return ref_of(meeting.code, commitment.number)
