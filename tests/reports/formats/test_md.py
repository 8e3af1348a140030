import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.reports.facts import commitment, facts, year_of
from tests.reports.hostile import TEXTS, filled_with
from tests.reports.rendering import read
from tracker.domain.text import clean_line
from tracker.reports.follow_up import follow_up

GITHUB = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")
OURS = {"softbreak", "text", "strong_open", "strong_close", "em_open", "em_close"}


def inline(markdown: str) -> list[Token]:
    return [child for token in GITHUB.parse(markdown) for child in token.children or []]


def shown(markdown: str) -> str:
    """Give all the words that a reader of the page sees."""
    return "".join(token.content for token in inline(markdown) if token.type == "text")


WRITTEN = [text for text in TEXTS if text.strip()]


@pytest.mark.parametrize("text", WRITTEN, ids=range(len(WRITTEN)))
def test_nothing_that_people_wrote_means_anything_to_markdown(text):
    page = read(filled_with(text), "md")
    like_this = read(filled_with("word"), "md")
    assert [token.type for token in GITHUB.parse(page)] == [
        token.type for token in GITHUB.parse(like_this)
    ]
    marks = [token for token in inline(page) if token.type not in OURS]
    assert {(token.type, token.content) for token in marks} == {("html_inline", "<br>")}


@given(st.text(max_size=60))
def test_a_commitment_reads_on_the_page_as_it_was_written(text):
    page = read(facts([commitment(text=f"a {text} z")]), "md")
    assert clean_line(f"a {text} z") in shown(page)


def test_no_address_becomes_a_link_by_itself():
    text = "see http://lighthouse.example, www.lighthouse.example or mail a@lighthouse.example"
    page = read(facts([commitment(text=text)]), "md")
    assert not re.search(r"http:/|www\.|a@", page)
    assert text in shown(page)


def test_each_band_is_a_table_under_its_own_heading():
    made = year_of(9)
    page = read(made, "md")
    for group in follow_up(made)["groups"]:
        title, refs = re.escape(group["title"]), group["refs"]
        band = re.search(rf"^### {title}: .*\n\n\| Ref .*\n\| --- .*\n((?:\|.*\n)+)", page, re.M)
        assert band is not None
        assert re.findall(r"^\| \*\*(\S+)\*\* ", band[1], re.M) == refs
