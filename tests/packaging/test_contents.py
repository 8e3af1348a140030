"""What is in the wheel and in the source distribution, and what is not."""

import tarfile
from email import message_from_bytes
from pathlib import PurePosixPath
from zipfile import ZipFile

from tests.packaging.conftest import CHECKOUT

SHIPPED = {".py", ".toml", ".txt", ".typ", ".css", ".mako", ".bash", ".zsh", ".fish"}


def names_in(wheel):
    with ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def from_checkout(folder, prefix):
    return {
        str(PurePosixPath(prefix) / path.relative_to(CHECKOUT / folder).as_posix())
        for path in (CHECKOUT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_the_package_and_its_migrations_and_nothing_else(wheel):
    names = names_in(wheel)
    assert names == from_checkout("src/tracker", "tracker") | from_checkout(
        "migrations", "tracker/migrations"
    )
    stray = {
        name
        for name in names
        if PurePosixPath(name).suffix not in SHIPPED and not name.endswith("/py.typed")
    }
    assert stray == set()


def test_the_wheel_holds_what_is_needed_beside_code(wheel):
    names = names_in(wheel)
    assert {
        "tracker/py.typed",
        "tracker/migrations/env.py",
        "tracker/migrations/views.py",
        "tracker/migrations/script.py.mako",
    } <= names
    kinds = {PurePosixPath(name).suffix for name in names}
    assert kinds >= {".toml", ".txt", ".typ", ".css"}
    assert any(name.startswith("tracker/migrations/versions/0001_") for name in names)


def test_the_wheel_asks_for_python_311_and_only_the_driver_is_an_extra(wheel):
    with ZipFile(wheel) as archive:
        (name,) = (n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        metadata = message_from_bytes(archive.read(name))
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata.get_all("Provides-Extra") == ["postgres"]
    assert metadata["License-Expression"] == "MIT"


def test_the_source_distribution_holds_what_builds_and_tests_it(sdist):
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    tops = {name.partition("/")[0] for name in names}
    assert {"src", "migrations", "tests", "docs", "Makefile", "LICENSE", "pyproject.toml"} <= tops
    assert tops - {"PKG-INFO", ".gitignore"} <= {p.name for p in CHECKOUT.iterdir()}
    assert [name for name in names if "__pycache__" in name or name.startswith(".venv")] == []
    assert {f"migrations/{n}" for n in ("env.py", "views.py", "script.py.mako")} <= names
