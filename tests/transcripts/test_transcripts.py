"""Every transcript here comes true: with the engine alone, and with the whole program over a real database."""

from __future__ import annotations

import re
from pathlib import Path
from zlib import crc32

import pytest

from bot.understanding import Understanding
from data import programmes
from dialogues.effects import Effect
from dialogues.events import Event
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


@pytest.fixture
def one_database_url(transcript: Transcript, request: pytest.FixtureRequest) -> str:
    """An address of a fresh database: of SQLite for one half of the transcripts, of PostgreSQL for the other.

    What differs between the two is tested by itself (tests/data, tests/bot); always the same half, whatever is added.
    """
    kind = ("sqlite", "postgres")[crc32(transcript.name.encode()) % 2]
    url: str = request.getfixturevalue(f"{kind}_url")
    return url


async def test_the_whole_program_does_what_the_transcript_says(
    transcript: Transcript, engine: Engine, one_database_url: str
) -> None:
    """HTTP, turns, timers, gate and dispatcher over a real database say the same and leave the same timers."""
    header, programme, start = setting(transcript)
    alone = Alone(programme, header, start, Understanding(programmes.lexicon(), engine))
    await differences(transcript, alone, programme.zone)
    async with in_database(one_database_url, programme, header, start, engine) as world:
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


SPOKEN = [(key, tag) for key in programmes.known() for tag in programmes.load(key).languages]
_TAGS = {"uz-Cyrl": "cyr"}
"""How a language is called in the files' names, where not by its tag."""


@pytest.mark.parametrize(("key", "tag"), SPOKEN, ids=lambda value: value)
async def test_every_programme_has_three_transcripts_in_each_of_its_languages(
    key: str, tag: str, engine: Engine
) -> None:
    """At least three people speak each language; one of them falls silent for days, goes on and corrects something."""
    spoken = f"_{_TAGS.get(tag, tag)}_"
    read = [read_transcript(path) for path in FILES if spoken in path.name]
    told = [one for one in read if setting(one)[1].key == key]
    assert len(told) >= 3
    resumed = [one for one in told if _resumed(one)]
    assert any([await _corrected(one, Understanding(programmes.lexicon(), engine)) for one in resumed])


def _resumed(transcript: Transcript) -> bool:
    """Whether the person writes again after days of silence."""
    days = [at for at, act in enumerate(transcript.acts) if act.by == "clock" and re.match(r"\+\d+d", act.text)]
    return any(act.by == "person" for act in transcript.acts[days[0] :]) if days else False


async def _corrected(transcript: Transcript, understanding: Understanding) -> bool:
    """Whether an answer is taken back or becomes another one while the form goes on."""
    header, programme, start = setting(transcript)
    world = Watched(programme, header, start, understanding)
    await differences(transcript, world, programme.zone)
    return world.corrected


class Watched(Alone):
    """The engine alone, noting corrections."""

    corrected = False

    def _take(self, event: Event) -> list[Effect]:
        before = self._state
        effects = super()._take(event)
        now = self._state
        same = all(name in now.answers and now.answers[name] == answer for name, answer in before.answers.items())
        self.corrected |= bool(now.flow) and now.flow == before.flow and not same
        return effects
