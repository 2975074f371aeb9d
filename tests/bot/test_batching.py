"""Natural batching: everything that piled up is handled together, in order, and one bad item fails alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest

from bot.batching import Batcher


class Work:
    """Doubles numbers; fails for a batch that holds 13. Waits at each batch until it is let."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []
        self.free = asyncio.Event()
        self.free.set()

    async def __call__(self, items: Sequence[int]) -> list[int]:
        self.batches.append(list(items))
        await self.free.wait()
        if 13 in items:
            raise ValueError("13")
        return [item * 2 for item in items]


@asynccontextmanager
async def batcher(work: Work, most: int = 256) -> AsyncIterator[Batcher[int, int]]:
    found: Batcher[int, int] = Batcher(work, most)
    found.start()
    yield found
    await found.close()


async def test_what_piles_up_is_one_batch() -> None:
    """While one batch is at work the next gathers; each item gets its own result."""
    work = Work()
    async with batcher(work) as items:
        work.free.clear()
        first = items.give(0)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        rest = [items.give(number) for number in range(1, 6)]
        work.free.set()
        assert await asyncio.gather(first, *rest) == [0, 2, 4, 6, 8, 10]
        assert work.batches == [[0], [1, 2, 3, 4, 5]]


async def test_no_batch_is_larger_than_the_most() -> None:
    """What does not fit waits for the next batch, in order."""
    work = Work()
    async with batcher(work, most=2) as items:
        assert await asyncio.gather(*(items.give(number) for number in range(5))) == [0, 2, 4, 6, 8]
        assert work.batches == [[0, 1], [2, 3], [4]]


async def test_one_bad_item_fails_alone() -> None:
    """The others of its batch get their results."""
    work = Work()
    async with batcher(work) as items:
        found = await asyncio.gather(*(items.give(number) for number in (1, 13, 3)), return_exceptions=True)
        assert found[::2] == [2, 6]
        assert isinstance(found[1], ValueError)
        assert await items.give(4) == 8


async def test_what_nobody_waits_for_any_more_is_left_out() -> None:
    """An item whose giver has gone is not handled: it has been kept in another way by then."""
    work = Work()
    async with batcher(work) as items:
        work.free.clear()
        first = items.give(0)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        gone, kept = items.give(1), items.give(2)
        gone.cancel()
        work.free.set()
        assert [await first, await kept] == [0, 4]
        assert work.batches == [[0], [2]]


async def test_closing_finishes_what_was_given() -> None:
    """Nothing that was handed in is dropped by the end of the program."""
    work = Work()
    async with batcher(work) as items:
        given = [items.give(number) for number in range(10)]
    assert [future.result() for future in given] == [number * 2 for number in range(10)]


async def test_a_batcher_that_was_never_started_closes() -> None:
    """A program that failed at its start can be closed."""
    with pytest.raises(asyncio.TimeoutError):
        await asyncio.wait_for(Batcher(Work()).give(1), 0.01)
    await Batcher(Work()).close()
