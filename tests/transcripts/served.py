"""The whole program over a database.

The chat page's messages go in by HTTP, those of other lines where their channels hand them over.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

import httpx
from sqlalchemy import exists, func, or_, select

from bot.acting import Scene
from bot.lines import Line
from bot.transcript import Said, local, tag_of
from bot.turns import Done
from data.ids import uuid7
from data.tables import messages, timers
from data.turns import state_of
from dialogues.effects import Effect
from dialogues.events import Event
from dialogues.messages import Kind, Outgoing
from dialogues.programme import Programme
from dialogues.state import State
from integrations.channels.channel import Sent
from integrations.channels.console import Console
from integrations.channels.webchat import WebChat
from tests.serving import Served, serve
from tests.transcripts.comparing import Happened

TOKEN = "transcript-transcript-transcript-transcript"


class HeardPage(WebChat):
    """The chat page's line, which also remembers what it was given to send."""

    def __init__(self, line: str, heard: list[Outgoing]) -> None:
        super().__init__(line)
        self._heard = heard

    async def send(self, message: Outgoing) -> Sent:
        """As the chat page does."""
        self._heard.append(message)
        return await super().send(message)


class InDatabase:
    """One conversation with the running program."""

    def __init__(self, served: Served, client: httpx.AsyncClient, programme: Programme, header: dict[str, str]) -> None:
        self._served, self._client, self._programme = served, client, programme
        self._line, self._hint = header["line"], header["language"]
        self._heard: list[Outgoing] = []
        self._effects: list[Effect] = []
        self._seen: dict[object, str] = {}
        """By message: its status, or until when it is held, when we last looked."""
        lines = served.door.lines._lines
        for spec in programme.facts.lines:
            if spec.key == self._line or spec.key in header.get("lines", "").split():
                lines[spec.key] = self._listening(lines, spec.key, spec.channel)
        self._web = lines[self._line].kind == "webchat"
        self._handle = TOKEN if self._web else header["phone"]
        self._conversation = served.door.store.conversation_id(self._line, self._handle)
        served.door.turns.on_done = self._done

    def _listening(self, lines: dict[str, Line], key: str, kind: str) -> Line:
        if kind == "webchat":
            return replace(lines[key], channel=HeardPage(key, self._heard))
        return Line(key, kind, Console(key, self._heard.append, window=kind == "whatsapp"), self._programme)

    def _done(self, done: Done) -> None:
        self._effects += done.effects

    async def now(self) -> datetime:
        """The present moment, UTC."""
        return self._served.door.clock.now()

    async def state(self) -> State:
        """What the conversation knows."""
        held = await state_of(self._served.door.store, self._conversation)
        return held.state if held else State()

    async def scene(self) -> Scene:
        """Where the caseworker stands now."""
        return Scene(
            uuid7(), self._conversation, self._line, await self.state(), await self.now(), self._programme.zone
        )

    async def timers(self) -> set[tuple[str, int, str]]:
        """Kind, level and local moment of every timer that stands."""
        async with self._served.door.store.database.read() as connection:
            rows = (await connection.execute(select(timers.c.kind, timers.c.level, timers.c.due_at))).all()
        return {(row.kind, row.level, local(row.due_at, self._programme.zone)) for row in rows}

    async def everything_kept(self) -> str:
        """All that rests of the conversation, unsealed: what came in, what went out, and the state."""
        store = self._served.door.store
        async with store.database.read() as connection:
            rows = (await connection.execute(select(messages.c.id, messages.c.content_sealed))).all()
        contents = [store.open(row.content_sealed, "messages.content", row.id, object) for row in rows]
        return f"{contents} {await self.state()}"

    async def write(self, kind: Kind, text: str, choice: str) -> Happened:
        """The person does something on their channel."""
        if not self._web:
            channel = self._served.door.lines._lines[self._line].channel
            assert isinstance(channel, Console)
            inbound = channel.read(text, self._handle, kind=kind, choice=choice, language=self._hint)
            await self._served.door.turns.take([inbound])
            return await self._settled()
        call = {
            "token": TOKEN,
            "id": uuid4().hex,
            "kind": kind.value,
            "text": text,
            "choice": choice,
            "language": self._hint,
        }
        answer = await self._client.post(f"/hooks/{self._line}", json=call)
        assert answer.status_code == 200, answer.text
        happened = await self._settled()
        replies = [reply["text"] for reply in answer.json()["replies"]]
        assert replies == [said.text for said in happened.said], (
            "the page was answered with something else than was sent"
        )
        return happened

    async def happen(self, event: Event) -> Happened:
        """A caseworker does something."""
        await self._served.door.turns.happen(event)
        return await self._settled()

    async def move(self, to: datetime) -> Happened:
        """Time passes, and what falls due happens on its way."""
        clock = self._served.door.clock
        while (due := await self._next_due()) is not None and due <= to:
            clock.move(max(due - clock.now(), due - due))
            await self._quiet()
        clock.move(to - clock.now())
        return await self._settled()

    async def _next_due(self) -> datetime | None:
        first_timer = select(func.min(timers.c.due_at).label("at"))
        first_message = select(func.min(messages.c.send_after)).where(messages.c.status == "queued")
        async with self._served.door.store.database.read() as connection:
            found = [(await connection.execute(statement)).scalar() for statement in (first_timer, first_message)]
        return min((at for at in found if at is not None), default=None)

    async def _quiet(self) -> None:
        """Let everything that is due happen, whoever takes it: the program's own rounds are at work as well."""
        while await self._busy():
            await self._served.door.rounds.fire_due()
            await self._served.door.dispatcher.send_due()
            await asyncio.sleep(0.002)

    async def _busy(self) -> bool:
        now = await self.now()
        sending = or_(messages.c.status == "sending", (messages.c.status == "queued") & (messages.c.send_after <= now))
        anything = or_(exists().where(timers.c.due_at <= now), exists().where(sending))
        async with self._served.door.store.database.read() as connection:
            return bool((await connection.execute(select(anything))).scalar_one())

    async def _settled(self) -> Happened:
        await self._quiet()
        said = tuple(self._said(message) for message in self._heard)
        effects = tuple(self._effects)
        self._heard.clear()
        self._effects.clear()
        return Happened(said, tuple(await self._kept_back()), effects)

    def _said(self, message: Outgoing) -> Said:
        labels = tuple(choice.label for choice in message.choices)
        other = message.line if message.line != self._line else ""
        return Said(message.text, labels, tag_of(message.purpose, other, template=message.template))

    async def _kept_back(self) -> list[str]:
        """What the gate did, as the database tells it, since we last looked."""
        columns = (messages.c.id, messages.c.status, messages.c.reason, messages.c.send_after)
        async with self._served.door.store.database.read() as connection:
            rows = (await connection.execute(select(*columns).where(~messages.c.inbound).order_by(messages.c.id))).all()
        found = []
        for row in rows:
            words = f"dropped: {row.reason}" if row.status == "dropped" else ""
            if row.status == "queued":
                words = f"held until {local(row.send_after, self._programme.zone)}: {row.reason}"
            if words and self._seen.get(row.id) != words:
                found.append(words)
            self._seen[row.id] = words
        return found


@asynccontextmanager
async def in_database(
    url: str, programme: Programme, header: dict[str, str], start: datetime, engine: object
) -> AsyncIterator[InDatabase]:
    """A conversation with a program of its own over the database at ``url``."""
    async with (
        serve(url, engine=engine, standing=start, programmes=programme.key) as served,
        httpx.AsyncClient(base_url=served.url) as client,
    ):
        yield InDatabase(served, client, programme, header)
