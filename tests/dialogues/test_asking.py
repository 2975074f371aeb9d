# ruff: noqa: E501 - rows of tables and sentences stay on one line
"""The form asks what is needed, keeps what was agreed to, and lets a person go back, skip and correct."""

from __future__ import annotations

import pytest

from dialogues.effects import OpenCase, ReviseCase
from dialogues.flow import Answer, Guard, How
from dialogues.messages import Kind
from dialogues.programme import Programme
from dialogues.state import HOME
from tests.dialogues.talking import MONDAY, Talk

STEPS = [
    ("consent", "동의해요"), ("sensitive", "동의해요"), ("situation", "임신 중이고 아기도 있어요"), ("weeks", "28주"),
    ("child_age", "10개월"), ("district", "잘 모르겠어요"), ("centre", "온주종합사회복지관"), ("needs", "분유요"), ("urgency", "이번 주"),
    ("contact", "문자"), ("phone", "010-1234-5678"), ("hours", "오전"), ("others_read", "저만 봐요"), ("name", "하늘"),
    ("confirm", "보내기"),
]  # fmt: skip
"""Every question of the form, in order, with an answer."""
NAMES = [name for name, _ in STEPS]


def at(talk: Talk, question: str) -> Talk:
    """The person stands before ``question``."""
    talk.write("안녕하세요")
    for name, answer in STEPS[: NAMES.index(question)]:
        assert talk.state.asked == name
        talk.write(answer)
    assert talk.state.asked == question
    return talk


def test_the_table_walks_every_question(talk: Talk, programme: Programme) -> None:
    """The table above is the whole form but the language, which is heard, and what is only asked of children."""
    asked = [question.id for question in programme.flows["self_referral"].questions]
    assert ["language", *NAMES] == [name for name in asked if name not in ("minor", "guardian")]
    at(talk, "confirm").write("보내기")
    assert talk.done(OpenCase)
    assert talk.state.flow == HOME


@pytest.mark.parametrize("question", NAMES[1:])
def test_back_goes_one_question_back(talk: Talk, question: str) -> None:
    """From each question "back" leads to the one before, whose answer is forgotten and asked for again."""
    at(talk, question).write("뒤로")
    before = NAMES[NAMES.index(question) - 1]
    assert talk.state.asked == before
    assert talk.value(before) is None
    talk.write(dict(STEPS)[before])
    assert talk.state.asked == question


def test_back_at_the_first_question_says_so(talk: Talk) -> None:
    """There is nothing before the first question, and it is put again."""
    at(talk, "consent").write("뒤로")
    assert talk.wording("nothing-back") in talk.text
    assert talk.state.asked == "consent"


def test_back_all_the_way_and_forth_again(talk: Talk) -> None:
    """Going back to the beginning forgets every answer asked; going forth again ends in the same case."""
    at(talk, "confirm")
    for _ in NAMES[:-1]:
        talk.write("뒤로")
    assert talk.state.asked == "consent"
    assert [name for name, answer in talk.state.answers.items() if answer.how is How.ASKED] == []
    for _, answer in STEPS:
        talk.write(answer)
    assert talk.done(OpenCase)[0].document.needs == ("goods",)


@pytest.mark.parametrize(("question", "value"), [("weeks", 0), ("child_age", -1), ("name", "")])
@pytest.mark.parametrize("word", ["건너뛰기", "몰라요", "모르겠어요", "말하고 싶지 않아요"])
def test_a_question_may_be_left_out(talk: Talk, question: str, value: object, word: str) -> None:
    """What need not be said is left open and shown as not said."""
    at(talk, question).write(word)
    assert talk.value(question) == value
    assert talk.state.asked == NAMES[NAMES.index(question) + 1]


@pytest.mark.parametrize("question", ["consent", "needs", "urgency", "contact", "phone"])
def test_a_question_that_is_needed_is_asked_again(talk: Talk, question: str) -> None:
    """What cannot be left out is explained and put again, with all its choices."""
    at(talk, question).write("건너뛰기")
    assert talk.value(question) is None
    assert talk.state.asked == question


# --- consent ---


def test_nothing_told_before_the_consent_is_an_answer(talk: Talk) -> None:
    """Facts of the first message only wait; the consent keeps those that are not sensitive."""
    talk.write("임신 7개월이고 배방 살아요 분유가 필요해요")
    assert set(talk.state.answers) == {"language"}
    talk.write("동의해요")
    assert (talk.value("district"), talk.value("needs")) == ("baebang", ("goods",))
    assert talk.value("situation") is None
    assert talk.value("weeks") is None


def test_sensitive_facts_wait_for_their_own_consent(talk: Talk) -> None:
    """Pregnancy and its weeks become answers with the second consent, and their questions are not asked."""
    talk.write("임신 7개월이고 배방 살아요").answer("동의해요", "동의해요")
    assert (talk.value("situation"), talk.value("weeks")) == ("pregnant", 26)
    assert talk.state.heard == {}
    assert talk.state.asked == "needs"


def test_without_the_sensitive_consent_nothing_sensitive_stays(talk: Talk) -> None:
    """A no forgets what was heard, skips the questions, and holds for whatever is said later."""
    talk.write("임신 7개월이고 배방 살아요").answer("동의해요", "동의 안 해요")
    assert talk.state.asked == "needs"
    assert not {"situation", "weeks", "child_age"} & {*talk.state.answers, *talk.state.heard}
    talk.write("분유요").write("임신 8개월인데 이번 주요")
    assert not {"situation", "weeks", "child_age"} & {*talk.state.answers, *talk.state.heard}


def test_a_refusal_forgets_everything_heard(talk: Talk) -> None:
    """Who does not consent leaves nothing but the language, is given numbers to call, and may change her mind."""
    talk.write("임신 7개월이고 배방 살아요").write("동의 안 해요")
    assert set(talk.state.answers) == {"language"}
    assert talk.state.heard == {}
    assert "1308" in talk.text
    assert [choice.id for choice in talk.said[0].choices] == ["consent:agree", "home:human"]
    talk.write("동의해요")
    assert talk.state.asked == "sensitive"
    assert talk.value("district") is None


def test_an_old_button_can_take_the_consent_back(talk: Talk) -> None:
    """Pressing "I do not agree" under the older message withdraws: all answers go and nothing more is asked."""
    at(talk, "urgency").press("consent:refuse")
    assert set(talk.state.answers) == {"language"}
    assert "1308" in talk.text
    assert talk.state.asked == "consent"


def test_an_old_button_can_take_the_sensitive_consent_back(talk: Talk) -> None:
    """Withdrawing the second consent forgets situation, weeks and age, and the form goes on without them."""
    at(talk, "urgency").press("sensitive:refuse")
    assert not {"situation", "weeks", "child_age"} & set(talk.state.answers)
    assert talk.value("district") == "elsewhere"
    assert talk.state.asked == "urgency"


def test_resident_numbers_are_neither_kept_nor_passed_over(talk: Talk) -> None:
    """The number is told to be unwanted, and neither name nor any other answer holds it."""
    for number in ("900101-2345678", "900101 - 2345678", "9001012345678", "900101–2345678", "900101.2987654"):
        fresh = at(Talk(talk.programme), "name").write(f"하늘 {number}")
        assert fresh.wording("masked") in fresh.text
        assert fresh.value("name") == "하늘"
        only = at(Talk(talk.programme), "name").write(number)
        assert only.value("name") is None
        assert "2987654" not in str(only.state)


@pytest.mark.parametrize(
    "number", ["010-1234-5678", "01012345678", "+821012345678", "2026-11-23", "110-123-456789", "9913322345678"]
)
def test_other_numbers_are_no_resident_numbers(talk: Talk, number: str) -> None:
    """Phone numbers, days and accounts are not taken for one."""
    assert talk.wording("masked") not in at(talk, "name").write(number).text


# --- correcting ---


def test_a_contradiction_corrects_and_says_so(talk: Talk) -> None:
    """What is told anew overwrites the answer, is said back, and changes what followed from it."""
    talk.answer("안녕하세요", "동의해요", "동의해요", "임신 중이에요", "28주", "배방읍")
    assert talk.value("centre") == "tangjeong"
    talk.write("아 저는 둔포면에 살아요")
    assert (talk.value("district"), talk.value("centre")) == ("dunpo", "eumbong")
    assert "고쳤어요. 동네: 둔포면" in talk.text
    assert talk.state.asked == "needs"


def test_another_need_is_added_not_exchanged(talk: Talk) -> None:
    """A need told later joins those told before."""
    at(talk, "urgency").write("아 그리고 월세도 밀렸어요")
    assert talk.value("needs") == ("goods", "money")


def test_an_old_button_corrects_its_answer(talk: Talk) -> None:
    """Pressing another option of an answered question changes the answer and goes on where we were."""
    at(talk, "name").press("urgency:today")
    assert talk.value("urgency") == "today"
    assert talk.state.asked == "name"


def test_an_old_button_of_an_open_question_asks_the_open_one(talk: Talk) -> None:
    """Buttons of questions not reached, unknown options and unknown questions answer nothing."""
    at(talk, "urgency")
    before = dict(talk.state.answers)
    for choice in (
        "others_read:alone",
        "urgency:never",
        "nonsense:x",
        "needs:visit",
        "needs:done",
        "x",
        ":",
        "correct:nonsense",
    ):
        talk.press(choice)
        assert talk.state.answers == before
        assert talk.state.asked == "urgency"
        assert talk.said


def test_one_answer_is_corrected_from_the_summary(talk: Talk) -> None:
    """Change, which one, the new answer, and the summary again with everything else as it was."""
    at(talk, "confirm").write("고치기")
    assert {choice.id for choice in talk.said[0].choices} >= {"correct:district", "correct:centre", "correct:name"}
    talk.press("correct:urgency")
    assert talk.state.asked == "urgency"
    talk.write("오늘")
    assert talk.state.asked == "confirm"
    assert "오늘 꼭" in talk.text
    assert "하늘" in talk.text


def test_a_corrected_situation_drops_what_only_it_made_sense_of(talk: Talk) -> None:
    """From "both" to "pregnant" the baby's age goes; the weeks stay."""
    at(talk, "confirm").press("correct:situation").write("임신 중이에요")
    assert talk.value("weeks") == 28
    assert talk.value("child_age") is None
    assert talk.state.asked == "confirm"


def test_a_correction_after_sending_revises_the_case(handed_over: Talk) -> None:
    """At home a contradiction changes the open case, with the centre that follows from it."""
    handed_over.write("아 저는 둔포면에 살아요")
    (revised,) = handed_over.done(ReviseCase)
    assert (revised.document.centre, revised.document.revision) == ("eumbong", 2)


# --- how to reach the person ---


def test_who_writes_first_is_asked_for_no_number_and_no_hours(talk: Talk) -> None:
    """After "I will write first" only the name is left to ask."""
    at(talk, "contact").write("제가 먼저 연락할게요")
    assert talk.state.asked == "name"


@pytest.mark.parametrize("way", ["문자", "전화"])
def test_a_number_is_asked_for_only_where_the_line_has_none(programme: Programme, way: str) -> None:
    """On a text message line the number is known; elsewhere it is asked for, and a shared contact counts."""
    known = at(Talk(programme, line="asan-sms", phone="+821055501234"), "contact").write(way)
    assert (known.value("phone"), known.state.asked) == ("+821055501234", "hours")
    asked = at(Talk(programme), "contact").write(way)
    assert asked.state.asked == "phone"
    asked.write("112")
    assert asked.wording("bad-phone") in asked.text
    asked.write("+821012345678", kind=Kind.CONTACT)
    assert asked.value("phone") == "+821012345678"


def test_from_a_call_to_this_chat_the_number_goes(talk: Talk) -> None:
    """A number given for calls is not kept when calls are not wanted any more."""
    at(talk, "name").press("contact:here")
    assert talk.value("phone") is None
    assert talk.state.asked == "name"


def test_from_here_to_writing_first_hours_and_readers_go(talk: Talk) -> None:
    """What was said about hours and readers means nothing to a person who writes first."""
    at(talk, "name").press("contact:none")
    assert not {"phone", "hours", "others_read"} & set(talk.state.answers)


# --- several options ---


def test_needs_are_gathered_until_the_person_is_done(talk: Talk) -> None:
    """Buttons add up, what was taken is not offered again, and done goes on."""
    at(talk, "needs").press("needs:visit")
    assert [choice.id for choice in talk.said[0].choices][:2] == ["needs:done", "needs:coaching"]
    talk.press("needs:visit").press("needs:goods").write("다 골랐어요")
    assert talk.value("needs") == ("visit", "goods")


def test_needs_can_be_told_by_numbers_and_words(programme: Programme) -> None:
    """Several numbers at once, or a sentence, answer in one go; a sentence after a button joins it."""
    assert at(Talk(programme), "needs").write("1, 6").value("needs") == ("visit", "goods")
    assert at(Talk(programme), "needs").write("월세랑 분유요").value("needs") == ("money", "goods")
    assert at(Talk(programme), "needs").press("needs:visit").write("분유도 필요해요").value("needs") == (
        "visit",
        "goods",
    )


def test_done_with_nothing_taken_asks_again(talk: Talk) -> None:
    """An empty choice is none."""
    at(talk, "needs").press("needs:done")
    assert talk.value("needs") is None
    assert talk.state.asked == "needs"


def test_a_number_beyond_the_list_is_no_choice(talk: Talk) -> None:
    """Nothing is taken for a number that stands under no choice."""
    at(talk, "urgency").write("9")
    assert talk.value("urgency") is None
    assert talk.state.asked == "urgency"


@pytest.mark.parametrize(
    ("guard", "value", "holds"),
    [
        (Guard(equals="a"), "a", True), (Guard(equals="a"), "b", False), (Guard(equals="a"), None, False),
        (Guard(equals="a"), ("a", "b"), True), (Guard(any_of=("a", "b")), "b", True), (Guard(any_of=("a", "b")), ("c",), False),
        (Guard(less_than=6), 5, True), (Guard(less_than=6), 6, False), (Guard(less_than=6), "5", False),
        (Guard(missing=True), None, True), (Guard(missing=True), "a", False), (Guard(missing=False), "a", True),
        (Guard(missing=False), None, False), (Guard(equals=0), 0, True), (Guard(equals=0), None, False),
        (Guard(missing=False, equals="a"), "b", False), (Guard(), None, True), (Guard(any_of=()), "a", False),
    ],
)  # fmt: skip
def test_when_a_guard_holds(guard: Guard, value: str | int | tuple[str, ...] | None, holds: bool) -> None:
    """Every condition that is set must hold; no answer fails all but ``missing``."""
    assert guard.holds(None if value is None else Answer(value, MONDAY)) is holds
