"""What the documentation shows is what happens."""

from pathlib import Path

import pytest

from tests.docs import examples

CHECKOUT = Path(__file__).parents[2]
DOCUMENTS = [CHECKOUT / "README.md", CHECKOUT / "CONTRIBUTING.md", *CHECKOUT.glob("docs/*.md")]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_the_examples_of_a_document_run_as_shown(path, tmp_path):
    folder = tmp_path / "here"
    folder.mkdir()
    assert examples.run(examples.read(path.read_text()), folder) == []


def wrong(document, tmp_path):
    folder = tmp_path / "here"
    folder.mkdir()
    return examples.run(examples.read(f"```console\n{document}\n```\n"), folder)


@pytest.mark.parametrize(
    "document",
    [
        "$ echo one; echo two >&2\none\ntwo",
        "$ printf 'one\\ntwo\\nthree'\none\n…\nthree",
        "$ echo 'dated 12 May'\ndated … May",
        "$ false  # exit 1",
        "$ (exit 3)  # exit 3\n$ export X=1\n$ echo $X\n1",
        "$ cat <<EOF\n> two lines\n> of text\n> EOF\ntwo lines\nof text",
        "$ cd /; pwd\n/\n$ pwd\n/",
        "$ echo not compared",
    ],
)
def test_an_example_that_is_right_passes(document, tmp_path):
    assert wrong(document, tmp_path) == []


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ("$ echo one\ntwo", "does not show"),
        ("$ printf 'one\\ntwo'\none", "does not show"),
        ("$ echo one\none\ntwo", "does not show"),
        ("$ true  # exit 1", "ends with 0, not 1"),
        ("$ false", "ends with 1, not 0"),
        ("$ exit 7\n$ echo on", "the shell ended here"),
        ("$ if\n$ echo on", "the shell ended here"),
    ],
)
def test_an_example_that_is_wrong_is_told_with_its_line(document, said, tmp_path):
    faults = wrong(document, tmp_path)
    assert len(faults) == 1
    assert said in faults[0]
    assert faults[0].startswith("line ")


def test_a_block_without_a_command_is_refused():
    with pytest.raises(ValueError, match="line 2"):
        examples.read("```console\nwhat is shown\n```\n")
