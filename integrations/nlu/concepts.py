"""Words of five languages for the same things (``dialogues/concepts/*.yml``), so that what one teaches all understand.

A dictionary names, for each concept, the words and stems by which people say it::

    hit: [beat*, hit, punched*]        ``*`` stands for any ending; several words in one entry follow each other

Concepts have the same ids in every language. Korean entries are found anywhere in the text without its spaces, and an
open last syllable takes any final consonant, as in the crisis lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import ahocorasick
import msgspec

from dialogues.documents import Document
from dialogues.views import View, stripped, views

_HANGUL = re.compile("[가-힣]")

NEAR = 5
"""Concepts this many places apart still make a pair."""


class _Korean:
    """Entries that are found anywhere."""

    def __init__(self, entries: Mapping[str, Iterable[str]]) -> None:
        index: dict[str, list[tuple[str, bool, str]]] = {"\0": []}  # nothing cannot be searched for
        for concept, said in entries.items():
            for entry in said:
                text = "".join(_plain(entry)).replace("*", "")
                if text:
                    bare = stripped(text)
                    index.setdefault(bare, []).append((text, bare[-1] == text[-1], concept))
        self._automaton = ahocorasick.Automaton()
        for bare, held in index.items():
            self._automaton.add_word(bare, held)
        self._automaton.make_automaton()

    def found(self, text: str) -> Iterator[tuple[int, str]]:
        """(place, concept). Nothing in a text without Korean, whose entries would be found inside other words."""
        bare = stripped(text)
        if bare is text or not _HANGUL.search(text):
            return
        for end, held in self._automaton.iter(bare):
            for entry, opened, concept in held:
                at = end + 1 - len(entry)
                if text.startswith(entry[:-1] if opened else entry, at):
                    yield at, concept


class _Entry(msgspec.Struct, frozen=True):
    """One entry, found by its longest word."""

    concept: str
    before: tuple[str, ...]
    """The words before the longest one; a stem keeps its ``*``."""
    after: tuple[str, ...]


class _Spaced:
    """Entries of a language that keeps its spaces."""

    def __init__(self, entries: Mapping[str, Iterable[str]]) -> None:
        self._whole: dict[str, list[_Entry]] = {}
        self._stems: dict[str, list[_Entry]] = {}
        for concept, said in entries.items():
            for entry in said:
                if words := _plain(entry):
                    self._add(concept, words)
        self._lengths = sorted({len(stem) for stem in self._stems})
        self.letters = frozenset("".join([*self._whole, *self._stems])) - frozenset("0123456789")
        """Without any of these a text is in another script."""
        self._holding = lru_cache(maxsize=20_000)(self._look_up)  # people use the same words

    def _add(self, concept: str, words: list[str]) -> None:
        at = max(range(len(words)), key=lambda place: len(words[place]))
        home = self._stems if words[at].endswith("*") else self._whole
        made = _Entry(concept, tuple(words[:at]), tuple(words[at + 1 :]))
        home.setdefault(words[at].removesuffix("*"), []).append(made)

    def found(self, words: list[str]) -> list[tuple[int, str]]:
        """(place, concept)"""
        said: list[tuple[int, str]] = []
        for at, word in enumerate(words):
            alone, among = self._holding(word)
            said += [(at, concept) for concept in alone]
            said += [(at - len(entry.before), entry.concept) for entry in among if _around(words, at, entry)]
        return said

    def _look_up(self, word: str) -> tuple[tuple[str, ...], tuple[_Entry, ...]]:
        """The concepts that ``word`` says by itself, and the entries that it may be the longest word of."""
        found = [*self._whole.get(word, ())]
        for length in self._lengths:
            if length > len(word):
                break
            found += self._stems.get(word[:length], ())
        alone = tuple(entry.concept for entry in found if not (entry.before or entry.after))
        return alone, tuple(entry for entry in found if entry.before or entry.after)


class Concepts:
    """All dictionaries, ready to be looked up."""

    def __init__(self, files: Mapping[str, str]) -> None:
        """``files``: ``ko.yml`` and so on → content. Raises ValueError with file and line for what cannot be read."""
        self._korean: _Korean | None = None
        self._spaced: dict[str, _Spaced] = {}
        for name, content in sorted(files.items()):
            entries = Document(name, content).read(dict[str, list[str]])
            if name == "ko.yml":
                self._korean = _Korean(entries)
            else:
                self._spaced[name.removesuffix(".yml")] = _Spaced(entries)

    def features(self, text: str) -> list[str]:
        """Every concept and every ordered pair of near ones in ``text``, each once."""
        said = self._said(text)
        pairs = [f"@{first}>{second}" for at, first in enumerate(said) for second in said[at + 1 : at + 1 + NEAR]]
        return [*(f"@{concept}" for concept in said), *pairs]

    def _said(self, text: str) -> list[str]:
        """The concepts in the order they are said, in the language that knows most of the words."""
        best: list[tuple[int, str]] = []
        most = 0
        for view in views(text):
            for found in self._readings(view):
                # As many places as entries at most: so only who may know more words is counted.
                if len(found) > most and (known := len({at for at, _ in found})) > most:
                    best, most = found, known
        return list(dict.fromkeys(concept for _, concept in sorted(best)))

    def _readings(self, view: View) -> Iterator[list[tuple[int, str]]]:
        if self._korean and not view.only:
            yield list(self._korean.found(view.squeezed))
        words = view.spaced.split()
        for language, dictionary in self._spaced.items():
            if view.only in ("", language) and not dictionary.letters.isdisjoint(view.spaced):
                yield dictionary.found(words)


def _around(words: list[str], at: int, entry: _Entry) -> bool:
    start, end = at - len(entry.before), at + 1 + len(entry.after)
    if start < 0 or end > len(words):
        return False
    for word, wanted in zip((*words[start:at], *words[at + 1 : end]), (*entry.before, *entry.after), strict=True):
        if not (word.startswith(wanted[:-1]) if wanted[-1] == "*" else word == wanted):
            return False
    return True


def _plain(entry: str) -> list[str]:
    """The words of an entry in the form texts are compared in, stems with their ``*``."""
    made = []
    for word in entry.split():
        view = views(word.removesuffix("*"))[0]
        made += [part for part in view.spaced.split() if part != "."]
        if word.endswith("*") and made:
            made[-1] += "*"
    return made
