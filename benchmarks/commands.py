"""How long the commands take beside their floors: `python -m benchmarks.commands`.

Needs hyperfine. Prints medians in milliseconds, and the ratios that docs/performance.md promises.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.load import fill

COUNT = 10_000
RUNS = 25


def measure(commands: dict[str, str], environment: dict[str, str]) -> dict[str, float]:
    """Run each command RUNS times; give the median in milliseconds of each."""
    with tempfile.NamedTemporaryFile(suffix=".json") as told:
        subprocess.run(
            [
                "hyperfine",
                "--warmup=3",
                f"--runs={RUNS}",
                "--shell=none",
                "--style=none",
                f"--export-json={told.name}",
                *commands.values(),
            ],
            check=True,
            env=os.environ | environment,
            stdout=subprocess.DEVNULL,
        )
        results = json.loads(Path(told.name).read_text())["results"]
    return {name: 1000 * result["median"] for name, result in zip(commands, results, strict=True)}


def main() -> None:
    """Measure, and print a table."""
    with tempfile.TemporaryDirectory() as folder:
        register = Path(folder) / "tracker.db"
        fill(register, COUNT)
        python = sys.executable
        bare = Path(__file__).with_name("bare_list.py")
        tracker = f"{python} -m tracker"
        times = measure(
            {
                "python -c pass": f"{python} -c pass",
                "tracker --version": f"{tracker} --version",
                "tracker --help": f"{tracker} --help",
                "bare Typer list": f"{python} {bare} {register} --owner A07",
                "tracker list --owner": f"{tracker} list --owner A07",
                "tracker list WORD": f"{tracker} list handbook",
                "tracker show": f"{tracker} show M007-07",
                "tracker history REF": f"{tracker} history M007-07",
                "tracker report, text": f"{tracker} report M003 --format text",
                "import sqlmodel": f'{python} -c "import sqlmodel"',
                "tracker log": f"{tracker} log M001 'A07: publish a report (May 2027)'",
            },
            # What a user's shell does not set: without it, compiled modules are kept.
            {"TRACKER_DB": str(register), "PYTHONDONTWRITEBYTECODE": "", "PYTHONUNBUFFERED": ""},
        )
    for name, median in times.items():
        print(f"{name:24} {median:8.1f} ms")
    listed = times["tracker list --owner"] / times["bare Typer list"]
    logged = times["tracker log"] / times["import sqlmodel"]
    print(f"list --owner is {listed:.2f} times the bare program (at most 1.5)")
    print(f"log is {logged:.2f} times `import sqlmodel` (at most 1.4)")


if __name__ == "__main__":
    main()
