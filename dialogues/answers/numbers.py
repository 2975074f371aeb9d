"""Numbers, weeks of pregnancy and ages as people write them, in any of the languages of ``tongues``."""

from __future__ import annotations

import re
from datetime import date

from dialogues.answers.counting import HALF, UNIT, alone, with_digits
from dialogues.answers.dates import date_in, nothing_but_a_date
from dialogues.answers.sino import korean_number
from dialogues.answers.tongues import any_of

__all__ = ["bare_number", "months_in", "of_the_pregnancy", "tells_child", "weeks_in", "with_digits"]

UNKNOWN_MONTHS = -1
UNKNOWN_WEEKS = 0
MOST_WEEKS = 42
MOST_MONTHS = 215
"""Seventeen years and eleven months: the last month of childhood."""

_WEEK = any_of(lambda tongue: tongue.week)
_MONTH = any_of(lambda tongue: tongue.month)
_YEAR = any_of(lambda tongue: tongue.year)
_DAY = any_of(lambda tongue: tongue.day)
_START = r"(?<![\d./])(?<!\d,)"
_TH = rf"(?:\s?-?{any_of(lambda tongue: tongue.ordinal)}(?![^\W\d_]))?"
_GAP = rf"{_TH}[\s-]*"
_NUMBER = rf"{_START}(\d{{1,3}})(?:[.,]\d)?"
_WEEKS = re.compile(rf"{_NUMBER}{HALF}?(?:{_GAP}{_WEEK}|\s?\+\s?[0-6]\b)")
_MONTHS = re.compile(rf"{_NUMBER}{HALF}?{_GAP}{_MONTH}")
# "12 марта 24 года" is a day of the year 2024.
_NOT_A_YEAR = "".join(
    f"(?<!{name} )"
    for name in "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
)
_YEARS = re.compile(
    rf"{_START}{_NOT_A_YEAR}(\d{{1,2}})([.,]5)?({HALF})?[\s-]*{_YEAR}({HALF})?"
    rf"(?:[\s,]*(?:{any_of(lambda tongue: tongue.join)}\s)?(\d{{1,2}})\s*{_MONTH})?"
)
_DAYS = re.compile(rf"(?<![\d./])(\d{{1,4}})[\s-]*{_DAY}")
# An ordinal, or what a hyphen joins to its unit, is the time of a pregnancy or an age, not a stretch of time.
_UNIT = rf"(?<![월\d])(?<!월\s)\d{{1,3}}(?:[.,]\d)?{HALF}?\s*(?:{UNIT}|일){HALF}?"
_STRETCH = re.compile(
    rf"(?<![a-zа-я]){any_of(lambda tongue: tongue.before)}\s(?:the\s)?{_UNIT}(?!\s(?:old|pregnant))"
    rf"|{_UNIT}\s?{any_of(lambda tongue: tongue.after)}"
    rf"|{any_of(lambda tongue: tongue.stretch)}"
)
_AGO = re.compile(
    rf"{_UNIT}\s?{any_of(lambda tongue: tongue.ago_after)}|\b{any_of(lambda tongue: tongue.ago_before)}\s?{_UNIT}"
)
_NOT_YET_BEFORE = rf"(?<![a-zа-я]){any_of(lambda tongue: tongue.not_yet_before)}\s?"
_NOT_YET_AFTER = rf"\s?{any_of(lambda tongue: tongue.not_yet_after)}"
_NOT_YET = re.compile(rf"{_UNIT}{_NOT_YET_AFTER}|{_NOT_YET_BEFORE}{_UNIT}")
_UNDER_A_MONTH = re.compile(rf"(?<!\d)1\s?{_MONTH}{_NOT_YET_AFTER}|{_NOT_YET_BEFORE}1\s?{_MONTH}")
_OWN = re.compile(
    rf"\b{any_of(lambda tongue: tongue.own_before)}\s\d\d\s?{_YEAR}"
    rf"|\d\d\s?-?{_YEAR}{any_of(lambda tongue: tongue.own_after)}"
)
_OWN_AGE = re.compile(
    rf"(?<![^\W_]){any_of(lambda tongue: tongue.own_before)}\s(\d{{1,2}})\s?{_YEAR}"
    rf"|(\d{{1,2}})\s?-?{_YEAR}{any_of(lambda tongue: tongue.own_after)}"
)
_BIRTH = re.compile(any_of(lambda tongue: tongue.birth))
_DUE = re.compile(any_of(lambda tongue: tongue.due))
_OF_A_CHILD = re.compile(
    rf"{any_of(lambda tongue: tongue.child)}\s?\d{{1,3}}[\s-]?(?:{_MONTH}|{_YEAR}|{_WEEK}|{_DAY}|일)"
)
_PREGNANT = rf"\d{{1,2}}{_GAP}(?:{_WEEK}|{_MONTH})"
_OF_A_PREGNANCY = re.compile(
    rf"{any_of(lambda tongue: tongue.pregnant_before)}\s?({_PREGNANT})"
    rf"|({_PREGNANT})\s?{any_of(lambda tongue: tongue.pregnant_after)}"
)
_CHILD = re.compile(rf"(?<![^\W_]){any_of(lambda tongue: tongue.child)}")
_NEWBORN = re.compile(any_of(lambda tongue: tongue.newborn))
_FIRST_BIRTHDAY = re.compile(any_of(lambda tongue: tongue.first_birthday))
_LAST_NUMBER = re.compile(r"(?!.*\b(?:grade|class|year|класс|sinf))(?:[^\W\d]+['’]?[^\W\d]*\s){1,4}(\d{1,2})")
"""A few words and a number at the end, which is no grade."""
_FULL_TERM = re.compile(any_of(lambda tongue: tongue.full_term))
_BARE = re.compile(
    rf"(?:{any_of(lambda tongue: tongue.about_before)}\s?)*"
    r"(\d{1,3}|[가-힣\s]{1,5}?)"
    rf"(?:\s?{any_of(lambda tongue: tongue.about_after)})*"
)


def weeks_in(text: str, today: date, language: str = "") -> int | None:
    """Completed weeks of pregnancy told in ``text`` (plain form), or None; a month counts by its middle week.

    A Korean "임신 7개월" is the seventh month, weeks 24 to 27; an English "7 months pregnant" is close enough to that.
    ``language`` is the conversation's; it only tells how a date such as 12.03 is meant.
    """
    digits = _AGO.sub(" ", _told(text))
    if found := _WEEKS.search(digits):
        return _within(int(found[1]), 1, MOST_WEEKS)
    if found := _MONTHS.search(digits):
        return _within(int(found[1]) * 4 - 2, 2, 40)
    if _FULL_TERM.search(digits):
        return 38
    if (_DUE.search(digits) or nothing_but_a_date(digits)) and (
        due := date_in(digits, today, future=True, language=language)
    ):
        return _within(40 - (due - today).days // 7, 1, MOST_WEEKS)
    return None


def months_in(text: str, today: date, language: str = "") -> int | None:
    """A child's age in completed months told in ``text`` (plain form), or None; of several the youngest's.

    ``language`` is the conversation's; it only tells how a date such as 12.03 is meant.
    """
    if _UNDER_A_MONTH.search(with_digits(text)):
        return 0
    digits = _OWN.sub(" ", _told(text))
    if not _BIRTH.search(digits):
        digits = _AGO.sub(" ", digits)
    ages = [_years(found) for found in _YEARS.finditer(digits)]
    ages += [int(found[1]) for found in _MONTHS.finditer(_YEARS.sub(" ", digits))]
    told = min(ages) if ages else _young(digits, today, language)
    return None if told is None else _within(told, 0, MOST_MONTHS)


def _years(found: re.Match[str]) -> int:
    return int(found[1]) * 12 + (6 if found[2] or found[3] or found[4] else 0) + int(found[5] or 0)


def _young(digits: str, today: date, language: str) -> int | None:
    if found := _WEEKS.search(digits):
        return int(found[1]) * 7 // 30
    if born := date_in(digits, today, future=False, language=language):
        return (today.year - born.year) * 12 + today.month - born.month - (today.day < born.day)
    if found := _DAYS.search(digits):
        return int(found[1]) // 30
    if _NEWBORN.search(digits):
        return 0
    return 12 if _FIRST_BIRTHDAY.search(digits) else None


def tells_age(digits: str) -> bool:
    """Whether an age in years or months stands in ``digits`` (plain form, in digits)."""
    return bool(_YEARS.search(digits) or _MONTHS.search(digits))


def tells_birth(text: str) -> bool:
    """Whether ``text`` (plain form) speaks of a birth."""
    return _BIRTH.search(text) is not None


def own_age(text: str) -> int | None:
    """The age in years that the person who writes tells of themselves in ``text`` (plain form), or None."""
    found = _OWN_AGE.search(with_digits(text))
    return int(found[1] or found[2]) if found else None


def tells_child(text: str) -> bool:
    """Whether ``text`` (plain form) tells the age of a child that is named in it, as in "아기가 다섯 달이에요"."""
    return _OF_A_CHILD.search(with_digits(text)) is not None


def names_child(text: str) -> bool:
    """Whether a child is spoken of in ``text`` (plain form), such as "8살 아이"."""
    return _CHILD.search(f"{with_digits(text)} ") is not None


def of_the_pregnancy(text: str) -> str:
    """The time told right beside the word pregnant in ``text`` (plain form), as in "임신 20주"; "" for none."""
    found = _OF_A_PREGNANCY.search(with_digits(text))
    return (found[1] or found[2]) if found else ""


def bare_number(text: str) -> int | None:
    """The number that ``text`` (plain form) is, in digits or words, with nothing beside it but "about" and the like."""
    found = _BARE.fullmatch(alone(text))
    if not found:
        return None
    number = found[1].strip()
    return int(number) if number.isdecimal() else korean_number(number)


def years_alone(text: str) -> int | None:
    """The number that ``text`` (plain form) is, or that a short one ends with: "8", "my son is 8", "дочке 7"."""
    bare = bare_number(text)
    found = _LAST_NUMBER.fullmatch(with_digits(text)) if bare is None else None
    return int(found[1]) if found else bare


def _told(text: str) -> str:
    return _STRETCH.sub(" ", _NOT_YET.sub(" ", with_digits(text)))


def _within(number: int, least: int, most: int) -> int | None:
    return number if least <= number <= most else None
