"""``python -m bot understand``: one judgement for each line, in order."""

from __future__ import annotations

import asyncio
import io
import json
from pathlib import Path
from typing import Any

import pytest

from bot.understand import judge_lines, script_of
from tests.serving import settings_for


def judged(cache: Path, *lines: str) -> tuple[int, list[dict[str, Any]]]:
    """How many lines were wrong, and the answers."""
    out = io.StringIO()
    settings = settings_for("sqlite://", "http://127.0.0.1:1", cache_dir=str(cache))
    wrong = asyncio.run(judge_lines(settings, lines, out))
    return wrong, [json.loads(line) for line in out.getvalue().splitlines()]


def test_each_line_gets_its_judgement(engine_cache: Path) -> None:
    """Language, script, intent and crisis of each text, in the order of the lines."""
    texts = ["남편이 지금 때려요", "Могу я перенести визит на пятницу?", "Болам нафас олмаяпти", "I'd like to apply"]
    wrong, answers = judged(engine_cache, *(json.dumps({"text": text, "id": 1}) for text in texts))
    assert wrong == 0
    assert [(one["lang"], one["script"]) for one in answers] == [
        ("ko", "Hang"),
        ("ru", "Cyrl"),
        ("uz", "Cyrl"),
        ("en", "Latn"),
    ]
    assert [(one["crisis"], one["severity"], one["soft"]) for one in answers] == [
        ("violence_now", "S0", False),
        (None, None, False),
        ("infant_emergency", "S0", False),
        (None, None, False),
    ]
    assert answers[1]["intent"] == "visit_reschedule"
    assert 0.6 < answers[1]["confidence"] <= 1


def test_a_word_of_command_is_no_guess(engine_cache: Path) -> None:
    """A message that is nothing but a command is that command, surely."""
    meant = {"STOP": "stop_messages", "stop": "stop_messages", "상담원": "talk_to_human", "ouais": "affirm"}
    _, answers = judged(engine_cache, *(json.dumps({"text": text}) for text in meant))
    assert [(one["intent"], one["confidence"]) for one in answers] == [(intent, 1.0) for intent in meant.values()]


def test_a_line_that_cannot_be_read_is_told_in_its_place(engine_cache: Path) -> None:
    """The others are judged all the same, and the order stays."""
    wrong, answers = judged(engine_cache, "no json", '{"text": "hello"}', '{"words": "hello"}', "", '{"text": ""}')
    assert wrong == 3
    assert [set(answer) == {"error"} for answer in answers] == [True, False, True, True, False]
    assert "line 3" in answers[2]["error"]
    assert answers[4]["intent"] is None


@pytest.mark.parametrize(
    ("text", "script"),
    [("안녕", "Hang"), ("hello ㅋ", "Latn"), ("салом", "Cyrl"), ("12 ?", None), ("こんにちは", None)],
)
def test_the_script_is_that_of_most_letters(text: str, script: str | None) -> None:
    """ISO 15924 codes; None for letters of a script that nobody of ours writes."""
    assert script_of(text) == script
