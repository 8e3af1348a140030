"""What is built from this checkout, and environments of its own to install it into."""

import os
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.once import once

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def wheel(run_folder: Path) -> Path:
    """Give the wheel built from the checkout."""
    return _built(run_folder / "wheel", "--wheel")


@pytest.fixture(scope="session")
def sdist(run_folder: Path) -> Path:
    """Give the source distribution built from the checkout."""
    return _built(run_folder / "sdist", "--sdist")


@pytest.fixture
def install(surroundings: Path) -> Callable[..., Path]:
    """Install into a new environment without the network; give the folder of its programs.

    Dependencies are those of the environment that runs the tests, lent by a .pth file, whose own
    .pth files Python does not follow: tracker itself comes from nowhere but what is installed.
    """

    def call(*what: str) -> Path:
        home = surroundings / "environment"
        venv.create(home, with_pip=False, symlinks=True)
        programs = home / "bin"
        lent = sysconfig.get_path("purelib")
        own = sysconfig.get_path("purelib", "venv", {"base": str(home)})
        Path(own, "lent.pth").write_text(f"{lent}\n")
        subprocess.run(
            [
                *(sys.executable, "-m", "pip", "--python", str(programs / "python"), "install"),
                *("--quiet", "--no-index", "--no-deps", "--no-build-isolation", *what),
            ],
            check=True,
            env=_outside(),
        )
        return programs

    return call


@pytest.fixture
def call(surroundings: Path) -> Callable[..., str]:
    """Call an installed program; give what it writes on standard output."""

    def call(program: Path, *words: str) -> str:
        ended = subprocess.run(
            [str(program), *words],
            check=False,
            capture_output=True,
            cwd=surroundings,
            env=_outside(),
            text=True,
        )
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    return call


def _built(folder: Path, kind: str) -> Path:
    def make(folder: Path) -> None:
        subprocess.run(
            [
                *(sys.executable, "-m", "build", "--no-isolation", kind),
                *("--outdir", str(folder), str(CHECKOUT)),
            ],
            check=True,
            capture_output=True,
            env=_outside(),
        )

    (built,) = once(folder, make).iterdir()
    return built


def _outside() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
