"""Claiming a case from the staff's Telegram group, through the real webhook."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest

from bot.staffing import telegram_code
from data import cases, staff
from data.staff import Member
from tests.bot.world import World, member, world
from tests.integrations.channels.telegram_server import TOKEN, TelegramServer, loopback_server

GROUP, HANA, BADA = "-1001234567890", 5550001, 5550002
SECRET = "staff-hook-secret"
ASAN, KHOREZM = "firststep-asan", "sos-khorezm"
KHOREZMS = "-1009876543210"
ELSEWHERE = "-1005555555555"


@pytest.fixture
async def group(database_url: str) -> AsyncIterator[tuple[World, TelegramServer]]:
    """The program with a staff group, and the Telegram it talks to."""
    async with (
        loopback_server() as telegram,
        world(database_url, **bot(telegram), staff_telegram_chat=GROUP) as the_world,
    ):
        yield the_world, telegram


def bot(telegram: TelegramServer) -> dict[str, Any]:
    """The settings of the staff bot."""
    return {
        "staff_telegram_token": TOKEN,
        "staff_telegram_secret": SECRET,
        "staff_telegram_base_url": telegram.base_url,
    }


@asynccontextmanager
async def two_groups(database_url: str, **chats: str) -> AsyncIterator[World]:
    """The program with two programmes; ``chats`` are their groups, by the end of the variable."""
    given = {f"STAFF_TELEGRAM_CHAT__{ending}": chat for ending, chat in chats.items()}
    async with (
        loopback_server() as telegram,
        world(database_url, environment=given, programmes=f"{ASAN},{KHOREZM}", **bot(telegram)) as the_world,
    ):
        yield the_world


async def call(the_world: World, update: dict[str, Any], secret: str = SECRET) -> httpx.Response:
    """One call of Telegram to the staff bot's webhook."""
    headers = {"x-telegram-bot-api-secret-token": secret}
    address = f"{the_world.door.settings.public_url}/hooks/staff-telegram"
    async with httpx.AsyncClient(timeout=30) as client:
        return await client.post(address, json=update, headers=headers)


def pressed(case: str, user: int, chat: str = GROUP) -> dict[str, Any]:
    who = {"id": user, "is_bot": False, "first_name": "x"}
    message = {"message_id": 9, "date": 1795312800, "chat": {"id": int(chat), "type": "supergroup"}, "text": "…"}
    query = {"id": f"q{user}", "from": who, "message": message, "chat_instance": "1", "data": f"claim:{case}"}
    return {"update_id": user, "callback_query": query}


def wrote(text: str, user: int) -> dict[str, Any]:
    who = {"id": user, "is_bot": False, "first_name": "x"}
    message = {"message_id": 9, "date": 1795312800, "chat": {"id": user, "type": "private"}, "from": who, "text": text}
    return {"update_id": user, "message": message}


async def linked(the_world: World, name: str, user: int, programme: str = ASAN) -> Member:
    """A caseworker whose Telegram account is linked by the code that the console shows."""
    hired = await member(the_world.store, name=name, email=f"{name}@centre.example", programme=programme)
    found = await staff.by_id(the_world.store, hired)
    assert found is not None
    code = telegram_code(the_world.store.vault, found, the_world.door.clock.now())
    answer = await call(the_world, wrote(f"/start {code}", user))
    assert answer.json()["method"] == "sendMessage"
    return found


async def opened(the_world: World) -> str:
    """A case that waits; its id in hex."""
    await the_world.take("webchat", "사람")
    supervisor = await staff.by_id(
        the_world.store, await member(the_world.store, supervisor=True, email="noeul@centre.example")
    )
    assert supervisor is not None
    (row,) = await cases.inbox(the_world.store, supervisor, cases.Tab.WAITING, the_world.door.clock.now())
    return row.id.hex


async def test_of_two_presses_one_claims(group: tuple[World, TelegramServer]) -> None:
    """Two caseworkers press at once: one is told that the case is theirs, the other who was first."""
    the_world, _ = group
    case = await opened(the_world)
    await linked(the_world, "hana", HANA)
    await linked(the_world, "bada", BADA)
    answers = await asyncio.gather(*(call(the_world, pressed(case, user)) for user in (HANA, BADA)))
    told = sorted(answer.json()["text"] for answer in answers)
    assert all(answer.json()["method"] == "answerCallbackQuery" for answer in answers)
    assert told[0].startswith("맡으셨어요")
    assert told[1] in ("이미 hana 님이 맡았어요.", "이미 bada 님이 맡았어요.")


async def test_a_press_again_is_still_theirs(group: tuple[World, TelegramServer]) -> None:
    """Telegram delivers a press twice: the second time it is still theirs."""
    the_world, _ = group
    case = await opened(the_world)
    await linked(the_world, "hana", HANA)
    answers = [(await call(the_world, pressed(case, HANA))).json()["text"] for _ in range(2)]
    assert answers[0] == answers[1]


async def test_a_stranger_claims_nothing(group: tuple[World, TelegramServer]) -> None:
    """A Telegram account that nobody linked is told to link it, and the case stays unclaimed."""
    the_world, _ = group
    case = await opened(the_world)
    assert "연결" in (await call(the_world, pressed(case, 999))).json()["text"]
    assert (await the_world.state("webchat")).worker == ""


async def test_a_wrong_code_links_nobody(group: tuple[World, TelegramServer]) -> None:
    """A code that the console did not show links no account."""
    the_world, _ = group
    assert "코드가 맞지 않거나" in (await call(the_world, wrote("/start QUJD", 999))).json()["text"]
    assert await staff.by_telegram(the_world.store, "999") is None


async def test_a_forged_press_is_refused(group: tuple[World, TelegramServer]) -> None:
    """Without the secret nothing is claimed."""
    the_world, _ = group
    case = await opened(the_world)
    await linked(the_world, "hana", HANA)
    assert (await call(the_world, pressed(case, HANA), secret="guessed")).status_code == 403
    assert (await the_world.state("webchat")).worker == ""


@pytest.mark.parametrize("chat", [KHOREZMS, ELSEWHERE, str(HANA)])
async def test_a_press_outside_of_the_programmes_group_claims_nothing(database_url: str, chat: str) -> None:
    """In another programme's group, in one we do not know, in a private chat: who may claim it does so in their own."""
    async with two_groups(database_url, FIRSTSTEP_ASAN=GROUP, SOS_KHOREZM=KHOREZMS) as the_world:
        case = await opened(the_world)
        await linked(the_world, "hana", HANA)
        assert "볼 수 없어요" in (await call(the_world, pressed(case, HANA, chat))).json()["text"]
        assert (await the_world.state("webchat")).worker == ""
        assert (await call(the_world, pressed(case, HANA))).json()["text"].startswith("맡으셨어요")


@pytest.mark.parametrize("chat", [GROUP, KHOREZMS])
async def test_staff_of_another_programme_claim_nothing(database_url: str, chat: str) -> None:
    """A caseworker of Khorezm who sits in Asan's group, or knows a case's id, gets no case of Asan."""
    async with two_groups(database_url, FIRSTSTEP_ASAN=GROUP, SOS_KHOREZM=KHOREZMS) as the_world:
        case = await opened(the_world)
        await linked(the_world, "bahor", BADA, KHOREZM)
        assert "ochiq emas" in (await call(the_world, pressed(case, BADA, chat))).json()["text"]
        assert (await the_world.state("webchat")).worker == ""


async def test_a_press_from_nowhere_claims_nothing(database_url: str) -> None:
    """Where Telegram does not tell the chat, and the programme has no group, one nothing is not the other."""
    async with two_groups(database_url, SOS_KHOREZM=KHOREZMS) as the_world:
        case = await opened(the_world)
        await linked(the_world, "hana", HANA)
        update = pressed(case, HANA)
        del update["callback_query"]["message"]
        assert "볼 수 없어요" in (await call(the_world, update)).json()["text"]
        assert (await the_world.state("webchat")).worker == ""


async def test_two_programmes_may_share_a_group(database_url: str) -> None:
    """Where both name the same group, each one's caseworkers claim their own cases in it."""
    async with two_groups(database_url, FIRSTSTEP_ASAN=GROUP, SOS_KHOREZM=GROUP) as the_world:
        case = await opened(the_world)
        await linked(the_world, "bahor", BADA, KHOREZM)
        await linked(the_world, "hana", HANA)
        assert "ochiq emas" in (await call(the_world, pressed(case, BADA))).json()["text"]
        assert (await call(the_world, pressed(case, HANA))).json()["text"].startswith("맡으셨어요")


async def test_a_stranger_is_answered_in_the_groups_language(database_url: str) -> None:
    """Who has not linked an account is told how in the language of those whose group it is."""
    async with two_groups(database_url, FIRSTSTEP_ASAN=GROUP, SOS_KHOREZM=KHOREZMS) as the_world:
        case = await opened(the_world)
        assert "Telegramingizni ulang" in (await call(the_world, pressed(case, 999, KHOREZMS))).json()["text"]
        assert "연결" in (await call(the_world, pressed(case, 999, ELSEWHERE))).json()["text"]
