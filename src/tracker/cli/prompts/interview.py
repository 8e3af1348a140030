"""The asking itself: a question, what stands for an empty answer, and asking again."""

import re
import signal
import sys
from collections.abc import Callable, Iterable
from textwrap import wrap
from types import FrameType
from typing import Any, Self, TypeVar

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.completion import Completer
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.output import Output, create_output
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.utils import is_dumb_terminal

from tracker.cli.escapes import one_line
from tracker.cli.output import say, screen
from tracker.errors import Refused, WrongWords

_T = TypeVar("_T")

_KEPT = "Nothing was changed."
_SHOWN_LIMIT = 60
_MENU_LINES = 6
_NARROWEST = 40
# A label and its value, as details.facts_text lays them out; or the arrow before what is meant.
_LABELLED = re.compile(r"\S+(?: \S+)* {2,}|→ ")


class Interview:
    """One terminal that is asked; `typed` keeps, by field, what was typed and not yet taken.

    Every question raises KeyboardInterrupt for Ctrl-C, and EOFError for Ctrl-D or a terminal that
    was closed. Inside `with`, Ctrl-C pressed between two questions waits for the next one, or for
    the end: what is being saved is not torn apart.
    """

    def __init__(self) -> None:
        self.typed: dict[str, str] = {}
        self._reading_plainly = False
        self._interrupted = False
        self._handled_before: Any = signal.SIG_DFL
        self._sessions: dict[str, PromptSession[str]] = {}
        self._output = None if is_dumb_terminal() else _output()

    def __enter__(self) -> Self:
        """Begin to hold interrupts back."""
        self._handled_before = signal.signal(signal.SIGINT, self._note_interrupt)
        return self

    def __exit__(self, kind: object, error: object, traceback: object) -> None:
        """Leave interrupts to whoever took them before; raise the one that was held back."""
        signal.signal(signal.SIGINT, self._handled_before)
        if self._interrupted and kind is None:
            raise KeyboardInterrupt

    def ask(
        self,
        question: str,
        read: Callable[[str], _T],
        *,
        field: str = "",
        stands: str = "",
        draft: str = "",
        completer: Completer | None = None,
    ) -> _T:
        """Ask until `read` takes the answer; what it refuses is said, and kept to be mended.

        `stands` is shown in brackets and taken for an empty answer; `draft` is put into the line
        to be edited. `field` names what the answer is of.
        """
        while True:
            if self._interrupted:
                raise KeyboardInterrupt
            answer = self._line(question, stands, draft, completer, of=field).strip() or stands
            self.typed[field] = answer
            try:
                taken = read(answer)
            except (Refused, WrongWords) as refusal:
                tell(in_short(refusal))
                draft = answer
                continue
            self.typed.pop(field, None)
            return taken

    def agree(self, question: str, *, default: bool) -> bool:
        """Ask for yes or no."""
        return self.ask(f"{question} (y/n)", read_yes, stands="yes" if default else "no")

    def _note_interrupt(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002
        if self._reading_plainly:
            raise KeyboardInterrupt
        self._interrupted = True

    def _leave_if_interrupted(self) -> None:
        # From here on prompt_toolkit hears of an interrupt itself.
        if self._interrupted:
            get_app().exit(exception=KeyboardInterrupt())

    def _line(
        self, question: str, stands: str, draft: str, completer: Completer | None, *, of: str
    ) -> str:
        if self._output is None:
            # A terminal that cannot move its cursor edits a line by its own means, and best.
            self._reading_plainly = True
            try:
                return input(_plain(question, stands or draft)) or draft
            except (KeyboardInterrupt, EOFError):
                say("")
                raise
            finally:
                self._reading_plainly = False
        session = self._sessions.get(question)
        if session is None:
            session = PromptSession(
                history=InMemoryHistory(),
                output=self._output,
                reserve_space_for_menu=_MENU_LINES,
                include_default_pygments_style=False,
            )
            self._sessions[question] = session
        told = f" [{_cut(stands)}]: " if stands else ": "
        message = FormattedText([("bold", one_line(question)), ("", told)])
        try:
            return session.prompt(
                message, default=draft, completer=completer, pre_run=self._leave_if_interrupted
            )
        except (KeyboardInterrupt, EOFError):
            if half := session.default_buffer.text.strip():
                self.typed[of] = half
            raise
        except OSError as error:
            # What a terminal that was closed answers to being written to.
            raise EOFError from error


def tell(text: str, *, indent: str = "  ") -> None:
    """Say in the conversation what was understood, or why not, broken between words."""
    for line in text.splitlines():
        labelled = _LABELLED.match(line)
        hanging = indent + " " * (len(labelled[0]) if labelled else 0)
        broken = wrap(
            line,
            width=max(screen().columns - 1, _NARROWEST),
            initial_indent=indent,
            subsequent_indent=hanging,
            break_long_words=False,
            break_on_hyphens=False,
        )
        say("\n".join(broken))


def offer_to_paste(what: str, line: str) -> None:
    """Say that something was not saved, and the command line that would do it, by itself."""
    say(f"\n{what}\n\n{line}")
    say("")


def in_short(refusal: Exception) -> str:
    """Give a refusal's own words, without that nothing was changed: nothing was done yet."""
    return " ".join(str(refusal).replace(_KEPT, "").split())


def completed(typed: str, words: Iterable[str]) -> str:
    """Give the one of `words` that begins as `typed` does, in any letter case, else `typed`."""
    begun = "-".join(typed.casefold().split())
    found = [word for word in words if begun and word.startswith(begun)]
    return begun if begun in found else found[0] if len(found) == 1 else typed


def _plain(question: str, stands: str) -> str:
    return f"{one_line(question)} [{_cut(stands)}]: " if stands else f"{one_line(question)}: "


def _cut(text: str) -> str:
    shown = one_line(text)
    return shown if len(shown) <= _SHOWN_LIMIT else f"{shown[: _SHOWN_LIMIT - 1]}…"


def _output() -> Output:
    output = create_output(sys.stdout)
    if isinstance(output, Vt100_Output):
        # Asking the terminal where its cursor is mixes the reply into what is typed ahead.
        output.enable_cpr = False
    return output


def read_yes(answer: str) -> bool:
    """Read yes or no, or the beginning of either; Refused for anything else."""
    word = completed(answer, ("yes", "no"))
    if word not in {"yes", "no"}:
        raise Refused("Answer y for yes or n for no.")
    return word == "yes"
