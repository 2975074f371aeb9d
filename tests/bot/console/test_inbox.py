"""The inbox: its order, its lists, and what is never in it."""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from data import cases, staff
from data.cases import Tab
from data.staff import Role
from tests.bot.console.desk import office


async def test_alarms_come_first_then_what_waits_longest(database_url: str):
    """A crisis that nobody has seen stands above older cases; seen, it takes its place in the line."""
    async with office(database_url) as here:
        desk = await here.seated("kim")
        first, second, third = here.family(), here.family(), here.family()
        await first.refer(name="하나")
        (one,) = await desk.cases()
        await second.refer(name="둘")
        two = next(case for case in await desk.cases() if case != one)
        await third.say("안녕하세요", "죽고 싶어요")
        three = next(case for case in await desk.cases() if case not in (one, two))
        assert await desk.cases("waiting") == [three, one, two]
        assert "확인 안 된 위기" in desk.text
        await desk.act(three, "acknowledge")
        assert await desk.cases("waiting") == [one, two, three]


async def test_an_answered_family_leaves_the_waiting_list(database_url: str):
    """A case waits until somebody takes it and writes; when the family writes again it waits again."""
    async with office(database_url) as here:
        desk = await here.seated("kim")
        family = here.family()
        await family.refer()
        (case,) = await desk.cases("waiting")
        await desk.act(case, "claim")
        assert await desk.cases("waiting") == [case]
        assert await desk.cases("mine") == [case]
        await desk.act(case, "reply", text="안녕하세요, 반갑습니다.")
        assert await desk.cases("waiting") == []
        assert await desk.cases("open") == [case]
        await family.say("네, 안녕하세요")
        assert await desk.cases("waiting") == [case]


async def test_a_closed_case_is_listed_for_thirty_days(database_url: str):
    """Closed cases have a list of their own, with their outcome."""
    async with office(database_url) as here:
        desk = await here.seated("kim")
        await here.family().refer()
        (case,) = await desk.cases()
        await desk.act(case, "close", outcome="duplicate")
        assert await desk.cases("open") == []
        assert await desk.cases("closed") == [case]
        assert "같은 신청이 이미 있음" in desk.text
        member = await staff.by_email(here.door.store, "kim@example.org")
        assert member
        later = here.door.clock.now() + timedelta(days=31)
        assert await cases.inbox(here.door.store, member, Tab.CLOSED, later) == []


async def test_no_list_tells_who_a_family_is_or_what_it_said(database_url: str):
    """Name, number and words stay on the case's own page, where each look is written down."""
    async with office(database_url) as here:
        desk = await here.seated("kim")
        await here.family().refer(name="은하수")
        await desk.cases("waiting")
        for secret in ("은하수", "임신", "7개월", "배방"):
            assert secret not in desk.text
        assert re.search(r"\b[2-9A-Z]{2}-[2-9A-Z]{4}\b", desk.text)


async def test_caseworkers_see_their_centres_cases_and_those_that_have_none_yet(database_url: str):
    """The limit holds in the list, in the counts, on the page, in the stream and for every form."""
    async with office(database_url) as here:
        onju = await here.seated("onju", centre="onju")
        tangjeong = await here.seated("tangjeong", centre="tangjeong")
        everywhere = await here.seated("everywhere")
        supervisor = await here.seated("supervisor", centre="onju", role=Role.SUPERVISOR)
        await here.family().refer(district="배방읍")
        await here.family().say("안녕하세요", "죽고 싶어요")
        assert len(await everywhere.cases()) == 2
        assert len(await supervisor.cases()) == 2
        assert len(await tangjeong.cases()) == 2
        shared = await onju.cases()
        assert len(shared) == 1
        assert re.findall(r'class="count">(\d+)<', onju.page) == ["1", "0", "1", "0"]
        hidden = next(case for case in await everywhere.cases() if case not in shared)
        assert (await onju.open(f"/console/cases/{hidden}")).status_code == 404
        assert (await onju.open(f"/console/cases/{hidden}/live")).status_code == 404
        await onju.open(f"/console/cases/{shared[0]}")
        assert (await onju.send(hidden, "claim")).status_code == 404
        assert "맡기" in (await everywhere.client.get(f"/console/cases/{hidden}")).text


@pytest.mark.parametrize("tab", list(Tab))
async def test_a_list_is_one_statement_however_long_it_is(sqlite_url: str, tab: Tab):
    """No query runs per row."""
    async with office(sqlite_url) as here:
        await here.seated("kim")
        member = await staff.by_email(here.door.store, "kim@example.org")
        assert member
        for _ in range(3):
            await here.family().say("안녕하세요", "죽고 싶어요")
        statements: list[str] = []
        engine = here.door.store.database.engine.sync_engine
        own = asyncio.current_task()  # the program's rounds go on beside it

        def note(*given: Any) -> None:
            if asyncio.current_task() is own:
                statements.append(given[2])

        event.listen(engine, "before_cursor_execute", note)
        await cases.inbox(here.door.store, member, tab, here.door.clock.now())
        mine = [statement for statement in statements if "row_number" in statement]
        assert len(mine) == 1
        assert not [
            statement for statement in statements if "FROM staff" in statement and "row_number" not in statement
        ]


async def test_the_next_visit_stands_in_the_list(database_url: str):
    """The earliest visit to come that is not cancelled, and what the family said to it."""
    async with office(database_url) as here:
        desk = await here.seated("kim")
        await here.family().refer()
        (case,) = await desk.cases()
        await desk.act(case, "claim")
        today = here.door.clock.now().date()
        for days in (9, 5):
            await desk.act(case, "book", day=(today + timedelta(days=days)).isoformat(), time="10:30", minutes="60")
        await desk.cases()
        soonest = today + timedelta(days=5)
        assert f"방문 {soonest.month}월 {soonest.day}일" in desk.text
        assert "가족의 확인을 기다려요" in desk.text
