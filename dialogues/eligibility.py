"""A kind word to a family that may not fit a service. Never a refusal: the caseworker decides."""

from __future__ import annotations

from dialogues.matching import match
from dialogues.turn import Turn


def reassure(turn: Turn) -> None:
    """Below the word that the request was sent: what the worker will look at, where something known speaks against."""
    doubtful = (one for one in match(turn.programme, turn.state.answers, turn.today) if one.against)
    for key in dict.fromkeys(one.reasons[0] for one in doubtful):
        turn.say(key)
