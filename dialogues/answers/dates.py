"""Calendar days as people write them, in any of the languages of ``tongues``."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dialogues.answers.tongues import TONGUES, any_of

_OVERDUE = timedelta(days=14)
"""A due date may have passed by so much; an older one is next year's."""

_DATE = re.compile(r"(?<!\d)(?:(\d{4}|\d{2})\s*[년./-]\s*)?(\d{1,2})\s*[월./-]\s*(\d{1,2})\s*일?(?!\d)")
_YEAR_LAST = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_KOREAN_MONTH = re.compile(
    r"(?:(\d{4}|\d{2})년\s*)?(?<!\d)(\d{1,2})월\s?(?:초|중순|말)?(?:에|쯤)?\s?(?:생|출생|태어|출산|예정)"
)
_NAMES = [re.compile("|".join(tongue.months[number] for tongue in TONGUES if tongue.months)) for number in range(12)]
_NAME = any_of(lambda tongue: "|".join(tongue.months))
_DAY = r"(?<![\d.:,])(\d{1,2})(?:(?:st|nd|rd|th|ers?|-?го|-?ого|-?е)\b|-?(?:i?nchi|chi)\b)?"
_BEFORE = r"(?:(\d{4})[\s-]*(?:yil\w*|года?|г\.?)?[\s,]+)?"
_YEAR = r"(?:[\s,-]+(?:de\s)?(\d{4}(?!\d)|\d{2}(?=\s?г(?:ода?)?\b)))?"
_DAY_NAME = re.compile(rf"{_BEFORE}{_DAY}[\s-]*(?:of\s|de\s)?\b({_NAME})(?![^\W\d_])\.?{_YEAR}")
_NAME_DAY = re.compile(
    rf"{_BEFORE}\b({_NAME})(?:ning)?\.?\s+(\d{{1,2}})(?:st|nd|rd|th|-?\s?(?:si\w*|chi\w*|inchi\w*))?\b(?:,\s?(\d{{4}}))?"
)
_NAME_YEAR = re.compile(rf"\b({_NAME})\.?(?:\s(?:de\s)?)(\d{{4}})(?!\d)")
_YEAR_NAME = re.compile(rf"(?<!\d)(\d{{4}})[\s-]*(?:yil\w*)?\s({_NAME})(?![^\W\d_])")
_IN_MONTH = re.compile(rf"(?<![a-zа-я]){any_of(lambda tongue: tongue.in_month)}[\s-]?\s?({_NAME})(?![^\W\d_])")
_MEANT = re.compile(any_of(lambda tongue: f"{tongue.birth}|{tongue.due}" if tongue.birth else ""))
_DAY_FIRST = re.compile("[а-я]|" + "|".join(f"{tongue.birth}|{tongue.due}" for tongue in TONGUES if tongue.day_first))
_DAY_FIRST_TAGS = {tongue.tag for tongue in TONGUES if tongue.day_first}
_MONTH_FIRST = re.compile(r"[가-힣]|\bdue\b|\bborn\b")
_BESIDE = 6
"""Letters that may stand beside a date in an answer that is nothing but one: "이에요", " года"."""


def date_in(text: str, today: date, *, future: bool, language: str = "") -> date | None:
    """A calendar day told in ``text`` (folded); None for no or an impossible day.

    Without a year it is the nearest one in the direction asked for; of a month alone ("3월생") it is the middle.
    Whether 12.03 is in March or in December is told by the words beside it, else by ``language``.
    """
    year, month, day = _parts(text, language)
    try:
        return date(year, month, day) if year else _nearest(date(today.year, month, day), today, future=future)
    except ValueError:
        return None


def day_in(text: str, today: date, language: str = "") -> date | None:
    """As ``date_in`` of the past, but only where the day itself is told: "3월생" is none."""
    year, month, day = _in_digits(text, language) or _named(text) or (0, 0, 0)
    try:
        return date(year, month, day) if year else _nearest(date(today.year, month, day), today, future=False)
    except ValueError:
        return None


def nothing_but_a_date(text: str) -> bool:
    """Whether little more than a date can stand in ``text``."""
    if len(text) <= len("0000-00-00 이에요"):
        return True
    patterns = (_DAY_NAME, _NAME_DAY, _NAME_YEAR, _YEAR_NAME, _IN_MONTH)
    return any((found := pattern.search(text)) and len(text) - len(found[0]) <= _BESIDE for pattern in patterns)


def _nearest(told: date, today: date, *, future: bool) -> date:
    if future and told < today - _OVERDUE:
        return told.replace(year=told.year + 1)
    if not future and told > today:
        return told.replace(year=told.year - 1)
    return told


def _parts(text: str, language: str) -> tuple[int, int, int]:
    """(year or 0, month, day), all 0 for none."""
    return _in_digits(text, language) or _named(text) or _month_alone(text) or (0, 0, 0)


def _in_digits(text: str, language: str) -> tuple[int, int, int] | None:
    """What is told in digits only; an order that cannot be is turned round, as in ``25/12``."""
    day_first = _day_first(text, language)
    if (found := _YEAR_LAST.search(text)) and (day_first or len(found[4]) == 4):
        turned = day_first or found[2] != "/"
        return _ordered(_year(found[4]), int(found[1]), int(found[3]), day_first=turned)
    if found := _DATE.search(text):
        return _ordered(_year(found[1]), int(found[2]), int(found[3]), day_first=day_first and not found[1])
    return None


def _ordered(year: int, first: int, second: int, *, day_first: bool) -> tuple[int, int, int]:
    if first > 12 or (day_first and second <= 12):
        return year, second, first
    return year, first, second


def _day_first(text: str, language: str) -> bool:
    if _MONTH_FIRST.search(text):
        return False
    return _DAY_FIRST.search(text) is not None or language.partition("-")[0] in _DAY_FIRST_TAGS


def _named(text: str) -> tuple[int, int, int] | None:
    if found := _DAY_NAME.search(text):
        return _year(found[1] or found[4]), _month(found[3]), int(found[2])
    if found := _NAME_DAY.search(text):
        return _year(found[1] or found[4]), _month(found[2]), int(found[3])
    return None


def _month_alone(text: str) -> tuple[int, int, int] | None:
    if found := _KOREAN_MONTH.search(text):
        return _year(found[1]), int(found[2]), 15
    if found := _NAME_YEAR.search(text):
        return _year(found[2]), _month(found[1]), 15
    if found := _YEAR_NAME.search(text):
        return _year(found[1]), _month(found[2]), 15
    if (found := _IN_MONTH.search(text)) and (_MEANT.search(text) or len(text) - len(found[0]) <= _BESIDE):
        return 0, _month(found[1]), 15
    return None


def _month(name: str) -> int:
    return next(number for number, pattern in enumerate(_NAMES, start=1) if pattern.fullmatch(name))


def _year(digits: str | None) -> int:
    """``26`` as 2026, nothing as 0."""
    year = int(digits or 0)
    return 2000 + year if 0 < year < 100 else year
