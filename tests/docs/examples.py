"""The examples of a document: what is typed, what is shown under it, and whether that is so.

An example is a ```console block. A line that begins with "$ " is typed into bash, and "> " goes
on with it; a comment "# exit N" at its end says that it ends with N instead of 0. The lines up
to the next "$ " are what it shows, on standard output and standard error together; none there
means that nothing is compared. A line that is only "…" stands for any number of lines, "…" within
a line for anything in that line. A document's blocks run in order, in one shell and one folder.
"""

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

_FENCE = re.compile(r"^ *```(\w*)")
_END = "=== end of example ==="


@dataclass
class Example:
    """One command of a document; `line` is where it stands."""

    line: int
    command: str
    shown: list[str] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        said = re.search(r"# exit (\d+)$", self.command)
        return int(said[1]) if said else 0


def read(text: str) -> list[Example]:
    """Read the examples out of a document in Markdown; ValueError for a block with none in it."""
    examples: list[Example] = []
    block: str | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        fence = _FENCE.match(line)
        if fence:
            block = fence[1] if block is None else None
            first = True
        elif block == "console":
            if line.startswith("$ "):
                examples.append(Example(number, line[2:]))
            elif first:
                raise ValueError(f"line {number}: a console block begins with a command")
            elif line.startswith("> ") and not examples[-1].shown:
                examples[-1].command += f"\n{line[2:]}"
            else:
                examples[-1].shown.append(line)
            first = False
    for example in examples:
        while example.shown and not example.shown[-1].strip():
            example.shown.pop()
    return examples


def run(examples: list[Example], folder: Path) -> list[str]:
    """Run a document's examples in `folder`; give a sentence for each that is not as shown."""
    ended = subprocess.run(
        ["bash"],
        check=False,
        cwd=folder,
        env=_environment(folder),
        input="".join(
            f"{{ {example.command}\n}} </dev/null 2>&1\nprintf '\\n{_END} %s\\n' $?\n"
            for example in examples
        ).encode(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=300,
    )
    parts = re.split(rf"^{_END} (\d+)\n", ended.stdout.decode(), flags=re.MULTILINE)
    outputs, codes = parts[::2], [int(code) for code in parts[1::2]]
    faults = [
        fault
        for example, output, code in zip(examples, outputs, codes, strict=False)
        if (fault := _fault(example, output.rstrip("\n"), code))
    ]
    if len(codes) < len(examples):
        faults.append(f"line {examples[len(codes)].line}: the shell ended here: {outputs[-1]}")
    return faults


def _fault(example: Example, output: str, code: int) -> str | None:
    if code != example.exit_code:
        wrong = f"ends with {code}, not {example.exit_code}"
    elif example.shown and not _pattern(example.shown).fullmatch(_bare(output) + "\n"):
        wrong = "does not show what the document says"
    else:
        return None
    return f"line {example.line}: {example.command}\n{wrong}:\n{output}"


def _pattern(shown: list[str]) -> "re.Pattern[str]":
    lines = (
        "(?:.*\n)*" if line.strip() == "…" else re.escape(line.rstrip()).replace("…", ".*") + "\n"
        for line in shown
    )
    return re.compile("".join(lines))


def _bare(output: str) -> str:
    return "\n".join(line.rstrip() for line in output.splitlines())


def _environment(folder: Path) -> dict[str, str]:
    """Give what every example finds: `tracker` on PATH, a home of its own, a fixed width."""
    programs = folder.with_name(f"{folder.name}-programs")
    programs.mkdir()
    program = programs / "tracker"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m tracker "$@"\n')
    program.chmod(0o755)
    kept = {name: os.environ[name] for name in ("PYTHONPATH", "TMPDIR") if name in os.environ}
    return kept | {
        "PATH": f"{programs}:{os.environ['PATH']}",
        "HOME": str(programs),
        "TRACKER_BY": "Coordinator",
        "COLUMNS": "100",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        # Standard output and standard error come in the order in which they were written.
        "PYTHONUNBUFFERED": "1",
    }
