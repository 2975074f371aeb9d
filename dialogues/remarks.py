"""What is said on an answer, before the next question."""

from __future__ import annotations

from dialogues.flow import Question, Value
from dialogues.grants import papers_of
from dialogues.turn import Turn


def remark(turn: Turn, question: Question, value: Value) -> None:
    """The words that belong to the answer, where it has some."""
    options = value if isinstance(value, tuple) else (value,)
    for option in question.says:
        if option in options:
            turn.say(f"said-{question.id}-{option}")
    if question.papers:
        papers = papers_of(turn.programme.facts.grants, options, turn.language)
        turn.say("papers-needed", papers=", ".join(papers)) if papers else turn.say("papers-by-worker")
