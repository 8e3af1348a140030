"""How long the tab key takes: `python -m benchmarks.completion`, in 10 000 commitments.

Needs hyperfine. Prints medians in milliseconds of what a shell waits for; the promise is 100.
"""

import sys
import tempfile
from pathlib import Path

from benchmarks.commands import COUNT, measure
from benchmarks.load import fill

PRESSED = {
    "a command": "''",
    "an option": "list --",
    "a status": "list --status ''",
    "a ref, nothing typed": "show ''",
    "a ref of a meeting": "show M007-",
    "a ref of two figures": "show M007-0",
    "a ref, as an agency": "--as A07 show M007-0",
    "a meeting": "log M0",
    "an agency": "list --owner A",
    "a tag": "list --tag ''",
}


def main() -> None:
    """Measure, and print a table."""
    with tempfile.TemporaryDirectory() as folder:
        register = Path(folder) / "tracker.db"
        fill(register, COUNT)
        asking = f"{sys.executable} -m tracker __complete zsh"
        times = measure(
            {"python -c pass": f"{sys.executable} -c pass"}
            | {name: f"{asking} {words}" for name, words in PRESSED.items()},
            {"TRACKER_DB": str(register), "PYTHONDONTWRITEBYTECODE": "", "PYTHONUNBUFFERED": ""},
        )
    for name, median in times.items():
        print(f"{name:24} {median:8.1f} ms")


if __name__ == "__main__":
    main()
