"""Texts that nobody trains on: one file a language, one JSON object a line."""

from __future__ import annotations

from pathlib import Path

import msgspec

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


def held(language: str) -> list[Held]:
    """Every text of a language."""
    lines = (Path(__file__).parent / f"{language}.jsonl").read_bytes().splitlines()
    return [msgspec.json.decode(line, type=Held) for line in lines]
