"""Calendar days as people write them in Korean and English."""

from __future__ import annotations

import re
from datetime import date, timedelta

_OVERDUE = timedelta(days=14)
"""A due date may have passed by so much; an older one is next year's."""

_DATE = re.compile(r"(?<!\d)(?:(\d{4}|\d{2})\s*[년./-]\s*)?(\d{1,2})\s*[월./-]\s*(\d{1,2})\s*일?(?!\d)")
_MONTH = re.compile(
    r"(?:(\d{4}|\d{2})년\s*)?(?<!\d)(\d{1,2})월\s?(?:초|중순|말)?(?:에|쯤)?\s?(?:생|출생|태어|출산|예정)"
)
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_EN_DATE = re.compile(
    rf"\b({'|'.join(_NAMES)})[a-z]*\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?\b"
    rf"|\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({'|'.join(_NAMES)})[a-z]*"
)


def date_in(text: str, today: date, *, future: bool) -> date | None:
    """A calendar day told in ``text``; None for no or an impossible day.

    Without a year it is the nearest one in the direction asked for; of a month alone ("3월생") it is the middle.
    """
    year, month, day = _parts(text)
    try:
        return date(year, month, day) if year else _nearest(date(today.year, month, day), today, future=future)
    except ValueError:
        return None


def _nearest(told: date, today: date, *, future: bool) -> date:
    if future and told < today - _OVERDUE:
        return told.replace(year=told.year + 1)
    if not future and told > today:
        return told.replace(year=told.year - 1)
    return told


def _parts(text: str) -> tuple[int, int, int]:
    """(year or 0, month, day), all 0 for none; the month stands first unless it cannot be one, as in ``25/12``."""
    if found := _DATE.search(text):
        first, second = int(found[2]), int(found[3])
        return (_year(found[1]), second, first) if first > 12 else (_year(found[1]), first, second)
    if found := _EN_DATE.search(text):
        return 0, _NAMES.index(found[1] or found[4]) + 1, int(found[2] or found[3])
    if found := _MONTH.search(text):
        return _year(found[1]), int(found[2]), 15
    return 0, 0, 0


def _year(digits: str | None) -> int:
    """``26`` as 2026, nothing as 0."""
    year = int(digits or 0)
    return 2000 + year if 0 < year < 100 else year
