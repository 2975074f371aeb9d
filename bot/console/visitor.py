"""Who looks at a page: the signed-in member of staff, their language, and their programme."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from litestar.connection import ASGIConnection, Request
from litestar.datastructures import State
from litestar.di import NamedDependency

from bot.app import FrontDoor
from bot.chat.pages import language_of as preferred
from bot.console.guessing import Guessing
from bot.console.words import LANGUAGES, Words
from data import staff
from data.staff import Member
from dialogues.programme import Programme

IDLE = timedelta(hours=12)
"""A session in which nobody has opened a page for so long is over."""

LANGUAGE_COOKIE = "front-door-language"
LIVE_HEADER = "x-live"
"""Sent by a page that refreshes itself: nobody has done anything, so the session does not last longer for it."""

HttpRequest = Request[Any, Any, State]
Door = NamedDependency[FrontDoor]
Guesses = NamedDependency[Guessing]


class SignInNeeded(Exception):  # an answer to the visitor, not an error of ours
    """Nobody is signed in, or not any more."""


@dataclass(frozen=True, slots=True, repr=False)
class Visitor:
    """A signed-in member of staff."""

    member: Member
    programme: Programme
    words: Words
    live: bool
    """True when an open page refreshes itself."""


SignedIn = NamedDependency[Visitor]
"""The visitor, for a route that asks for one; without it everybody may come."""


def language_of(request: ASGIConnection[Any, Any, Any, Any], languages: tuple[str, ...] = LANGUAGES) -> str:
    """The language chosen on this device, else which of ``languages`` the device prefers."""
    chosen = request.cookies.get(LANGUAGE_COOKIE, "")
    return chosen if chosen in LANGUAGES else preferred(request.headers.get("accept-language", ""), languages)


def spoken_by(programme: Programme) -> tuple[str, ...]:
    """The console's languages that the programme speaks with families, its own first; all when it speaks none."""
    return tuple(tag for tag in programme.languages if tag in LANGUAGES) or LANGUAGES


def plain_words(request: ASGIConnection[Any, Any, Any, Any]) -> Words:
    """Words for a page that nobody has to be signed in for."""
    return Words(language_of(request), ZoneInfo("UTC"))


def enter(request: HttpRequest, member: Member) -> None:
    """From now on this browser is ``member``'s."""
    request.set_session({"staff": member.id.hex, "epoch": member.epoch, "seen": int(time.time())})


async def signed_in(request: HttpRequest, door: Door) -> Visitor:
    """The visitor. Raises SignInNeeded; a changed password, a closed account and a long rest all end a session."""
    member = await _member(request.session, door)
    programme = door.programmes.get(member.programme) if member else None
    if member is None or programme is None:
        request.clear_session()
        raise SignInNeeded
    live = LIVE_HEADER in request.headers or request.headers.get("accept") == "text/event-stream"
    if not live:
        request.session["seen"] = int(time.time())
    return Visitor(member, programme, Words(language_of(request), programme.zone), live)


async def _member(session: dict[str, Any], door: FrontDoor) -> Member | None:
    # The cookie carries its own end, but a page that refreshes itself would move that on for ever.
    if not session or time.time() - session.get("seen", 0) > IDLE.total_seconds():
        return None
    member = await staff.by_id(door.store, UUID(hex=session["staff"]))
    return member if member and member.epoch == session["epoch"] else None
