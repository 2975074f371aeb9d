"""The rules of DOMAIN A6: what the bot does in a crisis, in every language, on every line, wherever the talk stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding import Understanding, graver
from data import programmes
from dialogues.crisis import CODES
from dialogues.effects import CancelTimers, NoticeKind, Notify, OpenCase, Say, SetTimer, TimerKind
from dialogues.messages import Inbound, Kind, Purpose
from dialogues.reading import Hit, Severity
from integrations.nlu.engine import Engine
from tests.dialogues.talking import KIM, Talk

PROGRAMME = programmes.load("firststep-asan")
LINES = tuple(line.key for line in PROGRAMME.facts.lines)

WORDS = {
    "ko": ("남편이 지금 때려요", "남편이지금떄려요ㅠㅠ"),
    "en": ("my husband is hitting me now", "hes hiting me rite now plz"),
    "ru": ("муж меня сейчас бьёт", "muzh menya biot pomogite"),
    "uz": ("erim hozir meni uryapti", "эрим хозир мени уряпти"),
    "fr": ("mon mari me frappe", "mon mari me frape au secour"),
}
"""A crisis as it is said and as it is typed in haste."""


def _nothing(talk: Talk) -> Talk:
    return talk


def _consent(talk: Talk) -> Talk:
    return talk.write("2")


def _agreed(talk: Talk) -> Talk:
    return talk.press("consent:agree").press("sensitive:agree")


def _naming(talk: Talk) -> Talk:
    """The name is asked: any text would be one."""
    _agreed(talk).press("situation:other").press("district:baebang").press("needs:money").press("needs:done")
    return talk.press("urgency:week").press("contact:none")


def _handed_over(talk: Talk) -> Talk:
    return _naming(talk).write("Sky").press("confirm:send")


def _owned(talk: Talk) -> Talk:
    return _handed_over(talk).claim()


def _stopped(talk: Talk) -> Talk:
    return _handed_over(talk).press("home:stop")


def _moving_a_visit(talk: Talk) -> Talk:
    _owned(talk).book(days=2)
    return talk.press(f"visit:move:{next(iter(talk.state.visits))}")


def _after_weeks(talk: Talk) -> Talk:
    return _agreed(talk).wait(days=20)


def _at_night(talk: Talk) -> Talk:
    return _handed_over(talk).wait(hours=16)


STATES: dict[str, Callable[[Talk], Talk]] = {
    state.__name__.strip("_"): state
    for state in (
        _nothing, _consent, _agreed, _naming, _handed_over, _owned, _stopped, _moving_a_visit, _after_weeks, _at_night,
    )
}  # fmt: skip
FORM = ("consent", "agreed", "naming", "after_weeks")


def talking(language: str, state: str, line: str = "asan-telegram") -> Talk:
    """A conversation in ``language`` that has come to ``state``."""
    talk = Talk(PROGRAMME, line=line)
    if state == "nothing":
        return talk
    return STATES[state](talk.write("?").press(f"language:{language}"))


def in_crisis(language: str, state: str, hit: Hit, **message: object) -> tuple[Talk, Say]:
    """The conversation after a message that was read as ``hit``, and the one reply to it."""
    talk = talking(language, state)
    talk.write(WORDS[language][0], crisis=hit, **message)  # type: ignore[arg-type]
    (said,) = [say for say in talk.said if say.purpose is Purpose.CRISIS]
    return talk, said


VIOLENCE = Hit("violence_now", Severity.S0)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", WORDS)
def test_rule_1_the_number_is_the_first_thing_said(language: str, state: str) -> None:
    """Before consent, menu, quiet hours and takeover, the first words are Korea's number, in the writer's language."""
    talk, said = in_crisis(language, state, VIOLENCE)
    assert talk.said[0] is said
    assert said.text.startswith("112 " + PROGRAMME.hotlines["112"].name[language])
    assert said.language == language
    assert ("1577-1366" in said.text) is (language != "ko")


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("language", WORDS)
def test_rule_2_it_works_on_every_line(language: str, line: str) -> None:
    """The lexicon alone hears what is said plainly, on each line, where a name is asked and any text would be one."""
    talk = talking(language, "naming", line).write(WORDS[language][0])
    assert talk.text.startswith(("112", "1366"))
    assert talk.value("name") is None


@pytest.mark.parametrize("language", WORDS)
async def test_rule_2_it_is_understood_as_people_type(engine: Engine, language: str) -> None:
    """Said plainly or in haste, misspelt or in another script, it is heard as violence."""
    inbounds = [Inbound(line="asan-sms", provider_id="", handle="", text=text) for text in WORDS[language]]
    for reading in await Understanding(programmes.lexicon(), engine).read(inbounds):
        assert reading.crisis is not None
        assert reading.crisis.rings
        assert reading.crisis.code in ("violence_now", "dv_disclosure")


@pytest.mark.parametrize("text", ["사진 보세요 죽고 싶어요", "hi 선생님, i want to die 도와주세요"])
@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.MEDIA])
def test_rule_2_it_works_in_captions_and_mixed_messages(kind: Kind, text: str) -> None:
    """A caption is read like a text, and two languages in one message hide nothing."""
    assert talking("ko", "agreed").write(text, kind=kind).text.startswith("109")


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", WORDS)
def test_rules_4_and_5_nothing_is_asked_before_and_one_thing_after(language: str, code: str) -> None:
    """The reply asks once, at its end, whether it is safe to talk; what it says of the crisis asks nothing."""
    talk, said = in_crisis(language, "agreed", Hit(code, Severity.S0))
    assert said.text.count("?") == 1
    assert said.text.endswith(talk.wording("crisis-safe"))
    assert [choice.id for choice in said.choices] == ["crisis:talk", "crisis:unsafe", "crisis:fine"]
    assert "?" not in talk.wording(f"crisis-{code}")


CLAIMS = (
    "신고했",
    "신고해 드렸",
    "불렀",
    "have called",
    "we called",
    "вызвали",
    "вызвал",
    "chaqirdik",
    "chaqirdim",
    "avons appelé",
)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", WORDS)
def test_rule_5_it_never_says_that_help_was_called(language: str, code: str) -> None:
    """Nobody but a human can have called the police or an ambulance."""
    _, said = in_crisis(language, "agreed", Hit(code, Severity.S0))
    assert [claim for claim in CLAIMS if claim in said.text.lower()] == []


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", WORDS)
def test_rule_6_a_human_is_alerted_with_a_clock(language: str, state: str) -> None:
    """The alert goes out in the same step; its clock rings in five minutes, until somebody acknowledges it."""
    talk, said = in_crisis(language, state, VIOLENCE)
    assert NoticeKind.CRISIS in [notice.kind for notice in talk.done(Notify)]
    (timer,) = [timer for timer in talk.done(SetTimer) if timer.kind is TimerKind.ESCALATION]
    assert timer.at == talk.now + timedelta(minutes=5)
    assert talk.wording("crisis-human", by="▮").split("▮")[0] in said.text
    talk.wait(minutes=5).escalate(1)
    assert NoticeKind.ESCALATED in [notice.kind for notice in talk.done(Notify)]
    talk.acknowledge() if talk.state.worker else talk.claim()
    assert talk.state.alarm is not None
    assert talk.state.alarm.acknowledged
    assert TimerKind.ESCALATION in [timers.kind for timers in talk.done(CancelTimers)]


def test_rule_6_out_of_hours_the_time_is_the_truth() -> None:
    """At two in the morning a person reads it after the office opens, and that is what is said."""
    _, said = in_crisis("ko", "at_night", VIOLENCE)
    assert "11월 24일(화) 오전 10시" in said.text


@pytest.mark.parametrize("language", WORDS)
def test_rule_7_the_channel_stays_open(language: str) -> None:
    """Days later, with a caseworker in charge, the bot keeps silent, but a new crisis is answered at once."""
    talk, _ = in_crisis(language, "owned", VIOLENCE)
    assert talk.wait(days=9).write("…").said == []
    assert talk.state.worker == KIM
    assert talk.write(WORDS[language][0], crisis=VIOLENCE).said[0].text.startswith("112")


@pytest.mark.parametrize("state", FORM)
@pytest.mark.parametrize("language", WORDS)
def test_rule_8_a_false_alarm_leads_back_to_the_very_step(language: str, state: str) -> None:
    """ "I am fine" puts the question that was open; no answer is lost, and the alarm stays on record."""
    before = talking(language, state).state
    talk, _ = in_crisis(language, state, VIOLENCE)
    talk.press("crisis:fine")
    assert talk.state.asked == before.asked
    assert talk.state.answers == before.answers
    assert talk.state.draft == before.draft
    assert talk.wording("cleared") in talk.text
    assert talk.state.alarm is not None


@pytest.mark.parametrize("language", WORDS)
def test_rule_9_no_consent_is_needed_and_little_is_kept(language: str) -> None:
    """Somebody who has agreed to nothing gets the numbers and a person; the case knows the language and no more."""
    talk, _ = in_crisis(language, "nothing", VIOLENCE)
    (case,) = talk.done(OpenCase)
    assert set(talk.state.answers) <= {"language"}
    assert case.document.crisis is not None


hits = st.none() | st.builds(Hit, st.sampled_from(CODES), st.sampled_from(Severity), soft=st.booleans())


@given(told=hits, learned=hits)
def test_rule_10_a_model_only_adds(told: Hit | None, learned: Hit | None) -> None:
    """Whatever the examples say, a hit of the lexicon stays one, and a full alarm stays one as grave or graver."""
    found = graver(told, learned)
    if told is not None:
        assert found is not None
        assert told.soft or (not found.soft and found.severity <= told.severity)


@pytest.mark.parametrize(
    "text",
    [
        "친구가 죽고 싶대요",
        "my friend wants to die",
        "подруга говорит, что хочет умереть",
        "dugonam oʻlgim kelyapti deyapti",
    ],
)
def test_rule_11_somebody_elses_wish_is_asked_about(text: str) -> None:
    """A third person's danger is no full alarm, and never nothing."""
    hit = programmes.lexicon().detect(text)
    assert hit is not None
    assert hit.soft
