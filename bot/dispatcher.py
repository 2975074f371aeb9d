"""Send what was said: through the gate, to the channel, and write down what became of it."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Coroutine, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from datetime import datetime, timedelta
from typing import assert_never
from uuid import UUID

import structlog
from msgspec.structs import replace

from bot import batching
from bot.batching import Batcher
from bot.clock import Clock
from bot.lines import Line, Lines
from bot.metrics import SENDS
from bot.rounds import guarded
from data import outbox
from data.outbox import LEASE, Outcome, Ready
from data.store import Store
from data.wake import woken
from dialogues.gate import Drop, Hold, Pending, Send, gate
from dialogues.messages import Outgoing, Purpose, Status
from dialogues.state import State
from integrations.channels.channel import Sent
from integrations.errors import OptedOut, Retryable, SendFailed, Unreachable

log = structlog.get_logger()

MOST_ATTEMPTS = 10
LONGEST_PAUSE = timedelta(minutes=15)
IDLE = 5.0
"""Seconds after which we look even though nobody woke us."""

MOST_AT_ONCE = 500
"""Conversations being written to, above which no more is taken from the outbox: a lease must not end in a queue."""


class Dispatcher:
    """Sends messages leased to this process; those of one conversation in order, others side by side."""

    def __init__(self, store: Store, lines: Lines, clock: Clock, side_by_side: int = 32) -> None:
        self._store = store
        self._lines = lines
        self._clock = clock
        self._free = asyncio.Semaphore(side_by_side)
        self._tasks: set[asyncio.Task[None]] = set()
        self._queues: dict[UUID, deque[Ready]] = {}
        """By conversation, what is being sent and what waits behind it."""
        self._behind: dict[UUID, datetime] = {}
        """By conversation, when a message is tried again that later ones may not overtake."""
        self._settle: Batcher[Outcome, None] = Batcher(self._settled, pause=batching.GATHER)

    def start(self) -> None:
        """Begin to settle."""
        self._settle.start()

    async def close(self) -> None:
        """Finish what is being sent."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=10)
        await self._settle.close()

    def hand(self, said: Sequence[Ready]) -> None:
        """Send messages that are leased to this process. A crisis reply waits for no other."""
        for ready in said:
            if ready.purpose is Purpose.CRISIS:
                self._begin(self._deliver(ready, nullcontext()))
            elif (queue := self._queues.get(ready.conversation)) is not None:
                queue.append(ready)
            else:
                self._queues[ready.conversation] = deque((ready,))
                self._begin(self._send_in_order(ready.conversation))

    def _begin(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def run(self) -> None:
        """Look for messages that have become due, for ever."""
        async with self._store.wake.waiting("outbox") as woke:
            while True:
                if not await guarded("outbox", self.take_due):
                    await woken(woke, IDLE)
                while len(self._tasks) > MOST_AT_ONCE:
                    await asyncio.wait(set(self._tasks), return_when=asyncio.FIRST_COMPLETED)

    async def send_due(self) -> int:
        """Send everything that is due now and wait until it is settled; returns how many were taken."""
        taken = await self.take_due()
        while self._tasks:
            await asyncio.wait(set(self._tasks))
        return taken

    async def take_due(self) -> int:
        """Begin to send what is due, and what a dead process left behind; returns how many were taken."""
        now = self._clock.now()
        self._behind = {conversation: at for conversation, at in self._behind.items() if at > now}
        await outbox.take_over(self._store, now)
        claimed = await outbox.claim(self._store, now)
        self.hand(claimed)
        return len(claimed)

    async def _send_in_order(self, conversation: UUID) -> None:
        queue = self._queues[conversation]
        while queue:
            await self._deliver(queue[0], self._free)
            queue.popleft()
        del self._queues[conversation]

    async def _deliver(self, ready: Ready, turn: AbstractAsyncContextManager[object]) -> None:
        """Send ``ready`` when it has its ``turn`` and write down what became of it.

        One that could not be written down, or waited for its turn so long that another process may soon take it up, is
        left: it is looked into when its lease ends.
        """
        try:
            async with turn:
                if self._clock.now() > ready.leased_until - LEASE / 2:
                    return
                outcome = await self._outcome(ready)
            line = self._lines.get(ready.line)
            page = ready.conversation if line and not line.channel.pushes else None
            SENDS.labels(ready.line, outcome.status.value).inc()
            await self._settle.give(replace(outcome, page=page))
        except Exception as error:
            log.error("send.unsettled", line=ready.line, error=type(error).__name__)

    async def _outcome(self, ready: Ready) -> Outcome:
        line = self._lines.get(ready.line)
        if line is None:
            return self._later(ready, "line-off", self._clock.now() + LONGEST_PAUSE)
        now = self._clock.now()
        behind = self._behind.get(ready.conversation, now)
        if behind > now and ready.purpose is not Purpose.CRISIS:
            return self._later(ready, "in-order", behind)
        pending = Pending(purpose=ready.purpose, until=ready.until)
        route = self._lines.route(ready.line, ready.handle)
        verdict = gate(pending, ready.state or State(), line.programme, route, now)
        match verdict:
            case Drop(reason=reason):
                missed = ready.purpose in (Purpose.WORKER, Purpose.REMINDER)
                return Outcome(id=ready.id, status=Status.DROPPED, reason=reason, missed=missed)
            case Hold(until=until, reason=reason):
                return self._later(ready, reason, until)
            case Send():
                return await self._sent(ready, line, verdict)
            case _:
                assert_never(verdict)

    def _later(self, ready: Ready, reason: str, at: datetime) -> Outcome:
        """Not begun: this look at it counts as no attempt."""
        return Outcome(id=ready.id, status=Status.QUEUED, reason=reason, send_after=at, begun=False)

    async def _sent(self, ready: Ready, line: Line, verdict: Send) -> Outcome:
        way = self._lines.get(verdict.line) if verdict.line else line
        if way is None:
            return Outcome(id=ready.id, status=Status.DROPPED, reason="no-safe-route", missed=True)
        message = outgoing(ready, way, verdict)
        try:
            sent = await self._found(ready, way, message) or await way.channel.send(message)
        except SendFailed as error:
            return self._failed(ready, error)
        except Exception as error:
            log.error("send.broke", line=way.key, error=type(error).__name__)
            return self._failed(ready, Retryable("broke"))
        return Outcome(id=ready.id, status=Status.SENT, provider_id=sent.provider_id, line=way.key)

    async def _found(self, ready: Ready, way: Line, message: Outgoing) -> Sent | None:
        """What the provider knows of a message whose sending was begun before."""
        if not ready.tried:
            return None
        return await way.channel.find_sent(message, ready.at, await outbox.sent_before(self._store, ready))

    def _failed(self, ready: Ready, error: SendFailed) -> Outcome:
        reason = str(error)[:80]
        log.warning("send.failed", line=ready.line, reason=reason, attempts=ready.attempts)
        if isinstance(error, Retryable) and ready.attempts < MOST_ATTEMPTS:
            at = self._behind[ready.conversation] = self._clock.now() + pause(ready.attempts, error)
            return Outcome(id=ready.id, status=Status.QUEUED, reason=reason, send_after=at)
        unreachable = isinstance(error, Unreachable | OptedOut)
        return Outcome(id=ready.id, status=Status.FAILED, reason=reason, missed=True, unreachable=unreachable)

    async def _settled(self, outcomes: Sequence[Outcome]) -> list[None]:
        await outbox.settle(self._store, outcomes, self._clock.now())
        return [None] * len(outcomes)


def pause(attempts: int, error: SendFailed) -> timedelta:
    """How long to wait: what the provider asks for, else 2, 4, 8 … seconds, up to LONGEST_PAUSE."""
    asked = error.after if isinstance(error, Retryable) else None
    return min(timedelta(seconds=asked if asked is not None else 2.0**attempts), LONGEST_PAUSE)


def outgoing(ready: Ready, way: Line, verdict: Send) -> Outgoing:
    """``ready`` as it goes out by ``way``, in the words that the gate allows."""
    discreet = verdict.discreet and ready.content.discreet_text
    return Outgoing(
        id=ready.id,
        line=way.key,
        handle=verdict.handle or ready.handle,
        text=ready.content.discreet_text if discreet else ready.content.text,
        choices=ready.content.choices,
        many=ready.content.many,
        purpose=ready.purpose,
        language=ready.content.language,
        template=verdict.template,
    )
