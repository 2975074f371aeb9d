"""Turns: messages become answers, in order, in batches, whatever fails and whoever else is at it."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.turns import Job
from data import inbox
from data.ids import uuid7
from data.inbox import HANDLED, RECEIVED, Kept
from data.tables import cases, conversations, messages, notices, timers
from dialogues.effects import Refuse, TimerKind
from dialogues.events import Event, VisitMoved, WorkerReplied
from dialogues.messages import Inbound
from dialogues.reading import Reading
from dialogues.state import State
from tests.bot.calls import PROVIDERS
from tests.bot.world import FAMILY, World, driven, in_days, lines, member, outbound, rows
from tests.serving import NoEngine

STORY = ("임신 7개월인데 도움이 필요해요", "1", "1", "배방읍", "1,4", "2", "4", "달님", "1")
"""A whole self-referral by text message; after the last the case is open."""


def arrived(there: World, inbound: Inbound) -> Kept:
    return inbox.arrived(there.store, inbound, there.door.clock.now())


def new(there: World, inbound: Inbound) -> Job:
    """A message that has just come in."""
    kept = arrived(there, inbound)
    return Job(conversation=kept.conversation, message=kept)


def happens(event: Event) -> Job:
    return Job(conversation=event.conversation, event=event)


async def test_messages_of_one_conversation_keep_their_order_inside_a_batch(database_url: str) -> None:
    """A whole story that comes in one batch ends where it ends message by message."""
    async with driven(database_url) as there:
        await there.take("sms", *STORY, person=1)
        jobs = [new(there, there.written("sms", number, text, 2)) for number, text in enumerate(STORY)]
        done = await there.door.turns._turn(jobs)
        await there.quiet()
        assert [len(one.said) for one in done] == [1] * len(STORY)
        one_by_one, together = await there.state("sms", 1), await there.state("sms", 2)
        assert one_by_one.case
        assert together.case
        assert set(together.answers) == set(one_by_one.answers)
        assert there.delivered("sms", 2)[:-1] == there.delivered("sms", 1)[:-1], (
            "all but the last, which names the case"
        )


def known(state: State) -> tuple[object, ...]:
    """What a state says, without whose it is: the moments, the case's id and the sender's number."""
    answers = {name: answer.value for name, answer in state.answers.items() if name != "phone"}
    return answers, set(state.heard), state.asked, state.draft, state.menu, state.flow, state.misses, bool(state.case)


async def test_a_batch_of_many_conversations_gives_what_each_gives_alone(database_url: str) -> None:
    """Ten families at different points of their story: states, rows and words are those of one by one."""
    async with driven(database_url) as there:
        for person in range(10):
            await there.take("sms", *STORY[: person % len(STORY)], person=person)
            await there.take("sms", *STORY[: person % len(STORY)], person=100 + person)
        texts = {person: STORY[person % len(STORY)] for person in range(10)}
        for person, text in texts.items():
            await there.take("sms", text, person=person)
        await there.door.turns._turn(
            [new(there, there.written("sms", 99, text, 100 + person)) for person, text in texts.items()]
        )
        await there.quiet()
        for person in range(10):
            alone, together = await there.state("sms", person), await there.state("sms", 100 + person)
            assert known(together) == known(alone)
            said = [
                len(await outbound(there.store, messages.c.conversation_id == there.conversation("sms", one)))
                for one in (person, 100 + person)
            ]
            assert said[0] == said[1]
        assert len(await rows(there.store, cases)) == 2
        assert len(await rows(there.store, timers, timers.c.kind == "expiry")) == 20


async def test_what_one_conversation_does_first_does_not_come_late_for_another(database_url: str) -> None:
    """In one batch somebody writes first and another's visit is moved: its new reminders stand, the old are gone."""
    async with driven(database_url) as there:
        staff = await member(there.store)
        await there.take("telegram", "사람")
        visit = await there.visit("telegram", staff, in_days(10))
        before = {row.due_at for row in await rows(there.store, timers, timers.c.kind == TimerKind.REMINDER.value)}
        moved = VisitMoved(
            id=uuid7(),
            conversation=there.conversation("telegram"),
            line="asan-telegram",
            staff=staff.hex,
            visit=visit,
            starts_at=in_days(20),
        )
        await there.door.turns._turn([new(there, there.written("sms", 1, "도와주세요", 7)), happens(moved)])
        after = {row.due_at for row in await rows(there.store, timers, timers.c.kind == TimerKind.REMINDER.value)}
        assert len(before) == len(after) == 3
        assert not before & after


async def test_the_same_message_twice_in_a_batch_is_one(database_url: str) -> None:
    """A provider that repeats itself within one batch is answered once."""
    async with driven(database_url) as there:
        twice = [there.written("sms", 1, "도와주세요"), there.written("sms", 1, "도와주세요")]
        said = await there.door.turns.take(twice)
        assert len(said) == 1
        await there.quiet()
        assert len(await rows(there.store)) == 2


async def test_a_turn_that_fails_takes_no_other_with_it(database_url: str) -> None:
    """A conversation that cannot be read fails alone: its message is kept, and answered later."""
    async with driven(database_url) as there:
        await there.take("sms", "도와주세요", person=3)
        whole = (await rows(there.store, conversations))[0].state_sealed
        await _seal(there, b"broken")
        people = [1, 2, 3, 4, 5]
        await asyncio.gather(*(there.door.turns.take([there.written("sms", 50, "1", person)]) for person in people))
        await until_settled(there)
        kept = {
            row.conversation_id: row.status
            for row in await rows(there.store, messages, messages.c.provider_id.like("%-50"))
        }
        assert kept == {there.conversation("sms", person): RECEIVED if person == 3 else HANDLED for person in people}
        with contextlib.suppress(Exception):
            await there.door.rounds.sweep(timedelta())
        assert len(there.delivered("sms", 3)) == 1, "still only the first answer"
        await _seal(there, whole)
        assert await there.door.rounds.sweep(timedelta()) == 1
        await there.quiet()
        assert len(there.delivered("sms", 3)) == 2
        assert await there.door.rounds.sweep(timedelta()) == 0


async def _seal(there: World, state: bytes) -> None:
    async with there.store.database.write() as connection:
        broken = update(conversations).where(conversations.c.id == there.conversation("sms", 3))
        await connection.execute(broken.values(state_sealed=state))


async def until_settled(there: World) -> None:
    while there.door.dispatcher._tasks:
        await asyncio.wait(set(there.door.dispatcher._tasks))


class Broken(NoEngine):
    """An engine that fails."""

    async def parse(self, texts: Sequence[str]) -> list[Reading]:
        raise ConnectionError


class Slow(NoEngine):
    """An engine that answers when it is let."""

    def __init__(self) -> None:
        self.free = asyncio.Event()

    async def parse(self, texts: Sequence[str]) -> list[Reading]:
        await self.free.wait()
        return await super().parse(texts)


async def test_an_engine_that_fails_keeps_nobody_waiting(database_url: str) -> None:
    """Without the language engine a message is answered all the same, and a crisis is found."""
    async with driven(database_url, engine=Broken()) as there:
        await there.take("sms", "죽고 싶어요")
        state = await there.state("sms")
        assert state.alarm is not None
        assert "109" in there.delivered("sms")[0]


async def test_a_turn_that_takes_too_long_is_safe_and_answered_once(database_url: str) -> None:
    """When the provider has to be answered before the turn is through, the message is kept; it is answered once."""
    slow = Slow()
    async with driven(database_url, engine=slow) as there:
        assert await there.door.turns.take([there.written("sms", 1, "도와주세요")], patience=0.05) == []
        assert [row.status for row in await rows(there.store)] == [RECEIVED]
        slow.free.set()
        await there.door.rounds.sweep(timedelta())
        await there.quiet()
        assert len(there.delivered("sms")) == 1


async def test_what_a_dead_process_left_unanswered_is_answered(database_url: str) -> None:
    """Messages that were kept and not answered are taken up by the next process; a living process keeps its own."""
    async with driven(database_url) as there:
        await inbox.keep(there.store, [arrived(there, there.written("sms", 1, "도와주세요"))])
        assert await there.door.rounds.sweep() == 0, "it may be at work on it"
    async with driven(database_url) as there:
        there.door.clock.move(timedelta(seconds=6))
        assert await there.door.rounds.sweep() == 1
        await there.quiet()
        assert len(there.delivered("sms")) == 1


async def test_messages_of_a_line_that_is_off_wait_for_it(database_url: str) -> None:
    """A kept message whose line was switched off meanwhile is neither lost nor marked as handled."""
    async with driven(database_url) as there:
        await inbox.keep(there.store, [arrived(there, there.written("sms", 1, "도와주세요"))])
    async with driven(database_url, environment={}) as there:
        await there.door.rounds.sweep(timedelta())
        assert [row.status for row in await rows(there.store)] == [RECEIVED]
    async with driven(database_url) as there:
        await there.door.rounds.sweep(timedelta())
        await there.quiet()
        assert len(there.delivered("sms")) == 1


@contextlib.asynccontextmanager
async def two(database_url: str) -> AsyncIterator[tuple[World, World]]:
    """Two processes over one database, with the same providers."""
    async with contextlib.AsyncExitStack() as stack:
        one = await stack.enter_async_context(driven(database_url))
        given = lines(one.twilio.url, one.telegram.base_url)
        yield one, await stack.enter_async_context(driven(database_url, environment=given))


async def test_two_processes_at_the_same_conversations_lose_and_tear_nothing(postgres_url: str) -> None:
    """Ten families write to two processes at once and ask for a person: each message is answered, each has one case."""
    people = range(10)
    async with two(postgres_url) as both:
        calls = [
            door.door.turns.take([door.written("sms", 2 * number + which, "사람", person)])
            for number in range(4)
            for person in people
            for which, door in enumerate(both)
        ]
        await asyncio.gather(*calls)
        await both[0].quiet()
        kept = await rows(both[0].store, messages, messages.c.inbound)
        assert len(kept) == 80
        assert {row.status for row in kept} == {HANDLED}
        opened = await rows(both[0].store, cases)
        assert {row.conversation_id for row in opened} == {both[0].conversation("sms", person) for person in people}
        assert len(opened) == len(await rows(both[0].store, notices, notices.c.kind == "case.opened")) == 10
        for person in people:
            state = await both[0].state("sms", person)
            (row,) = (row for row in opened if row.id == state.case)
            assert row.revision == state.case_revision, "state and case were written by the same turn"
            assert len(both[0].delivered("sms", person)) == len(
                await outbound(both[0].store, messages.c.conversation_id == row.conversation_id)
            )


@pytest.mark.parametrize("round_", range(3))
async def test_the_first_message_may_come_to_two_processes_at_once(postgres_url: str, round_: int) -> None:
    """The same first message to both is one; two different ones make one conversation that is greeted once."""
    async with two(postgres_url) as both:
        one, _ = both
        await asyncio.gather(*(there.door.turns.take([there.written("sms", 1, "안녕하세요", 1)]) for there in both))
        await asyncio.gather(
            *(
                there.door.turns.take([there.written("sms", number, "안녕하세요", 2)])
                for number, there in enumerate(both)
            )
        )
        await one.quiet()
        assert len(await rows(one.store, conversations)) == 2
        assert [len(one.delivered("sms", person)) for person in (1, 2)] == [1, 2]
        assert len([text for text in one.delivered("sms", 2) if "세이브더칠드런" in text]) == 1


async def test_what_cannot_be_done_says_so(database_url: str) -> None:
    """A caseworker who does not have the conversation is refused, and nothing is written."""
    async with driven(database_url) as there:
        await there.take("sms", "사람")
        before = len(await rows(there.store))
        staff = await member(there.store)
        name = there.conversation("sms", FAMILY)
        done = await there.door.turns.happen(
            WorkerReplied(id=uuid7(), conversation=name, line=PROVIDERS["sms"].line, staff=staff.hex, text="네")
        )
        assert [type(effect) for effect in done.effects] == [Refuse]
        assert len(await rows(there.store)) == before
