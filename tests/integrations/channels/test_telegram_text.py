"""Long texts are parted within Telegram's bounds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from integrations.channels.telegram_text import split, units


def test_texts_are_parted_where_a_reader_would_pause() -> None:
    """A long text is parted between paragraphs, else lines, else sentences, else words, else anywhere."""
    assert split("one two. three\n\nfour five", 20) == ["one two. three", "four five"]
    assert split("one two. three\nfour five", 20) == ["one two. three", "four five"]
    assert split("one two three. four five", 20) == ["one two three.", "four five"]
    assert split("하나 둘 셋 넷 다섯입니다。여섯 일곱 여덟", 20) == ["하나 둘 셋 넷 다섯입니다。", "여섯 일곱 여덟"]
    assert split("one two three four five", 20) == ["one two three four", "five"]
    assert split("a" * 45, 20) == ["a" * 20, "a" * 20, "a" * 5]
    assert split("a" + "😀" * 20, 20) == ["a" + "😀" * 9, "😀" * 10, "😀"]


@given(st.text(st.sampled_from("a가😀👩\u200d.!?。 \n"), max_size=200), st.integers(2, 30))
def test_parting_loses_nothing_but_white_space(text: str, limit: int) -> None:
    """Every part is within bounds and not blank, and together the parts hold every visible character in order."""
    parts = split(text, limit)
    assert all(0 < units(part) <= limit and part.strip() for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())
