"""What the embedded engine sees of a text: its character pieces, words and word pairs, concepts and pairs of those."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import pairwise

from integrations.nlu.concepts import Concepts

LONGEST = 600
"""Characters of a text that are looked at; a request is made in the first sentences."""

_UNSEEN = re.compile(
    "[\u00ad\u0300-\u036f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff'`´\u2018\u2019\u02bb\u02bc]"
)
_OTHER = re.compile(r"[^\w?]+|_+")
_REPEATED = re.compile(r"([^\W\d])\1{2,}")
_DIGITS = re.compile(r"\d+")
_HANGUL = re.compile("[가-힣]")


def words(text: str) -> list[str]:
    """The words in one plain form: lower case, every number alike, nothing drawn out, no punctuation but ``?``."""
    folded = _UNSEEN.sub("", unicodedata.normalize("NFKC", text[:LONGEST]).lower())
    return _DIGITS.sub("0", _OTHER.sub(" ", _REPEATED.sub(r"\1\1", folded))).replace("?", " ? ").split()


class Features:
    """Makes the features of texts."""

    def __init__(self, concepts: Mapping[str, str]) -> None:
        """``concepts``: the dictionaries, file name → content. Raises ValueError for one that cannot be read."""
        self._concepts = Concepts(concepts)

    def of(self, text: str) -> set[str]:
        """Pieces of words (1 to 4 characters) and of a Korean text without its spaces (2 and 3), words, pairs of
        words; concepts and pairs of those."""
        made = set(_pieces(words(text)))
        made |= self._concepts.features(text[:LONGEST])
        return made


def _pieces(parts: list[str]) -> Iterator[str]:
    for part in parts:
        edged = f" {part} "
        for size in (1, 2, 3, 4):
            yield from (edged[at : at + size] for at in range(len(edged) - size + 1))
        yield f"#{part}"
    yield from (f"#{left} {right}" for left, right in pairwise(parts))
    if any(_HANGUL.search(part) for part in parts):
        # People leave Korean spaces out or put them anywhere.
        joined = f"^{''.join(parts)}$"
        for size in (2, 3):
            yield from (f"_{joined[at : at + size]}" for at in range(len(joined) - size + 1))
