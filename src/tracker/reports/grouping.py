"""How the matrix is arranged: each way is a function that gives a commitment its one group."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tracker.domain.facts import CommitmentFact
from tracker.domain.text import fold
from tracker.domain.vocabulary import OPEN_STATUSES, GroupBy

NO_OWNER = "Owner to be found"


@dataclass(frozen=True, slots=True)
class Group:
    """A group of the matrix: its key (None: what has none), its title, and where it comes."""

    key: str | None
    title: str
    place: tuple[bool, str, str]


@dataclass(frozen=True, slots=True)
class Grouping:
    """A way to arrange the matrix: its heading, and the group of a commitment."""

    heading: str
    group_of: Callable[[CommitmentFact, Mapping[str, str]], Group]


def _by_agency(commitment: CommitmentFact, agencies: Mapping[str, str]) -> Group:
    """Put a commitment under the first agency that leads it, by name."""
    if not commitment.leads:
        return Group(None, NO_OWNER, (True, "", ""))
    lead = commitment.leads[0]
    name = agencies.get(lead.agency, lead.name)
    title = name if fold(name) == fold(lead.agency) else f"{name} ({lead.agency})"
    return Group(lead.agency, title, (False, fold(name), lead.agency))


GROUPINGS = {GroupBy.AGENCY: Grouping("Matrix by agency", _by_agency)}


def group_commitments(
    commitments: Sequence[CommitmentFact], agencies: Mapping[str, str], *, by: GroupBy
) -> list[dict[str, Any]]:
    """Arrange commitments in groups, each with its counts and, in the given order, its refs."""
    grouping = GROUPINGS[by]
    groups: dict[Group, list[CommitmentFact]] = {}
    for commitment in commitments:
        groups.setdefault(grouping.group_of(commitment, agencies), []).append(commitment)
    return [
        {
            "key": group.key,
            "title": group.title,
            "commitments": len(members),
            "open": sum(member.status in OPEN_STATUSES for member in members),
            "overdue": sum(member.overdue for member in members),
            "silent": sum(member.silent for member in members),
            "refs": [member.ref for member in members],
        }
        for group, members in sorted(groups.items(), key=lambda item: item[0].place)
    ]
