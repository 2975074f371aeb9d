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


class _Korean(msgspec.Struct, frozen=True):
    """Entries that are found anywhere."""

    index: dict[str, list[tuple[str, bool, str]]]
    """First two syllables, or the only one, bare of final consonants → (entry, whether its end is open, concept)."""

    def found(self, text: str) -> Iterator[tuple[int, str]]:
        bare = stripped(text)
        if bare is text:
            return  # nothing Korean
        for at in range(len(text)):
            for key in (bare[at], bare[at : at + 2]):
                for entry, opened, concept in self.index.get(key, ()):
                    if text.startswith(entry, at) or (
                        opened and text.startswith(entry[:-1], at) and bare.startswith(entry[-1], at + len(entry) - 1)
                    ):
                        yield at, concept


class _Entry(msgspec.Struct, frozen=True):
    """One entry, found by its longest word."""

    concept: str
    before: tuple[str, ...]
    """The words before the longest one; a stem keeps its ``*``."""
    after: tuple[str, ...]


class _Spaced(msgspec.Struct, frozen=True):
    """Entries of a language that keeps its spaces."""

    whole: dict[str, list[_Entry]]
    stems: dict[str, list[_Entry]]
    lengths: list[int]

    def found(self, words: list[str]) -> Iterator[tuple[int, str]]:
        for at, word in enumerate(words):
            for entry in self._holding(word):
                if not (entry.before or entry.after) or _around(words, at, entry):
                    yield at - len(entry.before), entry.concept

    def _holding(self, word: str) -> Iterator[_Entry]:
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


def _around(words: list[str], at: int, entry: _Entry) -> bool:
    start, end = at - len(entry.before), at + 1 + len(entry.after)
    return (
        start >= 0
        and end <= len(words)
        and all(map(_fits, words[start:at], entry.before))
        and all(map(_fits, words[at + 1 : end], entry.after))
    )


def _fits(word: str, wanted: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


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
    index: dict[str, list[tuple[str, bool, str]]] = {}
    for concept, said in entries.items():
        for entry in said:
            text = "".join(_plain(entry)).replace("*", "")
            if text:
                bare = stripped(text)
                index.setdefault(bare[:2], []).append((text, bare[-1] == text[-1], concept))
    return _Korean(index)


def _spaced(entries: Mapping[str, Iterable[str]]) -> _Spaced:
    whole: dict[str, list[_Entry]] = {}
    stems: dict[str, list[_Entry]] = {}
    for concept, said in entries.items():
        for entry in said:
            words = _plain(str(entry))
            if words:
                at = max(range(len(words)), key=lambda place: len(words[place]))
                home = stems if words[at].endswith("*") else whole
                made = _Entry(concept, tuple(words[:at]), tuple(words[at + 1 :]))
                home.setdefault(words[at].removesuffix("*"), []).append(made)
    return _Spaced(whole, stems, sorted({len(stem) for stem in stems}))
