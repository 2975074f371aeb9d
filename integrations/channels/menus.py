"""Choices for channels without buttons: numbered lines, to be answered by their number."""

from __future__ import annotations

from collections.abc import Iterable

from dialogues.messages import Choice
from integrations.channels import segments


def numbered(choices: Iterable[Choice]) -> str:
    """Write one line for each choice, ``1 label``, counted from 1; empty without choices."""
    return "\n".join(f"{number} {' '.join(choice.label.split())}" for number, choice in enumerate(choices, start=1))


def pages(text: str, menu: str, limit: int) -> tuple[str, ...]:
    """Put ``menu`` under ``text`` and cut the whole into messages of at most ``limit`` UTF-16 units.

    At least one message. The menu ends the last one; where it would leave the words less than half of that message, it
    is sent after them on its own.
    """
    whole = "\n".join(filter(None, (text.strip(), menu)))
    if segments.length(whole) <= limit:
        return (whole,)
    room = limit - segments.length(menu) - 1
    if not menu or room < limit // 2:
        return segments.split(text, limit) + segments.split(menu, limit)
    *first, last = segments.split(text, room)
    return (*first, f"{last}\n{menu}")
