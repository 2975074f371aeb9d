"""Telegram's Bot API on loopback, as the staff bot meets it: groups, and buttons that open an address."""

from __future__ import annotations

import ipaddress
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from integrations.handoffs.staff_telegram import StaffTelegram
from tests.integrations.channels.telegram_server import SECRET, TOKEN, Fields, Refusal, TelegramServer


class StaffServer(TelegramServer):
    """Checks each button as Telegram does: one thing to do, data of 1-64 bytes, an address that outsiders can open."""

    async def _perform(self, token: str, method: str, fields: Fields) -> Any:
        if token == TOKEN and method == "sendMessage":
            return self._take(fields)
        return await super()._perform(token, method, fields)

    def _take(self, fields: Fields) -> dict[str, Any]:
        for row in json.loads(fields.get("reply_markup", "{}")).get("inline_keyboard", []):
            for button in row:
                _check(button)
        chat = {"id": int(fields["chat_id"]), "type": "private", "first_name": "하나"}
        return {"message_id": 1, "date": 1795312800, "chat": chat, "text": fields["text"]}


def _check(button: dict[str, str]) -> None:
    if "url" in button:
        host = urlsplit(button["url"]).hostname or ""
        if button.keys() != {"text", "url"} or "." not in host or _loopback(host):
            raise Refusal(400, "Bad Request: inline keyboard button URL is invalid: Wrong HTTP URL")
    elif not 1 <= len(button["callback_data"].encode()) <= 64:
        raise Refusal(400, "Bad Request: BUTTON_DATA_INVALID")


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@asynccontextmanager
async def staff_bot(public_url: str = "", **settings: Any) -> AsyncIterator[tuple[StaffServer, StaffTelegram]]:
    """A started staff bot and the Bot API that it talks to."""
    server = StaffServer()
    app = web.Application()
    app.router.add_post("/bot{token}/{method}", server.handle)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    bot = StaffTelegram(TOKEN, SECRET, public_url, f"http://127.0.0.1:{runner.addresses[0][1]}", **settings)
    try:
        await bot.start()
        yield server, bot
    finally:
        await bot.close()
        server.close()
        await runner.cleanup()
