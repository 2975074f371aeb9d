"""The chat on a real phone's browser: talking."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from data import chat
from dialogues.messages import Status
from tests.bot.chat.conftest import Minute
from tests.bot.chat.family import claim, conversation, eventually, family, reply
from tests.bot.chat.phone import Phone, phone
from tests.serving import serve

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def refer(used: Phone) -> None:
    """A Korean family refers itself: taps wherever there is something to tap; stops at the summary."""
    await used.tap("한국어", "개인정보 동의")
    await used.tap("동의해요", "민감정보")
    await used.tap("동의해요", "어떤 상황")
    await used.tap("임신 중이에요", "몇 주")
    await used.write("28주", "어느 동네")
    await used.write("배방읍", "어떤 도움")
    await used.page.locator(".tick", has_text="집으로").tap()
    await used.page.locator(".tick", has_text="마음").tap()
    await used.page.get_by_role("button", name="다 골랐어요").tap()
    await used.says("언제까지")
    await used.tap("이번 주 안에", "어떻게 연락")
    await used.tap("지금 이 대화방", "언제 연락")
    await used.tap("아무 때나", "다른 사람")
    await used.tap("저만 봐요", "어떻게 불러")
    await used.write("달님", "이렇게 전해")


async def test_self_referral_by_taps(browser: Browser, sqlite_url: str, screenshots: Path) -> None:
    """A Korean family refers itself on a phone: every question, several needs at once, the summary, the case number."""
    async with serve(sqlite_url) as served, phone(browser, served) as used:
        await used.page.screenshot(path=screenshots / "chat-start.png", animations="disabled")
        await refer(used)
        summary = used.page.locator(".ours .bubble").last
        await expect(summary).to_contain_text("배방읍")
        await expect(summary).to_contain_text("집으로")
        await used.page.screenshot(path=screenshots / "chat-summary.png", animations="disabled")
        await used.tap("보내기", "접수번호")
        assert await used.page.title() == "채팅"
        assert {url.split("/")[2] for url in used.asked} == {served.url.split("/")[2]}, "a request went elsewhere"
        assert not [url for url in used.asked if await used.page.evaluate("sessionStorage['chat:asan-web']") in url]


async def test_worker_reply_arrives_live(browser: Browser, database_url: str) -> None:
    """A caseworker's words appear on the open page under a person's name, and count as read once they were shown."""
    async with serve(database_url) as served, family(served) as who:
        await who.refer()
        async with phone(browser, served, who.token) as used:
            await claim(served.door, who.token)
            await used.says("담당 선생님이 정해졌어요")
            await reply(served.door, who.token, "내일 오후에 뵐게요.")
            await used.says("내일 오후에 뵐게요.")
            await expect(used.page.locator(".message.worker .who").first).to_contain_text("담당 선생님")

            async def all_read() -> bool:
                found = await chat.look(served.door.store, conversation(served.door, who.token))
                assert await used.bubbles.count() == len(found.said)
                return all(said.status is Status.READ for said in found.said if said.ours)

            await eventually(all_read)


async def test_reload_resumes(browser: Browser, sqlite_url: str) -> None:
    """After a reload everything stands where it stood, nothing twice, and the conversation goes on."""
    async with serve(sqlite_url) as served, phone(browser, served) as used:
        await used.tap("한국어", "개인정보 동의")
        before = await used.bubbles.all_inner_texts()
        await used.page.reload()
        await used.says("개인정보 동의")
        await expect(used.bubbles).to_have_count(len(before))
        assert await used.bubbles.all_inner_texts() == before
        await used.tap("동의해요", "민감정보")


async def test_half_written_text_survives(browser: Browser, sqlite_url: str) -> None:
    """What was typed and not sent is still there after a reload."""
    async with serve(sqlite_url) as served, phone(browser, served) as used:
        await used.page.fill("#text", "아직 다 못 적은")
        await used.page.reload()
        await expect(used.page.locator("#text")).to_have_value("아직 다 못 적은")


async def test_closing_the_tab_forgets(browser: Browser, sqlite_url: str) -> None:
    """Another tab of the same browser starts anew, unless the person has asked this phone to go on later."""
    async with serve(sqlite_url) as served, phone(browser, served) as used:
        await used.tap("한국어", "개인정보 동의")
        second = Phone(await used.page.context.new_page(), served)
        await second.open()
        await expect(second.bubbles).to_have_count(1)
        assert (await second.stored())["phone"] == []


async def test_second_tab_goes_on(browser: Browser, sqlite_url: str) -> None:
    """With "go on later", a second tab shows the same conversation, and what is said in one appears in the other."""
    async with serve(sqlite_url) as served, phone(browser, served) as used:
        await used.page.get_by_role("button", name="이 휴대폰에서 이어서 쓰기").tap()
        await expect(used.page.locator("#keep")).to_have_attribute("aria-pressed", "true")
        await used.tap("한국어", "개인정보 동의")
        second = Phone(await used.page.context.new_page(), served)
        await second.open()
        await second.says("개인정보 동의")
        await second.tap("동의해요", "민감정보")
        await used.says("민감정보")
        await expect(used.bubbles).to_have_count(await second.bubbles.count())
        await used.page.locator("#keep").tap()
        assert (await used.stored())["phone"] == []


async def test_offline_then_online(browser: Browser, sqlite_url: str) -> None:
    """What is sent without a network waits in sight, survives a while, and is sent once when the network is back."""
    async with serve(sqlite_url) as served, phone(browser, served) as used:
        await used.tap("한국어", "개인정보 동의")
        await used.page.context.set_offline(True)
        await used.page.get_by_role("button", name="동의해요", exact=True).tap()
        await used.write("28주")
        await expect(used.page.locator("[data-state=waiting]")).to_have_count(2)
        await expect(used.page.locator("#status")).to_contain_text("인터넷이 끊겼어요")
        await used.page.context.set_offline(False)
        await used.says("민감정보")
        await expect(used.page.locator("[data-state=waiting]")).to_have_count(0)
        await expect(used.page.locator("#status")).to_be_hidden()
        await used.page.reload()
        await expect(used.page.locator(".theirs")).to_have_count(3)


async def test_limit_loses_nothing(browser: Browser, sqlite_url: str, minute: Minute) -> None:
    """Who writes too fast sees a kind word; the text stays in sight and waits to be sent."""
    async with serve(sqlite_url, chat_posts_per_minute=2) as served, phone(browser, served) as used:
        await used.tap("한국어", "개인정보 동의")
        await used.write("도와주세요")
        await expect(used.page.locator("#status")).to_contain_text("적으신 글은 그대로 있고")
        await expect(used.page.locator("[data-state=waiting] .bubble")).to_have_text("도와주세요")


async def test_old_buttons_still_work(browser: Browser, sqlite_url: str) -> None:
    """Buttons of an older message step back but can still be pressed."""
    async with serve(sqlite_url) as served, phone(browser, served) as used:
        await used.tap("한국어", "개인정보 동의")
        old = used.page.locator(".choices.quiet").get_by_role("button", name="English")
        await old.tap()
        await used.says("personal")
        await expect(used.page.locator("html")).to_have_attribute("lang", "en")
        await expect(used.page.locator("#leave")).to_have_text("Leave quickly")
        await expect(used.page.locator("#programme")).to_have_text("First Step in Parenting")


async def test_keyboard(browser: Browser, sqlite_url: str) -> None:
    """By keyboard: Enter presses a choice and sends, Shift and Enter begin a line, a syllable in the making stays."""
    async with serve(sqlite_url) as served, phone(browser, served) as used:
        await used.page.get_by_role("button", name="한국어").focus()
        await used.page.keyboard.press("Enter")
        await used.says("개인정보 동의")
        await expect(used.page.locator("#send")).to_be_disabled()
        await used.page.focus("#text")
        await used.page.keyboard.type("동의")
        await used.page.keyboard.press("Shift+Enter")
        await used.page.keyboard.type("해요")
        await used.page.dispatch_event("#text", "keydown", {"key": "Enter", "isComposing": True})
        await expect(used.page.locator("#text")).to_have_value("동의\n해요")
        await used.page.keyboard.press("Enter")
        await expect(used.page.locator(".theirs .bubble").last).to_have_text("동의\n해요")
        await expect(used.page.locator("#text")).to_have_value("")


async def test_markup_stays_text(browser: Browser, sqlite_url: str) -> None:
    """Markup from either side is shown as it was written and does nothing, live and after a reload."""
    evil = "<img src=x onerror=\"window.hurt=1\"><script>window.hurt=1</script> {{7*7}} <a href='javascript:1'>x</a>"
    async with serve(sqlite_url) as served, family(served) as who:
        await who.refer()
        async with phone(browser, served, who.token) as used:
            await used.write(evil)
            await claim(served.door, who.token)
            await reply(served.door, who.token, evil)
            await used.says("{{7*7}}")
            for _ in range(2):
                assert await used.page.evaluate("window.hurt") is None
                assert await used.page.locator("#log img, #log script, #log a[href^=javascript]").count() == 0
                await expect(used.page.locator(".theirs .bubble").last).to_have_text(evil)
                await used.page.reload()
                await used.says("{{7*7}}")


async def test_crisis(browser: Browser, sqlite_url: str, screenshots: Path) -> None:
    """In a crisis the numbers stand first, large and ready to be called, by light and in the dark."""
    async with serve(sqlite_url) as served, phone(browser, served) as used:
        await used.tap("한국어", "개인정보 동의")
        await used.write("죽고 싶어요", "안전하게")
        crisis = used.page.locator(".crisis .bubble").last
        first = crisis.locator("a.call").first
        await expect(first).to_have_attribute("href", "tel:109")
        await expect(crisis.locator("a[href='tel:15770199']")).to_contain_text("1577-0199")
        box = await first.bounding_box()
        assert box
        assert box["height"] >= 44
        await used.page.screenshot(path=screenshots / "chat-crisis.png", animations="disabled")
        await used.page.emulate_media(color_scheme="dark")
        await used.page.screenshot(path=screenshots / "chat-dark.png", animations="disabled")


async def test_only_known_numbers_can_be_called(browser: Browser, sqlite_url: str) -> None:
    """A person's own number, a date and a caseworker's words never turn into something to call."""
    async with serve(sqlite_url) as served, family(served) as who:
        await who.refer()
        await claim(served.door, who.token)
        await reply(served.door, who.token, "112동 1308호로 갈게요. 010-1234-5678")
        async with phone(browser, served, who.token) as used:
            await used.says("1308호")
            assert await used.page.locator("#log a").count() == 0


@pytest.mark.parametrize(("width", "height"), [(320, 568), (195, 422), (844, 390)])
async def test_small_screens(browser: Browser, sqlite_url: str, width: int, height: int) -> None:
    """At 320 pixels, at 200 % zoom, on its side: nothing sticks out; leaving, writing and calling stay in sight."""
    async with serve(sqlite_url) as served, family(served) as who:
        await who.refer()
        await who.say("죽고 싶어요")
        async with phone(browser, served, who.token, viewport={"width": width, "height": height}) as used:
            assert await used.page.evaluate("document.documentElement.scrollWidth") <= width
            assert await used.page.evaluate("document.documentElement.scrollHeight") <= height
            for part in ("#leave", "#text", "#send", "#calls a:last-child"):
                box = await used.page.locator(part).bounding_box()
                assert box
                assert box["x"] >= 0
                assert box["y"] >= 0
                assert box["x"] + box["width"] <= width
                assert box["y"] + box["height"] <= height


async def test_large_type(browser: Browser, sqlite_url: str) -> None:
    """With the phone's type at 200 % nothing sticks out."""
    async with serve(sqlite_url) as served, phone(browser, served) as used:
        await used.page.evaluate("document.documentElement.style.fontSize = '36px'")
        assert await used.page.evaluate("document.documentElement.scrollWidth") <= 390


async def test_screen_reader(browser: Browser, sqlite_url: str) -> None:
    """New messages are announced as they come, each with who says it; every control has a name."""
    async with serve(sqlite_url) as served, phone(browser, served) as used:
        log = used.page.get_by_role("log", name="나눈 대화")
        await expect(log).to_have_attribute("aria-live", "polite")
        await expect(log).to_have_attribute("aria-busy", "false")
        await expect(log.locator(".message").first).to_contain_text("자동 도우미")
        await expect(used.page.get_by_role("textbox", name="메시지를 적어 주세요")).to_be_visible()
        await expect(used.page.get_by_role("navigation", name="급할 때 전화").get_by_role("link")).to_have_count(5)
        await expect(used.page.get_by_role("link", name="112 경찰")).to_have_attribute("href", "tel:112")
