# ruff: noqa: E501 - rows of tables and sentences stay on one line
"""Whoever makes a mistake in a content file is told in which file, in which line, and what is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from importlib.resources import files

import pytest

from data import programmes
from dialogues.loading import ContentError, Sources, crisis_lexicon, duration, load_programme

NAME = "firststep-asan.yml"
SHIPPED = programmes.sources()
TEXT = (files("data.programmes") / NAME).read_text(encoding="utf-8")


def line_of(text: str, part: str) -> int:
    """The line in which ``part`` first stands."""
    return text[: text.index(part)].count("\n") + 1


def mistake(text: str, sources: Sources = SHIPPED) -> str:
    with pytest.raises(ContentError) as caught:
        load_programme(NAME, text, sources)
    return str(caught.value)


def changed(texts: Mapping[str, str], file: str, old: str, new: str) -> dict[str, str]:
    """``texts`` with one place of one file changed."""
    assert old in texts[file], f"{old} is not in {file}"
    return {**texts, file: texts[file].replace(old, new, 1)}


def test_the_shipped_content_loads() -> None:
    """What is shipped has no mistake, or none of the tests below would tell anything."""
    assert load_programme(NAME, TEXT, SHIPPED).key == "firststep-asan"


# what is written, what is written instead, part of the line that is blamed (of the changed text), what is said
PLANTED = [
    ("a field is missing", "region: KR\n", "", "key: firststep-asan", "missing required field `region`"),
    ("a field is unknown", "region: KR\n", "region: KR\ncolour: red\n", "key: firststep-asan", "unknown field `colour`"),
    ("an inner field is unknown", "number, checked_on: 2026-11-22}", "number, checked_on: 2026-11-22, color: x}", 'key: "112"', "unknown field `color`"),
    ("an inner field is missing", ", source: national police emergency number", "", 'key: "112"', "missing required field `source`"),
    ("a number is a text", "closed_days: 365", "closed_days: long", "retention:", "Expected `int`, got `str`"),
    ("a text is a number", "region: KR", "region: 82", "region: 82", "Expected `str`, got `int`"),
    ("a list is a text", "languages: [ko, en, ru, uz, fr]", "languages: ko", "languages: ko", "Expected `array`, got `str`"),
    ("a name is a number", "ko: 경찰", "ko: 112", 'key: "112"', "Expected `str`, got `int`"),
    ("a day does not exist", "number, checked_on: 2026-11-22", "number, checked_on: 2026-02-30", 'key: "112"', "Invalid RFC3339"),
    ("an hour does not exist", 'start: "21:00:00"', 'start: "25:00:00"', "quiet:", "Invalid RFC3339"),
    ("a key stands twice", "region: KR\n", "region: KR\nregion: UZ\n", "region: UZ", "`region` stands here twice"),
    ("an inner key stands twice", "ko: 경찰", "ko: 경찰, ko: 포졸", 'key: "112"', "`ko` stands here twice"),
    ("a line stands twice", "key: asan-telegram", "key: asan-web", "channel: telegram", "`asan-web` stands here twice"),
    ("a centre stands twice", "key: asan_west,", "key: asan,", "아산서부", "`asan` stands here twice"),
    ("a district stands twice", "key: onyang2,", "key: onyang1,", "온양2동", "`onyang1` stands here twice"),
    ("a hotline stands twice", 'key: "119"', 'key: "112"', "구급", "`112` stands here twice"),
    ("a centre is unknown", "centre: tangjeong,", "centre: baebang,", "centre: baebang,", "there is no centre `baebang`"),
    ("a hotline is unknown", 'child_abuse: ["112"]', 'child_abuse: ["911"]', '"911"', "there is no hotline `911`"),
    ("a general hotline is unknown", 'general_hotlines: ["1308"', 'general_hotlines: ["1309"', '"1309"', "there is no hotline `1309`"),
    ("the foreign hotline is unknown", 'foreign_hotline: "1577-1366"', 'foreign_hotline: "1"', 'hotline: "1"', "there is no hotline `1`"),
    ("nobody may be called", '["1308", "1366", "129"]\nforeign', "[]\nforeign", "general_hotlines", "a number that anybody may call"),
    ("a crisis has no numbers", '  destitution: ["129"]\n', "", "crisis:\n", "crisis `destitution` has no numbers"),
    ("a crisis has an empty list", 'destitution: ["129"]', "destitution: []", "crisis:\n", "crisis `destitution` has no numbers"),
    ("a crisis is unknown", "  destitution:", "  boredom: []\n  destitution:", "boredom", "`boredom` is not a crisis code"),
    ("a name lacks a language", "{ko: 경찰, en: police,", "{ko: 경찰,", "{ko: 경찰,", "the name in `en` is missing"),
    ("a centre's name is empty", "en: Asan Community Welfare Centre", 'en: ""', 'en: ""', "the name in `en` is missing"),
    ("a language has no files", "languages: [ko, en, ru, uz, fr]", "languages: [ko, en, vi]", "languages:", "language `vi` lacks a file vi.ftl"),
    ("there is no language", "languages: [ko, en, ru, uz, fr]", "languages: []", "languages:", "at least one language"),
    ("a time span is no span", '"1d"', '"one day"', "one day", "`one day` is not a time span"),
    ("a zone is unknown", "timezone: Asia/Seoul", "timezone: Asia/Asan", "timezone:", "`Asia/Asan` is not a time zone"),
    ("a zone is a path", "timezone: Asia/Seoul", "timezone: ../../etc", "timezone:", "is not a time zone"),
    ("the zone is a folder", "timezone: Asia/Seoul", "timezone: Asia", "timezone:", "`Asia` is not a time zone"),
    ("quiet hours are turned round", '"21:00:00", end: "08:00:00"', '"08:00:00", end: "21:00:00"', "quiet:", "must start in the evening"),
    ("quiet hours leave no evening", 'start: "21:00:00"', 'start: "18:00:00"', "quiet:", "leave nothing of the evening"),
    ("a weekday is unknown", "[mon, tue,", "[monday, tue,", "office:", "`monday` is none of mon, tue"),
    ("nobody ever works", "days: [mon, tue, wed, thu, fri]", "days: []", "office:", "somebody has to work"),
    ("the office closes before it opens", 'closes: "18:00:00"', 'closes: "08:00:00"', "office:", "somebody has to work"),
    ("an urgency has no escalation", "  later: [1440, 2880]\n", "", "escalation:", "urgency `later` has no escalation times"),
    ("an escalation is empty", "today: [15, 30]", "today: []", "escalation:", "urgency `today` has no escalation times"),
    ("an escalation shrinks", "today: [15, 30]", "today: [30, 15]", "today: [30", "minutes and grow"),
    ("an escalation is at once", "today: [15, 30]", "today: [0, 30]", "today: [0", "minutes and grow"),
    ("a family is visited less than never", "{least: 2, most: 4,", "{least: 5, most: 4,", "visits_a_month:", "`most` is no less than `least`"),
    ("an urgency is never answered", ", later: 27", "", "answer_within:", "urgency `later` has no answering time"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "blamed", "message"), [row[1:] for row in PLANTED], ids=[row[0] for row in PLANTED]
)
def test_a_mistake_in_a_programme_is_found(old: str, new: str, blamed: str, message: str) -> None:
    """The file, the line and the reason are told for each kind of mistake."""
    assert old in TEXT
    text = TEXT.replace(old, new, 1)
    told = mistake(text)
    assert told.startswith(f"{NAME}:{line_of(text, blamed)}: "), told
    assert message in told


FLOWS = [
    ("a guard looks ahead", "when: {sensitive: {equals: agree}}", "when: {urgency: {equals: today}}", "urgency: {equals", "`urgency` is not asked before `situation`"),
    ("a guard names nothing", "when: {sensitive: {equals: agree}}", "when: {mood: {equals: good}}", "mood", "`mood` is not asked before"),
    ("a guard has an unknown condition", "{equals: agree}", "{is: agree}", "{is: agree}", "unknown field `is`"),
    ("a question stands twice", "{id: urgency,", "{id: contact,", "options: [here,", "question `contact` stands here twice"),
    ("a kind is unknown", "kind: phone", "kind: fax", "kind: fax", "Invalid enum value 'fax'"),
    ("a list is unknown", "options: districts", "options: villages", "villages", "`villages` is none of"),
    ("the required option is none", "required: agree", "required: agreed", "agreed", "`agreed` is not an option of `consent`"),
    ("a question has no wording", "{id: name,", "{id: nickname,", "nickname", "question `nickname` has no message `ask-nickname`"),
    ("an option has no wording", "[today, week, later]", "[today, week, later, never]", "never", "no message `urgency-never`"),
    ("a question is not YAML", "{id: name,", "{id: name:,", "{id: name:,", "not YAML"),
    ("what is done is unknown", "done: open_case", "done: nothing", "done: nothing", "Invalid enum value 'nothing'"),
    ("a name is taken", "flow: self_referral", "flow: move_visit", "flow: move_visit", "there is another flow `move_visit`"),
]  # fmt: skip


OPTIONS = [
    ("an option that leads on is none", "youth: youth_work}", "young: youth_work}", "young:", "`young` is not an option of `who`"),
    ("an option that tells a sex is none", "sex: {mother: woman", "sex: {mum: woman", "mum:", "`mum` is not an option of `who`"),
    ("a sex is unknown", "sex: {mother: woman", "sex: {mother: mum", "mother: mum", "Invalid enum value 'mum'"),
    ("an unshown option is none", "unshown: [parent", "unshown: [aunt", "unshown: [aunt", "`aunt` is not an option of `who`"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "blamed", "message"), [row[1:] for row in OPTIONS], ids=[row[0] for row in OPTIONS]
)
def test_a_mistake_in_what_options_mean_is_found(old: str, new: str, blamed: str, message: str) -> None:
    """Whatever is told of an option is told of one that is there."""
    flows = changed(SHIPPED.flows, "family_support.yml", old, new)
    told = mistake(TEXT, replace(SHIPPED, flows=flows))
    assert told.startswith(f"family_support.yml:{line_of(flows['family_support.yml'], blamed)}: "), told
    assert message in told


@pytest.mark.parametrize(("old", "new", "blamed", "message"), [row[1:] for row in FLOWS], ids=[row[0] for row in FLOWS])
def test_a_mistake_in_a_flow_is_found(old: str, new: str, blamed: str, message: str) -> None:
    """A flow that could not be asked is refused, with the line of the question."""
    flows = changed(SHIPPED.flows, "self_referral.yml", old, new)
    told = mistake(TEXT, replace(SHIPPED, flows=flows))
    assert told.startswith(f"self_referral.yml:{line_of(flows['self_referral.yml'], blamed)}: "), told
    assert message in told


WORDING = [
    ("a message cannot be read", "home = 무엇을", "home 무엇을", "ko.ftl", "home 무엇을", "Expected token"),
    ("a place is not closed", "{ $organisation } { $programme }", "{ $organisation", "ko.ftl", "welcome =", ""),
    ("a message is missing", "kept = 그대로 둘게요.\n", "", "en.ftl", "kept =", "`kept` is missing in ko.ftl"),
    ("a message is too many", "kept =", "kept-too = x\nkept =", "ko.ftl", "kept-too", "`kept-too` is missing in en.ftl"),
    ("a message stands twice", "kept =", "home = x\nkept =", "ko.ftl", "home = x", "`home` stands here twice"),
    ("a value is missing", "{ $code }: 접수되었고", "접수되었고", "ko.ftl", "status-open", "`status-open` has not the values of en.ftl:"),
    ("a value is misspelled", "{ $when }에 뵐게요.", "{ $wen }에 뵐게요.", "ko.ftl", "visit-booked-discreet", "wen, when"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "file", "blamed", "message"), [row[1:] for row in WORDING], ids=[row[0] for row in WORDING]
)
def test_a_mistake_in_the_wording_is_found(old: str, new: str, file: str, blamed: str, message: str) -> None:
    """Broken Fluent, and a message that differs from its translation, are refused with the line of the message."""
    wording = changed(SHIPPED.wording, "ko.ftl", old, new)
    told = mistake(TEXT, replace(SHIPPED, wording=wording))
    assert told.startswith(f"{file}:{line_of(wording[file], blamed)}: "), told
    assert message in told


WORDS = [
    ("a field is misspelled", "  particles: [", "  particle: [", "denials:", "unknown field `particle`"),
    ("a field is unknown", "denials:\n", "moods: {}\ndenials:\n", "commands:", "unknown field `moods`"),
    ("a word is a number", "back: [뒤로,", "back: [1,", "back: [1", "Expected `str`, got `int`"),
    (
        "an option stands twice",
        "    agree: [",
        "    refuse: [싫어]\n    agree: [",
        "refuse: [싫어]",
        "`refuse` stands here twice",
    ),
]


@pytest.mark.parametrize(("old", "new", "blamed", "message"), [row[1:] for row in WORDS], ids=[row[0] for row in WORDS])
def test_a_mistake_in_the_words_is_found(old: str, new: str, blamed: str, message: str) -> None:
    """A mistake in the words of a language is told with its line."""
    words = changed(SHIPPED.words, "ko.yml", old, new)
    told = mistake(TEXT, replace(SHIPPED, words=words))
    assert told.startswith(f"ko.yml:{line_of(words['ko.yml'], blamed)}: "), told
    assert message in told


def test_a_mistake_in_the_crisis_lexicon_is_found() -> None:
    """The lexicon's own mistakes come as the same error, with file and line."""
    crisis = changed(SHIPPED.crisis, "ko.yml", "code: suicide_now", "code: suicide_never")
    with pytest.raises(ContentError) as found:
        crisis_lexicon(crisis)
    told = str(found.value)
    assert told.startswith(f"ko.yml:{line_of(crisis['ko.yml'], 'suicide_never')}: ")
    assert "suicide_never" in told


@pytest.mark.parametrize("folder", ["wording", "words", "crisis"])
def test_a_language_without_a_file_is_refused(folder: str) -> None:
    """A programme never half speaks a language: wording, words and crisis lexicon all have to be there."""
    left = {file: text for file, text in getattr(SHIPPED, folder).items() if not file.startswith("en.")}
    told = mistake(TEXT, replace(SHIPPED, **{folder: left}))
    assert re.fullmatch(rf"{NAME}:{line_of(TEXT, 'languages:')}: language `en` lacks a file en\.(ftl|yml) .*", told)


@pytest.mark.parametrize(
    ("label", "span"),
    [
        ("3d", timedelta(days=3)),
        ("2h", timedelta(hours=2)),
        ("30m", timedelta(minutes=30)),
        ("999d", timedelta(days=999)),
    ],
)
def test_a_time_span_is_read(label: str, span: timedelta) -> None:
    """Days, hours and minutes are d, h and m."""
    assert duration(label) == span


@pytest.mark.parametrize("label", ["", "3", "d", "-1d", "3 d", "3w", "1.5h", "1000d", "3d2h", "٣"])
def test_what_is_no_time_span_is_refused(label: str) -> None:
    """Anything else is told to be none."""
    with pytest.raises(ValueError, match="is not a time span such as 3d, 2h or 30m"):
        duration(label)
