"""Serve the program over HTTP until it is told to stop."""

from __future__ import annotations

import gc

import uvicorn

from bot.app import FrontDoor
from bot.http import create


def server(door: FrontDoor, host: str, port: int, *, worker: bool = True) -> uvicorn.Server:
    """A server ready to run: ``await server(...).serve()``."""
    # What start-up built stays for ever; looking through it for garbage again and again would stop every turn meanwhile.
    gc.collect()
    gc.freeze()
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
    return uvicorn.Server(config)
