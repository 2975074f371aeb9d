"""Talk to the bot in a terminal: the whole program over a database that is thrown away afterwards."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from bot.acting import ACTS, Scene, act
from bot.app import FrontDoor, build, running
from bot.lines import Line, Lines
from bot.settings import Settings, SettingsError
from bot.transcript import WEIGHTY, Said, effect_line, local, message_lines, moment, tag_of
from bot.turns import Done
from data import programmes
from data.crypt import new_key
from data.ids import uuid7
from data.migrations import upgrade
from data.outbox import Ready
from data.turns import state_of
from dialogues.case import case_code
from dialogues.effects import Effect, OpenCase, SetTimer
from dialogues.gate import Drop, Hold, Pending, Send, gate
from dialogues.messages import Kind, Outgoing
from dialogues.programme import LineSpec, Programme
from dialogues.state import State
from integrations.channels.console import Console, page
from integrations.nlu.engine import Engine

PERSON = "+821055501234"
"""Who writes; a number of no one."""

WORKER = ("kim", "00000000-0000-4000-8000-00000000000a")
"""Name in the transcript, and id, of the caseworker who acts."""

HELP = """\
Write as the family would. A number takes one of the choices.
  /+2d  /+30m  /+3d 10:30  /2026-11-30 10:30   let time pass
  /claim  /reply words  /visit 2026-11-30 10:30  /move +1d 14:00  /cancel  /acknowledge  /give-back  /close helped
  /list  /unlist (the waiting list)            act as the caseworker
  /photo  /start  /blocked  /unblocked         what a person can do besides writing
  /quit"""

_KINDS = {"photo": Kind.MEDIA, "start": Kind.START, "blocked": Kind.BLOCKED, "unblocked": Kind.UNBLOCKED}
_SPOKEN_AS = {"visit": "book", "give-back": "give back"}

Ask = Callable[[], str]
"""Gets the next line typed; raises EOFError at the end."""


async def chat(
    programme_key: str,
    language: str = "",
    record: Path | None = None,
    *,
    line: str = "",
    ask: Ask = lambda: input("> "),
    tell: Callable[[str], None] = print,
    engine: Engine | None = None,
    start: datetime | None = None,
) -> None:
    """Talk until ``/quit`` or the end of the input; ``record`` gets the conversation as a transcript.

    ``line`` is the line of the programme to play, its first one that pushes when empty; ``language`` is what its
    channel would tell of the person's phone. The clock stands still but for ``/+2d``, from ``start`` (UTC; else now).
    Raises FileNotFoundError for an unknown programme and SettingsError for an unknown line.
    """
    programme = programmes.load(programme_key)
    spec = _spec(programme, line)
    with tempfile.TemporaryDirectory() as folder:
        heard: list[Outgoing] = []
        console = Console(spec.key, heard.append, pushes=spec.channel != "webchat", window=spec.channel == "whatsapp")
        async with _opened(Path(folder), programme, Line(spec.key, spec.channel, console, programme), engine) as door:
            door.clock.stand((start or datetime.now(UTC)).replace(second=0, microsecond=0))
            talk = Talk(door, programme, console, language, tell, heard)
            tell(HELP)
            await _converse(talk, ask)
            if record:
                _write(record, talk.lines)


def _spec(programme: Programme, wanted: str) -> LineSpec:
    lines = programme.facts.lines
    if wanted:
        found = next((line for line in lines if line.key == wanted), None)
    else:
        found = next((line for line in lines if line.channel != "webchat"), lines[0])
    if found is None:
        raise SettingsError(f"{programme.key} has no line {wanted}; it has {', '.join(line.key for line in lines)}")
    return found


@asynccontextmanager
async def _opened(folder: Path, programme: Programme, line: Line, engine: Engine | None) -> AsyncIterator[FrontDoor]:
    url = f"sqlite+aiosqlite:///{folder / 'chat.db'}"
    await asyncio.to_thread(upgrade, url)
    settings = Settings(database_url=url, data_keys=new_key(), programmes=programme.key)
    door = build(settings, {}, lines=Lines({line.key: line}), engine=engine)
    async with running(door, worker=False):
        yield door


async def _converse(talk: Talk, ask: Ask) -> None:
    while True:
        try:
            typed = (await asyncio.to_thread(ask)).strip()
        except EOFError:
            return
        if typed == "/quit":
            return
        try:
            await talk.take(typed)
        except ValueError as mistake:
            talk.tell(f"{mistake}; /help tells what can be done")


def _write(record: Path, lines: Iterable[str]) -> None:
    record.write_text("\n".join(lines) + "\n", encoding="utf-8")


@dataclass
class Talk:
    """One conversation in the terminal, with its transcript as it grows."""

    door: FrontDoor
    programme: Programme
    console: Console
    language: str
    tell: Callable[[str], None]
    heard: list[Outgoing]
    lines: list[str] = field(default_factory=list)
    _done: list[Done] = field(default_factory=list)
    _codes: set[str] = field(default_factory=set)
    _due: set[datetime] = field(default_factory=set)
    """When timers fall due, those that were taken back among them."""
    _held: dict[UUID, tuple[Ready, datetime]] = field(default_factory=dict)
    """What the gate keeps back, and until when."""

    def __post_init__(self) -> None:
        now = self.door.clock.now().astimezone(self.programme.zone)
        self.lines += [
            f"# {self.programme.key}: a conversation recorded on {now:%Y-%m-%d}",
            f"programme: {self.programme.key}",
        ]
        self.lines += [f"start: {now:%Y-%m-%d %H:%M}", f"line: {self.console.line}"]
        self.lines += [f"language: {self.language}"] if self.language else []
        self.door.turns.on_done = self._done.append
        self._conversation = self.door.store.conversation_id(self.console.line, PERSON)

    async def take(self, typed: str) -> None:
        """Let one typed line happen. Raises ValueError for a command that cannot be."""
        if not typed:
            return
        command, _, rest = typed[1:].partition(" ")
        if not typed.startswith("/"):
            await self._write(Kind.TEXT, typed, f"> {typed}")
        elif command == "help":
            self.tell(HELP)
        elif command in _KINDS:
            await self._write(_KINDS[command], rest, f"> ({command}) {rest}".rstrip())
        elif command[:1] in ("+", *"0123456789"):
            await self._move(typed[1:])
        else:
            await self._act(f"{_SPOKEN_AS.get(command, command)} {rest}".strip())

    async def _write(self, kind: Kind, text: str, line: str) -> None:
        self._begin(line)
        inbound = self.console.read(text, PERSON, kind=kind, language=self.language)
        await self.door.turns.take([inbound])
        await self._settle()

    async def _act(self, words: str) -> None:
        scene = Scene(
            uuid7(),
            self._conversation,
            self.console.line,
            await self._state(),
            self.door.clock.now(),
            self.programme.zone,
        )
        event = act(words, WORKER[1], scene)
        self._begin(f"* claim {WORKER[0]}" if words == ACTS[0] else f"* {words}")
        await self.door.turns.happen(event)
        await self._settle()

    async def _move(self, words: str) -> None:
        """Let time pass hour by hour and from timer to timer, so that everything happens at its own moment."""
        clock = self.door.clock
        to = moment(words, clock.now(), self.programme.zone)
        if to < clock.now():
            raise ValueError("time only goes forward")
        self._begin(f"@ {words}")
        while clock.now() < to:
            hour = clock.now().replace(minute=0) + timedelta(hours=1)
            due = [at for at in self._due if at > clock.now()]
            clock.move(min(to, hour, *due) - clock.now())
            await self._settle()

    async def _state(self) -> State:
        held = await state_of(self.door.store, self._conversation)
        return held.state if held else State()

    async def _settle(self) -> None:
        """Send what is due, let what falls due happen, and tell of all of it."""
        while await self.door.rounds.fire_due() + await self.door.dispatcher.send_due():
            pass
        effects = [effect for done in self._done for effect in done.effects]
        self._due |= {effect.at for effect in effects if isinstance(effect, SetTimer)}
        said = [ready for done in self._done for ready in done.said]
        self._codes |= {case_code(effect.document.id) for effect in effects if isinstance(effect, OpenCase)}
        self._tell_heard()
        self._tell_kept_back(said, await self._state())
        self._tell_effects(effects)
        self._done.clear()
        self.heard.clear()

    def _tell_heard(self) -> None:
        for message in self.heard:
            tag = tag_of(message.purpose, template=message.template)
            self.tell(f"{f'({tag}) ' if tag else ''}{page(message)}\n")
            if self.lines[-1].startswith(("<", "  [")):
                self.lines.append("")
            labels = tuple(choice.label for choice in message.choices)
            self.lines += message_lines(Said(message.text, labels, tag), self._codes)

    def _tell_kept_back(self, said: Iterable[Ready], state: State) -> None:
        """What did not arrive, with the gate's reason; what is held is looked at again when its time comes."""
        now = self.door.clock.now()
        self._held |= {ready.id: (ready, now) for ready in said}
        for message in self.heard:
            self._held.pop(message.id, None)
        for ready, looked_at in list(self._held.values()):
            if looked_at > now:
                continue
            route = self.door.lines.route(ready.line, ready.handle)
            match gate(Pending(purpose=ready.purpose, until=ready.until), state, self.programme, route, now):
                case Hold(until=until, reason=reason):
                    self._held[ready.id] = (ready, until)
                    self._note(f"~ held until {local(until, self.programme.zone)}: {reason}")
                case Drop(reason=reason):
                    del self._held[ready.id]
                    self._note(f"~ dropped: {reason}")
                case Send():
                    del self._held[ready.id]  # taken back before its time came

    def _tell_effects(self, effects: Iterable[Effect]) -> None:
        for effect in effects:
            if isinstance(effect, WEIGHTY):
                self._note(effect_line(effect, self.programme.zone, {WORKER[1]: WORKER[0]}))

    def _begin(self, line: str) -> None:
        self.lines += ["", line]

    def _note(self, line: str) -> None:
        self.tell(line)
        self.lines.append(line)
