"""Pages that keep themselves fresh: a stream of server-sent events that only say "look again"."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator

from litestar.response import ServerSentEvent
from litestar.response.sse import ServerSentEventMessage

from data.wake import Wake, woken

LONGEST = 600.0
"""Seconds of one stream; the browser asks again by itself, and we look again at who it is."""

REST = 15.0
"""Seconds after which a page looks again in any case: wake-ups may be lost, delivery states and waiting times move."""


def stream(wake: Wake, topic: str) -> ServerSentEvent:
    """An event ``change`` whenever ``topic`` changes, and every REST seconds. It carries nothing: the page asks."""
    return ServerSentEvent(_changes(wake, topic))


async def _changes(wake: Wake, topic: str) -> AsyncIterator[ServerSentEventMessage]:
    ends = time.monotonic() + LONGEST
    async with wake.waiting(topic) as woke:
        yield ServerSentEventMessage(comment="here", data=None, retry=2000)
        while time.monotonic() < ends and not wake.ending:
            await woken(woke, REST)
            yield ServerSentEventMessage(event="change", data="")
