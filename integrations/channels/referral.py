"""The line on which families rest that a state body referred: nobody reads it, and nothing is ever sent."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime

from dialogues.messages import Outgoing
from integrations.channels.channel import Answer, Received, Request, Sent
from integrations.errors import Malformed, Rejected


class ReferralLine:
    """A line with nobody at its other end. Families who agreed are reached by the phone number in the case."""

    pushes = False
    window = False

    def __init__(self, line: str) -> None:
        self.line = line

    def receive(self, request: Request) -> Received:
        """Nobody writes here: raises Malformed."""
        raise Malformed("referral:no-webhook")

    def answer(self, replies: Sequence[Outgoing]) -> Answer:
        """Nothing; see ``receive``."""
        return Answer()

    async def send(self, message: Outgoing) -> Sent:
        """Refuse; the gate never lets it come so far. Raises Rejected."""
        raise Rejected("referral:nobody")

    async def find_sent(self, message: Outgoing, since: datetime, taken: AbstractSet[str] = frozenset()) -> Sent | None:
        """Nothing was ever sent."""
        return None

    async def start(self) -> None:
        """Nothing to open."""

    async def close(self) -> None:
        """Nothing to close."""
