"""A single day as typed in an option: "2016-03-04", "4 March 2016", "today"."""

from datetime import date

from tracker.errors import Refused


def read_day(typed: str, *, option: str, today: date) -> date:
    """Read one day. Raises Refused where the words mean several, or none."""
    from tracker.intake.dates import read_when

    due = read_when(typed, today=today)
    if due.earliest is None or due.earliest != due.latest:
        raise Refused(
            f"{option} “{due.words}” is not one day. Accepted: a day such as 2016-03-04 or "
            "4 March 2016. Nothing was changed."
        )
    return due.earliest
