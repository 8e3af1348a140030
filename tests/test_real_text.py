"""The commitments of a real meeting's report, which lies beside the checkout and never in it.

Passages are told by their lines alone: the words are read out of the report when the test runs.
"""

import json
import re
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Outcome

Run = Callable[..., Outcome]

pytestmark = pytest.mark.beside("sample/coordination-meeting-13.txt")

EARLY_2016 = {"TRACKER_TODAY": "2016-01-15"}
CHAIR = ("--said-by", "Sonia Plaza", "--said-for", "GMG")


@dataclass(frozen=True)
class Passage:
    """What is logged of a passage, and where it stands: its lines, and which sentence of them.

    `until` ends a quotation that is part of its sentence; `due` finds the words in it that say
    when. Both are patterns over the passage with its line breaks as spaces.
    """

    lines: str
    sentence: int
    text: str
    owners: tuple[str, ...]
    kind: str
    partners: tuple[str, ...] = ()
    strength: str | None = None
    places: tuple[str, ...] = ()
    status: str = "announced"
    until: str | None = None
    due: str | None = None
    said: tuple[str, ...] = ()


_STATISTICS = "Statistics Division of UN DESA"

# In the order of the report, but for the one that a strict coordinator would leave out.
PASSAGES = {
    "S1": Passage(
        "117-119",
        1,
        "Hold a side event with inputs on measuring the migration-related targets",
        ("GMG",),
        "event",
        strength="firm",
        due=r"\bduring .* 2015",
        said=CHAIR,
    ),
    "S2": Passage(
        "119-121",
        1,
        "Convene a symposium on migration in the new agenda and in its financing",
        ("Global Migration Group",),
        "event",
        strength="planned",
        places=("New York",),
        until=r"\)",
        due=r"(?<=New York, )[^)]*",
        said=CHAIR,
    ),
    "S3": Passage(
        "119-123",
        1,
        "Hold a side event in the margins of the conference on financing",
        ("GMG",),
        "event",
        strength="planned",
        due=r"\bin the margins of .*\)",
        said=CHAIR,
    ),
    "S4": Passage(
        "124-125",
        0,
        "Help the Chair of the GFMD with its round tables and thematic meetings",
        ("GMG",),
        "coordination",
        strength="firm",
        said=CHAIR,
    ),
    "S5": Passage(
        "111-114",
        1,
        "Work with more partners towards the new agenda and the conference on financing",
        ("World Bank",),
        "coordination",
        ("GFMD", "G-20", "SRSG for International Migration"),
        strength="intended",
        said=("--said-by", "Sonia Plaza", "--said-for", "World Bank"),
    ),
    "S6": Passage(
        "213-214",
        1,
        "Work on migration in two countries",
        ("the FAO",),
        "other",
        strength="firm",
        places=("Ethiopia", "Tunisia"),
        due=r"^In \d{4}",
    ),
    "S7a": Passage(
        "239-240",
        1,
        "Do more on integration",
        ("Centre for Migration Studies (CMS)",),
        "other",
        strength="firm",
        due=r"^In \d{4}",
    ),
    "S7b": Passage(
        "239-240",
        1,
        "Collect more data on people without papers",
        ("CMS",),
        "data",
        strength="firm",
        places=("United States",),
        due=r"^In \d{4}",
    ),
    "S8": Passage(
        "279-280",
        1,
        "Finalize a handbook on measuring migration through censuses",
        (_STATISTICS,),
        "publication",
        status="in-progress",
        said=("--said-for", _STATISTICS),
    ),
    "S9": Passage(
        "211-213",
        0,
        "Look with the GMG into why people migrate",
        ("Food and Agriculture Organization (FAO)",),
        "coordination",
        ("GMG",),
        strength="interest",
    ),
}

# words' interval, relation, and the meeting that the date hangs on, as a coordinator reads them.
DUE = {
    "S1": ("2015-03-04", "2015-03-04", "during", "STATCOM"),
    "S2": ("2015-05-26", "2015-05-27", "on", None),
    "S3": ("2015-07-01", "2015-07-31", "in-margins-of", "FFD3"),
    "S6": ("2015-01-01", "2015-12-31", "in", None),
    "S7a": ("2015-01-01", "2015-12-31", "in", None),
    "S7b": ("2015-01-01", "2015-12-31", "in", None),
}
CODES = {
    "S1": ["GMG"],
    "S2": ["GMG"],
    "S3": ["GMG"],
    "S4": ["GMG"],
    "S5": ["WORLD-BANK", "GFMD", "G20", "SRSG-MIGRATION"],
    "S6": ["FAO"],
    "S7a": ["CMS"],
    "S7b": ["CMS"],
    "S8": ["DESA-STAT"],
    "S9": ["FAO", "GMG"],
}


def quotation(report: str, passage: Passage) -> str:
    """Give the passage as it stands, its line breaks included."""
    first, last = map(int, passage.lines.split("-"))
    text = "\n".join(report.split("\n")[first - 1 : last])
    sentence = re.split(r"(?<=\.)\s+(?=[A-Z])", text)[passage.sentence].strip()
    if passage.until:
        found = re.search(passage.until, sentence)
        assert found is not None
        sentence = sentence[: found.end()]
    return sentence


def due_words(quoted: str, passage: Passage) -> str | None:
    found = passage.due and re.search(passage.due, " ".join(quoted.split()))
    return found.group() if found else None


def done(outcome: Outcome) -> Outcome:
    assert outcome.exit_code == 0, outcome.stderr
    return outcome


@pytest.fixture(scope="module")
def kept() -> dict[str, Any]:
    """Keep the register once it is written; each test gets a copy of its own."""
    return {}


@pytest.fixture
def logged(run: Run, register: Path, beside: Path, kept: dict[str, Any]) -> dict[str, str]:
    """Give the register of the report's commitments, and the ref of each."""
    if not kept:
        kept["refs"] = log_all(run, beside)
        with closing(sqlite3.connect(register)) as connection:
            kept["file"] = connection.serialize()
    for path in register.parent.glob("tracker.db*"):
        path.unlink()
    register.write_bytes(kept["file"])
    refs: dict[str, str] = kept["refs"]
    return refs


def log_all(run: Run, beside: Path) -> dict[str, str]:
    """Log the commitments of the report as a coordinator does; give the ref of each."""
    report = beside.read_text(encoding="utf-8")
    done(run("agency", "load", "un-system"))
    done(
        run(
            "agency",
            "add",
            "GMG",
            "Global Migration Group",
            "--kind",
            "working-group",
            "--chair",
            "World Bank from 1 January 2015 to 31 December 2015",
        )
    )
    done(
        run(
            "agency",
            "add",
            "GFMD",
            "Global Forum on Migration and Development",
            "--kind",
            "network",
        )
    )
    done(run("agency", "add", "G20", "Group of Twenty", "--kind", "intergovernmental"))
    done(run("agency", "add", "CMS", "Centre for Migration Studies", "--kind", "academic"))
    series = ("--series", "CM", "--kind", "coordination-meeting", "--place", "New York")
    done(
        run(
            "meeting",
            "add",
            "CM13",
            "Thirteenth Coordination Meeting",
            "--number",
            "13",
            "--when",
            "12 and 13 February 2015",
            *series,
        )
    )
    done(
        run(
            "meeting",
            "add",
            "CM14",
            "Fourteenth Coordination Meeting",
            "--number",
            "14",
            "--when",
            "February 2016",
            *series,
        )
    )
    done(
        run(
            "meeting",
            "add",
            "STATCOM",
            "United Nations Statistical Commission",
            "--when",
            "3 to 6 March 2015",
        )
    )
    done(
        run(
            "meeting",
            "add",
            "FFD3",
            "Third conference on financing for development",
            "--when",
            "July 2015",
            "--place",
            "Addis Ababa",
            "--kind",
            "conference",
        )
    )
    refs = {}
    for name, passage in PASSAGES.items():
        quoted = quotation(report, passage)
        due = due_words(quoted, passage)
        words = [
            "log",
            "CM13",
            passage.text,
            "--kind",
            passage.kind,
            "--quote",
            quoted,
            "--lines",
            passage.lines,
            "--document",
            beside.name,
            "--status",
            passage.status,
        ]
        for option, values in (
            ("--owner", passage.owners),
            ("--partner", passage.partners),
            ("--place", passage.places),
            ("--strength", (passage.strength,)),
            ("--due", (due,)),
        ):
            words += [word for value in values if value for word in (option, value)]
        refs[name] = done(
            run(*words, *passage.said, env={"TRACKER_TODAY": "2015-03-01"})
        ).stdout.strip()
    return refs


def shown(run: Run, ref: str) -> dict[str, Any]:
    row: dict[str, Any] = json.loads(
        done(run("show", ref, "--format", "json", env=EARLY_2016)).stdout
    )
    return row


def test_each_commitment_is_kept_as_a_careful_coordinator_reads_it(
    run: Run, logged: dict[str, str], beside: Path
) -> None:
    report = beside.read_text(encoding="utf-8")
    lines = report.split("\n")
    assert list(logged.values()) == [f"CM13-{number:02}" for number in range(1, 11)]
    for name, passage in PASSAGES.items():
        row = shown(run, logged[name])
        owners = [(owner["agency"], owner["role"]) for owner in row["owners"]]
        assert [code for code, _ in owners] == CODES[name], name
        assert [role for _, role in owners] == ["lead"] + ["partner"] * (len(owners) - 1)
        if name in DUE:
            due = row["due"]
            read = (due["earliest"], due["latest"], due["relation"], due["meeting"])
            assert read == DUE[name], (name, due["words"])
        else:
            assert row["due"] is None
        assert (row["kind"], row["strength"], row["status"]) == (
            passage.kind,
            passage.strength,
            passage.status,
        )
        assert tuple(row["places"]) == passage.places
        assert row["acceptance"] == "unconfirmed"
        source = row["source"]
        assert (source["document"], source["lines"]) == (beside.name, passage.lines)
        assert source["quote"] in report
        first, last = map(int, passage.lines.split("-"))
        assert source["quote"].split("\n")[0] in lines[first - 1]
        assert source["quote"].split("\n")[-1] in lines[last - 1]
    assert shown(run, logged["S1"])["said_by"] == "Sonia Plaza"
    assert shown(run, logged["S8"])["said_for"] == "DESA-STAT"


def test_words_of_the_report_find_what_was_taken_from_it(run: Run, logged: dict[str, str]) -> None:
    for words, name in (("roundtables", "S4"), ("communiqué", None), ("measurement targets", "S1")):
        found = run("list", *words.split(), "--format", "refs").stdout.split()
        assert found == ([logged[name]] if name else [])


def test_the_paper_for_the_next_meeting_says_what_is_expected_of_it(
    run: Run, logged: dict[str, str]
) -> None:
    """As the coordinator foresees it: nothing was heard since the thirteenth meeting."""
    report = json.loads(done(run("report", "CM14", "--format", "json", env=EARLY_2016)).stdout)
    rows = {row["ref"]: row for row in report["commitments"]}
    assert set(rows) == set(logged.values())
    late = {
        name: rows[ref]["due"]["latest"] for name, ref in logged.items() if rows[ref]["overdue"]
    }
    assert late == {
        "S1": "2015-03-04",
        "S2": "2015-05-27",
        "S3": "2015-07-31",
        "S6": "2015-12-31",
        "S7a": "2015-12-31",
        "S7b": "2015-12-31",
    }
    overdue = report["attention"]["overdue"]
    assert overdue[:3] == [logged["S1"], logged["S2"], logged["S3"]]
    undated = {name for name, ref in logged.items() if rows[ref]["due"] is None}
    assert undated == {"S4", "S5", "S8", "S9"}
    assert {logged[name] for name in undated} <= set(report["attention"]["silent"])
    assert report["figures"]["undated"] == 4
    assert report["figures"]["by_acceptance"]["unconfirmed"] == len(rows)
    groups = {group["key"]: group["commitments"] for group in report["groups"]}
    assert groups == {"GMG": 4, "FAO": 2, "CMS": 2, "WORLD-BANK": 1, "DESA-STAT": 1}
    assert report["figures"]["commitments"] == 10


def test_news_comes_in_and_the_report_is_printed_in_every_format(
    run: Run, logged: dict[str, str], surroundings: Path, beside: Path
) -> None:
    news: list[tuple[str, ...]] = [
        (
            "S1",
            "--status",
            "completed",
            "--on",
            "4 March 2015",
            "--evidence",
            "https://example.org/1",
        ),
        ("S2", "--status", "completed", "--on", "27 May 2015", "--accept"),
        ("S6", "--due", "by the end of June 2016", "--reason", "The mission was put off."),
        ("S9", "--status", "withdrawn", "--reason", "Taken up elsewhere."),
        ("S5", "--dispute", "Said from the Chair of the Group."),
    ]
    for name, *options in news:
        lead = CODES[name][0]
        done(
            run("update", logged[name], *options, "--for", lead, "--via", "e-mail", env=EARLY_2016)
        )
    for ending in ("txt", "pdf", "html", "md", "json"):
        outcome = done(run("report", "CM14", "-o", f"paper.{ending}", env=EARLY_2016))
        assert outcome.stdout == ""
    report = json.loads(Path("paper.json").read_text(encoding="utf-8"))
    by_status = {row["status"]: row["commitments"] for row in report["figures"]["by_status"]}
    assert (by_status["completed"], by_status["withdrawn"], by_status["in-progress"]) == (2, 1, 1)
    assert report["attention"]["overdue"] == [logged["S3"], logged["S7a"], logged["S7b"]]
    assert report["attention"]["disputed"] == [logged["S5"]]
    rows = {row["ref"]: row for row in report["commitments"]}
    moved = rows[logged["S6"]]
    assert (moved["first_due"]["latest"], moved["due"]["latest"], moved["slips"]) == (
        "2015-12-31",
        "2016-06-30",
        1,
    )
    quoted = quotation(beside.read_text(encoding="utf-8"), PASSAGES["S4"])
    for ending in ("txt", "html", "md"):
        paper = Path(f"paper.{ending}").read_text(encoding="utf-8")
        for ref in logged.values():
            assert ref in paper
        # A passage is traceable in the paper, whatever line breaks its format wants.
        plain = re.sub(r"\\|<[^>]*>", "", paper)
        longest = max(quoted.split("\n"), key=len).split()
        assert " ".join(longest[1:5]) in " ".join(plain.replace(">", " ").split())
    assert Path("paper.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.needs("pdftotext")
def test_the_printed_paper_can_be_searched_for_every_ref(
    run: Run, logged: dict[str, str], surroundings: Path
) -> None:
    done(run("report", "CM14", "-o", "paper.pdf", env=EARLY_2016))
    text = subprocess.run(
        ["pdftotext", "paper.pdf", "-"], check=True, capture_output=True, text=True
    ).stdout
    for ref in logged.values():
        assert ref in text
