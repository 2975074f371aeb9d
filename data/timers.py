"""Timers that fall due become events. Rows of the database: a restart loses none."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import or_, select, update

from data.outbox import LEASE
from data.store import Store
from data.tables import timers
from dialogues.effects import TimerKind


class DueTimer(msgspec.Struct, frozen=True):
    """A timer leased to us; ``turns.fire_timers`` takes it away in the transaction of the event it becomes."""

    id: UUID
    conversation: UUID
    kind: TimerKind
    subject: UUID
    level: int


async def claim(store: Store, now: datetime, limit: int = 200) -> list[DueTimer]:
    """Lease timers that are due, earliest first."""
    free = or_(timers.c.lease_until.is_(None), timers.c.lease_until <= now)
    chosen = select(timers).where(timers.c.due_at <= now, free).order_by(timers.c.due_at).limit(limit)
    async with store.database.write() as connection:
        rows = (await connection.execute(chosen.with_for_update(skip_locked=True))).all()
        if rows:
            lease = update(timers).where(timers.c.id.in_([row.id for row in rows]))
            await connection.execute(lease.values(lease_until=now + LEASE))
    return [DueTimer(row.id, row.conversation_id, TimerKind(row.kind), row.subject, row.level) for row in rows]
