"""What a state body may tell of a family that it refers: read, checked field by field, and described as a JSON Schema.

Everything follows from the programme's referral flow: a question is a field, its options are the values, its guards say
when the field may be told at all, and ``skip`` that it may be left out. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from dialogues.answers.ages import MOST_CHILDREN
from dialogues.answers.numbers import MOST_MONTHS
from dialogues.answers.phones import phone_in
from dialogues.flow import Answer, Flow, Question, QuestionKind, Value, applies
from dialogues.listening import masked
from dialogues.programme import Programme

LONGEST = 500
"""Letters of a text; what needs more is told by telephone."""


class Wrong(StrEnum):
    """What may be wrong with a field."""

    MISSING = "missing"
    UNKNOWN = "unknown_field"
    NOT_AN_OPTION = "not_an_option"
    NOT_TEXT = "not_text"
    NOT_A_LIST = "not_a_list"
    TOO_LONG = "too_long"
    NOT_A_PHONE = "not_a_phone"
    NOT_AGES = "not_ages"
    NOT_AGREED = "not_agreed"
    """It may be told only when another field, usually the family's consent, says so."""


class Mistake(NamedTuple):
    """One field that cannot be taken."""

    field: str
    wrong: Wrong


class NotTaken(ValueError):
    """The referral cannot be taken; ``mistakes`` has every field that is wrong."""

    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        super().__init__(", ".join(f"{mistake.field}: {mistake.wrong}" for mistake in mistakes))
        self.mistakes = mistakes


def fields(flow: Flow) -> list[Question]:
    """The questions that the body answers itself: not the one that names the body."""
    return [question for question in flow.questions if not question.told]


def read_referral(programme: Programme, flow: Flow, given: Mapping[str, object], now: datetime) -> dict[str, Value]:
    """The answers in ``given`` (field → value as in the JSON Schema), by question. Raises NotTaken with every mistake.

    A field that is empty counts as left out. Personal numbers of documents are masked in every text.
    """
    told = {name: value for name, value in given.items() if value not in ("", None, [])}
    known = fields(flow)
    mistakes = [Mistake(name, Wrong.UNKNOWN) for name in given if all(name != question.id for question in known)]
    answers: dict[str, Answer] = {}
    for question in known:
        may = applies(question, answers)
        if question.id not in told:
            if may and not question.skip:
                mistakes.append(Mistake(question.id, Wrong.MISSING))
        elif not may:
            mistakes.append(Mistake(question.id, Wrong.NOT_AGREED))
        else:
            value = _value(programme, question, told[question.id])
            if isinstance(value, Wrong):
                mistakes.append(Mistake(question.id, value))
            else:
                answers[question.id] = Answer(value, now)
    if mistakes:
        raise NotTaken(tuple(mistakes))
    return {name: answer.value for name, answer in answers.items()}


def _value(programme: Programme, question: Question, given: object) -> Value | Wrong:
    match question.kind:
        case QuestionKind.MANY:
            return _chosen(programme, question, given)
        case QuestionKind.AGES:
            return _ages(given)
        case QuestionKind.CHOICE:
            known = isinstance(given, str) and programme.offers(question, given)
            return str(given) if known else Wrong.NOT_AN_OPTION
        case QuestionKind.PHONE:
            number = phone_in(given, programme.facts.region) if isinstance(given, str) else None
            return number or Wrong.NOT_A_PHONE
        case _:
            return _text(given)


def _text(given: object) -> str | Wrong:
    if not isinstance(given, str):
        return Wrong.NOT_TEXT
    text = masked(given.replace("\0", "").strip())
    return text if len(text) <= LONGEST else Wrong.TOO_LONG


def _chosen(programme: Programme, question: Question, given: object) -> tuple[str, ...] | Wrong:
    if not isinstance(given, list):
        return Wrong.NOT_A_LIST
    known = all(isinstance(one, str) and programme.offers(question, one) for one in given)
    return tuple(dict.fromkeys(given)) if known else Wrong.NOT_AN_OPTION


def _ages(given: object) -> tuple[str, ...] | Wrong:
    if not isinstance(given, list):
        return Wrong.NOT_A_LIST
    known = all(type(one) is int and 0 <= one <= MOST_MONTHS for one in given) and len(given) <= MOST_CHILDREN
    return tuple(map(str, sorted(given, reverse=True))) if known else Wrong.NOT_AGES


def schema(programme: Programme, flow: Flow) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a referral."""
    known = fields(flow)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Referral of a family, {programme.key}",
        "type": "object",
        "additionalProperties": False,
        "properties": {question.id: _shape(programme, question) for question in known},
        "required": [question.id for question in known if not question.skip and not question.when],
        "allOf": list(_conditions(known)),
    }


def _shape(programme: Programme, question: Question) -> dict[str, Any]:
    match question.kind:
        case QuestionKind.MANY:
            options = {"enum": list(programme.options(question))}
            return {"type": "array", "items": options, "uniqueItems": True, "minItems": 1}
        case QuestionKind.AGES:
            months = {"type": "integer", "minimum": 0, "maximum": MOST_MONTHS, "description": "completed months"}
            return {"type": "array", "items": months, "maxItems": MOST_CHILDREN}
        case QuestionKind.CHOICE:
            return {"enum": list(programme.options(question))}
        case QuestionKind.PHONE:
            return {"type": "string", "description": f"E.164, or as dialled in {programme.facts.region}"}
        case _:
            return {"type": "string", "maxLength": LONGEST}


def _conditions(known: list[Question]) -> Iterator[dict[str, Any]]:
    """What may be told only with another answer."""
    for question in known:
        for name, guard in question.when.items():
            holds = {"properties": {name: {"const": guard.equals}}, "required": [name]}
            need = {} if question.skip else {"then": {"required": [question.id]}}
            yield {"if": holds, **need, "else": {"properties": {question.id: False}}}
