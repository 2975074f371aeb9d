"""The one path: whatever happens becomes an event, is stepped through in a batch, and is committed whole."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from time import perf_counter
from typing import Protocol
from uuid import UUID

import msgspec
import structlog
from msgspec.structs import replace

from bot.batching import Batcher
from bot.clock import Clock
from bot.lines import Lines
from bot.metrics import BATCH, BATCH_SECONDS, TURNS
from bot.understanding import Understanding
from data import inbox, turns
from data.inbox import Kept
from data.outbox import Ready
from data.recording import Place, Recording
from data.store import Store
from data.turns import Address, Held
from dialogues.effects import Effect
from dialogues.events import Event, MessageReceived, WorkerReplied
from dialogues.listening import masked
from dialogues.messages import Inbound, Kind
from dialogues.reading import Reading
from dialogues.state import State
from dialogues.step import step

log = structlog.get_logger()

PATIENCE = 8.0
"""Seconds that a provider waits for us at most."""

LONGEST = 8000
"""Letters of a message that are kept; no channel lets a person write more in one."""


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One event on its way through a turn."""

    conversation: UUID
    event: Event | None = None
    """None for a message that has yet to be understood."""
    message: Kept | None = None
    kept: bool = False
    """True when the message already rests in the database; otherwise the turn writes it too."""
    timer: UUID | None = None
    failure: UUID | None = None
    """The message of ours that failed, where that is the event."""
    begins: Address | None = None
    """Where the event begins a conversation, when there is none yet."""

    @property
    def token(self) -> UUID | None:
        """What may be used once only: the message, the timer or the failure that this is about."""
        return self.message.id if self.message else self.timer or self.failure


class Done(msgspec.Struct, frozen=True):
    """What became of a job."""

    effects: tuple[Effect, ...] = ()
    said: tuple[Ready, ...] = ()


class Sender(Protocol):
    """Whoever sends what was said."""

    def hand(self, said: Sequence[Ready]) -> None:
        """Take messages that are leased to this process."""


class Turns:
    """Takes messages and events, and answers when their turn is committed."""

    def __init__(self, store: Store, lines: Lines, understanding: Understanding, clock: Clock, sender: Sender) -> None:
        self._store = store
        self._lines = lines
        self._understanding = understanding
        self._clock = clock
        self._sender = sender
        self._jobs: Batcher[Job, Done] = Batcher(self._turn)
        self.on_done: Callable[[Done], None] = lambda _done: None
        """Told of every turn that is committed."""

    def start(self) -> None:
        """Begin to take turns."""
        self._jobs.start()

    async def close(self) -> None:
        """Finish what has been taken."""
        await self._jobs.close()

    async def take(self, inbounds: Sequence[Inbound], patience: float = PATIENCE) -> list[Ready]:
        """Keep messages and answer them; returns what was said. When this returns, every message is safe.

        Keeping and answering share one commit (docs/decisions/one-commit.md). Where the answer cannot be had, because
        the engine must be asked over a network, or the turn breaks or takes longer than ``patience`` seconds, the
        messages are kept by themselves and the sweep answers them. Raises what the database raises when nothing can be
        kept.
        """
        now = self._clock.now()
        arrived = [inbox.arrived(self._store, cleaned(inbound), now) for inbound in inbounds]
        kept = await inbox.keep(self._store, arrived) if self._understanding.remote else None
        try:
            return await asyncio.wait_for(
                self.answer(arrived if kept is None else kept, kept=kept is not None), patience
            )
        except Exception as error:
            log.error("turn.failed", error=type(error).__name__)
            await inbox.keep(self._store, arrived)
            return []

    async def answer(self, messages: Sequence[Kept], *, kept: bool = True) -> list[Ready]:
        """Take the turns of ``messages`` (``kept``: they already rest in the database); returns what was said."""
        jobs = [Job(conversation=message.conversation, message=message, kept=kept) for message in messages]
        done = await asyncio.gather(*(self._jobs.give(job) for job in jobs))
        return [ready for one in done for ready in one.said]

    async def happen(
        self,
        event: Event,
        timer: UUID | None = None,
        failure: UUID | None = None,
        begins: Address | None = None,
    ) -> Done:
        """Let ``event`` happen; returns its effects, among them a ``Refuse`` when it could not be done."""
        job = Job(conversation=event.conversation, event=event, timer=timer, failure=failure, begins=begins)
        return await self._jobs.give(job)

    async def _turn(self, jobs: Sequence[Job]) -> list[Done]:
        messages = [job.message for job in jobs if job.message]
        started = perf_counter()
        readings = await self._understanding.read([message.inbound for message in messages])
        read = {message.id: reading for message, reading in zip(messages, readings, strict=True)}
        now = self._clock.now()
        async with turns.transaction(self._store) as transaction:
            batch = Batch(self._lines, Recording(self._store, now), now)
            fresh = await transaction.keep_messages([job.message for job in jobs if job.message and not job.kept])
            fresh |= await transaction.take_messages(self._left_over(jobs), now)
            batch.held = await transaction.lock({job.conversation: self._address(job) for job in jobs}, now)
            served = [job for job in jobs if batch.serves(job)]
            fresh |= await transaction.fire_timers([job.timer for job in served if job.timer], now)
            fresh |= await transaction.hear_failures([job.failure for job in served if job.failure])
            done = [batch.take(job, fresh, read) for job in jobs]
            await transaction.write(batch.changed(), batch.recording)
        self._sender.hand([ready for one in done for ready in one.said])
        _count(jobs, perf_counter() - started)
        for one in done:
            self.on_done(one)
        return done

    def _left_over(self, jobs: Sequence[Job]) -> list[UUID]:
        """Messages kept earlier, on lines that are switched on."""
        return [
            job.message.id for job in jobs if job.message and job.kept and self._lines.get(job.message.inbound.line)
        ]

    def _address(self, job: Job) -> Address | None:
        line = self._lines.get(job.message.inbound.line) if job.message else None
        if job.message is None or line is None:
            return job.begins
        return Address(line.key, job.message.inbound.handle, line.programme.key)


def _count(jobs: Sequence[Job], seconds: float) -> None:
    BATCH.observe(len(jobs))
    BATCH_SECONDS.observe(seconds)
    for event, number in Counter(type(job.event).__name__ if job.event else "MessageReceived" for job in jobs).items():
        TURNS.labels(event).inc(number)


class Batch:
    """The jobs of one transaction, stepped through in order."""

    def __init__(self, lines: Lines, recording: Recording, now: datetime) -> None:
        self._lines = lines
        self._now = now
        self._changed: set[UUID] = set()
        self.recording = recording
        self.held: dict[UUID, Held] = {}

    def changed(self) -> list[Held]:
        """The conversations that were stepped, as they stand now."""
        return [self.held[name] for name in sorted(self._changed)]

    def serves(self, job: Job) -> bool:
        """Whether the job's conversation exists and its line is switched on."""
        held = self.held.get(job.conversation)
        return held is not None and self._lines.get(held.address.line) is not None

    def take(self, job: Job, fresh: set[UUID], read: dict[UUID, Reading]) -> Done:
        """Step one job; one that somebody else has handled meanwhile, or whose line is switched off, does nothing."""
        held = self.held.get(job.conversation)
        line = self._lines.get(held.address.line) if held else None
        if held is None or line is None or (job.token is not None and job.token not in fresh):
            return Done()
        event = job.event or received(job.message, line.tells_phone, read)  # type: ignore[arg-type]
        state, effects = step(line.programme, held.state, event, self._now)
        return self._record(held, state, event, effects, line.channel.pushes)

    def _record(self, held: Held, state: State, event: Event, effects: tuple[Effect, ...], pushes: bool) -> Done:
        before = len(self.recording.said)
        place = Place(held.id, held.address.line, held.address.handle, pushes)
        for effect in effects:
            self.recording.record(place, effect)
        if isinstance(event, WorkerReplied) and state.case:
            self.recording.first_reply(state.case)
        if isinstance(event, MessageReceived) and state.case:
            self.recording.topics.add(f"case:{state.case.hex}")
        self.held[held.id] = replace(held, state=state)
        self._changed.add(held.id)
        return Done(effects, tuple(replace(ready, state=state) for ready in self.recording.said[before:]))


def received(message: Kept, tells_phone: bool, read: Mapping[UUID, Reading]) -> MessageReceived:
    """``message`` as the event it becomes, with its reading; ``tells_phone``: its handle is a phone number."""
    inbound = message.inbound
    return MessageReceived(
        id=message.id,
        conversation=message.conversation,
        line=inbound.line,
        kind=inbound.kind,
        text="" if inbound.kind is Kind.START else inbound.text,
        source=inbound.text[:64] if inbound.kind is Kind.START else "",
        choice=inbound.choice,
        language_hint=inbound.language_hint,
        phone=inbound.handle if tells_phone else "",
        reading=read[message.id],
    )


def cleaned(inbound: Inbound) -> Inbound:
    """``inbound`` without what no text can hold: NUL, half surrogate pairs, more than LONGEST letters.

    And without what none may hold: a resident registration number never rests in the database.
    """
    text = masked(inbound.text[:LONGEST].replace("\0", ""))
    choice = inbound.choice[:LONGEST].replace("\0", "")
    if not text.isascii():
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if not choice.isascii():
        choice = choice.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if text == inbound.text and choice == inbound.choice:
        return inbound
    return replace(inbound, text=text, choice=choice)
