"""What a test run leaves out, because a program or a file is absent, and how it says so."""

import os
from collections.abc import Generator
from pathlib import Path

import pytest

from tests import programs
from tests.once import RUN_FOLDER

CHECKOUT = Path(__file__).parent.parent
IN_CI = os.environ.get("TRACKER_CI") == "1"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what rests on files that do not lie beside this checkout, and remember which."""
    absent = {
        item: mark.args[0]
        for item in items
        for mark in item.iter_markers("beside")
        if lying_beside(mark.args[0]) is None
    }
    if absent:
        config.hook.pytest_deselected(items=list(absent))
        told = config.stash[RUN_FOLDER] / f"absent-{os.getpid()}"
        told.write_text("".join(f"{path}\n" for path in absent.values()))
        items[:] = [item for item in items if item not in absent]


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("needs"):
        require(mark.args[0], item)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Nothing may be skipped here: {call.excinfo and call.excinfo.value}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if IN_CI and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"Nothing may be skipped here: {report.longrepr}"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    absent = {
        value
        for report in terminalreporter.getreports("skipped")
        for key, value in report.user_properties
        if key == "absent"
    }
    if absent:
        named = ", ".join(sorted(absent))
        terminalreporter.write_line(f"Not run, because these programs are absent: {named}")
    folder = terminalreporter.config.stash[RUN_FOLDER]
    elsewhere = {line for told in folder.glob("absent-*") for line in told.read_text().splitlines()}
    if elsewhere:
        named = ", ".join(sorted(elsewhere))
        terminalreporter.write_line(f"Left out, for these do not lie beside the checkout: {named}")


def lying_beside(path: str) -> Path | None:
    """Give the path of `path` in a folder around the checkout, or None."""
    return next(CHECKOUT.parent.glob(f"*/{path}"), None)


def require(program: str, item: pytest.Item) -> Path:
    """Give the path of a program; without it the test is skipped, or fails where all must run."""
    if program not in programs.PACKAGES:
        pytest.fail(f"tests/programs.py does not list {program}", pytrace=False)
    found = programs.find(program)
    if found is None:
        if IN_CI:
            pytest.fail(f"{programs.described(program)} is absent", pytrace=False)
        item.user_properties.append(("absent", programs.described(program)))
        pytest.skip(f"needs {programs.described(program)}")
    return found
