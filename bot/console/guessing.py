"""A limit on guessing passwords: so many failures for one address and for one account, then a wait."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

WINDOW = 15 * 60.0
"""Seconds for which a failure counts."""

MOST = {"account": 8, "address": 40}
"""Failures within WINDOW before the next attempt has to wait. A whole office may share one address."""

LARGEST = 20_000
"""Keys remembered; a flood of made-up accounts drops the oldest ones."""


class Guessing:
    """Failures by account and by address, in this process: more processes let through as many times more, still few."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failures: dict[tuple[str, str], deque[float]] = {}

    def wait(self, account: str, address: str) -> float:
        """Seconds until this account may be tried from this address; 0 for now."""
        return max(self._wait("account", account), self._wait("address", address))

    def failed(self, account: str, address: str) -> None:
        """One more attempt. Counted before the password is checked, so that many at once do not slip through."""
        for key in (("account", account), ("address", address)):
            self._failures.setdefault(key, deque(maxlen=max(MOST.values()))).append(self._clock())
        while len(self._failures) > LARGEST:
            del self._failures[next(iter(self._failures))]

    def passed(self, account: str, address: str) -> None:
        """The attempt just counted was right: the account's failures are forgotten, the address's others are not."""
        self._failures.pop(("account", account), None)
        seen = self._failures.get(("address", address))
        if seen:
            seen.pop()

    def _wait(self, kind: str, key: str) -> float:
        seen = self._failures.get((kind, key))
        if seen is None:
            return 0.0
        now = self._clock()
        while seen and now - seen[0] >= WINDOW:
            seen.popleft()
        return WINDOW - (now - seen[-MOST[kind]]) if len(seen) >= MOST[kind] else 0.0
