import json

import pytest

from tests.reports.golden import TEXTUAL, file_of
from tests.reports.rendering import GOLDEN, printed
from tracker.reports.follow_up import draw, follow_up


@pytest.mark.parametrize("form", TEXTUAL)
def test_a_report_looks_as_it_was_last_approved(form):
    assert printed(GOLDEN, form).content.decode() == file_of(form).read_text("utf-8")


def test_json_is_what_every_other_format_is_drawn_from():
    data = json.loads(printed(GOLDEN, "json").content)
    assert data == follow_up(GOLDEN)
    assert draw(data) == draw(follow_up(GOLDEN))
