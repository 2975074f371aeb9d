"""The engine alone: ``step`` and the gate, with timers and the outbox in plain lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import assert_never
from uuid import UUID

from bot.acting import Scene
from bot.transcript import Said, local, tag_of
from bot.understanding import Understanding
from dialogues.effects import CancelTimers, Effect, RevokeMessages, Say, SetTimer, TimerKind
from dialogues.events import EscalationDue, Event, IntakeExpired, MessageReceived, ReminderDue
from dialogues.gate import Drop, Hold, Pending, Route, Send, gate
from dialogues.messages import Inbound, Kind
from dialogues.programme import Programme
from dialogues.state import State
from dialogues.step import step
from tests.transcripts.comparing import Happened

CONVERSATION = UUID(int=1)


@dataclass
class Waiting:
    """A message on its way."""

    say: Say
    due: datetime


class Alone:
    """One conversation."""

    def __init__(
        self, programme: Programme, header: dict[str, str], start: datetime, understanding: Understanding
    ) -> None:
        self._programme = programme
        self._line = header["line"]
        self._hint = header["language"]
        self._understanding = understanding
        self._now = start
        self._state = State()
        self._timers: dict[tuple[TimerKind, UUID, int], datetime] = {}
        self._outbox: list[Waiting] = []
        self._events = 1
        self._kind = next(line.channel for line in programme.facts.lines if line.key == self._line)
        self._phone = header["phone"] if self._kind in ("sms", "whatsapp") else ""
        sms = next((line.key for line in programme.facts.lines if line.channel == "sms"), "")
        self._sms = sms if sms == self._line or sms in header.get("lines", "").split() else ""

    async def now(self) -> datetime:
        """The present moment, UTC."""
        return self._now

    async def state(self) -> State:
        """What the conversation knows."""
        return self._state

    async def scene(self) -> Scene:
        """Where the caseworker stands now."""
        return Scene(self._id(), CONVERSATION, self._line, self._state, self._now, self._programme.zone)

    def timers(self) -> set[tuple[str, int, str]]:
        """Kind, level and local moment of every timer that stands."""
        return {(kind.value, level, local(at, self._programme.zone)) for (kind, _, level), at in self._timers.items()}

    async def write(self, kind: Kind, text: str, choice: str) -> Happened:
        """The person does something on their channel."""
        inbound = Inbound(
            line=self._line, provider_id="1", handle="1", kind=kind, text=text, choice=choice, language_hint=self._hint
        )
        (reading,) = await self._understanding.read([inbound])
        event = MessageReceived(
            id=self._id(), conversation=CONVERSATION, line=self._line, kind=kind, text=text, choice=choice,
            language_hint=self._hint, phone=self._phone, reading=reading,
        )  # fmt: skip
        return self._settled(self._take(event))

    async def happen(self, event: Event) -> Happened:
        """A caseworker does something."""
        return self._settled(self._take(event))

    async def move(self, to: datetime) -> Happened:
        """Time passes, and what falls due happens on its way."""
        whole = Happened()
        while due := [at for at in (*self._timers.values(), *(one.due for one in self._outbox)) if at <= to]:
            self._now = max(self._now, min(due))
            effects: list[Effect] = []
            for key in sorted(
                (key for key, at in self._timers.items() if at <= self._now), key=lambda key: self._timers[key]
            ):
                if self._timers.pop(key, None):
                    effects += self._take(self._event(*key))
            happened = self._settled(effects)
            whole = Happened(
                whole.said + happened.said, whole.kept_back + happened.kept_back, whole.effects + happened.effects
            )
        self._now = to
        return whole

    def _take(self, event: Event) -> list[Effect]:
        self._state, effects = step(self._programme, self._state, event, self._now)
        for effect in effects:
            match effect:
                case Say():
                    self._outbox.append(Waiting(effect, self._now))
                case SetTimer(kind=kind, subject=subject, level=level, at=at):
                    self._timers[kind, subject, level] = at
                case CancelTimers(kind=kind, subject=subject):
                    self._timers = {key: at for key, at in self._timers.items() if key[:2] != (kind, subject)}
                case RevokeMessages(subject=subject):
                    self._outbox = [one for one in self._outbox if one.say.about != subject]
                case _:
                    pass
        return list(effects)

    def _settled(self, effects: list[Effect]) -> Happened:
        """Let the gate decide about everything that is due."""
        due = [one for one in self._outbox if one.due <= self._now]
        self._outbox = [one for one in self._outbox if one.due > self._now]
        said, kept_back = [], []
        for one in due:
            pushes, window = self._kind != "webchat", self._kind == "whatsapp"
            route = Route(pushes=pushes, window=window, handle=self._phone, sms_line=self._sms)
            verdict = gate(
                Pending(purpose=one.say.purpose, until=one.say.until), self._state, self._programme, route, self._now
            )
            match verdict:
                case Send():
                    said.append(self._said(one.say, verdict))
                case Hold(until=until, reason=reason):
                    kept_back.append(f"held until {local(until, self._programme.zone)}: {reason}")
                    self._outbox.append(Waiting(one.say, until))
                case Drop(reason=reason):
                    kept_back.append(f"dropped: {reason}")
                case _:
                    assert_never(verdict)
        return Happened(tuple(said), tuple(kept_back), tuple(effects))

    def _said(self, say: Say, verdict: Send) -> Said:
        text = say.discreet_text if verdict.discreet and say.discreet_text else say.text
        labels = tuple(choice.label for choice in say.choices)
        return Said(text, labels, tag_of(say.purpose, verdict.line, template=verdict.template))

    def _event(self, kind: TimerKind, subject: UUID, level: int) -> Event:
        match kind:
            case TimerKind.REMINDER:
                return ReminderDue(id=self._id(), conversation=CONVERSATION, line=self._line, visit=subject)
            case TimerKind.ESCALATION:
                return EscalationDue(
                    id=self._id(), conversation=CONVERSATION, line=self._line, case=subject, level=level
                )
            case TimerKind.EXPIRY:
                return IntakeExpired(id=self._id(), conversation=CONVERSATION, line=self._line)
            case _:
                assert_never(kind)

    def _id(self) -> UUID:
        self._events += 1
        return UUID(int=self._events)
