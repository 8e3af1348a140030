"""How people word dates, read as the days that the words allow (docs/dates.md)."""

from tracker.intake.dates.meetings import Anchor
from tracker.intake.dates.reader import Reading, read_due, read_when
from tracker.intake.dates.refusals import AmbiguousDay

__all__ = ["AmbiguousDay", "Anchor", "Reading", "read_due", "read_when"]
