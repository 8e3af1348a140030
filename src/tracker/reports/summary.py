"""What the figures of a follow-up report say, in sentences; none of them about nought."""

from typing import Any

from tracker.domain.vocabulary import Status, label
from tracker.reports.grouping import NO_OWNER
from tracker.reports.wording import join_words, say_count, say_number, say_ordinal

_NAMED_AGENCIES = 6
_NAMED_MEETINGS = 3
_ORDER = (
    Status.COMPLETED,
    Status.PARTLY_COMPLETED,
    Status.IN_PROGRESS,
    Status.ANNOUNCED,
    Status.WITHDRAWN,
    Status.SUPERSEDED,
)


def sum_up(data: dict[str, Any]) -> list[str]:
    """Say how many commitments there are, how far they are, what is late and whose."""
    figures = data["figures"]
    if not figures["commitments"]:
        return ["No commitment falls under this report."]
    sentences = [_standing(data), _overdue(figures), _silent(data)]
    return [sentence for sentence in sentences if sentence]


def add_cautions(data: dict[str, Any]) -> list[str]:
    """Say what else a reader has to know before trusting a line."""
    figures = data["figures"]
    accepted = figures["by_acceptance"]
    slipped = len(data["attention"]["slipped"])
    cautions = (
        (accepted["unconfirmed"], "{n} {has} not been confirmed by {its} owners."),
        (accepted["disputed"], "{n} {is} disputed."),
        (figures["owner_to_be_found"], "For {n} an owner is still to be found."),
        (figures["undated"], "{n} of those still open {has} no date, and cannot fall overdue."),
        (slipped, "{n} still open {has} slipped twice or more."),
        (figures["by_verification"]["doubted"], "Of {n} the coordinator doubts the delivery."),
        (figures["restricted"], "{n} {is} restricted: this paper is not for general distribution."),
        (figures["examples"], "{n} {carries} news marked “Example”, made up for demonstration."),
    )
    return [_agree(sentence, count) for count, sentence in cautions if count]


def say_meeting(meeting: dict[str, Any]) -> str:
    """Name a meeting in a sentence: "the thirteenth meeting", or by its code."""
    if meeting["number"] and meeting["series"]:
        return f"the {say_ordinal(meeting['number'])} meeting"
    return str(meeting["code"])


def _standing(data: dict[str, Any]) -> str:
    figures = data["figures"]
    number = figures["commitments"]
    meetings = [say_meeting(meeting) for meeting in data["covered"]]
    if not meetings:
        said = "covered here"
    elif len(meetings) <= _NAMED_MEETINGS:
        said = f"announced at {join_words(meetings)} and covered here"
    else:
        said = f"announced at {len(meetings)} meetings and covered here"
    rows = {row["status"]: row for row in figures["by_status"]}
    parts = [_standing_at(rows[status]) for status in _ORDER if rows[status]["commitments"]]
    if number == 1:
        return f"The one commitment {said} {parts[0].removeprefix('1 ')}."
    return f"Of the {say_count(number, 'commitment')} {said}, {join_words(parts)}."


def _standing_at(row: dict[str, Any]) -> str:
    count, verified = row["commitments"], row["verified"]
    if row["status"] == Status.ANNOUNCED:
        return f"{say_number(count)} {'stands' if count == 1 else 'stand'} as announced"
    said = f"{say_number(count)} {'is' if count == 1 else 'are'} {label(row['status'])}"
    if verified == count:
        return f"{said} and verified"
    return f"{said} ({say_number(verified)} of them verified)" if verified else said


def _overdue(figures: dict[str, Any]) -> str | None:
    count = figures["overdue"]
    if not count:
        return "None is overdue." if figures["open"] > figures["undated"] else None
    be = "is" if count == 1 else "are"
    longest = say_count(figures["longest_overdue_days"], "day")
    since = f"by {longest}" if count == 1 else f"the longest by {longest}"
    return f"{say_number(count)} {be} overdue, {since}: {_whose(figures['overdue_by_agency'])}."


def _silent(data: dict[str, Any]) -> str | None:
    figures = data["figures"]
    count = figures["silent"]
    if not count:
        return None
    since = "the previous meeting" if data["previous"] else "it was announced"
    if data["previous"] is None and count > 1:
        since = "they were announced"
    return (
        f"On {say_number(count)} of them no word has come since {since}:"
        f" {_whose(figures['silent_by_agency'])}."
    )


def _whose(agencies: list[dict[str, Any]]) -> str:
    """Write the agencies with their counts: "FAO (3) and ILO (1)"."""
    named = agencies if len(agencies) <= _NAMED_AGENCIES else agencies[: _NAMED_AGENCIES - 1]
    words = [
        f"{row['agency'] or NO_OWNER.lower()} ({say_number(row['commitments'])})" for row in named
    ]
    rest = agencies[len(named) :]
    if rest:
        others = sum(row["commitments"] for row in rest)
        words.append(f"{len(rest)} others ({say_number(others)})")
    return join_words(words)


def _agree(sentence: str, count: int) -> str:
    """Fill a sentence's number in, and put its verbs in that number."""
    one = count == 1
    return sentence.format(
        n=say_number(count),
        has="has" if one else "have",
        its="its" if one else "their",
        carries="carries" if one else "carry",
        **{"is": "is" if one else "are"},
    )
