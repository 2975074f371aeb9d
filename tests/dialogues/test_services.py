# ruff: noqa: E501 - rows of tables stay on one line
"""Whoever makes a mistake in the services of a programme is told in which line, and what is wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib.resources import files

import pytest

from data import programmes
from dialogues.flow import Answer, Guard
from dialogues.loading import ContentError, load_programme
from dialogues.services import Rule, Service, in_time
from dialogues.times import said_day
from tests.dialogues.talking import MONDAY

NAME = "uijeongbu-care.yml"
SHIPPED = programmes.sources()
TEXT = (files("data.programmes") / NAME).read_text(encoding="utf-8")
GRADE = "{grade: {any_of: [g1, g2]}}"

# what is written, what is written instead, part of the line that is blamed (of the changed text), what is said
PLANTED = [
    ("a service stands twice", "key: after_school_centre", "key: school_care", "key: school_care\n    name: {ko: 다함께", "`school_care` stands here twice"),
    ("a service lacks its source", "    source: donga.com 2026-02-04\n", "", "key: school_care", "missing required field `source`"),
    ("a field is unknown", "certain: false", "sure: false", "key: local_programme", "unknown field `sure`"),
    ("a day does not exist", "since: 2026-02-03", "since: 2026-02-30", "since: 2026-02-30", "Invalid RFC3339"),
    ("a name lacks a language", "en: Community child centre, ", "", "지역아동센터", "the name in `en` is missing"),
    ("a place lacks a language", "en: Howon Dahamkke centre, ", "", "호원 다함께", "the name in `en` is missing"),
    ("a place's district is unknown", "district: howon,", "district: seoul,", "district: seoul", "there is no district `seoul`"),
    ("a place stands twice", "- {key: howon, name: {ko: 호원 다", "- {key: gosan, name: {ko: 호원 다", "호원 다함께", "`gosan` stands here twice"),
    ("a served district is unknown", "certain: false", "certain: false\n    districts: [seoul]", "districts: [seoul]", "there is no district `seoul`"),
    ("it ends before it begins", "since: 2026-02-03\n", "since: 2026-02-03\n    until: 2026-01-01\n", "until: 2026-01-01", "it ends before it begins"),
    ("a rule ends before it begins", "until: 2026-12-31}", "until: 2025-12-31}", "until: 2025", "it ends before it begins"),
    ("a guard names no question", GRADE, "{year: {any_of: [g1, g2]}}", "{year:", "`year` is no question of a form that is matched"),
    ("a guard names no option", GRADE, "{grade: {any_of: [g1, g12]}}", "g12", "`g12` is not an option of `grade`"),
    ("a guard has an unknown condition", "{at_least: 72, less_than: 156}", "{more_than: 72}", "more_than", "unknown field `more_than`"),
    ("a reason has no words", "reason: match-counsel", "reason: match-nothing", "match-nothing", "there is no message `match-nothing`"),
    ("what must hold tells nothing to ask", ", otherwise: match-school-ask", "", GRADE, "has to tell what to ask `otherwise`"),
    ("what is preferred asks something", "points: 4}", "points: 4, otherwise: match-home-ask}", "points: 4,", "only what must hold has an `otherwise`"),
    ("a service takes nobody", "certain: false", "certain: false\n    capacity: 0", "capacity: 0", "it is children at a time, 1 to 9999; leave it out where nobody has told it"),
    ("a place takes too many", "district: howon, source", "district: howon, capacity: 10000, source", "capacity: 10000", "it is children at a time, 1 to 9999"),
    ("a capacity is no number", "certain: false", "certain: false\n    capacity: many", "capacity: many", "Expected `int | null`, got `str`"),
    ("a capacity is half a child", "certain: false", "certain: false\n    capacity: 2.5", "capacity: 2.5", "Expected `int | null`, got `float`"),
    ("nobody is there for everybody", "      - {reason: match-counsel}", "      - {when: {grade: {equals: g1}}, reason: match-counsel, otherwise: match-school-ask}", "services:", "no service is there for everybody on every day"),
    ("nobody is there for ever", "    source: breaknews.com 2021-11-16\n    checked_on: 2026-11-22\n    must:", "    source: breaknews.com 2021-11-16\n    checked_on: 2026-11-22\n    until: 2027-12-31\n    must:", "services:", "no service is there for everybody on every day"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "blamed", "message"), [row[1:] for row in PLANTED], ids=[row[0] for row in PLANTED]
)
def test_a_mistake_in_a_service_is_found(old: str, new: str, blamed: str, message: str) -> None:
    """The file, the line and the reason are told for each kind of mistake."""
    assert old in TEXT
    text = TEXT.replace(old, new, 1)
    with pytest.raises(ContentError) as caught:
        load_programme(NAME, text, SHIPPED)
    line = text[: text.index(blamed)].count("\n") + 1
    assert str(caught.value).startswith(f"{NAME}:{line}: "), str(caught.value)
    assert message in str(caught.value)


def test_a_capacity_is_read() -> None:
    """Of the service and of a place; what nobody has told stays unknown."""
    text = TEXT.replace("district: howon, source", "district: howon, capacity: 1, source", 1)
    text = text.replace("certain: false", "certain: false\n    capacity: 9999", 1)
    services = {one.key: one for one in load_programme(NAME, text, SHIPPED).facts.services}
    assert (services["local_programme"].capacity, services["school_care"].capacity) == (9999, None)
    assert [place.capacity for place in services["after_school_centre"].places] == [None, None, None, None, 1]


def test_services_of_a_programme_that_matches_nothing_are_only_listed() -> None:
    """Their guards may name questions of forms to come; nobody has to be there for everybody."""
    flows = {name: text.replace("match: true\n", "") for name, text in SHIPPED.flows.items()}
    text = TEXT.replace(GRADE, "{year: {equals: 1}}", 1)
    assert load_programme(NAME, text, replace(SHIPPED, flows=flows)).facts.services


@pytest.mark.parametrize(
    ("guard", "held"),
    [
        (Guard(at_least=72), [False, True, True]),
        (Guard(less_than=156), [True, True, False]),
        (Guard(at_least=72, less_than=156), [False, True, False]),
    ],
)
def test_numbers_have_bounds(guard: Guard, held: list[bool]) -> None:
    """The lower bound belongs to the range, the upper does not; words and what is not told have no bounds."""
    assert [guard.holds(Answer(value, MONDAY)) for value in (71, 72, 156)] == held
    assert not guard.holds(None)
    assert not guard.holds(Answer("72", MONDAY))


def test_a_day_lies_within_when_both_ends_say_so() -> None:
    """The first and the last day belong to it; without an end it goes on for ever."""
    first, last = date(2026, 2, 3), date(2026, 12, 31)
    assert [in_time(first, last, day) for day in (date(2026, 2, 2), first, last, date(2027, 1, 1))] == [
        False,
        True,
        True,
        False,
    ]
    assert in_time(None, None, date(1, 1, 1))


def test_what_is_not_confirmed_never_stands() -> None:
    """Neither a rule nor a service counts before the partner's word, whatever the day."""
    assert not Rule(confirmed=False).stands(date(2026, 11, 23))
    assert not Service(key="x", name={}, source="x", checked_on=date(2026, 1, 1), confirmed=False).stands(
        date(2026, 11, 23)
    )


def test_a_day_is_said_without_an_hour() -> None:
    """As people say it in each language."""
    day = date(2027, 3, 2)
    said = [said_day(day, language) for language in ("ko", "en", "ru", "uz", "fr")]
    assert said == ["3월 2일(화)", "Tuesday 2 March", "2 марта (вторник)", "2-mart, seshanba", "mardi 2 mars"]
