"""Words that wait for a safe hour: they go out then, once, and never when they were taken back."""

from __future__ import annotations

from datetime import timedelta

from dialogues.events import CaseClaimed, VisitBooked, VisitCancelled, VisitMoved, WorkerReplied
from tests.bot.test_dispatcher import MORNING, NIGHT, NUMBER, due, settled, statuses
from tests.bot.world import World, driven, member
from tests.integrations.channels.twilio_server import Refusal


async def case_at_night(there: World) -> str:
    """A family that asked for a person an hour ago, a caseworker who has the case; it is night. Returns who."""
    there.door.clock.stand(NIGHT - timedelta(hours=1))
    await there.take("sms", "사람")
    staff = await member(there.store)
    await there.happen(CaseClaimed, "sms", staff=staff.hex)
    await there.quiet()
    there.door.clock.stand(NIGHT)
    return staff.hex


async def test_held_words_go_out_when_the_hour_comes(database_url: str) -> None:
    """What a caseworker writes at night waits for the morning, counts as no attempt, and goes out once."""
    async with driven(database_url) as there:
        staff = await case_at_night(there)
        await there.happen(WorkerReplied, "sms", staff=staff, text="내일 뵐게요")
        await settled(there)
        assert (await statuses(there))[-1] == ("queued", "safe-hours", 0)
        assert await due(there, timedelta(hours=8, minutes=59)) == 0
        assert await due(there, timedelta(minutes=2)) == 1
        assert (await statuses(there))[-1] == ("sent", "", 1)
        assert [text for text in there.delivered("sms") if "내일 뵐게요" in text] == ["내일 뵐게요"]
        assert not there.twilio.requests[-1].query, "nobody was asked whether they already have it"


async def test_what_was_taken_back_while_it_waited_never_goes_out(database_url: str) -> None:
    """A visit booked, moved and cancelled in one night: in the morning the family hears of the cancelling only."""
    async with driven(database_url) as there:
        staff = await case_at_night(there)
        visit = await there.happen(VisitBooked, "sms", staff=staff, starts_at=NIGHT + timedelta(days=5))
        await settled(there)
        await there.happen(VisitMoved, "sms", staff=staff, visit=visit, starts_at=NIGHT + timedelta(days=6))
        await there.happen(VisitCancelled, "sms", staff=staff, visit=visit)
        await settled(there)
        before = len(there.delivered("sms"))
        assert await due(there, MORNING) == 1
        assert [status for status, _, _ in await statuses(there)][-3:] == ["revoked", "revoked", "sent"]
        assert len(there.delivered("sms")) == before + 1


async def test_what_was_taken_back_in_the_instant_of_its_sending_is_not_tried_again(database_url: str) -> None:
    """A visit is moved while the words about it are being sent and fail: they do not go out later."""
    async with driven(database_url) as there:
        there.door.clock.stand(NIGHT - timedelta(hours=12))
        await there.take("sms", "사람")
        staff = await member(there.store)
        await there.happen(CaseClaimed, "sms", staff=staff.hex)
        await there.quiet()
        there.twilio.slow, there.twilio.refusals[NUMBER] = 0.05, Refusal(503, None)
        visit = await there.happen(VisitBooked, "sms", staff=staff.hex, starts_at=NIGHT + timedelta(days=5))
        await there.happen(VisitMoved, "sms", staff=staff.hex, visit=visit, starts_at=NIGHT + timedelta(days=6))
        await settled(there)
        there.twilio.refusals.clear()
        await due(there, timedelta(minutes=1))
        assert [status for status, _, _ in await statuses(there)][-2:] == ["revoked", "sent"]
