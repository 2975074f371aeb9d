"""Whoever keeps answering arrives: every walk of valid answers through the self-referral ends in an opened case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from data import programmes
from data.programmes import load
from dialogues.case import CaseDocument
from dialogues.effects import OpenCase, ReviseCase, Say
from dialogues.events import MessageReceived
from dialogues.flow import Question, QuestionKind
from dialogues.language import guess_language
from dialogues.messages import Kind
from dialogues.reading import Reading
from dialogues.state import State
from dialogues.step import step

PROGRAMME = load("firststep-asan")
FLOW = PROGRAMME.flows["self_referral"]
START = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
MOST = 45
"""Turns after which nobody would still be answering."""

TYPED = {
    QuestionKind.WEEKS: ("28주", "7개월", "몰라요", "12", "임신 막달이에요", "30 weeks"),
    QuestionKind.MONTHS: ("3개월", "생후 50일", "두 돌", "건너뛰기", "신생아예요", "6 weeks"),
    QuestionKind.PHONE: ("010-1234-5678", "01098765432", "제 번호는 010 5555 1234예요", "+82 10 1234 5678"),
    QuestionKind.TEXT: ("하늘이 엄마", "건너뛰기", "Mina", "ㅎㅇ"),
}
DETOURS = ("뒤로", "도움말", "English", "한국어", "뒤로", "나무 위의 파란 물고기", "?", "고치기")
FIRST = (
    "안녕하세요",
    "임신 7개월이에요",
    "아기가 3개월이고 배방에 살아요",
    "I need diapers, my baby is 2 months old",
    "ㅎㅇ",
    "도와주세요",
)


def written(number: int, text: str = "", choice: str = "") -> MessageReceived:
    """One message; no engine is ever sure here, so the walk rests on the engine's own understanding alone."""
    kind = Kind.CHOICE if choice else Kind.TEXT
    reading = Reading(programmes.lexicon().detect(text), (), guess_language(text))
    return MessageReceived(
        id=UUID(int=number),
        conversation=UUID(int=1),
        line="asan-telegram",
        kind=kind,
        text=text,
        choice=choice,
        reading=reading,
    )


def an_answer(
    draw: Callable[[st.SearchStrategy[Any]], Any], state: State, question: Question, number: int
) -> MessageReceived:
    """A valid answer to ``question``: a button of the last message, a label typed, or words."""
    buttons = [
        choice for choice in state.menu if choice.id.startswith(f"{question.id}:") and not _leads_away(choice.id)
    ]
    if buttons and draw(st.booleans()):
        return written(number, choice=draw(st.sampled_from(buttons)).id)
    if question.kind in TYPED:
        return written(number, draw(st.sampled_from(TYPED[question.kind])))
    options = [option for option in PROGRAMME.options(question) if not _leads_away(f"{question.id}:{option}")]
    if state.draft:
        return written(number, choice=f"{question.id}:done")
    option = draw(st.sampled_from(options))
    return written(number, PROGRAMME.label(question, option, state.language or "ko"))


def _leads_away(choice: str) -> bool:
    """The answers that are no way to a case: to refuse, or to change something once more."""
    return choice in ("consent:refuse", "confirm:change")


@given(data=st.data())
@settings(max_examples=150)
def test_a_walk_of_valid_answers_always_opens_a_case(data: st.DataObject) -> None:
    """Whatever is answered, however it is said, whatever the detours: a case is opened with all that is needed."""
    draw = data.draw
    now, opened = START, None
    state, effects = step(PROGRAMME, State(), written(100, draw(st.sampled_from(FIRST))), now)
    for number in range(101, 101 + MOST):
        now += timedelta(minutes=draw(st.integers(0, 90)))
        question = FLOW.question(state.asked)
        assert question is not None, "a form that is not through asks for something"
        if number < 110 and draw(st.integers(0, 4)) == 0:
            message = written(number, draw(st.sampled_from(DETOURS)))
        else:
            message = an_answer(draw, state, question, number)
        state, effects = step(PROGRAMME, state, message, now)
        assert any(isinstance(effect, Say) for effect in effects)
        if not state.flow:
            opened = next((effect.document for effect in effects if isinstance(effect, OpenCase | ReviseCase)), None)
            break
    assert opened is not None, f"no case after {MOST} answers; {state.asked} was asked last"
    _is_enough(opened, state)


def _is_enough(document: CaseDocument, state: State) -> None:
    """The least a caseworker needs: a language, a safe way to reach the family, a need, a place, and how soon."""
    assert document.language in PROGRAMME.languages
    assert document.contact.way != "unknown"
    assert document.needs
    assert document.centre in PROGRAMME.centres
    assert document.consent.personal
    assert {"district", "urgency"} <= state.answers.keys()
    if document.contact.way in ("text", "call"):
        assert document.contact.phone.startswith("+")


def test_every_kind_of_question_is_answered_here() -> None:
    """A new kind of question needs its typed answers above, or the walks would never meet it."""
    kinds = {question.kind for question in FLOW.questions}
    assert kinds <= {*TYPED, QuestionKind.CHOICE, QuestionKind.MANY, QuestionKind.SUMMARY}
    assert set(TYPED) <= kinds
