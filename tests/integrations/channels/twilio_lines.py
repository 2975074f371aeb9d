"""An SMS line, its messages and our side of the webhook, for the tests of what the Twilio channels share."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Self, TypeVar
from uuid import UUID

from aiohttp import web

from dialogues.messages import Choice, Outgoing
from integrations.channels.channel import Channel, Received, Request
from integrations.channels.sms import Sms
from tests.integrations.channels.twilio_server import ACCOUNT, TOKEN

PUBLIC = "https://front.example"
HOOK = f"{PUBLIC}/hooks/asan-sms"
NUMBER = "+15550001111"
FAMILY = "+821012345678"
YES_NO = (Choice("safe:yes", "예"), Choice("safe:no", "아니오"))

C = TypeVar("C", bound=Channel)


def line(base_url: str = "https://api.twilio.com", sender: str = NUMBER, public_url: str = PUBLIC) -> Sms:
    """The line under test."""
    return Sms("asan-sms", ACCOUNT, TOKEN, sender, public_url, base_url)


def message(text: str, handle: str = FAMILY, choices: tuple[Choice, ...] = ()) -> Outgoing:
    """One message to a family."""
    return Outgoing(id=UUID(int=1), line="asan-sms", handle=handle, text=text, choices=choices)


@asynccontextmanager
async def started(channel: C) -> AsyncIterator[C]:
    """Start a channel and close it whatever happens."""
    await channel.start()
    try:
        yield channel
    finally:
        await channel.close()


class Hook:
    """Our side of the webhook: hands each call to ``channel``, which is set once the URL is known."""

    def __init__(self) -> None:
        self.channel: Channel | None = None
        self.received: list[Received] = []
        self.url = ""
        app = web.Application()
        app.router.add_post("/{path:.*}", self._handle)
        self._runner = web.AppRunner(app)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self._runner.cleanup()

    async def _handle(self, request: web.Request) -> web.Response:
        body = await request.read()
        assert self.channel is not None
        headers = {name.lower(): value for name, value in request.headers.items()}
        self.received.append(self.channel.receive(Request(url=self.url + request.path, headers=headers, body=body)))
        answer = self.channel.answer(())
        return web.Response(status=answer.status, body=answer.body, headers={"content-type": answer.content_type})
