"""Messages to families that wait to be sent: leased to one process at a time, settled when the provider has spoken."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
import structlog
from sqlalchemy import ColumnElement, Row, bindparam, case, func, select, update

from data.crypt import BadKey
from data.database import write_rows
from data.seats import dead
from data.store import Store, topics_of
from data.tables import conversations, messages
from dialogues.messages import Choice, Purpose, Status
from dialogues.state import State

log = structlog.get_logger()

LEASE = timedelta(seconds=60)
"""How long a process may hold a message; then it is taken for dead and another asks the provider what became of it."""

UNREACHABLE = "unreachable"
FAILED = "failed"


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
    leased_until: datetime
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
    line: str | None = None
    """The line it went out by, where that is not its conversation's: receipts will come there."""
    begun: bool = True
    """False when no sending was begun: it was held, or waits for an earlier one."""
    missed: bool = False
    """True when the family will not know what it should: the conversation has to hear of that."""
    unreachable: bool = False
    """True when nothing else will arrive either."""


_STATUS = bindparam("new_status", type_=messages.c.status.type)
_SETTLE = (
    update(messages)
    .where(messages.c.id == bindparam("message"), messages.c.status == Status.SENDING.value)
    .values(
        status=case(
            ((messages.c.reason == Status.REVOKED.value) & (Status.QUEUED.value == _STATUS), Status.REVOKED.value),
            else_=_STATUS,
        ),
        provider_id=bindparam("new_provider_id"),
        reason=bindparam("new_reason"),
        send_after=bindparam("new_send_after"),
        status_at=bindparam("now"),
        line=func.coalesce(bindparam("new_line", type_=messages.c.line.type), messages.c.line),
        attempts=messages.c.attempts - bindparam("not_begun", type_=messages.c.attempts.type),
        untold=bindparam("new_untold"),
        held_by=None,
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
        until = now + LEASE
        taken = {"status": Status.SENDING.value, "send_after": until, "status_at": now, "held_by": store.wake.seat}
        await connection.execute(lease.values(**taken, attempts=messages.c.attempts + 1))
        held = select(messages, conversations.c.handle_sealed, conversations.c.state_sealed).join(
            conversations, conversations.c.id == messages.c.conversation_id
        )
        rows = (await connection.execute(held.where(messages.c.id.in_(ids)).order_by(messages.c.id))).all()
    return [ready for row in rows if (ready := _ready(store, row, until))]


async def take_over(store: Store, now: datetime) -> int:
    """End the leases of processes that are no more; returns how many messages have become due by that."""
    held = (messages.c.status == Status.SENDING.value) & (messages.c.send_after > now)
    orphans = update(messages).where(held, dead(store, messages.c.held_by, messages.c.status_at, now))
    async with store.database.single() as connection:
        return (await connection.execute(orphans.values(send_after=now))).rowcount


async def sent_before(store: Store, ready: Ready) -> frozenset[str]:
    """The provider's ids of what the conversation was sent since ``ready`` was written: none of those is ``ready``."""
    ours = (
        (messages.c.conversation_id == ready.conversation)
        & ~messages.c.inbound
        & (messages.c.status_at >= ready.at - LEASE)
    )
    known = select(messages.c.provider_id).where(ours, messages.c.provider_id.is_not(None))
    async with store.database.read() as connection:
        return frozenset((await connection.execute(known)).scalars())


def _due(now: datetime) -> ColumnElement[bool]:
    return messages.c.status.in_([Status.QUEUED.value, Status.SENDING.value]) & (messages.c.send_after <= now)


def _ready(store: Store, row: Row[Any], leased_until: datetime) -> Ready | None:
    try:
        return Ready(
            id=row.id,
            conversation=row.conversation_id,
            line=row.line,
            handle=store.open(row.handle_sealed, "conversations.handle", row.conversation_id, str),
            content=store.open(row.content_sealed, "messages.content", row.id, Content),
            purpose=Purpose(row.purpose),
            until=row.until,
            at=row.at,
            attempts=row.attempts,
            leased_until=leased_until,
            tried=row.attempts > 1,
            state=store.open(row.state_sealed, "conversations.state", row.conversation_id, State),
        )
    except BadKey:  # one that does not open must not keep the others waiting
        log.error("outbox.sealed", message=row.id.hex)
        return None


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
            "new_line": outcome.line,
            "not_begun": 0 if outcome.begun else 1,
            "new_untold": _untold(outcome),
            "now": now,
        }
        for outcome in outcomes
    ]
    if rows:
        topics = [*topics_of({outcome.page for outcome in outcomes if outcome.page})]
        topics += ["failures"] if any(outcome.missed for outcome in outcomes) else []
        async with store.database.single() as connection:
            await write_rows(connection, _SETTLE, rows)
            if store.database.is_postgres:
                await store.wake.tell_others(connection, topics)
        store.wake.tell(topics)


def _untold(outcome: Outcome) -> str | None:
    if not outcome.missed:
        return None
    return UNREACHABLE if outcome.unreachable else FAILED
