"""What is said where words are no date that can be read."""

from tracker.domain.due import Due, in_words
from tracker.errors import Refused

WORDS_LIMIT = 200
_QUOTED_LIMIT = 60
_ACCEPTED = (
    "Accepted are days (“4 March 2015”, “26 and 27 May 2015”), months, quarters and years "
    "(“July 2015”, “third quarter of 2016”, “2016”), deadlines (“by 31 May 2015”, “within 30 days”)"
)
_HANGING = ", meetings (“by the next meeting”, “during the conference”)"
_NONE = ", and “none” where there is no date."
_NO_CALENDAR = "begins on another day in each place; write its first and last day"
_REASONS = {
    "fiscal": f"a fiscal year {_NO_CALENDAR}",
    "academic": f"an academic year {_NO_CALENDAR}",
    "biennium": "bodies begin their bienniums in different years; write the years",
}


class AmbiguousDay(Refused):
    """The words can be read as two different days; `readings` are both of them."""

    def __init__(self, words: str, readings: tuple[Due, ...]) -> None:
        """Name both readings in full, and how to write the one that is meant."""
        plain = [in_words(one.earliest, one.latest, one.relation) for one in readings]
        iso = " or ".join(str(one.edtf) for one in readings)
        super().__init__(
            f"“{words}” can be read in two ways: {' or '.join(plain)}. "
            f"Write the one that is meant in words, as “{plain[0]}”, or as {iso}."
        )
        self.readings = readings


def too_long(words: str) -> Refused:
    """Refuse words that no date needs."""
    shown = words[:_QUOTED_LIMIT].rstrip()
    return Refused(
        f"“{shown}…” is {len(words)} characters long; a date is worded in {WORDS_LIMIT} at most."
    )


def empty() -> Refused:
    """Refuse words that say nothing at all."""
    return Refused("No date was given; write “none” where there is none.")


def no_such_day(words: str, reason: str) -> Refused:
    """Refuse a date that no calendar has."""
    return Refused(f"“{words}” is no date: {reason}.")


def not_read(words: str, *, hint: str, hangs: bool) -> Refused:
    """Refuse words that are not read as a date, with what would be accepted."""
    accepted = _ACCEPTED + (_HANGING if hangs else "") + _NONE
    return Refused(f"“{words}” is not read as a date.{hint} {accepted}")


def set_elsewhere(words: str, what: str) -> Refused:
    """Refuse words that mean different days in different places."""
    return Refused(f"“{words}” is not read as a date: {_REASONS[what]}.")


def own_days(words: str) -> Refused:
    """Refuse a meeting's own days that hang on another meeting."""
    return Refused(
        f"“{words}” names another meeting; a meeting's own days are written as days, a month, "
        "or “not yet set”."
    )
