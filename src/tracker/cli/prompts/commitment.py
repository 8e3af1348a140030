"""The questions about one commitment, and what was answered so far."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from prompt_toolkit.completion import Completer

from tracker.cli.details import facts_text
from tracker.cli.escapes import one_line
from tracker.cli.prompts import choices
from tracker.cli.prompts.command_line import log_line
from tracker.cli.prompts.desk import Desk, is_none
from tracker.cli.prompts.interview import completed, read_yes
from tracker.domain.drafts import CommitmentDraft, checked
from tracker.domain.lifecycle import FIRST_STATUSES
from tracker.domain.text import clean_line
from tracker.domain.vocabulary import CommitmentKind, Strength, label
from tracker.errors import Refused
from tracker.intake.names import split_agencies
from tracker.intake.places import split_places
from tracker.services import understanding
from tracker.services.commitments import Ask, Logged

# By the word that names it at "a field to change": the draft's field, and the question.
FIELDS = {
    "who": ("leads", "Who will do it"),
    "with": ("partners", "With whom"),
    "what": ("text", "What will be done"),
    "when": ("due", "When"),
    "where": ("places", "Where"),
    "said by": ("said_by", "Said by"),
    "said for": ("said_for", "Said for"),
    "quote": ("quote", "The passage, as it stands"),
    "document": ("document", "In which document"),
    "page": ("page", "On which page"),
    "lines": ("lines", "On which lines"),
    "kind": ("kind", "What kind"),
    "strength": ("strength", "How firm"),
    "tags": ("tags", "Tags"),
    "status": ("status", "Status, where the meeting itself said more"),
    "restricted": ("restricted", "Keep it out of reports? yes or no"),
}
# Asked of each commitment; the passage's place only where there is a passage.
_ALWAYS = ("with", "what", "when", "where", "said by", "said for", "quote")
_OF_PASSAGE = ("document", "page", "lines")
# What the next commitment most likely shares with the one before.
_KEPT = ("said_by", "said_for", "document")
# What a line can say by itself.
_OF_LINE = ("due", "places", "tags")
_WORDS = {"kind": CommitmentKind, "strength": Strength, "status": FIRST_STATUSES}
_COLON = re.compile("[:：]")


@dataclass
class Work:
    """The commitment in work: its line as typed, its fields so far, and what the line says.

    `begun` tells whether anything was told of it.
    """

    fields: dict[str, Any]
    line: str | None = None
    of_line: CommitmentDraft | None = None
    begun: bool = False

    def following(self) -> "Work":
        """Give the next one, which keeps who spoke, and in which document it stands."""
        return Work({name: self.fields[name] for name in _KEPT if self.fields.get(name)})


class CommitmentQuestions:
    """Asks about the commitments of one meeting."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        self._desk = desk
        self._meeting = meeting

    def ask_all(self, work: Work) -> bool:
        """Ask all that is asked of each commitment; False where the first answer ends it."""
        if not self._ask_who(work):
            return False
        if work.line is not None:
            return True
        for word in _ALWAYS:
            if word != "said for" or work.fields.get("said_by"):
                self._ask(work, word)
        if work.fields.get("quote"):
            for word in _OF_PASSAGE:
                self._ask(work, word)
        return True

    def ask_again(self, work: Work, word: str) -> None:
        """Ask for one field, its answer put into the line to be edited."""
        self._ask(work, word, editing=True)

    def summary(self, work: Work, tried: Logged | None) -> str:
        """Lay out what would be written."""
        of_line = work.of_line.text if work.of_line else ""
        owners = "; ".join(tried.leads if tried else work.fields.get("leads") or ())
        told = [
            (tried.ref if tried else "What", of_line),
            ("Who", owners or "owner to be found"),
            ("With", "; ".join(tried.partners if tried else work.fields.get("partners") or ())),
        ]
        due = work.fields.get("due")
        if tried and tried.due_words:
            due = f"{tried.due_words} ({tried.due_edtf or 'no date'})"
        shown = [
            (
                word.capitalize(),
                one_line(_written(field, due if field == "due" else work.fields.get(field))),
            )
            for word, (field, _) in FIELDS.items()
            if field not in {"leads", "partners", "text"}
        ]
        return facts_text([*told, *shown])

    def command_line(
        self, work: Work, root: Sequence[str], flags: Mapping[str, bool]
    ) -> str | None:
        """Give what was told as one `tracker log`, what stands half typed included, or None."""
        self._take_half_typed(work)
        if not work.begun:
            return None
        return log_line(
            root,
            self._meeting,
            Ask(work.line, work.fields),
            of_line=work.of_line,
            flags=flags,
        )

    def _ask_who(self, work: Work) -> bool:
        owners = _written("leads", work.fields.get("leads"))
        if work.fields.get("owner_to_be_found"):
            owners = "none"

        def read(answer: str) -> bool:
            if not answer:
                return False
            if _COLON.search(answer) and not self._desk.is_agency(answer):
                self._take_whole_line(work, answer)
            else:
                self._take_owners(work, answer)
            return True

        work.begun = self._desk.interview.ask(
            FIELDS["who"][1],
            read,
            field="leads",
            stands=owners,
            completer=choices.agencies(self._desk.names),
        )
        return work.begun

    def _ask(self, work: Work, word: str, *, editing: bool = False) -> None:
        field, question = FIELDS[word]
        stands = _written(field, work.fields.get(field))
        if field == "text":
            stands = work.line or ""
        elif field == "leads" and work.fields.get("owner_to_be_found"):
            stands = "none"
        read, completer = self._readers(work)[field]
        self._desk.interview.ask(
            question,
            read,
            field=field,
            stands="" if editing else stands,
            draft=stands if editing else "",
            completer=completer,
        )

    def _readers(self, work: Work) -> dict[str, tuple[Callable[[str], object], Completer | None]]:
        """Give for each field what takes its answer into `work`, and what completes it."""
        desk, names, fields = self._desk, self._desk.names, work.fields

        def take(field: str, read: Callable[[str], object]) -> Callable[[str], object]:
            def taken(answer: str) -> None:
                fields[field] = None if is_none(answer) else read(answer)

            return taken

        def plain(field: str) -> Callable[[str], object]:
            return take(field, lambda answer: _checked(field, answer))

        agencies = choices.agencies(names, first=fields.get("leads") or ())
        return {
            "leads": (lambda answer: self._take_owners(work, answer), agencies),
            "partners": (take("partners", desk.read_agencies), agencies),
            "text": (lambda answer: self._take_line(work, answer), None),
            "due": (
                take("due", lambda answer: desk.read_due(self._meeting, answer)),
                choices.due_words(names),
            ),
            "places": (
                take("places", lambda answer: _checked("places", split_places(answer))),
                choices.words(names.places, several=True),
            ),
            "said_by": (plain("said_by"), choices.words(names.speakers)),
            "said_for": (take("said_for", desk.read_agency), agencies),
            "quote": (plain("quote"), None),
            "document": (plain("document"), choices.words(names.documents)),
            "page": (plain("page"), None),
            "lines": (plain("lines"), None),
            "kind": (plain("kind"), choices.values_of(CommitmentKind)),
            "strength": (plain("strength"), choices.values_of(Strength)),
            "tags": (
                take("tags", lambda answer: _checked("tags", tuple(re.split(r"[\s,]+", answer)))),
                choices.words(names.tags, several=True),
            ),
            "status": (plain("status"), choices.words(FIRST_STATUSES)),
            "restricted": (take("restricted", read_yes), choices.words(["yes", "no"])),
        }

    def _take_owners(self, work: Work, answer: str) -> None:
        if not answer:
            raise Refused("Name who will do it, or “none” where the owner is still to be found.")
        to_be_found = is_none(answer)
        work.fields["leads"] = () if to_be_found else self._desk.read_agencies(answer)
        work.fields["owner_to_be_found"] = to_be_found

    def _take_line(self, work: Work, answer: str) -> None:
        """Take what will be done, and what a line says behind it: place and date, tags."""
        draft = self._read_line(answer, {"owner_to_be_found": True})
        work.line, work.of_line = answer, draft
        work.fields |= {name: getattr(draft, name) for name in _OF_LINE if getattr(draft, name)}

    def _take_whole_line(self, work: Work, answer: str) -> None:
        draft = self._read_line(answer, {})
        if not draft.leads:
            raise Refused(
                "No agency stands before the colon. A whole line reads: "
                "LEADS[, with PARTNERS]: TEXT [(PLACE, WHEN)] [#tag]…"
            )
        owners = {
            "leads": tuple(map(self._desk.read_agency, draft.leads)),
            "partners": tuple(map(self._desk.read_agency, draft.partners)),
            "owner_to_be_found": False,
        }
        due = self._desk.read_due(self._meeting, draft.due) if draft.due else None
        work.fields |= owners
        self._take_line(work, _COLON.split(answer, maxsplit=1)[1].strip())
        if due:
            work.fields["due"] = due

    def _read_line(self, line: str, fields: dict[str, Any]) -> CommitmentDraft:
        return self._desk.attempt(
            lambda session, actor: understanding.read_commitment(session, actor, Ask(line, fields))
        )

    def _take_half_typed(self, work: Work) -> None:
        for field, typed in self._desk.interview.typed.items():
            text = clean_line(typed)
            match field:
                case "":
                    continue
                case "leads" if _COLON.search(text) and not self._desk.is_agency(text):
                    work.line = text
                    work.fields.pop("leads", None)
                case "text":
                    work.line, work.of_line = text, None
                case "leads" | "partners":
                    work.fields[field] = split_agencies(text, known=self._desk.is_agency)
                case "places":
                    work.fields[field] = split_places(text)
                case "tags":
                    work.fields[field] = tuple(text.split())
                case "restricted":
                    work.fields[field] = text.casefold().startswith("y")
                case _:
                    work.fields[field] = typed if field == "quote" else text
            work.begun = True
        self._desk.interview.typed.clear()


def _checked(field: str, value: object) -> object:
    if field in _WORDS:
        value = completed(str(value), _WORDS[field])
    return getattr(checked(CommitmentDraft, {"text": "-", field: value}), field)


def _written(field: str, value: object) -> str:
    """Write a field as it could be typed."""
    if isinstance(value, tuple):
        return (" " if field == "tags" else "; ").join(
            f"#{one}" if field == "tags" else str(one) for one in value
        )
    if isinstance(value, bool):
        return "yes" if value else ""
    return label(str(value)) if field in {"kind", "status"} and value else str(value or "")
