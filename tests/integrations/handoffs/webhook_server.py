"""A partner's receiver on loopback: it verifies each call with the standard's own library and keeps what it says."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from standardwebhooks.webhooks import Webhook as Verifier

SECRET = "whsec_MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA="


@dataclass(slots=True)
class Receiver:
    """``answer`` is what the next calls get, ``None`` for none at all; ``events`` are the verified bodies."""

    port: int = 0
    answer: tuple[int, dict[str, str]] | None = (204, {})
    secret: str = SECRET
    events: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    closing: asyncio.Event = field(default_factory=asyncio.Event)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.headers.append({name.lower(): value for name, value in request.headers.items()})
        self.paths.append(request.path_qs)
        self.events.append(Verifier(self.secret).verify(await request.read(), dict(request.headers)))
        if self.answer is None:
            await self.closing.wait()
            return web.Response(status=503)
        status, headers = self.answer
        return web.Response(status=status, headers=headers)

    async def pour(self, request: web.Request) -> web.StreamResponse:
        """An answer that never ends."""
        response = web.StreamResponse()
        await response.prepare(request)
        while not self.closing.is_set():
            try:
                await response.write(b"x" * 65_536)
            except ConnectionError:
                break
        return response


@asynccontextmanager
async def receiver(tls: ssl.SSLContext | None = None) -> AsyncIterator[Receiver]:
    """A receiver on a free port of 127.0.0.1, with TLS when there is a context for it."""
    kept = Receiver()
    app = web.Application()
    app.router.add_post("/endless", kept.pour)
    app.router.add_route("*", "/{path:.*}", kept.handle)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=tls).start()
    kept.port = runner.addresses[0][1]
    try:
        yield kept
    finally:
        kept.closing.set()
        await runner.cleanup()
