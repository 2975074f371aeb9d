"""Plays a transcript in a world and compares what happens with what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.acting import Scene, act
from bot.transcript import (
    ANY,
    WEIGHTY,
    Said,
    effect_fields,
    effect_line,
    effect_name,
    message_lines,
    moment,
    value_text,
)
from data.programmes import load
from dialogues.case import case_code
from dialogues.effects import Effect, OpenCase
from dialogues.events import Event
from dialogues.messages import Choice, Kind
from dialogues.programme import Programme
from dialogues.state import State
from tests.transcripts.reading import Act, Expected, Message, Transcript

DEFAULTS = {
    "start": "2026-11-23 10:00",
    "line": "asan-web",
    "language": "",
    "programme": "firststep-asan",
    "phone": "+821055501234",
}
"""A Monday in office hours, on the chat page."""

STAFF = {"kim": "00000000-0000-4000-8000-00000000000a", "lee": "00000000-0000-4000-8000-00000000000b"}
"""Ids of the caseworkers who may act in a transcript."""

NAMES = {name: who for who, name in STAFF.items()}


@dataclass(frozen=True)
class Happened:
    """What came of one act."""

    said: tuple[Said, ...] = ()
    kept_back: tuple[str, ...] = ()
    effects: tuple[Effect, ...] = ()


class World(Protocol):
    """Somewhere a conversation can take place."""

    async def now(self) -> datetime:
        """The present moment, UTC."""
        ...

    async def state(self) -> State:
        """What the conversation knows."""
        ...

    async def scene(self) -> Scene:
        """Where the caseworker stands now."""
        ...

    async def write(self, kind: Kind, text: str, choice: str) -> Happened:
        """The person does something on their channel."""
        ...

    async def happen(self, event: Event) -> Happened:
        """A caseworker does something."""
        ...

    async def move(self, to: datetime) -> Happened:
        """Time passes, and what falls due happens on its way."""
        ...


def setting(transcript: Transcript) -> tuple[dict[str, str], Programme, datetime]:
    """The header with its defaults, the programme, and when the story begins, UTC."""
    header = DEFAULTS | transcript.header
    programme = load(header["programme"])
    start = datetime.fromisoformat(header["start"]).replace(tzinfo=programme.zone)
    return header, programme, start.astimezone(ZoneInfo("UTC"))


async def differences(transcript: Transcript, world: World, zone: ZoneInfo) -> list[str]:
    """Play ``transcript``; the acts after which something else happened than it says, as what to read about each."""
    found, codes = [], set[str]()
    for one in transcript.acts:
        happened = await _play(one, world, zone)
        codes |= {case_code(effect.document.id) for effect in happened.effects if isinstance(effect, OpenCase)}
        mistakes = list(_mistakes(one, happened, await world.state(), zone))
        if mistakes:
            lines = [*(line for said in happened.said for line in [*message_lines(said, codes), ""])]
            lines += [f"~ {words}" for words in happened.kept_back]
            lines += [effect_line(effect, zone, NAMES) for effect in happened.effects if isinstance(effect, WEIGHTY)]
            found.append(
                "\n".join([*(f"{transcript.name}:{mistake}" for mistake in mistakes), "what happened:", *lines])
            )
    return found


async def _play(one: Act, world: World, zone: ZoneInfo) -> Happened:
    match one.by:
        case "person":
            return await world.write(one.kind, one.text, "")
        case "choice":
            menu = (await world.state()).menu
            picked = [_choice(menu, number, label) for number, label in one.picks]
            missing = [label for (_, label), choice in zip(one.picks, picked, strict=True) if choice is None]
            assert not missing, (
                f"line {one.line}: {missing[0]} is not offered there; there are {[c.label for c in menu]}"
            )
            ids = ",".join(choice.id for choice in picked if choice)
            return await world.write(Kind.CHOICE, one.picks[0][1] if len(picked) == 1 else "", ids)
        case "clock":
            return await world.move(moment(one.text, await world.now(), zone))
        case "worker":
            words, staff = _worker(one.text, await world.state())
            return await world.happen(act(words, staff, await world.scene()))


def _choice(menu: Sequence[Choice], number: int, label: str) -> Choice | None:
    choice = menu[number - 1] if 0 < number <= len(menu) else None
    return choice if choice and choice.label == label else None


def _worker(text: str, state: State) -> tuple[str, str]:
    """What is done and the id of who does it: ``claim kim``, ``lee: reply …``, or whoever has the conversation."""
    verb, _, name = text.partition(" ")
    if verb in ("claim", "acknowledge") and name in STAFF:
        return verb, STAFF[name]
    who, colon, words = text.partition(": ")
    if colon and who in STAFF:
        return words, STAFF[who]
    return text, state.worker or STAFF["kim"]


def _mistakes(one: Act, happened: Happened, state: State, zone: ZoneInfo) -> Iterator[str]:
    for number, (expected, said) in enumerate(zip(one.said, happened.said, strict=False), start=1):
        if not _same(expected, said):
            yield f"{expected.line}: message {number} is another one"
    if len(one.said) != len(happened.said):
        yield f"{one.line}: {len(one.said)} messages are expected, {len(happened.said)} were sent"
    if tuple(one.kept_back) != happened.kept_back:
        yield f"{one.line}: kept back are {list(happened.kept_back)}, expected {one.kept_back}"
    yield from _effect_mistakes(one, happened, zone)
    for fact in one.known:
        for name, value in fact.fields.items():
            if known(state, name) != value:
                yield f"{fact.line}: {name} is `{known(state, name)}`, not `{value}`"


def _effect_mistakes(one: Act, happened: Happened, zone: ZoneInfo) -> Iterator[str]:
    left = list(happened.effects)
    for expected in one.effects:
        met = next((effect for effect in left if _meets(effect, expected, zone)), None)
        if (met is None) is not expected.absent:
            yield f"{expected.line}: {expected.name} {expected.fields} {'was' if expected.absent else 'was not'} done"
        elif met is not None:
            left.remove(met)
    for effect in left:
        if isinstance(effect, WEIGHTY):
            yield f"{one.line}: the transcript does not tell of `{effect_line(effect, zone, NAMES)}`"


def _meets(effect: Effect, expected: Expected, zone: ZoneInfo) -> bool:
    fields = effect_fields(effect, zone, NAMES)
    same = all(fields.get(name) == value for name, value in expected.fields.items())
    return same and effect_name(effect) == expected.name


def _same(expected: Message, said: Said) -> bool:
    choices = expected.choices in (said.choices, (ANY,)) and bool(expected.choices) is bool(said.choices)
    return expected.tag == said.tag and choices and matches(expected.text, said.text)


def matches(pattern: str, text: str) -> bool:
    """Whether ``text`` is ``pattern``, in which ``…`` stands for anything."""
    parts = (re.escape(part) for part in pattern.split(ANY))
    return re.fullmatch(".*".join(parts), text, re.DOTALL) is not None


def known(state: State, name: str) -> str:
    """What the conversation knows: an answer, or ``asked``, ``owner``, ``speaks``, ``stopped``; empty for nothing."""
    match name:
        case "asked":
            return state.asked
        case "owner":
            return NAMES.get(state.worker, state.worker) or "bot"
        case "speaks":
            return state.language
        case "stopped":
            return "yes" if state.stopped else "no"
        case _:
            answer = state.answers.get(name)
            return value_text(answer.value) if answer else ""
