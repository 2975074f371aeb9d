"""The words staff read."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from dialogues.case import Urgency
from dialogues.effects import NoticeKind
from integrations.handoffs.wording import SPOKEN, Words, headline, lines, plain
from tests.integrations.handoffs.notices import notice, visit_notice


@pytest.mark.parametrize("words", SPOKEN.values(), ids=SPOKEN)
def test_every_kind_and_urgency_has_its_own_words(words: Words) -> None:
    """No kind of notice and no urgency is without words, and no two read alike."""
    assert set(words.kinds) == set(NoticeKind)
    assert set(words.urgencies) == set(Urgency)
    assert len(set(words.kinds.values())) == len(words.kinds)
    assert len(set(words.urgencies.values())) == len(words.urgencies)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("ko", "긴급 확인 필요 K7-M3QX · 긴급"),
        ("en", "Urgent check needed K7-M3QX · urgent"),
        ("ru", "Срочно проверьте K7-M3QX · срочно"),
        ("uz", "Zudlik bilan tekshiring K7-M3QX · shoshilinch"),
        ("fr", "Urgent check needed K7-M3QX · urgent"),
    ],
)
def test_every_language_of_staff_is_spoken(language: str, told: str) -> None:
    """The same notice in each; a language without words is told in English."""
    assert headline(notice(NoticeKind.CRISIS, urgency="crisis", language=language)) == told


def test_the_hour_is_said_in_the_language_of_the_notice() -> None:
    """A notice is in one language as a whole, also where English stands in for one that we have no words in."""
    assert list(lines(notice(language="uz"), link=False))[2].startswith(
        "Iltimos, shu vaqtgacha javob bering: 23-noyabr"
    )
    assert list(lines(notice(language="fr"), link=False))[2] == "Please answer by Monday 23 November, 14:00."


def test_a_deadline_that_has_passed_is_told_as_passed() -> None:
    """After the deadline nobody is asked to answer before it."""
    late = notice(NoticeKind.SUPERVISOR, at=datetime(2026, 11, 23, 6, 0, tzinfo=UTC))
    assert list(lines(late, link=False))[2] == "답변 기한이 지났습니다: 11월 23일(월) 오후 2시"
    assert list(lines(replace(late, language="en"), link=False))[2] == "The answer was due Monday 23 November, 14:00."


def test_a_visit_tells_its_hour_and_whose_it_is() -> None:
    """A visit's notice has the local hour and the member of staff, and no deadline."""
    assert list(lines(visit_notice(), link=False)) == [
        "방문 예약 K7-M3QX · 오늘",
        "아산종합사회복지관",
        "방문: 11월 25일(수) 오전 10시 30분",
        "담당: 김하나",
    ]


def test_an_unknown_centre_gives_way_to_the_programme() -> None:
    """Where the centre is not known yet, the programme's name stands in its place."""
    assert list(lines(notice(centre_name=""), link=False))[1] == "양육첫걸음 지원사업"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("김 하나", "김 하나"), (" a\r\n\tb ", "a b"), ("a\u202eb\u2028c\x00d", "a b c d"), ("가" * 200, "가" * 80)],
)
def test_a_foreign_text_becomes_one_short_line(text: str, expected: str) -> None:
    """Line breaks, control and direction characters become spaces, and what is long is cut."""
    assert plain(text) == expected
