"""Texts that nobody trains on: one file a language, one JSON object a line.

Those under ``fresh`` were written when thresholds and words had been chosen by the others, so they tell what to expect.
Once somebody improves understanding with them in sight, they are fresh no more: write others.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

LANGUAGES = ("ko", "en", "fr", "ru", "uz")


class Held(msgspec.Struct, frozen=True, omit_defaults=True):
    """One text and what a careful reader says of it."""

    text: str
    lang: str
    kind: str
    """``plain``, ``indirect``, ``noisy``; ``hard_negative`` near a crisis without being one; ``soft``."""
    intent: str = ""
    crisis: str | None = None
    severity: str | None = None
    soft: bool = False


def held(language: str, *, fresh: bool = False) -> list[Held]:
    """Every text of a language; of the fresh ones a language may have none."""
    file = Path(__file__).parent / ("fresh" if fresh else "") / f"{language}.jsonl"
    lines = file.read_bytes().splitlines() if file.exists() or not fresh else []
    return [msgspec.json.decode(line, type=Held) for line in lines]


def amid(texts: Sequence[Held], around: int = 4) -> list[Held]:
    """Each crisis of ``texts`` among so many of their ordinary requests, as in a long message; always the same."""
    chance = random.Random(around)
    ordinary = [text.text for text in texts if text.intent]
    found = []
    for text in texts:
        if text.crisis and not text.soft:
            said = chance.sample(ordinary, around)
            said.insert(chance.randint(0, around), text.text)
            found.append(replace(text, text=". ".join(said)))
    return found
