"""The size and the names of modules, and what no file may say."""

import re
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
OURS = ("src", "migrations", "tests", "benchmarks")
MODULES = sorted(path for folder in OURS for path in (CHECKOUT / folder).rglob("*.py"))
LIMIT = 500
VAGUE = {"utils", "util", "helpers", "helper", "manager", "common", "base", "misc", "core"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(CHECKOUT)))
def test_a_module_can_be_read_in_one_sitting_and_says_what_it_is(path):
    length = path.read_text().count("\n")
    assert length <= LIMIT
    words = {part for name in path.relative_to(CHECKOUT).parts for part in re.split(r"[_.]", name)}
    assert words & VAGUE == set()


def test_every_folder_of_modules_is_a_package():
    """Two test files of one name are told apart by their packages."""
    folders = {
        path.parent for path in MODULES if path.relative_to(CHECKOUT).parts[0] != "migrations"
    }
    assert [f for f in sorted(folders) if not (f / "__init__.py").exists()] == []


def test_no_file_names_a_place_that_only_one_machine_has():
    place = re.compile(r"(?<![\w.])/(?:root|work|home/\w+|Users/\w+)/|\.\./shared")
    files = [
        path
        for folder in (*OURS, "docs", ".ci")
        for path in (CHECKOUT / folder).rglob("*")
        if path.suffix in {".py", ".md", ".toml", ".txt", ".typ", ".css", ".mako", ""}
        and path.is_file()
    ]
    files += [path for path in CHECKOUT.glob("*") if path.suffix in {".md", ".toml"}]
    assert [f for f in files if f != Path(__file__) and place.search(f.read_text())] == []


def test_the_programs_listed_for_tests_are_those_that_tests_need():
    from tests.programs import PACKAGES

    tests = [path.read_text() for path in (CHECKOUT / "tests").rglob("*.py")]
    needed = {name for text in tests for name in re.findall(r'needs\(\s*"([^"]+)"', text)}
    assert needed == set(PACKAGES)
