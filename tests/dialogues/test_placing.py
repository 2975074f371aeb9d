# ruff: noqa: E501 - rows of tables and sentences stay on one line
"""A family is told where its child may find care, looks for the next child, and hears what the caseworker confirms."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from data.programmes import load
from dialogues.effects import OpenCase, Refuse, ReviseCase, Say
from dialogues.events import MatchConfirmed
from dialogues.flow import Answer
from dialogues.mending import mended
from dialogues.messages import Purpose
from dialogues.placing import MOST, MOST_CHILDREN
from dialogues.programme import Programme
from dialogues.reading import Hit, Severity
from dialogues.rooms import Room, Spot, with_rooms
from dialogues.state import State
from tests.dialogues.talking import CONVERSATION, KIM, LEE, MONDAY, Talk

FIRST = (
    "안녕하세요",
    "동의해요",
    "동의해요",
    "8살",
    "2학년",
    "아니요",
    "방과 후",
    "맞벌이",
    "보통",
    "민락동",
    "이번 주",
    "여기",
    "아무 때나",
    "저만",
    "서연 엄마",
)
SECOND = ("30개월", "아니요", "하루 종일이요")


@pytest.fixture(scope="module")
def care() -> Programme:
    """The programme of Uijeongbu."""
    return load("uijeongbu-care")


@pytest.fixture
def talk(care: Programme) -> Talk:
    """A family that has answered everything but the summary."""
    return Talk(care, line="uijeongbu-telegram").answer(*FIRST)


def confirmed(talk: Talk, service: str, child: int = 1, staff: str = KIM) -> Talk:
    """A caseworker confirms a service."""
    common: dict[str, Any] = {"id": talk.next_id(), "conversation": CONVERSATION, "line": talk.line}
    return talk.happen(MatchConfirmed(**common, staff=staff, service=service, child=child))


def test_the_list_is_a_message_of_its_own_after_the_case(talk: Talk) -> None:
    """First who answers by when, then what may fit, with the question about another child; a text message stays short."""
    talk.write("보내기")
    opened, told = talk.said
    assert "접수번호" in opened.text
    assert opened.choices == ()
    assert told.text.startswith("이런 곳이 잘 맞을 것 같아요. 담당 선생님께 꼭 물어보세요.")
    assert told.text.count("· ") == MOST
    assert [choice.id for choice in told.choices] == ["again:yes", "again:no"]
    (case,) = talk.done(OpenCase)
    assert [one.service for one in case.document.matches][:2] == ["school_care", "after_school_centre"]
    assert case.document.children == ()


def test_a_full_service_that_fits_is_told_beside_those_with_room(care: Programme) -> None:
    """It takes nobody's place in the list and stands behind, with the day from which there is room."""
    full = with_rooms(care, {Spot("school_care"): Room(full_until=date(2027, 3, 2))})
    _, told = Talk(full, line="uijeongbu-telegram").answer(*FIRST).write("보내기").said
    likely = told.text.partition("\n\n")[0]
    assert likely.count("· ") == MOST + 1
    assert likely.endswith("(자리는 3월 2일(화)부터 나요)")
    assert "· 온동네 초등돌봄·교육(늘봄): " in likely.splitlines()[-1]


@pytest.mark.parametrize("words", ["네", "네 둘째도 있어요", "1"])
def test_the_next_child_is_asked_for_by_itself(talk: Talk, words: str) -> None:
    """What holds for the family is kept; only what is about the child is asked, and the case has both."""
    talk.answer("보내기", words)
    assert talk.state.asked == "child_age"
    assert talk.value("district") == "millak"
    assert talk.value("child_age") is None
    asked = []
    for text in SECOND:
        asked.append(talk.state.asked)
        talk.write(text)
    assert asked == ["child_age", "special_need", "care_when"]
    assert talk.state.asked == "confirm"
    talk.write("보내기")
    (case,) = talk.done(ReviseCase)
    assert case.document.matches[0].service == "home_care"
    (first,) = case.document.children
    assert [(record.question, record.value) for record in first.answers] == [
        ("child_age", 96), ("grade", "g2"), ("special_need", "no"), ("care_when", ("after_school",)),
    ]  # fmt: skip
    assert first.matches[0].service == "school_care"
    assert "grade" not in {record.question for record in case.document.answers}


def test_no_other_child_ends_it(talk: Talk) -> None:
    """A "no" is thanked for, and the next word is for the caseworker."""
    talk.answer("보내기", "아니요")
    assert talk.said[0].text == talk.wording("thanks")
    assert talk.state.flow == ""


def test_an_old_button_asks_for_no_child_while_a_form_runs(talk: Talk) -> None:
    """Before the case is open, and while the next child is asked for, the button only leads back to the question."""
    for _ in range(2):
        asked = talk.state.asked
        talk.press("again:yes")
        assert (talk.state.asked, talk.state.earlier) == (asked, talk.state.earlier)
        talk.answer("보내기", "네")


def test_children_come_to_an_end(talk: Talk) -> None:
    """After ten no further one is offered; the caseworker talks to such a family."""
    for _ in range(MOST_CHILDREN - 1):
        talk.answer("보내기", "네", *SECOND)
    talk.write("보내기")
    assert talk.said[-1].choices == ()
    assert len(talk.state.earlier) == MOST_CHILDREN - 1
    talk.press("again:yes")
    assert talk.state.flow == ""


def test_a_caseworker_confirms_and_the_family_hears_it(talk: Talk) -> None:
    """The case is revised, keeps its promised time, and says what is confirmed for which child."""
    talk.write("보내기")
    (opened,) = talk.done(OpenCase)
    talk.write("네").answer(*SECOND, "보내기").claim()
    confirmed(talk, "school_care")
    (revised,) = talk.done(ReviseCase)
    assert revised.due_at == opened.due_at
    assert [one.service for one in revised.document.children[0].matches if one.confirmed] == ["school_care"]
    assert not any(one.confirmed for one in revised.document.matches)
    (said,) = talk.done(Say)
    assert said.text == "담당 선생님이 확인했어요: 온동네 초등돌봄·교육(늘봄). 자세한 것은 선생님이 알려 드려요."
    assert said.purpose is Purpose.WORKER
    assert said.discreet_text == talk.wording("teaser")
    assert confirmed(talk, "school_care").effects == ()


@pytest.mark.parametrize(
    ("service", "child", "staff", "reason"),
    [
        ("castle", 1, KIM, "no-match"),
        ("school_care", 2, KIM, "no-match"),
        ("school_care", 0, KIM, "no-match"),
        ("school_care", 1, LEE, "not-yours"),
    ],
)
def test_what_cannot_be_confirmed_is_refused(talk: Talk, service: str, child: int, staff: str, reason: str) -> None:
    """Nothing changes for a service or a child that there is not, or by somebody who has not claimed the case."""
    talk.write("보내기").claim()
    before = talk.state
    confirmed(talk, service, child, staff)
    assert [effect.reason for effect in talk.done(Refuse)] == [reason]
    assert talk.state == before


def test_without_a_case_nothing_is_confirmed(talk: Talk) -> None:
    """There is nobody to hear it."""
    assert [effect.reason for effect in confirmed(talk, "school_care").done(Refuse)] == ["no-case"]


def test_a_person_asked_for_before_the_end_brings_no_list(talk: Talk) -> None:
    """What may fit is told when everything is answered; a case opened earlier has no matches yet."""
    talk.write("사람")
    (case,) = talk.done(OpenCase)
    assert case.document.matches == ()
    assert "잘 맞을" not in talk.text


def test_a_birth_without_a_name_leaves_no_child_behind(talk: Talk) -> None:
    """Whoever wants to stay nameless is matched with nothing, and what was told of children is gone."""
    talk.answer("보내기", "네", *SECOND, "보내기").write("…", crisis=Hit("anonymous_birth", Severity.S1))
    (case,) = talk.done(ReviseCase)
    assert (case.document.matches, case.document.children) == ((), ())


def test_children_told_of_before_an_edit_are_mended(care: Programme) -> None:
    """An option that is gone is forgotten of every child, what still fits is kept."""
    told = {"grade": Answer("g9", MONDAY), "child_age": Answer(96, MONDAY)}
    state = State(earlier=(told, {}), last_at=MONDAY, case=UUID(int=5))
    assert mended(care, state).earlier == ({"child_age": Answer(96, MONDAY)}, {})
    fitting = State(flow="", earlier=({"child_age": Answer(96, MONDAY)},), last_at=MONDAY)
    assert mended(care, fitting) is fitting


AGES = [
    ("8", 96), ("8살", 96), ("여덟 살이에요", 96), ("만 7세예요", 84), ("30개월", 30), ("돌 지났어요", 12), ("17", 204), ("18", None),
    ("he is 8", 96), ("my daughter is 9", 108), ("she is in grade 2", None), ("дочке 7", 84), ("4 года", 48), ("qizim 7 yoshda", 84),
    ("2학년이에요", None), ("모르겠어요", -1), ("200", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "months"), AGES)
def test_a_number_alone_is_years(care: Programme, text: str, months: int | None) -> None:
    """Of a child that may be at school, "8" means years; a grade is no age; who will not say is asked no more."""
    talk = Talk(care, line="uijeongbu-telegram").answer("안녕하세요", "동의해요", "동의해요", text)
    assert talk.value("child_age") == months


def test_an_age_that_we_asked_for_is_no_child_who_writes(care: Programme) -> None:
    """What only likeness takes for a child's cry is the answer to our question; what a rule tells of still rings."""
    for hit, rings in (
        (Hit("child_writer", Severity.S1, learned=True), False),
        (Hit("child_writer", Severity.S1), True),
        (Hit("child_abuse", Severity.S0, learned=True), True),
    ):
        talk = Talk(care, line="uijeongbu-telegram").answer("안녕하세요", "동의해요", "동의해요")
        talk.write("초등학교 3학년이고 9살이에요", crisis=hit)
        assert (talk.state.alarm is not None) is rings
        assert (talk.value("child_age") == 108) is not rings


@pytest.mark.parametrize("text", ["9살인데 아빠 무서워요", "저 9살이에요", "I'm 9 and scared", "мне 9 лет", "men 9 yoshdaman qoʻrqyapman"])  # fmt: skip
def test_a_child_that_tells_its_own_age_is_heard(care: Programme, text: str) -> None:
    """One word more than the age that we asked for, and what likeness takes for a child's cry rings."""
    talk = Talk(care, line="uijeongbu-telegram").answer("안녕하세요", "동의해요", "동의해요")
    talk.write(text, crisis=Hit("child_writer", Severity.S1, learned=True))
    assert talk.state.alarm is not None
    assert talk.value("child_age") is None


def test_nothing_to_be_had_is_an_answer_and_no_silence(care: Programme) -> None:
    """ "없어요" leaves most questions out, but to the one about special care it says no."""
    talk = Talk(care, line="uijeongbu-telegram").answer("안녕하세요", "동의해요", "동의해요", "30개월", "없어요")
    assert talk.value("special_need") == "no"
    talk = Talk(care, line="uijeongbu-telegram").answer("안녕하세요", "동의해요", "동의해요", "30개월", "비밀")
    assert talk.value("special_need") == ""


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("맞벌이인데 초등학교 2학년 아이 방과후에 봐줄 곳이 없어요", {"household": "dual", "grade": "g2", "care_when": ("after_school",)}),
        ("8살 아이를 저녁에 봐줄 분이 필요해요", {"child_age": 96, "care_when": ("evening",)}),
        ("we both work, my daughter is 7 years old and needs care in the holidays", {"household": "dual", "child_age": 84, "care_when": ("holidays",)}),
        ("я одна воспитываю сына 9 лет, он в третьем классе", {"household": "single", "child_age": 108, "grade": "g3"}),
        ("o'g'lim 8 yoshda, 2-sinfda, maktabdan keyin qarov kerak", {"child_age": 96, "grade": "g2", "care_when": ("after_school",)}),
    ],
)  # fmt: skip
def test_what_is_told_at_once_is_not_asked_again(care: Programme, text: str, known: dict[str, object]) -> None:
    """Age, grade, household and hours are understood in the first sentence."""
    talk = Talk(care, line="uijeongbu-telegram").write(text)
    assert {name: answer.value for name, answer in talk.state.heard.items()} == known
