"""The other language engine: a Rasa server ranks the intents; language and danger are still read in this process.

Source: Rasa 3.6's HTTP API, ``POST /model/parse?token=…`` with ``{"text": …}``, answered by ``{"text", "intent",
"entities", "intent_ranking": [{"name", "confidence"}, …]}``, best first. No family waits for Rasa longer than the
time-out, and none notices when it is slow, wrong or gone: the ranking of the engine beside it stands in its place.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from typing import Annotated

import httpx
import msgspec
from msgspec import Meta
from msgspec.structs import replace

from dialogues.reading import Guess, Reading
from integrations.nlu.engine import Engine
from integrations.trust import trusted

BEST = 3
"""How many guesses are kept for each text."""

CONNECTIONS = 8
"""Calls at once: Rasa reads one text after the other anyway."""

FAILURES = 3
"""Batches in a row, none of whose texts was answered, after which Rasa is left alone."""

REST = 10.0
"""Seconds for which it is left alone; then one more failed batch is enough to leave it alone again."""


class _Ranked(msgspec.Struct, frozen=True):
    name: Annotated[str, Meta(min_length=1)]
    confidence: Annotated[float, Meta(ge=0)]


class _Answer(msgspec.Struct, frozen=True):
    intent_ranking: Annotated[tuple[_Ranked, ...], Meta(min_length=1)]


_decode = msgspec.json.Decoder(_Answer).decode


class Rasa:
    """An Engine that asks Rasa for the intents."""

    remote = True

    def __init__(
        self,
        url: str,
        token: str,
        beside: Engine,
        *,
        timeout: float = 0.5,
        on_failure: Callable[[int], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """``url``: where Rasa serves, such as ``http://127.0.0.1:5005``. ``beside``: says all else, and the intents
        where Rasa does not. ``timeout``: seconds for a whole batch. ``on_failure``: told how many texts of a batch Rasa
        did not rank. ``clock``: seconds that only go forward.

        Raises ValueError, which names neither, for a URL that cannot be called and for an empty token.
        """
        for name in ("httpx", "httpcore"):
            logging.getLogger(name).setLevel(logging.WARNING)  # at INFO they write URLs, and so the token
        self._url = _checked(url, token)
        self._beside = beside
        self._timeout = timeout
        self._on_failure = on_failure
        self._clock = clock
        self._client: httpx.AsyncClient | None = None
        self._failures = 0
        self._asks_from = 0.0

    async def close(self) -> None:
        """Let go of the connections; the next ``parse`` would open new ones."""
        if self._client is not None:
            await self._client.aclose()
            self._client = None

    async def parse(self, texts: Sequence[str]) -> list[Reading]:
        """One reading for each text, in order. Raises what ``beside`` raises, and nothing on account of Rasa."""
        readings = await self._beside.parse(texts)
        if not texts:
            return readings
        rankings = await self._rankings(texts) if self._clock() >= self._asks_from else [()] * len(texts)
        if failed := sum(not ranking for ranking in rankings):
            self._on_failure(failed)
        return [
            replace(reading, ranking=ranking) if ranking else reading
            for reading, ranking in zip(readings, rankings, strict=True)
        ]

    async def _rankings(self, texts: Sequence[str]) -> list[tuple[Guess, ...]]:
        """For each text Rasa's best guesses, or () where there are none in time."""
        client = self._client = self._client or self._connect()
        asked = [asyncio.create_task(self._rank(client, text)) for text in texts]
        try:
            await asyncio.wait(asked, timeout=self._timeout)
        finally:
            for task in asked:
                task.cancel()
        await asyncio.gather(*asked, return_exceptions=True)
        rankings = [() if task.cancelled() else task.result() for task in asked]
        self._remember(answered=any(rankings))
        return rankings

    def _remember(self, *, answered: bool) -> None:
        self._failures = 0 if answered else self._failures + 1
        if self._failures >= FAILURES:
            self._asks_from = self._clock() + REST

    async def _rank(self, client: httpx.AsyncClient, text: str) -> tuple[Guess, ...]:
        try:
            response = await client.post(self._url, json={"text": text})
            ranked = _decode(response.content).intent_ranking if response.status_code == httpx.codes.OK else ()
        except Exception:  # whatever is wrong with Rasa ends here: no family waits for it, and it may quote URL or text
            return ()
        return tuple(Guess(one.name, min(one.confidence, 1.0)) for one in ranked[:BEST])

    def _connect(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            verify=trusted(),
            trust_env=False,  # a proxy would see what families write
            follow_redirects=False,
            timeout=self._timeout,
            limits=httpx.Limits(max_connections=CONNECTIONS, max_keepalive_connections=CONNECTIONS),
        )


def _checked(url: str, token: str) -> httpx.URL:
    try:
        base = httpx.URL(url)
    except httpx.InvalidURL:
        raise ValueError("the address is not a URL") from None
    if base.scheme not in ("http", "https") or not base.host or base.userinfo or base.query:
        raise ValueError("the address must be http:// or https:// and a host, without user, password or query")
    if not token:
        raise ValueError("there is no token")
    return base.copy_with(path=f"{base.path.rstrip('/')}/model/parse", params={"token": token}, fragment=None)
