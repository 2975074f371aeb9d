"""The webhooks of every channel: read, keep, take the turn, answer."""

from __future__ import annotations

import asyncio

import structlog
from litestar import Request as HttpRequest
from litestar import Response, post
from litestar.datastructures import State

from bot.app import FrontDoor
from bot.lines import Line
from data import inbox
from data.outbox import Ready
from dialogues.messages import Outgoing
from integrations.channels.channel import Answer, Request
from integrations.errors import BadRequest, Forged

log = structlog.get_logger()

PATIENCE = 8.0
"""Seconds that a provider waits for us at most; what is kept is answered later all the same."""

LARGEST = 1 << 20
"""Bytes of a call; the largest that any provider documents is far smaller."""


def response(answer: Answer) -> Response[bytes]:
    """``answer`` over HTTP."""
    return Response(answer.body, status_code=answer.status, media_type=answer.content_type)


@post("/hooks/{line:str}", request_max_body_size=LARGEST, exclude_from_csrf=True)
async def hook(request: HttpRequest[None, None, State], line: str, door: FrontDoor) -> Response[bytes]:
    """One call of a provider. 404 for no such line, 400 for a body that is not the provider's, 403 for a forged one."""
    served = door.lines.get(line)
    if served is None:
        return response(Answer(status=404, body=b"there is no such line, or it is switched off"))
    try:
        received = served.channel.receive(await _request(request, door))
    except BadRequest as error:
        log.warning("hook.refused", line=line, reason=str(error))
        return response(Answer(status=403 if isinstance(error, Forged) else 400, body=str(error).encode()))
    kept = await door.turns.keep(received.inbounds)
    await inbox.keep_receipts(door.store, received.receipts, door.clock.now())
    said: list[Ready] = []
    if kept:
        turn = asyncio.ensure_future(door.turns.answer(kept))
        await asyncio.wait({turn}, timeout=PATIENCE)
        said = turn.result() if turn.done() else []
    return response(received.answer or served.channel.answer([outgoing(ready, served) for ready in said]))


async def _request(request: HttpRequest[None, None, State], door: FrontDoor) -> Request:
    query = request.scope["query_string"].decode("latin-1")
    path = request.scope["path"] + (f"?{query}" if query else "")
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in request.scope["headers"]}
    return Request(url=door.settings.public_url + path, headers=headers, body=await request.body())


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
