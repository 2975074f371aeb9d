"""What a caseworker does with a case, and what happens when two do it at once, or one does it twice."""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select

from data.tables import audit, cases, messages, visits
from tests.bot.console.desk import Desk, Office, office


async def _count(here: Office, table, *conditions) -> int:
    async with here.door.store.database.read() as connection:
        return (await connection.execute(select(func.count()).select_from(table).where(*conditions))).scalar_one()


async def _claimed(here: Office, name: str = "kim") -> tuple[Desk, str]:
    desk = await here.seated(name)
    await here.family().refer()
    (case,) = await desk.cases()
    assert (await desk.act(case, "claim")).status_code == 303
    return desk, case


def _day(here: Office, days: int) -> str:
    return (here.door.clock.now() + timedelta(days=days)).date().isoformat()


async def test_of_two_who_claim_at_once_one_wins_and_the_other_is_told_who(database_url: str):
    """The race has exactly one winner, whose name the other reads."""
    async with office(database_url) as here:
        desks = {"kim": await here.seated("kim"), "lee": await here.seated("lee")}
        await here.family().refer()
        (case,) = await desks["kim"].cases()
        for desk in desks.values():
            await desk.open(f"/console/cases/{case}")
        answers = await asyncio.gather(*(desk.send(case, "claim") for desk in desks.values()))
        assert sorted(answer.status_code for answer in answers) == [303, 409]
        won = dict(zip(desks, answers, strict=True))
        winner = next(name for name, answer in won.items() if answer.status_code == 303)
        loser = desks["lee" if winner == "kim" else "kim"]
        assert f"이미 {winner} 님이 맡았어요." in loser.text
        assert await _count(here, audit, audit.c.action == "claim") == 1


async def test_claiming_twice_is_no_mistake(database_url: str):
    """Whoever presses again has the case already and is told nothing else."""
    async with office(database_url) as here:
        desk, case = await _claimed(here)
        await desk.open(f"/console/cases/{case}")
        answer = await desk.send(case, "claim")
        assert (answer.status_code, answer.headers["location"]) == (303, f"/console/cases/{case}?done=claim")
        assert await _count(here, audit, audit.c.action == "claim") == 1


async def test_a_reply_sent_twice_reaches_the_family_once(database_url: str):
    """A double click, in a row or both at once, is one message; other words from the same page are another."""
    async with office(database_url) as here:
        desk, case = await _claimed(here)
        before = await _count(here, messages, messages.c.purpose == "worker")
        await desk.open(f"/console/cases/{case}")
        answers = await asyncio.gather(*(desk.send(case, "reply", text="안녕하세요!") for _ in range(3)))
        assert {answer.status_code for answer in answers} == {303}
        assert (await desk.send(case, "reply", text="안녕하세요!")).status_code == 303
        assert await _count(here, messages, messages.c.purpose == "worker") == before + 1
        assert await _count(here, audit, audit.c.action == "reply") == 1
        await desk.send(case, "reply", text="하나 더 여쭤볼게요.")
        assert await _count(here, messages, messages.c.purpose == "worker") == before + 2


async def test_the_same_words_from_a_new_page_are_a_new_reply(sqlite_url: str):
    """Saying "yes" twice in a conversation is no double click."""
    async with office(sqlite_url) as here:
        desk, case = await _claimed(here)
        before = await _count(here, messages, messages.c.purpose == "worker")
        for _ in range(2):
            await desk.act(case, "reply", text="네")
        assert await _count(here, messages, messages.c.purpose == "worker") == before + 2


async def test_a_reply_without_owning_the_conversation_keeps_the_words(database_url: str):
    """Somebody else's conversation is refused with their name, and what was written stays in the form."""
    async with office(database_url) as here:
        desk, case = await _claimed(here)
        await desk.open(f"/console/cases/{case}")
        page = desk.page
        other = await here.seated("lee")
        await desk.send(case, "return")
        desk.page = page
        assert (await desk.send(case, "reply", text="돌려준 뒤의 말")).status_code == 409
        assert "아직 아무도 맡지 않은 사례예요." in desk.text
        await other.act(case, "claim")
        desk.page = page
        assert (await desk.send(case, "reply", text="제가 답할게요")).status_code == 409
        assert "이 대화는 lee 님이 맡고 있어요." in desk.text
        assert "제가 답할게요" in desk.text
        assert await _count(here, audit, audit.c.action == "reply") == 0


async def test_an_empty_or_endless_reply_is_not_sent(sqlite_url: str):
    """A mistake in the form is explained, and the words are still there."""
    async with office(sqlite_url) as here:
        desk, case = await _claimed(here)
        assert (await desk.act(case, "reply", text="  \r\n ")).status_code == 422
        assert "보낼 말을 적어 주세요" in desk.text
        answer = await desk.act(case, "reply", text="가" * 2001)
        assert answer.status_code == 422
        assert "가" * 2001 in desk.page


async def test_while_owned_the_bot_is_silent_and_giving_back_lets_it_speak(database_url: str):
    """One owner at a time: the caseworker, then the bot again."""
    async with office(database_url) as here:
        desk = await here.seated("kim")
        family = here.family()
        await family.refer()
        (case,) = await desk.cases()
        await desk.act(case, "claim")
        await family.say("질문이 있어요")
        quiet = family.last
        await desk.act(case, "return")
        await family.say("안녕하세요")
        assert quiet == ""
        assert family.last
        await desk.open(f"/console/cases/{case}")
        assert "맡으면 자동 응답이 멈추고" in desk.text


async def test_a_visit_is_booked_moved_and_cancelled_once_each(database_url: str):
    """The time is the programme's own; a form sent twice books one visit."""
    async with office(database_url) as here:
        desk, case = await _claimed(here)
        await desk.open(f"/console/cases/{case}")
        for _ in range(2):
            answer = await desk.send(case, "book", day=_day(here, 7), time="10:30", minutes="90")
            assert answer.status_code == 303
        assert await _count(here, visits) == 1
        await desk.open(f"/console/cases/{case}")
        assert "오전 10시 30분" in desk.text
        assert "90분" in desk.text
        visit = re.search(r'name="visit" value="([0-9a-f]{32})"', desk.page)
        assert visit
        async with here.door.store.database.read() as connection:
            row = (await connection.execute(select(visits))).one()
        assert (row.starts_at.hour, row.starts_at.minute, row.minutes) == (1, 30, 90)
        await desk.act(case, "move", visit=visit[1], day=_day(here, 8), time="15:00")
        await desk.open(f"/console/cases/{case}")
        assert "오후 3시" in desk.text
        assert (await desk.send(case, "cancel", visit=visit[1])).status_code == 303
        answer = await desk.act(case, "cancel", visit=visit[1])
        assert answer.status_code == 409
        assert "그 방문은 이미 취소되었거나 없어요." in desk.text


async def test_a_visit_in_the_past_or_at_no_time_is_refused(sqlite_url: str):
    """What cannot be is explained, and the form keeps what was chosen."""
    async with office(sqlite_url) as here:
        desk, case = await _claimed(here)
        assert (await desk.act(case, "book", day=_day(here, -1), time="10:30", minutes="60")).status_code == 409
        assert "지난 시각에는" in desk.text
        assert f'value="{_day(here, -1)}"' in desk.page
        for wrong in (
            {"day": "tomorrow", "time": "10:30"},
            {"day": _day(here, 3), "time": ""},
            {"day": "9999-12-31", "time": "x"},
        ):
            assert (await desk.act(case, "book", minutes="60", **wrong)).status_code == 422
        assert (await desk.act(case, "book", day=_day(here, 3), time="10:00", minutes="100000")).status_code == 422
        assert await _count(here, visits) == 0


async def test_a_case_is_closed_once_with_an_outcome_of_the_list(database_url: str):
    """The same form again is no mistake; any other deed on a closed case is refused."""
    async with office(database_url) as here:
        desk, case = await _claimed(here)
        assert (await desk.act(case, "close", outcome="anything")).status_code == 422
        await desk.open(f"/console/cases/{case}")
        page = desk.page
        for _ in range(2):
            desk.page = page
            assert (await desk.send(case, "close", outcome="helped")).status_code == 303
        assert await _count(here, audit, audit.c.action == "close") == 1
        async with here.door.store.database.read() as connection:
            row = (await connection.execute(select(cases.c.outcome, cases.c.closed_at))).one()
        assert row.outcome == "helped"
        for deed in ("claim", "reply", "return"):
            desk.page = page
            assert (await desk.send(case, deed, text="늦은 말")).status_code == 409, deed
            assert "이미 종결된 사례예요." in desk.text


async def test_closing_ends_the_visits_to_come(sqlite_url: str):
    """No page says that a family still expects a visit of a closed case."""
    async with office(sqlite_url) as here:
        desk, case = await _claimed(here)
        await desk.act(case, "book", day=_day(here, 7), time="10:30", minutes="60")
        await desk.act(case, "close", outcome="declined")
        await desk.open(f"/console/cases/{case}")
        assert "취소됨" in desk.text
        assert "가족의 확인을 기다려요" not in desk.text
        await desk.cases("closed")
        assert "방문" not in desk.text


async def test_words_for_a_closed_case_never_reach_the_familys_next_one(database_url: str):
    """A page left open does not speak into another case of the same family."""
    async with office(database_url) as here:
        desk = await here.seated("kim")
        family = here.family()
        await family.refer()
        (old,) = await desk.cases()
        await desk.act(old, "claim")
        await desk.open(f"/console/cases/{old}")
        page = desk.page
        await desk.act(old, "close", outcome="helped")
        await family.say("죽고 싶어요")
        (new,) = await desk.cases()
        await desk.act(new, "claim")
        desk.page = page
        assert (await desk.send(old, "reply", text="옛 창에서")).status_code == 409
        assert "옛 창에서" not in (await desk.client.get(f"/console/cases/{new}")).text


async def test_an_alarm_is_acknowledged_by_name(database_url: str):
    """The page says who has seen the crisis and when, and the numbers stay."""
    async with office(database_url) as here:
        desk = await here.seated("kim")
        await here.family().say("안녕하세요", "죽고 싶어요")
        (case,) = await desk.cases()
        await desk.open(f"/console/cases/{case}")
        assert "죽고 싶다는 생각" in desk.text
        assert 'href="tel:109"' in desk.page
        await desk.send(case, "acknowledge")
        await desk.open(f"/console/cases/{case}")
        assert "kim 님이 확인했어요." in desk.text
        assert await _count(here, audit, audit.c.action == "acknowledge") == 1


async def test_every_look_and_every_deed_is_written_down(database_url: str):
    """The audit names who and what; a page that refreshes itself is one look."""
    async with office(database_url) as here:
        desk = await here.seated("kim")
        await here.family().refer()
        (case,) = await desk.cases()
        await desk.open(f"/console/cases/{case}")
        for _ in range(3):
            await desk.client.get(f"/console/cases/{case}", headers={"x-live": "1"})
        looks = (audit.c.case_id == UUID(hex=case)) & (audit.c.action == "view")
        assert await _count(here, audit, looks) == 1
        await desk.open(f"/console/cases/{case}")
        assert await _count(here, audit, looks) == 2
        await desk.send(case, "claim")
        await desk.act(case, "reply", text="안녕하세요")
        await desk.open(f"/console/cases/{case}")
        for words in ("사례를 봄", "맡음", "답장함"):
            assert words in desk.text
        async with here.door.store.database.read() as connection:
            assert None not in (await connection.execute(select(audit.c.staff_id))).scalars().all()


async def test_a_look_by_a_refreshing_page_alone_is_written_down_too(sqlite_url: str):
    """Nobody reads a case unseen by pretending to be an open page."""
    async with office(sqlite_url) as here:
        desk = await here.seated("kim")
        await here.family().refer()
        (case,) = await desk.cases()
        await desk.client.get(f"/console/cases/{case}", headers={"x-live": "1"})
        assert await _count(here, audit, audit.c.action == "view") == 1


async def test_nonsense_is_refused_without_a_mistake_of_ours(sqlite_url: str):
    """Made-up addresses, deeds, ids and fields answer 404, 422 or 400 and never 500."""
    async with office(sqlite_url) as here:
        desk, case = await _claimed(here)
        await desk.open(f"/console/cases/{case}")
        page = desk.page
        for path, fields, status in (
            (f"/console/cases/{case}/explode", {}, 404),
            ("/console/cases/zz/claim", {}, 404),
            (f"/console/cases/{'0' * 32}/claim", {}, 404),
            (f"/console/cases/{UUID(hex=case)}/claim", {}, 404),
            (f"/console/cases/{case}/move", {"visit": "x", "day": _day(here, 1), "time": "10:00"}, 422),
            (f"/console/cases/{case}/cancel", {"visit": "0" * 32}, 409),
            (f"/console/cases/{case}/book", {"day": "0001-01-01", "time": "00:00", "minutes": "60"}, 422),
            (f"/console/cases/{case}/reply", {"text": "안녕", "once": "../../"}, 422),
        ):
            desk.page = page
            answer = await desk.post(path, **({"once": desk.hidden("once")} | fields))
            assert answer.status_code == status, path
        assert (await desk.open("/console/cases/not-a-case")).status_code == 404
        assert (await desk.open("/console?tab=nonsense")).status_code == 200


async def test_the_page_counts_this_month_s_visits_beside_how_many_are_planned(sqlite_url: str):
    """A visit counts in the month it falls in, on the programme's clock, until it is cancelled."""
    async with office(sqlite_url) as here:
        desk, case = await _claimed(here)
        await desk.open(f"/console/cases/{case}")
        assert "이번 달 방문 0회 (한 달에 2~4회)" in desk.text
        await desk.act(case, "book", day=_day(here, 1), time="10:30", minutes="60")
        await desk.open(f"/console/cases/{case}")
        same_month = _day(here, 1)[:7] == _day(here, 0)[:7]
        assert f"이번 달 방문 {int(same_month)}회 (한 달에 2~4회)" in desk.text
        await desk.act(case, "cancel", visit=desk.hidden("visit"))
        await desk.open(f"/console/cases/{case}")
        assert "이번 달 방문 0회 (한 달에 2~4회)" in desk.text
