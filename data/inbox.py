"""Keep what came in before anybody is told that it arrived."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from data.database import write_rows
from data.ids import uuid7
from data.store import Store
from data.tables import messages, receipts
from dialogues.messages import Inbound, Receipt, Status

RECEIVED = "received"
HANDLED = "handled"

_COLUMN = "messages.content"
_BELOW = {
    status: [lower.value for lower in list(Status)[: list(Status).index(status)]]
    for status in (Status.SENDING, Status.SENT, Status.DELIVERED, Status.READ, Status.FAILED)
}


class Kept(msgspec.Struct, frozen=True):
    """A message that is safe: its row, its conversation and what it says."""

    id: UUID
    conversation: UUID
    inbound: Inbound
    at: datetime


def arrived(store: Store, inbound: Inbound, now: datetime) -> Kept:
    """``inbound`` with the id it will rest under."""
    return Kept(uuid7(), store.conversation_id(inbound.line, inbound.handle), inbound, now)


async def insert_new(store: Store, connection: AsyncConnection, kept: Sequence[Kept], status: str) -> set[UUID]:
    """Write messages; returns the ids of those that are new. A redelivery, known by (line, provider id), changes nothing."""
    insert = postgresql.insert if store.database.is_postgres else sqlite.insert
    statement = insert(messages).on_conflict_do_nothing().returning(messages.c.id)
    rows = [_row(store, message, status) for message in kept]
    return set((await connection.execute(statement, rows)).scalars()) if rows else set()


async def keep(store: Store, kept: Sequence[Kept]) -> list[Kept]:
    """Make messages durable without answering them yet; returns those that are new."""
    if not kept:
        return []
    async with store.database.single() as connection:
        new = await insert_new(store, connection, kept, RECEIVED)
    return [message for message in kept if message.id in new]


def _row(store: Store, message: Kept, status: str) -> dict[str, object]:
    return {
        "id": message.id,
        "conversation_id": message.conversation,
        "line": message.inbound.line,
        "inbound": True,
        "provider_id": message.inbound.provider_id,
        "content_sealed": store.seal(message.inbound, _COLUMN, message.id),
        "status": status,
        "at": message.at,
        "status_at": message.at,
    }


async def left_over(store: Store, older_than: timedelta, now: datetime, limit: int = 200) -> list[Kept]:
    """Messages that were kept but not answered, because a process died or a turn failed; oldest first."""
    rows = (
        select(messages.c.id, messages.c.conversation_id, messages.c.content_sealed, messages.c.at)
        .where(messages.c.status == RECEIVED, messages.c.at < now - older_than)
        .order_by(messages.c.at, messages.c.id)
        .limit(limit)
    )
    async with store.database.read() as connection:
        found = (await connection.execute(rows)).all()
    return [Kept(row.id, row.conversation_id, store.open(row.content_sealed, _COLUMN, row.id, Inbound), row.at) for row in found]


async def keep_receipts(store: Store, found: Sequence[Receipt], now: datetime) -> None:
    """Write down how far our messages have come; a receipt never lowers what is known, one that comes too early waits."""
    if not found:
        return
    early = [
        {"id": uuid7(), "line": r.line, "provider_id": r.provider_id, "status": r.status.value, "reason": r.reason[:80], "at": now}
        for r in found
        if r.status in _BELOW
    ]
    async with store.database.write() as connection:
        await write_rows(connection, receipts.insert(), early)
    await settle_receipts(store, now)


async def settle_receipts(store: Store, now: datetime) -> list[UUID]:
    """Apply every receipt whose message is known; forget those that found none within a day. Returns the conversations of messages that failed."""
    ours = (messages.c.line == receipts.c.line) & (messages.c.provider_id == receipts.c.provider_id) & ~messages.c.inbound
    matched = select(receipts, messages.c.id.label("message"), messages.c.conversation_id).join(messages, ours).order_by(receipts.c.at)
    failed = []
    async with store.database.write() as connection:
        rows = (await connection.execute(matched)).all()
        for row in rows:
            status = Status(row.status)
            change = update(messages).where(messages.c.id == row.message, messages.c.status.in_(_BELOW[status]))
            changed = await connection.execute(change.values(status=status.value, reason=row.reason, status_at=now))
            if status is Status.FAILED and changed.rowcount:
                failed.append(row.conversation_id)
        gone = [{"gone": row.id} for row in rows]
        await write_rows(connection, receipts.delete().where(receipts.c.id == bindparam("gone")), gone)
        await connection.execute(receipts.delete().where(receipts.c.at < now - timedelta(days=1)))
    return failed
