"""`tracker agency merge`: two agencies that are one."""

import json
from typing import Any

import pytest

from tests.registers import Run, contents, done, entries, refused, shown


def _agency(run: Run, code: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(done(run("agency", "show", code, "--format", "json")))
    return found


def _two_that_are_one(run: Run) -> None:
    for words in (
        (
            *("agency", "add", "WB", "World Bank", "--alias", "The Bank"),
            *("--former-name", "IBRD", "--focal-point", "Ada Point <ada@wb.example>"),
        ),
        (
            *("agency", "add", "WBG", "World Bank Group", "--kind", "un-entity"),
            *("--focal-point", "Ada Point <ada@wb.example>", "--focal-point", "Li Wei"),
        ),
        ("agency", "add", "IOM", "International Organization for Migration"),
        (
            *("agency", "add", "GMG", "Global Migration Group"),
            *("--chair", "WB from 2015-01-01 to 2015-12-31"),
            *("--chair", "IOM from 2016-01-01"),
        ),
        ("agency", "edit", "WB", "--member-of", "GMG"),
        ("agency", "edit", "WBG", "--member-of", "GMG"),
        ("agency", "add", "KNOMAD", "Knowledge partnership", "--part-of", "WB"),
        ("meeting", "add", "CM13", "Thirteenth meeting", "--when", "12 and 13 February 2015"),
        ("log", "CM13", "WB, with WBG: publish the brief", "--said-for", "WB"),
        ("log", "CM13", "WBG, with IOM, WB: count the flows (May 2015)"),
        ("log", "CM13", "IOM: open a hotline", "--said-for", "the bank"),
        ("log", "CM13", "WB: logged by mistake"),
        ("void", "CM13-04", "--reason", "twice"),
        ("update", "CM13-01", "--for", "WB", "--accept"),
        ("update", "CM13-02", "--for", "WB", "--dispute", "We said nothing."),
    ):
        done(run(*words))


def test_what_pointed_to_the_one_points_to_the_other(run: Run, any_register: str) -> None:
    _two_that_are_one(run)
    outcome = run("agency", "merge", "the bank", "wbg")
    assert done(outcome) == "WBG"
    for told in ("WB", "World Bank", "CM13-01", "CM13-02", "CM13-03", "GMG", "KNOMAD"):
        assert told in outcome.stderr

    one = _agency(run, "WBG")
    assert one["former_names"] == ["WB", "World Bank", "The Bank", "IBRD"]
    assert (one["parts"], one["member_of"]) == (["KNOMAD"], ["GMG"])
    assert [point["name"] for point in one["focal_points"]] == ["Ada Point", "Li Wei"]
    group = _agency(run, "GMG")
    assert [chair["agency"] for chair in group["chairs"]] == ["WBG", "IOM"]
    assert group["members"] == ["WBG"]
    listed = json.loads(done(run("agency", "list", "--format", "json")))
    assert {agency["code"] for agency in listed} == {"WBG", "IOM", "GMG", "KNOMAD"}
    for name in ("WB", "World Bank", "The Bank", "IBRD"):
        assert _agency(run, name)["code"] == "WBG"

    first, second = shown(run, "CM13-01"), shown(run, "CM13-02")
    assert first["owners"] == [{"agency": "WBG", "role": "lead", "acceptance": "confirmed"}]
    assert (first["said_for"], shown(run, "CM13-03")["said_for"]) == ("WBG", "WBG")
    # The lead's own word was none, so that of the partner it turned out to be stands.
    assert [(o["agency"], o["role"], o["acceptance"]) for o in second["owners"]] == [
        ("WBG", "lead", "disputed"),
        ("IOM", "partner", "unconfirmed"),
    ]
    assert shown(run, "CM13-04")["owners"][0]["agency"] == "WBG"
    assert done(run("list", "--owner", "WB", "--format", "refs")).split() == ["CM13-01", "CM13-02"]
    assert done(run("db", "check")) == "sound"


def test_a_merge_is_one_act_with_an_entry_on_each_thing_that_changed(
    run: Run, register: str
) -> None:
    _two_that_are_one(run)
    before = len(entries(str(register)))
    done(run("agency", "merge", "WB", "WBG"))
    added = entries(str(register))[before:]
    assert {entry["deed"] for entry in added} == {"merge"}
    assert len({entry["act"] for entry in added}) == 1
    # Two agencies, the group, the part, and the four commitments.
    assert sorted(entry["subject"] for entry in added) == ["agency"] * 4 + ["commitment"] * 4
    assert all(entry["changes"] for entry in added)


def test_words_said_before_a_merge_are_found_under_the_agency_that_stays(
    run: Run, register: str
) -> None:
    _two_that_are_one(run)
    done(run("agency", "merge", "WB", "WBG"))
    told = json.loads(done(run("history", "--of", "WBG", "--format", "json")))
    assert {(entry["ref"], entry["act"]) for entry in told} == {
        ("CM13-01", "update"),
        ("CM13-02", "update"),
    }


def test_undo_takes_a_merge_back_as_a_whole(run: Run, any_register: str) -> None:
    _two_that_are_one(run)
    before = _what_is_told(run)
    done(run("agency", "merge", "WB", "WBG"))
    assert _what_is_told(run) != before
    done(run("undo"))
    assert _what_is_told(run) == before
    assert done(run("db", "check")) == "sound"


def test_a_dry_run_of_a_merge_changes_nothing(run: Run, any_register: str) -> None:
    _two_that_are_one(run)
    before = contents(any_register)
    assert done(run("agency", "merge", "WB", "WBG", "--dry-run")) == "WBG"
    assert contents(any_register) == before


def test_what_was_merged_before_follows(run: Run, register: str) -> None:
    for code in ("A", "B", "C"):
        done(run("agency", "add", code, f"Agency number {code}"))
    done(run("agency", "merge", "A", "B"))
    done(run("agency", "merge", "B", "C"))
    assert _agency(run, "Agency number A")["code"] == "C"
    assert done(run("db", "check")) == "sound"


def test_a_part_merges_into_its_whole_and_a_whole_into_its_part(run: Run, register: str) -> None:
    done(run("agency", "add", "UN", "United Nations"))
    done(run("agency", "add", "DESA", "Department", "--part-of", "UN"))
    done(run("agency", "add", "POP", "Population Division", "--part-of", "DESA"))
    done(run("agency", "merge", "DESA", "POP"))
    assert (_agency(run, "DESA")["code"], _agency(run, "POP")["part_of"]) == ("POP", "UN")
    done(run("agency", "merge", "POP", "UN"))
    assert (_agency(run, "POP")["code"], _agency(run, "UN")["part_of"]) == ("UN", None)
    assert done(run("db", "check")) == "sound"


@pytest.mark.parametrize(
    ("merged", "said"),
    [
        (("A", "a"), "one agency already"),
        (("A", "C"), "part of a part"),
        (("A", "Roe"), "person"),
        (("A", "Group"), "member"),
        (("Group", "A"), "member"),
        (("Nobody at all", "A"), "Nobody at all"),
    ],
)
def test_what_cannot_be_one_is_refused(
    run: Run, register: str, merged: tuple[str, str], said: str
) -> None:
    done(run("agency", "add", "A", "Whole"))
    done(run("agency", "add", "B", "Part", "--part-of", "A"))
    done(run("agency", "add", "C", "Part of the part", "--part-of", "B"))
    done(run("agency", "add", "Roe", "Jane Roe", "--kind", "person"))
    done(run("agency", "add", "Group", "A group"))
    done(run("agency", "edit", "A", "--member-of", "Group"))
    before = contents(str(register))
    refused(run("agency", "merge", *merged), said)
    assert contents(str(register)) == before


def test_an_agency_may_not_merge(run: Run, register: str) -> None:
    _two_that_are_one(run)
    refused(run("--as", "WB", "agency", "merge", "IOM", "WB"), "coordinator", exit_code=4)


def test_names_of_persons_that_merge_stand_in_no_entry(run: Run, register: str) -> None:
    done(run("agency", "add", "ROE", "Jane Roe", "--kind", "person", "--alias", "Ms Roe"))
    done(run("agency", "add", "JR", "Dr Jane Roe", "--kind", "person", "--former-name", "J. Poe"))
    done(run("agency", "merge", "ROE", "JR"))
    assert _agency(run, "Ms Roe")["former_names"] == ["J. Poe", "ROE", "Jane Roe", "Ms Roe"]
    told = repr(entries(str(register)))
    assert not any(name in told for name in ("Roe", "ROE", "Poe"))
    assert done(run("db", "check")) == "sound"


def _what_is_told(run: Run) -> Any:
    commitments = json.loads(done(run("list", "--format", "json")))
    for one in commitments:
        del one["updated_at"], one["last_update"]
    return commitments, json.loads(done(run("agency", "list", "--format", "json")))
