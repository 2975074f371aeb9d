"""Several linear classifiers over one vocabulary: a text's features are looked up once and all of them answer.

Training (scikit-learn) makes TF-IDF rows of the examples and fits one-against-rest support vector machines. What is
kept is one matrix, a row for each feature. Reading a text is a lookup: sum the rows of its features, divide by their
length, add the intercepts. That is plain numpy without a matrix library's threads, so a web process stays on its one
core.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from integrations.nlu.features import Features

Floats = npt.NDArray[np.float32]
Halves = npt.NDArray[np.float16]

RAREST = 3
"""Examples, noisy twins included, that a feature has to stand in; what is rarer is somebody's typing error."""


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
    """Feature → its row."""
    rows: Halves
    """(features + 1, classes + 1): inverse document frequency × coefficient; the last column is the frequency's square.

    The last row stands for every unknown feature: it speaks for no class but makes the text longer, as the rarest
    feature would, so that a text of which little is known gets no sure guess.
    """
    intercepts: Floats
    """(classes,)"""
    heads: dict[str, Head]

    def scores(self, texts: Sequence[str], features: Features) -> Floats:
        """(texts, classes): how far each text lies on the near side of each class's border."""
        unknown = len(self.vocabulary)
        places: list[int] = []
        starts: list[int] = []
        for text in texts:
            starts.append(len(places))
            places += sorted(self.vocabulary.get(feature, unknown) for feature in features.of(text)) or [unknown]
        sums = np.add.reduceat(self.rows[places].astype(np.float32), starts, axis=0)
        return np.asarray(sums[:, :-1] / np.sqrt(sums[:, -1:]) + self.intercepts)


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
        from sklearn.feature_extraction.text import TfidfVectorizer

        vectorizer = TfidfVectorizer(analyzer=features.of, binary=True, min_df=RAREST if len(texts) > 1000 else 1)
        self._matrix = vectorizer.fit_transform(texts)
        self._frequency = vectorizer.idf_
        self._vocabulary = {str(feature): int(row) for feature, row in vectorizer.vocabulary_.items()}

    def fit(self, lessons: Mapping[str, Lesson]) -> Model:
        """Train one head for each lesson. Raises ValueError for a lesson of fewer than two labels."""
        from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

        with threadpool_limits(1):
            fitted = {name: _fit(self._matrix[list(lesson.places)], lesson) for name, lesson in lessons.items()}
        heads, start = {}, 0
        for name, (classes, _, _) in fitted.items():
            heads[name] = Head(classes, start)
            start += len(classes)
        return Model(
            vocabulary=self._vocabulary,
            rows=_rows(self._frequency, np.vstack([coefficients for _, coefficients, _ in fitted.values()])),
            intercepts=np.concatenate([intercepts for _, _, intercepts in fitted.values()]).astype(np.float32),
            heads=heads,
        )


def _fit(matrix: Any, lesson: Lesson) -> tuple[list[str], npt.NDArray[Any], npt.NDArray[Any]]:
    """Classes, coefficients (classes, features) and intercepts (classes,); of two classes one mirrors the other."""
    from sklearn.svm import LinearSVC

    labels = np.array(lesson.labels)
    if len(set(lesson.labels)) < 2:
        raise ValueError("training needs examples of at least two kinds")
    weights = {label: lesson.weights.get(label, 1.0) for label in set(lesson.labels)}
    machine = LinearSVC(C=1.0, tol=0.05, random_state=0, class_weight=weights).fit(matrix, labels)
    classes = [str(label) for label in machine.classes_]
    if len(classes) == 2:
        return classes, np.vstack([-machine.coef_, machine.coef_]), np.array([-1, 1]) * machine.intercept_
    return classes, machine.coef_, machine.intercept_


def _rows(frequency: npt.NDArray[Any], coefficients: npt.NDArray[Any]) -> Halves:
    rows = np.zeros((len(frequency) + 1, len(coefficients) + 1), dtype=np.float16)
    rows[:-1, :-1] = (coefficients * frequency).T
    rows[:-1, -1] = frequency**2
    rows[-1, -1] = (frequency**2).max()
    return rows
