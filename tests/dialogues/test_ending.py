"""A family knows where it stands, and is asked at the end whether it got help."""

from __future__ import annotations

import pytest

from dialogues.effects import KeepHelped, NoticeKind, Notify, Refuse
from dialogues.messages import Purpose
from dialogues.reading import Hit, Severity
from tests.dialogues.talking import LEE, Talk


def test_received_assigned_listed_and_visited_are_told(handed_over: Talk) -> None:
    """Each state of the request has its own sentence."""
    talk = handed_over.write("진행 상황")
    assert "접수되었고" in talk.text
    talk.claim().list().give_back().write("진행 상황")
    assert talk.wording("status-listed") in talk.text
    talk.claim().book(days=1, hours=2).give_back().write("진행 상황")
    assert "11월 24일(화)" in talk.text
    assert talk.wording("status-listed") in talk.text
    talk.claim().list(listed=False).give_back().write("진행 상황")
    assert talk.wording("status-listed") not in talk.text


def test_the_family_hears_of_the_waiting_list_once(handed_over: Talk) -> None:
    """It is told when it is put on it and when there is a place, not when nothing changes."""
    talk = handed_over.claim()
    assert talk.list().text == talk.wording("listed")
    assert talk.list().effects == ()
    assert talk.list(listed=False).text == talk.wording("unlisted")
    assert talk.said[0].purpose is Purpose.WORKER


def test_only_who_has_the_case_puts_it_on_the_list(handed_over: Talk) -> None:
    """A colleague is told whose it is, and nothing changes."""
    assert handed_over.claim().list(staff=LEE).done(Refuse) == [Refuse(reason="not-yours", by="kim")]
    assert not handed_over.state.listed
    assert handed_over.close().list().done(Refuse) == [Refuse(reason="no-case")]


@pytest.mark.parametrize(
    ("said", "answer"), [("네", "yes"), ("조금요", "partly"), ("아니요", "no"), ("못 받았어요", "no")]
)
def test_the_answer_is_kept_with_the_case_and_told(handed_over: Talk, said: str, answer: str) -> None:
    """By a button or in words; the worker hears that there is an answer, the family is thanked."""
    case = handed_over.state.case
    talk = handed_over.claim().close()
    assert talk.wording("ask-helped") in talk.text
    talk.write(said)
    assert talk.done(KeepHelped) == [KeepHelped(case=case, helped=answer)]  # type: ignore[arg-type]
    assert talk.done(Notify) == [Notify(kind=NoticeKind.HELPED, case=case)]  # type: ignore[arg-type]
    assert talk.wording(f"said-helped-{answer}") in talk.text


def test_who_got_no_help_may_ask_again_at_once(handed_over: Talk) -> None:
    """The forms are offered right below; who was helped is left in peace."""
    talk = handed_over.claim().close().write("아니요")
    assert "begin:self_referral" in [choice.id for choice in talk.said[0].choices]
    handed_over.press(f"helped:yes:{talk.state.ended.hex}" if talk.state.ended else "")
    assert handed_over.said[0].choices == ()


def test_an_answer_belongs_to_the_case_it_was_asked_for(handed_over: Talk) -> None:
    """A button of an older or invented case writes nothing."""
    talk = handed_over.claim().close()
    for choice in (f"helped:yes:{'0' * 32}", "helped:yes:zz", "helped:yes", "helped:gone:"):
        assert not talk.press(choice).done(KeepHelped)
        assert talk.said


@pytest.mark.parametrize("outcome", ["declined", "unreachable", "duplicate", "withdrawn"])
def test_nobody_is_asked_who_was_not_served(handed_over: Talk, outcome: str) -> None:
    """The end is told without the question."""
    talk = handed_over.claim().close(outcome=outcome)
    assert talk.text == talk.wording("closed")
    assert talk.said[0].choices == ()


def test_who_wants_to_write_first_is_not_asked(talk: Talk) -> None:
    """Silence was promised, also at the end."""
    talk.hand_over(contact="제가 먼저 연락할게요").claim().close()
    assert talk.said == []


def test_a_birth_without_a_name_is_not_followed(talk: Talk) -> None:
    """Who wanted to give birth unnamed is asked nothing more."""
    talk.hand_over().write("x", crisis=Hit("anonymous_birth", Severity.S1))
    talk.claim().wait(days=1).close()
    assert talk.wording("ask-helped") not in talk.text


def test_on_a_screen_others_read_the_question_tells_nothing(talk: Talk) -> None:
    """The discreet words ask the same with the same answers, and name no help."""
    talk.hand_over(others_read="다른 사람도 볼 수 있어요").claim().wait(days=1).close()
    (said,) = talk.said
    assert said.discreet_text == talk.wording("closed-discreet")
    assert [choice.label for choice in said.choices] == ["네", "조금요", "아니요"]
