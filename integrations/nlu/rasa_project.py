"""The project from which Rasa 3.6 is trained: our own examples, file for file, and their noisy twins.

Rasa cannot share this environment, so it gets files: ``config.yml``, ``domain.yml``, ``credentials.yml``,
``data/<language>/<file>.yml`` as they are under ``dialogues/training``, ``data/<language>/twins.yml`` from
``integrations.nlu.noise``, and ``digest``, which changes with any of them. What makes a model of them is
``integrations/nlu/rasa_server.py``.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from integrations.nlu.examples import read_all
from integrations.nlu.noise import twins

# Rasa's counts are not weighed, and frequent pieces of words keep its classifier from coming to rest; max_df leaves
# them out, but not rare single letters such as Korean syllables. Rare features (min_df) only make it slow, as it
# copies its whole matrix for every text. Why not DIET: docs/understanding.md.
CONFIG = """\
# Written by integrations/nlu/rasa_project.py.
recipe: default.v1
assistant_id: front-door
language: en  # for all five: nothing below knows a language
pipeline:
- name: WhitespaceTokenizer
- name: CountVectorsFeaturizer
  analyzer: word
  min_ngram: 1
  max_ngram: 2
  min_df: 3
- name: CountVectorsFeaturizer
  analyzer: char_wb
  min_ngram: 1
  max_ngram: 5
  min_df: 6
  max_df: 0.01
- name: LogisticRegressionClassifier
"""

CREDENTIALS = "{}  # no channels: without this, Rasa opens one that takes messages without the token\n"

_MARKED = re.compile(r"\[[^\]]+\][({]")
"""What Rasa would take for an entity."""


def files(training: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Path → content of the whole project, for examples given as language → file name → content.

    Raises ValueError for an example that cannot be read.
    """
    made = {f"data/{language}/{name}": text for language, given in training.items() for name, text in given.items()}
    intents: set[str] = set()
    for language, given in training.items():
        examples = read_all({language: given})
        intents.update(intent for _, intent in examples)
        made[f"data/{language}/twins.yml"] = _twins(examples, language)
    made["domain.yml"] = _lines('version: "3.1"', "intents:", *(f"- {intent}" for intent in sorted(intents)))
    made["config.yml"] = CONFIG
    made["credentials.yml"] = CREDENTIALS
    made["digest"] = _digest(made)
    return made


def write(training: Mapping[str, Mapping[str, str]], folder: Path) -> None:
    """Put the project into ``folder``, where nothing of an older one is left. Raises ValueError and OSError."""
    made = files(training)
    shutil.rmtree(folder / "data", ignore_errors=True)
    for name, text in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _twins(examples: Iterable[tuple[str, str]], language: str) -> str:
    made: defaultdict[str, list[str]] = defaultdict(list)
    for text, intent in examples:
        made[intent] += [twin for twin in (one.strip() for one in twins(text, language)) if _fits(twin)]
    lines = ['version: "3.1"', "nlu:"]
    for intent, texts in sorted(made.items()):
        lines += [f"- intent: {intent}", "  examples: |", *(f"    - {text}" for text in texts)]
    return _lines(*lines)


def _fits(twin: str) -> bool:
    return bool(twin) and _MARKED.search(twin) is None


def _lines(*lines: str) -> str:
    return "\n".join(lines) + "\n"


def _digest(made: Mapping[str, str]) -> str:
    told = hashlib.sha256()
    for name, text in sorted(made.items()):
        told.update(f"{name}\0{text}\0".encode())
    return told.hexdigest() + "\n"
