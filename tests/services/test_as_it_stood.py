"""What was read on any past day is read again as of that day, whatever was done since."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
from hypothesis import HealthCheck, given, settings
from sqlmodel import Session

from tests.services.test_every_change_is_an_entry import acts as changes
from tests.services.test_every_change_is_an_entry import agencies, refs
from tracker.domain.as_json import (
    agency_json,
    commitment_json,
    meeting_json,
    series_json,
    summary_json,
)
from tracker.domain.drafts import AgencyDraft, MeetingDraft, UpdateDraft, checked
from tracker.domain.vocabulary import Door, LinkKind
from tracker.errors import TrackerError
from tracker.services.acting import Actor
from tracker.services.agencies import add_agency, edit_agency
from tracker.services.commitments import Ask, edit, log, void
from tracker.services.finding import Asked, find_commitment, find_commitments
from tracker.services.finding_agencies import find_agencies
from tracker.services.finding_history import find_history
from tracker.services.finding_meetings import find_all_series, find_meetings
from tracker.services.linking import link
from tracker.services.meetings import add_meeting, edit_meeting
from tracker.services.merging import merge_agencies
from tracker.services.summarising import summarise
from tracker.services.undoing import undo
from tracker.services.updates import update
from tracker.services.verifying import verify
from tracker.services.viewing import Viewer, as_it_stood
from tracker.storage.connection import Connection, reading
from tracker.storage.database import writing
from tracker.storage.reads import commitments as commitment_reads
from tracker.storage.soundness import findings

FIRST_DAY = date(2015, 3, 1)
# Arithmetic counts from one day throughout, so that only what was recorded makes a difference.
TODAY = date(2016, 6, 5)
WORDS = ("it", "note", "напи")

Act = Callable[[Session, Actor], object]
Told = dict[str, Any]


def _undo() -> Act:
    return lambda session, actor: undo(session, actor)


def _link(one: str, kind: LinkKind, other: str) -> Act:
    return lambda session, actor: link(session, actor, one, kind, other)


def _verify(ref: str, doubt: str | None) -> Act:
    whom = None if doubt else "the library"
    return lambda session, actor: verify(session, actor, ref, checked_with=whom, doubt=doubt)


def _merge(one: str, into: str) -> Act:
    return lambda session, actor: merge_agencies(session, actor, one, into)


def _say(ref: str, **told: Any) -> Act:
    return lambda session, actor: update(session, actor, [ref], checked(UpdateDraft, told))


def _say_of_all(codes: tuple[str, ...], **told: Any) -> Act:
    return lambda session, actor: update(session, actor, codes, checked(UpdateDraft, told))


def _log(code: str, *lines: str, **fields: Any) -> Act:
    asks = [Ask(line, fields) for line in lines]
    return lambda session, actor: log(session, actor, code, asks, add_agencies=True)


def _meeting(code: str, **told: Any) -> Act:
    draft = {"code": code, "title": f"Meeting {code}"} | told
    return lambda session, actor: add_meeting(session, actor, checked(MeetingDraft, draft))


def _agency(code: str, **told: Any) -> Act:
    draft = {"code": code, "name": f"Agency {code}"} | told
    return lambda session, actor: add_agency(session, actor, checked(AgencyDraft, draft))


def _edit(ref: str, **asked: Any) -> Act:
    return lambda session, actor: edit(session, actor, ref, asked)


def _edit_meeting(code: str, **asked: Any) -> Act:
    return lambda session, actor: edit_meeting(session, actor, code, asked)


def _edit_agency(code: str, **asked: Any) -> Act:
    return lambda session, actor: edit_agency(session, actor, code, asked)


def _void(ref: str) -> Act:
    return lambda session, actor: void(session, actor, ref, reason="twice")


FRAME: list[Act] = [
    _agency("A"),
    _agency("B"),
    _agency("Person", kind="person"),
    _meeting("M1", series="S", number=1, when="12 and 13 February 2015"),
    _meeting("M2", series="S", number=2),
    _log("M1", "A: do it (by the next meeting)", "A, with B: do it all (May 2016)"),
]
others: st.SearchStrategy[Act] = st.one_of(
    st.builds(_undo),
    st.builds(_link, refs, st.sampled_from(LinkKind), refs),
    st.builds(_verify, refs, st.none() | st.just("not there")),
    st.builds(_merge, agencies, agencies),
    st.builds(_log, st.sampled_from(["M1", "M2"]), st.just("A: do it"), due=st.just("May 2016")),
    st.builds(_say, refs, note=st.just("a note"), for_agency=st.sampled_from(["A", "B"])),
    st.builds(_say, refs, status=st.just("completed"), for_agency=st.just("A")),
)
people = st.sampled_from([("Ana", None), ("Ana", None), ("Ben", None), ("Ana", "A")])


@settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(done=st.lists(st.tuples(people, st.one_of(changes, others)), min_size=8, max_size=18))
def test_the_register_as_it_stood_is_what_it_was(
    register: Path, tmp_path: Path, done: list[tuple[tuple[str, str | None], Act]]
) -> None:
    place = tmp_path / "copy.db"
    place.write_bytes(register.read_bytes())
    _hold_as_it_stood(str(place), [(("Ana", None), act) for act in FRAME] + done)
    for path in tmp_path.glob("copy.db*"):
        path.unlink()


def test_a_year_is_read_again_on_both_databases(any_register: str) -> None:
    ana, ben, agency_a = ("Ana", None), ("Ben", None), ("Ana", "A")
    year: list[tuple[tuple[str, str | None], Act]] = [
        *((ana, act) for act in FRAME),
        (ana, _agency("D", part_of="A", member_of=("B",))),
        (ana, _undo()),
        (ana, _agency("GMG", chairs=("B from 2015 to 2016",))),
        (ana, _edit_agency("A", member_of=("GMG",), aliases=("Alpha",))),
        (ana, _log("M1", "GMG: do it well (New York, during M2) #tag", said_by="Jane")),
        (ana, _log("M1", "New Network: написать", quote="we shall", document="report.txt")),
        (agency_a, _say("M1-01", status="in-progress", accept=True, note="a note")),
        (agency_a, _say("M1-02", due="by 2017", reason="late")),
        (ben, _edit_meeting("M2", when="3 to 6 June 2016")),
        (ben, _undo()),
        (ben, _edit_meeting("M2", when="3 to 6 May 2016", place="Rome")),
        (ana, _say_of_all(("M1-01", "M1-02"), status="completed", for_agency="A")),
        (ana, _verify("M1-01", None)),
        (ana, _undo()),
        (ana, _verify("M1-01", "not there")),
        (ana, _log("M2", "B: do it again")),
        (ana, _link("M2-01", LinkKind.SUPERSEDES, "M1-03")),
        (ana, _undo()),
        (ana, _link("M2-01", LinkKind.RENEWS, "M1-02")),
        (ana, _say("M1-03", note="a secret note", restricted=True)),
        (ana, _edit("M1-03", restricted=True, tags=("x", "y"))),
        (ana, _void("M1-04")),
        (ana, _merge("B", "A")),
        (agency_a, _undo()),
        (ana, _undo()),
    ]
    # On PostgreSQL each look back makes a schema in memory first, which takes a third of a second.
    every = 5 if any_register.startswith("postgres") else 1
    assert _hold_as_it_stood(any_register, year, every=every) == []


def _hold_as_it_stood(
    place: str, done: list[tuple[tuple[str, str | None], Act]], *, every: int = 1
) -> list[str]:
    """Do one thing a day, remember what is read in the evening, and read it again at the end.

    Gives what was refused.
    """
    remembered: list[Told] = []
    refused: list[str] = []
    with writing(place) as session:
        for number, ((by, agency), act) in enumerate(done):
            day = FIRST_DAY + timedelta(days=number)
            now = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
            try:
                act(session, Actor(by, Door.CLI, now, FIRST_DAY, agency))
            except TrackerError as refusal:
                refused.append(str(refusal))
                session.rollback()
            session.expire_all()
            session.rollback()
            with reading(place) as connection:
                remembered.append(_read(connection))
    assert findings(place) == []
    with reading(place) as connection:
        for number, told in list(enumerate(remembered))[::every]:
            day = FIRST_DAY + timedelta(days=number)
            asked = as_it_stood(
                connection, str(day), today=date(2020, 1, 1), time_zone="UTC", by_agency=False
            )
            with asked as (stood, of):
                assert of == day
                found = _read(stood)
                assert found.keys() == told.keys()
                for part in told:
                    assert found[part] == told[part], day
    return refused


def _read(connection: Connection) -> Told:
    """Read all that the register shows, as the coordinator and as an agency."""
    viewer = Viewer(TODAY)
    codes = commitment_reads.refs(connection)
    known = {one.code for one in find_agencies(connection, viewer)}
    seen: Told = {
        "shown": {ref: _shown(connection, viewer, ref) for ref in codes},
        "listed": _refs(connection, viewer, Asked()),
        "silent": _refs(connection, viewer, Asked(silent=True)),
        "slipped": _refs(connection, viewer, Asked(slipped=True)),
        "found": [sorted(_refs(connection, viewer, Asked(words=word))) for word in WORDS],
        "meetings": [meeting_json(one) for one in find_meetings(connection)],
        "series": [series_json(one) for one in find_all_series(connection)],
        "agencies": [
            _without_personal_data(agency_json(one)) for one in find_agencies(connection, viewer)
        ],
        "summary": summary_json(summarise(connection, viewer)),
    }
    if "A" in known:
        as_agency = Viewer(TODAY, "A")
        seen["listed by A"] = _refs(connection, as_agency, Asked())
        # Each database ranks in a way of its own.
        seen["found by A"] = [
            sorted(_refs(connection, as_agency, Asked(words=word))) for word in WORDS
        ]
        seen["summary of A"] = summary_json(summarise(connection, as_agency))
    return seen


def _shown(connection: Connection, viewer: Viewer, ref: str) -> Told:
    history = find_history(connection, viewer, ref=ref, time_zone="UTC")
    fact = find_commitment(connection, viewer, ref)
    # A speaker's title is the person's: it is as it is now.
    return commitment_json(fact, history) | {
        "said_by_title": None,
        "linked_from": [(link.kind, link.ref) for link in fact.linked_from],
    }


def _refs(connection: Connection, viewer: Viewer, asked: Asked) -> list[str]:
    return [one.ref for one in find_commitments(connection, viewer, asked, time_zone="UTC")]


def _without_personal_data(agency: Told) -> Told:
    """Leave out what stands in no entry, and so is as it is now."""
    points = [point | {"title": None, "email": None} for point in agency["focal_points"]]
    names: Told = {"name": None, "aliases": None, "former_names": None}
    return agency | {"focal_points": points} | (names if agency["kind"] == "person" else {})
