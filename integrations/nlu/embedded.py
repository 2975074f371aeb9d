"""The default language engine: a linear classifier in this process, trained from our examples in about two seconds.

Training (scikit-learn) turns examples into one matrix. Reading a text is a lookup: sum the rows of its features, divide
by their length, add the intercepts, soften with the temperature that made cross-validated confidences honest. That is
plain numpy without a matrix library's threads, so a web process stays on its one core.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from dialogues.reading import Guess
from integrations.nlu import examples, features
from integrations.nlu.examples import read_all

Floats = npt.NDArray[np.float32]

BEST = 3
"""How many guesses are given for each text."""


class Model(msgspec.Struct, frozen=True):
    """What training leaves: numbers and strings, no code."""

    intents: list[str]
    vocabulary: dict[str, int]
    """Feature → its row."""
    rows: Floats
    """(features + 1, intents + 1): inverse document frequency × coefficient; the last column is the frequency's square.

    The last row stands for every unknown feature: it speaks for no intent but makes the text longer, as the rarest
    feature would, so that a text of which little is known gets no sure guess.
    """
    intercepts: Floats
    """(intents,)"""
    temperature: float
    """Factor on the scores before softmax."""


class Embedded:
    """An Engine that lives in this process."""

    def __init__(self, training: Mapping[str, Mapping[str, str]], cache: Path) -> None:
        """Take the model from the folder ``cache``, or train it and keep it there.

        ``training``: language → file name → content in Rasa's YAML. Raises ValueError for examples that cannot be
        read, for fewer than three intents and for an intent with fewer than two examples. A cache that is broken or
        cannot be written is done without.
        """
        path = cache / f"intents-{_digest(training)}.npz"
        model = _load(path)
        if model is None:
            model = train(read_all(training))
            _save(path, model)
        self._model = model

    async def parse(self, texts: Sequence[str]) -> list[tuple[Guess, ...]]:
        """The three best guesses for each text, best first. Takes any strings."""
        return rank(self._model, texts)


def rank(model: Model, texts: Sequence[str]) -> list[tuple[Guess, ...]]:
    """The three best guesses for each text, best first, the whole batch in one go."""
    if not texts:
        return []
    unknown = len(model.vocabulary)
    places: list[int] = []
    starts: list[int] = []
    for text in texts:
        starts.append(len(places))
        places += sorted(model.vocabulary.get(feature, unknown) for feature in features.features(text)) or [unknown]
    sums = np.add.reduceat(model.rows[places], starts, axis=0)
    scores = sums[:, :-1] / np.sqrt(sums[:, -1:]) + model.intercepts
    return _best(model, scores * model.temperature)


def train(pairs: Sequence[tuple[str, str]]) -> Model:
    """Fit a model to (text, intent) pairs. Raises ValueError for too few intents or examples."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.model_selection import StratifiedKFold, cross_val_predict
    from sklearn.pipeline import make_pipeline
    from sklearn.svm import LinearSVC
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

    labels = [intent for _, intent in pairs]
    fewest = min((labels.count(intent) for intent in set(labels)), default=0)
    if len(set(labels)) < 3 or fewest < 2:
        raise ValueError("training needs at least three intents and two examples of each")
    vectorizer = TfidfVectorizer(analyzer=features.features, binary=True)
    classifier = LinearSVC(C=1.0, random_state=0)
    whole = make_pipeline(vectorizer, classifier)
    texts = [text for text, _ in pairs]
    with threadpool_limits(1):
        folds = StratifiedKFold(min(5, fewest), shuffle=True, random_state=0)
        unseen = cross_val_predict(whole, texts, labels, cv=folds, method="decision_function")
        whole.fit(texts, labels)
    intents = [str(intent) for intent in classifier.classes_]
    return Model(
        intents=intents,
        vocabulary={str(feature): int(row) for feature, row in vectorizer.vocabulary_.items()},
        rows=_rows(vectorizer.idf_, classifier.coef_),
        intercepts=classifier.intercept_.astype(np.float32),
        temperature=_temperature(unseen, np.array([intents.index(label) for label in labels])),
    )


def _rows(frequency: npt.NDArray[Any], coefficients: npt.NDArray[Any]) -> Floats:
    rows = np.zeros((len(frequency) + 1, len(coefficients) + 1), dtype=np.float32)
    rows[:-1, :-1] = (coefficients * frequency).T
    rows[:-1, -1] = frequency**2
    rows[-1, -1] = (frequency**2).max()
    return rows


def _temperature(scores: npt.NDArray[Any], right: npt.NDArray[Any]) -> float:
    """The factor under which the softmax of cross-validated scores gives the right intents the highest likelihood."""
    factors = np.geomspace(0.5, 20, 60)
    losses = [-np.log(_softmax(scores * factor)[np.arange(len(right)), right] + 1e-12).mean() for factor in factors]
    return float(factors[int(np.argmin(losses))])


def _softmax(scores: npt.NDArray[Any]) -> npt.NDArray[Any]:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def _best(model: Model, scores: npt.NDArray[Any]) -> list[tuple[Guess, ...]]:
    confidences = _softmax(scores)
    order = np.argsort(-confidences, axis=1, kind="stable")[:, :BEST]
    sure = np.take_along_axis(confidences, order, axis=1).tolist()
    return [
        tuple(Guess(model.intents[place], confidence) for place, confidence in zip(places, confidences_, strict=True))
        for places, confidences_ in zip(order.tolist(), sure, strict=True)
    ]


def _digest(training: Mapping[str, Mapping[str, str]]) -> str:
    """Names everything that the model comes from: the examples, this code, the libraries."""
    told = hashlib.sha256()
    for code in (__file__, examples.__file__, features.__file__):
        told.update(Path(code).read_bytes())
    told.update(f"{version('scikit-learn')} {np.__version__}".encode())
    told.update(msgspec.json.encode({name: dict(files) for name, files in training.items()}, order="sorted"))
    return told.hexdigest()[:32]


def _load(path: Path) -> Model | None:
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
            vocabulary = msgspec.json.decode(kept["vocabulary"].tobytes(), type=dict[str, int])
            model = Model(
                intents=msgspec.json.decode(kept["intents"].tobytes(), type=list[str]),
                vocabulary=vocabulary,
                rows=kept["rows"],
                intercepts=kept["intercepts"],
                temperature=float(kept["temperature"]),
            )
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, msgspec.DecodeError):
        return None
    return model if model.rows.shape == (len(vocabulary) + 1, len(model.intents) + 1) else None


def _save(path: Path, model: Model) -> None:
    """Write beside and rename, so that another process never reads half a file."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
        with os.fdopen(handle, "wb") as part:
            np.savez_compressed(
                part,
                vocabulary=np.frombuffer(msgspec.json.encode(model.vocabulary), dtype=np.uint8),
                intents=np.frombuffer(msgspec.json.encode(model.intents), dtype=np.uint8),
                rows=model.rows,
                intercepts=model.intercepts,
                temperature=np.float64(model.temperature),
            )
        Path(name).replace(path)
    except OSError:
        return  # a model that cannot be kept is trained again next time
