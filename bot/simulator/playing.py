"""Play a script: the same readings, steps, timers and gate as for families, with memory for a database."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from msgspec.structs import replace

from bot.acting import Scene as Standing
from bot.acting import act
from bot.dispatcher import outgoing
from bot.lines import Line, Lines
from bot.rounds import event_of
from bot.simulator.scenes import Delivery, Played, Scene, Understood, alike
from bot.simulator.script import Deed, Did, Script
from bot.turns import cleaned, received
from bot.understanding import Understanding
from data.inbox import Kept
from data.outbox import Content, Ready
from data.timers import DueTimer
from dialogues.case import Reason
from dialogues.effects import (
    CancelTimers,
    Effect,
    Forget,
    OpenCase,
    ReviseCase,
    RevokeMessages,
    Say,
    SetTimer,
    TimerKind,
)
from dialogues.events import Event
from dialogues.gate import Hold, Pending, Send, gate
from dialogues.handoff import build_case
from dialogues.loading import duration
from dialogues.messages import Inbound, Kind, Outgoing
from dialogues.programme import LineSpec, Programme
from dialogues.reading import Reading
from dialogues.state import State
from dialogues.tracing import explain
from integrations.channels.console import Console

WORKER = "00000000-0000-4000-8000-00000000000a"
"""Id of the caseworker who acts."""

PHONES = {"KR": "+821055501234", "UZ": "+998905550123"}
"""The family's number by the programme's region, as an SMS line tells it; numbers of no one."""

AT_ONCE = 16
"""Messages that are read together."""

_KINDS = {
    Did.WROTE: Kind.TEXT,
    Did.PRESSED: Kind.CHOICE,
    Did.OPENED: Kind.START,
    Did.SHOWED: Kind.MEDIA,
    Did.BLOCKED: Kind.BLOCKED,
    Did.UNBLOCKED: Kind.UNBLOCKED,
}

_Timer = tuple[TimerKind, UUID, int]


async def play(script: Script, programme: Programme, understanding: Understanding) -> Played:
    """Play ``script`` from its beginning.

    Raises KeyError for a line that the programme has not, ValueError for a deed that is none.
    """
    player = Player(script, programme)
    numbers = [number for number, deed in enumerate(script.deeds) if deed.did in _KINDS]
    inbounds = [player.inbound(script.deeds[number]) for number in numbers]
    readings: list[Reading] = []
    for first in range(0, len(inbounds), AT_ONCE):
        readings += await understanding.read(inbounds[first : first + AT_ONCE])
        await asyncio.sleep(0)  # families go first
    read = {
        number: Understood(reading, understanding.told(inbound.text, calm=reading.calm) if reading.crisis else None)
        for number, inbound, reading in zip(numbers, inbounds, readings, strict=True)
    }
    return await asyncio.to_thread(player.play, read)  # a long conversation must not keep families waiting


def line_of(programme: Programme, spec: LineSpec) -> Line:
    """The line as far as a conversation can tell it from the real one."""
    channel = Console(spec.key, _nowhere, pushes=spec.channel != "webchat", window=spec.channel == "whatsapp")
    return Line(spec.key, spec.channel, channel, programme)


def _nowhere(_: Outgoing) -> None:
    """Nothing is sent."""


class Player:
    """One conversation while it is played."""

    def __init__(self, script: Script, programme: Programme) -> None:
        """Raises KeyError when the programme has no such line."""
        self._script = script
        self._programme = programme
        self._lines = Lines({spec.key: line_of(programme, spec) for spec in programme.facts.lines})
        line = self._lines.get(script.line)
        if line is None:
            raise KeyError(script.line)
        self._line = line
        self._conversation = script.name("conversation")
        self._events = 0
        self._state = State()
        self._now = script.start
        self._timers: dict[_Timer, datetime] = {}
        self._held: list[tuple[Delivery, Ready, datetime]] = []
        self._scenes: list[Scene] = []
        self._reason = Reason.SELF_REFERRAL

    def inbound(self, deed: Deed) -> Inbound:
        """What the family did, as the channel tells it."""
        console = self._line.channel
        assert isinstance(console, Console)  # noqa: S101 - see line_of
        text = deed.words if deed.did in (Did.WROTE, Did.SHOWED) else ""
        choice = deed.words if deed.did is Did.PRESSED else ""
        return cleaned(
            console.read(text, self._handle, kind=_KINDS[deed.did], choice=choice, language=self._script.language)
        )

    @property
    def _handle(self) -> str:
        return PHONES.get(self._programme.facts.region, PHONES["KR"])

    def play(self, read: Mapping[int, Understood]) -> Played:
        """Do every deed; ``read`` has the reading of each message by the number of its deed."""
        for number, deed in enumerate(self._script.deeds):
            match deed.did:
                case Did.WAITED:
                    self._scenes.append(Scene(at=self._now, deed=deed, number=number + 1))
                    self._wait(duration(deed.words))
                case Did.ACTED:
                    self._act(deed, number)
                case _:
                    self._hear(deed, number, read[number])
        return self._played()

    def _hear(self, deed: Deed, number: int, understood: Understood) -> None:
        kept = Kept(self._name(), self._conversation, self.inbound(deed), self._now)
        event = received(kept, self._line.tells_phone, {kept.id: understood.reading})
        self._step(event, deed=deed, number=number + 1, understood=understood)

    def _act(self, deed: Deed, number: int) -> None:
        standing = Standing(
            self._name(), self._conversation, self._line.key, self._state, self._now, self._programme.zone
        )
        self._step(act(deed.words, WORKER, standing), deed=deed, number=number + 1)

    def _name(self) -> UUID:
        self._events += 1
        return self._script.name(self._events)

    def _step(
        self, event: Event, *, deed: Deed | None = None, number: int = 0, understood: Understood | None = None
    ) -> None:
        explained = explain(self._programme, self._state, event, self._now)
        self._state = explained.after
        said = [delivery for effect in explained.effects if (delivery := self._done(effect))]
        scene = Scene(
            at=self._now, deed=deed, number=number, understood=understood, explained=explained, deliveries=tuple(said)
        )
        last = self._scenes[-1] if self._scenes else scene
        if alike(last, scene):
            self._scenes[-1] = replace(scene, times=last.times + 1)
        else:
            self._scenes.append(scene)

    def _done(self, effect: Effect) -> Delivery | None:
        """What a turn would write, as far as it decides what happens later; the message, where it is one."""
        match effect:
            case Say():
                return self._say(effect)
            case SetTimer():
                self._timers[effect.kind, effect.subject, effect.level] = effect.at
            case CancelTimers():
                gone = [key for key in self._timers if key[:2] == (effect.kind, effect.subject)]
                self._timers = {key: at for key, at in self._timers.items() if key not in gone}
            case RevokeMessages():
                self._held = [held for held in self._held if held[0].say.about != effect.subject]
            case Forget():
                self._held = []
            case OpenCase(document=document) | ReviseCase(document=document):
                self._reason = document.reason
            case _:
                pass
        return None

    def _say(self, say: Say) -> Delivery:
        content = Content(
            text=say.text, choices=say.choices, many=say.many, language=say.language, discreet_text=say.discreet_text
        )
        ready = Ready(
            id=self._script.name((self._events, len(self._scenes), say.text)), conversation=self._conversation,
            line=self._line.key, handle=self._handle, content=content, purpose=say.purpose, until=say.until,
            at=self._now, attempts=1, leased_until=self._now,
        )  # fmt: skip
        return self._deliver(say, ready)

    def _deliver(self, say: Say, ready: Ready) -> Delivery:
        """Ask the gate; what it holds is asked about again when its time comes."""
        route = self._lines.route(ready.line, ready.handle)
        pending = Pending(purpose=ready.purpose, until=ready.until)
        verdict = gate(pending, self._state, self._programme, route, self._now)
        way = self._lines.get(verdict.line or ready.line) if isinstance(verdict, Send) else None
        message = outgoing(ready, way, verdict) if way and isinstance(verdict, Send) else None
        delivery = Delivery(say=say, said_at=ready.at, verdict=verdict, message=message)
        if isinstance(verdict, Hold):
            self._held.append((delivery, ready, verdict.until))
        return delivery

    def _wait(self, span: timedelta) -> None:
        """Let time pass from one thing that happens to the next, each at its own moment."""
        until = self._now + span
        while (due := self._next()) <= until:
            self._now = max(due, self._now)
            if timer := next((key for key, at in self._timers.items() if at <= self._now), None):
                self._fire(timer)
            else:
                self._release()
        self._now = until

    def _next(self) -> datetime:
        never = datetime.max.replace(tzinfo=self._now.tzinfo)
        return min((*self._timers.values(), *(until for _, _, until in self._held)), default=never)

    def _fire(self, key: _Timer) -> None:
        del self._timers[key]
        kind, subject, level = key
        name = self._name()
        timer = DueTimer(id=name, conversation=self._conversation, kind=kind, subject=subject, level=level)
        self._step(event_of(timer, self._line.key, name))

    def _release(self) -> None:
        due = [held for held in self._held if held[2] <= self._now]
        self._held = [held for held in self._held if held[2] > self._now]
        sent = tuple(self._deliver(delivery.say, ready) for delivery, ready, _ in due)
        self._scenes.append(Scene(at=self._now, deliveries=sent))

    def _played(self) -> Played:
        state = self._state
        document = build_case(
            self._programme,
            state,
            case=state.case or self._script.name("case"),
            conversation=self._conversation,
            line=self._line.key,
            reason=self._reason if state.case else Reason.SELF_REFERRAL,
            opened_at=state.case_opened_at or self._now,
            today=self._now.astimezone(self._programme.zone).date(),
        )
        return Played(
            script=self._script,
            programme=self._programme,
            scenes=tuple(self._scenes),
            state=state,
            now=self._now,
            document=document,
            timers=tuple(sorted((at, kind) for (kind, _, _), at in self._timers.items())),
            held=tuple(delivery for delivery, _, _ in self._held),
        )
