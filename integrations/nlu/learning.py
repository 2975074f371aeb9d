"""What the embedded engine is taught, from the examples in Rasa's YAML and from their noisy twins.

Four lessons over one vocabulary: the intents; whether a text is a crisis (``hard``), a gentle matter (``soft``) or
harmless (``none``); which crisis it is; which language it is in. A fifth of the examples is kept back first, to learn
how much a score is worth: the temperature of the intents and the scores from which a crisis is believed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from dialogues.reading import Severity
from integrations.nlu.examples import read_all
from integrations.nlu.features import Features
from integrations.nlu.linear import Corpus, Floats, Lesson, Model
from integrations.nlu.noise import twins

Files = Mapping[str, Mapping[str, str]]
"""Language → file name → content."""

FALSE_ALARMS = 0.04
"""Share of the harmless texts near a crisis, unseen in training, that may be taken for one."""

ORDINARY_ALARMS = 0.005
"""The same for the ordinary requests, of which there are many more. A missed crisis costs more than a false alarm,
which asks one question and goes back; but who is asked too often no longer believes it."""

GENTLE_CHECKS = 0.08
"""Share of the harmless texts near a crisis that may get a gentle check: a sentence with the numbers, nothing more."""

_KEPT_BACK = 5
"""Every fifth example is kept back for calibration."""
_ENOUGH = 50
"""Harmless texts from which shares of a hundredth can be told; with fewer the border itself has to do."""
_NEVER = 1e6
"""A score that no text reaches."""
_DANGER = {"hard": 2.0, "soft": 1.0, "none": 1.0}
"""Missing a crisis counts twice."""


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
        """``hard``, ``soft`` or ``none``."""
        if self.crisis in ("", "none"):
            return "none"
        return "soft" if self.crisis.startswith("soft/") else "hard"


class Calibration(msgspec.Struct, frozen=True):
    """What a score is worth."""

    temperature: float
    """Factor on the intents' scores before softmax."""
    hard: float
    """Score from which a text is a crisis."""
    gentle: float
    """The same score from which a text gets a gentle check."""


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


def learn(taught: Sequence[Example], features: Features) -> tuple[Model, Calibration]:
    """The model and what its scores are worth. Raises ValueError for fewer than two intents."""
    origins = [*range(len(taught))]
    whole = [*taught]
    for at, example in enumerate(taught):
        noisy = _twins(example)
        whole += noisy
        origins += [at] * len(noisy)
    corpus = Corpus([example.text for example in whole], features)
    first = [at for at, origin in enumerate(origins) if origin % _KEPT_BACK]
    lessons = _lessons(whole, first)
    blind = corpus.fit({name: lessons[name] for name in ("intent", "danger") if name in lessons})
    kept_back = taught[::_KEPT_BACK]
    calibration = _calibrated(blind, kept_back, blind.scores([example.text for example in kept_back], features))
    return corpus.fit(_lessons(whole, range(len(whole)))), calibration


def _twins(example: Example) -> Sequence[Example]:
    return [msgspec.structs.replace(example, text=text) for text in twins(example.text, example.language)]


def _lessons(whole: Sequence[Example], places: Iterable[int]) -> dict[str, Lesson]:
    """What there is to learn from the examples at ``places``."""
    places = list(places)
    asked = [at for at in places if whole[at].intent]
    endangered = [at for at in places if whole[at].danger != "none"]
    lessons = {"intent": Lesson(asked, [whole[at].intent for at in asked])}
    if endangered:
        lessons["danger"] = Lesson(places, [whole[at].danger for at in places], _DANGER)
        lessons["crisis"] = Lesson(endangered, _codes([whole[at].crisis for at in endangered]))
    if len({whole[at].language for at in places}) > 1:
        lessons["language"] = Lesson(places, [whole[at].language for at in places])
    return lessons


def _codes(labels: Sequence[str]) -> list[str]:
    """``code/severity`` for each label; a soft one takes the severity its code has most often."""
    usual: dict[str, str] = {}
    for label in labels:
        if not label.startswith("soft/"):
            usual.setdefault(label.partition("/")[0], label)
    return [usual[label.removeprefix("soft/")] if label.startswith("soft/") else label for label in labels]


def _calibrated(model: Model, kept_back: Sequence[Example], scores: Floats) -> Calibration:
    asked = [at for at, example in enumerate(kept_back) if example.intent in model.heads["intent"].classes]
    places = {intent: place for place, intent in enumerate(model.heads["intent"].classes)}
    right = np.array([places[kept_back[at].intent] for at in asked])
    temperature = _temperature(model.heads["intent"].of(scores)[asked], right)
    near = [at for at, example in enumerate(kept_back) if example.crisis == "none"]
    if "danger" not in model.heads:
        return Calibration(temperature, _NEVER, _NEVER)
    if len(near) < _ENOUGH:
        return Calibration(temperature, 0.0, 0.0)
    head = model.heads["danger"]
    danger = head.of(scores)[:, head.classes.index("hard")]
    hard = max(np.quantile(danger[near], 1 - FALSE_ALARMS), np.quantile(danger[asked], 1 - ORDINARY_ALARMS))
    # Beyond the border itself nobody waits for more certainty, however few examples there are to learn from.
    return Calibration(temperature, min(0.0, float(hard)), float(np.quantile(danger[near], 1 - GENTLE_CHECKS)))


def _temperature(scores: Floats, right: npt.NDArray[np.int64]) -> float:
    """The factor under which the softmax of unseen texts' scores gives the right intents the highest likelihood."""
    factors = np.geomspace(0.5, 20, 60)
    losses = [-np.log(softmax(scores * factor)[np.arange(len(right)), right] + 1e-12).mean() for factor in factors]
    return float(factors[int(np.argmin(losses))])


def softmax(scores: Floats) -> Floats:
    """Each row's scores as shares of one."""
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))
