"""How long understanding takes: one text alone, and batches of 64, crisis lexicon included."""

from __future__ import annotations

import asyncio
import time

from msgspec.structs import replace

from bot.app import understanding
from bot.settings import Settings, read
from bot.understanding import Understanding
from dialogues.messages import Inbound
from tests.evaluation.texts import LANGUAGES, held

BATCH = 64
MOST_FOR_RASA = 320
"""Texts that Rasa is asked, which takes milliseconds for each."""


def understanding_rows() -> list[dict[str, float | int | str]]:
    """One row for the embedded engine, and one for Rasa where RASA_URL says where it is."""
    settings = read()
    engines = ["embedded", *(["rasa"] if settings.rasa_url else [])]
    rows = [asyncio.run(_row(engine, replace(settings, nlu=engine, rasa_timeout=5.0))) for engine in engines]
    for row in rows:
        print(row, flush=True)
    return rows


async def _row(engine: str, settings: Settings) -> dict[str, float | int | str]:
    reader = understanding(settings)
    texts = [text.text for language in LANGUAGES for text in held(language)]
    if engine == "rasa":
        texts = texts[:: len(texts) // MOST_FOR_RASA]
    inbounds = [Inbound(line="bench", provider_id="", handle="", text=text) for text in texts]
    await reader.read(inbounds[:BATCH])  # warm: expressions are compiled when they are first needed
    await reader.read(inbounds)
    alone = sorted([await _alone(reader, inbound) for inbound in inbounds])
    started = time.perf_counter()
    for at in range(0, len(inbounds), BATCH):
        await reader.read(inbounds[at : at + BATCH])
    taken = time.perf_counter() - started
    await reader.close()
    return {
        "engine": engine,
        "text_p50_ms": round(alone[len(alone) // 2] * 1000, 3),
        "text_p99_ms": round(alone[int(len(alone) * 0.99)] * 1000, 3),
        "texts_per_second": round(len(inbounds) / taken),
    }


async def _alone(reader: Understanding, inbound: Inbound) -> float:
    started = time.perf_counter()
    await reader.read([inbound])
    return time.perf_counter() - started
