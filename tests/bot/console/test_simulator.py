"""The simulator: a caseworker talks as a family would, sees why, and nothing of it is kept or sent."""

from __future__ import annotations

import json
import re
from html import unescape

import httpx
import pytest
from sqlalchemy import func, select

from bot.console.simulator import COOKIE, LONGEST_TEXT
from data import programmes
from data.staff import Role
from data.tables import metadata
from dialogues.documents import ContentError
from tests.bot.chat.test_pages import TWILIO
from tests.bot.console.desk import STORY, Desk, Office, office
from tests.integrations.channels.twilio_server import TwilioServer
from tests.serving import serve

SIMULATOR = "/console/simulator"


async def _begin(desk: Desk, line: str = "asan-telegram", language: str = "ko") -> None:
    await desk.client.post(f"{SIMULATOR}/end", data={"_csrf_token": await _token(desk)})
    await desk.open(SIMULATOR)
    answer = await desk.post(f"{SIMULATOR}/begin", place=f"firststep-asan/{line}", language=language)
    assert answer.status_code == 303
    await desk.open(SIMULATOR)


async def _token(desk: Desk) -> str:
    await desk.open(SIMULATOR)
    return desk.hidden("_csrf_token")


async def _do(desk: Desk, **fields: str) -> httpx.Response:
    answer = await desk.post(f"{SIMULATOR}/do", at=desk.hidden("at"), **fields)
    if answer.status_code == 303:
        await desk.open(SIMULATOR)
    return answer


async def _write(desk: Desk, *texts: str) -> str:
    for text in texts:
        assert (await _do(desk, do="write", text=text)).status_code == 303
    return _last(desk)


def _last(desk: Desk) -> str:
    """Words of the last thing that happened, with its reasons."""
    scene = desk.page.split('class="scene"')[-1].split("sim-deeds")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", scene)).split())


def _document(desk: Desk) -> dict:
    found = re.search(r"<pre[^>]*>(.*?)</pre>", desk.page, re.DOTALL)
    assert found
    document: dict = json.loads(unescape(found[1]))
    return document


async def _rows(here: Office) -> dict[str, int]:
    async with here.door.store.database.read() as connection:
        return {
            table.name: (await connection.execute(select(func.count()).select_from(table))).scalar_one()
            for table in metadata.sorted_tables
        }


async def test_a_whole_referral_is_played_and_its_case_shown(sqlite_url: str):
    """The document beside the conversation is the one that staff would get."""
    async with office(sqlite_url) as here:
        desk = await here.seated("haneul")
        await _begin(desk)
        story = (text.format(district="배방읍", others="1", name="달님") for text in STORY)
        last = await _write(desk, *story)
        assert "접수번호" in last
        document = _document(desk)
        assert (document["programme"], document["name"]) == ("firststep-asan", "달님")
        assert document["needs"] == ["visit", "money"]
        assert document["code"] in last


async def test_nothing_is_written_and_nothing_is_sent(database_url: str):
    """Not one row more in any table, and the provider of the line is never called."""
    async with TwilioServer() as twilio:
        environment = {f"ASAN_SMS_{name}": value for name, value in TWILIO.items()} | {"ASAN_SMS_BASE_URL": twilio.url}
        async with serve(database_url, environment=environment) as served:
            clients: list[httpx.AsyncClient] = []
            here = Office(served, clients)
            desk = await here.seated("haneul")
            before = await _rows(here)
            await _begin(desk, "asan-sms")
            await _write(desk, *(text.format(district="배방읍", others="1", name="달님") for text in STORY))
            await _write(desk, "죽고 싶어요")
            for act in ("claim", "acknowledge"):
                await _do(desk, do="act", act=act)
            await _do(desk, do="act", act="reply", text="안녕하세요")
            await _do(desk, do="act", act="book", day="2030-01-07", time="10:00")
            await _do(desk, do="wait", span="3d")
            await _do(desk, do="act", act="close", outcome="helped")
            assert "종결" in desk.text
            assert await _rows(here) == before
            assert await here.door.dispatcher.send_due() == 0
            assert await here.door.rounds.fire_due() == 0
            assert twilio.requests == []
            for client in clients:
                await client.aclose()


async def test_each_reply_tells_why(sqlite_url: str):
    """Language, open question, rule, answers, the next question with its guards, and what is done."""
    async with office(sqlite_url) as here:
        desk = await here.seated("haneul")
        await _begin(desk)
        first = await _write(desk, "임신 7개월인데 도움이 필요해요")
        assert "언어: 한국어" in first
        assert "맨 처음 메시지에는 인사해요." in first
        assert "동의를 기다림" in first
        assert "타이머: 대화를 지움" in first
        second = await _write(desk, "1")
        assert "그 전에 열려 있던 질문 consent" in second
        assert "메뉴에서 고른 것이에요" in second
        assert "다음 질문 sensitive" in second
        third = await _write(desk, "1")
        assert "(child_age). 필요한 조건: 상황 (situation) 다음 중 하나:" in third
        assert "(지금: 임신 중이에요)" in third
        unknown = await _write(desk, "xyz xyz")
        assert "알아듣지 못했어요" in unknown
        assert "의도 없음" in unknown


async def test_a_crisis_tells_its_code_its_severity_and_who_found_it(sqlite_url: str):
    """A caseworker sees what rang, and that the lexicon did it."""
    async with office(sqlite_url) as here:
        desk = await here.seated("haneul")
        await _begin(desk)
        last = await _write(desk, "안녕하세요", "죽고 싶어요")
        assert "(suicide_thoughts), S" in last
        assert "위기 어휘집이 찾았어요." in last
        assert "위기는 무엇보다 먼저예요." in last
        assert "직원에게 알려요: 위기" in last
        assert "사례가 열려요" in last
        assert _document(desk)["crisis"]["code"] == "suicide_thoughts"


async def test_the_clock_is_moved_and_timers_happen(sqlite_url: str):
    """A day on, staff have been told again, by itself."""
    async with office(sqlite_url) as here:
        desk = await here.seated("haneul")
        await _begin(desk)
        await _write(desk, "안녕하세요", "죽고 싶어요")
        await _do(desk, do="wait", span="1h")
        assert "사례나 위기가 너무 오래 기다렸어요." in desk.text
        assert "직원에게 알려요: 책임자에게" in desk.text


async def test_a_caseworker_is_played_too_and_can_be_refused(sqlite_url: str):
    """Claimed, the bot is silent; what cannot be done says why."""
    async with office(sqlite_url) as here:
        desk = await here.seated("haneul")
        await _begin(desk)
        await _write(desk, "안녕하세요", "죽고 싶어요")
        await _do(desk, do="act", act="reply", text="여기 있어요")
        assert "할 수 없었어요: 아직 아무도 맡지 않은 사례예요." in _last(desk)
        await _do(desk, do="act", act="claim")
        assert "사례에 담당자가 생겨요." in _last(desk)
        await _do(desk, do="act", act="book", day="2020-01-01", time="10:00")
        assert "지난 시각에는 방문을 잡을 수 없어요." in _last(desk)


async def test_the_channel_decides_how_a_menu_looks(sqlite_url: str):
    """Buttons by Telegram, numbers and their price by SMS; the conversation stays the same."""
    async with office(sqlite_url) as here:
        desk = await here.seated("haneul")
        await _begin(desk)
        await _write(desk, "안녕하세요")
        assert 'name="choice" value="consent:agree"' in desk.page
        assert "64바이트 가운데" in desk.text
        await desk.post(f"{SIMULATOR}/line", at=desk.hidden("at"), line="asan-sms")
        await desk.open(SIMULATOR)
        assert "\n1 " in unescape(desk.page)
        assert 'name="text" value="1"' in desk.page
        assert re.search(r"문자 \d건 \(UCS-2, \d+ 단위\)", desk.text)


@pytest.mark.parametrize(("language", "word"), [("ko", "안녕하세요"), ("en", "Hello"), ("ru", "Здравствуйте")])
async def test_every_language_of_the_programme_can_be_spoken(sqlite_url: str, language: str, word: str):
    """What the phone is set to is what the greeting is in."""
    async with office(sqlite_url) as here:
        desk = await here.seated("haneul")
        await _begin(desk, language=language)
        await _do(desk, do="open")
        assert word in _last(desk)


async def test_every_programme_is_offered_with_all_its_lines(sqlite_url: str):
    """Also programmes whose lines are switched off, and other programmes than the caseworker's own."""
    async with office(sqlite_url) as here:
        desk = await here.seated("haneul")
        await desk.open(SIMULATOR)
        for key in programmes.known():
            for line in programmes.load(key).facts.lines:
                assert f'value="{key}/{line.key}"' in desk.page


async def test_a_conversation_survives_a_reload_and_is_nobody_elses(sqlite_url: str):
    """It rests in the browser, sealed for whoever played it."""
    async with office(sqlite_url) as here:
        desk, other = await here.seated("haneul"), await here.seated("bada", role=Role.SUPERVISOR)
        await _begin(desk)
        await _write(desk, "저는 배방읍에 살아요")
        before = _last(desk)
        await desk.open(SIMULATOR)
        assert _last(desk) == before
        other.client.cookies.set(COOKIE, desk.client.cookies[COOKIE], domain="127.0.0.1", path=SIMULATOR)
        await other.open(SIMULATOR)
        assert "배방읍" not in other.page
        assert f'action="{SIMULATOR}/begin"' in other.page


async def test_a_form_of_an_older_page_changes_nothing(sqlite_url: str):
    """A double click writes once."""
    async with office(sqlite_url) as here:
        desk = await here.seated("haneul")
        await _begin(desk)
        at = desk.hidden("at")
        for _ in range(2):
            answer = await desk.post(f"{SIMULATOR}/do", at=at, do="write", text="안녕하세요")
            assert answer.status_code == 303
        await desk.open(SIMULATOR)
        assert desk.page.count("from-family") == 1


async def test_a_step_can_be_taken_back_and_all_begun_anew(sqlite_url: str):
    """What was taken back has never been."""
    async with office(sqlite_url) as here:
        desk = await here.seated("haneul")
        await _begin(desk)
        await _write(desk, "안녕하세요", "죽고 싶어요")
        await desk.post(f"{SIMULATOR}/undo", at=desk.hidden("at"))
        await desk.open(SIMULATOR)
        assert "죽고 싶어요" not in desk.page
        assert _document(desk)["crisis"] is None
        await desk.post(f"{SIMULATOR}/end", at=desk.hidden("at"))
        await desk.open(SIMULATOR)
        assert f'action="{SIMULATOR}/begin"' in desk.page


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"do": "write", "text": "  "}, "보낼 말을 적어 주세요."),
        ({"do": "write", "text": "가" * (LONGEST_TEXT + 1)}, "양식이 올바르지 않아요."),
        ({"do": "wait", "span": "900d"}, "양식이 올바르지 않아요."),
        ({"do": "act", "act": "book", "day": "soon", "time": "10:00"}, "날짜와 시각을 적어 주세요."),
        ({"do": "act", "act": "close", "outcome": "nothing"}, "결과를 골라 주세요."),
        ({"do": "act", "act": "dance"}, "양식이 올바르지 않아요."),
        ({"do": "press", "choice": ""}, "양식이 올바르지 않아요."),
        ({}, "양식이 올바르지 않아요."),
    ],
)
async def test_a_form_that_cannot_be_taken_says_what_is_wrong(sqlite_url: str, fields: dict[str, str], told: str):
    """Nothing happens, and the conversation stays on the page."""
    async with office(sqlite_url) as here:
        desk = await here.seated("haneul")
        await _begin(desk)
        await _write(desk, "안녕하세요")
        answer = await _do(desk, **fields)
        assert answer.status_code == 422
        assert told in desk.text
        assert desk.page.count("from-family") == 1


async def test_nobody_comes_in_without_signing_in(sqlite_url: str):
    """The simulator shows the programmes' inner workings to staff only."""
    async with office(sqlite_url) as here:
        desk = here.desk()
        answer = await desk.open(SIMULATOR)
        assert answer.status_code == 303
        assert answer.headers["location"] == f"/console/sign-in?next={SIMULATOR}"


async def test_a_programme_that_cannot_be_read_is_named_and_the_others_stay(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
):
    """Whoever writes a programme reads here which line is wrong."""
    load = programmes.load

    def broken(key: str):
        if key == "broken":
            raise ContentError("broken.yml:7: there is no centre `x`")
        return load(key)

    async with office(sqlite_url) as here:
        desk = await here.seated("haneul")
        monkeypatch.setattr(programmes, "known", lambda: ("broken", "firststep-asan"))
        monkeypatch.setattr(programmes, "load", broken)
        await desk.open(SIMULATOR)
        assert "broken.yml:7: there is no centre `x`" in desk.text
        assert 'value="firststep-asan/asan-web"' in desk.page
