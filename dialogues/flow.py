"""A flow is an ordered list of guarded questions; what is asked next is computed from the answers, never stored."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

import msgspec

Value = str | int | tuple[str, ...]
"""A choice's option id, a text, a number with the unit its question names, or several option ids."""


class How(StrEnum):
    """How we came to know an answer."""

    ASKED = "asked"
    """The person answered our question."""
    HEARD = "heard"
    """The person said it before we asked."""
    DERIVED = "derived"
    """It follows from another answer or from the line they write on."""


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is known about one question."""

    value: Value
    at: datetime
    how: How = How.ASKED


Answers = Mapping[str, Answer]


class QuestionKind(StrEnum):
    """What an answer may look like."""

    CHOICE = "choice"
    MANY = "many"
    WEEKS = "weeks"
    """Completed weeks of pregnancy, 1 to 42; 0 when the person does not know."""
    MONTHS = "months"
    """A child's age in completed months, 0 to 215; -1 when the person does not know."""
    PHONE = "phone"
    """E.164."""
    TEXT = "text"
    SUMMARY = "summary"
    """Shows the answers; ``send`` or ``change``."""


class Guard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A condition on one earlier answer; every field that is set must hold. An unanswered question fails all but
    ``missing``."""

    equals: str | int | None = None
    any_of: tuple[str | int, ...] | None = None
    less_than: int | None = None
    missing: bool | None = None

    def holds(self, answer: Answer | None) -> bool:
        """Whether the condition holds for ``answer`` (None: not answered)."""
        if self.missing is not None and (answer is None) is not self.missing:
            return False
        if self.equals is None and self.any_of is None and self.less_than is None:
            return True
        return answer is not None and self._holds_for(answer.value)

    def _holds_for(self, value: Value) -> bool:
        values = value if isinstance(value, tuple) else (value,)
        if self.equals is not None and self.equals not in values:
            return False
        if self.any_of is not None and not any(item in self.any_of for item in values):
            return False
        return self.less_than is None or (isinstance(value, int) and value < self.less_than)


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing to ask; its wording is ``ask-<id>``, an option's ``<id>-<option>``."""

    id: str
    kind: QuestionKind
    options: tuple[str, ...] | str = ()
    """Option ids in the order shown, or the programme's list to take them from: languages, districts, centres."""
    when: dict[str, Guard] = {}
    required: str = ""
    """The one option without which the flow does not go on; any other answer is explained and asked again."""
    typed: bool = False
    """True when the options are too many to list: the person writes it, and sees the list only after a miss."""
    heard: bool = False
    """True when a person may say it unasked, in any sentence, and be understood."""
    skip: bool = False
    """True when the person may leave it unanswered."""
    listed: bool = True
    """True when the answer stands in the summary and in the case's answers."""
    sensitive: bool = False
    """True when it may be kept only after the separate consent to sensitive data."""


class Done(StrEnum):
    """What happens when every question of a flow is answered."""

    OPEN_CASE = "open_case"
    REQUEST_MOVE = "request_move"
    CANCEL_VISIT = "cancel_visit"


class Flow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An ordered list of questions and what their answers lead to."""

    flow: str
    done: Done
    questions: tuple[Question, ...]

    def question(self, name: str) -> Question | None:
        """The question called ``name``, or None."""
        return next((question for question in self.questions if question.id == name), None)

    def next(self, answers: Answers) -> Question | None:
        """The first question not yet answered whose guards hold; None when the flow is through."""
        for question in self.questions:
            if question.id not in answers and applies(question, answers):
                return question
        return None

    def settled(self, answers: Answers) -> dict[str, Answer]:
        """The answers without those that another answer has made meaningless; one that is just being asked anew
        changes nothing yet."""
        kept, gone = dict(answers), set[str]()
        for question in self.questions:
            known = all(name in kept or name in gone for name in question.when)
            if known and not applies(question, kept):
                gone.add(question.id)
                kept.pop(question.id, None)
        return kept


def applies(question: Question, answers: Answers) -> bool:
    """Whether every guard of ``question`` holds."""
    return all(guard.holds(answers.get(name)) for name, guard in question.when.items())
