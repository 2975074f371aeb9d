"""Word to staff by e-mail, over any SMTP server. Set-up: docs/handoff.md."""

from __future__ import annotations

import re
import ssl
from dataclasses import dataclass, field
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as POLICY
from email.utils import parseaddr
from urllib.parse import parse_qsl, unquote, urlsplit

from aiosmtplib import SMTP
from aiosmtplib.errors import (
    SMTPAuthenticationError,
    SMTPException,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPTimeoutError,
)

from integrations.errors import ProviderDown, Rejected, SendFailed, Unreachable
from integrations.handoffs.handoff import Notice
from integrations.handoffs.invitation import invitation, method
from integrations.handoffs.wording import headline, lines

ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})*")
"""A plain ASCII address, no quoted or commented form: nothing in it can end a header or an SMTP command."""

PORTS = {"smtp": 587, "smtps": 465}
START_TLS: dict[str, bool | None] = {"always": True, "auto": None, "never": False}


@dataclass(frozen=True, slots=True)
class Server:
    """Where mail is handed in."""

    host: str
    port: int
    tls: bool
    """TLS from the first byte (smtps)."""
    start_tls: bool | None
    """Whether to switch to TLS; None: when the server offers it."""
    username: str | None
    password: str | None = field(repr=False)


def server(url: str) -> Server:
    """Read ``smtp://user:password@host:587?starttls=auto`` or ``smtps://user:password@host:465``.

    User and password percent-encoded; ``starttls`` is ``always`` (the default with a password: it never goes out in the
    clear), ``auto`` (the default without) or ``never``. Raises ValueError, which does not quote the URL's password.
    """
    try:
        return _server(url)
    except (ValueError, KeyError):
        raise ValueError(
            "the mail server is written smtp://user:password@host:587?starttls=always|auto|never or smtps://…"
        ) from None


def _server(url: str) -> Server:
    parts = urlsplit(url)
    options = dict(parse_qsl(parts.query))
    wish = options.pop("starttls", "auto" if parts.password is None else "always")
    if not parts.hostname or parts.path.strip("/") or parts.fragment or options:
        raise ValueError
    return Server(
        host=parts.hostname,
        port=parts.port or PORTS[parts.scheme],
        tls=parts.scheme == "smtps",
        start_tls=START_TLS[wish] if parts.scheme == "smtp" else False,
        username=None if parts.username is None else unquote(parts.username),
        password=None if parts.password is None else unquote(parts.password),
    )


class Mail:
    """One message for each notice. A recipient is an e-mail address."""

    way: str = "mail"

    def __init__(self, url: str, sender: str, *, trust: ssl.SSLContext | None = None, timeout: float = 15.0) -> None:
        """``url`` as in ``server``; ``sender`` an address, with or without a name: ``Front Door <door@example.org>``.

        ``trust``: whose certificates are taken; None for the system's. ``timeout``: seconds for each step.
        Raises ValueError for a URL or a sender that cannot be used.
        """
        name, address = parseaddr(sender)
        if ADDRESS.fullmatch(address) is None or not sender.isprintable():
            raise ValueError("the mail sender must be an e-mail address")
        self._sender = Address(display_name=name, addr_spec=address)
        self._server = server(url)
        self._trust = trust
        self._timeout = timeout

    async def send(self, notice: Notice, recipient: str) -> None:
        """Hand one message to the mail server. Raises SendFailed.

        The same notice has the same Message-ID, so a mail program shows a repetition once.
        """
        if ADDRESS.fullmatch(recipient) is None:
            raise Unreachable("mail:address")
        message = self.message(notice, recipient)
        try:
            async with self._client() as client:
                await client.send_message(message, sender=self._sender.addr_spec, recipients=[recipient])
        except (SMTPException, OSError) as error:
            # The server's own words are left out of the chain: they quote the address.
            raise failure(error) from None

    def _client(self) -> SMTP:
        to = self._server
        return SMTP(
            hostname=to.host,
            port=to.port,
            use_tls=to.tls,
            start_tls=to.start_tls,
            username=to.username,
            password=to.password,
            tls_context=self._trust,
            timeout=self._timeout,
            local_hostname=self._sender.domain,  # this machine's name is nobody's business
        )

    def message(self, notice: Notice, recipient: str) -> EmailMessage:
        """The message: plain text, and for a visit the calendar entry as the other form of the same."""
        message = EmailMessage(policy=POLICY)
        domain = self._sender.domain
        message["From"] = self._sender
        message["To"] = Address(addr_spec=recipient)
        message["Subject"] = f"[Front Door] {headline(notice)}"
        message["Date"] = notice.at
        message["Message-ID"] = f"<notice.{notice.id.hex}@{domain}>"
        message["References"] = f"<case.{notice.case.hex}@{domain}>"  # mail programs show one case as one thread
        message["Auto-Submitted"] = "auto-generated"  # no out-of-office answers, RFC 3834
        message.set_content("\n".join(lines(notice, link=True)) + "\n", cte="base64")
        entry = invitation(notice, self._sender.addr_spec, recipient)
        if entry is not None:
            message.add_alternative(entry, subtype="calendar", cte="base64", params={"method": method(notice)})
        return message

    async def start(self) -> None:
        """Nothing to open: each message has a connection of its own."""

    async def close(self) -> None:
        """Nothing to let go of."""


def failure(error: SMTPException | OSError) -> SendFailed:
    """Ours for theirs, RFC 5321: a 4xx may pass later, a 5xx will not. No answer is a kind of OSError."""
    match error:
        case SMTPRecipientsRefused():
            return _refused(error.recipients[0])
        case SMTPAuthenticationError() if error.code >= 500:
            return Rejected("mail:login")
        case SMTPResponseException():
            return Rejected(f"mail:{error.code}") if error.code >= 500 else ProviderDown(f"mail:{error.code}")
        case SMTPTimeoutError():
            return ProviderDown("mail:timeout")
        case ssl.SSLError():
            return ProviderDown("mail:certificate")
        case OSError():
            return ProviderDown("mail:no_answer")
        case _:
            return Rejected("mail:not_supported")  # STARTTLS or a login is asked for, and the server has none


def _refused(error: SMTPResponseException) -> SendFailed:
    """RFC 3463: x.7.x is about who we are (relaying denied, blocked), not about the address."""
    if error.code < 500:
        return ProviderDown(f"mail:{error.code}")
    return Rejected(f"mail:{error.code}") if error.message.startswith("5.7.") else Unreachable(f"mail:{error.code}")
