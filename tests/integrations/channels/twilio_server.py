"""A Twilio on loopback: keeps messages, checks what it is sent by Twilio's documented rules, calls status callbacks."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urlencode, urlsplit

import aiohttp
from aiohttp import web
from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]

from integrations.channels.channel import Request

PAYLOADS = Path(__file__).parent / "payloads" / "twilio"
ACCOUNT = "AC" + "a" * 32
TOKEN = "12345"
SERVICE = "MG" + "b" * 32
TEMPLATE = "HX" + "c" * 32

_MESSAGES = f"/2010-04-01/Accounts/{ACCOUNT}/Messages.json"
_KNOWN = {"To", "From", "MessagingServiceSid", "Body", "ContentSid", "ContentVariables", "StatusCallback"}


class Refusal(Exception):
    """An error answer in Twilio's shape; its message quotes the number, as the real one does."""

    def __init__(self, status: int, code: int | None, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(status, code)
        self.status, self.code, self.headers = status, code, dict(headers or {})

    def answer(self, number: str) -> web.Response:
        """Write it down as Twilio does."""
        body = {"code": self.code, "message": f"The number {number} …", "more_info": "…", "status": self.status}
        return web.json_response(body, status=self.status, headers=self.headers)


class TwilioServer:
    """Holds one account. ``now`` is its clock; ``refusals`` are by recipient."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
        self.messages: list[dict[str, str | None]] = []
        self.forms: list[dict[str, str]] = []
        self.requests: list[web.Request] = []
        self.refusals: dict[str, Refusal] = {}
        self.cut_off: set[str] = set()
        """Recipients whose messages are taken, after which the connection breaks without an answer."""
        self.list_refusal: Refusal | None = None
        self.garbage = False
        """True to answer everything with 200 and a page that is not JSON, as a captive portal does."""
        self.page_limit = 1000
        self.url = ""
        self._callbacks: dict[str, str] = {}
        app = web.Application()
        app.router.add_post(_MESSAGES, self._create)
        app.router.add_get(_MESSAGES, self._list)
        self._runner = web.AppRunner(app)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._runner.cleanup()

    def keep(self, form: Mapping[str, str], **fields: str | None) -> str:
        """Take a message as of ``now`` and return its SID."""
        sid = f"SM{len(self.messages):032x}"
        self._callbacks[sid] = form.get("StatusCallback", "")
        message: dict[str, str | None] = {
            "sid": sid,
            "account_sid": ACCOUNT,
            "to": form["To"],
            "from": form.get("From"),
            "messaging_service_sid": form.get("MessagingServiceSid"),
            "body": form.get("Body") or self._rendered(form),
            "status": "accepted" if "MessagingServiceSid" in form else "queued",
            "date_created": format_datetime(self.now),
            "date_sent": None,
            "error_code": None,
        }
        self.messages.append({**message, **fields})
        return sid

    async def call_back(self, sid: str, status: str, **fields: str) -> int:
        """Call the message's StatusCallback as Twilio does, signed; return the HTTP status of the answer."""
        message = next(message for message in self.messages if message["sid"] == sid)
        url = self._callbacks[sid]
        form = {
            "SmsSid": sid,
            "SmsStatus": status,
            "MessageStatus": status,
            "To": message["to"] or "",
            "MessageSid": sid,
            "AccountSid": ACCOUNT,
            "From": message["from"] or "",
            "ApiVersion": "2010-04-01",
            **fields,
        }
        headers = {"X-Twilio-Signature": RequestValidator(TOKEN).compute_signature(url, form)}
        async with aiohttp.ClientSession() as session, session.post(url, data=form, headers=headers) as answer:
            return answer.status

    async def _create(self, request: web.Request) -> web.StreamResponse:
        form = {str(name): str(value) for name, value in (await request.post()).items()}
        to = form.get("To", "")
        try:
            self._admit(request)
            self.forms.append(form)
            _check(form)
            if to in self.refusals:
                raise self.refusals[to]
        except Refusal as refusal:
            return refusal.answer(to)
        if self.garbage:
            return web.Response(text="<html>Sign in to the wireless network</html>")
        sid = self.keep(form)
        if to in self.cut_off and request.transport is not None:
            request.transport.close()
        return web.json_response(next(kept for kept in self.messages if kept["sid"] == sid), status=201)

    async def _list(self, request: web.Request) -> web.StreamResponse:
        query = request.query
        try:
            self._admit(request)
            if self.list_refusal is not None:
                raise self.list_refusal
        except Refusal as refusal:
            return refusal.answer(query.get("To", ""))
        if self.garbage:
            return web.Response(text="<html>Sign in to the wireless network</html>")
        found = [
            message
            for message in reversed(self.messages)
            if query.get("To", message["to"]) == message["to"] and query.get("From", message["from"]) == message["from"]
        ]
        size, page = min(int(query.get("PageSize", "50")), self.page_limit), int(query.get("Page", "0"))
        more = len(found) > (page + 1) * size
        following = f"{_MESSAGES}?{urlencode({**query, 'Page': page + 1})}" if more else None
        shown = found[page * size : (page + 1) * size]
        return web.json_response({"messages": shown, "page": page, "page_size": size, "next_page_uri": following})

    def _admit(self, request: web.Request) -> None:
        self.requests.append(request)
        expected = "Basic " + b64encode(f"{ACCOUNT}:{TOKEN}".encode()).decode()
        if request.headers.get("Authorization") != expected:
            raise Refusal(401, 20003)

    @staticmethod
    def _rendered(form: Mapping[str, str]) -> str:
        return f"Hello! {json.loads(form['ContentVariables'])['1']} Goodbye!"


def minute(number: int) -> datetime:
    """The time that many minutes after the server's first."""
    return datetime(2026, 11, 22, 9, 0, tzinfo=UTC) + timedelta(minutes=number)


def _check(form: Mapping[str, str]) -> None:
    """Refuse what Twilio's own schema and rules refuse."""
    if unknown := form.keys() - _KNOWN:
        raise Refusal(400, 20001, {"X-Unknown": ",".join(unknown)})
    if not form.get("To"):
        raise Refusal(400, 21604)
    if ("From" in form) == ("MessagingServiceSid" in form):
        raise Refusal(400, 21603)
    if not re.fullmatch(r"MG[0-9a-fA-F]{32}", form.get("MessagingServiceSid", SERVICE)):
        raise Refusal(400, 21701)
    if ("Body" in form) == ("ContentSid" in form) or form.get("Body") == "":
        raise Refusal(400, 21619)
    if len(form.get("Body", "").encode("utf-16-le")) > 3200:
        raise Refusal(400, 21617)
    if "ContentSid" in form and not json.loads(form["ContentVariables"])["1"]:
        raise Refusal(400, 21656)
    if "StatusCallback" in form and not urlsplit(form["StatusCallback"]).netloc:
        raise Refusal(400, 21609)


def payload(name: str) -> dict[str, str]:
    """Read a captured payload, one ``name=value`` a line, not percent-encoded."""
    lines = (PAYLOADS / f"{name}.form").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines)


def signed(url: str, form: Mapping[str, str], signature: str | None = None) -> Request:
    """Post ``form`` as Twilio does; the signature is Twilio's own code's unless one is given."""
    signature = RequestValidator(TOKEN).compute_signature(url, form) if signature is None else signature
    headers = {"content-type": "application/x-www-form-urlencoded; charset=UTF-8", "x-twilio-signature": signature}
    return Request(url=url, headers=headers, body=urlencode(form).encode())
