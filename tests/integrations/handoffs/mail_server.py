"""A mail server on loopback (aiosmtpd) that keeps what it is handed, and refuses what a test has it refuse."""

from __future__ import annotations

import asyncio
import ssl
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP as POLICY
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

USER, PASSWORD = "door", "p@ss/word"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message as it came."""

    sender: str
    recipients: list[str]
    content: bytes
    encrypted: bool
    logged_in: bool

    @property
    def message(self) -> EmailMessage:
        message = message_from_bytes(self.content, policy=POLICY)
        assert isinstance(message, EmailMessage)
        return message


@dataclass(slots=True)
class MailServer:
    """What came, and the reply to each command that a test has set: ``MAIL``, ``RCPT``, ``DATA``."""

    port: int = 0
    deliveries: list[Delivery] = field(default_factory=list)
    replies: dict[str, str] = field(default_factory=dict)
    greetings: list[str] = field(default_factory=list)

    async def handle_EHLO(self, server: Any, session: Any, envelope: Any, hostname: str, responses: list[str]) -> Any:  # noqa: N802
        self.greetings.append(hostname)
        session.host_name = hostname
        return responses

    async def handle_MAIL(self, server: Any, session: Any, envelope: Any, address: str, options: list[str]) -> str:  # noqa: N802
        envelope.mail_from = address
        return self.replies.get("MAIL", "250 OK")

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: list[str]) -> str:  # noqa: N802
        envelope.rcpt_tos.append(address)
        return self.replies.get("RCPT", "250 OK")

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        if "DATA" in self.replies:
            return self.replies["DATA"]
        delivery = Delivery(
            sender=envelope.mail_from,
            recipients=list(envelope.rcpt_tos),
            content=envelope.original_content,
            encrypted=session.ssl is not None,
            logged_in=bool(session.authenticated),
        )
        self.deliveries.append(delivery)
        return "250 OK"


def _authenticate(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
    known = LoginPassword(USER.encode(), PASSWORD.encode())
    return AuthResult(success=data == known, handled=False)


@asynccontextmanager
async def mail_server(
    start_tls: ssl.SSLContext | None = None, tls: ssl.SSLContext | None = None, *, login: bool = False
) -> AsyncIterator[MailServer]:
    """A mail server on a free port of 127.0.0.1. ``login``: it takes mail only from who has logged in."""
    loop = asyncio.get_running_loop()
    kept = MailServer()

    def protocol() -> SMTP:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns of a login without TLS, which some tests are about
            return SMTP(
                kept,
                hostname="mail.test",
                loop=loop,
                tls_context=start_tls,
                auth_required=login,
                auth_require_tls=start_tls is not None,
                authenticator=_authenticate if login else None,
            )

    server = await loop.create_server(protocol, "127.0.0.1", 0, ssl=tls)
    kept.port = server.sockets[0].getsockname()[1]
    try:
        yield kept
    finally:
        server.close()
        await server.wait_closed()
