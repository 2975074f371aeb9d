"""The one shape every language engine has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from dialogues.reading import Guess


class Engine(Protocol):
    """Ranks the intents of texts."""

    async def parse(self, texts: Sequence[str]) -> list[tuple[Guess, ...]]:
        """The best guesses for each text, best first."""
        ...
