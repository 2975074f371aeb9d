"""Several linear classifiers over one vocabulary: a text's features are looked up once and all of them answer.

Training (scikit-learn) weighs the features of the examples by TF-IDF and fits one-against-rest support vector machines.
What is kept is one matrix, a row for each feature. Reading a text is a lookup: sum the rows of its features, divide by
their length, add the intercepts. That is plain numpy without a matrix library's threads, so a web process stays on its
one core.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from integrations.nlu.features import Features, Seen, pieces
from integrations.nlu.nearest import Shelf, shelf

Floats = npt.NDArray[np.float32]
Steps = npt.NDArray[np.int16]

RAREST = 3
"""Examples, noisy twins included, that a feature has to stand in; what is rarer is somebody's typing error."""

KEPT = 20_000
"""Words whose sums are kept by a ``Reader``; beyond that it forgets them all and begins again."""


class Head(msgspec.Struct, frozen=True):
    """One classifier: the names of its classes and where its columns are."""

    classes: list[str]
    start: int
    """Place of the first class's column."""

    def of(self, scores: Floats) -> Floats:
        """Its columns of ``scores``."""
        return scores[:, self.start : self.start + len(self.classes)]


class Model(msgspec.Struct, frozen=True):
    """What training leaves: numbers and strings, no code."""

    vocabulary: dict[str, int]
    """Feature → its row; the commonest first."""
    rows: Steps
    """(features + 2, classes + 1): inverse document frequency × coefficient; the last column is the frequency's square.
    In steps of its column's ``step``: half the memory, and whole numbers sum up faster than half-precision ones.

    The last row but one stands for every unknown feature: it speaks for no class but makes the text longer, as the
    rarest feature would, so that a text of which little is known gets no sure guess. The last row is nothing at all.
    """
    step: Floats
    """(classes + 1,)"""
    intercepts: Floats
    """(classes,)"""
    heads: dict[str, Head]
    shelf: Shelf | None = None
    """The examples of the head ``crisis``; None where there is none."""

    def sums(self, groups: Iterable[Sequence[str]]) -> Floats:
        """(groups, classes + 1): the summed rows of each group of features; there must be one group at least."""
        unknown = len(self.vocabulary)
        places: list[int] = []
        starts: list[int] = []
        for group in groups:
            starts.append(len(places))
            places.append(unknown + 1)
            places.extend(map(self.vocabulary.get, group, repeat(unknown)))
        taken = self.rows.take(places, axis=0)
        return np.asarray(np.add.reduceat(taken, starts, axis=0, dtype=np.int32) * self.step)


class Reader:
    """Scores texts by a model. What a word sums up to is kept in memory, because people use the same words."""

    def __init__(self, model: Model, features: Features) -> None:
        self.model = model
        self._features = features
        self._forget(KEPT)

    def scores(self, texts: Sequence[str]) -> Floats:
        """(texts, classes): how far each text lies on the near side of each class's border. Wants one text at least."""
        return self.scores_of([self._features.see(text) for text in texts])

    def scores_of(self, seen: Sequence[Seen]) -> Floats:
        """The same of texts whose features are known already."""
        return self.bordered(self.sums_of(seen))

    def bordered(self, sums: Floats) -> Floats:
        """(texts, classes) scores of what ``sums_of`` found."""
        return np.asarray(sums[:, :-1] / np.sqrt(np.maximum(sums[:, -1:], 1.0)) + self.model.intercepts)

    def sums_of(self, seen: Sequence[Seen]) -> Floats:
        """(texts, classes + 1): what the features of each text sum up to. Sums of two texts are those of both."""
        self._know({word for one in seen for word in one.words})
        places: list[int] = []
        starts: list[int] = []
        for one in seen:
            starts.append(len(places))
            places.append(0)
            places += [self._places[word] for word in one.words]
        return np.asarray(
            self.model.sums(one.between for one in seen) + np.add.reduceat(self._kept[places], starts, axis=0)
        )

    def _forget(self, room: int) -> None:
        self._places = {"": 0}  # no word: nothing
        self._kept = np.zeros((room + 1, self.model.rows.shape[1]), dtype=np.float32)

    def _know(self, words: set[str]) -> None:
        """Sum up the words that are not kept yet."""
        new = {word for word in words if word not in self._places}
        if len(self._places) + len(new) > len(self._kept):
            self._forget(max(KEPT, len(words)))
            new = words
        if new:
            start = len(self._places)
            self._places.update(zip(new, range(start, start + len(new)), strict=True))
            self._kept[start : start + len(new)] = self.model.sums(map(pieces, new))


class Lesson(msgspec.Struct, frozen=True):
    """What one head learns: a label for each of some texts."""

    places: Sequence[int]
    """Which of all the texts."""
    labels: Sequence[str]
    """Of each of those."""
    weights: Mapping[str, float] = {}
    """How much a mistake about this label counts; 1 where nothing is said."""


class Corpus:
    """Texts as a matrix, from which any number of models can be trained."""

    def __init__(self, texts: Sequence[str], features: Features) -> None:
        """Learn the vocabulary of ``texts``; always the same for the same ones."""
        from scipy.sparse import diags, hstack

        seen = [features.see(text) for text in texts]
        words, spoken = _counted([one.words for one in seen])
        in_words, apart = _counted([pieces(word) for word in words])
        between, beside = _counted([one.between for one in seen])
        counts = hstack([spoken @ apart, beside]).tocsr()
        held = np.bincount(counts.indices, minlength=counts.shape[1])
        kept = np.flatnonzero(held >= (RAREST if len(texts) > 1000 else 1))
        kept = kept[np.argsort(-held[kept], kind="stable")]  # what is often asked for lies together in memory
        self._frequency = np.log((1 + len(texts)) / (1 + held[kept])) + 1
        counts = counts[:, kept]
        lengths = np.sqrt(np.maximum(counts @ self._frequency**2, 1.0))
        self._matrix = (diags(1 / lengths) @ counts @ diags(self._frequency)).tocsr()
        names = [*in_words, *between]
        self._vocabulary = {names[place]: row for row, place in enumerate(kept.tolist())}

    def fit(self, lessons: Mapping[str, Lesson]) -> Model:
        """Train one head for each lesson. Raises ValueError for a lesson of fewer than two labels."""
        from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

        with threadpool_limits(1):
            fitted = {name: _fit(self._matrix[list(lesson.places)], lesson) for name, lesson in lessons.items()}
        heads, start = {}, 0
        for name, (classes, _, _) in fitted.items():
            heads[name] = Head(classes, start)
            start += len(classes)
        rows = _rows(self._frequency, np.vstack([coefficients for _, coefficients, _ in fitted.values()]))
        step = np.maximum(np.abs(rows).max(axis=0), 1e-9) / np.iinfo(np.int16).max
        return Model(
            vocabulary=self._vocabulary,
            rows=np.rint(rows / step).astype(np.int16),
            step=step,
            intercepts=np.concatenate([intercepts for _, _, intercepts in fitted.values()]).astype(np.float32),
            heads=heads,
        )

    def shelf(self, head: Head, model: Model, alarming: Sequence[bool]) -> Shelf:
        """The first texts, as many as ``alarming`` tells of; features weighed by their part in ``head``."""
        of_head = slice(head.start, head.start + len(head.classes))
        columns = model.rows[:-2, of_head] * model.step[of_head]
        scale = np.sqrt(self._frequency * np.sqrt((columns**2).sum(axis=1)))
        return shelf(self._matrix[: len(alarming)], scale, self._frequency, alarming)


def _counted(groups: Iterable[Sequence[str]]) -> tuple[list[str], Any]:
    """The names in the order they come, and how often each stands in each group: (groups, names), sparse."""
    from scipy.sparse import csr_matrix

    places: dict[str, int] = {}
    found: list[int] = []
    ends = [0]
    for group in groups:
        found += [places.setdefault(name, len(places)) for name in group]
        ends.append(len(found))
    matrix = csr_matrix((np.ones(len(found), np.float32), found, ends), shape=(len(ends) - 1, len(places)))
    matrix.sum_duplicates()
    return list(places), matrix


def _fit(matrix: Any, lesson: Lesson) -> tuple[list[str], npt.NDArray[Any], npt.NDArray[Any]]:
    """Classes, coefficients (classes, features) and intercepts (classes,); of two classes one mirrors the other."""
    from sklearn.svm import LinearSVC

    labels = np.array(lesson.labels)
    if len(set(lesson.labels)) < 2:
        raise ValueError("training needs examples of at least two kinds")
    weights = {label: lesson.weights.get(label, 1.0) for label in set(lesson.labels)}
    machine = LinearSVC(C=1.0, tol=0.1, random_state=0, class_weight=weights).fit(matrix, labels)
    classes = [str(label) for label in machine.classes_]
    if len(classes) == 2:
        return classes, np.vstack([-machine.coef_, machine.coef_]), np.array([-1, 1]) * machine.intercept_
    return classes, machine.coef_, machine.intercept_


def _rows(frequency: npt.NDArray[Any], coefficients: npt.NDArray[Any]) -> Floats:
    rows = np.zeros((len(frequency) + 2, len(coefficients) + 1), dtype=np.float32)
    rows[:-2, :-1] = (coefficients * frequency).T
    rows[:-2, -1] = frequency**2
    rows[-2, -1] = (frequency**2).max()
    return rows
