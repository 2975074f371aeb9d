"""Word to staff in a Telegram chat, with a button to claim a case. Set-up: docs/handoff.md.

A bot of its own, not the families' one: staff and families must never meet in one bot. Facts: Bot API 10.1 (checked
2026-11-22).
"""

from __future__ import annotations

import hmac
import re
from typing import Annotated
from urllib.parse import urlsplit
from uuid import UUID

import msgspec
from msgspec import Meta
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions

from dialogues.effects import NoticeKind
from integrations.channels.channel import Answer, Request
from integrations.channels.telegram_api import Api, called
from integrations.errors import Forged, Malformed, Unreachable
from integrations.handoffs.handoff import Notice
from integrations.handoffs.wording import UNCLAIMED, lines, plain, words

HOOK = "/hooks/staff-telegram"
HANDLED = ("message", "callback_query")
PROOF_HEADER = "x-telegram-bot-api-secret-token"
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
CHAT = re.compile(r"-?[0-9]{1,16}")
"""A chat's number; never an @name, which may be a channel that everybody reads."""
CLAIM = re.compile(r"claim:(?P<case>[0-9a-f]{32})")
LINK_CODE = re.compile(r"/start(?:@\w+)?\s+(?P<code>[A-Za-z0-9_-]{1,64})\s*")
MAX_BODY = 1_048_576
MAX_ANSWER = 200
"""Characters of an answerCallbackQuery."""


class StaffPress(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody pressed "Claim". Who that is, and whether they may, is for the caller to find out."""

    press_id: str
    """Names the press for good: a redelivery has the same."""
    telegram_user: str
    """The presser's Telegram account, a decimal number."""
    chat: str
    """Where they pressed; empty when Telegram does not tell."""
    case: UUID
    callback_query_id: str


class StaffLink(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody sent a one-time code in a private chat: this Telegram account is theirs, if the code is."""

    link_id: str
    """Names the message for good: a redelivery has the same."""
    telegram_user: str
    """Also the id of the private chat, so a recipient for ``send``."""
    code: str


Id = Annotated[int, Meta(ge=-(2**52), le=2**52)]


class _Chat(msgspec.Struct, frozen=True):
    id: Id
    type: str = ""


class _User(msgspec.Struct, frozen=True):
    id: Id


class _Message(msgspec.Struct, frozen=True):
    chat: _Chat
    sender: _User | None = msgspec.field(default=None, name="from")
    text: str = ""


class _Query(msgspec.Struct, frozen=True):
    id: str
    sender: _User = msgspec.field(name="from")
    message: _Message | None = None
    data: str = ""


class _Update(msgspec.Struct, frozen=True):
    update_id: Id
    message: _Message | None = None
    callback_query: _Query | None = None


class StaffTelegram:
    """One bot for staff. A recipient is the number of a chat the bot is in: a person's or a group's."""

    way: str = "telegram"

    def __init__(
        self,
        token: str,
        secret: str,
        public_url: str,
        base_url: str = "https://api.telegram.org",
        *,
        timeout: float = 15.0,
    ) -> None:
        """``token`` is BotFather's. ``secret``, 1-256 of A-Z a-z 0-9 _ -, proves that a webhook call is Telegram's.

        ``public_url``: the https address of this server; without one, presses do not reach us. ``timeout``: seconds for
        each step of a call. Raises ValueError for a secret that Telegram would not take.
        """
        if SECRET.fullmatch(secret) is None:
            raise ValueError("the webhook secret must be 1-256 characters of A-Z a-z 0-9 _ -")
        self._secret = secret
        self._public_url = public_url.rstrip("/")
        self._api = Api(token, base_url.rstrip("/"), timeout)

    async def send(self, notice: Notice, recipient: str) -> None:
        """Write into the chat ``recipient``. Raises SendFailed."""
        if CHAT.fullmatch(recipient) is None:
            raise Unreachable("telegram:chat_not_found")
        await called(
            self._api.send_message(
                recipient,
                self._text(notice),
                reply_markup=self._buttons(notice),
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )
        )

    def _text(self, notice: Notice) -> str:
        if notice.kind is NoticeKind.CLAIMED:
            name = plain(notice.claimed_by_name)
            return words(notice.language).claimed.format(code=plain(notice.code), name=name)
        return "\n".join(lines(notice, link=not _linkable(notice.link)))

    def _buttons(self, notice: Notice) -> InlineKeyboardMarkup | None:
        text = words(notice.language)
        row = []
        if notice.kind in UNCLAIMED:
            row.append(InlineKeyboardButton(text.claim, callback_data=f"claim:{notice.case.hex}"))
        if _linkable(notice.link):
            row.append(InlineKeyboardButton(text.open, url=notice.link))
        return InlineKeyboardMarkup([row]) if row else None

    def receive(self, request: Request) -> list[StaffPress | StaffLink]:
        """Read one webhook call; empty for what means nothing here. Pure. Raises Forged or Malformed."""
        given = request.headers.get(PROOF_HEADER, "")
        if not hmac.compare_digest(given.encode("utf-8", "replace"), self._secret.encode()):
            raise Forged("telegram:secret")
        if len(request.body) > MAX_BODY:
            raise Malformed("telegram:too_large")
        try:
            update = msgspec.json.decode(request.body, type=_Update)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            # The cause is left out: it may quote what somebody wrote.
            raise Malformed("telegram:not_an_update") from None
        found = _press(update, update.callback_query) or _link(update, update.message)
        return [found] if found else []

    def answer_press(self, press: StaffPress, text: str) -> Answer:
        """The answer to the webhook call of ``press`` that shows ``text`` (its first 200 characters) to the presser."""
        return _call("answerCallbackQuery", callback_query_id=press.callback_query_id, text=text[:MAX_ANSWER])

    def answer_link(self, link: StaffLink, text: str) -> Answer:
        """The answer to the webhook call of ``link`` that writes ``text`` back."""
        return _call("sendMessage", chat_id=link.telegram_user, text=text)

    async def start(self) -> None:
        """Open connections and, with an https address, have Telegram call it. Raises SendFailed."""
        await called(self._api.initialize())
        if self._public_url.startswith("https://"):
            address = self._public_url + HOOK
            await called(self._api.set_webhook(address, secret_token=self._secret, allowed_updates=HANDLED))

    async def close(self) -> None:
        """Let go of the connections. The webhook stays, so that presses meanwhile are kept for us."""
        await self._api.shutdown()


def _linkable(link: str) -> bool:
    """Whether Telegram takes the address for a button: it refuses localhost, and a one-word host is no better."""
    parts = urlsplit(link)
    return parts.scheme == "https" and "." in (parts.hostname or "")


def _press(update: _Update, query: _Query | None) -> StaffPress | None:
    # Data is whatever the presser's client sends, so it may be no button of ours.
    claim = CLAIM.fullmatch(query.data) if query else None
    if query is None or claim is None:
        return None
    return StaffPress(
        press_id=str(update.update_id),
        telegram_user=str(query.sender.id),
        chat=str(query.message.chat.id) if query.message else "",
        case=UUID(hex=claim["case"]),
        callback_query_id=query.id,
    )


def _link(update: _Update, message: _Message | None) -> StaffLink | None:
    # In a group others could read the code and be first with it.
    if message is None or message.sender is None or message.chat.type != "private":
        return None
    code = LINK_CODE.fullmatch(message.text)
    if code is None:
        return None
    return StaffLink(link_id=str(update.update_id), telegram_user=str(message.sender.id), code=code["code"])


def _call(method: str, **parameters: str) -> Answer:
    """The answer that makes Telegram carry out one Bot API method, without telling us how it went."""
    return Answer(content_type="application/json", body=msgspec.json.encode({"method": method, **parameters}))
