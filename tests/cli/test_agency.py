"""`tracker agency add|edit|load`: who can own a commitment, and how it is written."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from tests.registers import Run, contents, done, entries, fill, refused, shown


@pytest.fixture
def place(run: Run, any_register: str) -> str:
    fill(run)
    return any_register


def _agency(run: Run, typed: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(done(run("agency", "show", typed, "--format", "json")))
    return found


def test_every_field_is_kept_replaced_and_removed(run: Run, place: str) -> None:
    outcome = run(
        *("agency", "add", "CMS", "Centre for Migration Studies", "--kind", "academic"),
        *("--alias", "The Centre", "--alias", "移民研究中心", "--former-name", "Old Centre"),
        *(
            "--part-of",
            "DESA",
            "--member-of",
            "GMG",
            "--chair",
            "IOM from 2015-01-01 to 2015-06-30",
        ),
        *("--chair", "UNHCR from 1 July 2015"),
        *("--focal-point", "Jane Roe (Chief) <jane@example.org> from 1 March 2015 to 2016"),
        *("--focal-point", "محمد علي"),
    )
    assert outcome.stdout == "CMS\n"
    assert outcome.stderr.count("\n") == 1
    found = _agency(run, "移民研究中心")
    assert (found["code"], found["kind"], found["part_of"]) == ("CMS", "academic", "DESA")
    assert found["aliases"] == ["The Centre", "移民研究中心"]
    assert (found["former_names"], found["member_of"]) == (["Old Centre"], ["GMG"])
    assert found["chairs"] == [
        {"agency": "IOM", "since": "2015-01-01", "until": "2015-06-30"},
        {"agency": "UNHCR", "since": "2015-07-01", "until": None},
    ]
    points = {point["name"]: point for point in found["focal_points"]}
    jane = points["Jane Roe"]
    assert (jane["title"], jane["email"]) == ("Chief", "jane@example.org")
    assert (jane["since"], jane["until"]) == ("2015-03-01", "2016-12-31")
    assert points["محمد علي"]["email"] is None
    assert "GMG" in _agency(run, "CMS")["member_of"]
    assert "CMS" in _agency(run, "GMG")["members"]
    assert "CMS" in _agency(run, "DESA")["parts"]

    done(
        run(
            *("agency", "edit", "old centre", "--code", "CMSNY", "--name", "Centre"),
            *("--alias", "CMS", "--kind", "ngo", "--part-of", "IOM"),
        )
    )
    found = _agency(run, "cms")
    assert (found["code"], found["name"], found["aliases"]) == ("CMSNY", "Centre", ["CMS"])
    assert (found["former_names"], found["part_of"]) == (["Old Centre"], "IOM")
    options = ("alias", "former-name", "part-of", "member-of", "chair", "focal-point")
    none = [word for option in options for word in (f"--{option}", "none")]
    done(run("agency", "edit", "CMSNY", *none))
    found = _agency(run, "CMSNY")
    for field in ("aliases", "former_names", "member_of", "chairs", "focal_points"):
        assert found[field] == [], field
    assert found["part_of"] is None
    assert done(run("db", "check")) == "sound"


def test_what_cannot_be_is_refused_and_changes_nothing(run: Run, place: str) -> None:
    before = contents(place)
    add, edit = ("agency", "add"), ("agency", "edit")
    refused(run(*add, "iom", "Another"), "IOM")
    refused(run(*add, "X", "international organization for MIGRATION"), "IOM", "X")
    refused(run(*add, "X", "X", "--alias", "The Bank"), "WB", "X")
    refused(run(*add, "X", "X", "--alias", "World  bank."), "WB", "X")
    refused(run(*edit, "IOM", "--alias", "bank"), "WB", "IOM")
    refused(run(*edit, "IOM", "--code", "wb"), "WB", "IOM")
    refused(run(*edit, "IOM", "--name", "The World Bank"), "WB", "IOM")
    for code in ("", "A B", "A/B", "X" * 41):
        refused(run(*add, "--", code, "Name"), "code")
    refused(run(*add, "X", ""), "name", "empty")
    refused(run(*add, "X", "x" * 501), "name", "500")
    refused(run(*add, "X", "X", "--alias", "None"), "None")
    refused(run(*add, "NONE", "X"), "NONE")
    refused(run(*edit, "IOM", "--name", "none"), "name")
    refused(run(*edit, "IOM", "--code", "none"), "code")
    refused(run(*edit, "IOM", "--alias", "x" * 501), "alias", "500")
    refused(run(*edit, "IOM", "--kind", "charity"), "ngo", exit_code=2)
    refused(run(*edit, "IOX", "--name", "x"), "Nearest", "IOM")
    refused(run(*edit, "IOM"), exit_code=2)
    refused(run(*edit, "IOM", "--name", "International Organization for Migration"), "already")
    # Part of itself, through one step or several.
    refused(run(*edit, "IOM", "--part-of", "IOM"), "part of itself")
    refused(run(*edit, "DESA", "--part-of", "POP"), "part of itself")
    refused(run(*edit, "IOM", "--part-of", "IOX"), "Nearest")
    refused(run(*edit, "GMG", "--member-of", "GMG"), "GMG")
    refused(run(*edit, "GMG", "--chair", "GMG from 2015"), "GMG")
    refused(run(*edit, "GMG", "--chair", "WBX from 2015"), "WB")
    refused(run(*edit, "GMG", "--chair", "WB from 2016 to 2015"), "before")
    refused(run(*edit, "GMG", "--chair", "WB from 03/04/2015"), "3 April 2015", "4 March 2015")
    refused(run(*edit, "GMG", "--chair", "WB from 30 February 2015"), "30 February 2015")
    refused(run(*edit, "GMG", "--chair", " from 2015"))
    for point in ("<jane@example.org>", "Jane Roe <jane>", "Jane Roe <jane@example.org", "Jane (x"):
        refused(run(*edit, "IOM", "--focal-point", point), "Jane Roe")
    twice = ("--focal-point", "Jane Roe", "--focal-point", "jane roe")
    refused(run(*edit, "IOM", *twice), "twice")
    refused(run(*edit, "IOM", "--focal-point", "Jane Roe from 03/04/2015"), "3 April 2015")
    assert contents(place) == before
    tried = ("--part-of", "IOM", "--focal-point", "Jane Roe <jane@example.org>", "--dry-run")
    assert done(run(*add, "X", "A name", *tried)) == "X"
    assert done(run(*edit, "IOM", "--alias", "Migration Agency", "--dry-run")) == "IOM"
    assert contents(place) == before


def test_an_agency_is_found_however_it_is_written(run: Run, place: str) -> None:
    done(run("agency", "edit", "IOM", "--alias", "Organisation internationale pour les migrations"))
    for typed in (
        "iom",
        "The International Organization for Migration",
        "ORGANISATION INTERNATIONALE POUR LES MIGRATIONS",
        unicodedata.normalize("NFD", "Organisation internationale pour les migratïons").replace(
            "\u0308", ""
        ),
        "  international   organization for migration. ",
    ):
        assert _agency(run, typed)["code"] == "IOM", typed
    done(run("log", "CM13", "Organisation internationale pour les migrations: do it"))
    assert shown(run, "CM13-01")["owners"][0]["agency"] == "IOM"


def test_the_un_system_is_loaded_once_and_nothing_there_is_changed(
    run: Run, register: Path
) -> None:
    fill(run)
    place = str(register)
    before = json.loads(done(run("agency", "list", "--format", "json")))
    tried = contents(place)
    codes = done(run("agency", "load", "un-system", "--dry-run")).split()
    assert contents(place) == tried
    assert done(run("agency", "load", "un-system")).split() == codes
    assert len(codes) > 50
    assert "IOM" not in codes
    after = {a["code"]: a for a in json.loads(done(run("agency", "list", "--format", "json")))}
    for agency in before:
        changed = {"parts", "members", "commitments"}
        kept = after[agency["code"]]
        assert {k: v for k, v in kept.items() if k not in changed} == {
            k: v for k, v in agency.items() if k not in changed
        }
    again = contents(place)
    second = run("agency", "load", "un-system")
    assert (second.exit_code, second.stdout.strip()) == (0, "")
    assert contents(place) == again
    acts = {e["act"] for e in entries(place) if e["subject"] == "agency" and e["deed"] == "add"}
    # One for each agency that was there, and one for the whole directory.
    assert len(acts) == len(before) + 1
    refused(run("agency", "load", "un-sistem"), "un-system", exit_code=2)


def test_two_people_of_one_name_are_two_and_a_change_is_told_without_its_value(
    run: Run, register: Path
) -> None:
    fill(run)
    done(run("agency", "edit", "IOM", "--focal-point", "Jane Roe <jane@iom.example>"))
    done(run("agency", "edit", "WB", "--focal-point", "Jane Roe <jane@bank.example>"))
    mails = [_agency(run, code)["focal_points"][0]["email"] for code in ("IOM", "WB")]
    assert mails == ["jane@iom.example", "jane@bank.example"]
    done(run("agency", "edit", "WB", "--focal-point", "Jane Roe (Director) <jane@bank.example>"))
    changes = entries(str(register))[-1]["changes"]
    assert list(changes) == ["contact_data"]
    assert "Director" not in json.dumps(changes)
    assert _agency(run, "WB")["focal_points"][0]["title"] == "Director"
    # Who answers is told beside it, by uid, when both change in one act.
    both = ("--focal-point", "Jane Roe (Head) <jane@bank.example>", "--focal-point", "Li Wei")
    done(run("agency", "edit", "WB", *both))
    changes = entries(str(register))[-1]["changes"]
    assert [len(points) for points in changes["focal_points"]] == [1, 2]
    assert not any(name in json.dumps(changes) for name in ("Head", "Li Wei", "Jane"))


def test_a_persons_names_stand_in_no_entry(run: Run, register: Path) -> None:
    fill(run)
    done(run("agency", "add", "Roe", "Jane Roe", "--kind", "person", "--alias", "J. Roe"))
    done(run("agency", "edit", "Roe", "--alias", "Jane R. Roe"))
    done(run("agency", "edit", "Roe", "--name", "Jane Roe-Smith"))
    done(run("agency", "edit", "Roe", "--code", "RoeSmith"))
    assert "Roe" not in repr(entries(str(register)))
    # One whose kind was not known at first: from then on it is told no more.
    done(run("agency", "add", "Doe", "John Doe"))
    done(run("agency", "edit", "Doe", "--kind", "person"))
    last = entries(str(register))[-1]
    assert set(last["changes"]) == {"kind", "code", "name"}
    assert "Doe" not in repr(last["changes"])


def test_undo_invents_no_name_for_a_person(run: Run, register: Path) -> None:
    done(run("agency", "add", "Roe", "Jane Roe", "--kind", "person", "--alias", "J. Roe"))
    done(run("agency", "edit", "Roe", "--name", "Jane Smith"))
    before = contents(str(register))
    refused(run("undo"), "name")
    assert contents(str(register)) == before
    done(run("agency", "edit", "Roe", "--focal-point", "Li Wei"))
    done(run("undo"))
    found = _agency(run, "Roe")
    assert (found["code"], found["name"], found["aliases"]) == ("Roe", "Jane Smith", ["J. Roe"])
    assert found["focal_points"] == []
    assert done(run("db", "check")) == "sound"
