"""Telegram's Bot API on loopback: one bot that checks what it is sent as the real one does, and remembers it."""

from __future__ import annotations

import asyncio
import json
import re
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from integrations.channels.telegram import Telegram

TOKEN = "7000000001:AAF-loopback_token"
SECRET = "Loop_back-secret-1"
USERNAME = "front_door_bot"

Fields = dict[str, str]


@dataclass(frozen=True, slots=True)
class Call:
    """One call as it came: the method and the form's fields, nothing decoded."""

    method: str
    fields: Fields


class Refusal(Exception):
    """The Bot API's way to say no."""

    def __init__(self, status: int, description: str, parameters: dict[str, int] | None = None) -> None:
        super().__init__(description)
        self.body: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
        if parameters:
            self.body["parameters"] = parameters


class TelegramServer:
    """Holds a queue of updates, hands out message ids, and fails the next call where a test asks for it."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.updates: list[dict[str, Any]] = []
        self.later: deque[list[dict[str, Any]]] = deque()
        """What is written after the bot has next been told that nothing is new."""
        self.webhook = ""
        self.stale: set[str] = set()
        """Ids of callback queries that can no longer be answered."""
        self.undeletable: set[int] = set()
        self.deleted: list[int] = []
        self.base_url = ""
        self._failures: defaultdict[str, deque[Callable[[web.Request], Awaitable[web.Response]]]] = defaultdict(deque)
        self.seen: defaultdict[str, asyncio.Event] = defaultdict(asyncio.Event)
        """Set, by method, once it was called."""
        self._closing = asyncio.Event()
        self._message_id = 500

    def called(self, method: str) -> list[Fields]:
        """The fields of every call of ``method``, in order."""
        return [call.fields for call in self.calls if call.method == method]

    def refuse(self, method: str, status: int, description: str, parameters: dict[str, int] | None = None) -> None:
        """Refuse the next call of ``method`` in the Bot API's form."""

        async def answer(_: web.Request) -> web.Response:
            return web.json_response(Refusal(status, description, parameters).body, status=status)

        self._failures[method].append(answer)

    def say(self, method: str, status: int, body: str) -> None:
        """Answer the next call of ``method`` with something that is not the Bot API's."""

        async def answer(_: web.Request) -> web.Response:
            return web.Response(status=status, text=body)

        self._failures[method].append(answer)

    def hang(self, method: str) -> None:
        """Leave the next call of ``method`` without an answer until the server closes."""

        async def answer(_: web.Request) -> web.Response:
            await self._closing.wait()
            return web.Response(status=503)

        self._failures[method].append(answer)

    def cut(self, method: str) -> None:
        """Break the connection of the next call of ``method``."""

        async def answer(request: web.Request) -> web.Response:
            assert request.transport is not None
            request.transport.close()
            return web.Response(status=503)

        self._failures[method].append(answer)

    async def handle(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        fields = {name: str(value) for name, value in (await request.post()).items()}
        self.calls.append(Call(method, fields))
        self.seen[method].set()
        if self._failures[method]:
            return await self._failures[method].popleft()(request)
        try:
            return web.json_response(
                {"ok": True, "result": await self._perform(request.match_info["token"], method, fields)}
            )
        except Refusal as no:
            return web.json_response(no.body, status=no.body["error_code"])

    async def _perform(self, token: str, method: str, fields: Fields) -> Any:
        if token != TOKEN:
            raise Refusal(401, "Unauthorized")
        if method not in METHODS:
            raise Refusal(404, "Not Found")
        return await METHODS[method](self, fields)

    def close(self) -> None:
        self._closing.set()

    async def get_me(self, _: Fields) -> dict[str, Any]:
        return {"id": 7000000001, "is_bot": True, "first_name": "Front Door", "username": USERNAME}

    async def set_webhook(self, fields: Fields) -> bool:
        if not fields["url"].startswith("https://"):
            raise Refusal(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
        if re.fullmatch(r"[A-Za-z0-9_-]{1,256}", fields["secret_token"]) is None:
            raise Refusal(400, "Bad Request: secret token contains unallowed characters")
        self.webhook = fields["url"]
        return True

    async def delete_webhook(self, _: Fields) -> bool:
        self.webhook = ""
        return True

    async def get_updates(self, fields: Fields) -> list[dict[str, Any]]:
        if self.webhook:
            raise Refusal(409, "Conflict: can't use getUpdates method while webhook is active")
        offset = int(fields.get("offset", "0"))
        # An update numbered below the offset counts as confirmed and is gone for good.
        self.updates = [update for update in self.updates if update["update_id"] >= offset]
        if self.updates:
            return self.updates[:100]
        if not self.later:
            await self._closing.wait()
            return []
        self.updates += self.later.popleft()
        return []

    async def send_message(self, fields: Fields) -> dict[str, Any]:
        size = len(fields["text"].encode("utf-16-le")) // 2
        if size == 0 or size > 4096:
            raise Refusal(
                400, "Bad Request: message text is empty" if size == 0 else "Bad Request: message is too long"
            )
        for row in json.loads(fields.get("reply_markup", "{}")).get("inline_keyboard", []):
            for button in row:
                if not 1 <= len(button["callback_data"].encode()) <= 64:
                    raise Refusal(400, "Bad Request: BUTTON_DATA_INVALID")
        self._message_id += 1
        chat = {"id": int(fields["chat_id"]), "type": "private", "first_name": "하늘"}
        return {"message_id": self._message_id, "date": 1795312800, "chat": chat, "text": fields["text"]}

    async def answer_callback_query(self, fields: Fields) -> bool:
        if fields["callback_query_id"] in self.stale:
            raise Refusal(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        return True

    async def delete_messages(self, fields: Fields) -> bool:
        numbers = json.loads(fields["message_ids"])
        if not 1 <= len(numbers) <= 100:
            raise Refusal(400, "Bad Request: too many message identifiers specified")
        if self.undeletable.intersection(numbers):
            raise Refusal(400, "Bad Request: message can't be deleted for everyone")
        self.deleted += numbers
        return True


METHODS: dict[str, Callable[[TelegramServer, Fields], Awaitable[Any]]] = {
    "getMe": TelegramServer.get_me,
    "setWebhook": TelegramServer.set_webhook,
    "deleteWebhook": TelegramServer.delete_webhook,
    "getUpdates": TelegramServer.get_updates,
    "sendMessage": TelegramServer.send_message,
    "answerCallbackQuery": TelegramServer.answer_callback_query,
    "deleteMessages": TelegramServer.delete_messages,
}


@asynccontextmanager
async def loopback_server() -> AsyncIterator[TelegramServer]:
    """A Bot API on a free port of 127.0.0.1."""
    server = TelegramServer()
    app = web.Application()
    app.router.add_post("/bot{token}/{method}", server.handle)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    server.base_url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield server
    finally:
        server.close()
        await runner.cleanup()


@asynccontextmanager
async def loopback_bot(public_url: str = "", **settings: Any) -> AsyncIterator[tuple[TelegramServer, Telegram]]:
    """A started channel on line ``asan-telegram`` and the Bot API that it talks to."""
    async with loopback_server() as server:
        channel = Telegram("asan-telegram", TOKEN, SECRET, public_url, server.base_url, pause=0.001, **settings)
        try:
            await channel.start()
            yield server, channel
        finally:
            await channel.close()
