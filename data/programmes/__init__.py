"""The partners' programmes, read from their files."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from dialogues.loading import Sources, load_programme
from dialogues.programme import Programme


@cache
def load(key: str) -> Programme:
    """The programme called ``key``. Raises FileNotFoundError when there is none, ContentError for a mistake in a
    file."""
    file = files("data.programmes") / f"{key}.yml"
    return load_programme(file.name, file.read_text(encoding="utf-8"), sources())


def known() -> tuple[str, ...]:
    """The keys of all programmes."""
    return tuple(
        sorted(
            file.name.removesuffix(".yml") for file in files("data.programmes").iterdir() if file.name.endswith(".yml")
        )
    )


@cache
def sources() -> Sources:
    """The content files that programmes share."""
    root = files("dialogues")
    return Sources(
        flows=_texts(root / "flows"),
        wording=_texts(root / "wording"),
        words=_texts(root / "words"),
        crisis=_texts(root / "crisis"),
    )


def _texts(folder: Traversable) -> dict[str, str]:
    found = sorted(folder.iterdir(), key=lambda file: file.name)
    return {file.name: file.read_text(encoding="utf-8") for file in found if file.name.endswith((".yml", ".ftl"))}


@cache
def training() -> dict[str, dict[str, str]]:
    """The training examples in Rasa's YAML, by language and file name."""
    root = files("dialogues") / "training"
    return {
        folder.name: _texts(folder)
        for folder in sorted(root.iterdir(), key=lambda folder: folder.name)
        if folder.is_dir()
    }
