"""What the tests of the chat page share."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from bot.chat import limits


@dataclass
class Minute:
    """A clock that stands still until it is moved."""

    now: float = 600.0

    def monotonic(self) -> float:
        """Seconds."""
        return self.now


@pytest.fixture
def minute(monkeypatch: pytest.MonkeyPatch) -> Minute:
    """No minute ends while the test counts."""
    clock = Minute()
    monkeypatch.setattr(limits, "time", clock)
    return clock
