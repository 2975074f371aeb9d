# ruff: noqa: E501 - rows of tables and sentences stay on one line
"""The document handed to a caseworker holds what the family said, was shown and agreed to, and no more."""

from __future__ import annotations

import pytest

from dialogues.case import CaseDocument, Reason, Urgency
from dialogues.effects import OpenCase, ReviseCase
from dialogues.flow import Answer
from dialogues.handoff import shown, summary, urgency_of
from dialogues.state import Alarm, State
from tests.dialogues.talking import CONVERSATION, MONDAY, Talk


def document(talk: Talk) -> CaseDocument:
    """The document of the last event."""
    (change,) = [effect for effect in talk.effects if isinstance(effect, (OpenCase, ReviseCase))]
    return change.document


def test_the_whole_referral_stands_in_the_document(handed_over: Talk) -> None:
    """Answers in the order asked, the safe way, the consents, the centre and the urgency are all there."""
    case = document(handed_over)
    assert [(record.question, record.value) for record in case.answers] == [
        ("situation", "pregnant"), ("weeks", 28), ("district", "baebang"), ("centre", "tangjeong"), ("needs", ("medical",)),
        ("urgency", "week"), ("contact", "here"), ("hours", "any"), ("others_read", "alone"), ("name", "하늘"),
    ]  # fmt: skip
    assert (case.reason, case.urgency, case.revision) == (Reason.SELF_REFERRAL, Urgency.WEEK, 1)
    assert (case.centre, case.centre_name) == ("tangjeong", "탕정한마음종합사회복지관")
    assert (case.name, case.language, case.needs) == ("하늘", "ko", ("medical",))
    contact = case.contact
    assert (contact.line, contact.way, contact.phone, contact.hours, contact.others_read) == (
        "asan-telegram",
        "here",
        "",
        "any",
        False,
    )
    assert (case.consent.personal, case.consent.sensitive, case.consent.version) == (True, True, "firststep-asan/1")
    assert (case.opened_at, case.conversation, case.crisis) == (MONDAY, CONVERSATION, None)
    assert case.consent.at == MONDAY


def test_each_answer_tells_how_it_is_known(talk: Talk) -> None:
    """What was asked, heard and derived is told apart."""
    talk.write("임신 7개월이고 배방 살아요")
    talk.answer("동의해요", "동의해요", "병원비요", "이번 주", "여기", "아무 때나", "저만 봐요", "하늘", "보내기")
    how = {record.question: record.how for record in document(talk).answers}
    assert {how[name] for name in ("situation", "weeks", "district")} == {"heard"}
    assert how["centre"] == "derived"
    assert how["needs"] == how["name"] == "asked"


def test_the_document_speaks_the_staffs_language(talk: Talk) -> None:
    """An English family's document has Korean labels and values for the caseworkers, and tells that she writes English."""
    talk.write("hello there")
    talk.answer(
        "I agree",
        "I agree",
        "I am pregnant",
        "28 weeks",
        "Baebang",
        "hospital bills",
        "this week",
        "here",
        "any time",
        "only me",
        "Mina",
        "send",
    )
    case = document(talk)
    assert case.language == "en"
    assert ("필요한 도움", "병원비") in {(record.label, record.text) for record in case.answers}


def test_a_case_opened_before_any_answer_says_so(talk: Talk) -> None:
    """A person who wants a person first has agreed to nothing, and nothing is claimed of them."""
    case = document(talk.write("사람"))
    assert (case.reason, case.urgency) == (Reason.WANTS_HUMAN, Urgency.TODAY)
    assert (case.answers, case.needs, case.name, case.centre, case.centre_name) == ((), (), "", "", "")
    assert (case.consent.personal, case.consent.sensitive, case.consent.at) == (False, False, None)
    assert (case.contact.way, case.contact.hours, case.contact.phone) == ("unknown", "unknown", "")


def test_what_was_told_before_the_consent_is_not_handed_on(talk: Talk) -> None:
    """A fact heard before the consent stays out of the document of a person who goes straight to a person."""
    talk.write("임신 7개월이고 배방에 살아요")
    assert document(talk.write("사람")).answers == ()


def test_a_crisis_stands_in_the_document(talk: Talk) -> None:
    """Code, severity and moment of the crisis are handed on, with the highest urgency."""
    case = document(talk.write("약을 다 먹었어요"))
    assert case.crisis is not None
    assert (case.crisis.code, case.crisis.severity, case.crisis.at) == ("suicide_now", "S0", MONDAY)
    assert (case.reason, case.urgency) == (Reason.CRISIS, Urgency.CRISIS)


def test_a_revision_counts_up_and_keeps_its_case(handed_over: Talk) -> None:
    """A correction makes a new revision of the same case, opened when it was opened."""
    first = document(handed_over)
    again = document(handed_over.wait(hours=3).write("아 저는 탕정에 살아요"))
    assert (again.id, again.code, again.opened_at) == (first.id, first.code, first.opened_at)
    assert again.revision == 2
    assert again.centre == "tangjeong"
    third = document(handed_over.write("둔포면이에요"))
    assert (third.revision, third.centre) == (3, "eumbong")


@pytest.mark.parametrize(
    ("alarm", "urgency", "reason", "expected"),
    [
        (None, "", Reason.SELF_REFERRAL, Urgency.TODAY),
        (None, "later", Reason.SELF_REFERRAL, Urgency.LATER),
        (None, "later", Reason.CRISIS, Urgency.CRISIS),
        (Alarm("suicide_now", "S0", MONDAY), "later", Reason.SELF_REFERRAL, Urgency.CRISIS),
        (Alarm("suicide_now", "S0", MONDAY, acknowledged=True), "later", Reason.SELF_REFERRAL, Urgency.LATER),
        (Alarm("suicide_now", "S0", MONDAY, acknowledged=True), "", Reason.WANTS_HUMAN, Urgency.TODAY),
    ],
)
def test_how_urgent_a_case_is(alarm: Alarm | None, urgency: str, reason: Reason, expected: Urgency) -> None:
    """A crisis nobody has acted on, else the family's own word, else today."""
    answers = {"urgency": Answer(urgency, MONDAY)} if urgency else {}
    assert urgency_of(State(alarm=alarm, answers=answers), reason) is expected


@pytest.mark.parametrize(
    ("question", "value", "korean", "english"),
    [
        ("weeks", 28, "약 28주", "about 28 weeks"),
        ("weeks", 0, "말하지 않음", "not said"),
        ("child_age", 0, "1개월 미만", "under one month"),
        ("child_age", -1, "말하지 않음", "not said"),
        ("name", "", "말하지 않음", "not said"),
        ("name", "하늘", "하늘", "하늘"),
        ("phone", "+821012345678", "+821012345678", "+821012345678"),
        ("needs", ("medical", "goods"), "병원비, 분유·기저귀", "Medical costs, Formula, nappies"),
        ("district", "onyang3", "온양3동", "Onyang 3-dong"),
        ("centre", "onju", "온주종합사회복지관", "Onju Community Welfare Centre"),
        ("language", "en", "English", "English"),
        ("urgency", "later", "급하지 않아요", "It is not urgent"),
    ],
)
def test_an_answer_is_shown_as_people_read_it(
    talk: Talk, question: str, value: str | int | tuple[str, ...], korean: str, english: str
) -> None:
    """Options by their labels, numbers with their units, what was left out as left out."""
    asked = talk.programme.questions[question]
    assert shown(talk.programme, asked, Answer(value, MONDAY), "ko") == korean
    assert shown(talk.programme, asked, Answer(value, MONDAY), "en") == english


def test_the_summary_lists_what_will_be_sent(handed_over: Talk) -> None:
    """One line for each answer that is listed, in the flow's order; consents and language are not in it."""
    lines = summary(handed_over.programme, handed_over.state, "ko").splitlines()
    assert lines[0] == "· 상황: 임신 중이에요"
    assert lines[-1] == "· 이름: 하늘"
    assert len(lines) == 10
