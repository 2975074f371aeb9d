"""What the examples nearest to a text are: asked where the borders between danger and harmlessness leave it open.

A linear border weighs every word alike wherever it stands. Whether "he used to" stands beside "hit" or beside "play" is
told by the examples themselves: a text between the borders goes the way of those that are most like it. Likeness is the
cosine of the texts' features, each weighed by how rare it is and by how much it tells of danger.

To compare with every example would take milliseconds. So those with the most rare features in common are found first,
by an index, and only they are compared whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt

from integrations.nlu.features import Seen, pieces

Floats = npt.NDArray[np.float32]
Places = npt.NDArray[np.int32]

RARE = 500
"""Examples that a feature may stand in and still lead to them."""

AKIN = 0.2
"""How much of what the best of them has in common with a text another has to have, to be compared whole."""

COMPARED = 50
"""Examples that are compared whole, at most."""

ASKED = 5
"""Of these, the nearest that have a vote."""

STEEP = 4
"""The vote of each is its likeness to this power."""


class Leaning(NamedTuple):
    """Where the nearest examples draw a text."""

    votes: float
    """How much more than half of their votes are for alarm: -0.5 to 0.5."""
    gap: float
    """How much nearer the nearest alarming example is than the nearest harmless one: -1 to 1."""


class Shelf(msgspec.Struct, frozen=True):
    """The examples as numbers; ``arrays`` of the model's file."""

    scale: Floats
    """(features,): what each occurrence of a feature weighs."""
    starts: npt.NDArray[np.int64]
    """(examples + 1,): where the features of each begin."""
    places: Places
    """The features' rows."""
    weights: npt.NDArray[np.float16]
    """Of each; those of one example are one long together."""
    rare_starts: npt.NDArray[np.int64]
    """(features + 1,): where the examples of each rare feature begin."""
    rare: Places
    """The examples that rare features stand in."""
    alarming: npt.NDArray[np.bool_]
    """(examples,)"""


def shelf(matrix: Any, scale: Floats, frequency: npt.NDArray[Any], alarming: Sequence[bool]) -> Shelf:
    """The rows of ``matrix`` (examples, features; weighed by ``frequency``), each feature weighed by ``scale``."""
    from scipy.sparse import diags

    weighed = (matrix @ diags(scale / frequency)).tocsr()
    lengths = np.sqrt(np.asarray(weighed.multiply(weighed).sum(axis=1)).ravel())
    weighed = (diags(1 / np.maximum(lengths, 1e-9)) @ weighed).tocsr()
    held = np.bincount(weighed.indices, minlength=weighed.shape[1])
    rare = weighed.copy()
    rare.data[held[rare.indices] > RARE] = 0
    rare.eliminate_zeros()
    by_feature = rare.tocsc()
    return Shelf(
        scale=scale.astype(np.float32),
        starts=weighed.indptr.astype(np.int64),
        places=weighed.indices.astype(np.int32),
        weights=weighed.data.astype(np.float16),
        rare_starts=by_feature.indptr.astype(np.int64),
        rare=by_feature.indices.astype(np.int32),
        alarming=np.asarray(alarming, dtype=bool),
    )


class Neighbours:
    """Compares a text with the examples."""

    def __init__(self, vocabulary: dict[str, int], shelf: Shelf) -> None:
        self._vocabulary = vocabulary
        self._shelf = shelf
        self._scratch = np.zeros(len(shelf.scale), dtype=np.float32)
        self._places = lru_cache(maxsize=20_000)(self._places_of)  # people use the same words

    def leaning(self, seen: Seen) -> Leaning:
        """Takes any text; where no example is like it, it leans nowhere."""
        places, weights = self._weighed(seen)
        near = self._near(places, weights)
        if not len(near):
            return Leaning(0.0, 0.0)
        likeness = self._likeness(near, places, weights)
        alarming = self._shelf.alarming[near]
        nearest = np.argsort(-likeness, kind="stable")[:ASKED]
        votes = likeness[nearest] ** STEEP
        share = votes[alarming[nearest]].sum() / max(votes.sum(), 1e-9)
        gap = likeness[alarming].max(initial=0.0) - likeness[~alarming].max(initial=0.0)
        return Leaning(float(share) - 0.5, float(gap))

    def _weighed(self, seen: Seen) -> tuple[npt.NDArray[np.int64], Floats]:
        """The rows of the text's known features, and what they weigh: one long together."""
        known = np.array([*self._known(seen.between), *chain(*map(self._places, seen.words))], dtype=np.int64)
        places, times = np.unique(known, return_counts=True)
        weights = self._shelf.scale[places] * times.astype(np.float32)
        return places, weights / max(float(np.sqrt(weights @ weights)), 1e-9)

    def _places_of(self, word: str) -> tuple[int, ...]:
        return tuple(self._known(pieces(word)))

    def _known(self, names: Iterable[str]) -> Iterator[int]:
        return (place for name in names if (place := self._vocabulary.get(name)) is not None)

    def _near(self, places: npt.NDArray[np.int64], weights: Floats) -> npt.NDArray[np.int64]:
        """The examples that have most in common with the text by their rare features."""
        spans, lengths = _spans(self._shelf.rare_starts, places)
        shared = np.bincount(
            self._shelf.rare[spans], weights=np.repeat(weights**2, lengths), minlength=len(self._shelf.alarming)
        )
        met = np.flatnonzero(shared > AKIN * shared.max(initial=0.0))
        return met[np.argpartition(-shared[met], COMPARED)[:COMPARED]] if len(met) > COMPARED else met

    def _likeness(self, examples: npt.NDArray[np.int64], places: npt.NDArray[np.int64], weights: Floats) -> Floats:
        """The cosine of the text and each of the examples, none of which is without a feature."""
        spans, lengths = _spans(self._shelf.starts, examples)
        self._scratch[places] = weights
        products = self._shelf.weights[spans].astype(np.float32) * self._scratch[self._shelf.places[spans]]
        self._scratch[places] = 0
        return np.asarray(np.add.reduceat(products, np.cumsum(lengths) - lengths))


def _spans(
    starts: npt.NDArray[np.int64], rows: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """(the places of everything in these rows, one row after the other; how much there is in each)."""
    lengths = starts[rows + 1] - starts[rows]
    before = np.cumsum(lengths) - lengths
    return np.repeat(starts[rows] - before, lengths) + np.arange(lengths.sum()), lengths
