"""Word to a partner's system: Standard Webhooks 1.0.0 (standardwebhooks.com). For receivers: docs/handoff.md."""

from __future__ import annotations

import asyncio
import base64
import binascii
import logging
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from ipaddress import IPv6Address
from typing import Any

import httpx
import msgspec
from standardwebhooks.webhooks import Webhook as Signer

from dialogues.case import CaseDocument
from integrations.errors import ProviderDown, RateLimited, Rejected, SendFailed
from integrations.handoffs.addresses import Address, LookUp, addresses, allowed, look_up, loopback
from integrations.handoffs.handoff import Notice
from integrations.trust import trusted

PREFIX = "whsec_"
LONGEST_WAIT = 86_400.0
"""Seconds; a receiver cannot put a notice off for longer than a day."""

PROTECTED = "anonymous_birth"
"""Crisis code of a woman who wants to give birth unnamed. Korea's Act 19816 keeps her out of every other record."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where one partner listens."""

    url: str = field(repr=False)
    """https, no user or password in it."""
    secret: str = field(repr=False)
    """``whsec_`` and 24-64 bytes in base64; while a secret is being changed, the new and the old one, space between."""
    document: bool = False
    """Whether the partner's system receives the whole case. Without it, only ids: to know more, a person signs in."""


@dataclass(frozen=True, slots=True)
class Target:
    """An endpoint that was checked."""

    url: httpx.URL
    signers: tuple[Signer, ...] = field(repr=False)
    document: bool


def target(key: str, endpoint: Endpoint, *, allow_local: bool) -> Target:
    """``endpoint`` as it will be called. Raises ValueError that names ``key`` and what is wrong, no secret, no URL."""
    try:
        url = httpx.URL(endpoint.url)
    except httpx.InvalidURL:
        raise ValueError(f"webhook {key}: not a URL") from None
    plain = url.scheme == "http" and allow_local and loopback(url.host)
    if not (url.scheme == "https" or plain) or not url.host or url.userinfo:
        raise ValueError(f"webhook {key}: the URL must be https and have no user or password in it")
    signers = tuple(_signer(key, secret) for secret in endpoint.secret.split())
    if not signers:
        raise ValueError(f"webhook {key}: there is no secret")
    return Target(url.copy_with(fragment=None), signers, endpoint.document)


def _signer(key: str, secret: str) -> Signer:
    try:
        size = len(base64.b64decode(secret.removeprefix(PREFIX), validate=True))
    except binascii.Error:
        size = 0
    if not secret.startswith(PREFIX) or not 24 <= size <= 64:
        raise ValueError(f"webhook {key}: a secret is whsec_ and 24-64 bytes in base64")
    return Signer(secret)


class Webhook:
    """One POST for each notice. A recipient is the key of an endpoint."""

    way: str = "webhook"

    def __init__(
        self,
        endpoints: Mapping[str, Endpoint],
        *,
        allow_local: bool = False,
        trust: ssl.SSLContext | None = None,
        timeout: float = 10.0,
        ask: LookUp = look_up,
    ) -> None:
        """``allow_local``: also call this machine and private networks, and this machine without TLS (tests, demo).

        ``trust``: whose certificates are taken; None for the usual ones. ``timeout``: seconds for the whole call.
        ``ask``: the resolver. Raises ValueError for an endpoint that cannot be used.
        """
        for name in ("httpx", "httpcore"):
            logging.getLogger(name).setLevel(logging.WARNING)  # at INFO they write URLs, which may hold a key
        self._targets = {key: target(key, one, allow_local=allow_local) for key, one in endpoints.items()}
        self._allow_local = allow_local
        self._trust = trust
        self._timeout = timeout
        self._ask = ask
        self._client: httpx.AsyncClient | None = None

    async def start(self) -> None:
        """Make the client. It keeps no connection: two partners' names may lead to one address."""
        self._client = httpx.AsyncClient(
            verify=self._trust or trusted(),
            trust_env=False,  # a proxy would do the look-up over again, unchecked
            follow_redirects=False,
            timeout=self._timeout,
            limits=httpx.Limits(max_connections=100, max_keepalive_connections=0),
        )

    async def close(self) -> None:
        """Let go of the client."""
        if self._client is not None:
            await self._client.aclose()
            self._client = None

    async def send(self, notice: Notice, recipient: str) -> None:
        """Post ``notice`` to the endpoint with the key ``recipient``. Raises SendFailed."""
        found = self._targets.get(recipient)
        if found is None:
            raise Rejected("webhook:no_such_endpoint")
        content = body(notice, document=found.document)
        try:
            async with asyncio.timeout(self._timeout):
                response = await self._post(found, content, headers(notice, content, found.signers, datetime.now(UTC)))
        except (TimeoutError, httpx.TimeoutException):
            raise ProviderDown("webhook:timeout") from None
        except httpx.TransportError:
            # The cause is left out: it may quote the URL.
            raise ProviderDown("webhook:no_answer") from None
        if (wrong := failure(response)) is not None:
            raise wrong

    async def _post(self, to: Target, content: bytes, signed: Mapping[str, str]) -> httpx.Response:
        """The answer's head; its body is left unread, whatever its size. Tries the host's addresses in turn."""
        error: httpx.TransportError | None = None
        for address in await self._checked(to):
            try:
                return await self._post_to(address, to, content, signed)
            except (httpx.ConnectError, httpx.ConnectTimeout) as failed:
                error = failed
        raise error or httpx.ConnectError("the name has no address")

    async def _checked(self, to: Target) -> list[Address]:
        try:
            found = await addresses(to.url.raw_host.decode(), self._ask)
        except OSError:
            raise ProviderDown("webhook:unknown_host") from None
        # One address within is enough to refuse: which of them is called is not the partner's to gamble on.
        if not all(allowed(address, local=self._allow_local) for address in found):
            raise Rejected("webhook:forbidden_address")
        return found

    async def _post_to(self, address: Address, to: Target, content: bytes, signed: Mapping[str, str]) -> httpx.Response:
        if self._client is None:
            raise RuntimeError("the webhook handoff was not started")
        request = self._client.build_request(
            "POST",
            to.url.copy_with(host=f"[{address}]" if isinstance(address, IPv6Address) else str(address)),
            content=content,
            headers={**signed, "host": to.url.netloc.decode()},
            # TLS asks for the name and checks the certificate against it, though the connection goes to the address.
            extensions={"sni_hostname": to.url.raw_host.decode()},
        )
        response = await self._client.send(request, stream=True)
        await response.aclose()
        return response


def headers(notice: Notice, content: bytes, signers: tuple[Signer, ...], now: datetime) -> dict[str, str]:
    """The headers of one attempt at ``now`` (UTC). A later attempt has the same ``webhook-id`` and a new signature."""
    name = f"msg_{notice.id.hex}"
    return {
        "content-type": "application/json",
        "user-agent": "FrontDoor/1.0",
        "webhook-id": name,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": " ".join(signer.sign(name, now, content.decode()) for signer in signers),
    }


def body(notice: Notice, *, document: bool) -> bytes:
    """``{"type", "timestamp", "data"}`` in JSON; ``data.case`` only with ``document``, and where the notice has one."""
    data: dict[str, Any] = {
        "id": notice.case,
        "code": notice.code,
        "programme": notice.programme,
        "urgency": notice.urgency,
        "reason": notice.reason,
        "revision": notice.revision,
        "due_at": notice.due_at,
        "link": notice.link,
    }
    if notice.visit is not None:
        data["visit"] = {
            "id": notice.visit,
            "starts_at": notice.visit_starts_at,
            "minutes": notice.visit_minutes,
            "sequence": notice.visit_sequence,
            "timezone": notice.timezone,
        }
    if document and notice.document is not None and not _protected(notice):
        data["case"] = notice.document
    return msgspec.json.encode({"type": notice.kind, "timestamp": notice.at, "data": data})


def _protected(notice: Notice) -> bool:
    return notice.document is not None and withheld(notice.document)


def withheld(document: CaseDocument) -> bool:
    """Whether ``document`` is of a woman who wants to give birth unnamed: it goes to no other system."""
    return document.protected or (document.crisis is not None and document.crisis.code == PROTECTED)


def failure(response: httpx.Response) -> SendFailed | None:
    """What the answer means by the standard: 2xx is taken, 410 ends the subscription, a redirect is not followed."""
    status = response.status_code
    wait = _wait(response.headers.get("retry-after", ""))
    match status:
        case _ if 200 <= status < 300:
            return None
        case 410:
            return Rejected("webhook:gone")
        case 429:
            return RateLimited("webhook:429", wait)
        case _ if status >= 500 and wait is not None:
            return RateLimited(f"webhook:{status}", wait)
        case _ if status >= 500:
            return ProviderDown(f"webhook:{status}")
        case _:
            return Rejected(f"webhook:{status}")


def _wait(value: str) -> float | None:
    """Seconds of a Retry-After header, which gives them or a date; None when it gives neither."""
    if value.strip().isdecimal():
        return min(float(value), LONGEST_WAIT)
    try:
        at = parsedate_to_datetime(value)
    except ValueError:
        return None
    seconds = (at.astimezone(UTC) - datetime.now(UTC)).total_seconds()
    return min(max(seconds, 0.0), LONGEST_WAIT)
