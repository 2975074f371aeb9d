"""A conversation that began under yesterday's content goes on under today's: what no longer fits is asked again."""

from __future__ import annotations

from typing import assert_never

from msgspec.structs import replace

from dialogues.answers.births import day_of
from dialogues.flow import Answer, Question, QuestionKind, Value
from dialogues.programme import Programme
from dialogues.state import HOME, State


def mended(programme: Programme, state: State) -> State:
    """``state`` without answers, questions, flows and languages that the programme has not; itself when all fits."""
    flow = programme.flows.get(state.flow)
    asked = flow.question(state.asked) if flow and state.asked else None
    changes: dict[str, object] = {}
    if state.flow and flow is None:
        changes["flow"] = programme.forms[0] if state.last_at is None else HOME
    if state.after and state.after not in programme.flows:
        changes["after"] = HOME
    if state.asked and asked is None:
        changes["asked"] = ""
    if state.language and state.language not in programme.languages:
        changes["language"] = ""
    if state.draft and not (asked and asked.kind is QuestionKind.MANY and fits(programme, asked, state.draft)):
        changes["draft"] = ()
    for name in ("answers", "heard"):
        answers: dict[str, Answer] = getattr(state, name)
        if not _all_fit(programme, answers):
            changes[name] = _fitting(programme, answers)
    if not all(_all_fit(programme, told) for told in state.earlier):
        changes["earlier"] = tuple(_fitting(programme, told) for told in state.earlier)
    return replace(state, **changes) if changes else state


def _all_fit(programme: Programme, answers: dict[str, Answer]) -> bool:
    return all(_understood(programme, key, answer.value) for key, answer in answers.items())


def _fitting(programme: Programme, answers: dict[str, Answer]) -> dict[str, Answer]:
    return {key: answer for key, answer in answers.items() if _understood(programme, key, answer.value)}


def fits(programme: Programme, question: Question, value: Value) -> bool:
    """Whether ``value`` can be an answer to ``question`` as it is today."""
    match question.kind:
        case QuestionKind.CHOICE | QuestionKind.SUMMARY:
            return isinstance(value, str) and (programme.offers(question, value) or (question.skip and not value))
        case QuestionKind.MANY:
            return isinstance(value, tuple) and bool(value) and all(programme.offers(question, one) for one in value)
        case QuestionKind.WEEKS | QuestionKind.MONTHS | QuestionKind.AGE:
            return isinstance(value, int)
        case QuestionKind.BORN:
            return isinstance(value, int) or day_of(value) is not None
        case QuestionKind.AGES:
            return isinstance(value, tuple) and all(one.isdecimal() for one in value) and (bool(value) or question.skip)
        case QuestionKind.PHONE | QuestionKind.TEXT:
            return isinstance(value, str)
        case _:
            assert_never(question.kind)


def _understood(programme: Programme, name: str, value: Value) -> bool:
    """An answer to no question of any flow is a note of ours, such as which visit is meant."""
    question = programme.question(name)
    return question is None or fits(programme, question, value)
