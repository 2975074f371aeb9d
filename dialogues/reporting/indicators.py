"""What a programme works towards and counts in its report, such as home visits or young people towards work: dated data
of its file. Families never read of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from itertools import permutations

import msgspec

from dialogues.flow import Answer, Flow, Guard, Question, Value
from dialogues.services import option_mistakes

REPORTED = ("en", "fr")
"""Languages of the reports, beside those of the programme."""

LONGEST = 400
"""Letters that the keys of one case may have together, with a blank between two."""

_KEY = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_NUMBERS = range(-1, 1200)
"""Every age in months, and every week."""


class Column(StrEnum):
    """By what an indicator can be broken down."""

    SEX = "sex"
    """Of the child."""
    AGE = "age"
    """Of the child."""
    ADULT = "adult"
    """Sex of the adult who writes, or of the one or the young person whom the case is about."""


class Indicator(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of case that is counted by itself; one case may be of several kinds."""

    key: str
    name: dict[str, str]
    """By language tag."""
    source: str
    checked_on: date
    flows: tuple[str, ...] = ()
    """Forms that the case may have come by; empty for all."""
    when: dict[str, Guard] = {}
    """By question; all have to hold. A question that was left out is not answered."""
    by: tuple[Column, ...] = (Column.SEX, Column.AGE)
    """What its row in the report is broken down by; of all others it has no number."""
    confirmed: bool = True
    """False while the partner has not named it. It is counted all the same: no family is told of it."""


def indicator_mistakes(
    indicators: Collection[Indicator], flows: Iterable[Flow | None], languages: Collection[str]
) -> Iterator[tuple[str, str]]:
    """(path, what is wrong) with the indicators of a programme with these flows, that of state bodies among them."""
    forms = {flow.flow: flow for flow in flows if flow and flow.form}
    keys = [one.key for one in indicators]
    if len(" ".join(keys)) > LONGEST:
        yield "$.indicators", f"the keys together have more than {LONGEST} letters"
    for index, one in enumerate(indicators):
        path = f"$.indicators[{index}]"
        if not _KEY.fullmatch(one.key):
            yield f"{path}.key", f"`{one.key}` has to be small letters, digits and `_`"
        if one.key in keys[:index]:
            yield f"{path}.key", f"`{one.key}` stands here twice"
        for language in dict.fromkeys((*languages, *REPORTED)):
            if not one.name.get(language):
                yield f"{path}.name", f"the name in `{language}` is missing"
        yield from _unknown(path, one, forms)
    for index, other in _twins(indicators):
        yield f"$.indicators[{index}]", f"by its rules it counts the same cases as `{other}`"


def _twins(indicators: Collection[Indicator]) -> Iterator[tuple[int, str]]:
    """(index, key of an earlier one) of each that counts what another one does."""
    keys, within = [one.key for one in indicators], set(nested(indicators))
    for index, key in enumerate(keys):
        twin = next((one for one in keys[:index] if {(one, key), (key, one)} <= within), None)
        if twin:
            yield index, twin


def _unknown(path: str, one: Indicator, forms: Mapping[str, Flow]) -> Iterator[tuple[str, str]]:
    for number, name in enumerate(one.flows):
        if name not in forms:
            yield f"{path}.flows[{number}]", f"there is no form `{name}`"
    asked = {
        question.id: question
        for name in one.flows or forms
        for question in (forms[name].questions if name in forms else ())
        if question.listed
    }
    if Column.ADULT in one.by and not tells_adult(asked.values()):
        yield f"{path}.by", "no question of its forms tells the sex of an adult or a young person"
    for name, guard in one.when.items():
        yield from _guard_mistakes(f"{path}.when.{name}", name, guard, asked)


def tells_adult(questions: Iterable[Question]) -> bool:
    """Whether one of ``questions`` tells the sex of an adult or a young person."""
    return any(question.sex for question in questions)


def _guard_mistakes(path: str, name: str, guard: Guard, asked: Mapping[str, Question]) -> Iterator[tuple[str, str]]:
    if name in asked:
        yield from option_mistakes(path, name, guard, asked[name])
    else:
        yield path, f"`{name}` is no question whose answer its cases keep"


def nested(indicators: Collection[Indicator]) -> Iterator[tuple[str, str]]:
    """(key, key of another): by their rules, every case of the first is one of the other too."""
    for one, other in permutations(indicators, 2):
        if _same_forms(one, other) and all(
            name in one.when and _implies(one.when[name], guard) for name, guard in other.when.items()
        ):
            yield one.key, other.key


def _same_forms(one: Indicator, other: Indicator) -> bool:
    return not other.flows or (bool(one.flows) and set(one.flows) <= set(other.flows))


def _implies(one: Guard, other: Guard) -> bool:
    """Whether ``other`` holds wherever ``one`` does."""
    if one.missing or other.missing:
        return one == other
    values: set[Value] = {value for guard in (one, other) for value in (guard.equals, *(guard.any_of or ())) if value}
    answers = (
        Answer(value, datetime.min.replace(tzinfo=UTC)) for value in (*values, *_NUMBERS, "")
    )  # "" is any other option
    return all(other.holds(answer) for answer in answers if one.holds(answer))
