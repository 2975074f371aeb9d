# ruff: noqa: E501 - rows of tables stay on one line
"""``python -m bot check``: the shipped content is right, and a planted fault of every kind is told, alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import pytest

from bot.check import Checked, Content, check, report, shipped
from bot.fitting import Way, way
from data import programmes
from dialogues.checking import texts
from dialogues.loading import Sources
from dialogues.messages import Choice
from integrations.channels.limits import LIMITS, SMS_PARTS
from integrations.channels.registry import CHANNELS
from tests.commands import invoked
from tests.dialogues.checking.planted import (
    FILE,
    FLOW,
    SOURCES,
    TEXT,
    changed,
    line_of,
    with_flow,
    with_wording,
    without_centres,
)

KEY = FILE.removesuffix(".yml")
DAY = date(2026, 11, 22)
CODE = shipped().code
KAKAO = changed(TEXT, "  - {key: asan-web, channel: webchat}", "  - {key: asan-kakao, channel: kakaotalk}")
LONG = "other" + "_" * 50  # with `situation:` 65 bytes
LATER = "urgency-later = 급하지 않아요"


def checked(sources: Sources = SOURCES, text: str = TEXT) -> Checked:
    """The check of the small programme; what is left over of the shipped words is not looked for."""
    return check(Content({FILE: text}, sources, CODE), DAY, [KEY])


@pytest.mark.parametrize("key", programmes.known())
def test_the_shipped_content_is_right(key: str) -> None:
    """Every programme: a person and an end from every state, every text, choice and number."""
    found = check(shipped(), last_checked(key), [key])
    assert list(map(str, found.mistakes)) == []
    assert found.told[0].startswith(f"{key}: ")


def last_checked(key: str) -> date:
    """The day of the newest number: the test says the same next year; `bot check` is asked as on today."""
    return max(line.checked_on for line in programmes.load(key).facts.hotlines)


def test_the_small_programme_is_right() -> None:
    """Without a fault there is no mistake, or the tests below would tell nothing."""
    found = checked()
    assert found.mistakes == ()
    assert "on sms as numbers" in found.told[0]
    assert len(found.unconfirmed) == 17
    assert list(report(found))[-1] == "nothing is wrong"


def eleven() -> Sources:
    """The small programme with a question of eleven options."""
    labels = "\n".join(f"situation-o{number} = {number}" for number in range(9))
    flow = changed(FLOW, "[pregnant, other]", f"[pregnant, other, {', '.join(f'o{number}' for number in range(9))}]")
    return kakao(with_wording(with_flow(flow), ko={"": labels}, en={"": labels}))


def kakao(sources: Sources) -> Sources:
    """``sources`` with a shorter label where the shipped one is made for other channels."""
    return with_wording(sources, ko={"home-language = 다른 언어 · Language": "home-language = 다른 언어"})


def longer() -> Sources:
    """The small programme with an option whose button carries 65 bytes."""
    ko, en = ({"": f"situation-{LONG} = {label}"} for label in ("그 밖에요", "Another one"))
    return with_wording(with_flow(changed(FLOW, "[pregnant, other]", f"[pregnant, other, {LONG}]")), ko=ko, en=en)


def stranded() -> Sources:
    """A guard that leads to a question nobody can answer where there is no centre."""
    centre = "  - {id: centre, kind: choice, options: centres, when: {urgency: {equals: later}}}\n"
    return with_flow(changed(FLOW, "  - {id: name,", f"{centre}  - {{id: name,"))


# Faults that change where a conversation can go: what the fault is, its sources, the programme's text, where and what
# is told.
PLANTED: list[tuple[str, Callable[[], Sources], str, str, str]] = [
    ("a guard never holds", lambda: with_flow(changed(FLOW, "{equals: pregnant}", "{equals: gone}")), TEXT, "self_referral.yml:8: ", "question `weeks` is never asked"),
    ("a guard strands", stranded, without_centres(), "self_referral.yml:10: ", "no way leads to the end of the flow `self_referral`, in "),
    ("a state has no human", lambda: with_wording(ko={LATER: "urgency-later = 사람"}), TEXT, "self_referral.yml:9: ", "“사람” brings nobody, in "),
    ("a choice has 65 bytes", longer, TEXT, "telegram: ", f"choice `situation:{LONG}` has 65 bytes, 64 at most"),
    ("eleven options", eleven, KAKAO, "kakaotalk: ", "`situation` has 11 choices, 10 at most: let it be typed"),
    ("a long label", lambda: with_wording(kakao(SOURCES), ko={LATER: "urgency-later = 지금 당장은 급하지 않은 편이에요"}), KAKAO, "kakaotalk: ", "label “지금 당장은 급하지 않은 편이에요” of `urgency:later` has 18 letters, 14 at most"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sources", "text", "where", "what"), [row[1:] for row in PLANTED], ids=[row[0] for row in PLANTED]
)
def test_a_planted_fault_is_told_alone(sources: Callable[[], Sources], text: str, where: str, what: str) -> None:
    """One fault, one line: where it is and what it is."""
    (mistake,) = map(str, checked(sources(), text).mistakes)
    assert mistake.startswith(where)
    assert what in mistake


class Fault(NamedTuple):
    """A fault that does not change where a conversation can go, so that it can be planted beside others."""

    language: str
    """Of the words that it is in; "" for the programme's text."""
    old: str
    new: str
    where: str
    """How the line that tells of it begins."""
    what: str


TOGETHER = {
    "words that no programme can be read with": [
        Fault("ko", "kept = 그대로 둘게요.", "", "ko.ftl: ", "`kept` is missing; it stands in en.ftl"),
        Fault("en", "Your next visit is { $when }", "Your next visit is { $wen }", "en.ftl:", "`status-visit` has not the values of the other languages: $wen, $when"),
    ],
    "a crisis without numbers": [
        Fault("", '  destitution: ["129"]\n', "", f"{FILE}:", "crisis `destitution` has no numbers"),
    ],
    "what is sent and dialled": [
        Fault("en", "kept = Nothing was erased.", "kept = " + "가" * 700, "en.ftl:", "with `kept` a text message (reply) costs more than 9 parts"),
        Fault("en", "ask-sensitive =\n", "ask-sensitive =\n    " + "가" * 800 + "\n", "en.ftl:", "with `ask-sensitive` a text message (consent) costs more than 11 parts"),
        Fault("", "emergency number, checked_on: 2026-11-22", "emergency number, checked_on: 2025-01-01", f"{FILE}:{line_of(TEXT, 'national police')}: ", "the number 112 was last checked on 2025-01-01, more than a year ago"),
        Fault("", 'number: "1388"', 'number: "13-8"', f"{FILE}:{line_of(TEXT, 'Gender Equality')}: ", "`13-8` is no number that can be dialled in KR"),
        Fault("", "channel: webchat", "channel: pigeon", "pigeon: ", "nobody has written down what this channel can show"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("faults", TOGETHER.values(), ids=TOGETHER)
def test_planted_faults_are_each_told_once(faults: list[Fault]) -> None:
    """As many lines as faults, and each fault has its own."""
    words: dict[str, dict[str, str]] = {"ko": {}, "en": {}}
    text = TEXT
    for fault in faults:
        if fault.language:
            words[fault.language][fault.old] = fault.new
        else:
            text = changed(text, fault.old, fault.new)
    mistakes = list(map(str, checked(with_wording(ko=words["ko"], en=words["en"]), text).mistakes))
    for _, _, _, where, what in faults:
        (told,) = (line for line in mistakes if what in line)
        assert told.startswith(where)
    assert len(mistakes) == len(faults)


def test_an_end_that_cannot_be_reached_is_told_at_its_question() -> None:
    """The last thing to answer is one that nobody can: its line is told."""
    flow = changed(FLOW, "  - {id: confirm, kind: summary,", "  - {id: confirm, kind: weeks,")
    flow = changed(flow, "options: [send, change], required: send", "options: [send], required: send")
    added = {"": "value-confirm = { $count }\nbad-confirm = x\nrequired-confirm = x"}
    found = checked(with_wording(with_flow(flow), ko=added, en=added))
    questions = {str(mistake).partition(": ")[0] for mistake in found.mistakes}
    assert questions == {"self_referral.yml:11"}


def test_a_message_left_over_is_told_when_all_programmes_are_looked_at() -> None:
    """Only who has seen every programme can say that nothing asks for a message."""
    sources = with_wording(ko={"": "orphan = x"}, en={"": "orphan = x"})
    content = Content({FILE: TEXT}, sources, CODE)
    orphans = [mistake for mistake in check(content, DAY).mistakes if "`orphan`" in mistake.what]
    assert [mistake.where.partition(":")[0] for mistake in orphans] == ["en.ftl", "ko.ftl"]
    assert orphans[0].what == "nothing asks for `orphan`"
    assert check(content, DAY, [KEY]).mistakes == ()


def test_nothing_that_is_shipped_is_left_over() -> None:
    """Each message is asked for by a programme, a flow or the engine."""
    content = shipped()
    needed = {key for name in programmes.known() for key in texts.needed(programmes.load(name))}
    read, _ = texts.read_wording(content.sources.wording)
    assert list(texts.left_over(read, needed, content.code)) == []


def choices(count: int, length: int) -> tuple[Choice, ...]:
    return tuple(Choice(f"q:{number}", "x" * length) for number in range(count))


@pytest.mark.parametrize(
    ("channel", "menu", "typed", "shown"),
    [
        ("telegram", choices(18, 40), False, Way.BUTTONS), ("webchat", choices(200, 40), False, Way.BUTTONS),
        ("sms", choices(2, 5), False, Way.NUMBERS), ("sms", choices(100, 1), False, Way.NONE), ("sms", choices(99, 20), False, Way.NONE),
        ("whatsapp", choices(3, 20), False, Way.BUTTONS), ("whatsapp", choices(3, 21), False, Way.ROWS), ("whatsapp", choices(10, 24), False, Way.ROWS),
        ("whatsapp", choices(11, 4), False, Way.NUMBERS), ("whatsapp", choices(4, 25), False, Way.NUMBERS),
        ("kakaotalk", choices(10, 14), False, Way.BUTTONS), ("kakaotalk", choices(11, 14), False, Way.NUMBERS), ("kakaotalk", choices(18, 5), True, Way.TYPED),
        ("kakaotalk", choices(2, 15), False, Way.NUMBERS),
    ],
)  # fmt: skip
def test_a_menu_is_shown_in_the_best_way_that_fits(
    channel: str, menu: tuple[Choice, ...], *, typed: bool, shown: Way
) -> None:
    """Buttons where they fit, then rows of a list, then numbers; a typed question's long list is words."""
    assert way(LIMITS[channel], menu, typed=typed) is shown


def test_every_channel_and_every_purpose_has_its_limits() -> None:
    """A new channel or purpose is not forgotten."""
    assert set(CHANNELS) <= set(LIMITS)
    assert set(SMS_PARTS) == {"consent", "discreet", "reply", "worker", "reminder", "crisis"}


def test_the_command_tells_and_ends_with_its_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """0 and a word that nothing is wrong; 1 and the mistakes; 2 for a programme that there is not."""
    monkeypatch.setattr("bot.check.shipped", lambda: Content({FILE: TEXT}, SOURCES, CODE))
    right = invoked("check", KEY, "--day", "2026-11-22")
    assert (right.exit_code, right.stdout.splitlines()[-1]) == (0, "nothing is wrong")
    assert f"to confirm: {FILE}:" in right.stdout
    late = invoked("check", KEY, "--day", "2030-01-01")
    assert late.exit_code == 1
    assert "more than a year ago" in late.stdout
    assert late.stdout.splitlines()[-1] == "9 mistakes"
    assert invoked("check", "nowhere").exit_code == 2
