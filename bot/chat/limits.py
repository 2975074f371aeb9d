"""How often one page, or one address, may write."""

from __future__ import annotations

import ipaddress
import math
import time
from collections import Counter

import msgspec
from litestar.types import HTTPRequestEvent, Receive, Scope, Send

from bot.app import FrontDoor
from bot.chat.pages import hotlines, texts
from bot.webhooks import Webhooks, whole_body
from dialogues.programme import Programme

MINUTE = 60.0
MOST_KEYS = 100_000
"""Names counted at once; when more come within a minute, the counting begins anew rather than fill the memory."""
SHARED = 10
"""How many times as many messages an address may send as a page: a phone company puts thousands behind one."""


class Posts:
    """Counts messages within each minute."""

    def __init__(self, most: int) -> None:
        """``most`` messages a minute for one page."""
        self._most = most
        self._counts: Counter[str] = Counter()
        self._minute = 0

    def wait(self, token: str, address: str) -> int:
        """Seconds that the page ``token`` at ``address`` has to wait; 0 lets the message in and counts it."""
        now = time.monotonic()
        if int(now // MINUTE) != self._minute or len(self._counts) > MOST_KEYS:
            self._minute = int(now // MINUTE)
            self._counts.clear()
        allowed = {f"page {token}": self._most}
        if is_public(address):
            allowed[f"address {address}"] = self._most * SHARED
        if any(self._counts[key] >= most for key, most in allowed.items()):
            return math.ceil(MINUTE - now % MINUTE)
        self._counts.update(allowed.keys())
        return 0


def is_public(address: str) -> bool:
    """Whether ``address`` can be a family's. An inner one is our own proxy, not one busy person."""
    try:
        return ipaddress.ip_address(address).is_global
    except ValueError:
        return False


def address_of(scope: Scope) -> str:
    """Where a call came from, as the server tells it (behind a proxy: FORWARDED_ALLOW_IPS of uvicorn)."""
    client = scope.get("client")
    return client[0] if client else ""


class _Named(msgspec.Struct):
    token: str = ""


class Limited:
    """The webhooks, with the limit before those of chat pages."""

    def __init__(self, webhooks: Webhooks, door: FrontDoor, posts: Posts) -> None:
        self._webhooks = webhooks
        self._door = door
        self._posts = posts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One ASGI call; 429 for a page that has to wait, which keeps its text and tries again by itself."""
        line = self._door.lines.get(scope["path"].rstrip("/").rpartition("/")[2])
        if line is None or line.kind != "webchat":
            await self._webhooks(scope, receive, send)
            return
        body = await whole_body(receive)
        if body is None:
            await _refuse(send, 413, {"code": "webchat:too-large"})
        elif wait := self._posts.wait(_token(body), address_of(scope)):
            await _refuse(send, 429, {"code": "webchat:too-many", "after": wait, "message": _kindly(line.programme)})
        else:
            await self._webhooks(scope, _again(body), send)


def _token(body: bytes) -> str:
    try:
        return msgspec.json.decode(body, type=_Named).token
    except (msgspec.DecodeError, UnicodeDecodeError):
        return ""


def _kindly(programme: Programme) -> str:
    """What somebody who writes too fast is told; whoever is in danger finds the numbers even there."""
    language = programme.languages[0]
    numbers = " · ".join(f"{line['number']} {line['name']}" for line in hotlines(programme, language))
    return f"{texts(language)['limited']} {numbers}"


def _again(body: bytes) -> Receive:
    """The body once more, for whoever reads it next."""

    async def receive() -> HTTPRequestEvent:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


async def _refuse(send: Send, status: int, told: dict[str, object]) -> None:
    body = msgspec.json.encode(told)
    headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
    if "after" in told:
        headers.append((b"retry-after", str(told["after"]).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})
