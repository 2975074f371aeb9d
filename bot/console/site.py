"""The console as routes of the HTTP app: who passes in which order, and what every answer carries."""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from litestar import Router
from litestar.config.csrf import CSRFConfig
from litestar.datastructures import CacheControlHeader, MutableScopeHeaders
from litestar.di import Provide
from litestar.middleware.csrf import CSRFMiddleware
from litestar.middleware.session.base import SessionMiddleware
from litestar.middleware.session.client_side import ClientSideSessionBackend, CookieBackendConfig
from litestar.static_files import create_static_files_router
from litestar.types import ASGIApp, ControllerRouterHandler, Message, Receive, Scope, Send

from bot.called import called_in
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


@lru_cache(maxsize=4)
def _backend(secret: bytes, *, secure: bool) -> ClientSideSessionBackend:
    """The session: encrypted in the visitor's own cookie, so that any process can read it."""
    config = CookieBackendConfig(
        secret=secret,
        key="front-door",
        max_age=int(IDLE.total_seconds()),
        path="/console",
        secure=secure,
        httponly=True,
        samesite="lax",
    )
    return ClientSideSessionBackend(config)


@lru_cache(maxsize=4)
def _forms(secret: bytes, *, secure: bool) -> CSRFConfig:
    """A form counts only with the token of the page it stood on."""
    return CSRFConfig(
        secret=hmac.digest(secret, b"console forms", "sha256").hex(),
        cookie_name="front-door-form",
        cookie_path="/console",
        cookie_secure=secure,
        cookie_httponly=True,
        cookie_samesite="lax",
    )


def kept(app: ASGIApp) -> ASGIApp:
    """With the visitor's session, and against forged forms, under the secret of the program that is called."""

    async def keep(scope: Scope, receive: Receive, send: Send) -> None:
        door = called_in(scope).door
        secret, secure = door.store.vault.session_secret, door.settings.public_url.startswith("https")
        forms = CSRFMiddleware(app=app, config=_forms(secret, secure=secure))
        await SessionMiddleware(app=forms, backend=_backend(secret, secure=secure))(scope, receive, send)

    return keep


pages = Router(
    path="/console",
    route_handlers=[
        *entrance.HANDLERS, *inbox.HANDLERS, *casepage.HANDLERS, *acting.HANDLERS, *account.HANDLERS,
        *simulator.HANDLERS, *reports.HANDLERS, *visited.HANDLERS, *roster.HANDLERS, *dispatching.HANDLERS,
        *confirming.HANDLERS, *exporting.HANDLERS, *places.HANDLERS, nowhere,
    ],
    middleware=[guarded, kept],
    dependencies={"visitor": Provide(signed_in)},
    exception_handlers=REFUSALS,
    request_max_body_size=LARGEST,
)  # fmt: skip
"""All pages. Their session, form tokens and headers are their own: no other route sees them."""

files = create_static_files_router(
    path="/console/static",
    directories=[Path(__file__).parent / "static"],
    cache_control=CacheControlHeader(max_age=31_536_000, immutable=True),
)
routes: Sequence[ControllerRouterHandler] = (pages, files)
"""Everything under /console."""
