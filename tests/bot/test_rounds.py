"""Timers: what was to happen later happens then, once, however many look after it and whatever was restarted."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import UUID

from bot.dispatcher import pause
from bot.notices import Notices
from data.outbox import LEASE
from data.tables import messages, notices, timers
from data.timers import claim
from dialogues.events import AlarmAcknowledged, CaseClaimed, VisitCancelled, VisitMoved
from integrations.errors import ProviderDown
from tests.bot.world import World, driven, lines, member, outbound, rows
from tests.integrations.handoffs.mail_server import MailServer, mail_server

NOON = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)  # Monday 12:00 in Asan


async def booked(there: World) -> tuple[str, UUID]:
    """A family on Telegram with a visit in ten days at noon; returns who has the case, and the visit."""
    there.door.clock.stand(NOON)
    await there.take("telegram", "사람")
    staff = await member(there.store)
    visit = await there.visit("telegram", staff, NOON + timedelta(days=10))
    await there.quiet()
    return staff.hex, visit


async def reminders(there: World) -> list[datetime]:
    return sorted(row.due_at for row in await rows(there.store, timers, timers.c.kind == "reminder"))


async def reminded(there: World) -> list[str]:
    """The status of every reminder that was written, after all that was due has happened."""
    await there.door.rounds.fire_due()
    await there.door.dispatcher.send_due()
    await there.quiet()
    return [status for status, _ in await outbound(there.store, messages.c.purpose == "reminder")]


async def test_a_reminder_comes_at_its_time_and_once(database_url: str) -> None:
    """Three days, one day and two hours before the visit, not a second earlier, and never again."""
    async with driven(database_url) as there:
        await booked(there)
        starts = NOON + timedelta(days=10)
        expected = [starts - timedelta(days=3), starts - timedelta(days=1), starts - timedelta(hours=2)]
        assert await reminders(there) == expected
        for number, at in enumerate(expected):
            there.door.clock.stand(at - timedelta(seconds=1))
            assert len(await reminded(there)) == number
            there.door.clock.stand(at)
            assert await reminded(there) == ["sent"] * (number + 1)
            assert len(await reminded(there)) == number + 1
        there.door.clock.stand(starts + timedelta(days=1))
        assert len(await reminded(there)) == 3
        assert await reminders(there) == []


async def test_two_workers_remind_once(postgres_url: str) -> None:
    """Both look at the same moment: the family gets one reminder."""
    async with (
        driven(postgres_url) as one,
        driven(postgres_url, environment=lines(one.twilio.url, one.telegram.base_url)) as other,
    ):
        await booked(one)
        for there in (one, other):
            there.door.clock.stand(NOON + timedelta(days=7))
        await asyncio.gather(*(there.door.rounds.fire_due() for there in (one, other) * 4))
        await one.quiet()
        assert len(await outbound(one.store, messages.c.purpose == "reminder")) == 1


async def test_rounds_at_once_in_one_process_remind_once(database_url: str) -> None:
    """The same within one process, on both databases."""
    async with driven(database_url) as there:
        await booked(there)
        there.door.clock.stand(NOON + timedelta(days=7))
        await asyncio.gather(*(there.door.rounds.fire_due() for _ in range(5)))
        assert len(await reminded(there)) == 1


async def test_a_moved_visit_takes_its_reminders_along(database_url: str) -> None:
    """In the same transaction the old reminders go and the new ones stand; one that fires meanwhile does nothing."""
    async with driven(database_url) as there:
        staff, visit = await booked(there)
        there.door.clock.stand(NOON + timedelta(days=7))
        moving = there.happen(VisitMoved, "telegram", staff=staff, visit=visit, starts_at=NOON + timedelta(days=20))
        await asyncio.gather(moving, there.door.rounds.fire_due())
        old = [at for at in await reminders(there) if at < NOON + timedelta(days=16)]
        assert (old, len(await reminders(there))) == ([], 3)
        there.door.clock.stand(NOON + timedelta(days=16))
        assert len(await reminded(there)) <= 1, "at most the one that was on its way at the moment of the move"


async def test_a_cancelled_visit_has_no_reminders(database_url: str) -> None:
    """Nothing reminds of a visit that will not be."""
    async with driven(database_url) as there:
        staff, visit = await booked(there)
        await there.happen(VisitCancelled, "telegram", staff=staff, visit=visit)
        there.door.clock.stand(NOON + timedelta(days=9, hours=23))
        assert await reminded(there) == []
        assert await reminders(there) == []


async def test_a_restart_loses_no_timer(database_url: str) -> None:
    """The program ends with a timer just leased; the next one fires it when the lease is over, once."""
    async with driven(database_url) as there:
        await booked(there)
        there.door.clock.stand(NOON + timedelta(days=7))
        assert len(await claim(there.store, there.door.clock.now())) == 1
    async with driven(database_url) as there:
        there.door.clock.stand(NOON + timedelta(days=7, seconds=30))
        assert await reminded(there) == []
        there.door.clock.stand(NOON + timedelta(days=7) + LEASE)
        assert await reminded(there) == ["sent"]
        assert await reminded(there) == ["sent"]


async def test_a_timer_waits_for_its_line(database_url: str) -> None:
    """A reminder that falls due while its line is switched off is given once the line is on again."""
    async with driven(database_url) as there:
        await booked(there)
    async with driven(database_url, environment={}) as there:
        there.door.clock.stand(NOON + timedelta(days=7))
        assert await reminded(there) == []
    async with driven(database_url) as there:
        there.door.clock.stand(NOON + timedelta(days=7) + LEASE)
        assert await reminded(there) == ["sent"]


async def test_a_timer_that_was_put_off_does_not_fire(database_url: str) -> None:
    """Between a look at the timers and the turn, the timer was put off: it stands, and nothing happens now."""
    async with driven(database_url) as there:
        await booked(there)
        there.door.clock.stand(NOON + timedelta(days=7))
        (leased,) = await claim(there.store, there.door.clock.now())
        async with there.store.database.write() as connection:
            later = NOON + timedelta(days=8)
            await connection.execute(
                timers.update().where(timers.c.id == leased.id).values(due_at=later, lease_until=None)
            )
        await there.door.rounds._fire(leased)
        assert await reminded(there) == []
        there.door.clock.stand(NOON + timedelta(days=8))
        assert await reminded(there) == ["sent"]


# --- escalation, up to the supervisor's mail ---


async def told(there: World, server: MailServer) -> list[tuple[str, str]]:
    """(recipient, first words of the subject) of the mails since the last look, after all that was due has happened."""
    await there.door.rounds.fire_due()
    await notified(there.door.notices)
    found = [(mail.recipients[0].partition("@")[0], str(mail.message["Subject"])) for mail in server.deliveries]
    server.deliveries.clear()
    return sorted(
        (to, subject.removeprefix("[Front Door] ").rpartition(" · ")[0].rpartition(" ")[0]) for to, subject in found
    )


async def notified(round_: Notices) -> None:
    while await round_.send_due():
        pass


async def test_an_unclaimed_case_comes_to_the_supervisor(database_url: str) -> None:
    """The team is told, told again, then the supervisor; after that it is quiet."""
    async with mail_server() as server, driven(database_url, smtp_url=f"smtp://127.0.0.1:{server.port}") as there:
        there.door.clock.stand(NOON)
        await member(there.store, name="김담당", email="kim@centre.example")
        await member(there.store, name="박팀장", email="park@centre.example", supervisor=True)
        await there.take("telegram", "사람")
        assert await told(there, server) == [("kim", "새 접수")]
        (timer,) = await rows(there.store, timers, timers.c.kind == "escalation")
        there.door.clock.stand(timer.due_at - timedelta(seconds=1))
        assert await told(there, server) == []
        there.door.clock.stand(timer.due_at)
        assert await told(there, server) == [("kim", "담당자 필요")]
        (timer,) = await rows(there.store, timers, timers.c.kind == "escalation")
        there.door.clock.stand(timer.due_at)
        assert await told(there, server) == [("park", "책임자 확인 필요")]
        assert await rows(there.store, timers, timers.c.kind == "escalation") == []
        there.door.clock.move(timedelta(days=5))
        assert await told(there, server) == []


async def test_a_claimed_case_does_not_escalate(database_url: str) -> None:
    """Whoever takes the case ends its clock."""
    async with mail_server() as server, driven(database_url, smtp_url=f"smtp://127.0.0.1:{server.port}") as there:
        there.door.clock.stand(NOON)
        staff = await member(there.store)
        await there.take("telegram", "사람")
        await there.happen(CaseClaimed, "telegram", staff=staff.hex)
        server.deliveries.clear()
        await told(there, server)
        there.door.clock.move(timedelta(days=30))
        assert await told(there, server) == []


async def test_a_crisis_rings_until_somebody_acknowledges_it(database_url: str) -> None:
    """Team and supervisor hear of a crisis at once, and the supervisor again and again until it was seen."""
    async with mail_server() as server, driven(database_url, smtp_url=f"smtp://127.0.0.1:{server.port}") as there:
        there.door.clock.stand(NOON)
        staff = await member(there.store)
        await member(there.store, name="박팀장", email="park@centre.example", supervisor=True)
        await there.take("telegram", "죽고 싶어요")
        assert [to for to, _ in await told(there, server)] == ["kim", "park"]
        heard = []
        for _ in range(8):
            there.door.clock.move(timedelta(minutes=10))
            heard += await told(there, server)
        assert [to for to, _ in heard].count("park") >= 4
        await there.happen(CaseClaimed, "telegram", staff=staff.hex)
        await there.happen(AlarmAcknowledged, "telegram", staff=staff.hex)
        await told(there, server)
        there.door.clock.move(timedelta(days=1))
        assert await told(there, server) == []


async def test_a_mail_server_that_is_down_is_tried_again(database_url: str) -> None:
    """A notice waits for the mail server, each recipient's by itself, and arrives once."""
    async with mail_server() as server, driven(database_url, smtp_url=f"smtp://127.0.0.1:{server.port}") as there:
        there.door.clock.stand(NOON)
        await member(there.store)
        server.replies["DATA"] = "451 busy"
        await there.take("telegram", "사람")
        assert await told(there, server) == []
        (row,) = await rows(there.store, notices, notices.c.way == "mail")
        assert (row.status, row.reason, row.attempts) == ("queued", "mail:451", 1)
        server.replies.clear()
        assert await told(there, server) == [], "not before its time"
        there.door.clock.move(pause(1, ProviderDown("x")))
        assert await told(there, server) == [("kim", "새 접수")]
        there.door.clock.move(timedelta(days=1))
        assert ("kim", "새 접수") not in await told(there, server)
