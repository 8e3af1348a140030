import itertools
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.facts import commitment, facts, year_of
from tests.reports.hostile import TEXTS, filled_with
from tests.reports.rendering import printed, read
from tracker.domain.text import clean_line
from tracker.domain.vocabulary import Paper

VOID = {"meta", "br"}


class Page(HTMLParser):
    """The elements of a page with their attributes, and the words between them."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(content)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.words.append(data)

    def all(self, *tags: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.elements if tag in tags]


def page_of(made) -> Page:
    return Page(read(made, "html"))


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_nothing_that_people_wrote_becomes_an_element_or_an_attribute(text):
    page, like_this = page_of(filled_with(text)), page_of(filled_with("word"))
    allowed = {tag for tag, _ in like_this.elements} | {"bdi"}
    assert {tag for tag, _ in page.elements} <= allowed
    names = {name for _, attributes in like_this.elements for name in attributes} | {"dir"}
    assert {name for _, attributes in page.elements for name in attributes} <= names
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", "".join(page.words))


@given(st.text(max_size=60))
def test_a_commitment_reads_on_the_page_as_it_was_written(text):
    page = page_of(facts([commitment(text=f"a {text} z")]))
    assert clean_line(f"a {text} z") in "".join(page.words)


def test_the_page_needs_no_other_file_and_allows_none():
    content = read(year_of(9), "html")
    page = Page(content)
    assert page.all("script", "link", "img", "iframe", "base", "form") == []
    assert not re.search(r"url\(|@import", content)
    style = re.search(r"<style>(.*?)</style>", content, re.S)
    assert style is not None
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    policy = [meta["content"] for meta in page.all("meta") if "http-equiv" in meta]
    assert policy == [f"default-src 'none'; style-src 'sha256-{digest}'"]
    assert all("style" not in attributes for _, attributes in page.elements)


def test_headings_come_in_order_and_tables_say_what_they_show():
    page = page_of(year_of(9))
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    # Two charts, the counts by status, attention, the matrix, and what is closed in two parts.
    assert len(page.all("caption")) == len(page.all("table")) == 7
    assert len(page.all("figure")) == 2
    assert {th["scope"] for th in page.all("th")} == {"col", "row", "rowgroup"}
    assert page.all("html") == [{"lang": "en"}]
    assert [meta for meta in page.all("meta") if meta.get("name") == "viewport"]


def test_every_link_leads_to_a_place_on_the_page_and_no_place_is_there_twice():
    page = page_of(year_of(30))
    places = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(places) == len(set(places))
    targets = {link["href"] for link in page.all("a")}
    assert targets == {f"#{place}" for place in places}


def test_words_that_run_from_right_to_left_do_not_reorder_what_stands_beside_them():
    made = commitment("FM13-01", text="عقد ندوة عن العدسات")
    content = read(facts([made]), "html")
    assert '<p dir="auto">عقد ندوة عن العدسات</p>' in content
    assert "<bdi>عقد ندوة عن العدسات</bdi></h3>" in content


def test_paper_is_as_asked_and_the_matrix_lies_on_its_side():
    page = printed(year_of(2), "html", paper=Paper.LETTER).content.decode()
    assert "@page { size: letter }" in page
    assert "@page wide { size: letter landscape }" in page
    assert page.count('<section class="wide">') == 1
