"""`tracker log MEETING --from FILE`: a commitment a line, all or nothing."""

import os
from pathlib import Path

import pytest

from tests.registers import Run, contents, done, entries, fill, refused, shown


@pytest.fixture
def place(run: Run, register: Path) -> str:
    fill(run)
    return str(register)


LINES = (
    "GMG, with IOM: convene a symposium (New York, 26 and 27 May 2015) #financing\n"
    "\n"
    "  # The second day\n"
    "IOM: publish a guide (July 2015)\n"
    "World Bank: расширить партнёрства\n"
)


def test_a_file_is_one_act_a_commitment_a_line(run: Run, any_register: str, tmp_path: Path) -> None:
    fill(run)
    file = tmp_path / "said.txt"
    file.write_text(LINES, encoding="utf-8")
    tried = run("log", "CM13", "--from", file, "--dry-run", "--tag", "day-2")
    outcome = run("log", "CM13", "--from", file, "--tag", "day-2")
    assert outcome.stdout == tried.stdout == "CM13-01\nCM13-02\nCM13-03\n"
    assert [shown(run, f"CM13-{n:02}")["text"] for n in (1, 2, 3)] == [
        "convene a symposium",
        "publish a guide",
        "расширить партнёрства",
    ]
    assert shown(run, "CM13-02")["tags"] == ["day-2"]
    acts = {entry["act"] for entry in entries(any_register) if entry["deed"] == "log"}
    assert len(acts) == 1
    assert done(run("db", "check")) == "sound"


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + LINES.encode(),
        LINES.replace("\n", "\r\n").encode(),
        LINES.rstrip("\n").encode(),
    ],
    ids=["byte order mark", "Windows line ends", "no line end at the end"],
)
def test_files_of_other_editors_and_standard_input_read_alike(
    run: Run, place: str, tmp_path: Path, data: bytes
) -> None:
    (tmp_path / "said.txt").write_bytes(data)
    expected = "CM13-01\nCM13-02\nCM13-03\n"
    assert run("log", "CM13", "--from", "said.txt", "--dry-run").stdout == expected
    assert run("log", "CM13", "--from", "-", input=data).stdout == expected
    assert shown(run, "CM13-01")["text"] == "convene a symposium"


def test_every_line_at_fault_is_named_and_nothing_is_logged(
    run: Run, place: str, tmp_path: Path
) -> None:
    lines = [
        "IOM: a good line",
        "IOX: an unknown agency",
        "IOM, with IOM: an agency twice",
        "no owner at all",
        "IOM: a day of two readings (03/04/2015)",
        "IOM: a day that never was (30 February 2015)",
        "IOM: #tag",
        f"IOM: {'x' * 1001}",
        "IOM: the last good line",
    ]
    file = tmp_path / "said.txt"
    file.write_text("\n".join(lines), encoding="utf-8")
    before = contents(place)
    for more in ((), ("--dry-run",)):
        outcome = run("log", "CM13", "--from", file, *more)
        refused(outcome, "IOM", "3 April 2015", "4 March 2015", "--owner")
        named = [number for number in range(1, 10) if f"line {number}:" in outcome.stderr]
        assert named == [2, 3, 4, 5, 6, 7, 8]
        assert outcome.stderr.count("Nothing was changed.") == 1
        assert contents(place) == before
    # Agencies of a file that is refused are not added either.
    refused(run("log", "CM13", "--from", file, "--add-agencies"))
    assert contents(place) == before


def test_a_line_at_fault_leaves_no_number_behind(run: Run, place: str, tmp_path: Path) -> None:
    (tmp_path / "said.txt").write_text("IOM, with IOM: twice\nIOM: once\n")
    refused(run("log", "CM13", "--from", "said.txt"), "line 1:")
    assert done(run("log", "CM13", "IOM: once")) == "CM13-01"


def test_files_that_are_no_lines_are_refused_in_words(run: Run, place: str, tmp_path: Path) -> None:
    before = contents(place)
    cases = {
        "latin.txt": "IOM: élaborer un guide\nIOM: à deux\n".encode("latin-1"),
        "utf-16.txt": LINES.encode("utf-16"),
        "empty.txt": b"",
        "blank.txt": b"\n \n\t\n# only a comment\n",
        "binary.txt": bytes(range(256)) * 10,
    }
    for name, data in cases.items():
        (tmp_path / name).write_bytes(data)
        refused(run("log", "CM13", "--from", name), name)
    refused(run("log", "CM13", "--from", "absent.txt"), "absent.txt")
    refused(run("log", "CM13", "--from", tmp_path), "directory")
    refused(run("log", "CM13", "--from", "-", input=b""))
    if os.geteuid() != 0:
        (tmp_path / "mine.txt").write_text(LINES)
        (tmp_path / "mine.txt").chmod(0)
        refused(run("log", "CM13", "--from", "mine.txt"), "mine.txt")
    refused(run("log", "CM13", "IOM: do it", "--from", "empty.txt"), exit_code=2)
    refused(run("log", "CM13"), "LINE", exit_code=2)
    assert contents(place) == before
