"""How long a start takes: tracker beside bare Python and beside a bare Typer program.

`python -m benchmarks.startup` prints a table of medians in milliseconds; hyperfine measures where
it is installed.
"""

import json
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 40
BARE_TYPER = """\
import typer

app = typer.Typer()


@app.command()
def list(overdue: bool = False) -> None:
    "List commitments."


@app.command()
def show(ref: str) -> None:
    "Show a commitment."


app()
"""


def commands(folder: Path) -> dict[str, list[str]]:
    """Give what is measured, by the name it has in the table."""
    bare = folder / "bare.py"
    bare.write_text(BARE_TYPER)
    tracker = [sys.executable, "-m", "tracker"]
    return {
        "python -c pass": [sys.executable, "-c", "pass"],
        "python -c 'import typer'": [sys.executable, "-c", "import typer"],
        "bare Typer program, a command": [sys.executable, str(bare), "list"],
        "bare Typer program, --help": [sys.executable, str(bare), "--help"],
        "tracker --version": [*tracker, "--version"],
        "tracker --help": [*tracker, "--help"],
        "tracker list --help": [*tracker, "list", "--help"],
        "tracker config list": [*tracker, "config", "list"],
    }


def measured(calls: dict[str, list[str]], folder: Path) -> dict[str, float]:
    """Give the median of each call in milliseconds."""
    environment = os.environ | {"XDG_CONFIG_HOME": str(folder), "HOME": str(folder)}
    hyperfine = shutil.which("hyperfine")
    if hyperfine is None:
        return {name: _timed(call, environment) for name, call in calls.items()}
    found = folder / "hyperfine.json"
    lines = [shlex.join(call) for call in calls.values()]
    subprocess.run(
        [hyperfine, "-N", "--warmup", "3", "--runs", str(RUNS), "--export-json", found, *lines],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
    )
    results = json.loads(found.read_text())["results"]
    return {name: result["median"] * 1000 for name, result in zip(calls, results, strict=True)}


def _timed(call: list[str], environment: dict[str, str]) -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run(call, check=True, capture_output=True, env=environment)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        found = measured(commands(Path(folder)), Path(folder))
    print("| start | median, ms |\n|---|---:|")
    for name, milliseconds in found.items():
        print(f"| {name} | {milliseconds:.0f} |")


if __name__ == "__main__":
    main()
