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
from litestar.middleware.session.client_side import CookieBackendConfig
from litestar.static_files import create_static_files_router
from litestar.types import ASGIApp, ControllerRouterHandler, Message, Receive, Scope, Send

from bot.app import FrontDoor
from bot.console import account, acting, casepage, entrance, inbox
from bot.console.guessing import Guessing
from bot.console.refusals import HANDLERS
from bot.console.visitor import IDLE, signed_in

LARGEST = 1 << 16
"""Bytes of a form."""

HEADERS = {
    "content-security-policy": "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "x-robots-tag": "noindex",
}
_UNKEPT = HEADERS | {"cache-control": "no-store"}


def guarded(app: ASGIApp) -> ASGIApp:
    """Every answer of a page tells browsers to keep it to themselves and to run nothing but our own files."""

    async def guard(scope: Scope, receive: Receive, send: Send) -> None:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableScopeHeaders.from_message(message)
                for name, value in _UNKEPT.items():
                    headers[name] = value
            await send(message)

        await app(scope, receive, sending)

    return guard


def sessions(door: FrontDoor) -> CookieBackendConfig:
    """The session: encrypted in the visitor's own cookie, so that any process can read it."""
    return CookieBackendConfig(
        secret=door.store.vault.session_secret,
        key="front-door",
        max_age=int(IDLE.total_seconds()),
        path="/console",
        secure=door.settings.public_url.startswith("https"),
        httponly=True,
        samesite="lax",
    )


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
        ],
        middleware=[guarded, sessions(door).middleware, DefineMiddleware(CSRFMiddleware, config=forgery(door))],
        dependencies={
            "visitor": Provide(signed_in),
            "guesses": Provide(lambda: guesses, sync_to_thread=False),
        },
        exception_handlers=HANDLERS,
        request_max_body_size=LARGEST,
    )  # fmt: skip
    files = create_static_files_router(
        path="/console/static",
        directories=[Path(__file__).parent / "static"],
        cache_control=CacheControlHeader(max_age=31_536_000, immutable=True),
    )
    return [pages, files]
