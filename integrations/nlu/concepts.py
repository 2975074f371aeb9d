"""Words of five languages for the same things (``dialogues/concepts/*.yml``), so that what one teaches all understand.

A dictionary names, for each concept, the words and stems by which people say it::

    hit: [beat*, hit, punched*]        ``*`` stands for any ending; several words in one entry follow each other

Concepts have the same ids in every language. Korean entries are found anywhere in the text without its spaces, and an
open last syllable takes any final consonant, as in the crisis lexicon.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

import ahocorasick
import msgspec

from dialogues.documents import Document
from dialogues.views import View, plain_view, stripped, views

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
        """(place, concept)"""
        for end, held in self._automaton.iter(stripped(text)):
            for entry, opened, concept in held:
                at = end + 1 - len(entry)
                if text.startswith(entry[:-1] if opened else entry, at):
                    yield at, concept


class _Entry(msgspec.Struct, frozen=True):
    """One entry of several words, found by its longest one."""

    concept: str
    before: tuple[str, ...]
    """The words before the longest one; a stem keeps its ``*``."""
    after: tuple[str, ...]

    def stands(self, words: list[str], at: int) -> bool:
        """Whether its other words are around place ``at``."""
        start, end = at - len(self.before), at + 1 + len(self.after)
        if start < 0 or end > len(words):
            return False
        around = zip((*words[start:at], *words[at + 1 : end]), (*self.before, *self.after), strict=True)
        return all(word.startswith(wanted[:-1]) if wanted[-1] == "*" else word == wanted for word, wanted in around)


class _Among(NamedTuple):
    """An entry of several words and what is quickly seen of it: the word at its longest one's side."""

    side: int
    """-1 or 1."""
    beside: str
    stem: bool
    """Whether any ending may follow ``beside``."""
    entry: _Entry


class _Told(NamedTuple):
    """What one word may say in one language."""

    language: str
    alone: tuple[str, ...]
    """The concepts that it says by itself."""
    among: tuple[_Among, ...]
    """The entries that it may be the longest word of."""


class _Spaced:
    """Entries of the languages that keep their spaces; a word is looked up once for all of them."""

    def __init__(self) -> None:
        self._whole: dict[str, list[tuple[str, _Entry]]] = {}
        self._stems: dict[str, list[tuple[str, _Entry]]] = {}
        self._shortest, self._longest = 1, 0
        """Of the stems."""
        self._letters: dict[str, frozenset[str]] = {}
        """Without any of a language's letters a text is in another script."""
        self._every_letter: frozenset[str] = frozenset()
        self._told = lru_cache(maxsize=50_000)(self._look_up)  # people use the same words

    def add(self, language: str, entries: Mapping[str, Iterable[str]]) -> None:
        """Take in a language's dictionary."""
        letters: set[str] = set()
        for concept, said in entries.items():
            for entry in said:
                if words := _plain(entry):
                    letters.update(self._add(language, concept, words))
        self._letters[language] = frozenset(letters) - frozenset("0123456789")
        self._every_letter |= self._letters[language]
        lengths = [*map(len, self._stems)]
        self._shortest, self._longest = min(lengths, default=1), max(lengths, default=0)

    def _add(self, language: str, concept: str, words: list[str]) -> str:
        """The longest word of the entry."""
        at = max(range(len(words)), key=lambda place: len(words[place]))
        home = self._stems if words[at].endswith("*") else self._whole
        longest = words[at].removesuffix("*")
        home.setdefault(longest, []).append((language, _Entry(concept, tuple(words[:at]), tuple(words[at + 1 :]))))
        return longest

    def found(self, view: View) -> list[list[tuple[int, str]]]:
        """(place, concept) of everything found, for each language in which anything is."""
        if self._every_letter.isdisjoint(view.spaced):
            return []
        said: dict[str, list[tuple[int, str]]] = {}
        words = view.spaced.split()
        words.append("")  # beside the last one and before the first there is nothing
        for at, word in enumerate(words):
            for language, alone, among in self._told(word):
                if view.only in ("", language):
                    here = said.setdefault(language, [])
                    for concept in alone:
                        here.append((at, concept))
                    for side, beside, stem, entry in among:
                        near = words[at + side]
                        if (near.startswith(beside) if stem else near == beside) and entry.stands(words, at):
                            here.append((at - len(entry.before), entry.concept))
        return [
            said[language]
            for language, letters in self._letters.items()
            if language in said and not letters.isdisjoint(view.spaced)
        ]

    def _look_up(self, word: str) -> tuple[_Told, ...]:
        """What ``word`` may say, by language; nothing in most."""
        found = [*self._whole.get(word, ())]
        for length in range(self._shortest, min(self._longest, len(word)) + 1):
            found += self._stems.get(word[:length], ())
        told = []
        for language in dict.fromkeys(language for language, _ in found):
            entries = [entry for tag, entry in found if tag == language]
            alone = tuple(entry.concept for entry in entries if not (entry.before or entry.after))
            among = tuple(_among(entry) for entry in entries if entry.before or entry.after)
            told.append(_Told(language, alone, among))
        return tuple(told)


def _among(entry: _Entry) -> _Among:
    beside = entry.before[-1] if entry.before else entry.after[0]
    return _Among(-1 if entry.before else 1, beside.removesuffix("*"), beside.endswith("*"), entry)


class Concepts:
    """All dictionaries, ready to be looked up."""

    def __init__(self, files: Mapping[str, str]) -> None:
        """``files``: ``ko.yml`` and so on → content. Raises ValueError with file and line for what cannot be read."""
        self._korean: _Korean | None = None
        self._spaced = _Spaced()
        for name, content in sorted(files.items()):
            entries = Document(name, content).read(dict[str, list[str]])
            if name == "ko.yml":
                self._korean = _Korean(entries)
            else:
                self._spaced.add(name.removesuffix(".yml"), entries)

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
        if self._korean and view.squeezed and not view.only:
            yield list(self._korean.found(view.squeezed))
        yield from self._spaced.found(view)


def _plain(entry: str) -> list[str]:
    """The words of an entry in the form texts are compared in, stems with their ``*``."""
    made = []
    for word in entry.split():
        made += [part for part in plain_view(word.removesuffix("*")).spaced.split() if part != "."]
        if word.endswith("*") and made:
            made[-1] += "*"
    return made
