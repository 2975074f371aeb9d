"""Keep what came in before anybody is told that it arrived."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
import structlog
from sqlalchemy import Row, Update, bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from data.crypt import BadKey
from data.database import write_rows
from data.ids import uuid7
from data.outbox import FAILED, UNREACHABLE
from data.seats import dead
from data.store import Store
from data.tables import messages, receipts
from dialogues.messages import Inbound, Receipt, Status

log = structlog.get_logger()

RECEIVED = "received"
HANDLED = "handled"

_COLUMN = "messages.content"
_BELOW = {
    status: [lower.value for lower in list(Status)[: list(Status).index(status)]]
    for status in (Status.SENT, Status.DELIVERED, Status.READ, Status.FAILED)
}
"""By the status that a receipt tells, what it is higher than. What is queued at the provider is news of nothing."""


class Kept(msgspec.Struct, frozen=True):
    """A message that is safe: its row, its conversation and what it says."""

    id: UUID
    conversation: UUID
    inbound: Inbound
    at: datetime


class Failure(msgspec.Struct, frozen=True):
    """A message of ours that will not arrive, and of which its conversation has not heard yet."""

    message: UUID
    conversation: UUID
    reason: str
    unreachable: bool


def arrived(store: Store, inbound: Inbound, now: datetime) -> Kept:
    """``inbound`` with the id it will rest under."""
    return Kept(uuid7(), store.conversation_id(inbound.line, inbound.handle), inbound, now)


async def insert_new(store: Store, connection: AsyncConnection, kept: Sequence[Kept], status: str) -> set[UUID]:
    """Write messages; returns the ids of the new ones. A redelivery, known by (line, provider id), changes nothing."""
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
        "held_by": store.wake.seat if status == RECEIVED else None,
    }


async def left_over(store: Store, older_than: timedelta, now: datetime, limit: int = 200) -> list[Kept]:
    """Messages that were kept but not answered, oldest first: their process died, or their turn failed so long ago."""
    given_up = (messages.c.at < now - older_than) | dead(store, messages.c.held_by, messages.c.status_at, now)
    rows = (
        select(messages.c.id, messages.c.conversation_id, messages.c.content_sealed, messages.c.at)
        .where(messages.c.status == RECEIVED, given_up)
        .order_by(messages.c.at, messages.c.id)
        .limit(limit)
    )
    async with store.database.read() as connection:
        found = (await connection.execute(rows)).all()
    return [kept for row in found if (kept := _opened(store, row))]


def _opened(store: Store, row: Any) -> Kept | None:
    try:
        return Kept(row.id, row.conversation_id, store.open(row.content_sealed, _COLUMN, row.id, Inbound), row.at)
    except BadKey:  # one that does not open must not keep the others waiting
        log.error("inbox.sealed", message=row.id.hex)
        return None


async def keep_receipts(store: Store, found: Sequence[Receipt], now: datetime) -> None:
    """Write down how far our messages have come; a receipt never lowers what is known, one that is too early waits."""
    told = [
        {
            "id": uuid7(),
            "line": r.line,
            "provider_id": r.provider_id,
            "status": r.status.value,
            "reason": r.reason[:80],
            "at": now,
        }
        for r in found
        if r.status in _BELOW
    ]
    if told:
        async with store.database.write() as connection:
            await write_rows(connection, receipts.insert(), told)
        await settle_receipts(store, now)


async def settle_receipts(store: Store, now: datetime) -> None:
    """Apply every receipt whose message is known; forget those that found none within a day."""
    ours = (
        (messages.c.line == receipts.c.line) & (messages.c.provider_id == receipts.c.provider_id) & ~messages.c.inbound
    )
    known = select(receipts, messages.c.id.label("message")).join(messages, ours).order_by(receipts.c.at, receipts.c.id)
    async with store.database.write() as connection:
        rows = (await connection.execute(known)).all()
        for row in rows:
            await connection.execute(_raised(row, now))
        gone = [{"gone": row.id} for row in rows]
        await write_rows(connection, receipts.delete().where(receipts.c.id == bindparam("gone")), gone)
        await connection.execute(receipts.delete().where(receipts.c.at < now - timedelta(days=1)))
        failures = ["failures"] if any(row.status == Status.FAILED.value for row in rows) else []
        if store.database.is_postgres:
            await store.wake.tell_others(connection, failures)
    store.wake.tell(failures)


def _raised(row: Row[Any], now: datetime) -> Update:
    status = Status(row.status)
    untold = FAILED if status is Status.FAILED else None
    change = update(messages).where(messages.c.id == row.message, messages.c.status.in_(_BELOW[status]))
    return change.values(status=status.value, reason=row.reason, status_at=now, untold=untold)


async def failures(store: Store, limit: int = 200) -> list[Failure]:
    """Failures to tell, oldest first; ``TurnTransaction.hear_failures`` marks them as told."""
    columns = (messages.c.id, messages.c.conversation_id, messages.c.reason, messages.c.untold)
    untold = select(*columns).where(messages.c.untold.is_not(None)).order_by(messages.c.status_at).limit(limit)
    async with store.database.read() as connection:
        rows = (await connection.execute(untold)).all()
    return [Failure(row.id, row.conversation_id, row.reason, row.untold == UNREACHABLE) for row in rows]
