"""The filter options of `list` and `report` as a question to the register."""

from collections.abc import Sequence
from datetime import date

from tracker.cli.options import FilterOptions
from tracker.domain.vocabulary import CommitmentKind
from tracker.intake.days import read_day
from tracker.services.finding import Asked


def asked_for(
    filters: FilterOptions,
    *,
    words: Sequence[str] | None,
    kind: CommitmentKind | None,
    today: date,
    sort: str | None = None,
    limit: int | None = None,
) -> Asked:
    """Put the options together. Raises Refused for a day that cannot be read."""

    def day(typed: str | None, option: str) -> date | None:
        return None if typed is None else read_day(typed, option=option, today=today)

    return Asked(
        words=" ".join(words) if words else None,
        meeting=filters.meeting,
        series=filters.series,
        owner=filters.owner,
        lead=filters.lead,
        statuses=tuple(filters.status or ()),
        open=filters.open,
        overdue=filters.overdue,
        silent=filters.silent,
        slipped=filters.slipped,
        undated=filters.undated,
        disputed=filters.disputed,
        due_before=day(filters.due_before, "--due-before"),
        due_within=filters.due_within,
        updated_since=day(filters.updated_since, "--updated-since"),
        tag=filters.tag,
        kind=kind,
        sort=sort,
        limit=limit,
    )
