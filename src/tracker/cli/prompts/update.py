"""`tracker update REF…` at a terminal: what stands, what became of it, and saving it."""

from collections.abc import Sequence
from datetime import datetime

from tracker.cli.details import facts_text
from tracker.cli.escapes import one_line
from tracker.cli.output import answer, say
from tracker.cli.prompts.command_line import options, update_line
from tracker.cli.prompts.desk import Desk, told_in_words
from tracker.cli.prompts.interview import in_short, offer_to_paste, tell
from tracker.cli.prompts.news import NewsQuestions
from tracker.cli.prompts.review import DROP, SAVE, ask_what_next
from tracker.cli.workspace import Workspace
from tracker.domain import cells
from tracker.domain.facts import CommitmentFact
from tracker.errors import Refused, WrongWords
from tracker.services import understanding
from tracker.services.finding import find_commitment
from tracker.services.updates import Updated
from tracker.services.updates import update as record_update


def update_by_asking(
    here: Workspace, root: Sequence[str], refs: Sequence[str], *, dry_run: bool
) -> list[Updated]:
    """Ask what became of those commitments and record it; nothing where nothing was answered.

    What is broken off is said again as a command line that begins with `root`, and
    KeyboardInterrupt is raised.
    """
    facts = _facts(here, refs)
    with here.writing() as (session, actor):
        permitted = understanding.permitted_acts(session, actor, [fact.ref for fact in facts])
    desk = Desk(here, adding=False)
    questions = NewsQuestions(desk, facts, permitted=permitted)
    _show(facts)
    tell("Enter passes over; Tab completes; Ctrl-C stops, and nothing typed is lost.")
    say("")
    with desk.interview:
        return _converse(desk, questions, root, dry_run=dry_run)


def _converse(
    desk: Desk, questions: NewsQuestions, root: Sequence[str], *, dry_run: bool
) -> list[Updated]:
    try:
        questions.ask_all()
        if questions.is_empty:
            say("Nothing was told, and nothing was changed.")
            return []
        return _settle(desk, questions, root, dry_run=dry_run)
    except BaseException as end:
        _say_again(questions, root, dry_run=dry_run)
        if isinstance(end, EOFError):
            raise KeyboardInterrupt from None
        raise


def _settle(
    desk: Desk, questions: NewsQuestions, root: Sequence[str], *, dry_run: bool
) -> list[Updated]:
    """Show what would be recorded until it is saved, or dropped."""
    meanwhile = False
    while True:
        say("")
        try:
            tried = _record(desk, questions, dry_run=True)
        except (Refused, WrongWords) as refusal:
            tell(in_short(refusal))
            if _changed_meanwhile(desk, questions):
                meanwhile = True
                continue
            tried = []
        tell(questions.summary())
        for one in tried:
            tell(f"→ {one.ref}: {', '.join(one.done)}")
        wanted = ask_what_next(desk.interview, questions.fields, in_words=meanwhile)
        if wanted == DROP:
            _say_again(questions, root, dry_run=dry_run)
            return []
        if wanted != SAVE:
            questions.ask(wanted, editing=True)
            continue
        try:
            updated = _record(desk, questions, dry_run=dry_run)
        except (Refused, WrongWords) as refusal:
            tell(in_short(refusal))
            meanwhile = _changed_meanwhile(desk, questions)
            continue
        # What is saved is not said again.
        questions.answers.clear()
        answer("\n".join(one.ref for one in updated))
        return updated


def _record(desk: Desk, questions: NewsQuestions, *, dry_run: bool) -> list[Updated]:
    draft = questions.draft()
    refs = [fact.ref for fact in questions.facts]
    with desk.here.writing() as (session, actor):
        return record_update(
            session,
            actor,
            refs,
            draft,
            if_unchanged_since=_read_at(questions.facts),
            dry_run=dry_run,
        )


def _changed_meanwhile(desk: Desk, questions: NewsQuestions) -> bool:
    """Read the commitments anew; where somebody changed them meanwhile, show them as they stand."""
    facts = _facts(desk.here, [fact.ref for fact in questions.facts])
    changed = _read_at(facts) != _read_at(questions.facts)
    questions.facts = facts
    if changed:
        say("\nSomebody changed this while you were answering. It stands now:\n")
        _show(facts)
    return changed


def _facts(here: Workspace, refs: Sequence[str]) -> list[CommitmentFact]:
    with here.reading() as visit:
        found = [find_commitment(visit.connection, visit.viewer, ref) for ref in refs]
    return list({fact.uid: fact for fact in found}.values())


def _read_at(facts: Sequence[CommitmentFact]) -> datetime | None:
    # All were read at one moment: whatever changed since is later than the latest of them.
    return max((fact.updated_at for fact in facts if fact.updated_at), default=None)


def _show(facts: Sequence[CommitmentFact]) -> None:
    for fact in facts:
        tell(f"{fact.ref}  {fact.text}", indent="")
        tell(
            facts_text(
                [
                    ("Status", cells.standing(fact)),
                    ("Lead", ", ".join(o.agency for o in fact.leads) or "owner to be found"),
                    ("With", ", ".join(owner.agency for owner in fact.partners)),
                    ("Due", told_in_words(fact.due) if fact.due else "none given"),
                    ("Last word", _last_word(fact)),
                ]
            )
        )
        say("")


def _last_word(fact: CommitmentFact) -> str:
    last = fact.last_update
    if last is None:
        return "none"
    said = [f"{last.on.isoformat()}, {last.agency or last.by}"]
    said += [str(last.status)] if last.status else []
    said += [one_line(last.note)] if last.note else []
    return ": ".join(said)


def _say_again(questions: NewsQuestions, root: Sequence[str], *, dry_run: bool) -> None:
    questions.take_half_typed()
    if options(questions.answers):
        refs = [fact.ref for fact in questions.facts]
        line = update_line(root, refs, questions.answers, dry_run=dry_run)
        offer_to_paste("Not saved. To record it:", line)
