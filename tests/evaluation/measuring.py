"""What is counted over the held-back texts."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from dialogues.reading import Hit, Reading
from tests.evaluation.texts import Held

KINDS = ("plain", "indirect", "noisy")
Read = Sequence[tuple[Held, Reading]]


class Share(msgspec.Struct, frozen=True):
    """So many out of so many."""

    got: int
    of: int

    @property
    def value(self) -> float:
        """0 to 1; 0 of nothing is 0."""
        return self.got / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval. Source: E. B. Wilson, Probable inference, JASA 22 (1927)."""
        if not self.of:
            return 0.0, 1.0
        z = 1.959964
        middle = self.value + z * z / (2 * self.of)
        spread = z * math.sqrt(self.value * (1 - self.value) / self.of + z * z / (4 * self.of**2))
        whole = 1 + z * z / self.of
        return max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole)


def share(hits: Iterable[bool]) -> Share:
    """How many of them are true."""
    told = list(hits)
    return Share(sum(told), len(told))


def hard(hit: Hit | None) -> bool:
    """Whether it is the full alarm."""
    return hit is not None and not hit.soft


def accuracy(read: Read, kind: str = "") -> Share:
    """Right intents among the texts of that kind."""
    return share(reading.top.intent == text.intent for text, reading in _asked(read) if kind in ("", text.kind))


def macro_f1(read: Read) -> float:
    """The mean over the intents of F1, so that a rare intent counts as much as a frequent one."""
    told = Counter((text.intent, reading.top.intent) for text, reading in _asked(read))
    intents = {intent for intent, _ in told}
    return sum(_f1(told, intent) for intent in intents) / len(intents)


def _f1(told: Counter[tuple[str, str]], intent: str) -> float:
    right = told[intent, intent]
    wanted = sum(count for (want, _), count in told.items() if want == intent)
    given = sum(count for (_, got), count in told.items() if got == intent)
    return 2 * right / (wanted + given) if wanted + given else 0.0


def confusions(read: Read) -> Counter[tuple[str, str]]:
    """(intent, guess) of every wrong guess."""
    return Counter(
        (text.intent, reading.top.intent) for text, reading in _asked(read) if text.intent != reading.top.intent
    )


def recall(read: Read, kind: str = "") -> Share:
    """Crises that ring the full alarm, among the texts of that kind."""
    return share(hard(reading.crisis) for text, reading in read if _is_crisis(text) and kind in ("", text.kind))


def noticed(read: Read) -> Share:
    """Crises that get at least a gentle check."""
    return share(reading.crisis is not None for text, reading in read if _is_crisis(text))


def right_code(read: Read) -> Share:
    """Of the crises that ring, those under their own code."""
    return share(
        reading.crisis.code == text.crisis
        for text, reading in read
        if reading.crisis and hard(reading.crisis) and _is_crisis(text)
    )


def false_alarms(read: Read) -> Share:
    """Hard negatives that ring the full alarm."""
    return share(hard(reading.crisis) for text, reading in read if text.kind == "hard_negative")


def ordinary_alarms(read: Read) -> Share:
    """Ordinary requests that ring the full alarm."""
    return share(hard(reading.crisis) for _, reading in _asked(read))


def precision(read: Read) -> Share:
    """Of all alarms over hard negatives and crises, those that are crises."""
    return share(
        _is_crisis(text) for text, reading in read if hard(reading.crisis) and not text.intent and not text.soft
    )


def gentle(read: Read) -> Share:
    """Third-party, past and ambiguous mentions that get at least a gentle check."""
    return share(reading.crisis is not None for text, reading in read if text.soft)


def _asked(read: Read) -> list[tuple[Held, Reading]]:
    return [(text, reading) for text, reading in read if text.intent]


def _is_crisis(text: Held) -> bool:
    return text.crisis is not None and not text.soft
