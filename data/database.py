"""One database, PostgreSQL or SQLite, behind one way to begin."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, nullcontext
from typing import Any

from sqlalchemy import Executable, event
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

_SQLITE = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON", "PRAGMA busy_timeout=10000")


class Database:
    """Connections and transactions. ``write`` transactions of SQLite stand in line here instead of failing as busy."""

    def __init__(self, url: str, *, pool_size: int = 8) -> None:
        """``url`` as SQLAlchemy writes it; ``postgresql://`` and ``sqlite://`` get their asynchronous drivers."""
        self.url = with_driver(url)
        self.engine = _engine(self.url, pool_size)
        self.is_postgres = self.engine.dialect.name == "postgresql"
        self._turnstile: Any = nullcontext() if self.is_postgres else asyncio.Lock()

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that will write; committed when the block ends well."""
        async with self._turnstile, self.engine.connect() as connection:
            if not self.is_postgres:
                await connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection
            await connection.commit()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A connection for reading; nothing is written."""
        async with self.engine.connect() as connection:
            yield connection

    async def close(self) -> None:
        """Close every connection."""
        await self.engine.dispose()


async def write_rows(connection: AsyncConnection, statement: Executable, rows: Sequence[Mapping[str, Any]]) -> None:
    """Execute ``statement`` once for each of ``rows``, pipelined; nothing for none."""
    if rows:
        await connection.execute(statement, rows)


def with_driver(url: str) -> str:
    """``url`` with the asynchronous driver named."""
    for plain, driven in (
        ("postgresql://", "postgresql+asyncpg://"),
        ("postgres://", "postgresql+asyncpg://"),
        ("sqlite://", "sqlite+aiosqlite://"),
    ):
        if url.startswith(plain):
            return driven + url.removeprefix(plain)
    return url


def _engine(url: str, pool_size: int) -> AsyncEngine:
    if not url.startswith("sqlite"):
        # A statement's text differs with the number of ids in it, so the cache has room for every batch size.
        return create_async_engine(
            url, pool_size=pool_size, max_overflow=4, pool_pre_ping=False, connect_args={"prepared_statement_cache_size": 1000}
        )
    engine = create_async_engine(url, connect_args={"isolation_level": None, "timeout": 10})

    @event.listens_for(engine.sync_engine, "connect")
    def configure(connection: Any, _: Any) -> None:
        cursor = connection.cursor()
        for pragma in _SQLITE:
            cursor.execute(pragma)
        cursor.close()

    return engine
