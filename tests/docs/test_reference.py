"""docs/commands.md is what the commands say of themselves."""

from tests.docs.reference import PAGE, reference


def test_the_command_reference_is_current():
    assert PAGE.read_text() == reference(), "`make reference` writes it anew"
