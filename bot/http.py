"""The HTTP app: webhooks, web chat, console, health and figures."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from litestar import Litestar, get
from litestar.di import Provide
from litestar.enums import ScopeType
from litestar.response import Response
from litestar.types import ASGIApp, Receive, Scope, Send
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from bot.app import FrontDoor, running
from bot.chat.limits import Limited, Posts
from bot.chat.routes import router as chat
from bot.console import routes as console
from bot.demo.clock import move_clock
from bot.referral import routes as referral
from bot.webhooks import Webhooks


@get("/health", sync_to_thread=False)
def health() -> dict[str, str]:
    """Whether the process serves."""
    return {"status": "ok"}


@get("/metrics", sync_to_thread=False)
def metrics() -> Response[bytes]:
    """Figures for Prometheus; the proxy keeps them inside."""
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


class Entrance:
    """Webhooks go straight to their handler, everything else through the framework."""

    def __init__(self, app: ASGIApp, webhooks: ASGIApp) -> None:
        self._app = app
        self._webhooks = webhooks

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One ASGI call."""
        if scope["type"] == ScopeType.HTTP and scope["path"].startswith("/hooks/"):
            await self._webhooks(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def create(door: FrontDoor, *, worker: bool = True) -> Entrance:
    """The app around ``door``; it starts and stops with it."""

    @asynccontextmanager
    async def lifespan(_: Litestar) -> AsyncIterator[None]:
        async with running(door, worker=worker):
            yield

    posts = Posts(door.settings.chat_posts_per_minute)
    app = Litestar(
        route_handlers=[
            health,
            metrics,
            chat(posts),
            *console(door),
            *referral.HANDLERS,
            *([move_clock] if door.settings.demo else []),
        ],
        dependencies={"door": Provide(lambda: door, sync_to_thread=False)},
        lifespan=[lifespan],
        openapi_config=None,
        logging_config=None,
    )
    return Entrance(app, Limited(Webhooks(door), door, posts))
