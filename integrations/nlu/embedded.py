"""The default language engine: linear classifiers in this process, trained from our examples in about a minute."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from dialogues import scripts, views
from dialogues.reading import Guess, Hit, Reading, Severity
from integrations.nlu import concepts, examples, features, learning, linear, nearest, noise, romanising
from integrations.nlu.features import Features, Seen
from integrations.nlu.learning import HARMLESS, SOFT, Files, learn, softmax
from integrations.nlu.linear import Floats, Head, Model, Reader
from integrations.nlu.nearest import Neighbours, Shelf
from integrations.nlu.parts import sentences

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

CALM, ENOUGH = -1.5, 5
"""By how much the likeliest crisis scores less than harmlessness in a text that is surely harmless, and how many words
it takes to be sure: a short cry says too little."""

ALONE, BESIDE = 0.7, 0.0
"""By how much a crisis outweighs harmlessness in one sentence of a long message, or in two beside each other, that ring
the alarm whatever else is said: torn from what surrounds it, a sentence has to be plainer than a whole message."""

REMEMBERED = 3
"""Models that the cache keeps: this one and those of the versions before it."""

SURE_OF_LANGUAGE = 0.0
"""Score from which a text is taken to be in a language."""


UNJUDGED: tuple[Hit | None, bool] = None, False
"""A text of which no crisis examples tell anything."""

_REST = "model.json"
"""The file of what is no array."""


class _Kept(msgspec.Struct, frozen=True):
    """Everything of a model but its numbers, as it rests in the cache."""

    features: list[str]
    """In the order of their rows."""
    heads: dict[str, Head]
    temperature: float
    shelf: bool
    """Whether there is one."""


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
        path = cache / f"understanding-{_digest(training, crisis, {'': dictionaries})}"
        found = _load(path)
        if found is None:
            found = learn(learning.examples(training, crisis), features)
            _save(path, *found)
            _forget_old(cache)
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
        judged = [UNJUDGED] * len(texts)
        if "crisis" in self._heads:
            judged = self._judged(self._heads["crisis"], scores, texts, seen)
        languages = _languages(self._heads["language"], scores) if "language" in self._heads else [""] * len(texts)
        return [
            Reading(alarm, ranking, language, calm)
            for (alarm, calm), ranking, language in zip(judged, rankings, languages, strict=True)
        ]

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

    def _judged(
        self, head: Head, scores: Floats, texts: Sequence[str], seen: Sequence[Seen]
    ) -> list[tuple[Hit | None, bool]]:
        """Of each text the alarm, and whether it is calm."""
        worst, outright = _outright(head, scores)
        sides = head.of(scores)
        harmless, soft = (sides[:, head.classes.index(name)] for name in (HARMLESS, SOFT))
        margin = self._drawn(outright, seen)
        rings = (margin > ALARM) & (margin + harmless - soft > GENTLE)
        for place, code in self._loud(head, texts):
            if not rings[place]:
                rings[place], worst[place] = True, code
        # The neighbours decide between the alarm and a gentle check, never between a check and silence.
        asks = (outright > CHECK) | (soft - harmless > ALARM)
        calm = (outright < CALM) & (np.array([len(one.words) for one in seen]) >= ENOUGH)
        return [
            (_hit(head.classes[code], soft=not full) if full or gentle else None, sure)
            for code, full, gentle, sure in zip(
                worst.tolist(), rings.tolist(), asks.tolist(), calm.tolist(), strict=True
            )
        ]

    def _loud(self, head: Head, texts: Sequence[str]) -> Iterator[tuple[int, int]]:
        """(text, crisis), as places, for each sentence of a long text, or two, that rings by itself; loudest first."""
        said = [sentences(text) for text in texts]
        home = np.array([place for place, found in enumerate(said) for _ in found], dtype=int)
        if not len(home):
            return
        alone = self._reader.sums_of([self._features.see(sentence) for found in said for sentence in found])
        beside = alone[:-1] + alone[1:]
        last = home[:-1] != home[1:]
        worst, outright = _outright(head, self._reader.bordered(np.vstack([alone, beside])))
        excess = outright - np.repeat([ALONE, BESIDE], [len(alone), len(beside)])
        excess[len(alone) :][last] = -np.inf
        places = np.concatenate([home, home[:-1]])
        for place in np.argsort(-excess):
            if excess[place] > 0:
                yield int(places[place]), int(worst[place])

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


def _outright(head: Head, scores: Floats) -> tuple[npt.NDArray[np.intp], Floats]:
    """The likeliest crisis of each text, as its place among the classes, and by how much it outweighs harmlessness."""
    sides = head.of(scores)
    hard = np.array([place for place, name in enumerate(head.classes) if name not in (HARMLESS, SOFT)])
    worst = hard[sides[:, hard].argmax(axis=1)]
    likeliest = np.take_along_axis(sides, worst[:, None], axis=1)[:, 0]
    return worst, likeliest - sides[:, head.classes.index(HARMLESS)]


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


def _load(folder: Path) -> tuple[Model, float] | None:
    """The numbers stay in their files until they are asked for, and processes on one machine share them."""
    try:
        kept = msgspec.json.decode((folder / _REST).read_bytes(), type=_Kept)
        arrays = {file.stem: np.load(file, mmap_mode="r").view(np.ndarray) for file in folder.glob("*.npy")}
        vocabulary = {feature: row for row, feature in enumerate(kept.features)}
        shelf = Shelf(**{name: arrays.pop(name) for name in Shelf.__struct_fields__}) if kept.shelf else None
        model = Model(vocabulary=vocabulary, heads=kept.heads, shelf=shelf, **arrays)
    except (OSError, ValueError, KeyError, TypeError, EOFError, msgspec.DecodeError):
        return None
    classes = sum(len(head.classes) for head in model.heads.values())
    shapes = ((len(vocabulary) + 2, classes + 1), (classes + 1,), (classes,))
    whole = (model.rows.shape, model.step.shape, model.intercepts.shape) == shapes
    return (model, kept.temperature) if whole else None


def _save(folder: Path, model: Model, temperature: float) -> None:
    """Write beside and rename, so that another process never reads half a model."""
    features = sorted(model.vocabulary, key=model.vocabulary.__getitem__)
    kept = _Kept(features, model.heads, temperature, shelf=model.shelf is not None)
    numbers: dict[str, npt.NDArray[Any]] = {"rows": model.rows, "step": model.step, "intercepts": model.intercepts}
    numbers |= msgspec.structs.asdict(model.shelf) if model.shelf else {}
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, suffix=".part", ignore_cleanup_errors=True) as part:
            for name, array in numbers.items():
                np.save(Path(part, name), array)
            Path(part, _REST).write_bytes(msgspec.json.encode(kept))
            shutil.rmtree(folder, ignore_errors=True)  # where it is, it is broken
            Path(part).rename(folder)
    except OSError:
        return  # a model that cannot be kept is trained again next time


def _forget_old(cache: Path) -> None:
    """A process that still reads an old model keeps it open."""
    try:
        oldest_first = sorted(cache.glob("understanding-*"), key=lambda model: model.stat().st_mtime_ns)
    except OSError:
        return  # another process has just thrown one away
    for model in oldest_first[:-REMEMBERED]:
        shutil.rmtree(model, ignore_errors=True)
