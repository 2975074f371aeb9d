"""The console as routes of the HTTP app: who passes in which order, and what every answer carries."""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from pathlib import Path

from litestar import Router
from litestar.config.csrf import CSRFConfig
from litestar.datastructures import CacheControlHeader, MutableScopeHeaders
from litestar.di import Provide
from litestar.middleware import DefineMiddleware
from litestar.middleware.csrf import CSRFMiddleware
from litestar.middleware.session.base import SessionMiddleware
from litestar.middleware.session.client_side import ClientSideSessionBackend, CookieBackendConfig
from litestar.static_files import create_static_files_router
from litestar.types import ASGIApp, ControllerRouterHandler, Message, Middleware, Receive, Scope, Send

from bot.app import FrontDoor
from bot.console import (
    account,
    acting,
    casepage,
    confirming,
    dispatching,
    entrance,
    exporting,
    inbox,
    places,
    reports,
    roster,
    simulator,
    visited,
)
from bot.console.guessing import Guessing
from bot.console.pages import HEADERS
from bot.console.refusals import REFUSALS, nowhere
from bot.console.visitor import IDLE, signed_in

LARGEST = 1 << 16
"""Bytes of a form."""


def guarded(app: ASGIApp) -> ASGIApp:
    """Redirects and streams carry the headers too; what is refused before it comes here is a page, which has them."""

    async def guard(scope: Scope, receive: Receive, send: Send) -> None:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableScopeHeaders.from_message(message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        await app(scope, receive, sending)

    return guard


def sessions(door: FrontDoor) -> Middleware:
    """The session: encrypted in the visitor's own cookie, so that any process can read it."""
    config = CookieBackendConfig(
        secret=door.store.vault.session_secret,
        key="front-door",
        max_age=int(IDLE.total_seconds()),
        path="/console",
        secure=door.settings.public_url.startswith("https"),
        httponly=True,
        samesite="lax",
    )
    backend = ClientSideSessionBackend(config)
    # A function, not DefineMiddleware: Litestar copies a router's middleware deeply, and a cipher cannot be copied.
    return lambda app: SessionMiddleware(app=app, backend=backend)


def forgery(door: FrontDoor) -> CSRFConfig:
    """A form counts only with the token of the page it stood on."""
    return CSRFConfig(
        secret=hmac.digest(door.store.vault.session_secret, b"console forms", "sha256").hex(),
        cookie_name="front-door-form",
        cookie_path="/console",
        cookie_secure=door.settings.public_url.startswith("https"),
        cookie_httponly=True,
        cookie_samesite="lax",
    )


def routes(door: FrontDoor) -> Sequence[ControllerRouterHandler]:
    """Everything under /console. Its session, form tokens and headers are its own: no other route sees them."""
    guesses = Guessing()
    pages = Router(
        path="/console",
        route_handlers=[
            *entrance.HANDLERS, *inbox.HANDLERS, *casepage.HANDLERS, *acting.HANDLERS, *account.HANDLERS,
            *simulator.HANDLERS, *reports.HANDLERS, *visited.HANDLERS, *roster.HANDLERS, *dispatching.HANDLERS,
            *confirming.HANDLERS, *exporting.HANDLERS, *places.HANDLERS, nowhere,
        ],
        middleware=[guarded, sessions(door), DefineMiddleware(CSRFMiddleware, config=forgery(door))],
        dependencies={
            "visitor": Provide(signed_in),
            "guesses": Provide(lambda: guesses, sync_to_thread=False),
        },
        exception_handlers=REFUSALS,
        request_max_body_size=LARGEST,
    )  # fmt: skip
    files = create_static_files_router(
        path="/console/static",
        directories=[Path(__file__).parent / "static"],
        cache_control=CacheControlHeader(max_age=31_536_000, immutable=True),
    )
    return [pages, files]
