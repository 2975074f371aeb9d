"""A conversation as its chat page shows it: what the person wrote, what has reached them, and what of it was seen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, Row, func, or_, select, update

from data.outbox import Content
from data.store import Store
from data.tables import messages
from dialogues.messages import Choice, Inbound, Kind, Purpose, Status

OVERLAP = timedelta(seconds=30)
"""How far a look reaches back before its cursor: two writers may commit in another order than their clocks say."""

MOST = 300
"""Messages of one look, the newest."""

_COLUMN = "messages.content"
_SHOWN = (Status.SENT, Status.DELIVERED, Status.READ)
_BELOW = {Status.DELIVERED: (Status.SENT,), Status.READ: (Status.SENT, Status.DELIVERED)}


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One message of either side."""

    id: UUID
    ours: bool
    text: str
    at: datetime
    provider_id: str = ""
    """What the person's page called the message; empty for ours."""
    choices: tuple[Choice, ...] = ()
    many: bool = False
    purpose: Purpose = Purpose.REPLY
    language: str = ""
    status: Status = Status.SENT


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """What a look at a conversation found."""

    said: tuple[Said, ...]
    """In the order written."""
    cursor: datetime | None
    """Where the next look goes on; None while there is nothing at all."""
    erased: bool = False
    """True when everything before the cursor given is gone, because the conversation was forgotten."""


async def look(store: Store, conversation: UUID, after: datetime | None = None) -> Look:
    """What may be shown of ``conversation``; with ``after``, a cursor, what came since, and a little more.

    The cursor is a time and not an id: a message that was held back is older than what was written meanwhile. Whoever
    looks again and again knows by the ids what they have. Never shown: what is still to be sent, was held, or dropped.
    """
    own = messages.c.conversation_id == conversation
    oldest = select(func.min(messages.c.at)).where(own)
    async with store.database.read() as connection:
        first = (await connection.execute(oldest)).scalar() if after else None
        erased = bool(after and (first is None or after < first))
        statement = _shown(own, None if erased else after)
        rows = list((await connection.execute(statement)).all())[::-1]
    cursor = max((moment for row in rows for moment in (row.at, row.status_at)), default=None)
    said = tuple(one for row in rows if (one := _said(store, row)))
    return Look(said=said, cursor=max(filter(None, (cursor, None if erased else after)), default=None), erased=erased)


def _shown(own: ColumnElement[bool], after: datetime | None):  # type: ignore[no-untyped-def]
    reached = or_(messages.c.inbound, messages.c.status.in_([status.value for status in _SHOWN]))
    statement = select(messages).where(own, reached).order_by(messages.c.id.desc()).limit(MOST)
    return statement.where(messages.c.status_at > after - OVERLAP) if after else statement


def _said(store: Store, row: Row[tuple[object, ...]]) -> Said | None:
    if row.inbound:
        inbound = store.open(row.content_sealed, _COLUMN, row.id, Inbound)
        if inbound.kind not in (Kind.TEXT, Kind.CHOICE) or not inbound.text:
            return None
        return Said(id=row.id, ours=False, text=inbound.text, at=row.at, provider_id=row.provider_id or "")
    content = store.open(row.content_sealed, _COLUMN, row.id, Content)
    return Said(
        id=row.id,
        ours=True,
        text=content.text,
        at=row.at,
        choices=content.choices,
        many=content.many,
        purpose=Purpose(row.purpose),
        language=content.language,
        status=Status(row.status),
    )


async def mark(store: Store, conversation: UUID, ids: Sequence[UUID], status: Status, now: datetime) -> None:
    """Write down that messages of ours were fetched (DELIVERED) or shown (READ); nothing known is ever lowered."""
    below = [lower.value for lower in _BELOW[status]]
    ours = (messages.c.conversation_id == conversation) & ~messages.c.inbound
    change = update(messages).where(ours, messages.c.id.in_(ids), messages.c.status.in_(below))
    if ids:
        async with store.database.single() as connection:
            await connection.execute(change.values(status=status.value, status_at=now))
