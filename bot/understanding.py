"""Read a batch of texts: the crisis lexicon first, then the engine for those that could be a request."""

from __future__ import annotations

from collections.abc import Sequence

import structlog

from bot.metrics import UNREAD
from dialogues.crisis import Lexicon
from dialogues.language import guess_language
from dialogues.messages import Inbound, Kind
from dialogues.reading import NOTHING_READ, Guess, Reading
from integrations.nlu.engine import Engine

log = structlog.get_logger()


class Understanding:
    """Turns messages into readings, all of a batch at once."""

    def __init__(self, lexicon: Lexicon, engine: Engine, *, remote: bool = False) -> None:
        self._lexicon = lexicon
        self._engine = engine
        self.remote = remote
        """True when the engine is asked over a network: messages are kept before that."""

    async def read(self, inbounds: Sequence[Inbound]) -> list[Reading]:
        """One reading for each message, in order.

        An engine that fails leaves the ranking empty; the crisis lexicon never waits for it.
        """
        asked = [index for index, inbound in enumerate(inbounds) if _is_sentence(inbound)]
        rankings: list[tuple[Guess, ...]] = [()] * len(inbounds)
        if asked:
            for index, ranking in zip(asked, await self._parse([inbounds[index].text for index in asked]), strict=True):
                rankings[index] = ranking
        return [self._reading(inbound, ranking) for inbound, ranking in zip(inbounds, rankings, strict=True)]

    async def _parse(self, texts: list[str]) -> Sequence[tuple[Guess, ...]]:
        try:
            return await self._engine.parse(texts)
        except Exception as error:
            log.error("understanding.failed", error=type(error).__name__)
            UNREAD.inc(len(texts))
            return [()] * len(texts)

    def _reading(self, inbound: Inbound, ranking: tuple[Guess, ...]) -> Reading:
        if not inbound.text or inbound.kind is Kind.START:  # a deep link's payload is no text of theirs
            return NOTHING_READ
        return Reading(self._lexicon.detect(inbound.text), ranking, guess_language(inbound.text))


def _is_sentence(inbound: Inbound) -> bool:
    """Whether the text could be a request: not a pressed button, not a bare number."""
    return (
        not inbound.choice
        and inbound.kind is not Kind.START
        and sum(character.isalpha() for character in inbound.text[:200]) >= 2
    )
