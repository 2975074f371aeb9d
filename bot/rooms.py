"""The room that services have, as staff say it: laid over the programmes that this process serves."""

from __future__ import annotations

import asyncio
from collections.abc import MutableMapping

from bot.lines import Lines
from bot.rounds import guarded
from data import rooms
from data.store import Store
from data.wake import woken
from dialogues.programme import Programme
from dialogues.rooms import Rooms as Told
from dialogues.rooms import with_rooms

LOOK = 15.0
"""Seconds between two looks in any case: a wake-up may be lost."""


class Rooms:
    """Renews the programmes whenever staff have said something, so that no message has to ask the database."""

    def __init__(self, store: Store, served: MutableMapping[str, Programme], lines: Lines) -> None:
        """``served`` holds the programmes as their files have them; from then on as staff have them."""
        self._store = store
        self._served = served
        self._lines = lines
        self._files = {key: programme for key, programme in served.items() if programme.facts.services}
        self._told: dict[str, Told] = {}
        self._renewing = asyncio.Lock()

    async def renew(self) -> int:
        """Look once; returns 0, there is no hurry. When it returns, the next turn of this process knows."""
        if not self._files:
            return 0
        async with self._renewing:  # whoever looked earlier must not have the last word
            told = await rooms.known(self._store, list(self._files))
            for key, programme in self._files.items():
                if told.get(key, {}) != self._told.get(key, {}):
                    self._served[key] = with_rooms(programme, told.get(key, {}))
                    self._lines.serve(self._served[key])
            self._told = told
        return 0

    async def run(self) -> None:
        """Renew whenever staff have said something, here or in another process, for ever."""
        async with self._store.wake.waiting(rooms.TOPIC) as woke:
            while True:
                await guarded("rooms", self.renew)
                await woken(woke, LOOK)
