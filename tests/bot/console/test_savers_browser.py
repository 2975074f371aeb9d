"""The roster of savers and the choice of who goes, in a real browser: by keyboard, on a phone, without our script."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from data.staff import Role
from tests.bot.console.desk import Office, office
from tests.bot.console.test_browser import DESK, PHONE, _named_controls, _no_sideways_scroll, _page, _sign_in, _tab_to

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.asyncio(loop_scope="session")]


async def _fill(page: Page, name: str, course: str = "", *languages: str) -> None:
    await page.goto("/console/savers")
    await page.get_by_label("이름").fill(name)
    if course:
        await page.get_by_label("과정").first.fill(course)
        await page.get_by_label("마친 날").first.fill("2026-03-02")
    for language in languages:
        await page.get_by_label(language, exact=True).check()
    for day in ("토", "일"):
        await page.get_by_label(day, exact=True).check()
    await page.locator("#save").click()
    await expect(page.get_by_role("status").first).to_have_text("명부에 올렸어요.")


async def _booked(here: Office) -> str:
    desk = await here.seated("bada", name="이바다")
    await here.family().refer(name="별이")
    (case,) = await desk.cases()
    await desk.act(case, "claim")
    day = (here.door.clock.now() + timedelta(days=3)).date().isoformat()
    await desk.act(case, "book", day=day, time="10:30", minutes="60")
    return case


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
async def test_a_saver_is_put_on_the_roster_and_sent(browser: Browser, sqlite_url: str, script: bool):
    """Plain forms all the way: a supervisor adds two, a caseworker sends the one that stands first."""
    async with office(sqlite_url) as here:
        case = await _booked(here)
        await here.hire("haneul", name="김하늘", role=Role.SUPERVISOR)
        async with _page(browser, here, DESK, java_script_enabled=script) as page:
            await _sign_in(page, "haneul@example.org")
            await page.get_by_role("link", name="세이버 명부").click()
            await expect(page.get_by_text("아직 명부에 아무도 없어요.")).to_be_visible()
            await _fill(page, "나다름", "", "러시아어")
            await _fill(page, "가민지", "양육 코칭 기본", "한국어", "러시아어")
            await expect(page.locator(".saver")).to_have_count(2)
        async with _page(browser, here, DESK, java_script_enabled=script) as page:
            await _sign_in(page, "bada@example.org")
            await page.goto(f"/console/cases/{case}")
            await page.get_by_text("누가 갈까요?").click()
            await expect(page.locator(".choice-row").first).to_contain_text("가민지")
            await page.get_by_role("radio", name="가민지").check()
            await page.get_by_role("button", name="정하기").click()
            await expect(page.locator(".visit-goes")).to_have_text("가민지 세이버가 가요")


async def test_the_roster_is_kept_by_keyboard_alone(browser: Browser, sqlite_url: str):
    """A name, a language, and Enter: no mouse; what is wrong is said where it is read first."""
    async with office(sqlite_url) as here:
        await here.hire("haneul", name="김하늘", role=Role.SUPERVISOR)
        async with _page(browser, here, DESK, expected="422") as page:
            await _sign_in(page, "haneul@example.org")
            await page.goto("/console/savers")
            await _tab_to(page, "#name")
            await page.keyboard.type("가민지")
            await page.keyboard.press("Enter")
            await expect(page.locator("#problem")).to_have_text("언어를 하나 이상 골라 주세요.")
            await expect(page.locator("#name")).to_have_value("가민지")
            await _tab_to(page, "input[name='language-ko']")
            await page.keyboard.press("Space")
            await page.keyboard.press("Enter")
            await expect(page.locator(".saver h3")).to_have_text("가민지")


async def test_how_the_roster_looks(browser: Browser, sqlite_url: str, screenshots: Path):
    """Pictures at a desk, on a phone, in the dark, in English, and of the choice on the case's page."""
    async with office(sqlite_url) as here:
        case = await _booked(here)
        await here.hire("haneul", name="김하늘", role=Role.SUPERVISOR)
        async with _page(browser, here, DESK, color_scheme="light") as page:
            await _sign_in(page, "haneul@example.org")
            await _fill(page, "가민지", "양육 코칭 기본", "한국어", "러시아어")
            await _fill(page, "나다름", "", "우즈베크어")
            await _named_controls(page)
            await page.screenshot(path=screenshots / "console-savers.png", full_page=True)
            await page.get_by_role("link", name="고치기: 가민지").click()
            await _named_controls(page)
        for name, size, options in (("phone", PHONE, {}), ("dark", DESK, {"color_scheme": "dark"})):
            async with _page(browser, here, size, **options) as page:
                await _sign_in(page, "haneul@example.org")
                await page.goto("/console/savers")
                await _no_sideways_scroll(page)
                await page.screenshot(path=screenshots / f"console-savers-{name}.png", full_page=True)
        for name, size in (("case", DESK), ("case-phone", PHONE)):
            async with _page(browser, here, size) as page:
                await _sign_in(page, "bada@example.org")
                await page.goto(f"/console/cases/{case}")
                await page.get_by_text("누가 갈까요?").click()
                await _named_controls(page)
                await _no_sideways_scroll(page)
                await page.screenshot(path=screenshots / f"console-savers-{name}.png", full_page=True)
