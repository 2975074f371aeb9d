"""The embedded engine, trained once for all processes of a run; ``python -m tests.training`` does it ahead of time."""

from __future__ import annotations

import fcntl
import gc
from pathlib import Path

from bot.app import embedded
from bot.settings import Settings
from integrations.nlu.engine import Engine

CACHE = Path(__file__).parents[1] / "var" / "cache"
"""Where the program itself keeps what it has learnt."""


def trained() -> Engine:
    """The engine: trained by whoever asks first, read from the cache by the others, who wait."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / "training.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return embedded(Settings(cache_dir=str(CACHE)))


if __name__ == "__main__":
    gc.set_threshold(100_000, 50, 100)  # as ``python -m bot`` starts
    trained()
