"""The words a language's people use for commands, options and yes or no: data, one file a language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

import msgspec

from dialogues.phrases import Expression
from dialogues.telling import Telling

_SPACE = re.compile(r"\s+")
_HANGUL = re.compile("[가-힣ㄱ-ㅎㅏ-ㅣ]")
_WHOLE = ("{yes}", "{no}")
_APOSTROPHES = str.maketrans("’‘ʻʼ`´", "'" * 6)
_REACH = 200
"""Letters before a word in which its denial is looked for."""
_EDGES = unicodedata.normalize("NFKC", " \t\n.,!?~…·'\"“”‘’()[]<>^;:/ㅎㅋㅠㅜ😊🙏")


class Denials(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What turns a word into its opposite ("don't call", "전화는 안 돼요"): by question, and under ``all`` for each.

    It differs by question: "전화는 안 돼요" denies the call, "월세를 못 내요" asks for help with the rent.
    """

    before: dict[str, tuple[str, ...]] = {}
    between: tuple[int, tuple[str, ...]] = (0, ())
    """How many words may stand between the denial and what it denies, and the words that end its reach."""
    after: dict[str, tuple[str, ...]] = {}
    """Right after the word, particles left out."""
    particles: tuple[str, ...] = ()


class WordsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of ``dialogues/words/<language>.yml``; all entries are compared after ``plain``."""

    commands: dict[str, tuple[str, ...]]
    """Whole messages that mean a command, such as back, help, human, stop, skip, yes or no."""
    denials: Denials
    options: dict[str, dict[str, tuple[str, ...]]]
    """By question and option: words that mean this option when they stand in the answer and are not denied.

    ``{yes}`` and ``{no}`` stand for every whole message under these commands. What stands under ``nothing`` means
    none of the options, though it holds a word of one.
    """
    languages: dict[str, tuple[str, ...]]
    """By language tag: whole messages that ask for that language."""


class Words:
    """A language's words, made ready for looking up."""

    def __init__(self, file: WordsFile) -> None:
        self._commands = _turned(file.commands)
        self._languages = _turned(file.languages)
        self._options = {
            question: [
                (option, words_pattern(tuple(plain(word) for word in words))) for option, words in options.items()
            ]
            for question, options in file.options.items()
        }
        self._telling = _telling(file.options)
        self._whole = {
            (question, word.strip("{}")): option
            for question, options in file.options.items()
            for option, words in options.items()
            for word in words
            if word in _WHOLE
        }
        questions = {"all", *file.options, *file.denials.before, *file.denials.after}
        self._denials = {question: _denial_patterns(file.denials, question) for question in questions}

    def command(self, text: str) -> str:
        """The command that the whole of ``text`` (in the plain form) is, or ""."""
        return self._commands.get(text, "")

    def language(self, text: str) -> str:
        """The language that the whole of ``text`` asks for, or ""."""
        return self._languages.get(text, "")

    def found(self, question: str, text: str) -> tuple[str, ...]:
        """The options of ``question`` whose words stand in ``text`` (in the plain form), in the file's order.

        A word counts for nothing where it is denied, or is part of a longer one of another option ("안 급해요").
        """
        if whole := self._whole.get((question, self.command(text))):
            return (whole,)
        spans = [
            (option, *found.span())
            for option, pattern in self._near(question, text)
            for found in pattern.finditer(text)
        ]
        told = (
            option
            for option, start, end in spans
            if not any(first <= start and end <= last and last - first > end - start for _, first, last in spans)
            and not self.denied(question, text, start, end)
        )
        return tuple(option for option in dict.fromkeys(told) if option != "nothing")

    def whole(self, question: str, text: str) -> bool:
        """Whether ``text`` (in the plain form) is nothing but a word of one option of ``question``."""
        return any(pattern.ready().fullmatch(text) for _, pattern in self._near(question, text))

    def _near(self, question: str, text: str) -> list[tuple[str, Expression]]:
        near = self._telling.near(text)
        return [(option, found) for option, found in self._options.get(question, ()) if (question, option) in near]

    def denied(self, question: str, text: str, start: int, end: int) -> bool:
        """Whether what stands at [start, end) of ``text`` is denied by the words beside it."""
        before, after = self._denials.get(question) or self._denials["all"]
        return bool(before.ready().search(text, max(0, start - _REACH), start) or after.ready().match(text, end))


def _telling(options: Mapping[str, Mapping[str, Sequence[str]]]) -> Telling[tuple[str, str]]:
    """By the longest part of each word, its question and option."""
    told: dict[str, set[tuple[str, str]]] = {}
    for question, words in options.items():
        for option, entries in words.items():
            for word in map(plain, entries):
                if word and word not in _WHOLE:
                    told.setdefault(max(word.split(), key=len), set()).add((question, option))
    return Telling(told)


def _denial_patterns(denials: Denials, question: str) -> tuple[Expression, Expression]:
    """(what may end right before a denied word, what may begin right after it)"""
    before = words_pattern((*denials.before.get(question, ()), *denials.before.get("all", ()))).regex
    after = (*denials.after.get(question, ()), *denials.after.get("all", ()))
    most, ends = denials.between
    word = rf"(?!(?:{'|'.join(ends)})\b)[\w']+\s" if ends else r"[\w']+\s"
    particles = "|".join(sorted(denials.particles, key=len, reverse=True))
    return (
        Expression(rf"(?:{before})\s?(?:{word}){{0,{most}}}$"),
        Expression(rf"(?:{particles})?\s?(?:{'|'.join(map(_spaced, after)) or '(?!)'})"),
    )


def _turned(entries: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """Each word to the name it stands under; of two names the first in the file wins."""
    return {plain(word) or word: name for name, words in reversed(entries.items()) for word in words}


@lru_cache(maxsize=256)  # a turn asks for it several times
def plain(text: str) -> str:
    """``text`` in the form that words are compared in: NFKC, lower case, single spaces, no marks at the edges."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.translate(_APOSTROPHES))
    return _SPACE.sub(" ", text.replace("`", "'").lower()).strip(_EDGES)


@lru_cache(maxsize=4096)
def words_pattern(words: tuple[str, ...]) -> Expression:
    """Finds any of ``words``: in Latin letters or of one syllable as a whole word, in Korean anywhere, in another
    script at the beginning of a word.

    Of several that begin at one place the longest is found.
    """
    longest_first = sorted((word for word in words if word and word not in _WHOLE), key=len, reverse=True)
    return Expression("|".join(map(_pattern, longest_first)) or r"(?!)")


def _pattern(word: str) -> str:
    if word.isascii():
        return rf"(?<![a-z0-9']){re.escape(word)}(?![a-z0-9'])"
    if len(word) == 1:
        return rf"(?<![^\W_]){re.escape(word)}(?![^\W_])"
    return _spaced(word) if _HANGUL.match(word) else rf"(?<![^\W_]){_spaced(word)}"


def _spaced(words: str) -> str:
    """``words`` with every space optional: Hangul is written either way."""
    return r"\s?".join(map(re.escape, words.split()))
