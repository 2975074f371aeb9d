"""The words of an explanation: there are some for everything that can happen, and each is true where it is said."""

from __future__ import annotations

import re
from typing import get_args
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from bot.acting import ACTS
from bot.console.explaining import rows
from bot.console.naming import Names
from bot.console.playback import Playback
from bot.console.simulator import WAITS
from bot.console.words import LANGUAGES, Words, wording
from bot.simulator.script import Did
from data import programmes
from dialogues.effects import ClearWaiting, Effect, NoticeKind, Refuse, Say, TimerKind
from dialogues.events import Event, MessageReceived
from dialogues.flow import Answer, Guard
from dialogues.reading import Guess, Reading
from dialogues.rules import Rule
from dialogues.tracing import Checked, Fate
from integrations.channels.registry import CHANNELS
from tests.bot.simulator.stage import START, STORY, acted, played, script, wrote
from tests.serving import NoEngine

WORDS = Words("en", ZoneInfo("Asia/Seoul"))
ASAN = programmes.load("firststep-asan")


class Thanks(NoEngine):
    """An engine that hears thanks, surely or not."""

    def __init__(self, confidence: float) -> None:
        self.confidence = confidence

    async def parse(self, texts):
        """The same guess for every text."""
        return [Reading(ranking=(Guess("thanks", self.confidence),), language="en") for _ in texts]


async def _why(*deeds, engine=None, line="asan-telegram") -> dict[str, list[str]]:
    """The last scene's reasons, by their heading."""
    done = await played(script(*deeds, line=line, language="en"), engine)
    return dict(rows(done.scenes[-1], done.programme, WORDS))


def _snake(name: str) -> str:
    """``OpenCase`` as ``open_case``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_can_happen_has_words(language: str):
    """A rule, event, effect, notice, timer, fate, guard, deed or channel that is added needs its sentence."""
    asked = {f"sim-rule-{rule.value}" for rule in Rule}
    asked |= {f"sim-event-{event.__name__}" for event in get_args(Event) if event is not MessageReceived}
    asked |= {f"sim-effect-{_snake(kind.__name__)}" for kind in get_args(Effect) if kind is not Say}
    asked |= {f"sim-notice-{kind.value.replace('.', '-')}" for kind in NoticeKind}
    asked |= {f"sim-timer-{kind.value}" for kind in TimerKind} | {f"sim-fate-{fate.value}" for fate in Fate}
    asked |= {f"sim-guard-{field}" for field in Guard.__struct_fields__} | {"sim-guard-missing-no"}
    asked |= {f"sim-act-{verb.replace(' ', '-')}" for verb in ACTS} | {f"sim-channel-{kind}" for kind in CHANNELS}
    asked |= {f"sim-did-{did.name.lower()}" for did in (Did.OPENED, Did.SHOWED, Did.BLOCKED, Did.UNBLOCKED)}
    asked |= {f"sim-{verb}-{span}" for verb in ("wait", "waited") for span in WAITS}
    assert asked - wording().keys(language) == set()


async def test_an_intent_tells_whether_it_was_followed():
    """What is sure enough decides, what is not does not."""
    sure = await _why(*wrote("hello there", "much obliged"), engine=Thanks(0.9))
    assert "Intent thanks: 0.90, sure enough to follow" in sure["Understood"]
    assert sure["What decided"] == ["The model was sure of the intent."]
    unsure = await _why(*wrote("hello there", "much obliged"), engine=Thanks(0.4))
    assert "Intent thanks: 0.40, too unsure" in unsure["Understood"]
    assert unsure["What decided"] == ["Nothing was understood: choices first, after two failures a person."]


async def test_the_guard_that_let_a_question_through_is_told_with_its_answer():
    """Whoever wants a call is asked for a number because of that."""
    why = await _why(*wrote(*STORY[:6]), (Did.PRESSED, "contact:call"))
    assert why["Next question"][0].endswith("(phone): the first without an answer whose conditions hold.")
    assert why["Next question"][1].startswith("Let through because ")
    assert "(contact) is one of:" in why["Next question"][1]
    assert any(line.startswith("Left out: ") and "(child_age)" in line for line in why["Next question"])


async def test_answers_tell_how_they_are_known():
    """What was asked, what was said unasked, what follows, what is corrected, what is taken back."""
    kept = await _why(*wrote(*STORY[:4]))
    assert any("(district)" in line and line.endswith("asked") for line in kept["Answers"])
    assert any("(centre)" in line and line.endswith("follows from another answer") for line in kept["Answers"])
    corrected = await _why(*wrote(*STORY[:5], "음봉면에 살아요"))
    assert any("(district)" in line and "→" in line for line in corrected["Answers"])
    back = await _why(*wrote(*STORY[:4], "뒤로"))
    assert any(line.endswith("taken back") for line in back["Answers"])


async def test_the_end_of_a_flow_is_told():
    """The last answer leaves no question, and a case is opened."""
    why = await _why(*wrote(*STORY))
    assert "The flow self_referral is through: every question is answered or left out." in why["Next question"]
    assert any(line.startswith("A case is opened: ") for line in why["What is done"])
    assert "Staff are told: a new case." in why["What is done"]
    assert any(line.startswith("Timer: staff are told again") for line in why["What is done"])


async def test_a_visit_tells_its_timers_and_its_state():
    """Booked, its reminders are set; cancelled, they are taken back."""
    booked = await _why(*wrote(*STORY), *acted("claim", "book 2026-11-30 10:30"))
    assert sum(line.startswith("Timer: reminder of the visit") for line in booked["What is done"]) == 3
    assert booked["What decided"] == ["A visit was booked."]
    cancelled = await _why(*wrote(*STORY), *acted("claim", "book 2026-11-30 10:30", "cancel"))
    assert "Timers taken back: reminder of the visit." in cancelled["What is done"]


async def test_words_that_wait_for_the_family_are_told():
    """A caseworker's words on a shared phone are kept until the family writes, and the explanation says so."""
    shared = (*wrote(*STORY[:8]), (Did.PRESSED, "others_read:shared"), *wrote("달님", "1"))
    why = await _why(*shared, (Did.WAITED, "1d"), *acted("claim", "reply hello"))
    assert "Others may read: shown when the family writes again" in why["What is done"]


async def test_what_happens_by_itself_and_what_is_held_is_listed():
    """Coming timers stand in their order, with what is held back until the morning."""
    night = [(Did.WAITED, "1h")] * 13
    done = await played(script(*wrote(*STORY), *night, *acted("claim", "reply hello")))
    coming = Playback(done, WORDS).coming
    assert coming[0][1] == "a message that is held goes out"
    assert coming[-1][1] == "the conversation is forgotten"


@pytest.mark.parametrize(
    ("guard", "told"),
    [
        (Guard(equals="call"), "is "),
        (Guard(any_of=("text", "call")), "is one of: "),
        (Guard(less_than=7), "is less than 7"),
        (Guard(missing=True), "is not answered"),
        (Guard(missing=False), "is answered"),
        (Guard(missing=False, less_than=7), "is less than 7 and is answered"),
    ],
)
def test_every_kind_of_guard_is_said(guard: Guard, told: str):
    """Its condition, and what the answer is now."""
    names = Names(ASAN, WORDS)
    check = Checked(question="contact", guard=guard, answer=Answer("call", START), holds=True)
    said = names.check(check)
    assert f"(contact) {told}" in said
    assert "(it is: " in said
    assert "not answered)" in names.check(Checked(question="contact", guard=guard, answer=None, holds=False))


def test_what_has_no_name_is_told_by_its_id():
    """A question without a word in the summary, a note of ours, an effect with nothing to add."""
    names = Names(ASAN, WORDS)
    assert names.question("consent") == "consent"
    assert names.answer("visit", Answer(UUID(int=1).hex, START)) == UUID(int=1).hex
    assert names.effect(ClearWaiting()) == "The family has its answer and waits no more."
    assert names.effect(Refuse(reason="something new")).startswith("It was refused: This cannot be done now.")
