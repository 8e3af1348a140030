"""What holds for every format, present and to come."""

import hashlib
import json
import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

from tests.reports.facts import AGENCIES, commitment, entry, facts, year_of
from tests.reports.hostile import TEXTS, filled_with
from tests.reports.rendering import printed
from tracker.reports.formats import FORMATS, format_of_file

CHECKOUT = Path(__file__).parents[2]

PRINT_ONE = """
import hashlib, sys
from tests.reports.facts import year_of
from tests.reports.rendering import printed
print(hashlib.sha256(printed(year_of(12), sys.argv[1]).content).hexdigest())
"""


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_prints_an_empty_report_a_small_and_a_long_one(form):
    for count in (0, 1, 60):
        rendered = printed(year_of(count), form)
        assert rendered.content
        assert rendered.warnings == ()


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_without_meeting_series_or_digest_prints(form):
    bare = facts(
        [commitment(due=None, owners=(), source=None)],
        meeting=None,
        previous=None,
        covered=(),
        digest=None,
    )
    assert printed(bare, form).content


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_hostile_text_in_every_field_prints_in_every_format(form, text):
    assert printed(filled_with(text), form).content


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_report_has_the_same_bytes_in_another_process_and_time_zone(form):
    digests = {
        subprocess.run(
            [sys.executable, "-c", PRINT_ONE, form],
            check=True,
            capture_output=True,
            cwd=CHECKOUT,
            env={**os.environ, "PYTHONPATH": "src", "TZ": zone, "PYTHONHASHSEED": seed},
            text=True,
        ).stdout.strip()
        for zone, seed in (("Pacific/Kiritimati", "1"), ("America/Anchorage", "2"))
    }
    assert digests == {hashlib.sha256(printed(year_of(12), form).content).hexdigest()}


@pytest.mark.parametrize("form", sorted(FORMATS.keys() - {"pdf"}))
def test_all_official_languages_stand_in_every_format_as_they_were_written(form):
    texts = {
        "FM13-01": "عقد ندوة عن العدسات",
        "FM13-02": "举办关于透镜的专题讨论会",
        "FM13-03": "Провести симпозиум о линзах",
        "FM13-04": "Tenir un symposium sur les lentilles à échelons",
        "FM13-05": "Celebrar un simposio sobre las lentes en el año próximo",
    }
    made = [commitment(ref, text=text) for ref, text in texts.items()]
    content = printed(facts(made), form, width=200).content.decode()
    assert all(text in content for text in texts.values())


def test_a_format_is_found_by_the_ending_of_a_file_in_any_letter_case():
    for form in FORMATS.values():
        for ending in form.endings:
            assert format_of_file(f"Report for FM14{ending.upper()}") is form
    assert format_of_file("report") is None
    assert format_of_file("report.odt") is None


def test_figures_and_formats_are_there_without_anything_that_sets_type_or_keeps_records():
    """A terminal gets its text and its JSON as fast as the standard library can be read."""
    loaded = subprocess.run(
        [
            sys.executable,
            "-c",
            (
                "import sys, tracker.reports.follow_up, tracker.reports.formats;"
                "print(*{name.partition('.')[0] for name in sys.modules})"
            ),
        ],
        check=True,
        capture_output=True,
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": "src"},
        text=True,
    ).stdout.split()
    assert {"typst", "wcwidth", "sqlmodel", "pydantic"}.isdisjoint(loaded)


def test_agencies_of_a_report_are_named_in_full():
    content = printed(facts([commitment()], [entry("FM13-01")]), "text").content.decode()
    assert AGENCIES["FLK"] in content


def as_read(form: str, folder: Path) -> str:
    """Give the words that a reader of a printed report finds, in one line."""
    content = printed(year_of(30), form, width=10_000).content
    if form == "pdf":
        (folder / "report.pdf").write_bytes(content)
        words = subprocess.run(
            ["pdftotext", "-layout", folder / "report.pdf", "-"], check=True, capture_output=True
        ).stdout.decode()
    elif form == "html":
        words = unescape(re.sub(r"<style>.*?</style>|<[^>]*>", " ", content.decode(), flags=re.S))
    else:
        words = re.sub(r"[|\\*█▒░]|<br>|---:?", " ", content.decode())
    return re.sub(r"\s+([:;,.])", r"\1", re.sub(r"\s+", " ", words))


@pytest.mark.needs("pdftotext")
@pytest.mark.parametrize("form", sorted(FORMATS.keys() - {"json"}))
def test_the_figures_are_those_of_the_json_in_every_format(form, tmp_path):
    data = json.loads(printed(year_of(30), "json").content)
    figures, words = data["figures"], as_read(form, tmp_path)
    assert f"Of the {figures['commitments']} commitments announced at" in words
    assert f"{figures['delivered']} were delivered since" in words
    assert f"{figures['overdue']} are overdue" in words
    assert f"On {figures['silent']} of them no word" in words
    for row in figures["by_status"]:
        if row["commitments"]:
            share = round(100 * row["commitments"] / figures["commitments"])
            status = row["status"].replace("-", " ")
            assert f"{status} {row['commitments']} {share}%" in words
    for row in figures["by_agency"]:
        parts = [f"{row[key]} {key}" for key in ("overdue", "open", "closed") if row[key]]
        said = parts[0] if len(parts) == 1 else f"{row['commitments']}: {', '.join(parts)}"
        assert f"{row['agency'] or 'owner to be found'} {said}" in words
    for group in data["groups"]:
        count = f"{group['commitments']} commitment{'s' * (group['commitments'] > 1)}"
        late = f", {group['overdue']} overdue" if group["overdue"] else ""
        assert re.search(rf"{re.escape(group['title'])}:? {count}{late}", words)
