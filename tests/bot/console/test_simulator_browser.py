"""The simulator in a real browser: by keyboard, on a phone, without our script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.bot.console.desk import STORY, office
from tests.bot.console.test_browser import DESK, PHONE, _named_controls, _no_sideways_scroll, _page, _sign_in, _tab_to

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.asyncio(loop_scope="session")]


async def _begin(page: Page, channel: str = "텔레그램") -> None:
    await page.goto("/console")
    await page.get_by_role("link", name="모의 대화로 프로그램 살펴보기").click()
    await page.get_by_label("프로그램과 창구").select_option(label=f"양육첫걸음 지원사업 · {channel}")
    await page.get_by_label("휴대전화 언어").select_option("ko")
    await page.get_by_role("button", name="시작하기").click()
    await expect(page.locator("#text")).to_be_visible()


async def _write(page: Page, *texts: str) -> None:
    for text in texts:
        count = await page.locator(".scene").count()
        await page.locator("#text").fill(text)
        await page.locator("#send").click()
        await expect(page.locator(".scene")).to_have_count(count + 1)


async def test_a_conversation_can_be_played_by_keyboard_alone(browser: Browser, sqlite_url: str):
    """Write, press a choice, move the clock, act as the caseworker: no mouse; what is new is where the focus goes."""
    async with office(sqlite_url) as here:
        await here.hire("haneul", name="김하늘")
        async with _page(browser, here, DESK) as page:
            await _sign_in(page, "haneul@example.org")
            await _begin(page)
            await _tab_to(page, "#text")
            await page.keyboard.type("임신 7개월인데 도움이 필요해요")
            await page.keyboard.press("Control+Enter")
            await expect(page.locator("#latest")).to_contain_text("맨 처음 메시지에는 인사해요.")
            await _tab_to(page, "#latest .takes button")
            await page.keyboard.press("Enter")
            await expect(page.locator(".scene")).to_have_count(2)
            await expect(page.locator("#latest")).to_contain_text("메뉴에서 고른 것이에요")
            await _tab_to(page, "button[value='1d']")
            await page.keyboard.press("Enter")
            await expect(page.locator("#latest")).to_contain_text("하루가 지났어요.")
            await _tab_to(page, "#text")
            await page.keyboard.type("죽고 싶어요")
            await page.keyboard.press("Control+Enter")
            await expect(page.locator("#latest")).to_contain_text("위기 어휘집이 찾았어요.")
            await _tab_to(page, "button[value='claim']")
            await page.keyboard.press("Enter")
            await expect(page.locator("#latest")).to_contain_text("사례에 담당자가 생겨요.")
            await _tab_to(page, "#reply-text")
            await page.keyboard.type("여기 있어요")
            await page.keyboard.press("Control+Enter")
            await expect(page.locator("#latest")).to_contain_text("여기 있어요")


async def test_the_simulator_works_without_our_script_and_survives_a_reload(browser: Browser, sqlite_url: str):
    """Every deed is a plain form, and a reload sends none again."""
    async with office(sqlite_url) as here:
        await here.hire("haneul", name="김하늘")
        async with _page(browser, here, DESK, java_script_enabled=False) as page:
            await _sign_in(page, "haneul@example.org")
            await _begin(page, "문자")
            await _write(page, "안녕하세요")
            await expect(page.locator("#latest")).to_contain_text(re.compile(r"문자 \d건"))
            await page.get_by_role("button", name="번호로 답하기: 1").click()
            await expect(page.locator(".scene")).to_have_count(2)
            await page.reload()
            await expect(page.locator(".scene")).to_have_count(2)


async def test_how_the_simulator_looks(browser: Browser, sqlite_url: str, screenshots: Path):
    """Pictures of a conversation with its reasons, at a desk, in English, in the dark and on a phone."""
    async with office(sqlite_url) as here:
        await here.hire("haneul", name="김하늘")
        story = [text.format(district="배방읍", others="1", name="달님") for text in STORY]
        async with _page(browser, here, DESK, color_scheme="light") as page:
            await _sign_in(page, "haneul@example.org")
            await page.goto("/console/simulator")
            await _named_controls(page)
            await page.screenshot(path=screenshots / "console-simulator-start.png")
            await _begin(page)
            await _write(page, *story[:4])
            await page.screenshot(path=screenshots / "console-simulator.png", full_page=True)
            await _write(page, *story[4:])
            await page.locator("button[value=claim]").click()
            await page.get_by_role("button", name="방문 잡기").click()
            await page.locator("button[value='3d']").click()
            await _named_controls(page)
            await _no_sideways_scroll(page)
            await page.locator(".tongue summary").click()
            await page.get_by_role("button", name="English").click()
            await expect(page.locator("h1")).to_contain_text("Simulator")
            await page.screenshot(path=screenshots / "console-simulator-english.png", full_page=True)
        async with _page(
            browser, here, PHONE, color_scheme="dark", has_touch=True, is_mobile=True, device_scale_factor=2
        ) as page:
            await _sign_in(page, "haneul@example.org")
            await _begin(page, "문자")
            await _write(page, "안녕하세요", "1")
            await _write(page, "죽고 싶어요")
            await _no_sideways_scroll(page)
            await page.screenshot(path=screenshots / "console-simulator-phone.png", full_page=True)
            small = await page.evaluate("""() => [...document.querySelectorAll('button, summary, select, textarea')]
                .map((one) => one.getBoundingClientRect()).filter((box) => box.height && box.height < 44).length""")
            assert small == 0
