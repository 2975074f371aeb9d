"""One database, PostgreSQL or SQLite, behind one way to begin."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, nullcontext
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Boolean, ColumnElement, Dialect, Executable, String, TypeDecorator, Uuid, bindparam, event
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeEngine

_SQLITE = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON", "PRAGMA busy_timeout=10000")


class Database:
    """Connections and transactions. ``write`` transactions of SQLite stand in line here instead of failing as busy."""

    def __init__(self, url: str, *, pool_size: int = 8) -> None:
        """``url`` as SQLAlchemy writes it; ``postgresql://`` and ``sqlite://`` get their asynchronous drivers."""
        self.url = with_driver(url)
        self.engine = _engine(self.url, pool_size)
        self.is_postgres = self.engine.dialect.name == "postgresql"
        self._autocommit = self.engine.execution_options(isolation_level="AUTOCOMMIT")
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
    async def single(self) -> AsyncIterator[AsyncConnection]:
        """A connection for one statement that commits by itself: on PostgreSQL two round trips less than ``write``."""
        if self.is_postgres:
            async with self._autocommit.connect() as connection:
                yield connection
        else:  # a statement of many rows would be a commit for each
            async with self.write() as connection:
                yield connection

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A connection for reading; nothing is written."""
        async with self.engine.connect() as connection:
            yield connection

    async def close(self) -> None:
        """Close every connection."""
        await self.engine.dispose()


class Ids(TypeDecorator[list[UUID]]):
    """A list of ids as one parameter, so that a statement reads the same for any number of them."""

    impl = String
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """An array for PostgreSQL, JSON text for SQLite."""
        return dialect.type_descriptor(ARRAY(Uuid()) if dialect.name == "postgresql" else String())

    def process_bind_param(self, value: list[UUID] | None, dialect: Dialect) -> Any:
        """SQLite keeps ids as hex digits."""
        if value is None or dialect.name == "postgresql":
            return value
        return json.dumps([item.hex for item in value])


class _Among(FunctionElement[bool]):
    type = Boolean()
    name = "among"
    inherit_cache = True


@compiles(_Among, "postgresql")
def _any(element: _Among, compiler: SQLCompiler, **given: Any) -> str:
    column, ids = element.clauses
    return f"{compiler.process(column, **given)} = ANY ({compiler.process(ids, **given)})"


@compiles(_Among, "sqlite")
def _in(element: _Among, compiler: SQLCompiler, **given: Any) -> str:
    column, ids = element.clauses
    # Both parts were compiled by SQLAlchemy: nothing of a caller stands in the text.
    return f"{compiler.process(column, **given)} IN (SELECT value FROM json_each({compiler.process(ids, **given)}))"  # noqa: S608


def among(column: ColumnElement[UUID], name: str = "ids") -> ColumnElement[bool]:
    """Whether ``column`` is one of the ids given as parameter ``name``."""
    return _Among(column, bindparam(name, type_=Ids()))


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
        return create_async_engine(url, pool_size=pool_size, max_overflow=4, hide_parameters=True)
    engine = create_async_engine(url, connect_args={"isolation_level": None, "timeout": 10}, hide_parameters=True)

    @event.listens_for(engine.sync_engine, "connect")
    def configure(connection: Any, _: Any) -> None:
        cursor = connection.cursor()
        for pragma in _SQLITE:
            cursor.execute(pragma)
        cursor.close()

    return engine
