"""The conversation in the terminal: what it shows, and that what it records can be replayed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.chat_terminal import chat
from bot.settings import SettingsError
from bot.understanding import Understanding
from data import programmes
from integrations.channels.channel import Request
from integrations.channels.console import Console
from integrations.errors import Malformed
from tests.serving import NoEngine
from tests.transcripts.alone import Alone
from tests.transcripts.comparing import differences, setting
from tests.transcripts.reading import read_transcript

MONDAY = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
VISITED = (
    "안녕하세요 임신 5개월이에요",
    "1",
    "1",
    "사람",
    "/claim",
    "/reply 안녕하세요",
    "/visit +3d 10:30",
    "/+3d",
    "네",
    "/close helped",
)
HUSHED = ("사람", "/claim", "남편이 지금 때려요", "2", "/reply 괜찮으세요?", "/+1h", "이제 나왔어요")
LATE = ("사람", "/claim", "/+11h", "/reply 내일 봬요", "그만", "/reply 네", "/+1d", "/photo", "/give-back", "시작")
REFUSED = ("안녕하세요", "/visit +3d 10:30", "/claim", "사람", "/claim", "/claim")


async def talk(typed: tuple[str, ...], record: Path | None = None, line: str = "") -> str:
    """Type all of it; returns what was shown."""
    coming: Iterator[str] = iter(typed)
    shown: list[str] = []

    def ask() -> str:
        try:
            return next(coming)
        except StopIteration:
            raise EOFError from None

    await chat("firststep-asan", "", record, line=line, ask=ask, tell=shown.append, engine=NoEngine(), start=MONDAY)
    return "\n".join(shown)


@pytest.mark.parametrize("typed", [VISITED, HUSHED, LATE, REFUSED], ids=["visited", "hushed", "late", "refused"])
@pytest.mark.parametrize("line", ["", "asan-sms", "asan-web", "asan-whatsapp"])
async def test_a_recording_can_be_replayed(typed: tuple[str, ...], line: str, tmp_path: Path) -> None:
    """What the terminal records of the whole program is a transcript that comes true in the engine alone."""
    record = tmp_path / "recorded.txt"
    await talk(typed, record, line)
    transcript = read_transcript(record)
    header, programme, start = setting(transcript)
    world = Alone(programme, header, start, Understanding(programmes.lexicon(), NoEngine()))
    assert await differences(transcript, world, programme.zone) == []


async def test_choices_are_shown_as_numbers_and_taken_by_them() -> None:
    """The terminal has no buttons: choices are numbered lines."""
    shown = await talk(("안녕하세요", "1"))
    assert "1 동의해요\n2 동의 안 해요" in shown
    assert "민감정보" in shown


async def test_a_slip_of_the_pen_is_told_and_nothing_is_lost() -> None:
    """An unknown command or an impossible time is explained, and the conversation goes on."""
    shown = await talk(("사람", "/dance", "/+2w", "/2020-01-01 10:00", "/claim"))
    assert "`dance`: a caseworker can claim" in shown
    assert "`+2w` is no moment" in shown
    assert "time only goes forward" in shown
    assert "담당 선생님이 정해졌어요" in shown


async def test_nothing_after_quit_is_read() -> None:
    """``/quit`` ends the conversation at once."""
    assert "안녕하세요" not in await talk(("/quit", "사람"))


async def test_a_line_that_the_programme_does_not_have_is_refused() -> None:
    """Only a line of the programme can be played; the others are named."""
    with pytest.raises(SettingsError, match="asan-telegram"):
        await talk((), line="asan-pigeon")


def test_nobody_calls_a_terminal() -> None:
    """The terminal's line has no webhook, so every call of one is refused."""
    with pytest.raises(Malformed):
        Console("asan-sms", lambda _message: None).receive(Request(url="http://127.0.0.1/", headers={}, body=b""))
