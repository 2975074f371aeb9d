"""Long polling: Telegram's updates without a public address, for a laptop."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import msgspec
import structlog

from integrations.channels.channel import Answer, Received
from integrations.channels.telegram_api import Api, called
from integrations.channels.telegram_updates import HANDLED, update_id
from integrations.errors import IntegrationError, Malformed, SendFailed

log = structlog.get_logger(__name__)

POLL_SECONDS = 25
"""How long Telegram holds a call open when nothing is new."""

LONGEST_PAUSE = 30.0
"""Seconds between two tries after many failures."""


class Polling:
    """One bot's updates, each confirmed to Telegram only after it was taken."""

    def __init__(
        self,
        api: Api,
        read: Callable[[object], Received],
        take: Callable[[Received], Awaitable[None]],
        pause: float,
    ) -> None:
        """``read`` raises Malformed; ``take`` keeps what it is given or raises; ``pause`` is in seconds, doubling."""
        self._api = api
        self._read = read
        self._take = take
        self._pause = pause
        self._offset: int | None = None
        self._webhook_gone = False

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until ``stop`` is set. Whatever goes wrong is logged as a code and tried again."""
        pause = self._pause
        while not stop.is_set():
            try:
                await self._round(stop)
                pause = self._pause
            except Exception as error:  # take may raise anything, and the poll must outlive it
                log.warning("telegram_poll_failed", reason=_code(error))
                await _wait(stop, getattr(error, "after", None) or pause)
                pause = min(2 * pause, LONGEST_PAUSE)

    async def _round(self, stop: asyncio.Event) -> None:
        if not self._webhook_gone:
            await called(self._api.delete_webhook())
            self._webhook_gone = True
        updates = await _unless(stop, called(self._api.raw_updates(self._offset, POLL_SECONDS, HANDLED)))
        if not updates:
            # An empty answer confirms all before the offset. Without one, the next update is found even when
            # Telegram numbers anew, as it does after a quiet week.
            self._offset = None
        for raw in updates or ():
            if stop.is_set():
                return
            await self._one(raw)

    async def _one(self, raw: object) -> None:
        number = update_id(raw)
        received = self._readable(raw)
        await self._take(received)
        self._offset = number + 1
        if received.answer is not None:
            await self._perform(received.answer)

    def _readable(self, raw: object) -> Received:
        try:
            return self._read(raw)
        except Malformed as error:
            # Reading it again gives the same, and it would hold up everybody behind it.
            log.warning("telegram_update_unreadable", reason=str(error))
            return Received()

    async def _perform(self, answer: Answer) -> None:
        parameters = msgspec.json.decode(answer.body, type=dict[str, object])
        method = str(parameters.pop("method"))
        try:
            await called(self._api.perform(method, parameters))
        except SendFailed as error:
            # A stale button cannot be answered any more; the press itself was taken.
            log.info("telegram_answer_failed", method=method, reason=str(error))


def _code(error: Exception) -> str:
    return str(error) if isinstance(error, IntegrationError) else type(error).__name__


async def _wait(stop: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return


async def _unless(stop: asyncio.Event, call: Awaitable[list[object]]) -> list[object] | None:
    """The call's result, or None when ``stop`` is set before there is one; the call is then given up."""
    result, stopped = asyncio.ensure_future(call), asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait((result, stopped), return_when=asyncio.FIRST_COMPLETED)
        return result.result() if result.done() else None
    finally:
        result.cancel()
        stopped.cancel()
        await asyncio.gather(result, stopped, return_exceptions=True)
