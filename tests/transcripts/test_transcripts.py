"""Every transcript here comes true: with the engine alone, and with the whole program over either database."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.understanding import Understanding
from data import programmes
from integrations.nlu.engine import Engine
from tests.transcripts.alone import Alone
from tests.transcripts.comparing import differences, setting
from tests.transcripts.reading import Transcript, read_transcript
from tests.transcripts.served import in_database

FILES = sorted(Path(__file__).parent.glob("*.txt"))


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def transcript(request: pytest.FixtureRequest) -> Transcript:
    """Each transcript in turn."""
    return read_transcript(request.param)


async def test_the_engine_alone_does_what_the_transcript_says(transcript: Transcript, engine: Engine) -> None:
    """``step`` and the gate say exactly what the transcript says, and do what it tells of."""
    header, programme, start = setting(transcript)
    world = Alone(programme, header, start, Understanding(programmes.lexicon(), engine))
    found = await differences(transcript, world, programme.zone)
    assert not found, "\n\n" + "\n\n".join(found)


async def test_the_whole_program_does_what_the_transcript_says(
    transcript: Transcript, engine: Engine, database_url: str
) -> None:
    """HTTP, turns, timers, gate and dispatcher over a real database say the same and leave the same timers."""
    header, programme, start = setting(transcript)
    alone = Alone(programme, header, start, Understanding(programmes.lexicon(), engine))
    await differences(transcript, alone, programme.zone)
    async with in_database(database_url, programme, header, start, engine) as world:
        found = await differences(transcript, world, programme.zone)
        assert not found, "\n\n" + "\n\n".join(found)
        assert await world.timers() == alone.timers()


async def test_a_resident_registration_number_rests_nowhere(engine: Engine, database_url: str) -> None:
    """What the bot says of such a number is true: neither the message nor the answer keeps it, not even sealed."""
    transcript = read_transcript(Path(__file__).parent / "asan_ko_resident_number.txt")
    header, programme, start = setting(transcript)
    async with in_database(database_url, programme, header, start, engine) as world:
        await differences(transcript, world, programme.zone)
        kept = await world.everything_kept()
    assert "김하늘" in kept
    assert "2345678" not in kept


def test_there_are_transcripts_in_every_language_of_the_programme() -> None:
    """Each language of a programme is spoken by somebody in a transcript, or nobody has ever read it aloud."""
    told = [read_transcript(path) for path in FILES]
    for language, words in (("Korean", "ko_"), ("English", "en_")):
        assert any(words in transcript.name and language in transcript.title for transcript in told), language
