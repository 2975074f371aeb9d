"""The time. Only the demo may move it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class Clock:
    """Now, plus whatever the demo has added."""

    def __init__(self) -> None:
        self._moved = timedelta()
        self._stands_at: datetime | None = None

    def now(self) -> datetime:
        """The present moment, UTC."""
        return (self._stands_at or datetime.now(UTC)) + self._moved

    def stand(self, at: datetime) -> None:
        """Stand still at ``at`` (UTC), so that a recorded conversation can be replayed; only ``move`` goes on."""
        self._stands_at, self._moved = at, timedelta()

    def move(self, by: timedelta) -> None:
        """Let ``by`` pass at once. Raises ValueError for a step back: what has happened stays happened."""
        if by < timedelta():
            raise ValueError("the clock only goes forward")
        self._moved += by
