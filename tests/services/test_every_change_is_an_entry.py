"""Whatever is done, history says all of it: folding the entries gives what is stored."""

from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
from hypothesis import HealthCheck, given, settings
from sqlmodel import Session, col, select

from tracker.domain.drafts import AgencyDraft, MeetingDraft, SeriesDraft, UpdateDraft, checked
from tracker.domain.records import Agency, Commitment, Entry, Meeting, Series
from tracker.domain.vocabulary import Door
from tracker.errors import TrackerError
from tracker.services.acting import Actor
from tracker.services.agencies import add_agency, edit_agency
from tracker.services.commitments import Ask, edit, log, void
from tracker.services.meetings import add_meeting, edit_meeting, edit_series
from tracker.services.updates import update
from tracker.storage.database import writing
from tracker.storage.history import PERSONAL, Recorded, state_of, subject_of

START = datetime(2015, 3, 1, 12, tzinfo=UTC)
agencies = st.sampled_from(["A", "B", "C", "Person", "Nobody"])
names = st.lists(agencies, max_size=2, unique=True).map(tuple)
meetings = st.sampled_from(["M1", "M2", "M3"])
refs = st.sampled_from([f"{m}-{n:02}" for m in ("M1", "M2") for n in (1, 2, 3)])
whens = st.sampled_from(["1 March 2016", "May 2016", "3 to 6 June 2016", "by end of 2017", None])
dues = st.sampled_from(
    ["May 2016", "by M2", "by the next meeting", "during M3 (June 2016)", "ongoing", "by 2017"]
)
texts = st.sampled_from(["do it", "написать", "写", "do 'it'"])


def some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


commitment_fields = {
    "leads": names,
    "partners": names,
    "due": dues,
    "places": st.lists(texts, max_size=2).map(tuple),
    "tags": st.lists(st.sampled_from(["a", "b"]), max_size=2).map(tuple),
    "kind": st.sampled_from(["event", "data"]),
    "strength": st.sampled_from(["firm", "interest"]),
    "said_by": st.sampled_from(["Jane", "John"]),
    "said_for": agencies,
    "document": st.sampled_from(["one.txt", "two.txt"]),
    "page": st.sampled_from(["7", "ix"]),
    "lines": st.sampled_from(["1-2", "3"]),
    "quote": texts,
    "status": st.sampled_from(["announced", "in-progress", "completed"]),
    "restricted": st.booleans(),
}
meeting_fields = {
    "title": texts,
    "when": whens,
    "place": texts,
    "series": st.sampled_from(["S", "T"]),
    "number": st.integers(1, 3),
    "in_margins_of": meetings,
    "kind": st.sampled_from(["panel", "workshop"]),
}
agency_fields = {
    "name": st.sampled_from(["Alpha", "Beta", "Gamma"]),
    "aliases": st.lists(st.sampled_from(["Al", "Be", "Ga"]), max_size=2).map(tuple),
    "former_names": st.lists(st.sampled_from(["Old", "Older"]), max_size=1).map(tuple),
    "part_of": agencies,
    "member_of": names,
    "chairs": st.lists(agencies.map("{} from 2015 to 2016".format), max_size=2).map(tuple),
    "focal_points": st.lists(
        st.sampled_from(["Jane <j@example.org>", "Jane (Chief)", "John from 2015"]), max_size=2
    ).map(tuple),
    "kind": st.sampled_from(["ngo", "person"]),
}
news = {
    "status": st.sampled_from(
        ["in-progress", "completed", "partly-completed", "withdrawn", "superseded"]
    ),
    "note": texts,
    "reason": texts,
    "due": dues,
    "accept": st.booleans(),
    "dispute": texts,
    "for_agency": agencies,
    "evidence": st.just(("https://example.org",)),
    "restricted": st.booleans(),
}


class Told(defaultdict[tuple[str, str], dict[str, Any]]):
    """What history says of each thing, folded as far as the entry numbered `seen`."""

    seen = 0


Act = Callable[[Session, Actor], object]


def _update(to: str, told: dict[str, Any]) -> Act:
    return lambda session, actor: update(session, actor, [to], checked(UpdateDraft, told))


def _add_meeting(code: str, told: dict[str, Any]) -> Act:
    draft = {"code": code, "title": "A meeting"} | told
    return lambda session, actor: add_meeting(session, actor, checked(MeetingDraft, draft))


def _edit_meeting(code: str, told: dict[str, Any], removed: set[str]) -> Act:
    asked = told | dict.fromkeys(removed)
    return lambda session, actor: edit_meeting(session, actor, code, asked)


def _edit_agency(code: str, told: dict[str, Any], removed: set[str]) -> Act:
    asked = told | dict.fromkeys(removed)
    return lambda session, actor: edit_agency(session, actor, code, asked)


def _add_agency(code: str, told: dict[str, Any]) -> Act:
    draft = {"code": code, "name": f"Agency {code}"} | told
    return lambda session, actor: add_agency(session, actor, checked(AgencyDraft, draft))


def _log(to: str, text: str, told: dict[str, Any]) -> Act:
    ask = Ask(None, {"text": text, "owner_to_be_found": True} | told)
    return lambda session, actor: log(session, actor, to, [ask, ask])


def _edit(to: str, told: dict[str, Any], removed: set[str]) -> Act:
    asked = told | dict.fromkeys(removed)
    return lambda session, actor: edit(session, actor, to, asked)


def _edit_series(title: str) -> Act:
    draft = SeriesDraft(code="S", title=title)
    return lambda session, actor: edit_series(session, actor, "S", title=draft.title)


def _void(to: str) -> Act:
    return lambda session, actor: void(session, actor, to, reason="by mistake")


gone = st.sampled_from(sorted(commitment_fields.keys() - {"status", "restricted", "leads"}))
acts = st.one_of(
    st.builds(_log, st.sampled_from(["M1", "M2"]), texts, some(**commitment_fields)),
    st.builds(_edit, refs, some(**commitment_fields), st.sets(gone, max_size=2)),
    st.builds(_update, refs, some(**news)),
    st.builds(_void, refs),
    st.builds(_add_meeting, meetings, some(**meeting_fields)),
    st.builds(
        _edit_meeting,
        meetings,
        some(**meeting_fields),
        st.sets(st.sampled_from(["when", "series", "in_margins_of"]), max_size=1),
    ),
    st.builds(_add_agency, agencies, some(**agency_fields)),
    st.builds(
        _edit_agency,
        agencies,
        some(**agency_fields),
        st.sets(st.sampled_from(["aliases", "part_of", "chairs", "focal_points"]), max_size=1),
    ),
    st.builds(_edit_series, texts),
)


@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(done=st.lists(acts, min_size=5, max_size=20))
def test_folding_the_entries_gives_what_is_stored(
    register: Path, tmp_path: Path, done: list[Act]
) -> None:
    place = tmp_path / "copy.db"
    place.write_bytes(register.read_bytes())
    first: list[Act] = [
        _add_agency("A", {}),
        _add_agency("Person", {"kind": "person"}),
        _add_meeting("M1", {"series": "S", "number": 1, "when": "12 and 13 February 2015"}),
        _log("M1", "do it", {"leads": ("A",), "due": "by the next meeting"}),
    ]
    told = Told(dict)
    with writing(str(place)) as session:
        for number, act in enumerate(first + done):
            actor = Actor("Ana", Door.CLI, START + timedelta(days=number), date(2015, 3, 1))
            try:
                act(session, actor)
            except TrackerError:
                session.rollback()
            session.expire_all()
            _tell(session, told)
            assert {key: _plain(fields) for key, fields in told.items()} == _stored(session)
            session.rollback()
    place.unlink()


def _stored(session: Session) -> dict[tuple[str, str], dict[str, Any]]:
    records: list[Recorded] = [
        *session.exec(select(Commitment)),
        *session.exec(select(Meeting)),
        *session.exec(select(Agency)),
        *session.exec(select(Series)),
    ]
    return {
        (subject_of(record), record.uid): _plain(state_of(session, record)) for record in records
    }


def _tell(session: Session, told: Told) -> None:
    """Fold the entries that came since into `told`; each must begin where the last ended."""
    seen = told.seen
    for entry in session.exec(select(Entry).where(col(Entry.id) > seen).order_by(col(Entry.id))):
        told.seen = entry.id
        record = told[(entry.subject, entry.subject_uid)]
        for field, (before, after) in entry.changes.items():
            # That a person's name or address changed is told, and not from what to what.
            if PERSONAL not in (before, after):
                assert (record.get(field) or None) == (before or None), (entry.deed, field)
            if field != "contact_data":
                record[field] = after


def _plain(state: dict[str, Any]) -> dict[str, Any]:
    return {field: value for field, value in state.items() if value}
