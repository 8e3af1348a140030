"""`tracker report --issue` and `tracker issued`: a report frozen under a number."""

import csv
import hashlib
import io
import json
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli import year
from tests.conftest import Outcome
from tests.registers import contents, done, refused
from tracker.storage import database

Run = Callable[..., Outcome]

ENV = {"TRACKER_TODAY": "2016-01-15"}
FORMATS = {"text": "txt", "pdf": "pdf", "html": "html", "md": "md", "json": "json"}


@pytest.fixture
def told(register: Path) -> Path:
    year.give_year(register)
    return register


def issue(run: Run, *words: str, **options: dict[str, str]) -> str:
    return done(run("report", "CM14", "--issue", *words, **({"env": ENV} | options)))


def bytes_of(run: Run, number: str, form: str, **options: dict[str, str]) -> bytes:
    outcome = run("issued", "show", number, "--format", form, **options)
    assert outcome.exit_code == 0, outcome.stderr
    return outcome.stdout_bytes


def change_everything(place: str) -> None:
    with database.writing(place) as session:
        year.say(session, "2016-02-01", "CM13-05", status="completed", for_agency="POP")
        year.edit(session, year.on("2016-02-01"), "CM13-01", {"text": "Something else altogether"})
        year.announce(session, "2016-02-02", "CM13", "ILO: one more thing (2016)")


def test_an_issued_report_prints_again_to_the_byte_whatever_happens_since(
    tracker: Run, any_register: str, surroundings: Path
) -> None:
    year.write_year(any_register)
    assert issue(tracker, "-o", "first.pdf") == "1"
    kept = {form: bytes_of(tracker, "1", form) for form in FORMATS}
    assert (surroundings / "first.pdf").read_bytes() == kept["pdf"]
    change_everything(any_register)
    assert issue(tracker) == "2"
    elsewhere = {
        "TZ": "Pacific/Apia",
        "LANG": "fr_FR.UTF-8",
        "LC_ALL": "C",
        "COLUMNS": "200",
        "TRACKER_TODAY": "2031-01-01",
    }
    for form, ending in FORMATS.items():
        assert bytes_of(tracker, "1", form, env=elsewhere) == kept[form]
        name = f"again.{ending}"
        assert tracker("issued", "show", "1", "-o", name, env=elsewhere).exit_code == 0
        assert (surroundings / name).read_bytes() == kept[form]
        assert bytes_of(tracker, "2", form) != kept[form]
    assert "Something else altogether" in bytes_of(tracker, "2", "text").decode()


def test_it_bears_its_number_and_the_digest_it_was_drawn_from(run: Run, told: Path) -> None:
    issue(run)
    made = json.loads(bytes_of(run, "1", "json"))
    history = json.loads(run("history", "--format", "json").stdout)
    assert made["number"] == 1
    assert made["digest"] == history[-1]["sha256"]
    for form in ("text", "md", "html"):
        text = bytes_of(run, "1", form).decode().replace("\\", "")
        assert "No. 1" in text
        assert made["digest"] in "".join(text.split())
    # It is a paper, and nothing that happened to a commitment.
    assert json.loads(run("history", "--format", "json").stdout) == history


def test_the_answer_is_the_number_unless_the_report_itself_was_asked_for(
    run: Run, told: Path, surroundings: Path
) -> None:
    outcome = run("report", "CM14", "--issue", env=ENV)
    assert outcome.stdout == "1\n"
    assert "No. 1" in outcome.stderr
    assert "tracker issued show 1" in outcome.stderr
    outcome = run("report", "CM14", "--issue", "-o", "paper.html", env=ENV)
    assert outcome.stdout == "2\n"
    assert "Wrote paper.html." in outcome.stderr
    assert (surroundings / "paper.html").read_bytes() == bytes_of(run, "2", "html")
    for words in (["--format", "md"], ["--format", "md", "-o", "-"]):
        outcome = run("report", "CM14", "--issue", *words, env=ENV)
        number = outcome.stderr.split("No. ")[1].split(".")[0]
        assert outcome.stdout_bytes == bytes_of(run, number, "md")


def test_only_trying_changes_nothing_and_says_which_number_it_would_be(
    run: Run, told: Path, surroundings: Path
) -> None:
    before = contents(str(told))
    outcome = run("report", "CM14", "--issue", "--dry-run", "-o", "paper.pdf", env=ENV)
    assert (outcome.exit_code, outcome.stdout) == (0, "1\n")
    assert "Only tried" in outcome.stderr
    assert contents(str(told)) == before
    assert not (surroundings / "paper.pdf").exists()
    refused(run("report", "CM14", "--dry-run", env=ENV), "--issue", exit_code=2)


def test_what_cannot_be_drawn_is_not_issued_and_takes_no_number(run: Run, told: Path) -> None:
    before = contents(str(told))
    assert run("report", "CM41", "--issue", env=ENV).exit_code == 1
    assert run("report", "CM14", "--issue", "-o", "paper.odt", env=ENV).exit_code == 2
    assert contents(str(told)) == before
    assert issue(run) == "1"


def test_what_cannot_be_written_is_issued_all_the_same_and_says_so(run: Run, told: Path) -> None:
    outcome = run("report", "CM14", "--issue", "-o", "no/such/folder/paper.pdf", env=ENV)
    assert outcome.exit_code == 5
    assert "issued as No. 1" in outcome.stderr
    assert "tracker issued show 1 -o FILE" in outcome.stderr
    assert bytes_of(run, "1", "pdf").startswith(b"%PDF-")


def test_numbers_have_no_gap_and_no_double_under_several_at_once(tracker: Run, told: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        numbers = list(pool.map(lambda _: issue(tracker), range(6)))
    assert sorted(numbers) == list("123456")


def test_a_backup_is_made_beside_the_register(run: Run, told: Path, surroundings: Path) -> None:
    issue(run)
    (backup,) = surroundings.glob("tracker.db.backup-*")
    with closing(sqlite3.connect(f"{backup.as_uri()}?immutable=1", uri=True)) as copy:
        assert copy.execute("SELECT count(*) FROM issued_report").fetchone() == (1,)
    assert run("config", "set", "backups", "0").exit_code == 0
    issue(run)
    assert list(surroundings.glob("tracker.db.backup-*")) == [backup]


def test_the_list_comes_in_every_format(run: Run, told: Path) -> None:
    empty = run("issued", "list")
    assert (empty.exit_code, empty.stdout) == (0, "")
    assert "tracker report" in empty.stderr
    assert json.loads(run("issued", "list", "--format", "json").stdout) == []
    issue(run)
    issue(run, "--owner", "ILO", "--group-by", "month")
    table = run("issued", "list").stdout
    assert "Follow-up report" in table
    assert "owner ILO, by month" in table
    listed = json.loads(run("issued", "list", "--format", "json").stdout)
    assert [one["number"] for one in listed] == [1, 2]
    assert listed[1]["options"] == ["owner ILO", "by month"]
    assert (listed[0]["meeting"], listed[0]["day"], listed[0]["by"]) == (
        "CM14",
        "2016-01-15",
        "Tester",
    )
    assert sorted(listed[0]["formats"]) == sorted(FORMATS)
    lines = run("issued", "list", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == listed
    rows = list(csv.DictReader(io.StringIO(run("issued", "list", "--format", "csv").stdout)))
    assert [row["number"] for row in rows] == ["1", "2"]
    assert rows[0]["digest"] == listed[0]["digest"]
    assert run("issued", "list", "--format", "refs").stdout == "1\n2\n"
    assert run("issued", "list", "--format", "tsv").stdout.count("\n") == 3
    assert run("issued", "list", "--format", "md").stdout.count("\n") == 4


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["9"], 1, ["No. 9", "tracker issued list"]),
        (["one"], 2, ["one"]),
        (["0"], 2, ["0"]),
        (["1", "--format", "docm"], 2, ["pdf"]),
        (["1", "-o", "paper.odt"], 2, [".pdf"]),
    ],
)
def test_what_is_not_there_cannot_be_shown(
    run: Run, told: Path, words: list[str], code: int, said: list[str]
) -> None:
    issue(run)
    outcome = run("issued", "show", *words)
    assert (outcome.exit_code, outcome.stdout) == (code, "")
    for word in said:
        assert word in outcome.stderr


def test_issuing_is_the_coordinators(run: Run, told: Path) -> None:
    before = contents(str(told))
    for words in (["report", "CM14", "--issue"], ["report", "CM14", "--issue", "--dry-run"]):
        refused(run("--as", "IOM", *words, env=ENV), "IOM may not issue reports", exit_code=4)
    assert contents(str(told)) == before


def test_agencies_read_what_was_issued_unless_it_has_restricted_items(run: Run, told: Path) -> None:
    issue(run)
    issue(run, "--include-restricted")
    listed = json.loads(run("issued", "list", "--format", "json").stdout)
    assert [one["restricted"] for one in listed] == [False, True]
    assert run("--as", "ILO", "issued", "list", "--format", "refs").stdout == "1\n"
    assert bytes_of(run, "2", "text") == run("issued", "show", "2").stdout_bytes
    shown = run("--as", "ILO", "issued", "show", "1")
    assert (shown.exit_code, shown.stdout_bytes) == (0, bytes_of(run, "1", "text"))
    refused(run("--as", "ILO", "issued", "show", "2"), "No. 2", "coordinator", exit_code=4)
    # What is not there is not named to an agency by what it may not see.
    assert "Nearest: 2" not in run("--as", "ILO", "issued", "show", "22").stderr


def test_bytes_that_were_tampered_with_are_not_printed(run: Run, told: Path) -> None:
    issue(run)
    with sqlite3.connect(told) as register:
        register.execute("DROP TRIGGER issued_file_no_update")
        register.execute("UPDATE issued_file SET content = x'00' WHERE format = 'text'")
    refused(run("issued", "show", "1"), "No. 1", "backup", exit_code=3)
    html = bytes_of(run, "1", "html")
    with sqlite3.connect(told) as register:
        (sha256,) = register.execute(
            "SELECT sha256 FROM issued_file WHERE format = 'html'"
        ).fetchone()
    assert hashlib.sha256(html).hexdigest() == sha256


def test_a_register_with_issued_reports_is_sound_and_undo_leaves_them(run: Run, told: Path) -> None:
    done(run("update", "CM13-05", "--note", "Asked again."))
    issue(run)
    assert run("db", "check").exit_code == 0
    assert run("undo").exit_code == 0
    assert run("issued", "list", "--format", "refs").stdout == "1\n"


# What changed since.


def changes(run: Run, *words: str) -> dict[str, object] | None:
    made = json.loads(run("report", *words, "--format", "json", env=ENV).stdout)
    found: dict[str, object] | None = made["changes"]
    return found


def test_the_next_report_of_the_series_says_what_changed_since(run: Run, told: Path) -> None:
    assert changes(run, "CM14") is None
    issue(run)
    same = changes(run, "CM14")
    assert same is not None
    assert (same["number"], same["day"], same["meeting"]) == (1, "2016-01-15", "CM14")
    assert [refs for refs in same.values() if isinstance(refs, list) and refs] == []
    change_everything(str(told))
    with database.writing(str(told)) as session:
        year.say(session, "2016-02-03", "CM13-01", status="withdrawn", reason="Over.")
        year.say(session, "2016-02-04", "CM13-07", due="by 1 March 2016", reason="Found.")
        year.say(session, "2016-02-05", "CM13-07", due="by 1 May 2016", reason="Lost.")
    found = changes(run, "CM14")
    assert found is not None
    assert found["completed"] == ["CM13-05"]
    assert found["withdrawn"] == ["CM13-01"]
    assert found["announced"] == ["CM13-09"]
    assert found["slipped"] == ["CM13-07"]
    text = run("report", "CM14", env=ENV).stdout
    assert "Since report No. 1 of 15 January 2016" in text
    # Once the next one is issued, that is the one compared with.
    issue(run)
    found = changes(run, "CM14")
    assert found is not None
    assert found["number"] == 2
    assert found["completed"] == []


def test_only_a_report_of_the_same_series_and_filters_that_is_not_of_later_is_compared(
    run: Run, told: Path
) -> None:
    issue(run)
    assert changes(run, "CM14", "--owner", "ILO") is None
    assert changes(run, "LONE") is None
    assert changes(run, "CM13") is None
    assert changes(run, "--owner", "ILO") is None
    issue(run, "--owner", "ILO")
    found = changes(run, "CM14", "--owner", "ILO")
    assert found is not None
    assert found["number"] == 2
    # Another arrangement is the same report.
    found = changes(run, "CM14", "--group-by", "status")
    assert found is not None
    assert found["number"] == 1


def test_an_agency_learns_nothing_of_what_is_restricted_from_the_changes(
    run: Run, told: Path
) -> None:
    issue(run, "--include-restricted")
    with database.writing(str(told)) as session:
        year.say(session, "2016-01-16", "CM13-04", status="completed", for_agency="IOM")
    for who in ([], ["--as", "ILO"]):
        made = run(*who, "report", "CM14", "--format", "json", env=ENV).stdout
        assert json.loads(made)["changes"]["completed"] == []
        assert "CM13-04" not in made
