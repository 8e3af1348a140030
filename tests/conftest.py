"""What every test stands on: its own surroundings, the command line, registers, and programs."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from tests import programs
from tests.absent import (
    IN_CI,
    lying_beside,
    pytest_collection_modifyitems,
    pytest_make_collect_report,
    pytest_runtest_makereport,
    pytest_runtest_setup,
    pytest_terminal_summary,
    require,
)
from tests.once import RUN_FOLDER, WATCHED, once

# pytest finds these hooks by their names in this module.
__all__ = [
    "pytest_collection_modifyitems",
    "pytest_make_collect_report",
    "pytest_runtest_makereport",
    "pytest_runtest_setup",
    "pytest_terminal_summary",
]

hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    database=None,
    print_blob=True,
    # A slow machine is not a fault of the code.
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("ci" if IN_CI else "here")


@dataclass(frozen=True)
class Outcome:
    """How a command ended."""

    exit_code: int
    stdout_bytes: bytes
    stderr_bytes: bytes

    @property
    def stdout(self) -> str:
        return self.stdout_bytes.decode()

    @property
    def stderr(self) -> str:
        return self.stderr_bytes.decode()


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "needs(program): what the test calls; see PACKAGES in tests/programs.py"
    )
    config.addinivalue_line(
        "markers", "beside(path): runs only where */path lies in the folder around the checkout"
    )
    worker = getattr(config, "workerinput", None)
    if worker:
        config.stash[RUN_FOLDER] = Path(worker["run_folder"])
        config.stash[WATCHED] = worker["watched"]
    else:
        folder = Path(tempfile.mkdtemp(prefix="tracker-tests-"))
        # The database server runs as another account and has its folder in this one.
        folder.chmod(0o711)
        config.stash[RUN_FOLDER] = folder
        config.stash[WATCHED] = os.getpid()


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    node.workerinput["run_folder"] = str(node.config.stash[RUN_FOLDER])
    node.workerinput["watched"] = node.config.stash[WATCHED]


def pytest_unconfigure(config: pytest.Config) -> None:
    if RUN_FOLDER in config.stash and not hasattr(config, "workerinput"):
        if (config.stash[RUN_FOLDER] / "postgres").exists():
            from tests import postgres

            postgres.stop(config.stash[RUN_FOLDER] / "postgres")
        shutil.rmtree(config.stash[RUN_FOLDER], ignore_errors=True)


@pytest.fixture(autouse=True)
def surroundings(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """Give each test a home, settings and an empty folder of its own, where TRACKER_DB points."""
    environment = _environment(tmp_path_factory.mktemp("home"), tmp_path / "tracker.db")
    for name in os.environ.keys() - environment.keys():
        monkeypatch.delenv(name)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    time.tzset()
    yield tmp_path
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def run(surroundings: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    """Give the command line, called in this process: `run("list", "--open", input=…, env=…)`."""
    from typer.testing import CliRunner

    from tracker.cli.app import app

    monkeypatch.chdir(surroundings)

    def call(
        *words: str | Path,
        input: str | bytes | None = None,  # noqa: A002
        env: dict[str, str] | None = None,
    ) -> Outcome:
        result = CliRunner().invoke(
            app,
            [str(word) for word in words],
            input=input,
            env=env,
            catch_exceptions=False,
            prog_name="tracker",
        )
        return _judged(Outcome(result.exit_code, result.stdout_bytes, result.stderr_bytes))

    return call


@pytest.fixture
def tracker(surroundings: Path) -> Callable[..., Outcome]:
    """Give the command line as a process of its own, called as `run` is."""

    def call(
        *words: str | Path,
        input: str | bytes | None = None,  # noqa: A002
        env: dict[str, str] | None = None,
        timeout: float = 120,
    ) -> Outcome:
        ended = subprocess.run(
            [sys.executable, "-m", "tracker", *map(str, words)],
            check=False,
            capture_output=True,
            cwd=surroundings,
            env={**os.environ, **(env or {})},
            input=input.encode() if isinstance(input, str) else input,
            stdin=subprocess.DEVNULL if input is None else None,
            timeout=timeout,
        )
        return _judged(Outcome(ended.returncode, ended.stdout, ended.stderr))

    return call


@pytest.fixture
def register(surroundings: Path, fresh_register: Path) -> Path:
    """Give the path of a new register, empty but for its name, where TRACKER_DB points."""
    return Path(shutil.copy(fresh_register, surroundings / "tracker.db"))


@pytest.fixture
def postgres_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """Give the URL of an empty PostgreSQL database, its owner being no superuser."""
    require("postgres", request.node)
    yield from _database(request.config)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.needs("postgres"))])
def any_register(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Give a new register's place, once on SQLite and once on PostgreSQL; TRACKER_DB names it."""
    if request.param == "sqlite":
        yield str(request.getfixturevalue("register"))
        return
    template = request.getfixturevalue("fresh_postgres_register")
    for url in _database(request.config, template=template):
        monkeypatch.setenv("TRACKER_DB", url)
        yield url


@pytest.fixture(scope="session")
def run_folder(request: pytest.FixtureRequest) -> Path:
    """Give the folder that all processes of this test run share."""
    return request.config.stash[RUN_FOLDER]


@pytest.fixture(scope="session")
def fresh_register(run_folder: Path) -> Path:
    """Give a register that tests copy: what `tracker init` makes."""

    def make(folder: Path) -> None:
        _init(folder / "made.db", folder)
        # One file, without a write-ahead log beside it, and with what a copy keeps: its mode.
        (folder / "tracker.db").touch(mode=0o600)
        made, copy = sqlite3.connect(folder / "made.db"), sqlite3.connect(folder / "tracker.db")
        made.backup(copy)
        made.close()
        copy.close()

    return once(run_folder / "register", make) / "tracker.db"


@pytest.fixture(scope="session")
def fresh_postgres_register(pytestconfig: pytest.Config, run_folder: Path) -> str:
    """Give the name of a PostgreSQL database that tests copy: what `tracker init` makes."""
    from tests import postgres

    server = _server(pytestconfig)

    def make(folder: Path) -> None:
        _init(postgres.create_database(server, "template"), folder)

    once(run_folder / "template", make)
    return "template"


@pytest.fixture
def beside(request: pytest.FixtureRequest) -> Path:
    """Give the path that the test's mark `beside` names."""
    mark = request.node.get_closest_marker("beside")
    found = lying_beside(mark.args[0])
    assert found is not None
    return found


def _judged(outcome: Outcome) -> Outcome:
    """Give a command's outcome; one that tracker itself calls its own fault fails any test."""
    if b"That is a fault of tracker" in outcome.stderr_bytes:
        pytest.fail(outcome.stderr, pytrace=False)
    return outcome


def _server(config: pytest.Config) -> Path:
    """Give the folder of the run's PostgreSQL server, started if it is not."""
    from tests import postgres

    program = programs.find("postgres")
    assert program is not None
    watched = config.stash[WATCHED]
    return once(
        config.stash[RUN_FOLDER] / "postgres",
        lambda folder: postgres.start(folder, server=program, watched=watched),
    )


def _database(config: pytest.Config, *, template: str = "template1") -> Iterator[str]:
    from tests import postgres

    server = _server(config)
    name = f"test_{uuid.uuid4().hex}"
    yield postgres.create_database(server, name, template=template)
    postgres.drop_database(server, name)


def _environment(home: Path, register: str | Path) -> dict[str, str]:
    """Give the caller's environment with another home, and nothing of the caller's tracker."""
    ours = ("TRACKER_", "XDG_", "LC_")
    others = {"COLUMNS", "PAGER", "LANGUAGE", "FORCE_COLOR"}
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(ours) and name not in others
    }
    return kept | {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_STATE_HOME": str(home / "state"),
        "TRACKER_DB": str(register),
        "TRACKER_BY": "Tester",
        "NO_COLOR": "1",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
    }


def _init(register: str | Path, home: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "tracker", "init", "--name", "Test", "--time-zone", "UTC"],
        check=False,
        capture_output=True,
        env=_environment(home, register),
        text=True,
    )
    assert ended.returncode == 0, ended.stderr
