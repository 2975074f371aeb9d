"""Primero v2 on loopback, as much of it as a case needs: it checks each call and keeps cases as Primero merges them.

Written after app/controllers/api/v2, app/services/error_service.rb and record_merge_data_hash_service.rb of
primeroIMS/primero (read 2026-11-22).
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from dialogues.case import CaseDocument
from dialogues.effects import NoticeKind
from integrations.exchange.primero import Account, Primero
from integrations.exchange.primero_fields import Fields
from integrations.handoffs.handoff import Notice
from tests.integrations.exchange.cases import REFERRED
from tests.integrations.handoffs.notices import notice

USER, PASSWORD = "front_door", "prim3ro p@ss"

FORM = {
    "id", "module_id", "name", "name_nickname", "telephone_current", "registration_date", "urgent_protection_concern",
    "consent_for_services", "address_current", "services_section", "case_code", "notes",
}  # fmt: skip
"""Fields that our user may write; the last two are this Primero's own."""
SERVICE_TYPES = {
    "child_protection_service", "psychosocial_service", "livelihoods_service", "health_medical_service",
    "nfi_clothes_shoes_service",
}  # fmt: skip


@dataclass(slots=True)
class Refused:
    """An answer that a test has set for the next calls of one kind; ``None`` instead of it is no answer at all."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: Any = None


@dataclass(slots=True)
class PrimeroServer:
    """``calls`` are method and path of each call, ``cases`` what there is; ``answers`` by ``METHOD /path``."""

    port: int = 0
    calls: list[str] = field(default_factory=list)
    cases: dict[str, dict[str, Any]] = field(default_factory=dict)
    answers: dict[str, Refused | None] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    """Ids that are there and that our user may not see."""
    tokens: int = 0
    expired: set[str] = field(default_factory=set)
    closing: asyncio.Event = field(default_factory=asyncio.Event)

    def expire(self) -> None:
        """The hour of the token is over."""
        self.expired.add(f"Bearer token-{self.tokens}")

    async def handle(self, request: web.Request) -> web.StreamResponse:
        kind = f"{request.method} /{request.match_info['path'].partition('/')[0]}"
        self.calls.append(kind)
        assert "cookie" not in request.headers, "only the token says who calls"
        if kind in self.answers:
            set_by_test = self.answers[kind]
            if set_by_test is None:
                await self.closing.wait()
                return web.Response(status=503)
            return web.json_response(set_by_test.body, status=set_by_test.status, headers=set_by_test.headers)
        if kind == "POST /tokens":
            return self._log_in(await request.json())
        token = request.headers.get("authorization", "")
        if not token.startswith("Bearer token-") or token in self.expired:
            return _error(401, "Signature has expired")
        data = (await request.json())["data"] if request.can_read_body else {}
        return self._case(request.method, request.match_info["path"].partition("/")[2], data)

    def _log_in(self, body: Any) -> web.Response:
        if body != {"user": {"user_name": USER, "password": PASSWORD}}:
            return _error(401, "Invalid credentials")
        self.tokens += 1
        response = web.json_response({"user_name": USER}, headers={"authorization": f"Bearer token-{self.tokens}"})
        response.set_cookie("app_session", "secret")
        return response

    def _case(self, method: str, name: str, data: dict[str, Any]) -> web.Response:
        if wrong := [key for key in data if key not in FORM]:
            return _error(422, "Invalid Record JSON", detail=wrong)
        for service in data.get("services_section", []):
            if service.get("service_type", "child_protection_service") not in SERVICE_TYPES:
                return _error(422, "is not included in the list", detail="services_section")
        if method == "POST":
            if data["id"] in self.cases or data["id"] in self.hidden:
                return _error(409, "Conflict: A record with this id already exists")
            self.cases[data["id"]] = data
            return web.Response(status=204)
        if name in self.hidden:
            return _error(403, "Forbidden")
        if name not in self.cases:
            return _error(404, "Not Found")
        if method == "PATCH":
            assert "id" not in data
            self.cases[name] = _merged(self.cases[name], data)
        return web.json_response({"data": self.cases[name]})


def _merged(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """As Primero does it: a list of entries is merged by ``unique_id``, and one to destroy goes."""
    whole = old | new
    if "services_section" in new:
        entries = {entry["unique_id"]: entry for entry in old.get("services_section", [])}
        for entry in new["services_section"]:
            entries[entry["unique_id"]] = entries.get(entry["unique_id"], {}) | entry
        whole["services_section"] = [entry for entry in entries.values() if not entry.get("_destroy")]
    return whole


def _error(status: int, message: str, **more: Any) -> web.Response:
    return web.json_response({"errors": [{"code": status, "message": message, **more}]}, status=status)


@asynccontextmanager
async def primero_server(tls: ssl.SSLContext | None = None) -> AsyncIterator[PrimeroServer]:
    """A Primero on a free port of 127.0.0.1."""
    kept = PrimeroServer()
    app = web.Application()
    app.router.add_route("*", "/api/v2/{path:.*}", kept.handle)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=tls).start()
    kept.port = runner.addresses[0][1]
    try:
        yield kept
    finally:
        kept.closing.set()
        await runner.cleanup()


@asynccontextmanager
async def connected(
    fields: Fields | None = None, password: str = PASSWORD, **settings: Any
) -> AsyncIterator[tuple[PrimeroServer, Primero]]:
    """A Primero, and the way to it, started."""
    async with primero_server() as there:
        account = Account(f"http://127.0.0.1:{there.port}", USER, password)
        way = Primero(account, fields, allow_local=True, **settings)
        await way.start()
        try:
            yield there, way
        finally:
            await way.close()


def about(document: CaseDocument = REFERRED, kind: NoticeKind = NoticeKind.OPENED) -> Notice:
    """A notice of the case in ``document``."""
    return notice(kind, case=document.id, document=document)
