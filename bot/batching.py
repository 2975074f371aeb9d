"""Natural batching: take whatever has piled up while the last batch was being handled."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

GATHER = 0.03
"""Seconds in which work gathers that nobody waits for, such as what became of messages: more of it shares a commit."""

Handle = Callable[[Sequence[Item]], Awaitable[Sequence[Result]]]


class Batcher(Generic[Item, Result]):
    """Items go in one by one, are handled together in the order they came, and each gets its own result.

    At idle a batch is one item, so nothing waits; under load a batch is all that came meanwhile. A batch that fails is
    tried again item by item, so that one bad item fails alone. An item whose future was cancelled is left out.
    """

    def __init__(self, handle: Handle[Item, Result], most: int = 256, pause: float = 0.0) -> None:
        """``handle`` returns one result for each item, in order; ``most`` is the largest batch.

        ``pause``: seconds to gather before each batch, for work that nobody waits for.
        """
        self._handle = handle
        self._pause = pause
        self._most = most
        self._queue: list[tuple[Item, asyncio.Future[Result]]] = []
        self._filled = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to handle items."""
        self._task = asyncio.create_task(self._run())

    async def close(self) -> None:
        """Finish what has been given, then stop."""
        if self._task is None:
            return
        await self._idle.wait()
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    def give(self, item: Item) -> asyncio.Future[Result]:
        """Hand in ``item``; the future gets its result, or the error that handling it alone raised."""
        future: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._queue.append((item, future))
        self._idle.clear()
        self._filled.set()
        return future

    async def _run(self) -> None:
        while True:
            await self._filled.wait()
            if self._pause:
                await asyncio.sleep(self._pause)
            batch, self._queue = self._queue[: self._most], self._queue[self._most :]
            if not self._queue:
                self._filled.clear()
            await self._try(batch)
            if not self._queue:
                self._idle.set()

    async def _try(self, given: list[tuple[Item, asyncio.Future[Result]]]) -> None:
        batch = [one for one in given if not one[1].done()]  # nobody waits for the others any more
        if not batch:
            return
        try:
            results = await self._handle([item for item, _ in batch])
        except Exception as error:
            if len(batch) > 1:
                for one in batch:
                    await self._try([one])
            elif not batch[0][1].done():
                batch[0][1].set_exception(error)
            return
        for (_, future), result in zip(batch, results, strict=True):
            if not future.done():
                future.set_result(result)
