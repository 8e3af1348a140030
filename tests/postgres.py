"""A PostgreSQL server for one test run: started when first asked for, gone when the run is.

Run as a file (FOLDER PID) it is the server's keeper: it makes a cluster in FOLDER, writes how to
reach it to FOLDER/url, and stops it and removes FOLDER as soon as it is told to or the process
PID has ended, in whatever way that ended.
"""

import contextlib
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

import psycopg
from psycopg import sql

SUPERUSER = "keeper"
OWNER = "coordinator"
_PATIENCE = 30.0


def start(folder: Path, *, server: Path, watched: int) -> None:
    """Start the keeper of a server in `folder`; return when the server answers."""
    log = folder.with_suffix(".log")
    with log.open("w") as said:
        keeper = subprocess.Popen(
            [sys.executable, __file__, str(folder), str(server), str(watched)],
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
    url = folder / "url"
    until = time.monotonic() + _PATIENCE
    while not url.exists():
        if keeper.poll() is not None or time.monotonic() > until:
            keeper.terminate()
            raise RuntimeError(f"The PostgreSQL server did not start:\n{log.read_text()}")
        time.sleep(0.02)
    # It outlives the process that started it, which Popen would warn of when it is dropped.
    keeper.returncode = 0


def stop(folder: Path) -> None:
    """Have the keeper stop its server and remove `folder`; wait until it has."""
    keeper = folder / "keeper.pid"
    if not keeper.exists():
        return
    with contextlib.suppress(ProcessLookupError):
        os.kill(int(keeper.read_text()), signal.SIGTERM)
    until = time.monotonic() + _PATIENCE
    while folder.exists() and time.monotonic() < until:
        time.sleep(0.02)


def create_database(folder: Path, name: str, *, template: str = "template1") -> str:
    """Make a database, empty or a copy of `template`; give the URL that its owner uses."""
    url = (folder / "url").read_text()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            sql.SQL("create database {} owner {} template {}").format(
                sql.Identifier(name), sql.Identifier(OWNER), sql.Identifier(template)
            )
        )
    return (
        url.replace("postgresql:", "postgresql+psycopg:")
        .replace(f"{SUPERUSER}:", f"{OWNER}:")
        .removesuffix("/postgres")
        + f"/{name}"
    )


def drop_database(folder: Path, name: str) -> None:
    """Drop a database, whoever is still connected to it."""
    with psycopg.connect((folder / "url").read_text(), autocommit=True) as connection:
        connection.execute(
            sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name))
        )


class _Cluster:
    """One server and its data, owned by an account that is not root (which it refuses)."""

    def __init__(self, folder: Path, server: Path) -> None:
        self.folder = folder
        # initdb lies beside the server itself, not beside a link to it.
        self.server = server.resolve()
        self.account = _unprivileged_account()
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        password = secrets.token_hex(12)
        data = self.folder / "data"
        secret = self.folder / "password"
        secret.touch(mode=0o600)
        secret.write_text(password)
        data.mkdir(mode=0o700)
        if self.account:
            person = pwd.getpwnam(self.account)
            for path in (self.folder, data, secret):
                os.chown(path, person.pw_uid, person.pw_gid)
        self._run(
            *(self.server.with_name("initdb"), "--pgdata", data, "--username", SUPERUSER),
            *("--pwfile", secret, "--auth", "scram-sha-256", "--encoding", "UTF8"),
            *("--no-sync", "--no-instructions", "--locale", "C"),
            # Sorting as no byte order does shows the queries that forget to name a collation.
            *("--locale-provider", "icu", "--icu-locale", "und"),
        ).check_returncode()
        port = _free_port()
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": str(port),
            "unix_socket_directories": "",
            "fsync": "off",
            "synchronous_commit": "off",
            "full_page_writes": "off",
            "max_connections": "60",
        }
        arguments = [word for key, value in settings.items() for word in ("-c", f"{key}={value}")]
        self.process = subprocess.Popen(
            [str(self.server), "-D", str(data), *arguments],
            cwd=self.folder,
            user=self.account,
            group=_group(self.account),
            extra_groups=[] if self.account else None,
        )
        url = f"postgresql://{SUPERUSER}:{password}@127.0.0.1:{port}/postgres"
        self._make_owner(url, password)
        waiting = self.folder / "url.new"
        waiting.touch(mode=0o600)
        waiting.write_text(url)
        waiting.rename(self.folder / "url")

    def stop(self) -> None:
        if self.process:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, *words: str | Path) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            [str(word) for word in words],
            check=False,
            cwd=self.folder,
            user=self.account,
            group=_group(self.account),
            extra_groups=[] if self.account else None,
        )

    def _make_owner(self, url: str, password: str) -> None:
        until = time.monotonic() + _PATIENCE
        while True:
            try:
                with psycopg.connect(url, autocommit=True) as connection:
                    connection.execute(
                        sql.SQL("create role {} login password {}").format(
                            sql.Identifier(OWNER), sql.Literal(password)
                        )
                    )
            except psycopg.OperationalError:
                if time.monotonic() > until or (self.process and self.process.poll() is not None):
                    raise
                time.sleep(0.05)
            else:
                return


def _unprivileged_account() -> str | None:
    if os.geteuid() != 0:
        return None
    known = {person.pw_name for person in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _group(account: str | None) -> int | None:
    return pwd.getpwnam(account).pw_gid if account else None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _keep(folder: Path, server: Path, watched: int) -> None:
    told_to_stop = False

    def note(_signal: int, _frame: FrameType | None) -> None:
        nonlocal told_to_stop
        told_to_stop = True

    signal.signal(signal.SIGTERM, note)
    (folder / "keeper.pid").write_text(str(os.getpid()))
    cluster = _Cluster(folder, server)
    try:
        cluster.start()
        while not told_to_stop and _is_alive(watched):
            time.sleep(0.1)
    finally:
        cluster.stop()


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


if __name__ == "__main__":
    _keep(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
