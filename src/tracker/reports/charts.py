"""The charts of the follow-up report: by agency, and over the months in which things fall due."""

from collections.abc import Sequence
from typing import Any

from tracker.reports.document import (
    Bar,
    Chart,
    Line,
    Portion,
    Run,
    Style,
    Tone,
    Words,
    as_code,
    join_runs,
    say,
)
from tracker.reports.grouping import NO_OWNER
from tracker.reports.wording import join_words, say_count, say_month

# More bars than a page takes beside what else stands there say less than their sum.
_MOST_BARS = 26
_NAMED = 3


def agency_chart(figures: dict[str, Any]) -> Chart:
    """Draw how many commitments each agency leads, and how many of them are late or closed."""
    rows = figures["by_agency"]
    shown = rows
    if len(rows) > _MOST_BARS:
        largest = sorted(rows, key=lambda row: (-row["overdue"], -row["commitments"]))
        chosen = {row["agency"] for row in largest[:_MOST_BARS]}
        shown = [row for row in rows if row["agency"] in chosen]
    bars = tuple(
        Bar(
            row["agency"] or NO_OWNER.lower(),
            (
                Portion(row["overdue"], Tone.ALERT),
                Portion(row["open"], Tone.FIRM),
                Portion(row["closed"], Tone.QUIET),
            ),
            _count(row["commitments"], row),
        )
        for row in shown
    )
    return Chart("By agency", "Agency", _say_agencies(figures, len(rows) - len(shown)), bars)


def timeline_chart(figures: dict[str, Any]) -> Chart | None:
    """Draw when the open commitments fall due, or nothing where none is open."""
    periods = figures["timeline"]
    if not periods:
        return None
    bars = tuple(
        Bar(
            _period(period),
            (Portion(period["overdue"], Tone.ALERT), Portion(period["due"], Tone.FIRM)),
            Line(_few(period["overdue"] + period["due"], period["overdue"])),
        )
        for period in periods
    )
    return Chart("What falls due", "Month", _say_timeline(figures), bars)


def _count(whole: int, row: dict[str, Any]) -> Line:
    """Write a count and what it is made of, in the order of the bar: "7: 2 overdue, 5 open"."""
    parts = [(row[key], key) for key in ("overdue", "open", "closed") if row[key]]
    if len(parts) == 1:
        return Line(_marked(f"{whole} {parts[0][1]}", alert=parts[0][1] == "overdue"))
    said = [_marked(f"{number} {word}", alert=word == "overdue") for number, word in parts]
    return Line((Run(f"{whole}: "), *join_runs(said)))


def _few(whole: int, overdue: int) -> Words:
    if not overdue:
        return (Run(str(whole) if whole else "–"),)
    if overdue == whole:
        return _marked(f"{whole} overdue", alert=True)
    return (Run(f"{whole}: "), *_marked(f"{overdue} overdue", alert=True))


def _marked(text: str, *, alert: bool) -> Words:
    return (Run(text, Style.ALERT if alert else Style.PLAIN),)


def _period(period: dict[str, Any]) -> str:
    match period["period"]:
        case "in":
            return say_month(period["month"])
        case "before" | "after":
            return f"{period['period']} {say_month(period['month'])}"
        case "open-ended":
            return "no last day"
        case _:
            return "no date"


def _say_agencies(figures: dict[str, Any], hidden: int) -> Words:
    """Say who leads the most, and whose is late: the chart in a sentence."""
    rows = [row for row in figures["by_agency"] if row["agency"]]
    whole = figures["commitments"]
    if not rows:
        which = "the one commitment" if whole == 1 else f"all {whole} commitments"
        return say(f"For {which} no owner is found yet.")
    if len(figures["by_agency"]) == 1:
        all_of = {1: "the one commitment", 2: "both commitments"}.get(whole, f"all {whole}")
        late = f", {figures['overdue']} of them overdue" if figures["overdue"] else ""
        return say(f"{{}} leads {all_of}{late}.", rows[0]["agency"])
    pieces = [_most(rows, "commitments", "the most commitments", "leads", "lead")]
    if figures["overdue"] and any(row["overdue"] for row in rows):
        pieces.append(_most(rows, "overdue", "the most overdue", "has", "have"))
    said = join_runs(pieces, last="; ")
    head = f"Of the {say_count(len(rows), 'agency', 'agencies')} that lead, "
    tail = "."
    if hidden:
        tail = f"; {say_count(hidden, 'agency', 'agencies')} with fewer stand in the matrix alone."
    return (Run(head), *said, Run(tail))


def _most(rows: Sequence[dict[str, Any]], key: str, what: str, one: str, several: str) -> Words:
    most = max(row[key] for row in rows)
    first = [row["agency"] for row in rows if row[key] == most]
    if len(first) > _NAMED:
        return say(f"{len(first)} {several} {most} {key} each")
    named = join_runs([as_code(code) for code in first], last=" and ")
    each = f"{most} each" if len(first) > 1 else f"{most}"
    return say(f"{{}} {one if len(first) == 1 else several} {what} ({each})", named)


def _say_timeline(figures: dict[str, Any]) -> Words:
    """Say what is late since when, what is to come until when, and what has no date."""
    periods = figures["timeline"]
    late = [period for period in periods if period["overdue"]]
    coming = [period for period in periods if period["due"] and period["month"]]
    undated = sum(p["due"] for p in periods if not p["month"])
    ended = any(period["period"] == "open-ended" for period in periods)
    pieces = []
    if late:
        oldest = _period(late[0])
        since = oldest if late[0]["period"] == "before" else f"since {oldest}"
        number = figures["overdue"]
        first = f"{number} {'is' if number == 1 else 'are'} overdue"
        if number > 1:
            since = f"the oldest {'from ' if late[0]['period'] == 'before' else ''}{since}"
        pieces.append(f"{first}, {since}")
    if coming:
        pieces += _say_coming(coming)
    if undated:
        has = "has" if undated == 1 else "have"
        pieces.append(f"{undated} {has} {'no last day' if ended else 'no date'}")
    said = join_words(pieces)
    opened = say_count(figures["open"], "open commitment")
    return say(
        f"Of {opened}, {said}." if figures["open"] > 1 else f"Of one open commitment, {said}."
    )


def _say_coming(coming: Sequence[dict[str, Any]]) -> list[str]:
    """Say how many fall due by when: "6 fall due by the end of June 2016", "2 after that"."""
    later = sum(period["due"] for period in coming if period["period"] == "after")
    near = [period for period in coming if period["period"] == "in"]
    number = sum(period["due"] for period in near)
    fall = "falls" if number == 1 else "fall"
    said = [f"{number} {fall} due by the end of {_period(near[-1])}"] if near else []
    if later:
        last = next(_period(period) for period in coming if period["period"] == "after")
        said.append(f"{later} {'falls' if later == 1 else 'fall'} due {last}")
    return said
