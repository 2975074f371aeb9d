"""Everything that can happen is walked through, and a state without a person or an end is found."""

from __future__ import annotations

import random

import pytest

from dialogues.checking import exploring, graph, moves
from dialogues.checking.classes import Classes
from dialogues.checking.commands import first_words
from dialogues.checking.exploring import explore
from dialogues.checking.graph import TooLarge
from dialogues.checking.world import NOW, World, spoken
from dialogues.flow import Answer
from tests.dialogues.checking.planted import (
    FLOW,
    SOURCES,
    changed,
    explored,
    programme,
    with_flow,
    with_wording,
    without_centres,
)

CENTRE = "  - {id: centre, kind: choice, options: centres, when: {urgency: {equals: later}}}\n"
ORPHAN = "flow: orphan\ndone: request_move\nquestions:\n  - {id: move_when, kind: text}\n"


def told(found: exploring.Explored) -> list[tuple[str, str, str]]:
    """(flow, question, what is wrong)."""
    return [finding[:3] for finding in found.mistakes]


@pytest.fixture(scope="module")
def right() -> exploring.Explored:
    """The small programme, with nothing wrong."""
    return explored()


@pytest.fixture(scope="module")
def lonely() -> exploring.Explored:
    """The small programme with a choice that is labelled with the very word for a person."""
    return explored(with_wording(ko={"urgency-later = 급하지 않아요": "urgency-later = 사람"}))


def test_a_right_content_has_no_mistake(right: exploring.Explored) -> None:
    """The small programme is walked through: each question is asked, a case is opened, claimed, and visited."""
    assert right.mistakes == ()
    assert right.states > 500
    assert right.steps > 10 * right.states
    asked = {example.state.asked for example in right.examples}
    assert asked >= {"language", "consent", "sensitive", "situation", "weeks", "urgency", "name", "confirm"}
    said = {key for example in right.examples for key in example.keys}
    assert said >= {"case-opened", "claimed", "visit-booked", "reminder", "stopped", "forgotten", "returned", "closed"}
    assert {f"crisis-{code}" for code in programme().facts.crisis} <= said
    assert right.given["status-visit"] == {"when"}


def test_a_guard_that_never_holds_is_found() -> None:
    """A question behind a guard on an option that there is not is never asked."""
    flow = changed(FLOW, "when: {situation: {equals: pregnant}}", "when: {situation: {equals: expecting}}")
    assert told(explored(with_flow(flow))) == [
        ("self_referral", "weeks", "question `weeks` is never asked: its guards never hold")
    ]


def test_what_is_never_asked_by_intention_is_right() -> None:
    """A question of which only those who say it are known, and what depends on it, need not be asked of anybody."""
    told = "  - {id: minor, kind: choice, options: [under], heard: true, told: true, listed: false}\n"
    told += "  - {id: guardian, kind: choice, options: [agree, alone], required: agree,"
    told += " when: {minor: {equals: under}}}\n"
    assert explored(with_flow(changed(FLOW, "  - {id: sensitive,", f"{told}  - {{id: sensitive,"))).mistakes == ()


def test_a_guard_that_strands_is_found() -> None:
    """Whoever is led to a question that has nothing to choose stays there: only they are told of."""
    flow = changed(FLOW, "  - {id: name,", f"{CENTRE}  - {{id: name,")
    found = told(explored(with_flow(flow), without_centres()))
    assert found == [("self_referral", "centre", "no way leads to the end of the flow `self_referral`")]


def test_an_end_that_cannot_be_reached_is_found() -> None:
    """A flow that goes on only with an answer that nobody can give never ends, from no state."""
    wall = "  - {id: wall, kind: weeks, options: [never], required: never, listed: false}\n"
    flow = changed(FLOW, "  - {id: name,", f"{wall}  - {{id: name,")
    added = {"": "ask-wall = …\nvalue-wall = { $count }\nbad-wall = …\nwall-never = …\nrequired-wall = …"}
    sources = with_wording(with_flow(flow), ko=added, en=added)
    found = explored(sources)
    stuck = {question for _, question, what in told(found) if what.startswith("no way leads to the end")}
    assert stuck >= {"language", "consent", "sensitive", "situation", "weeks", "urgency", "wall"}
    assert {what for _, _, what in told(found)} == {"no way leads to the end of the flow `self_referral`"}


def test_a_state_with_no_human_is_found(lonely: exploring.Explored) -> None:
    """Where a choice is labelled with the very word for a person, the word brings nobody: in that question alone."""
    assert told(lonely) == [("self_referral", "urgency", "“사람” brings nobody")]


def test_a_mistake_tells_a_way_to_it(lonely: exploring.Explored) -> None:
    """Whoever has to mend it can go there: the moves from the first message are told."""
    assert "start → language:ko → consent:agree → sensitive:" in lonely.mistakes[0].example


def test_a_content_that_breaks_the_engine_is_found() -> None:
    """An option that the engine cannot take, such as an urgency that staff do not know, is told with what breaks."""
    flow = changed(FLOW, "week, later]", "week, soon]")
    sources = with_wording(with_flow(flow), ko={"": "urgency-soon = 곧"}, en={"": "urgency-soon = Soon"})
    broken = explored(sources).mistakes
    assert {finding.what for finding in broken} == {"the engine breaks: ValueError: 'soon' is not a valid Urgency"}
    assert ("confirm", "on confirm:send") in {(finding.question, finding.example) for finding in broken}


def test_a_flow_that_nothing_leads_into_is_found() -> None:
    """A flow that no button, word or intent begins is not taken for right because nobody has seen it."""
    assert told(explored(with_flow(FLOW, orphan=ORPHAN))) == [("orphan", "", "nothing leads into the flow `orphan`")]


def test_a_message_the_code_lacks_is_found() -> None:
    """What the engine would fail to say is found where every language lacks it."""
    gone = {"home-stop = 메시지 그만 받기": ""}, {"home-stop = Stop messages": ""}
    found = told(explored(with_wording(ko=gone[0], en=gone[1])))
    assert ("", "", "there is no message `home-stop`") in found


def test_a_content_too_large_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """An exploration gives up before it fills the machine."""
    monkeypatch.setattr(graph, "LIMIT", 50)
    with pytest.raises(TooLarge, match="more than 50 states"):
        explored()


def test_answers_are_told_apart_only_by_the_guards() -> None:
    """Two options that lead the same way are one class; a number is tried on both sides of what it is compared with."""
    flow = changed(FLOW, "{id: urgency, kind: choice,", "{id: urgency, kind: choice, when: {weeks: {less_than: 20}},")
    known = programme(with_flow(flow))
    classes = Classes(known, NOW)
    situation, weeks = known.questions["situation"], known.questions["weeks"]
    assert classes.samples(situation) == ("pregnant", "other")
    assert classes.samples(known.questions["consent"]) == ("agree", "refuse")
    assert classes.samples(known.questions["language"]) == ("ko",)
    assert sorted(int(str(week)) < 20 for week in classes.samples(weeks)) == [False, True]
    assert classes.of("situation", "other") != classes.of("situation", "pregnant")
    assert classes.all({"urgency": Answer("today", NOW)}) == classes.all({"urgency": Answer("week", NOW)})


def test_an_example_is_said_in_full_words_in_any_language(right: exploring.Explored) -> None:
    """What the exploration noted by its keys can be said to a family."""
    example = next(example for example in right.examples if "visit-booked" in example.keys)
    (korean,), (english,) = (spoken(programme(), example, language) for language in ("ko", "en"))
    assert korean.text.startswith("방문 날짜가 잡혔어요: 12월 23일(수)")
    assert english.text.startswith("A visit is booked: Wednesday 23 December")
    assert [choice.label for choice in english.choices] == ["Yes, that is fine", "Another time", "Cancel it"]


def test_a_walk_at_random_comes_to_no_state_that_was_not_found() -> None:
    """Whatever people and caseworkers do in whatever order, the exploration has been where they come to."""
    world = World(programme(), first_words("ko.yml", SOURCES.words["ko.yml"]))
    classes = Classes(world.programme, NOW)
    life = graph.Graph(world, exploring._life, lambda state: moves.life_moves(world, classes, (), state))
    beginning = exploring._beginning(world.programme)
    life.explore([beginning], everywhere=lambda button: not exploring._of_the_form(world.programme, button))
    chance = random.Random(4)
    for _ in range(150):
        state = beginning
        for _ in range(30):
            happens = [*moves.life_moves(world, classes, (), state), *map(world.pressed, life._offered)]
            state = world.take(state, chance.choice(happens)).state
            assert exploring._life(state) in life.nodes
            assert world.brings_a_person(state)


def test_the_whole_word_of_the_exploration_means_nothing() -> None:
    """What stands for words that nobody understands is no command, option or name of a place in any language."""
    for words in programme().words.values():
        assert not words.command(moves.NONSENSE)
        assert not words.language(moves.NONSENSE)
    found = explore(programme(), first_words("ko.yml", SOURCES.words["ko.yml"]), ["talk_to_human"])
    assert found.mistakes == ()
