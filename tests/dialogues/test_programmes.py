# ruff: noqa: E501 - rows of tables and sentences stay on one line
"""Each partner's programme holds what its families need, dated and sourced."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from importlib.resources import files

import phonenumbers
import pytest

from data import programmes
from dialogues.answers.parsing import derive, district_in
from dialogues.case import Urgency
from dialogues.crisis import CODES
from dialogues.flow import Answer
from dialogues.loading import load_programme
from dialogues.programme import Programme, named
from dialogues.reading import Hit, Severity
from dialogues.state import State
from dialogues.words import plain
from tests.dialogues.talking import MONDAY, Talk

KEYS = programmes.known()
FIRST_SEGMENT = 67
"""Letters outside of GSM's alphabet in the first segment of a long text message (DOMAIN A6, rule 3)."""

# DOMAIN A3: crisis → the number that has to stand first in Korea.
FIRST_NUMBER = {
    "violence_now": "112", "dv_disclosure": "1366", "suicide_now": "119", "suicide_thoughts": "109", "postpartum_harm": "119",
    "maternal_emergency": "119", "infant_emergency": "119", "child_abuse": "112", "infant_abandonment": "1308",
    "anonymous_birth": "1308", "homeless_tonight": "1366", "destitution": "129", "child_writer": "1388",
    "unaccompanied_child": "112",
}  # fmt: skip


@pytest.fixture(params=KEYS)
def each(request: pytest.FixtureRequest) -> Programme:
    """Each programme that is shipped."""
    return programmes.load(request.param)


def test_there_is_a_programme_and_its_key_is_its_name() -> None:
    """A programme is found by its key, and no other name finds one."""
    assert "firststep-asan" in KEYS
    for key in KEYS:
        assert programmes.load(key).key == key
    with pytest.raises(FileNotFoundError):
        programmes.load("nowhere")


def test_every_crisis_has_words_and_numbers(each: Programme) -> None:
    """Each code of DOMAIN A3 has its wording in every language and at least one number of the country."""
    assert set(FIRST_NUMBER) == set(CODES)
    for code in CODES:
        assert each.facts.crisis[code]
        for language in each.languages:
            assert each.wording.text(language, f"crisis-{code}")


def test_the_right_number_stands_first_in_korea(each: Programme) -> None:
    """The numbers are those of DOMAIN A3, in their order."""
    facts = each.facts
    if facts.region != "KR":
        pytest.skip("another country has other numbers")
    assert {code: keys[0] for code, keys in facts.crisis.items()} == FIRST_NUMBER
    assert facts.foreign_hotline == "1577-1366"
    assert "1577-1391" not in {line.number for line in facts.hotlines}, "no report line since 2014"


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", ["ko", "en", "ru", "uz", "fr"])
def test_the_number_stands_in_the_first_segment(code: str, language: str) -> None:
    """A crisis reply begins with the number, and the first text message segment holds the first number with its name."""
    talk = Talk(programmes.load("firststep-asan"), line="asan-sms")
    talk.write("?").press(f"language:{language}")
    talk.write("x", crisis=Hit(code, Severity.S0))
    text = talk.said[0].text
    assert re.match(r"\d{3}(\D|\d[ -])", text)
    assert text.startswith(FIRST_NUMBER[code] + " ")
    first = text.split(" · ")[0].split("\n")[0]
    assert len(first.encode("utf-16-be")) // 2 <= FIRST_SEGMENT
    own = [talk.programme.hotlines[key].number for key in talk.programme.facts.crisis[code]]
    lines = text.split("\n")[0]
    assert len(lines[: lines.index(own[-1]) + len(own[-1])].encode("utf-16-be")) // 2 <= FIRST_SEGMENT


def test_whoever_does_not_write_korean_is_told_of_the_foreign_line() -> None:
    """An English writer sees the line in thirteen languages after the numbers of the crisis, a Korean one does not."""
    for first, shown in (("hello there", True), ("안녕하세요", False)):
        talk = Talk(programmes.load("firststep-asan")).write(first)
        talk.write("x", crisis=Hit("violence_now", Severity.S0))
        assert ("1577-1366" in talk.text) is shown


ELSEWHERE = [
    ("муж меня бьёт", "ru", "полиция"),
    ("эрим мени ураяпти ҳозир", "uz", "politsiya"),
    ("Erim hozir meni uryapti, yordam kerak", "uz", "politsiya"),
    ("mon mari me frappe", "fr", "police"),
]


@pytest.mark.parametrize(("text", "language", "police"), ELSEWHERE)
def test_a_crisis_is_answered_in_the_writers_language(text: str, language: str, police: str) -> None:
    """Whoever writes another language than Korean gets the numbers first, in it, with the line in thirteen languages."""
    talk = Talk(programmes.load("firststep-asan")).write(text)
    assert talk.said[0].text.startswith(("112", "1366"))
    assert "1577-1366" in talk.said[0].text
    assert police in talk.said[0].text
    assert talk.state.language == language


@pytest.mark.parametrize("text", [text for text, _, _ in ELSEWHERE])
def test_a_crisis_in_a_language_that_the_programme_does_not_speak(text: str) -> None:
    """Where a programme lacks the language, the numbers come in English; the language question is still open."""
    written = (files("data.programmes") / "firststep-asan.yml").read_text(encoding="utf-8")
    fewer = written.replace("languages: [ko, en, ru, uz, fr]", "languages: [ko, en]")
    assert fewer != written
    talk = Talk(load_programme("firststep-asan.yml", fewer, programmes.sources())).write(text)
    assert talk.said[0].text.startswith(("112", "1366"))
    assert "1577-1366" in talk.said[0].text
    assert "police" in talk.said[0].text
    assert talk.value("language") is None


def test_every_number_can_be_dialled_and_was_checked(each: Programme) -> None:
    """A hotline is digits as people dial them, with a source and a day that has been."""
    for line in each.facts.hotlines:
        assert re.fullmatch(r"\d{3,4}(-\d{4})?", line.number)
        assert line.source
        assert date(2026, 1, 1) <= line.checked_on <= datetime.now(UTC).date()


def test_the_region_is_one_that_numbers_are_dialled_in(each: Programme) -> None:
    """Phone numbers can be read in the programme's region."""
    assert each.facts.region in phonenumbers.SUPPORTED_REGIONS


def test_people_answer_sooner_what_is_more_urgent(each: Programme) -> None:
    """Answering times and escalations grow from crisis to later."""
    order = list(Urgency)
    answers = [each.facts.answer_within[urgency] for urgency in order]
    first_steps = [each.facts.escalation[urgency][0] for urgency in order]
    assert answers == sorted(answers)
    assert first_steps == sorted(first_steps)
    assert set(each.facts.escalation) == set(each.facts.answer_within) == set(order)


def test_every_district_leads_somewhere(each: Programme) -> None:
    """A district has a centre, or the person is asked; there is a way to say "I am not sure"."""
    assert "elsewhere" in each.districts
    assert each.districts["elsewhere"].centre == ""
    assert {district.centre for district in each.facts.districts if district.centre} == set(each.centres)


def test_asan_has_its_seventeen_districts_and_five_centres() -> None:
    """Two 읍 and nine 면 and six 동; the five centres of the agreement."""
    programme = programmes.load("firststep-asan")
    names = [named(district.name, "ko") for district in programme.facts.districts if district.key != "elsewhere"]
    assert [sum(name.endswith(kind) for name in names) for kind in "읍면동"] == [2, 9, 6]
    assert len(programme.centres) == 5


def test_namdong_has_one_centre_that_is_never_asked_for() -> None:
    """Whoever lives anywhere in Namdong-gu, or does not say where, is served by the Family Center."""
    programme = programmes.load("firststep-incheon-namdong")
    assert [named(centre.name, "ko") for centre in programme.facts.centres] == ["인천남동구가족센터"]
    for district in programme.districts:
        state = State(answers={"district": Answer(district, MONDAY)})
        assert derive(state, "", programme) == {"centre": "family_center"}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("구월동", "guwol"),
        ("구월 3동이요", "guwol"),
        ("남동구 간석동 살아요", "ganseok"),
        ("만수6동", "mansu"),
        ("서창2동에 살아요", "seochang"),
        ("장수서창동", "jangsu_seochang"),
        ("도림동이에요", "namchon_dorim"),
        ("논현고잔동", "nonhyeon_gojan"),
        ("Guwol-dong", "guwol"),
        ("на Кансок-дон", "ganseok"),
        ("구월에 낳았어요", None),
        ("My friend Susan", None),
    ],
)
def test_the_neighbourhoods_of_namdong_are_understood(text: str, key: str | None) -> None:
    """The name in daily use and the numbered one mean the same; a month and a first name mean none."""
    assert district_in(plain(text), programmes.load("firststep-incheon-namdong")) == key


def test_the_language_is_asked_in_the_languages_spoken() -> None:
    """A programme does not offer, in the question, a language that it has no words for."""
    talk = Talk(programmes.load("firststep-incheon-namdong"), line="namdong-web").write("?")
    assert "Sizga qaysi til qulay?" in talk.text
    assert "préférez" not in talk.text


def test_a_name_is_told_in_the_language_asked_or_the_first_there_is() -> None:
    """Nobody reads an empty name."""
    assert named({"ko": "경찰", "en": "police"}, "en") == "police"
    assert named({"ko": "경찰", "en": "police"}, "uz") == "경찰"
    assert named({"ko": "경찰", "en": ""}, "en") == "경찰"


def test_training_examples_are_there_for_every_language(each: Programme) -> None:
    """The understanding engine can be trained in every language of the programme."""
    assert {tag.partition("-")[0] for tag in each.languages} <= set(programmes.training())
