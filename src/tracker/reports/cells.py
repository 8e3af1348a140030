"""What the cells of a commitment's row say, drawn from the report's data."""

import re
from typing import Any

from tracker.domain.fields import SIGNS
from tracker.domain.vocabulary import (
    Acceptance,
    Channel,
    LinkKind,
    Role,
    Status,
    Verification,
    label,
)
from tracker.reports.document import Cell, Line, Run, Style, Words, as_code, join_runs, line, say
from tracker.reports.grouping import NO_OWNER
from tracker.reports.wording import reading, say_count, say_day

_MARK = re.compile(r"\s*(example\s*:)\s*(.*)", re.IGNORECASE)


def anchor(ref: str) -> str:
    """Name the place in the annex that a ref points to."""
    return "annex-" + re.sub(r"[^\w-]", "-", ref)


def ref_cell(commitment: dict[str, Any]) -> Cell:
    """Give the ref, pointing into the annex."""
    return (line(Run(commitment["ref"], Style.REF, to=anchor(commitment["ref"]))),)


def text_cell(commitment: dict[str, Any]) -> Cell:
    """Give what was announced, and what a reader has to know of it besides."""
    lines = list(bare_text_cell(commitment))
    lines += [
        line(f"{label(link['kind'])} ", Run(link["ref"], Style.CODE), small=True)
        for link in commitment["links"]
    ]
    lines += [
        line(f"{_LINKED_FROM[link['kind']]} ", Run(link["ref"], Style.CODE), small=True)
        for link in commitment["linked_from"]
    ]
    return tuple(lines)


def bare_text_cell(commitment: dict[str, Any]) -> Cell:
    """Give what was announced, without its links."""
    text = line(commitment["text"])
    if not commitment["restricted"]:
        return (text,)
    return (text, line(Run("restricted", Style.STRONG), small=True))


_LINKED_FROM = {
    LinkKind.SUPERSEDES: "superseded by",
    LinkKind.RENEWS: "renewed by",
    LinkKind.DUPLICATES: "duplicated by",
    LinkKind.FOLLOWS: "followed by",
    LinkKind.PART_OF: "of which",
}


def owners_cell(commitment: dict[str, Any]) -> Cell:
    """Give leads, partners, and who of them has not confirmed or disputes it."""
    partners = _owners(commitment, Role.PARTNER)
    lines = list(leads_cell(commitment))
    if partners:
        lines.append(Line(say("with {}", _codes(partners))))
    return (*lines, *(Line(said, small=True) for said in _acceptance(commitment)))


def leads_cell(commitment: dict[str, Any]) -> Cell:
    """Give the leads alone, and beside a group who chairs it."""
    leads = _owners(commitment, Role.LEAD)
    if not leads:
        return (line(Run(NO_OWNER.lower(), Style.EMPHASIS)),)
    chaired = [
        say("{}chaired by {}", as_code(f"{lead['agency']} ") if len(leads) > 1 else (), chairs)
        for lead in leads
        if (chairs := join_runs([as_code(chair) for chair in lead["chairs"]]))
    ]
    return (Line(_codes(leads)), *(Line(said, small=True) for said in chaired))


def _acceptance(commitment: dict[str, Any]) -> list[Words]:
    """Say which owners have not confirmed that they undertook this, and which dispute it."""
    leads = _owners(commitment, Role.LEAD)
    unconfirmed = [lead for lead in leads if lead["acceptance"] == Acceptance.UNCONFIRMED]
    if not unconfirmed:
        return say_disputes(commitment)
    everyone = len(unconfirmed) == len(leads)
    said = say("not confirmed") if everyone else say("not confirmed by {}", _codes(unconfirmed))
    return [said, *say_disputes(commitment)]


def say_disputes(commitment: dict[str, Any]) -> list[Words]:
    """Say which owners dispute that they undertook this, and in what words."""
    return [
        say("disputed by {}: “{}”", owner["agency"], mark_example(owner["words"]))
        if owner["words"]
        else say("disputed by {}", owner["agency"])
        for owner in commitment["owners"]
        if owner["acceptance"] == Acceptance.DISPUTED
    ]


def due_cell(commitment: dict[str, Any]) -> Cell:
    """Give the due date in its own words; beneath, how it was read, the first one, and why."""
    due, first = commitment["due"], commitment["first_due"]
    lines = [line(due["words"] if due else "no date given"), *_readings(due)]
    if first:
        because = commitment["due_changed_because"]
        said = say("first due {}", first["words"])
        if because:
            said = say("{}; moved: {}", said, mark_example(because))
        lines.append(Line(said, small=True))
    if commitment["slips"] > 1:
        lines.append(line(f"moved later {say_count(commitment['slips'], 'time')}", small=True))
    return tuple(lines)


def sign(status: str) -> tuple[Run, Run]:
    """Give a status as a sign and a word."""
    return Run(f"{SIGNS[Status(status)]} ", Style.SIGN), Run(label(status))


def status_cell(commitment: dict[str, Any], *, previous: str | None) -> Cell:
    """Give the status with its sign; beneath, what is late, and each lead's word if they differ.

    `previous` is the code of the meeting since which the silent are silent.
    """
    lines = [Line(sign(commitment["status"]))]
    if commitment["overdue"]:
        lines.append(line(Run(say_overdue(commitment), Style.ALERT), small=True))
    if commitment["silent"]:
        lines.append(Line(say_silent(previous), small=True))
    if commitment["verification"]:
        lines.append(verification_line(commitment["verification"]))
    lasts = [(lead["agency"], lead["last_status"]) for lead in _owners(commitment, Role.LEAD)]
    if len({last for _, last in lasts}) > 1:
        lines += [
            Line(say(f"{{}}: {label(last) if last else 'no word'}", agency), small=True)
            for agency, last in lasts
        ]
    return tuple(lines)


def verification_line(verification: str) -> Line:
    """Say whether the coordinator agrees that it was delivered."""
    return line(_VERIFIED[Verification(verification)], small=True)


_VERIFIED = {
    Verification.UNVERIFIED: "not yet verified",
    Verification.VERIFIED: "verified",
    Verification.DOUBTED: "delivery doubted",
}


def say_overdue(commitment: dict[str, Any]) -> str:
    """Say since when it is overdue: "overdue 47 days"."""
    return f"overdue {say_count(commitment['days_overdue'], 'day')}"


def say_silent(previous: str | None) -> Words:
    """Say since when no word has come."""
    return say("no word since {}", previous or "announced")


def last_word_cell(commitment: dict[str, Any]) -> Cell:
    """Give the last word with its day and who said it; beneath, why it was closed."""
    last = commitment["last_update"]
    if not last:
        return (line("none"),)
    channel = f", {say_channel(last['channel'])}" if last["channel"] else ""
    said = say(f"{say_day(last['on'])}, {{}}{channel}", last["agency"] or "the coordinator")
    lines = [Line(said, small=True), *note_lines(last["note"])]
    if last["restricted"]:
        lines.append(line(Run("restricted", Style.STRONG), small=True))
    because = commitment["closed_because"]
    # A reason given without a note is the last word itself.
    if because and because != last["note"]:
        lines.append(Line(say("because: {}", mark_example(because)), small=True))
    return tuple(lines)


def say_channel(channel: str) -> str:
    """Say by which way news came: "by e-mail", "at a meeting"."""
    said = {Channel.MEETING: "at a meeting", Channel.OTHER: "by another way"}
    return said.get(Channel(channel), f"by {label(channel)}")


def note_lines(note: str | None) -> tuple[Line, ...]:
    """Give a note's lines."""
    lines = [text for text in (note or "").splitlines() if text.strip()]
    return tuple(Line(mark_example(text)) for text in lines)


def mark_example(text: str) -> Words:
    """Give what somebody said; what is marked as an example stays visibly so."""
    mark = _MARK.match(text)
    return (Run(mark[1], Style.STRONG), Run(" "), Run(mark[2])) if mark else (Run(text),)


def _codes(owners: list[dict[str, Any]]) -> Words:
    """Give owners' codes as a list, none of them broken unless it is long."""
    return join_runs([as_code(owner["agency"]) for owner in owners])


def _owners(commitment: dict[str, Any], role: Role) -> list[dict[str, Any]]:
    return [owner for owner in commitment["owners"] if owner["role"] == role]


def _readings(due: dict[str, Any] | None) -> list[Line]:
    """Say how due words were read where they do not say it themselves."""
    if due is None:
        return []
    if due["earliest"] or due["latest"]:
        read = reading(due)
        return [line(read, small=True)] if read else []
    if due["meeting"]:
        return [Line(say("no day yet: hangs on {}", due["meeting"]), small=True)]
    return [line("undated", small=True)]
