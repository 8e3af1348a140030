"""`tracker undo`: one's last act taken back as a whole, or refused with what is in the way."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.registers import Run, contents, done, fill, refused, shown

BEN = {"TRACKER_BY": "Ben"}
IOM = {"TRACKER_AS": "IOM"}
Words = tuple[str | Path, ...]


@pytest.fixture(autouse=True)
def _fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_TODAY", "2015-09-01")


def told(run: Run) -> dict[str, Any]:
    """Give all that the register shows of itself, but for the times of changes."""
    listed = json.loads(done(run("list", "--format", "json")))
    return {
        "commitments": [one | {"updated_at": None} for one in listed],
        "found": done(run("list", "word", "--format", "refs")),
        "slipped": done(run("list", "--slipped", "--format", "refs")),
        "silent": done(run("list", "--silent", "--format", "refs")),
        "meetings": json.loads(done(run("meeting", "list", "--format", "json"))),
        "series": json.loads(done(run("series", "list", "--format", "json"))),
        "agencies": json.loads(done(run("agency", "list", "--format", "json"))),
        "summary": json.loads(done(run("summary", "--format", "json"))),
    }


def prepare(run: Run) -> None:
    """Fill the register and give it meetings, commitments, and a word on one of them."""
    fill(run)
    done(run("meeting", "add", "CM14", "Fourteenth meeting", "--series", "CM", "--number", "14"))
    for line in (
        "IOM, with WB: publish a guide (July 2015) #labour",
        "WB: send a paper (by CM14)",
        "UNHCR: map the routes (by the end of 2015)",
        "GMG: convene a symposium (by Conf2)",
    ):
        done(run("log", "CM13", line))
    done(run("update", "CM13-03", "--status", "completed", "--for", "UNHCR", "--note", "sent"))


DEEDS: dict[str, Words] = {
    "log": ("log", "CM13", "IOM: another word (2016)"),
    "log-adding": ("log", "CM13", "New Network: another word", "--add-agencies"),
    "status": ("update", "CM13-01", "--status", "in-progress", "--for", "IOM", "--note", "word"),
    "several": (
        "update",
        "CM13-01",
        "CM13-02",
        "--status",
        "completed",
        "--evidence",
        "https://a.b",
    ),
    "promise": ("update", "CM13-01", "--due", "by the end of 2016", "--reason", "late"),
    "accept": ("update", "CM13-01", "--accept", "--for", "WB"),
    "dispute": ("update", "CM13-01", "--dispute", "no", "--for", "IOM"),
    "secret": ("update", "CM13-01", "--note", "a word", "--restricted"),
    "reopen": ("update", "CM13-03", "--status", "in-progress", "--reason", "not all"),
    "edit": (
        *("edit", "CM13-01", "--text", "word", "--due", "2017", "--owner", "UNHCR", "--tag", "a"),
        *("--place", "Rome", "--said-by", "Jane", "--said-for", "GMG", "--quote", "as said"),
        *("--document", "r.txt", "--page", "3", "--kind", "event", "--restricted"),
    ),
    "void": ("void", "CM13-01", "--reason", "twice"),
    "verify": ("verify", "CM13-03", "--with", "the library"),
    "doubt": ("verify", "CM13-03", "--doubt", "word"),
    "supersedes": ("link", "CM13-01", "supersedes", "CM13-02"),
    "renews": ("link", "CM13-01", "renews", "CM13-03"),
    "meeting": ("meeting", "add", "CM15", "Fifteenth", "--series", "CM", "--number", "15"),
    "meeting-series": ("meeting", "add", "X1", "First", "--series", "X", "--in-margins-of", "CM13"),
    "meeting-hung-on": ("meeting", "add", "Conf2", "A conference", "--when", "May 2016"),
    "meeting-moves": ("meeting", "edit", "CM14", "--when", "18 February 2016", "--place", "Rome"),
    "meeting-edit": ("meeting", "edit", "CM14", "--series", "Y", "--number", "1", "--code", "Y1"),
    "series": ("series", "edit", "CM", "--title", "word"),
    "agency": (
        *("agency", "add", "ILO", "International Labour Organization", "--alias", "BIT"),
        *("--part-of", "DESA", "--member-of", "GMG", "--focal-point", "Jane <j@x.org>"),
    ),
    "group": ("agency", "add", "GRP", "Group", "--chair", "IOM from 2015 to 2016"),
    "person": ("agency", "add", "JR", "Jane Roe", "--kind", "person", "--alias", "Janey"),
    "agency-edit": (
        *("agency", "edit", "IOM", "--code", "OIM", "--alias", "Migration", "--name", "New name"),
        *("--member-of", "none", "--part-of", "DESA"),
    ),
    "directory": ("agency", "load", "un-system"),
    "merge": ("agency", "merge", "WB", "DESA"),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_undo_brings_back_what_stood_before(run: Run, register: Path, deed: str) -> None:
    _prepared(run, register)
    before = told(run)
    done(run(*DEEDS[deed]))
    assert told(run) != before
    stood = contents(str(register))
    outcome = run("undo", "--dry-run")
    assert outcome.exit_code == 0, outcome.stderr
    assert outcome.stderr.startswith("Only tried")
    assert contents(str(register)) == stood

    undone = run("undo")
    assert undone.exit_code == 0, undone.stderr
    assert undone.stdout == outcome.stdout
    assert undone.stderr.count("\n") == 1
    assert len(undone.stderr) < 400
    assert told(run) == before
    assert done(run("db", "check")) == "sound"


def test_undo_takes_back_acts_one_after_the_other(run: Run, any_register: str) -> None:
    prepare(run)
    states = []
    deeds = [DEEDS[name] for name in ("promise", "edit", "supersedes", "meeting-moves", "merge")]
    for words in deeds:
        states.append(told(run))
        done(run(*words))
    for state in reversed(states):
        done(run("undo"))
        assert told(run) == state
    assert done(run("db", "check")) == "sound"


def test_undo_is_told_in_history_and_takes_nothing_out_of_it(run: Run, register: Path) -> None:
    prepare(run)
    done(run(*DEEDS["promise"]))
    before = json.loads(done(run("history", "--format", "json")))
    assert done(run("undo", env={"TRACKER_TODAY": "2015-09-02"})) == "CM13-01"
    after = json.loads(done(run("history", "--format", "json")))
    assert after[: len(before)] == before
    (added,) = after[len(before) :]
    assert (added["act"], added["ref"], added["on"]) == ("undo", "CM13-01", "2015-09-02")
    assert added["changes"]["due"][1]["words"] == "July 2015"
    assert "undo" in done(run("show", "CM13-01"))


def test_a_list_of_thirty_is_one_act_and_its_refs_are_not_given_again(
    run: Run, register: Path, tmp_path: Path
) -> None:
    prepare(run)
    lines = tmp_path / "lines.txt"
    lines.write_text("".join(f"IOM: write chapter {n} ({2016 + n})\n" for n in range(30)))
    done(run("log", "CM13", "--from", lines))
    assert len(done(run("list", "chapter", "--format", "refs")).splitlines()) == 30
    undone = run("undo")
    assert undone.stdout.split() == [f"CM13-{n:02}" for n in range(5, 35)]
    assert "and 20 more" in undone.stderr
    assert done(run("list", "chapter", "--format", "refs")) == ""
    assert shown(run, "CM13-20")["voided"] is True
    assert done(run("log", "CM13", "IOM: publish a book")) == "CM13-35"
    assert done(run("db", "check")) == "sound"


def test_the_codes_of_what_was_taken_back_are_free_again(run: Run, register: Path) -> None:
    prepare(run)
    for words in (DEEDS["meeting"], DEEDS["agency"]):
        done(run(*words))
        done(run("undo"))
        done(run(*words))
    assert done(run("log", "CM15", "ILO: begin anew")) == "CM15-01"
    assert done(run("list", "--owner", "BIT", "--format", "refs")) == "CM15-01"
    assert done(run("db", "check")) == "sound"


def test_a_meeting_keeps_the_refs_that_were_given_at_it(run: Run, register: Path) -> None:
    prepare(run)
    done(run(*DEEDS["meeting"]))
    done(run("log", "CM15", "IOM: say it"))
    done(run("undo"))
    refused(run("undo"), "CM15-01", "ref")
    assert done(run("log", "CM15", "IOM: say it again")) == "CM15-02"


def test_only_ones_own_acts_are_taken_back(run: Run, register: Path) -> None:
    prepare(run)
    refused(run("undo", env=BEN), "nothing of yours")
    done(run("update", "CM13-01", "--note", "from Ben", env=BEN))
    done(run("update", "CM13-01", "--note", "from IOM", env=IOM))
    # The coordinator's own last act is older than both, and another's notes stand in nobody's way.
    assert done(run("undo")) == "CM13-03"
    assert shown(run, "CM13-01")["last_update"]["note"] == "from IOM"
    # The same person, acting as an agency, takes back what was done as that agency alone.
    refused(run("undo", env={"TRACKER_AS": "WB"}), "nothing of yours")
    assert done(run("undo", env=IOM)) == "CM13-01"
    refused(run("undo", env=IOM), "nothing of yours")
    assert done(run("undo", env=BEN)) == "CM13-01"
    refused(run("undo", env=BEN), "nothing of yours")


def test_what_was_changed_since_stands_in_the_way_until_it_is_taken_back(
    run: Run, register: Path
) -> None:
    prepare(run)
    done(run("update", "CM13-01", "CM13-02", "--status", "in-progress"))
    done(run("update", "CM13-02", "--status", "completed", env=BEN))
    before = contents(str(register))
    refused(run("undo"), "CM13-02", "update", "status", "Ben", "2015-09-01")
    refused(run("undo", "--dry-run"), "CM13-02")
    assert contents(str(register)) == before
    done(run("undo", env=BEN))
    assert done(run("undo")).split() == ["CM13-01", "CM13-02"]
    assert shown(run, "CM13-02")["status"] == "announced"


LEANING: dict[str, tuple[list[Words], Words, str]] = {
    "an update": ([("log", "CM13", "IOM: x")], ("update", "CM13-05", "--note", "n"), "update"),
    "a link": ([("log", "CM13", "IOM: x")], ("link", "CM13-01", "renews", "CM13-05"), "CM13-01"),
    "a commitment": ([DEEDS["agency"]], ("log", "CM13", "ILO: x"), "CM13-05"),
    "said for": ([DEEDS["agency"]], ("edit", "CM13-01", "--said-for", "ILO"), "CM13-01"),
    "a part": ([DEEDS["agency"]], ("agency", "add", "P", "Part", "--part-of", "ILO"), "P is part"),
    "a member": ([DEEDS["agency"]], ("agency", "add", "P", "P", "--member-of", "ILO"), "P"),
    "a chair": ([DEEDS["agency"]], ("agency", "add", "P", "P", "--chair", "ILO from 2015"), "P"),
    "due": ([DEEDS["meeting"]], ("log", "CM13", "IOM: x (by CM15)"), "CM13-05"),
    "margins": (
        [DEEDS["meeting"]],
        ("meeting", "add", "SIDE", "Side", "--in-margins-of", "CM15"),
        "SIDE",
    ),
    "series": ([DEEDS["meeting-series"]], ("meeting", "add", "X2", "X", "--series", "X"), "X2"),
    "meeting moved": (
        [DEEDS["meeting-moves"]],
        ("meeting", "edit", "CM14", "--when", "2017"),
        "CM14",
    ),
    "spelling": (
        [
            ("agency", "edit", "IOM", "--alias", "Migration"),
            ("agency", "edit", "IOM", "--alias", "none"),
        ],
        ("agency", "edit", "WB", "--alias", "Migration"),
        "Migration",
    ),
    "code of a meeting": (
        [("meeting", "edit", "CM14", "--code", "CM-14")],
        ("meeting", "add", "CM14", "Another"),
        "CM14",
    ),
    "number in a series": (
        [("meeting", "edit", "CM14", "--number", "none")],
        ("meeting", "add", "C", "Another", "--series", "CM", "--number", "14"),
        "number 14",
    ),
    "a ring of parts": (
        [
            ("agency", "edit", "IOM", "--part-of", "WB"),
            ("agency", "edit", "IOM", "--part-of", "none"),
        ],
        ("agency", "edit", "WB", "--part-of", "IOM"),
        "WB",
    ),
    "a merged owner": (
        [("edit", "CM13-03", "--owner", "IOM")],
        ("agency", "merge", "UNHCR", "WB"),
        "merged",
    ),
    "verified since": (
        [("update", "CM13-01", "--status", "completed")],
        ("verify", "CM13-01", "--with", "W"),
        "verif",
    ),
    "superseded since": (
        [("log", "CM13", "IOM: x")],
        ("link", "CM13-01", "supersedes", "CM13-05"),
        "CM13-05",
    ),
}


@pytest.mark.parametrize("what", LEANING)
def test_undo_is_refused_where_something_else_leans_on_it(
    run: Run, register: Path, what: str
) -> None:
    mine, theirs, word = LEANING[what]
    _prepared(run, register)
    for words in mine:
        done(run(*words))
    done(run(*theirs, env=BEN))
    before = contents(str(register))
    refused(run("undo"), word)
    assert contents(str(register)) == before
    done(run("undo", env=BEN))
    done(run("undo"))
    assert done(run("db", "check")) == "sound"


def test_what_was_voided_does_not_come_back_to_an_owner_who_is_gone(
    run: Run, register: Path
) -> None:
    prepare(run)
    done(run("agency", "add", "ILO", "Labour"))
    done(run("log", "CM13", "ILO: x", env=BEN))
    done(run("void", "CM13-05", "--reason", "twice", env=BEN))
    done(run("undo"))
    refused(run("undo", env=BEN), "ILO")
    assert done(run("db", "check")) == "sound"


def test_an_agency_has_only_its_own_to_undo_and_the_coordinator_cannot_undo_it(
    run: Run, register: Path
) -> None:
    prepare(run)
    done(run("update", "CM13-01", "--status", "in-progress", "--note", "our word", env=IOM))
    done(run("undo"))
    assert shown(run, "CM13-01")["status"] == "in-progress"
    assert done(run("undo", env=IOM)) == "CM13-01"
    found = shown(run, "CM13-01")
    assert (found["status"], found["last_update"]) == ("announced", None)
    assert done(run("list", "word", "--format", "refs")) == ""


def test_names_of_persons_are_not_in_history_and_cannot_be_brought_back(
    run: Run, register: Path
) -> None:
    prepare(run)
    done(run("agency", "edit", "IOM", "--focal-point", "Jane <j@x.org>"))
    done(run("undo"))
    done(run("agency", "add", "JR", "Jane Roe", "--kind", "person"))
    done(run("agency", "edit", "JR", "--name", "Jane Doe"))
    before = contents(str(register))
    refused(run("undo"), "agency edit")
    assert contents(str(register)) == before


def test_a_date_promised_by_mistake_is_not_what_a_meeting_moves_it_by(
    run: Run, register: Path
) -> None:
    prepare(run)
    # Read as said in 2017, no next meeting would be this one.
    done(run("log", "CM13", "IOM: write (by the next meeting)"))
    done(
        run(
            *("update", "CM13-05", "--due", "in six months' time", "--reason", "late"),
            env={"TRACKER_TODAY": "2017-01-10"},
        )
    )
    done(run("undo"))
    done(run("meeting", "edit", "CM14", "--when", "18 February 2016"))
    assert shown(run, "CM13-05")["due"]["latest"] == "2016-02-18"


def test_an_empty_register_has_nothing_to_undo(run: Run, register: Path) -> None:
    before = contents(str(register))
    refused(run("undo"), "nothing of yours")
    refused(run("undo", "--as", "IOM"), exit_code=2)
    refused(run("--as", "Nobody", "undo"), "Nobody")
    assert contents(str(register)) == before


_READY: list[bytes] = []


def _prepared(run: Run, register: Path) -> None:
    """Do as `prepare` does; the second time by copying what the first one made."""
    if not _READY:
        prepare(run)
        _checkpoint(register)
        _READY.append(register.read_bytes())
    for path in register.parent.glob(f"{register.name}-*"):
        path.unlink()
    register.write_bytes(_READY[0])


def _checkpoint(register: Path) -> None:
    import sqlite3

    connection = sqlite3.connect(register)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
