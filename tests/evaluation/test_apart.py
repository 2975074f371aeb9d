"""What understanding is measured on was not trained on."""

from __future__ import annotations

import numpy as np
import pytest

from data import programmes
from integrations.nlu.examples import read_all
from integrations.nlu.features import words
from tests.evaluation.texts import LANGUAGES, held

ALIKE = 0.7
"""Share of the common pieces among all pieces of two texts from which one is a near duplicate of the other."""

_PIECE = 4
_SHORT = 12
"""Letters under which there is only one way to say something: "yes", "good morning"."""


def bare(text: str) -> str:
    return "".join(words(text))


def pieces(text: str) -> frozenset[str]:
    return frozenset(text[at : at + _PIECE] for at in range(len(text) - _PIECE + 1))


def trained(language: str) -> list[str]:
    """Every example of a language in its bare form."""
    content = (programmes.training(), programmes.crisis_examples())
    return [bare(text) for files in content for text, _ in read_all({language: files[language]})]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_trained_on_and_measured(language: str) -> None:
    """No held-back text of more than a word or two is an example, nor nearly one."""
    examples = [pieces(text) for text in trained(language)]
    index: dict[str, list[int]] = {}
    for number, example in enumerate(examples):
        for piece in example:
            index.setdefault(piece, []).append(number)
    alike = []
    for text in (bare(one.text) for one in (*held(language), *held(language, fresh=True))):
        own = pieces(text) if len(text) >= _SHORT else frozenset()
        shared = [number for piece in own for number in index.get(piece, ())]
        common = np.bincount(np.array(shared, dtype=int), minlength=1)
        near = np.flatnonzero(common > len(own) / 2).tolist()
        alike += [text for at in near if common[at] / len(own | examples[at]) >= ALIKE]
    assert alike == []
