"""What judges a text for one crisis: a phrase with the words around it, or a young baby's temperature."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import msgspec

from dialogues.phrases import MARK, Expression
from dialogues.reading import Hit, Severity

FEVER = 38.0
"""°C from which a baby under three months is an emergency. Source: DOMAIN A5."""
WARM = 37.5
"""°C above which it is a danger sign, to be asked about. Source: DOMAIN A5 (WHO IMCI)."""
COLD = 35.5
"""°C under which a young baby is in danger. Source: DOMAIN A5 (WHO IMCI)."""
_YOUNG_DAYS = 90
_DIGIT = re.compile(r"\d")
_SOFTER = {Severity.S0: Severity.S1, Severity.S1: Severity.S1, Severity.S2: Severity.S2}


class Softener(msgspec.Struct, frozen=True):
    """One softening phrase; with several parts it looks at the whole message, else at the sentence of the hit."""

    parts: tuple[Expression, ...]

    def holds(self, sentence: str, message: str) -> bool:
        seen = sentence if len(self.parts) == 1 else message
        return all(part.search(seen) for part in self.parts)


class Phrase(msgspec.Struct, frozen=True):
    """One phrase of a rule, ready to be looked for."""

    rule: Rule
    parts: tuple[Expression, ...]

    def judge(self, text: str, *, calm: bool) -> Hit | None:
        """The hardest hit of this phrase in a text."""
        first, *others = self.parts
        softens = calm and self.rule.likely
        best = None
        if all(part.search(text) for part in others):
            for found in first.finditer(text):
                if not softens and not self.rule.softened(text, *found.span()):
                    return self.rule.hit
                best = softened(self.rule.hit)
        return best


class Rule(msgspec.Struct, frozen=True):
    hit: Hit
    softeners: tuple[Softener, ...]
    likely: bool = False
    """Whether a calm message softens it."""

    def softened(self, text: str, start: int, end: int) -> bool:
        """Whether the words around a hit at [start, end) take the edge off it."""
        mark = f" {MARK}" if text[start] == " " else MARK
        left = text.rfind(".", 0, start) + 1
        right = text.find(".", end)
        right = len(text) if right < 0 else right
        # The untouched sentence is looked at as well: a "not" may stand in a gap of the phrase itself.
        sentence = f"{text[left:start]}{mark}{text[end:right]} . {text[left:right]} "
        message = text[:start] + mark + text[end:]
        return any(softener.holds(sentence, message) for softener in self.softeners)


class Fever(msgspec.Struct, frozen=True):
    """The number rule: fever, or a body too cold, under three months of age."""

    numbers: Mapping[str, int]
    newborn: Expression
    not_age: Expression
    ages: tuple[tuple[int, Expression], ...]
    degrees: tuple[Expression, ...]
    signs: Expression

    def judge(self, text: str, *, calm: bool) -> Hit | None:
        degrees = [degree for degree in self._celsius(text) if 30 <= degree <= 43]
        if not (degrees or self.signs.search(text)) or not self._young(text):
            return None
        hit = Hit("infant_emergency", Severity.S0)
        if not degrees or max(degrees) >= FEVER or min(degrees) < COLD:
            return hit
        return softened(hit) if max(degrees) > WARM else None

    def _young(self, text: str) -> bool:
        if self.newborn.search(text):
            return True
        text = self.not_age.sub(" ", text)
        return any(
            days * self._number(found["n"]) < _YOUNG_DAYS
            for days, pattern in self.ages
            for found in pattern.finditer(text)
        )

    def _number(self, said: str) -> int:
        return self.numbers[said] if said in self.numbers else int(said)

    def _celsius(self, text: str) -> Iterable[float]:
        for pattern in self.degrees if _DIGIT.search(text) else ():
            for found in pattern.finditer(text):
                said = float(found["t"])
                yield round((said - 32) / 1.8, 1) if said > 90 else said


def softened(hit: Hit) -> Hit:
    """``hit`` as a gentle matter."""
    return Hit(hit.code, _SOFTER[hit.severity], soft=True)
