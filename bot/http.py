"""The HTTP app: webhooks, web chat, console, health and figures."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from typing import Any

from litestar import Litestar, get
from litestar.di import Provide
from litestar.enums import ScopeType
from litestar.response import Response
from litestar.types import LifeSpanScope, Scope
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from bot.app import FrontDoor, running
from bot.called import Called, bring, called_in
from bot.chat.limits import Limited, Posts
from bot.chat.routes import router as chat
from bot.console import routes as console
from bot.console.guessing import Guessing
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


def _door(scope: Scope) -> FrontDoor:
    return called_in(scope).door


def _posts(scope: Scope) -> Posts:
    return called_in(scope).posts


def _guesses(scope: Scope) -> Guessing:
    return called_in(scope).guesses


@cache
def _pages(*, demo: bool) -> Litestar:
    """Everything but the webhooks. It takes a while to put together, so that is done once, when the first page is asked
    for: a process which only takes webhooks does without."""
    return Litestar(
        route_handlers=[health, metrics, chat, *console, *referral.HANDLERS, *([move_clock] if demo else [])],
        dependencies={
            "door": Provide(_door, sync_to_thread=False),
            "posts": Provide(_posts, sync_to_thread=False),
            "guesses": Provide(_guesses, sync_to_thread=False),
        },
        openapi_config=None,
        logging_config=None,
    )


class Entrance:
    """Webhooks go straight to their handler, everything else through the framework."""

    def __init__(self, door: FrontDoor, *, worker: bool) -> None:
        @asynccontextmanager
        async def lifespan(_: Litestar) -> AsyncIterator[None]:
            async with running(door, worker=worker):
                yield

        self._called = Called(door, Posts(door.settings.chat_posts_per_minute), Guessing())
        self._webhooks = Limited(Webhooks(door), door, self._called.posts)
        self._life = Litestar(lifespan=[lifespan], openapi_config=None, logging_config=None)

    async def __call__(self, scope: Scope | LifeSpanScope, receive: Any, send: Any) -> None:
        """One ASGI call."""
        if scope["type"] == "lifespan":
            await self._life(scope, receive, send)
        elif scope["type"] == ScopeType.HTTP and scope["path"].startswith("/hooks/"):
            await self._webhooks(scope, receive, send)
        else:
            bring(scope, self._called)
            await _pages(demo=self._called.door.settings.demo)(scope, receive, send)


def create(door: FrontDoor, *, worker: bool = True) -> Entrance:
    """The app around ``door``; it starts and stops with it."""
    return Entrance(door, worker=worker)
