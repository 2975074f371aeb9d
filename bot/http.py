"""The HTTP app: webhooks, web chat, console, health and figures."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from litestar import Litestar, get
from litestar.di import Provide
from litestar.response import Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from bot.app import FrontDoor, running
from bot.webhooks import hook


@get("/health", sync_to_thread=False)
def health() -> dict[str, str]:
    """Whether the process serves."""
    return {"status": "ok"}


@get("/metrics", sync_to_thread=False)
def metrics() -> Response[bytes]:
    """Figures for Prometheus; the proxy keeps them inside."""
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


def create(door: FrontDoor, *, worker: bool = True) -> Litestar:
    """The app around ``door``; it starts and stops with it."""

    @asynccontextmanager
    async def lifespan(_: Litestar) -> AsyncIterator[None]:
        async with running(door, worker=worker):
            yield

    return Litestar(
        route_handlers=[health, metrics, hook],
        dependencies={"door": Provide(lambda: door, sync_to_thread=False)},
        lifespan=[lifespan],
        openapi_config=None,
        logging_config=None,
    )
