"""A long message is also read by its sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrations.nlu.engine import Engine
from integrations.nlu.parts import LONG, STRETCH, sentences

FRIENDLY = "Thank you for the course yesterday, my sister and I enjoyed it so much and the cake was lovely"
CRY = "He is choking me"


def test_a_short_message_is_read_as_a_whole() -> None:
    """Nothing is torn from what it belongs to where there is little of it."""
    assert sentences("No fever. No blood. All is well, thank you!") == []


def test_a_long_message_has_its_sentences() -> None:
    """Marks and new lines end a sentence, a point within a number does not."""
    long = f"{FRIENDLY}. Is 38.2 a fever? yes\n그렇군요… {CRY}!"
    assert sentences(long) == [f"{FRIENDLY}.", "Is 38.2 a fever?", "yes", "그렇군요…", f"{CRY}!"]


def test_a_long_sentence_is_cut() -> None:
    """Who writes no full stops is heard as well; the parts are about as long."""
    assert [len(part.split()) for part in sentences(" ".join(["word"] * (2 * STRETCH + 1)))] == [STRETCH + 1, STRETCH]
    assert len(sentences(" ".join(["word"] * (2 * STRETCH - 1)))) == 1


@given(st.text(st.characters(), max_size=400))
def test_no_word_is_left_out(text: str) -> None:
    """Whatever is written, the parts together are all of its words, in their order."""
    if len(text.split()) >= LONG:
        assert " ".join(sentences(text)).split() == text.split()
    else:
        assert sentences(text) == []


@pytest.mark.parametrize("place", range(4))
async def test_a_cry_among_friendly_sentences_rings(engine: Engine, place: int) -> None:
    """Wherever it stands in the message; without it nothing rings."""
    friendly = [f"{FRIENDLY}.", "When does the next one begin?", "I could bring my neighbour, she has twins."]
    (calm,) = await engine.parse([" ".join(friendly)])
    assert calm.crisis is None
    (read,) = await engine.parse([" ".join([*friendly[:place], f"{CRY}.", *friendly[place:]])])
    assert read.crisis is not None
    assert (read.crisis.code, read.crisis.soft) == ("violence_now", False)
