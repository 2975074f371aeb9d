"""Live replies: the stream is woken, misses nothing and doubles nothing."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from bot.chat import talk
from data import chat
from dialogues.messages import Status
from tests.bot.chat.family import (
    DEADLINE,
    LINE,
    claim,
    conversation,
    eventually,
    family,
    listening,
    reply,
    until,
)
from tests.serving import serve


@pytest.fixture(autouse=True)
def no_looking(monkeypatch: pytest.MonkeyPatch) -> None:
    """The stream never looks by itself: only being woken brings anything."""
    monkeypatch.setattr(talk, "HEARTBEAT", 3600.0)


async def test_worker_reply_arrives(database_url: str) -> None:
    """A caseworker's words reach a page that listens, woken after they were released."""
    async with serve(database_url) as served, family(served) as who:
        await who.refer()
        async with asyncio.timeout(DEADLINE), listening(who) as events:
            await claim(served.door, who.token)
            await until(events, "담당 선생님이 정해졌어요")
            await reply(served.door, who.token, "내일 뵐게요.")
            (last,) = await until(events, "내일 뵐게요.")
            assert last["purpose"] == "worker"


async def test_second_page_hears_both_sides(database_url: str) -> None:
    """What is said on one page reaches another page of the same conversation, both sides of it, once."""
    async with serve(database_url) as served, family(served) as who, family(served, who.token) as second:
        async with asyncio.timeout(DEADLINE), listening(second) as events:
            await who.post(kind="start")
            told = await until(events, "안녕하세요")
            await who.post(id="on-page-one", kind="choice", choice="language:ko", text="한국어")
            told += await until(events, "개인정보")
            await who.say("consent:agree")
            told += await until(events, "민감정보")
        ids = [message["id"] for message in told]
        assert len(ids) == len(set(ids))
        assert "on-page-one" in ids


async def test_resumes_from_the_cursor(database_url: str) -> None:
    """A stream that begins again where the page stopped brings what came meanwhile."""
    async with serve(database_url) as served, family(served) as who:
        await who.refer()
        cursor = (await who.look_until("접수번호"))["cursor"]
        await claim(served.door, who.token)
        await reply(served.door, who.token, "그 사이에 적었어요.")
        await who.look_until("그 사이에")
        async with asyncio.timeout(DEADLINE), listening(who, cursor) as events:
            await until(events, "그 사이에")


async def test_what_is_streamed_is_delivered(database_url: str) -> None:
    """A message counts as delivered once the stream has handed it over."""
    async with serve(database_url) as served, family(served) as who, listening(who) as events:
        await who.post(kind="start")
        async with asyncio.timeout(DEADLINE):
            await until(events, "안녕하세요")

        async def delivered() -> bool:
            found = await chat.look(served.door.store, conversation(served.door, who.token))
            return found.said[-1].status is Status.DELIVERED

        await eventually(delivered)


async def test_other_process(postgres_url: str) -> None:
    """A page that listens at one process hears what another process has sent."""
    async with (
        serve(postgres_url) as one,
        serve(postgres_url) as other,
        family(one) as who,
        family(other, who.token) as elsewhere,
        asyncio.timeout(DEADLINE),
        listening(elsewhere) as events,
    ):
        await who.post(kind="start")
        await until(events, "안녕하세요")


async def test_pages_that_hang_up_leave_nothing(sqlite_url: str) -> None:
    """When a page goes away, nobody waits for its conversation any more."""
    async with serve(sqlite_url) as served, family(served) as who:

        async def nobody_waits() -> bool:
            return not any(topic.startswith("conversation:") for topic in served.door.store.wake._waiting)

        async with listening(who):
            assert not await nobody_waits()
        await eventually(nobody_waits)


async def test_unknown_line(sqlite_url: str) -> None:
    """There is no stream for a line that is not a chat."""
    async with serve(sqlite_url) as served, httpx.AsyncClient(base_url=served.url) as client:
        answer = await client.get("/chat/asan-sms/events", headers={"authorization": "Bearer " + "t" * 43})
        assert answer.status_code == 404
        assert LINE not in answer.text
