"""The waiting list and the family's word at the end, as a caseworker sees them."""

from __future__ import annotations

from sqlalchemy import func, select

from data.tables import audit, cases, notices
from tests.bot.console.desk import office


async def test_a_family_waits_for_a_place_and_then_has_one(database_url: str):
    """The caseworker puts it on the list and takes it off; the page says so, the family hears it, both are audited."""
    async with office(database_url) as here:
        desk, family = await here.seated("kim"), here.family()
        await family.refer()
        (case,) = await desk.cases()
        await desk.act(case, "claim")
        assert (await desk.act(case, "list")).status_code == 303
        await desk.open(f"/console/cases/{case}")
        assert 'id="listed"' in desk.page
        assert "대기자 명단에 올려 드렸어요" in desk.text
        assert (await desk.send(case, "unlist")).status_code == 303
        await desk.open(f"/console/cases/{case}")
        assert 'id="listed"' not in desk.page
        assert "자리가 났어요. 선생님이 곧 연락드릴게요." in desk.text
        for action in ("list", "unlist"):
            wanted = select(func.count()).select_from(audit).where(audit.c.action == action)
            async with here.door.store.database.read() as connection:
                assert (await connection.execute(wanted)).scalar_one() == 1


async def test_what_the_family_says_at_the_end_stands_on_the_case(database_url: str):
    """Its answer is kept, told to the worker and shown; another one later takes its place."""
    async with office(database_url) as here:
        desk, family = await here.seated("kim"), here.family()
        await family.refer()
        (case,) = await desk.cases()
        await desk.act(case, "claim")
        await desk.act(case, "close", outcome="helped")
        assert "다행이에요" in await family.say("1")
        await desk.open(f"/console/cases/{case}")
        assert "가족의 답: 네" in desk.text
        async with here.door.store.database.read() as connection:
            assert (await connection.execute(select(cases.c.helped))).scalar_one() == "yes"
            told = select(func.count()).select_from(notices).where(notices.c.kind == "case.family_answered")
            assert (await connection.execute(told)).scalar_one() >= 1
