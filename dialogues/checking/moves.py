"""What can happen next: everything that a person, a caseworker and the clock can do in a state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from msgspec.structs import replace

from dialogues.checking.classes import Classes
from dialogues.checking.world import NOW, Move, World
from dialogues.ending import HELPED
from dialogues.events import (
    AlarmAcknowledged,
    CaseClaimed,
    CaseClosed,
    CaseListed,
    CaseReturned,
    IntakeExpired,
    MatchConfirmed,
    ReminderDue,
    SendingFailed,
    VisitBooked,
    VisitCancelled,
    VisitMoved,
    WorkerReplied,
)
from dialogues.flow import Flow, How, QuestionKind, Value
from dialogues.messages import Kind
from dialogues.reading import Guess, Hit, Reading, Severity
from dialogues.state import HOME, State

NONSENSE = "xyzzy xyzzy"
_ANSWERS = ("yes", "no", "done", "skip")
"""Commands that mean something only as answers."""
_STAFF = "a caseworker"
_DAYS, _SEASON, _YEARS = timedelta(days=2), timedelta(days=60), timedelta(days=800)
_VISIT = timedelta(days=30)


def life_moves(world: World, classes: Classes, intents: Sequence[str], state: State) -> Iterator[Move]:
    """Everything that can happen in ``state`` besides the buttons of earlier messages."""
    if state.last_at is None:
        yield world.did(Kind.START)
    yield from _answers(world, classes, state, buttons=True)
    yield from (world.says(command) for command in world.commands if command not in _ANSWERS)
    yield world.written(NONSENSE)
    yield world.written(NONSENSE, after=_DAYS, name="words after two days")
    yield from (world.did(kind) for kind in (Kind.MEDIA, Kind.OPTED_OUT, Kind.OPTED_IN, Kind.BLOCKED))
    yield crisis(world, next(iter(world.programme.facts.crisis)), soft=False)
    yield world.happens(IntakeExpired, _YEARS)
    if state.flow == HOME or state.last_at is None:
        for intent in intents if not (state.worker or state.stopped) else ():
            yield world.written(NONSENSE, reading=Reading(ranking=(Guess(intent, 1.0),)), name=intent)
    if state.case:
        yield from _staff_moves(world, state)


def aside_moves(world: World, states: Sequence[State]) -> Iterator[tuple[State, Move]]:
    """What is said of a waiting list and after the end, once each: neither decides what can happen next."""
    owned = next((state for state in states if state.worker and not state.stopped), None)
    waiting = next((state for state in states if state.case and not state.worker and not state.stopped), None)
    ended = next((state for state in states if state.ended and state.flow == HOME and not state.case), None)
    if owned:
        listed = replace(owned, listed=True)
        yield listed, world.happens(CaseListed, staff=owned.worker, listed=False)
    if waiting:
        yield replace(waiting, listed=True), world.says("status")
    if ended and ended.ended:
        yield from ((ended, world.pressed(f"helped:{option}:{ended.ended.hex}")) for option in HELPED)


def crisis(world: World, code: str, *, soft: bool) -> Move:
    """The person writes of a crisis; ``soft``: of somebody else's, or of one that is over."""
    return world.written(NONSENSE, reading=Reading(Hit(code, Severity.S0, soft)), name=f"crisis {code}")


def _staff_moves(world: World, state: State) -> Iterator[Move]:
    yield world.happens(SendingFailed, reason="x", unreachable=True)
    yield world.happens(CaseClosed, staff=state.worker or _STAFF, outcome="helped")
    if state.alarm and not state.alarm.acknowledged:
        yield world.happens(AlarmAcknowledged, staff=_STAFF)
    if not state.worker:
        yield world.happens(CaseClaimed, staff=_STAFF)
        return
    yield world.happens(CaseReturned, staff=state.worker)
    yield world.happens(CaseListed, staff=state.worker, listed=not state.listed)
    yield world.happens(WorkerReplied, staff=state.worker, text=NONSENSE)
    for service in world.programme.facts.services[:1]:
        yield world.happens(MatchConfirmed, staff=state.worker, service=service.key)
    visit = state.next_visit(NOW)
    if visit is None:
        yield world.happens(VisitBooked, staff=state.worker, starts_at=NOW + _VISIT)
        return
    yield world.happens(ReminderDue, visit=visit.id)
    yield world.happens(VisitMoved, staff=state.worker, visit=visit.id, starts_at=NOW + _VISIT)
    yield world.happens(VisitCancelled, staff=state.worker, visit=visit.id)
    yield world.written(NONSENSE, after=_SEASON, name="words after the visit")


def form_moves(world: World, classes: Classes, flow: Flow, state: State) -> Iterator[Move]:
    """What the person can do about the open question of ``flow``; nothing once it is over."""
    if state.flow != flow.flow:
        return
    if state.last_at is None:
        yield world.did(Kind.START)
    yield from _answers(world, classes, state, buttons=False)
    yield from (world.pressed(choice.id) for choice in state.menu if not choice.id.startswith("language:"))
    yield world.says("back")
    if not state.heard and all(answer.how is not How.HEARD for answer in state.answers.values()):
        yield world.written(NONSENSE)  # what was told early changes nothing about what we fail to understand


def _answers(world: World, classes: Classes, state: State, *, buttons: bool) -> Iterator[Move]:
    """Every way to answer the open question: ``buttons`` by its choices, one of each class, whatever the menu is."""
    flow = world.programme.flows.get(state.flow)
    question = flow.question(state.asked) if flow else None
    if question is None:
        return
    if question.skip:
        yield world.says("skip")
    offered = {choice.id for choice in state.menu}
    for value, text in classes.texts(question).items():
        if not question.options or f"{question.id}:{_option(value)}" not in offered:
            yield world.written(text)
    if buttons or question.id == "language":
        for value in classes.samples(question) if question.options else ():
            yield world.pressed(f"{question.id}:{_option(value)}")
    if buttons and question.kind is QuestionKind.MANY:
        yield world.pressed(f"{question.id}:done")


def _option(value: Value) -> Value:
    return value[0] if isinstance(value, tuple) else value
