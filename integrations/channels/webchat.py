"""Web chat: our own page, so the webhook is ours too. Replies are read by the page; nothing is pushed."""

from __future__ import annotations

import hmac
import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import Literal

import msgspec

from dialogues.messages import Choice, Inbound, Kind, Outgoing
from integrations.channels.channel import Answer, Received, Request, Sent
from integrations.errors import Malformed

TOKEN = re.compile(r"[A-Za-z0-9_-]{32,64}")
"""The page's own random key to its conversation: whoever has it reads and writes there."""

PAGE_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
"""What the page calls a message of its own."""

LARGEST = 65536
"""Bytes of a call; the page sends far less."""


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """What the page posts."""

    token: str
    id: str
    """Made by the page for each message: a repeated call is known by it."""
    kind: Literal["text", "choice", "start"] = "text"
    text: str = ""
    choice: str = ""
    """Several ids, separated by commas, where several may be chosen."""
    language: str = ""


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """One message as the page shows it."""

    id: str
    text: str
    choices: tuple[Choice, ...] = ()
    many: bool = False
    ours: bool = True
    """False for what the person wrote."""
    purpose: str = "reply"
    language: str = ""
    """Tag of the language it is written in; empty for what the person wrote."""
    at: datetime | None = None
    """UTC."""
    read: bool = False
    """True when the page has told that it was shown."""


class WebChat:
    """One chat page."""

    pushes = False
    window = False

    def __init__(self, line: str) -> None:
        self.line = line

    def receive(self, request: Request) -> Received:
        """Read one post of the page. Raises Malformed; there is nothing to forge, the token is the person's own key."""
        if len(request.body) > LARGEST:
            raise Malformed("webchat:too-large")
        try:
            call = msgspec.json.decode(request.body, type=Call)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise Malformed("webchat:body") from error
        if not TOKEN.fullmatch(call.token) or not PAGE_ID.fullmatch(call.id):
            raise Malformed("webchat:token")
        inbound = Inbound(
            line=self.line,
            provider_id=provider_id(call.token, call.id),
            handle=call.token,
            kind=Kind(call.kind),
            text=call.text,
            choice=call.choice if call.kind == "choice" else "",
            language_hint=call.language[:16],
        )
        return Received(inbounds=(inbound,))

    def answer(self, replies: Sequence[Outgoing]) -> Answer:
        """The replies, as JSON ``{"replies": [...]}``."""
        body = msgspec.json.encode({"replies": [shown(reply) for reply in replies]})
        return Answer(content_type="application/json", body=body)

    async def send(self, message: Outgoing) -> Sent:
        """The message rests in the database until the page reads it: nothing to hand over."""
        return Sent(provider_id=message.id.hex)

    async def find_sent(self, message: Outgoing, since: datetime, taken: AbstractSet[str] = frozenset()) -> Sent | None:
        """As ``send``."""
        return Sent(provider_id=message.id.hex)

    async def start(self) -> None:
        """Nothing to open."""

    async def close(self) -> None:
        """Nothing to close."""


def provider_id(token: str, page_id: str) -> str:
    """What names a message of the page ``token`` once and for all: two pages may make the same id."""
    return f"{hmac.digest(token.encode(), page_id.encode(), 'sha256').hex()[:32]}:{page_id}"


def page_id(provider_id: str) -> str:
    """What the page itself calls the message, so that it knows its own again."""
    return provider_id.partition(":")[2]


def shown(message: Outgoing) -> Reply:
    """``message`` as the page shows it."""
    return Reply(
        id=message.id.hex,
        text=message.text,
        choices=message.choices,
        many=message.many,
        purpose=message.purpose.value,
        language=message.language,
    )
