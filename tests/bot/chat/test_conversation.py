"""What a chat page reads of its conversation, and what is written down about it."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, update

from bot.app import FrontDoor
from data import chat
from data.tables import messages
from dialogues.messages import Status
from tests.bot.chat.family import LINE, Family, claim, conversation, family, reply
from tests.serving import serve


async def statuses(door: FrontDoor, token: str) -> list[str]:
    """How far our messages have come, in order."""
    ours = (messages.c.conversation_id == conversation(door, token)) & ~messages.c.inbound
    async with door.store.database.read() as connection:
        return list((await connection.execute(select(messages.c.status).where(ours).order_by(messages.c.id))).scalars())


async def change(door: FrontDoor, message: str, **values: object) -> None:
    """Change the row of a message of ours."""
    async with door.store.database.write() as connection:
        await connection.execute(update(messages).where(messages.c.id == UUID(message)).values(**values))


async def greeted(who: Family) -> dict[str, object]:
    """Open the page and wait for the greeting; returns it."""
    (greeting,) = (await who.post(kind="start")).json()["replies"]
    await who.look_until("안녕하세요")
    return dict(greeting)


async def test_history_has_both_sides_in_order(database_url: str) -> None:
    """A returning person reads everything in the order written, their own words under the ids that their page gave."""
    async with serve(database_url) as served, family(served) as who:
        await who.post(kind="start")
        await who.say("language:ko")
        await who.post(id="my-own-word", text="동의해요")
        found = (await who.look_until("민감정보"))["messages"]
        assert [message["ours"] for message in found] == [True, False, True, False, True]
        assert [message["id"] for message in found if not message["ours"]][1] == "my-own-word"
        assert found[-1]["choices"][0] == {"id": "sensitive:agree", "label": "동의해요"}
        assert found[-1]["language"] == "ko"


async def test_other_token_reads_nothing(database_url: str) -> None:
    """Whoever does not have the key finds an empty conversation."""
    async with serve(database_url) as served, family(served) as who, family(served) as stranger:
        await greeted(who)
        assert (await stranger.look())["messages"] == []


@pytest.mark.parametrize(("authorization", "status"), [("", 401), ("Bearer short", 401), ("Basic " + "t" * 43, 401)])
async def test_no_token(sqlite_url: str, authorization: str, status: int) -> None:
    """Without a key in the header nothing is told, whatever the address holds."""
    async with serve(sqlite_url) as served, family(served) as who:
        for path in ("messages", "events"):
            answer = await who.client.get(
                f"/chat/{LINE}/{path}?token={who.token}", headers={"authorization": authorization}
            )
            assert answer.status_code == status


async def test_cursor_of_somebody_else(sqlite_url: str) -> None:
    """A cursor that we did not make is refused rather than guessed at."""
    async with serve(sqlite_url) as served, family(served) as who:
        for cursor in ("x", "-1", "1" * 40, "٣"):
            answer = await who.client.get(f"/chat/{LINE}/messages", params={"after": cursor}, headers=who.headers)
            assert answer.status_code == 400, cursor


@pytest.mark.parametrize("status", [Status.QUEUED, Status.SENDING, Status.FAILED, Status.DROPPED, Status.REVOKED])
async def test_unsent_is_not_shown(database_url: str, status: Status) -> None:
    """What the gate holds or has dropped, and what is still on its way, does not appear on the page."""
    async with serve(database_url) as served, family(served) as who:
        greeting = await greeted(who)
        await change(served.door, str(greeting["id"]), status=status.value)
        assert (await who.look())["messages"] == []


async def test_released_late(database_url: str) -> None:
    """A message that was held back while newer ones were read is found by the next look, and only that one."""
    async with serve(database_url) as served, family(served) as who:
        greeting = await greeted(who)
        await who.say("language:ko")
        found = await who.look_until("개인정보")
        now = served.door.clock.now()
        for message in found["messages"]:
            if message["ours"]:
                await change(
                    served.door, message["id"], at=now - timedelta(hours=2), status_at=now - timedelta(hours=2)
                )
        await change(served.door, str(greeting["id"]), status_at=now + timedelta(hours=1))
        look = await chat.look(served.door.store, conversation(served.door, who.token), now + timedelta(minutes=30))
        assert [said.id.hex for said in look.said] == [greeting["id"]]
        assert look.cursor == now + timedelta(hours=1)


async def test_delivered_then_read(database_url: str) -> None:
    """What was fetched is delivered, what was shown is read, and fetching again lowers nothing."""
    async with serve(database_url) as served, family(served) as who:
        greeting = await greeted(who)
        assert await statuses(served.door, who.token) == ["delivered"]
        answer = await who.client.post(f"/chat/{LINE}/seen", json={"ids": [greeting["id"]]}, headers=who.headers)
        assert answer.status_code == 204
        assert await statuses(served.door, who.token) == ["read"]
        assert (await who.look())["messages"][0]["read"] is True
        assert await statuses(served.door, who.token) == ["read"]


async def test_seen_by_a_stranger(database_url: str) -> None:
    """Nobody can mark the messages of another conversation."""
    async with serve(database_url) as served, family(served) as who, family(served) as stranger:
        greeting = await greeted(who)
        answer = await stranger.client.post(
            f"/chat/{LINE}/seen", json={"ids": [greeting["id"]]}, headers=stranger.headers
        )
        assert answer.status_code == 204
        assert await statuses(served.door, who.token) == ["delivered"]


async def test_dropped_stays_dropped(database_url: str) -> None:
    """A page that claims to have seen what never went out changes nothing."""
    async with serve(database_url) as served, family(served) as who:
        greeting = await greeted(who)
        await change(served.door, str(greeting["id"]), status="dropped")
        await who.client.post(f"/chat/{LINE}/seen", json={"ids": [greeting["id"]]}, headers=who.headers)
        assert await statuses(served.door, who.token) == ["dropped"]


async def test_redelivered_post(database_url: str) -> None:
    """A post that is sent again because its answer was lost doubles nothing."""
    async with serve(database_url) as served, family(served) as who:
        await who.post(kind="start")
        for _ in range(2):
            await who.post(id="only-once", kind="choice", choice="language:ko", text="한국어")
        found = (await who.look_until("개인정보"))["messages"]
        assert [message["id"] for message in found].count("only-once") == 1
        assert len(found) == 3


async def test_worker_is_told_apart(database_url: str) -> None:
    """A caseworker's words carry their purpose, so that the page can say that a person wrote them."""
    async with serve(database_url) as served, family(served) as who:
        await who.refer()
        await claim(served.door, who.token)
        await reply(served.door, who.token, "안녕하세요, 김선생이에요.")
        found = (await who.look_until("김선생이에요"))["messages"]
        assert found[-1]["purpose"] == "worker"


async def test_forgotten(database_url: str) -> None:
    """After everything was erased at the person's wish, a page that still shows it is told to forget it too."""
    async with serve(database_url) as served, family(served) as who:
        await who.refer()
        before = await who.look_until("접수번호")
        await who.say("forget:yes")
        await who.look_until("모두 지웠어요")
        after = await who.look(before["cursor"])
        assert after["erased"] is True
        assert ["모두 지웠어요" in message["text"] for message in after["messages"]] == [True]
        again = await who.look(after["cursor"])
        assert again["erased"] is False
