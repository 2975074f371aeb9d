"""A phone with the chat page open."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from playwright.async_api import Browser, BrowserContext, Locator, Page, expect

from tests.bot.chat.family import LINE
from tests.serving import Served

VIEWPORT = {"width": 390, "height": 844}
HARMLESS = "https://www.weather.go.kr/"


class Phone:
    """One tab."""

    def __init__(self, page: Page, served: Served) -> None:
        self.page = page
        self.served = served
        self.asked: list[str] = []
        self.broken: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.broken.append(str(error)))
        page.on("dialog", lambda dialog: self.broken.append(dialog.message))

    async def open(self) -> None:
        """Go to the chat and wait until something was said."""
        await self.page.goto(f"{self.served.url}/chat/{LINE}")
        await self.says("안녕하세요")

    @property
    def bubbles(self) -> Locator:
        """Every message on the screen."""
        return self.page.locator(".bubble")

    async def says(self, text: str) -> None:
        """Wait for a message of ours with ``text``."""
        await expect(self.page.locator(".ours .bubble", has_text=text).last).to_be_visible(timeout=15_000)

    async def tap(self, label: str, then: str) -> None:
        """Tap an answer of the newest question and wait for the next one, which holds ``then``."""
        await self.page.locator(".choices:not(.quiet)").get_by_role("button", name=label, exact=True).tap()
        await self.says(then)

    async def write(self, text: str, then: str = "") -> None:
        """Write and send; wait for an answer that holds ``then``."""
        await self.page.fill("#text", text)
        await self.page.tap("#send")
        if then:
            await self.says(then)

    async def stored(self) -> dict[str, Any]:
        """All that the browser keeps of this site."""
        keys: dict[str, Any] = await self.page.evaluate(
            "({tab: Object.keys(sessionStorage), phone: Object.keys(localStorage), cookies: document.cookie})"
        )
        return keys


@asynccontextmanager
async def phone_context(browser: Browser, **options: Any) -> AsyncIterator[BrowserContext]:
    """A phone's browser; the harmless site answers without the network."""
    settings = {"viewport": VIEWPORT, "is_mobile": True, "has_touch": True, "locale": "ko-KR", "device_scale_factor": 2}
    context = await browser.new_context(**(settings | options))  # type: ignore[arg-type]
    await context.route(
        f"{HARMLESS}**", lambda route: route.fulfill(body="맑음", content_type="text/html; charset=utf-8")
    )
    yield context
    await context.close()


@asynccontextmanager
async def phone(browser: Browser, served: Served, token: str = "", **options: Any) -> AsyncIterator[Phone]:
    """A phone at the chat; with ``token``, one that goes on with that conversation. Nothing may break on the page."""
    async with phone_context(browser, **options) as context:
        if token:
            await context.add_init_script(f"sessionStorage.setItem('chat:{LINE}', '{token}')")
        used = Phone(await context.new_page(), served)
        await used.open()
        yield used
        assert used.broken == []
