"""Bundles of options that commands share."""

from dataclasses import dataclass
from typing import Annotated

import pytest
import typer

from tracker.cli.options import CommitmentOptions, FilterOptions, spread
from tracker.cli.output import answer
from tracker.domain.vocabulary import Status


@dataclass(frozen=True, kw_only=True)
class Colours:
    red: Annotated[bool, typer.Option("--red")] = False
    blue: Annotated[list[str] | None, typer.Option("--blue")] = None


@spread
def paint(ctx: typer.Context, wall: str, colours: Colours, coats: int = 1) -> None:
    """Paint a wall."""
    answer(f"{ctx.info_name} {wall} {colours} {coats}")


def test_each_field_of_a_bundle_is_an_option_of_the_command(trying):
    shown = trying(paint, "--help").stdout
    assert "Paint a wall." in shown
    assert all(option in shown for option in ("--red", "--blue", "--coats"))
    assert "colours" not in shown


def test_the_command_is_given_the_bundle(trying):
    assert trying(paint, "north").stdout == "try north Colours(red=False, blue=None) 1\n"
    painted = trying(paint, "--blue", "sky", "north", "--coats", "2", "--red", "--blue", "sea")
    assert painted.stdout == "try north Colours(red=True, blue=['sky', 'sea']) 2\n"
    assert trying(paint, "south").stdout == "try south Colours(red=False, blue=None) 1\n"


def test_two_bundles_that_claim_one_option_cannot_be_shared():
    def both(one: FilterOptions, other: FilterOptions) -> None: ...

    with pytest.raises(ValueError, match="duplicate"):
        spread(both)


@spread
def filtered(filters: FilterOptions) -> None:
    """Filter."""
    answer(repr(filters))


def test_filters_take_what_the_list_takes(trying):
    ended = trying(
        filtered,
        *("--meeting", "CM13", "--status", "In-Progress", "--status", "completed", "--open"),
        *("--due-within", "30", "--due-before", "2016-01-01", "--tag", "financing"),
    )
    given = FilterOptions(
        meeting="CM13",
        status=[Status.IN_PROGRESS, Status.COMPLETED],
        open=True,
        due_within=30,
        due_before="2016-01-01",
        tag="financing",
    )
    assert ended.stdout == f"{given!r}\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [(["--status", "complete"], "Nearest: completed"), (["--due-within", "-1"], "from 0 on")],
)
def test_a_filter_that_cannot_be_is_answered_with_what_can(trying, words, said):
    ended = trying(filtered, *words)
    assert ended.exit_code == 2
    assert said in ended.stderr


@spread
def described(options: CommitmentOptions) -> None:
    """Describe."""
    answer(f"{options.kind} {options.strength} {options.place}")


def test_a_word_of_a_list_can_also_be_taken_away(trying):
    assert trying(described).stdout == "None None None\n"
    given = trying(described, "--kind", "Event", "--strength", "none", "--place", "none")
    assert given.stdout == "event none ['none']\n"
    refused = trying(described, "--kind", "evnt")
    assert refused.exit_code == 2
    assert "Nearest: event" in refused.stderr
    assert "none" in refused.stderr
