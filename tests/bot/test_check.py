# ruff: noqa: E501 - rows of tables stay on one line
"""``python -m bot check``: the shipped content is right, and a planted fault of every kind is told, alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

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


def checked(sources: Sources = SOURCES, text: str = TEXT, day: date = DAY) -> Checked:
    """The check of the small programme; what is left over of the shipped words is not looked for."""
    return check(Content({FILE: text}, sources, CODE), day, [KEY])


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


def missing_in_korean() -> Sources:
    """One text fewer in one language."""
    return with_wording(ko={"kept = 그대로 둘게요.": ""})


def stranded() -> Sources:
    """A guard that leads to a question nobody can answer where there is no centre."""
    centre = "  - {id: centre, kind: choice, options: centres, when: {urgency: {equals: later}}}\n"
    return with_flow(changed(FLOW, "  - {id: name,", f"{centre}  - {{id: name,"))


# what the fault is, its sources, the programme's text, the day, where and what is told
PLANTED: list[tuple[str, Callable[[], Sources], str, date, str, str]] = [
    ("a text is missing in one language", missing_in_korean, TEXT, DAY, "ko.ftl: ", "`kept` is missing; it stands in en.ftl"),
    ("a value differs", lambda: with_wording(en={"Your next visit is { $when }": "Your next visit is { $wen }"}), TEXT, DAY, "en.ftl:", "`status-visit` has not the values of the other languages: $wen, $when"),
    ("a guard never holds", lambda: with_flow(changed(FLOW, "{equals: pregnant}", "{equals: gone}")), TEXT, DAY, "self_referral.yml:8: ", "question `weeks` is never asked"),
    ("a guard strands", stranded, without_centres(), DAY, "self_referral.yml:10: ", "no way leads to the end of the flow `self_referral`, in "),
    ("a state has no human", lambda: with_wording(ko={LATER: "urgency-later = 사람"}), TEXT, DAY, "self_referral.yml:9: ", "“사람” brings nobody, in "),
    ("a choice has 65 bytes", longer, TEXT, DAY, "telegram: ", f"choice `situation:{LONG}` has 65 bytes, 64 at most"),
    ("eleven options", eleven, KAKAO, DAY, "kakaotalk: ", "`situation` has 11 choices, 10 at most: let it be typed"),
    ("a long label", lambda: with_wording(kakao(SOURCES), ko={LATER: "urgency-later = 지금 당장은 급하지 않은 편이에요"}), KAKAO, DAY, "kakaotalk: ", "label “지금 당장은 급하지 않은 편이에요” of `urgency:later` has 18 letters, 14 at most"),
    ("a text message too dear", lambda: with_wording(en={"kept = Nothing was erased.": "kept = " + "가" * 700}), TEXT, DAY, "en.ftl:", "with `kept` a text message (reply) costs more than 9 parts"),
    ("a notice too dear", lambda: with_wording(en={"ask-sensitive =\n": "ask-sensitive =\n    " + "가" * 800 + "\n"}), TEXT, DAY, "en.ftl:", "with `ask-sensitive` a text message (consent) costs more than 11 parts"),
    ("a hotline is missing", lambda: SOURCES, changed(TEXT, '  destitution: ["129"]\n', ""), DAY, f"{FILE}:", "crisis `destitution` has no numbers"),
    ("a hotline is old", lambda: SOURCES, changed(TEXT, "emergency number, checked_on: 2026-11-22", "emergency number, checked_on: 2025-01-01"), DAY, f"{FILE}:{line_of(TEXT, 'national police')}: ", "the number 112 was last checked on 2025-01-01, more than a year ago"),
    ("a hotline cannot be dialled", lambda: SOURCES, changed(TEXT, 'number: "1388"', 'number: "13-8"'), DAY, f"{FILE}:{line_of(TEXT, 'Gender Equality')}: ", "`13-8` is no number that can be dialled in KR"),
    ("a channel is unknown", lambda: SOURCES, changed(TEXT, "channel: webchat", "channel: pigeon"), DAY, "pigeon: ", "nobody has written down what this channel can show"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sources", "text", "day", "where", "what"), [row[1:] for row in PLANTED], ids=[row[0] for row in PLANTED]
)
def test_a_planted_fault_is_told_alone(
    sources: Callable[[], Sources], text: str, day: date, where: str, what: str
) -> None:
    """One fault, one line: where it is and what it is."""
    (mistake,) = map(str, checked(sources(), text, day).mistakes)
    assert mistake.startswith(where)
    assert what in mistake


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
