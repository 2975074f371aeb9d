"""What the Twilio channels share: reading signed webhooks, sending, asking what was sent, the meaning of its codes.

Sources: twilio.com/docs/usage/webhooks/webhooks-security, twilio.com/docs/messaging/guides/webhook-request,
twilio.com/docs/messaging/api/message-resource, twilio.com/docs/api/errors. Facts checked on 2026-11-22.
"""

from __future__ import annotations

import hmac
from base64 import b64encode
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import Final
from urllib.parse import parse_qsl, urlsplit

import aiohttp
import msgspec
from multidict import MultiDict
from twilio.base.exceptions import TwilioException  # type: ignore[import-untyped]
from twilio.http.response import Response  # type: ignore[import-untyped]
from twilio.request_validator import RequestValidator, add_port, remove_port  # type: ignore[import-untyped]
from twilio.rest import Client  # type: ignore[import-untyped]

from dialogues.messages import Inbound, Kind, Receipt, Status
from integrations import errors
from integrations.channels.channel import Answer, Received, Request, Sent

BASE_URL: Final = "https://api.twilio.com"
BODY_LIMIT: Final = 1600
"""Longest Body that Twilio takes, in characters, for SMS and WhatsApp alike."""
NO_REPLY: Final = Answer(content_type="text/xml", body=b"<Response/>")
"""Tells Twilio to say nothing itself: replies go out over its REST API."""

_LARGEST: Final = 64 * 1024
"""Octets; a real webhook call stays below 20 KB (1,600 characters, ten media URLs)."""
_FIELDS: Final = 500
_LISTED: Final = 1000
"""How many messages to one person ``find`` looks through: one page, the largest that Twilio gives."""
_PATIENCE: Final = aiohttp.ClientTimeout(total=20, sock_connect=5)

_FORM_TYPE: Final = "application/x-www-form-urlencoded"

_PROGRESS: Final[Mapping[str, Status]] = {
    "accepted": Status.SENDING,
    "scheduled": Status.SENDING,
    "queued": Status.SENDING,
    "sending": Status.SENDING,
    "sent": Status.SENT,
    "partially_delivered": Status.SENT,
    "delivered": Status.DELIVERED,
    "read": Status.READ,
    "failed": Status.FAILED,
    "undelivered": Status.FAILED,
    "canceled": Status.FAILED,
}
_ARRIVED: Final = frozenset({"receiving", "received"})
_OPTED: Final[Mapping[str, Kind]] = {"STOP": Kind.OPTED_OUT, "START": Kind.OPTED_IN}
"""By OptOutType, which Twilio adds only with Advanced Opt-Out. Its third value is HELP."""

_REFUSALS: Final[Mapping[int, type[errors.Final]]] = {
    21610: errors.OptedOut,
    21211: errors.Unreachable,  # not a number
    21614: errors.Unreachable,  # not a mobile number
    30003: errors.Unreachable,  # handset switched off or gone
    30004: errors.Unreachable,  # blocked by the person or the carrier
    30005: errors.Unreachable,  # unknown handset
    30006: errors.Unreachable,  # landline, or a carrier that cannot be reached
    63016: errors.WindowClosed,
}
_TOO_MANY_REQUESTS: Final = 20429


def hook(public_url: str, line: str) -> str:
    """The one URL that Twilio calls for a line."""
    return f"{public_url.rstrip('/')}/hooks/{line}"


class _Problem(msgspec.Struct):
    """The one field that is read of an error answer; its message may quote a phone number."""

    code: int | None = None


class Account:
    """One Twilio account, seen from one line: reads what it calls us with and sends through it."""

    def __init__(self, sid: str, auth_token: str, base_url: str) -> None:
        """Take the account's SID and its primary auth token, which signs webhooks and opens the REST API."""
        self._sid = sid
        self._validator = RequestValidator(auth_token)
        self._pool = _Pool()
        self._client = Client(sid, auth_token, http_client=self._pool)
        self._client.api.base_url = base_url

    async def open(self) -> None:
        """Open the connection pool."""
        await self._pool.open()

    async def close(self) -> None:
        """Close the connection pool."""
        await self._pool.close()

    def receive(self, request: Request, line: str, prefix: str) -> Received:
        """Read one webhook call, a message or a status callback. ``prefix`` is that of the line's addresses.

        Raises Forged or Malformed.
        """
        form = self._form(request)
        status = (form.get("MessageStatus") or form.get("SmsStatus") or "received").lower()
        if status in _PROGRESS:
            return Received(receipts=(_receipt(line, form, status),))
        if status in _ARRIVED or "Body" in form:
            return Received(inbounds=(_inbound(line, form, prefix),))
        return Received()  # a status younger than this table

    async def create(self, to: str, sender: Mapping[str, str], **content: str) -> Sent:
        """Hand one message to Twilio. ``sender`` and ``content`` are arguments of the SDK's ``messages.create``.

        Raises SendFailed.
        """
        try:
            taken = await self._client.messages.create_async(to=to, **sender, **content)
        except ValueError:
            raise errors.ProviderDown("twilio:bad-answer") from None
        if not taken.sid:
            raise errors.ProviderDown("twilio:bad-answer")
        return Sent(provider_id=taken.sid)

    async def find(
        self,
        to: str,
        sender: Mapping[str, str],
        since: datetime,
        taken: AbstractSet[str],
        wanted: Callable[[str], bool],
    ) -> Sent | None:
        """Look for the first message created at or after ``since``, with a ``wanted`` body, that has not failed.

        One whose SID is ``taken`` is another with the same words.

        Twilio is not asked to filter by DateSent: a message still waiting in its queue has none. Its times are whole
        seconds. None as well when it refuses to tell. Raises Retryable.
        """
        known = {"from_": sender["from_"]} if "from_" in sender else {}
        service = sender.get("messaging_service_sid")
        earliest = since.replace(microsecond=0)
        try:
            listed = await self._client.messages.list_async(to=to, limit=_LISTED, **known)
        except errors.Final:
            return None
        except (ValueError, TwilioException):
            raise errors.ProviderDown("twilio:bad-answer") from None
        for message in reversed(listed):  # Twilio names the newest first
            if (
                message.sid not in taken
                and message.date_created is not None
                and message.date_created >= earliest
                and service in (None, message.messaging_service_sid)
                and _PROGRESS.get(message.status) is not Status.FAILED
                and wanted(message.body or "")
            ):
                return Sent(provider_id=message.sid)
        return None

    def _form(self, request: Request) -> MultiDict[str]:
        signature = request.headers.get("x-twilio-signature", "")
        if not signature:
            raise errors.Forged("twilio:no-signature")
        form = _parsed(request)
        if not self._signed(request.url, form, signature):
            raise errors.Forged("twilio:signature")
        if form.get("AccountSid", self._sid) != self._sid:
            raise errors.Forged("twilio:account")
        return form

    def _signed(self, url: str, form: MultiDict[str], signature: str) -> bool:
        """Twilio signs the URL with its port or without it: as configured first, then both, as its own validator
        does."""
        spellings: tuple[Callable[[], str], ...] = (
            lambda: url,
            lambda: remove_port(urlsplit(url)),
            lambda: add_port(urlsplit(url)),
        )
        expected = (self._validator.compute_signature(spelt(), form) for spelt in spellings)
        return any(hmac.compare_digest(good.encode(), signature.encode()) for good in expected)


class _Pool:
    """The SDK's HTTP client: one pooled aiohttp session, errors told apart where the whole answer is at hand.

    The SDK's own AsyncTwilioHttpClient is not used: it drops its timeout, logs the phone numbers of a list request,
    builds its session before a loop runs, and calls a part of aiohttp that warns of its removal.
    """

    is_async = True

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    async def open(self) -> None:
        self._session = aiohttp.ClientSession(timeout=_PATIENCE, cookie_jar=aiohttp.DummyCookieJar())

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def request(
        self,
        method: str,
        uri: str,
        *,
        auth: tuple[str, str],
        headers: Mapping[str, str],
        params: Mapping[str, str] | None = None,
        data: Mapping[str, str] | None = None,
        **_unused: object,
    ) -> Response:
        """Make one call for the SDK. Raises SendFailed for every answer but a 2xx."""
        if self._session is None:
            raise RuntimeError("start() comes before the first message")
        headers = {**headers, "Authorization": f"Basic {b64encode(':'.join(auth).encode()).decode()}"}
        try:
            async with self._session.request(
                method, uri, params=params, data=data, headers=headers, allow_redirects=False
            ) as answer:
                text = await answer.text(errors="replace")
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):
            raise errors.ProviderDown("twilio:no-connection") from None
        except (TimeoutError, aiohttp.ClientError):
            raise errors.ProviderDown("twilio:no-answer") from None
        if answer.status >= 300:
            raise _failure(answer.status, text, answer.headers.get("Retry-After", ""))
        return Response(answer.status, text, answer.headers)


def _failure(status: int, text: str, retry_after: str) -> errors.SendFailed:
    """Name the error behind an answer that is not a 2xx."""
    code = _code(text) or status
    reason = f"twilio:{code}"
    if status == 429 or code == _TOO_MANY_REQUESTS:
        return errors.RateLimited(reason, float(retry_after) if retry_after.isdecimal() else None)
    if status >= 500:
        return errors.ProviderDown(reason)
    return _REFUSALS.get(code, errors.Rejected)(reason)


def _code(text: str) -> int | None:
    try:
        return msgspec.json.decode(text, type=_Problem).code
    except msgspec.DecodeError:
        return None


def _parsed(request: Request) -> MultiDict[str]:
    if len(request.body) > _LARGEST:
        raise errors.Malformed("twilio:too-large")
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM_TYPE:
        raise errors.Malformed("twilio:not-a-form")
    try:
        pairs = parse_qsl(request.body.decode(), keep_blank_values=True, errors="strict", max_num_fields=_FIELDS)
    except ValueError:
        raise errors.Malformed("twilio:not-a-form") from None
    return MultiDict(pairs)


def _required(form: MultiDict[str], name: str) -> str:
    value = form.get(name, "")
    if not value:
        raise errors.Malformed(f"twilio:no-{name}")
    return value


def _receipt(line: str, form: MultiDict[str], status: str) -> Receipt:
    reached = _PROGRESS[status]
    code = form.get("ErrorCode", "")
    reason = f"twilio:{code if code.isdecimal() else status}" if reached is Status.FAILED else ""
    return Receipt(line=line, provider_id=_required(form, "MessageSid"), status=reached, reason=reason)


def _inbound(line: str, form: MultiDict[str], prefix: str) -> Inbound:
    kind, text, choice = _said(form)
    return Inbound(
        line=line,
        provider_id=_required(form, "MessageSid"),
        handle=_handle(_required(form, "From"), prefix),
        kind=kind,
        text=text.replace("\0", ""),  # PostgreSQL cannot store it
        choice=choice,
    )


def _handle(address: str, prefix: str) -> str:
    """Strip the prefix. Another channel's message is refused: the reply would come where the person did not write."""
    scheme, colon, handle = address.rpartition(":")
    if scheme + colon != prefix or not handle:
        raise errors.Malformed("twilio:wrong-channel")
    return handle


def _said(form: MultiDict[str]) -> tuple[Kind, str, str]:
    """Tell kind, text and choice. HELP stays text: it may be a real cry, whatever Twilio answers to it."""
    body = form.get("Body", "")
    if opted := _OPTED.get(form.get("OptOutType", "").upper()):
        return opted, body, ""
    if payload := form.get("ButtonPayload", ""):
        return Kind.CHOICE, form.get("ButtonText", body), payload
    if form.get("NumMedia", "0") not in {"", "0"} or "Latitude" in form:
        return Kind.MEDIA, body, ""
    return Kind.TEXT, body, ""
