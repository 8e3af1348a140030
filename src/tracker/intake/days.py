"""A single day as typed in an option: "2016-03-04", "4 March 2016", "today"."""

from datetime import UTC, date, datetime

from tracker.errors import Refused


def read_day(typed: str, *, option: str, today: date) -> date:
    """Read one day. Raises Refused where the words mean several, or none."""
    from tracker.intake.dates import read_when

    if not typed.strip():
        raise Refused(
            f"{option} is empty. Accepted: a day such as 2016-03-04. Nothing was changed."
        )
    due = read_when(typed, today=today)
    if due.earliest is None or due.earliest != due.latest:
        raise Refused(
            f"{option} “{due.words}” is not one day. Accepted: a day such as 2016-03-04 or "
            "4 March 2016. Nothing was changed."
        )
    return due.earliest


def read_moment(typed: str | None, *, option: str) -> datetime | None:
    """Read a moment as JSON shows it: "2015-09-01T10:00:00.000000Z"; None stays None.

    Raises Refused for what is no moment, or leaves its zone open.
    """
    if typed is None:
        return None
    try:
        moment = datetime.fromisoformat(typed.strip())
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise Refused(
            f"{option} “{typed}” is no moment. Accepted: updated_at as `tracker show REF --format "
            "json` gives it, such as 2015-09-01T10:00:00.000000Z. Nothing was changed."
        )
    return moment.astimezone(UTC)
