"""In one pass over a text: which of thousands of patterns are worth trying on it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Generic, TypeVar

import ahocorasick

Held = TypeVar("Held", bound=Hashable)


class Telling(Generic[Held]):
    """Telling strings: a pattern can only match a text that holds one of its own."""

    def __init__(self, told: Mapping[str, Iterable[Held]]) -> None:
        """``told``: telling string → what names the patterns that it tells of. No string may be empty."""
        self._automaton = ahocorasick.Automaton()
        for string, held in ({"\0": ()} | dict(told)).items():  # nothing cannot be searched for
            self._automaton.add_word(string, tuple(set(held)))
        self._automaton.make_automaton()

    def near(self, text: str) -> set[Held]:
        """What names the patterns that may match ``text``; no other can."""
        near: set[Held] = set()
        for _, held in self._automaton.iter(text):
            near.update(held)
        return near
