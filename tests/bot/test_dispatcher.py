"""Sending: again and again until it is done, in order, never twice, never what was taken back."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from bot.dispatcher import LONGEST_PAUSE, MOST_ATTEMPTS, pause
from data.ids import uuid7
from data.outbox import LEASE, Ready
from data.tables import messages, notices
from integrations.channels.segments import economise
from integrations.errors import ProviderDown, RateLimited, SendFailed
from tests.bot.calls import NUMBER as OURS
from tests.bot.calls import PROVIDERS
from tests.bot.test_turns import STORY
from tests.bot.world import World, driven, lines, outbound, rows
from tests.integrations.channels.twilio_server import Refusal

NIGHT = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)  # 23:00 in Asan
NOON = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
MORNING = timedelta(hours=9, minutes=1)


@pytest.mark.parametrize(
    ("attempts", "error", "seconds"),
    [
        (1, ProviderDown("x"), 2),
        (2, ProviderDown("x"), 4),
        (9, ProviderDown("x"), 512),
        (10, ProviderDown("x"), 900),
        (20, ProviderDown("x"), 900),
        (1, RateLimited("x", 30.0), 30),
        (3, RateLimited("x", 0.0), 0),
        (1, RateLimited("x", 1e6), 900),
        (2, RateLimited("x", None), 4),
    ],
)
def test_the_pause_before_another_attempt(attempts: int, error: SendFailed, seconds: int) -> None:
    """It doubles up to a quarter of an hour; a provider's own wish goes before it."""
    assert pause(attempts, error) == timedelta(seconds=seconds)
    assert timedelta(seconds=seconds) <= LONGEST_PAUSE


async def due(there: World, after: timedelta) -> int:
    """Let time pass, then send what has become due; returns how many messages that were."""
    there.door.clock.move(after)
    return await there.door.dispatcher.send_due()


async def write(there: World, text: str, person: int = 42) -> None:
    """The family writes; returns when the answer was tried once."""
    await there.door.turns.take([there.written("sms", uuid7().int, text, person)])
    await settled(there)


async def settled(there: World) -> None:
    while there.door.dispatcher._tasks:
        await asyncio.wait(set(there.door.dispatcher._tasks))


async def statuses(there: World) -> list[tuple[str, str, int]]:
    return [(row.status, row.reason, row.attempts) for row in await rows(there.store, messages, ~messages.c.inbound)]


NUMBER = PROVIDERS["sms"].handle(42)


async def test_a_provider_that_is_down_is_tried_again_later(database_url: str) -> None:
    """A 503 leaves the message queued for seconds; once the provider is back it goes out once."""
    async with driven(database_url) as there:
        there.twilio.refusals[NUMBER] = Refusal(503, None)
        await write(there, "도와주세요")
        assert await statuses(there) == [("queued", "twilio:503", 1)]
        assert await due(there, timedelta()) == 0, "not before its time"
        assert await due(there, timedelta(seconds=3)) == 1
        assert await statuses(there) == [("queued", "twilio:503", 2)]
        del there.twilio.refusals[NUMBER]
        assert await due(there, timedelta(seconds=5)) == 1
        assert await statuses(there) == [("sent", "", 3)]
        assert len(there.delivered("sms")) == 1
        assert await due(there, timedelta(days=1)) == 0


async def test_a_provider_that_asks_to_wait_is_left_alone_so_long(database_url: str) -> None:
    """Retry-After is kept: nothing is sent to that person before it is over."""
    async with driven(database_url) as there:
        there.twilio.refusals[NUMBER] = Refusal(429, 20429, {"Retry-After": "70"})
        await write(there, "도와주세요")
        del there.twilio.refusals[NUMBER]
        assert await due(there, timedelta(seconds=60)) == 0
        assert await due(there, timedelta(seconds=11)) == 1
        assert len(there.delivered("sms")) == 1


async def test_after_many_attempts_it_has_failed(database_url: str) -> None:
    """A provider that never comes back makes a failure, not an endless row of attempts."""
    async with driven(database_url) as there:
        there.door.clock.stand(NOON)  # the attempts go on for hours, and the night would hold them
        there.twilio.refusals[NUMBER] = Refusal(500, None)
        await write(there, "도와주세요")
        for _ in range(MOST_ATTEMPTS - 1):
            assert await due(there, LONGEST_PAUSE) == 1
        assert await statuses(there) == [("failed", "twilio:500", MOST_ATTEMPTS)]
        assert await due(there, LONGEST_PAUSE) == 0


@pytest.mark.parametrize(("code", "unreachable"), [(21610, True), (21211, True), (30007, False)])
async def test_a_failure_is_told_to_the_caseworker_once(database_url: str, code: int, unreachable: bool) -> None:
    """What cannot be delivered becomes an event and a notice, even when we are restarted in between."""
    async with driven(database_url) as there:
        await write(there, "사람")
        there.twilio.refusals[NUMBER] = Refusal(400, code)
        await write(there, "언제 와요?")
        assert (await statuses(there))[-1] == ("failed", f"twilio:{code}", 1)
    async with driven(database_url) as there:
        assert await there.door.rounds.tell_failures() == 1
        assert (await there.state("sms")).unreachable is unreachable
        assert len(await rows(there.store, notices, notices.c.kind == "case.family_unreachable")) == 1
        assert await there.door.rounds.tell_failures() == 0
        assert len(await rows(there.store, notices, notices.c.kind == "case.family_unreachable")) == 1


async def test_two_workers_tell_of_a_failure_once(postgres_url: str) -> None:
    """Whoever comes second finds that it was told."""
    async with (
        driven(postgres_url) as one,
        driven(postgres_url, environment=lines(one.twilio.url, one.telegram.base_url)) as other,
    ):
        await write(one, "사람")
        one.twilio.refusals[NUMBER] = Refusal(400, 21610)
        await write(one, "언제 와요?")
        await asyncio.gather(*(there.door.rounds.tell_failures() for there in (one, other, one, other)))
        assert len(await rows(one.store, notices, notices.c.kind == "case.family_unreachable")) == 1


async def test_a_broken_connection_does_not_send_twice(database_url: str) -> None:
    """Twilio took the message and the connection broke before it could say so: we ask before we send again."""
    async with driven(database_url) as there:
        there.twilio.cut_off.add(NUMBER)
        await write(there, "도와주세요")
        assert await statuses(there) == [("queued", "twilio:no-answer", 1)]
        there.twilio.cut_off.clear()
        assert await due(there, timedelta(seconds=3)) == 1
        assert await statuses(there) == [("sent", "", 2)]
        assert len(there.delivered("sms")) == 1


async def test_equal_words_are_not_taken_for_each_other(database_url: str) -> None:
    """Of two replies with the same words the first was cut off and the second never begun: both arrive, each once."""
    async with driven(database_url) as there:
        await write(there, "도와주세요")
        there.twilio.cut_off.add(NUMBER)
        for _ in range(2):
            await there.door.turns.take([there.written("sms", uuid7().int, "도움말")])
        await settled(there)
        there.twilio.cut_off.clear()
        for _ in range(3):
            await due(there, timedelta(seconds=5))
        said = [text for _, text in await outbound(there.store)]
        assert said[1] == said[2]
        assert [status for status, _ in await outbound(there.store)] == ["sent"] * 3
        assert len(there.delivered("sms")) == 3
        assert {row.provider_id for row in await rows(there.store, messages, ~messages.c.inbound)} == {
            message["sid"] for message in there.twilio.messages
        }


class Dead:
    """A process that dies between its commit and its sending."""

    def hand(self, said: Sequence[Ready]) -> None:
        """It did not come to that."""


async def test_of_equal_words_that_a_crash_cut_off_each_arrives_once(database_url: str) -> None:
    """A process died having sent one of two replies with the same words: the other is sent, neither of them twice."""
    async with driven(database_url) as there:
        await write(there, "도와주세요")
        await write(there, "도움말")
        words = there.delivered("sms")[-1]
        there.door.turns._sender = Dead()
        for _ in range(2):
            await there.door.turns.take([there.written("sms", uuid7().int, "도움말")])
        there.twilio.keep({"To": NUMBER, "From": OURS, "Body": words})
        assert await due(there, LEASE + timedelta(seconds=1)) == 2
        assert there.delivered("sms").count(words) == 3
        told = [row.provider_id for row in await rows(there.store, messages, ~messages.c.inbound)]
        assert sorted(told) == sorted(str(message["sid"]) for message in there.twilio.messages)


async def test_what_a_dead_process_was_to_send_is_sent_by_another(database_url: str) -> None:
    """A living process keeps what it has in hand; when it is gone another takes it, long before the lease ends."""
    async with driven(database_url) as one:
        one.door.turns._sender = Dead()
        await one.door.turns.take([one.written("sms", 1, "도와주세요")])
        if one.store.database.is_postgres:
            async with driven(database_url, environment=lines(one.twilio.url, one.telegram.base_url)) as other:
                assert await due(other, LEASE / 2) == 0, "the other one is alive"
    async with driven(database_url) as other:
        assert await due(other, timedelta(seconds=6)) == 1
        assert await statuses(other) == [("sent", "", 2)]
        assert len(other.delivered("sms")) == 1


async def test_a_lease_that_ends_is_taken_over(database_url: str) -> None:
    """Even a process that seems to live loses what it has not sent when its lease ends."""
    async with driven(database_url) as there:
        there.door.turns._sender = Dead()
        await there.door.turns.take([there.written("sms", 1, "도와주세요")])
        assert await due(there, LEASE - timedelta(seconds=1)) == 0
        assert await due(there, timedelta(seconds=2)) == 1
        assert len(there.delivered("sms")) == 1


async def test_what_waited_too_long_in_the_queue_is_left_to_its_lease(database_url: str) -> None:
    """A process that was held up does not send what another may have taken over."""
    async with driven(database_url) as there:
        kept: list[Ready] = []
        there.door.turns._sender = type("Late", (), {"hand": lambda _, said: kept.extend(said)})()
        await there.door.turns.take([there.written("sms", 1, "도와주세요")])
        there.door.clock.move(LEASE * 2)
        there.door.dispatcher.hand(kept)
        await settled(there)
        assert there.delivered("sms") == []
        assert await due(there, timedelta()) == 1
        assert len(there.delivered("sms")) == 1


async def test_the_messages_of_one_conversation_keep_their_order(database_url: str) -> None:
    """A later reply does not overtake one that is slow, nor one that has to be tried again; others do."""
    async with driven(database_url) as there:
        there.twilio.slow = 0.05
        for text in STORY[:4]:
            await there.door.turns.take([there.written("sms", uuid7().int, text)])
        await settled(there)
        there.twilio.refusals[NUMBER] = Refusal(503, None)
        await write(there, STORY[4])
        del there.twilio.refusals[NUMBER]
        await there.door.turns.take([there.written("sms", uuid7().int, STORY[5])])
        await write(there, "도와주세요", person=7)
        assert (await statuses(there))[-2:] == [("queued", "in-order", 0), ("sent", "", 1)]
        assert await due(there, timedelta(seconds=3)) == 2
        said = [
            text for _, text in await outbound(there.store, messages.c.conversation_id == there.conversation("sms"))
        ]
        assert [one.splitlines()[0] for one in there.delivered("sms")] == [
            economise(one).splitlines()[0] for one in said
        ]


async def test_help_in_a_crisis_waits_for_nothing(database_url: str) -> None:
    """While other words to the family wait for another attempt, the numbers for a crisis go out at once."""
    async with driven(database_url) as there:
        there.twilio.refusals[NUMBER] = Refusal(503, None)
        await write(there, "도와주세요")
        del there.twilio.refusals[NUMBER]
        await write(there, "죽고 싶어요")
        assert [status for status, _, _ in await statuses(there)] == ["queued", "sent"]
        assert "109" in there.delivered("sms")[0]


async def test_a_line_that_is_off_loses_no_message(database_url: str) -> None:
    """What is to be sent on a line that is switched off waits until it is on again."""
    async with driven(database_url) as there:
        there.door.turns._sender = Dead()
        await there.door.turns.take([there.written("sms", 1, "도와주세요")])
    async with driven(database_url, environment={}) as there:
        assert await due(there, LEASE * 2) == 1
        assert [status[:2] for status in await statuses(there)] == [("queued", "line-off")]
    async with driven(database_url) as there:
        assert await due(there, LEASE * 2 + LONGEST_PAUSE) == 1
        assert len(there.delivered("sms")) == 1
