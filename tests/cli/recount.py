"""The rules of the register, said a second time over what it prints of itself."""

import itertools
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from tests.conftest import Outcome

Run = Callable[..., Outcome]
Row = dict[str, Any]
Rows = list[Row]
Rule = Callable[[Row], bool]

TODAY = date(2016, 1, 15)
OPEN = ("announced", "in-progress")
STATUSES = (*OPEN, "completed", "partly-completed", "withdrawn")
AGENCIES = ("IOM", "ILO", "WHO")


def listed(run: Run, *words: str, today: date = TODAY) -> Rows:
    """Give what `list --format json` answers."""
    outcome = run("list", *words, "--format", "json", env={"TRACKER_TODAY": today.isoformat()})
    assert outcome.exit_code == 0, (words, outcome.stderr)
    assert outcome.stderr == ""
    found: Rows = json.loads(outcome.stdout)
    return found


def refs(rows: Rows) -> list[str]:
    return [row["ref"] for row in rows]


@dataclass
class Told:
    """All that the register prints of itself on a day."""

    today: date
    rows: Rows
    meetings: dict[str, dict[str, Any]]
    words: dict[str, list[date]] = field(default_factory=dict)
    slips: dict[str, int] = field(default_factory=dict)


def told(run: Run, today: date = TODAY) -> Told:
    meetings = {
        row["code"]: row for row in json.loads(run("meeting", "list", "--format", "json").stdout)
    }
    made = Told(today, listed(run, today=today), meetings)
    for entry in json.loads(run("history", "--format", "json").stdout):
        ref, due = entry["ref"], entry["changes"].get("due")
        if entry["subject"] != "commitment":
            continue
        if entry["act"] == "update" and (entry["agency"] or entry["on_behalf_of"]):
            made.words.setdefault(ref, []).append(date.fromisoformat(entry["on"]))
        if entry["act"] == "edit" and due:
            made.slips[ref] = 0
        if entry["act"] == "update" and due and due[0] and due[0]["latest"]:
            after = due[1] and due[1]["latest"]
            made.slips[ref] = made.slips.get(ref, 0) + (after is None or after > due[0]["latest"])
    return made


def latest(row: dict[str, Any]) -> date | None:
    due = row["due"]
    return date.fromisoformat(due["latest"]) if due and due["latest"] else None


def is_open(row: dict[str, Any]) -> bool:
    return row["status"] in OPEN


def is_overdue(row: dict[str, Any], today: date) -> bool:
    day = latest(row)
    return is_open(row) and day is not None and day < today


def is_silent(row: dict[str, Any], all_told: Told) -> bool:
    """No word since the previous meeting of the series; outside a series, since its own."""
    own = all_told.meetings[row["meeting"]]
    if not is_open(row) or not (own["when"] is None or _is_over(own, all_told.today)):
        return False
    words = all_told.words.get(row["ref"], [])
    if own["series"] is None:
        since = _first_day(own)
        return not words or (since is not None and max(words) < since)
    over = [
        one
        for one in all_told.meetings.values()
        if one["series"] == own["series"] and _is_over(one, all_told.today)
    ]
    if not over:
        return False
    since = _first_day(max(over, key=lambda one: one["when"]["latest"]))
    return since is not None and all(word < since for word in words)


def _is_over(meeting: dict[str, Any], today: date) -> bool:
    when = meeting["when"]
    return bool(when and when["latest"] and date.fromisoformat(when["latest"]) < today)


def _first_day(meeting: dict[str, Any]) -> date | None:
    when = meeting["when"]
    day = when and (when["earliest"] or when["latest"])
    return date.fromisoformat(day) if day else None


def leads(row: dict[str, Any]) -> list[str]:
    return [owner["agency"] for owner in row["owners"] if owner["role"] == "lead"]


def has(name: str, *values: object) -> Rule:
    return lambda row: row[name] in values


def due_from_to(first: date, last: date) -> Rule:
    return lambda row: first <= (latest(row) or date.min) <= last


def both(one: Rule, other: Rule) -> Rule:
    return lambda row: one(row) and other(row)


def owned(code: str, *roles: str) -> Rule:
    return lambda row: any(
        owner["agency"] == code and owner["role"] in roles for owner in row["owners"]
    )


def updated_since(moment: str) -> Rule:
    return lambda row: bool(row["updated_at"] >= moment)


def is_undated(row: Row) -> bool:
    return not row["due"] or not (row["due"]["earliest"] or row["due"]["latest"])


def is_disputed(row: Row) -> bool:
    return any(
        owner["role"] == "lead" and owner["acceptance"] == "disputed" for owner in row["owners"]
    )


def recounts(all_told: Told) -> dict[tuple[str, ...], list[str]]:
    """Give what each filter must find, in the order of the unfiltered list."""
    today = all_told.today
    wanted: dict[tuple[str, ...], Rule] = {
        ("--open",): is_open,
        ("--overdue",): lambda row: is_overdue(row, today),
        ("--silent",): lambda row: is_silent(row, all_told),
        ("--slipped",): lambda row: all_told.slips.get(row["ref"], 0) > 0,
        ("--undated",): is_undated,
        ("--disputed",): is_disputed,
        ("--tag", "#Data"): lambda row: "data" in row["tags"],
        ("--kind", "data"): has("kind", "data"),
        ("--status", "completed", "--status", "withdrawn"): has("status", "completed", "withdrawn"),
    }
    wanted |= {("--status", status): has("status", status) for status in STATUSES}
    for days in (0, 30, 400):
        due = due_from_to(today, today + timedelta(days=days))
        wanted["--due-within", str(days)] = both(is_open, due)
    for day in ("2015-06-30", "2015-07-01", "2016-03-01"):
        before = date.fromisoformat(day) - timedelta(days=1)
        wanted["--due-before", day] = due_from_to(date.min + timedelta(days=1), before)
    for day in ("2015-03-10", "2015-09-01"):
        wanted["--updated-since", day] = updated_since(f"{day}T00:00:00Z")
    for code in AGENCIES:
        wanted["--lead", code] = owned(code, "lead")
        wanted["--owner", code.lower()] = owned(code, "lead", "partner")
    of_series: dict[str, list[str]] = {}
    for code, held in all_told.meetings.items():
        wanted["--meeting", code.lower()] = has("meeting", code)
        if held["series"]:
            of_series.setdefault(held["series"], []).append(code)
    wanted |= {("--series", code): has("meeting", *held) for code, held in of_series.items()}
    return {
        words: [row["ref"] for row in all_told.rows if rule(row)] for words, rule in wanted.items()
    }


def hold_recount(run: Run, today: date = TODAY) -> dict[tuple[str, ...], list[str]]:
    """Compare every filter, alone and with others, with its recount."""
    all_told = told(run, today)
    for row in all_told.rows:
        assert row["overdue"] == is_overdue(row, today), row
        assert row["silent"] == is_silent(row, all_told), row
        assert row["slips"] == all_told.slips.get(row["ref"], 0), row
    counted = recounts(all_told)
    for words, expected in counted.items():
        assert refs(listed(run, *words, today=today)) == expected, words
    together = [words for words in counted if words[0] not in ("--status", "--meeting")]
    for one, other in itertools.islice(zip(together, together[3:], strict=False), 0, None, 2):
        if one[0] != other[0]:
            wanted = [ref for ref in counted[one] if ref in counted[other]]
            assert refs(listed(run, *one, *other, today=today)) == wanted, (one, other)
    return counted
