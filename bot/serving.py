"""Serve the program over HTTP until it is told to stop."""

from __future__ import annotations

import gc
import socket

import uvicorn

from bot.app import FrontDoor
from bot.http import create


class Serving(uvicorn.Server):
    """Ends the pages' open streams first, because a stream never ends by itself."""

    def __init__(self, config: uvicorn.Config, door: FrontDoor) -> None:
        super().__init__(config)
        self._door = door

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop taking calls, let those under way end, close."""
        self._door.store.wake.end()
        await super().shutdown(sockets)


def server(door: FrontDoor, host: str, port: int, *, worker: bool = True) -> uvicorn.Server:
    """A server ready to run: ``await server(...).serve()``."""
    # What start-up built stays for ever; looking through it for garbage again and again would stop every turn.
    gc.collect()
    gc.freeze()
    # A turn makes thousands of objects that die by themselves and hardly a cycle: look for those less often.
    gc.set_threshold(20_000, 20, 20)
    config = uvicorn.Config(
        create(door, worker=worker),
        host=host,
        port=port,
        access_log=False,  # its lines would hold addresses
        log_config=None,
        proxy_headers=True,
        forwarded_allow_ips="*" if door.settings.public_url.startswith("https") else None,
        timeout_graceful_shutdown=10,
    )
    return Serving(config, door)
