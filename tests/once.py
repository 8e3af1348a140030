"""Making a thing once in a test run, however many processes share the run.

The run's configuration knows the folder that they share, and the process whose end is the run's.
"""

import fcntl
from collections.abc import Callable
from pathlib import Path

import pytest

RUN_FOLDER = pytest.StashKey[Path]()
WATCHED = pytest.StashKey[int]()


def once(folder: Path, make: Callable[[Path], None]) -> Path:
    """Give `folder`, filled by `make` if no process of this run has filled it yet.

    The others wait meanwhile. A `make` that failed is tried again by whoever comes next.
    """
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = folder.with_suffix(".done")
        if not done.exists():
            folder.mkdir(exist_ok=True)
            make(folder)
            done.touch()
    return folder
