"""What a page asks of its conversation: who it is, what was said, what to say."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

import msgspec

from bot.app import FrontDoor
from data import chat
from data.chat import Look, Said
from data.store import topics_of
from data.wake import woken
from dialogues.messages import Status
from integrations.channels.webchat import TOKEN, Reply, page_id

T = TypeVar("T")

HEARTBEAT = 15.0
"""Seconds between two signs of life on a quiet stream; a look goes with each, because a wake-up may be lost."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)


class Heard(msgspec.Struct, frozen=True, kw_only=True):
    """What a look tells the page."""

    messages: tuple[Reply, ...]
    cursor: str
    """Handed back with the next look."""
    erased: bool = False
    """True when the page has to forget all that it shows."""


def bearer(header: str) -> str:
    """The page's token in an ``Authorization`` header; empty when there is none."""
    scheme, _, token = header.partition(" ")
    return token if scheme.lower() == "bearer" and TOKEN.fullmatch(token) else ""


def moment(cursor: str) -> datetime | None:
    """The time a cursor stands for; None for the beginning. Raises ValueError for one that we did not make."""
    if not cursor:
        return None
    if not (cursor.isascii() and cursor.isdigit() and len(cursor) <= 16):
        raise ValueError("not a cursor")
    return _EPOCH + int(cursor) * _TICK


def cursor_of(at: datetime | None) -> str:
    """``at`` as a cursor."""
    return str((at - _EPOCH) // _TICK) if at else ""


def heard(found: Look, known: frozenset[str] | set[str] = frozenset()) -> Heard:
    """``found`` as the page reads it, without the messages whose ids are ``known``."""
    replies = (_reply(said) for said in found.said)
    new = tuple(reply for reply in replies if found.erased or reply.id not in known)
    return Heard(messages=new, cursor=cursor_of(found.cursor), erased=found.erased)


def _reply(said: Said) -> Reply:
    return Reply(
        id=said.id.hex if said.ours else page_id(said.provider_id),
        text=said.text,
        choices=said.choices,
        many=said.many,
        ours=said.ours,
        purpose=said.purpose.value if said.ours else "",
        language=said.language,
        at=said.at,
        read=said.status is Status.READ,
    )


async def fetch(door: FrontDoor, conversation: UUID, after: datetime | None = None) -> Look:
    """Look, and write down that what was found has been fetched."""
    found = await chat.look(door.store, conversation, after)
    await delivered(door, conversation, found)
    return found


async def delivered(door: FrontDoor, conversation: UUID, found: Look) -> None:
    """Write down that what a look found has reached the page."""
    new = [said.id for said in found.said if said.ours and said.status is Status.SENT]
    await chat.mark(door.store, conversation, new, Status.DELIVERED, door.clock.now())


async def seen(door: FrontDoor, conversation: UUID, ids: tuple[UUID, ...]) -> None:
    """Write down that messages were shown."""
    await chat.mark(door.store, conversation, ids, Status.READ, door.clock.now())


async def events(door: FrontDoor, conversation: UUID, after: datetime | None) -> AsyncIterator[bytes]:
    """Server-sent events for ever: each new message once, a comment when there is none, all in the order written."""
    known: set[str] = set()
    (topic,) = topics_of([conversation])
    async with door.store.wake.waiting(topic) as woke:
        yield b": here\n\n"
        while not door.store.wake.ending:
            found = await whole(chat.look(door.store, conversation, after))
            new = heard(found, known)
            known = (set() if found.erased else known) | {reply.id for reply in new.messages}
            after = found.cursor or after
            yield event(new) if new.messages or new.erased else b": here\n\n"
            await whole(delivered(door, conversation, found))
            await woken(woke, HEARTBEAT)


def event(new: Heard) -> bytes:
    """One server-sent event."""
    return b"id: " + new.cursor.encode() + b"\ndata: " + msgspec.json.encode(new) + b"\n\n"


async def whole(work: Coroutine[Any, Any, T]) -> T:
    """Let ``work`` come to its end even when the page hangs up meanwhile: a connection is given back in good order."""
    return await asyncio.shield(asyncio.ensure_future(work))
