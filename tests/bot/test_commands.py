"""The command line, as somebody types it: what it prints, and the code it ends with."""

from __future__ import annotations

import asyncio
import base64
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from data import staff
from data.crypt import Vault
from data.database import Database
from data.store import Store
from data.wake import Wake
from tests.bot.world import driven
from tests.commands import invoked
from tests.serving import KEY

ROOT = Path(__file__).parents[2]
OTHER = base64.b64encode(b"another key of thirty-two bytes!").decode()


@pytest.fixture(scope="module")
def cache(engine_cache: Path) -> str:
    """Where the trained language model is kept."""
    return str(engine_cache)


@dataclass(frozen=True)
class Ended:
    """How a command ended and what it wrote."""

    returncode: int
    stdout: str
    stderr: str


def bot(*arguments: str, **environment: str) -> Ended:
    """``python -m bot`` with these arguments and settings, to its end, in a process of its own."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("ASAN_")}
    ended = subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=ROOT,
        env={**own, "DATA_KEYS": KEY, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return Ended(ended.returncode, ended.stdout, ended.stderr)


def within(*arguments: str, stdin: str = "", **environment: str) -> Ended:
    """The same in this process, which has imported everything already."""
    ended = invoked(*arguments, stdin=stdin, **environment)
    assert ended.exception is None or isinstance(ended.exception, SystemExit), ended.exception
    return Ended(ended.exit_code, ended.stdout, ended.stderr)


@pytest.mark.parametrize(
    "command", [[], ["serve"], ["migrate"], ["key"], ["staff"], ["staff", "add"], ["demo"], ["chat"]]
)
def test_every_command_explains_itself(command: list[str]) -> None:
    """``--help`` ends well and says what the command is for, without any setting."""
    shown = within(*command, "--help", DATA_KEYS="")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "Usage:" in shown.stdout


def test_a_new_key_is_a_key() -> None:
    """``key`` prints one line that DATA_KEYS takes, another one each time."""
    keys = [within("key", DATA_KEYS="").stdout for _ in range(2)]
    assert keys[0] != keys[1]
    for key in keys:
        Vault(key.strip())


def test_migrate_makes_the_database_and_its_folder(tmp_path: Path) -> None:
    """On a fresh machine ``migrate`` makes what is missing; a second time it changes nothing."""
    path = tmp_path / "var" / "front-door.db"
    kept = []
    for _ in range(2):
        made = bot("migrate", DATABASE_URL=f"sqlite+aiosqlite:///{path}")
        assert (made.returncode, made.stdout) == (0, "the database is up to date\n"), made.stderr
        kept.append(path.read_bytes())
    assert kept[0] == kept[1]


@pytest.mark.parametrize("keys", ["", "nonsense", "열쇠", base64.b64encode(b"short").decode(), f"{KEY},x"])
def test_a_wrong_key_is_one_clear_line(keys: str, tmp_path: Path) -> None:
    """The program does not start, says what to do in one line, and ends with code 2."""
    ended = within("serve", DATABASE_URL=f"sqlite+aiosqlite:///{tmp_path / 'x.db'}", DATA_KEYS=keys)
    assert ended.returncode == 2
    assert ended.stderr.startswith("front door: ")
    assert ended.stderr.count("\n") == 1
    assert "python -m bot key" in ended.stderr
    assert not keys or keys not in ended.stderr


def test_a_line_that_is_set_up_by_half_is_one_clear_line(sqlite_url: str) -> None:
    """The same for a line without its token: it is named."""
    ended = within("serve", DATABASE_URL=sqlite_url, ASAN_SMS_NUMBER="+15550001111")
    assert (ended.returncode, ended.stderr.count("\n")) == (2, 1)
    assert "ASAN_SMS_ACCOUNT_SID, ASAN_SMS_AUTH_TOKEN missing" in ended.stderr


@pytest.mark.parametrize(
    "address", ["sqlite:///{}/empty.db", "sqlite:///{}/missing/x.db", "postgresql://nobody@127.0.0.1:1/x"]
)
def test_a_database_that_cannot_be_used_is_one_clear_line(tmp_path: Path, cache: str, address: str) -> None:
    """Nobody is served before the database can take what they write."""
    ended = within("serve", DATABASE_URL=address.format(tmp_path), CACHE_DIR=cache)
    assert (ended.returncode, ended.stderr.count("\n")) == (2, 1), ended.stderr
    assert "python -m bot migrate" in ended.stderr


async def _greeted(url: str) -> None:
    async with driven(url) as there:
        await there.take("sms", "도와주세요")


@pytest.mark.parametrize(
    ("keys", "wrong"),
    [(OTHER, "not in DATA_KEYS"), (f"{KEY},{OTHER}", "the last key in DATA_KEYS")],
    ids=["another key", "the old key not last"],
)
def test_keys_of_another_database_are_one_clear_line(database_url: str, cache: str, keys: str, wrong: str) -> None:
    """With keys under which nobody would be known again the program does not start."""
    with ThreadPoolExecutor(1) as executor:
        executor.submit(asyncio.run, _greeted(database_url)).result()
    ended = within("serve", DATABASE_URL=database_url, DATA_KEYS=keys, CACHE_DIR=cache)
    assert (ended.returncode, ended.stderr.count("\n")) == (2, 1), ended.stderr
    assert wrong in ended.stderr


async def _member(url: str) -> staff.Member | None:
    store = Store(Database(url), Vault(f"{OTHER},{KEY}"), Wake())
    try:
        return await staff.by_email(store, "KIM@centre.example ")
    finally:
        await store.database.close()


def test_a_member_of_staff_is_added(sqlite_url: str) -> None:
    """``staff add`` reads the password from standard input; a weak one and a known address are refused in one line."""
    wanted = ("staff", "add", "--email", "kim@centre.example", "--name", "김담당", "--supervisor")
    weak = within(*wanted, stdin="short\n", DATABASE_URL=sqlite_url)
    assert (weak.returncode, weak.stderr.count("\n")) == (2, 1), weak.stderr
    added = within(*wanted, stdin="a long enough password\n", DATABASE_URL=sqlite_url)
    assert added.returncode == 0, added.stderr
    assert "a long enough password" not in added.stdout + added.stderr
    again = within(*wanted, stdin="a long enough password\n", DATABASE_URL=sqlite_url)
    assert (again.returncode, again.stderr.count("\n")) == (2, 1), again.stderr
    found = asyncio.run(_member(sqlite_url))
    assert found is not None
    assert (found.name, found.role) == ("김담당", "supervisor")
