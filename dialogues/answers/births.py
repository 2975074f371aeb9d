"""When a child was born, as people write it: the day, or only how old it is; and how old it is on another day."""

from __future__ import annotations

from datetime import date

from dialogues.answers import numbers
from dialogues.answers.dates import day_in


def born_in(text: str, today: date, language: str = "") -> str | int | None:
    """The day of birth told in ``text`` (plain form) as ISO 8601, else the age in completed months; None for neither.

    An age that is told in months or years wins over a day beside it, unless the day is said to be that of the birth.
    """
    told = numbers.with_digits(text)
    if not numbers.tells_age(told) or numbers.tells_birth(told):
        day = day_in(told, today, language)
        if day is not None and day <= today and months_old(day, today)[0] <= numbers.MOST_MONTHS:
            return day.isoformat()
    return numbers.months_in(text, today, language)


def day_of(value: object) -> date | None:
    """The day that an answer of this kind is; None for an age and anything else."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def months_old(born: date, today: date) -> tuple[int, bool]:
    """Completed months from ``born`` to ``today``, and whether there are days over.

    Who was born on the 31st is a month older on the last day of a shorter month.
    """
    months = (today.year - born.year) * 12 + today.month - born.month
    last = (date(today.year + today.month // 12, today.month % 12 + 1, 1) - date(today.year, today.month, 1)).days
    anniversary = min(born.day, last)
    months -= today.day < anniversary
    return months, today.day != anniversary
