"""Whose call it is: the pages are put together once for a process, and each call brings along what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from litestar.types import Scope

if TYPE_CHECKING:
    from bot.app import FrontDoor
    from bot.chat.limits import Posts
    from bot.console.guessing import Guessing

_KEY = "called"


class Called(NamedTuple):
    """What answers a call: the program, and what it counts against floods and guessing."""

    door: FrontDoor
    posts: Posts
    guesses: Guessing


def bring(scope: Scope, called: Called) -> None:
    """Let the call of ``scope`` find ``called``."""
    scope.setdefault("state", {})[_KEY] = called


def called_in(scope: Scope) -> Called:
    """What ``bring`` brought."""
    return cast("Called", scope["state"][_KEY])
