"""Who the programme in Namdong-gu is for is decided to the day, told kindly, and never a refusal."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from data.programmes import load
from dialogues.case import CaseDocument
from dialogues.effects import OpenCase
from dialogues.flow import Answer, Guard, Value
from dialogues.handoff import shown
from dialogues.matching import Standing, match
from dialogues.mending import fits
from dialogues.reporting.figures import child_of
from tests.dialogues.talking import MONDAY, Talk

NAMDONG = load("firststep-incheon-namdong")
TODAY = MONDAY.astimezone(NAMDONG.zone).date()
KIND = "match-first_step-ask"


def standing(today: date = TODAY, /, **values: Any) -> tuple[Standing, str, int]:
    """How sure it is, the first reason, and how much is known to speak against it."""
    (found,) = match(NAMDONG, {name: Answer(value, MONDAY) for name, value in values.items()}, today)
    return found.standing, found.reasons[0].removeprefix("match-"), found.against


LIKELY, ASK = (Standing.LIKELY, "first_step-fits", 0), (Standing.ASK, "first_step-ask", 1)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"situation": "pregnant"}, LIKELY),
        ({"situation": "both", "born": "2020-01-01"}, LIKELY),
        ({"situation": "baby", "born": "2026-11-23"}, LIKELY),
        ({"situation": "baby", "born": "2024-11-23"}, LIKELY),
        ({"situation": "baby", "born": "2024-11-22"}, ASK),
        ({"situation": "baby", "born": "2021-05-05"}, ASK),
        ({"situation": "baby", "born": 24}, LIKELY),
        ({"situation": "baby", "born": 25}, ASK),
        ({"situation": "baby", "born": -1}, (Standing.ASK, "first_step-ask", 0)),
        ({"situation": "other"}, (Standing.ASK, "first_step-ask", 0)),
        ({}, (Standing.ASK, "first_step-ask", 0)),
    ],
)
def test_a_family_fits_to_the_day(values: dict[str, Value], expected: tuple[Standing, str, int]) -> None:
    """It still fits on the second birthday; the day after, the worker is asked. The unknown speaks against nobody."""
    assert standing(district="guwol", **values) == expected


def test_the_same_birthday_is_one_day_older_tomorrow() -> None:
    """The rule is asked on the day of asking, not on the day of telling."""
    born = (TODAY.replace(year=TODAY.year - 2)).isoformat()
    told: dict[str, Value] = {"situation": "baby", "born": born, "district": "guwol"}
    assert standing(TODAY, **told) == LIKELY
    assert standing(TODAY + timedelta(days=1), **told) == ASK


def test_outside_of_the_district_the_worker_is_asked() -> None:
    """Whoever does not say where they live, or lives elsewhere, is not turned away."""
    assert standing(situation="pregnant", district="elsewhere") == (Standing.ASK, "district", 0)


def test_a_bound_that_holds_for_the_same_number() -> None:
    """``at_most`` takes its own number in, and nothing that is no number."""
    guard = Guard(at_most=24)
    assert [guard.holds(Answer(value, MONDAY)) for value in (0, 24, 25, "24")] == [True, True, False, False]
    assert not guard.holds(None)


def referred(born: str) -> Talk:
    """A family with a baby, through the whole form."""
    talk = Talk(NAMDONG, line="namdong-telegram")
    talk.answer(
        "안녕하세요", "동의해요", "동의해요", "아기를 키우고 있어요", born, "구월동", "방문이요", "이번 주", "여기"
    )
    return talk.answer("아무 때나", "저만 봐요", "하늘", "보내기")


def case(talk: Talk) -> CaseDocument:
    (found,) = [effect.document for effect in talk.done(OpenCase)]
    return found


@pytest.mark.parametrize(
    ("born", "doubtful"), [("2024년 11월 23일", False), ("2024년 11월 22일", True), ("5개월", False)]
)
def test_a_family_that_may_not_fit_is_told_kindly(born: str, doubtful: bool) -> None:
    """The request is sent all the same, with one sentence that the worker looks further; others read nothing of it."""
    talk = referred(born)
    assert (talk.wording(KIND) in talk.text) is doubtful
    (found,) = case(talk).matches
    assert (found.service, found.standing) == ("first_step", "ask" if doubtful else "likely")
    assert found.reasons[0] == NAMDONG.wording.text("ko", KIND if doubtful else "match-first_step-fits")


def test_who_leaves_the_question_out_is_told_nothing() -> None:
    """Nothing speaks against a family of which nothing is known; the worker sees that it is open."""
    talk = referred("건너뛰기")
    assert talk.wording(KIND) not in talk.text
    assert [found.standing for found in case(talk).matches] == ["ask"]


def test_the_day_is_shown_with_the_age_it_made() -> None:
    """The family checks the day, the reports count the age group."""
    talk = referred("2026년 3월 14일")
    (record,) = [one for one in case(talk).answers if one.question == "born"]
    assert (record.value, record.text) == ("2026-03-14", "8개월 (2026-03-14 출생)")
    assert child_of(case(talk)).age == "0-11m"
    assert child_of(case(referred("20개월"))).age == "12-23m"
    question = NAMDONG.questions["born"]
    assert shown(NAMDONG, question, Answer(-1, MONDAY), "en") == "not said"
    assert shown(NAMDONG, question, Answer(5, MONDAY), "en") == "5 months"


def test_a_birthday_told_at_once_is_not_asked_again() -> None:
    """What is told in the first sentence is known, also of a child."""
    talk = Talk(NAMDONG, line="namdong-telegram").write("2026년 3월 14일에 태어난 아기를 키우고 있어요")
    assert talk.answer("동의해요", "동의해요").value("born") == "2026-03-14"
    assert talk.state.asked == "district"


@pytest.mark.parametrize(
    ("value", "kept"), [("2026-03-14", True), (5, True), (-1, True), ("soon", False), (("1",), False)]
)
def test_only_a_day_or_an_age_is_kept(value: Value, kept: bool) -> None:
    """An answer of another shape is asked again."""
    assert fits(NAMDONG, NAMDONG.questions["born"], value) is kept


def test_the_referral_of_another_family_is_not_held_against_the_rules() -> None:
    """A neighbour's case and a request for money say nothing about who fits."""
    talk = Talk(NAMDONG, line="namdong-telegram").write("옆집이 걱정돼요", intent="refer_someone")
    talk.answer(
        "동의해요", "이웃이에요", "아직이요", "월세가 밀렸대요", "구월동", "이번 주", "여기", "아무 때나", "저만 봐요"
    )
    assert case(talk.answer("건너뛰기", "보내기")).matches == ()
