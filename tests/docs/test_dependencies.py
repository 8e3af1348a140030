"""docs/dependencies.md says of each dependency in pyproject.toml what it is for."""

import re
import tomllib
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]


def test_every_dependency_is_explained_and_no_other():
    with (CHECKOUT / "pyproject.toml").open("rb") as file:
        data = tomllib.load(file)
    declared = [
        *data["build-system"]["requires"],
        *data["project"]["dependencies"],
        *(d for extra in data["project"]["optional-dependencies"].values() for d in extra),
        *(d for group in data["dependency-groups"].values() for d in group),
    ]
    names = set(re.findall(r"^[\w.-]+", "\n".join(declared), re.MULTILINE))
    page = (CHECKOUT / "docs" / "dependencies.md").read_text()
    explained = re.findall(r"^- \*\*([\w.-]+)\*\*: \S", page, re.MULTILINE)
    assert sorted(explained) == sorted(names)
