"""What has to be looked after: due timers, messages left over by a crash, early receipts, failures to tell."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import assert_never
from uuid import UUID

import structlog

from bot.clock import Clock
from bot.metrics import LEFT_OVER as LEFT_OVER_MESSAGES
from bot.turns import Turns
from data import inbox, timers, turns
from data.ids import uuid7
from data.inbox import Failure
from data.store import Store
from data.timers import DueTimer
from data.wake import woken
from dialogues.effects import TimerKind
from dialogues.events import EscalationDue, Event, IntakeExpired, ReminderDue, SendingFailed

log = structlog.get_logger()

LEFT_OVER = timedelta(seconds=20)
"""A message unanswered for so long was left over: no batch takes that long."""

TICK = 1.0
"""Seconds between two looks at the timers; no reminder is finer than a minute."""

SWEEP = 5.0
"""Seconds between two looks."""


class Rounds:
    """The timers' round and the sweep's round."""

    def __init__(self, store: Store, turns_: Turns, clock: Clock) -> None:
        self._store = store
        self._turns = turns_
        self._clock = clock

    async def run_timers(self) -> None:
        """Turn timers into events as they fall due, for ever."""
        while True:
            if not await guarded("timers", self.fire_due):
                await asyncio.sleep(TICK)

    async def run_sweep(self) -> None:
        """Answer what was left over, settle early receipts and tell of failures, for ever."""
        async with self._store.wake.waiting("failures") as woke:
            while True:
                await guarded("sweep", self.sweep)
                await guarded("receipts", self.settle_receipts)
                await guarded("failures", self.tell_failures)
                await woken(woke, SWEEP)

    async def fire_due(self) -> int:
        """Let every timer that is due happen; returns how many."""
        due = await timers.claim(self._store, self._clock.now())
        await asyncio.gather(*(self._fire(timer) for timer in due))
        return len(due)

    async def sweep(self, older_than: timedelta = LEFT_OVER) -> int:
        """Answer messages that were kept and not answered; returns how many."""
        left = await inbox.left_over(self._store, older_than, self._clock.now())
        if left:
            log.warning("sweep.left_over", count=len(left))
            LEFT_OVER_MESSAGES.inc(len(left))
            await self._turns.answer(left)
        return len(left)

    async def settle_receipts(self) -> int:
        """Apply receipts that came before their message was written down; returns 0, there is no hurry."""
        await inbox.settle_receipts(self._store, self._clock.now())
        return 0

    async def tell_failures(self) -> int:
        """Let conversations know that words of ours did not arrive; returns how many."""
        failed = await inbox.failures(self._store)
        await asyncio.gather(*(self._tell(failure) for failure in failed))
        return len(failed)

    async def _tell(self, failure: Failure) -> None:
        held = await turns.state_of(self._store, failure.conversation)
        if held is not None:
            event = SendingFailed(
                id=uuid7(),
                conversation=held.id,
                line=held.address.line,
                reason=failure.reason,
                unreachable=failure.unreachable,
            )
            await self._turns.happen(event, failure=failure.message)

    async def _fire(self, timer: DueTimer) -> None:
        held = await turns.state_of(self._store, timer.conversation)
        if held is not None:
            await self._turns.happen(event_of(timer, held.address.line, uuid7()), timer=timer.id)


def event_of(timer: DueTimer, line: str, name: UUID) -> Event:
    """What ``timer`` becomes on ``line`` when it falls due, called ``name``."""
    match timer.kind:
        case TimerKind.REMINDER:
            return ReminderDue(id=name, conversation=timer.conversation, line=line, visit=timer.subject)
        case TimerKind.ESCALATION:
            return EscalationDue(
                id=name, conversation=timer.conversation, line=line, case=timer.subject, level=timer.level
            )
        case TimerKind.EXPIRY:
            return IntakeExpired(id=name, conversation=timer.conversation, line=line)
        case _:
            assert_never(timer.kind)


async def guarded(name: str, work: Callable[[], Awaitable[int]]) -> int:
    """Do ``work``; an error is logged without its words and the round goes on after a pause."""
    try:
        return await work()
    except Exception as error:
        log.error("round.failed", round=name, error=type(error).__name__)
        await asyncio.sleep(1)
        return 0
