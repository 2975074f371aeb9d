"""The default language engine: linear classifiers in this process, trained from our examples in about a minute."""

from __future__ import annotations

import hashlib
import os
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

import msgspec
import numpy as np

from dialogues import scripts, views
from dialogues.reading import Guess, Hit, Reading, Severity
from integrations.nlu import concepts, examples, features, learning, linear, nearest, noise, romanising
from integrations.nlu.features import Features, Seen
from integrations.nlu.learning import HARMLESS, SOFT, Files, learn, softmax
from integrations.nlu.linear import Floats, Head, Model, Reader
from integrations.nlu.nearest import Neighbours, Shelf

BEST = 3
"""How many guesses are given for each text."""

ALARM = -0.6
"""By how much the likeliest crisis may score less than harmlessness and still ring the alarm: recall goes first."""

GENTLE = -0.2
"""By how much it may score less than a gentle matter and still ring."""

CHECK = -0.9
"""By how much it may score less and still ask for a gentle check."""

UNSURE = (-1.0, 0.0)
"""A text whose likeliest crisis scores so much less than harmlessness is held against the nearest examples, which may
draw it as far as either end."""

VOTES, GAP = 0.6, 1.0
"""What the votes of the nearest examples, and how much nearer the alarming ones are, add to its score."""

SURE_OF_LANGUAGE = 0.0
"""Score from which a text is taken to be in a language."""


class _Kept(msgspec.Struct, frozen=True):
    """Everything of a model but its numbers, as it rests in the cache."""

    features: list[str]
    """In the order of their rows."""
    heads: dict[str, Head]
    temperature: float


class Embedded:
    """An Engine that lives in this process."""

    remote = False

    def __init__(self, training: Files, crisis: Files, dictionaries: Mapping[str, str], cache: Path) -> None:
        """Take the model from the folder ``cache``, or train it and keep it there.

        ``training`` and ``crisis``: language → file name → content in Rasa's YAML; ``dictionaries``: the concepts, file
        name → content. Raises ValueError for what cannot be read and for fewer than two intents. A cache that is
        broken or cannot be written is done without.
        """
        features = Features(dictionaries)
        path = cache / f"understanding-{_digest(training, crisis, {'': dictionaries})}.npz"
        found = _load(path)
        if found is None:
            found = learn(learning.examples(training, crisis), features)
            _save(path, *found)
        model, self._temperature = found
        self._heads = model.heads
        self._features = features
        self._reader = Reader(model, features)
        self._neighbours = Neighbours(model.vocabulary, model.shelf) if model.shelf else None

    async def parse(self, texts: Sequence[str]) -> list[Reading]:
        """One reading for each text, all of a batch in one go. Takes any strings."""
        if not texts:
            return []
        seen = [self._features.see(text) for text in texts]
        scores = self._reader.scores_of(seen)
        rankings = self._rankings(self._heads["intent"], scores)
        alarms = self._alarms(self._heads["crisis"], scores, seen) if "crisis" in self._heads else [None] * len(texts)
        languages = _languages(self._heads["language"], scores) if "language" in self._heads else [""] * len(texts)
        return [Reading(*parts) for parts in zip(alarms, rankings, languages, strict=True)]

    async def close(self) -> None:
        """There is nothing to let go of."""

    def _rankings(self, head: Head, scores: Floats) -> list[tuple[Guess, ...]]:
        confidences = softmax(head.of(scores) * self._temperature)
        order = np.argsort(-confidences, axis=1, kind="stable")[:, :BEST]
        sure = np.take_along_axis(confidences, order, axis=1).tolist()
        return [
            tuple(Guess(head.classes[place], confidence) for place, confidence in zip(places, confident, strict=True))
            for places, confident in zip(order.tolist(), sure, strict=True)
        ]

    def _alarms(self, head: Head, scores: Floats, seen: Sequence[Seen]) -> list[Hit | None]:
        sides = head.of(scores)
        harmless, soft = (sides[:, head.classes.index(name)] for name in (HARMLESS, SOFT))
        hard = [place for place, name in enumerate(head.classes) if name not in (HARMLESS, SOFT)]
        worst = sides[:, hard].argmax(axis=1)
        score = np.take_along_axis(sides[:, hard], worst[:, None], axis=1)[:, 0]
        outright = score - harmless
        margin = self._drawn(outright, seen)
        rings = (margin > ALARM) & (margin + harmless - soft > GENTLE)
        # The neighbours decide between the alarm and a gentle check, never between a check and silence.
        asks = (outright > CHECK) | (soft - harmless > ALARM)
        return [
            _hit(head.classes[hard[place]], soft=not full) if full or gentle else None
            for place, full, gentle in zip(worst.tolist(), rings.tolist(), asks.tolist(), strict=True)
        ]

    def _drawn(self, margin: Floats, seen: Sequence[Seen]) -> Floats:
        """By how much a crisis outweighs harmlessness in each text, the nearest examples heard where that is unsure."""
        if self._neighbours is None:
            return margin
        margin = margin.copy()
        least, most = UNSURE
        for at in np.flatnonzero((margin > least) & (margin < most)).tolist():
            votes, gap = self._neighbours.leaning(seen[at])
            margin[at] = min(max(margin[at] + VOTES * votes + GAP * gap, least), most)
        return margin


def _hit(label: str, *, soft: bool) -> Hit:
    code, _, severity = label.partition("/")
    return Hit(code, Severity.S1 if soft else Severity(severity), soft=soft)


def _languages(head: Head, scores: Floats) -> list[str]:
    sides = head.of(scores)
    best = sides.argmax(axis=1)
    sure = np.take_along_axis(sides, best[:, None], axis=1)[:, 0] > SURE_OF_LANGUAGE
    return [head.classes[place] if told else "" for place, told in zip(best.tolist(), sure.tolist(), strict=True)]


def _digest(*content: Files) -> str:
    """Names everything that the model comes from: the examples, this code, the libraries."""
    told = hashlib.sha256()
    for module in (concepts, examples, features, learning, linear, nearest, noise, romanising, scripts, views):
        told.update(Path(str(module.__file__)).read_bytes())
    told.update(f"{version('scikit-learn')} {np.__version__}".encode())
    for files in content:
        told.update(msgspec.json.encode({name: dict(texts) for name, texts in files.items()}, order="sorted"))
    return told.hexdigest()[:32]


def _load(path: Path) -> tuple[Model, float] | None:
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            kept = msgspec.json.decode(arrays["kept"].tobytes(), type=_Kept)
            vocabulary = {feature: row for row, feature in enumerate(kept.features)}
            held = {name: arrays[name] for name in Shelf.__struct_fields__ if name in arrays}
            shelf = Shelf(**held) if held else None
            model = Model(vocabulary, arrays["rows"], arrays["step"], arrays["intercepts"], kept.heads, shelf)
    except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile, msgspec.DecodeError):
        return None
    classes = sum(len(head.classes) for head in model.heads.values())
    shapes = ((len(vocabulary) + 2, classes + 1), (classes + 1,), (classes,))
    whole = (model.rows.shape, model.step.shape, model.intercepts.shape) == shapes
    return (model, kept.temperature) if whole else None


def _save(path: Path, model: Model, temperature: float) -> None:
    """Write beside and rename, so that another process never reads half a file."""
    kept = _Kept(sorted(model.vocabulary, key=model.vocabulary.__getitem__), model.heads, temperature)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
        with os.fdopen(handle, "wb") as part:
            np.savez(
                part,
                kept=np.frombuffer(msgspec.json.encode(kept), dtype=np.uint8),
                rows=model.rows,
                step=model.step,
                intercepts=model.intercepts,
                **(msgspec.structs.asdict(model.shelf) if model.shelf else {}),
            )
        Path(name).replace(path)
    except OSError:
        return  # a model that cannot be kept is trained again next time
