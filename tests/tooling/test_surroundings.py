"""What the other tests stand on: fresh databases, a server that does not outlive its test run, and no way out."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
import sqlalchemy
from sqlalchemy.ext.asyncio import create_async_engine

from tests.conftest import OutsideNetworkError
from tests.postgres import Cluster

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("time_of_use", ["first", "second"])
async def test_database_is_fresh(database_url: str, time_of_use: str):
    """Each test gets a database of its own: what one has created, the next does not see."""
    engine = create_async_engine(database_url)
    async with engine.begin() as connection:
        await connection.execute(sqlalchemy.text("CREATE TABLE left_behind (id INTEGER)"))
    await engine.dispose()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child with its parent")
def test_server_ends_with_its_run(postgres_cluster: Cluster):
    """When a test run is killed outright, its PostgreSQL server ends as well."""
    directory = Path(tempfile.mkdtemp(prefix="front-door-postgres-"))
    program = (
        "import os, pathlib, signal; from tests.postgres import Cluster; "
        f"Cluster(pathlib.Path({str(directory)!r})).start(); os.kill(os.getpid(), signal.SIGKILL)"
    )
    try:
        killed = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)
        assert killed.returncode == -signal.SIGKILL
        wait_until_gone(directory / "data" / "postmaster.pid")
    finally:
        shutil.rmtree(directory)


def wait_until_gone(path: Path) -> None:
    """Give the server half a minute to end; then end it here and say so."""
    deadline = time.monotonic() + 30
    while path.exists():
        if time.monotonic() > deadline:
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                os.kill(int(path.read_text(encoding="utf-8").split()[0]), signal.SIGQUIT)
            pytest.fail("the server is still running")
        time.sleep(0.05)


def test_second_cluster_object_reaches_the_same_server(postgres_cluster: Cluster):
    """A worker process that knows only the directory finds the running server."""
    assert Cluster(postgres_cluster.directory).url("x") == postgres_cluster.url("x")


@pytest.mark.parametrize("address", ["192.0.2.1", "10.0.0.1", "2001:db8::1"])
def test_no_way_out(address: str):
    """A test that connects to anything but loopback fails before a packet leaves. Addresses: RFC 5737, 1918, 3849."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as outgoing, pytest.raises(OutsideNetworkError):
        outgoing.connect((address, 9))


def test_no_names_looked_up():
    """A test that looks up a name on the internet fails before the question is asked. Name: RFC 2606."""
    with pytest.raises(OutsideNetworkError):
        socket.getaddrinfo("provider.example", 443)
