"""Migrations: from nothing to the tables the program knows, and back, on either database."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import create_async_engine

from data.crypt import Vault
from data.database import Database, with_driver
from data.migrations import config_for, upgrade
from data.readiness import NotReady, check
from data.store import Store
from data.tables import metadata
from data.wake import Wake
from tests.postgres import Cluster
from tests.serving import KEY

T = TypeVar("T")


@pytest.fixture(params=["sqlite", "postgres"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database with nothing in it."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path / 'empty.db'}"
        return
    cluster: Cluster = request.getfixturevalue("postgres_cluster")
    name = f"empty_{request.getfixturevalue('process_name')}"
    yield cluster.create_database(name)
    cluster.drop_database(name)


def apart(work: Callable[[], T]) -> T:
    """Do ``work`` in a thread of its own: migrations open their own event loop."""
    with ThreadPoolExecutor(1) as executor:
        return executor.submit(work).result()


def looked_at(url: str, look: Callable[[Connection], T]) -> T:
    async def connected() -> T:
        engine = create_async_engine(url)
        try:
            async with engine.connect() as connection:
                return await connection.run_sync(look)
        finally:
            await engine.dispose()

    return apart(lambda: asyncio.run(connected()))


def tables(url: str) -> set[str]:
    return looked_at(url, lambda connection: set(inspect(connection).get_table_names())) - {"alembic_version"}


def differences(connection: Connection) -> list[Any]:
    return list(compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata))


def test_the_migrated_database_is_the_one_the_program_knows(empty_url: str) -> None:
    """After all versions Alembic finds no difference to the tables in the code: no table, column, type or index."""
    apart(lambda: upgrade(empty_url))
    assert tables(empty_url) == set(metadata.tables)
    assert looked_at(empty_url, differences) == []


def test_every_partial_index_has_its_condition(empty_url: str) -> None:
    """Alembic does not compare conditions, so we do: the migration's are those of the code."""
    apart(lambda: upgrade(empty_url))
    dialect = "postgresql" if empty_url.startswith("postgresql") else "sqlite"
    statement = (
        "SELECT indexname, indexdef FROM pg_indexes"
        if dialect == "postgresql"
        else "SELECT name, sql FROM sqlite_master WHERE sql <> ''"
    )
    found: dict[str, str] = looked_at(empty_url, lambda connection: dict(list(connection.execute(text(statement)))))
    for table in metadata.tables.values():
        for index in table.indexes:
            where = index.dialect_options[dialect]["where"]
            stated = found[str(index.name)].partition(" WHERE ")[2]
            assert bool(stated) == (where is not None), index.name
            words = (
                {word.strip("()'\",") for word in str(where).replace("IN", "").split()} if where is not None else set()
            )
            assert all(word.lower() in stated.lower() for word in words), index.name


def test_every_version_can_be_taken_back(empty_url: str) -> None:
    """Down to nothing and up again: the same tables."""
    apart(lambda: upgrade(empty_url))
    apart(lambda: command.downgrade(config_for(empty_url), "base"))
    assert tables(empty_url) == set()
    apart(lambda: upgrade(empty_url))
    assert looked_at(empty_url, differences) == []


def test_a_counted_case_keeps_its_row_when_indicators_come_and_go(empty_url: str) -> None:
    """One from before has none; taking the version back leaves the row without them."""
    config = config_for(empty_url)
    apart(lambda: command.upgrade(config, "0005"))
    moment, name = "2026-11-23 01:00:00+00:00", "00000000000000000000000000000001"
    columns = "id, programme, line, language, centre, child_sex, child_age, opened_at, promised_at, outcome"
    values = f"'{name}', 'p', 'l', 'ko', '', 'girl', '2-5y', '{moment}', '{moment}', ''"

    async def counted_before() -> None:
        engine = create_async_engine(empty_url)
        async with engine.begin() as connection:
            await connection.execute(text(f"INSERT INTO figures ({columns}) VALUES ({values})"))
        await engine.dispose()

    apart(lambda: asyncio.run(counted_before()))
    for version, known in (("0006", True), ("0005", False), ("head", True)):
        change = command.downgrade if version == "0005" else command.upgrade
        apart(partial(change, config, version))
        (row,) = looked_at(
            empty_url, lambda connection: connection.execute(text("SELECT * FROM figures")).mappings().all()
        )
        assert (row["child_sex"], row.get("indicators")) == ("girl", "" if known else None)
        assert row.get("adult_sex") == ("unknown" if version == "head" else None)


def test_migrating_twice_changes_nothing(empty_url: str) -> None:
    """Whoever runs it at every start does no harm."""
    apart(lambda: upgrade(empty_url))
    apart(lambda: upgrade(empty_url))
    assert tables(empty_url) == set(metadata.tables)


def test_versions_form_one_row() -> None:
    """One first version and one last: two branches would leave it to chance which is applied."""
    scripts = ScriptDirectory.from_config(config_for("sqlite://"))
    assert len(scripts.get_heads()) == len(scripts.get_bases()) == 1


async def test_a_fresh_database_is_ready(database_url: str) -> None:
    """Migrated and empty, with any good key."""
    store = Store(Database(database_url), Vault(KEY), Wake())
    await check(store)
    await store.database.close()


async def test_an_empty_database_is_not_ready(empty_url: str) -> None:
    """The message names the command that makes it ready."""
    store = Store(Database(empty_url), Vault(KEY), Wake())
    with pytest.raises(NotReady, match="python -m bot migrate"):
        await check(store)
    await store.database.close()


async def test_a_database_of_another_version_is_not_ready(database_url: str) -> None:
    """A program newer than its database does not serve."""
    store = Store(Database(database_url), Vault(KEY), Wake())
    async with store.database.write() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    with pytest.raises(NotReady, match="not up to date"):
        await check(store)
    await store.database.close()


async def test_a_database_out_of_reach_is_not_ready() -> None:
    """A server that cannot be reached is named as what it is, not as an error of the network."""
    store = Store(Database("postgresql://nobody@127.0.0.1:1/x"), Vault(KEY), Wake())
    with pytest.raises(NotReady, match="DATABASE_URL"):
        await check(store)
    await store.database.close()


@pytest.mark.parametrize(
    ("given", "driven"),
    [
        ("postgresql://a@b/c", "postgresql+asyncpg://a@b/c"),
        ("postgres://a@b/c", "postgresql+asyncpg://a@b/c"),
        ("postgresql+asyncpg://a@b/c", "postgresql+asyncpg://a@b/c"),
        ("sqlite:///x.db", "sqlite+aiosqlite:///x.db"),
        ("sqlite+aiosqlite:///x.db", "sqlite+aiosqlite:///x.db"),
    ],
)
def test_an_address_gets_its_driver(given: str, driven: str) -> None:
    """Addresses are taken as hosting providers write them."""
    assert with_driver(given) == driven
