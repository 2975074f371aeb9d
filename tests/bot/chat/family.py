"""A family at the chat, over HTTP, and the caseworker who answers."""

from __future__ import annotations

import asyncio
import itertools
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import httpx
import msgspec

from bot.app import FrontDoor
from data.ids import uuid7
from dialogues.events import CaseClaimed, WorkerReplied
from tests.serving import Served

LINE = "asan-web"
DEADLINE = 20.0
"""Seconds after which a test is given up; nothing is asserted of any duration."""
WORKER = str(UUID(int=1))
FORM = (
    "language:ko", "consent:agree", "sensitive:agree", "situation:pregnant", "28주", "배방읍",
    "needs:visit,needs:money", "urgency:week", "contact:here", "hours:any", "others_read:alone", "달님", "confirm:send",
)  # fmt: skip
"""A whole self-referral; what holds a colon is pressed."""


class Family:
    """One page's conversation."""

    def __init__(self, client: httpx.AsyncClient, token: str = "") -> None:
        self.client = client
        self.token = token or secrets.token_urlsafe(32)
        self._numbers = itertools.count(1)

    @property
    def headers(self) -> dict[str, str]:
        """The page's key."""
        return {"authorization": f"Bearer {self.token}"}

    async def post(self, headers: Mapping[str, str] | None = None, **call: str) -> httpx.Response:
        """One post of the page, as it is."""
        body = {"token": self.token, "id": f"message-{next(self._numbers)}", **call}
        return await self.client.post(f"/hooks/{LINE}", json=body, headers=headers)

    async def say(self, text: str) -> list[dict[str, Any]]:
        """Write, or press what holds a colon; returns the replies."""
        call = {"kind": "choice", "choice": text, "text": text} if ":" in text else {"text": text}
        answer = await self.post(None, **call)
        assert answer.status_code == 200, answer.text
        replies: list[dict[str, Any]] = answer.json()["replies"]
        return replies

    async def refer(self) -> None:
        """A whole self-referral."""
        await self.post(kind="start")
        for answer in FORM:
            await self.say(answer)

    async def look(self, after: str = "") -> dict[str, Any]:
        """What the page fetches."""
        answer = await self.client.get(f"/chat/{LINE}/messages", params={"after": after}, headers=self.headers)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def look_until(self, text: str) -> dict[str, Any]:
        """What the page fetches once ``text`` is there: a reply is released moments after it was given."""
        while True:
            found = await self.look()
            if any(text in message["text"] for message in found["messages"]):
                return found


@asynccontextmanager
async def family(served: Served, token: str = "") -> AsyncIterator[Family]:
    """A family that talks to ``served``."""
    async with httpx.AsyncClient(base_url=served.url, timeout=20) as client:
        yield Family(client, token)


@asynccontextmanager
async def listening(who: Family, after: str = "") -> AsyncIterator[AsyncIterator[dict[str, Any]]]:
    """The page's stream: what each event holds."""
    path = f"/chat/{LINE}/events"
    async with who.client.stream("GET", path, params={"after": after}, headers=who.headers) as answer:
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/event-stream")
        lines = answer.aiter_lines()
        assert (await anext(lines)).startswith(":")
        yield (msgspec.json.decode(line[6:]) async for line in lines if line.startswith("data: "))


async def until(events: AsyncIterator[dict[str, Any]], text: str) -> list[dict[str, Any]]:
    """Every message that the stream tells up to the one that holds ``text``."""
    told: list[dict[str, Any]] = []
    async for event in events:
        told += event["messages"]
        if any(text in message["text"] for message in event["messages"]):
            return told
    raise AssertionError("the stream ended")


def conversation(door: FrontDoor, token: str) -> UUID:
    """The conversation of a page."""
    return door.store.conversation_id(LINE, token)


async def eventually(holds: Callable[[], Awaitable[bool]]) -> None:
    """Wait until ``holds``; gives up after DEADLINE."""
    async with asyncio.timeout(DEADLINE):
        while not await holds():  # noqa: ASYNC110 (nothing tells of it)
            await asyncio.sleep(0.01)


async def claim(door: FrontDoor, token: str) -> None:
    """A caseworker takes the family's case."""
    event = CaseClaimed(
        id=uuid7(), conversation=conversation(door, token), line=LINE, staff=WORKER, staff_name="김선생"
    )
    await door.turns.happen(event)


async def reply(door: FrontDoor, token: str, text: str) -> None:
    """The caseworker writes."""
    event = WorkerReplied(id=uuid7(), conversation=conversation(door, token), line=LINE, staff=WORKER, text=text)
    await door.turns.happen(event)
