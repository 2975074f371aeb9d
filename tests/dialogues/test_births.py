"""The day a child was born, as people write it, and how old it is to the day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues.answers.births import born_in, day_of, months_old
from dialogues.words import plain

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "language", "born"),
    [
        ("2026년 3월 14일", "ko", "2026-03-14"),
        ("2026.3.14", "ko", "2026-03-14"),
        ("26년 3월 14일에 태어났어요", "ko", "2026-03-14"),
        ("3월 14일생이에요", "ko", "2026-03-14"),
        ("12월 1일생", "ko", "2025-12-01"),
        ("14 March 2026", "en", "2026-03-14"),
        ("she was born on 14 March 2026, so 8 months", "en", "2026-03-14"),
        ("March 14", "en", "2026-03-14"),
        ("14 марта 2026", "ru", "2026-03-14"),
        ("14.03.2026", "ru", "2026-03-14"),
        ("родился 14 марта", "ru", "2026-03-14"),
        ("2026-yil 14-mart", "uz", "2026-03-14"),
        ("14-martda tug'ilgan", "uz", "2026-03-14"),
        ("14 mars 2026", "fr", "2026-03-14"),
        ("3개월", "ko", 3),
        ("생후 50일", "ko", 1),
        ("2살", "ko", 24),
        ("3월생이에요", "ko", 8),
        ("11월 3일에 6개월 됐어요", "ko", 6),
        ("6 weeks", "en", 1),
        ("3 oylik", "uz", 3),
        ("2030-01-01", "en", None),
        ("잘 몰라요", "ko", None),
    ],
)
def test_a_day_of_birth_or_an_age_is_read(text: str, language: str, born: str | int | None) -> None:
    """The day where it is told, else the age in months; a day to come is no birth."""
    assert born_in(plain(text), TODAY, language) == born


@pytest.mark.parametrize(
    ("born", "today", "months", "over"),
    [
        (date(2026, 11, 23), date(2026, 11, 23), 0, False),
        (date(2026, 11, 22), date(2026, 11, 23), 0, True),
        (date(2024, 11, 23), date(2026, 11, 22), 23, True),
        (date(2024, 11, 23), date(2026, 11, 23), 24, False),
        (date(2024, 11, 23), date(2026, 11, 24), 24, True),
        (date(2024, 2, 29), date(2026, 2, 28), 24, False),
        (date(2026, 1, 31), date(2026, 2, 28), 1, False),
        (date(2026, 8, 31), date(2026, 9, 30), 1, False),
        (date(2026, 8, 31), date(2026, 9, 29), 0, True),
        (date(2025, 12, 31), date(2026, 12, 31), 12, False),
    ],
)
def test_an_age_is_counted_to_the_day(born: date, today: date, months: int, over: bool) -> None:
    """Months are completed on the day of the month of the birth, or on the last day of a shorter month."""
    assert months_old(born, today) == (months, over)


days = st.dates(date(2005, 1, 1), date(2026, 12, 31))


@given(days, st.integers(0, 4000))
def test_nobody_grows_younger(born: date, after: int) -> None:
    """From one day to the next the age never shrinks, and grows by a month at most."""
    day = born + timedelta(days=after)
    before, then = months_old(born, day)[0], months_old(born, day + timedelta(days=1))[0]
    assert 0 <= before <= then <= before + 1


@given(days)
def test_a_day_is_kept_as_it_is_read(born: date) -> None:
    """What is written as ISO 8601 is the day again; an age and any other text is none."""
    assert day_of(born.isoformat()) == born
    assert day_of(7) is None
    assert day_of("7 months") is None
