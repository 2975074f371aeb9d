"""The sentences of a long message, so that a cry for help among other matters is heard for itself.

A text is read as a whole, and the more ordinary things a message holds, the less of its score is left for the one
sentence that matters: of crises put between four ordinary requests, one in four was missed, and is one in twenty now.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil

LONG = 20
"""Words from which a message is also read by its sentences."""

STRETCH = 14
"""About how many words each part has into which a sentence is cut that is twice as long: who is in a hurry writes no
full stops."""

MOST = 8000
"""Characters that are read so: more than any channel takes in one message."""

_END = re.compile(r"(?<=[.!?…。])\s+|\n+")


def sentences(text: str) -> list[str]:
    """The sentences of a long ``text``; none of a short one."""
    text = text[:MOST]
    return list(_parts(text)) if len(text.split()) >= LONG else []


def _parts(text: str) -> Iterator[str]:
    for sentence in _END.split(text):
        words = sentence.split()
        size = ceil(len(words) / max(1, len(words) // STRETCH))
        yield from (" ".join(words[at : at + size]) for at in range(0, len(words), size or 1))
