"""What completes while something is typed: the register's own names, and fixed words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from tracker.cli.escapes import one_line
from tracker.domain.text import fold
from tracker.domain.vocabulary import label
from tracker.services.understanding import KnownNames

_SEPARATORS = re.compile(r"[,;，；、،]\s*|\s+(?:and|with)\s+")


@dataclass(frozen=True, slots=True)
class Choice:
    """What a completion puts in, what it means, and by which other words it is found."""

    word: str
    meaning: str = ""
    spelt: tuple[str, ...] = ()


class Choices(Completer):
    """Completes what begins as a choice does, or as one of its words does.

    Of a list (`several`) only its last piece is completed.
    """

    def __init__(self, choices: Iterable[Choice], *, several: bool = False) -> None:
        self._choices = [
            (choice, [fold(text) for text in (choice.word, choice.meaning, *choice.spelt)])
            for choice in choices
        ]
        self._several = several

    def get_completions(
        self,
        document: Document,
        complete_event: CompleteEvent,  # noqa: ARG002
    ) -> Iterator[Completion]:
        """Give the choices that fit what stands before the cursor, in their order."""
        piece = document.text_before_cursor
        if self._several:
            piece = _SEPARATORS.split(piece)[-1]
        begun = fold(piece)
        for choice, spellings in self._choices:
            if any(text.startswith(begun) or f" {begun}" in text for text in spellings):
                yield Completion(
                    choice.word,
                    start_position=-len(piece),
                    display=one_line(choice.word),
                    display_meta=one_line(choice.meaning),
                )


def agencies(names: KnownNames, *, first: Sequence[str] = ()) -> Choices:
    """Complete agencies by code, name, alias and former name; the codes in `first` come first."""
    known = sorted(names.agencies, key=lambda agency: agency.code not in first)
    return Choices(
        (Choice(one.code, one.name, (*one.aliases, *one.former_names)) for one in known),
        several=True,
    )


def due_words(names: KnownNames) -> Choices:
    """Complete words that name a meeting of the register."""
    leads = ("by", "during", "in the margins of")
    words = [Choice("by the next meeting")]
    words += [
        Choice(f"{lead} {one.code}", one.title, (one.code, one.title) if lead == "by" else ())
        for lead in leads
        for one in reversed(names.meetings)
    ]
    return Choices(words)


def words(values: Iterable[str], *, several: bool = False) -> Choices:
    """Complete plain words."""
    return Choices(map(Choice, values), several=several)


def values_of(kind: type[StrEnum]) -> Choices:
    """Complete a fixed list of values."""
    return Choices(Choice(value, label(value) if label(value) != value else "") for value in kind)
