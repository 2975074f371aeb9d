"""What every test may ask for: a fresh database of either kind, a browser; and what none may do: leave this machine.

``database_url`` runs a test twice, on SQLite and on PostgreSQL; ``sqlite_url`` and ``postgres_url`` are the one and
the other. Where PostgreSQL or Chromium is missing, a test that needs it is skipped and says so; in CI (the variable
``CI`` is set) it fails.
"""

from __future__ import annotations

import gc
import ipaddress
import itertools
import os
import re
import shutil
import socket
import tempfile
from asyncio import AbstractEventLoop
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import hypothesis
import pytest
import pytest_asyncio
import uvloop
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from bot import batching
from tests.postgres import Cluster, programs

if TYPE_CHECKING:
    from playwright.async_api import Browser

    from integrations.nlu.engine import Engine

ROOT = Path(__file__).parents[1]
CLUSTER = pytest.StashKey[Cluster]()
MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
"""Where files cost nothing to sync; None for the usual temporary folder."""
CHROMIUM_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_ARGUMENTS = (
    "--no-sandbox",  # containers and root have no user namespaces for it; it only ever shows our own pages
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# What is collected stays, as what a program makes while it starts.
gc.set_threshold(100_000, 50, 100)

# Nobody outside is called, so no authority has to be known; reading the world's takes each new HTTP client 25 ms.
os.environ.pop("SSL_CERT_FILE", None)
os.environ["SSL_CERT_DIR"] = str(Path(__file__).parent)

# Under load it is worth waiting a little, so that more shares a commit; a test waits for one thing at a time. A program
# that a test starts as a process of its own waits as in earnest.
batching.GATHER = 0.0

# A test's truth must not depend on how busy the machine is; CI must say the same twice.
hypothesis.settings.register_profile("front-door", deadline=None, print_blob=True, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("front-door")


class OutsideNetworkError(AssertionError):
    """A test tried to reach something that is not on this machine."""


def missing(what: str) -> NoReturn:
    """Skip the test with a visible reason, or fail it in CI, where nothing may be missing."""
    if os.environ.get("CI"):
        pytest.fail(f"in CI nothing is skipped, but {what}", pytrace=False)
    pytest.skip(what)


# --- one PostgreSQL server for all the processes of a run ---


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """pytest-xdist's controller starts the server and tells each worker where it is."""
    if programs() is not None:
        node.workerinput["postgres"] = str(_own_cluster(node.config).directory)


def pytest_asyncio_loop_factories() -> Mapping[str, Callable[[], AbstractEventLoop]]:
    """Tests run on the event loop that serves in earnest."""
    return {"uvloop": uvloop.new_event_loop}


def pytest_unconfigure(config: pytest.Config) -> None:
    """The server goes whatever the tests said."""
    if CLUSTER in config.stash:
        config.stash[CLUSTER].stop()


def pytest_collection_finish() -> None:
    """Thousands of collected tests stay to the end; looking through them for garbage again slows every test."""
    gc.collect()
    gc.freeze()


def _own_cluster(config: pytest.Config) -> Cluster:
    if CLUSTER not in config.stash:
        # pytest's own temporary folders are closed to the user `postgres`, so not one of these.
        scratch = Path(tempfile.mkdtemp(prefix="front-door-postgres-", dir=MEMORY))
        config.stash[CLUSTER] = Cluster(scratch)
        config.stash[CLUSTER].start()
    return config.stash[CLUSTER]


@pytest.fixture(scope="session")
def postgres_cluster(request: pytest.FixtureRequest) -> Cluster:
    """The throwaway server; ``create_database(name)`` makes a blank database there."""
    if programs() is None:
        missing("PostgreSQL's server is not installed (Debian: apt-get install postgresql)")
    if workerinput := getattr(request.config, "workerinput", None):
        return Cluster(Path(workerinput["postgres"]))
    return _own_cluster(request.config)


# --- a fresh, migrated, empty database for each test ---


def _migrate(url: str) -> None:
    """Run the migrations in a thread of their own, where no event loop of the tests is in their way."""
    from data.migrations import upgrade

    with ThreadPoolExecutor(1) as executor:
        executor.submit(upgrade, url).result()


@pytest.fixture(scope="session")
def process_name() -> str:
    """Tells the processes of one run apart: ``gw0``, ``gw1``, or ``main`` when there is one."""
    return os.environ.get("PYTEST_XDIST_WORKER", "main")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file, to be copied."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    _migrate(f"sqlite+aiosqlite:///{path}")
    assert not path.with_name("template.db-wal").exists(), "the migration has left its connection open"
    return path


@pytest.fixture(scope="session")
def postgres_template(postgres_cluster: Cluster, process_name: str) -> str:
    """Name of a migrated, empty PostgreSQL database, to be copied."""
    name = f"template_{process_name}"
    _migrate(postgres_cluster.create_database(name))
    return name


@pytest.fixture(scope="session")
def database_numbers() -> Iterator[int]:
    """1, 2, 3 …, so that no two databases of one process have the same name."""
    return itertools.count(1)


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """SQLAlchemy's address of a fresh database: all tables, no rows."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def sqlite_url(sqlite_template: Path) -> Iterator[str]:
    """A fresh SQLite database."""
    with tempfile.TemporaryDirectory(prefix="front-door-sqlite-", dir=MEMORY) as folder:
        path = shutil.copyfile(sqlite_template, Path(folder) / "front-door.db")
        yield f"sqlite+aiosqlite:///{path}"


@pytest.fixture
def postgres_url(
    postgres_cluster: Cluster, postgres_template: str, process_name: str, database_numbers: Iterator[int]
) -> Iterator[str]:
    """A fresh PostgreSQL database, dropped after the test."""
    name = f"test_{process_name}_{next(database_numbers)}"
    yield postgres_cluster.create_database(name, postgres_template)
    postgres_cluster.drop_database(name)


# --- the language engine ---


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The embedded engine, trained once for all processes and then read from the cache."""
    from tests.training import trained

    return trained()


@pytest.fixture(scope="session")
def engine_cache(engine: Engine) -> Path:
    """The folder with the engine, trained by now, for programs that a test starts."""
    from tests.training import CACHE

    return CACHE


# --- the browser ---


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The system's Chromium; none is ever downloaded."""
    found = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    return found or missing("Chromium is not installed (Debian: apt-get install chromium)")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser(chromium_path: str) -> AsyncIterator[Browser]:
    """A headless Chromium, driven by playwright; each test takes a context of its own in it."""
    from playwright.async_api import async_playwright, expect

    expect.set_options(timeout=20_000)  # milliseconds: a page is no less right on a busy machine
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium_path, args=CHROMIUM_ARGUMENTS)
        yield browser
        await browser.close()


@pytest.fixture(scope="session")
def screenshots() -> Path:
    """Where browser tests keep their pictures; git ignores it."""
    folder = ROOT / "var" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


# --- what surrounds the tests ---


@pytest.fixture(scope="session")
def documented_variables() -> dict[str, str]:
    """Name to example value of every environment variable in ``.env.example``; an optional one may be commented out."""
    path = ROOT / ".env.example"
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return dict(re.findall(r"^#? ?([A-Z][A-Z0-9_]*)=(.*)$", text, re.MULTILINE))


@pytest.fixture(scope="session", autouse=True)
def _no_settings_from_outside(documented_variables: dict[str, str]) -> Iterator[None]:
    """A developer's own tokens and database stay out of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        for name in tuple(os.environ):
            if name.partition("__")[0] in documented_variables:  # with the end that names a programme, or without
                patch.delenv(name)
        yield


@pytest.fixture(scope="session", autouse=True)
def _cheap_passwords() -> Iterator[None]:
    """Passwords are hashed the way they are in earnest, only not as often over."""
    from bot import staffing

    with pytest.MonkeyPatch.context() as patch:
        cheap = Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1)
        patch.setattr(staffing, "_hasher", PasswordHash((cheap,)))
        yield


@pytest.fixture(scope="session", autouse=True)
def _only_this_machine() -> Iterator[None]:
    """Whoever looks up or connects to anything but loopback gets an OutsideNetworkError."""
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            _refuse_outside(address[0])
        connect(self, address)

    def guarded_look_up(host: Any, *args: Any, **kwargs: Any) -> Any:
        _refuse_outside(host)
        return look_up(host, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket, "getaddrinfo", guarded_look_up)
        yield


def _refuse_outside(host: str | bytes | None) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    if not name or name == "localhost":
        return
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        raise OutsideNetworkError("a test looked up a name outside of this machine") from None
    if not (address.is_loopback or address.is_unspecified):
        raise OutsideNetworkError("a test reached for an address outside of this machine")
