"""`tracker log MEETING` at a terminal: commitment after commitment, field by field."""

from collections.abc import Callable, Sequence
from typing import Any

from tracker.cli.output import answer, say
from tracker.cli.prompts.commitment import FIELDS, CommitmentQuestions, Work
from tracker.cli.prompts.desk import Desk, told
from tracker.cli.prompts.interview import in_short, offer_to_paste, tell
from tracker.cli.prompts.review import DROP, SAVE, ask_what_next
from tracker.cli.workspace import Workspace
from tracker.domain.due import Due
from tracker.errors import Refused
from tracker.services import understanding
from tracker.services.commitments import Ask, Logged
from tracker.services.commitments import log as log_commitments
from tracker.services.finding_meetings import find_meeting


def log_by_asking(
    here: Workspace,
    root: Sequence[str],
    meeting: str,
    fields: dict[str, Any],
    *,
    add_agencies: bool,
    dry_run: bool,
    say_logged: Callable[[Logged], None],
) -> None:
    """Ask for one commitment after another and log each; `fields` stand for the first one.

    One that is broken off is said again as a command line that begins with `root`, and
    KeyboardInterrupt is raised.
    """
    with here.writing() as (session, actor):
        understanding.hold_loggable(session, actor, meeting)
    with here.reading() as visit:
        fact = find_meeting(visit.connection, meeting)
    desk = Desk(here, meeting=fact.code, adding=not dry_run, add_unasked=add_agencies)
    flags = {"add_agencies": add_agencies, "dry_run": dry_run}
    talk = _Talk(desk, fact.code, root, flags, say_logged)
    _greet(fact.code, fact.title, fact.when)
    with desk.interview:
        talk.converse(Work(dict(fields), begun=bool(fields)))


class _Talk:
    """What surrounds the questions about commitments of one meeting: looking over and saving."""

    def __init__(
        self,
        desk: Desk,
        meeting: str,
        root: Sequence[str],
        flags: dict[str, bool],
        say_logged: Callable[[Logged], None],
    ) -> None:
        self._questions = CommitmentQuestions(desk, meeting)
        self._desk = desk
        self._meeting = meeting
        self._root = root
        self._flags = flags
        self._say_logged = say_logged
        self._saved: list[str] = []

    def converse(self, work: Work) -> None:
        """Ask for one commitment after another, `work` being the first."""
        try:
            while self._questions.ask_all(work):
                self._settle(work)
                work = work.following()
                say("")
        except EOFError:
            # Ctrl-D between two commitments is a way to end like any other.
            if self._say_again(work):
                raise KeyboardInterrupt from None
        except BaseException:
            self._say_again(work)
            raise

    def _settle(self, work: Work) -> None:
        while True:
            self._show(work)
            wanted = ask_what_next(self._desk.interview, list(FIELDS))
            if wanted == DROP:
                self._say_again(work)
                return
            if wanted != SAVE:
                self._questions.ask_again(work, wanted)
                continue
            try:
                self._save(work)
            except Refused as refusal:
                tell(in_short(refusal))
                continue
            return

    def _say_again(self, work: Work) -> bool:
        line = self._questions.command_line(work, self._root, self._flags)
        if line is None:
            return False
        saved = f" Saved before: {', '.join(self._saved)}." if self._saved else ""
        offer_to_paste(f"Not saved.{saved} To log it, or to go on with it:", line)
        return True

    def _show(self, work: Work) -> None:
        say("")
        try:
            tried = self._log(work, dry_run=True)
        except Refused as refusal:
            tell(in_short(refusal))
            tried = None
        tell(self._questions.summary(work, tried))

    def _save(self, work: Work) -> None:
        logged = self._log(work, dry_run=self._flags["dry_run"])
        work.begun = False
        if not self._flags["dry_run"]:
            self._saved.append(logged.ref)
        answer(logged.ref)
        self._say_logged(logged)
        self._desk.look_again()

    def _log(self, work: Work, *, dry_run: bool) -> Logged:
        ask = Ask(work.line, work.fields)
        with self._desk.here.writing() as (session, actor):
            [logged] = log_commitments(
                session,
                actor,
                self._meeting,
                [ask],
                add_agencies=self._flags["add_agencies"],
                dry_run=dry_run,
            )
        return logged


def _greet(code: str, title: str, when: Due | None) -> None:
    days = f" ({told(when)})" if when and when.edtf else ""
    tell(f"Logging what was announced at {code}, {title}{days}.", indent="")
    tell(
        "Enter takes what stands in [brackets] or passes over, “none” empties, Tab completes. "
        "Who: agencies, or “none” where the owner is to be found, or all of it in one line as "
        "“IOM, with GMG: convene a symposium (New York, May 2015) #financing”; nothing ends. "
        "Ctrl-C stops, and nothing typed is lost."
    )
    say("")
