"""Phone numbers are read as they are dialled in Uzbekistan and France."""

from __future__ import annotations

import pytest

from dialogues.answers.phones import phone_in


@pytest.mark.parametrize(
    "text",
    [
        "+998 90 123 45 67",
        "998901234567",
        "00998901234567",
        "90-123-45-67",
        "90 123 45 67",
        "901234567",
        "(90) 123-45-67",
        "90.123.45.67",
        "90 123 4567",
        "raqamim 90 123 45 67",
        "мой номер 90 123-45-67",
    ],
)
def test_numbers_as_dialled_in_uzbekistan(text: str) -> None:
    """Nine digits, with or without the country's code, are an Uzbek number."""
    assert phone_in(text, "UZ") == "+998901234567"


@pytest.mark.parametrize("text", ["998901234567", "998 90 123-45-67", "00998901234567", "+998(90)1234567"])
def test_an_uzbek_number_typed_elsewhere(text: str) -> None:
    """With its country's code an Uzbek number is read in any region, the plus left out or not."""
    assert phone_in(text, "KR") == "+998901234567"


@pytest.mark.parametrize(
    "text", ["06 12 34 56 78", "0612345678", "06.12.34.56.78", "06/12/34/56/78", "+33 6 12 34 56 78"]
)
def test_numbers_as_dialled_in_france(text: str) -> None:
    """Ten digits in pairs are a French number."""
    assert phone_in(text, "FR") == "+33612345678"


@pytest.mark.parametrize("text", ["15", "119", "12.03.2026", "24 hafta", "24 semaines", "998101-1234567"])
def test_other_numbers_are_none(text: str) -> None:
    """Emergency numbers, days, weeks and resident registration numbers are no phone number."""
    assert [phone_in(text, region) for region in ("UZ", "FR", "KR")] == [None] * 3
