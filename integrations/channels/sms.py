"""SMS by Twilio. Choices become a numbered menu; typographic characters give way where that makes a text cheaper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime

from dialogues.messages import Outgoing
from integrations.channels import menus, segments, twilio_api
from integrations.channels.channel import Answer, Received, Request, Sent

_SERVICE = re.compile(r"MG[0-9a-fA-F]{32}")


class Sms:
    """One number, or one messaging service, of one Twilio account."""

    pushes = True
    window = False

    def __init__(
        self,
        line: str,
        account_sid: str,
        auth_token: str,
        number_or_service: str,
        public_url: str,
        base_url: str = twilio_api.BASE_URL,
    ) -> None:
        """Take an E.164 number or a messaging service's SID (``MG`` and 32 hex digits) to send from.

        ``public_url`` is where the public reaches us, such as ``https://front.example``; Twilio calls
        ``{public_url}/hooks/{line}`` for messages and receipts alike.
        """
        self.line = line
        self._account = twilio_api.Account(account_sid, auth_token, base_url)
        is_service = _SERVICE.fullmatch(number_or_service) is not None
        self._sender = {"messaging_service_sid" if is_service else "from_": number_or_service}
        self._callback = twilio_api.hook(public_url, line)

    def receive(self, request: Request) -> Received:
        """Read one webhook call. Pure. Raises Forged or Malformed."""
        return self._account.receive(request, self.line, prefix="")

    def answer(self, replies: Sequence[Outgoing]) -> Answer:
        """Answer with empty TwiML."""
        return twilio_api.NO_REPLY

    async def send(self, message: Outgoing) -> Sent:
        """Send one text, in several messages where it is over 1,600 characters. Raises SendFailed."""
        *first, last = pages(message)
        for page in first:
            await self._account.create(message.handle, self._sender, body=page)
        return await self._account.create(message.handle, self._sender, body=last, status_callback=self._callback)

    async def find_sent(self, message: Outgoing, since: datetime, taken: AbstractSet[str] = frozenset()) -> Sent | None:
        """Look the message up in Twilio's log by number, words and time. Raises Retryable when it cannot be asked."""
        last = pages(message)[-1]
        return await self._account.find(message.handle, self._sender, since, taken, lambda body: body.strip() == last)

    async def start(self) -> None:
        """Open the connection pool; the webhook is set once in Twilio's console."""
        await self._account.open()

    async def close(self) -> None:
        """Let go of every connection."""
        await self._account.close()


def pages(message: Outgoing) -> tuple[str, ...]:
    """What is sent for ``message``: one text or several, its choices as numbers under the last."""
    menu = menus.numbered(message.choices)
    return menus.pages(segments.economise(message.text), segments.economise(menu), twilio_api.BODY_LIMIT)
