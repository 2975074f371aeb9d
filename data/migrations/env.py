"""Alembic's entry: runs the versions over one asynchronous connection."""

from __future__ import annotations

import asyncio
from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection, DateTime, pool
from sqlalchemy.ext.asyncio import create_async_engine

from data.tables import Moment, metadata


def _render(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Write our own column type as the plain one that rests in the database."""
    if kind == "type" and isinstance(item, Moment):
        return repr(DateTime(timezone=True)).replace("DateTime", "sa.DateTime")
    return False


def _run(connection: Connection) -> None:
    context.configure(connection=connection, target_metadata=metadata, render_item=_render, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


async def _online(url: str) -> None:
    engine = create_async_engine(url, poolclass=pool.NullPool)
    async with engine.connect() as connection:
        await connection.run_sync(_run)
        await connection.commit()
    await engine.dispose()


asyncio.run(_online(context.config.attributes["url"]))
