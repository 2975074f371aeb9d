"""What the tests of the engine share."""

from __future__ import annotations

import pytest

from data.programmes import load
from dialogues.programme import Programme
from tests.dialogues.talking import Talk


@pytest.fixture(scope="session")
def programme() -> Programme:
    """The programme of Asan as it is shipped."""
    return load("firststep-asan")


@pytest.fixture
def talk(programme: Programme) -> Talk:
    """A person who has never written, on Telegram."""
    return Talk(programme)


@pytest.fixture
def handed_over(talk: Talk) -> Talk:
    """A Korean family whose case is open: safe to write to here, at any hour."""
    return talk.hand_over()
