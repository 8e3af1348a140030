"""The tab key: in real shells, each in a terminal, and what a shell is told."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.shell import Terminal, prepare, put_on_path
from tests.registers import done, fill, refused

SHELLS = [
    pytest.param("bash", marks=pytest.mark.needs("bash")),
    pytest.param("zsh", marks=pytest.mark.needs("zsh")),
    pytest.param("fish", marks=pytest.mark.needs("fish")),
]
HOSTILE = "$(touch pwned)`touch pwned`;#"


@pytest.fixture
def filled(register, run):
    """Give a register with two commitments, a tag, agencies, a meeting and its series."""
    fill(run)
    done(run("log", "CM13", "IOM: publish a handbook (May 2015) #remittances"))
    done(run("log", "CM13", "UNHCR, with IOM: convene a symposium: finance & more (June 2015)"))
    return register


@pytest.fixture
def terminal(surroundings, tracker, monkeypatch, request):
    """Start a shell in which completion was installed by its command."""
    opened = []

    def start(shell):
        prepare(shell, Path(os.environ["HOME"]))
        monkeypatch.setenv("PATH", put_on_path(surroundings / "programs"))
        done(tracker("completion", "install", shell))
        opened.append(Terminal(shell, surroundings))
        return opened[-1]

    yield start
    for one in opened:
        one.close()


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("tracker upd", "tracker update"),
        ("tracker meeting sh", "tracker meeting show"),
        ("tracker list --over", "tracker list --overdue"),
        ("tracker list --status par", "tracker list --status partly-completed"),
        ("tracker log CM13 --strength inten", "tracker log CM13 --strength intended"),
        ("tracker show CM13-01", "tracker show CM13-01"),
        ("tracker show cm13-", "tracker show CM13-0"),
        ("tracker link CM13-02 ren", "tracker link CM13-02 renews"),
        ("tracker update CM13-01 CM13-", "tracker update CM13-01 CM13-0"),
        ("tracker log cm", "tracker log CM13"),
        ("tracker list --owner UNH", "tracker list --owner UNHCR"),
        ("tracker list --owner=UNH", "tracker list --owner=UNHCR"),
        ("tracker --as UNH", "tracker --as UNHCR"),
        ("tracker list --tag remi", "tracker list --tag remittances"),
        ("tracker series show c", "tracker series show CM"),
        ("tracker log CM13 --from commit", "tracker log CM13 --from commitments.txt"),
    ],
)
def test_a_word_is_typed_to_its_end(shell, typed, becomes, filled, terminal, surroundings):
    (surroundings / "commitments.txt").touch()
    before = terminal(shell)
    before.type(typed)
    before.press("\t")
    before.wait(lambda lines: any(line.endswith(becomes) for line in lines))


@pytest.mark.parametrize("shell", SHELLS)
def test_where_several_words_fit_they_are_listed(shell, filled, terminal):
    before = terminal(shell)
    before.type("tracker show CM13-0")
    before.press("\t\t")
    lines = before.wait(lambda lines: any("CM13-02" in line for line in lines))
    assert any("CM13-01" in line for line in lines)
    if shell != "bash":
        before.wait(lambda lines: any("convene a symposium: finance & more" in x for x in lines))


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("tracker list --owner ", "IOM"),
        ("tracker show CM13-0", "CM13-02"),
        ("tracker list --tag ", "remittances"),
    ],
)
def test_what_a_register_holds_never_runs_in_the_shell(
    shell, typed, offered, filled, terminal, surroundings
):
    register = sqlite3.connect(filled)
    register.execute("UPDATE agency SET code = ? WHERE code = 'WB'", [HOSTILE])
    register.execute("UPDATE agency SET name = ? WHERE code = 'IOM'", [f"\x1b[2J'{HOSTILE}"])
    register.execute("UPDATE commitment SET text = ?", [f'%F{{red}}\x07\n"{HOSTILE}\\'])
    register.execute("INSERT INTO commitment_tag VALUES (1, ?)", [f"{HOSTILE}'\""])
    register.commit()
    register.close()
    before = terminal(shell)
    before.press(typed)
    before.settle()
    before.press("\t\t")
    before.wait(lambda lines: any(offered in line for line in lines))
    before.settle()
    assert not (surroundings / "pwned").exists()


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("content", [None, b"no register at all", b""])
def test_without_a_register_the_tab_key_is_quiet(shell, content, terminal, surroundings):
    if content is not None:
        (surroundings / "tracker.db").write_bytes(content)
    before = terminal(shell)
    before.type("tracker show CM")
    before.press("\t\t")
    assert before.settle()[-1].rstrip() == "ready> tracker show CM"


@pytest.mark.parametrize("shell", SHELLS)
def test_the_register_named_on_the_line_is_asked(shell, filled, terminal, surroundings):
    moved = surroundings / "other folder.db"
    filled.rename(moved)
    before = terminal(shell)
    before.type("tracker --db 'other folder.db' show cm13-")
    before.press("\t")
    before.wait(lambda lines: any(line.endswith("show CM13-0") for line in lines))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_installing_keeps_what_a_shell_starts_with_and_can_be_done_again(shell, run):
    home = Path(os.environ["HOME"])
    starting = prepare(shell, home)
    own = starting.read_bytes() + b"# no end of line, and not UTF-8: \xe9"
    starting.write_bytes(own)
    starting.chmod(0o640)
    written = [Path(line) for line in done(run("completion", "install", shell)).splitlines()]
    assert all(path.is_file() for path in written)
    assert starting.read_bytes().startswith(own)
    assert starting.stat().st_mode & 0o777 == 0o640
    assert run("completion", "show", shell).stdout in [path.read_text() for path in written[:1]]
    after = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    again = run("completion", "install", shell)
    assert done(again) == ""
    assert "nothing was to do" in again.stderr
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == after


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_trying_to_install_names_the_files_and_writes_none(shell, run):
    tried = run("completion", "install", shell, "--dry-run")
    named = [Path(line) for line in done(tried).splitlines()]
    assert named
    assert not any(path.exists() for path in named)
    assert "Only tried" in tried.stderr


@pytest.mark.parametrize("shell", SHELLS)
def test_the_shell_is_found_where_none_is_named(shell, surroundings, monkeypatch):
    monkeypatch.setenv("PATH", put_on_path(surroundings / "programs"))
    monkeypatch.delenv("SHELL", raising=False)
    # A command after it, or the shell would make way for tracker.
    ended = subprocess.run(
        [shell, "-c", "tracker completion install --dry-run; true"],
        check=True,
        capture_output=True,
        text=True,
    )
    assert shell in ended.stdout


def test_a_starting_file_that_cannot_be_read_is_left_alone(run):
    Path(os.environ["HOME"], ".bashrc").mkdir()
    refused(run("completion", "install", "bash"), ".bashrc", "cannot be read")


@pytest.fixture
def offered(tracker):
    """Ask as zsh does; give each word with what it is said to be."""

    def ask(*words, env=None):
        answer = tracker("__complete", "zsh", *words, env=env)
        assert answer.exit_code == 0
        assert answer.stderr == ""
        return dict(line.partition("\t")[::2] for line in answer.stdout.splitlines())

    return ask


def test_a_ref_is_offered_with_its_text_and_a_voided_one_never(filled, offered, run):
    done(run("void", "CM13-02", "--reason", "said twice"))
    assert offered("show", "") == {"CM13-01": "publish a handbook"}


def test_an_agency_is_not_offered_what_it_may_not_see(filled, offered, run):
    done(run("edit", "CM13-01", "--restricted"))
    assert set(offered("show", "")) == {"CM13-01", "CM13-02"}
    assert set(offered("--as", "UNHCR", "show", "")) == {"CM13-02"}
    assert set(offered("show", "", env={"TRACKER_AS": "UNHCR"})) == {"CM13-02"}
    assert set(offered("--as", "IOM", "show", "")) == {"CM13-01", "CM13-02"}
    assert offered("--as", "nobody", "show", "") == {}


def test_the_register_is_found_as_commands_find_it(filled, offered, run, surroundings):
    moved = surroundings / "moved.db"
    filled.rename(moved)
    assert offered("show", "") == {}
    assert offered("--db", "$MOVED", "show", "", env={"MOVED": str(moved)})
    assert offered("show", "", env={"TRACKER_DB": str(moved)})
    done(run("config", "set", "register", moved))
    env = {name: value for name, value in os.environ.items() if name != "TRACKER_DB"}
    ended = subprocess.run(
        [sys.executable, "-m", "tracker", "__complete", "zsh", "show", ""],
        check=True,
        capture_output=True,
        env=env,
        text=True,
    )
    assert "CM13-01" in ended.stdout


def test_a_register_that_is_locked_offers_nothing_and_soon(filled, offered):
    holder = sqlite3.connect(filled, isolation_level=None)
    holder.execute("PRAGMA journal_mode = DELETE")
    holder.execute("BEGIN EXCLUSIVE")
    assert offered("show", "") == {}
    assert "show" in offered("sh")
    holder.close()


def test_where_refs_are_too_many_their_meetings_are_offered(filled, offered, run, surroundings):
    lines = surroundings / "lines.txt"
    lines.write_text("".join(f"IOM: hold course {number}\n" for number in range(105)))
    done(run("meeting", "add", "CM14", "Fourteenth coordination meeting"))
    done(run("log", "CM14", "--from", lines))
    assert offered("show", "") == {
        "CM13-": "Thirteenth coordination meeting",
        "CM14-": "Fourteenth coordination meeting",
    }
    assert set(offered("show", "CM13-")) == {"CM13-01", "CM13-02"}
    many = list(offered("show", "CM14-"))
    assert len(many) == 100
    assert {"CM14-01", "CM14-105"} < set(many)
    assert set(offered("show", "CM14-10")) == {
        f"CM14-{number}" for number in (10, *range(100, 106))
    }


@pytest.mark.parametrize("typed", ["%", "_", "\\", "'", '"', "CM13%", "\x1b", "é", "--", "😀"])
def test_no_typed_word_is_a_pattern_or_an_error(typed, filled, offered):
    for before in (["show"], ["list", "--owner"], ["list", "--tag"], ["log"], ["series", "show"]):
        assert all(word.startswith(typed) for word in offered(*before, typed))


def test_free_text_new_codes_and_finished_commands_are_offered_nothing(filled, offered):
    for words in (
        ["log", "CM13", ""],
        ["meeting", "add", ""],
        ["agency", "add", ""],
        ["void", "CM13-01", "--reason", ""],
        ["show", "CM13-01", ""],
        ["no-such-command", "--", ""],
    ):
        assert not set(offered(*words)) & {"CM13", "IOM", "CM13-01"}


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_an_option_that_answers_at_once_does_not_answer_the_tab_key(option, offered):
    assert set(offered(option, "sho")) == {"show"}


@pytest.mark.parametrize("words", [["show", "CM"], ["list", "--tag", ""], ["list", "--status", ""]])
def test_completing_imports_nothing_heavy(words, filled):
    code = (
        "import sys; from tracker.cli.app import run; run(['__complete', 'zsh', *sys.argv[1:]]);"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, *words], check=True, capture_output=True, text=True
    )
    heavy = {"alembic", "pydantic", "rich", "sqlalchemy", "sqlmodel", "tomlkit", "typst"}
    assert ended.stdout
    assert not heavy & set(ended.stderr.split())


def test_each_agency_meeting_and_ref_that_a_command_takes_is_completed(filled, offered):
    assert set(offered("agency", "show", "I")) == {"IOM"}
    assert set(offered("agency", "edit", "IOM", "--member-of", "G")) == {"GMG"}
    assert set(offered("list", "--meeting", "")) == {"CM13"}
    assert set(offered("meeting", "add", "SE1", "Side event", "--in-margins-of", "")) == {"CM13"}
    assert set(offered("report", "")) == {"CM13"}
    assert set(offered("report", "CM13", "--since", "")) == {"CM13"}
    assert set(offered("agency", "merge", "WB", "I")) == {"IOM"}
    assert set(offered("history", "CM13-01")) == {"CM13-01"}
