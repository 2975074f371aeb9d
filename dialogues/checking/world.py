"""A world small enough to be walked through whole: one conversation, one caseworker, one visit, one moment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace as with_fields
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from msgspec.structs import replace

from dialogues.effects import Effect, Notify, OpenCase, Say
from dialogues.events import Event, MessageReceived
from dialogues.flow import Answers, Flow, Question
from dialogues.messages import Kind
from dialogues.programme import Programme
from dialogues.reading import NOTHING_READ, Reading
from dialogues.state import State, VisitStatus
from dialogues.step import step, taken
from dialogues.wording import Wording
from dialogues.words import Words

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
"""The one moment. No answer of the exploration depends on which it is."""

_ID = UUID(int=7)
"""Names the conversation, and every event: so there is one case and one visit, whatever creates them."""


class Move(NamedTuple):
    """Something that may happen next."""

    name: str
    event: Event
    after: timedelta = timedelta()
    """How much time goes by before."""


class Example(NamedTuple):
    """A step, and the keys of the messages that it says."""

    state: State
    move: Move
    keys: tuple[str, ...]


class Outcome(NamedTuple):
    """What a move leads to."""

    state: State
    effects: tuple[Effect, ...]
    ended: frozenset[str]
    """The flows that had no question left."""


class _Watched(Flow, frozen=True):
    """A flow that notes when it is through."""

    ended: Any = None

    def next(self, answers: Answers) -> Question | None:
        question = Flow.next(self, answers)
        if question is None:
            self.ended.add(self.flow)
        return question


class _Remembering(Words):
    """A language's words that know what they found before: the same few texts are written again and again."""

    def __init__(self, words: Words) -> None:
        vars(self).update(vars(words))
        self._found: dict[tuple[str, str], tuple[str, ...]] = {}

    def found(self, question: str, text: str) -> tuple[str, ...]:
        if (question, text) not in self._found:
            self._found[question, text] = Words.found(self, question, text)
        return self._found[question, text]


class Recorder(Wording):
    """The wording, noting what is asked of it. A message with values is answered with its key alone: what it says
    decides nothing, and rendering it costs more than the step."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self.asked: dict[str, frozenset[str]] = {}
        """By key: the names of the values it was given each time."""
        self.unknown: set[str] = set()
        self.lately: list[str] = []
        """The keys asked for in the step that is being taken."""

    def text(self, language: str, key: str, **values: Any) -> str:
        """Message ``key``; the key itself when there is no such message."""
        given = frozenset(values)
        self.lately.append(key)
        self.asked[key] = self.asked.get(key, given) & given
        try:
            return key if values else self._wording.text(language, key)
        except KeyError:
            self.unknown.add(key)
            return key


class World:
    """A programme in which everything goes through ``step`` and is noted."""

    def __init__(self, programme: Programme, commands: Mapping[str, str]) -> None:
        """``commands``: by command, words that the programme's first language has for it."""
        self.recorder = Recorder(programme.wording)
        self.commands = commands
        self.examples: dict[str, Example] = {}
        """By the keys of its messages: the first step that said them together."""
        self.broken: dict[tuple[str, str, str], str] = {}
        """By flow, open question and error: the first move that the engine could not take."""
        self._ended: set[str] = set()
        flows = {name: _watched(flow, self._ended) for name, flow in programme.flows.items()}
        words = {tag: _Remembering(known) for tag, known in programme.words.items()}
        self.programme = with_fields(programme, wording=self.recorder, flows=flows, words=words)
        pushing = [line.key for line in programme.facts.lines if line.channel != "webchat"]
        self._common: dict[str, Any] = {"id": _ID, "conversation": _ID, "line": (pushing or [""])[0]}

    def take(self, state: State, move: Move) -> Outcome:
        """What ``move`` makes of ``state``, at the one moment again. Nothing at all where the content breaks the
        engine, which is noted. ``state`` has been mended, once for all its moves: otherwise this is ``step``."""
        self._ended.clear()
        self.recorder.lately.clear()
        try:
            after, effects = taken(self.programme, state, move.event, NOW + move.after).finish()
        except Exception as error:  # whatever it is, it is a mistake of the content
            self.broken.setdefault((state.flow, state.asked, f"{type(error).__name__}: {error}"), move.name)
            return Outcome(state, (), frozenset())
        for effect in effects:
            if isinstance(effect, Say):
                self.examples.setdefault(_keys(effect), Example(state, move, tuple(self.recorder.lately)))
        return Outcome(_at_the_moment(after, move.after), effects, frozenset(self._ended))

    def brings_a_person(self, state: State) -> bool:
        """Whether one word for a person opens a case, or tells a caseworker who has not been told yet."""
        after, effects, _ = self.take(state, self.says("human"))
        told = any(isinstance(effect, OpenCase | Notify) for effect in effects)
        answered = bool(state.worker) or any(isinstance(effect, Say) for effect in effects)
        return after.case is not None and after.waiting and (told or state.waiting) and answered

    def written(
        self, text: str, *, reading: Reading = NOTHING_READ, after: timedelta = timedelta(), name: str = ""
    ) -> Move:
        """The person writes ``text``."""
        return Move(name or f"“{text}”", MessageReceived(**self._common, text=text, reading=reading), after)

    def says(self, command: str) -> Move:
        """The person writes the words for ``command``."""
        return self.written(self.commands[command], name=command)

    def pressed(self, choice: str) -> Move:
        """The person presses the button ``choice``."""
        return Move(choice, MessageReceived(**self._common, kind=Kind.CHOICE, choice=choice))

    def did(self, kind: Kind) -> Move:
        """The person does something that is neither words nor a button; they begin in the programme's own language."""
        language = self.programme.languages[0] if kind is Kind.START else ""
        return Move(kind.value, MessageReceived(**self._common, kind=kind, language_hint=language))

    def happens(self, kind: type[Event], after: timedelta = timedelta(), **fields: Any) -> Move:
        """A caseworker or the clock does something."""
        return Move(kind.__name__, kind(**self._common, **fields), after)


def _watched(flow: Flow, ended: set[str]) -> Flow:
    return _Watched(**{name: getattr(flow, name) for name in Flow.__struct_fields__}, ended=ended)


def _keys(say: Say) -> str:
    """What tells ``say`` from other messages: its words without their values, and what it offers."""
    return "\n".join((say.text, *(choice.id for choice in say.choices)))


def spoken(programme: Programme, example: Example, language: str) -> tuple[Say, ...]:
    """What is said in ``language``, in full words, in the step that ``example`` shows."""
    state, (_, event, after), _ = example
    if isinstance(event, MessageReceived):
        event = replace(event, language_hint=language)  # what a first message is answered in
    _, effects = step(programme, replace(state, language=language), event, NOW + after)
    return tuple(effect for effect in effects if isinstance(effect, Say))


def _at_the_moment(state: State, gone: timedelta) -> State:
    """``state`` as if ``gone`` had not gone by: what was to come is so much nearer. Only the last visit that stands
    is kept, and only one of a caseworker's unread words."""
    visits = [
        replace(visit, starts_at=visit.starts_at - gone)
        for visit in state.visits
        if visit.status is not VisitStatus.CANCELLED and visit.starts_at - gone > NOW
    ]
    return replace(
        state,
        visits=tuple(visits[-1:]),
        unread=state.unread[:1],
        last_at=state.last_at and NOW,
        alarm=state.alarm and replace(state.alarm, at=state.alarm.at - gone),
    )


def buttons(effects: tuple[Effect, ...]) -> Iterator[str]:
    """The ids of the choices offered."""
    for effect in effects:
        if isinstance(effect, Say):
            yield from (choice.id for choice in effect.choices)
