"""A label that a person writes back is understood as its own option: without buttons it is all they have."""

from __future__ import annotations

from collections.abc import Iterator

from dialogues.answers.parsing import parse
from dialogues.checking.world import NOW
from dialogues.programme import Programme


def misread_labels(programme: Programme) -> Iterator[tuple[str, str, str]]:
    """(flow, question, what is wrong) for each label that is read as something else than its option."""
    for flow in programme.flows.values():
        for question in flow.questions:
            for language in programme.languages:
                for option in programme.options(question):
                    label = programme.label(question, option, language)
                    read = parse(question, label, programme, language, NOW)
                    if read not in (option, (option,)):
                        told = f"means `{read}`" if read else "means nothing"
                        yield flow.flow, question.id, f"“{label}”, the label of `{option}` in `{language}`, {told}"
