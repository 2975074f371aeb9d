"""Two programmes on one server: the staff of each hear of their own families, by whatever way and of whatever kind."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from bot.notices import _TEAM
from data.ids import uuid7
from data.outbox import LEASE
from data.tables import cases, notices, timers
from dialogues.effects import NoticeKind
from dialogues.messages import Inbound, Status
from integrations.exchange.primero import KINDS
from tests.bot.test_rounds import NOON, notified
from tests.bot.world import World, driven, member, rows
from tests.integrations.channels import telegram_server
from tests.integrations.channels.telegram_server import TelegramServer
from tests.integrations.exchange.primero_server import PASSWORD, USER, PrimeroServer, primero_server
from tests.integrations.handoffs.mail_server import MailServer, mail_server
from tests.integrations.handoffs.webhook_server import SECRET, Receiver, receiver

ASAN, KHOREZM = "firststep-asan", "sos-khorezm"
GROUPS = {ASAN: "-1001234567890", KHOREZM: "-1009876543210"}
OTHER_SECRET = "whsec_MTExMTExMTExMTExMTExMTExMTExMTExMTExMTExMTE="
ENDINGS = {ASAN: "FIRSTSTEP_ASAN", KHOREZM: "SOS_KHOREZM"}


@dataclass
class Heard:
    """What the staff of one programme have been told, by way: subjects, first lines, kinds, and calls but logins."""

    mail: list[str] = field(default_factory=list)
    telegram: list[str] = field(default_factory=list)
    webhook: list[str] = field(default_factory=list)
    primero: list[str] = field(default_factory=list)


@dataclass
class Both:
    """The program with two programmes, each of them with a team, a group, a partner and a Primero."""

    there: World
    mail: MailServer
    telegram: TelegramServer
    partners: dict[str, Receiver]
    primeros: dict[str, PrimeroServer]
    settings: dict[str, Any]
    environment: dict[str, str]

    async def heard(self, key: str) -> Heard:
        """What the staff of ``key`` have heard, after all notices that are due."""
        await notified(self.there.door.notices)
        posts = self.telegram.called("sendMessage")
        return Heard(
            [str(one.message["Subject"]) for one in self.mail.deliveries if one.recipients == [f"kim@{key}.example"]],
            [post["text"].partition("\n")[0] for post in posts if post["chat_id"] == GROUPS[key]],
            [event["type"] for event in self.partners[key].events],
            [call for call in self.primeros[key].calls if "token" not in call],
        )

    async def write(self, text: str, line: str = "khorezm-web") -> None:
        """A family writes ``text``."""
        written = Inbound(line=line, provider_id=str(uuid7()), handle=f"{7:032d}", text=text)
        await self.there.door.turns.take([written])
        await self.there.quiet()


@asynccontextmanager
async def both(database_url: str) -> AsyncIterator[Both]:
    """Everything on loopback; each partner takes only what is signed with its own secret."""
    async with (
        mail_server() as mail,
        telegram_server.loopback_server() as telegram,
        receiver() as asan,
        receiver() as khorezm,
        primero_server() as asans,
        primero_server() as khorezms,
    ):
        khorezm.secret = OTHER_SECRET
        partners, primeros = {ASAN: asan, KHOREZM: khorezm}, {ASAN: asans, KHOREZM: khorezms}
        secrets = {ASAN: SECRET, KHOREZM: OTHER_SECRET}
        environment = {
            f"{name}__{ENDINGS[key]}": value
            for key in GROUPS
            for name, value in {
                "STAFF_TELEGRAM_CHAT": GROUPS[key],
                "WEBHOOK_URL": f"http://127.0.0.1:{partners[key].port}/cases",
                "WEBHOOK_SECRET": secrets[key],
                "PRIMERO_URL": f"http://127.0.0.1:{primeros[key].port}",
                "PRIMERO_USER": USER,
                "PRIMERO_PASSWORD": PASSWORD,
            }.items()
        }
        settings: dict[str, Any] = {
            "programmes": f"{ASAN},{KHOREZM}",
            "primero_programmes": f"{ASAN},{KHOREZM}",
            "smtp_url": f"smtp://127.0.0.1:{mail.port}",
            "staff_telegram_token": telegram_server.TOKEN,
            "staff_telegram_secret": telegram_server.SECRET,
            "staff_telegram_base_url": telegram.base_url,
            "demo": True,  # lets webhook and Primero call this machine
        }
        async with driven(database_url, environment=environment, **settings) as there:
            there.door.clock.stand(NOON)
            for key in GROUPS:
                await member(there.store, email=f"kim@{key}.example", programme=key)
            yield Both(there, mail, telegram, partners, primeros, settings, environment)


async def test_a_family_is_told_of_to_its_own_programme_only(database_url: str) -> None:
    """A family of each programme asks for a person: each team hears of one, by each of its ways, in its language."""
    async with both(database_url) as here:
        await here.write("odam kerak")
        assert await here.heard(ASAN) == Heard()
        khorezm = await here.heard(KHOREZM)
        assert (len(khorezm.mail), len(khorezm.telegram), len(khorezm.primero)) == (1, 1, 1)
        assert khorezm.webhook == ["case.opened"]
        assert khorezm.telegram[0].startswith("Yangi murojaat")
        await here.write("사람", line="asan-web")
        asan = await here.heard(ASAN)
        assert (len(asan.mail), len(asan.telegram), asan.webhook, len(asan.primero)) == (1, 1, ["case.opened"], 1)
        assert await here.heard(KHOREZM) == khorezm


async def test_every_kind_of_notice_stays_with_the_programme(database_url: str) -> None:
    """Whatever a notice is about, it goes by the ways of the case's programme, and by no other's."""
    async with both(database_url) as here:
        await here.write("odam kerak")
        before = await here.heard(KHOREZM)
        (case,) = await rows(here.there.store, cases)
        fresh = {"case_id": case.id, "status": Status.QUEUED.value, "send_after": NOON, "at": NOON, "status_at": NOON}
        async with here.there.store.database.write() as connection:
            for kind in NoticeKind:
                await connection.execute(notices.insert(), {**fresh, "id": uuid7(), "kind": kind.value})
        after = await here.heard(KHOREZM)
        assert await here.heard(ASAN) == Heard()
        assert sorted(after.webhook) == sorted([*before.webhook, *NoticeKind])
        assert len(after.telegram) - len(before.telegram) == len(_TEAM) + 1, "and that it was claimed"
        assert len(after.mail) - len(before.mail) == len(NoticeKind) - 2, "not that it is claimed or closed"
        assert len(after.primero) - len(before.primero) >= len(KINDS)


async def test_alarm_and_escalation_stay_with_the_programme(database_url: str) -> None:
    """A crisis in Khorezm rings there, again and up to the supervisor; in Korea nothing is heard of it."""
    async with both(database_url) as here:
        await member(here.there.store, email="noeul@khorezm.example", supervisor=True, programme=KHOREZM)
        await member(here.there.store, email="noeul@asan.example", supervisor=True)
        await here.write("Erim hozir meni urayapti")
        for _ in range(2):
            (timer,) = await rows(here.there.store, timers, timers.c.kind == "escalation")
            here.there.door.clock.stand(timer.due_at)
            await here.there.door.rounds.fire_due()
        heard = await here.heard(KHOREZM)
        assert {"case.crisis", "case.escalated", "case.escalated_to_supervisor"} <= set(heard.webhook)
        assert len(heard.telegram) >= 3
        assert await here.heard(ASAN) == Heard()
        told = {recipient for one in here.mail.deliveries for recipient in one.recipients}
        assert told == {f"kim@{KHOREZM}.example", "noeul@khorezm.example"}


async def test_a_programme_without_a_group_has_none(database_url: str) -> None:
    """Where only the other programme has a group and a partner, its families are told of by mail alone."""
    async with mail_server() as mail, telegram_server.loopback_server() as telegram:
        settings: dict[str, Any] = {
            "programmes": f"{ASAN},{KHOREZM}",
            "smtp_url": f"smtp://127.0.0.1:{mail.port}",
            "staff_telegram_token": telegram_server.TOKEN,
            "staff_telegram_secret": telegram_server.SECRET,
            "staff_telegram_base_url": telegram.base_url,
        }
        given = {"STAFF_TELEGRAM_CHAT__FIRSTSTEP_ASAN": GROUPS[ASAN]}
        async with driven(database_url, environment=given, **settings) as there:
            await member(there.store, email="kim@khorezm.example", programme=KHOREZM)
            await there.door.turns.take([Inbound(line="khorezm-web", provider_id="1", handle="k" * 32, text="odam")])
            await notified(there.door.notices)
            assert {row.way for row in await rows(there.store, notices, notices.c.way != "")} == {"mail"}
        assert (len(mail.deliveries), telegram.called("sendMessage")) == (1, [])


async def test_a_notice_under_way_goes_to_the_group_that_is_set_now(database_url: str) -> None:
    """Between a notice and its sending the server was started with another group: the old one is not written to."""
    async with both(database_url) as here:
        await here.write("odam kerak")
        assert await here.there.door.notices.send_due() == 1, "spread over ways"
        moved = here.environment | {"STAFF_TELEGRAM_CHAT__SOS_KHOREZM": "-1005"}
        async with driven(database_url, environment=moved, **here.settings) as again:
            again.door.clock.stand(NOON)
            await notified(again.door.notices)
        assert [post["chat_id"] for post in here.telegram.called("sendMessage")] == ["-1005"]


async def test_a_process_leaves_what_it_does_not_serve(database_url: str) -> None:
    """A process that serves one programme touches no other's notice: whoever serves that takes it, after the lease."""
    async with both(database_url) as here:
        await here.write("odam kerak")
        only = {name: value for name, value in here.environment.items() if name.endswith(ENDINGS[ASAN])}
        alone = here.settings | {"programmes": ASAN, "primero_programmes": ASAN}
        async with driven(database_url, environment=only, **alone) as other:
            other.door.clock.stand(NOON)
            await notified(other.door.notices)
        assert await here.heard(ASAN) == Heard()
        assert await here.heard(KHOREZM) == Heard()
        here.there.door.clock.move(LEASE + timedelta(seconds=1))
        assert (await here.heard(KHOREZM)).webhook == ["case.opened"]
