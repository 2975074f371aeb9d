"""Questions, answers, guards and effects of any programme in a visitor's words."""

from __future__ import annotations

from collections.abc import Iterator

from bot.console.words import Words
from bot.transcript import effect_name, value_text
from dialogues.case import CaseDocument
from dialogues.effects import (
    CancelTimers,
    CloseCase,
    Effect,
    KeepVisit,
    Notify,
    OpenCase,
    Refuse,
    ReviseCase,
    SetTimer,
)
from dialogues.flow import Answer, Guard, Value
from dialogues.handoff import shown
from dialogues.programme import Programme
from dialogues.tracing import Checked


class Names:
    """How a visitor reads what a programme calls by ids. What has no name of its own is told by its id."""

    def __init__(self, programme: Programme, words: Words) -> None:
        self._programme = programme
        self._words = words
        known = words.language in programme.languages
        self._language = words.language if known else programme.languages[0]

    def question(self, name: str) -> str:
        """``Needs (needs)``, or the id alone where the summary has no word for it."""
        key = f"summary-{name}"
        if key not in self._programme.wording.keys(self._language):
            return name
        return f"{self._programme.wording.text(self._language, key)} ({name})"

    def answer(self, name: str, answer: Answer) -> str:
        """An answer as the family reads it."""
        question = self._programme.question(name)
        if question is None:
            return value_text(answer.value)
        try:
            return shown(self._programme, question, answer, self._language)
        except KeyError:
            return value_text(answer.value)

    def told(self, name: str, answer: Answer | None) -> str:
        """The answer with how we know it, or that there is none."""
        if answer is None:
            return self._words("sim-unanswered")
        return f"{self.answer(name, answer)} · {self._words(f'how-{answer.how.value}')}"

    def check(self, check: Checked) -> str:
        """``Contact (contact) is one of: text, call – it is: call``."""
        condition = self._words.listed(self._conditions(check.question, check.guard))
        is_now = self.answer(check.question, check.answer) if check.answer else self._words("sim-unanswered")
        return self._words("sim-check", question=self.question(check.question), condition=condition, answer=is_now)

    def _conditions(self, name: str, guard: Guard) -> Iterator[str]:
        for field in guard.__struct_fields__:
            value = getattr(guard, field)
            if value is None:
                continue
            options = ", ".join(self._option(name, one) for one in (value if isinstance(value, tuple) else (value,)))
            key = f"sim-guard-{field}-no" if value is False else f"sim-guard-{field}"
            yield f"{self._words.known(key, field)} {'' if isinstance(value, bool) else options}".strip()

    def _option(self, name: str, value: Value | bool) -> str:
        question = self._programme.question(name)
        try:
            return self._programme.label(question, str(value), self._language) if question else str(value)
        except KeyError:
            return str(value)

    def effect(self, effect: Effect) -> str:
        """What is done, in a sentence; an effect without one is told by its name."""
        words, key = self._words, f"sim-effect-{effect_name(effect)}"
        match effect:
            case OpenCase(document=document, due_at=due) | ReviseCase(document=document, due_at=due):
                return words(key, code=document.code, urgency=self._urgency(document), when=words.when(due))
            case Notify(kind=kind):
                return words(key, what=words.known(f"sim-notice-{kind.value.replace('.', '-')}", kind.value))
            case CloseCase(outcome=outcome):
                return words(key, outcome=words.known(f"outcome-{outcome}", outcome))
            case KeepVisit(starts_at=at, status=status):
                return words(key, when=words.when(at), status=words(f"visit-{status.value}"))
            case SetTimer(kind=kind, at=at):
                return words(key, what=words.known(f"sim-timer-{kind.value}", kind.value), when=words.when(at))
            case CancelTimers(kind=kind):
                return words(key, what=words.known(f"sim-timer-{kind.value}", kind.value))
            case Refuse(reason=reason):
                return words(key, why=words.known(f"refused-{reason}", words("refused-other")))
            case _:
                return words.known(key, effect_name(effect))

    def _urgency(self, document: CaseDocument) -> str:
        return self._words(f"urgency-{document.urgency.value}")
