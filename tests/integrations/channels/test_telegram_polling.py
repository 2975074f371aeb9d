"""Long polling of Telegram: every update is taken, whatever fails on the way."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from integrations.channels.channel import Received
from integrations.channels.telegram import Telegram
from tests.integrations.channels.telegram_server import SECRET, TOKEN, TelegramServer, loopback_bot

Take = Callable[[Received], Awaitable[None]]


def written(number: int, text: str = "안녕하세요") -> dict[str, Any]:
    person = {"id": 5011223344, "is_bot": False, "first_name": "하늘", "language_code": "ko"}
    chat = {"id": 5011223344, "type": "private", "first_name": "하늘"}
    return {
        "update_id": number,
        "message": {"message_id": number, "date": 1795312800, "from": person, "chat": chat, "text": text},
    }


def pressed(number: int, query: str) -> dict[str, Any]:
    person = {"id": 5011223344, "is_bot": False, "first_name": "하늘"}
    return {
        "update_id": number,
        "callback_query": {"id": query, "from": person, "chat_instance": "-44", "data": "visit:confirm"},
    }


def numbers(received: Received) -> list[int]:
    return [int(inbound.provider_id) for inbound in received.inbounds]


async def poll(channel: Telegram, until: int, refuse: tuple[int, ...] = ()) -> list[int]:
    """Poll until update ``until`` was taken; refuse each of ``refuse`` once. Returns every number offered."""
    stop, offered, refused = asyncio.Event(), [], list(refuse)

    async def take(received: Received) -> None:
        for number in numbers(received):
            offered.append(number)
            if number in refused:
                refused.remove(number)
                raise RuntimeError("안녕하세요")
            if number == until:
                stop.set()

    async with asyncio.timeout(20):
        await channel.poll(take, stop)
    return offered


async def test_updates_are_taken_in_order_and_then_confirmed() -> None:
    """Each update is taken once; the next call confirms what was taken, and not a number more."""
    async with loopback_bot() as (server, channel):
        server.updates, server.later = [written(11), written(12)], server.later
        server.later.append([written(13)])
        assert await poll(channel, until=13) == [11, 12, 13]
    assert [call.get("offset") for call in server.called("getUpdates")] == [None, "13", None]


async def test_the_webhook_goes_first_and_only_known_kinds_are_asked_for() -> None:
    """Polling takes the webhook away, since Telegram allows only one of the two, and asks for what it reads."""
    async with loopback_bot() as (server, channel):
        server.webhook, server.updates = "https://door.example/hooks/asan-telegram", [written(1)]
        assert await poll(channel, until=1) == [1]
    assert [call.method for call in server.calls] == ["getMe", "deleteWebhook", "getUpdates"]
    fields = server.called("getUpdates")[0]
    assert json.loads(fields.pop("allowed_updates")) == [
        "message",
        "edited_message",
        "callback_query",
        "my_chat_member",
    ]
    assert fields == {"timeout": "25"}


async def test_nothing_is_lost_when_taking_fails() -> None:
    """An update that could not be kept is offered again, before all that came after it."""
    async with loopback_bot() as (server, channel):
        server.updates = [written(1), written(2), written(3)]
        assert await poll(channel, until=3, refuse=(2,)) == [1, 2, 2, 3]
    assert [call.get("offset") for call in server.called("getUpdates")] == [None, "2"]


async def test_the_last_update_is_not_confirmed_when_taking_fails() -> None:
    """A failure on the very first update confirms nothing at all."""
    async with loopback_bot() as (server, channel):
        server.updates = [written(1)]
        assert await poll(channel, until=1, refuse=(1,)) == [1, 1]
    assert ["offset" in call for call in server.called("getUpdates")] == [False, False]


Trouble = Callable[[TelegramServer], None]
TROUBLES: dict[str, Trouble] = {
    "server error": lambda server: server.refuse("getUpdates", 502, "Bad Gateway"),
    "too many": lambda server: server.refuse("getUpdates", 429, "Too Many Requests", {"retry_after": 1}),
    "another reader": lambda server: server.refuse("getUpdates", 409, "Conflict: terminated by other getUpdates"),
    "broken connection": lambda server: server.cut("getUpdates"),
    "not Telegram": lambda server: server.say("getUpdates", 200, "<html></html>"),
    "no list": lambda server: server.say("getUpdates", 200, '{"ok":true,"result":7}'),
    "no update": lambda server: server.say("getUpdates", 200, '{"ok":true,"result":["안녕하세요"]}'),
    "at the beginning": lambda server: server.refuse("deleteWebhook", 500, "Internal Server Error"),
}


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_polling_outlives_every_trouble(trouble: str) -> None:
    """After a failed call of any kind the poll goes on and takes what is waiting."""
    async with loopback_bot() as (server, channel):
        server.updates = [written(5)]
        TROUBLES[trouble](server)
        assert await poll(channel, until=5) == [5]


async def test_polling_outlives_many_failures_in_a_row() -> None:
    """The poll does not give up after any number of failures."""
    async with loopback_bot() as (server, channel):
        server.updates = [written(5)]
        for _ in range(6):
            server.refuse("getUpdates", 502, "Bad Gateway")
        assert await poll(channel, until=5) == [5]
    assert len(server.called("getUpdates")) == 7


async def test_an_unreadable_update_does_not_hold_up_the_others() -> None:
    """An update that the library cannot read is passed over, and those behind it are taken."""
    async with loopback_bot() as (server, channel):
        server.updates = [{"update_id": 1, "message": "nonsense"}, written(2), {"update_id": 3}, written(4)]
        assert await poll(channel, until=4) == [2, 4]


async def test_numbers_may_begin_anew_after_a_quiet_week() -> None:
    """After an empty answer an update with a lower number than the last is still found."""
    async with loopback_bot() as (server, channel):
        server.updates = [written(900)]
        server.later.append([written(5)])
        assert await poll(channel, until=5) == [900, 5]


async def test_button_presses_are_answered_even_stale_ones() -> None:
    """Every press is answered once it was taken; one that Telegram no longer knows does no harm."""
    async with loopback_bot() as (server, channel):
        server.updates, server.stale = [pressed(1, "101"), pressed(2, "102"), written(3)], {"101"}
        assert await poll(channel, until=3) == [1, 2, 3]
    assert server.called("answerCallbackQuery") == [{"callback_query_id": "101"}, {"callback_query_id": "102"}]


async def test_a_press_that_was_not_taken_is_not_answered() -> None:
    """The person sees the button settle only when the press is safe."""
    async with loopback_bot() as (server, channel):
        server.updates = [pressed(1, "101")]
        assert await poll(channel, until=1, refuse=(1,)) == [1, 1]
    assert len(server.called("answerCallbackQuery")) == 1


async def test_a_group_gets_the_link_while_polling() -> None:
    """What the webhook's answer would have carried is called when polling, nested fields and all."""
    asked = written(1, "/start@front_door_bot")
    asked["message"]["chat"] = {"id": -100223, "type": "group", "title": "이웃"}
    async with loopback_bot() as (server, channel):
        server.updates = [asked, written(2)]
        assert await poll(channel, until=2) == [2]
    (call,) = server.called("sendMessage")
    assert json.loads(call.pop("link_preview_options")) == {"is_disabled": True}
    assert call == {"chat_id": "-100223", "text": "https://t.me/front_door_bot?start="}


async def test_stopping_leaves_the_rest_with_telegram() -> None:
    """Once told to stop, the poll takes no further update of the same answer; they stay unconfirmed."""
    async with loopback_bot() as (server, channel):
        server.updates = [written(1), written(2), written(3)]
        assert await poll(channel, until=1) == [1]
        assert [update["update_id"] for update in server.updates] == [1, 2, 3]
        assert await poll(channel, until=3) == [1, 2, 3]


async def test_stopping_does_not_wait_for_telegram() -> None:
    """A stop ends a call that Telegram holds open because nothing is new."""
    stop = asyncio.Event()
    async with loopback_bot() as (server, channel), asyncio.timeout(20):
        running = asyncio.create_task(channel.poll(lambda _: asyncio.sleep(0), stop))
        await server.seen["getUpdates"].wait()
        stop.set()
        await running


async def test_stopping_does_not_wait_for_the_next_try() -> None:
    """A stop ends the pause after a failure, however long Telegram asked to wait."""
    stop = asyncio.Event()
    async with loopback_bot() as (server, channel), asyncio.timeout(20):
        server.refuse("getUpdates", 429, "Too Many Requests: retry after 3600", {"retry_after": 3600})
        running = asyncio.create_task(channel.poll(lambda _: asyncio.sleep(0), stop))
        await server.seen["getUpdates"].wait()
        stop.set()
        await running
    assert len(server.called("getUpdates")) == 1


async def test_polling_logs_codes_only(caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]) -> None:
    """Failures of taking and reading are logged by their kind, without text, handle or token."""
    caplog.set_level(logging.DEBUG)
    async with loopback_bot() as (server, channel):
        server.updates = [{"update_id": 1, "message": "안녕하세요"}, written(2)]
        assert await poll(channel, until=2, refuse=(2,)) == [2, 2]
    lines = caplog.text + "".join(capsys.readouterr())
    assert "RuntimeError" in lines
    assert "telegram:not_an_update" in lines
    assert [secret for secret in ("안녕하세요", "5011223344", TOKEN, SECRET) if secret in lines] == []
