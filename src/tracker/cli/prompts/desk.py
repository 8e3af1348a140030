"""What lies beside the conversation: the register's names, and short looks at what it understands.

No look lasts while somebody types: each is a transaction of its own, and changes nothing unless an
agency or a meeting is added.
"""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from tracker.cli.prompts import choices
from tracker.cli.prompts.interview import Interview, tell
from tracker.cli.workspace import Workspace
from tracker.domain.drafts import AgencyDraft, MeetingDraft, checked
from tracker.domain.due import Due, in_words
from tracker.domain.text import clean_line
from tracker.errors import Refused
from tracker.intake.dates import AmbiguousDay, Reading, read_when
from tracker.intake.names import UnknownAgency, is_agency, read_agency, split_agencies
from tracker.services import understanding
from tracker.services.acting import Actor
from tracker.services.agencies import add_agency
from tracker.services.meetings import add_meeting
from tracker.storage.session import Session

_T = TypeVar("_T")


class Desk:
    """A register that answers while somebody is asked about commitments of `meeting`.

    With `adding`, an agency or a meeting that the register does not know can be added in between;
    with `add_unasked`, agencies are added without a question.
    """

    def __init__(
        self,
        here: Workspace,
        *,
        meeting: str | None = None,
        adding: bool,
        add_unasked: bool = False,
    ) -> None:
        self.here = here
        self.interview = Interview()
        self._meeting = meeting
        self._adding = adding
        self._add_unasked = add_unasked
        self.look_again()

    def look_again(self) -> None:
        """Read the names anew, once something was written."""
        with self.here.reading() as visit:
            self.today = visit.viewer.today
            self.names = understanding.known_names(
                visit.connection, visit.viewer, time_zone=visit.time_zone, meeting=self._meeting
            )

    def attempt(self, do: Callable[[Session, Actor], _T]) -> _T:
        """Let a service say what it would do; what it does not commit is not done."""
        with self.here.writing() as (session, actor):
            return do(session, actor)

    def read_agencies(self, typed: str) -> tuple[str, ...]:
        """Read agencies, say which are meant, and offer to add what is not known."""
        names = split_agencies(typed, known=self.is_agency)
        return tuple(dict.fromkeys(map(self.read_agency, names)))

    def read_agency(self, typed: str) -> str:
        """Read one agency, say which is meant, and offer to add one that is not known."""
        try:
            code = read_agency(typed, spellings=self.names.spellings)
        except UnknownAgency as unknown:
            if unknown.several or not (self._adding or self._add_unasked):
                raise
            return self._offer(unknown)
        tell(f"→ {self._named(code)}")
        return code

    def is_agency(self, typed: str) -> bool:
        """Tell whether the register knows an agency of that name."""
        return is_agency(typed, spellings=self.names.spellings)

    def read_due(self, meeting: str, typed: str, *, promised_on: date | None = None) -> str:
        """Read due words, say which days they mean, and ask where they leave a choice."""

        def read(session: Session, actor: Actor) -> Reading:
            return understanding.read_due_of(
                session, actor, meeting, words, promised_on=promised_on
            )

        words = typed
        try:
            reading = self.attempt(read)
        except AmbiguousDay as two:
            words = choose_day(self.interview, two)
            reading = self.attempt(read)
        if reading.unknown_meeting and self._adding and self._add_meeting(reading, meeting):
            reading = self.attempt(read)
        tell(f"→ {told(reading.due)}")
        return words

    def read_when(self, typed: str) -> str:
        """Read a meeting's own days, say which are meant, and ask where they leave a choice."""
        return read_meeting_days(self.interview, typed, today=self.today)

    def _offer(self, unknown: UnknownAgency, *, code: str | None = None) -> str:
        """Offer to add an agency, under a code made from its name unless one was typed before."""
        made, name = self.attempt(
            lambda session, actor: understanding.agency_to_add(session, actor, unknown.typed)
        )
        if self._add_unasked:
            return self._add_agency(made, name)
        is_code = made == name
        near = "; ".join(map(self._named, unknown.nearest))
        tell(f"“{unknown.typed}” is not known." + (f" Nearest: {near}." if near else ""))

        def read(answer: str) -> str | None:
            if answer.casefold() in {"y", "yes"}:
                return self._add_agency(code or made, name)
            if not answer or answer.casefold() in {"n", "no"}:
                return None
            try:
                meant = read_agency(answer, spellings=self.names.spellings)
            except UnknownAgency as other:
                if other.several:
                    raise
                return self._offer(other, code=made if is_code else None)
            tell(f"→ {self._named(meant)}")
            return meant

        called = name if is_code else f"{code or made}, {name}"
        fuller = "its full name, " if is_code else ""
        taken = self.interview.ask(
            f"Add it as {called}? y, {fuller}or the agency that is meant",
            read,
            completer=choices.agencies(self.names, first=unknown.nearest),
        )
        if taken is None:
            raise Refused(f"“{unknown.typed}” was not added.")
        return taken

    def _add_agency(self, code: str, name: str) -> str:
        called = code if code == name else f"{code}, {name}"
        if not self._adding:
            tell(f"→ {called}: would be added")
            return name
        draft = checked(AgencyDraft, {"code": code, "name": name}, where="agency: ")
        self.attempt(lambda session, actor: add_agency(session, actor, draft))
        tell(f"→ {called}: added")
        self.look_again()
        return code

    def _named(self, code: str) -> str:
        name = next((one.name for one in self.names.agencies if one.code == code), code)
        return code if name == code else f"{code}, {name}"

    def _add_meeting(self, reading: Reading, heard_at: str) -> bool:
        phrase = reading.unknown_meeting or ""
        series = None
        # "The next meeting" names a place in the series and no title.
        if phrase.casefold().startswith("next"):
            series = next((one.series for one in self.names.meetings if one.code == heard_at), None)
        tell(f"“{phrase}” is no meeting of the register yet.")
        ask = self.interview.ask
        code = ask("Its code, to add it (empty: leave it)", self._read_code)
        if code is None:
            return False
        title = ask("Its title", _read_title, stands="" if series else phrase)
        when = ask(
            "When it is held",
            lambda answer: self.read_when(answer) if answer else None,
            stands=_days(reading.due),
        )
        draft = checked(
            MeetingDraft, {"code": code, "title": title, "when": when, "series": series}
        )
        change = self.attempt(lambda session, actor: add_meeting(session, actor, draft))
        tell(f"→ added {change.code}, {title}")
        self.look_again()
        return True

    def _read_code(self, answer: str) -> str | None:
        if not answer:
            return None
        code = checked(MeetingDraft, {"code": answer, "title": answer}).code
        for one in self.names.meetings:
            if one.code.casefold() == code.casefold():
                raise Refused(f"{one.code} is a meeting already: {one.title}.")
        return code


def told(due: Due) -> str:
    """Say which days a due date means."""
    if due.earliest is None and due.latest is None:
        days = "no day of its own yet" if due.meeting else "no day, so never overdue"
    else:
        days = in_words(due.earliest, due.latest, due.relation)
    return f"{days}, hangs on {due.meeting}" if due.meeting else days


def told_in_words(due: Due) -> str:
    """Give a due date in its own words, and which days they mean where they do not say it."""
    return due.words if told(due) == due.words else f"{due.words} ({told(due)})"


def choose_day(interview: Interview, two: AmbiguousDay) -> str:
    """Ask which of two days is meant; give it in words. Raises AmbiguousDay where words fail."""
    days = [in_words(one.earliest, one.latest, one.relation) for one in two.readings]
    if any(one.meeting for one in two.readings) or len(set(days)) < len(days):
        raise two
    numbered = [f"{number}: {day}" for number, day in enumerate(days, start=1)]

    def read(answer: str) -> str:
        for number, day in enumerate(days, start=1):
            if answer.casefold() in {str(number), day.casefold()}:
                return day
        raise Refused(f"Answer {' or '.join(map(str, range(1, len(days) + 1)))}.")

    return interview.ask(f"“{two.readings[0].words}” can be {', or '.join(numbered)}. Which", read)


def read_meeting_days(interview: Interview, typed: str, *, today: date) -> str:
    """Read a meeting's own days, say which are meant, and ask where they leave a choice."""
    words = typed
    try:
        due = read_when(words, today=today)
    except AmbiguousDay as two:
        words = choose_day(interview, two)
        due = read_when(words, today=today)
    tell(f"→ {told(due)}" if due.edtf else "→ not yet set")
    return words


def _read_title(answer: str) -> str:
    return checked(MeetingDraft, {"code": "M", "title": answer}).title


def _days(due: Due) -> str:
    if due.earliest is None or due.latest is None:
        return ""
    return in_words(due.earliest, due.latest, None)


def is_none(answer: str) -> bool:
    """Tell whether an answer says that there is none."""
    return clean_line(answer).casefold() in {"", "none", "-"}
