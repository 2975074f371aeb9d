"""Words of five languages for the same things (``dialogues/concepts/*.yml``), so that what one teaches all understand.

A dictionary names, for each concept, the words and stems by which people say it::

    hit: [beat*, hit, punched*]        ``*`` stands for any ending; several words in one entry follow each other

Concepts have the same ids in every language. Korean entries are found anywhere in the text without its spaces, and an
open last syllable takes any final consonant, as in the crisis lexicon.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from dialogues.documents import Document
from dialogues.phrases import View, stripped, views

NEAR = 5
"""Concepts this many places apart still make a pair."""

_Entry = tuple[str, tuple[str, ...]]
"""A concept, and the words that have to follow the first; a stem keeps its ``*``."""


class _Korean(msgspec.Struct, frozen=True):
    """Entries that are found anywhere."""

    whole: dict[str, list[str]]
    opened: dict[str, list[str]]
    """Those whose last syllable takes any final consonant."""
    lengths: list[int]

    def found(self, text: str) -> Iterator[tuple[int, str]]:
        bare = stripped(text)
        for length in self.lengths:
            for at in range(len(text) - length + 1):
                piece = text[at : at + length]
                for concept in self.whole.get(piece, ()):
                    yield at, concept
                for concept in self.opened.get(piece[:-1] + bare[at + length - 1], ()):
                    yield at, concept


class _Spaced(msgspec.Struct, frozen=True):
    """Entries of a language that keeps its spaces."""

    whole: dict[str, list[_Entry]]
    stems: dict[str, list[_Entry]]
    lengths: list[int]

    def found(self, words: list[str]) -> Iterator[tuple[int, str]]:
        for at, word in enumerate(words):
            for concept, rest in self._beginning(word):
                if not rest or _follow(words, at + 1, rest):
                    yield at, concept

    def _beginning(self, word: str) -> Iterator[_Entry]:
        yield from self.whole.get(word, ())
        for length in self.lengths:
            if length > len(word):
                break
            yield from self.stems.get(word[:length], ())


class Concepts:
    """All dictionaries, ready to be looked up."""

    def __init__(self, files: Mapping[str, str]) -> None:
        """``files``: ``ko.yml`` and so on → content. Raises ValueError with file and line for what cannot be read."""
        self._korean: _Korean | None = None
        self._spaced: dict[str, _Spaced] = {}
        for name, content in sorted(files.items()):
            entries = Document(name, content).read(dict[str, list[str]])
            if name == "ko.yml":
                self._korean = _korean(entries)
            else:
                self._spaced[name.removesuffix(".yml")] = _spaced(entries)

    def features(self, text: str) -> set[str]:
        """Every concept and every ordered pair of near ones in ``text``."""
        said = self._said(text)
        made = {f"@{concept}" for concept in said}
        for at, first in enumerate(said):
            made.update(f"@{first}>{second}" for second in said[at + 1 : at + 1 + NEAR] if second != first)
        return made

    def _said(self, text: str) -> list[str]:
        """The concepts in the order they are said, in the language that knows most of the words."""
        best: list[tuple[int, str]] = []
        for view in views(text):
            for found in self._readings(view):
                if len({at for at, _ in found}) > len({at for at, _ in best}):
                    best = found
        return list(dict.fromkeys(concept for _, concept in sorted(best)))

    def _readings(self, view: View) -> Iterator[list[tuple[int, str]]]:
        if self._korean and not view.only:
            yield list(self._korean.found(view.squeezed))
        words = view.spaced.split()
        for language, dictionary in self._spaced.items():
            if view.only in ("", language):
                yield list(dictionary.found(words))


def _follow(words: list[str], at: int, rest: tuple[str, ...]) -> bool:
    following = words[at : at + len(rest)]
    return len(following) == len(rest) and all(
        word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted
        for word, wanted in zip(following, rest, strict=True)
    )


def _plain(entry: str) -> list[str]:
    """The words of an entry in the form texts are compared in, stems with their ``*``."""
    made = []
    for word in entry.split():
        view = views(word.removesuffix("*"))[0]
        made += [part for part in view.spaced.split() if part != "."]
        if word.endswith("*") and made:
            made[-1] += "*"
    return made


def _korean(entries: Mapping[str, Iterable[str]]) -> _Korean:
    whole: dict[str, list[str]] = {}
    opened: dict[str, list[str]] = {}
    for concept, said in entries.items():
        for entry in said:
            text = "".join(_plain(entry)).replace("*", "")
            if text:
                (opened if stripped(text[-1]) == text[-1] else whole).setdefault(text, []).append(concept)
    return _Korean(whole, opened, sorted({len(text) for text in (*whole, *opened)}))


def _spaced(entries: Mapping[str, Iterable[str]]) -> _Spaced:
    whole: dict[str, list[_Entry]] = {}
    stems: dict[str, list[_Entry]] = {}
    for concept, said in entries.items():
        for entry in said:
            words = _plain(str(entry))
            if words:
                first, rest = words[0], tuple(words[1:])
                home = stems if first.endswith("*") else whole
                home.setdefault(first.removesuffix("*"), []).append((concept, rest))
    return _Spaced(whole, stems, sorted({len(stem) for stem in stems}))
