"""The case page: what a caseworker reads on it, and what must never happen on it."""

from __future__ import annotations

import re
from html import unescape

import pytest

from bot.console.telling import bubbles
from bot.console.words import Words
from data.casefiles import CaseFile, case_file
from data.staff import Member, by_email
from dialogues.messages import Kind
from tests.bot.console.desk import Desk, Office, office

HTML = '<script>alert("x")</script><img src=x onerror=alert(1)>'


async def _file(here: Office, case: str, email: str = "kim@example.org") -> tuple[Member, CaseFile]:
    from uuid import UUID

    member = await by_email(here.door.store, email)
    assert member
    file = await case_file(here.door.store, member, UUID(hex=case))
    assert file
    return member, file


async def _opened(here: Office, desk: Desk) -> str:
    (case,) = await desk.cases()
    await desk.open(f"/console/cases/{case}")
    return case


async def test_the_page_shows_answers_conversation_contact_and_consent(database_url: str):
    """Everything that the family told stands there in the words they read."""
    async with office(database_url) as here:
        desk = await here.seated("kim")
        await here.family().refer(name="달님")
        await _opened(here, desk)
        told = (
            "임신 7개월인데 도움이 필요해요",
            "달님",
            "약 26주",
            "배방읍",
            "탕정한마음종합사회복지관",
            "이번 주 안에",
            "먼저 말함",
        )
        ours = ("이 대화방으로만 연락해 주세요.", "동의함", "firststep-asan/1", "채팅 페이지에 올렸어요")
        for words in (*told, *ours):
            assert words in desk.text, words


async def test_what_a_family_writes_is_never_read_as_html(database_url: str):
    """A name, an answer or a message with tags in it is shown as it was written."""
    async with office(database_url) as here:
        desk = await here.seated("kim")
        family = here.family()
        await family.refer(name=HTML)
        case = await _opened(here, desk)
        await desk.send(case, "claim")
        await family.say(f"또 {HTML}")
        await desk.act(case, "reply", text=f"답 {HTML}")
        for path in (f"/console/cases/{case}", "/console?tab=open"):
            await desk.open(path)
            assert "<img src=x" not in desk.page
            assert re.findall(r"<script(?! defer src=)", desk.page) == []
        await desk.open(f"/console/cases/{case}")
        assert unescape(desk.page).count(HTML) >= 4


async def test_a_shared_screen_is_warned_of_right_beside_the_reply(sqlite_url: str):
    """Who writes where others may read is told to write neutrally before the first letter."""
    async with office(sqlite_url) as here:
        desk = await here.seated("kim")
        await here.family().refer(others="2")
        case = await _opened(here, desk)
        assert "다른 사람이 볼 수 있어요" in desk.text
        await desk.act(case, "claim")
        await desk.open(f"/console/cases/{case}")
        form = desk.page[desk.page.index('id="reply"') : desk.page.index('id="send"')]
        assert "누가 봐도 괜찮은 말로" in form
        assert 'aria-describedby="warnings' in form


async def test_who_reads_is_not_guessed_where_nobody_asked(sqlite_url: str):
    """A crisis before the question: the page does not say that the person is alone with the screen."""
    async with office(sqlite_url) as here:
        desk = await here.seated("kim")
        await here.family().say("안녕하세요", "죽고 싶어요")
        case = await _opened(here, desk)
        assert "혼자 봐요" not in desk.text
        await desk.send(case, "claim")
        await desk.open(f"/console/cases/{case}")
        assert "누가 이 글을 볼지 아직 몰라요" in desk.text


async def test_a_bare_number_is_told_with_what_it_means(sqlite_url: str):
    """Who reads "1,4" later does not have to count the choices; a number that none of them has stays alone."""
    async with office(sqlite_url) as here:
        desk = await here.seated("kim")
        await here.family().refer()
        case = await _opened(here, desk)
        _, file = await _file(here, case)
        words = Words("ko", here.door.programmes["firststep-asan"].zone)
        said = [bubble for _, day in bubbles(file, words, pushes=False, now=here.door.clock.now()) for bubble in day]
        meant = {bubble.text: bubble.choices for bubble in said if bubble.side == "family"}
        assert meant["1,4"] == ("집으로 와서 돌봐 주기", "생활비·월세")
        assert meant["임신 7개월인데 도움이 필요해요"] == ()
        import msgspec

        lines = [msgspec.structs.replace(line, text="99") if line.text == "1,4" else line for line in file.transcript]
        file = msgspec.structs.replace(file, transcript=tuple(lines))
        (odd,) = [
            b for _, day in bubbles(file, words, pushes=False, now=here.door.clock.now()) for b in day if b.text == "99"
        ]
        assert odd.choices == ()


async def test_suspected_child_abuse_reminds_staff_in_korea_of_their_duty(sqlite_url: str):
    """The duty stands there with its source; another crisis does not show it."""
    async with office(sqlite_url) as here:
        desk = await here.seated("kim")
        await here.family().say("안녕하세요", "남편이 아이를 때려요")
        abuse = await _opened(here, desk)
        assert "아동학대 의심" in desk.text
        assert "아동학대범죄의 처벌 등에 관한 특례법 제10조 제2항" in desk.text
        await here.family().say("안녕하세요", "죽고 싶어요")
        (other,) = [case for case in await desk.cases() if case != abuse]
        await desk.open(f"/console/cases/{other}")
        assert "죽고 싶다는 생각" in desk.text
        assert "신고의무자" not in desk.text


async def test_an_english_reader_gets_the_answers_in_english(sqlite_url: str):
    """Labels and options follow the reader's language; the family's own words stay as they are."""
    async with office(sqlite_url) as here:
        desk = await here.seated("kim")
        await here.family().refer(name="달님")
        (case,) = await desk.cases()
        await desk.post("/console/language", language="en", next="/console")
        await desk.open(f"/console/cases/{case}")
        for words in (
            "Baebang-eup",
            "Tangjeong Hanmaeum Community Welfare Centre",
            "Safe contact",
            "달님",
            "On the chat page",
        ):
            assert words in desk.text, words
        assert "배방읍</dd>" not in desk.page


async def test_another_case_of_the_same_family_keeps_its_words_to_itself(database_url: str):
    """Each case shows what was said since the last one was closed and until it was closed itself."""
    async with office(database_url) as here:
        desk = await here.seated("kim")
        family = here.family()
        await family.refer(name="첫째")
        old = await _opened(here, desk)
        await desk.send(old, "close", outcome="helped")
        await family.say("그런데 죽고 싶어요")
        new = await _opened(here, desk)
        assert "그런데 죽고 싶어요" in desk.text
        assert "임신 7개월인데" not in desk.page[desk.page.index('id="log"') : desk.page.index('id="reply"')]
        await desk.open(f"/console/cases/{old}")
        assert "임신 7개월인데" in desk.text
        assert "그런데 죽고 싶어요" not in desk.text
        assert new != old


async def test_a_resident_number_is_masked_on_the_page(sqlite_url: str):
    """The bot promises not to keep it; nobody reads it in the console either."""
    async with office(sqlite_url) as here:
        desk = await here.seated("kim")
        family = here.family()
        await family.refer()
        await family.say("제 번호는 900101-2345678 이에요")
        await _opened(here, desk)
        assert "2345678" not in desk.page
        assert "●●●●●●-●●●●●●●" in desk.text


@pytest.mark.parametrize(
    ("status", "reason", "words"),
    [
        ("queued", "", "보내려고 기다려요"),
        ("queued", "safe-hours", "안전한 시간을 기다려요"),
        ("queued", "twilio:429", "다시 보내려고 해요 (2번 해 봄: 코드 twilio:429)"),
        ("sending", "", "보내는 중"),
        ("sent", "", "보냈어요"),
        ("delivered", "", "도착했어요"),
        ("read", "", "읽었어요"),
        ("failed", "telegram:blocked", "전달되지 않았어요: 코드 telegram:blocked"),
        ("dropped", "opted-out", "보내지 않았어요: 가족이 메시지를 그만 받겠다고 했어요"),
        ("dropped", "call-only", "보내지 않았어요: 전화만 안전하다고 했어요"),
        ("dropped", "no-safe-route", "보내지 않았어요: 안전한 문자 창구가 없어요"),
        ("revoked", "", "거두어들였어요"),
    ],
)
async def test_how_far_a_message_has_come_is_told_in_words(sqlite_url: str, status: str, reason: str, words: str):
    """Every state and every reason of the gate has words; a provider's code is shown as it is."""
    import msgspec

    async with office(sqlite_url) as here:
        desk = await here.seated("kim")
        await here.family().say("안녕하세요", "죽고 싶어요")
        case = await _opened(here, desk)
        _, file = await _file(here, case)
        now = here.door.clock.now()
        ours = [line for line in file.transcript if not line.inbound]
        changed = [
            msgspec.structs.replace(line, status=status, reason=reason, send_after=now, attempts=2) for line in ours
        ]
        file = msgspec.structs.replace(file, transcript=tuple(changed))
        korean = Words("ko", here.door.programmes["firststep-asan"].zone)
        told = [bubble.told for _, day in bubbles(file, korean, pushes=True, now=now) for bubble in day]
        assert told
        assert all(words in one for one in told), told


async def test_whatever_a_family_does_has_words(sqlite_url: str):
    """A photo, a shared number, a block: the transcript tells it in both languages."""
    import msgspec

    async with office(sqlite_url) as here:
        desk = await here.seated("kim")
        await here.family().say("안녕하세요", "죽고 싶어요")
        case = await _opened(here, desk)
        _, file = await _file(here, case)
        heard = next(line for line in file.transcript if line.inbound)
        for language in ("ko", "en"):
            words = Words(language, here.door.programmes["firststep-asan"].zone)
            for kind in Kind:
                for text in ("", "글"):
                    line = msgspec.structs.replace(heard, kind=kind, text=text, choice="crisis:talk", edited=True)
                    given = msgspec.structs.replace(file, transcript=(line,))
                    (_, (bubble,)), *_ = bubbles(given, words, pushes=True, now=line.at)
                    assert bubble.text or (kind is Kind.TEXT and not text), kind


async def test_words_kept_back_from_a_shared_screen_stand_in_the_conversation(sqlite_url: str):
    """A reply that waits for the family to write again is seen by the caseworker who wrote it."""
    import msgspec

    async with office(sqlite_url) as here:
        desk = await here.seated("kim")
        await here.family().refer(others="2")
        case = await _opened(here, desk)
        _, file = await _file(here, case)
        file = msgspec.structs.replace(file, state=msgspec.structs.replace(file.state, unread=("내일 뵐게요",)))
        words = Words("ko", here.door.programmes["firststep-asan"].zone)
        day, (bubble,) = bubbles(file, words, pushes=True, now=here.door.clock.now())[-1]
        assert (day, bubble.text, bubble.state) == ("아직 보내지 않음", "내일 뵐게요", "held")
