"""The answer to one question in what a person typed, and the facts a person tells unasked."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from dialogues.answers import numbers
from dialogues.answers.ages import ages_in, only_ages
from dialogues.answers.births import born_in
from dialogues.answers.phones import phone_in
from dialogues.flow import Question, QuestionKind, Value
from dialogues.phrases import Expression, union
from dialogues.programme import Programme
from dialogues.state import State
from dialogues.telling import Telling
from dialogues.words import plain

LONGEST_TEXT = 200
"""Letters of a free-text answer; longer ones are asked to be shortened, nothing is cut."""

MOST_WORDS = 12
"""A longer message tells a story; one option word in it is not an answer."""

_UNITS = ("dong", "eup", "myeon", "дон", "ып", "мён")
"""What may follow the name of a Korean district in other scripts."""

_ENDING = "(?:da|dan|ga|ni|ning|lik|dagi|да|дан|га|ни|нинг|лик|даги|е|а|у|ом|ой|ы|и)?"
"""What Uzbek and Russian put behind a place's name."""

_SHORT_NAME = 5
"""Letters up to which a name has to stand as it is: with an ending it might be another word."""

_HANGUL = re.compile("[가-힣]")
_MENU_NUMBER = re.compile(r"\d{1,2}")
"""A number alone belongs to the menu of an earlier message; nobody is called so."""


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
            weeks = numbers.weeks_in(typed, today, language)
            bare = numbers.bare_number(typed) if weeks is None else None
            return weeks if bare is None or not 1 <= bare <= numbers.MOST_WEEKS else bare
        case QuestionKind.MONTHS:
            months = numbers.months_in(typed, today, language)
            bare = numbers.bare_number(typed) if months is None else None
            return months if bare is None or bare > numbers.MOST_MONTHS else bare
        case QuestionKind.AGE:
            months = numbers.months_in(typed, today, language)
            years = numbers.years_alone(typed) if months is None else None
            return months if years is None or years * 12 > numbers.MOST_MONTHS else years * 12
        case QuestionKind.BORN:
            born = born_in(typed, today, language)
            bare = numbers.bare_number(typed) if born is None else None
            return born if bare is None or bare > numbers.MOST_MONTHS else bare
        case QuestionKind.AGES:
            ages = ages_in(typed, today, language)
            return tuple(map(str, ages)) if ages else None
        case QuestionKind.PHONE:
            return phone_in(text, programme.facts.region)
        case QuestionKind.TEXT:
            said = text.strip()
            stray = _MENU_NUMBER.fullmatch(said) or _yes_or_no(typed, programme)
            return said if 0 < len(said) <= LONGEST_TEXT and not stray else None


def _yes_or_no(typed: str, programme: Programme) -> bool:
    """Whether ``typed`` is nothing but a yes or a no, which is nobody's name and no time of a day."""
    return any(words.command(typed) in ("yes", "no") for words in programme.words.values())


def only_answers(question: Question, text: str, programme: Programme) -> bool:
    """Whether ``text`` is nothing but an answer to ``question``: a label, a word of an option or command, or ages."""
    typed = plain(text)
    if question.kind in (QuestionKind.AGE, QuestionKind.AGES):
        return only_ages(typed)
    labels = _labels(programme, question.id) if question.options else {}
    spoken = programme.words.values()
    return typed in labels or any(words.whole(question.id, typed) or words.command(typed) for words in spoken)


def skipped(question: Question) -> Value:
    """The value that stands for a question the person left out."""
    match question.kind:
        case QuestionKind.WEEKS:
            return numbers.UNKNOWN_WEEKS
        case QuestionKind.MONTHS | QuestionKind.AGE | QuestionKind.BORN:
            return numbers.UNKNOWN_MONTHS
        case QuestionKind.AGES:
            return ()
        case _:
            return ""


def option_words(question: str, typed: str, programme: Programme, language: str) -> tuple[str, ...]:
    """The options of ``question`` whose words stand in ``typed``, in the conversation's language, then in others."""
    for tag in dict.fromkeys((language, *programme.languages)):
        words = programme.words.get(tag)
        if words and (found := words.found(question, typed)):
            return found
    return ()


def _choice(question: Question, typed: str, programme: Programme, language: str) -> str | None:
    options = programme.options(question)
    if named := _labels(programme, question.id).get(typed):
        return named
    if question.options == "languages":
        named = next((tag for words in programme.words.values() if (tag := words.language(typed)) in options), None)
        return programme.written(named, typed) if named else None
    if question.options == "districts":
        return district_in(typed, programme)
    if len(typed.split()) > MOST_WORDS:
        return None
    found = option_words(question.id, typed, programme, language)
    if question.id == "situation" and (situation := _situation(found)):
        return situation
    return next((option for option in found if option in options), None)


@lru_cache(maxsize=256)
def _labels(programme: Programme, name: str) -> dict[str, str]:
    """The option behind each label of a question, in every language; of two with the same label the first."""
    question = programme.question(name)
    options = programme.options(question) if question else ()
    return {
        plain(programme.label(question, option, tag)): option
        for option in reversed(options)
        for tag in programme.languages
        if question
    }


def _many(question: Question, typed: str, programme: Programme, language: str) -> tuple[str, ...] | None:
    if named := _labels(programme, question.id).get(typed):
        return (named,)
    options = programme.options(question)
    found = option_words(question.id, typed, programme, language)
    told = tuple(option for option in options if option in found)
    # "Other help with papers": where the papers have an option of their own, that is all it says.
    return tuple(option for option in told if option != "other") or told or None


def district_in(typed: str, programme: Programme) -> str | None:
    """The key of the one district named in ``typed`` (plain form) and not denied; None for none or several.

    A name that is part of a longer one counts for nothing ("Jangsu-Seochang-dong" is not Seochang 2-dong).
    """
    patterns, telling = _districts(programme)
    spans = [
        (*found.span(), key)
        for key in telling.near(typed)
        for found in patterns[key].finditer(typed)
        if not any(words.denied("district", typed, *found.span()) for words in programme.words.values())
    ]
    keys = {
        key
        for start, end, key in spans
        if not any(first <= start and end <= last and last - first > end - start for first, last, _ in spans)
    }
    named = keys - {"elsewhere"} or keys
    return named.pop() if len(named) == 1 else None


@lru_cache(maxsize=64)
def _districts(programme: Programme) -> tuple[dict[str, Expression], Telling[str]]:
    """What finds each district, by its key; and the keys by what tells of them."""
    patterns: dict[str, Expression] = {}
    told: dict[str, set[str]] = {}
    for key, district in programme.districts.items():
        names = [_name_parts(plain(name)) for name in (*district.name.values(), *district.also)]
        patterns[key] = union(map(_district_pattern, names))
        for parts in names:
            told.setdefault(max(parts, key=len), set()).add(key)
    return patterns, Telling(told)


def _name_parts(name: str) -> list[str]:
    """The words and numbers of a district's name, without its 읍, 면, 동 or -eup, -myeon, -dong."""
    parts = re.findall(r"[가-힣]+|\d+|[^\W\d_]+", name)
    if not _HANGUL.search(name):
        return parts[:-1] if len(parts) > 1 and parts[-1] in _UNITS else parts
    parts[-1] = re.sub(r"(?<=..)[읍면]$|^동$", "", parts[-1]) or parts[-1]
    return parts[:-1] if parts[-1] == "동" else parts


def _district_pattern(parts: list[str]) -> str:
    """Finds a district with or without its 읍, 면, 동 or -eup, -myeon, -dong, at the beginning of a word.

    "배도 고파요" holds no 도고, "확인 주세요" no 인주; "염치없지만" is how many begin to ask for help. A long name of
    another script or language may have an ending: "Urganchda", "в Ургенче".
    """
    if not _HANGUL.search("".join(parts)):
        ending = _ENDING if len(parts[-1]) > _SHORT_NAME else ""
        spaced = r"[\W_]*".join(parts)
        return rf"(?<![^\W_]){spaced}{ending}(?:[\W_]*(?:{'|'.join(_UNITS)}))?(?![^\W_])"
    spaced = r"[^가-힣\d]*".join(parts)
    return rf"(?<![가-힣])(?:[가-힣]+[시군구](?=\S))?{spaced}(?:\s?[읍면동])?(?!\d|\s?없|\s?불구)"


def hear(text: str, programme: Programme, language: str, now: datetime, form: str = "") -> dict[str, Value]:
    """Facts told in ``text`` without being asked for, by question; only of questions marked ``heard`` in ``form``, the
    usual one when empty."""
    typed = plain(text)
    today = now.astimezone(programme.zone).date()
    situations = option_words("situation", typed, programme, language)
    if "baby" not in situations and numbers.tells_child(typed):
        situations = (*situations, "baby")
    told = {
        question.id: _heard(question, typed, situations, programme, language, today)
        for question in _heard_in(programme, form)
    }
    return {name: value for name, value in told.items() if value is not None}


@lru_cache(maxsize=64)
def _heard_in(programme: Programme, form: str) -> list[Question]:
    return [question for question in programme.form(form).questions if question.heard]


def _heard(
    question: Question, typed: str, situations: tuple[str, ...], programme: Programme, language: str, today: date
) -> Value | None:
    match question.kind:
        case QuestionKind.WEEKS:
            return _weeks_heard(typed, situations, today, language)
        case QuestionKind.MONTHS:
            return numbers.months_in(typed, today, language) if situations == ("baby",) else None
        case QuestionKind.BORN:
            return born_in(typed, today, language) if situations == ("baby",) else None
        case QuestionKind.AGE:
            told = "pregnant" not in situations and ("baby" in situations or numbers.names_child(typed))
            return numbers.months_in(typed, today, language) if told else None
        case QuestionKind.MANY:
            options = programme.options(question)
            found = tuple(
                option
                for option in option_words(question.id, typed, programme, language)
                if option != "other" and option in options
            )
            return found or None
        case QuestionKind.CHOICE if question.options == "districts":
            found_district = district_in(typed, programme)
            return found_district if found_district != "elsewhere" else None
        case QuestionKind.CHOICE if question.id == "minor":
            age = numbers.own_age(typed)
            return "under" if age is not None and age < programme.facts.alone_from else None
        case QuestionKind.CHOICE if question.id == "situation":
            return _situation(situations)
        case QuestionKind.CHOICE:
            named = (one for one in option_words(question.id, typed, programme, language) if one != "other")
            return next((one for one in named if programme.offers(question, one)), None)
        case _:
            return None


def _weeks_heard(typed: str, situations: tuple[str, ...], today: date, language: str) -> int | None:
    """The weeks of a pregnancy told unasked; beside a baby only what is said right at the pregnancy is surely its."""
    if "pregnant" not in situations:
        return None
    if "baby" not in situations:
        return numbers.weeks_in(typed, today, language)
    told = numbers.of_the_pregnancy(typed)
    return numbers.weeks_in(told, today, language) if told else None


def _situation(found: tuple[str, ...]) -> str | None:
    if "both" in found:
        return "both"
    kinds = {"pregnant", "baby"} & set(found)
    return "both" if len(kinds) == 2 else next(iter(kinds), None)


def _centre(state: State, programme: Programme) -> str:
    """The centre of the district told, or the only one there is; "" for none."""
    places = (question.id for question in programme.questions.values() if question.options == "districts")
    told = next((state.answers[name] for name in places if name in state.answers), None)
    known = programme.districts.get(str(told.value)) if told else None
    only = next(iter(programme.centres)) if len(programme.centres) == 1 else ""
    return (known.centre or only) if known else ""


def derive(state: State, phone: str, programme: Programme) -> dict[str, Value]:
    """Answers that follow from others: the centre from the district, the phone number from the line."""
    derived: dict[str, Value] = {}
    if "centre" not in state.answers and (centre := _centre(state, programme)):
        derived["centre"] = centre
    contact = state.answers.get("contact")
    if phone and contact and contact.value in ("text", "call") and "phone" not in state.answers:
        derived["phone"] = phone
    return derived
