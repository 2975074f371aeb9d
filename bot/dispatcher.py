"""Send what was said: through the gate, to the channel, and write down what became of it."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import assert_never

import structlog
from msgspec.structs import replace

from bot.batching import Batcher
from bot.clock import Clock
from bot.lines import Line, Lines
from data import outbox
from data.outbox import Outcome, Ready
from data.store import Store
from data.wake import woken
from dialogues.gate import Drop, Hold, Pending, Send, gate
from dialogues.messages import Outgoing, Status
from dialogues.state import State
from integrations.channels.channel import Sent
from integrations.errors import OptedOut, Retryable, SendFailed, Unreachable

log = structlog.get_logger()

MOST_ATTEMPTS = 10
LONGEST_PAUSE = timedelta(minutes=15)
IDLE = 5.0
"""Seconds after which we look even though nobody woke us."""


GATHER = 0.03
"""Seconds in which outcomes gather before they are written: nobody waits for them, and more of them share a commit."""


class Dispatcher:
    """Sends messages leased to this process; those of one conversation in order, others side by side."""

    def __init__(self, store: Store, lines: Lines, clock: Clock, side_by_side: int = 32) -> None:
        self._store = store
        self._lines = lines
        self._clock = clock
        self._free = asyncio.Semaphore(side_by_side)
        self._tasks: set[asyncio.Task[None]] = set()
        self._settle: Batcher[Outcome, None] = Batcher(self._settled, pause=GATHER)
        self.on_failure: Callable[[Ready, str, bool], None] = lambda _ready, _reason, _unreachable: None
        """Told of every message that will not arrive: the message, the reason, whether nothing else will either."""

    def start(self) -> None:
        """Begin to settle."""
        self._settle.start()

    async def close(self) -> None:
        """Finish what is being sent."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=10)
        await self._settle.close()

    def hand(self, said: Sequence[Ready]) -> None:
        """Send messages that are leased to this process."""
        conversations: defaultdict[object, list[Ready]] = defaultdict(list)
        for ready in said:
            conversations[ready.conversation].append(ready)
        for messages in conversations.values():
            task = asyncio.create_task(self._send_in_order(messages))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def run(self) -> None:
        """Look for messages that have become due, for ever."""
        async with self._store.wake.waiting("outbox") as woke:
            while True:
                claimed = await outbox.claim(self._store, self._clock.now())
                self.hand(claimed)
                if not claimed:
                    await woken(woke, IDLE)

    async def send_due(self) -> int:
        """Send everything that is due now and wait until it is settled; returns how many were taken."""
        claimed = await outbox.claim(self._store, self._clock.now())
        self.hand(claimed)
        while self._tasks:
            await asyncio.wait(set(self._tasks))
        return len(claimed)

    async def _send_in_order(self, messages: list[Ready]) -> None:
        for ready in messages:
            async with self._free:
                outcome = await self._outcome(ready)
            line = self._lines.get(ready.line)
            page = ready.conversation if line and not line.channel.pushes else None
            await self._settle.give(replace(outcome, page=page))

    async def _outcome(self, ready: Ready) -> Outcome:
        line = self._lines.get(ready.line)
        if line is None:
            return Outcome(id=ready.id, status=Status.QUEUED, reason="line-off", send_after=self._clock.now() + LONGEST_PAUSE)
        now = self._clock.now()
        pending = Pending(purpose=ready.purpose, until=ready.until)
        verdict = gate(pending, ready.state or State(), line.programme, self._lines.route(ready.line, ready.handle), now)
        match verdict:
            case Drop(reason=reason):
                return Outcome(id=ready.id, status=Status.DROPPED, reason=reason)
            case Hold(until=until, reason=reason):
                return Outcome(id=ready.id, status=Status.QUEUED, reason=reason, send_after=until)
            case Send():
                return await self._sent(ready, line, verdict)
            case _:
                assert_never(verdict)

    async def _sent(self, ready: Ready, line: Line, verdict: Send) -> Outcome:
        way = self._lines.get(verdict.line) if verdict.line else line
        if way is None:
            return Outcome(id=ready.id, status=Status.DROPPED, reason="no-safe-route")
        message = _outgoing(ready, way, verdict)
        try:
            sent = await self._found(ready, way, message) or await way.channel.send(message)
        except SendFailed as error:
            return await self._failed(ready, error)
        except Exception as error:
            log.error("send.broke", line=way.key, error=type(error).__name__)
            return await self._failed(ready, Retryable("broke"))
        return Outcome(id=ready.id, status=Status.SENT, provider_id=sent.provider_id)

    async def _found(self, ready: Ready, way: Line, message: Outgoing) -> Sent | None:
        """What the provider knows of a message whose sending was begun before."""
        return await way.channel.find_sent(message, ready.at) if ready.tried else None

    async def _failed(self, ready: Ready, error: SendFailed) -> Outcome:
        reason = str(error)[:80]
        log.warning("send.failed", line=ready.line, reason=reason, attempts=ready.attempts)
        if isinstance(error, Retryable) and ready.attempts < MOST_ATTEMPTS:
            return Outcome(id=ready.id, status=Status.QUEUED, reason=reason, send_after=self._clock.now() + pause(ready.attempts, error))
        self.on_failure(ready, reason, isinstance(error, (Unreachable, OptedOut)))
        return Outcome(id=ready.id, status=Status.FAILED, reason=reason)

    async def _settled(self, outcomes: Sequence[Outcome]) -> list[None]:
        await outbox.settle(self._store, outcomes, self._clock.now())
        return [None] * len(outcomes)


def pause(attempts: int, error: SendFailed) -> timedelta:
    """How long to wait before the next attempt: what the provider asks for, else 2, 4, 8 … seconds up to LONGEST_PAUSE."""
    asked = error.after if isinstance(error, Retryable) else None
    return min(timedelta(seconds=asked if asked is not None else 2.0**attempts), LONGEST_PAUSE)


def _outgoing(ready: Ready, way: Line, verdict: Send) -> Outgoing:
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
