"""The whole program with every provider on loopback, and eyes for what rests in its database."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any
from uuid import UUID

import aiohttp
from aiohttp import web
from sqlalchemy import Row, Table, func, select

from bot.app import FrontDoor, build, running
from bot.staffing import add_member
from data.ids import uuid7
from data.inbox import RECEIVED
from data.outbox import Content
from data.staff import Role
from data.store import Store
from data.tables import messages
from data.turns import state_of
from dialogues.events import CaseClaimed, Event, VisitBooked
from dialogues.messages import Inbound, Status
from dialogues.state import State
from tests.bot.calls import NUMBER, PROVIDERS, Call, Provider
from tests.integrations.channels import telegram_server, twilio_server
from tests.integrations.channels.telegram_server import TelegramServer
from tests.integrations.channels.twilio_server import TwilioServer
from tests.serving import NoEngine, Served, serve, settings_for

PATIENCE = 20.0
"""Seconds for what happens by itself to have happened."""

FAMILY = 42
"""Number of the person in tests that need but one."""


class Twilio(TwilioServer):
    """Twilio with the clock of this machine."""

    @property
    def now(self) -> datetime:
        """The present moment."""
        return datetime.now(UTC)

    @now.setter
    def now(self, _: datetime) -> None:
        """Its own clock is not to be set."""

    slow = 0.0
    """Seconds between taking a message and saying so."""

    async def _create(self, request: web.Request) -> web.StreamResponse:
        answer = await super()._create(request)
        await asyncio.sleep(self.slow)
        return answer

    def bodies(self, to: str) -> list[str]:
        """What was sent to the number ``to``, in order."""
        return [str(message["body"]) for message in self.messages if message["to"] == to]


def lines(twilio_url: str, telegram_url: str) -> dict[str, str]:
    """The credentials of every line."""
    account = {
        "ACCOUNT_SID": twilio_server.ACCOUNT,
        "AUTH_TOKEN": twilio_server.TOKEN,
        "NUMBER": NUMBER,
        "BASE_URL": twilio_url,
    }
    bot = {"TOKEN": telegram_server.TOKEN, "SECRET": telegram_server.SECRET, "BASE_URL": telegram_url}
    return {
        **{f"ASAN_{kind}_{name}": value for kind in ("SMS", "WHATSAPP") for name, value in account.items()},
        **{f"ASAN_TELEGRAM_{name}": value for name, value in bot.items()},
    }


@dataclass(frozen=True, repr=False)
class World:
    """A server at work and those around it."""

    served: Served
    twilio: Twilio
    telegram: TelegramServer
    session: aiohttp.ClientSession

    @property
    def door(self) -> FrontDoor:
        return self.served.door

    @property
    def store(self) -> Store:
        return self.served.door.store

    def url(self, provider: Provider) -> str:
        """Where ``provider`` calls."""
        return f"{self.served.url}/hooks/{provider.line}"

    def call(self, provider: Provider, number: int, fields: Mapping[str, Any], person: int = FAMILY) -> Call:
        """The person's message of that number."""
        return provider.make(self.url(provider), provider.handle(person), number, fields)

    async def post(self, provider: Provider, call: Call) -> int:
        """Make ``call``; returns the status of the answer."""
        async with self.session.post(self.url(provider), data=BytesIO(call.body), headers=call.headers) as answer:
            await answer.read()
            return answer.status

    async def say(self, kind: str, number: int, text: str, person: int = FAMILY) -> int:
        """The person writes ``text``."""
        provider = PROVIDERS[kind]
        return await self.post(provider, self.call(provider, number, provider.text(text), person))

    def written(self, kind: str, number: int, text: str = "", person: int = FAMILY, **fields: Any) -> Inbound:
        """The person's message of that number, as the channel hands it in."""
        provider = PROVIDERS[kind]
        handle = provider.handle(person)
        return Inbound(line=provider.line, provider_id=f"{handle}-{number}", handle=handle, text=text, **fields)

    async def take(self, kind: str, *texts: str, person: int = FAMILY) -> None:
        """The person writes ``texts``, one after the other; each is answered and the answer has arrived or is held."""
        for text in texts:
            await self.door.turns.take([self.written(kind, uuid7().int, text, person)])
            await self.quiet()

    def conversation(self, kind: str, person: int = FAMILY) -> UUID:
        """The id of the person's conversation."""
        return self.store.conversation_id(PROVIDERS[kind].line, PROVIDERS[kind].handle(person))

    async def state(self, kind: str, person: int = FAMILY) -> State:
        """The person's conversation as it stands."""
        held = await state_of(self.store, self.conversation(kind, person))
        assert held is not None
        return held.state

    async def visit(self, kind: str, staff: UUID, starts_at: datetime, person: int = FAMILY) -> UUID:
        """A caseworker claims the person's case and books a visit; returns the visit's id."""
        await self.happen(CaseClaimed, kind, person, staff=staff.hex)
        return await self.happen(VisitBooked, kind, person, staff=staff.hex, starts_at=starts_at)

    async def happen(self, event: Callable[..., Event], kind: str, person: int = FAMILY, **fields: Any) -> UUID:
        """Let an event happen to the person's conversation; returns the event's id."""
        name = uuid7()
        await self.door.turns.happen(
            event(id=name, conversation=self.conversation(kind, person), line=PROVIDERS[kind].line, **fields)
        )
        return name

    async def quiet(self) -> None:
        """Wait until nothing is being sent and nothing is unanswered."""
        await until(lambda: _busy(self.store))

    def delivered(self, kind: str, person: int = FAMILY) -> list[str]:
        """What has reached the person through ``kind``, in order; for web chat ask ``rows``."""
        handle = PROVIDERS[kind].handle(person)
        if kind == "telegram":
            return [call["text"] for call in self.telegram.called("sendMessage") if call["chat_id"] == handle]
        return self.twilio.bodies(("whatsapp:" if kind == "whatsapp" else "") + handle)


async def until(wanting: Callable[[], Awaitable[object]]) -> None:
    """Ask again and again until ``wanting`` gives nothing more; fails after PATIENCE, with what it wants."""
    deadline = asyncio.get_running_loop().time() + PATIENCE
    while wanted := await wanting():
        assert asyncio.get_running_loop().time() < deadline, wanted
        await asyncio.sleep(0.02)


async def _busy(store: Store) -> int:
    unfinished = messages.c.status.in_([RECEIVED, Status.SENDING.value])
    async with store.database.read() as connection:
        return (await connection.execute(select(func.count()).select_from(messages).where(unfinished))).scalar_one()


async def rows(store: Store, table: Table = messages, *conditions: Any) -> list[Row[Any]]:
    """The rows of ``table``, in the order of their ids."""
    async with store.database.read() as connection:
        return list((await connection.execute(select(table).where(*conditions).order_by(table.c.id))).all())


async def inbound(store: Store) -> list[Inbound]:
    """What families wrote, in the order it came."""
    kept = await rows(store, messages, messages.c.inbound)
    return [store.open(row.content_sealed, "messages.content", row.id, Inbound) for row in kept]


async def outbound(store: Store, *conditions: Any) -> list[tuple[str, str]]:
    """(status, text) of every message of ours, in the order written."""
    ours = await rows(store, messages, ~messages.c.inbound, *conditions)
    return [(row.status, store.open(row.content_sealed, "messages.content", row.id, Content).text) for row in ours]


async def member(
    store: Store,
    *,
    supervisor: bool = False,
    name: str = "김담당",
    email: str = "kim@centre.example",
    programme: str = "firststep-asan",
) -> UUID:
    """Somebody of staff who may see every case of the programme."""
    role = Role.SUPERVISOR if supervisor else Role.CASEWORKER
    return await add_member(store, programme, "", role, name, email, "a long enough password", datetime.now(UTC))


@asynccontextmanager
async def broken(store: Store) -> AsyncIterator[None]:
    """Meanwhile the database has lost the table of messages."""
    async with store.database.write() as connection:
        await connection.exec_driver_sql("ALTER TABLE messages RENAME TO lost")
    try:
        yield
    finally:
        async with store.database.write() as connection:
            await connection.exec_driver_sql("ALTER TABLE lost RENAME TO messages")


def in_days(days: float) -> datetime:
    """So many days from now, UTC."""
    return datetime.now(UTC) + timedelta(days=days)


@asynccontextmanager
async def driven(
    database_url: str, *, engine: object = None, environment: Mapping[str, str] | None = None, **settings: object
) -> AsyncIterator[World]:
    """The program without its HTTP server and its rounds: a test says when those happen, and what time it is."""
    async with Twilio() as twilio, telegram_server.loopback_server() as telegram, aiohttp.ClientSession() as session:
        given = lines(twilio.url, telegram.base_url) if environment is None else environment
        wanted = settings_for(database_url, "http://127.0.0.1:1", **settings)
        door = build(wanted, given, engine=engine or NoEngine())  # type: ignore[arg-type]
        async with running(door, worker=False):
            yield World(Served(wanted.public_url, door), twilio, telegram, session)


@asynccontextmanager
async def world(
    database_url: str,
    *,
    engine: object = None,
    environment: Mapping[str, str] | None = None,
    standing: datetime | None = None,
    **settings: object,
) -> AsyncIterator[World]:
    """The program over ``database_url`` with all its lines and what else ``environment`` sets.

    ``standing`` and ``settings`` as in ``tests.serving.serve``.
    """
    async with Twilio() as twilio, telegram_server.loopback_server() as telegram, aiohttp.ClientSession() as session:
        given = lines(twilio.url, telegram.base_url) | dict(environment or {})
        async with serve(database_url, environment=given, engine=engine, standing=standing, **settings) as served:
            yield World(served, twilio, telegram, session)
