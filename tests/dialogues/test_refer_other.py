"""Whoever is worried about another family is heard, and that family is named only when it agrees."""

from __future__ import annotations

import pytest

from data.programmes import load
from dialogues.case import Reason
from dialogues.effects import NoticeKind, Notify, OpenCase
from dialogues.programme import Programme
from dialogues.reading import Hit, Severity
from tests.dialogues.talking import Talk

NAMDONG = load("firststep-incheon-namdong")
NAMING = {"family_name", "family_reach"}


def worried(programme: Programme = NAMDONG) -> Talk:
    """A neighbour who has agreed to the notice and was asked how they know the family."""
    line = next(line.key for line in programme.facts.lines if line.channel == "telegram")
    talk = Talk(programme, line=line).write("옆집이 걱정돼요", intent="refer_someone")
    return talk.answer("동의해요")


def test_the_first_message_begins_the_form_it_asks_for() -> None:
    """Nobody who writes about somebody else is asked about their own pregnancy."""
    talk = worried()
    assert (talk.state.flow, talk.state.asked) == ("refer_other", "worried")


def test_another_form_may_begin_until_a_question_is_answered() -> None:
    """Who greets first and then tells what it is about has answered nothing yet; afterwards the form stays."""
    talk = Talk(NAMDONG, line="namdong-telegram").answer("안녕하세요", "동의해요")
    assert talk.state.asked == "sensitive"
    talk.write("제가 아니라 친구가 걱정돼요", intent="refer_someone")
    assert (talk.state.flow, talk.state.asked) == ("refer_other", "worried")
    talk.write("이웃이에요").write("저도 도움이 필요해요", intent="self_referral")
    assert talk.state.flow == "refer_other"


@pytest.mark.parametrize(("said", "answer"), [("아직 안 물어봤어요", "unasked"), ("원하지 않는대요", "refuses")])
def test_a_family_that_has_not_agreed_is_not_named(said: str, answer: str) -> None:
    """Advice comes instead, and no question that names the family."""
    talk = worried().answer("이웃이에요", said)
    assert talk.value("they_agree") == answer
    assert talk.wording(f"said-they_agree-{answer}") in talk.text
    talk.answer("생활비가 없어요", "구월동", "이번 주")
    assert talk.state.asked == "contact"
    assert not NAMING & talk.state.answers.keys()


def test_a_family_that_agreed_may_be_named() -> None:
    """Its name and a safe way to reach it are asked, both may be left out, and the case is a referral."""
    talk = worried().answer("친구예요", "네, 괜찮다고 했어요", "아기가 아직 어려서요", "만수동")
    assert talk.state.asked == "family_name"
    talk.answer("민지네", "건너뛰기", "이번 주", "여기", "아무 때나", "저만 봐요", "건너뛰기", "보내기")
    (case,) = [effect.document for effect in talk.done(OpenCase)]
    answers = {record.question: record.value for record in case.answers}
    assert (case.reason, case.centre, case.name) == (Reason.REFERRAL, "family_center", "")
    assert (answers["family_name"], answers["family_reach"], answers["family_district"]) == ("민지네", "", "mansu")
    assert "district" not in answers, "where the neighbour lives is nobody's concern"


def test_whoever_takes_the_agreement_back_takes_the_name_back() -> None:
    """A correction leaves nothing behind that names the family."""
    talk = worried().answer(
        "친구예요", "괜찮다고 했어요", "아기가 아직 어려서요", "만수동", "민지네", "010-2222-3333 저녁"
    )
    assert talk.state.answers.keys() >= NAMING
    talk.answer("이번 주", "여기", "아무 때나", "저만 봐요", "건너뛰기").press("correct:they_agree").write(
        "원하지 않는대요"
    )
    assert not NAMING & talk.state.answers.keys()
    assert "민지네" not in talk.text


def test_the_number_to_call_first_stands_in_the_question() -> None:
    """Whoever sees a child in danger does not have to finish a form."""
    talk = worried().answer("이웃이에요", "아직이요")
    assert talk.state.asked == "family_situation"
    assert "112 경찰" in talk.text


def test_danger_to_a_child_stays_a_crisis() -> None:
    """In the middle of the form the numbers come first and people are told at once."""
    talk = worried().write("옆집 아이를 지금 때리고 있어요", crisis=Hit("child_abuse", Severity.S0))
    assert talk.text.startswith("112")
    assert NoticeKind.CRISIS in [notice.kind for notice in talk.done(Notify)]


def test_a_birth_without_a_name_forgets_the_family_as_well() -> None:
    """Once somebody wants to give birth unnamed, nothing told about who or where stays."""
    talk = worried().answer("친구예요", "괜찮다고 했어요", "임신했어요", "만수동", "민지네", "저녁에 전화")
    talk.write("x", crisis=Hit("anonymous_birth", Severity.S1))
    assert talk.state.protected
    assert not {*NAMING, "family_district", "centre"} & talk.state.answers.keys()


def test_the_place_of_another_family_is_not_taken_for_ones_own() -> None:
    """After the referral a request of one's own asks for the district again, in every programme that has both."""
    asan = load("firststep-asan")
    talk = worried(asan).answer(
        "이웃이에요", "아직이요", "생활비", "배방읍", "이번 주", "여기", "아무 때나", "저만 봐요"
    )
    talk.answer("건너뛰기", "보내기")
    assert talk.value("centre") == "tangjeong"
    talk.claim().close().press("begin:self_referral")
    assert not {"centre", "district", "family_district"} & talk.state.answers.keys()
