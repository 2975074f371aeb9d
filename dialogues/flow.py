"""A flow is an ordered list of guarded questions; what is asked next is computed from the answers, never stored."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

import msgspec

from dialogues.case import Reason

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
    AGE = "age"
    """As MONTHS, but a number alone tells years: of a child that is no baby any more."""
    AGES = "ages"
    """The ages of one or more children in completed months, as digits, the oldest first; empty when left out."""
    BORN = "born"
    """A child's day of birth (ISO 8601) where it is told, else its age as MONTHS."""
    PHONE = "phone"
    """E.164."""
    TEXT = "text"
    SUMMARY = "summary"
    """Shows the answers; ``send`` or ``change``."""


REPROVED = (
    QuestionKind.WEEKS,
    QuestionKind.MONTHS,
    QuestionKind.AGE,
    QuestionKind.AGES,
    QuestionKind.PHONE,
    QuestionKind.BORN,
)
"""Questions that say what an answer to them looks like, with the message ``bad-<id>``."""


class Guard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A condition on one earlier answer; every field that is set must hold. An unanswered question fails all but
    ``missing``."""

    equals: str | int | None = None
    any_of: tuple[str | int, ...] | None = None
    at_least: int | None = None
    less_than: int | None = None
    at_most: int | None = None
    """To the day where the answer is a day of birth: not a day older than so many months."""
    missing: bool | None = None

    def holds(self, answer: Answer | None) -> bool:
        """Whether the condition holds for ``answer`` (None: not answered)."""
        if self.missing is not None and (answer is None) is not self.missing:
            return False
        if all(bound is None for bound in (self.equals, self.any_of, self.at_least, self.less_than, self.at_most)):
            return True
        return answer is not None and self._holds_for(answer.value)

    def _holds_for(self, value: Value) -> bool:
        values = value if isinstance(value, tuple) else (value,)
        if self.equals is not None and self.equals not in values:
            return False
        if self.any_of is not None and not any(item in self.any_of for item in values):
            return False
        if self.at_least is not None and not (isinstance(value, int) and value >= self.at_least):
            return False
        if self.at_most is not None and not (isinstance(value, int) and value <= self.at_most):
            return False
        return self.less_than is None or (isinstance(value, int) and value < self.less_than)


class Sex(StrEnum):
    """Of an adult or a young person, as far as a report tells them apart."""

    WOMAN = "woman"
    MAN = "man"


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing to ask; its wording is ``ask-<id>``, an option's ``<id>-<option>``."""

    id: str
    kind: QuestionKind
    options: tuple[str, ...] | str = ()
    """Option ids in the order shown, or the programme's list to take them from: languages, districts, centres."""
    unshown: tuple[str, ...] = ()
    """Options that are never offered but understood when somebody says them: "a parent", who is not asked which."""
    sex: dict[str, Sex] = {}
    """By option: the sex that it tells of the adult or the young person, for the reports."""
    when: dict[str, Guard] = {}
    required: str = ""
    """The one option without which the flow does not go on; any other answer is explained and asked again."""
    typed: bool = False
    """True when the options are too many to list: the person writes it, and sees the list only after a miss."""
    heard: bool = False
    """True when a person may say it unasked, in any sentence, and be understood."""
    told: bool = False
    """True when it is never asked: it is known only of those who say it."""
    skip: bool = False
    """True when the person may leave it unanswered."""
    papers: bool = False
    """True when the answer is a kind of grant: the family is told which papers the programme's file names for it."""
    says: tuple[str, ...] = ()
    """Options that are answered with a word of their own, ``said-<id>-<option>``, before the next question."""
    listed: bool = True
    """True when the answer stands in the summary and in the case's answers."""
    sensitive: bool = False
    """True when it may be kept only after the separate consent to sensitive data."""
    each: bool = False
    """True when it is about one child: asked anew when the family looks for the next one."""
    leads: dict[str, str] = {}
    """By option: the form that goes on with it, where that is another one than the running form."""


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
    reason: Reason = Reason.SELF_REFERRAL
    """Why the case is opened that it leads to."""
    intents: tuple[str, ...] = ()
    """What a person asks for that begins it."""
    fit: bool = False
    """True when the case tells whether the programme's services fit; the family reads a kind word where one may not."""
    match: bool = False
    """True when its answers are held against the programme's services, and the family is told what may fit."""

    @property
    def form(self) -> bool:
        """Whether it leads to a case, by questions that a family answers at its own pace."""
        return self.done is Done.OPEN_CASE

    def question(self, name: str) -> Question | None:
        """The question called ``name``, or None."""
        return next((question for question in self.questions if question.id == name), None)

    def next(self, answers: Answers) -> Question | None:
        """The first question not yet answered whose guards hold; None when the flow is through."""
        for question in self.questions:
            if question.id not in answers and not question.told and applies(question, answers):
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
