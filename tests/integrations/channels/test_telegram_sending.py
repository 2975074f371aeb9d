"""What the Telegram channel asks of the Bot API."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from dialogues.messages import Choice, Outgoing
from integrations.channels.channel import Answer, Sent
from integrations.channels.telegram import Telegram
from integrations.errors import ProviderDown, RateLimited, Rejected, SendFailed, Unreachable
from tests.integrations.channels.telegram_server import (
    SECRET,
    TOKEN,
    loopback_bot,
    loopback_server,
)

CHAT = "5011223344"
PLAIN = {"chat_id": CHAT, "protect_content": "true", "link_preview_options": {"is_disabled": True}}


def message(text: str = "안녕하세요", choices: tuple[Choice, ...] = ()) -> Outgoing:
    return Outgoing(id=UUID(int=1), line="asan-telegram", handle=CHAT, text=text, choices=choices)


def decoded(fields: dict[str, str]) -> dict[str, Any]:
    nested = {"reply_markup", "link_preview_options"}
    return {name: json.loads(value) if name in nested else value for name, value in fields.items()}


def rows(*buttons: tuple[str, str]) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": label, "callback_data": data}] for label, data in buttons]}


REQUESTS: dict[str, tuple[Outgoing, list[dict[str, Any]]]] = {
    "plain text": (message(), [PLAIN | {"text": "안녕하세요"}]),
    "markup stays text": (
        message("<b>1</b> *2* _3_ [4](https://a.example)"),
        [
            PLAIN | {"text": "<b>1</b> *2* _3_ [4](https://a.example)"},
        ],
    ),
    "one button a row": (
        message("Qanday yordam?", (Choice("need:baby", "Bolam uchun"), Choice("need:self", "Oʻzim uchun"))),
        [
            PLAIN
            | {
                "text": "Qanday yordam?",
                "reply_markup": rows(("Bolam uchun", "need:baby"), ("Oʻzim uchun", "need:self")),
            }
        ],
    ),
    "64 bytes of id": (
        message("a", (Choice("가" * 21 + "a", "A"),)),
        [
            PLAIN | {"text": "a", "reply_markup": rows(("A", "가" * 21 + "a"))},
        ],
    ),
    "exactly full": (message("😀" * 2048), [PLAIN | {"text": "😀" * 2048}]),
    "buttons under the last part": (
        message("가" * 3000 + "\n\n" + "나" * 3000, (Choice("a:b", "네"),)),
        [
            PLAIN | {"text": "가" * 3000},
            PLAIN | {"text": "나" * 3000, "reply_markup": rows(("네", "a:b"))},
        ],
    ),
    "half a pair": (message("도움\ud83d\0"), [PLAIN | {"text": "도움\ufffd"}]),
}


@pytest.mark.parametrize("case", REQUESTS)
async def test_a_message_becomes_exactly_these_calls(case: str) -> None:
    """Each outgoing message becomes the calls of the table: no parse mode, no previews, protected from forwarding."""
    outgoing, expected = REQUESTS[case]
    async with loopback_bot() as (server, channel):
        sent = await channel.send(outgoing)
    assert [decoded(fields) for fields in server.called("sendMessage")] == expected
    assert sent == Sent(provider_id=str(500 + len(expected)))


async def test_protection_from_forwarding_can_be_turned_off() -> None:
    """A programme that wants families to pass its messages on can have that."""
    async with loopback_bot(protect_content=False) as (server, channel):
        await channel.send(message())
    assert server.called("sendMessage")[0]["protect_content"] == "false"


@pytest.mark.parametrize(
    ("outgoing", "code"),
    [
        (message(""), "telegram:empty"),
        (message(" \n\t "), "telegram:empty"),
        (message("a", (Choice("ok:1", "A"), Choice("가" * 22, "B"))), "telegram:choice_id"),
        (message("a" * 5000, (Choice("", "A"),)), "telegram:choice_id"),
    ],
)
async def test_what_telegram_cannot_take_is_not_begun(outgoing: Outgoing, code: str) -> None:
    """An empty text or an impossible button is rejected before any part is sent."""
    async with loopback_bot() as (server, channel):
        with pytest.raises(Rejected, match=f"^{code}$"):
            await channel.send(outgoing)
    assert server.called("sendMessage") == []


REFUSALS = {
    "blocked": (403, "Forbidden: bot was blocked by the user", None, Unreachable, "telegram:blocked"),
    "deactivated": (403, "Forbidden: user is deactivated", None, Unreachable, "telegram:blocked"),
    "no chat": (400, "Bad Request: chat not found", None, Unreachable, "telegram:chat_not_found"),
    "bad text": (400, "Bad Request: message text is empty", None, Rejected, "telegram:bad_request"),
    "migrated": (400, "Bad Request: group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": -1001},
                 Rejected, "telegram:chat_migrated"),
    "token revoked": (401, "Unauthorized", None, Rejected, "telegram:token"),
    "token malformed": (404, "Not Found", None, Rejected, "telegram:token"),
    "other reader": (409, "Conflict: terminated by other getUpdates request", None, ProviderDown,
                     "telegram:other_reader"),
    "broken inside": (500, "Internal Server Error", None, ProviderDown, "telegram:no_answer"),
    "bad gateway": (502, "Bad Gateway", None, ProviderDown, "telegram:no_answer"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSALS)
async def test_every_refusal_has_its_own_error(case: str) -> None:
    """Each answer of the Bot API becomes the error of the table, with a code and without Telegram's words."""
    status, description, parameters, error, code = REFUSALS[case]
    async with loopback_bot() as (server, channel):
        server.refuse("sendMessage", status, description, parameters)
        with pytest.raises(SendFailed) as raised:
            await channel.send(message())
    assert (type(raised.value), str(raised.value)) == (error, code)
    assert raised.value.__cause__ is None
    assert raised.value.__suppress_context__


@pytest.mark.parametrize("as_timedelta", ["true", "false"])
@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
async def test_too_many_tells_how_long_to_wait(monkeypatch: pytest.MonkeyPatch, as_timedelta: str) -> None:
    """A 429 becomes RateLimited with Telegram's seconds, whichever type the library gives them in."""
    monkeypatch.setenv("PTB_TIMEDELTA", as_timedelta)
    async with loopback_bot() as (server, channel):
        server.refuse("sendMessage", 429, "Too Many Requests: retry after 37", {"retry_after": 37})
        with pytest.raises(RateLimited, match=r"^telegram:too_many$") as raised:
            await channel.send(message())
    assert (raised.value.after, type(raised.value.after)) == (37.0, float)


@pytest.mark.parametrize(
    "body",
    ["<html>Log in to the café's network</html>", "{}", "[]", '{"ok":true,"result":{}}', '{"ok":true,"result":7}'],
)
async def test_an_answer_that_is_not_telegrams_means_down(body: str) -> None:
    """A 200 of somebody else, such as a captive portal, never counts as sent."""
    async with loopback_bot() as (server, channel):
        server.say("sendMessage", 200, body)
        with pytest.raises(ProviderDown):
            await channel.send(message())


async def test_a_broken_connection_means_down() -> None:
    """A connection that breaks off is worth another try."""
    async with loopback_bot() as (server, channel):
        server.cut("sendMessage")
        with pytest.raises(ProviderDown, match=r"^telegram:no_answer$"):
            await channel.send(message())
        assert (await channel.send(message())).provider_id == "501"


async def test_silence_means_down() -> None:
    """A call without an answer is given up after the configured time."""
    async with loopback_bot(timeout=0.2) as (server, channel):
        server.hang("sendMessage")
        with pytest.raises(ProviderDown, match=r"^telegram:timeout$"):
            await channel.send(message())


async def test_nobody_listening_means_down() -> None:
    """An address that does not answer at all stops the start with an error that is worth another try."""
    async with loopback_server() as server:
        address = server.base_url
    channel = Telegram("asan-telegram", TOKEN, SECRET, "", address)
    with pytest.raises(ProviderDown):
        await channel.start()
    await channel.close()


async def test_a_wrong_token_is_told_at_the_start() -> None:
    """A token that Telegram does not know is found at the start, and is not repeated in the error."""
    async with loopback_server() as server:
        channel = Telegram("asan-telegram", "7000000002:AAF-other", SECRET, "", server.base_url)
        with pytest.raises(Rejected, match=r"^telegram:token$") as raised:
            await channel.start()
        await channel.close()
    assert raised.value.__suppress_context__


async def test_an_https_address_is_told_to_telegram() -> None:
    """With an https address the webhook is set: address, secret, only the updates that are read, 40 connections."""
    async with loopback_bot("https://door.example/") as (server, _):
        pass
    (call,) = server.called("setWebhook")
    assert json.loads(call.pop("allowed_updates")) == ["message", "edited_message", "callback_query", "my_chat_member"]
    assert call == {
        "url": "https://door.example/hooks/asan-telegram",
        "secret_token": SECRET,
        "max_connections": "40",
    }


@pytest.mark.parametrize("address", ["", "http://127.0.0.1:8000"])
async def test_without_https_no_webhook_is_set(address: str) -> None:
    """A laptop's address is never told to Telegram; the webhook of another place is left alone."""
    async with loopback_bot(address) as (server, _):
        pass
    assert [call.method for call in server.calls] == ["getMe"]


async def test_a_closed_channel_can_be_started_again() -> None:
    """Closing lets go of the connections and starting opens new ones."""
    async with loopback_bot() as (_, channel):
        await channel.close()
        with pytest.raises(ProviderDown):
            await channel.send(message())
        await channel.start()
        assert (await channel.send(message())).provider_id == "501"


async def test_it_cannot_tell_what_was_sent() -> None:
    """A bot cannot read back its messages, so a cut-off sending stays unknown."""
    async with loopback_bot() as (_, channel):
        await channel.send(message())
        assert await channel.find_sent(message(), datetime.now(UTC) - timedelta(hours=1)) is None


def test_the_webhook_is_answered_without_a_word() -> None:
    """Replies go by sendMessage, so the answer of the webhook stays empty."""
    channel = Telegram("asan-telegram", TOKEN, SECRET, "https://door.example")
    assert channel.answer([message("안녕하세요")]) == Answer()


async def test_erasing_deletes_messages_in_hundreds() -> None:
    """What is no message's number is passed over; each is deleted once, at most 100 a call."""
    ids = [str(number) for number in range(1, 251)]
    async with loopback_bot() as (server, channel):
        await channel.erase(CHAT, [*ids, ids[0], "6022334455:9001", "x", ""])
    calls = server.called("deleteMessages")
    assert {call["chat_id"] for call in calls} == {CHAT}
    assert [len(json.loads(call["message_ids"])) for call in calls] == [100, 100, 50]
    assert sorted(server.deleted) == list(range(1, 251))


async def test_erasing_nothing_calls_nobody() -> None:
    """Without ids there is no call, which Telegram would refuse."""
    async with loopback_bot() as (server, channel):
        await channel.erase(CHAT, [])
    assert server.called("deleteMessages") == []


async def test_one_old_message_does_not_save_the_others() -> None:
    """Messages too old to delete are left, all others of the same call still go."""
    async with loopback_bot() as (server, channel):
        server.undeletable = {1, 2, 50}
        await channel.erase(CHAT, [str(number) for number in range(1, 101)])
    assert sorted(server.deleted) == sorted({*range(1, 101)} - server.undeletable)


async def test_erasing_never_fails_the_turn() -> None:
    """When Telegram is down the erasing of the other hundreds goes on and nothing is raised."""
    async with loopback_bot() as (server, channel):
        server.refuse("deleteMessages", 502, "Bad Gateway")
        await channel.erase(CHAT, [str(number) for number in range(1, 151)])
    assert sorted(server.deleted) == list(range(101, 151))


async def test_no_text_handle_or_token_reaches_a_log(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    """Even with every logger at its most talkative, neither the library nor we write text, handle or token."""
    caplog.set_level(logging.DEBUG)
    async with loopback_bot() as (server, channel):
        server.say("sendMessage", 200, "안녕하세요")
        for _ in range(2):
            try:
                await channel.send(message())
            except ProviderDown:
                continue
        server.undeletable = {501}
        await channel.erase(CHAT, ["501"])
    written = caplog.text + "".join(capsys.readouterr())
    assert "telegram:bad_request" in written
    assert [secret for secret in ("안녕하세요", CHAT, TOKEN, SECRET) if secret in written] == []
