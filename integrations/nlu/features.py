"""What the embedded engine sees of a text: its words, and the features that lie between them.

A word stands for its character pieces and for itself, so all of a word's features can be summed once and kept. Word
pairs, pieces across the spaces of a Korean text, concepts and pairs of concepts belong to the text as a whole.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec

from integrations.nlu.concepts import Concepts

LONGEST = 2000
"""Characters of a text that are looked at."""

_UNSEEN = re.compile(
    "[\u00ad\u0300-\u036f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff'`´\u2018\u2019\u02bb\u02bc]"
)
_OTHER = re.compile(r"[^\w? ]+|_+")
_REPEATED = re.compile(r"([^\W\d])\1{2,}")
_DIGITS = re.compile(r"\d+")
_VOWELS = re.compile("[aeiouyаеёиоуыэюяьъйàâäéèêëîïôöùûü0가-힣]")
_DOUBLED = re.compile(r"(.)\1+")
_HANGUL = re.compile("[가-힣]")


class Seen(msgspec.Struct, frozen=True):
    """What there is in one text; whatever is said twice counts twice."""

    words: list[str]
    between: list[str]
    """The features that belong to no single word."""


def words(text: str) -> list[str]:
    """The words in one plain form: lower case, every number alike, nothing drawn out, no punctuation but ``?``."""
    folded = _UNSEEN.sub("", unicodedata.normalize("NFKC", text[:LONGEST]).lower())
    return _DIGITS.sub("0", _OTHER.sub(" ", _REPEATED.sub(r"\1\1", folded))).replace("?", " ? ").split()


def pieces(word: str) -> list[str]:
    """The features of one word, each once and in one order: its pieces of 1 to 4 characters, edges seen, and itself."""
    edged = f" {word} "
    made = {edged[at : at + size] for size in (1, 2, 3, 4) for at in range(len(edged) - size + 1)}
    return [*sorted(made), f"#{word}", *_skeleton(word)]


def _skeleton(word: str) -> Iterator[str]:
    """The word without its vowels and doubled letters: what is left of it however it is spelt."""
    bones = _DOUBLED.sub(r"\1", _VOWELS.sub("", word))
    if len(bones) >= 3 and len(word) >= 4:
        yield f"~{bones}"


class Features:
    """Reads texts; the dictionaries of concepts are its only knowledge."""

    def __init__(self, concepts: Mapping[str, str]) -> None:
        """``concepts``: the dictionaries, file name → content. Raises ValueError for one that cannot be read."""
        self._concepts = Concepts(concepts)

    def see(self, text: str) -> Seen:
        """Takes any string."""
        said = words(text)
        return Seen(said, _between(said) + self._concepts.features(text[:LONGEST]))


def _between(said: Sequence[str]) -> list[str]:
    made = [f"#{left} {right}" for left, right in pairwise(said)]
    joined = f"^{''.join(said)}$"
    if _HANGUL.search(joined):
        # People leave Korean spaces out or put them anywhere.
        for size in (2, 3):
            made += [f"_{joined[at : at + size]}" for at in range(len(joined) - size + 1)]
    return made
