"""Undo: the actor's last act taken back as a whole, by new entries."""

from dataclasses import dataclass
from typing import Any

from tracker.domain.records import Entry
from tracker.domain.vocabulary import Subject
from tracker.errors import Refused
from tracker.services.acting import Actor, Doing, News
from tracker.storage import acts, history, obstacles, restore
from tracker.storage.session import Session

_KEPT = "Nothing was changed."
_SHOWN = 10
# What made a thing; it is taken back by voiding it, for a ref or code once given is never reused.
_MADE = frozenset({"log", "add"})
_FINAL = frozenset({"forget"})
# What it is no part of any more once it is voided: a number in a series is free again.
_LEFT: dict[Subject, dict[str, Any]] = {
    Subject.MEETING: {"series": None, "number": None, "in_margins_of": None},
    Subject.AGENCY: {"part_of": None, "member_of": [], "chairs": []},
}


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back: the deed, and the refs or codes that it was about."""

    deed: str
    refs: tuple[str, ...]


def undo(session: Session, actor: Actor, *, dry_run: bool = False) -> Undone:
    """Take back the actor's last act. Refused, with what stands in the way, if that cannot be."""
    doing = Doing(session, actor)
    agency = doing.agency
    act = acts.last_act(session, by=doing.person.uid, agency=agency.id if agency else None)
    if not act:
        raise Refused(f"There is nothing of yours to undo. {_KEPT}")
    deed = act[0].deed
    if deed in _FINAL:
        raise Refused(f"What was forgotten cannot be brought back. {_KEPT}")
    if any(pair[0] == history.PERSONAL for entry in act for pair in entry.changes.values()):
        raise Refused(
            f"Your last act ({deed}) changed a person's name or address. History does not hold "
            f"what it was; write it anew with `tracker agency edit`. {_KEPT}"
        )
    ours = {entry.subject_uid for entry in act}
    found = [obstacle for entry in act for obstacle in _obstacles(session, entry, ours)]
    if found:
        more = f"\n… and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        raise Refused(
            f"Your last act ({deed}) cannot be undone, for this was changed since:\n"
            + "\n".join(found[:_SHOWN])
            + f"{more}\n{_KEPT}"
        )
    refs = [_take_back(doing, entry) for entry in reversed(act)]
    doing.finish(dry_run=dry_run)
    return Undone(deed, tuple(dict.fromkeys(reversed(refs))))


def _obstacles(session: Session, entry: Entry, ours: set[str]) -> list[str]:
    since = [one for one in acts.later_about(session, entry) if one.act != entry.act]
    shown = acts.shown(session, entry)
    if entry.deed in _MADE:
        since_made = [one for one in since if not acts.is_taken_back(session, one)]
        found = [f"{shown}: {_told(session, one)}" for one in since_made]
        return found + [f"{shown}: {what}" for what in obstacles.leaning_on(session, entry, ours)]
    changed = set(entry.changes)
    found = [
        f"{shown}: {_told(session, one)}"
        for one in since
        if changed & set(one.changes) and not acts.is_taken_back(session, one)
    ]
    record = restore.record_of(session, Subject(entry.subject), acts.key_of(entry))
    state = history.state_of(session, record) | _as_before(entry)
    # What was voided comes back whole.
    restored = state if "voided" in entry.changes else _as_before(entry)
    way = obstacles.in_the_way(session, record, state, restored, ours)
    return found + [f"{shown}: {what}" for what in way]


def _told(session: Session, entry: Entry) -> str:
    fields = ", ".join(field.replace("_", " ") for field in entry.changes) or "a note"
    return f"{entry.deed} of {fields} by {acts.name_of(session, entry)} on {entry.true_on}"


def _take_back(doing: Doing, entry: Entry) -> str:
    session = doing.session
    subject = Subject(entry.subject)
    record = restore.record_of(session, subject, acts.key_of(entry))
    before = history.state_of(session, record)
    wanted: dict[str, Any] = before | _as_before(entry)
    restore.put_back(session, record, wanted, now=doing.actor.now)
    record = restore.record_of(session, subject, acts.key_of(entry))
    doing.record(record, deed="undo", before=before, news=News(undoes=entry.act))
    return acts.shown(session, entry)


def _as_before(entry: Entry) -> dict[str, Any]:
    if entry.deed in _MADE:
        return {"voided": True} | _LEFT.get(Subject(entry.subject), {})
    return {field: pair[0] for field, pair in entry.changes.items()}
