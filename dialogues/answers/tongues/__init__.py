"""Every language whose numbers and times are understood; a text may mix them, and its own language is not known."""

from __future__ import annotations

from collections.abc import Callable

from dialogues.answers.tongue import Tongue
from dialogues.answers.tongues.english import ENGLISH
from dialogues.answers.tongues.french import FRENCH
from dialogues.answers.tongues.korean import KOREAN
from dialogues.answers.tongues.russian import RUSSIAN
from dialogues.answers.tongues.uzbek import UZBEK

TONGUES = (KOREAN, FRENCH, RUSSIAN, UZBEK, ENGLISH)
"""English is last: its number words count without a unit, and would part the French ``vingt-six``."""


def any_of(entry: Callable[[Tongue], str]) -> str:
    """A pattern of the ``entry`` of any language that has one."""
    return "(?:" + "|".join(pattern for tongue in TONGUES if (pattern := entry(tongue))) + ")"
