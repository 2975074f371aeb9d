"""A case leaves for another system only by the hand of those who answer for it."""

from __future__ import annotations

import json

from sqlalchemy import select

from data.staff import Role
from data.tables import audit
from tests.bot.console.desk import Desk, office
from tests.integrations.exchange.validators import python_says


async def _status(desk: Desk, case: str) -> int:
    return (await desk.client.get(f"/console/cases/{case}/fhir")).status_code


async def test_who_has_the_case_downloads_it_as_good_fhir(database_url: str):
    """The button stands on the page; the file is what a validator takes, and the download is in the audit."""
    async with office(database_url) as here:
        desk = await here.seated("haneul")
        await here.family().refer()
        (case,) = await desk.cases()
        await desk.act(case, "claim")
        await desk.open(f"/console/cases/{case}")
        assert f'href="/console/cases/{case}/fhir"' in desk.page
        answer = await desk.client.get(f"/console/cases/{case}/fhir")
        assert answer.headers["content-type"].startswith("application/fhir+json")
        assert ".fhir.json" in answer.headers["content-disposition"]
        assert python_says(json.loads(answer.content)) == []
        async with here.door.store.database.read() as connection:
            deeds = (await connection.execute(select(audit.c.action))).scalars().all()
        assert deeds.count("export") == 1


async def test_others_do_not(sqlite_url: str):
    """A colleague who has not claimed it learns nothing; a supervisor may; a stranger is asked to sign in."""
    async with office(sqlite_url) as here:
        desk, colleague = await here.seated("haneul"), await here.seated("bada")
        boss = await here.seated("boss", role=Role.SUPERVISOR)
        await here.family().refer()
        (case,) = await desk.cases()
        assert await _status(desk, case) == 404
        await desk.act(case, "claim")
        assert [await _status(one, case) for one in (desk, colleague, boss, here.desk())] == [200, 404, 200, 303]
        assert await _status(boss, "0" * 32) == 404


async def test_a_birth_without_a_name_never_leaves(sqlite_url: str):
    """Neither the button nor the file is there, whoever asks."""
    async with office(sqlite_url) as here:
        desk, boss = await here.seated("haneul"), await here.seated("boss", role=Role.SUPERVISOR)
        await here.family().say("안녕하세요", "아무도 모르게 낳고 싶어요. 이름을 밝히지 않고 출산할 수 있나요?")
        (case,) = await desk.cases()
        await desk.act(case, "claim")
        await desk.open(f"/console/cases/{case}")
        assert "/fhir" not in desk.page
        assert [await _status(one, case) for one in (desk, boss)] == [404, 404]
