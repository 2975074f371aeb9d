"""Whoever asks for money is told what to bring, as far as anybody has confirmed it, and promised nothing."""

from __future__ import annotations

from importlib.resources import files

import pytest

from data import programmes
from dialogues.answers.parsing import parse
from dialogues.case import Reason
from dialogues.documents import ContentError
from dialogues.effects import OpenCase
from dialogues.loading import load_programme
from dialogues.programme import Programme
from tests.dialogues.sayings import OF_MONEY
from tests.dialogues.talking import MONDAY, Talk

NAME = "firststep-incheon-namdong.yml"
TEXT = (files("data.programmes") / NAME).read_text(encoding="utf-8")
NAMDONG = programmes.load("firststep-incheon-namdong")
PAPER = "{ko: 주민등록등본, en: resident register copy, ru: справка о регистрации, uz: yashash joyi maʼlumotnomasi}"
UNKNOWN = "{key: housing, papers: [], source: venturesquare.net 1031403, checked_on: 2026-11-22, confirmed: false}"
KNOWN = f"{{key: housing, papers: [{PAPER}], source: the Center, checked_on: 2026-11-22}}"
assert UNKNOWN in TEXT


def with_papers() -> Programme:
    """The programme with the papers for one kind of grant confirmed."""
    return load_programme(NAME, TEXT.replace(UNKNOWN, KNOWN), programmes.sources())


def asking(programme: Programme = NAMDONG) -> Talk:
    """A family that asks for money, has agreed to the notice and is asked what for."""
    return (
        Talk(programme, line="namdong-telegram").write("도움이 필요해요", intent="ask_money_support").write("동의해요")
    )


@pytest.mark.parametrize(
    ("option", "said"), [(option, said) for option, lines in OF_MONEY["grant"].items() for said in lines.splitlines()]
)
def test_what_the_money_is_for_is_understood(option: str, said: str) -> None:
    """In each language the words people use name the kind of grant."""
    question = NAMDONG.questions["grant"]
    assert parse(question, said, NAMDONG, "ko", MONDAY) == (option,)


def test_papers_that_nobody_confirmed_are_not_told() -> None:
    """The family is told that the worker will name them, whatever the file already says."""
    talk = asking()
    assert (talk.state.flow, talk.state.asked) == ("grant_request", "grant")
    assert talk.wording("papers-by-worker") in talk.write("월세가 밀렸어요").text
    guessed = load_programme(NAME, TEXT.replace(UNKNOWN, UNKNOWN.replace("[]", f"[{PAPER}]")), programmes.sources())
    assert "주민등록등본" not in asking(guessed).write("월세가 밀렸어요").text


def test_confirmed_papers_are_told() -> None:
    """They are named in the family's language; together with an unconfirmed kind the worker names all."""
    assert "주민등록등본" in asking(with_papers()).write("월세가 밀렸어요").text
    english = asking(with_papers()).press("language:en").write("the rent")
    assert "resident register copy" in english.text
    assert "주민등록등본" not in asking(with_papers()).write("월세하고 병원비요").text


def test_what_was_told_at_once_is_not_asked_again() -> None:
    """Who begins with the reason hears about the papers with the consent, and is asked how much."""
    talk = Talk(NAMDONG, line="namdong-telegram").write("월세를 못 내고 있어요", intent="ask_money_support")
    talk.write("동의해요")
    assert (talk.value("grant"), talk.state.asked) == (("housing",), "grant_amount")
    assert talk.wording("papers-by-worker") in talk.text


def test_the_case_is_a_request_for_a_grant() -> None:
    """Kind, amount in the family's own words and urgency stand in it."""
    talk = asking().answer(
        "병원비",
        "다 골랐어요",
        "50만 원쯤이요",
        "이번 주",
        "논현동",
        "여기",
        "아무 때나",
        "저만 봐요",
        "하늘",
        "보내기",
    )
    (case,) = [effect.document for effect in talk.done(OpenCase)]
    answers = {record.question: record.value for record in case.answers}
    assert (case.reason, case.urgency, case.centre) == (Reason.GRANT_REQUEST, "week", "family_center")
    assert (answers["grant"], answers["grant_amount"]) == (("medical",), "50만 원쯤이요")


def test_a_second_request_keeps_how_to_reach_the_family() -> None:
    """After the self-referral nothing about contact, place or name is asked again."""
    talk = Talk(NAMDONG, line="namdong-telegram")
    talk.answer("안녕하세요", "동의해요", "동의해요", "임신 중이에요", "28주", "구월동", "방문이요", "이번 주", "여기")
    talk.answer("아무 때나", "저만 봐요", "하늘", "보내기").claim().close()
    talk.press("begin:grant_request").answer("생활비", "다 골랐어요", "건너뛰기", "급하지 않아요")
    assert talk.state.asked == "confirm"
    assert "구월동" in talk.text


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("key: housing, papers", "key: house, papers", "`house` is no option of a question with `papers`"),
        ("key: housing, papers", "key: living, papers", "`living` stands here twice"),
        (UNKNOWN, "", "there is no grant `housing`, for which the form asks"),
        ("papers: []", "papers: [{ko: 등본}]", "the name in `en` is missing"),
    ],
)
def test_a_mistake_in_the_grants_is_found(old: str, new: str, told: str) -> None:
    """A kind that is missing, unknown or twice there, or a paper without a name, is told with file and line."""
    with pytest.raises(ContentError, match=told) as caught:
        load_programme(NAME, TEXT.replace(f"  - {old}" if not new else old, new, 1), programmes.sources())
    assert str(caught.value).startswith(f"{NAME}:")
