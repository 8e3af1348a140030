"""The settings: kept in a file of the platform's, checked, and never half written."""

import json
import os
import stat
from pathlib import Path

import pytest

from tracker import config
from tracker.domain.vocabulary import Paper


@pytest.fixture
def settings(surroundings):
    """Give the path of the settings file, which is not there yet."""
    return Path(os.environ["XDG_CONFIG_HOME"]) / "tracker" / "config.toml"


@pytest.fixture
def kept(settings):
    """Keep a text as the settings file."""

    def keep(text):
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(text) if isinstance(text, str) else settings.write_bytes(text)
        return settings

    return keep


def values(run):
    return {
        s["name"]: s["value"] for s in json.loads(run("config", "list", "--format", "json").stdout)
    }


def test_what_is_set_is_got_and_listed(run, settings):
    done = run("config", "set", "name", "Ana Pereira")
    assert done.exit_code == 0
    assert done.stdout == "name\n"
    assert str(settings) in done.stderr
    assert run("config", "get", "name").stdout == "Ana Pereira\n"
    assert values(run)["name"] == "Ana Pereira"


def test_each_setting_says_what_it_is_without_being_set(run):
    assert run("config", "get", "paper").stdout == "a4\n"
    assert run("config", "get", "register").stdout.endswith("tracker.db\n")
    nothing = run("config", "get", "name")
    assert (nothing.exit_code, nothing.stdout) == (0, "")


def test_a_list_says_where_settings_are_kept(run, settings):
    before = run("config", "list")
    assert str(settings) in before.stderr
    assert not settings.exists()
    assert "Meaning" in before.stdout


def test_none_removes_a_setting_and_the_rest_of_the_file_stays(run, kept):
    path = kept('# mine\nname = "Ana"  # who\npaper = "letter"\n')
    assert run("config", "set", "paper", "none").exit_code == 0
    assert path.read_text() == '# mine\nname = "Ana"  # who\n'
    assert run("config", "set", "paper", "none").exit_code == 0
    assert run("config", "get", "paper").stdout == "a4\n"


def test_only_the_owner_can_read_the_file(run, settings, kept):
    kept('name = "Ana"\n').chmod(0o644)
    run("config", "set", "register", "postgresql://ana:secret@db/tracker")
    assert stat.S_IMODE(settings.stat().st_mode) == 0o600
    assert [path.name for path in settings.parent.iterdir()] == ["config.toml"]


def test_a_settings_file_that_is_a_link_stays_one(run, settings, tmp_path):
    elsewhere = tmp_path / "dotfiles.toml"
    elsewhere.write_text("# mine\n")
    settings.parent.mkdir(parents=True)
    settings.symlink_to(elsewhere)
    run("config", "set", "paper", "letter")
    assert settings.is_symlink()
    assert elsewhere.read_text() == '# mine\npaper = "letter"\n'


def test_a_password_is_kept_and_never_shown(run, settings):
    url = "postgresql://ana:se:cr@t@db:5432/tracker?sslpassword=hush&application_name=t"
    done = run("config", "set", "register", url)
    assert url in settings.read_text()
    shown = [done, run("config", "get", "register"), run("config", "list", "--format", "json")]
    for ended in shown:
        assert "cr@t" not in ended.stdout + ended.stderr
        assert "hush" not in ended.stdout + ended.stderr
    assert "db:5432/tracker" in shown[1].stdout


@pytest.mark.parametrize(
    ("register", "shown"),
    [
        ("/srv/a@b/tracker.db", "/srv/a@b/tracker.db"),
        ("postgresql://db:5432/tracker", "postgresql://db:5432/tracker"),
        ("postgresql://ana@db/tracker", "postgresql://ana@db/tracker"),
        ("postgresql://ana:x@db/tracker", "postgresql://ana:***@db/tracker"),
        ("postgresql://[::1]:5432/tracker", "postgresql://[::1]:5432/tracker"),
    ],
)
def test_only_the_password_is_masked(register, shown):
    assert config.masked(register) == shown


def test_a_registers_path_is_kept_whole(run, surroundings):
    run("config", "set", "register", "mine/tracker.db")
    assert run("config", "get", "register").stdout == f"{surroundings}/mine/tracker.db\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["set", "papre", "a4"], ["Nearest: paper", "name, register, paper"]),
        (["get", "regster"], ["Nearest: register"]),
        (["set", "paper", "a5"], ["“a5”", "a4 or letter"]),
        (["set", "name", " "], ["name"]),
        (["set", "name", "x" * 501], ["at most 500 characters"]),
        (["set", "register", "mysql://db/tracker"], ["mysql", "postgresql://"]),
    ],
)
def test_what_is_no_setting_is_refused_and_nothing_is_written(run, settings, words, said):
    ended = run("config", *words)
    assert ended.exit_code == 2
    assert ended.stdout == ""
    assert "Nothing was changed." in ended.stderr
    for part in said:
        assert part in ended.stderr
    assert not settings.exists()


def test_a_dry_run_writes_nothing(run, settings):
    assert run("config", "set", "paper", "letter", "--dry-run").exit_code == 0
    assert not settings.exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('name = "Ana"\npaper = a4\n', ["line 2", 'name = "']),
        ('name = "Ana"\n\npaper = "a5"\n', ["line 3", "“a5”", "a4 or letter"]),
        ("paper = 4\n", ["line 1", "“4”", "quotes"]),
        (b'name = "\xff"\n', ["UTF-8"]),
    ],
)
def test_a_broken_file_is_refused_with_its_line_and_left_alone(run, kept, text, said):
    path = kept(text)
    before = path.read_bytes()
    ended = run("config", "list")
    assert ended.exit_code == 1
    assert ended.stdout == ""
    for part in (str(path), *said):
        assert part in ended.stderr
    assert path.read_bytes() == before


def test_a_broken_setting_does_not_stand_in_the_way_of_others(run, kept):
    kept('name = "Ana"\npaper = "a5"\n')
    assert run("config", "get", "name").stdout == "Ana\n"
    assert run("config", "set", "paper", "a4").exit_code == 0
    assert values(run)["paper"] == "a4"


def test_a_setting_of_another_version_is_told_and_kept(run, kept):
    path = kept('colour = "red"\n')
    ended = run("config", "list")
    assert ended.exit_code == 0
    assert "“colour”" in ended.stderr
    run("config", "set", "paper", "letter")
    assert 'colour = "red"' in path.read_text()


def test_the_papers_of_the_settings_are_those_of_the_reports():
    assert set(config.PAPERS) == set(Paper)
