"""The system's printer, through its `lp`."""

import shutil
import subprocess

from tracker.errors import Refused


def print_out(content: bytes, printer: str | None, *, title: str) -> None:
    """Send a document to `printer`, or to the system's own. Raises Refused where it cannot be."""
    program = shutil.which("lp")
    if program is None:
        raise Refused(
            "This machine has no program `lp` to print with (on Debian: cups-client). Write the "
            "report with -o FILE and print that. Nothing was printed."
        )
    words = [program, *(["-d", printer] if printer else []), "-t", title]
    done = subprocess.run(words, input=content, capture_output=True, check=False)  # noqa: S603
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip() or "it gave no reason"
        raise Refused(f"The printer refused: {said}. Nothing was printed.")
