"""The console's words in the language a member of staff reads, and how it says times."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

from dialogues.times import said
from dialogues.wording import Wording

LANGUAGES = ("ko", "en", "ru", "uz")
"""The first is the default."""


@cache
def wording() -> Wording:
    """Every message of the console, from ``wording/*.ftl``."""
    folder = files("bot.console") / "wording"
    return Wording({language: (folder / f"{language}.ftl").read_text(encoding="utf-8") for language in LANGUAGES})


class Words:
    """Messages in one language, times in one zone."""

    def __init__(self, language: str, zone: ZoneInfo) -> None:
        self.language = language
        self.zone = zone

    def __call__(self, key: str, **values: Any) -> str:
        """Message ``key``. Raises KeyError when there is none."""
        return wording().text(self.language, key, **values)

    @property
    def others(self) -> list[tuple[str, str]]:
        """(tag, own name) of the other languages."""
        return [(tag, wording().text(tag, "language-name")) for tag in LANGUAGES if tag != self.language]

    def known(self, key: str, otherwise: str) -> str:
        """Message ``key`` where there is one: for codes that a programme or a provider may add."""
        return self(key) if key in wording().keys(self.language) else otherwise

    def listed(self, parts: Iterable[str]) -> str:
        """Several things that all hold, as one."""
        return self("and").join(parts)

    def when(self, at: datetime) -> str:
        """``11월 25일(수) 오전 10시 30분``."""
        return said(at, self.language, self.zone)

    def date(self, day: date) -> str:
        """``2026-11-25``, ``25.11.2026``."""
        return self("date", year=str(day.year), month=f"{day:%m}", day=f"{day:%d}")

    def day(self, at: datetime) -> str:
        """``11월 25일 (수)``."""
        local = at.astimezone(self.zone)
        return self("day", month=local.month, day=local.day, weekday=self(f"weekday-{local.weekday()}"))

    def clock(self, at: datetime) -> str:
        """``10:30``."""
        return f"{at.astimezone(self.zone):%H:%M}"

    def short(self, at: datetime, now: datetime) -> str:
        """``10:30`` today, ``11월 25일 (수) 10:30`` on another day."""
        same = at.astimezone(self.zone).date() == now.astimezone(self.zone).date()
        return self.clock(at) if same else f"{self.day(at)} {self.clock(at)}"

    def lasting(self, span: timedelta) -> str:
        """``12분째``, ``3시간 5분째``, ``2일째``."""
        minutes = max(int(span.total_seconds() // 60), 0)
        if minutes < 1:
            return self("since-now")
        if minutes < 60:
            return self("since-minutes", minutes=minutes)
        hours, minutes = divmod(minutes, 60)
        if hours < 24:
            return self("since-hours", hours=hours, minutes=minutes)
        return self("since-days", days=hours // 24, hours=hours % 24)
