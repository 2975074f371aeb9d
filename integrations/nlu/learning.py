"""What the embedded engine is taught, from the examples in Rasa's YAML and from their noisy twins.

Three lessons over one vocabulary: the intents; which crisis a text is, or a gentle matter, or harmless; which language
it is in. A fifth of the examples is kept back first, to learn how much the score of an intent is worth.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

import msgspec
import numpy as np
import numpy.typing as npt

from dialogues.reading import Severity
from integrations.nlu.examples import read_all
from integrations.nlu.features import Features
from integrations.nlu.linear import Corpus, Floats, Lesson, Model, Reader
from integrations.nlu.noise import twins

Files = Mapping[str, Mapping[str, str]]
"""Language → file name → content."""

_KEPT_BACK = 5
"""Every fifth example is kept back for calibration."""

HARMLESS, SOFT = "none", "soft"
"""The classes of the crisis lesson that are no crisis; every other one is ``code/severity``."""

_SOME = 2
"""Every second text is enough to know the languages."""

_MISSED = 2.0
"""Missing a crisis counts twice: it costs more than a false alarm, which asks one question and goes back."""


class Example(msgspec.Struct, frozen=True):
    """One text and everything that it teaches."""

    text: str
    language: str
    intent: str = ""
    """"" for a crisis example."""
    crisis: str = ""
    """``code/severity``, ``soft/code`` or ``none``; "" for an intent's example, which is harmless."""

    @property
    def danger(self) -> str:
        """The class of the crisis lesson."""
        if self.crisis in ("", HARMLESS):
            return HARMLESS
        return SOFT if self.crisis.startswith("soft/") else self.crisis


def examples(training: Files, crisis: Files) -> list[Example]:
    """Every example of all languages. Raises ValueError for one that cannot be read or names no known severity."""
    made = [
        Example(text, language, intent=intent)
        for language, files in sorted(training.items())
        for text, intent in read_all({language: files})
    ]
    for language, files in sorted(crisis.items()):
        for text, label in read_all({language: files}):
            _check(label, language)
            made.append(Example(text, language, crisis=label))
    return made


def _check(label: str, language: str) -> None:
    code, _, severity = label.partition("/")
    if label != "none" and code != "soft" and severity not in set(Severity):
        raise ValueError(f"crisis examples in {language}: “{label}” is neither none, soft/code nor code/severity")


def learn(taught: Sequence[Example], features: Features) -> tuple[Model, float]:
    """The model and the temperature: the factor on the intents' scores before softmax.

    Raises ValueError for fewer than two intents, and for crisis examples of which a kind is missing.
    """
    whole = [*taught, *(twin for example in taught for twin in _twins(example))]
    corpus = Corpus([example.text for example in whole], features)
    seen = [at for at, example in enumerate(taught) if example.intent and at % _KEPT_BACK]
    blind = corpus.fit({"intent": Lesson(seen, [taught[at].intent for at in seen])})
    unseen = [example for example in taught[::_KEPT_BACK] if example.intent in blind.heads["intent"].classes]
    model = corpus.fit(_lessons(whole, len(taught)))
    if "crisis" in model.heads:
        alarming = [example.danger not in (HARMLESS, SOFT) for example in taught]
        model = msgspec.structs.replace(model, shelf=corpus.shelf(model.heads["crisis"], model, alarming))
    return model, _calibrated(blind, unseen, features)


def _twins(example: Example) -> Iterator[Example]:
    for text in islice(twins(example.text, example.language), 1):
        yield msgspec.structs.replace(example, text=text)


def _lessons(whole: Sequence[Example], originals: int) -> dict[str, Lesson]:
    """All that there is to learn from ``whole``, whose first ``originals`` are no twins.

    Training time goes where it counts: of the noisy twins of requests, harmless as they are, half will do; languages
    are told apart by half of the texts as by all.
    """
    asked = [at for at, example in enumerate(whole) if example.intent]
    lessons = {"intent": Lesson(asked, [whole[at].intent for at in asked])}
    if any(example.crisis for example in whole):
        judged = [at for at, example in enumerate(whole) if example.crisis or at < originals or at % 2]
        dangers = [whole[at].danger for at in judged]
        if not {HARMLESS, SOFT} < set(dangers):
            raise ValueError("crisis examples: some of a crisis, of soft mentions and of harmless texts are needed")
        weights = {danger: _MISSED for danger in dangers if danger not in (HARMLESS, SOFT)}
        lessons["crisis"] = Lesson(judged, dangers, weights)
    if len({example.language for example in whole}) > 1:
        heard = range(0, len(whole), _SOME)
        lessons["language"] = Lesson(heard, [whole[at].language for at in heard])
    return lessons


def _calibrated(model: Model, unseen: Sequence[Example], features: Features) -> float:
    head = model.heads["intent"]
    scores = head.of(Reader(model, features).scores([example.text for example in unseen]))
    return _temperature(scores, np.array([head.classes.index(example.intent) for example in unseen]))


def _temperature(scores: Floats, right: npt.NDArray[np.int64]) -> float:
    """The factor under which the softmax of unseen texts' scores gives the right intents the highest likelihood."""
    factors = np.geomspace(0.5, 20, 60)
    losses = [-np.log(softmax(scores * factor)[np.arange(len(right)), right] + 1e-12).mean() for factor in factors]
    return float(factors[int(np.argmin(losses))])


def softmax(scores: Floats) -> Floats:
    """Each row's scores as shares of one."""
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))
