"""The promise to families, tested by killing the program outright: nothing is lost, nothing is answered twice."""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import signal
import socket
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import aiohttp
import msgspec
import pytest
from msgspec.structs import replace

from bot.understanding import Understanding
from data import programmes
from data.crypt import Vault
from data.database import Database
from data.inbox import HANDLED
from data.outbox import Content
from data.store import Store
from data.tables import conversations, messages
from data.turns import state_of
from data.wake import Wake
from dialogues.events import MessageReceived
from dialogues.messages import Inbound
from dialogues.state import State
from dialogues.step import step
from integrations.channels.segments import economise
from tests.bot.calls import PROVIDERS, Call
from tests.bot.world import Twilio, lines, rows, until
from tests.serving import KEY, NoEngine

ROOT = Path(__file__).parents[2]
SMS = PROVIDERS["sms"]
STORY = ("1", "1", "배방읍", "1,4")
"""What each family writes, one after the other: none of it needs the language engine."""

FAMILIES = 250
CONNECTIONS = 16
DEADLINE = 60.0


@dataclass
class Program:
    """``python -m bot serve`` as a process, killed and started again at the same address."""

    environment: dict[str, str]
    port: int
    process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start and wait until it serves."""
        arguments = ("-m", "bot", "serve", "--port", str(self.port))
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith("ASAN_")
        } | self.environment
        self.process = await asyncio.create_subprocess_exec(sys.executable, *arguments, cwd=ROOT, env=environment)
        while not await self._serves():
            assert self.process.returncode is None, "the program did not start"
            await asyncio.sleep(0.1)

    async def _serves(self) -> bool:
        try:
            async with (
                aiohttp.ClientSession() as session,
                session.get(f"http://127.0.0.1:{self.port}/health") as answer,
            ):
                return answer.status == 200
        except aiohttp.ClientError:
            return False

    async def kill(self) -> None:
        """End it as a power cut would."""
        assert self.process is not None
        with contextlib.suppress(ProcessLookupError):
            self.process.send_signal(signal.SIGKILL)
        await self.process.wait()


@dataclass
class Families:
    """Everybody who writes: each message only after the one before was answered 200, and again until it is."""

    url: str
    answered: Counter[str] = field(default_factory=Counter)
    moment: asyncio.Event = field(default_factory=asyncio.Event)
    alarm: int = -1
    """How many answers let ``moment`` come."""

    async def write(self) -> None:
        """All families write their story over CONNECTIONS connections."""
        waiting = list(range(FAMILIES))
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=CONNECTIONS)) as session:
            await asyncio.gather(*(self._worker(session, waiting) for _ in range(CONNECTIONS)))

    async def _worker(self, session: aiohttp.ClientSession, waiting: list[int]) -> None:
        while waiting:
            family = waiting.pop()
            for number, text in enumerate(STORY):
                call = SMS.make(self.url, SMS.handle(family), number, SMS.text(text))
                while not await self._post(session, call):  # noqa: ASYNC110 - the killed program gives no event
                    await asyncio.sleep(0.1)

    async def _post(self, session: aiohttp.ClientSession, call: Call) -> bool:
        try:
            async with session.post(self.url, data=call.body, headers=call.headers) as answer:
                await answer.read()
                self.answered[str(answer.status)] += 1
        except aiohttp.ClientError:
            self.answered["cut off"] += 1
            return False
        if self.answered["200"] == self.alarm:
            self.moment.set()
        return answer.status == 200

    async def so_many(self, answers: int) -> None:
        """Wait until so many calls were answered 200."""
        self.alarm = answers
        self.moment.clear()
        await asyncio.wait_for(self.moment.wait(), DEADLINE)


@asynccontextmanager
async def program(database_url: str, twilio: Twilio, cache: Path) -> AsyncIterator[Program]:
    """The program on a free port, over ``database_url``, its text messages going to ``twilio``."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    sms = {name: value for name, value in lines(twilio.url, "").items() if name.startswith("ASAN_SMS")}
    own = {
        "DATABASE_URL": database_url,
        "DATA_KEYS": KEY,
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "CACHE_DIR": str(cache),
    }
    running = Program({**own, **sms, "LOG_LEVEL": "error"}, port)
    try:
        await running.start()
        yield running
    finally:
        await running.kill()


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1])
async def test_killed_in_the_middle_nothing_is_lost_and_nothing_is_said_twice(
    database_url: str, engine_cache: Path, seed: int
) -> None:
    """A thousand messages, the program killed in their midst (on PostgreSQL twice): each is kept and answered once."""
    chance = random.Random(seed)
    total = FAMILIES * len(STORY)
    kills = sorted(chance.sample(range(total // 5, total * 4 // 5), 2 if database_url.startswith("postgresql") else 1))
    async with Twilio() as twilio, program(database_url, twilio, engine_cache) as running:
        twilio.slow = 0.03  # so that a kill finds messages which Twilio has and we do not know of
        families = Families(f"http://127.0.0.1:{running.port}/hooks/{SMS.line}")
        writing = asyncio.create_task(families.write())
        for answers in kills:
            await families.so_many(answers)
            await asyncio.sleep(chance.random() / 50)
            await running.kill()
            await running.start()
        await asyncio.wait_for(writing, DEADLINE)
        store = Store(Database(database_url), Vault(KEY), Wake())
        try:
            await _finished(store)
            assert families.answered["cut off"], "the program was killed while it was being called"
            await _everything_once(store, twilio, total)
            await _states_are_what_the_messages_make_them(store)
        finally:
            await store.database.close()


async def _finished(store: Store) -> None:
    await until(lambda: _unfinished(store))


async def _unfinished(store: Store) -> int:
    return sum(row.status not in (HANDLED, "sent") for row in await rows(store))


async def _everything_once(store: Store, twilio: Twilio, total: int) -> None:
    kept = await rows(store)
    heard = [row for row in kept if row.inbound]
    said = [row for row in kept if not row.inbound]
    assert len(heard) == len({row.provider_id for row in heard}) == total
    assert Counter(row.conversation_id for row in said) == Counter(row.conversation_id for row in heard)
    assert len(twilio.messages) == len(said) == total
    assert {row.provider_id for row in said} == {message["sid"] for message in twilio.messages}
    for row in said:
        message = next(message for message in twilio.messages if message["sid"] == row.provider_id)
        text = store.open(row.content_sealed, "messages.content", row.id, Content).text
        assert str(message["body"]).startswith(economise(text)[:40]), "the provider has the words of this very reply"


async def _states_are_what_the_messages_make_them(store: Store) -> None:
    found = await rows(store, conversations)
    assert len(found) == FAMILIES
    for row in found:
        held = await state_of(store, row.id)
        assert held is not None
        assert timeless(held.state) == timeless(await _replayed(store, row.id))


async def _replayed(store: Store, conversation: UUID) -> State:
    programme = programmes.load("firststep-asan")
    understanding = Understanding(programmes.lexicon(), NoEngine())
    state = State()
    for row in await rows(store, messages, messages.c.inbound, messages.c.conversation_id == conversation):
        inbound = store.open(row.content_sealed, "messages.content", row.id, Inbound)
        (reading,) = await understanding.read([inbound])
        event = MessageReceived(
            id=row.id,
            conversation=conversation,
            line=inbound.line,
            text=inbound.text,
            phone=inbound.handle,
            reading=reading,
        )
        state, _ = step(programme, state, event, row.at)
    return state


def timeless(state: State) -> bytes:
    """``state`` without the moments in it: a turn was taken a few milliseconds after its message came."""
    answers = {name: replace(answer, at=state.last_at) for name, answer in state.answers.items()}
    heard = {name: replace(answer, at=state.last_at) for name, answer in state.heard.items()}
    bare = msgspec.json.encode(replace(state, answers=answers, heard=heard, last_at=None))
    return bare.replace(msgspec.json.encode(state.last_at), b"null")
