"""Build the case document from what a conversation knows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from dialogues.answers.births import day_of, months_old
from dialogues.answers.parsing import skipped
from dialogues.case import (
    AnswerRecord,
    CaseDocument,
    ChildRecord,
    Consent,
    Contact,
    CrisisRecord,
    MatchRecord,
    Reason,
    Urgency,
    case_code,
)
from dialogues.flow import Answer, Answers, Question, QuestionKind
from dialogues.matching import match_records
from dialogues.programme import Programme, named
from dialogues.state import State

_IN_YEARS = 2
"""Birthday from which nobody counts a child's months any more."""


def urgency_of(state: State, reason: Reason) -> Urgency:
    """How urgent a case is: a crisis nobody has acted on, else the family's own word, else today."""
    if reason is Reason.CRISIS or (state.alarm and not state.alarm.acknowledged):
        return Urgency.CRISIS
    answer = state.answers.get("urgency")
    return Urgency(str(answer.value)) if answer else Urgency.TODAY


def shown(programme: Programme, question: Question, answer: Answer, language: str) -> str:
    """``answer`` as the family reads it."""
    value = answer.value
    if value == skipped(question):
        return programme.wording.text(language, "value-skipped")
    match question.kind:
        case QuestionKind.WEEKS | QuestionKind.MONTHS:
            return programme.wording.text(language, f"value-{question.id}", count=value)
        case QuestionKind.AGE if isinstance(value, int):
            return said_age(programme, value, language)
        case QuestionKind.BORN:
            return _said_birth(programme, answer, language)
        case QuestionKind.AGES if isinstance(value, tuple):
            return ", ".join(said_age(programme, int(months), language) for months in value)
        case QuestionKind.CHOICE | QuestionKind.MANY:
            options = value if isinstance(value, tuple) else (str(value),)
            return ", ".join(programme.label(question, option, language) for option in options)
        case _:
            return str(value)


def _said_birth(programme: Programme, answer: Answer, language: str) -> str:
    """The age, with the day of birth where it is known; as on the day it was told."""
    born = day_of(answer.value)
    if born is None:
        return said_age(programme, int(str(answer.value)), language)
    age = said_age(programme, months_old(born, answer.at.astimezone(programme.zone).date())[0], language)
    return programme.wording.text(language, "born-on", age=age, day=born.isoformat())


def said_age(programme: Programme, months: int, language: str) -> str:
    """An age of so many months as people say it: in years from the second birthday on."""
    years = months // 12
    key, count = ("age-years", years) if years >= _IN_YEARS else ("age-months", months)
    return programme.wording.text(language, key, count=count)


def listed(programme: Programme, state: State) -> list[tuple[Question, Answer]]:
    """The answers that stand in the summary, in the flow's order."""
    questions = programme.form(state.flow or state.form).questions
    return [
        (question, state.answers[question.id])
        for question in questions
        if question.listed and question.id in state.answers
    ]


def summary(programme: Programme, state: State, language: str) -> str:
    """The answers as lines the family can check."""
    lines = (
        (programme.wording.text(language, f"summary-{question.id}"), shown(programme, question, answer, language))
        for question, answer in listed(programme, state)
    )
    return "\n".join(f"· {label}: {text}" for label, text in lines)


def build_case(
    programme: Programme,
    state: State,
    *,
    case: UUID,
    conversation: UUID,
    line: str,
    reason: Reason,
    opened_at: datetime,
    today: date,
) -> CaseDocument:
    """The document of ``case`` with everything that ``state`` knows now; its labels are in the programme's first
    language. ``today`` decides which rules of services stand."""
    staff_language = programme.languages[0]
    centre = _text(state, "centre")
    return CaseDocument(
        id=case,
        code=case_code(case),
        revision=state.case_revision,
        programme=programme.key,
        conversation=conversation,
        opened_at=opened_at,
        reason=reason,
        urgency=urgency_of(state, reason),
        centre=centre,
        centre_name=named(programme.centres[centre].name, staff_language) if centre in programme.centres else "",
        language=state.language or programme.languages[0],
        name=_text(state, "name"),
        answers=tuple(
            _record(programme, question, answer, staff_language) for question, answer in listed(programme, state)
        ),
        needs=_needs(state),
        contact=_contact(state, line),
        consent=_consent(programme, state),
        crisis=CrisisRecord(code=state.alarm.code, severity=state.alarm.severity, at=state.alarm.at)
        if state.alarm
        else None,
        protected=state.protected,
        source=state.source,
        matches=_matches(programme, state, today),
        children=_children(programme, state, today),
    )


def _record(programme: Programme, question: Question, answer: Answer, language: str) -> AnswerRecord:
    return AnswerRecord(
        question=question.id,
        label=programme.wording.text(language, f"summary-{question.id}"),
        value=answer.value,
        text=shown(programme, question, answer, language),
        how=answer.how.value,
        at=answer.at,
    )


def _matches(programme: Programme, state: State, today: date) -> tuple[MatchRecord, ...]:
    """What may fit the child spoken of, once the form is through."""
    flow = programme.form(state.flow or state.form)
    if not (flow.match or flow.fit) or state.protected or flow.next(state.answers) is not None:
        return ()
    return _matched(programme, state, len(state.earlier), state.answers, today)


def _matched(programme: Programme, state: State, child: int, answers: Answers, today: date) -> tuple[MatchRecord, ...]:
    confirmed = {
        service for number, _, service in (one.partition(":") for one in state.matched) if number == str(child + 1)
    }
    return match_records(programme, answers, today, confirmed)


def _children(programme: Programme, state: State, today: date) -> tuple[ChildRecord, ...]:
    """The children that were looked for before, each with what was told of it and what may fit it."""
    questions = [question for question in programme.form(state.flow or state.form).questions if question.each]
    return tuple(
        ChildRecord(
            answers=tuple(
                _record(programme, question, told[question.id], programme.languages[0])
                for question in questions
                if question.id in told
            ),
            matches=_matched(programme, state, child, {**_of_the_family(state, questions), **told}, today),
        )
        for child, told in enumerate(state.earlier)
    )


def _of_the_family(state: State, questions: Sequence[Question]) -> Answers:
    """The answers that do not belong to one child."""
    return {name: answer for name, answer in state.answers.items() if name not in {one.id for one in questions}}


def _contact(state: State, line: str) -> Contact:
    return Contact(
        line=line,
        way=_text(state, "contact") or "unknown",  # type: ignore[arg-type]
        phone=_text(state, "phone"),
        hours=_text(state, "hours") or "unknown",  # type: ignore[arg-type]
        others_read=state.discreet,
    )


def _consent(programme: Programme, state: State) -> Consent:
    personal = state.answers.get("consent")
    return Consent(
        version=programme.facts.consent_version,
        language=state.language or programme.languages[0],
        personal=_text(state, "consent") == "agree",
        sensitive=_text(state, "sensitive") == "agree",
        at=personal.at if personal else None,
    )


def _needs(state: State) -> tuple[str, ...]:
    answer = state.answers.get("needs")
    return answer.value if answer and isinstance(answer.value, tuple) else ()


def _text(state: State, question: str) -> str:
    answer = state.answers.get(question)
    return answer.value if answer and isinstance(answer.value, str) else ""
