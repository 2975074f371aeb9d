"""One way to begin on both databases: what is written is written whole, and whoever waits is woken."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta, timezone
from uuid import uuid4

import asyncpg
import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import StatementError

from data.crypt import Vault
from data.database import Database
from data.ids import uuid7
from data.store import Store
from data.tables import audit
from data.wake import SEATS, Wake, woken
from tests.serving import KEY

NOON = datetime(2026, 11, 22, 12, 0, 0, 123456, tzinfo=UTC)


@asynccontextmanager
async def opened(database_url: str) -> AsyncIterator[Database]:
    database = Database(database_url)
    yield database
    await database.close()


def row(action: str = "x", at: datetime = NOON) -> dict[str, object]:
    return {"id": uuid7(), "at": at, "staff_id": None, "action": action, "case_id": None}


async def count(database: Database) -> int:
    async with database.read() as connection:
        return (await connection.execute(select(func.count()).select_from(audit))).scalar_one()


async def _broken_off(database: Database) -> None:
    async with database.write() as connection:
        await connection.execute(audit.insert(), row())
        raise ZeroDivisionError


async def test_a_transaction_that_breaks_leaves_nothing(database_url: str) -> None:
    """All of it or none of it."""
    async with opened(database_url) as database:
        with pytest.raises(ZeroDivisionError):
            await _broken_off(database)
        assert await count(database) == 0
        async with database.write() as connection:
            await connection.execute(audit.insert(), [row(), row()])
        assert await count(database) == 2


async def test_writers_stand_in_line(database_url: str) -> None:
    """Fifty at once, none is refused as busy, none overwrites another."""
    async with opened(database_url) as database:

        async def add() -> None:
            async with database.write() as connection:
                number = (await connection.execute(select(func.count()).select_from(audit))).scalar_one()
                await asyncio.sleep(0)
                await connection.execute(audit.insert(), row(str(number)))

        async def read() -> int:
            return await count(database)

        await asyncio.gather(*(add() for _ in range(25)), *(read() for _ in range(25)))
        assert await count(database) == 25


async def test_a_statement_of_many_rows_is_whole(database_url: str) -> None:
    """A single statement either writes all its rows or none."""
    async with opened(database_url) as database:
        twice = row()
        with pytest.raises(Exception, match=r"UNIQUE|unique"):
            async with database.single() as connection:
                await connection.execute(audit.insert(), [row(), twice, twice])
        assert await count(database) == 0


async def test_moments_come_back_as_they_were(database_url: str) -> None:
    """To the microsecond, in UTC, from any time zone; one without a zone is refused."""
    async with opened(database_url) as database:
        seoul = NOON.astimezone(timezone(timedelta(hours=9)))
        async with database.write() as connection:
            await connection.execute(audit.insert(), row(at=seoul))
        async with database.read() as connection:
            found = (await connection.execute(select(audit.c.at))).scalar_one()
        assert (found, found.utcoffset()) == (NOON, timedelta())
        with pytest.raises(StatementError, match="a moment needs a time zone"):
            async with database.write() as connection:
                await connection.execute(audit.insert(), row(at=NOON.replace(tzinfo=None)))


async def test_an_error_tells_nothing_of_the_values(database_url: str) -> None:
    """What the database complains about may be logged: the values of the statement are not in it."""
    async with opened(database_url) as database:
        with pytest.raises(Exception, match=r"parameters hidden") as caught:
            async with database.write() as connection:
                await connection.execute(audit.insert(), row("secret") | {"id": None})
        assert "secret" not in str(caught.value).partition("[SQL")[2]
        assert "parameters hidden" in str(caught.value)


def test_ids_rise_and_are_version_7() -> None:
    """Each is greater than the one before, even within one millisecond, and says when it was made."""
    made = [uuid7() for _ in range(10_000)]
    assert made == sorted(set(made))
    assert {one.version for one in made} == {7}
    assert {one.variant for one in made} == {uuid4().variant}
    assert abs((made[0].int >> 80) / 1000 - datetime.now(UTC).timestamp()) < 60


async def test_whoever_waits_for_a_topic_is_woken_for_that_topic_only() -> None:
    """Within one process, at once."""
    wake = Wake()
    async with wake.waiting("outbox") as outbox, wake.waiting("notices") as notices:
        wake.tell(["outbox", "nobody waits for this"])
        await woken(outbox, 5)
        assert (outbox.is_set(), notices.is_set()) == (False, False)
        wake.tell(["outbox"])
        assert outbox.is_set()


@pytest.mark.parametrize("steps", [0, 1, 2])
async def test_whoever_is_stopped_while_being_woken_stops(steps: int) -> None:
    """A cancellation that comes together with the event is not lost, so that the program can end."""
    event = asyncio.Event()
    waiting = asyncio.create_task(_for_ever(event))
    await asyncio.sleep(0.01)
    event.set()
    for _ in range(steps):
        await asyncio.sleep(0)
    waiting.cancel()
    done, _ = await asyncio.wait([waiting], timeout=2)
    assert done, "it waits on"
    assert waiting.cancelled()


async def _for_ever(event: asyncio.Event) -> None:
    while True:
        await woken(event, 60)


async def test_another_process_is_woken_when_the_transaction_commits(postgres_url: str) -> None:
    """Not before, not when it is rolled back, and again after its connection was lost."""
    store, other = (Store(Database(postgres_url), Vault(KEY), Wake()) for _ in range(2))
    await other.wake.listen(postgres_url)
    try:
        async with other.wake.waiting("notices") as event:
            async with store.database.write() as connection:
                await store.wake.tell_others(connection, ["notices"])
                await connection.rollback()
            async with store.database.write() as connection:
                await store.wake.tell_others(connection, ["notices"])
                assert not event.is_set()
            await asyncio.wait_for(event.wait(), 10)
            event.clear()
            await _cut(postgres_url)
            while not event.is_set():
                async with store.database.write() as connection:
                    await store.wake.tell_others(connection, ["notices"])
                await asyncio.sleep(0.05)
    finally:
        await other.wake.close()
        await store.database.close()


async def _cut(url: str) -> None:
    """End every other connection to the database."""
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    others = "pid <> pg_backend_pid() AND datname = current_database() AND query LIKE '%LISTEN%'"
    await connection.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}")
    await connection.close()


async def test_a_seat_is_held_while_the_process_lives(postgres_url: str) -> None:
    """PostgreSQL knows who is alive: the seat is taken at once and free when the connection has gone."""
    wake = Wake()
    await wake.listen(postgres_url)
    connection = await asyncpg.connect(postgres_url.replace("+asyncpg", ""))
    held = f"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = {SEATS} AND objid = {wake.seat}"
    assert await connection.fetchval(held) == 1
    await wake.close()
    while await connection.fetchval(held):  # noqa: ASYNC110 - PostgreSQL gives no event
        await asyncio.sleep(0.02)
    await connection.close()
