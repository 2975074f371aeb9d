"""The one shape every channel has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import Protocol

import msgspec

from dialogues.messages import Inbound, Outgoing, Receipt


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """A webhook call as it came in, nothing parsed."""

    url: str
    """The public URL the provider called, rebuilt from the configured public address, never from the Host header."""
    headers: Mapping[str, str]
    """Names in lower case."""
    body: bytes


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What the webhook call is answered with once everything in it is safe."""

    status: int = 200
    content_type: str = "text/plain; charset=utf-8"
    body: bytes = b""


class Received(msgspec.Struct, frozen=True, kw_only=True):
    """What one webhook call held."""

    inbounds: tuple[Inbound, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    answer: Answer | None = None
    """The answer to this very call where the channel can already tell it from the call alone (Telegram's
    answerCallbackQuery); given once everything in it is safe, in place of ``Channel.answer``. None asks the channel."""


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """A provider has taken a message."""

    provider_id: str
    """The provider's id for it, which receipts will name; of several parts, the last one's."""


class Channel(Protocol):
    """One line of one provider."""

    line: str
    pushes: bool
    """True when we can write first; false when the person must come and look (web chat)."""
    window: bool
    """True when the provider takes free text only within 24 hours of the person's last message (WhatsApp)."""

    def receive(self, request: Request) -> Received:
        """Read one webhook call. Pure. Raises Forged or Malformed."""
        ...

    def answer(self, replies: Sequence[Outgoing]) -> Answer:
        """The HTTP answer to a webhook call whose messages were answered with ``replies``."""
        ...

    async def send(self, message: Outgoing) -> Sent:
        """Hand one message to the provider. Raises SendFailed."""
        ...

    async def find_sent(self, message: Outgoing, since: datetime, taken: AbstractSet[str] = frozenset()) -> Sent | None:
        """Ask the provider whether it already took this message since ``since`` (UTC).

        Called only for a message whose sending was begun before and has no known end. ``taken``: provider ids of other
        messages to this person, which may have the same words. None when it did not or cannot tell.
        """
        ...

    async def start(self) -> None:
        """Open connections and tell the provider where to call."""
        ...

    async def close(self) -> None:
        """Let go of every connection."""
        ...
