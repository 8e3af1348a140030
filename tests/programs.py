"""The programs that tests call, the Debian package of each, and where each is found.

Run as a file it writes the packages of those that are absent, one a line, and it needs nothing
but the standard library: .ci/run reads it before anything is installed.
"""

import re
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

PACKAGES = {
    "bash": "bash",
    "fish": "fish",
    "pdftotext": "poppler-utils",
    "postgres": "postgresql",
    "sqlite3": "sqlite3",
    "zsh": "zsh",
}

# A database server is seldom on PATH: where Debian, Homebrew, Fedora and Postgres.app keep it.
_ELSEWHERE = {
    "postgres": (
        "/usr/lib/postgresql/*/bin",
        "/opt/homebrew/opt/postgresql*/bin",
        "/usr/local/opt/postgresql*/bin",
        "/usr/pgsql-*/bin",
        "/Applications/Postgres.app/Contents/Versions/*/bin",
    )
}


def find(program: str) -> Path | None:
    """Give the path of a program, of its newest version where there are several, or None."""
    on_path = shutil.which(program)
    if on_path:
        return Path(on_path)
    folders = [
        folder
        for pattern in _ELSEWHERE.get(program, ())
        for folder in Path("/").glob(pattern.lstrip("/"))
    ]
    found = (shutil.which(program, path=str(folder)) for folder in _newest_first(folders))
    return next((Path(path) for path in found if path), None)


def described(program: str) -> str:
    """Name a program with its package: "pdftotext (Debian: poppler-utils)"."""
    return f"{program} (Debian: {PACKAGES[program]})"


def _newest_first(folders: Iterable[Path]) -> list[Path]:
    def version(folder: Path) -> list[int]:
        return [int(number) for number in re.findall(r"\d+", str(folder))]

    return sorted(folders, key=version, reverse=True)


if __name__ == "__main__":
    absent = {PACKAGES[program] for program in PACKAGES if find(program) is None}
    sys.stdout.writelines(f"{package}\n" for package in sorted(absent))
