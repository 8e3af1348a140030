"""The questions about what became of commitments, and what was answered so far."""

from collections.abc import Callable, Sequence
from typing import Any

from prompt_toolkit.completion import Completer, PathCompleter

from tracker.cli.details import facts_text
from tracker.cli.escapes import one_line
from tracker.cli.prompts import choices
from tracker.cli.prompts.desk import Desk, is_none
from tracker.cli.prompts.interview import completed, read_yes
from tracker.domain import lifecycle
from tracker.domain.drafts import UpdateDraft, checked
from tracker.domain.facts import CommitmentFact
from tracker.domain.permission import Act
from tracker.domain.text import clean_block
from tracker.domain.vocabulary import Channel, Status, label
from tracker.errors import Refused
from tracker.intake.days import read_day
from tracker.intake.evidence import read_evidence

# By the word that names it at "a field to change": the draft's field, the question, and what must
# be permitted for it to be asked.
FIELDS = {
    "status": ("status", "Status", Act.SET_STATUS),
    "note": ("note", "Note", Act.ADD_NOTE),
    "evidence": ("evidence", "Evidence, an address or a file", Act.ADD_EVIDENCE),
    "due": ("due", "New due date", Act.SET_DUE),
    "why": ("reason", "Why", Act.SET_STATUS),
    "whose": ("for_agency", "Whose news, if not your own", Act.ACT_ON_BEHALF),
    "agree": (
        "agree",
        "Does the owner agree that it undertook this? accept or dispute",
        Act.ACCEPT,
    ),
    "words": ("dispute", "In the owner's words", Act.ACCEPT),
    "day": ("on", "True of which day", Act.ADD_NOTE),
    "by": ("via", "By which way the news came", Act.ADD_NOTE),
    "restricted": ("restricted", "Keep the note out of reports? yes or no", Act.RESTRICT_NOTE),
}
_ALWAYS = ("status", "note", "evidence", "due", "whose", "agree")
_OF_NEWS = ("day", "by")
_REPORTED = (Status.IN_PROGRESS, Status.COMPLETED, Status.PARTLY_COMPLETED, Status.WITHDRAWN)


class NewsQuestions:
    """Asks what became of some commitments; `answers` holds what was typed, by field."""

    def __init__(
        self, desk: Desk, facts: Sequence[CommitmentFact], *, permitted: frozenset[Act]
    ) -> None:
        self.answers: dict[str, Any] = {}
        self.facts = facts
        self._desk = desk
        self._permitted = permitted

    @property
    def fields(self) -> list[str]:
        """The words of the fields that may be told."""
        return [word for word, (_, _, act) in FIELDS.items() if act in self._permitted]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was told."""
        of_news = {FIELDS[word][0] for word in _OF_NEWS} | {"for_agency"}
        return not any(value for field, value in self.answers.items() if field not in of_news)

    def ask_all(self) -> None:
        """Ask all that is asked of every update."""
        for word in _ALWAYS:
            # What had to be said with the status is not asked for again.
            if word in self.fields and FIELDS[word][0] not in self.answers:
                self.ask(word)
        if not self.is_empty:
            for word in _OF_NEWS:
                self.ask(word)

    def ask(self, word: str, *, editing: bool = False) -> None:
        """Ask for one field, its answer put into the line to be edited, and for what it needs."""
        field, question, _ = FIELDS[word]
        read, completer = self._readers()[field]
        written = self._written(field)
        stands = self._desk.today.isoformat() if field == "on" else ""
        self.answers[field] = self._desk.interview.ask(
            question,
            read,
            field=field,
            stands=stands,
            draft=written if editing else "",
            completer=completer,
        )
        match field, self.answers[field]:
            case "evidence", tuple():
                self._ask_for_more_evidence()
            case "status", Status() as status:
                self._ask_because(status)
            case "due", str():
                self._ask_needed("why")
            case "agree", agree:
                self.answers.pop("agree")
                self.answers["accept"] = agree == "accept"
                self.answers["dispute"] = None
                if agree == "dispute":
                    self._ask_needed("words")

    def summary(self) -> str:
        """Lay out what was answered."""
        told = [(word.capitalize(), self._shown(field)) for word, (field, *_) in FIELDS.items()]
        return facts_text([("Agree", "yes" if self.answers.get("accept") else None), *told])

    def draft(self) -> UpdateDraft:
        """Give what was answered as the update takes it. Raises Refused."""
        told = {field: value for field, value in self.answers.items() if value}
        if "evidence" in told:
            told["evidence"] = tuple(map(read_evidence, told["evidence"]))
        if "on" in told:
            told["on"] = self._read_day(told["on"])
        return checked(UpdateDraft, told)

    def take_half_typed(self) -> None:
        """Take what stands typed and was not finished."""
        for field, typed in self._desk.interview.typed.items():
            match field:
                case "":
                    continue
                case "agree":
                    self.answers["accept"] = typed.casefold().startswith("a")
                case "restricted":
                    self.answers["restricted"] = typed.casefold().startswith("y")
                case "evidence":
                    self.answers["evidence"] = (*(self.answers.get("evidence") or ()), typed)
                case _:
                    self.answers[field] = clean_block(typed)
        self._desk.interview.typed.clear()

    def _readers(self) -> dict[str, tuple[Callable[[str], object], Completer | None]]:
        names = self._desk.names
        owners = [owner.agency for fact in self.facts for owner in fact.owners]

        def optional(read: Callable[[str], object]) -> Callable[[str], object]:
            return lambda answer: None if is_none(answer) else read(answer)

        def plain(field: str) -> Callable[[str], object]:
            return optional(lambda answer: getattr(checked(UpdateDraft, {field: answer}), field))

        def channel(answer: str) -> object:
            return plain("via")(completed(answer, Channel))

        return {
            "status": (optional(self._read_status), choices.words(_REPORTED)),
            "note": (plain("note"), None),
            "evidence": (optional(_read_evidence), PathCompleter(expanduser=True)),
            "due": (optional(self._read_due), choices.due_words(names)),
            "reason": (plain("reason"), None),
            "for_agency": (
                optional(self._desk.read_agency),
                choices.agencies(names, first=owners),
            ),
            "agree": (optional(_read_agreement), choices.words(["accept", "dispute"])),
            "dispute": (plain("dispute"), None),
            "on": (self._read_on, None),
            "via": (channel, choices.values_of(Channel)),
            "restricted": (optional(read_yes), choices.words(["yes", "no"])),
        }

    def _read_status(self, answer: str) -> Status:
        word = completed(answer, _REPORTED)
        status = Status(str(checked(UpdateDraft, {"status": word}).status))
        for fact in self.facts:
            lifecycle.hold_status_change(fact.ref, fact.status, status, because="told")
        return status

    def _ask_because(self, status: Status) -> None:
        for fact in self.facts:
            try:
                lifecycle.hold_status_change(fact.ref, fact.status, status, because=None)
            except Refused:
                self._ask_needed("note" if status == Status.PARTLY_COMPLETED else "why")
                return

    def _ask_needed(self, word: str) -> None:
        field, question, _ = FIELDS[word]
        if self.answers.get(field):
            return
        if word == "note":
            question = "What was delivered"

        def read(answer: str) -> object:
            if is_none(answer):
                raise Refused("That has to be said: reports print it beside the change.")
            return getattr(checked(UpdateDraft, {field: answer}), field)

        self.answers[field] = self._desk.interview.ask(question, read, field=field)

    def _ask_for_more_evidence(self) -> None:
        _, completer = self._readers()["evidence"]
        while more := self._desk.interview.ask(
            "More evidence", _read_more, field="evidence", completer=completer
        ):
            self.answers["evidence"] += more

    def _read_due(self, answer: str) -> str:
        words = answer
        for meeting in dict.fromkeys(fact.meeting for fact in self.facts):
            words = self._desk.read_due(meeting, words, promised_on=self._desk.today)
        return words

    def _read_on(self, answer: str) -> str | None:
        day = self._read_day(answer)
        return None if day == self._desk.today else day.isoformat()

    def _read_day(self, answer: str) -> Any:
        return read_day(answer, option="The day", today=self._desk.today)

    def _shown(self, field: str) -> str:
        value = self.answers.get(field)
        return (
            one_line("; ".join(value))
            if isinstance(value, tuple)
            else one_line(self._written(field))
        )

    def _written(self, field: str) -> str:
        value = self.answers.get(field)
        if isinstance(value, tuple):
            return str(value[0])
        if isinstance(value, bool):
            return "yes" if value else ""
        return label(value) if isinstance(value, (Status, Channel)) else str(value or "")


def _read_evidence(answer: str) -> tuple[str, ...]:
    read_evidence(answer)
    return (answer,)


def _read_more(answer: str) -> tuple[str, ...]:
    return () if is_none(answer) else _read_evidence(answer)


def _read_agreement(answer: str) -> str:
    word = completed(answer, ("accept", "dispute"))
    if word not in {"accept", "dispute"}:
        raise Refused("Answer accept or dispute, or nothing.")
    return word
