"""The words a language's people use for commands, options and yes or no: data, one file a language."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import msgspec

_SPACE = re.compile(r"\s+")
_EDGES = " \t\n.,!?~…·'\"“”‘’()[]<>^;:/ㅎㅋㅠㅜ😊🙏"


class WordsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of ``dialogues/words/<language>.yml``; all entries are compared after ``plain``."""

    commands: dict[str, tuple[str, ...]]
    """Whole messages that mean a command: back, help, human, language, stop, start, home, skip, exit."""
    options: dict[str, dict[str, tuple[str, ...]]]
    """By question and option: words that mean this option when they stand in the answer."""
    languages: dict[str, tuple[str, ...]]
    """By language tag: whole messages that ask for that language."""


class Words:
    """A language's words, made ready for looking up."""

    def __init__(self, file: WordsFile) -> None:
        self._commands = _turned(file.commands)
        self._languages = _turned(file.languages)
        self._options = {
            question: [(option, words_pattern(tuple(plain(word) for word in words))) for option, words in options.items()]
            for question, options in file.options.items()
        }

    def command(self, text: str) -> str:
        """The command that the whole of ``text`` (in the plain form) is, or ""."""
        return self._commands.get(text, "")

    def language(self, text: str) -> str:
        """The language that the whole of ``text`` asks for, or ""."""
        return self._languages.get(text, "")

    def found(self, question: str, text: str) -> tuple[str, ...]:
        """The options of ``question`` whose words stand in ``text`` (in the plain form), in the file's order."""
        return tuple(option for option, pattern in self._options.get(question, ()) if pattern.search(text))


def _turned(entries: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """Each word to the name it stands under; of two names the first in the file wins."""
    return {plain(word) or word: name for name, words in reversed(entries.items()) for word in words}


def plain(text: str) -> str:
    """``text`` in the form that words are compared in: NFKC, lower case, single spaces, no marks at the edges."""
    return _SPACE.sub(" ", unicodedata.normalize("NFKC", text).lower()).strip(_EDGES)


def stands_in(word: str, text: str) -> bool:
    """Whether ``word`` stands in ``text`` (both in the plain form); see ``words_pattern``."""
    return words_pattern((word,)).search(text) is not None


@lru_cache(maxsize=4096)
def words_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of ``words``: as a whole word in Latin letters or of one syllable, else anywhere, however Hangul is spaced."""
    return re.compile("|".join(_pattern(word) for word in words if word) or r"(?!)")


def _pattern(word: str) -> str:
    if word.isascii():
        return rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])"
    if len(word) == 1:
        return rf"(?<!\S){re.escape(word)}(?!\S)"
    return r"\s?".join(re.escape(letter) for letter in word if not letter.isspace())
