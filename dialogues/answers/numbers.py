"""Numbers, weeks of pregnancy, ages and phone numbers as people write them in Korean and English."""

from __future__ import annotations

import re
from datetime import date

import phonenumbers

UNKNOWN_MONTHS = -1
UNKNOWN_WEEKS = 0
MOST_WEEKS = 42
MOST_MONTHS = 215
"""Seventeen years and eleven months: the last month of childhood."""

_TENS = {"열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40}
_ONES = {"한": 1, "하나": 1, "두": 2, "둘": 2, "세": 3, "셋": 3, "네": 4, "넷": 4, "다섯": 5, "여섯": 6, "일곱": 7,
         "여덟": 8, "아홉": 9}  # fmt: skip
_SINO = {"일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9}
_ENGLISH = {name: number for number, name in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty".split())} | {"thirty": 30, "forty": 40, "a": 1, "an": 1}  # fmt: skip

_KO_NATIVE = re.compile(
    r"(열|스물|스무|서른|마흔)?\s?(한|하나|두|둘|세|셋|네|넷|다섯|여섯|일곱|여덟|아홉)?(?=\s?(?:주|달|개월|살|돌|번))"
)
_KO_SINO = re.compile(r"([이삼사]?십)?([일이삼사오육칠팔구])?(?=\s?(?:주|개월|일))")
_EN_WORDS = re.compile(
    rf"\b(twenty|thirty|forty)[ -]({'|'.join(list(_ENGLISH)[1:10])})\b|\b({'|'.join(sorted(_ENGLISH, key=len, reverse=True))})\b"
)
_WEEKS = re.compile(r"(\d{1,2})\s*(?:주|weeks?\b|wks?\b|w\b)")
_MONTHS = re.compile(r"(\d{1,3})\s*(?:개월|달|months?\b|mos?\b|m\b)")
_YEARS = re.compile(r"(\d{1,2})\s*(?:살|세|돌|년|years?\b|yrs?\b|y/?o\b)")
_DAYS = re.compile(r"(\d{1,4})\s*(?:일|days?\b)")
_HALF = re.compile(r"\s*(?:반|and a half)")
_BARE = re.compile(r"^\D{0,12}?(\d{1,3})\D{0,8}$")
_DATE = re.compile(r"(?:(\d{4})\s*[년./-]\s*)?(\d{1,2})\s*[월./-]\s*(\d{1,2})\s*일?(?!\d)")
_EN_DATE = re.compile(
    r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b"
    r"|\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
)
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_OF_A_CHILD = re.compile(r"(?:아기|아이|애기|애|딸|아들|첫째|둘째|막내)\S{0,2}\s?(?:이제|벌써|지금|생후)?\s?\d{1,3}\s?(?:개월|달|살|돌|일)")
_NEWBORN = ("신생아", "갓 태어", "갓태어", "어제 태어", "오늘 태어", "newborn", "just born", "born today", "born yesterday")
_FULL_TERM = re.compile(r"막달|만삭|full term|due any day")


def weeks_in(text: str, today: date) -> int | None:
    """Completed weeks of pregnancy told in ``text`` (plain form), or None; a month counts by its middle week.

    A Korean "임신 7개월" is the seventh month, weeks 24 to 27; an English "7 months pregnant" is close enough to that.
    """
    digits = with_digits(text)
    if found := _WEEKS.search(digits):
        return _within(int(found[1]), 1, MOST_WEEKS)
    if found := _MONTHS.search(digits):
        return _within(int(found[1]) * 4 - 2, 2, 40)
    if _FULL_TERM.search(digits):
        return 38
    if due := date_in(digits, today, future=True):
        return _within(40 - (due - today).days // 7, 1, MOST_WEEKS)
    return None


def months_in(text: str, today: date) -> int | None:
    """A child's age in completed months told in ``text`` (plain form), or None."""
    digits = with_digits(text)
    months = 0
    if years := _YEARS.search(digits):
        months += int(years[1]) * 12 + (6 if _HALF.match(digits, years.end()) else 0)
    if found := _MONTHS.search(digits):
        months += int(found[1])
    elif not years:
        return _young(digits, today)
    return _within(months, 0, MOST_MONTHS)


def _young(digits: str, today: date) -> int | None:
    if found := _WEEKS.search(digits):
        return int(found[1]) * 7 // 30
    if born := date_in(digits, today, future=False):
        months = (today.year - born.year) * 12 + today.month - born.month - (today.day < born.day)
        return _within(months, 0, MOST_MONTHS)
    if found := _DAYS.search(digits):
        return _within(int(found[1]) // 30, 0, MOST_MONTHS)
    if any(word in digits for word in _NEWBORN):
        return 0
    return 12 if re.search(r"첫돌|돌(?:\s|이|지|$)", digits) else None


def tells_child(text: str) -> bool:
    """Whether ``text`` (plain form) tells the age of a child that is named in it, as in "아기가 다섯 달이에요"."""
    return _OF_A_CHILD.search(with_digits(text)) is not None


def bare_number(text: str) -> int | None:
    """The one number that ``text`` holds, with little beside it."""
    found = _BARE.match(with_digits(text))
    return int(found[1]) if found else None


def with_digits(text: str) -> str:
    """``text`` with the number words before a unit, or standing alone in English, as digits."""
    text = text.replace("백일", "100일")
    text = _KO_NATIVE.sub(_native, text)
    text = _KO_SINO.sub(_sino, text)
    return _EN_WORDS.sub(_english, text)


def _native(found: re.Match[str]) -> str:
    number = _TENS.get(found[1] or "", 0) + _ONES.get(found[2] or "", 0)
    return str(number) if number else found[0]


def _sino(found: re.Match[str]) -> str:
    tens, ones = found[1] or "", found[2] or ""
    if not tens:
        return found[0]
    return str((_SINO.get(tens[0], 1) if tens != "십" else 1) * 10 + _SINO.get(ones, 0))


def _english(found: re.Match[str]) -> str:
    if found[1]:
        return str(_ENGLISH[found[1]] + _ENGLISH[found[2]])
    return str(_ENGLISH[found[3]])


def date_in(text: str, today: date, *, future: bool) -> date | None:
    """A calendar day told in ``text``; without a year, the nearest one in the direction asked for. None for no or an impossible day."""
    year, month, day = 0, 0, 0
    if found := _DATE.search(text):
        year, month, day = int(found[1] or 0), int(found[2]), int(found[3])
    elif found := _EN_DATE.search(text):
        month = _MONTH_NAMES.index(found[1] or found[4]) + 1
        day = int(found[2] or found[3])
    try:
        told = date(year or today.year, month, day)
        if not year and future and told < today:
            return told.replace(year=today.year + 1)
        if not year and not future and told > today:
            return told.replace(year=today.year - 1)
    except ValueError:
        return None
    return told


def phone_in(text: str, region: str) -> str | None:
    """The first valid phone number in ``text`` as E.164, read as dialled in ``region`` (KR, UZ); None when there is none."""
    for match in phonenumbers.PhoneNumberMatcher(text, region):
        return phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
    return None


def _within(number: int, least: int, most: int) -> int | None:
    return number if least <= number <= most else None
