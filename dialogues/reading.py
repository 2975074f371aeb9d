"""What was understood from one text, before anyone asks what it means in its conversation."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Severity(StrEnum):
    """How soon a person has to act. Source: DOMAIN A3, a proposal that clinicians have yet to sign off."""

    S0 = "S0"
    """Life at risk now: numbers in the very first answer, a human alerted at once."""
    S1 = "S1"
    """Serious, today."""
    S2 = "S2"
    """Soon."""


class Hit(msgspec.Struct, frozen=True):
    """A crisis found in a text."""

    code: str
    """One of the fixed crisis codes, such as ``suicide_thoughts``."""
    severity: Severity
    soft: bool = False
    """True for a third-party, past or ambiguous mention: a gentle check and the safe word, not the full alarm."""
    learned: bool = False
    """True when no rule says so, only the likeness to examples."""

    @property
    def rings(self) -> bool:
        """Whether it interrupts everything and alerts a person; what is only serious soon gets its numbers and goes
        on."""
        return not self.soft and self.severity is not Severity.S2


class Guess(msgspec.Struct, frozen=True):
    """One intent and how sure the engine is, 0 to 1."""

    intent: str
    confidence: float


class Reading(msgspec.Struct, frozen=True):
    """Everything that understanding says of one text."""

    crisis: Hit | None = None
    ranking: tuple[Guess, ...] = ()
    """Best first; empty when the text was not shown to an engine (a pressed button, a bare number)."""
    language: str = ""
    """Language the text is written in, a BCP 47 tag such as ``ko``; empty when it cannot be told (``2``, ``ok``)."""
    calm: bool = False
    """True when the examples are sure that nothing alarming is meant; False where nobody asked them."""

    @property
    def top(self) -> Guess:
        """The best guess; intent "" with confidence 0 when there is none."""
        return self.ranking[0] if self.ranking else Guess("", 0.0)


NOTHING_READ = Reading()
