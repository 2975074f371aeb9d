"""A server on loopback that does what Rasa 3.6 does at ``/model/parse``, or worse."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

from dialogues.reading import Guess, Hit, Reading, Severity
from integrations.nlu.rasa import Rasa
from tests.serving import NoEngine

TOKEN = "a token & more"
HIT = Hit("suicide_thoughts", Severity.S0)
EMBEDDED = (Guess("help", 0.4), Guess("greet", 0.2))
LONG = 60.0
"""Seconds that no test reaches."""

Answer = Callable[[str], Awaitable[web.Response]]


class Beside(NoEngine):
    """The engine in this process: knows danger and language, and has its own ranking."""

    async def parse(self, texts: Sequence[str]) -> list[Reading]:
        """The same for every text."""
        return [Reading(HIT, EMBEDDED, "ko") for _ in texts]


class RasaServer:
    """Does what Rasa 3.6 does at ``/model/parse``; ``answer`` may be changed to do worse."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.answer: Answer = ranked

    async def handle(self, request: web.Request) -> web.Response:
        """One call."""
        if request.query.get("token") != TOKEN:
            return web.json_response({"status": "failure", "reason": "NotAuthenticated", "code": 401}, status=401)
        text = (await request.json())["text"]
        self.asked.append(text)
        return await self.answer(text)


async def ranked(text: str) -> web.Response:
    """An answer as Rasa 3.6.21 gives it; the best intent is named after the text."""
    ranking = [
        {"name": f"{text}-{place}", "confidence": confidence}
        for place, confidence in enumerate((0.9, 0.06, 0.03, 0.01))
    ]
    return web.json_response(
        {"text": text, "intent": ranking[0], "entities": [], "text_tokens": [[0, 1]], "intent_ranking": ranking}
    )


def guesses(text: str) -> tuple[Guess, ...]:
    """What ``ranked`` says of ``text``, as far as it is kept."""
    return tuple(Guess(f"{text}-{place}", confidence) for place, confidence in enumerate((0.9, 0.06, 0.03)))


@asynccontextmanager
async def asking(**changes: Any) -> AsyncIterator[tuple[Rasa, RasaServer, list[int]]]:
    """An engine, the server that it asks, and what it tells of failures."""
    server, failures = RasaServer(), list[int]()
    app = web.Application()
    app.router.add_post("/base/model/parse", server.handle)
    async with TestServer(app, host="127.0.0.1") as served:
        given: dict[str, Any] = {"token": TOKEN, "timeout": LONG, "on_failure": failures.append} | changes
        rasa = Rasa(str(served.make_url("/base/")), beside=Beside(), **given)
        try:
            yield rasa, server, failures
        finally:
            await rasa.close()


def replying(status: int = 200, body: str = "") -> Answer:
    """The same answer to every text."""

    async def answer(_: str) -> web.Response:
        return web.Response(status=status, text=body, content_type="application/json")

    return answer


async def hanging(_: str) -> web.Response:
    """No answer at all."""
    await asyncio.Event().wait()
    raise AssertionError
