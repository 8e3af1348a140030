"""Facts for reports: meetings, agencies and commitments that never were."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from tracker.domain.due import Due
from tracker.domain.facts import (
    CommitmentFact,
    EntryFact,
    LinkFact,
    MeetingFact,
    OwnerFact,
    PeriodFact,
    RegisterFact,
    SourceFact,
    UpdateFact,
)
from tracker.domain.vocabulary import (
    Acceptance,
    Capacity,
    Channel,
    CommitmentKind,
    Door,
    LinkKind,
    MeetingKind,
    Relation,
    Role,
    Status,
    Strength,
    Subject,
    Verification,
)
from tracker.reports.follow_up import FollowUpFacts

DAY = date(2031, 1, 15)
SERIES = "Fictional annual meeting on lighthouses and lightships"
AGENCIES = {
    "FLK": "Fictional League of Lighthouse Keepers",
    "IBL": "Imaginary Bureau of Lightships",
    "MOD": "Made-up Office for Dune Grass",
    "NEB": "Nonexistent Board of Buoys",
    "WLG": "Working group on lamps and lenses (fictional)",
    "PIO": "Pretended Institute of Ocean Charts",
}
CHAIRS = {
    "PIO": (
        PeriodFact("MOD", None, date(2030, 12, 31)),
        PeriodFact("WLG", date(2031, 1, 1), date(2031, 12, 31)),
    )
}
TEXTS = (
    "Convene a symposium on the upkeep of lenses in remote towers and on who pays for it",
    "Publish a handbook on counting lightships by means of harbour registers",
    "Hold a side event on fog signals in the margins of the imaginary conference on coasts",
    "Provide inputs on the measurement of beam ranges to the committee of chart makers",
    (
        "Train forty keepers in the repair of clockwork, with particular attention to small islands"
        " that are reached by boat in the summer months alone"
    ),
    "Open its archive of tower drawings to the public",
    "Expand its work on dune grass around towers that the sea is about to reach",
    "Set up a joint fund for paint",
)


def meeting(code: str = "FM13", **changes: Any) -> MeetingFact:
    """Make up a meeting of the series."""
    made = MeetingFact(
        code=code,
        uid=f"uid-{code}",
        title="Thirteenth fictional annual meeting on lighthouses and lightships",
        kind=MeetingKind.COORDINATION_MEETING,
        when=Due("12 and 13 February 2030", date(2030, 2, 12), date(2030, 2, 13), Relation.ON),
        series="FM",
        series_title=SERIES,
        number=13,
        place="Port Nowhere",
    )
    return replace(made, **changes)


NEXT = meeting(
    "FM14",
    title="Fourteenth fictional annual meeting on lighthouses and lightships",
    when=Due("February 2031", date(2031, 2, 1), date(2031, 2, 28), Relation.IN),
    number=14,
)


def owner(agency: str, role: Role = Role.LEAD, **changes: Any) -> OwnerFact:
    """Make up an agency's part in a commitment."""
    return OwnerFact(agency, AGENCIES.get(agency, agency), role, **changes)


def commitment(ref: str = "FM13-01", **changes: Any) -> CommitmentFact:
    """Make up a commitment: announced by FLK, due in July 2030, and nothing more."""
    made = CommitmentFact(
        ref=ref,
        uid=f"uid-{ref}",
        meeting=ref.rpartition("-")[0] or "FM13",
        text=TEXTS[0],
        owners=(owner("FLK"),),
        due=JULY,
        kind=CommitmentKind.EVENT,
        source=SourceFact("fictional-report.pdf", "7", "119-121", "The League would convene it."),
        created_at=datetime(2030, 2, 20, 9, tzinfo=UTC),
        updated_at=datetime(2030, 2, 20, 9, tzinfo=UTC),
    )
    return replace(made, **changes)


JULY = Due("July 2030", date(2030, 7, 1), date(2030, 7, 31), Relation.IN)
MAY = Due("26 and 27 May 2030", date(2030, 5, 26), date(2030, 5, 27), Relation.ON)


def entry(ref: str, number: int = 1, act: str = "log", **changes: Any) -> EntryFact:
    """Make up a piece of history: what the coordinator recorded on 20 February 2030."""
    made = EntryFact(
        number=number,
        subject=Subject.COMMITMENT,
        ref=ref,
        act=act,
        at=datetime(2030, 2, 20, 9, tzinfo=UTC),
        on=date(2030, 2, 20),
        by="A. N. Example",
        capacity=Capacity.COORDINATOR,
        door=Door.CLI,
        sha256="0" * 64,
    )
    return replace(made, **changes)


def facts(
    commitments: Iterable[CommitmentFact] = (),
    history: Iterable[EntryFact] = (),
    **changes: Any,
) -> FollowUpFacts:
    """Make up what a report is drawn from."""
    by_ref: dict[str, tuple[EntryFact, ...]] = {}
    for each in history:
        by_ref[each.ref] = (*by_ref.get(each.ref, ()), each)
    made = FollowUpFacts(
        register=RegisterFact("uid-register", "Fictional lighthouse register", "Europe/Lisbon"),
        version="0.0",
        day=DAY,
        meeting=NEXT,
        previous=meeting(),
        covered=(meeting(),),
        commitments=tuple(commitments),
        history=by_ref,
        agencies=AGENCIES,
        options=(),
        digest="0123456789abcdef" * 4,
        chairs=CHAIRS,
    )
    return replace(made, **changes)


def year_of(count: int) -> FollowUpFacts:
    """Make up a year of `count` commitments, of every sort, the same for the same count."""
    made = [_one(number) for number in range(1, count + 1)]
    history = [each for number, one in enumerate(made, 1) for each in _history(number, one)]
    return facts(made, history)


_DUES = (
    JULY,
    MAY,
    Due("ongoing"),
    None,
    Due("next week", date(2030, 2, 16), date(2030, 2, 22), Relation.IN),
    Due("by the end of May", None, date(2031, 5, 31), Relation.BY),
    Due(
        "in the margins of the imaginary conference on coasts",
        date(2031, 3, 3),
        date(2031, 3, 7),
        Relation.IN_MARGINS_OF,
        "ICC",
    ),
    Due("by the next meeting", None, None, Relation.BY, "FM14"),
)
_STATUSES = (
    Status.ANNOUNCED,
    Status.IN_PROGRESS,
    Status.COMPLETED,
    Status.ANNOUNCED,
    Status.PARTLY_COMPLETED,
    Status.IN_PROGRESS,
    Status.COMPLETED,
    Status.WITHDRAWN,
    Status.SUPERSEDED,
)


def _one(number: int) -> CommitmentFact:
    codes = sorted(AGENCIES)
    status = _STATUSES[number % len(_STATUSES)]
    due = _DUES[number % len(_DUES)]
    opened = status in (Status.ANNOUNCED, Status.IN_PROGRESS)
    lead = owner(
        codes[number * number % len(codes)],
        acceptance=list(Acceptance)[number % 3],
        words="We only said that we would look into it." if number % 3 == 2 else None,
        last_status=None if status == Status.ANNOUNCED else status,
    )
    second = owner(codes[(number * number + 1) % len(codes)])
    partner = owner(codes[(number * number + 2) % len(codes)], Role.PARTNER)
    owners = [(lead,), (lead, partner), (lead, second, partner), ()][0 if number % 11 else 3]
    if number % 4 == 1 and owners:
        owners = (lead, second, partner)
    elif number % 4 == 2 and owners:
        owners = (lead, partner)
    slipped = due is not None and number % 5 == 0
    told = datetime(2030, 9, 1, 10, tzinfo=UTC) + timedelta(days=number % 90)
    closed = None if opened else told
    supersedes = (LinkFact(LinkKind.SUPERSEDES, "FM13-77"),)
    return commitment(
        f"FM13-{number:02}",
        text=TEXTS[number % len(TEXTS)],
        status=status,
        owners=owners,
        due=due,
        first_due=MAY if slipped else None,
        due_changed_because="the ship was late" if slipped else None,
        slips=1 + number % 2 if slipped else 0,
        acceptance=lead.acceptance if owners else Acceptance.UNCONFIRMED,
        verification=Verification.VERIFIED if status == Status.COMPLETED else None,
        overdue=bool(opened and due and due.latest and due.latest < DAY),
        silent=opened and number % 7 in (1, 3),
        strength=Strength.PLANNED,
        said_by="Ms. Invented Speaker" if number % 2 else None,
        said_for=lead.agency,
        tags=("lamps", "oil")[: number % 3],
        links=(LinkFact(LinkKind.RENEWS, "FM12-03"),) if number % 10 == 4 else (),
        linked_from=supersedes if status == Status.SUPERSEDED else (),
        closed_at=closed,
        closed_on=closed and closed.date() - timedelta(days=4),
        last_update=None
        if number % 7 in (1, 3)
        else UpdateFact(
            at=told,
            on=told.date() - timedelta(days=4),
            by="A. N. Example",
            agency=lead.agency if number % 3 else None,
            status=status,
            note="Example: the lamps are ordered, the oil will come by ship.",
            channel=Channel.E_MAIL if number % 2 else None,
        ),
    )


def _history(number: int, one: CommitmentFact) -> list[EntryFact]:
    logged = entry(one.ref, number * 2 - 1, changes={"text": [None, one.text]})
    last = one.last_update
    if last is None:
        return [logged]
    due = {"due": [{"words": "26 and 27 May 2030"}, {"words": one.due.words}]} if one.due else {}
    return [
        logged,
        entry(
            one.ref,
            number * 2,
            "update",
            at=last.at,
            on=last.on,
            on_behalf_of=last.agency,
            channel=last.channel,
            changes={"status": ["announced", str(one.status)], **(due if one.slips else {})},
            note=last.note,
            reason=one.due_changed_because,
            evidence=("https://lighthouses.example/lamps",) if number % 3 == 0 else (),
        ),
    ]
