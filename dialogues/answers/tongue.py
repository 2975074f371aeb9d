"""The shape of what one language says about numbers and time; ``dialogues.answers.tongues`` holds the languages."""

from __future__ import annotations

import msgspec


class Tongue(msgspec.Struct, frozen=True):
    """Regular expressions for text that ``folded`` leaves: no accents, ``'`` for any apostrophe, ``е`` for ``ё``.

    A unit stands right after a number, so it may be as short as people write it; "" says the language has no such word.
    Words that say what a stretch of time is stand right ``before`` the number or right ``after`` the unit.
    """

    tag: str
    """The language's tag, such as "ko"."""
    day: str
    week: str
    month: str
    year: str
    half: str
    """Beside a number or its unit: "and a half"."""
    join: str = ""
    """Between the years and the months of one age: "and"."""
    numbers: dict[str, int] = {}
    """Number words, made digits where a unit follows."""
    ordinals: dict[str, int] = {}
    joint: str = ""
    """Between the tens and the ones."""
    ordinal: str = ""
    """What makes a number in digits an ordinal: "th"."""
    said: tuple[tuple[str, str], ...] = ()
    """Times said without a number, and the same with one, in the words of any language."""

    before: str = ""
    after: str = ""
    """Of a stretch that is nobody's age: "for 3 weeks", "2 months of rent"."""
    stretch: str = ""
    """Such a stretch as a whole, where its own ending tells it."""
    ago_before: str = ""
    ago_after: str = ""
    not_yet_before: str = ""
    not_yet_after: str = ""
    own_before: str = ""
    own_after: str = ""
    """Beside the years of the one who writes."""

    pregnant_before: str = ""
    pregnant_after: str = ""
    """Right beside the time of a pregnancy."""
    child: str = ""
    """Right before a child's age: the child, and what may stand between."""
    birth: str = ""
    due: str = ""
    newborn: str = ""
    first_birthday: str = ""
    full_term: str = ""

    about_before: str = ""
    about_after: str = ""
    """Beside a number that stands alone, spaces included."""

    months: tuple[str, ...] = ()
    """The names of the months; () where they have none."""
    in_month: str = ""
    """Before the name of a month that stands without a day."""
    day_first: bool = False
    """Whether 12.03 is the twelfth of March."""
