"""The program with Rasa as its language engine: families are answered whatever Rasa does, and a failure is counted."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.app import build, understanding
from bot.settings import SettingsError, read
from dialogues.messages import Inbound
from integrations.nlu.engine import Engine
from integrations.nlu.rasa import Rasa
from tests.bot.test_metrics import figure
from tests.bot.world import member, world
from tests.serving import settings_for

CACHE = str(Path(__file__).parents[2] / "var" / "cache")
FAILURES = "front_door_rasa_failures_total"


@pytest.fixture
def nobody() -> Iterator[str]:
    """An address at which nothing listens, and nothing else can."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{closed.getsockname()[1]}"


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({}, "RASA_URL and RASA_TOKEN missing"),
        ({"rasa_url": "http://127.0.0.1:5005"}, "^RASA_TOKEN missing"),
        ({"rasa_token": "secret"}, "^RASA_URL missing"),
        ({"rasa_url": "http://me:secret@rasa", "rasa_token": "secret"}, "^RASA_URL: .*without user"),
    ],
)
def test_rasa_set_up_by_half_is_told(changes: dict[str, object], named: str, engine: Engine) -> None:
    """NLU=rasa without what it needs is one clear line without the secret, not a program that never asks Rasa."""
    settings = settings_for("sqlite://", "http://127.0.0.1:1", nlu="rasa", cache_dir=CACHE, **changes)
    with pytest.raises(SettingsError, match=named) as caught:
        build(settings, {})
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(("name", "value"), [("NLU", "spacy"), ("RASA_TIMEOUT", "0"), ("RASA_TIMEOUT", "60")])
def test_a_wrong_value_is_told(name: str, value: str) -> None:
    """Another engine, or a time-out that is none or longer than a provider waits, is refused."""
    with pytest.raises(SettingsError, match=r"see \.env\.example"):
        read({name: value})


async def test_texts_are_read_without_rasa(nobody: str, engine: Engine) -> None:
    """Built by the settings alone, with Rasa away: intents, language and danger are the embedded engine's."""
    settings = settings_for("sqlite://", nobody, nlu="rasa", rasa_url=nobody, rasa_token="t", cache_dir=CACHE)
    texts = ("죽고 싶어요", "I want to cancel the visit")
    asked = [Inbound(line="x", provider_id=str(at), handle="x", text=text) for at, text in enumerate(texts)]
    before = figure(FAILURES)
    found = await understanding(settings).read(asked)
    assert found == await understanding(settings, engine).read(asked)
    assert found[0].crisis
    assert figure(FAILURES) - before == 2


async def test_a_family_is_answered_without_rasa(sqlite_url: str, nobody: str, engine: Engine) -> None:
    """With Rasa messages are kept before they are read; one is answered once though Rasa is away, and counted."""
    failures: list[int] = []
    rasa = Rasa(nobody, "t", engine, on_failure=failures.append)
    async with world(sqlite_url, engine=rasa) as there:
        await member(there.store)
        assert there.door.turns._understanding.remote
        assert await there.say("sms", 1, "도와주세요") == 200
        await there.quiet()
        assert len(there.twilio.messages) == 1
        assert rasa._client is not None
    assert failures == [1]
    assert rasa._client is None
