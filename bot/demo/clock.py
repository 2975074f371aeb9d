"""The demo's door to the clock. Only there when DEMO is set."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

import msgspec
from litestar import post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from bot.app import FrontDoor


class Step(msgspec.Struct, frozen=True):
    """How far the clock goes on."""

    minutes: Annotated[int, msgspec.Meta(ge=0, le=60 * 24 * 60)]


@post("/demo/clock", status_code=200, exclude_from_csrf=True, sync_to_thread=False)
def move_clock(data: JSONBody[Step], door: NamedDependency[FrontDoor]) -> dict[str, str]:
    """Let time pass: reminders fall due, promises come near. Returns what time it is now."""
    door.clock.move(timedelta(minutes=data.minutes))
    return {"now": door.clock.now().isoformat(timespec="seconds")}
