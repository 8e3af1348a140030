"""What the cells of a commitment's row say, drawn from the report's data."""

import re
from typing import Any

from tracker.domain.fields import SIGNS
from tracker.domain.vocabulary import (
    Acceptance,
    Channel,
    Role,
    Status,
    Verification,
    label,
)
from tracker.reports.document import Cell, Line, Run, Style, line
from tracker.reports.grouping import NO_OWNER
from tracker.reports.wording import join_words, reading, say_count, say_day

_LONGEST_UNBROKEN = 16
_MARK = re.compile(r"\s*(example\s*:)\s*(.*)", re.IGNORECASE | re.DOTALL)


def anchor(ref: str) -> str:
    """Name the place in the annex that a ref points to."""
    return "annex-" + re.sub(r"[^\w-]", "-", ref)


def ref_cell(commitment: dict[str, Any]) -> Cell:
    """Give the ref, pointing into the annex."""
    return (line(Run(commitment["ref"], Style.REF, to=anchor(commitment["ref"]))),)


def text_cell(commitment: dict[str, Any]) -> Cell:
    """Give what was announced, and what a reader has to know of it besides."""
    lines = [line(commitment["text"])]
    if commitment["restricted"]:
        lines.append(line(Run("restricted", Style.STRONG), small=True))
    lines += [
        line(f"{label(link['kind'])} ", Run(link["ref"], Style.CODE), small=True)
        for link in commitment["links"]
    ]
    return tuple(lines)


def owners_cell(commitment: dict[str, Any]) -> Cell:
    """Give leads, partners, and who of them has not confirmed or disputes it."""
    partners = _owners(commitment, Role.PARTNER)
    lines = list(leads_cell(commitment))
    if partners:
        lines.append(Line((Run("with "), *codes([one["agency"] for one in partners]))))
    return (*lines, *(line(said, small=True) for said in say_acceptance(commitment)))


def leads_cell(commitment: dict[str, Any]) -> Cell:
    """Give the leads alone."""
    leads = [lead["agency"] for lead in _owners(commitment, Role.LEAD)]
    return (Line(codes(leads)) if leads else line(Run(NO_OWNER.lower(), Style.EMPHASIS)),)


def say_acceptance(commitment: dict[str, Any]) -> list[str]:
    """Say which owners have not confirmed that they undertook this, and which dispute it."""
    leads = _owners(commitment, Role.LEAD)
    unconfirmed = [lead for lead in leads if lead["acceptance"] == Acceptance.UNCONFIRMED]
    if not unconfirmed:
        return say_disputes(commitment)
    whom = join_words([lead["agency"] for lead in unconfirmed])
    by = "" if len(unconfirmed) == len(leads) else f" by {whom}"
    return [f"not confirmed{by}", *say_disputes(commitment)]


def say_disputes(commitment: dict[str, Any]) -> list[str]:
    """Say which owners dispute that they undertook this, and in what words."""
    return [
        f"disputed by {owner['agency']}" + (f": “{owner['words']}”" if owner["words"] else "")
        for owner in commitment["owners"]
        if owner["acceptance"] == Acceptance.DISPUTED
    ]


def due_cell(commitment: dict[str, Any]) -> Cell:
    """Give the due date in its own words; beneath, how it was read, the first one, and why."""
    due, first = commitment["due"], commitment["first_due"]
    lines = [line(due["words"] if due else "no date given")]
    lines += [line(said, small=True) for said in _readings(due)]
    if first or (commitment["slips"] and due is None):
        said = f"first due {first['words']}" if first else "first due date taken away"
        because = commitment["due_changed_because"]
        lines.append(line(said + (f"; moved: {because}" if because else ""), small=True))
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
        lines.append(line(say_silent(previous), small=True))
    if commitment["verification"]:
        lines.append(line(_VERIFIED[commitment["verification"]], small=True))
    lasts = [(lead["agency"], lead["last_status"]) for lead in _owners(commitment, Role.LEAD)]
    if len({last for _, last in lasts}) > 1:
        lines += [
            line(f"{agency}: {label(last) if last else 'no word'}", small=True)
            for agency, last in lasts
        ]
    return tuple(lines)


_VERIFIED = {
    Verification.UNVERIFIED: "not yet verified",
    Verification.VERIFIED: "verified",
    Verification.DOUBTED: "delivery doubted",
}


def say_overdue(commitment: dict[str, Any]) -> str:
    """Say since when it is overdue: "overdue 47 days"."""
    return f"overdue {say_count(commitment['days_overdue'], 'day')}"


def say_silent(previous: str | None) -> str:
    """Say since when no word has come."""
    return f"no word since {previous or 'announced'}"


def last_word_cell(commitment: dict[str, Any]) -> Cell:
    """Give the last word with its day and who said it."""
    last = commitment["last_update"]
    if not last:
        return (line("none"),)
    said = [say_day(last["on"]), last["agency"] or "the coordinator"]
    if last["channel"]:
        said.append(say_channel(last["channel"]))
    return (line(", ".join(said), small=True), *note_lines(last["note"]))


def say_channel(channel: str) -> str:
    """Say by which way news came: "by e-mail", "at a meeting"."""
    said = {Channel.MEETING: "at a meeting", Channel.OTHER: "by another way"}
    return said.get(Channel(channel), f"by {label(channel)}")


def note_lines(note: str | None, *, small: bool = False) -> tuple[Line, ...]:
    """Give a note's lines; one that is marked as an example stays marked."""
    if not note:
        return ()
    mark = _MARK.match(note)
    rest = mark[2] if mark else note
    lines = [line(text, small=small) for text in rest.splitlines() if text.strip()]
    if mark:
        first = lines[0].runs if lines else ()
        return (Line((Run(mark[1] + " ", Style.STRONG), *first), small), *lines[1:])
    return tuple(lines)


def codes(agencies: list[str]) -> tuple[Run, ...]:
    """Give agencies' codes as a list, none of them broken unless it is long."""
    runs: list[Run] = []
    for code in agencies:
        if runs:
            runs.append(Run(", "))
        runs.append(Run(code, Style.CODE if len(code) <= _LONGEST_UNBROKEN else Style.PLAIN))
    return tuple(runs)


def _owners(commitment: dict[str, Any], role: Role) -> list[dict[str, Any]]:
    return [owner for owner in commitment["owners"] if owner["role"] == role]


def _readings(due: dict[str, Any] | None) -> list[str]:
    """Say how due words were read where they do not say it themselves."""
    if due is None:
        return []
    if due["earliest"] or due["latest"]:
        read = reading(due)
        return [read] if read else []
    return [f"no day yet: hangs on {due['meeting']}" if due["meeting"] else "undated"]
