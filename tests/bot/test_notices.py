"""Notices: who is told of what, by which ways, once each, until it has arrived; and never who the family is."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, cast
from uuid import UUID

import pytest

from bot.notices import _concerned
from data.notices import DueNotice, claim
from data.outbox import LEASE
from data.staff import Member, Role
from data.tables import notices
from data.tables import staff as people
from dialogues.effects import NoticeKind
from dialogues.events import CaseClaimed
from tests.bot.test_rounds import NOON, booked, notified
from tests.bot.world import World, driven, lines, member, rows
from tests.integrations.channels import telegram_server
from tests.integrations.channels.telegram_server import TelegramServer
from tests.integrations.handoffs.mail_server import MailServer, mail_server
from tests.integrations.handoffs.webhook_server import SECRET, Receiver, receiver

GROUP = "-1001234567890"


def staff(number: int, role: Role, centre: str = "") -> Member:
    return Member(
        id=UUID(int=number),
        programme="firststep-asan",
        centre=centre,
        role=role,
        name="",
        email="",
        password_hash="",
        active=True,
        epoch=0,
    )


TEAM = {
    "everywhere": staff(1, Role.CASEWORKER),
    "here": staff(2, Role.CASEWORKER, "onju"),
    "elsewhere": staff(3, Role.CASEWORKER, "eumbong"),
    "boss": staff(4, Role.SUPERVISOR),
}
ALL_HERE = {"everywhere", "here"}

CONCERNED = {
    # kind of notice: who is told while nobody has the case, who when "here" has it
    NoticeKind.OPENED: (ALL_HERE, ALL_HERE),
    NoticeKind.ESCALATED: (ALL_HERE, ALL_HERE),
    NoticeKind.SUPERVISOR: ({"boss"}, {"boss"}),
    NoticeKind.CRISIS: ({*ALL_HERE, "boss"}, {*ALL_HERE, "boss"}),
    NoticeKind.RETURNED: (ALL_HERE, ALL_HERE),
    NoticeKind.REVISED: (ALL_HERE, {"here"}),
    NoticeKind.MESSAGE: (ALL_HERE, {"here"}),
    NoticeKind.UNREACHABLE: (ALL_HERE, {"here"}),
    NoticeKind.VISIT_BOOKED: (ALL_HERE, {"here"}),
    NoticeKind.VISIT_MOVED: (ALL_HERE, {"here"}),
    NoticeKind.VISIT_CANCELLED: (ALL_HERE, {"here"}),
    NoticeKind.VISIT_CONFIRMED: (ALL_HERE, {"here"}),
    NoticeKind.MOVE_REQUESTED: (ALL_HERE, {"here"}),
    NoticeKind.HELPED: (ALL_HERE, {"here"}),
    NoticeKind.CLAIMED: (set(), set()),
    NoticeKind.CLOSED: (set(), set()),
}


def about(kind: NoticeKind, claimed_by: str = "", centre: str = "onju") -> DueNotice:
    """A notice of a case in Onju; what does not tell who is concerned is left out."""
    by = TEAM[claimed_by].id if claimed_by else None
    bare = {"programme": "firststep-asan", "centre": centre, "claimed_by": by, "kind": kind}
    return cast("DueNotice", type("Bare", (), bare))


def names(found: list[Member]) -> set[str]:
    assert len(found) == len({one.id for one in found}), "nobody is told twice"
    return {name for name, one in TEAM.items() if one in found}


@pytest.mark.parametrize("kind", NoticeKind)
def test_who_is_told_by_mail(kind: NoticeKind) -> None:
    """The table says it for every kind of notice; nobody is told of a case that they may not see."""
    everybody = list(TEAM.values())
    assert (names(_concerned(about(kind), everybody)), names(_concerned(about(kind, "here"), everybody))) == CONCERNED[
        kind
    ]


@pytest.mark.parametrize(
    ("kind", "claimed_by", "members", "told"),
    [
        (NoticeKind.OPENED, "", ["boss"], {"boss"}),
        (NoticeKind.SUPERVISOR, "", ["here", "everywhere"], ALL_HERE),
        (NoticeKind.MESSAGE, "here", ["everywhere", "boss"], {"boss"}),
        (NoticeKind.OPENED, "", ["elsewhere", "boss"], {"boss"}),
        (NoticeKind.OPENED, "", [], set()),
    ],
)
def test_somebody_is_told_where_anybody_is(
    kind: NoticeKind, claimed_by: str, members: list[str], told: set[str]
) -> None:
    """Without a team the supervisor hears, without a supervisor the team, and the supervisor for who has left."""
    assert names(_concerned(about(kind, claimed_by), [TEAM[name] for name in members])) == told


@dataclass
class Around:
    """The program and the three ways to reach staff."""

    there: World
    mail: MailServer
    group: TelegramServer
    partner: Receiver
    settings: dict[str, Any]

    async def told(self) -> tuple[int, int, int]:
        """How many mails, group messages and webhook calls there were, after all notices that are due."""
        await notified(self.there.door.notices)
        return len(self.mail.deliveries), len(self.group.called("sendMessage")), len(self.partner.events)


@asynccontextmanager
async def around(database_url: str, **more: object) -> AsyncIterator[Around]:
    """The program with mail, a staff group and a partner's webhook, all on loopback."""
    async with mail_server() as mail, telegram_server.loopback_server() as group, receiver() as partner:
        settings: dict[str, Any] = {
            "smtp_url": f"smtp://127.0.0.1:{mail.port}",
            "staff_telegram_token": telegram_server.TOKEN,
            "staff_telegram_secret": telegram_server.SECRET,
            "staff_telegram_chat": GROUP,
            "staff_telegram_base_url": group.base_url,
            "webhook_url": f"http://127.0.0.1:{partner.port}/cases",
            "webhook_secret": SECRET,
            "demo": True,  # lets the webhook call this machine
            **more,
        }
        async with driven(database_url, **settings) as there:
            there.door.clock.stand(NOON)
            yield Around(there, mail, group, partner, settings)


async def test_each_way_and_each_person_is_told_once(database_url: str) -> None:
    """A new case: one mail to each caseworker, one message in the group, one signed call; on a second look nothing."""
    async with around(database_url) as here:
        for name in ("kim", "lee"):
            await member(here.there.store, email=f"{name}@centre.example")
        await here.there.take("sms", "사람")
        assert await here.told() == (2, 1, 1)
        assert {mail.recipients[0] for mail in here.mail.deliveries} == {"kim@centre.example", "lee@centre.example"}
        assert here.group.called("sendMessage")[0]["chat_id"] == GROUP
        assert [event["type"] for event in here.partner.events] == ["case.opened"]
        here.there.door.clock.move(LEASE * 2)
        assert await here.told() == (2, 1, 1)
        assert {row.status for row in await rows(here.there.store, notices)} == {"sent"}


async def test_a_way_that_fails_is_tried_again_alone(database_url: str) -> None:
    """The partner's system is down: mail and group are told once, the call comes again with the same id, signed."""
    async with around(database_url) as here:
        await member(here.there.store)
        here.partner.answer = (503, {"retry-after": "30"})
        await here.there.take("sms", "사람")
        assert await here.told() == (1, 1, 1)
        here.partner.answer = (204, {})
        here.there.door.clock.move(timedelta(seconds=25))
        assert await here.told() == (1, 1, 1)
        here.there.door.clock.move(timedelta(seconds=10))
        assert await here.told() == (1, 1, 2)
        first, again = (headers["webhook-id"] for headers in here.partner.headers)
        assert first == again
        here.there.door.clock.move(timedelta(days=1))
        assert await here.told() == (1, 1, 2)


async def test_a_refusal_for_good_is_not_repeated(database_url: str) -> None:
    """A partner that answers 410 is not called again for that notice, and the others were told."""
    async with around(database_url) as here:
        await member(here.there.store)
        here.partner.answer = (410, {})
        await here.there.take("sms", "사람")
        assert await here.told() == (1, 1, 1)
        here.there.door.clock.move(timedelta(days=1))
        assert await here.told() == (1, 1, 1)
        (row,) = await rows(here.there.store, notices, notices.c.way == "webhook")
        assert (row.status, row.reason) == ("failed", "webhook:gone")


async def test_somebody_who_has_left_is_not_written_to(database_url: str) -> None:
    """Between the notice and its mail the account was closed: the notice is dropped."""
    async with around(database_url) as here:
        await member(here.there.store)
        await here.there.take("sms", "사람")
        assert await here.there.door.notices.send_due() == 1, "spread over ways"
        async with here.there.store.database.write() as connection:
            await connection.execute(people.update().values(active=False))
        assert (await here.told())[0] == 0
        (row,) = await rows(here.there.store, notices, notices.c.way == "mail")
        assert (row.status, row.reason) == ("dropped", "no-way")


async def test_two_workers_tell_once(postgres_url: str) -> None:
    """Both look for notices at the same moment: everybody is told once."""
    async with around(postgres_url) as here:
        await member(here.there.store)
        given = lines(here.there.twilio.url, here.there.telegram.base_url)
        async with driven(postgres_url, environment=given, **here.settings) as other:
            other.door.clock.stand(NOON)
            await here.there.take("sms", "사람")
            for _ in range(3):
                await asyncio.gather(
                    *(there.door.notices.send_due() for there in (here.there, other, here.there, other))
                )
        assert await here.told() == (1, 1, 1)


async def test_a_process_that_dies_while_it_tells_loses_no_notice(database_url: str) -> None:
    """A notice that was leased and not sent is sent by the next process when the lease is over."""
    async with around(database_url) as here:
        await member(here.there.store)
        await here.there.take("sms", "사람")
        assert len(await claim(here.there.store, datetime.now(UTC) + timedelta(days=400))) == 1
    async with around(database_url) as here:
        here.there.door.clock.stand(datetime.now(UTC) + timedelta(days=400))
        assert await here.told() == (0, 0, 0)
        here.there.door.clock.move(LEASE)
        assert await here.told() == (1, 1, 1)


async def test_no_notice_tells_who_the_family_is(database_url: str) -> None:
    """In no mail, group message or webhook call stands a word, name, number or handle of the family."""
    async with around(database_url) as here:
        there = here.there
        staff_id, _ = await booked(there)
        await there.take(
            "telegram",
            "유니콘이라고 불러 주세요 010-9876-5432",
            "다른 날로 해 주세요",
            "목요일 유니콘 오후요",
            "죽고 싶어요",
        )
        await there.happen(CaseClaimed, "telegram", person=7, staff=staff_id)
        mails, posts, calls = await here.told()
        assert min(mails, posts, calls) >= 1
        assert calls >= 4
        bodies = [
            str(part.get_content())
            for mail in here.mail.deliveries
            for part in mail.message.walk()
            if not part.is_multipart()
        ]
        whole = "\n".join(
            [
                *bodies,
                *(mail.content.decode() for mail in here.mail.deliveries),
                json.dumps(here.group.called("sendMessage"), ensure_ascii=False),
                json.dumps(here.partner.events, ensure_ascii=False),
                json.dumps(here.partner.headers, ensure_ascii=False),
            ]
        )
        assert all("case" not in event["data"] for event in here.partner.events)
        assert "사례" in whole or "접수" in whole, "the notices were read"
        secrets = ("유니콘", "9876-5432", "98765432", "목요일", "죽고", "하늘", "5011000042", "다른 날로")
        assert [secret for secret in secrets if secret in whole] == []


async def test_a_partner_receives_the_case_only_where_that_was_set_up(database_url: str) -> None:
    """With WEBHOOK_DOCUMENT the call holds the whole case, mail and group still nothing of it."""
    async with around(database_url, webhook_document=True) as here:
        await member(here.there.store)
        await here.there.take("sms", "사람")
        await here.told()
        (event,) = here.partner.events
        case = event["data"]["case"]
        assert (case["id"], case["contact"]["line"]) == (event["data"]["id"], "asan-sms")
        others = str(here.mail.deliveries[0].message.get_content()) + json.dumps(here.group.called("sendMessage"))
        assert case["conversation"] not in others
