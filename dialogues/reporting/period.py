"""The days that a report speaks of, on the programme's own calendar."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec

_NAMED = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?", re.ASCII)

LONGEST = timedelta(days=366 * 5)
"""A report reaches over no more than five years."""


class BadPeriod(ValueError):
    """The period cannot be read; ``str()`` says what can."""


class Period(msgspec.Struct, frozen=True):
    """From ``first`` to ``last``, both included."""

    first: date
    last: date

    @property
    def name(self) -> str:
        """``2026``, ``2026-Q4``, ``2026-11``, or ``2026-11-03--2026-11-09`` for days that are none of these."""
        year, month = self.first.year, self.first.month
        names = (str(year), f"{year}-Q{(month + 2) // 3}", f"{year}-{month:02}")
        return next((name for name in names if named(name) == self), f"{self.first}--{self.last}")

    def bounds(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """(beginning of the first day, end of the last), UTC; the end itself lies outside."""
        ends = (self.first, self.last + timedelta(days=1))
        begin, end = (datetime.combine(day, time(), zone).astimezone(UTC) for day in ends)
        return begin, end


def named(name: str) -> Period:
    """The year, quarter or month called ``name``: ``2026``, ``2026-Q4``, ``2026-11``. Raises BadPeriod."""
    found = _NAMED.fullmatch(name)
    if not found or not 2000 <= int(found[1]) <= 2999:
        raise BadPeriod("a period is a year (2026), a quarter (2026-Q4) or a month (2026-11)")
    year, quarter, month = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    begin = month or (quarter * 3 - 2 if quarter else 1)
    end = month or (quarter * 3 if quarter else 12)
    return Period(date(year, begin, 1), date(year, end, monthrange(year, end)[1]))


def between(first: str, last: str) -> Period:
    """The days from ``first`` to ``last``, ISO dates. Raises BadPeriod."""
    try:
        period = Period(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        raise BadPeriod("a day is written like 2026-11-22") from None
    if period.first > period.last:
        raise BadPeriod("the first day must not come after the last")
    if period.first.year < 2000 or period.last.year > 2999 or period.last - period.first > LONGEST:
        raise BadPeriod("a report reaches over no more than five years")
    return period


def usual(today: date) -> tuple[Period, ...]:
    """The periods that people ask for: this month and the last, this quarter and the last, this year and the last."""
    last_month = today.replace(day=1) - timedelta(days=1)
    quarter = _quarter(today)
    before = _quarter(quarter.first - timedelta(days=1))
    months = (named(f"{day.year}-{day.month:02}") for day in (today, last_month))
    return (*months, quarter, before, named(str(today.year)), named(str(today.year - 1)))


def _quarter(day: date) -> Period:
    return named(f"{day.year}-Q{(day.month + 2) // 3}")
