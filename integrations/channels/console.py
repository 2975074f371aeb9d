"""The terminal as a line: what is sent is shown, and whatever is typed was written by the family."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime

from dialogues.messages import Inbound, Kind, Outgoing
from integrations.channels import menus
from integrations.channels.channel import Answer, Received, Request, Sent
from integrations.errors import Malformed


class Console:
    """One line that plays another: it pushes, and has WhatsApp's window, as the line it stands for does."""

    def __init__(
        self, line: str, show: Callable[[Outgoing], None], *, pushes: bool = True, window: bool = False
    ) -> None:
        """``show`` is told of every message that reaches the person."""
        self.line = line
        self.pushes = pushes
        self.window = window
        self._show = show
        self._numbers = itertools.count(1)

    def read(self, text: str, handle: str, *, kind: Kind = Kind.TEXT, choice: str = "", language: str = "") -> Inbound:
        """Something that the person at ``handle`` did, as the channel tells it."""
        number = f"{handle}/{next(self._numbers)}"
        return Inbound(
            line=self.line,
            provider_id=number,
            handle=handle,
            kind=kind,
            text=text,
            choice=choice,
            language_hint=language,
        )

    def receive(self, request: Request) -> Received:
        """Nobody calls a terminal: raises Malformed."""
        raise Malformed("console:no-webhook")

    def answer(self, replies: Sequence[Outgoing]) -> Answer:
        """Nothing; see ``receive``."""
        return Answer()

    async def send(self, message: Outgoing) -> Sent:
        """Show ``message``."""
        self._show(message)
        return Sent(provider_id=message.id.hex)

    async def find_sent(self, message: Outgoing, since: datetime, taken: AbstractSet[str] = frozenset()) -> Sent | None:
        """A terminal remembers nothing."""
        return None

    async def start(self) -> None:
        """Nothing to open."""

    async def close(self) -> None:
        """Nothing to close."""


def page(message: Outgoing) -> str:
    """``message`` as a terminal shows it: its text, and its choices as numbered lines."""
    return "\n".join(filter(None, (message.text, menus.numbered(message.choices))))
