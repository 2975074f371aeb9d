"""What is kept of a case for the reports: coarse facts that stay when the words are erased, and tell of nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from uuid import UUID

import msgspec

from dialogues.answers.births import day_of, months_old
from dialogues.case import AnswerRecord, CaseDocument
from dialogues.flow import Answer, Answers, Sex
from dialogues.matching import met, told
from dialogues.programme import Programme
from dialogues.reporting.indicators import Indicator
from dialogues.state import VisitStatus

NAMELESS = "anonymous_birth"
"""The crisis of a woman who gives birth without giving a name (Act 19816 of Korea): she is never counted anywhere."""

SEXES = ("girl", "boy", "both", "other")
"""Of the child, or of several (``both``): options of the question ``child_sex``."""

ADULTS = tuple(sex.value for sex in Sex)
"""Of the adult or the young person: what the options of a question tell by its ``sex``."""

AGES = (("0-11m", 12), ("12-23m", 24), ("2-5y", 72), ("6-12y", 156), ("13-17y", 216), ("18y", 100 * 12))
"""Age groups of the child: (name, months at which the next begins)."""

UNKNOWN = "unknown"


class Child(msgspec.Struct, frozen=True):
    """The child a case is about, as far as it is told apart."""

    sex: str = UNKNOWN
    """One of SEXES, or UNKNOWN; of several children, that of all of them."""
    age: str = UNKNOWN
    """The name of one of AGES, or UNKNOWN."""


class CaseFigure(msgspec.Struct, frozen=True, kw_only=True):
    """A case, counted."""

    family: UUID
    """Tells cases apart within a report; belongs to nothing else."""
    line: str
    language: str
    centre: str
    child: Child
    opened_at: datetime
    promised_at: datetime
    """When the family was told that a person answers at the latest."""
    first_reply_at: datetime | None
    closed_at: datetime | None
    outcome: str
    indicators: tuple[str, ...] = ()
    """Keys of those it meets."""
    adult: str = UNKNOWN
    """Sex of the adult or the young person: one of ADULTS, or UNKNOWN."""


class AlarmFigure(msgspec.Struct, frozen=True, kw_only=True):
    """A crisis alert, counted."""

    family: UUID
    child: Child
    code: str
    at: datetime
    acknowledged_at: datetime | None
    adult: str = UNKNOWN


class VisitFigure(msgspec.Struct, frozen=True, kw_only=True):
    """A visit, counted."""

    family: UUID
    child: Child
    starts_at: datetime
    status: VisitStatus
    kept: bool | None
    """Whether it took place; None while nobody has said so."""
    moves: int
    """How often it was given another time."""
    reminders: int
    """Reminders that were sent."""
    answer: str
    """The family's last answer after a reminder: ``confirm``, ``move``, ``cancel``, or "" for none."""
    adult: str = UNKNOWN


class Figures(msgspec.Struct, frozen=True):
    """Everything that a report of a period counts."""

    cases: tuple[CaseFigure, ...]
    """Opened or closed in the period."""
    alarms: tuple[AlarmFigure, ...]
    """That rang in the period."""
    visits: tuple[VisitFigure, ...]
    """That were to begin in the period."""


def child_of(document: CaseDocument) -> Child:
    """Sex and age group of the child, from the answers to ``child_sex`` and ``child_age`` or ``born``."""
    answers = {record.question: record for record in document.answers}
    sex = answers.get("child_sex")
    known = sex.value if sex and sex.value in SEXES else UNKNOWN
    asked = next((answers[name] for name in ("child_age", "born") if name in answers), None)
    return Child(str(known), _age(asked) if asked else _youngest(answers))


def adult_of(programme: Programme, document: CaseDocument) -> str:
    """The sex of the adult who writes, or of the one or the young person whom the case is about: one of ADULTS, or
    UNKNOWN."""
    for record in document.answers:
        question = programme.question(record.question)
        told = question.sex.get(str(record.value)) if question else None
        if told:
            return told.value
    return UNKNOWN


def _age(record: AnswerRecord | None) -> str:
    """The age group; a question that was left out has a value below zero."""
    if record is not None and (born := day_of(record.value)):
        return _group(months_old(born, record.at.date())[0])
    if record is None or not isinstance(record.value, int) or record.value < 0:
        return UNKNOWN
    return _group(record.value)


def _group(months: int) -> str:
    return next((name for name, end in AGES if months < end), UNKNOWN)


def _youngest(answers: Mapping[str, AnswerRecord]) -> str:
    """The age group of the youngest of several children, whose ages in months stand in ``children``."""
    record = answers.get("children")
    if record is None or not isinstance(record.value, tuple) or not record.value:
        return UNKNOWN
    return _group(min(map(int, record.value)))


def nameless(document: CaseDocument) -> bool:
    """Whether the case must never be counted."""
    return document.protected or (document.crisis is not None and document.crisis.code == NAMELESS)


def indicators_of(programme: Programme, document: CaseDocument) -> tuple[str, ...]:
    """Keys of the indicators that the case meets, in the programme's order; of several children, with any one of them.
    A protected birth meets none."""
    if nameless(document):
        return ()
    forms, everybody = _forms(programme, document), list(_answers(programme, document))
    return tuple(
        one.key
        for one in programme.facts.indicators
        if (not one.flows or forms <= set(one.flows)) and any(_meets(one, answers) for answers in everybody)
    )


def _forms(programme: Programme, document: CaseDocument) -> set[str]:
    """The forms that the case may have come by: that of its line, or those that ask all it tells; where some of these
    open cases for its reason, only they."""
    referral = programme.facts.referral
    if referral and document.contact.line == referral.line:
        return {referral.flow}
    answered = {record.question for record in document.answers}
    flows = [programme.flows[name] for name in programme.forms]
    asking = [flow for flow in flows if answered <= {question.id for question in flow.questions}]
    return {flow.flow for flow in [flow for flow in asking if flow.reason is document.reason] or asking}


def _answers(programme: Programme, document: CaseDocument) -> Iterator[Answers]:
    """What was told of the family and its last child, then of the family and each child before."""
    records = {record.question: record for record in document.answers}
    yield _known(programme, records)
    family = {name: one for name, one in records.items() if not (asked := programme.question(name)) or not asked.each}
    for child in document.children:
        yield _known(programme, family | {record.question: record for record in child.answers})


def _known(programme: Programme, records: Mapping[str, AnswerRecord]) -> Answers:
    answers = {name: Answer(record.value, record.at) for name, record in records.items()}
    return {name: answer for name, answer in answers.items() if told(programme, name, answer)}


def _meets(indicator: Indicator, answers: Answers) -> bool:
    """Whether all its conditions hold, an age being that of the day on which it was told."""
    return all(
        met(guard, answer, answer.at.date() if answer else date.min)
        for name, guard in indicator.when.items()
        for answer in (answers.get(name),)
    )
