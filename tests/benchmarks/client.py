"""A client as light as can be, because it shares the core with what it measures."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from functools import partial

from tests.benchmarks.story import calls


class Family(asyncio.Protocol):
    """One connection: family after family, each message sent when the one before was answered."""

    def __init__(self, port: int, families: Iterator[int], deadline: float, done: asyncio.Future[None]) -> None:
        self._port = port
        self._families = families
        self._deadline = deadline
        self._done = done
        self._calls: Iterator[bytes] = iter(())
        self._buffer = b""
        self._sent_at = 0.0
        self.finished = 0
        self.seconds: list[float] = []

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        self._transport = transport
        self._next()

    def data_received(self, data: bytes) -> None:
        """An answer, or a part of one."""
        self._buffer += data
        head, found, rest = self._buffer.partition(b"\r\n\r\n")
        if not found:
            return
        length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n", 1)[0])
        if len(rest) < length:
            return
        if not head.startswith(b"HTTP/1.1 200"):
            self._fail(RuntimeError(f"answered {head[:40]!r}"))
            return
        self._buffer = b""
        self.seconds.append(time.perf_counter() - self._sent_at)
        self._next()

    def connection_lost(self, exc: Exception | None) -> None:
        """The server went away."""
        self._fail(exc or RuntimeError("the server closed the connection"))

    def _next(self) -> None:
        call = next(self._calls, None)
        if call is None:
            if self.seconds:
                self.finished += 1
            if time.perf_counter() >= self._deadline:
                if not self._done.done():
                    self._done.set_result(None)
                self._transport.close()
                return
            self._calls = calls(self._port, next(self._families))
            call = next(self._calls)
        self._sent_at = time.perf_counter()
        self._transport.write(call)  # type: ignore[attr-defined]

    def _fail(self, error: Exception) -> None:
        if not self._done.done():
            self._done.set_exception(error)


async def load(port: int, families: Iterator[int], connections: int, seconds: float) -> tuple[int, float, list[float]]:
    """Whole conversations over ``connections`` for about ``seconds``.

    Returns (conversations, seconds taken, seconds of each turn).
    """
    loop = asyncio.get_running_loop()
    start = time.perf_counter()
    running: list[tuple[Family, asyncio.Future[None]]] = []
    for _ in range(connections):
        done: asyncio.Future[None] = loop.create_future()
        family = Family(port, families, start + seconds, done)
        await loop.create_connection(partial(_same, family), "127.0.0.1", port)
        running.append((family, done))
    await asyncio.gather(*(done for _, done in running))
    taken = time.perf_counter() - start
    return sum(p.finished for p, _ in running), taken, [second for p, _ in running for second in p.seconds]


def _same(family: Family) -> Family:
    return family
