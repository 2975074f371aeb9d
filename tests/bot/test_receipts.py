"""How far our messages have come: whatever order the provider tells it in, we know the furthest."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from msgspec.structs import replace

from data.ids import uuid7
from data.inbox import keep_receipts
from data.outbox import LEASE, Content, Ready
from data.tables import messages, notices, receipts
from dialogues.flow import Answer
from dialogues.messages import Purpose, Receipt, Status
from dialogues.state import State
from tests.bot.test_dispatcher import MORNING, NIGHT, NUMBER, Dead, due, statuses
from tests.bot.world import World, driven, rows, until, world

SENT, DELIVERED, READ, FAILED = Status.SENT, Status.DELIVERED, Status.READ, Status.FAILED


async def tell(there: World, *told: Status, sid: str = "") -> None:
    """Receipts for our one message, all in one call."""
    name = sid or str(there.twilio.messages[0]["sid"])
    found = [
        Receipt(line="asan-sms", provider_id=name, status=status, reason="twilio:30005" if status is FAILED else "")
        for status in told
    ]
    await keep_receipts(there.store, found, there.door.clock.now())


@pytest.mark.parametrize(
    ("told", "known"),
    [
        ([SENT], "sent"),
        ([SENT, DELIVERED, READ], "read"),
        ([READ, DELIVERED, SENT], "read"),
        ([DELIVERED, SENT], "delivered"),
        ([DELIVERED, DELIVERED], "delivered"),
        ([READ, SENT, DELIVERED, READ], "read"),
        ([FAILED], "failed"),
        ([FAILED, SENT], "failed"),
        ([SENT, FAILED, FAILED], "failed"),
        ([Status.SENDING, Status.QUEUED], "sent"),
    ],
)
async def test_the_furthest_is_known(database_url: str, told: list[Status], known: str) -> None:
    """Receipts one by one, and all in one call, end at the same status, whatever their order; none is left over."""
    async with driven(database_url) as there:
        await there.take("sms", "도와주세요")
        for status in told:
            await tell(there, status)
        assert (await statuses(there))[0][0] == known
        await there.take("sms", "도와주세요", person=7)
        await tell(there, *told, sid=str(there.twilio.messages[1]["sid"]))
        assert (await statuses(there))[1][0] == known
        assert await rows(there.store, receipts) == []


async def test_a_receipt_may_come_before_we_know_the_message(database_url: str) -> None:
    """Twilio may tell of a delivery before its answer has reached us: the receipt waits, and is applied then."""
    async with driven(database_url) as there:
        there.twilio.slow = 0.2
        await there.door.turns.take([there.written("sms", 1, "도와주세요")])
        await until(lambda: _nothing(there))
        await tell(there, DELIVERED)
        assert (await statuses(there))[0][0] == "sending"
        await there.quiet()
        assert (await statuses(there))[0][0] == "sent"
        await there.door.rounds.settle_receipts()
        assert (await statuses(there))[0][0] == "delivered"
        assert await rows(there.store, receipts) == []


async def _nothing(there: World) -> bool:
    return not there.twilio.messages


async def test_a_receipt_for_a_message_that_is_not_ours_is_forgotten(database_url: str) -> None:
    """A receipt that finds no message within a day is let go."""
    async with driven(database_url) as there:
        await there.take("sms", "도와주세요")
        await tell(there, DELIVERED, sid="SM-unknown")
        assert len(await rows(there.store, receipts)) == 1
        there.door.clock.move(timedelta(days=1, seconds=1))
        await there.door.rounds.settle_receipts()
        assert await rows(there.store, receipts) == []
        assert (await statuses(there))[0][0] == "sent"


async def test_a_receipt_never_touches_what_a_family_wrote(database_url: str) -> None:
    """The provider's id of an inbound message in a receipt changes nothing."""
    async with driven(database_url) as there:
        await there.take("sms", "도와주세요")
        (heard,) = await rows(there.store, messages, messages.c.inbound)
        await tell(there, FAILED, sid=heard.provider_id)
        assert [row.status for row in await rows(there.store)] == ["handled", "sent"]


async def test_a_failed_receipt_tells_the_caseworker_once(database_url: str) -> None:
    """Words that Twilio took and could not deliver become a notice, once, however often we are told."""
    async with driven(database_url) as there:
        await there.take("sms", "사람")
        await tell(there, SENT)
        await tell(there, FAILED, FAILED)
        for _ in range(2):
            await there.door.rounds.tell_failures()
        await tell(there, FAILED)
        await there.door.rounds.tell_failures()
        assert len(await rows(there.store, notices, notices.c.kind == "case.family_unreachable")) == 1
        assert (await statuses(there))[0][:2] == ("failed", "twilio:30005")


async def test_receipts_come_through_the_webhook(database_url: str) -> None:
    """Twilio's signed status callbacks, many at once and twice, raise the status; a failure is told by itself."""
    async with world(database_url) as there:
        await there.say("sms", 1, "사람")
        await there.quiet()
        sid = str(there.twilio.messages[0]["sid"])
        told = ("sent", "delivered", "delivered", "queued", "sending")
        assert await asyncio.gather(*(there.twilio.call_back(sid, status) for status in told)) == [200] * 5
        assert (await statuses(there))[0][0] == "delivered"
        assert await there.twilio.call_back(sid, "undelivered", ErrorCode="30003") == 200
        await until(lambda: _untold(there))


async def _untold(there: World) -> bool:
    return not await rows(there.store, notices, notices.c.kind == "case.family_unreachable")


async def test_a_receipt_outlives_the_process_that_sent(database_url: str) -> None:
    """The message was taken by Twilio, we died, the receipt came: the next process finds the message and applies it."""
    async with driven(database_url) as there:
        there.door.turns._sender = Dead()
        await there.door.turns.take([there.written("sms", 1, "도와주세요")])
        await due(there, timedelta(minutes=2))
        before = (await statuses(there))[0]
        await tell(there, READ)
        assert (before[0], (await statuses(there))[0][0]) == ("sent", "read")


async def test_receipts_of_a_rerouted_message_are_known(database_url: str) -> None:
    """A family on Telegram whose safe way is a text message: it goes out there, and Twilio's receipt counts."""
    async with driven(database_url) as there:
        await there.take("telegram", "도와주세요")
        answers = {"contact": Answer("text", NIGHT), "phone": Answer(NUMBER, NIGHT)}
        ready = Ready(
            id=uuid7(), conversation=there.conversation("telegram"), line="asan-telegram", handle="1",
            content=Content(text="안녕하세요"), purpose=Purpose.WORKER, until=None, at=NIGHT, attempts=1,
            leased_until=NIGHT + LEASE, state=State(answers=answers),
        )  # fmt: skip
        there.door.clock.stand(NIGHT + MORNING)
        outcome = await there.door.dispatcher._outcome(ready)
        assert outcome.line == "asan-sms"
        (row,) = await rows(there.store, messages, ~messages.c.inbound)
        async with there.store.database.write() as connection:
            await connection.execute(messages.update().where(messages.c.id == row.id).values(status="sending"))
        await there.door.dispatcher._settled([replace(outcome, id=row.id)])
        sid = str(there.twilio.messages[0]["sid"])
        receipt = Receipt(line="asan-sms", provider_id=sid, status=Status.DELIVERED)
        await keep_receipts(there.store, [receipt], there.door.clock.now())
        assert (await statuses(there))[-1][0] == "delivered"
