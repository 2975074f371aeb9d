"""Read a batch of texts: the engine's view of each, and over it the crisis lexicon, which no engine can overrule."""

from __future__ import annotations

import re
from collections.abc import Sequence

import structlog
from msgspec.structs import replace

from bot.metrics import UNREAD
from dialogues.crisis import Lexicon
from dialogues.language import guess_language
from dialogues.messages import Inbound, Kind
from dialogues.reading import NOTHING_READ, Hit, Reading
from integrations.nlu.engine import Engine

log = structlog.get_logger()

_TWO_LETTERS = re.compile(r"[^\W\d_].*?[^\W\d_]", re.DOTALL)


class Understanding:
    """Turns messages into readings, all of a batch at once."""

    def __init__(self, lexicon: Lexicon, engine: Engine) -> None:
        self._lexicon = lexicon
        self._engine = engine

    @property
    def remote(self) -> bool:
        """Whether the engine is asked over a network: messages are kept before that."""
        return self._engine.remote

    async def close(self) -> None:
        """Let go of the engine's connections."""
        await self._engine.close()

    async def read(self, inbounds: Sequence[Inbound]) -> list[Reading]:
        """One reading for each message, in order.

        An engine that fails leaves the ranking empty; the crisis lexicon never waits for it.
        """
        asked = [index for index, inbound in enumerate(inbounds) if _is_sentence(inbound)]
        readings = [NOTHING_READ] * len(inbounds)
        if asked:
            for index, reading in zip(asked, await self._parse([inbounds[index].text for index in asked]), strict=True):
                readings[index] = reading
        return [self._over(inbound, reading) for inbound, reading in zip(inbounds, readings, strict=True)]

    def told(self, text: str, *, calm: bool) -> Hit | None:
        """What the crisis lexicon says of ``text``, ``calm`` as in ``Reading``."""
        return self._lexicon.detect(text, calm=calm)

    async def _parse(self, texts: list[str]) -> Sequence[Reading]:
        try:
            return await self._engine.parse(texts)
        except Exception as error:
            log.error("understanding.failed", error=type(error).__name__)
            UNREAD.inc(len(texts))
            return [NOTHING_READ] * len(texts)

    def _over(self, inbound: Inbound, reading: Reading) -> Reading:
        if not inbound.text or inbound.kind is Kind.START:  # a deep link's payload is no text of theirs
            return NOTHING_READ
        crisis = graver(self.told(inbound.text, calm=reading.calm), reading.crisis)
        return replace(reading, crisis=crisis, language=reading.language or guess_language(inbound.text))


def graver(told: Hit | None, learned: Hit | None) -> Hit | None:
    """What counts when the lexicon and the examples say different things.

    A hit of the lexicon stands; the examples may add one, make a soft one hard, or tell a graver one.
    """
    if learned is None or (learned.soft and told is not None):
        return told
    if told is None or told.soft or learned.severity < told.severity:
        return replace(learned, learned=told is None)
    return told


def _is_sentence(inbound: Inbound) -> bool:
    """Whether the text could be a request: not a pressed button, not a bare number."""
    return (
        not inbound.choice and inbound.kind is not Kind.START and _TWO_LETTERS.search(inbound.text, 0, 200) is not None
    )
