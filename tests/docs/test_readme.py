"""The README's commands and the rest of the house agree."""

import re
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]


def test_make_looks_where_the_second_command_of_the_readme_installs():
    readme = (CHECKOUT / "README.md").read_text()
    (command,) = re.findall(r"<!-- \.ci/run runs this line -->\n```sh\n(.*)\n```", readme)
    (folder,) = re.findall(r"^VENV \?= (.*)$", (CHECKOUT / "Makefile").read_text(), re.MULTILINE)
    assert {word.partition("/")[0] for word in command.split() if word.startswith(".v")} == {folder}
    assert command.endswith(f"{folder}/bin/python -m pytest")
