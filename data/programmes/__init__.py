"""The partners' programmes, read from their files."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from dialogues.crisis import Lexicon
from dialogues.documents import Document
from dialogues.loading import Sources, crisis_lexicon, load_programme
from dialogues.own_words import in_every_script
from dialogues.programme import Programme
from dialogues.spelling import load_spellings


@cache
def load(key: str) -> Programme:
    """The programme called ``key``. Raises FileNotFoundError when there is none, ContentError for a mistake in a
    file."""
    file = files("data.programmes") / f"{key}.yml"
    return load_programme(file.name, file.read_text(encoding="utf-8"), sources())


@cache
def document(key: str) -> Document:
    """The file of the programme called ``key``, as it is written. Raises FileNotFoundError and ContentError."""
    file = files("data.programmes") / f"{key}.yml"
    return Document(file.name, file.read_text(encoding="utf-8"))


def known() -> tuple[str, ...]:
    """The keys of all programmes."""
    return tuple(
        sorted(
            file.name.removesuffix(".yml") for file in files("data.programmes").iterdir() if file.name.endswith(".yml")
        )
    )


@cache
def lexicon() -> Lexicon:
    """The crisis lexicon of all languages. Raises ContentError for a mistake in a file."""
    return crisis_lexicon(sources().crisis)


@cache
def sources() -> Sources:
    """The content files that programmes share."""
    root = files("dialogues")
    spelling = _texts(root / "spelling")
    return Sources(
        flows=_texts(root / "flows"),
        wording=in_every_script(_texts(root / "wording"), load_spellings(spelling)),
        words=_texts(root / "words"),
        crisis=_texts(root / "crisis"),
        spelling=spelling,
    )


def _texts(folder: Traversable) -> dict[str, str]:
    found = sorted(folder.iterdir(), key=lambda file: file.name)
    return {file.name: file.read_text(encoding="utf-8") for file in found if file.name.endswith((".yml", ".ftl"))}


@cache
def training() -> dict[str, dict[str, str]]:
    """The examples of intents in Rasa's YAML, by language and file name."""
    return _languages(files("dialogues") / "training")


@cache
def crisis_examples() -> dict[str, dict[str, str]]:
    """The examples of crises and of what only looks like one, by language and file name."""
    return _languages(files("dialogues") / "crisis" / "examples")


@cache
def concepts() -> dict[str, str]:
    """The dictionaries of concepts, by file name."""
    return _texts(files("dialogues") / "concepts")


def _languages(root: Traversable) -> dict[str, dict[str, str]]:
    folders = sorted(root.iterdir(), key=lambda folder: folder.name)
    return {folder.name: _texts(folder) for folder in folders if folder.is_dir()}
