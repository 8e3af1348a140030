"""The tests' own ground: the database server of a run is there when asked for, and alone."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg
import pytest

from tests import postgres, programs


@pytest.mark.needs("postgres")
def test_a_database_is_empty_and_its_owner_no_superuser(postgres_url):
    with psycopg.connect(postgres_url.replace("+psycopg", "")) as connection:
        tables = connection.execute(
            "select count(*) from pg_tables where schemaname = 'public'"
        ).fetchone()
        owner = connection.execute(
            "select rolsuper from pg_roles where rolname = current_user"
        ).fetchone()
    assert tables == (0,)
    assert owner == (False,)


@pytest.mark.needs("postgres")
def test_the_server_is_gone_when_the_run_was_killed():
    # Not in tmp_path, for the server's account must be able to enter the folder.
    folder = Path(tempfile.gettempdir()) / f"tracker-tests-killed-{os.getpid()}"
    folder.mkdir(mode=0o711)
    run = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    program = programs.find("postgres")
    assert program
    try:
        postgres.start(folder, server=program, watched=run.pid)
        url = (folder / "url").read_text()
        run.kill()
        run.wait()
        until = time.monotonic() + 10
        while folder.exists() and time.monotonic() < until:
            time.sleep(0.05)
        assert not folder.exists()
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(url)
    finally:
        run.kill()
        postgres.stop(folder)
        folder.with_suffix(".log").unlink(missing_ok=True)
