"""Reads training examples in the YAML that Rasa 3 takes (``version: "3.1"``, ``nlu: - intent: … examples: |``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from dialogues.documents import Document

# [tomorrow](date) and [tomorrow]{"entity": "date"}: only the words are an example, the marks are Rasa's.
_ENTITY = re.compile(r"\[([^\]]+)\](?:\([^)]*\)|\{[^}]*\})")


class _Intent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    intent: str
    examples: str


class _TrainingFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    version: Literal["3.1"]
    nlu: tuple[_Intent, ...]


def read_examples(name: str, content: str) -> Iterator[tuple[str, str]]:
    """Every (text, intent) of one file. Raises ValueError with file and line for anything else than examples."""
    document = Document(name, content)
    for number, entry in enumerate(document.read(_TrainingFile).nlu):
        lines = [line.strip() for line in entry.examples.splitlines() if line.strip()]
        for line in lines:
            if not line.startswith("- ") or not line[2:].strip():
                path = f"$.nlu[{number}].examples"
                raise document.error(f"“{line}”: an example is a line that starts with a dash", path)
            yield _ENTITY.sub(r"\1", line[2:].strip()), entry.intent


def read_all(training: Mapping[str, Mapping[str, str]]) -> list[tuple[str, str]]:
    """Every (text, intent) of all languages, given as language → file name → content. Raises ValueError."""
    return [
        example
        for language, files in sorted(training.items())
        for name, content in sorted(files.items())
        for example in read_examples(f"{language}/{name}", content)
    ]
