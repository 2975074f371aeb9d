"""Figures: they count what happened, and no label tells of a person."""

from __future__ import annotations

import re

from prometheus_client import REGISTRY

from tests.bot.calls import PROVIDERS
from tests.bot.test_turns import Broken
from tests.bot.world import FAMILY, member, until, world
from tests.integrations.channels.twilio_server import Refusal

ALLOWED = {
    "event",
    "le",
    "line",
    "status",
    "way",
    "generation",
    "implementation",
    "major",
    "minor",
    "patchlevel",
    "version",
}


def figure(name: str, **labels: str) -> float:
    return REGISTRY.get_sample_value(name, labels) or 0.0


async def test_what_happened_is_counted(sqlite_url: str) -> None:
    """Turns, sendings by line and result, refused calls and texts that were not read, as ``/metrics`` tells them."""
    names = {
        "turns": ("front_door_turns_total", {"event": "MessageReceived"}),
        "batches": ("front_door_batch_size_count", {}),
        "sent": ("front_door_sends_total", {"line": "asan-sms", "status": "sent"}),
        "again": ("front_door_sends_total", {"line": "asan-sms", "status": "queued"}),
        "refused": ("front_door_webhooks_refused_total", {"line": "asan-sms", "status": "403"}),
        "unread": ("front_door_understanding_failures_total", {}),
    }
    before = {key: figure(name, **labels) for key, (name, labels) in names.items()}
    provider = PROVIDERS["sms"]
    async with world(sqlite_url, engine=Broken()) as there:
        await member(there.store)
        await there.say("sms", 1, "도와주세요")
        await there.quiet()
        there.twilio.refusals[provider.handle(FAMILY)] = Refusal(503, None)
        await there.say("sms", 2, "1")
        await there.quiet()
        await there.post(provider, provider.forge(there.call(provider, 3, provider.text("도와주세요"))))
        await until(lambda: _unsettled(before["again"]))
        async with there.session.get(f"{there.served.url}/metrics") as answer:
            page = await answer.text()
    counted = {key: figure(name, **labels) - before[key] for key, (name, labels) in names.items()}
    assert counted == {"turns": 2, "batches": 2, "sent": 1, "again": 1, "refused": 1, "unread": 1}
    assert {label for labels in re.findall(r"\{(.+?)\}", page) for label in re.findall(r'(\w+)="', labels)} <= ALLOWED
    assert provider.handle(FAMILY) not in page


async def _unsettled(before: float) -> bool:
    return figure("front_door_sends_total", line="asan-sms", status="queued") == before
