"""The roster of savers, and the caseworker's choice of who goes to a visit."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import httpx
from msgspec.structs import replace
from sqlalchemy import func, select

from data import savers as roster
from data import staff
from data.staff import Role
from data.tables import audit, savers, visits
from dialogues.savers import Profile
from tests.bot.console.desk import Desk, Office, office

PAPERS = {"course-0": "양육 코칭 기본", "done-0": "2026-03-02"}
FORM = {
    "name": "박세이버",
    "language-ko": "on",
    "language-ru": "on",
    "day-tue": "on",
    "opens": "09:00",
    "closes": "18:00",
}
WHOLE = {**FORM, **PAPERS, "district-baebang": "on"}


async def _boss(here: Office) -> Desk:
    desk = await here.seated("boss", role=Role.SUPERVISOR)
    await desk.open("/console/savers")
    return desk


async def _add(desk: Desk, **fields: str) -> httpx.Response:
    await desk.open("/console/savers")
    return await desk.post("/console/savers", once=desk.hidden("once"), **(fields or WHOLE))


async def _rows(here: Office, table: Any, *conditions: Any) -> list[Any]:
    async with here.door.store.database.read() as connection:
        return list((await connection.execute(select(table).where(*conditions))).all())


async def _booked(here: Office, desk: Desk, *, days: int = 3, time: str = "10:00") -> str:
    """A case of the desk's with a visit on it; returns the case's id."""
    before = set(await desk.cases())
    await here.family().refer()
    (case,) = set(await desk.cases()) - before
    await desk.act(case, "claim")
    day = (here.door.clock.now() + timedelta(days=days)).date().isoformat()
    assert (await desk.act(case, "book", day=day, time=time, minutes="60")).status_code == 303
    await desk.open(f"/console/cases/{case}")
    return case


def _offered(desk: Desk) -> list[tuple[str, str]]:
    """(id, words) of the savers offered on the case's page."""
    found = re.findall(r'name="saver" value="([0-9a-f]{32})"[^>]*>(.*?)</label>', desk.page, re.DOTALL)
    return [(name, " ".join(re.sub(r"<[^>]+>", " ", words).split())) for name, words in found]


async def test_a_supervisor_keeps_the_roster(database_url: str):
    """Add, change, let rest and erase: each is shown, audited, and a name never stands unsealed."""
    async with office(database_url) as here:
        desk = await _boss(here)
        assert (await _add(desk)).headers["location"] == "/console/savers?done=added"
        (row,) = await _rows(here, savers)
        assert row.programme == "firststep-asan"
        assert "박세이버".encode() not in row.profile_sealed
        await desk.open("/console/savers")
        assert "박세이버" in desk.text
        assert "양육 코칭 기본 (2026-03-02)" in desk.text
        await desk.open(f"/console/savers/{row.id.hex}")
        changed = await desk.post(
            f"/console/savers/{row.id.hex}", once=desk.hidden("once"), **{**WHOLE, "name": "박바뀜"}
        )
        assert changed.headers["location"] == "/console/savers?done=changed"
        await desk.open("/console/savers")
        assert "박바뀜 지금은 쉬는 중" in desk.text, "the box was not ticked"
        await desk.open(f"/console/savers/{row.id.hex}")
        await desk.post(f"/console/savers/{row.id.hex}", once=desk.hidden("once"), remove="yes")
        assert await _rows(here, savers) == []
        deeds = [one.action for one in await _rows(here, audit) if one.action.startswith("saver-")]
        assert sorted(deeds) == ["saver-add", "saver-change", "saver-remove"]


async def test_a_form_sent_twice_adds_one(database_url: str):
    """A double click is one saver."""
    async with office(database_url) as here:
        desk = await _boss(here)
        once = desk.hidden("once")
        for _ in range(2):
            assert (await desk.post("/console/savers", once=once, **WHOLE)).status_code == 303
        assert len(await _rows(here, savers)) == 1


async def test_a_wrong_form_says_what_is_wrong_and_keeps_what_was_written(sqlite_url: str):
    """Nothing is written, and nobody has to type everything again."""
    wrong: dict[str, dict[str, str | None]] = {
        "이름을 80자 안으로": {"name": " "},
        "언어를 하나 이상": {"language-ko": None, "language-ru": None},
        "요일을 하나 이상": {"day-tue": None},
        "끝나는 시간이": {"opens": "18:00", "closes": "09:00"},
        "과정마다": {"done-0": ""},
        "마친 날은 오늘보다": {"done-0": "2999-01-01"},
    }
    async with office(sqlite_url) as here:
        desk = await _boss(here)
        for told, change in wrong.items():
            fields = {name: value for name, value in (WHOLE | change).items() if value is not None}
            answer = await _add(desk, **fields)
            assert answer.status_code == 422
            assert told in desk.text
            assert 'value="양육 코칭 기본"' in desk.page
        assert (await desk.post("/console/savers", once="x", **WHOLE)).status_code == 422
        assert await _rows(here, savers) == []


async def test_only_supervisors_change_the_roster(sqlite_url: str):
    """Caseworkers see who goes; the form and its addresses are not there for them, nor another programme's savers."""
    async with office(sqlite_url) as here:
        boss = await _boss(here)
        await _add(boss)
        (row,) = await _rows(here, savers)
        desk = await here.seated("kim")
        await desk.open("/console/savers")
        assert "박세이버" in desk.text
        assert 'id="form"' not in desk.page
        assert (await desk.open(f"/console/savers/{row.id.hex}")).status_code == 404
        await desk.open("/console/savers")
        for path in ("/console/savers", f"/console/savers/{row.id.hex}"):
            assert (await desk.client.post(path, data={"_csrf_token": boss.hidden("_csrf_token")})).status_code in (
                403,
                404,
            )
        assert [one.id for one in await _rows(here, savers)] == [row.id]
        assert (await boss.open(f"/console/savers/{'0' * 32}")).status_code == 404


async def test_the_fittest_saver_is_offered_first_and_chosen(database_url: str):
    """Each is told with what speaks for and against; the choice is shown, audited, and the family hears no name."""
    async with office(database_url) as here:
        boss = await _boss(here)
        days = {f"day-{day}": "on" for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
        await _add(boss, **{**WHOLE, **days, "name": "가맞음"})
        await _add(boss, **{**FORM, **days, "name": "나안배움", "district-dunpo": "on"})
        desk = await here.seated("kim")
        case = await _booked(here, desk)
        (first, told), (second, doubt) = _offered(desk)
        assert told == "가맞음 맞음: 그 시간에 비어 있음, 교육 마침, 그 언어를 함, 가능한 시간, 가는 동네"
        assert doubt.endswith("확인: 아직 교육 전, 가는 동네가 아님")
        (visit,) = await _rows(here, visits)
        answer = await desk.send(case, "dispatch", visit=visit.id.hex, saver=first)
        assert answer.status_code == 303
        await desk.open(f"/console/cases/{case}")
        assert "가맞음 세이버가 가요" in desk.text
        assert "방문할 사람을 정함" in desk.text
        assert (await desk.send(case, "dispatch", visit=visit.id.hex, saver="")).status_code == 303
        assert [one.saver_id for one in await _rows(here, visits)] == [None]
        assert second != first


async def test_who_is_with_another_family_then_stands_last(database_url: str):
    """A saver is in one place at a time; at another hour of the day they are free again."""
    async with office(database_url) as here:
        boss = await _boss(here)
        days = {f"day-{day}": "on" for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
        await _add(boss, **{**WHOLE, **days, "name": "가바쁨"})
        desk = await here.seated("kim")
        first = await _booked(here, desk)
        ((saver, _),) = _offered(desk)
        (visit,) = await _rows(here, visits)
        await desk.send(first, "dispatch", visit=visit.id.hex, saver=saver)
        await _booked(here, desk, time="10:30")
        assert _offered(desk)[0][1].endswith("확인: 그 시간에 다른 방문")
        await _booked(here, desk, time="11:00")
        assert "다른 방문" not in _offered(desk)[0][1]


async def test_only_who_has_the_case_sends_somebody(sqlite_url: str):
    """A colleague, an unknown saver, one of another programme, one who rests and a visit that is over are refused."""
    async with office(sqlite_url) as here:
        boss = await _boss(here)
        await _add(boss)
        (row,) = await _rows(here, savers)
        desk, other = await here.seated("kim"), await here.seated("lee")
        case = await _booked(here, desk)
        (visit,) = await _rows(here, visits)
        await other.open(f"/console/cases/{case}")
        send = {"visit": visit.id.hex, "saver": row.id.hex}
        assert (await other.post(f"/console/cases/{case}/dispatch", **send)).status_code == 422
        for wrong in ({"saver": "0" * 32}, {"saver": "x"}, {"visit": "0" * 32}, {"visit": ""}):
            await desk.open(f"/console/cases/{case}")
            assert (await desk.post(f"/console/cases/{case}/dispatch", **(send | wrong))).status_code == 422
        now, store = here.door.clock.now(), here.door.store
        member = await staff.by_email(store, "boss@example.org")
        assert member is not None
        stranger = replace(member, programme="sos-khorezm")
        name = store.vault.hash("another programme's")
        assert await roster.add(store, stranger, name, Profile(name="남"), now)
        await desk.open(f"/console/cases/{case}")
        assert (await desk.post(f"/console/cases/{case}/dispatch", **(send | {"saver": name.hex}))).status_code == 422
        assert not await roster.change(store, member, name, Profile(name="남"), now, active=True)
        assert not await roster.remove(store, member, name, now)
        await roster.change(store, member, row.id, Profile(name="쉼"), now, active=False)
        await desk.open(f"/console/cases/{case}")
        assert (await desk.post(f"/console/cases/{case}/dispatch", **send)).status_code == 422
        await roster.change(store, member, row.id, Profile(name="옴"), now, active=True)
        here.door.clock.move(timedelta(days=4))
        await desk.open(f"/console/cases/{case}")
        assert (await desk.post(f"/console/cases/{case}/dispatch", **send)).status_code == 422
        assert [one.saver_id for one in await _rows(here, visits)] == [None]


async def test_erasing_a_saver_erases_where_they_went(database_url: str):
    """Nothing points at somebody who is no longer there."""
    async with office(database_url) as here:
        boss = await _boss(here)
        await _add(boss)
        (row,) = await _rows(here, savers)
        desk = await here.seated("kim")
        case = await _booked(here, desk)
        (visit,) = await _rows(here, visits)
        await desk.send(case, "dispatch", visit=visit.id.hex, saver=row.id.hex)
        assert [one.saver_id for one in await _rows(here, visits)] == [row.id]
        await boss.open(f"/console/savers/{row.id.hex}")
        await boss.post(f"/console/savers/{row.id.hex}", once=boss.hidden("once"), remove="yes")
        assert [one.saver_id for one in await _rows(here, visits)] == [None]
        async with here.door.store.database.read() as connection:
            assert (await connection.execute(select(func.count()).select_from(savers))).scalar_one() == 0
