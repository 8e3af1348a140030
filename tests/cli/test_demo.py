"""`tracker demo`: a register to try things on, its report, and what to try."""

import json
import re
import shlex
import socket
import stat
import tomllib
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Outcome

Run = Callable[..., Outcome]

SHOWN_ON = {"TRACKER_TODAY": "2016-01-15"}


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forbid this process to reach anything outside of the machine."""

    def refuse(*_: object, **__: object) -> None:
        pytest.fail("a connection was opened")

    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    """Keep the demo's folder once it is made."""
    return {}


@pytest.fixture
def demo(run: Run, surroundings: Path, made: dict[str, bytes]) -> Path:
    """Give the folder of a demo."""
    folder = surroundings / "first look"
    if not made:
        outcome = run("demo", folder)
        assert outcome.exit_code == 0, outcome.stderr
        made |= {path.name: path.read_bytes() for path in folder.iterdir()}
        made["said"] = outcome.stderr_bytes
    folder.mkdir(exist_ok=True)
    for name in made.keys() - {"said"}:
        (folder / name).write_bytes(made[name])
    return folder


def told(run: Run, demo: Path, *words: str) -> Any:
    outcome = run("--db", demo / "tracker.db", *words, "--format", "json", env=SHOWN_ON)
    assert outcome.exit_code == 0, outcome.stderr
    return json.loads(outcome.stdout)


@pytest.mark.usefixtures("offline")
def test_it_makes_a_register_and_three_papers_without_a_network(
    run: Run, surroundings: Path
) -> None:
    outcome = run("demo", "look")
    assert outcome.exit_code == 0, outcome.stderr
    folder = surroundings / "look"
    assert outcome.stdout == "look/tracker.db\n"
    assert sorted(path.name for path in folder.iterdir()) == [
        "follow-up-CM14.html",
        "follow-up-CM14.md",
        "follow-up-CM14.pdf",
        "tracker.db",
    ]
    assert stat.S_IMODE((folder / "tracker.db").stat().st_mode) == 0o600
    assert "warning" not in outcome.stderr  # it needs no font of the machine
    assert run("--db", "look/tracker.db", "db", "check").stdout == "sound\n"
    # The register of the caller is not touched: none was made.
    assert not (surroundings / "tracker.db").exists()


def test_the_three_commands_that_it_ends_with_run(
    run: Run, demo: Path, made: dict[str, bytes]
) -> None:
    said = made["said"].decode()
    commands = [line.strip() for line in said.splitlines() if line.startswith("  ")]
    assert len(commands) == 3
    for command in commands:
        words = shlex.split(command)
        env = dict(word.split("=") for word in words if word.startswith("TRACKER_"))
        assert env == SHOWN_ON
        words = words[words.index("tracker") + 1 :]
        # The folder was made in another test, under the same name.
        words[words.index("--db") + 1] = str(demo / "tracker.db")
        outcome = run(*words, env=env)
        assert outcome.exit_code == 0, (command, outcome.stderr)
        assert len(outcome.stdout.splitlines()) > 1, command


def test_it_holds_a_year_of_everything_that_can_become_of_a_commitment(
    run: Run, demo: Path
) -> None:
    rows = {row["ref"]: row for row in told(run, demo, "list")}
    assert list(rows) == [f"CM13-{number:02}" for number in range(1, 13)]
    by_status: dict[str, list[dict[str, Any]]] = {}
    for row in rows.values():
        by_status.setdefault(row["status"], []).append(row)
    assert any(
        row["last_update"]["evidence"] for row in by_status["completed"] if row["last_update"]
    )
    assert len(by_status["completed"]) >= 2
    assert len(by_status["withdrawn"]) == 1
    assert len([row for row in rows.values() if row["overdue"]]) >= 2
    assert len([row for row in rows.values() if row["silent"]]) == 1
    assert len([row for row in rows.values() if row["slips"]]) == 1
    assert len([row for row in rows.values() if row["acceptance"] == "disputed"]) == 1
    report = told(run, demo, "report", "CM14")
    assert [row["ref"] for row in report["commitments"]] == list(rows)


def test_dates_hang_on_the_meetings_that_the_words_name(run: Run, demo: Path) -> None:
    due = {row["ref"]: row["due"] for row in told(run, demo, "list") if row["due"]}
    hung = {ref: (one["meeting"], one["relation"]) for ref, one in due.items() if one["meeting"]}
    assert hung == {
        "CM13-01": ("STATCOM46", "during"),
        "CM13-03": ("FFD3", "in-margins-of"),
        "CM13-12": ("CM14", "by"),
    }
    assert due["CM13-01"]["latest"] == "2015-03-04"
    assert (due["CM13-03"]["earliest"], due["CM13-03"]["latest"]) == ("2015-07-01", "2015-07-31")
    assert due["CM13-12"]["latest"] == "2016-02-19"
    assert due["CM13-11"]["latest"] == "2015-03-15"
    meetings = {row["code"]: row for row in told(run, demo, "meeting", "list")}
    assert meetings["FFD3"]["when"]["words"] == "July 2015"
    assert meetings["CM14"]["when"]["latest"].startswith("2016-02-")
    assert "example" in meetings["CM14"]["title"]
    assert {meetings["CM13"]["series"], meetings["CM14"]["series"]} == {"CM"}


def test_the_group_is_chaired_by_the_world_bank(run: Run, demo: Path) -> None:
    group = told(run, demo, "agency", "show", "Global Migration Group")
    assert [chair["agency"] for chair in group["chairs"]] == ["WORLD-BANK"]
    assert "IOM" in group["members"]
    # For which the Bank may speak in that year.
    said = run(
        "--db",
        demo / "tracker.db",
        "--as",
        "World Bank",
        "update",
        "CM13-04",
        "--status",
        "in-progress",
        "--note",
        "x",
        "--dry-run",
        env={"TRACKER_TODAY": "2015-06-01"},
    )
    assert said.exit_code == 0, said.stderr


def test_all_that_was_made_up_says_so_in_the_register_itself(run: Run, demo: Path) -> None:
    updates = [entry for entry in told(run, demo, "history") if entry["act"] == "update"]
    assert len(updates) >= 12
    for entry in updates:
        assert entry["note"].startswith("Example:"), entry
        assert entry["reason"] is None or entry["reason"].startswith("Example:")


def test_each_passage_stands_in_the_demos_own_report_where_it_says(run: Run, demo: Path) -> None:
    report = files("tracker.demo").joinpath("report.txt").read_text(encoding="utf-8")
    lines = report.split("\n")
    for row in told(run, demo, "list"):
        source = row["source"]
        first, _, last = source["lines"].partition("-")
        passage = "\n".join(lines[int(first) - 1 : int(last or first)])
        assert source["quote"] in passage
        assert source["document"] == "report.txt"


def test_the_papers_are_the_report_of_the_register(run: Run, demo: Path) -> None:
    for name in ("html", "md"):
        paper = (demo / f"follow-up-CM14.{name}").read_text(encoding="utf-8")
        for number in range(1, 13):
            assert f"CM13-{number:02}" in paper
        assert "Example" in paper
    assert (demo / "follow-up-CM14.pdf").read_bytes().startswith(b"%PDF-")
    # Made anew from the register, the paper is the same.
    again = run("--db", demo / "tracker.db", "report", "CM14", "--format", "md")
    assert again.stdout == (demo / "follow-up-CM14.md").read_text(encoding="utf-8")


def test_where_one_stands_it_is_refused_unless_forced_which_puts_it_aside(
    run: Run, demo: Path
) -> None:
    before = {path.name: path.read_bytes() for path in demo.iterdir()}
    refused = run("demo", demo)
    assert refused.exit_code == 1
    assert refused.stdout == ""
    assert "--force" in refused.stderr
    assert {path.name: path.read_bytes() for path in demo.iterdir()} == before
    (demo / "notes.txt").write_text("mine")
    forced = run("demo", demo, "--force")
    assert forced.exit_code == 0, forced.stderr
    assert "tracker.1.db" in forced.stderr
    assert (demo / "tracker.1.db").read_bytes() == before["tracker.db"]
    assert (demo / "notes.txt").read_text() == "mine"
    assert run("--db", demo / "tracker.1.db", "db", "check").exit_code == 0
    assert (
        len(json.loads(run("--db", demo / "tracker.db", "list", "--format", "json").stdout)) == 12
    )


def test_a_folder_that_cannot_be_made_is_refused(run: Run, surroundings: Path) -> None:
    (surroundings / "file").write_text("mine")
    outcome = run("demo", "file/look")
    assert outcome.exit_code in (1, 3)
    assert "file" in outcome.stderr
    assert (surroundings / "file").read_text() == "mine"


def test_the_material_has_no_key_that_nothing_reads() -> None:
    material = tomllib.loads(
        files("tracker.demo").joinpath("demo.toml").read_text(encoding="utf-8")
    )
    keys = {key for row in material["commitments"] for key in row}
    assert not {key for key in keys if re.match("due_", key)}
