"""The console in a real browser: live, by keyboard alone, on a phone."""

from __future__ import annotations

import re
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, ViewportSize, expect

from data.staff import Role
from tests.bot.console.desk import PASSWORD, Desk, Office, office

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.asyncio(loop_scope="session")]

PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1280, "height": 900}


@asynccontextmanager
async def _page(browser: Browser, here: Office, size: ViewportSize, expected: str = "?", **options):
    context = await browser.new_context(base_url=here.served.url, viewport=size, locale="ko-KR", **options)
    page = await context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    try:
        yield page
        assert [problem for problem in problems if expected not in problem] == []
    finally:
        await context.close()


async def _sign_in(page: Page, email: str) -> None:
    await page.goto("/console")
    await page.get_by_label("이메일").fill(email)
    await page.get_by_label("비밀번호").fill(PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", level=1)).to_have_text("받은 사례")


async def _busy_day(here: Office) -> Desk:
    """A morning's work: an alarm, two new families, a visit that the family wants to move."""
    desk = await here.seated("haneul", name="김하늘")
    await here.hire("bada", name="이바다")
    moving = here.family()
    await moving.refer(district="온양1동", name="별이")
    (case,) = await desk.cases()
    await desk.act(case, "claim")
    await desk.act(case, "reply", text="안녕하세요, 김하늘이에요. 다음 주에 찾아뵈려고 해요.")
    day = (here.door.clock.now() + timedelta(days=5)).date().isoformat()
    await desk.act(case, "book", day=day, time="10:30", minutes="60")
    await moving.say("2", "목요일 오후가 좋아요")
    await here.family().refer(name="달님", others="2")
    await here.family().refer(district="음봉면", name="건너뛰기")
    await here.family().say("안녕하세요", "남편이 아이를 때려요")
    return desk


async def _no_sideways_scroll(page: Page) -> None:
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def _named_controls(page: Page) -> None:
    """Every control has a name, one h1 stands on the page, and no id stands twice."""
    nameless = await page.evaluate(
        """() => [...document.querySelectorAll('input:not([type=hidden]), select, textarea, button, a, summary')]
        .filter((one) => !(one.labels?.length || one.textContent.trim() || one.getAttribute('aria-label')))
        .map((one) => one.outerHTML)"""
    )
    assert nameless == []
    assert await page.locator("h1").count() == 1
    ids = await page.evaluate("() => [...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))


async def test_the_inbox_changes_by_itself_when_a_case_arrives(browser: Browser, sqlite_url: str):
    """A new case appears without a reload, is said to a screen reader, and the keyboard's place is kept."""
    async with office(sqlite_url) as here:
        await here.hire("haneul", name="김하늘", role=Role.SUPERVISOR)
        await here.family().refer(name="달님")
        async with _page(browser, here, DESK) as page:
            await _sign_in(page, "haneul@example.org")
            await expect(page.locator(".row")).to_have_count(1)
            await page.locator(".row").focus()
            focused = await page.evaluate("document.activeElement.id")
            await expect(page.locator("body")).to_have_attribute("data-fresh", re.compile(r"\d"))
            await here.family().say("안녕하세요", "죽고 싶어요")
            await expect(page.locator(".row")).to_have_count(2)
            await expect(page.locator(".row").first).to_contain_text("확인 안 된 위기")
            await expect(page.locator("#news")).to_have_text("기다리는 사례 2건")
            await expect(page).to_have_title("(2) 받은 사례 · Front Door")
            assert await page.evaluate("document.activeElement.id") == focused


async def test_the_case_page_changes_by_itself_and_keeps_what_is_being_written(browser: Browser, sqlite_url: str):
    """The family's words appear while a reply is being typed, and no letter of it is lost."""
    async with office(sqlite_url) as here:
        desk = await here.seated("haneul", name="김하늘")
        family = here.family()
        await family.refer()
        (case,) = await desk.cases()
        await desk.act(case, "claim")
        async with _page(browser, here, DESK) as page:
            await _sign_in(page, "haneul@example.org")
            await page.goto(f"/console/cases/{case}")
            await expect(page.locator("body")).to_have_attribute("data-fresh", re.compile(r"\d"))
            await page.locator("#text").fill("쓰고 있는 말")
            await family.say("저 여기 있어요")
            await expect(page.locator("#log")).to_contain_text("저 여기 있어요")
            await expect(page.locator("#text")).to_have_value("쓰고 있는 말")
            assert await page.evaluate("document.activeElement.id") == "text"


async def test_a_second_caseworker_sees_at_once_that_a_case_is_taken(browser: Browser, sqlite_url: str):
    """The claim button goes when somebody else has pressed it."""
    async with office(sqlite_url) as here:
        desk = await here.seated("bada", name="이바다")
        await here.hire("haneul", name="김하늘")
        await here.family().refer()
        (case,) = await desk.cases()
        async with _page(browser, here, DESK) as page:
            await _sign_in(page, "haneul@example.org")
            await page.goto(f"/console/cases/{case}")
            await expect(page.locator("body")).to_have_attribute("data-fresh", re.compile(r"\d"))
            await expect(page.get_by_role("button", name="맡기")).to_be_visible()
            await desk.act(case, "claim")
            await expect(page.get_by_role("button", name="맡기")).to_have_count(0)
            await expect(page.locator("#head")).to_contain_text("이바다 님이 맡아 대화하고 있어요.")


_OUTLINE = "(css) => (one => one.matches(css) ? getComputedStyle(one).outlineStyle : null)(document.activeElement)"


async def _tab_to(page: Page, css: str) -> None:
    """Press Tab until ``css`` has the focus; fails when that cannot be, or when the focus cannot be seen."""
    for _ in range(80):
        await page.keyboard.press("Tab")
        if (outline := await page.evaluate(_OUTLINE, css)) is not None:
            assert outline != "none"
            return
    pytest.fail(f"the keyboard does not reach {css}")


async def test_a_whole_case_can_be_worked_by_keyboard_alone(browser: Browser, sqlite_url: str):
    """Sign in, open, acknowledge, claim, reply, book, cancel, close: no mouse."""
    async with office(sqlite_url) as here:
        await here.hire("haneul", name="김하늘")
        family = here.family()
        await family.refer(name="달님")
        await family.say("죽고 싶어요")
        async with _page(browser, here, DESK) as page:
            await page.goto("/console")
            await expect(page.locator("#email")).to_be_focused()
            await page.keyboard.type("haneul@example.org")
            await page.keyboard.press("Tab")
            await page.keyboard.type(PASSWORD)
            await page.keyboard.press("Enter")
            await expect(page.locator(".row")).to_have_count(1)
            await page.keyboard.press("Tab")
            await page.keyboard.press("Enter")
            assert await page.evaluate("document.activeElement.id") == "main"
            await _tab_to(page, ".row")
            await page.keyboard.press("Enter")
            await expect(page.locator("h1")).to_contain_text("달님")
            await _tab_to(page, "#acknowledge")
            await page.keyboard.press("Enter")
            await expect(page.locator("#alarm")).to_contain_text("김하늘 님이 확인했어요")
            await _tab_to(page, "#claim")
            await page.keyboard.press("Enter")
            await expect(page.get_by_role("status").first).to_contain_text("맡으셨어요")
            await _tab_to(page, "#text")
            await page.keyboard.type("안녕하세요, 함께 살펴볼게요.")
            await page.keyboard.press("Control+Enter")
            await expect(page.locator("#log")).to_contain_text("안녕하세요, 함께 살펴볼게요.")
            await _tab_to(page, "#book > summary")
            await page.keyboard.press("Enter")
            await _tab_to(page, "#book button")
            await page.keyboard.press("Enter")
            await expect(page.locator("#visits")).to_contain_text("가족의 확인을 기다려요")
            await _tab_to(page, "[id^=cancel-] > summary")
            await page.keyboard.press("Enter")
            await _tab_to(page, "[id^=cancel-] button")
            await page.keyboard.press("Enter")
            await expect(page.locator("#visits")).to_contain_text("취소됨")
            await _tab_to(page, "#close > summary")
            await page.keyboard.press("Enter")
            await _tab_to(page, "#outcome")
            await page.keyboard.press("ArrowDown")
            await _tab_to(page, "#close button")
            await page.keyboard.press("Enter")
            await expect(page.locator("#head")).to_contain_text("결과: 도움을 드림")


async def test_the_focus_stays_where_it_is_when_the_page_changes_by_itself(browser: Browser, sqlite_url: str):
    """Another caseworker's deed renews the part of the page that the keyboard is in."""
    async with office(sqlite_url) as here:
        desk = await here.seated("haneul", name="김하늘")
        await here.family().refer()
        (case,) = await desk.cases()
        await desk.act(case, "claim")
        async with _page(browser, here, DESK) as page:
            await _sign_in(page, "haneul@example.org")
            await page.goto(f"/console/cases/{case}")
            await expect(page.locator("body")).to_have_attribute("data-fresh", re.compile(r"\d"))
            await _tab_to(page, "#book > summary")
            day = (here.door.clock.now() + timedelta(days=3)).date().isoformat()
            await desk.act(case, "book", day=day, time="10:30", minutes="60")
            await expect(page.locator("#visits")).to_contain_text("가족의 확인을 기다려요")
            assert await page.evaluate(_OUTLINE, "#book > summary") not in (None, "none")


async def test_the_console_works_without_our_script(browser: Browser, sqlite_url: str):
    """Every deed is a plain form: a browser without JavaScript can claim and reply."""
    async with office(sqlite_url) as here:
        await here.hire("haneul", name="김하늘")
        await here.family().refer()
        async with _page(browser, here, DESK, java_script_enabled=False) as page:
            await _sign_in(page, "haneul@example.org")
            await page.locator(".row").click()
            await page.get_by_role("button", name="맡기").click()
            await page.get_by_label("가족에게 보낼 말").fill("안녕하세요")
            await page.get_by_role("button", name="보내기").click()
            await expect(page.locator("#log")).to_contain_text("안녕하세요")


async def test_a_tab_whose_session_has_ended_goes_to_the_sign_in_page(browser: Browser, sqlite_url: str):
    """An open inbox does not stay on the screen of somebody who is signed out elsewhere."""
    async with office(sqlite_url) as here:
        desk = await here.seated("haneul", name="김하늘")
        async with _page(browser, here, DESK, expected="status of 401") as page:
            await _sign_in(page, "haneul@example.org")
            await expect(page.locator("body")).to_have_attribute("data-fresh", re.compile(r"\d"))
            await desk.open("/console/account")
            new = "another long sentence"
            await desk.post("/console/account/password", current=PASSWORD, new=new, again=new)
            await here.family().refer()
            await expect(page).to_have_url(f"{here.served.url}/console/sign-in?next=/console")


async def test_how_it_looks(browser: Browser, sqlite_url: str, screenshots: Path):
    """Pictures of a busy day, at a desk and on a phone; nothing scrolls sideways and everything has a name."""
    async with office(sqlite_url) as here:
        desk = await _busy_day(here)
        (alarm, *_), (mine,) = await desk.cases("waiting"), await desk.cases("mine")
        async with _page(browser, here, DESK, color_scheme="light") as page:
            await page.goto("/console/sign-in")
            await page.screenshot(path=screenshots / "console-sign-in.png")
            await _sign_in(page, "haneul@example.org")
            await page.goto("/console?tab=open")
            paths = {"inbox": "?tab=open", "case": f"/cases/{mine}", "alarm": f"/cases/{alarm}", "account": "/account"}
            for name, path in paths.items():
                await page.goto(f"/console{path}")
                await _named_controls(page)
                await _no_sideways_scroll(page)
                await page.screenshot(path=screenshots / f"console-{name}.png", full_page=True)
        async with _page(browser, here, DESK, color_scheme="dark") as page:
            await _sign_in(page, "haneul@example.org")
            await page.goto(f"/console/cases/{mine}")
            await page.screenshot(path=screenshots / "console-dark.png", full_page=True)
        async with _page(
            browser, here, PHONE, color_scheme="light", has_touch=True, is_mobile=True, device_scale_factor=2
        ) as page:
            await _sign_in(page, "bada@example.org")
            await page.goto("/console?tab=open")
            await _no_sideways_scroll(page)
            await page.screenshot(path=screenshots / "console-phone.png")
            await page.goto(f"/console/cases/{alarm}")
            await _no_sideways_scroll(page)
            await page.screenshot(path=screenshots / "console-phone-case.png", full_page=True)
            small = await page.evaluate("""() => [...document.querySelectorAll('button, summary, .tabs a, .row')]
                .map((one) => one.getBoundingClientRect()).filter((box) => box.height && box.height < 44).length""")
            assert small == 0
