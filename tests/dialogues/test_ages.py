"""The ages of several children, as people write them in any language."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues.answers.ages import MOST_CHILDREN, ages_in, only_ages
from dialogues.answers.numbers import MOST_MONTHS
from dialogues.words import plain

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("5, 8 va 11 yosh", (132, 96, 60)),
        ("7 yosh, 10 yosh va 3 oylik", (120, 84, 3)),
        ("7, 10 va 14", (168, 120, 84)),
        ("ikki yosh va to'rt yosh", (48, 24)),
        ("uch oylik, besh yosh", (60, 3)),
        ("1 yosh 6 oy", (18,)),
        ("2 bola: 5 va 8 yosh", (96, 60)),
        ("Учта болам бор, 5, 8 ва 11 ёш", (132, 96, 60)),
        ("7 ёшли, 10 ёшли", (120, 84)),
        ("мне 5 и 8 лет", (96, 60)),
        ("7 лет, 10 лет и 3 месяца", (120, 84, 3)),
        ("2,5 года и 7 лет", (84, 30)),
        ("год и 6 месяцев", (6,)),
        ("у меня трое детей: 2, 6, 11", (132, 72, 24)),
        ("3, 7 and 12 years", (144, 84, 36)),
        ("5 et 8 ans", (96, 60)),
        ("7살, 5살, 8개월", (84, 60, 8)),
        ("yangi tug'ilgan", (0,)),
        ("12.05.2019", (90,)),
        ("25 yosh", None),
        ("19", None),
        ("salom", None),
        ("", None),
    ],
)
def test_the_ages_told(text: str, months: tuple[int, ...] | None) -> None:
    """A number alone is counted in the unit of the next one, in years when there is none; nobody is over seventeen."""
    assert ages_in(plain(text), TODAY, "uz") == months


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("5, 8 va 11 yosh", True),
        ("6 и 13 лет", True),
        ("3살, 7살", True),
        ("5 yosh, urishyapti", False),
        ("5 oylik, nafas olmayapti", False),
        ("salom", False),
        ("", False),
    ],
)
def test_nothing_but_ages(text: str, only: bool) -> None:
    """One other word makes it more than an answer."""
    assert only_ages(plain(text)) is only


@given(st.text(max_size=60))
def test_any_text_has_ages_or_none(text: str) -> None:
    """Whatever is found can be a child's age, the oldest first."""
    found = ages_in(plain(text), TODAY)
    if found is not None:
        assert list(found) == sorted(found, reverse=True)
        assert all(0 <= age <= MOST_MONTHS for age in found)
        assert 0 < len(found) <= MOST_CHILDREN
