"""The ages of several children in one answer: "7, 10 va 3 oylik", "мне 5 и 8 лет", "7살, 5살"."""

from __future__ import annotations

import re
from datetime import date

from dialogues.answers.counting import HALF, alone
from dialogues.answers.numbers import MOST_MONTHS, months_in
from dialogues.answers.tongues import any_of

MOST_CHILDREN = 12

_UNITS = {
    "year": any_of(lambda tongue: tongue.year),
    "month": any_of(lambda tongue: tongue.month),
    "week": any_of(lambda tongue: tongue.week),
    "day": any_of(lambda tongue: tongue.day),
}
_JOIN = any_of(lambda tongue: tongue.join)
_COUNT = re.compile(
    r"\b\d{1,2}\s?(?:ta\s)?(?:bola|farzand|qiz|o'?g'?il|реб|дет|доч|сын|child|kid|boy|girl|daught|son|enfant|fill|garcon|명)\w*"
)
"""How many children there are: no age."""
_AGE = re.compile(
    rf"(?<!\d)(?P<number>\d{{1,3}})(?:(?P<point>[.,]5)(?=\s*{_UNITS['year']}))?(?!\d)(?P<half>{HALF})?"
    rf"(?:[\s-]*(?:(?P<year>{_UNITS['year']})|(?P<month>{_UNITS['month']})|(?P<week>{_UNITS['week']})"
    rf"|(?P<day>{_UNITS['day']})))?"
    rf"(?(year)(?:\s(?:(?P<join>{_JOIN})\s)?(?P<more>\d{{1,2}})\s*{_UNITS['month']})?)"
)
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2}|(?<!\d)(?:19|20)\d\d(?!\d)")
_WORD = re.compile(rf"\b(?:{_JOIN}|va|bilan|hamda|и|а|and|et|с|ва|билан|또|하고|와|과)\b")
_POLITE = re.compile(r"\b(?:이고|만|이에요|예요|이요|입니다)\b")
_GRADE = re.compile(
    r"(?:초등학교\s|초등\s?|초\s?)?\d\s?학년(?:이고|이며|이에요|예요|이요|입니다)?"
    r"|\b(?:in )?(?:grade \d|\d(?:st|nd|rd|th) grade)|\b\d[- ]?(?:й |м |ый |ом )?класс\w*|\b\d[- ]?sinf\w*"
)
"""A grade at school."""
_STILL_ONE = 2
"""Years up to which "a year and six months" is one child's age; above, it is two children."""


def ages_in(text: str, today: date, language: str = "") -> tuple[int, ...] | None:
    """The ages in completed months told in ``text`` (plain form), the oldest first; None for none that can be.

    A number alone is counted in the unit of the next one, and in years when there is none.
    """
    found = [age for one in _AGE.finditer(_COUNT.sub(" ", alone(text))) for age in _split(one)]
    if not found or _DATE.search(text):
        single = months_in(text, today, language)
        return None if single is None else (single,)
    months, unit = [], next((unit for _, unit in reversed(found) if unit), "year")
    for number, own in reversed(found):
        unit = own or unit
        months.append(_months(number, unit))
    known = all(0 <= age <= MOST_MONTHS for age in months) and len(months) <= MOST_CHILDREN
    return tuple(sorted(months, reverse=True)) if known else None


def only_ages(text: str) -> bool:
    """Whether ``text`` (plain form) is nothing but ages: "5, 8 va 11 yosh"."""
    rest = _AGE.sub("", alone(text))
    return rest != text and not _WORD.sub("", rest).strip(" ,.;/-+")


def only_ages_and_grades(text: str) -> bool:
    """The same with grades beside them and politely: "초등학교 3학년이고 9살이에요"; "저 9살이에요" is more."""
    ages = _GRADE.sub(" ", text).strip()
    return only_ages(_POLITE.sub("", _AGE.sub(lambda found: f"{found[0]} ", alone(ages))).strip())


def _split(found: re.Match[str]) -> list[tuple[float, str]]:
    """(number, unit) of one age, or of two that stand beside each other; "" for a number without a unit."""
    number = int(found["number"]) + (0.5 if found["point"] or found["half"] else 0)
    unit = next((name for name in _UNITS if found[name]), "")
    if not found["more"]:
        return [(number, unit)]
    if found["join"] and number > _STILL_ONE:
        return [(number, unit), (int(found["more"]), "month")]
    return [(number * 12 + int(found["more"]), "month")]


def _months(number: float, unit: str) -> int:
    match unit:
        case "year":
            return int(number * 12)
        case "month":
            return int(number)
        case "week":
            return int(number) * 7 // 30
        case _:
            return int(number) // 30
