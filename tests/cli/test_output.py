"""What reaches standard output, the terminal, the pager, and files."""

import json
import os
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.test_as_json import FULL
from tracker.cli.escapes import json_text
from tracker.cli.listing import show_listing
from tracker.cli.options import FormatOption, ListFormat
from tracker.cli.output import answer, deliver, say, warn
from tracker.domain.as_json import commitment_json
from tracker.domain.fields import COMMITMENT_FIELDS

HOSTILE = "Convene\x1b]0;owned\x07 a \x9b31m\u202esymposium\nin | May, =1"
FACTS = (
    replace(FULL, overdue=True),
    replace(FULL, ref="CM13-08", text=HOSTILE, owners=(), due=None),
    replace(FULL, ref="CM13-09", text="国际移民协调会议 " * 20),
)

LISTING = """
from tests.cli.test_output import FACTS, show
show(FACTS)
"""


def show(facts, form=ListFormat.TABLE):
    show_listing(
        facts, COMMITMENT_FIELDS, as_json=commitment_json, form=form, empty="There is none."
    )


@pytest.fixture
def listed(trying):
    def call(form, facts=FACTS):
        def try_it(form: FormatOption = ListFormat.TABLE) -> None:
            show(facts, form)

        ended = trying(try_it, "--format", form)
        assert ended.exit_code == 0, ended.stderr
        return ended

    return call


@pytest.fixture
def on_screen(in_terminal):
    def call(code=LISTING, **how):
        how["env"] = {"NO_COLOR": "", "PYTHONPATH": os.pathsep.join(sys.path)} | how.get("env", {})
        return in_terminal("-c", code, **how)

    return call


def test_json_is_an_array_of_the_promised_objects(listed):
    assert json.loads(listed("json").stdout) == [
        json.loads(json.dumps(commitment_json(fact))) for fact in FACTS
    ]


def test_jsonl_is_an_object_a_line(listed):
    lines = listed("jsonl").stdout.splitlines()
    assert [json.loads(line)["ref"] for line in lines] == ["CM13-07", "CM13-08", "CM13-09"]


def test_refs_are_one_a_line(listed):
    assert listed("refs").stdout == "CM13-07\nCM13-08\nCM13-09\n"


def test_csv_holds_every_field_and_a_table_those_for_people(listed):
    head = listed("csv").stdout.splitlines()[0].split(",")
    assert head == [field.name for field in COMMITMENT_FIELDS]
    table = listed("table").stdout.splitlines()
    assert table[0].split() == ["Ref", "Status", "Due", "Lead", "Commitment"]


def test_a_piped_table_is_plain_and_uncut(listed):
    table = listed("table").stdout
    assert "in progress, overdue" in table
    assert FACTS[2].text.strip() in table
    assert len(table.splitlines()) == 4


@pytest.mark.parametrize("form", list(ListFormat))
def test_no_format_lets_a_control_character_or_an_override_through(listed, form):
    written = listed(form).stdout
    assert not {c for c in written if ord(c) < 32 or 127 <= ord(c) < 160} - {"\n", "\t"}
    assert "\u202e" not in written


@pytest.mark.parametrize(
    ("form", "written"), [("json", "[]\n"), ("jsonl", ""), ("refs", ""), ("table", "")]
)
def test_an_empty_list_is_empty_for_programs_and_a_sentence_for_people(listed, form, written):
    ended = listed(form, facts=())
    assert ended.stdout == written
    assert ended.stderr == ("There is none.\n" if form == "table" else "")


@given(
    st.recursive(
        st.none() | st.booleans() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_json_loses_nothing_and_shows_nothing_hidden(value):
    text = json_text(value)
    assert json.loads(text) == value
    assert not any(127 <= ord(c) < 160 or 0xD800 <= ord(c) < 0xE000 or ord(c) < 32 for c in text)


def test_a_terminal_shows_signs_and_highlights_what_is_late(on_screen):
    shown, code = on_screen(columns=100)
    assert code == 0
    assert "\x1b[1mRef\x1b[0m" in shown
    assert "\x1b[1;31m! in progress" in shown
    assert "◐ in progress" in shown
    assert shown.count("\x1b") == shown.count("\x1b[1m") + shown.count("\x1b[1;31m") + shown.count(
        "\x1b[0m"
    )
    assert "\\x1b]0;owned" in shown


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colour_can_be_declined(on_screen, env):
    shown, _ = on_screen(env=env)
    assert "\x1b" not in shown
    assert "! in" in shown


def test_a_terminal_without_the_signs_gets_words_alone(on_screen):
    shown, code = on_screen(env={"PYTHONIOENCODING": "ascii", "NO_COLOR": "1"}, columns=160)
    assert code == 0
    assert "in progress, overdue" in shown
    assert "\\u56fd" in shown
    assert "◐" not in shown


def test_a_list_fits_the_terminal(on_screen):
    shown, _ = on_screen(columns=64, env={"NO_COLOR": "1"})
    assert all(len(line) <= 64 for line in shown.splitlines())


def test_a_list_that_outgrows_the_screen_goes_through_the_pager(on_screen):
    paged, code = on_screen(lines=3, env={"PAGER": "sed s/^/paged:/"})
    assert code == 0
    assert all(line.startswith("paged:") for line in paged.splitlines())
    assert "paged:" not in on_screen(lines=200, env={"PAGER": "sed s/^/paged:/"})[0]


@pytest.mark.parametrize("pager", ["", "cat", "no-such-pager-anywhere"])
def test_a_pager_that_is_none_or_not_there_is_done_without(on_screen, pager):
    shown, code = on_screen(lines=3, env={"PAGER": pager})
    assert code == 0
    assert "CM13-09" in shown


def test_a_pager_that_is_left_early_ends_quietly(on_screen):
    code = "from tracker.cli.output import answer\nanswer('line\\n' * 100_000, paged=True)"
    shown, ended = on_screen(code, lines=3, env={"PAGER": "head -1"})
    assert (shown, ended) == ("line\n", 0)


def test_an_answer_is_alone_on_standard_output(trying):
    def speak() -> None:
        say("Logged CM13-07.")
        warn("The meeting is past.")
        answer("CM13-07\x1b[2J")

    ended = trying(speak)
    assert ended.stdout == "CM13-07\\x1b[2J\n"
    assert ended.stderr == "Logged CM13-07.\ntracker: warning: The meeting is past.\n"


def test_piped_text_is_utf_8_whatever_the_machine_speaks(surroundings):
    ended = subprocess.run(
        [sys.executable, "-c", "from tracker.cli.output import answer; answer('Женева 国际')"],
        check=True,
        capture_output=True,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
    )
    assert ended.stdout.decode() == "Женева 国际\n"


def test_a_document_goes_whole_into_a_file_or_to_standard_output(trying, surroundings):
    def write(output: str | None = None) -> None:
        deliver(b"%PDF\x00\x9b", output)

    path = surroundings / "report.pdf"
    ended = trying(write, "--output", str(path))
    assert (ended.exit_code, ended.stdout) == (0, "")
    assert path.read_bytes() == b"%PDF\x00\x9b"
    assert [beside.name for beside in surroundings.iterdir()] == ["report.pdf"]
    for words in ([], ["--output", "-"]):
        assert trying(write, *words).stdout_bytes == b"%PDF\x00\x9b"


@pytest.mark.parametrize("output", ["None", "'-'"])
def test_bytes_are_not_for_a_terminal(on_screen, output):
    shown, code = on_screen(
        "from tracker.cli.output import deliver\nfrom tracker.errors import WrongWords\n"
        f"try:\n    deliver(b'%PDF', {output})\nexcept WrongWords as e:\n    print(e)"
    )
    assert code == 0
    assert "%PDF" not in shown
    assert "-o FILE" in shown


def test_a_document_in_a_terminal_is_made_safe_and_in_a_pipe_is_exact(on_screen, trying):
    code = f"from tracker.cli.output import deliver\ndeliver({HOSTILE!r}, None)"
    assert "\x1b" not in on_screen(code)[0]

    def write() -> None:
        deliver(HOSTILE, "-")

    assert trying(write).stdout == HOSTILE


def test_a_file_keeps_its_mode_when_it_is_written_again(trying, surroundings):
    def write(output: str) -> None:
        deliver("new", output)

    path = surroundings / "report.md"
    path.write_text("old")
    path.chmod(0o640)
    assert trying(write, str(path)).exit_code == 0
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_device_is_written_into_and_never_replaced(trying):
    def write(output: str) -> None:
        deliver("text", output)

    assert trying(write, os.devnull).exit_code == 0
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@pytest.mark.parametrize("where", ["no-such-folder/report.md", "."])
def test_a_file_that_cannot_be_written_is_refused_by_name(trying, surroundings, where):
    def write(output: str) -> None:
        deliver("text", output)

    ended = trying(write, str(surroundings / where))
    assert ended.exit_code == 1
    assert str(surroundings / where).removesuffix("/.") in ended.stderr
    assert list(surroundings.iterdir()) == []


def test_where_space_runs_out_the_old_file_stays_whole(surroundings):
    path = surroundings / "report.md"
    path.write_text("old")
    code = (
        "import resource, sys; from tracker.cli.output import deliver;"
        "from tracker.errors import RegisterUnusable\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))\n"
        "try:\n    deliver('new' * 1000, sys.argv[1])\n"
        "except RegisterUnusable as e:\n    print(e)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, str(path)], check=True, capture_output=True, text=True
    )
    assert "no space" in ended.stdout
    assert path.read_text() == "old"
    assert [beside.name for beside in surroundings.iterdir()] == ["report.md"]
