"""The whole program on an ephemeral port of loopback, for tests that talk to it as the world does."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

import msgspec
import uvicorn

from bot.app import FrontDoor, build
from bot.http import create
from bot.serving import Serving
from bot.settings import Settings
from dialogues.reading import NOTHING_READ, Reading

KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="


class NoEngine:
    """An engine that is never sure: for tests that are not about understanding, and a base for those that are."""

    remote = False

    async def parse(self, texts: Sequence[str]) -> list[Reading]:
        """No guess for any text."""
        return [NOTHING_READ for _ in texts]

    async def close(self) -> None:
        """There is nothing to let go of."""


@dataclass(frozen=True, repr=False)
class Served:
    """A server at work."""

    url: str
    door: FrontDoor


def settings_for(database_url: str, url: str, **changes: object) -> Settings:
    """Settings of a test server."""
    base = Settings(database_url=database_url, data_keys=KEY, public_url=url, log_level="warning")
    return msgspec.structs.replace(base, **changes)


@asynccontextmanager
async def serve(
    database_url: str,
    *,
    environment: Mapping[str, str] | None = None,
    engine: object = None,
    standing: datetime | None = None,
    **changes: object,
) -> AsyncIterator[Served]:
    """The program over the migrated database at ``database_url``.

    ``changes`` are settings, ``environment`` the lines' credentials; the clock is ``standing`` from the very start,
    because for a program at work it never goes back.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = settings_for(database_url, f"http://127.0.0.1:{port}", **changes)
    door = build(settings, environment or {}, engine=engine or NoEngine())  # type: ignore[arg-type]
    if standing:
        door.clock.stand(standing)
    server = Serving(
        uvicorn.Config(create(door), host="127.0.0.1", port=port, log_config=None, timeout_graceful_shutdown=2), door
    )
    task = asyncio.create_task(server.serve())
    while not server.started:
        if task.done():
            await task
        await asyncio.sleep(0.01)
    try:
        yield Served(settings.public_url, door)
    finally:
        server.should_exit = True
        await task
