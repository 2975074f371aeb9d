"""The page of places in a real browser: by keyboard, on a phone, without our script."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, ViewportSize, expect

from tests.bot.console.desk import Office, office
from tests.bot.console.test_browser import PHONE, _named_controls, _no_sideways_scroll, _page, _sign_in, _tab_to
from tests.bot.console.test_matches import CARE

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.asyncio(loop_scope="session")]

WIDE: ViewportSize = {"width": 1200, "height": 900}


async def _at_desk(here: Office, page: Page) -> None:
    await _sign_in(page, "haneul@example.org")
    await page.get_by_role("link", name="돌봄 자리").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("돌봄 자리")


async def _say(here: Office, page: Page, name: str, capacity: str, days: int = 0) -> None:
    until = (here.door.clock.now() + timedelta(days=days)).date().isoformat() if days else ""
    await page.get_by_label(f"정원과 자리 적기: {name}", exact=True).click()
    form = page.locator("details[open] form")
    await form.get_by_label("정원 (한 번에 몇 명)").fill(capacity)
    await form.get_by_label("다음 자리가 나는 날").fill(until)
    await form.get_by_role("button", name="저장").click()
    await expect(page.get_by_role("status").first).to_have_text("저장했어요. 이제 이 내용으로 안내해요.")


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
async def test_room_is_written_down_and_taken_back(browser: Browser, sqlite_url: str, script: bool):
    """Plain forms all the way, also where the browser itself lets nothing wrong through."""
    async with office(sqlite_url, CARE) as here:
        await here.hire("haneul", name="김하늘", programme=CARE)
        async with _page(browser, here, WIDE, expected="422", java_script_enabled=script) as page:
            await _at_desk(here, page)
            await _say(here, page, "지역아동센터", "29", days=90)
            card = page.locator("section", has=page.get_by_role("heading", name="지역아동센터"))
            await expect(card).to_contain_text("29명")
            await expect(card).to_contain_text("김하늘 님이")
            await card.get_by_text("정원과 자리 적기").click()
            await card.get_by_label("정원 (한 번에 몇 명)").fill("0")
            await card.get_by_role("button", name="저장").click()
            assert await card.get_by_label("정원 (한 번에 몇 명)").evaluate("(one) => !one.validity.valid")
            await card.get_by_role("button", name="지우고 사업 파일대로").click()
            await expect(page.get_by_role("status").first).to_contain_text("다시 사업 파일에 적힌 대로")
            await expect(card).to_contain_text("아직 몰라요")


async def test_room_is_written_down_by_keyboard_alone(browser: Browser, sqlite_url: str):
    """Open the form, a number, and Enter: no mouse."""
    async with office(sqlite_url, CARE) as here:
        await here.hire("haneul", name="김하늘", programme=CARE)
        async with _page(browser, here, WIDE) as page:
            await _at_desk(here, page)
            await _tab_to(page, "section:nth-of-type(1) summary")
            await page.keyboard.press("Enter")
            await _tab_to(page, "#capacity-1")
            await page.keyboard.type("20")
            await page.keyboard.press("Enter")
            await expect(page.locator("section").first).to_contain_text("20명")


async def test_how_the_places_look(browser: Browser, sqlite_url: str, screenshots: Path):
    """Pictures at a desk, on a phone and in the dark, with what was said, a form that is open, and a mistake."""
    async with office(sqlite_url, CARE) as here:
        await here.hire("haneul", name="김하늘", programme=CARE)
        async with _page(browser, here, WIDE, expected="422", color_scheme="light") as page:
            await _at_desk(here, page)
            await _say(here, page, "온동네 초등돌봄·교육(늘봄)", "40", days=90)
            await _say(here, page, "민락 다함께돌봄센터", "19")
            await page.get_by_label("정원과 자리 적기: 지역아동센터", exact=True).click()
            await _named_controls(page)
            await _no_sideways_scroll(page)
            await page.screenshot(path=screenshots / "console-places.png", full_page=True)
            await page.locator("details[open] form").evaluate("(form) => form.noValidate = true")
            await page.locator("details[open]").get_by_label("정원 (한 번에 몇 명)").fill("0")
            await page.locator("details[open]").get_by_role("button", name="저장").click()
            await expect(page.locator("#problem")).to_contain_text("지역아동센터: 정원은 1부터 9,999까지의")
            await page.screenshot(path=screenshots / "console-places-mistake.png")
        for name, options in (("phone", {"color_scheme": "light"}), ("dark", {"color_scheme": "dark"})):
            async with _page(browser, here, PHONE, **options) as page:
                await _at_desk(here, page)
                await page.get_by_label("정원과 자리 적기: 민락 다함께돌봄센터", exact=True).click()
                await _named_controls(page)
                await _no_sideways_scroll(page)
                await page.screenshot(path=screenshots / f"console-places-{name}.png", full_page=True)
        async with _page(browser, here, WIDE) as page:
            await _sign_in(page, "haneul@example.org")
            await page.goto("/console/to-confirm")
            await page.locator("#uncounted").screenshot(path=screenshots / "console-places-uncounted.png")
            await page.locator(".tongue summary").click()
            await page.get_by_role("button", name="English").click()
            await page.goto("/console/places")
            await _no_sideways_scroll(page)
            await page.screenshot(path=screenshots / "console-places-en.png")
