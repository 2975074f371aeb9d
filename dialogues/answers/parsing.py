"""The answer to one question in what a person typed, and the facts a person tells unasked."""

from __future__ import annotations

from datetime import datetime

from dialogues.answers import numbers
from dialogues.flow import Question, QuestionKind, Value
from dialogues.programme import Programme
from dialogues.state import State
from dialogues.words import plain, stands_in

LONGEST_TEXT = 200
"""Letters of a free-text answer; longer ones are asked to be shortened, nothing is cut."""

MOST_WORDS = 12
"""A longer message tells a story; one option word in it is not an answer."""


def parse(question: Question, text: str, programme: Programme, language: str, now: datetime) -> Value | None:
    """The answer to ``question`` that ``text`` gives, or None."""
    typed = plain(text)
    today = now.astimezone(programme.zone).date()
    match question.kind:
        case QuestionKind.CHOICE | QuestionKind.SUMMARY:
            return _choice(question, typed, programme, language)
        case QuestionKind.MANY:
            return _many(question, typed, programme, language)
        case QuestionKind.WEEKS:
            weeks = numbers.weeks_in(typed, today)
            bare = numbers.bare_number(typed) if weeks is None else None
            return weeks if bare is None or not 1 <= bare <= numbers.MOST_WEEKS else bare
        case QuestionKind.MONTHS:
            months = numbers.months_in(typed, today)
            bare = numbers.bare_number(typed) if months is None else None
            return months if bare is None or bare > numbers.MOST_MONTHS else bare
        case QuestionKind.PHONE:
            return numbers.phone_in(text, programme.facts.region)
        case QuestionKind.TEXT:
            return text.strip() if 0 < len(text.strip()) <= LONGEST_TEXT else None


def skipped(question: Question) -> Value:
    """The value that stands for a question the person left out."""
    match question.kind:
        case QuestionKind.WEEKS:
            return numbers.UNKNOWN_WEEKS
        case QuestionKind.MONTHS:
            return numbers.UNKNOWN_MONTHS
        case _:
            return ""


def option_words(question: str, typed: str, programme: Programme, language: str) -> tuple[str, ...]:
    """The options of ``question`` whose words stand in ``typed``, in the conversation's language and then in the others."""
    for tag in (language, *programme.languages):
        words = programme.words.get(tag)
        if words and (found := words.found(question, typed)):
            return found
    return ()


def _choice(question: Question, typed: str, programme: Programme, language: str) -> str | None:
    options = programme.options(question)
    if named := _by_label(question, typed, programme, language):
        return named
    if question.options == "languages":
        return next((tag for words in programme.words.values() if (tag := words.language(typed)) in options), None)
    if question.options == "districts":
        return district_in(typed, programme)
    if len(typed.split()) > MOST_WORDS:
        return None
    return next((option for option in option_words(question.id, typed, programme, language) if option in options), None)


def _by_label(question: Question, typed: str, programme: Programme, language: str) -> str | None:
    for option in programme.options(question):
        if any(typed == plain(programme.label(question, option, tag)) for tag in {language, *programme.languages} if tag):
            return option
    return None


def _many(question: Question, typed: str, programme: Programme, language: str) -> tuple[str, ...] | None:
    if named := _by_label(question, typed, programme, language):
        return (named,)
    options = programme.options(question)
    found = option_words(question.id, typed, programme, language)
    return tuple(option for option in options if option in found) or None


def district_in(typed: str, programme: Programme) -> str | None:
    """The key of the district named in ``typed`` (plain form); the longest name wins. None when there is none."""
    names = (
        (plain(name), district.key)
        for district in programme.districts.values()
        for name in (*district.name.values(), *district.also)
    )
    found = [(len(name), key) for name, key in names if stands_in(name, typed)]
    return max(found)[1] if found else None


def hear(text: str, programme: Programme, language: str, now: datetime) -> dict[str, Value]:
    """Facts told in ``text`` without being asked for, by question; only of questions marked ``heard``."""
    typed = plain(text)
    heard: dict[str, Value] = {}
    for flow in programme.flows.values():
        for question in flow.questions:
            if question.heard and (value := _heard(question, typed, programme, language, now)) is not None:
                heard[question.id] = value
    return heard


def _heard(question: Question, typed: str, programme: Programme, language: str, now: datetime) -> Value | None:
    today = now.astimezone(programme.zone).date()
    situations = option_words("situation", typed, programme, language)
    if "baby" not in situations and numbers.tells_child(typed):
        situations = (*situations, "baby")
    match question.kind:
        case QuestionKind.WEEKS:
            return numbers.weeks_in(typed, today) if "pregnant" in situations else None
        case QuestionKind.MONTHS:
            return numbers.months_in(typed, today) if situations == ("baby",) else None
        case QuestionKind.MANY:
            found = tuple(option for option in option_words(question.id, typed, programme, language) if option != "other")
            return found or None
        case QuestionKind.CHOICE if question.options == "districts":
            found_district = district_in(typed, programme)
            return found_district if found_district != "elsewhere" else None
        case QuestionKind.CHOICE if question.id == "situation":
            return _situation(situations)
        case _:
            return None


def _situation(found: tuple[str, ...]) -> str | None:
    kinds = {"pregnant", "baby"} & set(found)
    return "both" if len(kinds) == 2 else next(iter(kinds), None)


def derive(state: State, phone: str, programme: Programme) -> dict[str, Value]:
    """Answers that follow from others: the centre from the district, the phone number from the line."""
    derived: dict[str, Value] = {}
    district = state.answers.get("district")
    if district and "centre" not in state.answers:
        known = programme.districts.get(str(district.value))
        if known and known.centre:
            derived["centre"] = known.centre
    contact = state.answers.get("contact")
    if phone and contact and contact.value in ("text", "call") and "phone" not in state.answers:
        derived["phone"] = phone
    return derived
