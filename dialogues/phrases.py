"""The small phrase language of the crisis lexicon; ``dialogues.views`` says in which form texts are compared with it.

A phrase is written the way people write, with a few signs::

    word            the word; in languages that keep spaces a whole word, ``bleed*`` any ending
    (a|b)           either; ``(a)?`` may be missing
    {name}          any entry of the list ``name`` under ``words``; ``{name}?`` may be missing
    …               a few words in between, inside one sentence
    A & B           both somewhere in the message, in any order; write the rarer one first

Where spaces are ignored (Korean), they count for nothing in the phrase either, and an open last syllable takes any
final consonant: ``때리`` is found in 때린다 and 때립니다.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import msgspec

from dialogues.views import FINALS, FIRST, LAST, fold, stripped

MARK = "●"
"""Stands for the crisis phrase itself in a softening phrase."""

_LETTERS = re.compile(rf"[\w{MARK}]+")
_TOKEN = re.compile(
    r"(?P<space>\s*)(?:(?P<gap>…)|\{(?P<word>\w+)\}(?P<maybe>\??)|(?P<open>\()|(?P<close>\)\??)|(?P<bar>\|)"
    r"|(?P<text>[^\s(){}|…]+))"
)
_TELLING = 16
"""Longest telling string, in characters: the longer, the rarer."""
_MOST = 1000
"""How many wordings of one stretch of a phrase are spelled out to find its telling strings."""


class Piece(msgspec.Struct, frozen=True):
    """Part of a phrase, or all of it."""

    regex: str
    strings: frozenset[str] | None = None
    """Everything it can match; None when that is too much to spell out."""
    telling: frozenset[str] = frozenset()
    """Of these (without final consonants) every match holds one; empty when that cannot be said."""
    blank: bool = False
    """Whether it may match nothing at all."""


class Grammar:
    """Reads the phrases of one language. Every method raises ValueError for a phrase that cannot be read."""

    def __init__(self, *, squeezed: bool, words: Mapping[str, Piece] | None = None) -> None:
        self.squeezed = squeezed
        self._words = dict(words or {})
        self._gap = Piece("[^.]{0,15}?" if squeezed else "(?: [^ .]+){0,5}?", blank=True)

    def define(self, name: str, entries: Sequence[Piece]) -> None:
        """Name a list, given as what ``piece`` made of its entries, for use as ``{name}`` in later phrases."""
        self._words[name] = _either(entries)

    def with_numbers(self, patterns: Mapping[str, str]) -> Grammar:
        """A copy that also knows ``{name}`` for each given regular expression."""
        return Grammar(squeezed=self.squeezed, words=self._words | {name: Piece(patterns[name]) for name in patterns})

    def parts(self, phrase: str) -> tuple[Piece, ...]:
        """One piece for each side of ``&``."""
        return tuple(self.whole(part) for part in phrase.split("&"))

    def whole(self, phrase: str) -> Piece:
        """A phrase without ``&``, to be searched for in a text."""
        body = self.piece(phrase)
        if body.blank:
            raise ValueError("everything in the phrase is optional")
        if self.squeezed:
            return body
        return _joined([_said(" "), body, Piece("(?= )", frozenset({" "}))])

    def piece(self, phrase: str) -> Piece:
        """A phrase without ``&`` as part of others."""
        tokens = _tokens(phrase)
        body, rest = self._branches(tokens, 0)
        if rest != len(tokens):
            raise ValueError("a bracket too many")
        return body

    def _branches(self, tokens: Sequence[re.Match[str]], at: int) -> tuple[Piece, int]:
        """The alternatives from ``at`` on, and where their closing bracket is."""
        branches: list[list[Piece]] = [[]]
        while at < len(tokens) and not tokens[at]["close"]:
            if tokens[at]["bar"]:
                branches.append([])
                at += 1
            else:
                piece, at = self._next(tokens, at, first=not branches[-1])
                branches[-1].append(piece)
        if not all(branches):
            raise ValueError("an alternative is empty")
        return _either([_joined(pieces) for pieces in branches]), at

    def _next(self, tokens: Sequence[re.Match[str]], at: int, *, first: bool) -> tuple[Piece, int]:
        token = tokens[at]
        if token["gap"]:
            if first:
                raise ValueError("… cannot come first")
            return self._gap, at + 1
        optional, end = token["maybe"] == "?", at + 1
        if token["open"]:
            piece, end = self._branches(tokens, at + 1)
            if end == len(tokens):
                raise ValueError("a bracket is not closed")
            optional, end = tokens[end]["close"] == ")?", end + 1
        else:
            piece = self._list(token["word"]) if token["word"] else _literal(token["text"])
        if token["space"] and not first and not self.squeezed:
            piece = _after_space(piece)
        if optional and first and not self.squeezed:
            raise ValueError("something optional cannot come first")
        return (_optional(piece) if optional else piece), end

    def _list(self, name: str) -> Piece:
        if name not in self._words:
            raise ValueError(f"there is no list {{{name}}} above this line")
        return self._words[name]


class Expression:
    """A regular expression that is compiled when it is first needed: of thousands few ever are."""

    __slots__ = ("_compiled", "regex")

    def __init__(self, regex: str) -> None:
        self.regex = regex
        self._compiled: re.Pattern[str] | None = None

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in ``text``."""
        return self.ready().search(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match in ``text``."""
        return self.ready().finditer(text)

    def sub(self, instead: str, text: str) -> str:
        """``text`` with ``instead`` for every match."""
        return self.ready().sub(instead, text)

    def ready(self) -> re.Pattern[str]:
        """The compiled one, for everything else."""
        if self._compiled is None:
            self._compiled = re.compile(self.regex)
        return self._compiled


def union(bodies: Iterable[str]) -> Expression:
    """One expression for any of ``bodies``; with none it finds nothing."""
    return Expression("|".join(bodies) or r"(?!)")


def _tokens(phrase: str) -> list[re.Match[str]]:
    tokens, at, text = [], 0, phrase.strip()
    while at < len(text):
        token = _TOKEN.match(text, at)
        if token is None:
            raise ValueError(f"“{text[at:]}” cannot be read")
        tokens.append(token)
        at = token.end()
    if not tokens:
        raise ValueError("the phrase is empty")
    return tokens


@cache  # phrases are made of the same words
def _literal(text: str) -> Piece:
    stem = fold(text.removesuffix("*"))
    if not _LETTERS.fullmatch(stem):
        raise ValueError(f"“{text}”: only letters, digits and a * at the end can stand here")
    if text.endswith("*"):
        return Piece(re.escape(stem) + r"\w*", None, _ends({stem}))
    return Piece(re.escape(stem[:-1]) + _open(stem[-1]), frozenset({stripped(stem)}))


def _open(letter: str) -> str:
    """A Korean syllable without final consonant stands for itself with any; everything else for itself."""
    if FIRST <= ord(letter) <= LAST and (ord(letter) - FIRST) % FINALS == 0:
        return f"[{letter}-{chr(ord(letter) + FINALS - 1)}]"
    return re.escape(letter)


def _said(text: str) -> Piece:
    return Piece(re.escape(text), frozenset({text}))


@cache
def _after_space(piece: Piece) -> Piece:
    return _joined([_said(" "), piece])


def _optional(piece: Piece) -> Piece:
    return Piece(f"(?:{piece.regex})?", None if piece.strings is None else piece.strings | {""}, blank=True)


def _either(pieces: Sequence[Piece]) -> Piece:
    if len(pieces) == 1:
        return pieces[0]
    regex = f"(?:{'|'.join(piece.regex for piece in pieces)})"
    blank = any(piece.blank for piece in pieces)
    known = [piece.strings for piece in pieces if piece.strings is not None]
    if len(known) == len(pieces):
        return Piece(regex, frozenset().union(*known), blank=blank)
    telling = [_telling(piece) for piece in pieces]
    return Piece(regex, None, frozenset().union(*telling) if all(telling) else frozenset(), blank)


def _joined(pieces: Sequence[Piece]) -> Piece:
    """Pieces one after the other. Stretches that can be spelled out are; the most telling one speaks for all."""
    run: frozenset[str] = frozenset({""})
    best: frozenset[str] = frozenset()
    broken = False
    for piece in pieces:
        if piece.strings is not None and len(run) * len(piece.strings) <= _MOST:
            run = frozenset(left + right for left in run for right in piece.strings)
            continue
        broken = True
        best = max(_telling(piece), _ends(run), best, key=_worth)
        run = frozenset({""}) if piece.strings is None else piece.strings
    regex = "".join(piece.regex for piece in pieces)
    blank = all(piece.blank for piece in pieces)
    return Piece(regex, None, max(_ends(run), best, key=_worth), blank) if broken else Piece(regex, run, blank=blank)


def _telling(piece: Piece) -> frozenset[str]:
    return piece.telling if piece.strings is None else _ends(piece.strings)


def _ends(strings: Iterable[str]) -> frozenset[str]:
    """The last characters of each; nothing when one is empty."""
    ends = frozenset(stripped(string)[-_TELLING:] for string in strings)
    return frozenset() if "" in ends or ends == {" "} else ends


def _worth(telling: frozenset[str]) -> int:
    """Longer is rarer; what stands later in a phrase is the symptom and wins a tie (it comes first in ``max``)."""
    return min(map(len, telling), default=0)


def tells(piece: Piece) -> frozenset[str]:
    """Strings of which every ``stripped`` text that the piece matches in holds one. Raises ValueError without any."""
    telling = _telling(piece)
    if not telling:
        raise ValueError("nothing in the phrase is sure to be said")
    return telling
