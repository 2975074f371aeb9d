"""What a caseworker does, written as a line of a transcript or typed in the terminal, as an event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from bot.transcript import moment
from dialogues.events import (
    AlarmAcknowledged,
    CaseClaimed,
    CaseClosed,
    CaseListed,
    CaseReturned,
    Event,
    MatchConfirmed,
    VisitBooked,
    VisitCancelled,
    VisitMoved,
    WorkerReplied,
)
from dialogues.state import State, VisitStatus

ACTS = ("claim", "acknowledge", "reply", "book", "move", "cancel", "give back", "close", "list", "unlist", "confirm")
"""The words a line may begin with."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Where and when the caseworker acts."""

    event: UUID
    """Id of the event that it becomes."""
    conversation: UUID
    line: str
    state: State
    now: datetime
    zone: ZoneInfo


def act(words: str, staff: str, scene: Scene) -> Event:
    """The event of ``words``, such as ``reply How are you?``, ``book +3d 10:30`` or ``close helped``.

    ``staff`` is the id of whoever acts; ``move`` and ``cancel`` are about the next visit that stands. Raises ValueError
    for words that are none of ACTS.
    """
    verb = next((known for known in ACTS if words == known or words.startswith(f"{known} ")), "")
    rest = words[len(verb) :].strip()
    common: dict[str, Any] = {"id": scene.event, "conversation": scene.conversation, "line": scene.line}
    match verb:
        case "claim":
            return CaseClaimed(**common, staff=staff)
        case "acknowledge":
            return AlarmAcknowledged(**common, staff=staff)
        case "reply" if rest:
            return WorkerReplied(**common, staff=staff, text=rest)
        case "book":
            return VisitBooked(**common, staff=staff, starts_at=moment(rest, scene.now, scene.zone))
        case "move":
            return VisitMoved(**common, staff=staff, visit=_visit(scene), starts_at=moment(rest, scene.now, scene.zone))
        case "cancel":
            return VisitCancelled(**common, staff=staff, visit=_visit(scene))
        case "give back":
            return CaseReturned(**common, staff=staff)
        case "confirm" if rest:
            service, _, child = rest.partition(" ")
            return MatchConfirmed(**common, staff=staff, service=service, child=int(child or 1))
        case "close":
            return CaseClosed(**common, staff=staff, outcome=rest or "helped")
        case "list" | "unlist":
            return CaseListed(**common, staff=staff, listed=verb == "list")
        case _:
            raise ValueError(f"`{words}`: a caseworker can {', '.join(ACTS)}")


def _visit(scene: Scene) -> UUID:
    """The next visit that stands, else the last one; the event's own id, which names no visit, when there is none."""
    coming = scene.state.next_visit(scene.now)
    if coming:
        return coming.id
    standing = [visit for visit in scene.state.visits if visit.status is not VisitStatus.CANCELLED]
    return (standing or list(scene.state.visits))[-1].id if scene.state.visits else scene.event
