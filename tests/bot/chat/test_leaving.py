"""Leaving quickly, and talking without scripts, on a real browser."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, Page, expect

from tests.bot.chat.conftest import Minute
from tests.bot.chat.family import LINE, claim, eventually, family, reply
from tests.bot.chat.phone import HARMLESS, Phone, phone, phone_context
from tests.serving import Served, serve

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def nothing_left(used: Phone) -> None:
    """Back shows nothing of the chat, and nothing of it is stored."""
    page = used.page
    await page.wait_for_load_state("networkidle")  # a second press may still be loading it
    await page.go_back()
    assert "/chat/" not in page.url
    await page.goto(f"{used.served.url}/health")
    assert await used.stored() == {"tab": [], "phone": [], "cookies": ""}
    assert await page.context.cookies() == []


async def test_leaving(browser: Browser, sqlite_url: str) -> None:
    """One tap wipes the phone's memory and puts a harmless site in the page's place; back shows nothing."""
    async with serve(sqlite_url) as served, phone(browser, served) as used:
        await used.page.get_by_role("button", name="이 휴대폰에서 이어서 쓰기").tap()
        await used.tap("한국어", "개인정보 동의")
        await used.page.fill("#text", "반쯤 적은 글")
        await used.page.get_by_role("link", name="빨리 나가기").tap()
        await used.page.wait_for_url(HARMLESS)
        await nothing_left(used)


async def test_escape_twice(browser: Browser, sqlite_url: str) -> None:
    """Esc pressed twice does the same, and a slow second press does not."""
    async with serve(sqlite_url) as served, phone(browser, served) as used:
        await used.page.clock.install()
        await used.page.evaluate(
            """() => { for (const at of [0, 5000]) {
                const press = new KeyboardEvent("keydown", { key: "Escape" });
                Object.defineProperty(press, "timeStamp", { value: at });
                dispatchEvent(press); } }"""
        )
        await expect(used.bubbles).to_have_count(1)
        await used.page.keyboard.press("Escape")
        await used.page.keyboard.press("Escape")
        await used.page.wait_for_url(HARMLESS)
        await nothing_left(used)


async def test_leaving_without_a_network(browser: Browser, sqlite_url: str) -> None:
    """With the network down the screen and the memory are wiped all the same, before anything is waited for."""
    async with serve(sqlite_url) as served, phone(browser, served) as used:
        await used.page.context.unroute_all()
        await used.page.context.set_offline(True)
        left = await used.page.evaluate(
            """() => {
                document.getElementById("leave").click();
                return [document.documentElement.childElementCount, sessionStorage.length, localStorage.length];
            }"""
        )
        assert left == [0, 0, 0]

        async def away() -> bool:
            return "/chat/" not in used.page.url

        await eventually(away)
        await used.page.context.set_offline(False)
        await nothing_left(used)


async def test_other_tabs_leave_too(browser: Browser, sqlite_url: str) -> None:
    """Leaving in one tab takes every other tab of the chat away."""
    async with serve(sqlite_url) as served, phone(browser, served) as used:
        second = Phone(await used.page.context.new_page(), served)
        await second.open()
        await second.page.get_by_role("link", name="빨리 나가기").tap()
        await used.page.wait_for_url(HARMLESS)
        await nothing_left(used)


async def test_own_exit(browser: Browser, sqlite_url: str) -> None:
    """The harmless site is a setting."""
    async with serve(sqlite_url, chat_exit_url=f"{HARMLESS}own") as served, phone(browser, served) as used:
        await used.page.get_by_role("link", name="빨리 나가기").tap()
        await used.page.wait_for_url(f"{HARMLESS}own")


# --- without scripts ---


async def begin(page: Page, served: Served) -> None:
    """Open the page of a browser without scripts and start."""
    await page.goto(f"{served.url}/chat/{LINE}")
    await page.get_by_role("button", name="대화 시작하기").click()
    await expect(page.locator(".ours .bubble")).to_contain_text("안녕하세요")


async def test_without_scripts(browser: Browser, sqlite_url: str) -> None:
    """Forms and reloads carry a whole conversation: choosing, choosing several, writing, reading a caseworker."""
    async with serve(sqlite_url) as served, phone_context(browser, java_script_enabled=False) as context:
        page = await context.new_page()
        await begin(page, served)
        for label in ("한국어", "동의해요", "동의해요", "임신 중이에요"):
            await page.get_by_role("button", name=label, exact=True).click()
        for text in ("28주", "배방읍"):
            await page.fill("textarea", text)
            await page.get_by_role("button", name="보내기", exact=True).click()
        await page.get_by_label("집으로 와서 돌봐 주기").check()
        await page.get_by_role("button", name="고른 것 보내기").click()
        await expect(page.locator(".ours .bubble").last).to_contain_text("언제까지")
        await expect(page.locator(".theirs .bubble").last).to_have_text("집으로 와서 돌봐 주기")
        assert await page.locator(".bubble").count() == 15
        (cookie,) = await context.cookies()
        assert (cookie["httpOnly"], cookie["path"], cookie["expires"]) == (True, f"/chat/{LINE}", -1)
        assert cookie["value"] not in page.url


async def test_without_scripts_crisis_and_worker(browser: Browser, sqlite_url: str) -> None:
    """Without scripts, too, numbers can be called, markup stays text, and a caseworker's words come with a reload."""
    async with (
        serve(sqlite_url) as served,
        family(served) as who,
        phone_context(browser, java_script_enabled=False) as context,
    ):
        await who.refer()
        await who.look_until("접수번호")
        name = {"name": "chat", "value": who.token, "url": f"{served.url}/chat/{LINE}"}
        await context.add_cookies([name])  # type: ignore[list-item]
        page = await context.new_page()
        await page.goto(f"{served.url}/chat/{LINE}/plain")
        await page.fill("textarea", "<b>죽고 싶어요</b>")
        await page.get_by_role("button", name="보내기", exact=True).click()
        await expect(page.locator(".theirs .bubble").last).to_have_text("<b>죽고 싶어요</b>")
        await expect(page.locator(".crisis a").first).to_have_attribute("href", "tel:109")
        await claim(served.door, who.token)
        await reply(served.door, who.token, "<i>곧</i> 전화할게요. 109호")
        await who.look_until("곧")
        await page.get_by_role("link", name="새 메시지 확인").click()
        worker = page.locator(".worker .bubble").last
        await expect(worker).to_contain_text("<i>곧</i> 전화할게요.")
        assert await worker.locator("a").count() == 0


async def test_without_scripts_limit(browser: Browser, sqlite_url: str, minute: Minute) -> None:
    """Without scripts, who writes too fast finds the text still in its place."""
    async with (
        serve(sqlite_url, chat_posts_per_minute=1) as served,
        phone_context(browser, java_script_enabled=False) as context,
    ):
        page = await context.new_page()
        await begin(page, served)
        for text in ("한국어", "도와주세요"):
            await page.fill("textarea", text)
            await page.get_by_role("button", name="보내기", exact=True).click()
        await expect(page.get_by_role("alert")).to_contain_text("아래에 그대로")
        await expect(page.locator("textarea")).to_have_value("도와주세요")


async def test_without_scripts_leaving(browser: Browser, sqlite_url: str) -> None:
    """Without scripts, leaving forgets the key, and back finds only the empty beginning."""
    async with serve(sqlite_url) as served, phone_context(browser, java_script_enabled=False) as context:
        page = await context.new_page()
        await begin(page, served)
        async with page.expect_request(HARMLESS):  # which nobody answers here: what follows a redirect is not routed
            await page.get_by_role("link", name="빨리 나가기").click()
        await page.wait_for_url("chrome-error:**")
        assert await context.cookies() == []
        await page.go_back()
        await expect(page.locator(".bubble")).to_have_count(0)


async def test_cookie_of_another_site(sqlite_url: str) -> None:
    """A form without the cookie, as another site would send it, says nothing in anybody's name."""
    async with serve(sqlite_url) as served, family(served) as who:
        answer = await who.client.post(f"/chat/{LINE}/plain/say", data={"id": "from-elsewhere", "text": "x"})
        assert answer.status_code == 303
        assert answer.headers["location"] == f"/chat/{LINE}"
        assert (await who.look())["messages"] == []
