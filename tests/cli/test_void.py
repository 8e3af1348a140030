"""`tracker void`: taking away what was logged by mistake."""

import json
from pathlib import Path

from tests.registers import Run, contents, done, fill, refused, shown


def test_void_takes_out_of_lists_and_reports_and_keeps_ref_and_history(
    run: Run, any_register: str
) -> None:
    fill(run)
    done(run("log", "CM13", "IOM: publish the zebra guide (July 2015)"))
    done(run("log", "CM13", "IOM: publish the other guide"))
    before = contents(any_register)
    refused(run("void", "CM13-01"), "--reason", exit_code=2)
    refused(run("void", "CM13-01", "--reason", " "), "reason")
    refused(run("void", "CM13-03", "--reason", "x"), "CM13-03", "Nearest")
    refused(run("void", "guide", "--reason", "x"), "CM13-07")
    assert done(run("void", "CM13-01", "--reason", "x", "--dry-run")) == "CM13-01"
    assert contents(any_register) == before

    outcome = run("void", "cm13-01", "--reason", "the same as CM13-02")
    assert outcome.stdout == "CM13-01\n"
    assert outcome.stderr.count("\n") == 1
    assert done(run("list", "--format", "refs")) == "CM13-02"
    assert run("list", "zebra", "--format", "refs").stdout.strip() == ""
    assert "zebra" not in run("report", "CM13", "--format", "text").stdout
    found = shown(run, "CM13-01")
    assert (found["voided"], found["text"]) == (True, "publish the zebra guide")
    assert found["history"][-1]["reason"] == "the same as CM13-02"
    said = json.loads(done(run("history", "--format", "json")))
    assert [e["act"] for e in said if e["ref"] == "CM13-01"] == ["log", "void"]

    after = contents(any_register)
    refused(run("void", "CM13-01", "--reason", "again"), "voided")
    refused(run("edit", "CM13-01", "--text", "x"), "voided")
    assert contents(any_register) == after
    assert done(run("db", "check")) == "sound"


def test_a_voided_commitment_holds_its_meetings_code(run: Run, register: Path) -> None:
    fill(run)
    done(run("log", "CM13", "IOM: publish a guide"))
    done(run("void", "CM13-01", "--reason", "by mistake"))
    refused(run("meeting", "edit", "CM13", "--code", "CM-13"), "CM13")
