"""What the figures of a follow-up report say, in sentences; none of them about nought."""

from typing import Any

from tracker.domain.vocabulary import Status, label
from tracker.reports.cells import anchor
from tracker.reports.document import Run, Style, Words, as_code, join_runs, say
from tracker.reports.grouping import NO_OWNER
from tracker.reports.wording import say_count, say_day, say_ordinal

_NAMED_AGENCIES = 6
_NAMED_MEETINGS = 3
_NAMED_REFS = 12
_ORDER = (
    Status.COMPLETED,
    Status.PARTLY_COMPLETED,
    Status.IN_PROGRESS,
    Status.ANNOUNCED,
    Status.WITHDRAWN,
    Status.SUPERSEDED,
)


def sum_up(data: dict[str, Any]) -> Words:
    """Say how many commitments there are, how far they are, what is late and whose."""
    figures = data["figures"]
    if not figures["commitments"]:
        return say("No commitment falls under this report.")
    sentences = [_standing(data), _delivered(data), _overdue(figures), _silent(data)]
    return join_runs([sentence for sentence in sentences if sentence], between=" ")


def add_cautions(data: dict[str, Any]) -> str:
    """Say what else a reader has to know before trusting a line."""
    figures = data["figures"]
    slipped = len(data["attention"]["slipped"])
    cautions = (
        (figures["not_confirmed"], "{n} {has} not been confirmed by {its} owners."),
        (figures["by_acceptance"]["disputed"], "{n} {is} disputed."),
        (figures["owner_to_be_found"], "For {n} an owner is still to be found."),
        (figures["undated"], "{n} of those still open {has} no date, and cannot fall overdue."),
        (slipped, "{n} still open {has} slipped twice or more."),
        (figures["by_verification"]["doubted"], "Of {n} the coordinator doubts the delivery."),
        (figures["restricted"], "{n} {is} restricted: this paper is not for general distribution."),
        (figures["examples"], "{n} {carries} news marked “Example”, made up for demonstration."),
    )
    return " ".join(_agree(sentence, count) for count, sentence in cautions if count)


def say_changes(data: dict[str, Any]) -> Words:
    """Say what changed since the report that was issued before, with the refs."""
    changes = data["changes"]
    earlier = f"Since report No. {changes['number']} of {say_day(changes['day'])}"
    known = {commitment["ref"] for commitment in data["commitments"]}
    pieces = [
        say(f"{len(refs)} {words} ({{}})", _refs(refs, known))
        for sort, words in _CHANGES.items()
        if (refs := changes[sort])
    ]
    if not pieces:
        return say(f"{earlier} nothing has changed.")
    return say(f"{earlier}: {{}}.", join_runs(pieces, between="; "))


_CHANGES = {
    "announced": "newly announced",
    "completed": "completed",
    "newly_overdue": "newly overdue",
    "slipped": "moved later",
    "withdrawn": "withdrawn",
    "superseded": "superseded",
    "disputed": "newly disputed",
    "reopened": "reopened",
}


def _refs(refs: list[str], known: set[str]) -> Words:
    """Write refs as a list, those of this paper pointing into it."""
    named = refs if len(refs) <= _NAMED_REFS else refs[: _NAMED_REFS - 1]
    pieces: list[Words] = [
        (Run(ref, Style.CODE, to=anchor(ref) if ref in known else None),) for ref in named
    ]
    if len(named) < len(refs):
        pieces.append(say(f"{len(refs) - len(named)} more"))
    return join_runs(pieces, last=" and " if len(named) < len(refs) else None)


def _meeting(meeting: dict[str, Any]) -> Words:
    """Name a meeting in a sentence: "the thirteenth meeting", or by its code."""
    if meeting["number"] and meeting["series"]:
        return say(f"the {say_ordinal(meeting['number'])} meeting")
    return say("{}", meeting["code"])


def _standing(data: dict[str, Any]) -> Words:
    meetings = [_meeting(meeting) for meeting in data["covered"]]
    covered = say("covered here")
    if len(meetings) > _NAMED_MEETINGS:
        covered = say(f"announced at {len(meetings)} meetings and covered here")
    elif meetings:
        covered = say("announced at {} and covered here", join_runs(meetings, last=" and "))
    rows = {row["status"]: row for row in data["figures"]["by_status"]}
    parts = [_standing_at(rows[status]) for status in _ORDER if rows[status]["commitments"]]
    number = data["figures"]["commitments"]
    counted = say_count(number, "commitment")
    if len(parts) > 1:
        standing = join_runs([say(part) for part in parts], last=" and ")
        return say(f"Of the {counted} {{}}, {{}}.", covered, standing)
    first = {1: "The one commitment", 2: "Both commitments"}.get(number, f"All {counted}")
    return say(f"{first} {{}} {parts[0].removeprefix(f'{number} ')}.", covered)


def _standing_at(row: dict[str, Any]) -> str:
    count, verified = row["commitments"], row["verified"]
    if row["status"] == Status.ANNOUNCED:
        return f"{count} {'stands' if count == 1 else 'stand'} as announced"
    said = f"{count} {'is' if count == 1 else 'are'} {label(row['status'])}"
    if verified == count:
        return f"{said} and verified"
    return f"{said} ({verified} of them verified)" if verified else said


def _delivered(data: dict[str, Any]) -> Words:
    """Say what was delivered since the previous meeting, and how much of it late."""
    count, late = data["figures"]["delivered"], data["figures"]["late"]
    if not count or not data["since"]:
        return ()
    said = f"{count} {'was' if count == 1 else 'were'} delivered since {{}}"
    if late:
        said += f", {late} of them late" if count > 1 else ", late"
    since = data["since"]
    if data["previous"] and since["meeting"] == data["previous"]["code"]:
        return say(f"{said}.", "the previous meeting")
    return say(f"{said}.", since["meeting"] or say_day(since["day"]))


def _overdue(figures: dict[str, Any]) -> Words:
    count = figures["overdue"]
    if not count:
        return say("None is overdue.") if figures["open"] > figures["undated"] else ()
    be = "is" if count == 1 else "are"
    longest = say_count(figures["longest_overdue_days"], "day")
    since = f"by {longest}" if count == 1 else f"the longest by {longest}"
    whose = _whose(figures["overdue_by_agency"])
    return say(f"{count} {be} overdue, {since}: {{}}.", whose)


def _silent(data: dict[str, Any]) -> Words:
    count = data["figures"]["silent"]
    if not count:
        return ()
    since = "it was announced" if count == 1 else "they were announced"
    if data["previous"]:
        since = "the previous meeting"
    whose = _whose(data["figures"]["silent_by_agency"])
    return say(f"On {count} of them no word has come since {since}: {{}}.", whose)


def _whose(agencies: list[dict[str, Any]]) -> Words:
    """Write the agencies with their counts: "FAO (3) and ILO (1)"."""
    named = agencies if len(agencies) <= _NAMED_AGENCIES else agencies[: _NAMED_AGENCIES - 1]
    pieces = [
        as_code(f"{row['agency'] or NO_OWNER.lower()} ({row['commitments']})") for row in named
    ]
    rest = agencies[len(named) :]
    if rest:
        others = sum(row["commitments"] for row in rest)
        pieces.append(say(f"{len(rest)} others ({others})"))
    return join_runs(pieces, last=" and ")


def _agree(sentence: str, count: int) -> str:
    """Fill a sentence's number in, and put its verbs in that number."""
    one = count == 1
    return sentence.format(
        n=count,
        has="has" if one else "have",
        its="its" if one else "their",
        carries="carries" if one else "carry",
        **{"is": "is" if one else "are"},
    )
