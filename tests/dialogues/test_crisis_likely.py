"""What is only likely in the lexicon: it rings, unless the examples are sure that the whole message is harmless."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.understanding import Understanding
from data import programmes
from dialogues.crisis import Lexicon, load_lexicon
from dialogues.messages import Inbound
from dialogues.reading import Hit, Reading, Severity
from integrations.nlu.engine import Engine
from tests.dialogues.test_crisis_plain import PLAIN

RULES = """
spaces: kept
rules:
  - code: suicide_now
    severity: S0
    phrases: [took all the pills]
    likely: [on the roof]
  - code: homeless_tonight
    severity: S1
    phrases: [nowhere to sleep]
"""
SOFT = Hit("suicide_now", Severity.S1, soft=True)


@pytest.fixture
def lexicon() -> Lexicon:
    """Two rules, one phrase of them only likely."""
    return load_lexicon({"en.yml": RULES})


def test_a_likely_phrase_rings(lexicon: Lexicon) -> None:
    """Nobody has said that the message is harmless."""
    assert lexicon.detect("I am on the roof") == Hit("suicide_now", Severity.S0)


def test_a_calm_message_softens_it_and_never_to_nothing(lexicon: Lexicon) -> None:
    """A gentle check is left."""
    assert lexicon.detect("the cat is on the roof again", calm=True) == SOFT


def test_other_phrases_ring_however_calm_the_message(lexicon: Lexicon) -> None:
    """What is plain is nobody's to soften."""
    assert lexicon.detect("I took all the pills", calm=True) == Hit("suicide_now", Severity.S0)


def test_a_softened_phrase_hides_no_other(lexicon: Lexicon) -> None:
    """The graver of two is softened; the other one rings."""
    hit = lexicon.detect("nowhere to sleep, we sit on the roof", calm=True)
    assert hit == Hit("homeless_tonight", Severity.S1)


def test_a_young_babys_fever_is_a_number() -> None:
    """No calm words make 38.5 degrees less."""
    text = "my 3 week old baby has a fever of 38.5 but is all smiles, such a lovely day"
    assert programmes.lexicon().detect(text, calm=True) == Hit("infant_emergency", Severity.S0)


@pytest.mark.parametrize(("code", "texts"), PLAIN, ids=[texts[0] for _, texts in PLAIN])
def test_no_shipped_phrase_is_softened_to_nothing(code: str, texts: tuple[str, ...]) -> None:
    """DOMAIN A6, rules 10 and 11: less grave perhaps, never silence."""
    assert [text for text in texts if programmes.lexicon().detect(text, calm=True) is None] == [], code


async def test_no_plain_cry_is_calm(engine: Engine) -> None:
    """The examples are never sure that the plainest words there are mean nothing."""
    texts = [text for _, texts in PLAIN for text in texts]
    assert [text for text, reading in zip(texts, await engine.parse(texts), strict=True) if reading.calm] == []


async def test_a_short_message_is_never_calm(engine: Engine) -> None:
    """Too few words to be sure of anything."""
    readings = await engine.parse(["hello", "감사합니다", "il est là", "завтра в три", "rahmat"])
    assert [reading.calm for reading in readings] == [False] * 5


class _Sure:
    """An engine that has a fixed mind about every text."""

    remote = False

    def __init__(self, *, calm: bool) -> None:
        self._calm = calm

    async def parse(self, texts: Sequence[str]) -> list[Reading]:
        return [Reading(calm=self._calm) for _ in texts]

    async def close(self) -> None:
        pass


class _Broken(_Sure):
    async def parse(self, texts: Sequence[str]) -> list[Reading]:
        raise RuntimeError


@pytest.mark.parametrize(
    ("engine", "found"),
    [
        (_Sure(calm=True), SOFT),
        (_Sure(calm=False), Hit("suicide_now", Severity.S0)),
        (_Broken(calm=True), Hit("suicide_now", Severity.S0)),
    ],
    ids=["sure", "unsure", "broken"],
)
async def test_the_program_asks_the_examples(lexicon: Lexicon, engine: _Sure, found: Hit) -> None:
    """Only an engine that answered, and was sure, softens anything."""
    written = Inbound(line="asan-sms", provider_id="1", handle="1", text="the cat is on the roof again")
    (reading,) = await Understanding(lexicon, engine).read([written])
    assert reading.crisis == found
