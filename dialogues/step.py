"""The heart: one event changes one conversation. Pure and total: any state and any event give a state and effects."""

from __future__ import annotations

from datetime import datetime
from typing import assert_never

from dialogues import casework, ending, listening, placing, referring, visiting
from dialogues.effects import Effect
from dialogues.events import (
    AlarmAcknowledged,
    CaseClaimed,
    CaseClosed,
    CaseListed,
    CaseReturned,
    EscalationDue,
    Event,
    FamilyReferred,
    IntakeExpired,
    MatchConfirmed,
    MessageReceived,
    ReminderDue,
    SendingFailed,
    VisitBooked,
    VisitCancelled,
    VisitMoved,
    WorkerReplied,
)
from dialogues.mending import mended
from dialogues.programme import Programme
from dialogues.state import State
from dialogues.turn import Turn


def step(programme: Programme, state: State, event: Event, now: datetime) -> tuple[State, tuple[Effect, ...]]:
    """What ``event`` makes of ``state`` at ``now`` (UTC), and what has to be done about it."""
    return taken(programme, mended(programme, state), event, now).finish()


def taken(programme: Programme, state: State, event: Event, now: datetime) -> Turn:  # noqa: C901 - a closed set
    """The turn of ``event`` with everything but its end; ``state`` has been ``mended``. ``tracing`` asks it which rules
    decided."""
    turn = Turn(programme, state, event, now)
    match event:
        case MessageReceived():
            listening.message_received(turn, event)
        case CaseClaimed():
            casework.claimed(turn, event)
        case AlarmAcknowledged():
            casework.acknowledged(turn, event)
        case WorkerReplied():
            casework.worker_replied(turn, event)
        case CaseReturned():
            casework.returned(turn, event)
        case CaseClosed():
            casework.closed(turn, event)
        case CaseListed():
            ending.listed(turn, event)
        case EscalationDue():
            casework.escalation_due(turn, event)
        case MatchConfirmed():
            placing.match_confirmed(turn, event)
        case VisitBooked():
            visiting.booked(turn, event)
        case VisitMoved():
            visiting.moved(turn, event)
        case VisitCancelled():
            visiting.cancelled(turn, event)
        case ReminderDue():
            visiting.reminder_due(turn, event)
        case SendingFailed():
            casework.sending_failed(turn, event)
        case FamilyReferred():
            referring.referred(turn, event)
        case IntakeExpired():
            casework.expired(turn)
        case _:
            assert_never(event)
    return turn
