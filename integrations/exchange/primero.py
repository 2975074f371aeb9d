"""The case to a partner's Primero v2, UNICEF's case management system. Set-up: docs/exchange.md.

Facts: app/controllers/api and app/services of github.com/primeroIMS/primero at 4b95bf9 (read 2026-11-22). A token lasts
an hour and comes in a response header; a case may have an id of the caller's; a second one with the same id is a 409.
"""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, NamedTuple

import httpx
import msgspec

from dialogues.case import CaseDocument
from dialogues.effects import NoticeKind
from integrations.errors import ProviderDown, RateLimited, Rejected, SendFailed
from integrations.exchange.primero_fields import Fields, created, revised
from integrations.handoffs.addresses import loopback
from integrations.handoffs.handoff import Notice
from integrations.handoffs.webhook import withheld
from integrations.handoffs.wording import zone
from integrations.trust import trusted

KINDS = frozenset({NoticeKind.OPENED, NoticeKind.REVISED, NoticeKind.CRISIS})
"""Notices that change what Primero has; the others are none of its business."""

CASES = "/api/v2/cases"

LONGEST_WAIT = 86_400.0
"""Seconds; Primero cannot put a case off for longer than a day."""

LONGEST_ANSWER = 65_536
"""Bytes of a refusal that are read to find the field it is about."""


@dataclass(frozen=True, slots=True)
class Account:
    """Where the partner's Primero is, and who we are there."""

    url: str = field(repr=False)
    """https, without a path."""
    user: str = field(repr=False)
    password: str = field(repr=False)


class Answer(NamedTuple):
    """What is looked at of an answer."""

    status: int
    token: str
    retry_after: str
    refusal: bytes
    """The body of a 422."""


class _Error(msgspec.Struct, frozen=True):
    detail: str | list[str] | None = None


class _Refusal(msgspec.Struct, frozen=True):
    errors: tuple[_Error, ...] = ()


class Primero:
    """One case made or updated for each notice that changes it. It is one Primero, so a recipient says nothing."""

    way: str = "primero"

    def __init__(
        self,
        account: Account,
        fields: Fields | None = None,
        *,
        allow_local: bool = False,
        trust: ssl.SSLContext | None = None,
        timeout: float = 15.0,
    ) -> None:
        """``allow_local``: also without TLS, on this machine (tests, demo). ``trust``: whose certificates are taken.

        ``timeout``: seconds for each call. Raises ValueError for an account that cannot be used, not quoting it.
        """
        for name in ("httpx", "httpcore"):
            logging.getLogger(name).setLevel(logging.WARNING)  # at INFO they write URLs
        self._url = _address(account, allow_local=allow_local)
        self._account = account
        self._fields = fields or Fields()
        self._trust = trust
        self._timeout = timeout
        self._client: httpx.AsyncClient | None = None
        self._token = ""
        self._login = asyncio.Lock()

    async def start(self) -> None:
        """Make the client; the first call logs in."""
        self._client = httpx.AsyncClient(
            base_url=self._url,
            verify=self._trust or trusted(),
            trust_env=False,
            follow_redirects=False,
            # Only the token says who we are: with a session's cookie Primero would ask for a form's secret, too.
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            timeout=self._timeout,
        )

    async def close(self) -> None:
        """Let go of every connection."""
        if self._client is not None:
            await self._client.aclose()
            self._client = None

    async def send(self, notice: Notice, recipient: str) -> None:
        """Make the case of ``notice`` in Primero or bring it up to date. Raises SendFailed.

        Told twice, it is the same case; told out of order, the later notice makes it and the earlier finds it there.
        """
        if notice.kind not in KINDS:
            return
        document = notice.document
        if document is None:
            raise Rejected("primero:no_document")
        if withheld(document):
            raise Rejected("primero:withheld")
        try:
            if notice.kind is NoticeKind.OPENED or not await self._update(notice, document):
                await self._create(notice, document)
        except (TimeoutError, httpx.TimeoutException):
            raise ProviderDown("primero:timeout") from None
        except httpx.TransportError:
            # The cause is left out: it may quote the URL.
            raise ProviderDown("primero:no_answer") from None

    async def _create(self, notice: Notice, document: CaseDocument) -> None:
        data = created(document, self._fields, notice.link, zone(notice))
        status = await self._call("POST", CASES, data, known=(409,))
        if status == 409 and await self._call("GET", f"{CASES}/{document.id}", known=(403, 404)) >= 400:
            raise Rejected("primero:not_ours")  # the id is taken by something that we may not see

    async def _update(self, notice: Notice, document: CaseDocument) -> bool:
        """Whether the case was there to be updated."""
        data = revised(document, self._fields, notice.link)
        return await self._call("PATCH", f"{CASES}/{document.id}", data, known=(404,)) != 404

    async def _call(
        self, method: str, path: str, data: Mapping[str, Any] | None = None, *, known: tuple[int, ...]
    ) -> int:
        """The status of the answer: a 2xx, or one of ``known``. Raises SendFailed for another, httpx's for none."""
        token = self._token or await self._log_in("")
        answer = await self._ask(method, path, data and {"data": data}, token)
        if answer.status == 401:
            answer = await self._ask(method, path, data and {"data": data}, await self._log_in(token))
        if 200 <= answer.status < 300 or answer.status in known:
            return answer.status
        raise failure(answer, data or {})

    async def _log_in(self, stale: str) -> str:
        """A token other than ``stale``, the one that was refused; of many callers one asks for it."""
        async with self._login:
            if self._token == stale:
                user = {"user_name": self._account.user, "password": self._account.password}
                answer = await self._ask("POST", "/api/v2/tokens", {"user": user}, "")
                if answer.status == 401:
                    raise Rejected("primero:login")
                if not 200 <= answer.status < 300:
                    raise failure(answer, {})
                if not answer.token:
                    raise Rejected("primero:no_token")
                self._token = answer.token
            return self._token

    async def _ask(self, method: str, path: str, content: Mapping[str, Any] | None, token: str) -> Answer:
        if self._client is None:
            raise RuntimeError("the Primero handoff was not started")
        headers = {"authorization": token} if token else {}
        request = self._client.build_request(method, path, json=content, headers=headers)
        async with asyncio.timeout(self._timeout):
            response = await self._client.send(request, stream=True)
            try:
                refusal = await _beginning(response) if response.status_code == 422 else b""
            finally:
                await response.aclose()
        found = response.headers
        return Answer(response.status_code, found.get("authorization", ""), found.get("retry-after", ""), refusal)


async def _beginning(response: httpx.Response) -> bytes:
    """The body, up to LONGEST_ANSWER bytes."""
    content = b""
    async for chunk in response.aiter_bytes():
        content += chunk
        if len(content) > LONGEST_ANSWER:
            break
    return content[:LONGEST_ANSWER]


def failure(answer: Answer, data: Mapping[str, Any]) -> SendFailed:
    """What a refusal means. ``data``: what was sent; of a 422 only a field's name that stands there is told on."""
    wait = min(float(answer.retry_after), LONGEST_WAIT) if answer.retry_after.isdecimal() else None
    match answer.status:
        case 429:
            return RateLimited("primero:429", wait)
        case status if status >= 500 and wait is not None:
            return RateLimited(f"primero:{status}", wait)
        case status if status >= 500:
            return ProviderDown(f"primero:{status}")
        case 422:
            return Rejected(":".join(("primero:422", *_refused(answer.refusal, data))))
        case status:
            return Rejected(f"primero:{status}")


def _refused(refusal: bytes, data: Mapping[str, Any]) -> tuple[str, ...]:
    """The first field that Primero names and that we sent; its words are left out, since they may quote a value."""
    try:
        errors = msgspec.json.decode(refusal, type=_Refusal).errors
    except msgspec.MsgspecError:
        return ()
    details = (error.detail if isinstance(error.detail, list) else [error.detail] for error in errors)
    named = [name for names in details for name in names if name in data]
    return (str(named[0]),) if named else ()


def _address(account: Account, *, allow_local: bool) -> httpx.URL:
    try:
        url = httpx.URL(account.url)
    except httpx.InvalidURL:
        raise ValueError("primero: not a URL") from None
    plain = url.scheme == "http" and allow_local and loopback(url.host)
    if not (url.scheme == "https" or plain) or not url.host or url.userinfo or url.path.strip("/") or url.query:
        raise ValueError("primero: the URL must be https://host, without user, password or path")
    if not account.user or not account.password:
        raise ValueError("primero: a user and a password are needed")
    return url
