"""What views show: small frozen facts, read from the register or computed for a report.

Making a dataclass takes Python most of a millisecond, so each is made when it is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tracker.domain.facts.agencies import AgencyFact as AgencyFact
    from tracker.domain.facts.agencies import FocalPointFact as FocalPointFact
    from tracker.domain.facts.agencies import PeriodFact as PeriodFact
    from tracker.domain.facts.commitments import CommitmentFact as CommitmentFact
    from tracker.domain.facts.commitments import LinkFact as LinkFact
    from tracker.domain.facts.commitments import OwnerFact as OwnerFact
    from tracker.domain.facts.commitments import SourceFact as SourceFact
    from tracker.domain.facts.commitments import UpdateFact as UpdateFact
    from tracker.domain.facts.history import EntryFact as EntryFact
    from tracker.domain.facts.issued import IssuedFact as IssuedFact
    from tracker.domain.facts.meetings import MeetingFact as MeetingFact
    from tracker.domain.facts.meetings import SeriesFact as SeriesFact
    from tracker.domain.facts.register import RegisterFact as RegisterFact
    from tracker.domain.facts.summary import SummaryFact as SummaryFact

_MODULES = {
    "AgencyFact": "agencies",
    "CommitmentFact": "commitments",
    "EntryFact": "history",
    "FocalPointFact": "agencies",
    "IssuedFact": "issued",
    "LinkFact": "commitments",
    "MeetingFact": "meetings",
    "OwnerFact": "commitments",
    "PeriodFact": "agencies",
    "RegisterFact": "register",
    "SeriesFact": "meetings",
    "SourceFact": "commitments",
    "SummaryFact": "summary",
    "UpdateFact": "commitments",
}


def __getattr__(name: str) -> Any:
    """Import the module of the fact that is asked for."""
    if name not in _MODULES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
