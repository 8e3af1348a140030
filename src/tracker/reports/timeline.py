"""What falls due, month by month: the open commitments by the latest day that they are due."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from tracker.domain.facts import CommitmentFact
from tracker.reports.grouping import due_month, month_of

# So many months before and after the report's own stand by themselves; what lies beyond is
# counted together, so that a due date in ten years does not make a chart of a hundred months.
_BEFORE, _AFTER = 8, 12


def count_timeline(opened: Sequence[CommitmentFact], *, day: date) -> list[dict[str, Any]]:
    """Count open commitments by when they are due.

    Each period is a month ("in"), all before or all after a month ("before", "after"), or has
    none: "open-ended" (a first day alone) or "undated". Months between others come though
    nothing is due in them; `overdue` and `due` together are all that falls due.
    """
    overdue: Counter[tuple[str, str | None]] = Counter()
    due: Counter[tuple[str, str | None]] = Counter()
    now = _index(month_of(day))
    for commitment in opened:
        period = _period(commitment, now)
        (overdue if commitment.overdue else due)[period] += 1
    return [
        {"period": kind, "month": month, "overdue": overdue[kind, month], "due": due[kind, month]}
        for kind, month in _periods({*overdue, *due}, now)
    ]


def _period(commitment: CommitmentFact, now: int) -> tuple[str, str | None]:
    month = due_month(commitment)
    if month is None:
        begins = commitment.due is not None and commitment.due.earliest is not None
        return ("open-ended" if begins else "undated"), None
    if _index(month) < now - _BEFORE:
        return "before", _month(now - _BEFORE)
    if _index(month) > now + _AFTER:
        return "after", _month(now + _AFTER)
    return "in", month


def _periods(found: set[tuple[str, str | None]], now: int) -> Iterator[tuple[str, str | None]]:
    months = [_index(month) for kind, month in found if kind == "in" and month]
    first = now - _BEFORE if any(kind == "before" for kind, _ in found) else None
    last = now + _AFTER if any(kind == "after" for kind, _ in found) else None
    ends = [end for end in (first, last, *months) if end is not None]
    if first is not None:
        yield "before", _month(first)
    if ends:
        yield from (("in", _month(index)) for index in range(min(ends), max(ends) + 1))
    if last is not None:
        yield "after", _month(last)
    for kind in ("open-ended", "undated"):
        if (kind, None) in found:
            yield kind, None


def _index(month: str) -> int:
    year, _, number = month.partition("-")
    return int(year) * 12 + int(number) - 1


def _month(index: int) -> str:
    return f"{index // 12:04}-{index % 12 + 1:02}"
