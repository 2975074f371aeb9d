"""A mailbox on this machine, so that the demo's notices arrive somewhere."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.smtp import SMTP


class Mailbox:
    """Takes every message; the newest last."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.port = 0
        self._came = asyncio.Event()

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        """One message, as aiosmtpd hands it over."""
        self.messages.append(message_from_bytes(envelope.content, policy=default))
        self._came.set()
        return "250 OK"

    async def wait_for(self, count: int, seconds: float = 20) -> list[EmailMessage]:
        """Every message, once there are ``count``. Raises TimeoutError."""
        async with asyncio.timeout(seconds):
            while len(self.messages) < count:
                self._came.clear()
                await self._came.wait()
        return self.messages


@asynccontextmanager
async def mailbox() -> AsyncIterator[Mailbox]:
    """A mailbox on a free port of loopback."""
    box = Mailbox()
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(box, ident="demo"), "127.0.0.1", 0)
    box.port = server.sockets[0].getsockname()[1]
    try:
        yield box
    finally:
        server.close()
