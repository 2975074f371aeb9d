"""The shape of one language's crisis lexicon (``dialogues/crisis/*.yml``).

    spaces: kept            or ``ignored``, for languages whose writers leave them out
    words:                  lists of words, used in phrases as {name}
      baby: [baby, newborn]
    harmless: [...]         taken out of the text before anything is judged; what rings in its gap … is asked about
    soft:                   what makes a hit soft; ● stands for the hit
      past: ["used to … ●"]
    rules:
      - code: suicide_thoughts
        severity: S1
        soft_when: [past]   which of the lists under ``soft`` count for this rule
        phrases: [...]
        likely: [...]       soft as well where the examples are sure that the whole message is harmless
        maybe: [...]        found, but always soft
    fever:                  how a baby's age and temperature are said; {n} and {t} are the numbers
      numbers: {two: 2}
      not_age: [...]
      days: ["{n} days old"]
      weeks: [...]
      months: [...]
      newborn: [...]
      degrees: ["{t} degrees"]
      signs: [...]          fever said without a number

How phrases are written: ``dialogues.phrases``.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from dialogues.reading import Severity

Code = Literal[
    "infant_emergency",
    "maternal_emergency",
    "suicide_now",
    "postpartum_harm",
    "child_abuse",
    "violence_now",
    "infant_abandonment",
    "unaccompanied_child",
    "suicide_thoughts",
    "child_writer",
    "dv_disclosure",
    "anonymous_birth",
    "homeless_tonight",
    "destitution",
]
"""Every crisis code (DOMAIN A3). Where a text holds several of one severity, the one named first here is told."""


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases that mean one crisis."""

    code: Code
    severity: Severity
    soft_when: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    likely: tuple[str, ...] = ()
    maybe: tuple[str, ...] = ()


class FeverFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of the number rule."""

    numbers: dict[str, int]
    not_age: tuple[str, ...]
    days: tuple[str, ...]
    weeks: tuple[str, ...]
    months: tuple[str, ...]
    newborn: tuple[str, ...]
    degrees: tuple[str, ...]
    signs: tuple[str, ...]


class LexiconFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One language's file."""

    spaces: Literal["kept", "ignored"]
    rules: tuple[RuleFile, ...]
    words: dict[str, tuple[str, ...]] = {}
    harmless: tuple[str, ...] = ()
    soft: dict[str, tuple[str, ...]] = {}
    fever: FeverFile | None = None
