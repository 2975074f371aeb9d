"""Which answers decide the same: the many values of a question, reduced to a few by the guards that look at them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from datetime import datetime, timedelta
from functools import cache

import msgspec
import phonenumbers

from dialogues.answers.parsing import derive, parse, skipped
from dialogues.flow import Answer, Answers, Guard, Question, QuestionKind, Value
from dialogues.programme import Programme
from dialogues.state import State

_OPTIONS = (QuestionKind.CHOICE, QuestionKind.SUMMARY, QuestionKind.MANY)
_NUMBERS = ("1", "3", "7", "12", "28", "40", "100")
_WORDS = "Lola Abc"
_DAYS = (0, 30, 400, 1000, 3000, -60)
"""Days before now; the last one lies ahead."""


class Classes:
    """The classes of a programme's answers. Two values are of one class when every guard of every flow holds for both
    or for neither, and the same other answers follow from them."""

    def __init__(self, programme: Programme, now: datetime) -> None:
        self._programme = programme
        self._now = now
        self._guards = _guards(programme)
        self.of = cache(self._of)
        self._known: dict[str, dict[Value, str]] = {}

    def _of(self, name: str, value: Value) -> Hashable:
        """The class of ``value`` as an answer to the question called ``name``."""
        answer = Answer(value, self._now)
        held = tuple(guard.holds(answer) for guard in self._guards.get(name, ()))
        question = self._programme.question(name)
        if question is None:
            return held
        required = bool(question.required) and value == question.required
        return held, required, tuple(derive(State(answers={name: answer}), "", self._programme))

    def all(self, answers: Answers) -> frozenset[tuple[str, Hashable]]:
        """The questions answered, each with the class of its answer."""
        return frozenset((name, self.of(name, answer.value)) for name, answer in answers.items())

    def samples(self, question: Question) -> tuple[Value, ...]:
        """One value of each class that the person can choose or write, in the order offered."""
        values: list[Value]
        if question.kind is QuestionKind.MANY:
            values = [(option,) for option in self._programme.options(question)]
        elif question.kind in _OPTIONS:
            values = list(self._programme.options(question))
        else:
            values = list(self.texts(question))
        return tuple(self._one_each(question, values))

    def texts(self, question: Question) -> dict[Value, str]:
        """By value, of one value a class: words that the question really understands as this value.

        For a question of options these are labels. Empty when nothing we can think of is understood.
        """
        if question.id not in self._known:
            self._known[question.id] = self._understood(question)
        return self._known[question.id]

    def _understood(self, question: Question) -> dict[Value, str]:
        understood: dict[Value, str] = {}
        language = self._programme.languages[0]
        for text in self._ideas(question, language):
            value = parse(question, text, self._programme, language, self._now)
            if value is not None and value != skipped(question):
                understood.setdefault(value, text)
        return {value: understood[value] for value in self._one_each(question, list(understood))}

    def _one_each(self, question: Question, values: list[Value]) -> list[Value]:
        first: dict[Hashable, Value] = {}
        for value in values:
            first.setdefault(self.of(question.id, value), value)
        return list(first.values())

    def _ideas(self, question: Question, language: str) -> Iterator[str]:
        """Texts that may answer ``question``: labels, or numbers around what the guards compare with, days, a phone
        number, and a word or two."""
        if question.kind in _OPTIONS:
            yield from (
                self._programme.label(question, option, language) for option in self._programme.options(question)
            )
            return
        yield from map(str, sorted({n + d for n in self._borders(question.id) for d in (-1, 0, 1) if n + d > 0}))
        yield from _NUMBERS
        yield from ((self._now - timedelta(days=days)).date().isoformat() for days in _DAYS)
        example = phonenumbers.example_number_for_type(
            self._programme.facts.region, phonenumbers.PhoneNumberType.MOBILE
        )
        if example:
            yield phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)
        yield _WORDS

    def _borders(self, name: str) -> Iterator[int]:
        for guard in self._guards.get(name, ()):
            for field in msgspec.structs.astuple(guard):
                compared = field if isinstance(field, tuple) else (field,)
                yield from (value for value in compared if isinstance(value, int) and not isinstance(value, bool))


def _guards(programme: Programme) -> dict[str, list[Guard]]:
    """Every guard of every flow, by the question it looks at."""
    found: dict[str, list[Guard]] = {}
    for flow in programme.flows.values():
        for question in flow.questions:
            for name, guard in question.when.items():
                found.setdefault(name, []).append(guard)
    return found
