"""Why a step did what it did: the same step once more, with its reasons. Pure, and only for those who want to know."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from itertools import takewhile

import msgspec

from dialogues.effects import Effect
from dialogues.events import Event
from dialogues.flow import Answer, Flow, Guard, Question, applies
from dialogues.mending import mended
from dialogues.programme import Programme
from dialogues.rules import Rule
from dialogues.state import State
from dialogues.step import taken


class Explained(msgspec.Struct, frozen=True, kw_only=True):
    """One step with its reasons."""

    event: Event
    now: datetime
    before: State
    after: State
    effects: tuple[Effect, ...]
    rules: tuple[Rule, ...]
    """What decided what a message meant, each narrowing the one before; none for what is no message."""


class Fate(StrEnum):
    """What became of a question when the next one was looked for."""

    ANSWERED = "answered"
    LEFT_OUT = "left_out"
    """A guard does not hold."""
    NEXT = "next"
    """The first that has no answer and whose guards hold."""
    LATER = "later"
    """Comes after the next one: nobody has looked at it yet."""


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """One guard as it was looked at."""

    question: str
    """Whose answer it looks at."""
    guard: Guard
    answer: Answer | None
    holds: bool


class Considered(msgspec.Struct, frozen=True, kw_only=True):
    """One question of a flow as it was looked at."""

    question: Question
    fate: Fate
    answer: Answer | None
    checks: tuple[Checked, ...]


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """An answer that a step has changed."""

    question: str
    old: Answer | None
    new: Answer | None
    """None when it was taken back."""
    waits: bool = False
    """True when it was heard before it may be kept: it waits for the consent."""


def explain(programme: Programme, state: State, event: Event, now: datetime) -> Explained:
    """What ``step`` makes of the same, and why."""
    turn = taken(programme, mended(programme, state), event, now)
    rules = tuple(turn.rules)
    after, effects = turn.finish()
    return Explained(event=event, now=now, before=state, after=after, effects=effects, rules=rules)


def considered(flow: Flow, state: State) -> tuple[Considered, ...]:
    """Every question of ``flow`` with its guards, as the next question is looked for in ``state``."""
    chosen = flow.next(state.answers)
    passed = {question.id for question in takewhile(lambda question: question is not chosen, flow.questions)}
    return tuple(
        Considered(
            question=question,
            fate=_fate(question, state, chosen, passed),
            answer=state.answers.get(question.id),
            checks=tuple(
                Checked(question=name, guard=guard, answer=answer, holds=guard.holds(answer))
                for name, guard in question.when.items()
                for answer in (state.answers.get(name),)
            ),
        )
        for question in flow.questions
    )


def _fate(question: Question, state: State, chosen: Question | None, passed: set[str]) -> Fate:
    if question is chosen:
        return Fate.NEXT
    if question.id in state.answers:
        return Fate.ANSWERED
    left_out = question.told or not applies(question, state.answers)
    return Fate.LEFT_OUT if question.id in passed and left_out else Fate.LATER


def shown_flow(programme: Programme, explained: Explained) -> Flow | None:
    """The flow that the step was about: the one that runs now, else the one that the step has brought to its end."""
    running = programme.flows.get(explained.after.flow)
    left = programme.flows.get(explained.before.flow)
    if running or left is None:
        return running
    return left if left.next(explained.after.answers) is None else None


def changes(before: State, after: State) -> tuple[Change, ...]:
    """The answers that differ, in the order answered, and what waits for the consent."""
    names = dict.fromkeys((*before.answers, *after.answers))
    kept = (
        Change(question=name, old=before.answers.get(name), new=after.answers.get(name))
        for name in names
        if before.answers.get(name) != after.answers.get(name)
    )
    waiting = (
        Change(question=name, old=None, new=answer, waits=True)
        for name, answer in after.heard.items()
        if before.heard.get(name) != answer
    )
    return (*kept, *waiting)
