"""The annex: for each commitment the passage it was taken from, and its history."""

from dataclasses import replace
from typing import Any

from tracker.domain.vocabulary import (
    Capacity,
    CommitmentKind,
    LinkKind,
    Status,
    Verification,
    label,
)
from tracker.reports.cells import anchor, mark_example, note_lines, say_channel
from tracker.reports.document import (
    Block,
    Fact,
    Facts,
    Heading,
    Line,
    Paragraph,
    Quotation,
    Run,
    Style,
    Words,
    join_runs,
    line,
    say,
)
from tracker.reports.wording import say_day

_NOTHING: tuple[Any, ...] = (None, "", [])
_LABELLED = {*Status, *Verification, *CommitmentKind, *LinkKind}
_DEEDS = {
    "log": "Logged",
    "update": "Updated",
    "edit": "Corrected",
    "verify": "Verified",
    "link": "Linked",
    "void": "Voided",
    "undo": "Taken back",
    "move": "Moved with its meeting",
}


def annex_blocks(commitment: dict[str, Any], *, recorded_once: bool) -> list[Block]:
    """Give a commitment's entry in the annex.

    When an entry was recorded is said unless it is the day that it is true of, or, being the
    same day for all of a report, `recorded_once` for all.
    """
    ref = commitment["ref"]
    blocks: list[Block] = [
        Heading(line(Run(ref, Style.REF), " ", commitment["text"]), anchor=anchor(ref)),
        *_source(commitment),
    ]
    history = commitment["history"]
    together = recorded_together(history)
    told = [
        Fact(say_day(each["on"]), _entry(each, recorded=not recorded_once and not together))
        for each in history
    ]
    if together and not recorded_once:
        told.append(Fact("Recorded", (line(f"all on {say_day(together)}"),)))
    if told:
        blocks.append(Facts(tuple(told)))
    return blocks


def recorded_together(history: list[dict[str, Any]]) -> str | None:
    """Give the one day on which several entries were recorded, not all being true of that day."""
    days: set[str] = {entry["recorded_on"] for entry in history}
    if len(history) < 2 or len(days) != 1 or {entry["on"] for entry in history} == days:
        return None
    return next(iter(days))


def _source(commitment: dict[str, Any]) -> list[Block]:
    source = commitment["source"] or {}
    told = [said for said in (_place(source), _speaker(commitment)) if said]
    where = join_runs(told, between="; ")
    if source.get("quote"):
        return [Quotation(source["quote"], Line(where) if where else None)]
    none = say("No passage is recorded ({}).", where) if where else say("No passage is recorded.")
    return [Paragraph(Line(none, small=True))]


def _place(source: dict[str, Any]) -> Words:
    """Write where a passage stands: "report.pdf, page 7, lines 119–121"."""
    pieces = [say("{}", source["document"])] if source.get("document") else []
    for name in ("page", "lines"):
        value = source.get(name)
        if value:
            span = "-" in value.strip("-")
            noun = name.removesuffix("s") + ("s" if span else "")
            pieces.append(say(f"{noun} {{}}", value.replace("-", "–")))
    return join_runs(pieces)


def _speaker(commitment: dict[str, Any]) -> Words:
    """Write who said it: "said by A. Speaker, Director, for FAO"."""
    by, title, whom = (commitment[key] for key in ("said_by", "said_by_title", "said_for"))
    if not by and not title:
        return say("said for {}", whom) if whom else ()
    said = say("said by {}", join_runs([say("{}", one) for one in (by, title) if one]))
    return say("{}, for {}", said, whom) if whom else said


def _entry(entry: dict[str, Any], *, recorded: bool) -> tuple[Line, ...]:
    """Write what was changed and said, and in small who recorded it, for whom, when."""
    changes = _changes(entry)
    lines = [Line(_capitalize(join_runs(changes, between="; ")))] if changes else []
    if entry["reason"]:
        lines.append(line(Run("Reason: ", Style.EMPHASIS), *mark_example(entry["reason"])))
    lines += note_lines(entry["note"])
    lines += [line(Run("Evidence: ", Style.EMPHASIS), found) for found in entry["evidence"]]
    if entry["restricted"]:
        lines.append(line(Run("restricted", Style.STRONG)))
    return (*lines, Line(_deed(entry, recorded=recorded), small=bool(lines)))


def _capitalize(words: Words) -> Words:
    first, *others = words
    return (replace(first, text=first.text[:1].upper() + first.text[1:]), *others)


def _deed(entry: dict[str, Any], *, recorded: bool) -> Words:
    """Write what was done, by whom and when: "Updated for FAO by the coordinator (A. B.)"."""
    deed = _DEEDS.get(entry["act"], label(entry["act"]).capitalize())
    if entry["capacity"] == Capacity.AGENCY:
        said = say("{} by {} ({})", deed, entry["agency"] or "", entry["by"])
    elif entry["on_behalf_of"]:
        said = say("{} for {} by the coordinator ({})", deed, entry["on_behalf_of"], entry["by"])
    else:
        said = say("{} by the coordinator ({})", deed, entry["by"])
    how = f", news {say_channel(entry['channel'])}" if entry["channel"] else ""
    if recorded and entry["recorded_on"] != entry["on"]:
        how += f", recorded {say_day(entry['recorded_on'])}"
    return say(f"{{}}{how}", said)


def _changes(entry: dict[str, Any]) -> list[Words]:
    """Write what became what. What was logged stands above the history already."""
    changes = dict(entry["changes"])
    if entry["act"] == "log" or not changes:
        return []
    # The first due date moves only with the present one, which says the same.
    if "due" in changes:
        changes.pop("first_due", None)
    # What is delivered is unverified by itself.
    if changes.get("verification") == [None, Verification.UNVERIFIED]:
        changes.pop("verification")
    said: list[Words] = []
    for field, (before, after) in changes.items():
        named = label(field.replace("_", "-"))
        if field == "owners":
            said += _owners(before or [], after or [])
        elif before in _NOTHING:
            said.append(say(f"{named}: {{}}", _say(after)))
        else:
            said.append(say(f"{named}: {{}} → {{}}", _say(before), _say(after)))
    return said


def _owners(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> list[Words]:
    """Write what changed between two lists of owners: who came, who went, who agreed to what."""
    old, new = ({owner["agency"]: owner for owner in owners} for owners in (before, after))
    said = [say("no longer {}: {}", old[code]["role"], code) for code in old if code not in new]
    for code, owner in new.items():
        was = old.get(code)
        if was is None or was["role"] != owner["role"]:
            said.append(say("now {}: {}", owner["role"], code))
        if was is not None and was["acceptance"] != owner["acceptance"]:
            words = owner.get("words")
            agreed = say("{} by {}", owner["acceptance"], code)
            said.append(say("{}: “{}”", agreed, mark_example(words)) if words else agreed)
    return said


def _say(value: object) -> str:
    """Write a value of any field, as history keeps it."""
    match value:
        case None | "" | []:
            return "none"
        case bool():
            return "yes" if value else "no"
        case list():
            return ", ".join(_say(one) for one in value)
        case {"words": words}:
            return str(words)
        case dict():
            return " ".join(_say(one) for one in value.values())
        case _:
            return label(str(value)) if value in _LABELLED else str(value)
