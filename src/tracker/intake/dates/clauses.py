"""A whole date: what leads it ("by", "after", "between"), its days, and what trails it."""

from datetime import date

from tracker.domain.vocabulary import Relation
from tracker.intake.dates import spans
from tracker.intake.dates.language import Join, Lead
from tracker.intake.dates.period import Period, changed, find_year, join
from tracker.intake.dates.phrase import COMMAS, Interval, Phrase
from tracker.intake.dates.relative import count, deadline_from_now, period_from_now
from tracker.intake.dates.spans import Span, Unit
from tracker.intake.dates.stretches import period, stretch
from tracker.intake.dates.tokens import Kind

_UPPER = frozenset({Lead.BY, Lead.BEFORE})


def dated(phrase: Phrase) -> Interval | None:
    """Read a phrase that is a date and nothing else, or give None. Raises NoSuchDay."""
    # The search for a meeting's name asks for the same few parts of a phrase again and again.
    part = phrase.part
    if part not in phrase.read:
        phrase.read[part] = _open(phrase) or _led(phrase) or _today(phrase)
    return phrase.read[part]


def _open(phrase: Phrase) -> Interval | None:
    """Read the open ends of EDTF: "../2019-12-31", "2015-06-01/.."."""
    if phrase.kind(0) == Kind.OPEN and phrase.text(1) == "/":
        found = period(phrase, 2)
        if found and phrase.is_over(found[1]):
            return Interval(None, find_year(found[0], phrase.since).latest, Relation.BY)
        return None
    found = period(phrase, 0)
    if not found or phrase.text(found[1]) != "/" or phrase.kind(found[1] + 1) != Kind.OPEN:
        return None
    if not phrase.is_over(found[1] + 2):
        return None
    return Interval(find_year(found[0], phrase.since).earliest, None, Relation.IN)


def _led(phrase: Phrase) -> Interval | None:
    start = phrase.behind_deed(phrase.skip(0, COMMAS))
    # Without a lead first: "beginning March" is early March, "over the next year" twelve months.
    bare = _after_lead(phrase, Lead.AT, start)
    if bare:
        return bare
    for lead, after in [*phrase.phrases(phrase.language.leads, start), (Lead.AT, start)]:
        at = phrase.skip(after, COMMAS)
        if phrase.text(at) in phrase.language.fillers and lead != Lead.WITHIN:
            # "For the period 2016-2017" is no deadline.
            at, lead = at + 1, Lead.AT if lead == Lead.FOR else lead
        lean = phrase.find(phrase.language.leans, at)
        for there in [lean[1], at] if lean else [at]:
            interval = _after_lead(phrase, lead, there)
            if interval:
                return interval
    return None


def _today(phrase: Phrase) -> Interval | None:
    """Read "by close of business", where nothing but a time of day was said."""
    lead = phrase.find(phrase.language.leads, 0)
    if not phrase.timed or not phrase.is_over(lead[1] if lead else 0):
        return None
    today = phrase.said[1]
    by = phrase.closing or (lead and lead[0] in _UPPER)
    return Interval(None, today, Relation.BY) if by else Interval(today, today, Relation.ON)


def _after_lead(phrase: Phrase, lead: Lead, at: int) -> Interval | None:
    if lead == Lead.WITHIN:
        latest = deadline_from_now(phrase, at)
        over = latest and phrase.is_over(latest[1])
        return Interval(None, latest[0], Relation.BY) if latest and over else None
    if lead == Lead.AHEAD:
        ahead = period_from_now(phrase, at)
        return _placed(phrase, ahead[0], Lead.AT) if ahead and phrase.is_over(ahead[1]) else None
    if lead == Lead.AT and (counted := _bare_count(phrase, at)):
        return counted
    found = stretch(phrase, at, between=lead == Lead.BETWEEN) or period_from_now(
        phrase, at, tail_needed=True
    )
    if not found:
        return None
    there, after = found
    if lead == Lead.BETWEEN and not there.is_joined:
        return None
    if lead == Lead.FROM and there.is_joined:
        lead = Lead.AT
    trail = _trail(phrase, after)
    if phrase.is_over(after) or trail:
        return _placed(phrase, there, _settle(lead, trail))
    return _two_sided(phrase, lead, at) if lead in (Lead.FROM, Lead.AFTER) else None


def _bare_count(phrase: Phrase, at: int) -> Interval | None:
    """Read "30 days" alone, the time given for something, as a deadline."""
    found = count(phrase, at) if at == phrase.skip(0, COMMAS) else None
    if not found or not phrase.is_over(found[1]):
        return None
    (_, most, unit), _ = found
    return Interval(None, spans.plus(phrase.said[1], most, unit), Relation.BY)


def _trail(phrase: Phrase, at: int) -> Lead | None:
    """Read "(1 June) at the latest", "(2016) onwards", "(2016-2017) biennium"."""
    if phrase.text(at) in phrase.language.fillers and phrase.is_over(at + 1):
        return Lead.AT
    at = phrase.skip(at, COMMAS | {"-"})
    for trail, after in phrase.phrases(phrase.language.trails, at):
        if phrase.is_over(after):
            return trail
    return None


def _settle(lead: Lead, trail: Lead | None) -> Lead:
    """Weigh what leads and what trails: "for the 2016-2017 biennium" is no deadline."""
    if lead == Lead.AT:
        return trail or lead
    if lead == Lead.FOR:
        return trail or Lead.BY
    return lead


def _placed(phrase: Phrase, there: Period, lead: Lead) -> Interval:
    span = find_year(there, _since(phrase, lead))
    match lead:
        case Lead.BY:
            return Interval(None, span.latest, Relation.BY)
        case Lead.BEFORE:
            return Interval(None, _day_before(phrase, there, span), Relation.BY)
        case Lead.FROM:
            return Interval(span.earliest, None, Relation.IN)
        case Lead.AFTER:
            return Interval(spans.plus_days(span.latest, 1), None, Relation.IN)
        case Lead.COURSE | Lead.BETWEEN:
            return Interval(span.earliest, span.latest, Relation.IN)
    if there.is_end or phrase.closing:
        return Interval(None, span.latest, Relation.BY)
    return Interval(span.earliest, span.latest, Relation.ON if there.is_days else Relation.IN)


def _since(phrase: Phrase, lead: Lead) -> date:
    # What must be over before a day still needs a day to happen on.
    return (
        spans.plus_days(phrase.since, 1)
        if lead == Lead.BEFORE and not phrase.timed
        else phrase.since
    )


def _day_before(phrase: Phrase, there: Period, span: Span) -> date:
    """Give the last day before a period; "before the end of May" and "before 5 p.m." have it."""
    if there.is_end or phrase.timed:
        return span.latest
    return spans.plus_days(span.earliest, -1)


def _two_sided(phrase: Phrase, lead: Lead, at: int) -> Interval | None:
    """Read "after 1 June and before 15 July 2015"."""
    first = period(phrase, at)
    if not first:
        return None
    there = phrase.skip(first[1], phrase.language.connectives | COMMAS)
    for upper, after in phrase.phrases(phrase.language.leads, there):
        last = period(phrase, after) if upper in _UPPER else None
        if not last or not phrase.is_over(last[1]):
            continue
        ends = [_first_day(first[0], lead), _last_day(phrase, last[0], upper)]
        span = find_year(join(ends, [Join.RANGE]), phrase.since)
        return Interval(span.earliest, span.latest, Relation.IN)
    return None


def _first_day(there: Period, lead: Lead) -> Period:
    def first(span: Span) -> Span:
        day = spans.plus_days(span.latest, 1) if lead == Lead.AFTER else span.earliest
        return Span(day, day)

    return changed(there, first, Unit.DAY)


def _last_day(phrase: Phrase, there: Period, lead: Lead) -> Period:
    def last(span: Span) -> Span:
        day = _day_before(phrase, there, span) if lead == Lead.BEFORE else span.latest
        return Span(day, day)

    return changed(there, last, Unit.DAY)
