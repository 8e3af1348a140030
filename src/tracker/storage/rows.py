"""What history holds of a thing, as the rows that it stands for: the inverse of `state_of`.

Both ways back use it: a register as it stood is made of such rows, and undo puts them in place.
Imports neither sqlmodel nor sqlalchemy.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tracker.domain.fold import State
from tracker.domain.text import fold as folded
from tracker.domain.text import fold_name
from tracker.domain.vocabulary import AgencyKind, MeetingKind, Spelling, Status, Subject

Row = dict[str, Any]
Rows = dict[str, list[Row]]
# A uid as the key that the thing has in this database; None stays None.
KeyOf = Callable[[str | None], int | None]

# The tables whose rows belong to a thing, and the column in them that says to which.
BELONGINGS = {
    Subject.COMMITMENT: {
        "commitment_owner": "commitment_id",
        "commitment_place": "commitment_id",
        "commitment_tag": "commitment_id",
        "commitment_link": "commitment_id",
    },
    Subject.AGENCY: {
        "agency_spelling": "agency_id",
        "group_member": "member_id",
        "group_chair": "group_id",
        "focal_point": "agency_id",
    },
    Subject.MEETING: {},
    Subject.SERIES: {},
}


@dataclass(frozen=True, slots=True)
class Thing:
    """Whose rows they are: its key and uid, and the moments at which it was made and changed."""

    key: int
    uid: str
    created_at: Any
    updated_at: Any


def rows_of(subject: Subject, thing: Thing, state: State, key_of: KeyOf) -> Rows:
    """Give the rows, by table, that `state` stands for."""
    match subject:
        case Subject.COMMITMENT:
            return _commitment(thing, state, key_of)
        case Subject.MEETING:
            return {"meeting": [_meeting(thing, state, key_of)]}
        case Subject.AGENCY:
            return _agency(thing, state, key_of)
        case Subject.SERIES:
            return {"series": [_series(thing, state)]}


def _commitment(thing: Thing, state: State, key_of: KeyOf) -> Rows:
    own = {"commitment_id": thing.key}
    return {
        "commitment": [
            {
                "id": thing.key,
                "uid": thing.uid,
                "meeting_id": key_of(state["meeting"]),
                "number": state["number"],
                "text": state["text"],
                "kind": state.get("kind"),
                "strength": state.get("strength"),
                "status": state.get("status") or Status.ANNOUNCED.value,
                "verification": state.get("verification"),
                **_due("due", state.get("due"), key_of),
                **_due("first_due", state.get("first_due"), key_of),
                "said_by_id": key_of(state.get("said_by")),
                "said_for_id": key_of(state.get("said_for")),
                "document_id": key_of(state.get("document")),
                "page": state.get("page"),
                "lines": state.get("lines"),
                "quote": state.get("quote"),
                "restricted": bool(state.get("restricted")),
                "voided": bool(state.get("voided")),
                "created_at": thing.created_at,
                "updated_at": thing.updated_at,
            }
        ],
        "commitment_owner": [
            own
            | {
                "agency_id": key_of(owner["agency"]),
                "role": owner["role"],
                "position": position,
                "acceptance": owner["acceptance"],
                "words": owner["words"],
            }
            for position, owner in enumerate(_list(state, "owners"))
        ],
        "commitment_place": [
            own | {"position": position, "place": place}
            for position, place in enumerate(_list(state, "places"))
        ],
        "commitment_tag": [own | {"tag": tag} for tag in _list(state, "tags")],
        "commitment_link": [
            own | {"kind": link["kind"], "to_id": key_of(link["to"])}
            for link in _list(state, "links")
        ],
    }


def _meeting(thing: Thing, state: State, key_of: KeyOf) -> Row:
    when = state.get("when") or {}
    voided = bool(state.get("voided"))
    return {
        "id": thing.key,
        "uid": thing.uid,
        "code": state["code"],
        # A code that was added by mistake is free again.
        "code_folded": thing.uid if voided else folded(state["code"]),
        "title": state["title"],
        "title_folded": fold_name(state["title"]),
        "kind": state.get("kind") or MeetingKind.OTHER.value,
        "series_id": key_of(state.get("series")),
        "number": state.get("number"),
        "when_words": when.get("words"),
        "when_earliest": when.get("earliest"),
        "when_latest": when.get("latest"),
        "when_edtf": when.get("edtf"),
        "when_relation": when.get("relation"),
        "place": state.get("place"),
        "in_margins_of_id": key_of(state.get("in_margins_of")),
        "voided": voided,
        "created_at": thing.created_at,
        "updated_at": thing.updated_at,
    }


def _agency(thing: Thing, state: State, key_of: KeyOf) -> Rows:
    voided = bool(state.get("voided"))
    return {
        "agency": [
            {
                "id": thing.key,
                "uid": thing.uid,
                "code": state["code"],
                "name": state["name"],
                "kind": state.get("kind") or AgencyKind.OTHER.value,
                "part_of_id": key_of(state.get("part_of")),
                "voided": voided,
                "merged_into_id": key_of(state.get("merged_into")),
                "created_at": thing.created_at,
                "updated_at": thing.updated_at,
            }
        ],
        "agency_spelling": [] if voided else _spellings(thing, state),
        "group_member": [
            {"group_id": key_of(one["group"]), "member_id": thing.key} | _period(one)
            for one in _list(state, "member_of")
        ],
        "group_chair": [
            {"group_id": thing.key, "chair_id": key_of(one["agency"])} | _period(one)
            for one in _list(state, "chairs")
        ],
        "focal_point": [
            {"agency_id": thing.key, "person_id": key_of(one["person"])} | _period(one)
            for one in _list(state, "focal_points")
        ],
    }


def _spellings(thing: Thing, state: State) -> list[Row]:
    wanted = [(Spelling.CODE, state["code"]), (Spelling.NAME, state["name"])]
    wanted += [(Spelling.ALIAS, name) for name in _list(state, "aliases")]
    wanted += [(Spelling.FORMER_NAME, name) for name in _list(state, "former_names")]
    rows: dict[str, Row] = {}
    for position, (kind, written) in enumerate(wanted):
        rows.setdefault(
            fold_name(written),
            {
                "folded": fold_name(written),
                "agency_id": thing.key,
                "kind": kind.value,
                "written": written,
                "position": position,
            },
        )
    return list(rows.values())


def _series(thing: Thing, state: State) -> Row:
    voided = bool(state.get("voided"))
    return {
        "id": thing.key,
        "uid": thing.uid,
        "code": state["code"],
        "code_folded": thing.uid if voided else folded(state["code"]),
        "title": state["title"],
        "voided": voided,
    }


def _due(prefix: str, due: Mapping[str, Any] | None, key_of: KeyOf) -> Row:
    told = due or {}
    return {
        f"{prefix}_words": told.get("words"),
        f"{prefix}_earliest": told.get("earliest"),
        f"{prefix}_latest": told.get("latest"),
        f"{prefix}_edtf": told.get("edtf"),
        f"{prefix}_relation": told.get("relation"),
        f"{prefix}_meeting_id": key_of(told.get("meeting")),
    }


def _period(state: Mapping[str, Any]) -> Row:
    return {"since": state.get("since"), "until": state.get("until")}


def _list(state: State, field: str) -> Iterable[Any]:
    return state.get(field) or ()
