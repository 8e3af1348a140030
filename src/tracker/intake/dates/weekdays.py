"""Weekdays: "Friday", "Tuesday next week", "the first Monday of March"."""

from tracker.intake.dates import spans
from tracker.intake.dates.days import month_and_year
from tracker.intake.dates.figures import Found
from tracker.intake.dates.period import Period, fixed
from tracker.intake.dates.phrase import Phrase
from tracker.intake.dates.spans import DAYS_IN_A_WEEK, NoSuchDay, Span, Unit


def weekday(phrase: Phrase, at: int) -> Found:
    """Read "Friday" and "next Friday": the first one after the meeting; "last Friday": before it.

    "This Friday" may be the meeting's last day itself.
    """
    ahead = phrase.find(phrase.language.units_ahead, at)
    named = phrase.find(phrase.language.weekdays, ahead[1] if ahead else at)
    if not named:
        return None
    last = phrase.said[1]
    days = (named[0] - last.weekday()) % DAYS_IN_A_WEEK
    if ahead and ahead[0] < 0:
        days -= DAYS_IN_A_WEEK
    elif days == 0 and not (ahead and ahead[0] == 0):
        days = DAYS_IN_A_WEEK
    there = spans.plus_days(last, days)
    return fixed(Span(there, there), Unit.DAY), named[1]


def weekday_of_week(phrase: Phrase, at: int) -> Found:
    """Read "Tuesday next week", "next week on Tuesday", "Wednesday of this week"."""
    named = phrase.find(phrase.language.weekdays, at)
    week = _week_ahead(phrase, phrase.skip(named[1], phrase.language.of)) if named else None
    end = week[1] if week else 0
    if not week:
        week = _week_ahead(phrase, at)
        lean = phrase.find(phrase.language.leans, week[1]) if week else None
        named = (
            phrase.find(phrase.language.weekdays, lean[1] if lean else week[1]) if week else None
        )
        end = named[1] if named else 0
    if not week or not named:
        return None
    there = spans.plus_days(week[0].earliest, named[0])
    return fixed(Span(there, there), Unit.DAY), end


def nth_weekday(phrase: Phrase, at: int) -> Found:
    """Read "the first Monday of March", "the last Friday in May 2015"."""
    nth = phrase.language.ordinals.get(phrase.text(at))
    named = phrase.find(phrase.language.weekdays, at + 1) if nth else None
    month = month_and_year(phrase, phrase.skip(named[1], phrase.language.of)) if named else None
    if not nth or not named or not month or phrase.text(named[1]) not in phrase.language.of:
        return None

    def in_year(year: int) -> Span:
        span = spans.months(year, month[0], 1)
        if nth < 0:
            back = (span.latest.weekday() - named[0]) % DAYS_IN_A_WEEK
            day = spans.plus_days(span.latest, -back)
        else:
            on = (named[0] - span.earliest.weekday()) % DAYS_IN_A_WEEK
            day = spans.plus_days(span.earliest, on + DAYS_IN_A_WEEK * (nth - 1))
        if day > span.latest:
            raise NoSuchDay("that month has no such weekday")
        return Span(day, day)

    return Period(in_year, month[1], Unit.DAY), month[2]


def _week_ahead(phrase: Phrase, at: int) -> tuple[Span, int] | None:
    ahead = phrase.find(phrase.language.units_ahead, at)
    unit = phrase.find(phrase.language.units, ahead[1]) if ahead else None
    if not ahead or not unit or unit[0] != Unit.WEEK:
        return None
    return spans.unit_around(phrase.said[1], Unit.WEEK, ahead[0]), unit[1]
