"""The one shape every language engine has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from dialogues.reading import Reading


class Engine(Protocol):
    """Says what texts mean, as far as it has learned that from examples."""

    @property
    def remote(self) -> bool:
        """Whether it is asked over a network: messages are kept before that."""
        ...

    async def parse(self, texts: Sequence[str]) -> list[Reading]:
        """One reading for each text, in order: intents best first, the language, and a crisis where the examples tell
        of one. The crisis lexicon is not its business."""
        ...

    async def close(self) -> None:
        """Let go of connections, where there are any."""
        ...
