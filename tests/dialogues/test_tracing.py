"""Every explanation is what really decided: the step is the same with and without its reasons."""

from __future__ import annotations

import pytest

from dialogues.events import EscalationDue
from dialogues.flow import How
from dialogues.messages import Kind
from dialogues.programme import Programme
from dialogues.reading import Hit, Severity
from dialogues.rules import Rule
from dialogues.state import HOME
from dialogues.step import step
from dialogues.tracing import Explained, Fate, changes, considered, explain, shown_flow
from tests.dialogues.talking import CONVERSATION, KIM, Talk

SOFT = Hit("dv_disclosure", Severity.S1, soft=True)


class Watched(Talk):
    """A conversation whose last step is explained, and every step is the same as without."""

    why: Explained

    def happen(self, event) -> Talk:
        """Step and explain; both must agree."""
        plain = step(self.programme, self.state, event, self.now)
        self.why = explain(self.programme, self.state, event, self.now)
        assert (self.why.after, self.why.effects) == plain
        self.state, self.effects = plain
        return self

    @property
    def rules(self) -> tuple[Rule, ...]:
        """What decided the last message."""
        return self.why.rules

    def meant(self, text: str = "", **more) -> tuple[Rule, ...]:
        """Write, and say what decided."""
        self.write(text, **more)
        return self.rules

    def fates(self) -> dict[str, Fate]:
        """What became of each question of the flow that the last step was about."""
        flow = shown_flow(self.programme, self.why)
        return {one.question.id: one.fate for one in considered(flow, self.why.after)} if flow else {}


@pytest.fixture
def talk(programme: Programme) -> Watched:
    """A fresh conversation by Telegram."""
    return Watched(programme)


def _asked_for_needs(talk: Watched) -> Watched:
    for text in ("안녕하세요", "1", "1", "임신 7개월이에요", "배방읍"):
        talk.write(text)
    assert talk.state.asked == "needs", talk.state
    return talk


def test_the_first_message_is_greeted(talk: Watched):
    """Nothing else is looked at but who we are and what was told."""
    talk.write("임신 7개월이에요")
    assert talk.rules == (Rule.FIRST,)


def test_a_request_in_the_first_message_is_told_beside_the_greeting(talk: Watched):
    """Both decided: the greeting came first, the intent told where it led."""
    assert talk.meant("whoever answers this", intent="who_are_you") == (Rule.FIRST, Rule.INTENT)


def test_each_rule_of_listening_is_named_when_it_decides(talk: Watched):
    """A button, a word of command, an answer, a language, an intent, a fact, and nothing at all."""
    _asked_for_needs(talk)
    assert talk.meant("돈이 필요해요") == (Rule.ANSWER,)
    assert talk.meant("2") == (Rule.MENU,)
    assert talk.meant("도움말") == (Rule.COMMAND,)
    assert talk.meant("English") == (Rule.LANGUAGE,)
    assert talk.meant("xyz xyz xyz") == (Rule.UNSURE,)
    assert talk.meant(kind=Kind.MEDIA) == (Rule.MEDIA,)
    assert talk.meant("who is this", intent="who_are_you") == (Rule.INTENT,)
    assert talk.meant("we live in Eumbong") == (Rule.TOLD,)


def test_a_crisis_goes_before_every_other_rule(talk: Watched):
    """Words that would answer the open question are not looked at."""
    _asked_for_needs(talk)
    talk.write("돈이 필요해요", crisis=Hit("suicide_thoughts", Severity.S0))
    assert talk.rules == (Rule.CRISIS,)
    assert changes(talk.why.before, talk.why.after) == ()


def test_a_soft_crisis_is_told_beside_what_the_message_meant(talk: Watched):
    """The gentle word is one reason, the answer the other."""
    _asked_for_needs(talk)
    talk.write("돈이 필요해요", crisis=SOFT)
    assert talk.rules == (Rule.SOFT_CRISIS, Rule.ANSWER)


def test_stopping_and_coming_back_are_told(talk: Watched):
    """A stop word, what is written while stopped, and words of the channel."""
    talk.write("안녕하세요")
    assert talk.meant("그만") == (Rule.STOP,)
    assert talk.meant("안녕") == (Rule.STOPPED,)
    assert talk.meant(kind=Kind.OPTED_IN) == (Rule.CHANNEL,)


def test_while_a_caseworker_has_the_conversation_that_is_the_reason(talk: Watched):
    """The bot leaves the message to them."""
    talk.write("안녕하세요").write("사람이랑 얘기하고 싶어요", intent="talk_to_human")
    talk.claim(KIM)
    assert not talk.rules
    assert talk.meant("저기요") == (Rule.OWNED,)


def test_what_is_no_message_has_no_rule(talk: Watched):
    """A timer that falls due meant nothing but itself."""
    talk.write("안녕하세요").write("사람이랑 얘기하고 싶어요", intent="talk_to_human")
    assert talk.state.case
    talk.happen(
        EscalationDue(id=talk.next_id(), conversation=CONVERSATION, line=talk.line, case=talk.state.case, level=1)
    )
    assert talk.rules == ()
    assert talk.effects


def test_a_guard_that_does_not_hold_leaves_its_question_out(talk: Watched):
    """Who is pregnant is asked for the week and not for a child's age, and the guards say why."""
    _asked_for_needs(talk)
    fates = talk.fates()
    assert fates["weeks"] is Fate.ANSWERED
    assert fates["child_age"] is Fate.LEFT_OUT
    assert fates["needs"] is Fate.NEXT
    assert fates["phone"] is fates["urgency"] is Fate.LATER
    (age,) = (
        one for one in considered(talk.programme.flows["self_referral"], talk.state) if one.question.id == "child_age"
    )
    (check,) = age.checks
    assert (check.question, check.holds) == ("situation", False)
    assert check.answer
    assert check.answer.value == "pregnant"


def test_a_guard_that_holds_lets_its_question_through(talk: Watched):
    """A person who wants to be called is asked for the number because of that."""
    _asked_for_needs(talk)
    for choice in ("needs:visit", "needs:done", "urgency:week", "contact:call"):
        talk.press(choice)
    assert talk.state.asked == "phone"
    assert talk.fates()["phone"] is Fate.NEXT
    phone = next(one for one in considered(talk.programme.flows["self_referral"], talk.state) if one.fate is Fate.NEXT)
    assert [(check.question, check.holds) for check in phone.checks] == [("contact", True)]


def test_the_next_question_is_always_the_one_that_was_asked(talk: Watched):
    """What the explanation calls next is what the person reads."""
    for text in ("안녕하세요", "1", "1", "1", "20", "배방읍", "1", "2", "1", "1", "1", "달님"):
        talk.write(text)
        fates = talk.fates()
        assert [name for name, fate in fates.items() if fate is Fate.NEXT] == [talk.state.asked]


def test_the_flow_that_a_step_has_finished_is_still_shown(talk: Watched):
    """After the last answer no question is next, and every one is answered or left out."""
    for text in ("안녕하세요", "1", "1", "1", "20", "배방읍", "1,2", "2", "1", "1", "1", "달님", "1"):
        talk.write(text)
    assert talk.state.flow == HOME
    assert set(talk.fates().values()) == {Fate.ANSWERED, Fate.LEFT_OUT}
    talk.write("고마워요", intent="thanks")
    assert talk.fates() == {}


def test_changed_answers_are_told_with_how_they_were_learned(talk: Watched):
    """A fact before the consent waits; with the consent it is kept."""
    talk.write("임신 7개월인데 배방읍에 살아요")
    first = {change.question: change for change in changes(talk.why.before, talk.why.after)}
    assert first["district"].waits
    assert first["language"].new
    assert first["language"].new.how is How.HEARD
    talk.write("1")
    second = {change.question: change for change in changes(talk.why.before, talk.why.after)}
    assert not second["district"].waits
    assert second["centre"].new
    assert second["centre"].new.how is How.DERIVED
    assert second["consent"].old is None
