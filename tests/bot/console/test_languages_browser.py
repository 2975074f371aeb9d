"""The console's longest labels in a real browser: nothing spills over its place, at a desk or on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, ViewportSize, expect

from bot.console.words import wording
from data.staff import Role
from tests.bot.console.desk import PASSWORD, office
from tests.bot.console.test_browser import _named_controls, _no_sideways_scroll, _page
from tests.bot.console.test_languages import KHOREZM, STORY, khorezm, pages
from tests.bot.console.test_reports import filled

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.asyncio(loop_scope="session")]

SIZES: tuple[ViewportSize, ...] = (
    {"width": 390, "height": 844},
    {"width": 940, "height": 800},
    {"width": 1200, "height": 900},
)

_SPILLED = """() => [...document.querySelectorAll('body *')].filter((one) => {
    const style = getComputedStyle(one), box = one.getBoundingClientRect();
    const open = style.overflowX === 'visible' || one.matches('.tabs');
    const block = !['inline', 'none', 'contents'].includes(style.display) && !one.closest('svg, .unseen');
    const shown = open && block && box.width && one.checkVisibility();
    return shown && one.scrollWidth > one.clientWidth + 1;
}).map((one) => `${one.tagName}.${one.className}: ${one.textContent.trim().slice(0, 60)}`)"""


async def _looked_at(page: Page, picture: Path) -> None:
    """At every width, with a picture of the narrowest."""
    await _named_controls(page)
    for size in SIZES:
        await page.set_viewport_size(size)
        await _no_sideways_scroll(page)
        assert await page.evaluate(_SPILLED) == [], f"{picture.name} at {size['width']}"
    await page.set_viewport_size(SIZES[0])
    await page.screenshot(path=picture, full_page=True)


async def _sign_in(page: Page, user: str, language: str, picture: Path) -> None:
    """By the form, in ``language``, which is chosen in the menu where the device prefers another."""
    await page.goto("/console/sign-in")
    await page.locator(".tongue summary").click()
    await page.get_by_role("button", name=wording().text(language, "language-name")).click()
    await expect(page.locator("html")).to_have_attribute("lang", language)
    await page.locator(".tongue summary").click()
    await _looked_at(page, picture)
    await page.locator("#email").fill(f"{user}@example.org")
    await page.locator("#password").fill(PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", level=1)).to_have_text(wording().text(language, "inbox-title"))


async def _played(page: Page) -> None:
    """A conversation in the simulator, up to a case that the caseworker has."""
    await page.goto("/console/simulator")
    await page.locator("#place").select_option(f"{KHOREZM}/khorezm-web")
    await page.locator("form button.primary").click()
    for count, text in enumerate((*STORY, "oʻlgim kelyapti"), start=1):
        await page.locator("#text").fill(text)
        await page.locator("#send").click()
        await expect(page.locator(".scene")).to_have_count(count)
    await page.locator("button[value=claim]").click()
    await page.locator("button[value=book]").click()
    await expect(page.locator("button[value=cancel]")).to_be_visible()


@pytest.mark.parametrize("language", ["ru", "uz"])
async def test_the_longest_labels_keep_to_their_place(
    browser: Browser, sqlite_url: str, screenshots: Path, language: str
) -> None:
    """Every page, with everything on it unfolded, at each width; every control keeps its name."""
    async with office(sqlite_url, programmes=f"firststep-asan,{KHOREZM}") as here:
        desk = await khorezm(here)
        await here.hire("lead", name="Park", role=Role.SUPERVISOR)
        await filled(here)
        (alarm, _), (mine,) = await desk.cases("waiting"), await desk.cases("mine")
        name = f"console-{language}"
        async with _page(browser, here, SIZES[0], expected="status of 404", color_scheme="light") as page:
            await _sign_in(page, "dilnoza", language, screenshots / f"{name}-sign-in.png")
            for number, path in enumerate(pages(mine, alarm)):
                await page.goto(path)
                await page.evaluate("document.querySelectorAll('main details').forEach((one) => one.open = true)")
                await _looked_at(page, screenshots / f"{name}-{number:02}.png")
            await _played(page)
            await _looked_at(page, screenshots / f"{name}-simulator.png")
        async with _page(browser, here, SIZES[0], color_scheme="light") as page:
            await _sign_in(page, "lead", language, screenshots / f"{name}-sign-in-again.png")
            await page.goto("/console/reports?period=2026-Q4")
            await _looked_at(page, screenshots / f"{name}-report.png")
