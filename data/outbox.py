"""Messages to families that wait to be sent: leased to one process at a time, settled when the provider has spoken."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, bindparam, select, update

from data.database import write_rows
from data.store import Store, topics_of
from data.tables import conversations, messages
from dialogues.messages import Choice, Purpose, Status
from dialogues.state import State

LEASE = timedelta(seconds=60)
"""How long a process may hold a message; then it is taken for dead and another asks the provider what became of it."""


class Content(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """The sealed part of an outgoing message."""

    text: str
    choices: tuple[Choice, ...] = ()
    many: bool = False
    language: str = "en"
    discreet_text: str = ""


class Ready(msgspec.Struct, frozen=True, kw_only=True):
    """A message leased to us for sending."""

    id: UUID
    conversation: UUID
    line: str
    handle: str
    content: Content
    purpose: Purpose
    until: datetime | None
    at: datetime
    attempts: int
    tried: bool = False
    """True when a sending of it was begun before and its end is not known: the provider may already have it."""
    state: State | None = None
    """The conversation when it was leased."""


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a leased message."""

    id: UUID
    status: Status
    provider_id: str | None = None
    reason: str = ""
    send_after: datetime | None = None
    """When to try again; set for a message that stays queued."""
    page: UUID | None = None
    """The conversation whose page waits to show the message; None on a line that writes to the person by itself."""


_SETTLE = (
    update(messages)
    .where(messages.c.id == bindparam("message"), messages.c.status == Status.SENDING.value)
    .values(
        status=bindparam("new_status"),
        provider_id=bindparam("new_provider_id"),
        reason=bindparam("new_reason"),
        send_after=bindparam("new_send_after"),
        status_at=bindparam("now"),
    )
)


async def claim(store: Store, now: datetime, limit: int = 200) -> list[Ready]:
    """Lease messages that are due, oldest first; other processes skip them meanwhile."""
    due = _due(now)
    chosen = select(messages.c.id).where(due).order_by(messages.c.send_after, messages.c.id).limit(limit)
    async with store.database.write() as connection:
        ids = list((await connection.execute(chosen.with_for_update(skip_locked=True))).scalars())
        if not ids:
            return []
        lease = update(messages).where(messages.c.id.in_(ids))
        lease = lease.values(status=Status.SENDING.value, send_after=now + LEASE, attempts=messages.c.attempts + 1, status_at=now)
        await connection.execute(lease)
        held = select(messages, conversations.c.handle_sealed, conversations.c.state_sealed).join(
            conversations, conversations.c.id == messages.c.conversation_id
        )
        rows = (await connection.execute(held.where(messages.c.id.in_(ids)).order_by(messages.c.id))).all()
    return [_ready(store, row) for row in rows]


def _due(now: datetime) -> ColumnElement[bool]:
    return messages.c.status.in_([Status.QUEUED.value, Status.SENDING.value]) & (messages.c.send_after <= now)


def _ready(store: Store, row: object) -> Ready:
    values = row._mapping  # type: ignore[attr-defined]
    name, conversation = values["id"], values["conversation_id"]
    return Ready(
        id=name,
        conversation=conversation,
        line=values["line"],
        handle=store.open(values["handle_sealed"], "conversations.handle", conversation, str),
        content=store.open(values["content_sealed"], "messages.content", name, Content),
        purpose=Purpose(values["purpose"]),
        until=values["until"],
        at=values["at"],
        attempts=values["attempts"],
        tried=values["attempts"] > 1,
        state=store.open(values["state_sealed"], "conversations.state", conversation, State),
    )


async def settle(store: Store, outcomes: Sequence[Outcome], now: datetime) -> None:
    """Write down what became of leased messages; one that was revoked or settled meanwhile stays as it is.

    Pages that wait are woken once it is written: before that they would look and find the message still being sent.
    """
    rows = [
        {
            "message": outcome.id,
            "new_status": outcome.status.value,
            "new_provider_id": outcome.provider_id,
            "new_reason": outcome.reason[:80],
            "new_send_after": outcome.send_after,
            "now": now,
        }
        for outcome in outcomes
    ]
    if rows:
        topics = topics_of({outcome.page for outcome in outcomes if outcome.page})
        async with store.database.single() as connection:
            await write_rows(connection, _SETTLE, rows)
            if store.database.is_postgres:
                await store.wake.tell_others(connection, topics)
        store.wake.tell(topics)
