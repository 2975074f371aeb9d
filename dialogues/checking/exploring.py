"""From every state that a conversation can come to: can a person be reached, and can the flow's end?

Everything is found by ``step`` itself. Two views of the same world are walked through whole, because their product is
too large to walk through and one decides nothing about the other:

- *life* knows who owns the conversation, whether a case is open, whether the family waits, stopped us or cannot talk
  now, the visit, the alarm, which flow runs, what is asked, and whether the person has consented; the answers
  themselves it does not tell apart. Moves: everything that a person, a caseworker and the clock can do, and any button
  of any earlier message.
- *form*, one for each flow, knows every answer by its class (``classes``), what was told before the consent, the
  options taken so far, the menu and whether we have failed to understand. Moves: each choice of the menu, valid
  answers in words, skip, back, and words that nobody understands. The answers are taken to be given in the flow's
  order: a person who corrected some goes back by another way, through the same questions. The end has to be reached
  without going back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

import msgspec
from msgspec.structs import fields, replace

from dialogues.checking.classes import Classes
from dialogues.checking.graph import Graph, Key
from dialogues.checking.moves import aside_moves, crisis, form_moves, life_moves
from dialogues.checking.world import NOW, Example, World
from dialogues.flow import Answer, Flow, How, Question, QuestionKind
from dialogues.mending import mended
from dialogues.programme import Programme
from dialogues.state import HOME, State

_SWITCHES = tuple(
    field.name
    for field in fields(State)
    if field.type is bool and field.name not in ("hushed", "unreachable", "listed")
)
"""What is on or off in a state. That nothing arrives, or that a place is waited for, decides nothing about the next
message."""
_ASTRAY = ("back", "correct:")
"""Moves away from a question: one that nobody can answer is no less wrong because they can leave it."""


class Finding(NamedTuple):
    """Something that is wrong with a flow."""

    flow: str
    """HOME where none is running."""
    question: str
    """The question that is open; "" where none is."""
    what: str
    example: str = ""
    """How many states are so, and a way to one."""


class Explored(msgspec.Struct, frozen=True):
    """What the exploration of a programme found."""

    states: int
    steps: int
    mistakes: tuple[Finding, ...]
    examples: tuple[Example, ...]
    """One step for everything that can be said."""
    given: Mapping[str, frozenset[str]]
    """By key of a message: the names of the values that it was always given."""


def explore(programme: Programme, commands: Mapping[str, str], intents: Sequence[str] = ()) -> Explored:
    """Walk through everything that can happen in ``programme``.

    ``commands``: by command, words for it in the programme's first language; without words for ``human`` there is
    nothing to explore. ``intents``: what the engine of understanding can find. Raises TooLarge.
    """
    world = World(programme, commands)
    classes = Classes(world.programme, NOW)
    life = Graph(world, _life, lambda state: life_moves(world, classes, intents, state))
    for code, soft in product(programme.facts.crisis, (False, True)):
        world.take(_beginning(programme), crisis(world, code, soft=soft))  # so that each is among the examples
    life.explore([_beginning(programme)], everywhere=lambda button: not _of_the_form(programme, button))
    for state, aside in aside_moves(world, [node.state for node in life.nodes.values()]):
        world.take(state, aside)
    graphs, found = [life], [*_alone(world, life, programme)]
    for name, one in programme.flows.items():
        starts = _starts(life, name, classes, programme)
        if not starts:
            found.append(Finding(name, "", f"nothing leads into the flow `{name}`"))
            continue
        form = _explore_form(world, classes, one, starts)
        graphs.append(form)
        found += [*_alone(world, form, programme, within=name), *_never_asked(form, life, one, programme)]
        _try_every_option(world, classes, form, one)
    found += [Finding(HOME, "", f"there is no message `{key}`") for key in sorted(world.recorder.unknown)]
    for (flow, asked, error), move in world.broken.items():
        found.append(Finding(flow, asked, f"the engine breaks: {error}", f"on {move}"))
    return Explored(
        sum(len(graph.nodes) for graph in graphs),
        sum(graph.steps for graph in graphs),
        tuple({finding[:3]: finding for finding in reversed(found)}.values())[::-1],
        tuple(world.examples.values()),
        world.recorder.asked,
    )


def _alone(world: World, graph: Graph, programme: Programme, within: str = "") -> Iterator[Finding]:
    """The states from which no person or no end can be reached, one line for each question that is open there."""
    ways = {name: graph.leading_to_the_end(name) for name in programme.flows if within in ("", name)}
    nobody: dict[tuple[str, str], list[Key]] = {}
    endless: dict[tuple[str, str], list[Key]] = {}
    for key, node in graph.nodes.items():
        place = node.state.flow, node.state.asked
        if not world.brings_a_person(node.state):
            nobody.setdefault(place, []).append(key)
        if place[0] in ways and key not in ways[place[0]]:
            endless.setdefault(place, []).append(key)
    human = world.commands["human"]
    for (flow, asked), keys in nobody.items():
        yield Finding(flow, asked, f"“{human}” brings nobody", _example(graph, keys))
    for (flow, asked), keys in endless.items():
        yield Finding(flow, asked, f"no way leads to the end of the flow `{flow}`", _example(graph, keys))


def _example(graph: Graph, keys: list[Key]) -> str:
    path = " → ".join(graph.path(keys[0])) or "the very beginning"
    return f"in {len(keys)} states, such as after {path}"


def _never_asked(form: Graph, life: Graph, flow: Flow, programme: Programme) -> Iterator[Finding]:
    asked = {
        node.state.asked for graph in (form, life) for node in graph.nodes.values() if node.state.flow == flow.flow
    }
    for question in flow.questions:
        answers_itself = question.options == "centres" and len(programme.centres) == 1
        if question.id not in asked and not question.told and not answers_itself:
            yield Finding(flow.flow, question.id, f"question `{question.id}` is never asked: its guards never hold")


# --- life ---


def _life(state: State) -> Key:
    visit = state.next_visit(NOW)
    return (
        *(state.flow, state.after, state.asked, "consent" in state.answers, bool(state.draft)),
        *(state.last_at is None, state.case is not None, bool(state.worker)),
        *(getattr(state, name) for name in _SWITCHES),
        state.hushed and bool(state.worker),
        visit.status if visit else None,
        state.alarm is not None and not state.alarm.acknowledged,
    )


def _of_the_form(programme: Programme, button: str) -> bool:
    """Whether ``button`` answers or corrects a question of a flow: the form's view presses those."""
    name = button.partition(":")[0]
    return name == "correct" or programme.question(name) is not None


# --- the form of one flow ---


def _try_every_option(world: World, classes: Classes, form: Graph, flow: Flow) -> None:
    """End ``flow`` with every option of every question: one of a class stands for the others only as to what is asked,
    and what the engine makes of an answer at the end may differ."""
    last = form.last_before_the_end(flow.flow)
    for question in flow.questions:
        state = next((state for state in last if question.id in state.answers), None)
        if state is None:
            continue
        for option in world.programme.options(question):
            value = (option,) if question.kind is QuestionKind.MANY else option
            told = replace(state, answers={**state.answers, question.id: Answer(value, NOW)})
            for move in (*form_moves(world, classes, flow, told), world.says("human")):
                world.take(told, move)


def _starts(life: Graph, flow: str, classes: Classes, programme: Programme) -> list[State]:
    """Where ``flow`` begins: as life first came to it, for a form with any facts that may be told before the
    consent."""
    beginning = _beginning(programme)
    if flow != beginning.flow:
        # A caseworker's presence keeps some forms waiting, so the bot's own states go first.
        found = (node.state for node in life.nodes.values() if node.state.flow == flow and node.state.asked)
        first = sorted(found, key=lambda state: (bool(state.worker), state.stopped, "consent" in state.answers))[:1]
        if not first or "consent" in first[0].answers or not programme.flows[flow].form:
            return first
        beginning = first[0]
    told = [_told(question, classes) for question in programme.flows[flow].questions if question.heard]
    return [replace(beginning, heard=dict(pair for pair in facts if pair)) for facts in product(*told)]


def _beginning(programme: Programme) -> State:
    """That of a person who has never written."""
    return mended(programme, State())


def _told(question: Question, classes: Classes) -> list[tuple[str, Answer] | None]:
    """Not told, or told with one value of each class."""
    return [None, *((question.id, Answer(value, NOW, How.HEARD)) for value in classes.samples(question))]


def _explore_form(world: World, classes: Classes, flow: Flow, starts: list[State]) -> Graph:
    form = Graph(world, _form(classes, flow), lambda state: form_moves(world, classes, flow, state), _ASTRAY)
    form.explore(starts, everywhere=lambda _: False)
    return form


def _form(classes: Classes, flow: Flow) -> Callable[[State], Key]:
    def key(state: State) -> Key:
        if state.flow != flow.flow:
            return state.flow  # the flow is over: life goes on from there
        draft = classes.of(state.asked, state.draft) if state.draft else None
        menu = {choice.id for choice in state.menu if not choice.id.startswith(f"{state.asked}:")}
        known, told = classes.all(state.answers), classes.all(state.heard)
        return state.last_at is None, state.asked, known, told, draft, frozenset(menu), min(state.misses, 1)

    return key
