"""The people of the story, each with nothing but HTTP: the family's page and the caseworker's browser."""

from __future__ import annotations

import asyncio
import re
import secrets
from html import unescape
from typing import Any

import httpx

_HIDDEN = re.compile(r'<input type="hidden" name="(_csrf_token|once)" value="([^"]*)"')
_CASE = re.compile(r'href="(/console/cases/[0-9a-f]{32})"')
_TAG = re.compile(r"<[^>]+>")


class Unexpected(Exception):
    """The server did something that is not in the story."""


class Family:
    """Somebody with the chat page open."""

    def __init__(self, client: httpx.AsyncClient, line: str) -> None:
        self._client = client
        self._line = line
        self._token = secrets.token_urlsafe(32)
        self._seen: set[str] = set()

    async def say(self, text: str = "", choice: str = "") -> list[dict[str, Any]]:
        """Write ``text`` or press ``choice``; returns what the page gets back."""
        call = {
            "token": self._token,
            "id": secrets.token_hex(8),
            "kind": "choice" if choice else "text",
            "text": text,
            "choice": choice,
        }
        answer = _ok(await self._client.post(f"/hooks/{self._line}", json=call))
        replies: list[dict[str, Any]] = answer.json()["replies"]
        self._seen |= {reply["id"] for reply in replies}
        return replies

    async def read(self, seconds: float = 20) -> list[dict[str, Any]]:
        """What has come by itself since the last time, as soon as there is something. Raises Unexpected."""
        headers = {"Authorization": f"Bearer {self._token}"}
        for _ in range(int(seconds / 0.2)):
            answer = _ok(await self._client.get(f"/chat/{self._line}/messages", headers=headers))
            found = answer.json()["messages"]
            new = [message for message in found if message["ours"] and message["id"] not in self._seen]
            if new:
                self._seen |= {message["id"] for message in new}
                return new
            await asyncio.sleep(0.2)
        raise Unexpected("nothing arrived in the chat")


class Caseworker:
    """Somebody signed in to the console."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client
        self._case = ""

    async def sign_in(self, email: str, password: str) -> None:
        """Through the front page's form."""
        page = _ok(await self._client.get("/console/sign-in"))
        form = {"_csrf_token": _hidden(page.text)["_csrf_token"], "email": email, "password": password, "next": ""}
        await self._submit("/console/sign-in", form)

    async def inbox(self) -> str:
        """Open the inbox and its first case; returns the row's words."""
        page = _ok(await self._client.get("/console"))
        found = _CASE.search(page.text)
        if not found:
            raise Unexpected("the inbox is empty")
        self._case = found[1]
        return words_of(page.text[found.start() : page.text.index("</a>", found.start())])

    async def do(self, deed: str, **fields: str) -> None:
        """Send one of the case page's forms."""
        page = _ok(await self._client.get(self._case))
        await self._submit(f"{self._case}/{deed}", {**_hidden(page.text), **fields})

    async def cases(self) -> set[str]:
        """The addresses of all open cases."""
        return set(_CASE.findall(_ok(await self._client.get("/console")).text))

    async def enrol(self, saver: dict[str, str]) -> None:
        """Put a saver on the roster."""
        page = _ok(await self._client.get("/console/savers"))
        await self._submit("/console/savers", {**_hidden(page.text), **saver})

    async def send_first_saver(self) -> None:
        """Have the saver who fits best go to the visit."""
        page = _ok(await self._client.get(self._case))
        visit = _found(r'name="visit" value="([0-9a-f]{32})"', page.text)
        saver = _found(r'name="saver" value="([0-9a-f]{32})"', page.text)
        await self._submit(f"{self._case}/dispatch", {**_hidden(page.text), "visit": visit, "saver": saver})

    async def case(self) -> str:
        """The case page."""
        return _ok(await self._client.get(self._case)).text

    async def _submit(self, path: str, form: dict[str, str]) -> None:
        answer = await self._client.post(path, data=form)
        if answer.status_code not in (302, 303):
            raise Unexpected(f"{path} answered {answer.status_code}")


async def fill_in(client: httpx.AsyncClient, address: str, fields: dict[str, str]) -> None:
    """Fill in a state body's form and send it. Raises Unexpected."""
    page = _ok(await client.get(address))
    once = _found(r'name="once" value="([0-9a-f]+)"', page.text)
    answer = await client.post(address, data={**fields, "once": once})
    if answer.status_code != 303:
        raise Unexpected(f"the form answered {answer.status_code}")


def words_of(html: str) -> str:
    """The words of a piece of a page."""
    return " ".join(unescape(_TAG.sub(" ", html.partition(">")[2])).split())


def _hidden(html: str) -> dict[str, str]:
    found = dict(_HIDDEN.findall(html))
    if "_csrf_token" not in found:
        raise Unexpected("the page has no form")
    return found


def _found(pattern: str, html: str) -> str:
    found = re.search(pattern, html)
    if not found:
        raise Unexpected("the page has no form")
    return found[1]


def _ok(answer: httpx.Response) -> httpx.Response:
    if answer.status_code != 200:
        raise Unexpected(f"{answer.request.url.path} answered {answer.status_code}")
    return answer
