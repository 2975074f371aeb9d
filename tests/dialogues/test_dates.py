"""Calendar days are read as people write them in French, Russian, Uzbek and English."""

from __future__ import annotations

from datetime import date

import pytest

from dialogues.answers.counting import with_digits
from dialogues.answers.dates import date_in
from dialogues.words import plain

TODAY = date(2026, 11, 23)

MONTHS = {
    "12 {} 2025": (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "january february march april may june july august september october november december",
    ),
    "2025-yil 12-{}": ("yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr",),
    "2025 йил 12 {}": ("январ феврал март апрел май июн июл август сентябр октябр ноябр декабр",),
}


@pytest.mark.parametrize(("form", "names"), [(form, names) for form, lists in MONTHS.items() for names in lists])
def test_every_month_is_read(form: str, names: str) -> None:
    """Each month's name is its number, in every language and both Uzbek scripts."""
    days = [date_in(with_digits(plain(form.format(name))), TODAY, future=False) for name in names.split()]
    assert days == [date(2025, month, 12) for month in range(1, 13)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("le 1er mars", date(2027, 3, 1)),
        ("12-го марта", date(2027, 3, 12)),
        ("martning 12-si", date(2027, 3, 12)),
        ("12.03 день родов", date(2027, 3, 12)),
        ("terme prévu le 12/03", date(2027, 3, 12)),
        ("12.03.2027", date(2027, 3, 12)),
        ("12/03/2027", date(2027, 12, 3)),
        ("ПДР 12.03.27", date(2027, 3, 12)),
        ("예정일 12.03", date(2026, 12, 3)),
        ("due 12/03", date(2026, 12, 3)),
        ("12.03", date(2026, 12, 3)),
        ("31 февраля", None),
        ("2 mais", None),
        ("12 mari", None),
    ],
)
def test_days_to_come(text: str, day: date | None) -> None:
    """The day stands first where the words beside it are of a language that writes so, or the year stands last."""
    assert date_in(with_digits(plain(text)), TODAY, future=True) == day


@pytest.mark.parametrize("language", ["fr", "ru", "uz"])
def test_the_conversations_language_says_which_is_the_month(language: str) -> None:
    """Digits alone are read in the order of the conversation's language; a year at the front puts the month next."""
    assert date_in("12.03", TODAY, future=True, language=language) == date(2027, 3, 12)
    assert date_in("2027.12.03", TODAY, future=True, language=language) == date(2027, 12, 3)
    assert date_in("12/25", TODAY, future=True, language=language) == date(2026, 12, 25)
