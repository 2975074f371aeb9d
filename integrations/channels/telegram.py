"""Telegram: private chats with one bot, by webhook or by long polling. Set-up: docs/channels/telegram.md."""

from __future__ import annotations

import asyncio
import hmac
import json
import re
from collections.abc import Awaitable, Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime

import structlog
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions

from dialogues.messages import Choice, Outgoing
from integrations.channels.channel import Answer, Received, Request, Sent
from integrations.channels.telegram_api import Api, called
from integrations.channels.telegram_polling import Polling
from integrations.channels.telegram_text import split, whole
from integrations.channels.telegram_updates import HANDLED, MAX_CHOICE_BYTES, read
from integrations.errors import Forged, Malformed, Rejected, SendFailed

log = structlog.get_logger(__name__)

SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
PROOF_HEADER = "x-telegram-bot-api-secret-token"
MAX_BODY = 1_048_576
"""Bytes of a webhook body. A real update has some kilobytes: 4096 characters of text and what describes them."""
MAX_DELETED = 100
"""Message ids in one deleteMessages call."""


class Telegram:
    """One bot on one line. A handle is the private chat's id in decimal."""

    pushes: bool = True
    window: bool = False

    def __init__(
        self,
        line: str,
        token: str,
        secret: str,
        public_url: str,
        base_url: str = "https://api.telegram.org",
        *,
        protect_content: bool = True,
        timeout: float = 15.0,
        pause: float = 1.0,
    ) -> None:
        """``token`` is BotFather's. ``secret``, 1-256 of A-Z a-z 0-9 _ -, proves that a webhook call is Telegram's.

        ``public_url``: the https address of this server; anything else means long polling. ``protect_content``: what
        the bot sends cannot be forwarded or saved. ``timeout``: seconds for each step of a call. ``pause``: seconds
        before polling is tried again, doubling. Raises ValueError for a secret that Telegram would not take.
        """
        if SECRET.fullmatch(secret) is None:
            raise ValueError("the webhook secret must be 1-256 characters of A-Z a-z 0-9 _ -")
        self.line = line
        self._secret = secret
        self._public_url = public_url.rstrip("/")
        self._protect_content = protect_content
        self._pause = pause
        self._api = Api(token, base_url.rstrip("/"), timeout)
        self._username = ""

    def receive(self, request: Request) -> Received:
        """Read one webhook call. Raises Forged or Malformed."""
        given = request.headers.get(PROOF_HEADER, "")
        if not hmac.compare_digest(given.encode("utf-8", "replace"), self._secret.encode()):
            raise Forged("telegram:secret")
        if len(request.body) > MAX_BODY:
            raise Malformed("telegram:too_large")
        try:
            raw = json.loads(request.body)
        except (ValueError, RecursionError):
            raise Malformed("telegram:not_json") from None
        return self._read(raw)

    def _read(self, raw: object) -> Received:
        return read(raw, self.line, self._username)

    def answer(self, replies: Sequence[Outgoing]) -> Answer:
        """Empty: replies are sent by ``send``. What must be in the answer is in ``Received.answer``."""
        return Answer()

    async def send(self, message: Outgoing) -> Sent:
        """Send a message, in several parts when it is long, its buttons under the last. Raises SendFailed.

        When a later part fails, the message is not sent: trying again repeats the parts before it.
        """
        parts = split(whole(message.text))
        if not parts:
            raise Rejected("telegram:empty")
        keyboard = _keyboard(message.choices)
        for part in parts[:-1]:
            await self._say(message.handle, part, None)
        return await self._say(message.handle, parts[-1], keyboard)

    async def _say(self, chat: str, text: str, keyboard: InlineKeyboardMarkup | None) -> Sent:
        sent = await called(
            self._api.send_message(
                chat,
                text,
                reply_markup=keyboard,
                protect_content=self._protect_content,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )
        )
        # Without the chat's id, which is the person's: Telegram numbers all private messages of a bot in one row.
        return Sent(provider_id=str(sent.message_id))

    async def find_sent(self, message: Outgoing, since: datetime, taken: AbstractSet[str] = frozenset()) -> Sent | None:
        """None: a bot cannot read back what it has sent."""
        return None

    async def start(self) -> None:
        """Learn the bot's name and, with an https address, have Telegram call it. Raises SendFailed."""
        await called(self._api.initialize())
        self._username = self._api.username
        if self._public_url.startswith("https://"):
            await called(
                self._api.set_webhook(
                    f"{self._public_url}/hooks/{self.line}",
                    secret_token=self._secret,
                    allowed_updates=HANDLED,
                    max_connections=40,
                )
            )

    async def close(self) -> None:
        """Let go of the connections. The webhook stays, so that what is written meanwhile is kept for us."""
        await self._api.shutdown()

    async def poll(self, take: Callable[[Received], Awaitable[None]], stop: asyncio.Event) -> None:
        """Fetch updates until ``stop`` is set, taking the webhook away first.

        An update counts as done when ``take`` returns; when it raises, the update comes again. One that was taken
        just before a stop or a crash may come again too, under the same provider id.
        """
        await Polling(self._api, self._read, take, self._pause).run(stop)

    async def erase(self, handle: str, provider_ids: Iterable[str]) -> None:
        """Delete messages of this chat on both sides, as far as Telegram lets us. Never raises SendFailed.

        ``provider_ids`` are those of ``Sent``. Telegram deletes only what is younger than 48 hours (Bot API 10.1,
        deleteMessage; checked 2026-11-22).
        """
        numbers = sorted({int(number) for number in provider_ids if number.isdecimal()})
        for first in range(0, len(numbers), MAX_DELETED):
            await self._delete(handle, numbers[first : first + MAX_DELETED])

    async def _delete(self, handle: str, numbers: list[int]) -> None:
        try:
            await called(self._api.delete_messages(handle, numbers))
        except Rejected as error:
            # One message that is too old spoils the call for all, so the rest is looked for in halves.
            half = len(numbers) // 2
            if half == 0:
                log.info("telegram_erase_failed", line=self.line, reason=str(error))
                return
            await self._delete(handle, numbers[half:])
            await self._delete(handle, numbers[:half])
        except SendFailed as error:
            log.warning("telegram_erase_failed", line=self.line, reason=str(error))


def _keyboard(choices: Sequence[Choice]) -> InlineKeyboardMarkup | None:
    """One button a row: labels are sentences in five languages, and fingers are big."""
    if not all(0 < len(choice.id.encode()) <= MAX_CHOICE_BYTES for choice in choices):
        raise Rejected("telegram:choice_id")
    rows = [[InlineKeyboardButton(whole(choice.label), callback_data=choice.id)] for choice in choices]
    return InlineKeyboardMarkup(rows) if rows else None
