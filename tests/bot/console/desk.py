"""A caseworker at a desk and a family at the chat page, both over HTTP, for the console's tests."""

from __future__ import annotations

import re
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from html import unescape
from uuid import UUID

import httpx

from bot import staffing
from data.staff import Role
from tests.serving import Served, serve

PASSWORD = "correct horse battery"

STORY = ("임신 7개월인데 도움이 필요해요", "1", "1", "{district}", "1,4", "2", "1", "1", "{others}", "{name}", "1")
"""A self-referral: consent, sensitive data, district, needs, this week, here, any time, who reads it, name, send."""


class Family:
    """One family at the chat page."""

    def __init__(self, url: str, line: str = "asan-web") -> None:
        self._url = url
        self._line = line
        self._token = uuid.uuid4().hex
        self.last = ""

    async def say(self, *texts: str) -> str:
        """Send ``texts`` one after the other; returns the last reply."""
        async with httpx.AsyncClient(base_url=self._url) as client:
            for text in texts:
                call = {"token": self._token, "id": uuid.uuid4().hex, "kind": "text", "text": text}
                answer = await client.post(f"/hooks/{self._line}", json=call)
                assert answer.status_code == 200, answer.text
                self.last = (answer.json()["replies"] or [{"text": ""}])[-1]["text"]
        return self.last

    async def refer(self, *, district: str = "배방읍", others: str = "1", name: str = "달님") -> None:
        """Go through the whole self-referral. 배방읍 belongs to the centre tangjeong, 온양1동 to onju."""
        await self.say(*(text.format(district=district, others=others, name=name) for text in STORY))
        assert "접수번호" in self.last, self.last


class Desk:
    """A browser without a screen, with what a test wants to do in it."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client
        self.page = ""

    async def open(self, path: str = "/console") -> httpx.Response:
        """GET ``path`` and look at it."""
        answer = await self.client.get(path)
        self.page = answer.text
        return answer

    def hidden(self, name: str) -> str:
        """A hidden field of the page."""
        found = re.search(rf'name="{name}" value="([0-9a-f]+)"', self.page)
        assert found, f"no {name} on the page"
        return found[1]

    async def post(self, path: str, **fields: str) -> httpx.Response:
        """Send a form of the page that is open."""
        form = {"_csrf_token": self.hidden("_csrf_token")} | fields
        answer = await self.client.post(path, data=form)
        if answer.status_code != 303:
            self.page = answer.text
        return answer

    async def sign_in(self, email: str, password: str = PASSWORD) -> httpx.Response:
        """Sign in by the form."""
        await self.open("/console/sign-in")
        return await self.post("/console/sign-in", email=email, password=password, next="/console")

    async def act(self, case: str, deed: str, **fields: str) -> httpx.Response:
        """Open the case and send one of its forms."""
        await self.open(f"/console/cases/{case}")
        return await self.send(case, deed, **fields)

    async def send(self, case: str, deed: str, **fields: str) -> httpx.Response:
        """Send a form of the case's page that is open."""
        return await self.post(f"/console/cases/{case}/{deed}", once=self.hidden("once"), **fields)

    async def cases(self, tab: str = "open") -> list[str]:
        """Ids of the cases in a list, in its order."""
        await self.open(f"/console?tab={tab}")
        return re.findall(r'href="/console/cases/([0-9a-f]{32})"', self.page)

    @property
    def text(self) -> str:
        """The page's words, without its tags."""
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", self.page)).split())


class Office:
    """A server with staff."""

    def __init__(self, served: Served, transports: list[httpx.AsyncClient]) -> None:
        self.served = served
        self.door = served.door
        self._clients = transports

    def desk(self) -> Desk:
        """Another browser."""
        client = httpx.AsyncClient(base_url=self.served.url, timeout=30)
        self._clients.append(client)
        return Desk(client)

    def family(self, line: str = "asan-web") -> Family:
        """Another family."""
        return Family(self.served.url, line)

    async def hire(
        self,
        user: str,
        *,
        name: str = "",
        centre: str = "",
        role: Role = Role.CASEWORKER,
        programme: str = "firststep-asan",
    ) -> UUID:
        """Add a member of staff, who signs in with ``<user>@example.org`` and is called ``name`` (or the same)."""
        now = self.door.clock.now()
        return await staffing.add_member(
            self.door.store, programme, centre, role, name or user, f"{user}@example.org", PASSWORD, now
        )

    async def seated(
        self,
        user: str,
        *,
        name: str = "",
        centre: str = "",
        role: Role = Role.CASEWORKER,
        programme: str = "firststep-asan",
    ) -> Desk:
        """A new member of staff, signed in."""
        await self.hire(user, name=name, centre=centre, role=role, programme=programme)
        desk = self.desk()
        answer = await desk.sign_in(f"{user}@example.org")
        assert answer.status_code == 303, answer.text
        return desk


@asynccontextmanager
async def office(database_url: str, programmes: str = "firststep-asan") -> AsyncIterator[Office]:
    """A running program and its staff."""
    clients: list[httpx.AsyncClient] = []
    async with serve(database_url, programmes=programmes) as served:
        try:
            yield Office(served, clients)
        finally:
            for client in clients:
                await client.aclose()
