"""A simulated conversation as it stands: what happened, and what will happen by itself."""

from __future__ import annotations

from datetime import datetime

import msgspec

from bot.simulator.script import Deed, Script
from dialogues.case import CaseDocument
from dialogues.effects import Effect, Say, SetTimer, TimerKind
from dialogues.events import EscalationDue
from dialogues.gate import Verdict
from dialogues.messages import Outgoing
from dialogues.programme import Programme
from dialogues.reading import Hit, Reading
from dialogues.state import State
from dialogues.tracing import Explained


class Understood(msgspec.Struct, frozen=True):
    """What was understood of one message, and what the crisis lexicon alone says of it."""

    reading: Reading
    told: Hit | None


class Delivery(msgspec.Struct, frozen=True, kw_only=True):
    """One message of ours and what the gate made of it."""

    say: Say
    said_at: datetime
    verdict: Verdict
    message: Outgoing | None
    """As it goes out; None when it is held or dropped."""


class Scene(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that happened."""

    at: datetime
    deed: Deed | None = None
    """None for what happened by itself."""
    number: int = 0
    """Of the deed, counted from 1."""
    understood: Understood | None = None
    explained: Explained | None = None
    """None when only the clock was moved, or a message that was held went out."""
    deliveries: tuple[Delivery, ...] = ()
    times: int = 1
    """How often it happened, one like the other: an alarm that nobody acts on rings and rings."""


class Played(msgspec.Struct, frozen=True, kw_only=True):
    """A conversation as it stands after its script."""

    script: Script
    programme: Programme
    scenes: tuple[Scene, ...]
    state: State
    now: datetime
    document: CaseDocument
    """What would be handed over if it were at this moment."""
    timers: tuple[tuple[datetime, TimerKind], ...]
    """What will happen by itself, the earliest first."""
    held: tuple[Delivery, ...]


def alike(last: Scene, scene: Scene) -> bool:
    """Whether the same reminder to staff was given once more, and nothing else."""
    one, other = last.explained, scene.explained
    return (
        one is not None
        and other is not None
        and isinstance(one.event, EscalationDue)
        and isinstance(other.event, EscalationDue)
        and not scene.deliveries
        and not last.deliveries
        and _notices(one.effects) == _notices(other.effects)
    )


def _notices(effects: tuple[Effect, ...]) -> list[Effect]:
    return [effect for effect in effects if not isinstance(effect, SetTimer)]
