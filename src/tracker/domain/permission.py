"""The one table of who may do what; every door asks it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from tracker.domain.vocabulary import Role


class Act(StrEnum):
    """What a person can do to the register."""

    SEE_RESTRICTED = "see what is restricted"
    SET_STATUS = "set the status"
    SET_DUE = "change the due date"
    ADD_NOTE = "add a note"
    ADD_EVIDENCE = "add evidence"
    ACCEPT = "confirm or dispute"
    RESTRICT_NOTE = "restrict a note"
    ACT_ON_BEHALF = "act on another agency's behalf"
    LOG = "log commitments"
    EDIT = "edit commitments"
    VOID = "void commitments"
    VERIFY = "verify commitments"
    LINK = "link commitments"
    CHANGE_MEETINGS = "change meetings and series"
    CHANGE_AGENCIES = "change agencies"
    ISSUE = "issue reports"


class Standing(IntEnum):
    """What a commitment is to an agency; each includes the ones before."""

    NONE = 0
    PARTNER = 1
    LEAD = 2


# What an agency needs to be to a commitment; what is not named is the coordinator's alone.
OPEN_TO_AGENCIES: dict[Act, Standing] = {
    Act.SEE_RESTRICTED: Standing.PARTNER,
    Act.SET_STATUS: Standing.LEAD,
    Act.SET_DUE: Standing.LEAD,
    Act.ADD_NOTE: Standing.PARTNER,
    Act.ADD_EVIDENCE: Standing.PARTNER,
    Act.ACCEPT: Standing.PARTNER,
}


@dataclass(frozen=True, slots=True)
class Relations:
    """Where an agency stands among the others on one day; codes or keys, all of one sort.

    `parts` are its parts and theirs, `chairs` the groups that it chairs on that day, `member_of`
    the groups of which it is a member on that day.
    """

    agency: int
    parts: frozenset[int] = frozenset()
    chairs: frozenset[int] = frozenset()
    member_of: frozenset[int] = frozenset()

    @property
    def speaks_for(self) -> frozenset[int]:
        """The owners whose lead is its lead."""
        return self.parts | self.chairs | {self.agency}

    @property
    def takes_part_through(self) -> frozenset[int]:
        """The owners whose part, as lead or partner, lets it add notes and evidence."""
        return self.member_of | self.chairs | {self.agency}


def standing(relations: Relations, owners: Iterable[tuple[int, Role]]) -> Standing:
    """Tell what a commitment with `owners` is to an agency."""
    found = Standing.NONE
    for owner, role in owners:
        if role == Role.LEAD and owner in relations.speaks_for:
            return Standing.LEAD
        if owner in relations.takes_part_through:
            found = Standing.PARTNER
    return found


def permits(act: Act, has: Standing | None) -> bool:
    """Tell whether `act` is permitted; `has` is None for the coordinator, else the standing."""
    if has is None:
        return True
    needed = OPEN_TO_AGENCIES.get(act)
    return needed is not None and has >= needed
