"""Who may do what: the table of the product, through `--as AGENCY`, act by act."""

import json
from pathlib import Path

import pytest

from tests.registers import Run, contents, done, fill, refused, shown

IN_THE_CHAIR = "2015-12-31"
THE_DAY_AFTER = "2016-01-01"

# Acts that the lead has, and those that every owner has; none names a commitment yet.
OF_LEADS = [
    ("--status", "in-progress"),
    ("--due", "May 2017", "--reason", "x"),
    ("--status", "completed", "--note", "x"),
]
OF_OWNERS = [("--note", "x"), ("--evidence", "https://example.org")]
OF_EACH_FOR_ITSELF = [("--accept",), ("--dispute", "x")]

LEAD, PARTNER, MEMBER, NOTHING = "lead", "partner", "member of the group", "nothing"

# The agency, the commitment, the day, and what the one is to the other.
#   CM13-01 GMG leads, UNHCR is partner; WB chairs GMG to the end of 2015, IOM is its member.
#   CM13-02 POP leads, IOM is partner; POP is part of DESA.
#   CM13-03 DESA leads, GMG is partner.
TABLE = [
    ("GMG", "CM13-01", IN_THE_CHAIR, LEAD),
    ("WB", "CM13-01", IN_THE_CHAIR, LEAD),
    ("WB", "CM13-01", THE_DAY_AFTER, NOTHING),
    ("UNHCR", "CM13-01", IN_THE_CHAIR, PARTNER),
    ("IOM", "CM13-01", IN_THE_CHAIR, MEMBER),
    ("DESA", "CM13-01", IN_THE_CHAIR, NOTHING),
    ("POP", "CM13-02", IN_THE_CHAIR, LEAD),
    ("DESA", "CM13-02", IN_THE_CHAIR, LEAD),
    ("IOM", "CM13-02", IN_THE_CHAIR, PARTNER),
    ("WB", "CM13-02", IN_THE_CHAIR, NOTHING),
    ("GMG", "CM13-02", IN_THE_CHAIR, NOTHING),
    ("DESA", "CM13-03", IN_THE_CHAIR, LEAD),
    ("POP", "CM13-03", IN_THE_CHAIR, NOTHING),
    ("IOM", "CM13-03", IN_THE_CHAIR, MEMBER),
    ("GMG", "CM13-03", IN_THE_CHAIR, PARTNER),
]

OF_THE_COORDINATOR = [
    ("log", "CM13", "POP: publish a guide"),
    ("log", "CM13", "New Agency: publish a guide", "--add-agencies"),
    ("edit", "CM13-02", "--text", "x"),
    ("edit", "CM13-02", "--no-restricted"),
    ("void", "CM13-02", "--reason", "x"),
    ("update", "CM13-02", "--note", "x", "--for", "POP"),
    ("update", "CM13-02", "--note", "x", "--for", "IOM"),
    ("update", "CM13-02", "--note", "x", "--restricted"),
    ("meeting", "add", "CM14", "Fourteenth"),
    ("meeting", "edit", "CM13", "--title", "x"),
    ("series", "edit", "CM", "--title", "x"),
    ("agency", "add", "X", "X"),
    ("agency", "edit", "POP", "--name", "x"),
    ("agency", "load", "un-system"),
]


@pytest.fixture
def place(run: Run, any_register: str) -> str:
    _fill(run)
    return any_register


def _fill(run: Run) -> None:
    fill(run)
    done(run("log", "CM13", "GMG, with UNHCR: hold a symposium (May 2016)"))
    done(run("log", "CM13", "POP, with IOM: finalize a handbook (May 2016)"))
    done(run("log", "CM13", "DESA, with GMG: bring figures together (May 2016)"))


def test_the_whole_table_of_what_agencies_may_do(run: Run, place: str) -> None:
    before = contents(place)
    for agency, ref, day, standing in TABLE:
        for act in (*OF_LEADS, *OF_OWNERS, *OF_EACH_FOR_ITSELF):
            words = ("--as", agency, "update", ref, *act, "--dry-run")
            outcome = run(*words, env={"TRACKER_TODAY": day})
            expected = _expected(standing, act)
            assert outcome.exit_code == expected, (words, day, outcome.stderr)
            if expected:
                assert outcome.stdout == ""
                assert "Nothing was changed." in outcome.stderr
                assert agency in outcome.stderr
    assert contents(place) == before


def _expected(standing: str, act: tuple[str, ...]) -> int:
    if standing == LEAD:
        return 0
    if standing == NOTHING or act in OF_LEADS:
        return 4
    # A member may speak, and has no part of its own to confirm.
    return 1 if standing == MEMBER and act in OF_EACH_FOR_ITSELF else 0


def test_what_is_the_coordinators_is_nobody_elses(run: Run, register: Path) -> None:
    _fill(run)
    before = contents(str(register))
    for words in OF_THE_COORDINATOR:
        for more in ((), ("--dry-run",)):
            refused(run("--as", "POP", *words, *more), "POP", "coordinator", exit_code=4)
    assert contents(str(register)) == before
    for words in OF_THE_COORDINATOR:
        assert run(*words, "--dry-run").exit_code in (0, 1), words
    assert contents(str(register)) == before


def test_an_act_of_several_refs_is_refused_whole(run: Run, register: Path) -> None:
    _fill(run)
    before = contents(str(register))
    outcome = run("--as", "IOM", "update", "CM13-02", "CM13-03", "--status", "in-progress")
    refused(outcome, "IOM", exit_code=4)
    refused(run("--as", "UNHCR", "update", "CM13-01", "CM13-02", "--note", "x"), exit_code=4)
    # A note with a status is no way round the status.
    more = ("--note", "x", "--status", "in-progress")
    refused(run("--as", "UNHCR", "update", "CM13-01", *more), exit_code=4)
    assert contents(str(register)) == before


def test_an_agency_acts_in_its_own_name(run: Run, place: str) -> None:
    chair = {"TRACKER_TODAY": IN_THE_CHAIR, "TRACKER_AS": "the bank"}
    done(run("update", "CM13-01", "--status", "in-progress", "--accept", env=chair))
    done(run("--as", "unhcr", "update", "CM13-01", "--dispute", "not us"))
    found = shown(run, "CM13-01")
    assert {o["agency"]: o["acceptance"] for o in found["owners"]} == {
        "GMG": "confirmed",
        "UNHCR": "disputed",
    }
    assert [(e["capacity"], e["agency"]) for e in found["history"]] == [
        ("coordinator", None),
        ("agency", "WB"),
        ("agency", "UNHCR"),
    ]
    refused(run("--as", "UNHRC", "update", "CM13-01", "--note", "x"), "Nearest", "UNHCR")


def test_agencies_see_what_is_not_restricted_and_what_is_theirs(run: Run, place: str) -> None:
    done(run("log", "CM13", "POP, with IOM: keep the zebra secret", "--restricted"))
    for agency in ("POP", "DESA", "IOM"):
        assert "zebra" in done(run("--as", agency, "show", "CM13-04"))
    for agency in ("WB", "UNHCR", "GMG"):
        refs = done(run("--as", agency, "list", "--format", "refs")).split()
        assert refs == ["CM13-01", "CM13-02", "CM13-03"]
        outcome = run("--as", agency, "show", "CM13-04")
        assert outcome.exit_code == 1
        unknown = run("--as", agency, "show", "CM13-09")
        assert outcome.stderr.replace("CM13-04", "") == unknown.stderr.replace("CM13-09", "")
        assert "zebra" not in run("--as", agency, "history", "--format", "json").stdout


def test_contact_data_are_an_agencys_own(run: Run, place: str) -> None:
    done(run("agency", "edit", "POP", "--focal-point", "Jane Roe <jane@example.org>"))
    for agency, sees in (("POP", True), ("UNHCR", False), ("IOM", False)):
        for form in ("text", "json"):
            said = done(run("--as", agency, "agency", "show", "POP", "--format", form))
            assert ("jane@example.org" in said) is sees
        listed = json.loads(done(run("--as", agency, "agency", "list", "--format", "json")))
        assert ("jane@example.org" in repr(listed)) is sees
    assert "jane@example.org" in done(run("agency", "show", "POP"))
