"""WhatsApp by Twilio: free text with a numbered menu within 24 hours of a person's last message, then a template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime

import msgspec

from dialogues.messages import Outgoing
from integrations.channels import menus, twilio_api
from integrations.channels.channel import Answer, Received, Request, Sent
from integrations.errors import WindowClosed

_PREFIX = "whatsapp:"


class WhatsApp:
    """One WhatsApp sender of one Twilio account."""

    pushes = True
    window = True

    def __init__(
        self,
        line: str,
        account_sid: str,
        auth_token: str,
        number: str,
        public_url: str,
        templates: Mapping[str, str],
        base_url: str = twilio_api.BASE_URL,
    ) -> None:
        """Take the sender's E.164 number and the approved templates.

        ``templates`` maps ``purpose-language``, such as ``reminder-ko``, or a bare ``purpose`` to a content SID (``HX``
        and 32 hex digits); its variable 1 is filled with the text. ``public_url`` is where the public reaches us, such
        as ``https://front.example``; Twilio calls ``{public_url}/hooks/{line}`` for messages and receipts alike.
        """
        self.line = line
        self._account = twilio_api.Account(account_sid, auth_token, base_url)
        self._sender = {"from_": _address(number)}
        self._callback = twilio_api.hook(public_url, line)
        self._templates = dict(templates)

    def receive(self, request: Request) -> Received:
        """Read one webhook call. Pure. Raises Forged or Malformed."""
        return self._account.receive(request, self.line, prefix=_PREFIX)

    def answer(self, replies: Sequence[Outgoing]) -> Answer:
        """Answer with empty TwiML."""
        return twilio_api.NO_REPLY

    async def send(self, message: Outgoing) -> Sent:
        """Send one text, in several messages where it is over 1,600 characters, or one template. Raises SendFailed."""
        *first, last = self._contents(message)
        to = _address(message.handle)
        for content in first:
            await self._account.create(to, self._sender, **content)
        return await self._account.create(to, self._sender, status_callback=self._callback, **last)

    async def find_sent(self, message: Outgoing, since: datetime, taken: AbstractSet[str] = frozenset()) -> Sent | None:
        """Look the message up in Twilio's log by number, words and time. Raises Retryable when it cannot be asked.

        Of a template the log holds the whole wording, in which ours is only a part.
        """
        words = _flat(message.text) if message.template else pages(message)[-1]

        def wanted(body: str) -> bool:
            return words in _flat(body) if message.template else words == body.strip()

        return await self._account.find(_address(message.handle), self._sender, since, taken, wanted)

    async def start(self) -> None:
        """Open the connection pool; the webhook is set once in Twilio's console."""
        await self._account.open()

    async def close(self) -> None:
        """Let go of every connection."""
        await self._account.close()

    def _contents(self, message: Outgoing) -> list[dict[str, str]]:
        if not message.template:
            return [{"body": page} for page in pages(message)]
        template = self._templates.get(f"{message.purpose}-{message.language}") or self._templates.get(message.purpose)
        if template is None:
            raise WindowClosed("whatsapp:no-template")
        variables = msgspec.json.encode({"1": _flat(message.text)}).decode()
        return [{"content_sid": template, "content_variables": variables}]


def _address(number: str) -> str:
    return _PREFIX + number.removeprefix(_PREFIX)


def pages(message: Outgoing) -> tuple[str, ...]:
    """What is sent for ``message``: one text or several, its choices as numbers under the last."""
    return menus.pages(message.text, menus.numbered(message.choices), twilio_api.BODY_LIMIT)


def _flat(text: str) -> str:
    """Make one line of ``text``: WhatsApp refuses a template's variable with a line break, a tab or a row of spaces."""
    return " ".join(text.split())
