"""The annex: for each commitment the passage it was taken from, and its history."""

from typing import Any

from tracker.domain.vocabulary import (
    Capacity,
    CommitmentKind,
    LinkKind,
    Status,
    Verification,
    label,
)
from tracker.reports.cells import anchor, note_lines, say_channel
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
    line,
)
from tracker.reports.wording import say_day

_NOTHING: tuple[Any, ...] = (None, "", [])
_LABELLED = {*Status, *Verification, *CommitmentKind, *LinkKind}
_DEEDS = {
    "log": "logged",
    "update": "updated",
    "edit": "corrected",
    "void": "voided",
    "move": "moved with its meeting",
}


def annex_blocks(commitment: dict[str, Any]) -> list[Block]:
    """Give a commitment's entry in the annex."""
    ref = commitment["ref"]
    blocks: list[Block] = [
        Heading(line(Run(ref, Style.REF), " ", commitment["text"]), anchor=anchor(ref)),
        *_source(commitment),
    ]
    history = tuple(Fact(say_day(entry["on"]), _entry(entry)) for entry in commitment["history"])
    if history:
        blocks.append(Facts(history))
    return blocks


def _source(commitment: dict[str, Any]) -> list[Block]:
    source = commitment["source"] or {}
    place = _place(source)
    said = _speaker(commitment)
    if source.get("quote"):
        return [Quotation(source["quote"], "; ".join(filter(None, [place, said])) or None)]
    told = "; ".join(filter(None, [place, said]))
    return [Paragraph(line(f"No passage is recorded{f' ({told})' if told else ''}.", small=True))]


def _place(source: dict[str, Any]) -> str:
    """Write where a passage stands: "report.pdf, page 7, lines 119–121"."""
    pieces = [source.get("document")]
    for name in ("page", "lines"):
        value = source.get(name)
        if value:
            span = "-" in value.strip("-")
            noun = name.removesuffix("s") + ("s" if span else "")
            pieces.append(f"{noun} {value.replace('-', '–')}")
    return ", ".join(filter(None, pieces))


def _speaker(commitment: dict[str, Any]) -> str:
    """Write who said it: "said by A. Speaker, Director, for GMG"."""
    by, title, on_behalf = (commitment[key] for key in ("said_by", "said_by_title", "said_for"))
    who = ", ".join(filter(None, [by, title]))
    if who:
        return f"said by {who}" + (f", for {on_behalf}" if on_behalf else "")
    return f"said for {on_behalf}" if on_behalf else ""


def _entry(entry: dict[str, Any]) -> tuple[Line, ...]:
    """Write what was changed and said, and in small who recorded it, for whom, when."""
    changes = "; ".join(_changes(entry))
    lines = [line(_capitalize(changes))] if changes else []
    if entry["reason"]:
        lines.append(line(Run("Reason: ", Style.EMPHASIS), entry["reason"]))
    lines += note_lines(entry["note"])
    lines += [line(Run("Evidence: ", Style.EMPHASIS), found) for found in entry["evidence"]]
    return (*lines, line(_capitalize(_deed(entry)), small=bool(lines)))


def _capitalize(text: str) -> str:
    return text[:1].upper() + text[1:]


def _deed(entry: dict[str, Any]) -> str:
    """Write what was done, by whom and when: "updated for FAO by the coordinator (A. B.)"."""
    deed = _DEEDS.get(entry["act"], label(entry["act"]))
    if entry["capacity"] == Capacity.AGENCY:
        said = f"{deed} by {entry['agency']} ({entry['by']})"
    else:
        whom = f" for {entry['on_behalf_of']}" if entry["on_behalf_of"] else ""
        said = f"{deed}{whom} by the coordinator ({entry['by']})"
    if entry["channel"]:
        said += f", news {say_channel(entry['channel'])}"
    if entry["recorded_on"] != entry["on"]:
        said += f", recorded {say_day(entry['recorded_on'])}"
    return said


def _changes(entry: dict[str, Any]) -> list[str]:
    """Write what became what. What was logged stands above the history already."""
    changes = dict(entry["changes"])
    if entry["act"] == "log" or not changes:
        return []
    # The first due date moves only with the present one, which says the same.
    if "due" in changes:
        changes.pop("first_due", None)
    said: list[str] = []
    for field, (before, after) in changes.items():
        if field == "owners":
            said += _owners(before or [], after or [])
        elif before in _NOTHING:
            said.append(f"{label(field.replace('_', '-'))}: {_say(after)}")
        else:
            said.append(f"{label(field.replace('_', '-'))}: {_say(before)} → {_say(after)}")
    return said


def _owners(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> list[str]:
    """Write what changed between two lists of owners: who came, who went, who agreed to what."""
    old, new = ({owner["agency"]: owner for owner in owners} for owners in (before, after))
    said = [f"no longer {old[code]['role']}: {code}" for code in old if code not in new]
    for code, owner in new.items():
        was = old.get(code)
        if was is None or was["role"] != owner["role"]:
            said.append(f"{owner['role']} {code}")
        if was is not None and was["acceptance"] != owner["acceptance"]:
            words = owner.get("words")
            said.append(f"{owner['acceptance']} by {code}" + (f": “{words}”" if words else ""))
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
            return label(value) if value in _LABELLED else str(value)
