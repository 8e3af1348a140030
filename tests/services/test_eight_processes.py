"""Real processes on one register: at once, killed, without space, without the right to write."""

import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.registers import Run, contents, done, entries, fill, refused

PROCESSES, TIMES = 8, 3

# Each process makes several acts, as a script makes them. They come from one that has imported
# what they need, so that they begin together.
AT_ONCE = """
import os, sys
from tracker.cli.app import run
import tracker.cli.commands.log, tracker.services.commitments, tracker.storage.database
processes, times = int(sys.argv[1]), int(sys.argv[2])
begun, begin = os.pipe()
children = []
for who in range(processes):
    child = os.fork()
    if not child:
        os.close(begin)
        os.read(begun, 1)
        codes = [run(["log", "CM13", f"IOM: act {n} of process {who}"]) for n in range(times)]
        sys.stdout.flush()
        os._exit(max(codes))
    children.append(child)
os.close(begin)
sys.exit(max(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children))
"""


def _start(code: str, *words: str, stdin: int | None = None) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", code, *words],
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_eight_processes_at_once_leave_no_gap_no_double_and_lose_nothing(
    run: Run, any_register: str
) -> None:
    fill(run)
    process = _start(AT_ONCE, str(PROCESSES), str(TIMES))
    stdout, stderr = process.communicate(timeout=120)
    assert process.returncode == 0, stderr
    answered = stdout.split()
    expected = [f"CM13-{n:02}" for n in range(1, PROCESSES * TIMES + 1)]
    assert sorted(answered) == expected
    listed = json.loads(done(run("list", "--format", "json")))
    assert [one["ref"] for one in listed] == expected
    assert {one["text"] for one in listed} == {
        f"act {act} of process {who}" for act in range(TIMES) for who in range(PROCESSES)
    }
    assert done(run("db", "check")) == "sound"
    assert len([e for e in entries(any_register) if e["deed"] == "log"]) == len(expected)


# Stops in the middle of the transaction, with everything written and nothing committed.
HALTING = """
import sys, time
from tracker.services.acting import Doing
def halt(self, *, dry_run):
    self.session.flush()
    print("in the middle", flush=True)
    time.sleep(60)
Doing.finish = halt
from tracker.cli.app import run
run(["log", "CM13", "--from", "-"])
"""


def test_a_process_killed_in_the_middle_of_a_write_leaves_the_register_whole(
    run: Run, any_register: str
) -> None:
    fill(run)
    done(run("log", "CM13", "IOM: stay"))
    before = contents(any_register)
    process = _start(HALTING, stdin=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("".join(f"IOM: act {n} {'x' * 500}\n" for n in range(60)))
    process.stdin.close()
    assert process.stdout.readline() == "in the middle\n"
    process.send_signal(signal.SIGKILL)
    process.wait(timeout=30)
    process.stdout.close()
    assert process.stderr is not None
    process.stderr.close()
    assert contents(any_register) == before
    assert done(run("db", "check")) == "sound"
    # The lock is gone with the process, and the number was not used up.
    assert done(run("log", "CM13", "IOM: go on")) == "CM13-02"


# The first answer, to a dry run, says that all is imported; then it logs until it is killed.
AT_KILL = """
from tracker.cli.app import run
run(["log", "CM13", "IOM: never", "--dry-run"])
import sys; sys.stdout.flush()
for n in range(1000):
    run(["log", "CM13", f"IOM: act {n}"])
"""


def test_processes_killed_at_any_moment_leave_the_register_whole(run: Run, register: Path) -> None:
    fill(run)
    for moment in (0.0, 0.05, 0.15, 0.3):
        process = _start(AT_KILL)
        assert process.stdout is not None
        assert process.stdout.readline() == f"CM13-{_next(run):02}\n"
        time.sleep(moment)
        process.kill()
        process.communicate(timeout=30)
        assert done(run("db", "check")) == "sound"
    refs = done(run("list", "--format", "refs")).split()
    assert sorted(refs) == sorted(f"CM13-{n:02}" for n in range(1, len(refs) + 1))


def _next(run: Run) -> int:
    return len(run("list", "--format", "refs").stdout.split()) + 1


def test_a_full_disk_ends_in_one_sentence_and_an_unchanged_register(
    run: Run, register: Path
) -> None:
    fill(run)
    before = contents(str(register))
    # No file may grow beyond what the register has now: what a full disk is to SQLite.
    limit = register.stat().st_size // 2

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    lines = "".join(f"IOM: act {n} {'x' * 900}\n" for n in range(150))
    ended = subprocess.run(
        [sys.executable, "-m", "tracker", "log", "CM13", "--from", "-"],
        check=False,
        capture_output=True,
        input=lines,
        text=True,
        preexec_fn=small,
        timeout=60,
    )
    assert ended.returncode == 3, ended.stderr
    assert ended.stdout == ""
    assert ended.stderr.count("\n") == 1
    assert "tracker.db" in ended.stderr
    assert "Nothing was changed." in ended.stderr
    assert contents(str(register)) == before
    assert done(run("db", "check")) == "sound"
    assert done(run("log", "CM13", "IOM: go on")) == "CM13-01"


def test_a_register_that_cannot_be_written_says_so(run: Run, register: Path) -> None:
    fill(run)
    before = contents(str(register))
    register.chmod(0o400)
    if os.geteuid() == 0:
        # For root the file's mode says nothing; the account that tests the mode is another.
        ended = subprocess.run(
            [sys.executable, "-c", AS_NOBODY, str(register)],
            check=False,
            capture_output=True,
            text=True,
            timeout=60,
        )
        # Its last line: the first is of the way through before.
        exit_code, stderr = ended.returncode, ended.stderr.splitlines()[-1] + "\n"
    else:
        outcome = run("log", "CM13", "IOM: do it")
        exit_code, stderr = outcome.exit_code, outcome.stderr
    assert exit_code == 3, stderr
    assert "permission" in stderr
    assert stderr.count("\n") == 1
    register.chmod(0o600)
    assert contents(str(register)) == before


# Once through first: the account may not be able to read where Python's packages lie.
AS_NOBODY = """
import os, sys, pathlib
from tracker.cli.app import run
run(["log", "CM13", "IOX: do it"])
register = pathlib.Path(sys.argv[1])
for folder in register.parents:
    if str(folder) not in ("/", "/tmp"):
        folder.chmod(0o755)
register.chmod(0o444)
os.setuid(65534)
code = run(["log", "CM13", "IOM: do it"])
sys.stdout.flush()
sys.stderr.flush()
os._exit(code)
"""


def test_a_register_that_somebody_else_holds_too_long_is_given_up_on(
    run: Run, register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(run)
    before = contents(str(register))
    monkeypatch.setattr("tracker.storage.database._LOCK_SECONDS", 0.2)
    holder = sqlite3.connect(register, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    for words in (
        ("log", "CM13", "IOM: do it"),
        ("meeting", "add", "CM14", "Fourteenth"),
        ("agency", "add", "X", "X"),
    ):
        refused(run(*words), "somebody else".capitalize(), "Nothing was changed.", exit_code=3)
    # Who only looks is not kept waiting.
    assert "CM13" in done(run("meeting", "list"))
    holder.rollback()
    holder.close()
    assert contents(str(register)) == before
    assert done(run("log", "CM13", "IOM: do it")) == "CM13-01"
