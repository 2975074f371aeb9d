"""A simulated conversation goes as a real one: the same answers, timers, gate and case."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.simulator.script import Did
from dialogues.effects import Notify, OpenCase, Refuse, Say, TimerKind
from dialogues.events import EscalationDue, IntakeExpired, MessageReceived, ReminderDue
from dialogues.gate import Drop, Hold, Send
from dialogues.messages import Purpose
from dialogues.reading import Guess, Hit, Reading, Severity
from dialogues.rules import Rule
from dialogues.state import HOME, VisitStatus
from tests.bot.simulator.stage import START, STORY, acted, played, script, wrote
from tests.serving import NoEngine

BOOKED = acted("claim", "book 2026-11-30 10:30")


class Learned(NoEngine):
    """An engine that has learned one crisis from examples."""

    async def parse(self, texts: Sequence[str]) -> list[Reading]:
        """A crisis in every text, and a guess."""
        hit = Hit("suicide_thoughts", Severity.S0)
        return [Reading(crisis=hit, ranking=(Guess("thanks", 0.4),)) for _ in texts]


async def test_the_same_script_gives_the_same_conversation():
    """A reload shows what was there before, to the last letter of a case's code."""
    written = script(*wrote(*STORY), *BOOKED, (Did.WAITED, "3d"))
    assert await played(written) == await played(written)


async def test_a_referral_opens_a_case_with_what_was_told():
    """What staff would get is what the family said."""
    done = await played(script(*wrote(*STORY)))
    assert done.state.flow == HOME
    last = done.scenes[-1].explained
    assert last
    (opened,) = (effect for effect in last.effects if isinstance(effect, OpenCase))
    assert done.document.answers == opened.document.answers
    assert done.document.name == "달님"
    assert done.document.needs == ("visit", "money")
    assert done.document.id == done.state.case


async def test_before_a_case_the_document_holds_what_is_known_so_far():
    """Without a case one can see what it would hold."""
    done = await played(script(*wrote(*STORY[:4])))
    assert done.state.case is None
    assert {record.question for record in done.document.answers} >= {"situation", "weeks", "district"}


async def test_buttons_and_numbers_mean_the_same():
    """A pressed choice and its number lead to the same question."""
    pressed = await played(script(*wrote(STORY[0]), (Did.PRESSED, "consent:agree")))
    written = await played(script(*wrote(STORY[0], "1"), line="asan-sms"))
    assert pressed.state.asked == written.state.asked == "sensitive"


async def test_an_sms_line_tells_the_number_and_others_do_not():
    """Whoever wants to be called need not type what the line knows."""
    asks = (*wrote(*STORY[:6]), (Did.PRESSED, "contact:call"))
    assert (await played(script(*asks, line="asan-sms"))).state.answers["phone"].value == "+821055501234"
    assert (await played(script(*asks))).state.asked == "phone"


async def test_timers_that_fall_due_are_played_at_their_own_moment():
    """Three days before the visit its reminder comes, and not at the end of the wait."""
    done = await played(script(*wrote(*STORY), *BOOKED, (Did.WAITED, "3d"), *[(Did.WAITED, "1d")] * 2))
    (reminder,) = (scene for scene in done.scenes if scene.explained and isinstance(scene.explained.event, ReminderDue))
    assert timedelta(days=3) < reminder.at - START < timedelta(days=5)
    assert reminder.at != done.now
    assert [delivery.say.purpose for delivery in reminder.deliveries] == [Purpose.REMINDER]
    assert done.now == START + timedelta(days=5)


async def test_a_cancelled_visit_reminds_nobody():
    """Timers that were taken back do not come."""
    done = await played(script(*wrote(*STORY), *BOOKED, *acted("cancel"), (Did.WAITED, "3d"), (Did.WAITED, "3d")))
    assert done.state.visits[0].status is VisitStatus.CANCELLED
    assert not [scene for scene in done.scenes if scene.explained and isinstance(scene.explained.event, ReminderDue)]
    assert TimerKind.REMINDER not in {kind for _, kind in done.timers}


async def test_an_alarm_that_rings_again_and_again_is_told_once():
    """Hundreds of reminders to staff are one line with their number."""
    done = await played(script(*wrote("안녕하세요", "죽고 싶어요"), (Did.WAITED, "3d")))
    rings = [scene for scene in done.scenes if scene.explained and isinstance(scene.explained.event, EscalationDue)]
    assert len(rings) < 4
    assert sum(scene.times for scene in rings) > 300


async def test_a_conversation_left_alone_is_forgotten():
    """The promise of the consent is kept here too."""
    waits = ((Did.WAITED, "3d"),) * 11
    done = await played(script(*wrote(*STORY[:4]), *waits))
    assert any(isinstance(scene.explained.event, IntakeExpired) for scene in done.scenes if scene.explained)
    assert not done.state.answers


async def test_what_the_gate_holds_goes_out_when_its_time_comes():
    """At eleven in the evening a caseworker's words wait for the morning."""
    night = (Did.WAITED, "1h")
    done = await played(script(*wrote(*STORY), *[night] * 13, *acted("claim", "reply 안녕하세요"), (Did.WAITED, "1d")))
    held = [one for scene in done.scenes for one in scene.deliveries if isinstance(one.verdict, Hold)]
    assert [one.say.text for one in held][-1] == "안녕하세요"
    late = [one for scene in done.scenes if scene.explained is None for one in scene.deliveries]
    assert [one.say.text for one in late if isinstance(one.verdict, Send)][-1] == "안녕하세요"
    assert not done.held


async def test_what_the_gate_drops_is_told_with_its_reason():
    """Nobody is written to who wants calls only."""
    contact = (*wrote(*STORY[:6]), (Did.PRESSED, "contact:call"), *wrote("010-2345-6789", "1", "1", "달님", "1"))
    done = await played(script(*contact, (Did.WAITED, "1d"), *acted("claim", "reply 안녕하세요")))
    (dropped,) = done.scenes[-1].deliveries
    assert dropped.verdict == Drop(reason="call-only")
    assert dropped.message is None


async def test_words_that_others_may_read_are_discreet():
    """On a shared phone a visit is told in words that say nothing."""
    shared = (*wrote(*STORY[:8]), (Did.PRESSED, "others_read:shared"), *wrote("달님", "1"))
    done = await played(script(*shared, (Did.WAITED, "1d"), *BOOKED))
    (told,) = done.scenes[-1].deliveries
    assert told.message
    assert told.message.text == told.say.discreet_text != told.say.text


async def test_after_a_day_whatsapp_takes_only_a_template():
    """The channel's window is the channel's own."""
    late = (*wrote(*STORY), (Did.WAITED, "1d"), (Did.WAITED, "1h"), *acted("claim"))
    by_whatsapp = (await played(script(*late, line="asan-whatsapp"))).scenes[-1].deliveries[0].message
    by_telegram = (await played(script(*late))).scenes[-1].deliveries[0].message
    assert by_whatsapp
    assert by_whatsapp.template
    assert by_telegram
    assert not by_telegram.template


async def test_a_crisis_is_known_as_the_lexicons_or_the_models():
    """Which of the two found it can be seen from what the lexicon alone says."""
    lexicon = (await played(script(*wrote("안녕하세요", "죽고 싶어요")))).scenes[-1].understood
    model = (await played(script(*wrote("안녕하세요", "오늘은 날이 흐려요")), Learned())).scenes[-1].understood
    assert lexicon
    assert lexicon.told == lexicon.reading.crisis
    assert model
    assert model.reading.crisis
    assert model.told is None


async def test_what_cannot_be_done_is_refused_as_in_the_console():
    """A reply without a case is a refusal, and nothing is said."""
    done = await played(script(*acted("reply 안녕하세요")))
    assert done.scenes[0].explained
    assert [type(effect) for effect in done.scenes[0].explained.effects] == [Refuse]


async def test_while_a_caseworker_talks_the_bot_is_silent_and_staff_are_told():
    """Owner and rule are those of the program."""
    done = await played(script(*wrote(*STORY), *acted("claim", "reply 안녕하세요"), *wrote("네 안녕하세요")))
    last = done.scenes[-1].explained
    assert last
    assert isinstance(last.event, MessageReceived)
    assert last.rules == (Rule.OWNED,)
    assert any(isinstance(effect, Notify) for effect in last.effects)
    assert not any(isinstance(effect, Say) for effect in last.effects)


@pytest.mark.parametrize("did", [Did.OPENED, Did.SHOWED, Did.BLOCKED, Did.UNBLOCKED])
async def test_everything_a_family_can_do_without_words_can_be_played(did: Did):
    """None of it breaks the conversation, at its beginning or later."""
    done = await played(script((did, ""), *wrote("안녕하세요"), (did, "")))
    assert len(done.scenes) == 3
