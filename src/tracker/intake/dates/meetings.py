"""Dates that hang on a meeting: "by the next meeting", "in the margins of the conference"."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tracker.domain.vocabulary import Relation
from tracker.intake.dates import spans
from tracker.intake.dates.clauses import dated
from tracker.intake.dates.language import Hang, Lead
from tracker.intake.dates.names import Named, date_in, name
from tracker.intake.dates.phrase import Interval, Phrase
from tracker.intake.dates.relative import Count, count

_RELATIONS = {
    Hang.DURING: Relation.DURING,
    Hang.IN_MARGINS_OF: Relation.IN_MARGINS_OF,
    Hang.AT: Relation.DURING,
    Hang.BY: Relation.BY,
    Hang.AFTER: Relation.IN,
    Hang.FROM: Relation.IN,
    Hang.OF: Relation.BY,
}
_OF_LEADS = {
    Lead.BY: Hang.BY,
    Lead.BEFORE: Hang.BY,
    Lead.FROM: Hang.FROM,
    Lead.AFTER: Hang.AFTER,
}
_ANY_NAME = frozenset({Hang.DURING, Hang.IN_MARGINS_OF})


@dataclass(frozen=True, slots=True)
class Anchor:
    """A meeting that words may hang on; its days, None where they are not known."""

    code: str
    earliest: date | None
    latest: date | None


class Hung(NamedTuple):
    """Days that hang on a meeting: on one that is known, or on one that `unknown` names.

    `likely` is False where that name has nothing of a meeting about it.
    """

    earliest: date | None
    latest: date | None
    relation: Relation | None
    meeting: str | None = None
    unknown: str | None = None
    likely: bool = True


FindMeeting = Callable[[str], Anchor | None]
# What stands before the meeting: a date of its own, a count ("two weeks before"), or nothing.
Before = Interval | Count | None


def hung(phrase: Phrase, find_meeting: FindMeeting) -> Hung | None:
    """Read a phrase that hangs on a meeting, or give None. Raises NoSuchDay."""
    # A date before the meeting is read first: "on 4 March, during the Commission".
    for at in (*range(1, len(phrase.tokens)), 0):
        for hang, after in _hangs(phrase, at):
            for before in _before(phrase, at):
                found = _on_meeting(phrase, hang, after, before, find_meeting)
                if found:
                    return found
    return _bare(phrase, find_meeting)


def _hangs(phrase: Phrase, at: int) -> list[tuple[Hang, int]]:
    """Give what a meeting may hang by at a place, longest first: "at the latest by", "at"."""
    hangs = phrase.phrases(phrase.language.hangs, at)
    for lead, after in phrase.phrases(phrase.language.leads, at):
        if lead in _OF_LEADS:
            lean = phrase.find(phrase.language.leans, after)
            hangs.append((_OF_LEADS[lead], lean[1] if lean else after))
    return sorted(dict.fromkeys(hangs), key=lambda found: -found[1])


def _before(phrase: Phrase, at: int) -> Iterator[Before]:
    """Read what stands before "during" or "before"; nothing is given where it cannot be read."""
    head = phrase._replace(tokens=phrase.tokens[:at])
    if head.is_over(head.behind_deed(0)):
        yield None
        return
    for there in [*(after for _, after in head.phrases(phrase.language.leads, 0)), 0]:
        limit = head.find(phrase.language.limits, there)
        counted = count(head, limit[1] if limit else there)
        if counted and head.is_over(counted[1]):
            yield counted[0]
            return
    found = dated(head)
    if found:
        yield found


def _on_meeting(
    phrase: Phrase, hang: Hang, at: int, before: Before, find_meeting: FindMeeting
) -> Hung | None:
    named = name(phrase, at)
    if named is None:
        return None
    if hang == Hang.OF and not isinstance(before, Count):
        return None
    anchor, date_is_beside = _look_up(named, find_meeting)
    if anchor is None and not named.likely and hang not in _ANY_NAME:
        return None
    unknown = None if anchor else named.with_date or named.names[0]
    if isinstance(before, Count):
        return _counted(hang, before, anchor, unknown)
    if isinstance(before, Interval) and hang in (Hang.BY, Hang.AFTER, Hang.FROM):
        return Hung(before.earliest, before.latest, before.relation)
    own = before or (_own_date(phrase, named, anchor) if date_is_beside else None)
    if own is None and anchor is None and named.likely and (span := date_in(phrase, at)):
        own = Interval(span.earliest, span.latest, Relation.IN)
    if own is None and unknown and hang == Hang.AFTER and _is_this_meeting(phrase, at):
        return Hung(spans.plus_days(phrase.said[1], 1), None, Relation.IN)
    earliest, latest = _days(own, anchor)
    if hang in (Hang.AFTER, Hang.FROM):
        start = spans.plus_days(latest, 1) if latest and hang == Hang.AFTER else earliest
        return Hung(start, None, Relation.IN if start or unknown else None, None, unknown)
    if hang == Hang.BY and own and not named.is_its_own:
        earliest = None
    code = anchor.code if anchor else None
    return Hung(earliest, latest, _RELATIONS[hang], code, unknown, named.likely)


def _look_up(named: Named, find_meeting: FindMeeting) -> tuple[Anchor | None, bool]:
    """Find the meeting, and tell whether a date stands beside the name it was found by."""
    if named.with_date:
        anchor = find_meeting(named.with_date)
        if anchor:
            return anchor, False
    found = (anchor for text in named.names if (anchor := find_meeting(text)))
    return next(found, None), True


def _own_date(phrase: Phrase, named: Named, anchor: Anchor | None) -> Interval | None:
    """Read the date beside a name; without a year, it is looked for from the meeting's days on."""
    if named.date is None:
        return None
    since = anchor.earliest if anchor and anchor.earliest else phrase.since
    return dated(named.date._replace(since=since))


def _days(own: Interval | None, anchor: Anchor | None) -> tuple[date | None, date | None]:
    if own:
        return own.earliest, own.latest
    return (anchor.earliest, anchor.latest) if anchor else (None, None)


def _counted(hang: Hang, counted: Count, anchor: Anchor | None, unknown: str | None) -> Hung | None:
    """Read "two weeks before CM14", "within 30 days after CM14"."""
    if hang not in (Hang.BY, Hang.AFTER, Hang.OF):
        return None
    if anchor is None:
        return Hung(None, None, Relation.BY, None, unknown)
    _, most, unit = counted
    at = anchor.earliest if hang == Hang.BY else anchor.latest
    latest = spans.plus(at, -most if hang == Hang.BY else most, unit) if at else None
    return Hung(None, latest, Relation.BY, anchor.code)


def _is_this_meeting(phrase: Phrase, at: int) -> bool:
    found = phrase.find(phrase.language.this_meeting, at)
    return found is not None and phrase.is_over(found[1])


def _bare(phrase: Phrase, find_meeting: FindMeeting) -> Hung | None:
    """Read the name of a known meeting alone as what to have it done by.

    With a date of its own it is done then. A name that nobody knows is more likely a place.
    """
    named = name(phrase, 0)
    anchor, date_is_beside = _look_up(named, find_meeting) if named else (None, False)
    if named is None or anchor is None:
        return None
    own = _own_date(phrase, named, anchor) if date_is_beside else None
    if own:
        return Hung(own.earliest, own.latest, Relation.DURING, anchor.code)
    return Hung(anchor.earliest, anchor.latest, Relation.BY, anchor.code)
