"""Wake whoever waits for a change: within the process at once, across processes by PostgreSQL's LISTEN and NOTIFY.

A wake-up is a hint and may be lost; whoever waits also looks by itself from time to time. Topics: ``outbox``,
``failures``, ``notices``, ``inbox``, ``rooms``, ``case:<hex id>`` and ``conversation:<hex id>``.

The connection that listens also shows that this process lives. It holds a lock on the process's seat, a number that is
written on every row the process has in hand; PostgreSQL lets go of it when the process dies (data/seats.py).
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

_CHANNEL = "front_door"
_NOTIFY = text("SELECT pg_notify('front_door', :topics)")
_MOST = 7000
"""Bytes of a notification's payload; PostgreSQL takes just under 8000."""

PATIENCE = 5.0
"""Seconds to wait for the first connection."""

SEATS = 0x46444F52
"""First half of the advisory locks' names; the second is the seat."""


class Wake:
    """Topics and those who wait for them."""

    def __init__(self) -> None:
        self.seat = secrets.randbelow(1 << 31)
        """Names this process among all that share the database."""
        self._waiting: dict[str, set[asyncio.Event]] = {}
        self._seated = asyncio.Event()
        self._listening: asyncio.Task[None] | None = None
        self.ending = False
        """True once the process is about to stop: whoever waits for ever has to go."""

    def tell(self, topics: Iterable[str]) -> None:
        """Wake everybody in this process who waits for one of ``topics``."""
        for topic in topics:
            for waiting in self._waiting.get(topic, ()):
                waiting.set()

    def end(self) -> None:
        """Wake everybody and let them see that the process is about to stop."""
        self.ending = True
        self.tell(list(self._waiting))

    async def tell_others(self, connection: AsyncConnection, topics: Iterable[str]) -> None:
        """Within a transaction of PostgreSQL: wake the other processes when it commits."""
        payload = " ".join(topics)
        if payload:
            await connection.execute(
                _NOTIFY, {"topics": payload if len(payload) < _MOST else "outbox failures notices inbox"}
            )

    @asynccontextmanager
    async def waiting(self, topic: str) -> AsyncIterator[asyncio.Event]:
        """An event that is set whenever ``topic`` changes; clear it before looking."""
        event = asyncio.Event()
        self._waiting.setdefault(topic, set()).add(event)
        try:
            yield event
        finally:
            self._waiting[topic].discard(event)
            if not self._waiting[topic]:
                del self._waiting[topic]

    async def listen(self, url: str) -> None:
        """Hear the other processes of the PostgreSQL at ``url`` until ``close``; a lost connection is opened again.

        Returns once the seat is taken and we hear, or after PATIENCE when PostgreSQL cannot be reached now.
        """
        self._listening = asyncio.create_task(self._listen(url.replace("+asyncpg", "")))
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._seated.wait(), PATIENCE)

    async def close(self) -> None:
        """Stop listening."""
        if self._listening is not None:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)

    async def _listen(self, url: str) -> None:
        while True:
            with contextlib.suppress(OSError, asyncpg.PostgresError):
                await self._listen_once(url)
            await asyncio.sleep(1)

    async def _listen_once(self, url: str) -> None:
        lost = asyncio.Event()
        connection = await asyncpg.connect(url)
        try:
            connection.add_termination_listener(lambda _: lost.set())
            # Shared, so that a connection of ours which PostgreSQL has not yet missed does not keep us waiting.
            await connection.execute("SELECT pg_advisory_lock_shared($1, $2)", SEATS, self.seat)
            await connection.add_listener(_CHANNEL, self._heard)
            self._seated.set()
            await lost.wait()
        finally:
            if not connection.is_closed():
                connection.terminate()

    def _heard(self, _connection: Any, _pid: int, _channel: str, payload: Any) -> None:
        self.tell(str(payload).split())


async def woken(event: asyncio.Event, seconds: float) -> None:
    """Wait for ``event`` or for ``seconds``, whichever is first, and clear it."""
    # Not wait_for: until Python 3.12 it loses a cancellation that comes together with the event, and whoever stops the
    # program would wait for ever.
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()
    event.clear()
