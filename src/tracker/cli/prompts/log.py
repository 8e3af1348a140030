"""`tracker log MEETING` at a terminal: commitment after commitment, field by field."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tracker.cli.details import facts_text
from tracker.cli.output import answer, say
from tracker.cli.prompts import choices
from tracker.cli.prompts.command_line import log_line
from tracker.cli.prompts.desk import Desk, is_none, told
from tracker.cli.prompts.interview import in_short, tell
from tracker.cli.prompts.shield import uninterrupted
from tracker.cli.workspace import Workspace
from tracker.domain.drafts import CommitmentDraft, checked
from tracker.domain.facts import MeetingFact
from tracker.domain.lifecycle import FIRST_STATUSES
from tracker.domain.vocabulary import CommitmentKind, Status, Strength, label
from tracker.errors import Refused, nearest
from tracker.intake.names import is_agency
from tracker.intake.places import split_places
from tracker.services import understanding
from tracker.services.commitments import Ask, Logged
from tracker.services.commitments import log as log_commitments

# What the next commitment most likely shares with the one before.
_KEPT = ("said_by", "said_for", "document")
_LISTED = {"places": "; ", "tags": " ", "leads": ", ", "partners": ", "}


@dataclass
class Work:
    """The commitment in work: the line of it, the fields told so far, and what the line says."""

    fields: dict[str, Any]
    line: str | None = None
    of_line: CommitmentDraft | None = None
    begun: bool = field(default=False)


def log_by_asking(
    here: Workspace,
    root: list[str],
    meeting: str,
    fields: dict[str, Any],
    *,
    add_agencies: bool,
    dry_run: bool,
    say_logged: Callable[[Logged], None],
) -> None:
    """Ask for one commitment after another and log each; `fields` stand for the first one.

    An interrupted one is said again as a command line, and KeyboardInterrupt raised.
    """
    with here.writing() as (session, actor):
        understanding.hold_loggable(session, actor, meeting)
    talk = _Talk(here, root, meeting, add_agencies=add_agencies, dry_run=dry_run)
    talk.greet()
    work = Work(dict(fields), begun=bool(fields))
    try:
        while (logged := talk.log_one(work)) is not _END:
            if isinstance(logged, Logged):
                answer(logged.ref)
                say_logged(logged)
            work.fields = {name: work.fields.get(name) for name in _KEPT}
            work.line, work.of_line, work.begun = None, None, False
            say("")
    except EOFError:
        if talk.left_open(work):
            raise KeyboardInterrupt from None
    except BaseException:
        talk.left_open(work)
        raise
