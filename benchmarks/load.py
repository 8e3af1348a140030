"""Make a register with many commitments: `python -m benchmarks.load FILE COMMITMENTS`.

Rows go in past the services, a hundred thousand in seconds, with a history that `db check` finds
sound. The same numbers give the same words.
"""

import json
import random
import sys
import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert
from sqlmodel import Session

from tracker.domain.chain import FIRST, digest
from tracker.domain.columns import instant_text
from tracker.domain.due import edtf
from tracker.domain.records import (
    Agency,
    AgencySpelling,
    Commitment,
    CommitmentOwner,
    CommitmentTag,
    Entry,
    Meeting,
    Person,
    SearchText,
    Series,
)
from tracker.domain.text import fold_name, search_words
from tracker.domain.vocabulary import Relation, Spelling
from tracker.storage import database
from tracker.storage.register import add_register

AGENCIES = 40
MEETING_SIZE = 250
NOW = datetime(2026, 1, 15, 9, tzinfo=UTC)
FIRST_DAY = date(2010, 2, 1)
VERBS = ("publish", "convene", "finalize", "review", "launch", "collect", "translate", "train")
THINGS = ("a handbook", "a symposium", "guidelines", "a data set", "a course", "a joint paper")
TOPICS = ("migration", "remittances", "health", "statistics", "financing", "borders", "schools")
TAGS = ("financing", "data", "rights", "health")
_A_TIME = 5_000


def fill(path: Path, count: int) -> None:
    """Make a register at `path` with `count` commitments and two entries of history for each."""
    chance = random.Random(count)
    with database.making(str(path)) as session:
        add_register(session, name="Benchmark", time_zone="UTC", now=NOW)
        session.flush()
        previous = _add_surroundings(session, count)
        numbers = iter(range(1, count + 1))
        while batch := [number for number, _ in zip(numbers, range(_A_TIME), strict=False)]:
            previous = _add_commitments(session, chance, batch, previous)
        session.commit()


def _add_surroundings(session: Session, count: int) -> tuple[int, str]:
    session.add(Person(id=1, uid=_uid("person", 1), name="Tester", name_folded="tester"))
    session.add(Series(id=1, uid=_uid("series", 1), code="M", code_folded="m", title="Meetings"))
    session.flush()
    entries = [_added("series", 1, {"code": "M", "title": "Meetings"})]
    for number in range(1, AGENCIES + 1):
        code, name = f"A{number:02}", f"Agency number {number}"
        session.add(
            Agency(
                id=number,
                uid=_uid("agency", number),
                code=code,
                name=name,
                created_at=NOW,
                updated_at=NOW,
            )
        )
        session.flush()
        for position, (kind, written) in enumerate(((Spelling.CODE, code), (Spelling.NAME, name))):
            session.add(
                AgencySpelling(
                    folded=fold_name(written),
                    agency_id=number,
                    kind=kind,
                    written=written,
                    position=position,
                )
            )
        entries.append(_added("agency", number, {"code": code, "name": name, "kind": "other"}))
    for number in range(1, (count - 1) // MEETING_SIZE + 2):
        day = FIRST_DAY + timedelta(days=14 * number)
        code = f"M{number:03}"
        session.add(
            Meeting(
                id=number,
                uid=_uid("meeting", number),
                code=code,
                code_folded=code.casefold(),
                title=f"Meeting {number}",
                title_folded=f"meeting {number}",
                series_id=1,
                number=number,
                when_words=day.isoformat(),
                when_earliest=day,
                when_latest=day,
                when_edtf=day.isoformat(),
                when_relation=Relation.ON,
                created_at=NOW,
                updated_at=NOW,
            )
        )
        told = {"code": code, "title": f"Meeting {number}", "kind": "other", "number": number}
        told |= {"series": _uid("series", 1), "when": _due(day)}
        entries.append(_added("meeting", number, told))
    session.flush()
    previous = (0, FIRST)
    for entry in entries:
        previous = _chained(entry, previous)
        session.connection().execute(insert(Entry), entry)
    return previous


def _add_commitments(
    session: Session, chance: random.Random, numbers: list[int], previous: tuple[int, str]
) -> tuple[int, str]:
    rows: dict[type[Any], list[dict[str, Any]]] = {
        kind: [] for kind in (Commitment, CommitmentOwner, CommitmentTag, SearchText, Entry)
    }
    for number in numbers:
        text = f"{chance.choice(VERBS)} {chance.choice(THINGS)} on {chance.choice(TOPICS)} {number}"
        due = FIRST_DAY + timedelta(days=chance.randrange(7000))
        owner = chance.randrange(AGENCIES) + 1
        status = chance.choice(("announced", "in-progress", "in-progress", "completed"))
        rows[Commitment].append(_commitment(number, text, due, status))
        owners = [_owner(number, owner, "lead", 0)]
        if number % 3 == 0:
            owners.append(_owner(number, owner % AGENCIES + 1, "partner", 1))
        rows[CommitmentOwner] += owners
        tag = chance.choice(TAGS)
        rows[CommitmentTag].append({"commitment_id": number, "tag": tag})
        note = f"News of {number}: under way"
        rows[SearchText].append(
            {
                "commitment_id": number,
                "body": search_words(f"{text}\n{note}"),
                "restricted_notes": "",
            }
        )
        logged = _logged(number, text, due, tag, owners)
        for entry in _entries(number, logged, status, owner, note):
            previous = _chained(entry, previous)
            rows[Entry].append(entry)
    for kind, listed in rows.items():
        session.connection().execute(insert(kind), listed)
    return previous


def _commitment(number: int, text: str, due: date, status: str) -> dict[str, Any]:
    return {
        "id": number,
        "uid": _uid("commitment", number),
        "meeting_id": (number - 1) // MEETING_SIZE + 1,
        "number": (number - 1) % MEETING_SIZE + 1,
        "text": text,
        "status": status,
        "verification": "unverified" if status == "completed" else None,
        "due_words": due.isoformat(),
        "due_earliest": due,
        "due_latest": due,
        "due_edtf": edtf(due, due),
        "due_relation": "on",
        "restricted": False,
        "voided": False,
        "created_at": NOW,
        "updated_at": NOW,
    }


def _owner(number: int, agency: int, role: str, position: int) -> dict[str, Any]:
    return {
        "commitment_id": number,
        "agency_id": agency,
        "role": role,
        "position": position,
        "acceptance": "unconfirmed",
    }


def _due(day: date) -> dict[str, Any]:
    return {
        "words": day.isoformat(),
        "earliest": day.isoformat(),
        "latest": day.isoformat(),
        "edtf": day.isoformat(),
        "relation": "on",
        "meeting": None,
    }


def _logged(
    number: int, text: str, due: date, tag: str, owners: list[dict[str, Any]]
) -> dict[str, Any]:
    return {
        "meeting": _uid("meeting", (number - 1) // MEETING_SIZE + 1),
        "number": (number - 1) % MEETING_SIZE + 1,
        "text": text,
        "status": "announced",
        "due": _due(due),
        "owners": [
            {
                "agency": _uid("agency", owner["agency_id"]),
                "role": owner["role"],
                "acceptance": "unconfirmed",
                "words": None,
            }
            for owner in owners
        ],
        "tags": [tag],
    }


def _entries(
    number: int, logged: dict[str, Any], status: str, owner: int, note: str
) -> Iterator[dict[str, Any]]:
    told = _told("commitment", number)
    yield told | {
        "uid": _uid("log", number),
        "act": _uid("log-act", number),
        "deed": "log",
        "changes": {field: [None, value] for field, value in logged.items()},
    }
    changes: dict[str, Any] = {}
    if status != "announced":
        changes["status"] = ["announced", status]
    if status == "completed":
        changes["verification"] = [None, "unverified"]
    yield told | {
        "uid": _uid("update", number),
        "act": _uid("update-act", number),
        "deed": "update",
        "for_agency_id": owner,
        "status": status,
        "changes": changes,
        "note": note,
    }


def _added(subject: str, number: int, made: dict[str, Any]) -> dict[str, Any]:
    return _told(subject, number) | {
        "uid": _uid(f"add-{subject}", number),
        "act": _uid(f"add-{subject}-act", number),
        "deed": "add",
        "changes": {field: [None, value] for field, value in made.items()},
    }


def _told(subject: str, number: int) -> dict[str, Any]:
    return {
        "subject": subject,
        f"{subject}_id": number,
        "subject_uid": _uid(subject, number),
        "recorded_at": NOW,
        "true_on": NOW.date(),
        "by_id": 1,
        "by_uid": _uid("person", 1),
        "capacity": "coordinator",
        "acting_agency_id": None,
        "for_agency_id": None,
        "door": "cli",
        "channel": None,
        "status": None,
        "note": None,
        "reason": None,
        "evidence": [],
        "restricted": False,
    }


def _chained(entry: dict[str, Any], previous: tuple[int, str]) -> tuple[int, str]:
    entry["id"], entry["previous"] = previous[0] + 1, previous[1]
    behalf = entry["for_agency_id"]
    entry["sha256"] = digest(
        json.loads(json.dumps({key: entry[key] for key in _PLAIN if entry[key] is not None}))
        | {
            "number": entry["id"],
            "recorded_at": instant_text(entry["recorded_at"]),
            "true_on": entry["true_on"].isoformat(),
            "by": entry["by_uid"],
            "for_agency": _uid("agency", behalf) if behalf else None,
        }
    )
    return entry["id"], entry["sha256"]


_PLAIN = (
    "uid",
    "act",
    "deed",
    "subject",
    "subject_uid",
    "capacity",
    "door",
    "channel",
    "status",
    "changes",
    "note",
    "reason",
    "evidence",
    "restricted",
    "previous",
)


def _uid(kind: str, number: int) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{kind}-{number}"))


if __name__ == "__main__":
    fill(Path(sys.argv[1]), int(sys.argv[2]))
