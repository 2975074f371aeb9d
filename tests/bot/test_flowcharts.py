"""The pictures of the flows: right, readable and up to date."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from bot.flowcharts import WIDTH, draw, guard_words
from data import programmes
from dialogues.flow import Done, Flow, Guard, Question, QuestionKind
from tests.commands import invoked

PICTURES = Path(__file__).parents[2] / "docs" / "images" / "flows"
FLOWS = {name: flow for key in programmes.known() for name, flow in programmes.load(key).flows.items()}


def test_the_pictures_of_the_documents_are_up_to_date() -> None:
    """Each flow that there is has its picture as it would be drawn today (`python -m bot flows`), and no other."""
    assert {path.stem for path in PICTURES.glob("*.svg")} == set(FLOWS)
    for name, flow in FLOWS.items():
        assert (PICTURES / f"{name}.svg").read_text(encoding="utf-8") == draw(flow), name


@pytest.mark.parametrize("flow", FLOWS.values(), ids=FLOWS)
def test_a_picture_shows_every_question_and_stays_within_its_edges(flow: Flow) -> None:
    """It is well-formed, holds a box for each question and one for the end, and nothing lies outside."""
    picture = ET.fromstring(draw(flow))
    named = ["".join(text.itertext()) for text in picture.findall(".//{*}text[@class='name']")]
    assert [question.id for question in flow.questions] == named[:-1]
    assert len(list(picture.findall(".//{*}rect"))) == len(flow.questions) + 2
    height = int(picture.attrib["height"])
    for box in picture.findall(".//{*}rect"):
        assert int(box.get("x", 0)) + int(box.attrib["width"]) <= WIDTH
        assert int(box.get("y", 0)) + int(box.attrib["height"]) <= height


@pytest.mark.parametrize(
    ("guard", "told"),
    [
        (Guard(equals="agree"), "it is agree"),
        (Guard(any_of=("here", "text")), "it is here or text"),
        (Guard(less_than=24), "it is less than 24"),
        (Guard(missing=True), "it is not answered"),
        (Guard(missing=False, equals="x"), "it is x and is answered"),
    ],
)
def test_a_guard_is_told_in_words(guard: Guard, told: str) -> None:
    """What stands beside a box can be read aloud."""
    assert guard_words("it", guard) == told


def test_what_is_special_about_a_question_is_told() -> None:
    """Marks that change how it is asked stand in its box; odd characters do no harm."""
    question = Question(
        id="a<b",
        kind=QuestionKind.MANY,
        options=("x&y",),
        required="x&y",
        typed=True,
        heard=True,
        skip=True,
        sensitive=True,
    )
    drawn = draw(Flow(flow="f", done=Done.OPEN_CASE, questions=(question,)))
    whole = " ".join("".join(text.itertext()) for text in ET.fromstring(drawn).findall(".//{*}text"))
    for part in (
        "a<b",
        "any of: x&y",
        "goes on only with “x&y”",
        "typed",
        "unasked",
        "may be skipped",
        "second consent",
    ):
        assert part in whole


def test_the_command_writes_a_file_for_each_flow(tmp_path: Path) -> None:
    """Into the folder that is named, which it makes."""
    ended = invoked("flows", programmes.known()[0], "--out", str(tmp_path / "new"))
    assert ended.exit_code == 0, ended.output
    flows = programmes.load(programmes.known()[0]).flows
    assert sorted(path.stem for path in (tmp_path / "new").iterdir()) == sorted(flows)
    assert invoked("flows", "nowhere").exit_code == 2
