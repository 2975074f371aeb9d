"""The webhooks of every channel: read, keep, take the turn, answer.

A plain ASGI application, because it is the one place that every message passes: no routing, no parsing of headers or
parameters that nobody reads.
"""

from __future__ import annotations

import structlog
from litestar.types import Receive, Scope, Send

from bot.app import FrontDoor
from bot.lines import Line
from bot.metrics import REFUSED
from bot.staff_hook import NAME, staff_call
from data import inbox
from data.outbox import Ready
from dialogues.messages import Outgoing
from integrations.channels.channel import Answer, Request
from integrations.errors import BadRequest, Forged
from integrations.handoffs.staff_telegram import StaffTelegram

log = structlog.get_logger()

LARGEST = 1 << 20
"""Bytes of a call; the largest that any provider documents is far smaller."""

NO_LINE = Answer(status=404, body=b"there is no such line, or it is switched off")
NOT_POST = Answer(status=405, body=b"a webhook takes POST")
TOO_LARGE = Answer(status=413, body=b"the body is larger than any provider sends")


class Webhooks:
    """ASGI application for ``/hooks/<line>``."""

    def __init__(self, door: FrontDoor) -> None:
        self._door = door
        self._staff = next((one for one in door.notices.handoffs.every if isinstance(one, StaffTelegram)), None)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one call.

        404 no such line, 405 not a POST, 413 too large, 400 not the provider's, 403 forged, else the channel's answer.
        """
        answer = await self._answer(scope, receive)
        headers = [(b"content-type", answer.content_type.encode()), (b"content-length", b"%d" % len(answer.body))]
        await send({"type": "http.response.start", "status": answer.status, "headers": headers})
        await send({"type": "http.response.body", "body": answer.body, "more_body": False})

    async def _answer(self, scope: Scope, receive: Receive) -> Answer:
        name = scope["path"].rstrip("/").rpartition("/")[2]
        line = self._door.lines.get(name)
        if line is None and not (name == NAME and self._staff):
            return NO_LINE
        if scope["method"] != "POST":  # type: ignore[typeddict-item]
            return NOT_POST
        body = await whole_body(receive)
        if body is None:
            return TOO_LARGE
        request = _request(scope, f"{self._door.settings.public_url}/hooks/{name}", body)
        try:
            return await (self._taken(line, request) if line else self._staff_call(request))
        except BadRequest as error:
            log.warning("hook.refused", line=name, reason=str(error))
            status = 403 if isinstance(error, Forged) else 400
            REFUSED.labels(name, status).inc()
            return Answer(status=status, body=str(error).encode())

    async def _staff_call(self, request: Request) -> Answer:
        return await staff_call(self._door, self._staff, request) if self._staff else NO_LINE

    async def _taken(self, line: Line, request: Request) -> Answer:
        received = line.channel.receive(request)
        await inbox.keep_receipts(self._door.store, received.receipts, self._door.clock.now())
        said = await self._door.turns.take(received.inbounds) if received.inbounds else []
        return received.answer or line.channel.answer([outgoing(ready, line) for ready in said])


async def whole_body(receive: Receive) -> bytes | None:
    """The body of a call; None when it is larger than LARGEST."""
    parts, size = [], 0
    while True:
        message = await receive()
        part = message.get("body", b"")
        size += len(part)  # type: ignore[arg-type]
        if size > LARGEST:
            return None
        parts.append(part)
        if not message.get("more_body"):
            return b"".join(parts)  # type: ignore[arg-type]


def _request(scope: Scope, url: str, body: bytes) -> Request:
    query = scope["query_string"].decode("latin-1")
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    return Request(url=url + (f"?{query}" if query else ""), headers=headers, body=body)


def outgoing(ready: Ready, line: Line) -> Outgoing:
    """A message that was said, for a channel that answers in its response."""
    return Outgoing(
        id=ready.id,
        line=line.key,
        handle=ready.handle,
        text=ready.content.text,
        choices=ready.content.choices,
        many=ready.content.many,
        purpose=ready.purpose,
        language=ready.content.language,
    )
