# ruff: noqa: E501 - rows of tables stay on one line
"""Texts, words, numbers and what waits for the partner: each fault is told once, with its place."""

from __future__ import annotations

from datetime import date

import pytest

from data import programmes
from dialogues.checking import texts
from dialogues.checking.commands import NEEDED, command_mistakes, first_words
from dialogues.checking.hotlines import can_be_dialled, hotline_mistakes
from dialogues.checking.labels import misread_labels
from dialogues.checking.mistakes import Mistake
from dialogues.checking.texts import Messages
from dialogues.checking.unconfirmed import capacities, unconfirmed
from dialogues.documents import Document
from dialogues.rooms import Room, Spot, with_rooms
from tests.dialogues.checking.planted import FILE, SOURCES, TEXT, changed, line_of, programme, with_wording

DAY = date(2026, 11, 22)
LANGUAGES = ("ko", "en", "ru")
RIGHT = {"ko": "a = 1\nb = { $x }", "en": "a = 1\nb = { $x }", "ru": "a = 1\nb = { $x }"}
POLICE = 'key: "112"'
CODE = {"talk.py": 'turn.say("a")\nturn.text(f"{key}-discreet")\nturn.choice("x:y", f"b-{z}" if z else "b")\n'}


def messages(**texts_by_language: str) -> Messages:
    """The messages of three languages, with some texts in place of the right ones."""
    read, mistakes = texts.read_wording({f"{tag}.ftl": text for tag, text in {**RIGHT, **texts_by_language}.items()})
    assert mistakes == []
    return read


def test_the_same_messages_have_no_mistake() -> None:
    """Equal keys with equal values in every language are right."""
    assert list(texts.differing(messages(), LANGUAGES)) == []
    assert list(texts.left_over(messages(), {"b"}, CODE)) == []
    assert list(texts.missing(messages(), LANGUAGES, {"talk.py": 'turn.say("a")'})) == []


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"ru": "a = 1"}, "ru.ftl: `b` is missing; it stands in ko.ftl:2"),
        ({"ko": "b = { $x }"}, "ko.ftl: `a` is missing; it stands in en.ftl:1"),
        ({"en": "a = 1\n\nb = { $y }"}, "en.ftl:3: `b` has not the values of the other languages: $x, $y"),
        ({"ko": "a = { $z }\nb = { $x }"}, "ko.ftl:1: `a` has not the values of the other languages: $z"),
    ],
)
def test_a_language_that_differs_is_told_once(changes: dict[str, str], told: str) -> None:
    """The one language in which a text is missing or has other values is blamed, not all the others."""
    assert list(map(str, texts.differing(messages(**changes), LANGUAGES))) == [told]


def test_a_file_that_cannot_be_read_is_told() -> None:
    """Of the other files everything is still known."""
    read, mistakes = texts.read_wording({"ko.ftl": "a = 1", "en.ftl": "a = { $"})
    assert list(read) == ["ko"]
    assert [mistake.where for mistake in mistakes] == ["en.ftl:1"]


def test_a_value_that_nobody_gives_is_told() -> None:
    """A place that would stay empty is found before a family's message fails for it."""
    found = texts.unfilled(messages(), ["en"], {"b": frozenset({"y"}), "a": frozenset()})
    assert list(map(str, found)) == ["en.ftl:2: `b` waits for a value that nobody gives: $x"]


def test_a_message_that_nothing_asks_for_is_told() -> None:
    """Neither the content nor the code names it, whole or in part."""
    known = messages(ko="a = 1\nb-x = 2\nc-discreet = 3\nd = 4")
    assert list(map(str, texts.left_over({"ko": known["ko"]}, (), CODE))) == ["ko.ftl:4: nothing asks for `d`"]


def test_a_message_that_the_code_asks_for_in_vain_is_told() -> None:
    """Every key in the code is a message, or the beginning and end of some."""
    code = {"talk.py": '\nturn.say("gone")\nprogramme.wording.text(language, "a")\nsay(f"b{x}")\n'}
    told = [str(mistake) for mistake in texts.missing(messages(), LANGUAGES, code)]
    assert told == ["talk.py:2: there is no message `gone`", "talk.py:4: there is no message `b.+`"]


def test_every_command_has_words_that_mean_it() -> None:
    """The shipped words are right; a command without words, and a word under two commands, are told with the line."""
    assert list(command_mistakes(SOURCES.words)) == []
    assert set(NEEDED) <= set(first_words("ko.yml", SOURCES.words["ko.yml"]))
    text = SOURCES.words["en.yml"]
    line = next(line for line in text.splitlines() if line.startswith("  home:"))
    found = command_mistakes({"en.yml": changed(text, line, "  home: [undo]")})
    where = line_of(text, "  home:")
    assert list(map(str, found)) == [f"en.yml:{where}: “undo” stands under `home`, but means `back`"]
    found = command_mistakes({"en.yml": changed(text, line, "  home: []")})
    assert [mistake.what for mistake in found] == ["there are no words for the command `home`"]


def numbers(text: str, day: date = DAY) -> list[str]:
    """What is wrong with the hotlines of a programme."""
    return [str(mistake) for mistake in hotline_mistakes(programme(text=text), Document(FILE, text), day)]


def test_numbers_that_were_checked_this_year_are_right() -> None:
    """A year after the day they were checked they still are, a day later none is."""
    assert numbers(TEXT) == []
    assert numbers(TEXT, date(2027, 11, 22)) == []
    late = numbers(TEXT, date(2027, 11, 23))
    assert len(late) == len(programme().hotlines)
    assert late[0].endswith("the number 112 was last checked on 2026-11-22, more than a year ago")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("emergency number, checked_on: 2026-11-22", "emergency number, checked_on: 2025-11-21", "number 112 was last checked on 2025-11-21, more"),
        ("emergency number, checked_on: 2026-11-22", "emergency number, checked_on: 2026-11-23", "number 112 was checked on a day to come, 2026-11-23"),
        ("source: national police emergency number", 'source: " "', "nobody knows where the number 112 is from"),
        ('number: "112"', 'number: "12"', "`12` is no number that can be dialled in KR"),
        ('number: "112"', "number: call the police", "`call the police` is no number that can be dialled in KR"),
    ],
)  # fmt: skip
def test_a_wrong_number_is_told_with_its_line(old: str, new: str, told: str) -> None:
    """Too old, of tomorrow, of nobody, or not to be dialled: one line, at the number."""
    (found,) = numbers(changed(TEXT, old, new))
    assert told in found
    assert found.startswith(f"{FILE}:{line_of(TEXT, POLICE)}: ")


@pytest.mark.parametrize(
    ("number", "region", "right"),
    [
        ("112", "KR", True), ("1577-0199", "KR", True), ("02-6959-5872", "KR", True), ("1146", "UZ", True),
        ("+998 62 224 11 12", "KR", True), ("010-1234", "KR", False), ("99", "KR", False), ("", "KR", False),
    ],
)  # fmt: skip
def test_what_can_be_dialled(number: str, region: str, *, right: bool) -> None:
    """Short numbers, numbers of the country and numbers with a plus."""
    assert can_be_dialled(number, region) is right


def test_what_waits_for_the_partner_is_listed() -> None:
    """Each entry with ``confirmed: false`` has its line and what is claimed, however deep it stands."""
    text = "a:\n  - {key: x, name: {ko: 가}, centre: c, confirmed: false}\n  - {key: y, confirmed: true}\n"
    text += "b:\n  rules:\n    - source: law\n      confirmed: false\n      upto: 24\n      of: [p, q]\n"
    assert list(unconfirmed(Document("p.yml", text))) == [
        Mistake("p.yml:2", "a `x` 가: centre c"),
        Mistake("p.yml:6", "rules this: upto 24, of p, q"),
    ]


def test_services_whose_capacity_nobody_has_told_are_listed() -> None:
    """Where a child is matched, each with its line, until the service or each of its places has one."""
    care, document = programmes.load("uijeongbu-care"), programmes.document("uijeongbu-care")
    told = [str(one) for one in capacities(document, care)]
    assert len(told) == len(care.facts.services)
    assert told[0].endswith(": services `school_care` 온동네 초등돌봄·교육(늘봄): its capacity")
    places = [Spot("after_school_centre", key) for key in ("millak", "ganeung", "nogyang", "gosan", "howon")]
    some = {Spot("school_care"): Room(20)} | {spot: Room(19) for spot in places[:-1]}
    assert len(list(capacities(document, with_rooms(care, some)))) == len(told) - 1
    assert len(list(capacities(document, with_rooms(care, some | {places[-1]: Room(19)})))) == len(told) - 2
    namdong = "firststep-incheon-namdong"
    assert list(capacities(programmes.document(namdong), programmes.load(namdong))) == [], "no child is matched there"


def test_a_label_that_means_another_option_is_told() -> None:
    """Whoever writes what stands on the button gets what they chose."""
    assert list(misread_labels(programme())) == []
    sources = with_wording(en={"urgency-week = This week": "urgency-week = Today"})
    (found,) = misread_labels(programme(sources))
    assert found == ("self_referral", "urgency", "“Today”, the label of `week` in `en`, means `today`")
