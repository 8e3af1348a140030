"""Every command explains itself, and no document names one that does not exist."""

import re
from pathlib import Path

import pytest

from tests.house.commands import fault, lines_naming_us, walk

CHECKOUT = Path(__file__).parents[2]
DOCUMENTS = [CHECKOUT / "README.md", CHECKOUT / "CONTRIBUTING.md", *CHECKOUT.glob("docs/*.md")]
SOURCES = sorted(CHECKOUT.glob("src/tracker/**/*.py"))


@pytest.mark.parametrize(
    ("words", "command"), [pytest.param(*c, id=" ".join(c[0])) for c in walk()]
)
def test_a_command_and_each_of_its_options_have_help(words, command):
    assert command.help, f"tracker {' '.join(words)} has no help"
    silent = [p.name for p in command.params if not p.help]
    assert silent == [], f"tracker {' '.join(words)} does not explain these"


@pytest.mark.parametrize(
    ("words", "command"), [pytest.param(*c, id=" ".join(c[0])) for c in walk()]
)
def test_a_command_shows_an_example_that_is_right(words, command, run):
    shown = run(*words, "--help")
    assert shown.exit_code == 0
    assert run(*words, "-h").stdout == shown.stdout
    called = " ".join(("tracker", *words))
    joined = shown.stdout.replace("\\\n", "")
    examples = [
        line
        for line in re.findall(r"^ *(?:\$ )?(?:[A-Z_]+=\S+ )*(tracker .+)$", joined, re.MULTILINE)
        if line.startswith(called)
    ]
    assert examples, f"{called} --help shows no example"
    assert [wrong for line in examples if (wrong := fault(line))] == []


@pytest.mark.parametrize("path", [*DOCUMENTS, *SOURCES], ids=lambda p: str(p.relative_to(CHECKOUT)))
def test_a_command_that_a_document_or_a_message_names_exists(path):
    named = lines_naming_us(path.read_text())
    assert [wrong for line in named if (wrong := fault(line))] == []


def test_the_documented_exit_codes_are_those_of_the_code():
    from tracker import errors

    def kinds(kind: type[errors.TrackerError]) -> set[type[errors.TrackerError]]:
        return {kind}.union(*(kinds(child) for child in kind.__subclasses__()))

    table = (CHECKOUT / "docs" / "exit-codes.md").read_text()
    documented = {int(code) for code in re.findall(r"^\| (\d+) \|", table, re.MULTILINE)}
    assert documented == {kind.exit_code for kind in kinds(errors.TrackerError)} | {0, 130}
