"""What families are owed at least, on texts that nobody trained on; no figure here may ever be lowered."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
import pytest_asyncio

from bot.understanding import Understanding
from data import programmes
from dialogues.intents import SURE
from dialogues.messages import Inbound
from integrations.nlu.engine import Engine
from tests.evaluation import measuring
from tests.evaluation.measuring import Read
from tests.evaluation.texts import LANGUAGES, Held, amid, held


@pytest_asyncio.fixture(scope="module", loop_scope="module", params=LANGUAGES)
async def read(engine: Engine, request: pytest.FixtureRequest) -> Read:
    """One language's texts as the running bot reads them."""
    return await _read(engine, held(request.param))


async def _read(engine: Engine, texts: Sequence[Held]) -> Read:
    inbounds = [Inbound(line="evaluation", provider_id="", handle="", text=text.text) for text in texts]
    return list(zip(texts, await Understanding(programmes.lexicon(), engine).read(inbounds), strict=True))


async def test_intents_are_understood(read: Read) -> None:
    """Nine of ten requests in each language; more of those said plainly or with typing errors, fewer only implied."""
    assert measuring.accuracy(read).value >= 0.93
    assert measuring.accuracy(read, "plain").value >= 0.97
    assert measuring.accuracy(read, "noisy").value >= 0.92
    assert measuring.accuracy(read, "indirect").value >= 0.84


async def test_a_sure_guess_is_right(read: Read) -> None:
    """Most requests are surely understood, and what is followed without asking is nearly always meant."""
    asked = [(text, reading) for text, reading in read if text.intent]
    sure = [(text, reading) for text, reading in asked if reading.top.confidence >= SURE]
    assert len(sure) >= 0.7 * len(asked)
    assert sum(reading.top.intent == text.intent for text, reading in sure) >= 0.95 * len(sure)
    near = sum(text.intent in [guess.intent for guess in reading.ranking] for text, reading in asked)
    assert near >= 0.97 * len(asked)


async def test_crises_are_heard(read: Read) -> None:
    """The full alarm for nearly every crisis, under its own code for most."""
    assert measuring.recall(read).value >= 0.96
    assert measuring.recall(read, "plain").value >= 0.97
    assert measuring.recall(read, "noisy").value >= 0.95
    assert measuring.right_code(read).value >= 0.9


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_crisis_in_a_long_message_is_heard(engine: Engine, language: str) -> None:
    """Nearly nine of ten at least ring even where each stands between four ordinary requests."""
    assert measuring.recall(await _read(engine, amid(held(language)))).value >= 0.88


async def test_what_only_sounds_alarming_is_mostly_left_alone(read: Read) -> None:
    """False alarms are bounded: on texts made to provoke them, and on ordinary requests."""
    assert measuring.false_alarms(read).value <= 0.09
    assert measuring.ordinary_alarms(read).value <= 0.04
