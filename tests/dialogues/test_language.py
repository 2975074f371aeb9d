"""The language of a text is told from its script and its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues.language import guess_language


@pytest.mark.parametrize(
    "text",
    [
        "안녕하세요",
        "네",
        "ㅇㅇ",
        "ㅋㅋㅋ",
        "임신 7개월인데 도움이 필요해요",
        "카톡 KakaoTalk으로 연락주세요",
        "ok 알겠어요",
        "010-1234-5678로 전화주세요",
        "annyeonghaseyo dowajuseyo",
    ],
)
def test_korean_is_told(text: str) -> None:
    """Hangul is Korean, lone letters, mixed messages and the commonest romanised words included."""
    assert guess_language(text) == "ko"


@pytest.mark.parametrize(
    "text",
    [
        "Hello",
        "I need help",
        "I’m pregnant",
        "can't come tomorrow",
        "BLEEDING",
        "When is the visit?",
        "please call 남편",
        "contractions are starting",
        "struggling",
    ],
)
def test_english_is_told(text: str) -> None:
    """Latin words that are frequent in English, or end like it, are English."""
    assert guess_language(text) == "en"


@pytest.mark.parametrize(
    "text", ["", "2", "38.5", "ok", "OK!", "👍", "?!", "Kim Minji", "Asan", "+82 10 1234 5678", "\ud800"]
)
def test_what_says_nothing_is_left_open(text: str) -> None:
    """Digits, emoji, names and words of every language tell nothing."""
    assert guess_language(text) == ""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Menga yordam kerak", "uz"),
        ("Ёрдам керак, болам касал", "uz"),
        ("Қачон келасиз?", "uz"),
        ("Мне нужна помощь", "ru"),
        ("privet, nuzhna pomosh", "ru"),
        ("J'ai besoin d'aide pour mon bébé", "fr"),
        ("je suis enceinte", "fr"),
    ],
)
def test_the_other_languages_are_told_by_their_words(text: str, language: str) -> None:
    """French, Russian and Uzbek are known by a telling word or a letter of their own, in either script."""
    assert guess_language(text) == language


@pytest.mark.parametrize("text", ["お願いします", "Xin chào", "请帮帮我"])
def test_other_languages_are_not_taken_for_a_known_one(text: str) -> None:
    """A language without a list is not guessed."""
    assert guess_language(text) == ""


@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    """No string makes the guess fail."""
    assert guess_language(text) in {"", "ko", "en", "fr", "ru", "uz"}
