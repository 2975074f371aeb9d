"""The words a language's people use for commands, options and yes or no: data, one file a language."""

from __future__ import annotations

import re
import unicodedata

import msgspec

_SPACE = re.compile(r"\s+")
_EDGES = " \t\n.,!?~…·'\"“”‘’()[]<>^;:/ㅎㅋㅠㅜ😊🙏"


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of ``dialogues/words/<language>.yml``; all entries are compared after ``plain``."""

    commands: dict[str, tuple[str, ...]]
    """Whole messages that mean a command: back, help, human, language, stop, start, home, skip, exit."""
    options: dict[str, dict[str, tuple[str, ...]]]
    """By question and option: words that mean this option when they stand in the answer."""
    languages: dict[str, tuple[str, ...]]
    """By language tag: whole messages that ask for that language."""

    def command(self, text: str) -> str:
        """The command that the whole of ``text`` is, or ""."""
        return next((name for name, words in self.commands.items() if text in words), "")

    def language(self, text: str) -> str:
        """The language that the whole of ``text`` asks for, or ""."""
        return next((tag for tag, words in self.languages.items() if text in words), "")

    def found(self, question: str, text: str) -> tuple[str, ...]:
        """The options of ``question`` whose words stand in ``text`` (in the plain form), in the file's order."""
        options = self.options.get(question, {})
        return tuple(option for option, words in options.items() if any(stands_in(word, text) for word in words))


def plain(text: str) -> str:
    """``text`` in the form that words are compared in: NFKC, lower case, single spaces, no marks at the edges."""
    return _SPACE.sub(" ", unicodedata.normalize("NFKC", text).lower()).strip(_EDGES)


def stands_in(word: str, text: str) -> bool:
    """Whether ``word`` stands in ``text``: as a whole word in Latin letters or of one syllable, else anywhere in Hangul."""
    if word.isascii():
        return re.search(rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])", text) is not None
    if len(word) == 1:
        return word in text.split()
    return word in text or word.replace(" ", "") in text.replace(" ", "")
