"""A throwaway PostgreSQL server, for the tests and the benchmarks.

The server's programs are looked for on the path and where Debian puts them. PostgreSQL refuses to run as root, so root
starts it as the user ``postgres``. It listens on 127.0.0.1 only, on a free port, and ends with the process that started
it.
"""

from __future__ import annotations

import asyncio
import ctypes
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypedDict

import asyncpg

START_SECONDS = 60
STOP_SECONDS = 60
FREE_PORT_TRIES = 5


class PostgresFailed(Exception):
    """The server's programs did not do what was asked; ``str()`` is the end of their log."""


def programs() -> Path | None:
    """The folder that holds ``initdb`` and ``postgres``, or None where PostgreSQL's server is not installed."""
    candidates: list[Path] = []
    if on_path := shutil.which("initdb"):
        candidates.append(Path(on_path).resolve().parent)
    candidates += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_major, reverse=True)
    return next((folder for folder in candidates if _is_complete(folder)), None)


def _major(folder: Path) -> int:
    name = folder.parent.name
    return int(name) if name.isdecimal() else 0


def _is_complete(folder: Path) -> bool:
    return all((folder / name).is_file() for name in ("initdb", "postgres"))


class Cluster:
    """One server over one directory.

    ``start`` makes the directory, which must be empty if it exists, and every folder above it must be open to the user
    ``postgres`` when root starts it. A second ``Cluster`` over the directory of a running server reaches the same
    server, also from another process; only the one that started it may stop it.
    """

    def __init__(self, directory: Path, fsync: bool = False) -> None:
        """With ``fsync`` a commit is as durable and as slow as in production; without, the server is only for tests."""
        self.directory = directory
        self.fsync = fsync
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Create the cluster and wait until it takes connections. Raises PostgresFailed."""
        folder = programs()
        if folder is None:
            raise PostgresFailed("initdb and postgres are neither on the path nor in /usr/lib/postgresql")
        self.directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        user = _server_user()
        if user is not None:
            shutil.chown(self.directory, user, pwd.getpwnam(user).pw_gid)
        self._initialise(folder, user)
        for _ in range(FREE_PORT_TRIES):
            self._process = self._launch(folder, user, _free_port())
            if self._wait_until_ready():
                return
            # It ended: another program may have taken the port between our look and the server's.
            self.stop(keep=True)
        raise PostgresFailed(self._log_end())

    def stop(self, keep: bool = False) -> None:
        """End the server and remove its directory, unless ``keep``. Harmless when it is not running."""
        if self._process is not None:
            self._process.send_signal(signal.SIGINT)
            try:
                self._process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None
        if not keep:
            shutil.rmtree(self.directory, ignore_errors=True)

    @property
    def port(self) -> int:
        """The TCP port on 127.0.0.1 of the running server."""
        return int((self._data / "postmaster.pid").read_text().splitlines()[3])

    def url(self, database: str) -> str:
        """SQLAlchemy's address of a database, with the asyncpg driver."""
        return f"postgresql+asyncpg://postgres@127.0.0.1:{self.port}/{database}"

    def create_database(self, name: str, template: str = "template1") -> str:
        """Copy ``template``, to which nobody may be connected, and return the new database's address."""
        # Copying files is twice as fast as copying blocks through the log where nothing is synced.
        strategy = "" if self.fsync else " STRATEGY FILE_COPY"
        self._execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"{strategy}')
        return self.url(name)

    def drop_database(self, name: str) -> None:
        """Drop a database, and whatever connections a failed test has left open to it."""
        self._execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    @property
    def _data(self) -> Path:
        return self.directory / "data"

    @property
    def _log(self) -> Path:
        return self.directory / "log"

    def _initialise(self, folder: Path, user: str | None) -> None:
        command = [str(folder / "initdb"), "-D", str(self._data), "-U", "postgres", "--auth=trust", "--no-sync"]
        command += ["--encoding=UTF8", "--locale=C.UTF-8" if sys.platform == "linux" else "--no-locale"]
        made = subprocess.run(
            command, **_identity(user), cwd=self.directory, env=_environment(), capture_output=True, check=False
        )
        if made.returncode != 0:
            raise PostgresFailed(made.stderr.decode(errors="replace")[-2000:])

    def _launch(self, folder: Path, user: str | None, port: int) -> subprocess.Popen[bytes]:
        settings = {"listen_addresses": "127.0.0.1", "port": str(port), "unix_socket_directories": ""}
        if not self.fsync:
            settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        command = [str(folder / "postgres"), "-D", str(self._data)]
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        with self._log.open("ab") as log:
            return subprocess.Popen(
                command,
                **_identity(user),
                cwd=self.directory,
                env=_environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                # One system call that takes no lock, so threads of ours are in no danger.
                preexec_fn=_end_with_parent if sys.platform == "linux" else None,  # noqa: PLW1509
            )

    def _wait_until_ready(self) -> bool:
        """True once the server says in its pid file that it is ready, False when it ended instead."""
        assert self._process is not None
        deadline = time.monotonic() + START_SECONDS
        while self._process.poll() is None:
            if self._says_ready():
                return True
            if time.monotonic() > deadline:
                raise PostgresFailed(self._log_end())
            time.sleep(0.02)
        return False

    def _says_ready(self) -> bool:
        """The pid file's eighth line is the server's status. Source: PostgreSQL's src/include/utils/pidfile.h."""
        try:
            lines = (self._data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return False
        return len(lines) >= 8 and lines[7].strip() == "ready"

    def _log_end(self) -> str:
        return self._log.read_text(errors="replace")[-2000:]

    def _execute(self, statement: str) -> None:
        """Run one statement, in a thread of its own: the caller may have a running event loop."""
        with ThreadPoolExecutor(1) as executor:
            executor.submit(asyncio.run, self._execute_asynchronously(statement)).result()

    async def _execute_asynchronously(self, statement: str) -> None:
        connection = await asyncpg.connect(
            host="127.0.0.1", port=self.port, user="postgres", database="postgres", ssl=False
        )
        try:
            await connection.execute(statement)
        finally:
            await connection.close()


def _server_user() -> str | None:
    return "postgres" if os.geteuid() == 0 else None


class _Identity(TypedDict, total=False):
    user: str
    group: int
    extra_groups: list[int]


def _identity(user: str | None) -> _Identity:
    """What ``subprocess`` needs to start a program as ``user`` with none of root's groups."""
    if user is None:
        return {}
    return {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}


def _environment() -> dict[str, str]:
    """The caller's environment without PostgreSQL's own variables, which would lead the programs elsewhere."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PG")} | {"LC_ALL": "C.UTF-8"}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


_LIBC = ctypes.CDLL(None)
_PR_SET_PDEATHSIG = 1


def _end_with_parent() -> None:
    """Ask Linux to end the server when the tests are killed: nothing is left running."""
    _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGQUIT)
