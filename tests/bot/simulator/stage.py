"""Scripts to be played in a test, without a server and without a database."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from bot.simulator.playing import play
from bot.simulator.scenes import Played
from bot.simulator.script import Deed, Did, Script
from bot.understanding import Understanding
from data import programmes
from integrations.nlu.engine import Engine
from tests.serving import NoEngine

START = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
"""Monday 23 November 2026, 10:00 in Asan."""

STORY = ("임신 7개월인데 도움이 필요해요", "1", "1", "배방읍", "1,4", "2", "1", "1", "1", "달님", "1")
"""A whole self-referral, by numbers."""


def script(*deeds: tuple[Did, str], line: str = "asan-telegram", language: str = "ko") -> Script:
    """A conversation with the programme of Asan in which ``deeds`` were done."""
    return Script("firststep-asan", line, language, START, UUID(int=7), tuple(Deed(did, words) for did, words in deeds))


def wrote(*texts: str) -> tuple[tuple[Did, str], ...]:
    """The family wrote these, one after the other."""
    return tuple((Did.WROTE, text) for text in texts)


def acted(*acts: str) -> tuple[tuple[Did, str], ...]:
    """The caseworker did these, one after the other."""
    return tuple((Did.ACTED, act) for act in acts)


async def played(written: Script, engine: Engine | None = None) -> Played:
    """``written``, played."""
    understanding = Understanding(programmes.lexicon(), engine or NoEngine())
    return await play(written, programmes.load(written.programme), understanding)
