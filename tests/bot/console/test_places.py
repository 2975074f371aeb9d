"""The page of places: staff write down the room that services have, and the next family is told so, in any process."""

from __future__ import annotations

import asyncio
import re
from datetime import date, timedelta
from html import unescape
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import event, select

import bot.rooms
from data import rooms as word
from data.staff import by_email
from data.tables import audit, cases, rooms
from dialogues.programme import Programme
from dialogues.rooms import Room, Spot
from tests.bot.console.desk import Desk, Office, office
from tests.bot.console.test_matches import CARE, SECOND, STORY

SCHOOL = "온동네 초등돌봄·교육(늘봄)"
DEADLINE = 20.0


async def _desk(here: Office, user: str = "kim") -> Desk:
    desk = await here.seated(user, name=f"{user} 선생님", programme=CARE)
    await desk.open("/console/places")
    return desk


async def _say(desk: Desk, service: str = "school_care", **fields: str) -> httpx.Response:
    """Open the page, and send the form of a service or a place."""
    await desk.open("/console/places")
    return await _send(desk, service, **fields)


async def _send(desk: Desk, service: str = "school_care", **fields: str) -> httpx.Response:
    """Send a form as the open page has it, with ``fields`` in place of what stands there."""
    place = fields.pop("place", "")
    shown = _form(desk, service, place)
    return await desk.post("/console/places", **(shown | {"service": service, "place": place} | fields))


def _form(desk: Desk, service: str, place: str = "") -> dict[str, str]:
    """What stands in the form of a service or a place."""
    for form in re.findall(r'<form method="post" action="/console/places".*?</form>', desk.page, re.DOTALL):
        found = {name: unescape(value) for name, value in re.findall(r'name="(\w+)"[^>]*? value="([^"]*)"', form)}
        if (found["service"], found["place"]) == (service, place):
            return {name: value for name, value in found.items() if name not in ("_csrf_token", "file")}
    raise AssertionError(f"no form for {service} {place}")


async def _rows(here: Office, table: Any, *conditions: Any) -> list[Any]:
    async with here.door.store.database.read() as connection:
        return list((await connection.execute(select(table).where(*conditions))).all())


def _day(here: Office, days: int) -> date:
    return here.door.clock.now().astimezone(here.door.programmes[CARE].zone).date() + timedelta(days=days)


async def _told(here: Office) -> str:
    """What a new family with a girl of eight is told of care."""
    family = here.family("uijeongbu-web")
    return await family.say(*STORY)


async def _renewed(here: Office, known: Programme) -> None:
    """Wait until the process has another programme than ``known``."""
    async with asyncio.timeout(DEADLINE):
        while here.door.programmes[CARE] is known:  # noqa: ASYNC110 - nothing tells a test of it
            await asyncio.sleep(0.01)


async def test_the_next_family_is_told_what_staff_have_said(database_url: str) -> None:
    """Full: behind those with room, with its day, never left out. Cleared: the first again."""
    async with office(database_url, CARE) as here:
        desk = await _desk(here)
        assert (await _told(here)).index(SCHOOL) < (await _told(here)).index("다함께돌봄센터")
        answer = await _say(desk, capacity="20", full_until=_day(here, 100).isoformat())
        assert answer.headers["location"] == "/console/places?done=set"
        told = await _told(here)
        assert told.index("다함께돌봄센터") < told.index(SCHOOL)
        assert re.search(re.escape(SCHOOL) + r"[^\n]*\(자리는 \d+월 \d+일\(.\)부터 나요\)", told)
        await desk.open("/console/places")
        assert "정원 20명" in desk.text
        assert f"{_day(here, 100)}부터 자리 있음" in desk.text
        assert "kim 선생님 님이" in desk.text
        answer = await _say(desk, file="yes")
        assert answer.headers["location"] == "/console/places?done=cleared"
        told = await _told(here)
        assert told.index(SCHOOL) < told.index("다함께돌봄센터")
        assert await _rows(here, rooms) == []
        deeds = [one.action for one in await _rows(here, audit) if one.action.startswith("room-")]
        assert sorted(deeds) == ["room-clear", "room-set"]


async def test_every_service_and_place_is_listed(sqlite_url: str) -> None:
    """Each with its form, in the file's order; what is not confirmed says that families are not told of it."""
    async with office(sqlite_url, CARE) as here:
        desk = await _desk(here)
        services = here.door.programmes[CARE].facts.services
        assert desk.page.count('action="/console/places"') == len(services) + 5
        names = [desk.text.index(one.name["ko"]) for one in services]
        assert names == sorted(names)
        assert desk.text.count("아직 확인 전이라") == 5
        assert 'href="/console/places"' in (await desk.open()).text


async def test_a_place_has_room_of_its_own(sqlite_url: str) -> None:
    """What is said of a place stands at it and not at its service, and comes back into its form."""
    async with office(sqlite_url, CARE) as here:
        desk = await _desk(here)
        until = _day(here, 30).isoformat()
        await _say(desk, "after_school_centre", place="millak", capacity="19", full_until=until)
        await desk.open("/console/places")
        shown = _form(desk, "after_school_centre", "millak")
        assert (shown["capacity"], shown["full_until"]) == ("19", until)
        assert _form(desk, "after_school_centre")["capacity"] == ""
        (centre,) = (one for one in here.door.programmes[CARE].facts.services if one.key == "after_school_centre")
        assert [place.capacity for place in centre.places] == [19, None, None, None, None]
        here.door.clock.move(timedelta(days=31))
        await desk.sign_in("kim@example.org")
        await desk.open("/console/places")
        assert _form(desk, "after_school_centre", "millak")["full_until"] == "", "there is room again"


async def test_bad_input_says_what_to_do_and_keeps_what_was_written(sqlite_url: str) -> None:
    """Nothing is written; the message names the service and the way out."""
    async with office(sqlite_url, CARE) as here:
        desk = await _desk(here)
        number = "정원은 1부터 9,999까지의 숫자로"
        day = "다음 자리가 나는 날은 내일부터 3년 안의 날짜로"
        for fields, told in (
            ({"capacity": "0"}, number),
            ({"capacity": "-3"}, number),
            ({"capacity": "10000"}, number),
            ({"capacity": "스무 명"}, number),
            ({"capacity": "1.5"}, number),
            ({"capacity": "9" * 5000}, number),
            ({"capacity": "00000000012345"}, number),
            ({"full_until": _day(here, 0).isoformat()}, day),
            ({"full_until": "2020-01-01"}, day),
            ({"full_until": "2099-01-01"}, day),
            ({"full_until": "내년"}, day),
        ):
            answer = await _say(desk, **fields)
            assert answer.status_code == 422
            assert f"{SCHOOL}: {told}" in desk.text
            (name,) = fields
            assert _form(desk, "school_care")[name] == fields[name]
        assert (await _say(desk, once="x", capacity="5")).status_code == 422
        assert (await _send(desk, capacity="20")).status_code == 303, "the page with the mistake can be sent"
        assert [row.capacity for row in await _rows(here, rooms)] == [20]


async def test_a_form_sent_twice_is_one_deed(database_url: str) -> None:
    """Side by side or one after the other: one row, one line in the audit, and no word of a mistake."""
    async with office(database_url, CARE) as here:
        desk = await _desk(here)
        for fields in ({"capacity": "20"}, {"capacity": "21"}, {"file": "yes"}):
            await desk.open("/console/places")
            twice = await asyncio.gather(*(_send(desk, **fields) for _ in range(2)))
            assert [answer.status_code for answer in twice] == [303, 303]
        assert await _rows(here, rooms) == []
        deeds = [one.action for one in await _rows(here, audit) if one.action.startswith("room-")]
        assert sorted(deeds) == ["room-clear", "room-set", "room-set"]


async def test_nobody_overwrites_what_a_colleague_has_said_meanwhile(database_url: str) -> None:
    """Whoever had the page open from before is shown the colleague's word first, and can then say theirs."""
    async with office(database_url, CARE) as here:
        first, second = await _desk(here), await _desk(here, "lee")
        await _say(first, capacity="20")
        for fields in ({"capacity": "9"}, {"capacity": "20"}):
            answer = await _send(second, **fields)
            assert answer.status_code == 422
            assert f"{SCHOOL}: 그사이 다른 분이 고쳤어요." in second.text
            assert _form(second, "school_care")["capacity"] == "20"
            await _say(first, capacity="20")
        assert (await _say(second, capacity="9")).status_code == 303
        await _send(first, file="yes")
        (row,) = await _rows(here, rooms)
        assert row.capacity == 9


async def test_only_staff_of_the_programme_say_anything_of_it(sqlite_url: str) -> None:
    """Not who is signed out, not without the page's token, not for a spot that there is not or another programme's."""
    async with office(sqlite_url, f"{CARE},firststep-asan") as here:
        desk = await _desk(here)
        assert (await here.desk().client.get("/console/places")).status_code == 303
        assert (await desk.client.post("/console/places", data={"service": "school_care"})).status_code == 403
        for wrong in ({"service": "castle"}, {"service": "school_care", "place": "millak"}, {"service": ""}, {}):
            await desk.open("/console/places")
            assert (await desk.post("/console/places", once=desk.hidden("once"), **wrong)).status_code == 404
        other = await here.seated("asan")
        await other.open()
        assert "/console/places" not in other.page
        token = {"_csrf_token": other.hidden("_csrf_token"), "service": "school_care", "once": "0" * 32}
        assert (await other.client.get("/console/places")).status_code == 404
        assert (await other.client.post("/console/places", data=token)).status_code == 404
        assert await _rows(here, rooms) == []


async def test_children_confirmed_from_here_are_counted(database_url: str) -> None:
    """Each child once, as long as its case is open or was closed as helped; a forgotten family leaves nothing."""
    async with office(database_url, CARE) as here:
        desk = await _desk(here)
        families = [here.family("uijeongbu-web") for _ in range(3)]
        for family in families:
            await family.say(*STORY, *SECOND)
        found = await desk.cases()
        for case in found:
            await desk.act(case, "claim")
            for child in ("1", "2"):
                await desk.act(case, "confirm", service="home_care", child=child)
        member = await by_email(here.door.store, "kim@example.org")
        assert member
        assert (await word.confirmed(here.door.store, CARE)) == {"home_care": 6}
        await desk.act(found[0], "close", outcome="declined")
        await desk.act(found[1], "close", outcome="helped")
        assert (await word.confirmed(here.door.store, CARE)) == {"home_care": 4}
        await desk.open("/console/places")
        assert desk.text.count("여기서 확인한 아이 4명") == 1
        assert desk.text.count("여기서 확인한 아이 0명") == len(here.door.programmes[CARE].facts.services) - 1
        conversations = {row.id: row.conversation_id for row in await _rows(here, cases)}
        erased = conversations[UUID(hex=found[1])]
        for family in families:
            if here.door.store.conversation_id("uijeongbu-web", family._token) == erased:
                await family.say("삭제", "2")
        assert [row.placed for row in await _rows(here, cases, cases.c.conversation_id == erased)] == [""]
        assert (await word.confirmed(here.door.store, CARE)) == {"home_care": 2}


async def test_another_process_is_told(postgres_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Said in one, told to a family in the other, which never looks by itself; and so is its taking back."""
    monkeypatch.setattr(bot.rooms, "LOOK", 3600.0)
    async with office(postgres_url, CARE) as one, office(postgres_url, CARE) as other:
        desk = await _desk(one)
        for fields, full in (({"full_until": _day(one, 100).isoformat()}, True), ({"file": "yes"}, False)):
            known = other.door.programmes[CARE]
            assert (await _say(desk, **fields)).status_code == 303
            await _renewed(other, known)
            assert ("부터 나요" in await _told(other)) is full
            assert ("부터 나요" in await _told(one)) is full


async def test_what_was_said_holds_after_a_restart_and_a_lost_word(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that starts knows it before its first message; one that was not told looks by itself."""
    async with office(database_url, CARE) as here:
        await _say(await _desk(here), full_until=_day(here, 100).isoformat())
    monkeypatch.setattr(bot.rooms, "LOOK", 0.05)
    async with office(database_url, CARE) as here:
        assert "부터 나요" in await _told(here)
        full = here.door.programmes[CARE]
        async with here.door.store.database.write() as connection:
            await connection.execute(rooms.delete())
        await _renewed(here, full)
        assert "부터 나요" not in await _told(here)


async def test_no_message_asks_the_database_for_room(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A whole form is filled in and matched without a statement about rooms."""
    monkeypatch.setattr(bot.rooms, "LOOK", 3600.0)
    async with office(sqlite_url, CARE) as here:
        statements: list[str] = []
        engine = here.door.store.database.engine.sync_engine
        event.listen(engine, "before_cursor_execute", lambda *given: statements.append(given[2]))
        assert SCHOOL in await _told(here)
        assert [one for one in statements if "rooms" in one] == []
        assert statements


async def test_who_said_it_is_one_member_and_one_moment(sqlite_url: str) -> None:
    """The row names the last form, its writer and its time."""
    async with office(sqlite_url, CARE) as here:
        first, second = await _desk(here), await _desk(here, "lee")
        await _say(first, capacity="20")
        here.door.clock.move(timedelta(hours=1))
        await _say(second, capacity="21")
        told = (await word.of_programme(here.door.store, CARE))[Spot("school_care")]
        assert (told.room, told.by) == (Room(21, None), "lee 선생님")
        member = await by_email(here.door.store, "lee@example.org")
        (row,) = await _rows(here, rooms)
        assert member
        assert (row.said_by, row.said_at, row.id) == (member.id, told.at, told.form)


async def test_the_list_to_confirm_asks_for_capacities(sqlite_url: str) -> None:
    """A service stands there until somebody has said how many children it takes."""
    async with office(sqlite_url, CARE) as here:
        desk = await _desk(here)
        await desk.open("/console/to-confirm")
        listed = desk.page.partition('id="uncounted"')[2]
        assert listed.count("<li>") == len(here.door.programmes[CARE].facts.services)
        await _say(desk, capacity="20")
        await desk.open("/console/to-confirm")
        left = desk.page.partition('id="uncounted"')[2]
        assert left.count("<li>") == listed.count("<li>") - 1
        assert SCHOOL not in left
