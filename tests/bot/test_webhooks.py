"""One table of what can happen to a webhook, run against the webhook of every kind of channel."""

from __future__ import annotations

import asyncio
import gzip
import json
from dataclasses import replace

import pytest

from bot.turns import LONGEST
from data import programmes
from data.tables import conversations
from tests.bot.calls import PROVIDERS, Call
from tests.bot.world import FAMILY, World, broken, inbound, outbound, rows, world

KINDS = list(PROVIDERS)
MEGABYTE = 1 << 20


def test_every_kind_of_channel_is_in_the_table() -> None:
    """A channel that a programme names stands in the table, so that none goes without these tests."""
    served = [programmes.load(key) for key in programmes.known()]
    assert {line.channel for programme in served for line in programme.facts.lines} <= PROVIDERS.keys()


REFUSED = {
    # what is posted in place of the genuine call: the status for each kind of channel
    "forged": {"webchat": 400, "telegram": 403, "sms": 403, "whatsapp": 403},
    "changed": {"webchat": 400, "telegram": 400, "sms": 403, "whatsapp": 403},
    "cut off": {"webchat": 400, "telegram": 400, "sms": 403, "whatsapp": 403},
    "empty": {"webchat": 400, "telegram": 400, "sms": 403, "whatsapp": 403},
    "not UTF-8": {"webchat": 400, "telegram": 400, "sms": 400, "whatsapp": 400},
    "compressed": {"webchat": 400, "telegram": 400, "sms": 400, "whatsapp": 400},
    "other JSON": {"webchat": 400, "telegram": 400, "sms": 403, "whatsapp": 403},
    "deep JSON": {"webchat": 400, "telegram": 400, "sms": 403, "whatsapp": 403},
    "large": {"webchat": 400, "telegram": 400, "sms": 400, "whatsapp": 400},
    "huge": {"webchat": 413, "telegram": 413, "sms": 413, "whatsapp": 413},
}


def spoilt(name: str, kind: str, call: Call) -> Call:
    """The genuine ``call`` made into the bad one of REFUSED."""
    bodies = {
        "changed": call.body + b"&Body=x" if call.body[:1] != b"{" else call.body[:-1] + b"x",
        "cut off": call.body[: len(call.body) // 2],
        "empty": b"",
        "not UTF-8": b"Body=\xff\xfe&From=%2B1" if call.body[:1] != b"{" else call.body[:-1] + b'\xff"}',
        "compressed": gzip.compress(call.body),
        "other JSON": b'["a", {"update_id": "x"}, null]',
        "deep JSON": b"[" * 50_000,
        "large": call.body + b" " * (MEGABYTE - len(call.body) - 1) + b"x",
        "huge": call.body + b" " * MEGABYTE,
    }
    return PROVIDERS[kind].forge(call) if name == "forged" else replace(call, body=bodies[name])


@pytest.mark.parametrize("kind", KINDS)
async def test_what_is_not_the_providers_is_refused_and_nothing_of_it_kept(database_url: str, kind: str) -> None:
    """A forged, changed, malformed or too large call gets its status, and neither a row nor an answer comes of it."""
    provider = PROVIDERS[kind]
    async with world(database_url) as there:
        genuine = there.call(provider, 1, provider.text("도와주세요"))
        answered = {name: await there.post(provider, spoilt(name, kind, genuine)) for name in REFUSED}
        assert answered == {name: statuses[kind] for name, statuses in REFUSED.items()}
        assert await rows(there.store) == []
        assert await rows(there.store, conversations) == []
        assert await there.post(provider, genuine) == 200, "the call that was spoilt is right"


@pytest.mark.parametrize("kind", KINDS)
async def test_only_a_post_to_a_line_in_service_is_taken(database_url: str, kind: str) -> None:
    """Another method is 405, a line that does not exist 404."""
    async with world(database_url) as there:
        url = there.url(PROVIDERS[kind])
        for method in ("GET", "PUT", "DELETE"):
            async with there.session.request(method, url) as answer:
                assert answer.status == 405, method
        async with there.session.post(f"{url}-of-another-town", data=b"") as answer:
            assert answer.status == 404


async def test_a_line_that_is_switched_off_is_not_there(sqlite_url: str) -> None:
    """Without its variables a line's webhook does not exist."""
    async with world(sqlite_url) as there:
        off = replace(PROVIDERS["sms"], line="asan-kakao")
        assert await there.post(off, there.call(PROVIDERS["sms"], 1, {"Body": "도와주세요"})) == 404


@pytest.mark.parametrize("kind", KINDS)
async def test_a_message_delivered_again_is_answered_once(database_url: str, kind: str) -> None:
    """Twice in a row, or at once over twenty connections: one message, one answer, and each call gets its 200."""
    provider = PROVIDERS[kind]
    async with world(database_url) as there:
        first, second = (there.call(provider, number, provider.text("도와주세요")) for number in (1, 2))
        assert [await there.post(provider, first), await there.post(provider, first)] == [200, 200]
        assert await asyncio.gather(*(there.post(provider, second) for _ in range(20))) == [200] * 20
        assert await there.post(provider, first) == 200
        await there.quiet()
        assert len(await inbound(there.store)) == 2
        said = await outbound(there.store)
        assert [status for status, _ in said] == ["sent", "sent"]
        if kind != "webchat":
            assert len(there.delivered(kind)) == 2


@pytest.mark.parametrize("kind", KINDS)
async def test_messages_that_overtake_each_other_are_all_answered(database_url: str, kind: str) -> None:
    """Whatever order a provider delivers in, each message is kept and answered, in the order it came."""
    provider = PROVIDERS[kind]
    async with world(database_url) as there:
        for number in (3, 1, 4, 2):
            assert await there.post(provider, there.call(provider, number, provider.text(f"글 {number}"))) == 200
        await there.quiet()
        assert [message.text for message in await inbound(there.store)] == ["글 3", "글 1", "글 4", "글 2"]
        assert len(await outbound(there.store)) == 4


@pytest.mark.parametrize("kind", KINDS)
async def test_whatever_a_person_sends_is_kept_and_answered(database_url: str, kind: str) -> None:
    """A picture, a place, a sticker, an empty or broken or endless text: each is kept once and answered with words."""
    provider = PROVIDERS[kind]
    endless = provider.text(provider.letters * 10_000)
    things = [provider.text("도와주세요"), *provider.others.values(), endless]
    async with world(database_url) as there:
        for number, fields in enumerate(things):
            assert await there.post(provider, there.call(provider, number, fields)) == 200
        await there.quiet()
        kept = await inbound(there.store)
        assert len(kept) == len(things)
        assert all("\0" not in message.text and len(message.text) <= LONGEST for message in kept)
        said = await outbound(there.store)
        assert len(said) == len(things)
        assert all(status == "sent" and text.strip() for status, text in said)


async def test_a_hint_that_no_text_can_hold_does_no_harm(database_url: str) -> None:
    """Half a surrogate pair may stand in any field of JSON: the message is kept and answered all the same."""
    provider = PROVIDERS["telegram"]
    async with world(database_url) as there:
        call = there.call(provider, 1, provider.text("도와주세요"))
        update = json.loads(call.body)
        update["message"]["from"]["language_code"] = "ko\ud83d\0"
        assert await there.post(provider, replace(call, body=json.dumps(update).encode())) == 200
        await there.quiet()
        assert len(there.delivered("telegram")) == 1


async def test_the_web_page_gets_its_answer_in_the_response(database_url: str) -> None:
    """The reply to a message of the chat page stands in the answer to its call, and again in none."""
    provider = PROVIDERS["webchat"]
    async with world(database_url) as there:
        call = there.call(provider, 1, provider.text("도와주세요"))
        replies = [await _replies(there, call) for _ in range(2)]
        ((_, text),) = await outbound(there.store)
        assert [[reply["text"] for reply in found] for found in replies] == [[text], []]


async def _replies(there: World, call: Call) -> list[dict[str, str]]:
    async with there.session.post(there.url(PROVIDERS["webchat"]), data=call.body, headers=call.headers) as answer:
        found: list[dict[str, str]] = (await answer.json())["replies"]
        return found


async def test_nothing_is_said_to_be_safe_that_is_not(database_url: str) -> None:
    """While the database cannot be written to, a call is answered 500, so that the provider comes again."""
    async with world(database_url) as there:
        async with broken(there.store):
            assert await there.say("sms", 1, "도와주세요") == 500
        assert await there.say("sms", 1, "도와주세요") == 200
        await there.quiet()
        assert len(there.delivered("sms", FAMILY)) == 1
