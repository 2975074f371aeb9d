"""Telegram's Bot API: python-telegram-bot's client, with its errors turned into ours and its loggers quiet."""

from __future__ import annotations

import logging
import os
from collections.abc import Awaitable
from datetime import timedelta
from typing import TypeVar

from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import HTTPXRequest

from integrations.errors import ProviderDown, RateLimited, Rejected, SendFailed, Unreachable
from integrations.trust import trusted

Result = TypeVar("Result")

NOT_AN_ANSWER = (AttributeError, LookupError, TypeError, ValueError)
"""What the library raises for a 200 that is not the Bot API's (a proxy's page, a captive portal)."""


class Api(Bot):
    """One bot's client. Call it through ``called``, which gives our errors."""

    def __init__(self, token: str, base_url: str, timeout: float) -> None:
        """``base_url`` without a slash at its end; ``timeout`` in seconds, for each step of a call."""
        quieten()
        super().__init__(
            token, base_url=f"{base_url}/bot", request=_client(timeout, 256), get_updates_request=_client(timeout, 1)
        )

    async def raw_updates(self, offset: int | None, seconds: int, kinds: tuple[str, ...]) -> list[object]:
        """Wait up to ``seconds`` for updates from number ``offset`` on, confirming those before it.

        Unparsed, unlike ``get_updates``: one update that the library cannot read must not hold up the others.
        """
        wish = {"offset": offset, "timeout": seconds, "allowed_updates": list(kinds)}
        patience = (self.request.read_timeout or 0) + seconds
        return list(await self._post("getUpdates", wish, read_timeout=patience))

    async def perform(self, method: str, parameters: dict[str, object]) -> None:
        """Call any method by its name, such as one that a webhook's answer would have carried."""
        await self._post(method, parameters)


def _client(timeout: float, connections: int) -> HTTPXRequest:
    return HTTPXRequest(
        connection_pool_size=connections,
        connect_timeout=timeout,
        read_timeout=timeout,
        write_timeout=timeout,
        pool_timeout=timeout,
        httpx_kwargs={"verify": trusted()},
    )


def quieten() -> None:
    """Keep the libraries from logging and warning: httpx writes URLs with the token, telegram whole messages."""
    for name in ("httpx", "httpcore", "telegram"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    # Waiting times as timedelta, the library's coming default; otherwise every 429 raises a deprecation warning.
    os.environ.setdefault("PTB_TIMEDELTA", "true")


async def called(call: Awaitable[Result]) -> Result:
    """The result of a call to the Bot API. Raises SendFailed.

    The library's own error is left out of the chain: it may quote the token, the text or the answer.
    """
    try:
        return await call
    except TelegramError as error:
        raise failure(error) from None
    except NOT_AN_ANSWER:
        raise ProviderDown("telegram:unreadable_answer") from None


def failure(error: TelegramError) -> SendFailed:
    """Ours for theirs. BadRequest and TimedOut are kinds of their NetworkError, so the order counts."""
    match error:
        case Forbidden():
            return Unreachable("telegram:blocked")
        case RetryAfter():
            return RateLimited("telegram:too_many", _seconds(error.retry_after))
        case BadRequest() if "chat not found" in error.message.lower():
            return Unreachable("telegram:chat_not_found")
        case BadRequest():
            return Rejected("telegram:bad_request")
        case ChatMigrated():
            return Rejected("telegram:chat_migrated")
        case InvalidToken():
            return Rejected("telegram:token")
        case TimedOut():
            return ProviderDown("telegram:timeout")
        case Conflict():
            return ProviderDown("telegram:other_reader")
        case _:
            return ProviderDown("telegram:no_answer")


def _seconds(span: int | timedelta) -> float:
    return span.total_seconds() if isinstance(span, timedelta) else float(span)
